"""Parties that no list has, by what an article shows of a capitalised name: "Gazprom's chief", "the union Verdi".

Read from words alone. A name is a party of its article where letters in brackets shorten it ("the Kenya Medical
Practitioners, Pharmacists and Dentists Union (KMPDU)"), where it owns an office or a body ("Ruritanian Steel's board"),
where a noun for a kind of organisation stands before it ("the state company PGNiG") or after a comma ("Eskom, the state
power utility,"), or where the article keeps saying what it wants or refuses. It is then one in every place of the
article.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dragoman.language.mention import BODIES, Sort
from dragoman.language.roles import Found, covering, role_nouns
from dragoman.language.words import Words, word_set

__all__ = ["acting", "lettered", "unlisted"]

_LONGEST = 4
"""Words of a name told by what stands beside it."""
_LONGEST_LETTERED = 14
"""Words, marks counted, before the letters in brackets that shorten them."""
_LONG_NAMES = 2
"""Times from which on a name in full is that of no person."""
_SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "de", "des", "du", "la", "der", "e", "y"})
_LETTERS = (2, 8)
_OWNED = frozenset({"whose", "their", "his", "her", "its", "'"})
_OWNER_BACK = 5
"""Words before the comma in front of a name in which it is said whose it is."""
_AFTER_DESCRIPTION = frozenset(
    {",", ".", "that", "which", "in", "for", "of", "with", "owned", "run", "led", "controlled", "founded", "based",
     "behind", "representing", "and"}
)  # fmt: skip
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
"""Words that alone name nobody: "the Fourth Army Region"."""
_DESCRIPTION = 6
"""Words from the comma after a name to the noun that says what it is."""


def lettered(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return the names that letters in brackets shorten, each under its letters, and the letters wherever they stand.

    Letters that a list has, such as "(IMF)", are left to the list; those behind a name that is known are that party's.
    """
    taken = covering(names)
    found: list[Found] = []
    known: dict[str, Found] = {}
    for bracket, mark in enumerate(words.keys):
        if mark != "(" or words.keys[bracket + 2 : bracket + 3] not in ([")"], [","]) or bracket + 1 in taken:
            continue
        letters = words.written[bracket + 1]
        before = taken.get(bracket - 1)
        if before is not None and before.stop == bracket and before.sort in BODIES and not before.person:
            known.update({letters: before} if _is_letters(letters) else {})
            continue
        first = _spelt_out(words, bracket, letters)
        if first is None or any(name.first <= first and name.stop >= bracket for name in (taken.get(first),) if name):
            continue
        found.append(Found(first, bracket, letters, "organisation", basis="article"))
        known[letters] = found[-1]
    inside = {at for name in found for at in range(name.first, name.stop)} | set(taken)
    for at, word in enumerate(words.written):
        if word in known and at not in inside:
            found.append(replace(known[word], first=at, stop=at + 1))
    return found


def _is_letters(word: str) -> bool:
    few, many = _LETTERS
    return few <= len(word) <= many and sum(map(str.isupper, word)) >= few and word.isalpha()


def _spelt_out(words: Words, stop: int, letters: str) -> int | None:
    """Where the name before a bracket begins, if the letters are those of its words in order; else None.

    A capitalised word may be passed over, as long as the first and the last letter have theirs.
    """
    if not _is_letters(letters):
        return None
    left = [letter for letter in letters if letter.isupper()]
    first = None
    for at in range(stop - 1, max(-1, stop - 1 - _LONGEST_LETTERED), -1):
        word = words.written[at]
        if not left or not (word[0].isupper() or words.keys[at] in _SMALL or word in {",", "-", "'", "’", "s"}):
            break
        if at + 1 < stop and not words.joined(at + 1) and words.written[at + 1] not in {",", "-", "'", "’"}:
            break
        if word[0].isupper() and word[0] == left[-1]:
            left.pop()
            first = at
    return first if not left and first is not None and stop - first >= _LETTERS[0] else None


def unlisted(words: Words, names: Sequence[Found], people: frozenset[str]) -> list[Found]:
    """Return the places of names that what stands beside one of their places shows to be parties.

    *names* are those known already; *people* the keys of words that are persons' family names in this article.
    """
    taken = covering(names)
    runs = [run for run in _runs(words, taken) if not (run[1] - run[0] == 1 and words.keys[run[0]] in people)]
    sorts: dict[str, Sort] = {}
    for first, stop in runs:
        sort = _shown(words, first, stop)
        if sort:
            sorts.setdefault(_key(words, first, stop), sort)
    return [
        _found(words, first, stop, sorts[key]) for first, stop in runs if (key := _key(words, first, stop)) in sorts
    ]


def acting(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return the places of names not among *names*, of which the article says what they want or do to others."""
    taken = covering(names)
    places: dict[str, list[tuple[int, int]]] = {}
    for first, stop in _runs(words, taken):
        places.setdefault(_key(words, first, stop), []).append((first, stop))
    acted = [found for found in places.values() if _acts(words, found) and not _is_home(words, found, taken)]
    return [_found(words, first, stop, "organisation") for found in acted for first, stop in found]


def _is_home(words: Words, places: Sequence[tuple[int, int]], taken: Mapping[int, Found]) -> bool:
    """ "Ana Lopez of Old Forge": a name that only tells where somebody is from."""
    behind = (taken.get(at - 2) for at, _ in places if words.keys[at - 1 : at] == ["of"])
    return any(name is not None and name.person is not None for name in behind)


def _found(words: Words, first: int, stop: int, sort: Sort) -> Found:
    return Found(first, stop, words.text[words.starts[first] : words.ends[stop - 1]], sort, basis="article")


def _key(words: Words, first: int, stop: int) -> str:
    return " ".join(words.written[first:stop])


def _runs(words: Words, taken: Mapping[int, Found]) -> Iterator[tuple[int, int]]:
    """Stretches of one to four capitalised words that no known name has, and that no sentence's start explains."""
    at = 0
    for first in words.capitals:
        if first < at or not _in_name(words, first, taken):
            continue
        at = first
        while at < len(words) and _in_name(words, at, taken) and (at == first or words.joined(at)):
            at += 1 + 2 * (_hyphened(words, at) and _in_name(words, at + 2, taken))
        beside = first - 1 in taken and words.joined(first) and words.capitalised(first - 1)
        numbered = at - first == 1 and words.keys[first] in _ORDINALS
        if at - first <= _LONGEST and not beside and not numbered and not (at in taken and words.joined(at)):
            yield first, at


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    """Words that may stand in capitals and name no party."""
    return word_set("starters") | word_set("calendar") | word_set("titles") | word_set("abbreviations")


def _hyphened(words: Words, at: int) -> bool:
    """ "N-VA": a hyphen without blanks between two parts of a name."""
    return (
        at + 2 < len(words)
        and words.keys[at + 1] == "-"
        and words.ends[at] == words.starts[at + 1]
        and words.ends[at + 1] == words.starts[at + 2]
    )


def _in_name(words: Words, at: int, taken: Mapping[int, Found]) -> bool:
    word = words.keys[at]
    if at in taken or not words.capitalised(at) or len(word) < _LETTERS[0] or not word.isalnum():
        return False
    if word in _no_names() or word in role_nouns() or words.headline(at):
        return False
    return not (word.endswith("ly") and words.opens_sentence(at))


def _shown(words: Words, first: int, stop: int) -> Sort | None:
    """What sort of party the words beside a name show it to be, None where they show nothing."""
    return (
        _before(words, first)
        or _owning(words, first, stop)
        or _after_comma(words, stop)
        or _set_beside(words, first, stop)
        or _led(words, first, stop)
        or _of_its_kind(words, first, stop)
    )


def _acts(words: Words, places: Sequence[tuple[int, int]]) -> bool:
    """True for a name that the article keeps using in full and of which it says that it has, will, wants or refused.

    A place stands behind "in"; a person is named in full once, and by family name from then on.
    """
    first, stop = places[0]
    if not any(_verb_follows(words, end) for _, end in places):
        return False
    if all(words.opens_sentence(at) for at, _ in places):
        return False
    before = {words.keys[at - 1] for at, _ in places if at}
    if before & word_set("places of names"):
        return False
    letters = any(word.isupper() and len(word) > 1 for word in words.written[first:stop])
    if stop - first == 1:
        return len(places) > 1 or letters
    return len(places) > _LONG_NAMES or letters or ("the" in before and len(places) > 1)


def _verb_follows(words: Words, stop: int) -> bool:
    """A verb of speaking or wanting right behind a name, or behind its helper: "has refused", "would not accept"."""
    following = words.keys[stop : stop + 3]
    if not following or not words.joined(stop):
        return False
    helped = following[0] in word_set("helpers")
    return any(word in word_set("speaking") for word in following[: 3 if helped else 1])


def _sort_of(noun: str) -> Sort | None:
    singular = noun.removesuffix("s")
    if noun in word_set("company nouns") or singular in word_set("company nouns"):
        return "company"
    return "organisation" if noun in word_set("organisation nouns") else None


def _before(words: Words, first: int) -> Sort | None:
    """ "The state company PGNiG", "the energy giant Gazprom": what it is directly before the name."""
    before = first - 1
    if before < 1 or words.capitalised(before) or not words.joined(first):
        return None
    return _sort_of(words.keys[before])


def _set_beside(words: Words, first: int, stop: int) -> Sort | None:
    """ "Their union, Solidar," and "his party, the Harvest List,": the name of what a noun before the comma says."""
    comma = first - 1 - (words.keys[first - 1 : first] == ["the"])
    if comma < 1 or words.keys[comma] != "," or words.keys[stop : stop + 1] not in ([","], ["."]):
        return None
    owned = any(word in _OWNED for word in words.keys[max(0, comma - _OWNER_BACK) : comma - 1])
    return _sort_of(words.keys[comma - 1]) if owned and not words.keys[comma - 1].endswith("s") else None


def _led(words: Words, first: int, stop: int) -> Sort | None:
    """ "The mayor of Ronda", "general secretary of the Harvesters", "who leads the Social Democrats"."""
    before = first - 1 - (words.keys[first - 1 : first] == ["the"])
    if before < 1 or not words.joined(first) or not _no_bodies().isdisjoint(words.keys[first:stop]):
        return None
    if words.keys[before] in word_set("heading") and words.keys[before - 1] in {"who", ","}:
        return "organisation"
    if words.keys[before] != "of" or words.capitalised(before - 1):
        return None
    if words.keys[before - 1] in word_set("offices of places"):
        return "region"
    return "organisation" if words.keys[before - 1] in word_set("offices of bodies") else None


@lru_cache(maxsize=1)
def _no_bodies() -> frozenset[str]:
    """Words in the names of what is led and yet no party: houses of learning, parts of a state."""
    return word_set("bodies of state") | word_set("houses of learning")


def _of_its_kind(words: Words, first: int, stop: int) -> Sort | None:
    """ "The far-right Concord party": what sort of body it is right behind the name."""
    if stop >= len(words) or not words.joined(stop) or words.keys[stop] not in word_set("kinds of bodies"):
        return None
    told = _no_bodies() | word_set("peoples and faiths")
    return "organisation" if told.isdisjoint(words.keys[first:stop]) else None


def _owning(words: Words, first: int, stop: int) -> Sort | None:
    """ "Gazprom's chief executive", "Maersk executives": an office or a body that only such a party has."""
    at, owned = stop, words.keys[stop : stop + 2] == ["'", "s"]
    at += 2 * owned
    nouns = words.keys[at : at + 3]
    if (owned or stop - first == 1) and nouns[:1] and nouns[0] in word_set("offices of anybody"):
        alone = stop - first == 1 and (owned or nouns[0] in word_set("titles") or nouns[0] == "spokesperson")
        return "company" if alone else None
    for noun in nouns:
        if noun in word_set("offices of companies"):
            return "company"
        if not noun.isalpha() or noun in word_set("role stops"):
            return None
    return None


def _after_comma(words: Words, stop: int) -> Sort | None:
    """ "Eskom, the state power utility," and "Verdi, a union that ..."."""
    if words.keys[stop : stop + 1] != [","] or words.keys[stop + 1 : stop + 2] not in (["the"], ["a"], ["an"], ["its"]):
        return None
    for at in range(stop + 2, min(stop + 2 + _DESCRIPTION, len(words))):
        noun = words.keys[at]
        follows = words.keys[at + 1] if at + 1 < len(words) else "."
        if _sort_of(noun) and (follows in _AFTER_DESCRIPTION):
            return _sort_of(noun)
        if noun in word_set("role stops") or not (noun.isalpha() or noun in {"-", "'"}):
            return None
    return None
