"""Companies taken up by what they are: "the Russian gas giant", "the carrier", and "the bank" that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.bodies import Bodies
from dragoman.statements.lexicon import word_sets

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Companies"]

_GROUPS = {"company", "movement", "group"}
"""What goes by "the group": whoever of these was named last."""
_BY_THE_WAY = {"compound", "nmod:poss"}
_WORDS = 250
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
        told = [c for c in clauses.children(noun, "nmod", "acl") if clauses.marker(c) != "to"]
        if noun.tag_ != "NN" or told or words & other:
            return None
        near = [m for m in self._text.before(noun.idx) if noun.idx - m.end <= _NEAR]
        lending = [m for m in near if self._bodies.is_lending(noun, m)]
        if noun.lemma_ == "group" and (last := next((m for m in near if m.sort in _GROUPS), None)):
            near = near if last.sort == "company" else []
        near = lending or [m for m in near if m.sort == "company"]
        homes = {m.party: self._text.names.home(m.party) for m in near}
        fit = [m for m in near if not states or homes[m.party] is None or homes[m.party] in states]
        return (fit[0].party if states else self._acting(noun, fit)) if fit else None

    def _acting(self, noun: Token, named: list[Mention]) -> str:
        """The company named last; where only another thing is told by it, who acts there: not "the Yanacocha mine"."""
        last = next((t for t in reversed(noun.doc[max(0, noun.i - _WORDS) : noun.i]) if self._is_named(t, named)), None)
        owned = last is not None and (last.dep_ in _BY_THE_WAY or clauses.preposition(last) == "of")
        if last is None or not owned or last.sent.start == noun.sent.start:
            return named[0].party
        doing = (t for t in last.doc[last.sent.start : last.i] if t.dep_ in clauses.SUBJECTS)
        return next((m.party for t in doing for m in self._text.at.get(t.i, ()) if m in named), named[0].party)

    def _is_named(self, token: Token, named: list[Mention]) -> bool:
        return token.dep_ != "flat" and named[0] in self._text.at.get(token.i, ())
