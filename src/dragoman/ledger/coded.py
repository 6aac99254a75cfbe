"""Tables of statements that people coded by hand: date, source, actor, concept, agreement, quote."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from dragoman.articles.article import Article
from dragoman.errors import CaseError
from dragoman.language.parties import Names
from dragoman.language.sentences import sentence_spans
from dragoman.ledger.sheets import Row
from dragoman.plain import listed
from dragoman.statements.statement import Evidence, Position, Stance, Statement, statement_id

__all__ = ["COLUMNS", "Coded", "Refused", "columns_of", "read_coded"]

COLUMNS: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("date", "time", "day"),
    "source": ("source", "document title", "title", "document", "outlet"),
    "actor": ("actor", "organization", "organisation", "party", "person", "speaker"),
    "concept": ("concept", "category", "issue", "action"),
    "agreement": ("agreement", "agree", "stance", "qualifier"),
    "quote": ("quote", "text", "statement", "passage"),
}
"""What a table must say, and the headings that are taken for it, the first that is there."""

_MAY_LACK: Final = ("date", "source")
_FURTHER: Final = ("doer", "recipient", "note")
_FOR: Final = "1 true yes y agree agreement for pro positive + support".split()
_AGAINST: Final = "0 -1 false no n disagree disagreement against contra negative - oppose".split()
_STANCES: Final[Mapping[str, Stance]] = {
    **dict.fromkeys(_FOR, "support"), **dict.fromkeys(_AGAINST, "oppose"),
    "demand": "demand", "offer": "offer", "refuse": "refuse", "promise": "promise",
}  # fmt: skip
_UNFIT: Final = re.compile(r"[^\w.]+")


@dataclass(frozen=True)
class Refused:
    """A row that was not taken in: its line, counted from 1, and why."""

    line: int
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.why}"


@dataclass
class Coded:
    """What a table holds: articles with their statements, and the rows that were refused."""

    articles: dict[str, Article] = field(default_factory=dict)
    statements: dict[str, list[Statement]] = field(default_factory=lambda: defaultdict(list))
    refused: list[Refused] = field(default_factory=list)


def columns_of(headings: Iterable[str], mapping: Mapping[str, str], *, source: str = "the table") -> dict[str, str]:
    """Return the heading for each thing that a table must say; *mapping* goes before the usual names.

    A mapping to nothing says that the table has no such column (date and source may lack).

    Raises
    ------
    CaseError
        A column is missing, or one is mapped that is not there; the message names all that is missing, and the
        headings there are.

    Examples
    --------
    >>> columns_of(["time", "organization", "concept", "agree", "text"], {"source": ""})["actor"]
    'organization'
    >>> columns_of(["when", "who"], {"date": "when"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    dragoman.errors.CaseError: the table: no column for source, actor, concept, agreement and quote. Its columns: ...
    """
    there = [heading for heading in headings if heading]
    found: dict[str, str] = {}
    missing: list[str] = []
    for name, usual in COLUMNS.items():
        named = mapping.get(name)
        if named == "" and name in _MAY_LACK:
            continue
        wanted = usual if named is None else (named.casefold(),)
        heading = next((heading for heading in wanted if heading in there), None)
        if heading is None:
            missing.append(name)
        else:
            found[name] = heading
    if missing:
        example = f"--column {missing[0]}={there[-1] if there else 'heading'}"
        raise CaseError(
            f"{source}: no column for {listed(missing)}. Its columns: {', '.join(there) or 'none'}. Say which "
            f"is which, as in {example}, or --column source= where there is none."
        )
    return found


def read_coded(
    rows: Iterable[Row], columns: Mapping[str, str], *, table: str, names: Names, held: Sequence[Article]
) -> Coded:
    """Make statements of the rows of a table that people coded by hand, each a position on its concept.

    A row whose source is one of the articles *held*, by id, title, or outlet and date, is placed there, and refused
    where its quote is not in it. The quotes of other sources make an article of their own, one for each source and
    date, in which nothing else stands. An actor whom *names* knows gets its id. *columns* is from :func:`columns_of`.

    Examples
    --------
    >>> cells = {"date": "2031-03-01", "source": "Gazette", "actor": "North Korea", "concept": "lift sanctions",
    ...          "agreement": "yes", "quote": "Pyongyang wants sanctions gone."}
    >>> coded = read_coded([Row(2, cells)], columns_of(cells, {}), table="t.csv", names=Names.load(), held=())
    >>> [statement] = coded.statements["quotes-Gazette-2031-03-01"]
    >>> statement.holder, statement.stance, statement.action, coded.refused
    (('PRK',), 'support', 'lift sanctions', [])
    """
    coded = Coded()
    library = _Library(held, table)
    party = lru_cache(lambda name: _party(name, names))
    for row in rows:
        cells = {name: row.cells.get(columns.get(name, name), "") for name in (*COLUMNS, *_FURTHER)}
        why = _fault(cells)
        place = None if why else library.place(cells)
        if isinstance(place, Evidence):
            coded.statements[place.article].append(_position(cells, place, party))
        else:
            coded.refused.append(Refused(row.line, why or str(place)))
    coded.articles = {key: article for key, article in library.articles.items() if key in coded.statements}
    coded.statements = {
        key: list({statement.id: statement for statement in said}.values()) for key, said in coded.statements.items()
    }
    return coded


def _fault(cells: Mapping[str, str]) -> str | None:
    empty = [name for name in ("actor", "concept", "agreement", "quote") if not cells[name].strip("; ")]
    if empty:
        return f"no {listed(empty)}; no quote, no statement" if "quote" in empty else f"no {listed(empty)}"
    if cells["agreement"].casefold() not in _STANCES:
        return f'agreement is "{cells["agreement"][:40]}"; yes or no, 1 or 0, or a stance such as demand is accepted'
    if cells["date"] and _day(cells["date"]) is None:
        return f'date is "{cells["date"][:40]}"; it is accepted as 2019-04-25'
    return None


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


class _Library:
    """The articles that quotes are looked up in, and those made of quotes."""

    def __init__(self, held: Sequence[Article], table: str) -> None:
        self.articles = {article.id: article for article in held}
        self._table = table
        self._by_name: dict[str, str] = {}
        self._by_outlet: dict[tuple[str, dt.date | None], list[str]] = defaultdict(list)
        for article in held:
            for name in (article.id, article.title or article.id):
                self._by_name.setdefault(name.casefold(), article.id)
            for outlet in article.outlets:
                self._by_outlet[outlet.casefold(), article.date].append(article.id)

    def place(self, cells: Mapping[str, str]) -> Evidence | str:
        """Where the quote stands, or why it is refused."""
        source, day = cells["source"].casefold(), _day(cells["date"])
        named = self._by_name.get(source)
        for key in (named,) if named else self._by_outlet[source, day]:
            if key and (place := _found(self.articles[key], cells["quote"])):
                return place
        if named:
            return f"its quote is not in {named}, word for word"
        return self._among_quotes(cells["source"], day, cells["quote"])

    def _among_quotes(self, source: str, day: dt.date | None, quote: str) -> Evidence:
        key = "-".join(part for part in ("quotes", _UNFIT.sub("-", source).strip("-")[:80], str(day or "")) if part)
        before = self.articles.get(key)
        text = before.text if before else ""
        if f"\n\n{quote}\n\n" not in f"\n\n{text}\n\n":
            text = f"{text}\n\n{quote}" if text else quote
        self.articles[key] = Article(
            id=key, text=text, title=f"Quotes from {source or 'an unnamed source'}, coded by hand",
            outlet=source or None, date=day, date_basis="record" if day else None, source=self._table,
        )  # fmt: skip
        start = f"\n\n{text}\n\n".index(f"\n\n{quote}\n\n")
        return Evidence(
            article=key, sentence=quote, char_start=start, char_end=start + len(quote),
            span=quote, span_start=start, span_end=start + len(quote),
        )  # fmt: skip


def _found(article: Article, quote: str) -> Evidence | None:
    """Where *quote* stands in *article*, white space aside, with the sentences around it."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    match = re.search(pattern, article.text)
    if match is None:
        return None
    start, end = match.span()
    around = [span for span in sentence_spans(article.text) if span[0] < end and span[1] > start]
    first, last = min([start, *(span[0] for span in around)]), max([end, *(span[1] for span in around)])
    return Evidence(
        article=article.id, sentence=article.text[first:last], char_start=first, char_end=last,
        span=article.text[start:end], span_start=start, span_end=end,
    )  # fmt: skip


def _position(cells: Mapping[str, str], place: Evidence, party: Callable[[str], str]) -> Position:
    parties = {name: tuple(party(one) for one in _several(cells[name])) for name in ("actor", "doer", "recipient")}
    position = Position(
        id="new", evidence=(place,), holder=parties["actor"], stance=_STANCES[cells["agreement"].casefold()],
        doer=parties["doer"], recipient=parties["recipient"], action=cells["concept"], issue=cells["concept"],
        attribution=parties["actor"][0], rule="coded by hand", note=cells["note"] or None,
    )  # fmt: skip
    return position.model_copy(update={"id": statement_id(position)})


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(";") if part.strip()]


def _party(name: str, names: Names) -> str:
    known = names.lookup(name)
    return known.id if known else name
