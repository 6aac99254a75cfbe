"""Words by their stems, crude but the same for every text, so that "easing sanctions" meets "sanctions were eased"."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["is_empty_word", "stem", "stems"]

_WORD = re.compile(r"\$?[A-Za-z0-9À-ÿ]+(?:\.[A-Za-z0-9À-ÿ]+)*")
_FORMS = {
    "give": "gave given", "hold": "held", "meet": "met", "take": "took taken", "go": "went gone",
    "freeze": "froze frozen", "break": "broke broken", "pay": "paid", "say": "said", "keep": "kept", "make": "made",
    "build": "built", "feed": "fed", "send": "sent", "sell": "sold", "buy": "bought", "bring": "brought",
    "come": "came", "begin": "began begun", "win": "won", "lose": "lost", "rise": "rose", "fall": "fell",
    "draw": "drew drawn", "withdraw": "withdrew withdrawn withdrawal", "tear": "tore", "leave": "left",
    "relieve": "relief", "suspend": "suspension", "close": "closure", "remove": "removal",
    "denuclearize": "denuclearisation", "reduce": "reduction", "eliminate": "elimination", "disarm": "disarmament",
    "inspect": "inspector inspection", "invest": "investment", "test": "testing tests tested", "talk": "talks",
    "verify": "verification", "recognize": "recognition", "resume": "resumption", "postpone": "postponement",
    "refuse": "refusal", "reject": "rejection",
}  # fmt: skip
_IRREGULAR = {form: base for base, forms in _FORMS.items() for form in forms.split()}
_EMPTY_WORDS = """
a an the of on in at to for from by with and or its his her their our your it them this that these those any
such then whatever again still even as into over under up out off about between be is are was were been being
have has had do does will would should may might can could must more than other another own which who whose what
when where there here very also only just
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ENDINGS = ("izations", "ization", "isation", "izing", "ising", "ized", "ised", "izes", "ises", "ize", "ise")


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of *text*, in order, the empty ones too; a hyphen parts words.

    >>> stems("Gradually easing sanctions")
    ('gradual', 'eas', 'sanction')
    >>> stems("completes the denuclearization") == stems("complete the denuclearisation")
    True
    """
    return tuple(stem(word) for word in _WORD.findall(text.replace("’", "'").replace("'s", "")))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of one word: no ending for number, tense, gerund or manner.

    >>> [stem(word) for word in ("lifts", "lifted", "lifting", "stopped", "carries", "relief")]
    ['lift', 'lift', 'lift', 'stop', 'carri', 'reliev']
    """
    low = word.lower()
    low = _IRREGULAR.get(low) or _IRREGULAR.get(low.removesuffix("s"), low)
    for ending in _ENDINGS:
        if low.endswith(ending) and len(low) > len(ending) + 3:
            return low[: -len(ending)] + "iz"
    return _shortened(low)


def _shortened(low: str) -> str:
    if low.endswith("ss") or len(low) <= 3:
        return low
    if low.endswith("ies") or low.endswith("ied"):
        return low[:-3] + "i"
    if low.endswith("s"):
        low = low[:-1]
    if low.endswith("ly") and len(low) > 6:
        low = low[:-2]
    for ending in ("ing", "ed"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            return _single(low[: -len(ending)])
    if low.endswith("e") and len(low) > 3:
        return low[:-1]
    return low[:-1] + "i" if low.endswith("y") else low


def _single(low: str) -> str:
    """Take back a doubled last consonant, and a silent e: stopp to stop."""
    doubled = len(low) > 3 and low[-1] == low[-2] and low[-1] not in "lsz"
    low = low[:-1] if doubled else low
    return low[:-1] + "i" if low.endswith("y") else low


def is_empty_word(stemmed: str) -> bool:
    """Say whether a stem carries no content of its own: articles, prepositions, auxiliaries.

    >>> is_empty_word("the"), is_empty_word("strait")
    (True, False)
    """
    return stemmed in _EMPTY
