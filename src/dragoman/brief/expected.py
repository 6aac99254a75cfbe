"""What to expect: forecasts of the issues, and who has kept faith with whom by their acts."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from dragoman.articles.article import Article
from dragoman.brief.issues import IssueLine
from dragoman.brief.naming import Names
from dragoman.brief.record import Ids, Record
from dragoman.case.analysis import Analysis
from dragoman.case.case import Case
from dragoman.errors import AnalysisError
from dragoman.forecast.forecast import Forecast, forecast
from dragoman.forecast.source import Issues, issues_of_case
from dragoman.forecast.standing import Standing, standings
from dragoman.forecast.standing_text import counts_in_words
from dragoman.forecast.text import number, track_record, veto_sentences
from dragoman.ledger.merge import merge
from dragoman.statements.statement import Act, Statement

__all__ = ["Expected", "ForecastLine", "StandingLine", "expected"]


class ForecastLine(Record):
    """The forecast of an issue, beside how things stand and the plain mean."""

    line: str = Field(description="the line's name in the page")
    issue: str = Field(description="the line of the issue that it is about")
    name: str = Field(description="what the question is called")
    low_end: float = Field(description="lower end of the scale")
    high_end: float = Field(description="upper end of the scale")
    value: float = Field(description="the forecast")
    low: float = Field(description="lower end of its interval")
    high: float = Field(description="upper end of its interval")
    level: float = Field(description="share of past decisions that such an interval held")
    status_quo: float | None = Field(description="how things stand now on the scale; None: not given")
    plain_mean: float = Field(description="the mean of the places, every party alike")
    says: tuple[str, ...] = Field(description="what a veto means for it, and what was filled in, in sentences")

    def shown(self, value: float) -> str:
        """Write *value* as exactly as the scale deserves."""
        return number(value, self.high_end - self.low_end)


class StandingLine(Record):
    """What the acts of one party toward another, kept and broken, say of its good faith."""

    line: str = Field(description="the line's name in the page")
    of: str = Field(description="id of the party that acts")
    toward: str = Field(description="id of the party acted upon")
    estimate: float = Field(description="from 0, all broken, to 1, all kept; one half where nothing is known")
    low: float = Field(description="lower end of its 80% interval")
    high: float = Field(description="upper end")
    counted: str = Field(description="how many acts of which PLOVER type")
    statements: Ids = Field(description="the statements that tell of these acts")


class Expected(Record):
    """Forecasts of the issues, and the standing of parties with one another."""

    forecasts: tuple[ForecastLine, ...] = Field(description="a line for each issue that can be forecast")
    not_forecast: tuple[str, ...] = Field(description="which issues cannot, and why")
    of_all: tuple[str, ...] = Field(description="what holds for each of several forecasts, in sentences")
    option_model: str = Field(description="what the option model says, where an issue is a veto game; else empty")
    record: str = Field(description="how such forecasts did on past decisions; empty where there is none")
    standing: tuple[StandingLine, ...] = Field(description="each ordered pair of parties with an act that counts")
    how_counted: str = Field(description="from which day, and how fast acts fade; empty where there is no pair")
    not_this: str = Field(description="what standing is not; empty where there is no pair")


def expected(
    case: Case, analysis: Analysis | None, statements: Iterable[Statement], articles: Iterable[Article],
    lines: Iterable[IssueLine], names: Names,
) -> Expected | None:  # fmt: skip
    """Forecast the case's issues and estimate its parties' standing; None where there is neither."""
    issues = _issues(case, analysis)
    found = forecast(issues.issues, vetoes=issues.vetoes, option_model=issues.option_model)
    texts = tuple(articles)
    acts = merge((statement for statement in statements if isinstance(statement, Act)), texts)
    pairs = standings(acts, texts, as_of=case.as_of, parties=tuple(case.parties))
    if not found and not issues.notes and not pairs.pairs:
        return None
    at = dict(zip(case.issues, lines, strict=True))
    until = f"Ages are counted to {pairs.as_of.isoformat()}. " if pairs.as_of else ""
    rows = [_forecast(line, at[line.issue], place, names) for place, line in enumerate(found, 1)]
    of_all = tuple(text for text in rows[0].says if all(text in row.says for row in rows)) if len(rows) > 1 else ()
    return Expected(
        forecasts=tuple(
            row.model_copy(update={"says": tuple(text for text in row.says if text not in of_all)}) for row in rows
        ),
        not_forecast=issues.notes,
        of_all=of_all,
        option_model=issues.option_model if any(line.veto for line in found) else "",
        record=track_record() if found else "",
        standing=tuple(_standing(pair, place) for place, pair in enumerate(pairs.pairs, 1)),
        how_counted=f"{until}An act counts half after {pairs.half_life:g} days." if pairs.pairs else "",
        not_this=pairs.not_this if pairs.pairs else "",
    )


def _issues(case: Case, analysis: Analysis | None) -> Issues:
    """The issues that can be forecast; without an analysis nothing is asked of the option model."""
    try:
        return issues_of_case(case if analysis else case.model_copy(update={"options": {}}), analysis)
    except AnalysisError as error:
        return Issues((), (str(error),))


def _forecast(found: Forecast, issue: IssueLine, place: int, names: Names) -> ForecastLine:
    called = {actor: names.of(actor) for actor in (found.veto.actors if found.veto else ())}
    return ForecastLine(
        line=f"forecast-{place}",
        issue=issue.line,
        name=issue.name,
        low_end=found.low,
        high_end=found.high,
        value=found.value,
        low=found.interval.low,
        high=found.interval.high,
        level=found.interval.level,
        status_quo=found.status_quo,
        plain_mean=found.plain_mean,
        says=(*veto_sentences(found, called), *found.assumed),
    )


def _standing(pair: Standing, place: int) -> StandingLine:
    return StandingLine(
        line=f"standing-{place}",
        of=pair.of,
        toward=pair.toward,
        estimate=pair.estimate,
        low=pair.low,
        high=pair.high,
        counted=counts_in_words(pair),
        statements=pair.statements,
    )
