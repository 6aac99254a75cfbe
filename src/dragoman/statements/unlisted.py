"""Whom no list has: a name that does something, or the name beside what somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets
from dragoman.statements.spacing import spaced
from dragoman.statements.stance_words import owned_stances
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.language.tree import Token

__all__ = ["Unlisted"]

_DOING = {"nsubj", "obl:agent"}
_TOLD = {"report", "say", "understand", "believe", "expect", "think", "know", "rumour", "rumor", "presume", "set"}
"""Passives whose subject does what follows: "is said to want"."""


class Unlisted:
    """Takes names that no list has for parties of one article."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        nouns = word_sets("nouns")
        self._nouns = nouns
        self._common = nouns["people"] | nouns["groups"] | nouns["no groups"]

    def doing(self, token: Token) -> tuple[str, ...]:
        """A name that no list has, as its own party, where it does something: "the Texas Railroad Commission"."""
        by_nobody = token.dep_ == "obl:agent" and not clauses.is_passive(token.head)
        if (
            not (token.dep_ in _DOING or _is_said_to(token) or _has_stance(token))
            or by_nobody
            or self._text.at.get(token.i)
            or not token.text[:1].isupper()
            or self._text.is_date(token)
        ):
            return ()
        parts = [t for t in token.subtree if t.dep_ in {"compound", "flat"} and t.pos_ == "PROPN" and t.head == token]
        if not parts and token.lower_.removesuffix("s") in self._common:
            return ()
        words = sorted([*parts, token], key=lambda t: t.i)
        return (_written(words),) if len(words) > 1 or len(token) > 3 else ()

    def bearing(self, token: Token) -> tuple[str, ...]:
        """ "The mediator, Francis Atwoli,": somebody whom no list has, by the name set beside what he is."""
        if token.pos_ != "NOUN" or token.tag_ != "NN" or token.lemma_ not in self._nouns["one"]:
            return ()
        beside = [c for c in clauses.children(token, "appos") if c.pos_ == "PROPN" and not self._text.at.get(c.i)]
        parts = [t for c in beside[:1] for t in [c, *clauses.children(c, "flat")]]
        return (_written(sorted(parts, key=lambda t: t.i)),) if len(parts) > 1 else ()


def _written(words: Sequence[Token]) -> str:
    """A name as it stands in the text, without blanks around its hyphens."""
    return spaced(words, (word.text for word in words))


def _is_said_to(name: Token) -> bool:
    """ "Vardel is reported to want a truce": what is said of somebody is what he does."""
    verb = name.head
    told = name.dep_ == "nsubj:pass" and (verb.lemma_ in _TOLD or verb.lower_ == "prepared")
    return told and any(clauses.marker(c) == "to" for c in clauses.children(verb, "xcomp"))


def _has_stance(name: Token) -> bool:
    """ "Over the objections of Vardel": what is told of somebody's stance is told of him."""
    return name.dep_ == "nmod" and clauses.preposition(name) == "of" and name.head.lemma_ in owned_stances()
