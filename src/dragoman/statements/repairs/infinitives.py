"""Infinitives that hang from too far away: "asks for time and offers, in exchange, to pay"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["infinitive_behind_letter", "infinitive_of_verb"]

_REACH = 6
_HUNG = {"advcl", "xcomp", "acl", "acl:relcl", "ccomp"}
_DATING = {"date", "issue", "send", "publish", "sign", "deliver", "release", "hand", "see", "obtain", "address"}
"""What is told of a letter, and takes no infinitive: "in a letter dated 5 May to"."""
_ASKING = {"ask", "urge", "order", "tell", "instruct", "request", "invite", "press", "warn", "remind", "direct", "beg"}
_FILLING = {"obj", "xcomp", "ccomp"}


@at(tags={"VB"}, labels=_HUNG, bearing=True)
def infinitive_of_verb(token: Token, offering: frozenset[str]) -> None:
    """ "Offers, in exchange, to pay", hung from an earlier verb: or "which Chad refused to join", hung from the noun:
    it is what the verb right before it offers or refuses.
    """
    if token.tag_ != "VB" or clauses.marker(token) != "to" or token.dep_ not in _HUNG:
        return
    to = next(c for c in token.children if c.dep_ == "mark")
    verb = next((t for t in reversed(token.doc[max(token.sent.start, to.i - _REACH) : to.i]) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_ not in offering or token.head.i >= verb.i or verb in token.subtree:
        return
    finite = verb.tag_ in FINITE or bool(clauses.children(verb, "aux"))
    between = verb.doc[verb.i + 1 : to.i]
    aside = between and between[0].text == "," and between[-1].text == ","
    filled = [c for c in verb.children if c.dep_ in _FILLING and c.i > verb.i]
    if finite and not filled and (not between or aside):
        attach(token, verb, "xcomp")


@at(tags={"VB"}, labels={"xcomp", "advcl"}, bearing=True)
def infinitive_behind_letter(token: Token) -> None:
    """ "Ordered Chad in a letter dated 5 May to stop": what is ordered, not what the letter was dated for."""
    told, letter = token.head, token.head.head
    verb = letter.head if letter.head.pos_ == "VERB" else letter.head.head
    if clauses.marker(token) != "to" or told.tag_ != "VBN" or told.dep_ != "acl" or told.lemma_ not in _DATING:
        return
    if (
        letter.dep_ not in {"obl", "nmod"}
        or verb.lemma_ not in _ASKING
        or not clauses.children(verb, "obj", "nsubj:pass")
    ):
        return
    if letter.lemma_ in clauses.TEXTS and not clauses.children(verb, "xcomp"):
        attach(token, verb, "xcomp")
