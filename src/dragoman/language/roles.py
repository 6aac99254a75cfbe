"""Roles: words that mean a party by an office, a body or a group of it, such as "the Iranian foreign minister".

A role is a noun of ``roles.csv`` with a party's name before it ("North Korean leader", "Egypt's irrigation ministry"),
or after it with a preposition ("officials in Tokyo", "the governments of Egypt and Sudan"). What the nouns stand for:

- ``office``, ``body``, ``force``: the party itself;
- ``inside``, ``organ``: people or a body of the party that may go their own way ("hardliners in Tehran");
- ``rebel``: of a state, those who fight it; of a movement, the movement; alone, the one movement the article names;
- ``expert``: nobody but themselves.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from dragoman.language.mention import Basis, Sort
from dragoman.language.words import Words, word_set

__all__ = ["OF_NO_STATE", "PASSING", "Found", "Role", "covering", "find_roles", "role_nouns", "with_office"]

PASSING = 4
"""A movement named less often than this part of the party most spoken of says nothing of whose "the army" is."""
_REACH = 5
"""Words between a party's name and the noun of its role: "the Iranian deputy foreign minister for legal affairs"."""

_BEFORE_PARTY = frozenset({"in", "of", "from", "for"})
OF_NO_STATE = frozenset({"arbitration", "arbitral", "international", "global", "multinational", "regional", "sports"})
"""Words before a body that is of no state, wherever it sits: "an arbitration court in Paris"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A party named by the words from *first* up to *stop*: a mention in the making."""

    first: int
    stop: int
    party: str
    sort: Sort
    person: str | None = None
    part: str | None = None
    basis: Basis = "list"


@dataclass(frozen=True, slots=True)
class Role(Found):
    """A role, with the noun it hangs on and what that noun stands for; ``head`` is the noun's place."""

    head: int = 0
    stands: str = "office"
    plural: bool = False


def covering(names: Sequence[Found]) -> dict[int, Found]:
    """Return which of *names* stands over each word that one of them takes up, by the word's place."""
    return {at: name for name in names for at in range(name.first, name.stop)}


@lru_cache(maxsize=1)
def role_nouns() -> Mapping[str, tuple[str, str]]:
    """Return the role nouns: each form to what it stands for and to what a group or body so called is named.

    >>> role_nouns()["hardliner"], role_nouns()["parliament"]
    (('inside', 'hardliners'), ('organ', 'Parliament'))
    """
    text = files("dragoman.language").joinpath("roles.csv").read_text(encoding="utf-8")
    nouns = {}
    for row in csv.DictReader(text.splitlines()):
        forms = (row["noun"], row["plural"] or row["noun"])
        for form in forms:
            nouns[form] = (row["stands"], row["noun"].title() if row["stands"] == "organ" else forms[1])
    return nouns


@lru_cache(maxsize=1)
def _heads() -> Mapping[str, tuple[str, str]]:
    """Role nouns that stand for parties: all but those of experts."""
    return {form: noun for form, noun in role_nouns().items() if noun[0] != "expert"}


def find_roles(words: Words, names: Sequence[Found], homes: Mapping[str, str]) -> list[Role]:
    """Return the roles in *words*, given the *names* found there in order and the home state of each movement."""
    nouns = _heads()
    ends: dict[int, list[Found]] = {}
    starts: dict[int, list[Found]] = {}
    for name in names:
        ends.setdefault(name.stop, []).append(name)
        starts.setdefault(name.first, []).append(name)
    inside = {at for name in names for at in range(name.first, name.stop)}
    counts = Counter(name.party for name in names)
    heads = [
        head
        for head, word in enumerate(words.keys)
        if word in nouns and head not in inside and not _goes_on(words, head, nouns, inside)
    ]
    before = {head: _named_before(words, head, ends, homes) for head in heads}
    before = {head: _of_a_land(words, found, starts, counts, homes) or found for head, found in before.items()}
    reach = {role.first: role.stop for roles in before.values() for role in roles}
    found = [
        role
        for head in heads
        for role in before[head]
        or _named_after(words, head, starts, homes, reach)
        or _from_context(words, head, counts, homes)
    ]
    return [role for role in found if reach.get(role.first, role.stop) <= role.stop]


def _goes_on(words: Words, head: int, nouns: Mapping[str, tuple[str, str]], inside: set[int]) -> bool:
    """True where the noun is followed by another role noun, which is then the head: "government officials"."""
    after = head + 1
    return after < len(words) and words.keys[after] in nouns and after not in inside and words.joined(after)


def _made(words: Words, owner: Found, span: tuple[int, int], head: int, homes: Mapping[str, str]) -> Role:
    first, stop = span
    stands, group = role_nouns()[words.keys[head]]
    party, part = owner.party, None
    if stands in {"inside", "organ"} or (stands == "rebel" and owner.sort in _STATE_SORTS and party not in homes):
        part = group
    between = words.keys[owner.stop : head] if owner.stop <= head else words.keys[first:head]
    if owner.sort in _STATE_SORTS and not word_set("dissent").isdisjoint(between):
        part = next(word for word in between if word in word_set("dissent"))
    return Role(first, stop, party, "role", None, part, "list", head, stands, words.keys[head] == group)


_STATE_SORTS = frozenset({"state", "demonym", "capital", "seat", "region"})


def _named_before(words: Words, head: int, ends: Mapping[int, list[Found]], homes: Mapping[str, str]) -> list[Role]:
    """A party's name before the noun, with at most a few words of description between."""
    for back in range(_REACH + 1):
        at = head - back
        if at in ends:
            return _sent_to(words, head, ends, homes, at) or _owned(words, head, ends[at], homes, possessive=False)
        if words.keys[at - 1 : at] == ["s"] and words.keys[at - 2 : at - 1] == ["'"] and at - 2 in ends:
            return _owned(words, head, ends[at - 2], homes, possessive=True)
        if words.keys[at - 1 : at] == ["'"] and at - 1 in ends:
            return _owned(words, head, ends[at - 1], homes, possessive=True)
        if at < 1 or not _describes(words, at - 1, head):
            return []
    return []


def _sent_to(words: Words, head: int, ends: Mapping[int, list[Found]], homes: Mapping[str, str], at: int) -> list[Role]:
    """The state that sends somebody to an organisation: "Syria's UN ambassador" is Syria's, not the UN's."""
    body = ends[at][0]
    if body.sort not in {"organisation", "bloc"}:
        return []
    first, possessive = body.first, False
    if words.keys[first - 2 : first] == ["'", "s"]:
        first, possessive = first - 2, True
    senders = [name for name in ends.get(first, ()) if name.sort in {"state", "demonym"}]
    return _owned(words, head, senders, homes, possessive=possessive) if senders else []


def _describes(words: Words, at: int, head: int) -> bool:
    word = words.keys[at]
    if word == "-":
        return True
    near = words.joined(at + 1) or words.keys[at + 1] == "-"
    deed = word in word_set("deeds") or (word.endswith("ed") and word not in word_set("participles of people"))
    return word.isalpha() and word not in word_set("role stops") and not deed and near and at < head


def _owned(
    words: Words, head: int, owners: Sequence[Found], homes: Mapping[str, str], *, possessive: bool
) -> list[Role]:
    owner, at = owners[0], owners[0].stop + 2 * possessive
    if not possessive and (owner.sort == "person" or not words.joined(owner.stop)):
        return []
    if words.keys[head] in word_set("need description") and head <= at:
        return []
    stop = with_office(words, head)
    return [_made(words, each, (each.first, stop), head, homes) for each in owners]


def with_office(words: Words, head: int) -> int:
    """Where the role ends: past "of State", "for Foreign Affairs" after its noun."""
    stop = head + 1
    if words.keys[stop : stop + 1] in (["of"], ["for"]):
        for size in (2, 1):
            office = words.keys[stop + 1 : stop + 1 + size]
            if len(office) == size and all(word in word_set("offices of") for word in office):
                return stop + 1 + size
    return stop


def _named_after(
    words: Words, head: int, starts: Mapping[int, list[Found]], homes: Mapping[str, str], reach: Mapping[int, int]
) -> list[Role]:
    """A party's name after the noun and a preposition; several names joined by "and" give a role each.

    *reach* says where a role that begins with a name ends: "head of Iran's atomic energy agency" is one role.
    """
    at = with_office(words, head)
    if words.keys[at : at + 1] == [] or words.keys[at] not in _BEFORE_PARTY:
        return []
    preposition, at = words.keys[at], at + 1
    if words.keys[head] == "opposition" and (preposition == "from" or words.keys[max(0, head - 1)] != "the"):
        return []  # "met with opposition from Chad" tells who is against it, and of no party there
    if preposition in {"in", "from"} and words.keys[head] not in word_set("at home"):
        return []
    if preposition == "in" and words.keys[max(0, head - 1)] in OF_NO_STATE:
        return []
    if words.keys[at : at + 1] == ["the"]:
        at += 1
    owners: list[Found] = []
    while at in starts and _may_own(starts[at][0], preposition):
        owners += starts[at]
        stop = reach.get(at, starts[at][0].stop)
        at = stop
        while words.keys[at : at + 1] and words.keys[at] in {",", "and", "the"}:
            at += 1
    if not owners:
        return []
    first = _start_before(words, head)
    return [_made(words, owner, (first, stop), head, homes) for owner in owners]


def _may_own(name: Found, preposition: str) -> bool:
    if preposition in {"in", "from"}:
        return name.sort in {"state", "capital", "region", "seat"}
    return name.sort in {"state", "organisation", "company", "bloc", "movement", "region"} or (
        preposition == "of" and name.sort == "seat"
    )


def _start_before(words: Words, head: int) -> int:
    first = head
    while first > 0 and head - first < _REACH and _describes(words, first - 1, head) and words.keys[first - 1] != "-":
        if words.keys[first - 1] in role_nouns() or words.keys[first - 1] in word_set("plain descriptions"):
            first -= 1
        else:
            break
    return first


def _from_context(words: Words, head: int, counts: Mapping[str, int], homes: Mapping[str, str]) -> list[Role]:
    """ "The rebels", "the rebel commander", "the government", where the article leaves one party they can be."""
    stands = role_nouns()[words.keys[head]][0]
    first = head
    rebel = stands == "rebel"
    if head and words.keys[head - 1] in word_set("rebel words") and words.joined(head):
        first, rebel = head - 1, True
    movements = sorted((party for party in counts if party in homes), key=lambda party: (-counts[party], party))
    if not movements or (len(movements) > 1 and counts[movements[0]] < 2 * counts[movements[1]]):
        return []
    if rebel and not (first and words.keys[first - 1] in word_set("not the one")):
        return [_contextual(words, first, head, movements[0])]
    home = homes[movements[0]]
    passing = PASSING * counts[movements[0]] < max(counts.values())
    if passing or home.lower() in word_set("without an army"):
        return []
    if words.keys[head] in word_set("of the state") and first and words.keys[first - 1] == "the" and counts.get(home):
        return [_contextual(words, first, head, home)]
    return []


def _of_a_land(
    words: Words,
    roles: Sequence[Role],
    starts: Mapping[int, list[Found]],
    counts: Mapping[str, int],
    homes: Mapping[str, str],
) -> list[Role]:
    """ "Kachin rebels": those of a land inside a state are the movement that the article names, not that land."""
    if len(roles) != 1 or roles[0].stands != "rebel" or starts[roles[0].first][0].sort != "region":
        return []
    found = _from_context(words, roles[0].head, counts, homes)
    return [replace(roles[0], party=found[0].party, part=None)] if found else []


def _contextual(words: Words, first: int, head: int, party: str) -> Role:
    stands, group = role_nouns()[words.keys[head]]
    return Role(first, head + 1, party, "role", None, None, "article", head, stands, words.keys[head] == group)
