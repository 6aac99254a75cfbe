"""Whom a word names: the person, the role, the state or the group that it heads or closes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.parties import Mention
from dragoman.statements import clauses
from dragoman.statements.cast import Cast
from dragoman.statements.lexicon import word_sets
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Named"]

_TOWARDS = {"on", "upon", "with", "against"}
_ACTING = {"nsubj", "obl:agent", "obj", "iobj", "nsubj:pass"}
_AND, _COMMA = {" and ", " & ", ", and "}, {", "}
_PLACED = re.compile(r"\b(?:in|from|to|by|with|of|on|against|for) (?:the )?$", re.IGNORECASE)


class Named:
    """Resolves the names and roles of one article; those of *cast* who bargain over work stand for their side."""

    def __init__(self, text: ReadText, cast: Cast) -> None:
        self._text = text
        self._cast = cast
        self._other_workers = word_sets("nouns")["other workers"]
        self._groups = {i for i, mentions in text.at.items() if any(m.sort == "group" for m in mentions)}

    def of(self, token: Token) -> tuple[str, ...]:
        """The mention that *token* heads or closes."""
        mentions = self._text.at.get(token.i, ())
        if not mentions and token.pos_ != "PROPN":
            return ()
        if self.is_acting_group(token) and (side := self.at_work(token)):
            return side
        persons = [m for m in mentions if m.sort == "person"]
        roles = [m for m in mentions if m.sort == "role" and self._heads(token, m)]
        names = [m for m in mentions if m.sort not in {"person", "role"} and (m.sort != "region" or _acts(token, m))]
        if persons:
            return (persons[0].id,)
        if roles:
            person = self._person_beside(roles[0])
            whose = [*self._sharing(roles[0], token), *(m.id for m in roles if m.end == roles[0].end)]
            return (person,) if person else tuple(dict.fromkeys(whose))
        if not names and token.pos_ == "PROPN":
            names = [
                m
                for child in token.children
                if child.dep_ in {"flat", "compound"} and child.pos_ == "PROPN"
                for m in self._text.at.get(child.i, ())
                if m.end >= token.idx + len(token)
            ] or self._bracketed(token)
        return tuple(dict.fromkeys(m.id for m in names))

    def _bracketed(self, token: Token) -> list[Mention]:
        """ "The Grain Growers' League (GGL) is ready": the name before the brackets in which another one stands."""
        if token.i < 2 or token.nbor(-1).text != "(":
            return []
        return [m for m in self._text.at.get(token.i - 2, ()) if m.sort not in {"person", "role", "demonym"}]

    def is_acting_group(self, token: Token) -> bool:
        """Whether *token* names a group in its own right: "bondholders", "strikers"."""
        return token.i in self._groups

    def at_work(self, token: Token) -> tuple[str, ...]:
        """The union or the employer where "strikers", "dockers", "management" stand for either."""
        opening = self.is_acting_group(token) and token.is_sent_start
        if (token.pos_ != "NOUN" and not opening) or not self._cast.bargaining.union:
            return ()
        told = [
            c
            for c in clauses.children(token, "amod", "compound")
            if c.lower_ in self._other_workers or self._text.at.get(c.i)
        ]
        if other := self._other_union(token):
            return other
        if several := self._cast.bargaining.together(token):
            return several
        side = None if told else self._cast.bargaining.of(token)
        return (side,) if side else ()

    def _other_union(self, token: Token) -> tuple[str, ...]:
        """The union that some workers are said to be of: "drivers in Aslef", "electricians belonging to Unite"."""
        near = [*clauses.prepositional(token, "in", "of", "from"), *clauses.children(token, "obl", "nmod")]
        near += [t for verb in clauses.children(token, "acl") for t in clauses.children(verb, "obl", "obl:agent")]
        unions = self._cast.bargaining.unions
        return next(((m.party,) for m in self._mentions(near) if m.party in unions), ())

    def _mentions(self, tokens: list[Token]) -> list[Mention]:
        return [m for token in tokens for m in self._text.at.get(token.i, ())]

    def _sharing(self, role: Mention, token: Token) -> list[str]:
        """Whose people a plural role is beside those it names: the Greek of "Greek and Turkish ministers".

        In a headline a comma does for "and".
        """
        if token.tag_ not in {"NNS", "NNPS"}:
            return []
        text, found, first, joins = self._text.article.text, [], role.start, _AND
        for near in self._text.before(role.start):
            gap = text[near.end : first]
            adjective = near.sort == "demonym" or (text[near.start : near.end].replace(".", "").isupper())
            opening = gap == ", " and (near.start == 0 or text[near.start - 1] == "\n")
            if (
                not adjective
                or not (gap in joins or opening)
                or _PLACED.search(text, max(0, near.start - 12), near.start)
            ):
                break
            found.append(near.party)
            first, joins = near.start, _COMMA
        return found[::-1]

    @staticmethod
    def _heads(token: Token, role: Mention) -> bool:
        return token.pos_ != "ADJ" or token.idx + len(token) == role.end

    def _person_beside(self, role: Mention) -> str | None:
        """The person whose name directly follows a role: "rebel commander Rodrigo Londono"."""
        text = self._text.article.text
        for mention in self._text.before(role.end + 80):
            if mention.end <= role.end:
                break
            beside = 0 <= mention.start - role.end <= 2 and not text[role.end : mention.start].strip(" ,")
            if mention.sort == "person" and beside:
                return mention.id
        return None


def _acts(token: Token, region: Mention) -> bool:
    """ "Quebec refused", "pressed Gibraltar": a land inside a state where it does something or is dealt with."""
    first = clauses.first_conjunct(token)
    dealt_with = first.dep_ in {"obl", "nmod"} and clauses.preposition(first) in _TOWARDS
    return (
        token.pos_ in {"NOUN", "PROPN"}
        and (first.dep_ in _ACTING or dealt_with)
        and not region.place
        and token.idx + len(token) == region.end
    )
