"""How an action is put, as something to do ("publish the figures") or as a thing, and what it is done to."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Final

from dragoman.ledger.wording import is_empty_word, stem

__all__ = ["as_said", "begins_with_deed", "core_of", "deed_of", "is_done_beside"]

_BEFORE_VERBS: Final = frozenset({"not", "never", "again", "also", "first", "only"})
_ABOUT: Final = frozenset({"speak", "talk", "approve", "think", "hear", "learn"})
_NOUNS_FOR: Final = frozenset({"respect", "support", "demand", "control", "process", "work"})
_PLACING: Final = frozenset(
    {"in", "on", "at", "for", "into", "from", "with", "by", "as", "to", "about", "behind", "against", "under"}
)
_OPENERS: Final = "before|until|while|after|unless|if|provided that|as long as|which|who|whose"
_CLAUSE: Final = re.compile(rf"(?<=\w),? (?:only )?(?:{_OPENERS})\b.*", re.DOTALL)
_BESIDES: Final = "where|that|without|beyond|during|despite|rather than|instead of"
_MANNER: Final = re.compile(rf"(?<=\w)(?:,? (?:{_BESIDES})\b|;).*", re.DOTALL)
_ASIDE: Final = re.compile(r"\s*\([^()]*\)")
_BY_THEN: Final = re.compile(
    r"\s*\b(?:by|at|from|towards?) the (?:end|start|beginning|close) of (?:(?:the|this|next|last) )?\w+"
)


def as_said(phrase: str) -> str:
    """Drop asides and the terms and clauses that an action hangs on, up to the end.

    >>> as_said("sign the deal (the draft) only after a vote").strip()
    'sign the deal'
    """
    return _CLAUSE.sub("", _ASIDE.sub("", phrase))


def core_of(said: str) -> str:
    """Drop also when, how and under what it is done, which is not what the action is about.

    >>> core_of("sign the deal by the end of the year without a vote").strip()
    'sign the deal'
    """
    return _MANNER.sub("", _BY_THEN.sub("", said))


def deed_of(phrase: str) -> str | None:
    """Return the verb that *phrase* begins with, adverbs before it aside, if it is one of the list.

    >>> deed_of("publicly name the vendor"), deed_of("the vendor"), deed_of("release of the crew")
    ('name', None, None)
    """
    words = phrase.lower().split()
    while words and (words[0] in _BEFORE_VERBS or (words[0].endswith("ly") and words[0] not in _deeds())):
        words = words[1:]
    if not words or words[0] not in _deeds():
        return None
    noun = words[0] not in _ABOUT if words[1:2] == ["of"] else words[1:2] == ["for"] and words[0] in _NOUNS_FOR
    return None if noun else words[0]


def begins_with_deed(phrase: str) -> bool:
    """Say whether *phrase* begins with a plain verb."""
    return deed_of(phrase) is not None


def is_done_beside(phrase: tuple[str, ...], start: int, light: Collection[int]) -> bool:
    """Say whether the word at *start* only tells where, for what or of what something else is done.

    "Give farmers a seat at the talks" is done to a seat. *light* are the places of words that say nothing of what it is
    done to, those of direction and degree.
    """
    place = next((spot for spot in range(start - 1, 0, -1) if _places(phrase, spot)), None)
    if place is None or (phrase[place] == "to" and place + 1 < start and phrase[place + 1] in _deed_stems()):
        return False
    return any(spot not in light and not is_empty_word(phrase[spot]) for spot in range(1, place))


def _places(phrase: tuple[str, ...], spot: int) -> bool:
    return phrase[spot] in _PLACING or phrase[spot - 1 : spot + 1] == ("out", "of")


@cache
def _deeds() -> frozenset[str]:
    lines = Path(__file__).with_name("deeds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _deed_stems() -> frozenset[str]:
    return frozenset(map(stem, _deeds()))
