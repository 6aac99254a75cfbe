"""What "it" and "them" take up where something is done to a thing: "signed a pact but suspended it in May"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["meant"]

_ONE = {"it", "this", "that"}
_MANY = {"them", "these", "those"}
_SALIENT = {"nsubj", "nsubj:pass", "obj", "appos", "ROOT", "parataxis"}
_EMPTY = {"make", "leave", "find", "get", "have", "keep", "take", "put", "see", "give", "call", "let"}
"""Verbs whose "it" mostly takes up nothing: "made it clear"."""
_NEAREST = 3
"""How many things told last are looked at."""
_BACK = 60
"""Words before a pronoun within which what it takes up is looked for."""


def meant(noun: Token, wanted: frozenset[str]) -> Token:
    """*noun*, or, where it is a pronoun, the thing it takes up if that is one of *wanted*.

    "Chad lifted the embargo in May and reimposed it in June": of the things told last, one that can be reimposed.
    """
    if noun.pos_ != "PRON" or noun.lower_ not in _ONE | _MANY or noun.head.lemma_ in _EMPTY:
        return noun
    told = [near for near in _before(noun) if near.tag_ == ("NN" if noun.lower_ in _ONE else "NNS")]
    return next((near for near in told[:_NEAREST] if near.lemma_.lower() in wanted), noun)


def _before(pronoun: Token) -> list[Token]:
    """The things told before *pronoun* in its sentence and in the one before it, the last first."""
    start = max(0, pronoun.i - _BACK)
    earliest = pronoun.doc[max(0, pronoun.sent.start - 1)].sent.start
    near = pronoun.doc[max(start, earliest) : pronoun.i]
    return [token for token in reversed(near) if token.tag_ in {"NN", "NNS"} and _is_salient(token)]


def _is_salient(noun: Token) -> bool:
    first = clauses.first_conjunct(noun)
    return first.dep_ in _SALIENT or (first.dep_ == "obl" and clauses.preposition(first) not in {"", "of"})
