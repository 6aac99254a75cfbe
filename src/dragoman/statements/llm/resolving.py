"""Who is meant by a word of the model's: a party that the article names, or a name that stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.articles.article import Article
from dragoman.language.mention import Mention
from dragoman.language.parties import Names
from dragoman.statements.llm.folding import fold
from dragoman.statements.llm.locating import Place, locate

__all__ = ["Parties"]

_LONGEST_NAME = 80
_NO_NAMES = frozenset(
    "i you he she it we they me him her us them his hers its our ours their theirs this that these those who which the "
    "a an one both each all some none somebody someone everybody nobody here there and or but not no yes mr mrs ms dr "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


@dataclass(frozen=True)
class Named:
    """A party of an article, with the name to show for it."""

    id: str
    label: str


class Parties:
    """The parties of one article: those whom the lists find in it, and whoever else its words name.

    >>> article = Article(id="a1", text="Iran rejected the offer. The Marsh League agreed.", source="a1.txt")
    >>> parties = Parties(article, Names.load())
    >>> [parties.resolve(word) for word in ("IRN", "Iran", "Tehran", "the Marsh League", "FRA", "They")]
    ['IRN', 'IRN', 'IRN', 'Marsh League', None, None]
    """

    def __init__(self, article: Article, names: Names) -> None:
        self._article = article
        self._names = names
        self._folded = fold(article.text).text
        self.mentions: tuple[Mention, ...] = names.find(article.text, date=article.date)
        self.named: tuple[Named, ...] = tuple(self._find())
        self._known: dict[str, str] = {}
        for one in self.named:
            for party in (one.id, *names.members(one.id), names.home(one.id) or one.id):
                self._known.setdefault(party.casefold(), party)
        self._labels = {one.label.casefold(): one.id for one in reversed(self.named)}
        self._resolved: dict[str, str | None] = {}

    def _find(self) -> list[Named]:
        """Parties in the order of their first mention, each before its persons."""
        ids = dict.fromkeys(party for m in self.mentions for party in (m.party, m.id))
        return [Named(party, self._names.label(party)) for party in ids if len(party) <= _LONGEST_NAME]

    def resolve(self, word: str) -> str | None:
        """The id of the party that *word* means: an id, a name, or "id=name as it stands in the article"."""
        if word not in self._resolved:
            self._resolved[word] = self._resolve(" ".join(word.split()))
        return self._resolved[word]

    def source(self, word: str) -> str | None:
        """As :meth:`resolve`, and words of the article that are no name will do: "two diplomats"."""
        return self.resolve(word) or (self._standing(word) if word.casefold() not in _NO_NAMES else None)

    def _resolve(self, word: str) -> str | None:
        if not word or len(word) > 2 * _LONGEST_NAME:
            return None
        known = self._known.get(word.casefold()) or self._labels.get(_bare(word).casefold())
        if known:
            return known
        party, given, name = word.partition("=")
        if given:
            return self._given(party.strip(), name.strip())
        return self._person(word) or self._name(word)

    def _given(self, party: str, name: str) -> str | None:
        """An id from the lists with the words that stand for it here; the lists must not know these for another."""
        found = self._names.lookup(name)
        if self._standing(name) is None or not _is_name(name) or self._names.sort_of(party) is None:
            return self._known.get(party.casefold())
        return party if found is None or party in {found.party, found.id} else None

    def _person(self, word: str) -> str | None:
        """ "USA:Kerry" or "USA:hardliners", where the party is known and the rest stands in the text."""
        party, inside, person = word.partition(":")
        known = self._known.get(party.strip().casefold())
        if not inside or known is None:
            return None
        standing = self._standing(person.strip())
        longer = (k for k in self._known.values() if k.startswith(f"{known}:") and k.endswith(f" {person.strip()}"))
        part = standing is not None and (_is_name(standing) or _is_part(standing))
        return next(longer, f"{known}:{standing}" if part else known)

    def _name(self, word: str) -> str | None:
        found = self._names.lookup(word, self._article.date) if _is_name(word) else None
        if found and found.id.casefold() in self._known:
            return found.id
        standing = self._standing(_bare(word))
        if standing is None or not _is_name(standing):
            return None
        return found.id if found else standing

    def _standing(self, word: str) -> str | None:
        """*word* as the article writes it, where it stands there in whole words."""
        if not word or len(word) > _LONGEST_NAME or fold(word).text.strip() not in self._folded:
            return None
        place = locate(word, self._article.text, near=False)
        if not isinstance(place, Place):
            return None
        return " ".join(self._article.text[place.start : place.end].split())


def _bare(word: str) -> str:
    return word[4:] if word[:4].lower() == "the " else word


def _is_name(word: str) -> bool:
    """True for what looks like a name: a capital, a digit, or a script without capitals; no pronoun, no day."""
    marked = any(letter.isupper() or letter.isdigit() or _uncased(letter) for letter in word)
    return marked and not all(part.casefold() in _NO_NAMES for part in word.split())


def _is_part(word: str) -> bool:
    """True for words that may mean some of a party: hardliners, backbenchers."""
    return len(word) > 3 and all(part.casefold() not in _NO_NAMES for part in word.split())


def _uncased(letter: str) -> bool:
    return letter.isalpha() and letter.lower() == letter.upper()
