"""Companies taken up by what they are: "the Russian gas giant", "the carrier", and "the bank" that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.bodies import Bodies
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Companies"]

_NEAR = 1200
"""Characters back within which a company is taken up."""


class Companies:
    """Resolves nouns for the companies of one article."""

    def __init__(self, text: ReadText, bodies: Bodies) -> None:
        self._text = text
        self._bodies = bodies
        self._other = word_sets("nouns")["other companies"]

    def latest(self, noun: Token) -> str | None:
        """ "The Russian gas giant": the company named last, where nothing beside the noun names another owner.

        "The bank" and "the lender" may be a body that lends, such as the World Bank.
        """
        words = {c.lower_ for c in clauses.children(noun, "amod", "compound")}
        states = {m.party for c in noun.children for m in self._text.at.get(c.i, ()) if m.sort == "demonym"}
        other = self._other - ({"state", "national", "public"} if states else set())
        if noun.tag_ != "NN" or clauses.children(noun, "nmod", "acl") or words & other:
            return None
        near = [m for m in self._text.before(noun.idx) if noun.idx - m.end <= _NEAR]
        lending = [m for m in near if self._bodies.is_lending(noun, m)]
        near = lending or [m for m in near if m.sort == "company"]
        homes = {m.party: self._text.names.home(m.party) for m in near}
        fit = [m for m in near if not states or homes[m.party] is None or homes[m.party] in states]
        return fit[0].party if fit else None
