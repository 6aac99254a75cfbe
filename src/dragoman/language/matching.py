"""Finding listed names in a text: one walk over its words, the longest name at each place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any

from dragoman.language.listing import Listed, family_names, first_key, words_of
from dragoman.language.spellings import family_spellings, first_spellings, spellings
from dragoman.language.words import Words, fits
from dragoman.language.words import key as _key

__all__ = ["Hit", "NameIndex"]


@dataclass(frozen=True, slots=True)
class Hit:
    """Listed names that the words from *first* up to *stop* may be; ``bare`` where it is a family name alone."""

    first: int
    stop: int
    lines: tuple[Listed, ...]
    bare: bool


_Entry = tuple[tuple[str, ...], Listed, bool, bool]
"""The words of a name, whose it is, whether it is a family name alone, and whether the list has it so spelt."""


_NAMES = 1 << 12
"""Names as articles write them for which is remembered whose they are, so that memory does not follow the articles."""


class NameIndex:
    """A tree of names by their words; looking up takes a step for each word, however many names there are.

    >>> from dragoman.language.words import split
    >>> index = NameIndex([Listed("PRK", "state", "North Korea"), Listed("KOR", "state", "South Korea")])
    >>> [(hit.first, hit.stop, hit.lines[0].id) for hit in index.scan(split("North and South Korea agreed."))]
    [(0, 1, 'PRK'), (2, 4, 'KOR')]
    """

    def __init__(self, lines: Iterable[Listed]) -> None:
        self._root: dict[str, Any] = {}
        self._unplanted: dict[str, list[tuple[str, Listed, bool]]] = {}
        self._small: set[str] = set()
        self._fitting = lru_cache(maxsize=_NAMES)(self._find_fitting)
        for line in lines:
            if line.kind == "person":
                names = [(name, " " not in name) for name in (line.label, *line.aliases)]
                names += [(name, True) for name in family_names(line)]
            else:
                names = [(name, False) for name in (line.name, *line.aliases)]
            if line.kind == "demonym":
                names += [(name + "s", False) for name, _ in names if name[-1] in _TAKES_S]
            for name, bare in names:
                starts = _starts(name, line, bare=bare)
                for start in starts:
                    self._unplanted.setdefault(start, []).append((name, line, bare))
                if not all(word[:1].isupper() for word in (name.split(" ") if line.kind == "person" else (name,))):
                    self._small.update(starts)

    def _branch(self, start: str) -> dict[str, Any] | None:
        """The part of the tree whose names begin with the word *start*, grown when it is first asked for."""
        for name, line, bare in self._unplanted.pop(start, ()):
            for words, listed in _ways(name, line, bare=bare):
                if _key(words[0]) != start:
                    continue
                self._plant(words, line, bare=bare, listed=listed)
                if words[-1] in _SMALL_TOO and any(word != "the" for word in words[:-1]):
                    self._plant((*words[:-1], words[-1].lower()), line, bare=bare, listed=listed)
        branch: dict[str, Any] | None = self._root.get(start)
        return branch

    def _plant(self, words: tuple[str, ...], line: Listed, *, bare: bool, listed: bool) -> None:
        node = self._root
        for word in words:
            node = node.setdefault(_key(word), {})
        entries: list[_Entry] = node.setdefault("", [])
        if not any(entry[1] is line and entry[0] == words for entry in entries):
            entries.append((words, line, bare, listed))

    def at(self, words: Words, first: int) -> Hit | None:
        """Return the longest name that begins at the word *first*, or None."""
        node = self._branch(words.keys[first])
        place, best, count = first, None, len(words.keys)
        while node is not None:
            place += 1
            if "" in node:
                lines, bare = self._fitting(tuple(words.written[first:place]))
                best = Hit(first, place, lines, bare) if lines else best
            if place == count:
                break
            node = node.get(words.keys[place])
        initial = first + 3 < count and words.keys[first + 2] == "." and not (best and not best.bare)
        return (self._past_initial(words, first) or best) if initial else best

    def _past_initial(self, words: Words, first: int) -> Hit | None:
        """ "Vladimir V. Putin": the person whose list has no letter between the given name and the family's."""
        after = first + 3
        if len(words.keys[first + 1]) != 1:
            return None
        if not (words.capitalised(first + 1) and words.capitalised(first) and words.capitalised(after)):
            return None
        node = (self._branch(words.keys[first]) or {}).get(words.keys[after], {})
        persons = [entry[1] for entry in node.get("", ()) if entry[1].kind == "person" and not entry[2]]
        return Hit(first, after + 1, tuple(persons), bare=False) if persons else None

    def _find_fitting(self, written: tuple[str, ...]) -> tuple[tuple[Listed, ...], bool]:
        """Whose name these words are, by the size of their letters too, and whether it is a family name alone."""
        node: dict[str, Any] = self._branch(_key(written[0])) or {}
        for word in written[1:]:
            node = node[_key(word)]
        fitting = [entry for entry in node[""] if all(map(fits, written, entry[0]))]
        as_listed = [entry for entry in fitting if entry[0][0].isupper() == written[0].isupper()]
        fitting = as_listed or fitting
        fitting = [entry for entry in fitting if entry[3]] or fitting
        full = [entry for entry in fitting if not entry[2]]
        return tuple(dict.fromkeys(entry[1] for entry in full or fitting)), not full

    def scan(self, words: Words) -> list[Hit]:
        """Return the names in *words* from left to right, none overlapping another.

        "North and South Korea" gives both: a first half stands for the name it makes with the second's rest.
        """
        hits, place, count = [], 0, len(words)
        while place < count:
            key = words.keys[place]
            if not self._begins(key, words.written[place]):
                place += 1
                continue
            hit = self.at(words, place)
            if hit is not None and key == "the":
                inner = self.at(words, place + 1) if place + 1 < len(words) else None
                hit = inner if inner is not None and inner.stop > hit.stop else hit
            if hit is None:
                hit = self._half(words, place) if key in _CAN_BE_HALF else None
            if hit is not None:
                hits.append(hit)
                place = hit.stop
            else:
                place += 1
        return hits

    def _begins(self, key: str, written: str) -> bool:
        """Whether a name may begin with a word: hardly any does with one in small letters."""
        if written[0].islower() and key not in self._small:
            return False
        return key in self._root or key in self._unplanted or key in _CAN_BE_HALF

    def _half(self, words: Words, first: int) -> Hit | None:
        if first + 3 >= len(words) or words.keys[first + 1] not in _JOINERS or not words.capitalised(first):
            return None
        other = self.at(words, first + 2)
        if other is None or other.stop - other.first != 2:
            return None
        node = (self._branch(words.keys[first]) or {}).get(words.keys[first + 3], {})
        whole = [entry for entry in node.get("", ()) if not entry[2]]
        return Hit(first, first + 1, tuple(entry[1] for entry in whole), bare=False) if whole else None


def _starts(name: str, line: Listed, *, bare: bool) -> Iterable[str]:
    """The keys of the words with which *name* may begin; only persons' names have several spellings."""
    first = first_key(name)
    if line.kind != "person":
        return (first,)
    if bare:
        return (first, *family_spellings(first))
    rest = name.replace("-", " ").split(" ")[1:2]
    return first_spellings(first, _key(rest[0]) if rest else "")


def _ways(name: str, line: Listed, *, bare: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The words of a name, cut as a text would be, in all its spellings; with each, whether the list has it so."""
    for words in words_of(name):
        yield words, True
        if line.kind != "person":
            continue
        others: Iterable[tuple[str, ...]]
        if bare:
            others = product(*((word, *family_spellings(word)) for word in words))
        else:
            others = spellings(words, family_first=line.family_first and name == line.label)
        yield from ((other, False) for other in others if other != words)


_TAKES_S = frozenset("niktbzoar")
"""Last letters of demonyms whose plural ends in -s: Iranians, Iraqis, Slovaks, Croats; not Chinese, Swiss, British."""
_SMALL_TOO = frozenset({"Party", "Movement", "Coalition", "Bloc", "Group"})
"""Last words of names that some papers write small: "the Democratic party", though not "the Bloc" of Canada."""
_JOINERS = frozenset({"and", "or", "&"})
_CAN_BE_HALF = frozenset({"north", "south", "east", "west", "northern", "southern", "eastern", "western"})
