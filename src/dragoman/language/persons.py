"""Names of persons in running text: where one begins and ends, and which part of it is the family's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.language.roles import Found, role_nouns
from dragoman.language.words import Words, word_set

__all__ = [
    "Introduced",
    "is_body",
    "is_free",
    "is_title",
    "name_after",
    "name_before",
    "named_person",
    "starts_sentences",
]

_FAMILY_FIRST = frozenset({"PRK", "KOR", "CHN", "TWN", "VNM", "HKG"})
"""Parties whose persons' family names come first."""

_KOREAN = ("[A-Z][a-z]+", "[A-Z][a-z]+-[a-z]+")
"""A name with the family's first, wherever its bearer belongs: "Kim Sung-ju"."""
_LONGEST_NAME = 5
_COURTESY = ("Mr", "Ms", "Mrs")
"""What stands before the family's part of a name."""


@dataclass(frozen=True, slots=True)
class Introduced:
    """A person whom the article introduces, by the words from *first* up to *stop*; ``party`` None: nobody's."""

    first: int
    stop: int
    person: str
    family: str
    party: str | None
    part: str | None = None


def is_title(word: str) -> bool:
    """True for a word, by its key, that stands before a person's name: president, Mrs, General."""
    return word in word_set("titles") or (word in role_nouns() and role_nouns()[word][0] != "expert")


def starts_sentences(word: str) -> bool:
    """True for a word, by its key, whose capital at the start of a sentence says nothing: "But", "Obviously"."""
    return word in word_set("starters") or word.endswith(("ly", "ing"))


def _can_be_name(words: Words, at: int) -> bool:
    word = words.written[at]
    if not word[0].isupper() or not words.keys[at].replace(".", "").isalpha():
        return False
    key = words.keys[at]
    return key not in word_set("calendar") and key not in word_set("starters") and not is_title(key)


def name_after(words: Words, first: int) -> int:
    """Return where the person's name that begins at the word *first* ends; *first* where none begins there."""
    stop = first
    while stop < len(words) and stop - first < 2 * _LONGEST_NAME and (stop == first or words.joined(stop)):
        linked = stop > first and (words.keys[stop - 1] == "-" or _links(words, stop))
        if not linked and not _can_be_name(words, stop):
            break
        stop += 1
    while stop > first and not words.capitalised(stop - 1) and words.keys[stop - 2] != "-":
        stop -= 1
    return stop


def _links(words: Words, at: int) -> bool:
    """A hyphen, apostrophe, initial's dot or particle inside a name."""
    word = words.keys[at]
    if word == ".":
        return len(words.keys[at - 1]) == 1
    follows = at + 1 < len(words) and words.starts[at + 1] == words.ends[at]
    if word == "-":
        return follows and words.starts[at] == words.ends[at - 1]
    if word == "'":
        return follows and words.capitalised(at + 1) and len(words.keys[at - 1]) <= 2
    return word in word_set("particles")


def name_before(words: Words, stop: int) -> int:
    """Return where the person's name that ends before the word *stop* begins; *stop* where none ends there."""
    first = stop
    while first > 0 and stop - first < 2 * _LONGEST_NAME and (first == stop or words.joined(first)):
        at = first - 1
        small = _second_part(words, at)
        if small or _can_be_name(words, at) or (first < stop and at > 0 and _links(words, at)):
            first = at
        else:
            break
    while first < stop and not words.capitalised(first):
        first += 1
    return first


def _second_part(words: Words, at: int) -> bool:
    """The "ju" of "Kim Sung-ju": in small letters behind a hyphen and the capital of a given name."""
    hyphened = at > 1 and words.keys[at - 1] == "-" and words.ends[at - 1] == words.starts[at]
    written = words.written[at]
    before = at - 2
    return (
        hyphened
        and written.isalpha()
        and written.islower()
        and words.ends[before] == words.starts[at - 1]
        and _can_be_name(words, before)
        and words.capitalised(before - 1)
        and words.joined(before)
    )


def named_person(words: Words, first: int, stop: int, party: str | None, part: str | None = None) -> Introduced | None:
    """The person named by these words; None where they are no full name."""
    parts = words.text[words.starts[first] : words.ends[stop - 1]].split()
    while len(parts) > 1 and parts[-1].lower() in word_set("numerals"):
        parts = parts[:-1]
    capitals = all(part.isupper() for part in parts)
    if not 2 <= len(parts) <= _LONGEST_NAME or (words.headline(first) and not capitals):
        return None
    shown = [part.title() if part.isupper() and len(part) > 2 else part for part in parts]
    korean = len(shown) == len(_KOREAN) and all(map(re.fullmatch, _KOREAN, shown))
    if party in _FAMILY_FIRST or korean or _is_called_by_first(words, shown):
        family = shown[0]
    else:
        start = len(shown) - 1
        while start > 1 and shown[start - 1].lower() in word_set("particles"):
            start -= 1
        family = " ".join(shown[start:])
    return Introduced(first, stop, " ".join(shown), family, party, part)


def _is_called_by_first(words: Words, parts: list[str]) -> bool:
    """Whether the article says "Ms Meng" of a Meng Wanzhou, and goes on with no other part of the name."""
    for title in _COURTESY:
        called = f"{title} {parts[0]}"
        at = words.text.find(called)
        behind = words.text[at + len(called) : at + len(called) + 2] if at >= 0 else "?"
        if at >= 0 and not behind[:1].isalpha() and not behind[1:].isupper():
            return True
    return False


def is_free(taken: Mapping[int, Found], first: int, stop: int) -> bool:
    """True where no listed person, and no name from edge to edge, stands in these words already."""
    inside = {taken[at] for at in range(first, stop) if at in taken}
    return not any(name.sort == "person" or (name.first <= first and name.stop >= stop) for name in inside)


def is_body(words: Words, first: int, stop: int) -> bool:
    """True for "the Central Bank of Iran": no person."""
    known = word_set("organisation words") | word_set("bodies of state")
    return words.keys[first - 1 : first] == ["the"] or not known.isdisjoint(words.keys[first:stop])
