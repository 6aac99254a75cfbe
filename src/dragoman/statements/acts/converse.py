"""Acts told by those to whom they are done: "obtained an assurance from Peru", "receives Norwegian aid"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.acts.frames import act_words, word_list
from dragoman.statements.acts.intents import Intents
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["received"]

_TOLD = {event: act_words("verb")[verb] for event, verb in (("SUPPORT", "endorse"), ("AID", "aid"), ("AGREE", "agree"))}


def received(parties: ActParties, intents: Intents, verb: Token) -> Iterator[Found]:
    """Yield the giving that *verb*, one of getting, tells from the other end: who gets it is the target."""
    if verb.lemma_ not in word_list("converse", "verbs") or clauses.is_passive(verb) or verb.pos_ != "VERB":
        return
    bare = [c for c in clauses.children(verb, "xcomp") if c.pos_ == "NOUN" and c.i == verb.i + 1]
    for thing in (clauses.objects(verb) or bare)[:1]:
        event = next((e for e in _TOLD if thing.lemma_ in word_list("converse", e)), None)
        if event is None:
            return
        word = next(w for w in _TOLD[event] if w.event == event)
        giver, getter = parties.giver(verb, thing), parties.doer(clauses.subject(verb))
        status = intents.status(verb, word)
        if not giver or not getter or status is None or {party_of(p) for p in giver} & {party_of(p) for p in getter}:
            dropped(verb, f"{event}:{verb.lemma_}", "who gives or who gets is not known, or it is only wished")
            return
        if status not in {"hypothetical", "planned"}:
            yield Found(verb, word, giver, getter, status, stretches.phrase(verb), f"got:{verb.lemma_}")
