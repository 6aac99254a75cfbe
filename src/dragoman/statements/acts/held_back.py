"""Deeds that somebody held back from or is about to do: "refrained from suing Chad", "on the verge of a break"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses, mood

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["held_back"]

_FROM = {"refrain", "abstain", "desist", "shy", "hold", "shrink", "recoil", "stay", "back", "stop"}
"""Verbs that deny what stands behind their "from"."""
_FORGOING = {"avoid", "resist", "forgo", "forego", "skip", "eschew", "escape"}
"""Verbs that deny the gerund behind them."""
_AGAINST = {"decide", "rule", "vote", "choose"}
_BRINK = {"verge", "brink", "point", "cusp", "eve", "threshold"}
_NEAR = {"close", "near"}
"""Before "to" what one came close to doing was not done."""
_COURSE = {"course", "track"}
_PAST = {"VBD", "VBN"}


def held_back(verb: Token) -> Literal["denied", "planned", "wished"] | None:
    """What the words before *verb* make of it: it was let be, it is about to be done, or it is no longer to be done.

    None where they say neither.
    """
    head, lead = verb.head, clauses.marker(verb) or clauses.preposition(verb)
    if verb.tag_ == "VBG" and head.pos_ == "VERB":
        if (lead == "from" and head.lemma_ in _FROM) or (not lead and head.lemma_ in _FORGOING and _is_behind(verb)):
            return _undone(head)
        if lead == "against" and head.lemma_ in _AGAINST:
            return _undone(head)
        if lead == "to" and head.lemma_ == "come" and any(c.lower_ in _NEAR for c in head.children):
            return _undone(head)
    if verb.tag_ == "VBG" and head.lower_ in _NEAR and lead == "to" and head.head.lemma_ == "come":
        return _undone(head.head)
    if verb.tag_ == "VBG" and head.lemma_ in _BRINK and lead == "of":
        return _on_the_brink(head)
    if verb.tag_ == "VB" and lead.endswith("to"):
        before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i] if t.lower_ != "to"]
        about = before[-1:] == ["about"] and head.lower_ == "about" and not mood.is_negated(head)
        return "planned" if about or (before[-1:] and before[-1] in _COURSE and "on" in before) else None
    return None


def _is_behind(verb: Token) -> bool:
    return verb.i > verb.head.i and verb.dep_ in {"xcomp", "ccomp", "advcl", "obj"}


def _on_the_brink(noun: Token) -> Literal["denied", "planned", "wished"] | None:
    """ "Is on the verge of": about to; "had been on the verge of": it did not come to that."""
    if clauses.preposition(noun) not in {"on", "at", "to"}:
        return None
    helpers = {c.lower_ for c in [*noun.children, *noun.head.children] if c.dep_ in {"aux", "cop"}}
    if "had" in helpers:
        return "denied"
    return "wished" if helpers & {"was", "were"} or mood.is_negated(noun) else "planned"


def _undone(head: Token) -> Literal["denied", "wished"] | None:
    """What holding back comes to: done, the deed is denied; to come or asked for, it is only wished away."""
    if mood.is_negated(head):
        return None
    told = head.tag_ in _PAST and not mood.modals(head) & {*mood.POSSIBLE, "will", "be to"}
    return "denied" if told else "wished"
