"""Positions told beside what was done: "met at Peru's request", "signed over Chilean objections"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.supporters import bearers_of, takes_stance
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_aside"]

_CHOOSING = {"agree", "decide", "consent", "choose", "vote", "opt", "promise", "offer"}
_REFUSING = {"refuse", "decline"}
_COMING = {"come", "rush", "go", "leap", "spring"}
"""Verbs beside which support is given: "came to Peru's support"."""
_FEELING = {"concern", "worry", "dismay", "sadden", "disappoint", "trouble", "alarm", "surprise", "shock"}
"""What somebody feels, and nobody asks for."""
_BESIDE_VERBS = {"will", "defiance"}
"""What counts beside a verb alone: not "buyers in defiance of the embargo"."""
_STANCES: tuple[Stance, ...] = ("demand", "oppose", "support")
_FELT: dict[str, Stance] = {"felt against": "oppose", "felt for": "support"}
"""Feelings, behind "to": "to the relief of Peru"."""


@at(lambda words: (word for key in (*_STANCES, *_FELT) for word in words["asides"][key]))
def by_aside(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "At the request of Peru", "against American wishes": what the clause tells is asked for, or not liked."""
    verb = noun.head
    if noun.pos_ != "NOUN" or noun.dep_ not in {"obl", "nmod", "advcl"}:
        return
    lead = _lead(ctx, noun)
    stance = _stance(ctx, noun, lead)
    if stance is None:
        return
    if (lead == "to" and verb.lemma_ in _COMING) or verb.lemma_ in _FEELING:
        return
    subject_to = noun.head.lower_ == "subject" or (lead == "without" and stance != "oppose")
    if lead not in ctx.words["asides"]["leads"] or clauses.children(noun, "acl", "ccomp") or subject_to:
        return
    if lead in {"against", "over", "despite", "in spite of", "in the face of"}:
        stance = "oppose"
    if noun.lemma_ in _BESIDE_VERBS and (lead != "against" or verb.pos_ != "VERB"):
        return
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    if stance == "support" and lead == "with" and takes_stance(verb):
        dropped(noun, f"aside:{noun.lemma_}", "told with the stance that the clause takes")
        return
    holders = [ids for bearer in bearers_of(noun) if bearer.i in ctx.text.by_token for ids in ctx.who.each(bearer)]
    if verb.pos_ != "VERB" or not holders or mood.is_negated(verb) or ctx.is_unreal(verb):
        dropped(noun, f"aside:{noun.lemma_}", "whose it is is not known, or nothing was done")
        return
    inner = [c for c in clauses.children(verb, "xcomp") if clauses.marker(c) == "to"]
    chosen = inner[0] if inner and verb.lemma_ in _CHOOSING | _REFUSING else verb
    if chosen != verb and stance == "oppose" and verb.lemma_ in _REFUSING:
        stance = "demand"
    action = ctx.actions.of(chosen, doer=() if clauses.is_passive(verb) else ctx.who.parties(clauses.subject(verb)))
    if action:
        action = replace(action, words=re.split(rf" {lead} (?=.*\b{noun.text}\b)", action.words)[0])
    for holder in holders:
        if action and not action.doer and clauses.is_passive(verb):
            action = replace(action, doer=ctx.actions.unnamed.of(chosen, holder), inferred=True)
        if action and (action.doer or clauses.is_passive(verb)) and not _is_own(action.doer, holder):
            yield Found(holder, stance, action, noun, f"aside:{noun.lemma_}", 0.5)


def _is_own(doer: tuple[str, ...], holder: tuple[str, ...]) -> bool:
    """Whether who acts is who is said not to like it; a parliament may act against the wishes of its state."""
    return same(doer, holder) and not any(":" in party and party not in holder for party in doer)


def _stance(ctx: Context, noun: Token, lead: str) -> Stance | None:
    """Which stance a noun tells behind its preposition."""
    table = ctx.words["asides"]
    if lead == "to":
        return next((stance for key, stance in _FELT.items() if noun.lemma_ in table[key]), None)
    return next((stance for stance in _STANCES if noun.lemma_ in table[stance]), None)


def _lead(ctx: Context, noun: Token) -> str:
    """What stands before a noun of asking or objecting: "in the face of" whole, and "in" only before "defiance"."""
    lead, outer = clauses.preposition(noun), noun.head
    if lead == "of" and outer.lemma_ == "face" and clauses.preposition(outer) == "in":
        return "in the face of"
    return "against" if lead == "in" and noun.lemma_ in ctx.words["asides"]["in"] else lead
