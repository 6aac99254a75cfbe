"""What a stance puts behind: "rather than give ground", "a quota to a ban", "but not a base"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.stances import is_instead
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BEHIND", "is_excepted", "less_liked", "put_behind"]

BEHIND = re.compile(r" (?:to|over|rather than|instead of) ")
"""What opens the worse of two things in the words of the better."""
_PREFERRING = {"prefer", "favour", "favor", "choose", "opt", "preference"}


def is_excepted(word: Token, head: Token) -> bool:
    """ "Supports a review but not a base": what is listed with "not" is not what is meant."""
    denied = any(c.lower_ == "not" and c.i < head.i for c in head.children)
    listed = head.dep_ == "conj" and clauses.governor(head) == word
    return listed and head.pos_ in {"NOUN", "PROPN"} and denied


def put_behind(ctx: Context, found: Found, head: Token) -> Iterator[Found]:
    """ "Urged him to walk away rather than give ground", "prefers a quota to a ban": what is put behind is opposed."""
    if found.stance in AGAINST:
        return
    if (other := less_liked(found.word, head)) is not None:
        if action := ctx.actions.of(other, phrase=True):
            yield replace(found, stance="oppose", action=action, hanging=None, sure=found.sure - 0.1)
        return
    if not clauses.is_clause(head):
        return
    for clause in [c for c in head.children if c.i > head.i and c.dep_ in {"advcl", "conj", "xcomp", "ccomp"}]:
        if is_instead(clause) and clause.tag_ in {"VB", "VBG"}:
            action = ctx.actions.of(clause, doer=found.action.doer)
            if action:
                against: Stance = "refuse" if same(action.doer, found.holder) else "oppose"
                yield replace(found, stance=against, action=action, hanging=None, sure=found.sure - 0.1)


def less_liked(word: Token, head: Token) -> Token | None:
    """The ban of "prefers a quota to a ban", "favours a quota rather than a ban"."""
    if word.lemma_ not in _PREFERRING or head.pos_ != "NOUN":
        return None
    behind = clauses.prepositional(head, "over", "rather than", "instead of") or [
        t for t in [*head.children, *word.children] if t.i > head.i and is_instead(t)
    ]
    if word.lemma_ == "prefer":
        behind = behind or [t for o in (head, word) for t in clauses.prepositional(o, "to")]
    return next((t for t in behind if t.i > head.i and t.pos_ == "NOUN"), None)
