"""Nouns taken for names or adjectives: "the former republic", "MPs", "Downstream states press China"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import word_sets
from dragoman.statements.repairs.asking import at
from dragoman.statements.stance_words import stance_words

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["capitals_with_s", "plural_of_states", "small_name"]

_SHORT = 4
"""Letters up to which a small word may be part of a name: "al", "bin", "della"."""

_CAPITALS = 3
"""Letters from which on capitals with an s are a plural."""


@at(tags={"NNP"})
def small_name(token: Token) -> None:
    """ "The former Soviet republic": a long word in small letters is no name."""
    if token.tag_ == "NNP" and token.text.islower() and len(token.text) > _SHORT:
        token.pos_, token.tag_ = "NOUN", "NN"


def capitals_with_s(token: Token) -> None:
    """ "MPs", "MEPs", "NGOs": letters with a small s are a plural, be they taken for an adjective or a name."""
    if token.text.endswith("s") and token.text[:-1].isalpha() and token.text[:-1].isupper() and len(token) >= _CAPITALS:
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", token.lower_[:-1]


@at(tags={"NNPS"})
def plural_of_states(token: Token) -> None:
    """ "Downstream states press China", "Mediators from Chad met": a plural for people or states is no name."""
    singular = re.sub("ies$", "y", token.lower_).removesuffix("s")
    nouns = word_sets("nouns")
    known = singular in nouns["people"] | nouns["groups"] or singular in stance_words("noun")
    opening = known and token.i == token.sent.start
    if token.tag_ == "NNPS" and (token.text.islower() or opening):
        token.pos_, token.tag_, token.lemma_ = "NOUN", "NNS", singular
