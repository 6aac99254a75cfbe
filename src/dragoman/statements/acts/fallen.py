"""Places that fall to somebody: "Goma fell to the rebels", "the fall of Goma to the rebels"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.acts.frames import act_words
from dragoman.statements.acts.intents import Intents
from dragoman.statements.acts.nounparts import chain
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["fallen", "the_fall"]

_CAPTURE = next(word for word in act_words("verb")["conquer"] if word.event == "ASSAULT")
_PLACES = {
    "town", "city", "village", "base", "airport", "capital", "province", "stronghold", "garrison", "outpost", "port",
    "barracks", "district", "suburb", "fort", "bastion", "enclave",
}  # fmt: skip


def fallen(parties: ActParties, intents: Intents, verb: Token) -> Iterator[Found]:
    """Yield the taking of a place that *verb* says fell to somebody."""
    place = clauses.subject(verb)
    if place is None or not _is_place(parties, place):
        return
    actor = _takers(parties, clauses.prepositional(verb, "to", "into"))
    status = intents.status(verb, _CAPTURE)
    if not actor or status is None:
        dropped(verb, "ASSAULT:fall", "to whom it fell is not known, or it is only feared")
        return
    target = _losers(parties, place, actor)
    yield Found(verb, _CAPTURE, actor, target, status, stretches.phrase(verb), "fell:fall", inferred=not target)


def the_fall(parties: ActParties, noun: Token) -> Iterator[Found]:
    """Yield the same by a noun: "after the fall of Goma to the rebels"."""
    phrases = chain(noun)
    place = next((head for lead, head in phrases if lead == "of"), None)
    if place is None or not _is_place(parties, place):
        return
    if actor := _takers(parties, [head for lead, head in phrases if lead == "to"]):
        target = _losers(parties, place, actor)
        yield Found(noun, _CAPTURE, actor, target, "done", stretches.phrase(noun), "fell:fall", inferred=not target)


def _is_place(parties: ActParties, noun: Token) -> bool:
    return noun.lemma_.lower() in _PLACES or parties.is_part_of_a_state(noun)


def _takers(parties: ActParties, nouns: list[Token]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for noun in nouns for p in parties.doer(noun)))


def _losers(parties: ActParties, place: Token, actor: tuple[str, ...]) -> tuple[str, ...]:
    """Whose ground the place is, or who faces those who take it."""
    own = {party_of(p) for p in actor}
    found = (*parties.ground(place), *parties.owner(place))
    return tuple(p for p in dict.fromkeys(found) if party_of(p) not in own)[:1] or parties.facing(_CAPTURE, actor)
