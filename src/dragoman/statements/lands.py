"""Lands inside states that an article takes up by a noun: "the island", "the province", "the national government"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.roles import OF_NO_STATE
from dragoman.statements import clauses
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Lands", "is_of_no_state"]

_SHORTLY = 600
"""Characters back within which a land is taken up."""
_ALSO_STATES = {"island", "state", "archipelago", "enclave"}
"""What a state may be called as well: then whatever was named last, land or state, decides."""
_OVER_ALL = {"national", "central", "federal"}
"""Words before a government that set it over those of the lands."""
_HOSTING = re.compile(r",? (?:(?:which|who) )?(?:(?:is|was|has been) )?host(?:s|ed|ing)\b")
_HOST = re.compile(r"\bhosts? $")
_RULING = {"government", "authority", "administration", "parliament", "cabinet"}


class Lands:
    """Resolves nouns for the lands inside states of one article."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        self._kinds = word_sets("nouns")["lands"]

    def of(self, noun: Token) -> tuple[str, ...]:
        """The land that "the province" takes up, or the state over it for "the national government"."""
        if noun.lemma_ == "host":
            return self._host(noun)
        if noun.lemma_ not in _RULING and noun.lemma_ not in self._kinds:
            return ()
        words = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
        the = noun.dep_ != "compound" and any(c.lower_ == "the" for c in noun.children)
        if not the or clauses.children(noun, "nmod", "nmod:poss", "acl"):
            return ()
        land = self._latest(noun)
        if land is None:
            return ()
        if noun.lemma_ in _RULING and words and words <= _OVER_ALL:
            home = self._text.names.home(land)
            return (home,) if home else ()
        return (land,) if noun.lemma_ in self._kinds and noun.tag_ == "NN" and not words else ()

    def _host(self, noun: Token) -> tuple[str, ...]:
        """Whose ground "the hosts" meet on: the party said to host, else where the article last said that they meet."""
        text = self._text.article.text
        before = [m for m in self._text.before(noun.idx) if m.sort in {"state", "capital", "seat", "region"}]
        hosting = [m.party for m in before if _HOSTING.match(text, m.end) or _HOST.search(text, 0, m.start)]
        met = [m.party for m in before if m.place and noun.idx - m.end <= 2 * _SHORTLY]
        owned = clauses.children(noun, "nmod", "nmod:poss", "acl")
        return () if owned else tuple([*hosting, *met][:1])

    def _latest(self, noun: Token) -> str | None:
        near = [m for m in self._text.before(noun.idx) if noun.idx - m.end <= _SHORTLY]
        for mention in near:
            if "region" in {mention.sort, self._text.names.sort_of(mention.party)} and not mention.place:
                return mention.party
            if noun.lemma_ in _ALSO_STATES and mention.sort == "state" and not mention.place:
                return None
        return None


def is_of_no_state(noun: Token) -> bool:
    """ "An arbitration court in Paris": a body that only sits there."""
    return any(c.lower_ in OF_NO_STATE for c in clauses.children(noun, "amod", "compound"))
