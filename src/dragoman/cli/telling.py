"""Statements in words, for the terminal."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.statements.statement import Statement

__all__ = ["teller"]


def teller() -> Callable[[Statement], str]:
    """A function that says in one line what a statement says, parties by the names that the lists have for them."""
    from dragoman.brief.naming import Names as Shown  # noqa: PLC0415 - a command loads what it needs
    from dragoman.brief.saying import says  # noqa: PLC0415
    from dragoman.case.case import Case  # noqa: PLC0415
    from dragoman.language.parties import Names  # noqa: PLC0415
    from dragoman.ledger.rows import party_rows  # noqa: PLC0415

    lists = Names.load()
    nobody = Case(title="", parties={}, options={})

    def tell(statement: Statement) -> str:
        parties = {row["party"] for row in party_rows(statement, day="") if ":" not in row["party"]}
        return says(statement, Shown(nobody, {party: lists.label(party) for party in sorted(parties)}))[0]

    return tell
