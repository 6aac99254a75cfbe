"""Whether "he" or "she" may be meant: by the given names that persons bear and the titles they go by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.words import key
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["WomenAndMen"]

_OF_WOMEN, _OF_MEN = "women", "men"
_PRONOUNS = {
    **dict.fromkeys(("she", "her", "hers", "herself"), _OF_WOMEN),
    **dict.fromkeys(("he", "him", "his", "himself"), _OF_MEN),
}
_NAMES = {key(word): kind for kind in (_OF_WOMEN, _OF_MEN) for word in lexicon("given_names")[kind]["words"]}
_TITLES = {word: kind for kind in (_OF_WOMEN, _OF_MEN) for word in lexicon("given_names")[kind]["titles"]}
_BEFORE = re.compile(rf"\b({'|'.join(_TITLES)})\.?\s$", re.IGNORECASE)
_LINE = 24
"""Characters before a name in which a title stands."""


class WomenAndMen:
    """Tells of the persons of one article which pronouns may stand for them."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        self._known: dict[str, str | None] = {}

    def may_be(self, candidate: Token, party: str, pronoun: str) -> bool:
        """Whether *pronoun* may take up *party*, whom *candidate* names: not "she" after "Mr Sunak"."""
        kind = _PRONOUNS.get(pronoun)
        told = _TITLES.get(candidate.lemma_) or self._kind(party)
        return kind is None or told is None or told == kind

    def _kind(self, party: str) -> str | None:
        if party not in self._known:
            name = party.partition(":")[2] or party
            self._known[party] = self._titled(party) or _NAMES.get(key(name.split()[0]) if name.strip() else "")
        return self._known[party]

    def _titled(self, party: str) -> str | None:
        """What a title right before a name of the person tells: "Ms Ruiz"."""
        text = self._text.article.text
        before = (
            _BEFORE.search(text, max(0, m.start - _LINE), m.start)
            for m in self._text.mentions
            if m.sort == "person" and m.id == party
        )
        return next((_TITLES[found[1].lower()] for found in before if found), None)
