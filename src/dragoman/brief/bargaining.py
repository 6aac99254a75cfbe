"""What is on the table: offers, demands, refusals, promises, support and opposition, conditions and deadlines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pydantic import Field

from dragoman.brief.calendar import read_date
from dragoman.brief.naming import Names
from dragoman.brief.record import Ids, Record
from dragoman.brief.saying import condition_words
from dragoman.case.case import Case
from dragoman.statements.statement import Position, Stance, Statement

__all__ = ["STANCE_ORDER", "DeadlineLine", "PositionLine", "deadlines", "positions"]

STANCE_ORDER: tuple[Stance, ...] = ("offer", "demand", "refuse", "promise", "support", "oppose")


class PositionLine(Record):
    """A holder's stance on an action, with every statement that says the same."""

    line: str = Field(description="the line's name in the page")
    stance: Stance = Field(description="offer, demand, refuse, promise, support or oppose")
    holder: Ids = Field(description="whose stance it is")
    doer: Ids = Field(description="who would act")
    action: str = Field(description="the action, a verb phrase")
    recipient: Ids = Field(description="whom it is for or against")
    condition: str | None = Field(description="what it hangs on, in words")
    degree: str | None = Field(description="partial or full, where the words say so")
    deadline: str | None = Field(description="by when: ISO date, or words")
    option: str | None = Field(description="the case's option that rests on it, if any")
    statements: Ids = Field(description="the statements")


class DeadlineLine(Record):
    """A date by which somebody wants something."""

    line: str = Field(description="the line's name in the page")
    date: str = Field(description="ISO date or its beginning, or words")
    when: str = Field(description="the date as it is written on the page")
    by: Ids = Field(description="who set it")
    on: Ids = Field(description="who is to act")
    about: str = Field(description="what is to be done")
    statements: Ids = Field(description="the statements")


def _same(position: Position) -> tuple[object, ...]:
    condition = position.condition
    hangs = (condition.type, condition.doer, condition.action) if condition else None
    action = " ".join(position.action.casefold().split())
    return (position.stance, position.holder, position.doer, action, hangs, position.degree, position.deadline)


def positions(statements: Iterable[Statement], case: Case, names: Names) -> tuple[PositionLine, ...]:
    """Gather positions that say the same; by stance, then party, then how often they were said."""
    groups: dict[tuple[object, ...], list[Position]] = defaultdict(list)
    for statement in statements:
        if isinstance(statement, Position):
            groups[_same(statement)].append(statement)
    option_of = {found: option for option, line in reversed(case.options.items()) for found in line.evidence}

    def key(group: Sequence[Position]) -> tuple[int, int, int]:
        places = sum(len(position.evidence) for position in group)
        return (STANCE_ORDER.index(group[0].stance), names.rank(group[0].holder), -places)

    return tuple(
        _line(group, number, option_of, names) for number, group in enumerate(sorted(groups.values(), key=key), start=1)
    )


def _line(group: Sequence[Position], number: int, option_of: Mapping[str, str], names: Names) -> PositionLine:
    first = group[0]
    return PositionLine(
        line=f"position-{number}",
        stance=first.stance,
        holder=first.holder,
        doer=first.doer,
        action=first.action,
        recipient=first.recipient,
        condition=condition_words(first.condition, names) if first.condition else None,
        degree=first.degree,
        deadline=first.deadline,
        option=next((option_of[position.id] for position in group if position.id in option_of), None),
        statements=tuple(position.id for position in group),
    )


def deadlines(case: Case, lines: Iterable[PositionLine], known: Mapping[str, Statement]) -> tuple[DeadlineLine, ...]:
    """The case's deadlines, then those of positions that the case does not cite; by date, words last."""
    found: list[tuple[str, Ids, Ids, str, Ids]] = []
    cited: set[str] = set()
    for deadline in case.deadlines:
        ids = tuple(dict.fromkeys(name for name in deadline.evidence if name in known))
        cited.update(ids)
        found.append((deadline.date, deadline.by, deadline.on, deadline.about, ids))
    for line in lines:
        if line.deadline and not cited.intersection(line.statements):
            found.append((line.deadline, line.holder, line.doer, line.action, line.statements))
    return tuple(
        DeadlineLine(
            line=f"deadline-{number}",
            date=date,
            when=read_date(date).words,
            by=by,
            on=on,
            about=about,
            statements=ids,
        )
        for number, (date, by, on, about, ids) in enumerate(sorted(found, key=lambda x: read_date(x[0]).key), start=1)
    )
