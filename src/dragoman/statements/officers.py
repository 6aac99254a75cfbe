"""Whom "the president", "the minister", "the spokesman" take up: persons by what the article calls them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["CROWNED", "Officers"]

CROWNED = frozenset({"king", "queen", "emir", "sultan", "monarch"})
"""Heads who stand for their state where nobody is called so by name."""
_RULING = CROWNED | {"president", "premier", "chancellor"}
_SHORTLY = 600
"""Characters back within which a person is taken up by an office."""
_CALLED = 40
"""Characters before and behind a name in which it is said what its bearer is."""


class Officers:
    """Finds the persons of one article by their offices."""

    def __init__(self, text: ReadText) -> None:
        self._text = text

    def latest(self, noun: Token) -> str | None:
        """ "The president" after a name: the person so called, in this sentence or the two before, else named last.

        Where one person alone of the article is so called, he is meant from afar too. A head of state
        is nobody of a company or a union that nothing calls so.
        """
        before = [m for m in self._text.before(noun.idx) if m.sort == "person"]
        near = [m for m in before if noun.idx - m.end <= _SHORTLY]
        fit = [m for m in near if self._is_called(m.id, noun.lemma_)]
        if not fit and len(called := {m.id for m in before if self._is_called(m.id, noun.lemma_)}) == 1:
            return next(iter(called))
        if noun.lemma_ in CROWNED and not fit:
            return None
        if noun.lemma_ in _RULING and not fit:
            fit = [m for m in near if self._text.names.sort_of(m.party) == "state"]
            return fit[0].id if fit else None
        return next((m.id for m in fit or near), None)

    def _is_called(self, person: str, noun: str) -> bool:
        """Whether the article sets *noun* right beside a name of the person: "Chancellor Merkel"."""
        text, called = self._text.article.text, re.compile(rf"(?<!vice[- ])(?<!deputy )\b{noun}\b", re.IGNORECASE)
        return any(
            called.search(re.split(r"[.;\n]\s", text[self._after_other(m) : m.start])[-1])
            or called.search(re.split(r"[.;,\n]", text[m.end : m.end + _CALLED].removeprefix(","))[0])
            for m in self._text.mentions
            if m.id == person
        )

    def _after_other(self, person: Mention) -> int:
        """Where the words before a name begin that may say what its bearer is: behind the name of anybody else."""
        others = (m.end for m in self._text.before(person.start) if m.sort == "person")
        return max(0, person.start - _CALLED, next(others, 0))
