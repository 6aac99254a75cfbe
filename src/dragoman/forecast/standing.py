"""Standing: what each party's acts toward another, kept and broken, say of its good faith; and what they do not say."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from pydantic import BaseModel, ConfigDict, Field
from scipy.special import betaincinv

from dragoman.articles.article import Article
from dragoman.errors import AnalysisError
from dragoman.statements.statement import Act, Event, Statement

__all__ = ["HALF_LIFE", "KEPT", "NOT_THIS", "PRIOR", "SIGNS", "Standing", "Standings", "standings"]

HALF_LIFE: Final = 365.0
"""Days after which an act counts half."""

PRIOR: Final = (1.0, 1.0)
"""Kept and broken acts that every pair is given to begin with: one of each, so that nothing known means one half."""

LEVEL: Final = 0.8

SIGNS: Final[dict[Event, float]] = {
    "AID": 1.0, "COOPERATE": 1.0, "CONCEDE": 1.0, "RETREAT": 1.0, "AGREE": 0.5, "SUPPORT": 0.5,
    "REJECT": -0.5, "THREATEN": -0.5, "SANCTION": -1.0, "MOBILIZE": -1.0, "COERCE": -1.0, "ASSAULT": -1.0,
}  # fmt: skip
"""What an act of each PLOVER type counts: above 0 as kept, below 0 as broken; deeds in full, words by half.

Talking, asking, accusing and protesting (CONSULT, REQUEST, ACCUSE, PROTEST) keep nothing and break nothing.
"""

KEPT: Final = frozenset(event for event, sign in SIGNS.items() if sign > 0)

NOT_THIS: Final = (
    "Standing is a count of reported acts, no judgement of character: it does not know what was promised, who began, "
    "or what the press left out; a party that is written about more has a narrower interval, not a better one."
)

_ISO_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_COUNTED: Final = frozenset({"done", "ongoing"})


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Standing(_Record):
    """What the acts of one party toward another say of its good faith to it."""

    of: str = Field(description="party that acts")
    toward: str = Field(description="party acted upon")
    kept: float = Field(description="weight of its acts that work together or give way, faded by age")
    broken: float = Field(description="weight of its acts that refuse, threaten or coerce, faded by age")
    estimate: float = Field(description="mean of the Beta distribution: from 0, all broken, to 1, all kept")
    low: float = Field(description="lower end of its 80% interval")
    high: float = Field(description="upper end")
    by_event: dict[str, int] = Field(description="PLOVER event type to how many acts counted")
    statements: tuple[str, ...] = Field(description="ids of the statements that tell of these acts")


class Standings(_Record):
    """Every ordered pair with an act that counts, and how the counting was done."""

    as_of: dt.date | None = Field(description="the day from which ages are counted; None: no act has a date")
    half_life: float = Field(description="days after which an act counts half")
    prior: tuple[float, float] = Field(description="kept and broken acts that every pair begins with")
    pairs: tuple[Standing, ...] = Field(description="by the order in which parties are first seen, or as asked")
    undated: int = Field(description="acts without any date, counted as one half-life old")
    later: int = Field(description="acts dated after the day, not counted")
    not_this: str = Field(description="what standing is not")


def standings(
    statements: Iterable[Statement],
    articles: Iterable[Article] = (),
    *,
    as_of: dt.date | None = None,
    half_life: float = HALF_LIFE,
    prior: tuple[float, float] = PRIOR,
    parties: Sequence[str] = (),
) -> Standings:
    """Estimate the good faith of every party toward every other from what it did.

    An act that several statements report (they share an ``event_id``, as :func:`dragoman.ledger.merge.merge` gives
    it) counts once. Persons count as their party; acts within a party, and acts that are planned, hypothetical,
    denied or negated, do not count. An act of several parties counts for each. With k and b the weights of acts kept
    and broken, each halved for every half-life of its age, the estimate is the Beta distribution with parameters
    prior plus k and prior plus b (Josang and Ismail 2002).

    Parameters
    ----------
    articles
        Where given, an act without a date has that of its earliest article.
    as_of
        The day from which ages are counted; the latest date of an act if left out. Later acts are not counted.
    half_life
        Days after which an act counts half.
    parties
        Where given, only pairs of these, in their order.

    Raises
    ------
    AnalysisError
        A half-life or prior that is not above 0.

    Examples
    --------
    >>> from dragoman.statements.statement import Evidence
    >>> words = Evidence(article="a", sentence="R freed it.", char_start=0, char_end=11,
    ...                  span="freed", span_start=2, span_end=7)
    >>> act = Act(id="a-1", evidence=(words,), actor=("RUR:Vell",), event="CONCEDE", target=("GRA",), date="2031-03-01")
    >>> [pair] = standings([act]).pairs
    >>> pair.of, pair.toward, round(pair.estimate, 3), pair.statements
    ('RUR', 'GRA', 0.667, ('a-1',))
    """
    if not half_life > 0 or not min(prior) > 0 or half_life == float("inf"):
        raise AnalysisError(
            f"a half-life of {half_life:g} days and a prior of {prior[0]:g} and {prior[1]:g} cannot be counted with. "
            "Give numbers above 0."
        )
    reported = {article.id: article.date for article in articles if article.date}
    groups = _events(statements)
    dates = {key: _dated(group, reported) for key, group in groups.items()}
    known = [day for day in dates.values() if day]
    today = as_of or max(known, default=None)
    counted = {key: group for key, group in groups.items() if not (today and (day := dates[key]) and day > today)}
    pairs: dict[tuple[str, str], list[tuple[Sequence[Act], float]]] = defaultdict(list)
    for key, group in counted.items():
        day = dates[key]
        fade = 0.5 if day is None or today is None else 0.5 ** ((today - day).days / half_life)
        for pair in _pairs(group, parties):
            pairs[pair].append((group, fade))
    rank = {party: place for place, party in enumerate(parties)}
    ordered = sorted(pairs, key=lambda pair: (rank[pair[0]], rank[pair[1]])) if parties else list(pairs)
    return Standings(
        as_of=today,
        half_life=half_life,
        prior=prior,
        pairs=tuple(_standing(pair, pairs[pair], prior) for pair in ordered),
        undated=sum(dates[key] is None for key in counted),
        later=len(groups) - len(counted),
        not_this=NOT_THIS,
    )


def _events(statements: Iterable[Statement]) -> dict[str, list[Act]]:
    """The acts that count, those of one event together, in the order of their ids."""
    groups: dict[str, list[Act]] = {}
    acts = (statement for statement in statements if isinstance(statement, Act))
    for act in sorted(acts, key=lambda act: act.id):
        real = act.status in _COUNTED and act.polarity == "positive" and not act.negated
        if real and act.event in SIGNS:
            groups.setdefault(f"{act.event_id or act.id} {act.event}", []).append(act)
    return groups


def _dated(group: Sequence[Act], reported: Mapping[str, dt.date]) -> dt.date | None:
    """The day of an event: the fullest date that is told, or else the earliest day on which it is told."""
    told = sorted((act.date for act in group if act.date), key=lambda date: (-len(date), date))
    found = next((day for day in map(_day, told) if day), None)
    days = [reported[act.article] for act in group if act.article in reported]
    return found or min(days, default=None)


def _day(date: str) -> dt.date | None:
    """The first day of an ISO date or of its beginning.

    >>> _day("2019-04"), _day("next week")
    (datetime.date(2019, 4, 1), None)
    """
    match = _ISO_DAY.match(date)
    try:
        return dt.date(*(int(part or 1) for part in match.groups())) if match else None
    except ValueError:
        return None


def _pairs(group: Sequence[Act], parties: Sequence[str]) -> Iterable[tuple[str, str]]:
    found: dict[tuple[str, str], None] = {}
    for act in group:
        for actor in act.actor:
            for target in act.touched:
                pair = actor.partition(":")[0], target.partition(":")[0]
                if pair[0] != pair[1] and (not parties or set(pair) <= set(parties)):
                    found[pair] = None
    return found


def _standing(
    pair: tuple[str, str], acts: Sequence[tuple[Sequence[Act], float]], prior: tuple[float, float]
) -> Standing:
    weights = [SIGNS[group[0].event] * fade for group, fade in acts]
    kept = sum(weight for weight in weights if weight > 0)
    broken = -sum(weight for weight in weights if weight < 0)
    alpha, other = prior[0] + kept, prior[1] + broken
    low, high = (float(betaincinv(alpha, other, chance)) for chance in ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    counts = Counter(group[0].event for group, _ in acts)
    return Standing(
        of=pair[0],
        toward=pair[1],
        kept=round(kept, 4),
        broken=round(broken, 4),
        estimate=round(alpha / (alpha + other), 4),
        low=round(low, 4),
        high=round(high, 4),
        by_event={event: counts[event] for event in SIGNS if counts[event]},
        statements=tuple(act.id for group, _ in acts for act in group),
    )
