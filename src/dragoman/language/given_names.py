"""Persons called by title and given name alone: "Sir Jeffrey" after "Jeffrey Donaldson", "Prince Mohammed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.language.roles import Found
from dragoman.language.words import Words, key, word_set

__all__ = ["by_given_name"]


def by_given_name(words: Words, names: Sequence[Found]) -> Iterator[Found]:
    """Yield the persons among *names* where a title that goes with given names stands before theirs alone."""
    titles = word_set("titles of given names")
    places = [at for at, word in enumerate(words.keys[:-1]) if word in titles and words.capitalised(at)]
    if not places:
        return
    taken = {at for name in names for at in range(name.first, name.stop)}
    given: dict[str, dict[tuple[str, str], Found]] = {}
    for name in names:
        if name.person:
            given.setdefault(key(name.person.split()[0]), {})[name.party, name.person] = name
    for at in (place + 1 for place in places):
        known = given.get(words.keys[at], {})
        longer = at + 1 < len(words) and words.capitalised(at + 1) and words.joined(at + 1)
        if len(known) == 1 and at not in taken and words.capitalised(at) and not longer:
            person = next(iter(known.values()))
            yield Found(at, at + 1, person.party, "person", person.person, person.part, "article")
