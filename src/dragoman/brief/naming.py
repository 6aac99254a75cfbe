"""What parties, persons and sources are called on screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.case.case import Case
from dragoman.plain import listed

__all__ = ["AUTHOR", "Names", "capitalised", "shortened"]

AUTHOR = "author"


class Names:
    """Names on screen for the ids in statements and cases.

    A person is written with the party: ``RUR:Anna Vell`` becomes ``Anna Vell (Ruritania)``. What has no name is
    called by its id. A party's own name, from the case, goes before one of *extra*.

    >>> from dragoman.case.case import Case, Party
    >>> names = Names(Case(title="Strait", parties={"RUR": Party(name="Ruritania")}, options={}), {"GRK": "Graustark"})
    >>> names.of("RUR:Anna Vell"), names.of("GRK"), names.of("Gazette")
    ('Anna Vell (Ruritania)', 'Graustark', 'Gazette')
    """

    def __init__(self, case: Case, extra: Mapping[str, str] | None = None) -> None:
        self._names = {**(extra or {}), **{party: line.name for party, line in case.parties.items()}}
        self._order = {party: number for number, party in enumerate(case.parties)}

    def of(self, actor: str) -> str:
        """What *actor* is called."""
        if actor in self._names:
            return self._names[actor]
        if actor == AUTHOR:
            return "the article’s author"
        party, colon, person = actor.partition(":")
        if colon and person:
            return f"{person} ({self._names.get(party, party)})"
        return actor

    def all(self, actors: Iterable[str]) -> str:
        """The names of *actors*, joined as in a sentence."""
        return listed([self.of(actor) for actor in actors])

    def party(self, actor: str) -> str:
        """The id of the party that *actor* speaks or acts for: itself, unless it is a person's."""
        return actor if actor in self._order else actor.partition(":")[0]

    def rank(self, actors: Iterable[str]) -> int:
        """A sorting key: parties of the case in its order, the rest after them."""
        ranks = [self._order[self.party(actor)] for actor in actors if self.party(actor) in self._order]
        return min(ranks, default=len(self._order))


def capitalised(text: str) -> str:
    """Begin *text* with a capital letter, as a sentence does.

    >>> capitalised("the League waits")
    'The League waits'
    """
    return text[:1].upper() + text[1:]


def shortened(words: str, limit: int = 90) -> str:
    """Cut *words* to at most *limit* characters at a space, with a mark where something was left out.

    >>> shortened("reopen the strait to all ships at once", 20)
    'reopen the strait …'
    """
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    head = words[: limit - 2]
    return f"{(head[: head.rfind(' ')] if ' ' in head else head).rstrip(' ,;:')} …"
