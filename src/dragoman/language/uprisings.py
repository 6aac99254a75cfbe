"""Armed movements that no list has, by how an article names them: "the Shan Hills Liberation Army".

Read from words alone. A name that ends in a word for armed men behind one for a cause ("Liberation Army", "Resistance
Front"), that has fighters or guerrillas right behind it, or that an article calls a rebel or armed group, is a
movement; it fights the state that the article names most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.language.mention import STATES
from dragoman.language.roles import Found
from dragoman.language.words import Words, word_set

__all__ = ["fought", "homes_of", "is_armed", "with_movements"]

_DESCRIPTION = 6
"""Words from the comma after a name to the noun that says what it is."""


def is_armed(words: Words, head: int) -> bool:
    """True for "Army" or "Forces" at *head* that a word for a cause before it makes the name of a movement.

    >>> from dragoman.language.words import split
    >>> is_armed(split("the Shan Hills Liberation Army"), 4), is_armed(split("the Royal Norwegian Army"), 3)
    (True, False)
    """
    if words.keys[head] not in word_set("armed bodies"):
        return False
    before = range(max(0, head - 3), head)
    return any(words.keys[at] in word_set("causes") and words.capitalised(at) for at in before)


def with_movements(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return *names*, those of unlisted organisations that the words show to be armed movements as such."""
    shown = {
        name.party for name in names if name.sort == "organisation" and name.basis == "article" and _shown(words, name)
    }
    return [
        replace(name, sort="movement") if name.party in shown and name.sort == "organisation" else name
        for name in names
    ]


def homes_of(names: Sequence[Found]) -> dict[str, str]:
    """Return the state that each unlisted movement fights."""
    home = fought([name.party for name in names if name.sort in STATES and name.person is None])
    movements = {name.party: home for name in names if name.sort == "movement" and name.basis == "article"}
    return {party: state for party, state in movements.items() if state is not None}


def fought(states: Sequence[str]) -> str | None:
    """Return which of *states*, named in this order, a movement fights: the first, unless another is named far more.

    >>> fought(["MMR", "CHN", "CHN", "MMR", "CHN"]), fought(["MMR", "CHN", "CHN", "CHN"]), fought([])
    ('MMR', 'CHN', None)
    """
    if not states:
        return None
    most, often = Counter(states).most_common(1)[0]
    return states[0] if 2 * states.count(states[0]) >= often else most


def _shown(words: Words, name: Found) -> bool:
    inside = words.keys[name.first : name.stop]
    if not word_set("sure causes").isdisjoint(inside):
        return True
    fighters = word_set("fighters")
    follows, before = words.keys[name.stop : name.stop + 1], words.keys[max(0, name.first - 2) : name.first]
    if (follows and follows[0] in fighters and words.joined(name.stop)) or not fighters.isdisjoint(before[-1:]):
        return True
    return _described(words, name.stop)


def _described(words: Words, stop: int) -> bool:
    """ "the Northern Front, a rebel alliance that ..."."""
    if words.keys[stop : stop + 1] != [","] or words.keys[stop + 1 : stop + 2] not in (["a"], ["an"], ["the"], ["one"]):
        return False
    told = list(_told(words, stop + 2))
    return not word_set("fighters").isdisjoint(told) or ("armed" in told and told[-1:] != ["armed"])


def _told(words: Words, at: int) -> Iterator[str]:
    for place in range(at, min(at + _DESCRIPTION, len(words))):
        if words.keys[place] in {",", ".", ";", "that", "which", "who"}:
            return
        yield words.keys[place]
