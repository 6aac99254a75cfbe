"""Parties by their names: which words of a text mean whom, on a given day.

States, capitals, seats of government, organisations, blocs, movements and persons come from lists with dates, which
ship with the package in ``names/`` and which a user extends with files of the same form
(:mod:`dragoman.language.listing`). Persons whom no list has are taken from how the article introduces them, and roles
("the Iranian foreign minister", "officials in Tokyo") from the names they stand beside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.language.constituencies import without_constituencies
from dragoman.language.introductions import introductions
from dragoman.language.listing import HEADS, KINDS, Listed, read_list, shipped_lists, term_covers
from dragoman.language.matching import NameIndex
from dragoman.language.mention import Mention, Sort
from dragoman.language.partisans import with_partisans
from dragoman.language.roles import find_roles
from dragoman.language.settling import as_mention, settle, with_organisations, with_people
from dragoman.language.shorts import with_shorts
from dragoman.language.strangers import strangers
from dragoman.language.unlisted import acting
from dragoman.language.uprisings import homes_of, with_movements
from dragoman.language.words import split

__all__ = ["Mention", "Names"]

_MAIN_KINDS = frozenset(
    {"state", "organisation", "court", "company", "bloc", "agency", "movement", "political party", "region"}
)


class Names:
    """The names of parties, ready to be found in texts.

    Make one with :meth:`load` and keep it: finding names changes nothing in it.

    >>> names = Names.load()
    >>> import datetime as dt
    >>> text = "Trump-Kim talks collapsed, the North Korean leader said."
    >>> [(m.id, m.sort) for m in names.find(text, date=dt.date(2019, 4, 26))]
    [('USA:Donald Trump', 'person'), ('PRK:Kim Jong Un', 'person'), ('PRK', 'role'), ('PRK', 'demonym')]
    """

    def __init__(self, lines: Iterable[Listed]) -> None:
        self._lines = tuple(lines)
        shorts = [line for line in self._lines if line.kind == "short"]
        self._index = NameIndex(line for line in self._lines if line.kind != "short")
        self._short = NameIndex(shorts)
        self._main: dict[str, Listed] = {}
        for line in self._lines:
            if line.kind in _MAIN_KINDS:
                self._main.setdefault(line.id, line)
        self._movements = {line.id: line.of[0] for line in self._lines if line.kind == "movement" and line.of}
        self._regions = {line.id: line.of[0] for line in self._lines if line.kind == "region" and line.of}
        politics = {"movement", "political party"}
        self._parties = {line.id: line.of[0] for line in self._lines if line.kind in politics and line.of}

    @classmethod
    def load(cls, extra: Path | Sequence[Path] | None = None) -> Names:
        """Return the names of the shipped lists, and before them those of the files *extra*.

        Raises
        ------
        ReadingError
            A file cannot be read as a list of names.
        """
        paths = [extra] if isinstance(extra, Path) else list(extra or ())
        return cls([line for path in paths for line in read_list(path)] + list(shipped_lists()))

    def extended(self, lines: Iterable[Listed]) -> Names:
        """Return these names with *lines* before them."""
        return Names([*lines, *self._lines])

    def find(self, text: str, date: dt.date | None = None) -> tuple[Mention, ...]:
        """Return every mention of a party in *text*, in order; of those that begin together the longest first.

        *text* should be the whole article, since what a bare name means hangs on the rest; *date* its day of
        publication, if known. Mentions overlap only where a role encloses the name it stands on, and where
        one name means several parties ("the two Koreas").
        """
        words = split(text)
        hits = self._index.scan(words)
        names = settle(words, hits, date)
        names = with_shorts(words, names, self._short, self.sort_of)
        names = with_movements(words, with_organisations(words, names))
        homes = {**homes_of(names), **self._movements}
        people = tuple(introductions(words, names, find_roles(words, names, homes)))
        people += tuple(strangers(words, names, people))
        names = with_people(words, hits, names, people, date=date, listed=self._index)
        names = without_constituencies(words, names, self._regions)
        names = with_partisans(words, [*names, *acting(words, names)], {**self._parties, **homes})
        roles = find_roles(words, names, homes)
        mentions = {as_mention(words, name) for name in [*names, *roles]}
        return tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.sort != "role", m.id)))

    def lookup(self, phrase: str, date: dt.date | None = None) -> Mention | None:
        """Return the party that a whole *phrase* names, or None.

        >>> Names.load().lookup("the Foreign Ministry in Beijing").id
        'CHN'
        """
        bare = phrase.strip()
        whole = len(bare) - (4 if bare.lower().startswith("the ") else 0)
        found = [mention for mention in self.find(bare, date) if mention.end - mention.start >= whole]
        return found[0] if found else None

    def label(self, party: str) -> str:
        """Return the name under which to show a party, person or part; the id itself where it is unknown.

        >>> Names.load().label("PRK"), Names.load().label("PRK:Kim Jong Un")
        ('North Korea', 'Kim Jong Un')
        """
        owner, _, inner = party.partition(":")
        if inner:
            return inner
        return self._main[owner].name if owner in self._main else owner

    def sort_of(self, party: str) -> Sort | None:
        """Return what sort of party an id is, None for one that no list has."""
        line = self._main.get(party)
        return None if line is None else KINDS[line.kind]

    def kind_of(self, party: str) -> str | None:
        """Return what kind of line of the lists names an id, None for one that no list has.

        >>> Names.load().kind_of("FARC"), Names.load().kind_of("FDP")
        ('movement', 'political party')
        """
        line = self._main.get(party)
        return None if line is None else line.kind

    def members(self, party: str) -> tuple[str, ...]:
        """Return the listed members of a bloc or organisation.

        >>> Names.load().members("P5+1")
        ('CHN', 'FRA', 'RUS', 'GBR', 'USA', 'DEU')
        """
        line = self._main.get(party)
        return line.of if line is not None and line.kind in {"bloc", "organisation"} else ()

    def home(self, party: str) -> str | None:
        """Return the state that a movement or political party belongs to, or that an agency speaks for.

        >>> Names.load().home("KCNA"), Names.load().home("Reuters")
        ('PRK', None)
        """
        line = self._main.get(party)
        known = line is not None and line.kind in {"movement", "political party", "agency", "region"}
        return line.of[0] if line is not None and known and line.of else None

    def party_led(self, person: str) -> str | None:
        """Return the political party that a *person* of a state led before he served it, None where no list has it.

        >>> Names.load().party_led("SWE:Stefan Lofven")
        'Swedish Social Democrats'
        """
        return self._led.get(person)

    def holds(self, person: str, office: str, date: dt.date | None) -> bool:
        """Return whether a listed *person* held that *office* on the day.

        >>> Names.load().holds("GBR:Keir Starmer", "prime minister", dt.date(2024, 12, 1))
        True
        """
        return any(line.role == office and term_covers(line, date) for line in self._persons.get(person, ()))

    def has_led(self, person: str) -> bool:
        """Return whether a listed *person* ever was the head of a state, a government or another party.

        >>> Names.load().has_led("GBR:Keir Starmer"), Names.load().has_led("USA:Chuck Schumer")
        (True, False)
        """
        return any(line.role in HEADS for line in self._persons.get(person, ()))

    @cached_property
    def _persons(self) -> dict[str, list[Listed]]:
        """The lines of each person."""
        persons: dict[str, list[Listed]] = {}
        for line in self._lines:
            if line.kind == "person":
                persons.setdefault(f"{line.id}:{line.label}", []).append(line)
        return persons

    @cached_property
    def _led(self) -> dict[str, str]:
        """By person of a state, the party of that state whom the same name led last."""
        led: dict[str, str] = {}
        persons = (line for line in self._lines if line.kind == "person" and line.id in self._parties)
        for line in sorted(persons, key=lambda line: line.since):
            led[f"{self._parties[line.id]}:{line.label}"] = line.id
        return led
