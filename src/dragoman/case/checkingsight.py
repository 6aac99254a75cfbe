"""Whether what parties misperceive fits the case: whose sight it is, what it hides, and what it adds."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.case.case import Misperception
from dragoman.case.complaining import Complaints, Path
from dragoman.errors import CaseError

__all__ = ["misperception_problems"]


def misperception_problems(complaints: Complaints) -> Iterator[CaseError]:
    """Yield what is wrong with the misperceptions of a case."""
    case = complaints.case
    movers = {option.party for option in case.options.values()}
    for party, seen in case.misperceptions.items():
        path = ("misperceptions", party)
        if party not in case.parties:
            yield complaints.unknown_party(party, path, key=True)
        elif party not in movers:
            problem = f"{party} controls no option, so that how it sees the conflict changes nothing. Leave it out"
            yield complaints.fail(path, problem, key=True)
        yield from _unseen(complaints, party, seen, path)
        yield from _imagined(complaints, seen, path)
        yield from _logic(complaints, party, seen, path)


def _unseen(complaints: Complaints, party: str, seen: Misperception, path: Path) -> Iterator[CaseError]:
    for number, option in enumerate(seen.unseen):
        line = complaints.case.options.get(option)
        if line is None:
            yield complaints.unknown_option(option, (*path, "unseen", number))
        elif line.party == party:
            problem = f'"{option}" is an option of {party} itself, which sees it. Only options of others can be unseen'
            yield complaints.fail((*path, "unseen", number), problem)


def _imagined(complaints: Complaints, seen: Misperception, path: Path) -> Iterator[CaseError]:
    for option, line in seen.imagined.items():
        where = (*path, "imagined", option)
        yield from complaints.bad_id(option, where)
        if option in complaints.case.options:
            problem = f'"{option}" is an option that there is. An imagined one needs another id'
            yield complaints.fail(where, problem, key=True)
        if line.party not in complaints.case.parties:
            yield complaints.unknown_party(line.party, (*where, "party"))


def _logic(complaints: Complaints, party: str, seen: Misperception, path: Path) -> Iterator[CaseError]:
    known = [*complaints.case.options, *seen.imagined]
    for number, line in enumerate(seen.infeasible):
        where = (*path, "infeasible", number, "when")
        rule = complaints.rule(line.when, where, known)
        if isinstance(rule, CaseError):
            yield rule
        yield from _hidden(complaints, party, line.when, where)
    for other, lines in seen.preferences.items():
        if other not in complaints.case.parties:
            yield complaints.unknown_party(other, (*path, "preferences", other), key=True)
        for number, wish in enumerate(lines):
            where = (*path, "preferences", other, number, "prefers")
            yield from complaints.preference(wish.prefers, where, known)
            yield from _hidden(complaints, party, wish.prefers, where)
        yield from complaints.strong_below_mild(lines, (*path, "preferences", other))


def _hidden(complaints: Complaints, party: str, text: str, path: Path) -> Iterator[CaseError]:
    """Say so where a line of what *party* sees names what it does not see."""
    seen = complaints.case.misperceptions[party]
    expression = complaints.read(text, path, [*complaints.case.options, *seen.imagined])
    for option in () if isinstance(expression, CaseError) else expression.names:
        if option in seen.unseen:
            problem = f'"{option}" is unseen by {party}, so that nothing it sees can hang on it. Take one of them out'
            yield complaints.fail(path, problem)
