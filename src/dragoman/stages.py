"""The stages in Python: read, draft, analyse, deals, schedule, brief; the command line calls these and prints.

>>> import dragoman
>>> sorted(name for name in dragoman.__all__ if name.islower() and not name.startswith("_"))
['analyse', 'brief', 'deals', 'draft', 'read', 'schedule']
"""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pydantic import BaseModel, ConfigDict, Field

from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.articles.load import Loaded, Note, Skipped, load
from dragoman.case.analyse import analyse
from dragoman.case.analysis import Analysis
from dragoman.case.case import Case
from dragoman.case.draft import draft as draft_case
from dragoman.statements.file import dump_statements
from dragoman.statements.statement import Statement

if TYPE_CHECKING:
    import pandas as pd

    from dragoman.brief.document import Brief
    from dragoman.brief.trust import ReaderMeasures
    from dragoman.case.analysis import LayerName
    from dragoman.deals.deal import Deals
    from dragoman.deals.schedule import Schedule
    from dragoman.language.parties import Names
    from dragoman.ledger.taking import TakenIn
    from dragoman.statements.llm.reader import ModelReader
    from dragoman.statements.llm.report import ModelReport
    from dragoman.statements.llm.request import Request

__all__ = [
    "Reading", "Stream", "analyse", "brief", "deals", "draft", "from_ledger", "read", "read_into",
    "read_into_with_model", "read_with_model", "reader_measures", "requests_to_model", "reviewed", "schedule", "stream",
]  # fmt: skip


class Reading(BaseModel):
    """What was read: articles, their statements, and what could not be taken in."""

    model_config = ConfigDict(frozen=True)

    articles: tuple[Article, ...] = Field(description="the articles, copies counted once")
    statements: tuple[Statement, ...] = Field(description="acts, positions, ties and views, article by article")
    skipped: tuple[Skipped, ...] = Field(default=(), description="sources that are no article, each with its reason")
    notes: tuple[Note, ...] = Field(default=(), description="sources taken in with a reservation")
    settings: dict[str, str] = Field(default_factory=dict, description="what it was read with")

    def to_jsonl(self) -> str:
        """The statements as JSON Lines."""
        return dump_statements(self.statements)

    def to_pandas(self) -> pd.DataFrame:
        """One row a statement; lists joined by "; "."""
        import pandas as pd  # noqa: PLC0415 - slow to import and needed here alone

        rows = (s.model_dump(mode="json", by_alias=True) for s in self.statements)
        return pd.DataFrame(
            [
                {
                    k: "; ".join(v) if isinstance(v, list) and all(isinstance(x, str) for x in v) else v
                    for k, v in row.items()
                }
                for row in rows
            ]
        )

    def _repr_html_(self) -> str:
        counts = {kind: sum(s.kind == kind for s in self.statements) for kind in ("position", "act", "tie", "view")}
        found = ", ".join(f"{n} {kind}s" for kind, n in counts.items())
        rows = "".join(
            f"<tr><td>{html.escape(s.kind)}</td><td>{html.escape(s.quote)}</td><td>{html.escape(s.article)}</td></tr>"
            for s in self.statements[:10]
        )
        return f"<p>{len(self.articles)} articles: {found}.</p><table>{rows}</table>"


def read(
    *paths: str | Path,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read articles from files and folders.

    Parameters
    ----------
    paths
        Files, folders (with what is in them), or ``-`` for standard input.
    date
        Day of publication of those articles whose date is found nowhere.
    names
        A CSV file of parties of your own, added to the lists that ship with the package.
    pipeline
        Folder of another spaCy pipeline with Universal Dependencies labels.
    stdin
        Where ``-`` reads from.
    progress
        Called with how many articles are done and how many there are.

    Raises
    ------
    SourceError
        Where not one article could be taken in.
    """
    given = stream(*paths, date=date, names=names, pipeline=pipeline, stdin=stdin, progress=progress)
    return Reading(
        articles=given.loaded.articles,
        statements=tuple(given.statements),
        skipped=given.loaded.skipped,
        notes=given.loaded.notes,
        settings=given.settings,
    )


@dataclass(frozen=True)
class Stream:
    """A reading under way: each article is read when its statements are taken, and what was taken is not kept."""

    loaded: Loaded
    statements: Iterator[Statement]
    settings: dict[str, str]


def stream(
    *paths: str | Path,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Stream:
    """Load articles and begin to read them, for more than memory should hold; parameters as for :func:`read`.

    Raises
    ------
    SourceError
        Where not one article could be taken in.
    """
    from dragoman.language.parties import Names  # noqa: PLC0415 - lists and pipeline load only once there is an article
    from dragoman.language.pipeline import load_pipeline  # noqa: PLC0415
    from dragoman.statements.reader import read_articles  # noqa: PLC0415

    loaded = load(paths, date=date, stdin=stdin)
    parser = load_pipeline(pipeline)
    total, done = len(loaded.articles), 0

    def count(_: Article) -> None:
        nonlocal done
        done += 1
        if progress:
            progress(done, total)

    return Stream(
        loaded=loaded,
        statements=read_articles(loaded.articles, names=Names.load(names), pipeline=parser, progress=count),
        settings={"reader": "rules", "version": __version__, "pipeline": f"{parser.name} {parser.version}"},
    )


def read_into(
    ledger: str | Path,
    *paths: str | Path,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[TakenIn, Loaded]:
    """Read articles into a ledger, which is made where there is none; parameters as for :func:`read`.

    What the ledger holds already is not read again, and no review is touched. Returns what came of each article, and
    the account of the sources.

    Raises
    ------
    SourceError
        Where not one article could be taken in; the ledger is then left as it was.
    LedgerError
        Where the ledger cannot be opened or written; what was committed before stays.
    """
    from dragoman.language.parties import Names  # noqa: PLC0415 - as in read
    from dragoman.language.pipeline import load_pipeline  # noqa: PLC0415
    from dragoman.ledger.store import Ledger  # noqa: PLC0415
    from dragoman.ledger.taking import reader_settings, take_in  # noqa: PLC0415
    from dragoman.statements.reader import read_article  # noqa: PLC0415

    loaded = load(paths, date=date, stdin=stdin)
    parser, lists = load_pipeline(pipeline), Names.load(names)
    with Ledger.create(ledger) as book:
        told = take_in(
            book, loaded.articles, lambda article: read_article(article, parser, lists),
            read_with=reader_settings(f"{parser.name} {parser.version}", names), progress=progress,
        )  # fmt: skip
    return told, loaded


def read_with_model(
    *paths: str | Path,
    reader: ModelReader,
    rules: bool = False,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Reading, ModelReport]:
    """Read articles with a language model, and give account of it; with *rules* it judges what the rules propose.

    All else is as in :func:`read`; *progress* counts requests.

    Raises
    ------
    SourceError
        Where not one article could be taken in.
    ModelError
        The server cannot be asked, or not one request has an answer.
    """
    from dragoman.language.parties import Names  # noqa: PLC0415 - as in read

    loaded = load(paths, date=date, stdin=stdin)
    lists = Names.load(names)
    proposals = _proposals(loaded.articles, lists, pipeline) if rules else None
    found = reader.read(loaded.articles, lists, proposals=proposals, progress=progress)
    reading = Reading(
        articles=loaded.articles, statements=found.statements, skipped=loaded.skipped, notes=loaded.notes,
        settings=reader.settings | {"version": __version__} | ({"reader": "both"} if rules else {}),
    )  # fmt: skip
    return reading, found.report


def requests_to_model(
    *paths: str | Path,
    reader: ModelReader,
    rules: bool = False,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
) -> list[Request]:
    """What :func:`read_with_model` would ask, without asking it."""
    from dragoman.language.parties import Names  # noqa: PLC0415 - as in read

    loaded = load(paths, date=date, stdin=stdin)
    lists = Names.load(names)
    return reader.requests(loaded.articles, lists, _proposals(loaded.articles, lists, pipeline) if rules else None)


def read_into_with_model(
    ledger: str | Path,
    *paths: str | Path,
    reader: ModelReader,
    rules: bool = False,
    date: dt.date | None = None,
    names: Path | None = None,
    pipeline: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[TakenIn, Loaded, ModelReport]:
    """Read articles into a ledger as :func:`read_into` does, with a language model as :func:`read_with_model` does."""
    from dragoman.language.parties import Names  # noqa: PLC0415 - as in read
    from dragoman.ledger.modelled import take_in_with_model  # noqa: PLC0415
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    loaded, lists = load(paths, date=date, stdin=stdin), Names.load(names)

    def propose(articles: Iterable[Article]) -> dict[str, list[Statement]]:
        return _proposals(articles, lists, pipeline)

    with Ledger.create(ledger) as book:
        told, reading = take_in_with_model(
            book, loaded.articles, reader, lists, propose=propose if rules else None, progress=progress
        )
    return told, loaded, reading.report


def _proposals(articles: Iterable[Article], names: Names, pipeline: str | None) -> dict[str, list[Statement]]:
    """The rules' statements, by article."""
    from dragoman.language.pipeline import load_pipeline  # noqa: PLC0415 - as in read
    from dragoman.statements.reader import read_article  # noqa: PLC0415

    parser = load_pipeline(pipeline)
    return {article.id: read_article(article, parser, names) for article in articles}


def from_ledger(ledger: str | Path, *, only_accepted: bool = False) -> Reading:
    """Return a ledger's articles and the statements that count: accepted and edited first, rejected never.

    Raises
    ------
    LedgerError
        Where there is no ledger, or it cannot be read; or nothing in it is accepted and only that was asked for.
    """
    from dragoman.errors import LedgerError  # noqa: PLC0415
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    with Ledger.open(ledger, read_only=True) as book:
        statements = book.statements(only_accepted=only_accepted)
        if only_accepted and not statements:
            raise LedgerError(
                f"{ledger}: no statement is accepted or edited yet. `dragoman review {ledger}` goes through them."
            )
        return Reading(
            articles=book.articles(),
            statements=statements,
            settings={
                "reader": "ledger, accepted statements only" if only_accepted else "ledger",
                "version": __version__,
            },
        )


def draft(reading: Reading | Iterable[Statement], *, title: str | None = None, names: Path | None = None) -> Case:
    """Draft a case from a reading, or from statements alone; every line of it carries the ids it rests on.

    The same event in several articles counts once, and so does a position that is restated. *names* is
    the file of names that the articles were read with, if any.
    """
    from dragoman.language.parties import Names  # noqa: PLC0415 - as in read
    from dragoman.ledger.merge import merge  # noqa: PLC0415

    articles = reading.articles if isinstance(reading, Reading) else ()
    statements = reading.statements if isinstance(reading, Reading) else tuple(reading)
    lists = Names.load(names) if names else None
    return draft_case(merge(statements, articles), articles, title=title, names=lists)


def reviewed(statements: Iterable[Statement], *paths: str | Path, date: dt.date | None = None) -> Reading:
    """Statements that a person reviewed, with the articles they were read from; nothing is read again.

    A statement whose quote does not stand at its place is left to the brief to refuse and count.
    """
    loaded = load(paths, date=date)
    return Reading(
        articles=loaded.articles, statements=tuple(statements), skipped=loaded.skipped, notes=loaded.notes,
        settings={"reader": "reviewed statements", "version": __version__},
    )  # fmt: skip


def deals(case: Case, *, layer: LayerName = "defaults", shown: int = 10, lacking: bool = False) -> Deals:
    """List what could be agreed in *case*; see :func:`dragoman.deals.finding.deals`."""
    from dragoman.deals.finding import deals as find  # noqa: PLC0415 - for this stage alone

    return find(case, layer=layer, shown=shown, lacking=lacking)


def schedule(case: Case, deal: str | None = None, **settings: Any) -> Schedule:
    """Find the order of steps to *deal* that needs least; see :func:`dragoman.deals.scheduling.schedule`."""
    from dragoman.deals.scheduling import schedule as find  # noqa: PLC0415 - solvers load for this stage alone

    return find(case, deal, **settings)


def brief(
    case: Case | None = None,
    analysis: Analysis | None = None,
    reading: Reading | None = None,
    *,
    earlier: Case | None = None,
    thorough: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Brief:
    """Compose the brief; what is not given is drafted and analysed here.

    Give a *case*, a *reading*, or both: a case without a reading gives a brief without articles. With the case of an
    *earlier* brief it says what changed since. A *thorough* one also says which statements the outcomes rest on
    (*progress* is called with how many are tried and how many there are) and in which share of plausible preference
    orders they hold; models too large for that go without. The result shows itself in a notebook;
    :func:`dragoman.brief.page.page` renders the page.

    >>> from dragoman.case.file import parse_case
    >>> options = "{reopen: 'RUR: reopen the strait'}"
    >>> case = parse_case(f"{{title: The strait, parties: {{RUR: Ruritania}}, options: {options}}}")
    >>> brief(case).title
    'The strait'
    """
    from dragoman.brief.compose import compose  # noqa: PLC0415 - templates and pictures are for this stage alone
    from dragoman.brief.document import Disagreement, Saying  # noqa: PLC0415
    from dragoman.brief.document import Skipped as NotTaken  # noqa: PLC0415
    from dragoman.language.parties import Names  # noqa: PLC0415
    from dragoman.ledger.disagreements import disagreements  # noqa: PLC0415

    reading = reading or Reading(articles=(), statements=())
    case = case or draft(reading)
    analysis = analysis or analyse(case)
    if thorough:
        from dragoman.case.firmness import with_firmness  # noqa: PLC0415 - for a thorough brief alone

        analysis = with_firmness(case, analysis, reading.statements, reading.articles, progress=progress)
    names = Names.load() if reading.statements else None
    return compose(
        case,
        analysis,
        reading.statements,
        reading.articles,
        skipped=tuple(NotTaken(source=s.source, why=s.reason) for s in reading.skipped),
        reader=reader_measures() if _by_rules(reading.statements) else None,
        settings=reading.settings,
        disagreements=tuple(
            Disagreement(
                about=found.topic,
                kind=found.kind,
                verdict=found.verdict,
                sides=tuple(
                    Saying(says=f"{side.who}: {side.says}", statements=side.statements) for side in found.sides
                ),
            )
            for found in disagreements(reading.statements, reading.articles)
        ),
        names={party: names.label(party) for party in sorted(_parties(reading.statements))} if names else {},
        earlier=earlier,
    )


def reader_measures() -> ReaderMeasures:
    """What the rules' reader measured on articles it was not tuned to; shipped with the package."""
    from dragoman.brief.trust import ReaderMeasures  # noqa: PLC0415

    text = resources.files("dragoman.statements").joinpath("measures.json").read_text(encoding="utf-8")
    return ReaderMeasures.model_validate_json(text)


def _by_rules(statements: Iterable[Statement]) -> bool:
    """True where there are statements, and none by a language model, for which the rules' figures say nothing."""
    rules = [statement.rule for statement in statements]
    return bool(rules) and not any(rule.startswith("llm:") for rule in rules)


def _parties(statements: Iterable[Statement]) -> set[str]:
    found: set[str] = set()
    for statement in statements:
        for slot in ("holder", "doer", "recipient", "actor", "target", "from_", "to", "about_ids"):
            found |= set(getattr(statement, slot, ()))
    return found
