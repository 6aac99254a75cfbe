"""Asks as records: one holder's stance on one action of one or more doers, with the terms it hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger.thesaurus import Meaning

__all__ = ["Ask", "Mention"]


@dataclass(frozen=True)
class Mention:
    """One action of one doer, as one statement names it; ``price`` says that the holder's own action hangs on it."""

    statement: str
    holder: str
    doer: str
    phrase: str
    meaning: Meaning
    issue: str | None
    place: tuple[str, int]
    recipients: tuple[str, ...] = ()
    stance: str = "demand"
    term: bool = False
    price: bool = False


@dataclass(frozen=True)
class Ask:
    """One holder's stance on one action, with the terms it hangs on.

    ``mentions`` hold the action, one for each doer; ``terms`` what fulfils the condition. ``joint`` says that several
    doers act as one side, so that the first stands for all. ``weight`` is firmness times how sure the reading is;
    ``said`` in how many places it is said.
    """

    statement: str
    holder: str
    stance: str
    mentions: tuple[Mention, ...]
    condition: str | None = None
    terms: tuple[Mention, ...] = ()
    weight: float = 1.0
    day: int = 0
    deadline: str | None = None
    helpers: tuple[str, ...] = ()
    said: int = 1

    @property
    def doers(self) -> tuple[str, ...]:
        """The parties that would act."""
        return tuple(dict.fromkeys(mention.doer for mention in self.mentions))

    @property
    def own(self) -> bool:
        """Whether the holder alone would act."""
        return self.doers == (self.holder,)
