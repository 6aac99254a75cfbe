"""What counts as the same party, and the same words, when statements are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["Folding", "content_words", "share_words"]

_WORD = re.compile(r"[a-z0-9]+")
_ENDING = re.compile(r"(?:isations?|ising|ised|ise|ations?|ments?|ings?|ed|es|s|e)$")
_EMPTY = frozenset(
    (
        "a an the this that it its his her their "  # articles and pronouns
        "of to in on for by with from as at and or "  # prepositions and conjunctions
        "be is are was were has have had "  # auxiliaries
        "will would should must can could may might "  # modals
        "not no all any some"  # negation and quantity
    ).split()
)
_ENOUGH = 0.34
"""Share of the content words of the shorter phrase that must be in common: a third."""


class Folding:
    """Folds ids into parties: a person into the party before the colon, other names of a party into its id.

    >>> fold = Folding({"EU": ["European Union", "Brussels"]})
    >>> sorted(fold(("PRK:Kim Jong Un", "brussels", "EU:Barnier", None)))
    ['EU', 'PRK']
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]] | None = None) -> None:
        self._ids = {name.lower(): party for party, names in (aliases or {}).items() for name in (party, *names)}

    def __call__(self, parties: Iterable[str | None] | None) -> frozenset[str]:
        """The parties that *parties* stand for; nobody for None."""
        return frozenset(self._one(party) for party in parties or () if party)

    def _one(self, identity: str) -> str:
        party = identity.partition(":")[0]
        return self._ids.get(identity.lower()) or self._ids.get(party.lower(), party)


def content_words(*texts: str | None) -> frozenset[str]:
    """The words of *texts* that carry content, cut back to crude stems.

    >>> sorted(content_words("gradually easing the sanctions", None))
    ['eas', 'gradually', 'sanction']
    """
    words = (word for text in texts for word in _WORD.findall((text or "").lower().replace("z", "s")))
    return frozenset(_ENDING.sub("", word) or word for word in words if word not in _EMPTY)


def share_words(one: Iterable[str], other: Iterable[str]) -> bool:
    """True where two sets of content words share a third of the smaller.

    >>> share_words(content_words("lift the sanctions"), content_words("sanctions relief"))
    True
    >>> share_words(content_words("lift the ban"), content_words(""))
    False
    """
    mine, theirs = set(one), set(other)
    return bool(mine and theirs) and len(mine & theirs) >= _ENOUGH * min(len(mine), len(theirs))
