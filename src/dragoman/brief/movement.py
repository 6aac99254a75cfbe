"""Who moved between articles, and who stands with whom: parties' words over time and beside each other's."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import combinations

from pydantic import Field

from dragoman.articles.article import Article
from dragoman.brief.calendar import day_words
from dragoman.brief.naming import Names, capitalised
from dragoman.brief.record import Ids, Record
from dragoman.brief.wants import OptionLine, PartyLine
from dragoman.case.case import Case
from dragoman.case.movement import Shift, movements
from dragoman.statements.statement import Statement

__all__ = ["MovementLine", "PairLine", "SidesLine", "pairs", "sides", "who_moved"]


class MovementLine(Record):
    """A party that said one thing and later another about the same step."""

    line: str = Field(description="the line's name in the page")
    party: str = Field(description="who moved")
    doer: str = Field(description="whose step it is")
    does: str = Field(description="the step")
    shift: Shift = Field(description="hardened, softened or reversed")
    text: str = Field(description="that, in a sentence with its days")
    before: Ids = Field(description="the statement before")
    after: Ids = Field(description="the statement after")
    first: dt.date = Field(description="day of the article before")
    last: dt.date = Field(description="day of the article after")


class SidesLine(Record):
    """Who is for a step, who against it, who on terms; only steps on which at least two parties are known."""

    line: str = Field(description="the line's name in the page")
    option: str = Field(description="option id")
    wanting: Ids = Field(description="parties for it")
    conditional: Ids = Field(description="parties that want it only on a condition, or are of two minds")
    against: Ids = Field(description="parties against it")
    assumed: Ids = Field(description="those of all these whose side the articles' words do not say")
    statements: Ids = Field(description="what they said")


class PairLine(Record):
    """On how many steps two parties are on the same side, and on how many on opposite sides."""

    one: str = Field(description="party id")
    other: str = Field(description="party id")
    same: int = Field(description="steps that both are for, or both against")
    opposed: int = Field(description="steps that one is for and the other against")


def who_moved(
    case: Case, statements: Iterable[Statement], articles: Iterable[Article], names: Names
) -> tuple[MovementLine, ...]:
    """Return the parties of *case* that hardened, softened or reversed, the latest first."""
    found = [one for one in movements(statements, articles) if one.party in case.parties]
    lines = []
    for number, one in enumerate(found, start=1):
        own = "its own step" if one.party == one.doer else f"a step of {names.of(one.doer)}"
        text = f"{capitalised(names.of(one.party))} {one.shift} on {own}, “{one.does}”, "
        text += f"between {day_words(one.first)} and {day_words(one.last)}."
        lines.append(
            MovementLine(
                line=f"movement-{number}", party=one.party, doer=one.doer, does=one.does, shift=one.shift, text=text,
                before=(one.before,), after=(one.after,), first=one.first, last=one.last,
            )
        )  # fmt: skip
    return tuple(lines)


def sides(options: Sequence[OptionLine]) -> tuple[SidesLine, ...]:
    """Return who stands where on each step on which at least two parties are known, contested steps first."""
    found = []
    for option in options:
        by_leaning = {
            leaning: tuple(cell.party for cell in option.cells if cell.leaning == leaning)
            for leaning in ("for", "against", "conditional", "both")
        }
        known = [cell for cell in option.cells if cell.leaning != "silent"]
        if len(known) > 1:
            found.append(
                SidesLine(
                    line=f"sides-{option.number}",
                    option=option.id,
                    wanting=by_leaning["for"],
                    conditional=(*by_leaning["conditional"], *by_leaning["both"]),
                    against=by_leaning["against"],
                    assumed=tuple(cell.party for cell in known if cell.assumed),
                    statements=tuple(dict.fromkeys(i for cell in known if not cell.assumed for i in cell.statements)),
                )
            )
    return tuple(sorted(found, key=lambda line: not (line.wanting and line.against)))


def pairs(parties: Sequence[PartyLine], lines: Sequence[SidesLine]) -> tuple[PairLine, ...]:
    """Return the pairs of parties with most steps in common, those on the same side before those opposed."""
    found = []
    for one, other in combinations([party.id for party in parties], 2):
        same = sum({one, other} <= set(side) for line in lines for side in (line.wanting, line.against))
        opposed = sum(
            (one in line.wanting and other in line.against) or (other in line.wanting and one in line.against)
            for line in lines
        )
        if same or opposed:
            found.append(PairLine(one=one, other=other, same=same, opposed=opposed))
    return tuple(sorted(found, key=lambda pair: (pair.opposed - pair.same, -pair.same, pair.one, pair.other)))
