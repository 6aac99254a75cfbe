"""Lists of names: one line for each name, in plain files that a user can extend.

A list is a CSV file with the columns of :data:`COLUMNS`, in any order; ``id``, ``kind`` and ``name`` are required.

=========  ==========================================================================================================
column     meaning
=========  ==========================================================================================================
id         the party: ISO 3166 alpha-3 for states (``PRK``), a short name for others (``EU``, ``FARC``)
kind       one of :data:`KINDS`
name       the name; a person's family name in capitals where it comes first (``KIM Jong Un``); "the North" asks for
           the article before it, which is then left out of the mention
aliases    other names, separated by ``|``; for a person also single names by which he goes alone
from       first day of a term or of the name's use, ISO; empty is open
until      last day, ISO; empty is open
role       a person's office (``foreign minister``); an office of :data:`HEADS` is the first choice for a bare name
of         other parties, separated by spaces: the members of a bloc or organisation; the state of a movement or
           political party; the state an agency speaks for; the state of a company's seat
=========  ==========================================================================================================
"""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, NamedTuple

from dragoman.errors import ReadingError
from dragoman.language.mention import Sort
from dragoman.language.words import key, split, word_set

__all__ = [
    "COLUMNS",
    "HEADS",
    "KINDS",
    "Listed",
    "family_names",
    "first_key",
    "parse_list",
    "read_list",
    "shipped_lists",
    "term_covers",
    "words_of",
]

COLUMNS: Final = ("id", "kind", "name", "aliases", "from", "until", "role", "of")

KINDS: Final[dict[str, Sort | None]] = {
    "state": "state",
    "demonym": "demonym",
    "capital": "capital",
    "seat": "seat",
    "organ": "seat",
    "organisation": "organisation",
    "court": "organisation",
    "company": "company",
    "bloc": "bloc",
    "agency": "agency",
    "movement": "movement",
    "political party": "movement",
    "region": "region",
    "person": "person",
    "short": None,
    "combining": "demonym",
    "several": "state",
    "none": None,
}
"""What a line of a list may be, and the sort of the mentions it gives.

``short`` is a name that holds only where the article names the party otherwise, or the state in ``of`` ("the
Commission"); ``combining`` the first half of a compound ("Franco"); ``several`` a name for all the parties in ``of`` at
once ("the Koreas"); ``none`` words that contain a name but mean no party ("Persian Gulf"). An ``organ`` is a part of
its party that may go its own way ("Congress"): its ``role``, or else its name, is the part."""

HEADS: Final = frozenset(
    {
        "president", "prime minister", "chancellor", "supreme leader", "leader", "king", "queen", "emir", "sultan",
        "secretary-general", "chairman", "first minister", "head", "pope", "general secretary", "crown prince",
    }
)  # fmt: skip
"""Offices whose holder is meant first where a family name fits several persons."""


class Listed(NamedTuple):
    """One line of a list: a party's name, or a person of a party, with the days it holds."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    role: str = ""
    of: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name as shown: a family name put first in capitals becomes ``Kim Jong Un``; letters without accents."""
        return _label(self.name) if self.kind == "person" else self.name

    @property
    def family_first(self) -> bool:
        """True for a person whose family name is put first, in capitals."""
        return self.kind == "person" and _family_first(self.name)


@lru_cache(maxsize=1 << 13)
def _label(name: str) -> str:
    first, _, rest = name.partition(" ")
    return _plain(f"{first.title()} {rest}" if _family_first(name) else name)


def _plain(name: str) -> str:
    if name.isascii():
        return name
    return "".join(char if char.isascii() else _plain_letter(char) for char in name)


def _plain_letter(char: str) -> str:
    return key(char).upper() if char.isupper() else key(char)


def _family_first(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return bool(rest) and len(first) > 1 and first.isupper() and first.isalpha() and not rest.isupper()


def family_names(person: Listed) -> tuple[str, ...]:
    """Return the names by which *person* may be called alone, found from the full name; single aliases come on top.

    >>> family_names(Listed("PRK", "person", "KIM Jong Un"))
    ('Kim',)
    >>> family_names(Listed("COL", "person", "Humberto de la Calle"))
    ('de la Calle',)
    >>> family_names(Listed("SYR", "person", "Bashar al-Assad"))
    ('al-Assad', 'Assad')
    """
    if _family_first(person.name):
        return (person.name.split(" ")[0].title(),)
    parts = person.name.split(" ")
    if len(parts) == 1 or any(part in word_set("patronymics") for part in parts):
        return ()
    if parts[-1].lower() in word_set("numerals"):
        return ()
    start = len(parts) - 1
    while start > 1 and parts[start - 1].lower() in word_set("particles"):
        start -= 1
    family = " ".join(parts[start:])
    lower = family.lower()
    if lower.startswith(("al-", "el-")):
        return (family, family[3:])
    return (family,)


def term_covers(person: Listed, date: dt.date | None, *, before: int = 0, after: int = 0) -> bool:
    """True where *date* lies in the term, widened by so many days; an unknown date lies in any."""
    if date is None:
        return True
    since, until = _day(person.since) or dt.date.min, _day(person.until) or dt.date.max
    return (since - date).days <= before and (date - until).days <= after


def read_list(path: Path) -> tuple[Listed, ...]:
    """Read a list of names; a line that cannot be read is refused with its place.

    Raises
    ------
    ReadingError
        The file cannot be opened, is not UTF-8, lacks a required column, or a line has an unknown kind, an
        empty id or name, or a date that is not ISO.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReadingError(
            f"{path}: the list of names cannot be read ({error}). A UTF-8 CSV file is accepted; save it as such."
        ) from error
    return tuple(parse_list(text, source=str(path)))


def parse_list(text: str, *, source: str) -> Iterator[Listed]:
    """Yield the lines of a list of names given as text; *source* names it in errors."""
    reader = csv.reader(text.splitlines())
    header = [column.strip().lower() for column in next(reader, [])]
    missing = [column for column in COLUMNS[:3] if column not in header]
    unknown = [column for column in header if column not in COLUMNS]
    if missing or unknown:
        found = f"lacks the column {missing[0]!r}" if missing else f"has the unknown column {unknown[0]!r}"
        raise ReadingError(f"{source}, line 1: the list of names {found}. Its columns are {', '.join(COLUMNS)}.")
    places = [header.index(column) if column in header else -1 for column in COLUMNS]
    for fields in reader:
        if any(fields):
            yield _line(fields, places, f"{source}, line {reader.line_num}")


def _line(fields: list[str], places: list[int], where: str) -> Listed:
    values = [fields[place].strip() if 0 <= place < len(fields) else "" for place in places]
    id_, kind, name, aliases, since, until, role, of = values
    if kind not in KINDS:
        raise ReadingError(f"{where}: {kind!r} is no kind of name. Accepted are {', '.join(KINDS)}.")
    if not name or not (id_ or kind in {"none", "several"}):
        raise ReadingError(f"{where}: a name needs an id and a name. Fill in both, or remove the line.")
    for day in (since, until):
        _check_day(day, where)
    others = tuple(alias for alias in aliases.split("|") if alias) if aliases else ()
    return Listed(id_, kind, name, others, since, until, role, tuple(of.split()))


def _check_day(day: str, where: str) -> None:
    try:
        _day(day)
    except ValueError as error:
        raise ReadingError(f"{where}: {day!r} is no date. Write it as YYYY-MM-DD, or leave it empty.") from error


@lru_cache(maxsize=1 << 14)
def _day(day: str) -> dt.date | None:
    return dt.date.fromisoformat(day) if day else None


@lru_cache(maxsize=1)
def shipped_lists() -> tuple[Listed, ...]:
    """Return every name of the lists that come with the package, file by file in alphabetical order."""
    folder = files("dragoman.language").joinpath("names")
    found = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".csv")), key=lambda entry: entry.name)
    return tuple(line for entry in found for line in parse_list(entry.read_text(encoding="utf-8"), source=entry.name))


def first_key(name: str) -> str:
    """Return the key of the first word of a name."""
    first = name.partition(" ")[0]
    return first.lower() if first.isalpha() and first.isascii() else split(first).keys[0]


def words_of(name: str) -> Iterator[tuple[str, ...]]:
    """Yield a name cut into words as a text would be, and once more without hyphens where it has some."""
    words = tuple(split(name).written)
    yield words
    if "-" in words:
        yield tuple(word for word in words if word != "-")
