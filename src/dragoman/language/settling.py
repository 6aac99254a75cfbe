"""Settling which party each name in an article means, from all that the article names."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.language.family_names import FamilyNames
from dragoman.language.given_names import by_given_name
from dragoman.language.listing import HEADS, KINDS, Listed, term_covers
from dragoman.language.matching import Hit, NameIndex
from dragoman.language.mention import Mention, Sort
from dragoman.language.organisations import organisations, shortened
from dragoman.language.persons import Introduced, is_title, starts_sentences
from dragoman.language.roles import Found, Role
from dragoman.language.self_called import self_called
from dragoman.language.shorts import is_of_a_thing
from dragoman.language.unlisted import lettered, unlisted
from dragoman.language.words import Words, split, word_set

__all__ = ["as_mention", "settle", "with_organisations", "with_people"]

_FEW_LETTERS = 3
_PARTY_FAMILIES = frozenset({"free", "social", "christian", "liberal", "national", "new"})
"""Words that make another party of "Democrats": the Social Democrats, the Free Democrats."""
_OWNERS = {"state", "demonym"}
_ROUNDS = 2
"""Leaders, known by family name alone, show whom the article is about; then others of their parties are known too."""
_OPEN = "9999-12-31"
"""Later than any last day, as ISO text."""
_LAND = frozenset({"state", "demonym", "capital", "seat", "region"})
_LIFETIME_DAYS = 45 * 365
"""So long before or after every term of somebody a name as his means a namesake."""


def settle(words: Words, hits: Sequence[Hit], date: dt.date | None) -> list[Found]:
    """Return what the full names among *hits* mean; family names alone are left to :func:`with_people`."""
    clear = [hit for hit in hits if not hit.bare and not _other_use(words, hit) and not _of_another_age(hit, date)]
    lands = _lands(clear)
    clear = [_of_owner(words, hit, lands) for hit in clear]
    sure = [hit.lines[0].id for hit in clear if len(hit.lines) == 1 and not _needs_home(words, hit)]
    counts = Counter(sure)
    return [
        found
        for hit in clear
        if not _needs_home(words, hit) or any(counts[party] for line in hit.lines for party in (line.id, *line.of))
        for found in _named(words, hit, _choose(hit.lines, counts, date))
    ]


def _lands(hits: Sequence[Hit]) -> dict[int, frozenset[str]]:
    """The states named, by the word that follows the name."""
    return {hit.stop: frozenset(line.id for line in hit.lines) for hit in hits if hit.lines[0].kind in _OWNERS}


def _of_owner(words: Words, hit: Hit, lands: Mapping[int, frozenset[str]]) -> Hit:
    """An organ of the state that it is said to be of: "Iraq's National Security Council" is not the American one."""
    if KINDS[hit.lines[0].kind] != "seat":
        return hit
    behind_s = hit.first - 2 if words.keys[max(0, hit.first - 2) : hit.first] == ["'", "s"] else hit.first
    owners = lands.get(behind_s)
    if owners is None:
        return hit
    own = tuple(line for line in hit.lines if line.id in owners)
    return replace(hit, lines=own or tuple(hit.lines[0]._replace(id=owner) for owner in sorted(owners)))


def _of_another_age(hit: Hit, date: dt.date | None) -> bool:
    """True where every person of that name served a lifetime before the article or after it, or is yet to head a body.

    Whoever will head an organisation is of somebody else before, as the article may say.
    """
    day = date.isoformat() if date else ""
    return all(
        line.kind == "person"
        and (
            not term_covers(line, date, before=_LIFETIME_DAYS, after=_LIFETIME_DAYS)
            or (line.role == "chief" and "" < day < line.since)
        )
        for line in hit.lines
    )


def _needs_home(words: Words, hit: Hit) -> bool:
    """True for two or three letters that mean many things, such as PP: the article must be about their state."""
    short = hit.stop - hit.first == 1 and len(words.keys[hit.first]) <= _FEW_LETTERS
    return short and all(line.kind == "political party" for line in hit.lines)


def _choose(lines: Sequence[Listed], counts: Counter[str], date: dt.date | None) -> Listed:
    """The line meant by a name that several have: valid on the day, of the party most named, first in the lists.

    Without a day somebody who led a state did so. Of namesakes whoever is of a state that the article names is meant.
    """
    if len(lines) == 1:
        return lines[0]
    valid = [line for line in lines if term_covers(line, date)] or _latest(lines, date)
    valid = [line for line in valid if any(counts[party] for party in (line.id, *line.of))] or valid
    if len({(line.kind, line.label) for line in valid}) == 1 and valid[0].kind == "person":
        return max(valid, key=lambda line: (date is None and line.role in HEADS, line.since))
    return max(valid, key=lambda line: counts[line.id] + sum(counts[other] for other in line.of[:1]))


def _latest(lines: Sequence[Listed], date: dt.date | None) -> list[Listed]:
    """The line whose term ended last before *date*: out of office a person stays with the party served last.

    Before the first term the person is of the party that it will be served for.
    """
    day = date.isoformat() if date else _OPEN
    past = [line for line in lines if (line.until or _OPEN) < day]
    if not past:
        first = min(line.since for line in lines)
        return [line for line in lines if line.since == first]
    last = max(line.until for line in past)
    return [line for line in past if line.until == last]


def _named(words: Words, hit: Hit, line: Listed) -> Iterator[Found]:
    if line.kind == "none":
        return
    first = hit.first + (words.keys[hit.first] == "the" and hit.stop - hit.first > 1)
    if line.kind == "several":
        for party in line.of:
            yield Found(first, hit.stop, party, "state")
        return
    person = line.label if line.kind == "person" else None
    part = (line.role or line.name) if line.kind == "organ" else None
    yield Found(first, hit.stop, line.id, KINDS[line.kind] or "organisation", person, part)


def _other_use(words: Words, hit: Hit) -> bool:
    """True where the words around show that no party is meant: "pro-Russian", "French-speaking", "Michael Jordan"."""
    kind = hit.lines[0].kind
    if kind == "organ" and hit.first and words.keys[hit.first - 1] in _PARTY_FAMILIES:
        return True
    if kind == "combining":
        return words.keys[hit.stop : hit.stop + 1] != ["-"]
    keys = words.keys
    if keys[hit.first] == "the" and kind != "none" and hit.stop < len(words):
        return words.capitalised(hit.stop) and words.joined(hit.stop) and not words.headline(hit.first)
    if is_of_a_thing(keys, hit, kind):
        return True
    if kind == "political party" and hit.stop == hit.first + 1 and not words.written[hit.first].isupper():
        return hit.lines[0].name.isupper() and _in_persons_name(words, hit)  # "Khusela Diko", and no DIKO
    if kind == "none" or KINDS[kind] not in _LAND:
        return False
    if hit.first > 1 and keys[hit.first - 1] == "-" and keys[hit.first - 2] in word_set("not with"):
        return True
    origin = keys[hit.stop + 1] if hit.stop + 1 < len(keys) and keys[hit.stop] == "-" else ""
    if origin in word_set("languages and origins"):
        return True
    return keys[hit.first] in word_set("given names") and hit.stop == hit.first + 1 and _in_persons_name(words, hit)


def _in_persons_name(words: Words, hit: Hit) -> bool:
    if words.headline(hit.first):
        return False
    before = hit.first - 1
    if words.capitalised(before) and words.joined(hit.first) and not words.written[before].isupper():
        word = words.keys[before]
        opens = words.opens_sentence(before) and starts_sentences(word)
        plain = word in word_set("directions") or word in word_set("calendar")
        return word.isalpha() and not plain and not is_title(word) and not opens
    return False


def with_organisations(words: Words, names: Sequence[Found]) -> list[Found]:
    """Return *names* with the organisations that only this article names; names that are part of theirs go."""
    own = [name for name in self_called(words) if not any(_encloses(other, name) for other in names)]
    short = [*own, *lettered(words, [*names, *own])]
    ends = {name.stop for name in short}
    found = [*(name for name in organisations(words, [*names, *short]) if name.stop not in ends), *short]
    inside = {at for name in found for at in range(name.first, name.stop)}
    kept = [name for name in names if not inside.issuperset(range(name.first, name.stop))]
    named = sorted([*kept, *found], key=lambda name: name.first)
    named = sorted([*named, *shortened(words, named)], key=lambda name: name.first)
    named = sorted([*named, *unlisted(words, named, _families(words, named))], key=lambda name: name.first)
    return sorted([*named, *shortened(words, named)], key=lambda name: name.first)


def _encloses(one: Found, other: Found) -> bool:
    return one.first <= other.first and other.stop <= one.stop


def _families(words: Words, names: Sequence[Found]) -> frozenset[str]:
    """Keys of words that end a name of several words, as persons' family names do, or that listed persons go by."""
    persons = {words.keys[name.stop - 1] for name in names if name.person}
    taken = {at for name in names for at in range(name.first, name.stop)}
    ends = {
        words.keys[at]
        for before, at in pairwise(words.capitals)
        if before == at - 1
        and at not in taken
        and before not in taken
        and words.joined(at)
        and not (words.opens_sentence(before) and starts_sentences(words.keys[before]))
    }
    return frozenset(persons | ends)


def with_people(
    words: Words,
    hits: Sequence[Hit],
    names: Sequence[Found],
    people: Sequence[Introduced],
    *,
    date: dt.date | None,
    listed: NameIndex,
) -> list[Found]:
    """Return *names* with the persons whom the article introduces, and whom family names alone mean."""
    people = [_as_listed(person, listed) for person in people]
    introduced = {at for person in people for at in range(person.first, person.stop)}
    kept = [name for name in names if introduced.isdisjoint(range(name.first, name.stop))]
    namesakes = _namesakes(words, kept, people)
    kept = [name for name in kept if name not in namesakes]
    kept += [_introduced(person, person.first, person.stop) for person in people]
    taken = {at for name in kept for at in range(name.first, name.stop)}
    full = {}
    for name in reversed(kept):
        if name.person:
            full[name.party, name.person] = name.first
    counts = Counter(name.party for name in kept)
    deciding = FamilyNames(words, date, counts, full, people, taken)
    starts, stops = {hit.first for hit in hits}, {hit.stop for hit in hits}
    open_hits = [hit for hit in hits if hit.bare and taken.isdisjoint(range(hit.first, hit.stop))]
    adjectives = {name.first for name in kept if name.sort == "demonym"}
    open_hits = [
        hit
        for hit in open_hits
        if not _half_of_given(words, hit, starts, adjectives) and not _half_of_family(words, hit, stops)
    ]
    for _ in range(_ROUNDS):
        decided = [(hit, line) for hit in open_hits if (line := deciding.decide(hit)) is not None]
        kept += [Found(hit.first, hit.stop, line.id, "person", line.label or None) for hit, line in decided]
        deciding.count(line.id for _, line in decided)
        done = {hit.first for hit, _ in decided}
        open_hits = [hit for hit in open_hits if hit.first not in done]
    taken = {at for name in kept for at in range(name.first, name.stop)}
    kept += _again(words, deciding, taken)
    kept += by_given_name(words, kept)
    return sorted(set(kept), key=lambda name: (name.first, name.stop, name.party, name.person or ""))


def _half_of_given(words: Words, hit: Hit, starts: set[int], adjectives: set[int]) -> bool:
    """True for the Pierre of "Pierre-Yves Maillard" and the Pan of "Pan-American"; "the Trump-Kim summit" joins two."""
    dash, other = hit.stop, hit.stop + 1
    if words.keys[dash : dash + 1] == ["-"] and other in adjectives:
        return True
    if words.keys[dash : dash + 1] != ["-"] or other in starts or other + 1 >= len(words):
        return False
    return words.capitalised(other) and words.capitalised(other + 1) and words.joined(other + 1)


def _half_of_family(words: Words, hit: Hit, stops: set[int]) -> bool:
    """True for the Atta of "Mr Ofori-Atta", half of a double name that no list has; not for "the Trump-Kim summit"."""
    dash, other = hit.first - 1, hit.first - 2
    if other < 0 or words.keys[dash] != "-" or dash in stops or not words.capitalised(other):
        return False
    return words.ends[other] == words.starts[dash] and words.ends[dash] == words.starts[hit.first]


def _namesakes(words: Words, names: Sequence[Found], people: Sequence[Introduced]) -> set[Found]:
    """ "Ireland" after "Duncan Ireland", in an article that names that state in no other way: no state."""
    since: dict[str, int] = {}
    for person in people:
        family = split(person.family).keys
        if len(family) == 1:
            since[family[0]] = min(person.first, since.get(family[0], person.first))
    called: dict[str, set[str]] = {}
    for name in names:
        called.setdefault(name.party, set()).add(" ".join(words.keys[name.first : name.stop]))
    return {
        name
        for name in names
        if name.sort in _LAND
        and called[name.party] == {words.keys[name.first]}
        and since.get(words.keys[name.first], name.first) < name.first
    }


def _as_listed(person: Introduced, listed: NameIndex) -> Introduced:
    """The person under the listed name where given and family name are those of one listed for the same party.

    With an initial between them, "President Vladimir V. Putin", they are those of the one listed, whosever he is.
    """
    short = split(f"{person.person.split()[0]} {person.family}")
    hit = listed.at(short, 0)
    lines = hit.lines if hit and hit.stop == len(short) else ()
    own = [line for line in lines if line.id == person.party]
    known = {line.id for line in lines} if "." in person.person else set()
    if own or len(known) != 1:
        return replace(person, person=own[0].label) if own else person
    return replace(person, person=lines[0].label, party=lines[0].id, part=None)


def _introduced(person: Introduced, first: int, stop: int) -> Found:
    return Found(first, stop, person.party or person.person, "person", person.person, person.part, "article")


def _again(words: Words, deciding: FamilyNames, taken: set[int]) -> Iterator[Found]:
    """The persons whom the article introduced, where it calls them by family name alone."""
    families = {tuple(split(family).keys): family for family in deciding.families()}
    sizes = sorted({len(family) for family in families}, reverse=True)
    starts = {family[0] for family in families}
    for at, word in enumerate(words.keys):
        if word not in starts or at in taken or not words.capitalised(at):
            continue
        for size in sizes:
            family = families.get(tuple(words.keys[at : at + size]))
            person = deciding.own(family, at) if family else None
            if person is not None and not _longer(words, at, at + size):
                yield _introduced(person, at, at + size)
                break


def _longer(words: Words, first: int, stop: int) -> bool:
    """True where a capitalised word that may be of the same name stands directly before or after."""
    if words.headline(first):
        return False
    before = first - 1
    if words.capitalised(before) and words.joined(first) and words.keys[before].isalpha():
        opens = words.opens_sentence(before) and starts_sentences(words.keys[before])
        if not opens and not is_title(words.keys[before]) and words.keys[before] not in word_set("calendar"):
            return True
    return words.capitalised(stop) and words.joined(stop) and not words.written[first].isupper()


def as_mention(words: Words, name: Found) -> Mention:
    """Return the mention that *name* makes, with its place in the text."""
    before = name.first - 1
    if before >= 0 and words.keys[before] == "the":
        before -= 1
    place = name.sort in _LAND and before >= 0 and words.keys[before] in word_set("places before")
    place = place or (name.sort == "capital" and _dateline(words, name))
    part = name.part if name.person is None else None
    start, end = words.starts[name.first], words.ends[name.stop - 1]
    sort: Sort = "role" if isinstance(name, Role) else name.sort
    return Mention(start, end, name.party, sort, name.person, part, name.basis, place)


def _dateline(words: Words, name: Found) -> bool:
    """True for "TEHRAN, June 29" and "LUXEMBOURG/LONDON": in capitals at the start of a line."""
    first = name.first
    while first > 1 and words.keys[first - 1] == "/":
        first -= 2
    alone = first == 0 or not words.joined(first)
    return alone and words.text[words.starts[name.first] : words.ends[name.stop - 1]].isupper()
