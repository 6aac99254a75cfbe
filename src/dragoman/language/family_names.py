"""Who is meant by a family name alone: whom the article introduced, or who held an office on its date."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.language.listing import HEADS, Listed, term_covers
from dragoman.language.matching import Hit
from dragoman.language.persons import Introduced, is_title, starts_sentences
from dragoman.language.words import Words, key, split, word_set

__all__ = ["FamilyNames"]

_ELECT_DAYS = 120
"""A winner of an election is written about before the term begins."""
_SERVED_DAYS = 60
"""A minister is still written about as such for some weeks after leaving."""
_REMEMBERED_DAYS = 12 * 365
"""A former head of state or government is still known by family name so long after."""


@dataclass
class FamilyNames:
    """Decides family names in one article.

    *counts* says how often the article names each party otherwise; *full* which listed persons it names in full, with
    the word at which it first does; *introduced* the persons that it introduces itself; *taken* the words that belong
    to other names.
    """

    words: Words
    date: dt.date | None
    counts: Counter[str]
    full: Mapping[tuple[str, str], int]
    introduced: Sequence[Introduced]
    taken: Collection[int]
    _own: dict[str, list[Introduced]] = field(default_factory=dict)
    _strangers: set[str] = field(default_factory=set)
    _answers: dict[tuple[str, ...], Listed | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for person in sorted(self.introduced, key=lambda person: person.first):
            self._own.setdefault(_family_key(person.family), []).append(person)

    def own(self, family: str, at: int) -> Introduced | None:
        """The person of that family name (as a key) whom the article last introduced before the word *at*, or first."""
        people = self._own.get(family, ())
        before = [person for person in people if person.first <= at]
        return before[-1] if before else people[0] if people else None

    def families(self) -> Iterable[str]:
        """Keys of the family names of the persons whom the article introduces."""
        return self._own.keys()

    def decide(self, hit: Hit) -> Listed | None:
        """Return whom the bare *hit* means, or None where nobody can be named with reason."""
        family = " ".join(self.words.keys[hit.first : hit.stop])
        if self._part_of_longer_name(hit) or self._is_month(hit) or self._is_short_title(hit):
            return None
        named = [line for line in hit.lines if (line.id, line.label) in self.full] if self.full else []
        if named:
            return self._nearest(named, hit.first)
        if self.own(family, hit.first) is not None or family in self._strangers:
            return None
        titled = self._titled(hit.first)
        if family in word_set("word families") and not (titled or self._in_compound(hit)):
            return None
        return self._by_office(hit, titled=titled or self._in_compound(hit))

    def _nearest(self, lines: Sequence[Listed], at: int) -> Listed:
        """Of the persons whom the article names in full, the one it named last before *at*, else first after it."""
        people = sorted({(self.full[line.id, line.label], line.id, line.label) for line in lines})
        before = [person for person in people if person[0] <= at]
        _, party, label = before[-1] if before else people[0]
        return next(line for line in lines if (line.id, line.label) == (party, label))

    def count(self, parties: Iterable[str]) -> None:
        """Note that the article names these *parties*, too; what was decided so far stays as it is."""
        self.counts.update(parties)
        self._answers.clear()

    def _by_office(self, hit: Hit, *, titled: bool) -> Listed | None:
        asked = ("titled" if titled else "bare", *self.words.written[hit.first : hit.stop])
        if asked not in self._answers:
            self._answers[asked] = self._holder(hit, titled=titled)
        return self._answers[asked]

    def _holder(self, hit: Hit, *, titled: bool) -> Listed | None:
        serving = [line for line in hit.lines if term_covers(line, self.date)]
        near = [line for line in hit.lines if term_covers(line, self.date, before=_ELECT_DAYS, after=_SERVED_DAYS)]
        past = [
            line for line in hit.lines if line.role in HEADS and term_covers(line, self.date, after=_REMEMBERED_DAYS)
        ]
        for group in (serving, near, past):
            named, heads = [line for line in group if self._named(line)], _heads(group)
            others = [] if {line.label for line in heads} & {line.label for line in named} else named
            for choice in (_heads(named), others, heads, group):
                found = self._one(choice)
                if found is not None and self._plausible(found, hit, titled=titled, serving=group is serving):
                    return found
                if found is None and choice:
                    return None
        return None

    def _one(self, lines: Sequence[Listed]) -> Listed | None:
        """The one person among *lines* or of the most named party; without a name where that party has several."""
        if not lines:
            return None
        if len({(line.id, line.label) for line in lines}) == 1:
            return lines[0]
        if len({line.id for line in lines}) == 1:
            return lines[0]._replace(name="")
        weights = sorted(((self.counts.get(line.id, 0), line.id, line.label) for line in lines), reverse=True)
        best = {weight[1:] for weight in weights if weight[0] == weights[0][0]}
        if weights[0][0] == 0 or len({party for party, _ in best}) > 1:
            return None
        chosen = next(line for line in lines if (line.id, line.label) == weights[0][1:])
        return chosen if len(best) == 1 else chosen._replace(name="")

    def _plausible(self, line: Listed, hit: Hit, *, titled: bool, serving: bool) -> bool:
        """A head in office is known to every reader; others only where the article is about their party.

        In an article without a date nobody but a head is known by family name alone.
        """
        family = " ".join(self.words.keys[hit.first : hit.stop])
        if self.date is None and line.role not in HEADS and not titled:
            return False
        known = serving and line.role in HEADS and self.date is not None
        common = family in word_set("common families")
        return titled or self._named(line) or (known and not common)

    def _named(self, line: Listed) -> bool:
        return any(self.counts.get(party, 0) for party in (line.id, *line.of))

    def _is_short_title(self, hit: Hit) -> bool:
        """ "Sen. Paloma Valencia": a title cut short, and no Mr Sen."""
        after, words = hit.stop + 1, self.words
        short = words.keys[hit.stop : after] == ["."] and hit.stop - hit.first == 1 and is_title(words.keys[hit.first])
        return short and after < len(words) and words.capitalised(after)

    def _titled(self, first: int) -> bool:
        before = first - 1
        if before >= 0 and self.words.keys[before] == ".":
            before -= 1
        return before >= 0 and self.words.capitalised(before) and is_title(self.words.keys[before])

    def _in_compound(self, hit: Hit) -> bool:
        """ "Trump-Moon": a hyphen with a capitalised word on its other side."""
        keys = self.words.keys
        after = keys[hit.stop : hit.stop + 1] == ["-"] and self.words.capitalised(hit.stop + 1)
        return after or (hit.first > 1 and keys[hit.first - 1] == "-" and self.words.capitalised(hit.first - 2))

    def _part_of_longer_name(self, hit: Hit) -> bool:
        """True for "Ron Johnson" and "Trump Tower": the words beside make another name of it."""
        words = self.words
        if words.headline(hit.first):
            return False
        after = hit.stop
        if (
            after < len(words)
            and words.capitalised(after)
            and words.joined(after)
            and not words.written[hit.first].isupper()
        ):
            follows = words.keys[after]
            if (
                follows not in word_set("after family names")
                and not is_title(follows)
                and len(words.written[after]) > 1
            ):
                return True
        before = hit.first - 1
        if before < 0 or not words.joined(hit.first) or not words.capitalised(before):
            return False
        word = words.keys[before]
        if (
            is_title(word)
            or words.written[before].isupper()
            or not word.isalpha()
            or word in word_set("calendar")
            or word in word_set("after family names")
        ):
            return False
        if words.opens_sentence(before) and starts_sentences(word):
            return False
        if before in self.taken:
            return False
        self._strangers.add(" ".join(words.keys[hit.first : hit.stop]))
        return True

    def _is_month(self, hit: Hit) -> bool:
        words = self.words
        if words.keys[hit.first] != "may":
            return False
        after = words.keys[hit.stop] if hit.stop < len(words) else ""
        before = words.keys[hit.first - 1] if hit.first else ""
        return after.isdigit() or before in word_set("before months") or before.isdigit()


def _heads(lines: Iterable[Listed]) -> list[Listed]:
    return [line for line in lines if line.role in HEADS]


def _family_key(family: str) -> str:
    return " ".join(key(word) for word in split(family).written)
