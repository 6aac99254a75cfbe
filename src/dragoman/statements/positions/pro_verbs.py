"""What "do" stands for: "as it undertook to do", "which they declined to do", "has threatened to do so"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.actions import Action
from dragoman.statements.positions.context import Context, Found, same, sentence_before
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["done", "is_pro_verb"]

_SO = {"so", "that", "it", "this", "likewise", "same", "which", "as", "otherwise"}
"""What stands behind "do" where it names a deed again."""
_ELSEWHERE = {"away", "without", "up", "out", "down", "well"}
_THINGS = ("obj", "xcomp", "ccomp", "iobj")
_LIKE = {"as", "than"}
_ASKING = {"ask", "urge", "tell", "order", "invite", "press", "request", "require", "beg", "instruct", "pressure"}


def is_pro_verb(verb: Token) -> bool:
    """True of a "do" that names again what was told: "did the same", "refused to do so", "as it had promised to do"."""
    if verb.lemma_ != "do" or verb.pos_ != "VERB" or any(c.lower_ in _ELSEWHERE for c in verb.children):
        return False
    return all(c.lower_ in _SO or (c.tag_.startswith("W") and c.i < verb.i) for c in clauses.children(verb, *_THINGS))


def done(ctx: Context, found: Found) -> Found | None:
    """The stance with what its "do" stands for put in its place; None where that is not known."""
    if not is_pro_verb(found.action.head):
        return found
    asked = any(c.lower_ in {"what", "whatever"} for c in found.action.head.children)
    told = None if asked else _host(ctx, found) or _own_deed(ctx, found) or _before(ctx, found) or _asked(ctx, found)
    if told is None:
        dropped(found.word, found.rule, "what is to be done is not known")
        return None
    doer = found.action.doer or told.doer
    return replace(found, action=replace(found.action, words=told.words.removeprefix("not "), doer=doer))


def _host(ctx: Context, found: Found) -> Action | None:
    """What the clause tells that "as it undertook to do", "which they declined to do" hang on."""
    outer = clauses.first_conjunct(found.word)
    while outer.dep_ in {"xcomp", "ccomp", "conj"} and outer.head != outer:
        outer = outer.head
    hung = outer.dep_ in {"advcl:relcl", "acl:relcl"} or (outer.dep_ == "advcl" and clauses.marker(outer) in _LIKE)
    host = outer.head
    if not hung or host == outer:
        return None
    while host.pos_ not in {"VERB", "AUX"} and host.head != host:
        host = host.head
    read = next((f for f in reversed(ctx.latest) if host in {f.action.head, f.word}), None)
    if read is not None:
        return read.action
    return ctx.actions.of(host) if host.pos_ == "VERB" and host.i < found.word.i else None


def _own_deed(ctx: Context, found: Found) -> Action | None:
    """ "Has burnt its stocks and wants others to do the same": what it has done itself."""
    same_deed = any(c.lower_ == "same" for c in clauses.children(found.action.head, "obj"))
    first = clauses.first_conjunct(found.word)
    if not same_deed or first == found.word or first.pos_ != "VERB" or same(found.action.doer, found.holder):
        return None
    action = ctx.actions.of(first, doer=found.action.doer)
    return replace(action, doer=found.action.doer or ctx.actions.unnamed.others(found.holder)) if action else None


def _before(ctx: Context, found: Found) -> Action | None:
    """What was told last of the same doer, in this sentence or the one before."""
    first = sentence_before(found.word)
    near = [f for f in ctx.latest[-8:] if first <= f.word.i < found.word.i and f.action.head != found.action.head]
    mine = [f for f in near if same(f.action.doer, found.action.doer)]
    return mine[-1].action if mine else None


def _asked(ctx: Context, found: Found) -> Action | None:
    """ "The bank, which was asked to pay, said it would not do so": what was asked of the doer right before."""
    start = sentence_before(found.word)
    for verb in reversed(found.word.doc[start : found.word.i]):
        if verb.lemma_ not in _ASKING or not clauses.is_passive(verb):
            continue
        task = next((c for c in clauses.children(verb, "xcomp") if clauses.marker(c) == "to" and c.i > verb.i), None)
        if task is not None and same(ctx.who.parties(clauses.subject(verb)), found.action.doer):
            return ctx.actions.of(task, doer=found.action.doer)
    return None
