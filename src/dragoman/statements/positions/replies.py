"""Positions from plain answers to what was asked: "Chile said no", "Lima said it would not"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_reply"]

_REPLYING = {"say", "answer", "reply", "respond"}
_PRONOUNS = ("it", "they", "he", "she")
_REPLIES: tuple[tuple[tuple[str, ...], Stance], ...] = (
    (("no", "."), "refuse"),
    (("no", ","), "refuse"),
    (("no", "to"), "refuse"),
    (("yes", "."), "promise"),
    *(
        ((who, helper, word, mark), "refuse")
        for who in _PRONOUNS
        for helper in ("would", "will", "could", "can", "wo", "ca", "wouldn", "couldn")
        for word in ("not", "n't", "n’t")
        for mark in (".", ",", ";")
    ),
    *(
        ((who, helper, mark), "promise")
        for who in _PRONOUNS
        for helper in ("would", "will")
        for mark in (".", ",", ";")
    ),
)
"""What a reply says word by word, and the side that it takes."""
_OPENING = {words[0] for words, _ in _REPLIES}


@at(lambda _: _REPLYING)
def by_reply(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Chile said no", "Lima said it would not": to what it was asked to do just before; "said yes", "it would"."""
    if verb.lemma_ not in _REPLYING or verb.pos_ != "VERB" or not ctx.latest:
        return
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)] if not t.is_quote]
    if not behind or behind[0] not in _OPENING or ctx.is_unreal(verb):
        return
    side: Stance | None = next((side for words, side in _REPLIES if tuple(behind[: len(words)]) == words), None)
    replying = ctx.who.parties(clauses.subject(verb))
    start = verb.doc[max(0, verb.sent.start - 1)].sent.start
    asked = [f for f in ctx.latest if f.word.i >= start and f.stance == "demand" and same(f.action.doer, replying)]
    if side is None or not asked or same(asked[-1].holder, replying):
        return
    action = replace(asked[-1].action, doer=replying, start=verb.idx, end=stretches.phrase(verb)[1])
    yield Found(replying, side, action, verb, "reply", asked[-1].sure - 0.1, asked[-1].hanging)
