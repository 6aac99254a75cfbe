"""The document: everything that a brief shows, as one record from which the page, the text and the tables are made.

Parties and sources appear by id; ``Brief.names`` says what each is called. Statements appear by id;
``Brief.statements`` holds each with its number, its words and where they stand. ``format`` tells readers of the JSON
form what to expect: under the same number sections may be added, none changes its meaning or goes.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from dragoman.brief.agreements import Agreements
from dragoman.brief.bargaining import DeadlineLine, PositionLine
from dragoman.brief.evidence import ArticleText, Cited, Refused
from dragoman.brief.expected import Expected
from dragoman.brief.issues import IssueLine
from dragoman.brief.movement import MovementLine, PairLine, SidesLine
from dragoman.brief.outcomes import Outcomes
from dragoman.brief.record import Ids, Record, Sentence, Skipped
from dragoman.brief.relations import TieLine, ViewLine
from dragoman.brief.short import InShort
from dragoman.brief.since import Since
from dragoman.brief.timeline import ActLine
from dragoman.brief.trust import Trust
from dragoman.brief.wants import OptionLine, PartyLine

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Brief", "Counts", "Disagreement", "DisagreementLine", "Made", "Saying", "Skipped", "document_schema"]


class Saying(Record):
    """One side of a disagreement: what some articles, or some sources in them, say."""

    says: str = Field(description="what this side says, in our words")
    statements: Ids = Field(description="the statements that say it")


class Disagreement(Record):
    """Two or more sayings about the same thing that do not go together, or that complete each other."""

    about: str = Field(description="what they differ on")
    kind: str = Field(description="in what: a date, who acted, whether it happened, a party's stance, a figure")
    verdict: Literal["contradict", "tension", "complement"] | None = Field(
        default=None,
        description="contradict: not both; tension: both only under one reading; complement: parts of one thing",
    )
    sides: tuple[Saying, ...] = Field(min_length=2, description="the sayings")


class DisagreementLine(Disagreement):
    """A disagreement, as a line of the brief."""

    line: str = Field(description="the line's name in the page")


class Counts(Record):
    """How much the brief rests on."""

    articles: int = Field(description="articles read")
    copies: int = Field(description="other printings of the same words, counted once with their article")
    outlets: int = Field(description="outlets, copies' outlets among them")
    first: dt.date | None = Field(description="day of the earliest article with a known date")
    last: dt.date | None = Field(description="day of the latest")
    undated: int = Field(description="articles without a known date")
    statements: dict[str, int] = Field(description="kind of statement to how many are used")
    preferences: dict[str, int] = Field(description="basis to how many preference lines of the case have it")


class Made(Record):
    """How the brief was made."""

    version: str = Field(description="version of the program")
    settings: dict[str, str] = Field(description="what was set, as name and value")
    skipped: tuple[Skipped, ...] = Field(description="what could not be taken in, and why")
    refused: tuple[Refused, ...] = Field(description="statements that were not used, and why")
    missing: Ids = Field(description="ids that the case cites as evidence and no statement has")
    left_out: tuple[Sentence, ...] = Field(description="what was read but is no part of the model, and why")
    infeasible: tuple[Sentence, ...] = Field(description="combinations of options that the case rules out, and why")


class Brief(Record):
    """A brief: one document, from which the page, the text and the tables are made."""

    format: Literal["dragoman-brief/1"] = Field(default="dragoman-brief/1", description="what this document is")
    title: str = Field(description="what the negotiation is called")
    as_of: dt.date | None = Field(description="the day the status quo describes")
    names: dict[str, str] = Field(description="id of a party, person or source to what it is called")
    counts: Counts = Field(description="how much it rests on")
    trust: Trust = Field(description="how far the statements can be trusted")
    in_short: InShort = Field(description="the first screen's sentences")
    parties: tuple[PartyLine, ...] = Field(description="who can act, and what each would rather have")
    options: tuple[OptionLine, ...] = Field(description="who wants what: every party's place on every option")
    issues: tuple[IssueLine, ...] = Field(description="questions on a scale, and each party's place")
    since: Since | None = Field(default=None, description="what changed since an earlier brief; None: none was given")
    movements: tuple[MovementLine, ...] = Field(default=(), description="who hardened, softened or reversed")
    sides: tuple[SidesLine, ...] = Field(default=(), description="who stands with whom on what, contested steps first")
    pairs: tuple[PairLine, ...] = Field(default=(), description="how often two parties are on the same side")
    positions: tuple[PositionLine, ...] = Field(description="what is on the table, by stance")
    deadlines: tuple[DeadlineLine, ...] = Field(description="dates that somebody set")
    outcomes: Outcomes | None = Field(description="what holds, what would be better; None: not analysed")
    agreements: Agreements | None = Field(
        default=None, description="what could be agreed, and in which order; None: not worked out"
    )
    expected: Expected | None = Field(
        default=None, description="forecasts of the issues, and standing; None: there is neither"
    )
    acts: tuple[ActLine, ...] = Field(description="the timeline; undated acts last")
    ties: tuple[TieLine, ...] = Field(description="standing relations")
    views: tuple[ViewLine, ...] = Field(description="beliefs, motives and judgements, and whose they are")
    disagreements: tuple[DisagreementLine, ...] = Field(description="where the articles disagree")
    statements: tuple[Cited, ...] = Field(description="every statement, numbered in the order of the articles' words")
    articles: tuple[ArticleText, ...] = Field(description="the articles, cut at the marks")
    texts_left_out: bool = Field(default=False, description="true where full texts were left out for sharing")
    made: Made = Field(description="how it was made")

    def to_json(self) -> str:
        """The document as JSON text; the same brief gives the same text."""
        return self.model_dump_json(indent=2) + "\n"

    def quotes_only(self) -> Brief:
        """The same brief without the articles' full texts: quotes stay, with outlet and date."""
        articles = tuple(article.model_copy(update={"pieces": ()}) for article in self.articles)
        statements = tuple(
            line.model_copy(
                update={"places": tuple(place.model_copy(update={"sentence": None}) for place in line.places)}
            )
            for line in self.statements
        )
        return self.model_copy(update={"articles": articles, "statements": statements, "texts_left_out": True})

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """The tables of the brief as data frames, by name: statements, positions, acts, ties, matrix, outcomes."""
        from dragoman.brief.tables import tables  # noqa: PLC0415 - tables are made from the document

        return {table.name: table.to_pandas() for table in tables(self)}

    def _repr_html_(self) -> str:
        from dragoman.brief.page import card  # noqa: PLC0415 - the page is made from the document

        return card(self)


def document_schema() -> dict[str, Any]:
    """The JSON Schema of the document, every field described."""
    return Brief.model_json_schema(mode="serialization")
