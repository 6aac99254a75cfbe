"""Who speaks and acts for whom: persons for their party, bodies for themselves, agencies and experts for nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.language.parties import Names
from dragoman.ledger.thesaurus import Thesaurus

__all__ = ["Voice", "Voices"]

_NOBODY = frozenset({"", "author", "reports", "reporter", "officials", "diplomats", "sources", "critics", "analysts"})
_UNNAMED = ("some ", "a ", "an ", "the ", "senior ", "unnamed ", "other ")
_NOT_PARTIES = frozenset({"agency", "region"})


@dataclass(frozen=True)
class Voice:
    """A holder or doer as statements name it: the party it stands for, and the person who speaks or acts for it."""

    party: str
    person: str | None = None


class Voices:
    """Folds the ids of statements into parties.

    A person stands for the party before the colon. An official body that is named (``GBR:Parliament``) is a party of
    its own, for it can want what its government does not; an unnamed group (``IRN:hardliners``), an agency or a mere
    source is none.

    >>> from dragoman.ledger.thesaurus import load_thesaurus
    >>> voices = Voices(load_thesaurus())
    >>> voices.voice("PRK:Kim Jong Un"), voices.voice("KCNA"), voices.voice("GBR:Parliament").party
    (Voice(party='PRK', person='Kim Jong Un'), None, 'GBR:Parliament')
    >>> voices.label("PRK"), voices.label("GBR:Parliament")
    ('North Korea', 'Parliament (United Kingdom)')
    """

    def __init__(self, thesaurus: Thesaurus, names: Names | None = None) -> None:
        self.thesaurus = thesaurus
        self.names = names or _names()
        self._known: dict[str, Voice | None] = {}

    def voice(self, identity: str) -> Voice | None:
        """Return who *identity* stands for, or None where it is a source and no party."""
        if identity not in self._known:
            self._known[identity] = self._voice(identity)
        return self._known[identity]

    def _voice(self, identity: str) -> Voice | None:
        party, _, inner = (part.strip() for part in identity.partition(":"))
        sort = self.names.sort_of(party)
        unnamed = party.lower() in _NOBODY or party.lower().startswith(_UNNAMED) or (not sort and party[0].islower())
        if unnamed or sort in _NOT_PARTIES:
            return None
        if not inner or not self.thesaurus.is_body(inner):
            return Voice(party, inner or None)
        return None if inner[0].islower() else Voice(f"{party}:{inner}")

    def parties(self, identities: Iterable[str]) -> tuple[str, ...]:
        """Return the parties that *identities* stand for, each once, sources left out."""
        voices = (self.voice(identity) for identity in identities)
        return tuple(dict.fromkeys(voice.party for voice in voices if voice))

    def label(self, party: str) -> str:
        """Return what *party* is called on screen."""
        state, _, body = party.partition(":")
        return f"{body} ({self.names.label(state)})" if body else self.names.label(party)


@cache
def _names() -> Names:
    return Names.load()
