"""Whose somebody is by what stands behind his name and a comma, where it names no role of a party's.

"X Y, its chairman", "X Y, the union's president", "X Y, a foreign ministry spokeswoman", "X Y, who heads the Norwegian
delegation", "X Y, whose union, Z, ...".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from dragoman.language.mention import BODIES, STATES
from dragoman.language.roles import Found, role_nouns
from dragoman.language.words import Words, word_set

__all__ = ["LONGEST_DESCRIPTION", "offices", "told_owner"]

LONGEST_DESCRIPTION = 7
"""Words from the comma after a name to the noun that says who it is: "an international-relations scholar"."""
_LOOKING_BACK = 120
"""Words back to the party whose chairman somebody is said to be by "its"."""
_SHORTLY = 30
"""Words back to the state of a spokeswoman who is introduced without one."""
_ROLE = 9
"""Words behind a name, its comma aside, in which "who leads" may follow what else he is."""
_NEAR = 3
"""Words from a party's name to the ministry that is its: "the Norwegian foreign ministry"."""
_MOST = 6
"""Words behind "leader of" within which the party is named."""
_MEMBERS = frozenset(
    {"member", "founder", "head", "co-founder", "cofounder", "representative", "treasurer", "veteran", "part"}
)
_OWNERS = BODIES | {"state", "region", "agency"}


def told_owner(words: Words, first: int, places: tuple[int, int], taken: Mapping[int, Found]) -> str | None:
    """Return the party of the person whose name begins at the word *first*; None where the words do not tell.

    *places* are the word after the comma, and the first after it that may belong to a role.
    """
    behind, at = places
    return (
        _possessor(words, first, behind, taken)
        or _spoken_for(words, first, at, taken)
        or _headed(words, first, behind, taken)
        or _of_body(words, first, behind, taken)
        or _partisan(words, behind, taken)
        or _belonging(words, behind, taken)
    )


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Nouns for one who holds an office, by their keys: "president", "chairwoman"."""
    return frozenset(
        word for word, (stands, _) in role_nouns().items() if stands == "office" and not word.endswith("s")
    )


def _belonging(words: Words, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "X Y, whose union, Unifor, speaks for" is: the body named right behind "whose" and what it is called."""
    if words.keys[at : at + 1] != ["whose"]:
        return None
    for place in range(at + 1, min(at + LONGEST_DESCRIPTION, len(words))):
        name, word = taken.get(place), words.keys[place]
        if name is not None and name.sort in BODIES:
            return name.party
        after_comma = words.keys[place - 1] == "," and word == "the"
        if (
            name is None
            and not (word.isalpha() and word not in word_set("role stops"))
            and word != ","
            and not after_comma
        ):
            return None
    return None


def _possessor(words: Words, first: int, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose office "X Y, its chairman" or "X Y, the union's general secretary" holds: the party named last before."""
    if words.keys[at : at + 1] in (["its"], ["their"]):
        after = at + 1
    elif words.keys[at : at + 1] == ["the"] and words.keys[at + 2 : at + 4] == ["'", "s"]:
        after = at + 4
    else:
        return None
    heads = (words.keys[n] for n in range(after, min(after + 4, len(words))))
    if offices().isdisjoint(takewhile(lambda word: word not in {",", "."}, heads)):
        return None
    before = [taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken]
    if after == at + 1 and _unnamed_body(words, first, taken):
        return None
    if after == at + 1:
        named = [name for name in before if name.sort in _OWNERS]
        business = not word_set("offices of companies").isdisjoint(words.keys[after : after + 3])
        bodies = [name for name in named if name.sort in BODIES] if business else []
        return next((name.party for name in bodies or named), None)
    if words.keys[at + 1] in word_set("arms of state"):
        return _state_before(first, taken)
    return _body_called(words, words.keys[at + 1], before)


def _unnamed_body(words: Words, first: int, taken: Mapping[int, Found]) -> bool:
    """True where "its chairman" may be that of "a fishermen's association" without a name, behind the last party."""
    nouns = word_set("organisation nouns") | word_set("organisation words")
    for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1):
        if n in taken and taken[n].sort in BODIES:
            return False
        if words.keys[n] in nouns and not words.capitalised(n):
            return not {"a", "an"}.isdisjoint(words.keys[max(0, n - 4) : n])
    return False


def _body_called(words: Words, noun: str, before: Sequence[Found]) -> str | None:
    """Who "the company" or "the union" is: what bears the noun in its name, else a body of that sort, else any."""
    company = noun in word_set("company nouns")
    if not company and noun not in word_set("organisation nouns") | word_set("organisation words"):
        return None
    bodies = [name for name in before if name.sort in BODIES]
    bearing = [name for name in bodies if noun in words.keys[name.first : name.stop]]
    fitting = [name for name in bodies if (name.sort == "company") == company]
    return next((name.party for name in [*bearing, *fitting, *bodies]), None)


def _spoken_for(words: Words, first: int, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "X Y, a foreign ministry spokeswoman" is: the state named shortly before."""
    heads = [words.keys[n] for n in range(at, min(at + 4, len(words)))]
    if word_set("arms of state").isdisjoint(heads[:3]):
        return None
    if offices().isdisjoint(takewhile(lambda word: word not in {",", ".", "of", "in"}, heads)):
        return None
    return _state_before(first, taken)


def _headed(words: Words, first: int, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "X Y, who heads the Norwegian delegation" is: the party named there, else the state named last."""
    stop = next((n for n in range(at, min(at + _ROLE, len(words))) if words.keys[n] in {",", "."}), at + _ROLE)
    at = next((n for n in range(at, min(stop, len(words))) if words.keys[n] == "who"), at)
    behind = words.keys[at + 1 : at + 2]
    if words.keys[at : at + 1] != ["who"] or word_set("heading").isdisjoint(behind):
        return None
    places = list(takewhile(lambda n: words.keys[n] not in {",", "."}, range(at + 2, min(at + 12, len(words)))))
    named = [n for n in places if n in taken and taken[n].sort in _OWNERS | STATES]
    arms = [n for n in places if words.keys[n] in word_set("arms of state")]
    if named and (not arms or any(abs(arms[-1] - n) <= _NEAR for n in named)):
        return taken[named[0]].party
    return _state_before(first, taken) if arms else None


def _of_body(words: Words, first: int, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "X Y, the head of its delegation" or "X Y, leader of the radical Z" is: the party before, or Z."""
    stop = min(at + LONGEST_DESCRIPTION, len(words))
    of = next((n for n in range(at, stop) if words.keys[n] in {"of", ",", "."}), None)
    if of is None or words.keys[of] != "of" or not (words.keys[of - 1] in offices() or words.keys[of - 1] in _MEMBERS):
        return None
    if words.keys[of + 1 : of + 2] in (["its"], ["their"]):
        before = (taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken)
        return next((name.party for name in before if name.sort in _OWNERS), None)
    if words.keys[of + 1 : of + 2] == ["the"] and words.keys[of + 3 : of + 5] == ["'", "s"]:
        earlier = [taken[n] for n in range(first - 1, max(-1, first - _LOOKING_BACK), -1) if n in taken]
        return _body_called(words, words.keys[of + 2], earlier)
    for n in range(of + 1, min(of + _MOST, len(words))):
        if n in taken:
            return taken[n].party if taken[n].sort in _OWNERS else None
        if words.capitalised(n) or not (words.keys[n].isalpha() or words.keys[n] == "-"):
            return None
    return None


def _partisan(words: Words, at: int, taken: Mapping[int, Found]) -> str | None:
    """Whose "X Y, a prominent Harvest activist" is: the party named before the noun."""
    owner: str | None = None
    for n in range(at, min(at + LONGEST_DESCRIPTION, len(words))):
        if n in taken:
            owner = taken[n].party if taken[n].sort in _OWNERS | STATES else owner
        elif words.keys[n] in word_set("partisans"):
            return owner
        elif words.capitalised(n) or not (words.keys[n].isalpha() or words.keys[n] in {"-", "'"}):
            return None
    return None


def _state_before(first: int, taken: Mapping[int, Found]) -> str | None:
    before = (taken[n] for n in range(first - 1, max(-1, first - _SHORTLY), -1) if n in taken)
    return next((name.party for name in before if name.sort in STATES), None)
