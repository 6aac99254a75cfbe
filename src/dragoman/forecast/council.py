"""What the members of the European Union weigh in its Council, by day: public facts, for issues decided there."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib import resources
from typing import Final

from dragoman.errors import AnalysisError
from dragoman.forecast.issue import ScaledIssue

__all__ = ["INSTITUTIONS", "council_influence", "with_council_influence"]

INSTITUTIONS: Final = ("COM", "EP")
"""The Commission and the Parliament, which have no votes in the Council."""

_FROM: Final = (
    (dt.date(1995, 1, 1), "votes_1995"),
    (dt.date(2004, 5, 1), "votes_2004_05"),
    (dt.date(2004, 11, 1), "votes_2004_11"),
    (dt.date(2014, 11, 1), "population_2016"),
)
_UNTIL: Final = dt.date(2020, 1, 31)
_OTHER_CODES: Final = {"GB": "UK", "GR": "EL", "BU": "BG", "CR": "HR", "EC": "COM", "EUROPEAN COMMISSION": "COM"}


def council_influence(day: dt.date) -> dict[str, float]:
    """The weight of each member state in the Council on *day*, of 100 in all, by its two-letter code.

    Until 31 October 2014 that is its votes, from then on its share of the Union's population, which is what a
    qualified majority counts beside the number of states. The Commission (``COM``) and the Parliament (``EP``), which
    the Council needs but which have no votes in it, weigh as much as the largest member: a convention, not a fact.

    Raises
    ------
    AnalysisError
        A day before 1995 or after 31 January 2020.

    References
    ----------
    Act of Accession of Austria, Finland and Sweden, art. 15, as adjusted on 1 January 1995 (votes from 1995).
    Act of Accession of 2003, art. 26 (May to October 2004) and art. 12; Act of Accession of 2005, art. 10; Act of
    Accession of Croatia, art. 20 (votes from November 2004). Council Decision (EU, Euratom) 2015/2393 (population).

    Examples
    --------
    >>> weights = council_influence(dt.date(1999, 5, 1))
    >>> len(weights), round(weights["DE"], 2), weights["COM"] == weights["DE"]
    (17, 11.49, True)
    """
    if not _FROM[0][0] <= day <= _UNTIL:
        raise AnalysisError(
            f"the weights of the Council are not known for {day.isoformat()}. Give a day from 1995 to January 2020."
        )
    column = [name for start, name in _FROM if start <= day][-1]
    votes = {row["code"]: float(row[column]) for row in _table() if dt.date.fromisoformat(row["joined"]) <= day}
    total, largest = sum(votes.values()), max(votes.values())
    return {code: 100 * count / total for code, count in (*votes.items(), *((name, largest) for name in INSTITUTIONS))}


def with_council_influence(issue: ScaledIssue, day: dt.date) -> ScaledIssue:
    """The *issue* with the influence of its actors, known by their two-letter codes, as it was on *day*.

    Raises
    ------
    AnalysisError
        An actor that was no member on *day*.
    """
    weights = council_influence(day)
    codes = {stand.actor: _OTHER_CODES.get(stand.actor.upper(), stand.actor.upper()) for stand in issue.stands}
    strangers = [actor for actor, code in codes.items() if code not in weights]
    if strangers:
        raise AnalysisError(
            f"{issue.name}: {_first(strangers)} had no weight in the Council on {day.isoformat()}. "
            f"Known then: {', '.join(weights)}."
        )
    stands = tuple(replace(stand, influence=weights[codes[stand.actor]]) for stand in issue.stands)
    return replace(issue, stands=stands)


def _first(names: Iterable[str], most: int = 5) -> str:
    listed = list(names)
    return ", ".join(listed[:most]) + (f" and {len(listed) - most} more" if len(listed) > most else "")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, str], ...]:
    text = resources.files("dragoman.forecast").joinpath("council.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
