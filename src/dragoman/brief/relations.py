"""Ties between parties, and views that articles attribute to somebody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from dragoman.brief.naming import Names
from dragoman.brief.record import Ids, Record
from dragoman.brief.saying import RELATION_WORDS
from dragoman.case.case import Case
from dragoman.statements.statement import Statement, Tie, View

__all__ = ["TieFamily", "TieLine", "ViewLine", "ties", "views"]

TieFamily = Literal["close", "hostile", "dependence"]
"""How a tie is drawn: friendly (full line), hostile (dashes), one side's hold on the other (dots)."""

_HOSTILE = {"rival", "mistrusts", "threatens", "deadlocked_with", "estranged_from", "sanctions"}
_DEPENDENCE = {
    "patron", "depends_on", "leverage_over", "subordinate_to", "sphere_of_influence", "supplies_labour_to",
}  # fmt: skip
_MUTUAL = {
    "ally", "trade_partner", "coordinates_with", "strategic_partner", "improving_relations", "rival",
    "deadlocked_with", "estranged_from", "adjacent",
}  # fmt: skip


class TieLine(Record):
    """A standing relation between two parties, with every statement that says so."""

    line: str = Field(description="the line's name in the page")
    from_: str = Field(alias="from", description="whom it goes out from")
    to: str = Field(description="whom it goes to")
    relation: str = Field(description="ally, rival, sanctions, ...")
    words: str = Field(description="the relation in words")
    family: TieFamily = Field(description="close, hostile or dependence")
    mutual: bool = Field(description="true where it holds both ways by its nature")
    time: str | None = Field(description="past, or a period, where the words say so")
    in_case: bool = Field(description="true where the case names it")
    statements: Ids = Field(description="the statements; empty where the case alone says so")


class ViewLine(Record):
    """A belief, motive or judgement, and whose it is."""

    line: str = Field(description="the line's name in the page")
    holder: Ids = Field(description='whose view it is; "author": the article\'s author')
    about: str | None = Field(description="what it is about")
    proposition: str = Field(description="what is believed or judged")
    motive: bool = Field(description="true where it says why somebody acts")
    statements: Ids = Field(description="the statements")


def _family(relation: str) -> TieFamily:
    if relation in _HOSTILE:
        return "hostile"
    return "dependence" if relation in _DEPENDENCE else "close"


def ties(statements: Iterable[Statement], case: Case, names: Names) -> tuple[TieLine, ...]:
    """Gather ties between the same two, of the same sort and time; those the case names are marked."""
    known: dict[str, Statement] = {statement.id: statement for statement in statements}
    found: dict[tuple[str, str, str, str | None], list[str]] = {}
    in_case = set()
    for line in case.ties:
        key = _ends(line.from_, line.to, line.relation, None)
        in_case.add(key)
        found.setdefault(key, []).extend(name for name in line.evidence if name in known)
    for tie in known.values():
        if isinstance(tie, Tie):
            for start in tie.from_:
                for end in tie.to:
                    found.setdefault(_ends(start, end, tie.relation, tie.time), []).append(tie.id)
    ordered = sorted(found, key=lambda key: (names.rank((key[0],)), names.rank((key[1],)), key[:3], key[3] or ""))
    return tuple(
        TieLine(
            line=f"tie-{number}",
            from_=key[0],
            to=key[1],
            relation=key[2],
            words=RELATION_WORDS.get(key[2], key[2].replace("_", " ")),
            family=_family(key[2]),
            mutual=key[2] in _MUTUAL,
            time=key[3],
            in_case=key in in_case,
            statements=tuple(dict.fromkeys(found[key])),
        )
        for number, key in enumerate(ordered, start=1)
        if key[0] != key[1]
    )


def _ends(start: str, end: str, relation: str, time: str | None) -> tuple[str, str, str, str | None]:
    first, second = (start, end) if relation not in _MUTUAL or start <= end else (end, start)
    return (first, second, relation, time)


def views(statements: Iterable[Statement], names: Names) -> tuple[ViewLine, ...]:
    """Views by holder, parties of the case first."""
    held = [statement for statement in statements if isinstance(statement, View)]
    return tuple(
        ViewLine(
            line=f"view-{number}",
            holder=view.holder,
            about=view.about,
            proposition=view.proposition,
            motive=view.motive,
            statements=(view.id,),
        )
        for number, view in enumerate(sorted(held, key=lambda view: (names.rank(view.holder), view.holder)), start=1)
    )
