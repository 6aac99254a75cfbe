"""Who wants what: each party's priorities in words, and where each party stands on each option."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from pydantic import Field

from dragoman.brief.naming import Names, shortened
from dragoman.brief.record import Ids, Record
from dragoman.case.case import Basis, Case, Preference
from dragoman.graph.logic import Expression, parse
from dragoman.statements.statement import Position, Stance, Statement

__all__ = [
    "Cell",
    "CellStance",
    "Leaning",
    "LogicPart",
    "OptionLine",
    "PartyLine",
    "Priority",
    "leans_against",
    "logic_parts",
    "options",
    "parties",
]

Leaning = Literal["for", "against", "conditional", "both", "silent"]
"""Where a party stands on an option; ``both``: what it says points both ways; ``silent``: nothing is known."""

_FOR: frozenset[Stance] = frozenset({"support", "demand", "offer", "promise"})
_NAME = re.compile(r'("[^"\n]+"|\w+)')


class LogicPart(Record):
    """A stretch of a priority in words: plain, or the name of an option."""

    text: str = Field(description="the words")
    option: str | None = Field(default=None, description="the option that the words name")


class Priority(Record):
    """One line of a party's prioritised list."""

    line: str = Field(description="the line's name in the page")
    logic: str = Field(description="the line as the case has it, over option ids")
    parts: tuple[LogicPart, ...] = Field(description="the same in words; joined, they read as a line")
    basis: Basis = Field(description="words, default, judgement or promise")
    note: str | None = Field(description="the case's remark")
    statements: Ids = Field(description="statements it rests on")


class PartyLine(Record):
    """A party of the case."""

    number: int = Field(description="its place in the case, from 1; its colour and letter follow it")
    id: str = Field(description="party id")
    name: str = Field(description="what it is called")
    persons: tuple[str, ...] = Field(description="who speaks or acts for it")
    note: str | None = Field(description="the case's remark")
    statements: Ids = Field(description="statements that make it a party")
    priorities: tuple[Priority, ...] = Field(description="what it would rather have, most important first")


class CellStance(Record):
    """A stance that a party took on an option, with the places that say so."""

    stance: Stance = Field(description="support, oppose, demand, offer, refuse or promise")
    quote: str = Field(description="telling words of the first, cut short")
    conditional: bool = Field(description="whether it hangs on a condition")
    statements: Ids = Field(description="the statements")


class Cell(Record):
    """Where one party stands on one option."""

    party: str = Field(description="party id")
    leaning: Leaning = Field(description="for, against, conditional, both or silent")
    assumed: bool = Field(description="true where only defaults or judgements say so, not the words")
    own: bool = Field(description="true where the party itself controls the option")
    stances: tuple[CellStance, ...] = Field(description="what it said of it")
    priorities: tuple[str, ...] = Field(description="names of its priorities that speak of the option")
    statements: Ids = Field(description="all statements behind the cell")


class OptionLine(Record):
    """An option, and every party's place on it."""

    number: int = Field(description="its place in the case, from 1")
    line: str = Field(description="the line's name in the page")
    id: str = Field(description="option id")
    party: str = Field(description="id of the party that controls it")
    does: str = Field(description="the move")
    one_way: bool = Field(description="true where it cannot be taken back")
    taken: bool = Field(description="true where it is taken now")
    basis: Basis = Field(description="where the option comes from")
    note: str | None = Field(description="the case's remark")
    statements: Ids = Field(description="statements it rests on")
    cells: tuple[Cell, ...] = Field(description="one for each party, in the case's order")


def logic_parts(logic: str, case: Case, names: Names, *, party: str | None = None) -> tuple[LogicPart, ...]:
    """Put the moves in the place of option ids: ``not reopen`` becomes ``not``, *Ruritania: reopen the strait*.

    The *party*'s own moves go without its name.
    """
    parts = []
    for text in _NAME.split(_with_unless(logic)):
        option = text.strip('"')
        if option in case.options:
            move = case.options[option]
            doer = "" if move.party == party else f"{names.of(move.party)}: "
            parts.append(LogicPart(text=f"{doer}{move.does}", option=option))
        elif text:
            parts.append(LogicPart(text=re.sub(r"\biff\b", "exactly if", text)))
    return tuple(parts)


def _with_unless(logic: str) -> str:
    """Write ``A if not B`` as ``A unless B``, which says the same and reads better."""
    wish = _parse(logic)
    if wish.operator == "if" and wish.parts[1].operator == "not":
        return str(Expression("unless", (wish.parts[0], wish.parts[1].parts[0])))
    return logic


def parties(case: Case, names: Names, known: Mapping[str, Statement]) -> tuple[PartyLine, ...]:
    """The parties with their priorities; ids of statements that are not *known* are left out."""
    return tuple(
        PartyLine(
            number=number,
            id=party,
            name=line.name,
            persons=line.persons,
            note=line.note,
            statements=_known(line.evidence, known),
            priorities=tuple(
                Priority(
                    line=f"priority-{number}-{index}",
                    logic=wish.prefers,
                    parts=logic_parts(wish.prefers, case, names, party=party),
                    basis=wish.basis,
                    note=wish.note,
                    statements=_known(wish.evidence, known),
                )
                for index, wish in enumerate(case.preferences.get(party, ()), start=1)
            ),
        )
        for number, (party, line) in enumerate(case.parties.items(), start=1)
    )


def _known(ids: Iterable[str], known: Mapping[str, Statement]) -> Ids:
    return tuple(dict.fromkeys(found for found in ids if found in known))


def sense(wish: Expression, option: str) -> Literal["for", "against", "conditional"] | None:
    """Which way *wish* leans on *option*; None where it only names it as a condition, or not at all.

    >>> sense(parse("not relief unless disarm"), "relief"), sense(parse("not relief unless disarm"), "disarm")
    ('conditional', None)
    >>> sense(parse("not (tests or drills)"), "drills"), sense(parse("talks and relief"), "relief")
    ('against', 'for')
    """
    if wish.operator == "name":
        return "for" if wish.name == option else None
    if wish.operator in ("if", "unless", "iff"):
        parts = wish.parts if wish.operator == "iff" else wish.parts[:1]
        return "conditional" if any(option in part.names for part in parts) else None
    found = next((lean for lean in (sense(part, option) for part in wish.parts) if lean), None)
    if wish.operator == "not" and found != "conditional":
        return {"for": "against", "against": "for"}.get(found or "")  # type: ignore[return-value]
    return found


def leans_against(wish: Priority, option: str) -> bool:
    """True where *wish* would rather not have *option*, or only on a condition."""
    return sense(_parse(wish.logic), option) in {"against", "conditional"}


def _leaning(leans: Sequence[str]) -> Leaning:
    found = set(leans)
    if "conditional" in found:
        return "conditional"
    if found == {"for", "against"}:
        return "both"
    if found == {"for"}:
        return "for"
    return "against" if found else "silent"


def _wishes(wishes: Iterable[Preference], option: str, bases: frozenset[str]) -> list[str]:
    leans = (sense(_parsed(wish), option) for wish in wishes if wish.basis in bases)
    return [lean for lean in leans if lean]


@lru_cache(maxsize=4096)
def _parse(logic: str) -> Expression:
    return parse(logic)


def _parsed(wish: Preference) -> Expression:
    return _parse(wish.prefers)


def _said(party: str, spoken: Sequence[Position], names: Names) -> tuple[CellStance, ...]:
    own = [said for said in spoken if any(names.party(holder) == party for holder in said.holder)]
    found = []
    for stance in dict.fromkeys(said.stance for said in own):
        group = [said for said in own if said.stance == stance]
        found.append(
            CellStance(
                stance=stance,
                quote=shortened(group[0].quote),
                conditional=any(said.condition for said in group),
                statements=tuple(said.id for said in group),
            )
        )
    return tuple(found)


def _cell(party: PartyLine, option: str, case: Case, spoken: Sequence[Position], names: Names) -> Cell:
    stances = _said(party.id, spoken, names)
    wishes = case.preferences.get(party.id, ())
    said = [
        "conditional" if stance.conditional else "for" if stance.stance in _FOR else "against" for stance in stances
    ]
    leans = _wishes(wishes, option, frozenset({"words"})) or said
    assumed = _wishes(wishes, option, frozenset({"default", "judgement"}))
    named = [wish for wish in party.priorities if any(part.option == option for part in wish.parts)]
    ids = [*(found for said in stances for found in said.statements), *(i for wish in named for i in wish.statements)]
    return Cell(
        party=party.id,
        leaning=_leaning(leans or assumed),
        assumed=not leans and bool(assumed),
        own=case.options[option].party == party.id,
        stances=stances,
        priorities=tuple(wish.line for wish in named),
        statements=tuple(dict.fromkeys(ids)),
    )


def options(
    case: Case, lines: Sequence[PartyLine], names: Names, known: Mapping[str, Statement]
) -> tuple[OptionLine, ...]:
    """The options in the case's order, each with a cell for each of the parties in *lines*."""
    found = []
    for number, (option, line) in enumerate(case.options.items(), start=1):
        ids = _known(line.evidence, known)
        spoken = [statement for statement in map(known.__getitem__, ids) if isinstance(statement, Position)]
        found.append(
            OptionLine(
                number=number,
                line=f"option-{number}",
                id=option,
                party=line.party,
                does=line.does,
                one_way=line.one_way,
                taken=option in case.status_quo,
                basis=line.basis,
                note=line.note,
                statements=ids,
                cells=tuple(_cell(party, option, case, spoken, names) for party in lines),
            )
        )
    return tuple(found)
