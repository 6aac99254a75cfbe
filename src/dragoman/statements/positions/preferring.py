"""What a stance puts behind: "rather than give ground", "a quota to a ban", "but not a base"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.stances import is_instead
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BEHIND", "by_none_rather", "is_excepted", "less_liked", "put_behind"]

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


@at(lambda _: ("prefer",))
def by_none_rather(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Prefers no deal to a bad one": what is worse than none is opposed."""
    none = [c for c in clauses.children(verb, "obj") if any(g.lower_ == "no" and g.i < c.i for g in c.children)]
    if verb.pos_ != "VERB" or not none or ctx.is_unreal(verb):
        return
    behind = [t for o in (*none, verb) for t in clauses.prepositional(o, "to", "than") if t.i > none[0].i]
    for holder in ctx.holders(verb) if behind else ():
        if action := ctx.actions.of(behind[0], phrase=True):
            one = behind[0].lower_ == "one"
            words = f"{none[0].text} {action.words}" if one else action.words
            action = replace(action, words=words, doer=action.doer or ctx.actions.unnamed.of(none[0], holder))
            yield Found(holder, "oppose", action, verb, "none rather", 0.55)
            return


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
