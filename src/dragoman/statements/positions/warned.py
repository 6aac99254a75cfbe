"""Positions told by what would follow: "warned of consequences if Chad leaves", "no other way than talks"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.mirroring import undone
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_last_resort", "by_warning"]

_BARE = {"no", "only", "little", "any", "nothing"}
_PROMISING = {"threaten", "vow", "promise"}
"""Verbs by which one says what one would do oneself."""
_REACH = 5
"""Words behind a noun for a way out in which the way is told."""


@at(lambda words: words["warned"]["verbs"])
def by_warning(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Warned of unrest if the fee rises": the rise is opposed; "unless it falls": its fall is demanded."""
    table = ctx.words["warned"]
    if verb.pos_ != "VERB" or verb.lemma_ not in table["verbs"] or mood.is_negated(verb) or ctx.is_unreal(verb):
        return
    told = [*clauses.prepositional(verb, *table["leads"]), *clauses.children(verb, "obj")]
    harms = {*table["words"], *ctx.words["harms"]["words"]}
    feared = [noun for noun in told if noun.i > verb.i and noun.lemma_ in harms]
    hanging = ctx.conditions.of(verb, *feared) if feared else None
    if hanging is None or hanging.type not in {"only_if", "unless", "before"}:
        return
    threats = [noun for noun in feared if noun.dep_ == "obj" and noun.lemma_ in ctx.words["harms"]["words"]]
    for holder in ctx.holders(verb):
        for noun in threats if verb.lemma_ in _PROMISING else ():
            if made := ctx.actions.of(noun, doer=holder):
                yield Found(holder, "promise", made, verb, f"promise:{verb.lemma_}", 0.6, hanging)
        for action in (undone(ctx, one) or one for one in hanging.actions):
            denied = mood.is_negated(action.head) or action not in hanging.actions
            stance: Stance = "oppose" if hanging.type == "only_if" and not denied else "demand"
            doer = action.doer or ctx.actions.unnamed.of(action.head, holder)
            asked = replace(action, doer=doer, words=action.words.removeprefix("not "))
            if not same(doer, holder):
                yield Found(holder, stance, asked, action.head, f"warned:{verb.lemma_}", 0.55)


@at(lambda words: words["ways"]["words"])
def by_last_resort(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Sees no alternative to talks", "there is no answer but a truce", said X: the one way left is supported."""
    table = ctx.words["ways"]
    if noun.pos_ not in {"NOUN", "ADJ"} or noun.lemma_ not in table["words"]:
        return
    verb = noun.head
    bare = {c.lower_ for c in [*noun.children, *verb.children]} & _BARE or mood.is_negated(verb)
    seen = noun.dep_ == "obj" and verb.lemma_ in table["seeing"]
    said = noun.dep_ in {"nsubj", "attr", "ROOT", "ccomp"} and (verb.lemma_ == "be" or clauses.children(noun, "cop"))
    leads = set(table["leads"]) | set(table["to"] if noun.lemma_ in table["other"] else ())
    way = _way(noun, leads) if bare and (seen or said) else None
    if way is None:
        return
    speaker = ctx.speaker(noun)
    holders = ctx.holders(verb) if seen else [speaker.parties]
    for holder in holders:
        own = seen and clauses.marker(way) == "to"
        action = ctx.actions.of(ctx.actions.unwrap(way), doer=holder if own else (), default=holder)
        if action and holder:
            yield Found(holder, "support", action, noun, "last resort", 0.5, None, speaker)


def _way(noun: Token, leads: set[str]) -> Token | None:
    """What stands behind "but", "other than" or "to" right after a noun for a way out."""
    doc = noun.doc
    stop = min(noun.i + 1 + _REACH, noun.sent.end)
    lead = next((t for t in doc[noun.i + 1 : stop] if t.lower_ in leads or t.is_punct or t.pos_ == "VERB"), None)
    while lead is not None and lead.i + 1 < stop and lead.nbor().lower_ in leads:
        lead = lead.nbor()
    if lead is None or lead.lower_ not in leads:
        return None
    behind = [t for t in doc[lead.i + 1 : noun.sent.end] if t.left_edge.i in {lead.i, lead.i + 1}]
    return next((t for t in behind if t.pos_ in {"NOUN", "VERB", "PROPN"}), None)
