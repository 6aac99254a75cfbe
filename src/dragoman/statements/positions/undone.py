"""What is left undone: to be against "Sudan's refusal to pay" or its "failure to answer" is to ask for the deed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.stances import particle

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["asked_instead", "is_left_undone", "task_left"]

_FAILING = {"refuse", "fail", "decline", "hesitate", "neglect", "forget", "omit"}

_WORDS = {"word", "promise", "pledge", "commitment"}
"""What one goes back on that does not itself tell what should be done."""


def is_left_undone(noun: Token) -> bool:
    """True of a refusal, a failure, a reluctance to do what stands behind it."""
    return noun.lemma_ in lexicon("implied")["undone"]["words"] and bool(_tasks(noun))


def task_left(word: Token) -> Token | None:
    """What is not done: the "pay" of "its refusal to pay", "failing to pay", "dragging its feet on paying"."""
    table = lexicon("implied")["undone"]
    if word.pos_ == "NOUN":
        return _tasks(word)[0] if is_left_undone(word) else None
    if word.lemma_ in _FAILING:
        return next(iter(_tasks(word)), None)
    idioms = [particle(word, last) for lead, last in table["idioms"] if word.lemma_ == lead]
    bearing = [word, *idioms] if any(idioms) else []
    below = [c for t in bearing if t for c in clauses.prepositional(t, "on", "over", "in", "from", "about", "to")]
    below += clauses.children(word, "obj") if word.lemma_ in table["delaying"] else []
    return next((c for c in below if c.i > word.i and c.pos_ in {"NOUN", "VERB"} and c.lemma_ not in _WORDS), None)


def asked_instead(ctx: Context, found: Found) -> Found | None:
    """The demand in an opposition to a refusal; None where it is not somebody else's."""
    noun = found.action.head
    if found.stance != "oppose" or noun.pos_ != "NOUN" or not is_left_undone(noun):
        return found
    owners = [*clauses.agents(noun), *clauses.children(noun, "amod", "compound"), *clauses.prepositional(noun, "of")]
    doers = found.action.doer or tuple(p for owner in owners for p in ctx.who.parties(owner))
    action = ctx.actions.of(_tasks(noun)[0], doer=doers) if doers and not same(doers, found.holder) else None
    return replace(found, stance="demand", action=action) if action else None


def _tasks(word: Token) -> list[Token]:
    return [c for c in clauses.children(word, "acl", "xcomp", "advcl") if clauses.marker(c) == "to" and c.i > word.i]
