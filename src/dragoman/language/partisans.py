"""Persons whom a list gives to their state, where the article speaks of them as of a party of that state.

"Harvest's Maria Lunde", "the Harvest leader, Maria Lunde", "Maria Lunde, who leads the opposition Harvest": she
speaks for Harvest there, unless the article also gives her an office of the state. Whom a list gives to a party speaks
for the state whose minister he is said to be: "Israel's finance minister, X".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.language.roles import Found, role_nouns
from dragoman.language.words import Words, word_set

__all__ = ["with_partisans"]

_TITLE = 8
"""Words from the name of a party to that of its leader behind it."""
_REACH = 10
"""Words behind a person's comma in which the party is named that he leads."""
_CODE = 3
"""Letters of a state's code."""
_BESIDE = frozenset(
    {"deputy", "chief", "senior", "former", "acting", "joint", "co", "-", "parliamentary", "party", "vice"}
)
_OF_STATE = frozenset(
    {
        "minister",
        "president",
        "chancellor",
        "king",
        "queen",
        "premier",
        "secretary",
        "taoiseach",
        "governor",
        "ambassador",
    }
)
"""Titles right before a name that make its bearer speak for the state."""
_BELONGING = frozenset({"of", "from", "leads", "led", "heads", "chairs", "leading", "heading", "representing"})


def with_partisans(words: Words, names: Sequence[Found], homes: Mapping[str, str]) -> list[Found]:
    """Return *names* with persons of a state as persons of the party that they are said to be of.

    *homes* are the states of the movements and parties.
    """
    serving = _serving(words, names, homes)
    names = [replace(n, party=homes[n.party]) if (n.party, n.person) in serving else n for n in names]
    parties = [name for name in names if name.party in homes and not name.person]
    told: dict[tuple[str, str], str] = {}
    in_office: set[tuple[str, str]] = set()
    for name in names:
        if not name.person or not (name.party.isupper() and len(name.party) == _CODE):
            continue
        own = {at: one for one in parties if homes[one.party] == name.party for at in range(one.first, one.stop)}
        owner = _shadowing(words, name, own)
        title = name.first - 1 - (words.keys[name.first - 1 : name.first] == [","])
        if owner is None and title >= 0 and words.keys[title] in _OF_STATE:
            in_office.add((name.party, name.person))
        owner = owner or _before(words, name.first, own) or _behind(words, name.stop, own)
        if owner is not None:
            told.setdefault((name.party, name.person), owner)
    return [
        name
        if not name.person or (name.party, name.person) in in_office or (name.party, name.person) not in told
        else replace(name, party=told[name.party, name.person])
        for name in names
    ]


def _serving(words: Words, names: Sequence[Found], homes: Mapping[str, str]) -> set[tuple[str, str | None]]:
    """Those of a party before whose name stands an office of its state: "Oman's finance minister, X"."""
    lands = {at: name for name in names if not name.person for at in (name.stop,)}
    found: set[tuple[str, str | None]] = set()
    for name in names:
        last = name.first - 1 - (words.keys[name.first - 1 : name.first] == [","])
        if not name.person or name.party not in homes or last < 0 or words.keys[last] not in _OF_STATE:
            continue
        owner = next((lands[at] for at in range(last, max(last - _TITLE, 0), -1) if at in lands), None)
        between = words.keys[owner.stop : last] if owner is not None else [","]
        if owner is not None and owner.party == homes[name.party] and all(w.isalpha() or w == "'" for w in between):
            found.add((name.party, name.person))
    return found


def _before(words: Words, first: int, parties: Mapping[int, Found]) -> str | None:
    """The party that stands before a name as its owner, or before a title that it gives."""
    passed: list[str] = []
    for at in range(first - 1, max(-1, first - 1 - _TITLE), -1):
        if at in parties:
            return parties[at].party if passed and passed != [","] else None
        word = words.keys[at]
        if not (word in {"'", "s", ","} or word in _BESIDE or role_nouns().get(word, ("",))[0] == "office"):
            return None
        if word == "," and at != first - 1:
            return None
        passed.append(word)
    return None


def _behind(words: Words, stop: int, parties: Mapping[int, Found]) -> str | None:
    """The party said behind a name to be that of its bearer: "(Harvest)", "of Harvest", ", leader of Harvest"."""
    opening = words.keys[stop] if stop < len(words) else ""
    if opening == "(" and stop + 1 in parties:
        return parties[stop + 1].party
    if opening not in {",", "of"}:
        return None
    if words.keys[stop + 1 : stop + 2] in (["and"], ["but"], ["or"], ["while"]):
        return None
    phrase = list(_phrase(words, stop + 1, parties))
    if not phrase or phrase[-1] not in parties:
        return None
    between = [words.keys[at] for at in phrase[:-1]]
    after = words.keys[parties[phrase[-1]].stop : parties[phrase[-1]].stop + 2]
    belongs = opening == "of" or not _BELONGING.isdisjoint(between)
    leads = any(role_nouns().get(word, ("",))[0] == "office" for word in after) and words.keys[stop + 1] in {"the", "a"}
    return parties[phrase[-1]].party if belongs or leads else None


def _shadowing(words: Words, name: Found, parties: Mapping[int, Found]) -> str | None:
    """The party of a shadow minister: the one named nearest to him."""
    last = name.first - 1 - (words.keys[name.first - 1 : name.first] == [","])
    title = words.keys[max(0, name.first - _TITLE) : last + 1] if _is_office(words, last) else []
    behind = words.keys[name.stop : name.stop + 2] in ([",", "the"], [",", "shadow"]) and name.stop + 3
    if "shadow" not in title and not (behind and "shadow" in words.keys[name.stop + 1 : behind]):
        return None
    nearest = min(parties, key=lambda at: (abs(at - name.first), at), default=None)
    return None if nearest is None else parties[nearest].party


def _is_office(words: Words, at: int) -> bool:
    return at >= 0 and role_nouns().get(words.keys[at], ("",))[0] == "office"


def _phrase(words: Words, first: int, parties: Mapping[int, Found]) -> Iterator[int]:
    """The words from *first* to the first party, as long as they are plain ones of one phrase."""
    for at in range(first, min(first + _REACH, len(words))):
        yield at
        plain = words.keys[at].isalpha() or words.keys[at] in {"-", "'"}
        if at in parties or not plain or words.keys[at] in word_set("deeds") or words.capitalised(at):
            return
