"""Bodies introduced by what they call themselves: "a faction which calls itself the Mountain Front"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.language.roles import Found
from dragoman.language.words import Words, word_set

__all__ = ["self_called"]

_CALLING = frozenset(
    {"calls", "call", "calling", "called", "styles", "style", "styling", "styled", "names", "dubs", "dubbed"}
)
_SELF = frozenset({"itself", "themselves"})
_SMALL = frozenset({"of", "for", "and", "the", "de", "in"})
_LONGEST = 8


def self_called(words: Words) -> list[Found]:
    """Return the names by which bodies are said to call themselves, in every place where they stand."""
    names = {tuple(words.written[first:stop]) for first, stop in _spans(words)}
    found = []
    for name in sorted(names):
        for at in range(len(words) - len(name) + 1):
            if tuple(words.written[at : at + len(name)]) == name:
                written = words.text[words.starts[at] : words.ends[at + len(name) - 1]]
                found.append(Found(at, at + len(name), written, "organisation", basis="article"))
    return found


def _spans(words: Words) -> Sequence[tuple[int, int]]:
    found = []
    for at, word in enumerate(words.keys):
        if word not in _SELF or at == 0 or words.keys[at - 1] not in _CALLING:
            continue
        first = at + 1 + (words.keys[at + 1 : at + 2] == ["the"])
        stop = first
        while stop < len(words) and stop - first < _LONGEST and (stop == first or words.joined(stop)):
            if not (words.capitalised(stop) or (stop > first and words.keys[stop] in _SMALL)):
                break
            stop += 1
        while stop > first and not words.capitalised(stop - 1):
            stop -= 1
        plain = stop - first == 1 and words.keys[first] in word_set("starters")
        if stop > first and not plain:
            found.append((first, stop))
    return found
