"""Who a word stands for: names, roles, pronouns, "the two sides", groups that speak through a member."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from dragoman.language.parties import Mention
from dragoman.statements import clauses
from dragoman.statements.beside import Beside
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.common_nouns import CommonNouns
from dragoman.statements.creditors import Creditors
from dragoman.statements.definite import Definite
from dragoman.statements.forum import collective
from dragoman.statements.group_names import is_group_noun
from dragoman.statements.lands import Lands
from dragoman.statements.lexicon import word_sets
from dragoman.statements.pairs import Pairs
from dragoman.statements.pronouns import PLURAL, PRONOUNS, Pronouns
from dragoman.statements.quoted import is_quoted
from dragoman.statements.series import Series
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["Who", "party_of"]

_SPEAKING = {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
_DOING = {"nsubj", "obl:agent"}
_TOWARDS = {"on", "upon", "with", "against"}
_ACTING = {*_DOING, "obj", "iobj", "nsubj:pass"}
_SOME_OF = {"member", "signatory", "party"}
_SOME = {"some", "several", "many", "most", "few", "other"}
_WITHIN = 12
"""Words behind "five members of the EU" within which some of them are named."""
_VOICES = {"statement", "communique", "communiqué", "decree", "bulletin"}
_AND, _COMMA = {" and ", " & ", ", and "}, {", "}
_PLACED = re.compile(r"\b(?:in|from|to|by|with|of|on|against|for) (?:the )?$", re.IGNORECASE)
_DEEPEST = 40
"""How many words may stand for one another in turn: a text without end has pronouns without end."""


class Who:
    """Resolves words of one article to party ids, most certain first: a name, a role, then the context."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        self._nouns = word_sets("nouns")
        self._memo: dict[int, tuple[str, ...]] = {}
        self._busy: set[int] = set()
        self._listed: dict[int, list[Token]] = {}
        self._pronouns = Pronouns(text, self.parties, self._named)
        self.cast = Cast(text)
        self.collective = collective(text, self.cast)
        self._pairs = Pairs(text, self.cast, self._free)
        self._series = Series(text)
        self._beside = Beside(text, self.parties)
        self._lands = Lands(text)
        self._creditors = Creditors(text)
        self._common = CommonNouns(text, self.collective)
        self._definite = Definite(text, self.cast, self._one)
        self._speaker: Callable[[Token], tuple[str, ...]] = lambda _: ()

    def hear(self, speaker: Callable[[Token], tuple[str, ...]]) -> None:
        """Have first persons ("we", "our") stand for whoever *speaker* says speaks there."""
        self._speaker = speaker

    def parties(self, token: Token | None) -> tuple[str, ...]:
        """Ids of the parties that the phrase headed by *token* stands for; empty if none is known."""
        if token is None:
            return ()
        return tuple(dict.fromkeys(party for part in self._members(token) for party in self._one(part)))

    def each(self, token: Token | None) -> list[tuple[str, ...]]:
        """The same, one tuple for each coordinated member: (("RUS",), ("CHN",))."""
        if token is None:
            return []
        found = [ids for part in self._members(token) for ids in self._apart(part)]
        return list(dict.fromkeys(ids for ids in found if ids))

    def _apart(self, token: Token) -> list[tuple[str, ...]]:
        """ "Greek and Turkish ministers", "envoys of Chad and Mali": one tuple for each, but one for "both sides"."""
        ids = self._one(token)
        named = token.pos_ == "NOUN" and token.tag_ == "NNS" and not self._pairs.of(token)
        return [(one,) for one in ids] if named else [ids]

    def _members(self, token: Token) -> list[Token]:
        """*token* and what is listed with it, by the tree and, for names, by the commas and the "and" between them."""
        if token.i not in self._listed:
            self._listed[token.i] = self._series.of(token)
        return self._listed[token.i]

    def main_pair(self, token: Token) -> tuple[str, ...]:
        """The two sides around *token*: the last two set side by side before it, else the two of the conflict.

        In talks of many there are only those set side by side.
        """
        return self._pairs.beside(token) if self.collective else self._pairs.main(token)

    def is_land(self, token: Token) -> bool:
        """Whether *token* names a state or a bloc of states."""
        return any(m.sort in {"state", "capital", "bloc"} for m in self._text.at.get(token.i, ()))

    def commonest(self, n: int) -> tuple[str, ...]:
        """The *n* parties most spoken of in the article, commonest first."""
        return self.cast.commonest(n)

    def _one(self, token: Token) -> tuple[str, ...]:
        if token.i in self._memo:
            return self._memo[token.i]
        if token.i in self._busy or len(self._busy) > _DEEPEST:
            return ()
        self._busy.add(token.i)
        found = (
            self._beside.spoken_for(token)
            or self._at_work(token)
            or self._creditors.of(token)
            or ((self._common.all(token) or self._through_apposition(token)) if self._is_acting_group(token) else ())
            or self._named(token)
            or self._measured(token)
            or self._through_apposition(token)
            or self._role(token)
            or self._of_a_party(token)
            or self._beside.of(token)
            or self._bearing(token)
            or self._context(token)
        )
        self._busy.discard(token.i)
        self._memo[token.i] = found
        return found

    def _free(self, token: Token) -> tuple[str, ...]:
        """The names of *token*, unless it is just being resolved."""
        return () if token.i in self._busy else self._named(token)

    def _named(self, token: Token) -> tuple[str, ...]:
        """The mention that *token* heads or closes."""
        mentions = self._text.at.get(token.i, ())
        if self._is_acting_group(token) and (side := self._at_work(token)):
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
        if not names and token.pos_ in {"NOUN", "PROPN"}:
            names = [
                m
                for child in token.children
                if child.dep_ in {"flat", "compound"} and child.pos_ == "PROPN" and token.pos_ == "PROPN"
                for m in self._text.at.get(child.i, ())
                if m.end >= token.idx + len(token)
            ]
        return tuple(dict.fromkeys(m.id for m in names))

    def _measured(self, token: Token) -> tuple[str, ...]:
        """ "A handful of oil producers", "most of the bloc's members": whoever these are."""
        whole = clauses.measured(token, self._nouns["quantities"])
        return self.parties(whole) if whole != token else ()

    def _bearing(self, token: Token) -> tuple[str, ...]:
        """ "The mediator, Francis Atwoli,": somebody whom no list has, by the name set beside what he is."""
        if token.pos_ != "NOUN" or token.tag_ != "NN" or token.lemma_ not in self._nouns["one"]:
            return ()
        beside = [c for c in clauses.children(token, "appos") if c.pos_ == "PROPN" and not self._text.at.get(c.i)]
        parts = [t for c in beside[:1] for t in [c, *clauses.children(c, "flat")]]
        return (" ".join(t.text for t in sorted(parts, key=lambda t: t.i)),) if len(parts) > 1 else ()

    def _is_acting_group(self, token: Token) -> bool:
        return any(m.sort == "group" for m in self._text.at.get(token.i, ()))

    def _at_work(self, token: Token) -> tuple[str, ...]:
        """The union or the employer where "strikers", "dockers", "management" stand for either."""
        opening = self._is_acting_group(token) and token.is_sent_start
        if (token.pos_ != "NOUN" and not opening) or not self.cast.bargaining.union:
            return ()
        others = self._nouns["other workers"]
        told = [c for c in clauses.children(token, "amod", "compound") if c.lower_ in others or self._text.at.get(c.i)]
        side = None if told else self.cast.bargaining.of(token)
        return (side,) if side else ()

    def _of_a_party(self, token: Token) -> tuple[str, ...]:
        """The party whose people are told by what they are: "the Basque nationalists of the PNV"."""
        inside = [m for c in clauses.prepositional(token, "of") for m in self._text.at.get(c.i, ())]
        inside = inside if token.tag_ == "NNS" and is_group_noun(token) else []
        return tuple(m.party for m in inside if m.sort in {"movement", "organisation", "company"})[:1]

    def _sharing(self, role: Mention, token: Token) -> list[str]:
        """Whose people a plural role is beside those it names: the Greek of "Greek and Turkish ministers"."""
        if token.tag_ not in {"NNS", "NNPS"}:
            return []
        text, found, first, joins = self._text.article.text, [], role.start, _AND
        for near in self._text.before(role.start):
            gap = text[near.end : first]
            adjective = near.sort == "demonym" or (text[near.start : near.end].replace(".", "").isupper())
            if not adjective or gap not in joins or _PLACED.search(text, max(0, near.start - 12), near.start):
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

    def _through_apposition(self, token: Token) -> tuple[str, ...]:
        for child in clauses.children(token, "appos", "flat", "nmod:desc", "compound"):
            if child.pos_ == "PROPN" or child.dep_ == "appos":
                parts = self._members(child) if child.dep_ == "appos" else [child]
                found = tuple(dict.fromkeys(p for part in parts for p in self._named(part)))
                if found and (
                    child.dep_ != "compound" or any(m.sort == "person" for m in self._text.at.get(child.i, ()))
                ):
                    return found
        return ()

    def _role(self, token: Token) -> tuple[str, ...]:
        """ "Japanese officials", "Egypt's minister", "officials in Tokyo", "a commander of the FARC"."""
        if token.lemma_ in _VOICES and token.dep_ in _DOING:
            arms = [c for c in clauses.children(token, "compound", "amod") if c.pos_ in {"NOUN", "ADJ"}]
            return next((found for child in arms if (found := self._definite.owner(child))), ())
        if token.lemma_.lower() not in self._nouns["people"] or any(c.lower_ == "ethnic" for c in token.children):
            return ()
        if company := self._definite.company(token):
            return (company,)
        for child in clauses.children(token, "amod", "compound", "nmod:poss", "nmod:desc", "det"):
            found = self._one(child) if child.dep_ == "nmod:poss" else self._named(child) or self._land(child)
            if found and not (child.pos_ == "PRON" and token.lemma_ == "counterpart"):
                return tuple(
                    party_of(p)
                    for part in clauses.conjuncts(child)
                    for p in (self._named(part) or self._land(part) or found)
                )
        if token.lemma_ in _SOME_OF and any(c.dep_ == "nummod" or c.lower_ in _SOME for c in token.children):
            return self._among(token)
        loyal = [c for c in clauses.children(token, "amod", "acl", "acl:relcl") if c.lower_ in {"loyal", "faithful"}]
        for child in (p for c in loyal for p in clauses.prepositional(c, "to")):
            if found := self._one(child):
                return tuple(party_of(p) for p in found)
        for child in clauses.prepositional(token, "of", "in", "from", "for", "at"):
            the = any(c.lower_ in {"the", "both"} or c.tag_ == "PRP$" for c in child.children)
            body = the and child.pos_ == "NOUN" and child.lemma_ in self._nouns["people"]
            found = self._named(child) or (self._one(child) if body else ())
            if found and token.tag_ == "NNS" and clauses.preposition(child) != "in":
                found = tuple(dict.fromkeys(p for part in self._members(child) for p in self._one(part))) or found
            if found:
                return tuple(party_of(p) for p in found)
        inside = [c for c in clauses.children(token, "compound", "amod") if c.pos_ in {"NOUN", "ADJ"}]
        return next((found for child in inside if (found := self._definite.owner(child))), ())

    def _land(self, token: Token) -> tuple[str, ...]:
        """The land inside a state whose people are spoken of: "Amhara politicians"."""
        return tuple(m.party for m in self._text.at.get(token.i, ()) if m.sort == "region")[:1]

    def _among(self, token: Token) -> tuple[str, ...]:
        """ "Five members of the EU, among them Spain and Greece": those named of them, and not the whole body."""
        doc = token.doc
        for near in doc[token.i + 1 : min(token.sent.end - 2, token.i + _WITHIN)]:
            them = near.lower_ == "among" and near.nbor().lower_ == "them"
            if them or near.lower_ == "including" or (near.lower_ == "such" and near.nbor().lower_ == "as"):
                first = doc[near.i + (1 if near.lower_ == "including" else 2)]
                named = next(
                    (t for t in doc[first.i : min(token.sent.end, first.i + 3)] if self._text.at.get(t.i)), None
                )
                return self.parties(named)
        return ()

    def _context(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if token.tag_ in {"WP", "WDT", "WP$"}:
            return self.parties(self._right_before(token) or _described(token))
        relative = [c for c in token.children if c.tag_ in {"WP", "WDT"} and c.dep_ == "nmod"]
        if relative:
            return self._of_which(token)
        if token.pos_ in {"PRON", "DET"} and lower in PRONOUNS:
            return self._across(token, self._pronouns.of(token))
        if token.pos_ in {"PRON", "DET"} and lower in _SPEAKING:
            return self._speaker(token)
        if token.pos_ == "PROPN":
            return (
                self._definite.organ(token)
                or self._unlisted(token)
                or (self._common.group(token) if token.i == token.sent.start else ())
            )
        counted = self._pairs.of(token)
        if counted or (token.pos_ != "NOUN" and token.tag_ != "NN"):
            return tuple(party_of(p) for p in counted)
        return self._common.all(token) or self._lands.of(token) or self._definite.of(token) or self._common.of(token)

    def _right_before(self, token: Token) -> Token | None:
        """ "The fury of the Oil Council, whose chairman": the name that ends right before the comma."""
        if token.tag_ != "WP$" or token.i < token.sent.start + 2 or token.nbor(-1).text != ",":
            return None
        near = token.nbor(-2)
        named = any(m.sort not in {"role", "demonym"} and not m.place for m in self._text.at.get(near.i, ()))
        return near if named else None

    def _across(self, token: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "They must disarm first", he said: in a quotation "they" are not the speaker's side but the other."""
        text = self._text.article.text
        if token.lower_ not in PLURAL or is_quoted(text, token.idx, token.idx + len(token)) is not True:
            return found
        own, sides = {party_of(p) for p in self._speaker(token)}, self.cast.sides()
        if (found and own.isdisjoint(party_of(p) for p in found)) or own.isdisjoint(sides):
            return found
        return tuple(p for p in sides if p not in own) or found

    def _of_which(self, token: Token) -> tuple[str, ...]:
        """ "..., both of which": the noun before the comma, else the parties set side by side in its phrase."""
        noun = _described(token)
        found = self.parties(noun)
        if noun is None or len(found) > 1:
            return found
        inside = [t for t in noun.doc[noun.i + 1 : token.i] if t.dep_ in {"nmod", "obl"} and t.head.i >= noun.i]
        listed = [ids for t in inside if len(ids := self.parties(t)) > 1]
        return listed[-1] if listed else found

    def _unlisted(self, token: Token) -> tuple[str, ...]:
        """A name that no list has, as its own party, where it does something: "the Texas Railroad Commission"."""
        by_nobody = token.dep_ == "obl:agent" and not clauses.is_passive(token.head)
        if (
            token.dep_ not in _DOING
            or by_nobody
            or self._text.at.get(token.i)
            or not token.text[:1].isupper()
            or self._text.is_date(token)
        ):
            return ()
        parts = [t for t in token.subtree if t.dep_ in {"compound", "flat"} and t.pos_ == "PROPN" and t.head == token]
        if not parts and token.lower_.removesuffix("s") in self._nouns["people"] | self._nouns["groups"]:
            return ()
        words = [t.text for t in sorted([*parts, token], key=lambda t: t.i)]
        return (" ".join(words),) if len(words) > 1 or len(token) > 3 else ()


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


def _described(relative: Token) -> Token | None:
    """The noun that a relative pronoun takes up: that of its clause, else the nearest before it."""
    for outer in relative.ancestors:
        if outer.dep_ == "acl:relcl":
            return outer.head
    for near in reversed(relative.doc[relative.sent.start : relative.i]):
        if near.pos_ in {"NOUN", "PROPN"}:
            return _outermost(near)
    return None


def _outermost(token: Token) -> Token:
    """The head of the name or compound that *token* is part of."""
    while token.dep_ in {"flat", "compound"}:
        token = token.head
    return token
