"""Who a word stands for: names, roles, pronouns, "the two sides", groups that speak through a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.beside import Beside
from dragoman.statements.cast import Cast, party_of
from dragoman.statements.common_nouns import CommonNouns
from dragoman.statements.creditors import Creditors
from dragoman.statements.definite import Definite
from dragoman.statements.forum import collective
from dragoman.statements.group_names import is_group_noun
from dragoman.statements.kinds import of_kind
from dragoman.statements.lands import Lands
from dragoman.statements.lexicon import word_sets
from dragoman.statements.members import Members
from dragoman.statements.named import Named
from dragoman.statements.pairs import Pairs
from dragoman.statements.people import People
from dragoman.statements.pronouns import PLURAL, PRONOUNS, SINGULAR_PERSON, Pronouns
from dragoman.statements.quoted import is_quoted
from dragoman.statements.relative_pronouns import RelativePronouns, described
from dragoman.statements.series import Series
from dragoman.statements.some_of import SomeOf
from dragoman.statements.takeovers import Takeovers
from dragoman.statements.text import ReadText
from dragoman.statements.the_rest import TheRest
from dragoman.statements.unlisted import Unlisted

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["Who"]

_SPEAKING = {"we", "us", "our", "ours", "ourselves", "i", "me", "my", "mine", "myself"}
_LANDS = {"country", "nation", "state", "power", "neighbour", "neighbor", "economy", "government", "member", "ally"}
"""What examples are given of by name: "countries such as Chad"."""
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
        self.cast = Cast(text)
        self._named = Named(text, self.cast)
        self._pronouns = Pronouns(text, self.parties, self._named.of)
        self._relative = RelativePronouns(text, self.parties)
        self._unlisted = Unlisted(text)
        self.collective = collective(text, self.cast)
        self._pairs = Pairs(text, self.cast, self._free, self.parties)
        self._rest = TheRest(text, self.cast, self.collective, self.parties)
        self._series = Series(text)
        self._some = SomeOf(text, self.parties)
        self._beside = Beside(text, self.parties)
        self._lands = Lands(text)
        self._creditors = Creditors(text)
        self._common = CommonNouns(text, self.collective)
        self._joined = Members(text, self.parties)
        self._takeovers = Takeovers(text)
        self._definite = Definite(text, self.cast, self._one)
        self._people = People(text, self._definite, self._named.of, self._one, self.parties)
        self._speaker: Callable[[Token], tuple[str, ...]] = lambda _: ()

    def hear(self, speaker: Callable[[Token], tuple[str, ...]]) -> None:
        """Have first persons ("we", "our") stand for whoever *speaker* says speaks there."""
        self._speaker = speaker

    @property
    def is_resolving(self) -> bool:
        """Whether some word is just being resolved: what rests on it may be answered otherwise later."""
        return bool(self._busy)

    def parties(self, token: Token | None) -> tuple[str, ...]:
        """Ids of the parties that the phrase headed by *token* stands for; empty if none is known."""
        if token is None:
            return ()
        members = self._members(token)
        if len(members) == 1:
            return self._one(members[0])
        return tuple(dict.fromkeys(party for part in members for party in self._one(part)))

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
        found = tuple(dict.fromkeys(self._found(token)))
        self._busy.discard(token.i)
        self._memo[token.i] = found
        return found

    def _found(self, token: Token) -> tuple[str, ...]:
        """Whom a word stands for by the first thing that tells it."""
        return (
            self._beside.spoken_for(token)
            or self._named.at_work(token)
            or self._takeovers.of(token)
            or self._creditors.of(token)
            or (
                (self._joined.of(token) or self._common.all(token) or self._through_apposition(token))
                if self._named.is_acting_group(token)
                else ()
            )
            or of_kind(self._text, token)
            or self._named.of(token)
            or self._measured(token)
            or self._some.of(token)
            or self._exemplified(token)
            or self._through_apposition(token)
            or self._people.of(token)
            or self._of_a_party(token)
            or self._beside.of(token)
            or self._unlisted.bearing(token)
            or self._context(token)
        )

    def _free(self, token: Token) -> tuple[str, ...]:
        """The names of *token*, unless it is just being resolved."""
        return () if token.i in self._busy else self._named.of(token)

    def _measured(self, token: Token) -> tuple[str, ...]:
        """ "A handful of oil producers", "most of the bloc's members": whoever these are."""
        whole = clauses.measured(token, self._nouns["quantities"])
        return self.parties(whole) if whole != token else ()

    def _exemplified(self, token: Token) -> tuple[str, ...]:
        """ "Countries such as Chad and Mali": those named as examples."""
        if token.tag_ != "NNS":
            return ()
        behind = token.doc[token.i + 1 : min(token.i + 5, token.sent.end)]
        words = [t.lower_ for t in behind]
        lead = 2 if words[:2] == ["such", "as"] else 1 if words[:1] == ["like"] else 0
        if not lead or not (is_group_noun(token) or token.lemma_ in _LANDS):
            return ()
        named = next((t for t in behind[lead:] if t.pos_ != "DET"), None)
        return self.parties(named) if named is not None and named.pos_ == "PROPN" else ()

    def _of_a_party(self, token: Token) -> tuple[str, ...]:
        """The party whose people are told by what they are: "the Basque nationalists of the PNV"."""
        if token.tag_ != "NNS" or not is_group_noun(token):
            return ()
        inside = [m for c in clauses.prepositional(token, "of") for m in self._text.at.get(c.i, ())]
        return tuple(m.party for m in inside if m.sort in {"movement", "organisation", "company"})[:1]

    def _through_apposition(self, token: Token) -> tuple[str, ...]:
        for child in clauses.children(token, "appos", "flat", "nmod:desc", "compound"):
            if child.pos_ == "PROPN" or child.dep_ == "appos":
                parts = self._members(child) if child.dep_ == "appos" else [child]
                found = tuple(dict.fromkeys(p for part in parts for p in self._named.of(part)))
                if found and (
                    child.dep_ != "compound" or any(m.sort == "person" for m in self._text.at.get(child.i, ()))
                ):
                    return found
        return ()

    def _context(self, token: Token) -> tuple[str, ...]:
        lower = token.lower_
        if token.tag_ in {"WP", "WDT", "WP$"}:
            return self.parties(self._relative.right_before(token) or described(token))
        relative = [c for c in token.children if c.tag_ in {"WP", "WDT"} and c.dep_ == "nmod"]
        if relative:
            return self._relative.of_which(token)
        if token.pos_ in {"PRON", "DET"} and lower in PRONOUNS:
            return self._across(token, self._pronouns.of(token))
        if token.pos_ in {"PRON", "DET"} and lower in _SPEAKING:
            return self._speaker(token)
        if token.pos_ == "PROPN":
            return (
                self._definite.organ(token)
                or self._unlisted.doing(token)
                or (self._common.group(token) if token.i == token.sent.start else ())
            )
        counted = self._pairs.of(token) or self._rest.of(token)
        if counted or (token.pos_ != "NOUN" and token.tag_ != "NN" and lower != "premier"):
            return counted
        return self._common.all(token) or self._lands.of(token) or self._definite.of(token) or self._common.of(token)

    def _across(self, token: Token, found: tuple[str, ...]) -> tuple[str, ...]:
        """ "They must disarm first", he said: in a quotation "they" are not the speaker's side but the other.

        Nor is "she" whoever speaks.
        """
        text = self._text.article.text
        if token.lower_ in SINGULAR_PERSON and is_quoted(text, token.idx, token.idx + len(token)) is True:
            return () if found and set(found) == set(self._speaker(token)) else found
        if token.lower_ not in PLURAL or is_quoted(text, token.idx, token.idx + len(token)) is not True:
            return found
        own, sides = {party_of(p) for p in self._speaker(token)}, self.cast.sides()
        if (found and own.isdisjoint(party_of(p) for p in found)) or own.isdisjoint(sides):
            return found
        return tuple(p for p in sides if p not in own) or found
