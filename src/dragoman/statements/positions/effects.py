"""Positions told by what a thing would do: "the deal would reward aggression", "goes too far", "makes sense"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.positions.implied import is_thing, of_thing
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_effect"]

_SURE = 0.45
_TOLD = {"will", "would", "could", "can", "may", "might"}
_Idioms = dict[str, dict[Stance, list[tuple[bool, list[frozenset[str]]]]]]
_SIDES: tuple[Stance, ...] = ("oppose", "support")
_REACH = 9
"""Words behind a verb within which the rest of an idiom stands."""
_KNOWN = 2
"""Mentions from which on a speaker of no list is a party rather than an expert's house."""


@cache
def _told_of() -> _Idioms:
    """The idioms of effect by their verb and side: whether it is denied, and what must stand behind it."""
    found: _Idioms = {}
    for stance in _SIDES:
        for idiom in lexicon("implied")["effects"][stance]:
            words = idiom.removeprefix("not ").split()
            rest = [frozenset(word.split("|")) for word in words[1:]]
            for verb in words[0].split("|"):
                found.setdefault(verb, {}).setdefault(stance, []).append((idiom.startswith("not "), rest))
    return found


@at(lambda _: [*_told_of(), *(w for k in ("helping", "harming", "equalling") for w in lexicon("implied")[k]["words"])])
def by_effect(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The deal would undermine Ukraine", "would amount to surrender", said X: opposed; "would help": supported."""
    stance = _effect(verb) if verb.pos_ == "VERB" else None
    if stance is None or clauses.is_passive(verb):
        return
    under, speaker = clauses.subject(verb), ctx.speaker(verb)
    helpers = {c.lower_ for c in clauses.children(verb, "aux")}
    told = helpers & _TOLD or "does" in helpers or (verb.tag_ in {"VBZ", "VBP", "NNS"} and not helpers)
    told = told or (verb.dep_ in {"ccomp", "parataxis"} and speaker.verb is not None and _is_backshifted(verb))
    if not told or ctx.is_unreal(verb) or under is None or not is_thing(ctx, under):
        return
    if not speaker.parties or not _is_party(ctx, speaker.parties):
        dropped(verb, f"implied:{verb.lemma_}", "nobody known says so, or an expert")
        return
    action = of_thing(ctx, under, speaker.parties)
    if action:
        yield Found(speaker.parties, stance, action, verb, f"implied:{verb.lemma_}", _SURE, None, speaker)


def _effect(verb: Token) -> Stance | None:
    """The side that a verb, or a verb with the words behind it, tells of what it is said of."""
    table = lexicon("implied")
    denied = mood.is_negated(verb)
    behind = {form for t in _behind(verb) for form in (t.lemma_.lower(), t.lower_)}
    for stance in _SIDES:
        for not_, rest in _told_of().get(verb.lemma_, {}).get(stance, ()):
            if not_ == denied and all(not behind.isdisjoint(one) for one in rest):
                return stance
    if denied:
        return None
    harms = verb.lemma_ in table["harming"]["words"] or _equals_evil(verb)
    return "support" if verb.lemma_ in table["helping"]["words"] else "oppose" if harms else None


def _behind(verb: Token) -> list[Token]:
    """The words of a verb's clause behind it, as far as an idiom goes."""
    near = verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _REACH)]
    stop = next((n for n, t in enumerate(near) if t.text in {",", ";", ":"} or t.is_quote), len(near))
    return list(near[:stop])


def _is_backshifted(verb: Token) -> bool:
    """ "Said that the fee made no sense": the past of what is told stands for its present."""
    return verb.tag_ == "VBD" or "did" in mood.modals(verb)


def _equals_evil(verb: Token) -> bool:
    table = lexicon("implied")
    if verb.lemma_ not in table["equalling"]["words"]:
        return False
    what = clauses.children(verb, "obj") or clauses.prepositional(verb, "to")
    return any(t.lemma_ in table["evils"]["words"] for t in what)


def _is_party(ctx: Context, parties: tuple[str, ...]) -> bool:
    """True for speakers of a listed party, or of one the article keeps speaking of."""
    sort_of, counts = ctx.text.names.sort_of, ctx.who.cast.counts
    return any(sort_of(party_of(p)) is not None or counts[party_of(p)] >= _KNOWN for p in parties)
