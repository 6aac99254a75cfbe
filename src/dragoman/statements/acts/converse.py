"""Acts told by those to whom they are done: "obtained an assurance from Peru", "receives Norwegian aid"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.acts.fallen import fallen
from dragoman.statements.acts.frames import act_words, word_list
from dragoman.statements.acts.intents import Intents
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Event
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["received"]

_VERBS: tuple[tuple[Event, str], ...] = (
    ("SUPPORT", "endorse"), ("AID", "aid"), ("AGREE", "agree"), ("ASSAULT", "attack"), ("ACCUSE", "accuse"),
)  # fmt: skip
_TOLD = {event: next(word for word in act_words("verb")[verb] if word.event == event) for event, verb in _VERBS}
_GIVEN: tuple[Event, ...] = ("SUPPORT", "AID", "AGREE")
_UNDER: dict[Event, frozenset[str]] = {
    event: word_list("converse", f"under {event}") for event in ("ASSAULT", "ACCUSE")
}
"""What somebody comes under, by what it is that others do to him."""


def received(parties: ActParties, intents: Intents, verb: Token) -> Iterator[Found]:
    """Yield the giving that *verb*, one of getting, tells from the other end: who gets it is the target.

    So is who "comes under fire".
    """
    if verb.lemma_ == "fall":
        yield from fallen(parties, intents, verb)
        return
    if verb.lemma_ == "come":
        yield from _under(parties, intents, verb)
        return
    if verb.lemma_ not in word_list("converse", "verbs") or clauses.is_passive(verb) or verb.pos_ != "VERB":
        return
    bare = [c for c in clauses.children(verb, "xcomp") if c.pos_ == "NOUN" and c.i == verb.i + 1]
    for thing in (clauses.objects(verb) or bare)[:1]:
        event = next((e for e in _GIVEN if thing.lemma_ in word_list("converse", e)), None)
        if event is None:
            return
        word = _TOLD[event]
        giver, getter = parties.giver(verb, thing), parties.doer(clauses.subject(verb))
        status = intents.status(verb, word)
        if not giver or not getter or status is None or {party_of(p) for p in giver} & {party_of(p) for p in getter}:
            dropped(verb, f"{event}:{verb.lemma_}", "who gives or who gets is not known, or it is only wished")
            return
        if status not in {"hypothetical", "planned"}:
            yield Found(verb, word, giver, getter, status, stretches.phrase(verb), f"got:{verb.lemma_}")


def _under(parties: ActParties, intents: Intents, verb: Token) -> Iterator[Found]:
    """ "Came under attack from Chad": whoever it comes from does it; fire "for" a deed is blame."""
    for thing in clauses.prepositional(verb, "under"):
        event = next((e for e, nouns in _UNDER.items() if thing.lemma_ in nouns), None)
        if event is None:
            continue
        blamed = event == "ASSAULT" and bool(clauses.prepositional(verb, "for", "over"))
        word = _TOLD["ACCUSE" if blamed else event]
        around = [noun for head in (verb, thing) for noun in clauses.prepositional(head, "from", "by")]
        actor = tuple(p for noun in around for p in parties.doer(noun) or parties.owner(noun))
        under = clauses.subject(verb)
        target = parties.doer(under) or (parties.owner(under) if under is not None else ())
        status = intents.status(verb, word)
        if actor and target and status in {"done", "ongoing"} and not set(actor) & set(target):
            yield Found(verb, word, actor, target, status, stretches.phrase(verb), f"under:{thing.lemma_}")
            return
        dropped(verb, f"{word.event}:{verb.lemma_}", "from whom it comes is not known, or it is only wished")
