"""Short names of what an article names: "the Commission", "Parliament", "the Senate"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from dragoman.language.listing import Listed
from dragoman.language.matching import Hit, NameIndex
from dragoman.language.mention import Sort
from dragoman.language.persons import is_title
from dragoman.language.roles import Found
from dragoman.language.words import Words, word_set

__all__ = ["is_of_a_thing", "with_shorts"]

_OF_SEVERAL = frozenset({"senate", "treasury"})
"""Words that close the name of an organ that many states have under the same name."""
_MUCH = 3
"""How many times as often another is named, so that "the Senate" is not that of the state that the list says."""


def with_shorts(
    words: Words, names: Sequence[Found], shorts: NameIndex, sorts: Callable[[str], Sort | None]
) -> list[Found]:
    """Return *names* and, among the words they leave, the short names of parties they name: "the Commission"."""
    counts = Counter(name.party for name in names)
    families = {words.keys[name.stop - 1] for name in names if name.person}
    taken = {at for name in names for at in range(name.first, name.stop)}
    found = []
    for hit in shorts.scan(words):
        lines = _in_full(hit.lines, names, counts) or [x for x in hit.lines if not x.role or sorts(x.id) == "state"]
        line = _most_named(lines, counts) if lines else None
        of_several = words.keys[hit.stop - 1] in _OF_SEVERAL
        if line is not None and of_several and _MUCH * counts[line.id] < max(counts.values()):
            continue
        follows = hit.stop < len(words) and words.capitalised(hit.stop) and words.joined(hit.stop)
        if hit.stop - hit.first == 1 and (_closes_name(words, hit.first, taken) or words.keys[hit.first] in families):
            continue
        if line is None or not taken.isdisjoint(range(hit.first, hit.stop)):
            continue
        if is_of_a_thing(words.keys, hit, line.kind):
            continue
        if follows and not words.headline(hit.first) and not is_title(words.keys[hit.stop]):
            continue
        first = hit.first + (words.keys[hit.first] == "the" and hit.stop - hit.first > 1)
        sort: Sort = "seat" if line.role else sorts(line.id) or "organisation"
        found.append(Found(first, hit.stop, line.id, sort, None, line.role or None, "article"))
    return sorted([*names, *found], key=lambda name: name.first)


def _in_full(lines: Sequence[Listed], names: Sequence[Found], counts: Counter[str]) -> list[Listed]:
    """Of several organs of one short name those that the article names in full: "Parliament", the European one.

    One of a party that is named far less often than that of another is only named in passing.
    """
    parts = {(name.party, name.part) for name in names if name.part}
    most = max((counts[line.id] for line in lines), default=0)
    return [line for line in lines if (line.id, line.role) in parts and _MUCH * counts[line.id] >= most]


def _closes_name(words: Words, at: int, taken: set[int]) -> bool:
    """ "The Zero Carbon Act": a capitalised word, no title, before a short name makes another name of it."""
    before = at - 1
    if before < 0 or before in taken or not words.capitalised(before) or not words.joined(at) or words.headline(at):
        return False
    return words.keys[before].isalpha() and not words.opens_sentence(before) and not is_title(words.keys[before])


def _most_named(lines: Sequence[Listed], counts: Counter[str]) -> Listed | None:
    """The line whose party, or its state, the article names more often than that of any other; None where none is."""
    weights = sorted(
        ((counts[line.id] + sum(counts[home] for home in line.of), place) for place, line in enumerate(lines))
    )
    if weights[-1][0] == 0 or (len(weights) > 1 and weights[-2][0] == weights[-1][0]):
        return None
    return lines[weights[-1][1]]


def is_of_a_thing(keys: Sequence[str], hit: Hit, kind: str) -> bool:
    """True for a name that only says what sort of thing follows: "the Russian language", "the Ottawa convention"."""
    if hit.stop >= len(keys) or hit.stop != hit.first + 1:
        return False
    if kind == "capital":
        return keys[hit.stop] in word_set("named after towns")
    if keys[hit.first] in {"labour", "labor"}:
        return keys[hit.stop] in word_set("of labour")
    return kind == "demonym" and keys[hit.stop] in word_set("tongues and coins")
