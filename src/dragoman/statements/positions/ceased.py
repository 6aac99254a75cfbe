"""Refusals told in the present: "Poland is no longer sending arms", "we do not discuss swaps", "denied it would go"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.auxiliaries import STATES, told
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_ceasing", "by_denying"]

_NOW = {"is", "are", "was", "were", "am", "'re", "’re", "'s", "’s"}
_CONSENTING = {"promise", "agree", "consent", "undertake", "commit", "pledge", "accept", "concede"}
"""What somebody denies having done who will not do it now."""
_PLANNING = {"plan", "intend", "mean", "want", "intention", "wish"}


def by_ceasing(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Poland was no longer sending arms", "we do not discuss swaps", said by whoever would do it: a refusal."""
    if verb.pos_ != "VERB" or verb.dep_ == "acl:relcl" or not mood.is_negated(verb) or verb.lemma_ in STATES:
        return
    speaker = ctx.speaker(verb)
    doers = ctx.who.parties(clauses.subject(verb)) if speaker.parties and not clauses.is_passive(verb) else ()
    if doers and _is_ceased(ctx, verb, doers, speaker) and not ctx.is_unreal(verb):
        yield from told(ctx, verb, "refuse", doers, doers, ctx.conditions.of(verb), speaker, "no longer", 0.55)


def _is_ceased(ctx: Context, verb: Token, doers: tuple[str, ...], speaker: Attribution) -> bool:
    if not ctx.speaks_for(speaker, doers):
        return False
    helpers = {c.lower_ for c in clauses.children(verb, "aux")}
    if verb.tag_ == "VBG":
        return any(c.lower_ == "longer" for c in verb.children) and bool(helpers & _NOW)
    return bool(helpers & {"do", "does"}) and verb.lemma_ in ctx.words["obligation"]["dealing"]


@at(lambda _: ["deny"])
def by_denying(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Denied that it would delay the ruling", "denied planning to leave": it says that it will not."""
    if verb.pos_ != "VERB" or mood.is_negated(verb) or clauses.is_passive(verb) or ctx.is_unreal(verb):
        return
    for holder in ctx.holders(verb):
        for head in _denied(ctx, verb, holder):
            if action := ctx.actions.of(head, doer=holder):
                action = replace(action, words=action.words.removeprefix("not "))
                yield Found(holder, "refuse", action, verb, "denied:deny", 0.5)


def _denied(ctx: Context, verb: Token, holder: tuple[str, ...]) -> list[Token]:
    """What somebody denies meaning to do."""
    found: list[Token] = []
    for clause in clauses.children(verb, "ccomp", "xcomp", "obj", "advcl"):
        under = clauses.children(clause, "nsubj")
        own = not under or same(ctx.who.parties(under[0]), holder)
        if clause.i < verb.i or not own or mood.is_negated(clause):
            continue
        tasks = [c for c in clauses.children(clause, "xcomp", "acl", "advcl") if clauses.marker(c) == "to"]
        if clause.lemma_ in _PLANNING and (clause.pos_ == "VERB" or clause.dep_ == "obj"):
            found += tasks[:1]
        elif clause.pos_ == "VERB" and mood.modals(clause) & {"will", "would"}:
            found.append(clause)
        else:
            found += _consented(clause)
    return found


def _consented(clause: Token) -> list[Token]:
    """ "Denied that it had ever promised to leave", "denies having agreed to a levy": what it then will not do."""
    inner = clauses.children(clause, "xcomp")
    verb = inner[0] if clause.lemma_ == "have" and clause.tag_ == "VBG" and inner else clause
    if verb.lemma_ not in _CONSENTING or verb.pos_ != "VERB" or any(c.lemma_ == "be" for c in verb.children):
        return []
    tasks = [c for c in clauses.children(verb, "xcomp", "advcl", "acl") if clauses.marker(c) == "to"]
    things = [*clauses.children(verb, "obj"), *clauses.prepositional(verb, "to")]
    return tasks[:1] or [c for c in things if c.i > verb.i and c.pos_ == "NOUN"][:1]
