"""What a stance puts behind: "rather than give ground", "a quota to a ban", "but not a base"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.stances import is_instead
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["BEHIND", "by_none_rather", "by_rather_than", "is_excepted", "less_liked", "put_behind", "spurned"]

BEHIND = re.compile(r" (?:to|over|rather than|instead of) ")
"""What opens the worse of two things in the words of the better."""
_BEHOLDING = {"see", "let", "have", "watch", "allow", "permit", "leave"}
_BORNE = {
    "lose", "risk", "face", "suffer", "miss", "incur", "endure", "experience", "become", "remain", "struggle",
    "default", "sink", "fall", "starve", "regret", "bear", "court", "fail",
}  # fmt: skip
"""What would come over somebody, and is no deed to refuse: "withdrew it rather than lose the vote"."""
_CHOOSING = {"choose", "decide", "elect", "opt", "vow", "threaten", "plan", "intend", "prepare", "resolve", "ready"}
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


@at(lambda _: ("rather",))
def by_rather_than(ctx: Context, token: Token) -> Iterator[Found]:
    """ "Will walk out rather than sign", "resigned rather than see it sold": what somebody would not do, or not see."""
    clause = token.head
    verb = clause.head
    if token.nbor().lower_ != "than" or clause.i < token.i or clause.tag_ not in {"VB", "VBG"} or verb.pos_ != "VERB":
        return
    if clause.dep_ not in {"conj", "advcl"} or mood.is_negated(verb) or ctx.is_unreal(verb):
        return
    if clause.lemma_ in _BORNE:
        return
    others = [f.holder for f in ctx.latest[-8:] if f.action.head == verb and not same(f.holder, f.action.doer)]
    if others or (clauses.marker(verb) == "to" and verb.head.lemma_ not in _CHOOSING):
        return
    for holder in ctx.who.each(clauses.subject(verb)):
        if action := spurned(ctx, clause, holder):
            against: Stance = "refuse" if same(action.doer, holder) else "oppose"
            yield Found(holder, against, action, token, "rather than", 0.55, speaker=ctx.speaker(verb))


def spurned(ctx: Context, clause: Token, holder: tuple[str, ...]) -> Action | None:
    """What *holder* would not do, or, behind "see" and "let", would not have others do."""
    if clause.lemma_ not in _BEHOLDING:
        return ctx.actions.of(clause, doer=holder)
    below = [clause, *clauses.children(clause, "obj")]
    done = [c for o in below for c in clauses.children(o, "xcomp", "ccomp", "acl") if c.i > clause.i]
    done = [c for c in done if c.tag_ in {"VB", "VBN", "VBG"}]
    return ctx.actions.of(done[0], default=ctx.actions.unnamed.of(done[0], holder)) if done else None


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
