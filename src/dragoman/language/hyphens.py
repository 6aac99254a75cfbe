"""Words written with a hyphen that are one: "cease-fire", "sit-in", "re-open"; a tokeniser cuts them in three."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dragoman.language.words import word_set

__all__ = ["hyphened_nouns", "joined", "without_hyphen"]

_PARTS = 3


@cache
def hyphened_nouns() -> frozenset[str]:
    """Nouns that are one word, hyphen and all.

    >>> "cease-fire" in hyphened_nouns()
    True
    """
    return word_set("hyphened") | word_set("written together")


@cache
def _hyphened_verbs() -> frozenset[str]:
    """All forms of verbs that are one word with a hyphen as without it."""
    return frozenset(form for verb in word_set("hyphened verbs") for form in _forms(verb))


def _forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    double = f"{verb}t" if verb.endswith("mit") else verb
    doing, did = (f"{stem}ing", f"{stem}ed") if stem != verb else (f"{double}ing", f"{double}ed")
    return verb, f"{verb}s", doing, did


def without_hyphen(word: str) -> str:
    """A form of such a verb as one word; any other word as it is.

    >>> without_hyphen("co-operating"), without_hyphen("Re-opened"), without_hyphen("sit-in")
    ('cooperating', 'Reopened', 'sit-in')
    """
    one = word.lower() in _hyphened_verbs() and not word.lower().startswith("de-")
    return word.replace("-", "") if one else word


def joined(words: Sequence[str], spaces: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """*words* of a text, with whether a blank follows each, so that a listed word with a hyphen is one of them.

    >>> joined(["a", "cease", "-", "fire", "."], [True, False, False, False, False])
    (['a', 'cease-fire', '.'], [True, False, False])
    """
    listed, verbs = hyphened_nouns(), _hyphened_verbs()
    found: list[str] = []
    blanks: list[bool] = []
    if "-" not in words:
        return list(words), list(spaces)
    at = 0
    while at < len(words):
        last = at + _PARTS - 1
        if last >= len(words) or words[at + 1] != "-":
            found.append(words[at])
            blanks.append(spaces[at])
            at += 1
            continue
        whole = "".join(words[at : last + 1])
        one = whole.lower().removesuffix("s") in listed or whole.lower() in verbs
        one = one and not any(spaces[at:last])
        found.append(whole if one else words[at])
        blanks.append(spaces[last if one else at])
        at = last + 1 if one else at + 1
    return found, blanks
