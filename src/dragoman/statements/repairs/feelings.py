"""Verbs before what people feel, taken for participles of it: "the new fee sparked outrage in Chile"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach, take_place

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["verb_before_feeling"]

_ROUSING = {
    "sparked": "spark", "stirred": "stir", "provoked": "provoke", "triggered": "trigger", "prompted": "prompt",
    "aroused": "arouse", "raised": "raise", "fuelled": "fuel", "fueled": "fuel", "drew": "draw", "caused": "cause",
    "unleashed": "unleash", "ignited": "ignite", "elicited": "elicit", "evoked": "evoke", "met": "meet",
}  # fmt: skip
_FEELINGS = frozenset(lexicon("positions")["received"]["against"])


@at(labels={"amod", "compound"}, words=_ROUSING)
def verb_before_feeling(token: Token) -> None:
    """ "A new fee sparked outrage": where a noun stands right before it, it is the verb of the clause."""
    feeling, thing = token.head, token.nbor(-1) if token.i > token.sent.start else token
    if token.lower_ not in _ROUSING or feeling.lemma_ not in _FEELINGS or feeling.i < token.i:
        return
    if thing.pos_ not in {"NOUN", "PROPN"} or thing not in feeling.subtree or thing == feeling:
        return
    while thing.head != feeling and thing.head in feeling.subtree and thing.head != token:
        thing = thing.head
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBD", _ROUSING[token.lower_]
    token.hang(feeling, "dep")
    thing.hang(feeling, "dep")
    before = [c for c in feeling.children if c.i < token.i and c not in {token, thing}]
    take_place(token, feeling)
    feeling.hang(token, "obj")
    thing.hang(token, "nsubj")
    for child in before:
        attach(child, thing, child.dep_)
    for child in [c for c in clauses.children(feeling, "punct") if c.i > feeling.i]:
        attach(child, token, "punct")
