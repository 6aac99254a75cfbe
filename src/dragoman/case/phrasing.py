"""Actions in words that say them as something to do: "agree to a buffer zone", "let the line run"."""

from __future__ import annotations

import re
from typing import Final

from dragoman.ledger.deeds import begins_with_deed
from dragoman.ledger.thesaurus import Thesaurus

__all__ = ["as_deed", "is_clear"]

_THINGS: Final = frozenset(
    "a an the its his her their our this that these those some any no more another further".split()
)
_TAKES_TO: Final = frozenset(
    """right plan bid attempt decision offer deal agreement promise pledge proposal vote law bill power
    mandate scheme measure measures step steps move effort efforts chance opportunity ability way need
    duty obligation commitment request demand call licence license permission threat programme program
    access return close due next addition response answer amendment amendments exception key subject go
    back weeks days months years time room space""".split()
)
_NAMED_LAWS: Final = frozenset(
    {"Bill", "Act", "Treaty", "Protocol", "Law", "Plan", "Pact", "Accord", "Agreement", "Convention"}
)
_FINITE: Final = frozenset(
    """is are was were has complies applies takes remains becomes keeps gets goes comes gives makes includes allows
    ensures stays contains provides receives begins meets pays wins loses gains continues ends""".split()
)
_RELATIVE: Final = frozenset({"what", "which", "that", "who", "with"})
_STATES: Final = frozenset("need lack deserve seem belong mean matter own cost exist".split())
_STAYS: Final = frozenset("stay remain run go come begin start be join take".split())
_LATEST_VERB: Final = 6
_SMALL: Final = r"of|by|at|to|from|with|for|into|in|on|and|or|as|than|under|between"
_BROKEN: Final = re.compile(
    rf"\b(?:a|an|the|its|their|his) (?:{_SMALL})\b(?! (?:and|or)\b)"
    rf"|\b(?:where|who|whose|which|that) (?:{_SMALL})\b(?<!that in)(?<!that on)(?<!that at)"
    r"|^not (?:a|an|the)\b"
    r"|^\w+ that (?:has|is|was|are|were|had)\b"
    r"|\b(?:the|a) \$?[\d.,]+$"
    r"|^(?:the )?(?-i:Department|Ministry|Office|Minister|Council|Commission|Committee)\b(?: \w+){0,6}$"
    r"|\b(?:should|would|could|must) (?:do|be|have)$"
    r"|\b(?:the|a|an|its|their|and|or|of|by|at|from|for|into|than|as|such|whose|which|who|because|once|only|if|when|where|while)$"
    r"|\bto (?:include|allow|say|make|give|take|put|get|have|be|let|rule out)$"
    r"|\bbetween (?:the )?\w+$|\bbetween (?:the )?[A-Z]\w+ not\b",
    re.IGNORECASE,
)


def as_deed(phrase: str, thesaurus: Thesaurus) -> str:
    """Say as something to do what is only named, and what somebody or something else is to do as letting it.

    >>> from dragoman.ledger.thesaurus import load_thesaurus
    >>> as_deed("a buffer zone along the border", load_thesaurus()), as_deed("free the crew", load_thesaurus())
    ('agree to a buffer zone along the border', 'free the crew')
    >>> as_deed("the ships to leave the port", load_thesaurus()), as_deed("the levy stays low", load_thesaurus())
    ('let the ships leave the port', 'see to it that the levy stays low')
    """
    words = phrase.split()
    if not words or not _is_thing(words, phrase, thesaurus):
        return phrase
    said = " ".join([words[0].lower() if words[0].lower() in _THINGS else words[0], *words[1:]])
    verb = next((place for place in range(1, min(len(words), _LATEST_VERB) + 1) if _is_to(words, place)), None)
    if verb is not None:
        told = said.split()
        return f"let {' '.join(told[:verb])} {' '.join(told[verb + 1 :])}"
    if any(word in _FINITE for word in words[1:_LATEST_VERB]):
        return f"see to it that {said}"
    if words[-1].endswith("ed") and words[-2:-1] != ["had"] and not _RELATIVE & set(words):
        return f"have {said}"
    article = "the " if words[0][:1].isupper() and words[-1] in _NAMED_LAWS else ""
    return f"agree to {article}{said}"


def is_clear(phrase: str) -> bool:
    """Say whether *phrase* is an action and can be understood: no word left hanging, more than names, no mere state.

    >>> is_clear("abandon a by the two cities"), is_clear("leave only"), is_clear("Harbour Partners")
    (False, False, False)
    """
    words = phrase.split()
    names = len(words) > 1 and all(word[:1].isupper() for word in words) and words[-1] not in _NAMED_LAWS
    return not names and words[:1] != [] and words[0] not in _STATES and _BROKEN.search(phrase) is None


def _is_thing(words: list[str], phrase: str, thesaurus: Thesaurus) -> bool:
    """Say whether *phrase* begins with no verb; what begins with an adverb is left as it stands."""
    first = words[0].lower()
    if first in _THINGS:
        return phrase.lower().split()[:2] != ["no", "longer"]
    return not (thesaurus.begins_with_verb(phrase) or first.endswith("ly") or first == "not")


def _is_to(words: list[str], place: int) -> bool:
    """Say whether a verb in the infinitive begins at *place*, that what stands before it is to do."""
    if place >= len(words) - 1 or words[place] != "to" or words[place - 1].lower() in _TAKES_TO:
        return False
    if words[0].lower() in {"a", "an"} and words[place + 1] not in _STAYS:
        return False
    return begins_with_deed(" ".join(words[place + 1 :]))
