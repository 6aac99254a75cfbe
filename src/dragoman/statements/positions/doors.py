"""Offers told by how far one goes or lets others come: an open door, who is welcome, "no further than"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_door", "by_limit", "by_welcome"]

_STAYING = {"stay", "remain", "stand", "be", "keep", "swing"}
_OPEN = {"open", "ajar", "unlocked"}
_SHUT = {"closed", "shut", "locked"}
_FAR = {"further", "farther"}


@at(lambda _: {"door"})
def by_door(ctx: Context, door: Token) -> Iterator[Found]:
    """ "The door would stay open to those who had not signed", said X: an offer; shut, it refuses."""
    verb = door.head
    if door.dep_ not in {"nsubj", "nsubj:pass"} or ctx.is_unreal(verb):
        return
    state = verb if verb.lemma_ not in _STAYING else next(iter(clauses.children(verb, "xcomp", "obj", "advmod")), verb)
    side: Stance | None = "offer" if state.lower_ in _OPEN else "refuse" if state.lower_ in _SHUT else None
    owners = [p for c in clauses.children(door, "nmod:poss") for p in ctx.who.parties(c)]
    speaker = ctx.speaker(verb)
    holder = tuple(owners) or speaker.parties
    through = [c for v in (state, verb) for c in clauses.prepositional(v, "to", "for", "on") if c.i > verb.i]
    through += clauses.prepositional(door, "to", "for")
    action = ctx.actions.of(through[0] if through else state, doer=holder, phrase=True) if holder and side else None
    if action and side:
        denied = mood.is_negated(verb) or mood.is_negated(state)
        side = ("offer" if side == "refuse" else "refuse") if denied else side
        start = min(door.idx, action.start)
        yield Found(holder, side, replace(action, start=start), door, "door", 0.5, ctx.conditions.of(verb), speaker)


@at(lambda _: {"welcome"})
def by_welcome(ctx: Context, word: Token) -> Iterator[Found]:
    """ "India was welcome to come on board", said X: in favour of what others are free to do."""
    tasks = [c for c in clauses.children(word, "xcomp", "advcl") if clauses.marker(c) == "to" and c.i > word.i]
    doers, speaker = ctx.who.parties(clauses.subject(word)), ctx.speaker(word)
    if not tasks or not doers or not speaker.parties or same(doers, speaker.parties) or mood.is_negated(word):
        return
    for task in clauses.listed(tasks[0]):
        if action := ctx.actions.of(task, doer=doers):
            yield Found(speaker.parties, "support", action, word, "welcome to", 0.55, None, speaker)


@at(lambda _: {"go", "far"})
def by_limit(ctx: Context, word: Token) -> Iterator[Found]:
    """ "Would go no further than a quota", "a debate was as far as they could go": the most that one would give."""
    verb = word if word.lemma_ == "go" else next((c for c in clauses.children(word, "advcl") if c.lemma_ == "go"), None)
    if verb is None or ctx.is_unreal(verb):
        return
    if word.lemma_ == "far":
        under = clauses.subject(word)
        heads = clauses.listed(under) if under is not None and under.pos_ in {"NOUN", "PROPN"} else []
    else:
        heads = _beyond(verb)
    holder = ctx.who.parties(clauses.subject(verb)) or ctx.speaker(verb).parties
    hanging = ctx.conditions.of(verb)
    hanging = hanging if hanging and hanging.type in {"only_if", "in_exchange_for", "unless"} else None
    for head in (h for h in heads if h.pos_ != "PRON") if holder else ():
        if action := ctx.actions.of(ctx.actions.unwrap(head), doer=holder):
            yield Found(holder, "offer", action, word, "no further", 0.5, hanging)


def _beyond(verb: Token) -> list[Token]:
    """What stands behind "no further than"."""
    words = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 5, verb.sent.end)]]
    if not _FAR & set(words) or not {"no", "not"} & {*words, *(c.lower_ for c in verb.children)}:
        return []
    behind = (t for t in verb.subtree if t.i > verb.i and clauses.preposition(t).split(" ")[-1] == "than")
    than = next(behind, None) or next((t for t in verb.subtree if clauses.marker(t) == "than"), None)
    return clauses.listed(than) if than is not None else []
