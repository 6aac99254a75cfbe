"""Whether the lines of a case fit together: ids that exist, logic that can be true, a status quo that can be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from dragoman.case.case import Case
from dragoman.case.checkingsight import misperception_problems
from dragoman.case.complaining import Complaints, Path
from dragoman.errors import CaseError
from dragoman.graph import Expression
from dragoman.yaml_tree import Node

__all__ = ["check_case"]

_TOP = Node({}, 1)


def check_case(case: Case, tree: Node = _TOP, *, source: str = "case") -> None:
    """Raise the first thing, in the order of the file, that keeps *case* from being a conflict model.

    *tree* gives the lines for the message; without it only the names are said.

    Raises
    ------
    CaseError
        An id that is not one; an option, a preference or a tie of an unknown party; logic that cannot be read, names
        an unknown option, is always or never true; a status quo that is not feasible; a strong line below one that is
        not; a misperception of what is not there; a worth whose last part is not the whole; a place outside its scale.

    Examples
    --------
    >>> from dragoman.case.case import Option, Party
    >>> options = {"open": Option(party="RUR", does="open the strait")}
    >>> case = Case(title="Strait", parties={"RUR": Party(name="Ruritania")}, options=options, status_quo=("opne",))
    >>> check_case(case, source="strait.yaml")
    Traceback (most recent call last):
        ...
    dragoman.errors.CaseError: strait.yaml, line 1: "opne" is not an option. The options: open (did you mean \
this one?). Declare or rename it.
    """
    problems = list(_Checker(Complaints(case, tree, source)).problems())
    if problems:
        raise min(problems, key=lambda problem: problem.line or 0)


class _Checker:
    def __init__(self, complaints: Complaints) -> None:
        self.case = complaints.case
        self.say = complaints

    def problems(self) -> Iterator[CaseError]:
        yield from self._ids()
        yield from self._option_parties()
        rules = [
            self.say.rule(line.when, ("infeasible", number, "when")) for number, line in enumerate(self.case.infeasible)
        ]
        yield from (rule for rule in rules if isinstance(rule, CaseError))
        yield from self._status_quo([rule for rule in rules if isinstance(rule, Expression)])
        yield from self._preferences()
        yield from misperception_problems(self.say)
        yield from self._worths()
        yield from self._issues()
        yield from self._party_lists()

    def _ids(self) -> Iterator[CaseError]:
        for option in self.case.options:
            yield from self.say.bad_id(option, ("options", option))
        for party in self.case.parties:
            if not party.strip():
                yield self.say.fail(("parties", party), "a party's id is empty. Name it", key=True)

    def _option_parties(self) -> Iterator[CaseError]:
        for option, line in self.case.options.items():
            if line.party not in self.case.parties:
                yield self.say.unknown_party(line.party, ("options", option, "party"))
            for number, party in enumerate(line.carries):
                if party not in self.case.parties:
                    yield self.say.unknown_party(party, ("options", option, "carries", number))
            for field, served in (("holds", line.holds), ("verifies", line.verifies)):
                for number, other in enumerate(served):
                    if other not in self.case.options:
                        yield self.say.unknown_option(other, ("options", option, field, number))

    def _status_quo(self, rules: Sequence[Expression]) -> Iterator[CaseError]:
        for number, option in enumerate(self.case.status_quo):
            if option not in self.case.options:
                yield self.say.unknown_option(option, ("status_quo", number))
        taken = set(self.case.status_quo)
        for rule in rules:
            if rule.holds(taken):
                problem = f'the status quo is infeasible: "{rule}" is true in it. Change it or the infeasible line'
                yield self.say.fail(("status_quo",), problem, key=True)

    def _preferences(self) -> Iterator[CaseError]:
        for party, lines in self.case.preferences.items():
            path = ("preferences", party)
            if party not in self.case.parties:
                yield self.say.unknown_party(party, path, key=True)
            for number, line in enumerate(lines):
                yield from self.say.preference(line.prefers, (*path, number, "prefers"))
            yield from self.say.strong_below_mild(lines, path)

    def _worths(self) -> Iterator[CaseError]:
        for party, worths in self.case.worths.items():
            if party not in self.case.parties:
                yield self.say.unknown_party(party, ("worths", party), key=True)
            for option, worth in worths.items():
                path = ("worths", party, option)
                if option not in self.case.options:
                    yield self.say.unknown_option(option, path)
                elif worth.parts and worth.parts[-1] != worth.whole:
                    problem = (
                        f"the last part is worth {worth.parts[-1]:g} and the whole {worth.whole:g}. Make them equal"
                    )
                    yield self.say.fail((*path, "parts"), problem)

    def _issues(self) -> Iterator[CaseError]:
        for name, issue in self.case.issues.items():
            ends = sorted(issue.scale)
            if len(ends) < 2 or not all(map(math.isfinite, ends)):
                problem = f'the scale of "{name}" needs at least its two ends: {{0: one end, 100: the other}}'
                yield self.say.fail(("issues", name, "scale"), problem, key=True)
                continue
            if issue.status_quo is not None and not ends[0] <= issue.status_quo <= ends[-1]:
                problem = f"status quo {issue.status_quo:g} is off the scale, {ends[0]:g} to {ends[-1]:g}. Correct it"
                yield self.say.fail(("issues", name, "status_quo"), problem)
            for party, place in issue.places.items():
                path = ("issues", name, "places", party)
                if party not in self.case.parties:
                    yield self.say.unknown_party(party, path, key=True)
                if not ends[0] <= place.position <= ends[-1]:
                    problem = f"position {place.position:g} is off the scale, {ends[0]:g} to {ends[-1]:g}. Correct it"
                    yield self.say.fail((*path, "position"), problem)

    def _party_lists(self) -> Iterator[CaseError]:
        named: list[tuple[Path, Iterable[str]]] = [
            (("vetoes", number), (party,)) for number, party in enumerate(self.case.vetoes)
        ]
        for number, tie in enumerate(self.case.ties):
            named += [(("ties", number, "from"), (tie.from_,)), (("ties", number, "to"), (tie.to,))]
        for number, deadline in enumerate(self.case.deadlines):
            named += [(("deadlines", number, "by"), deadline.by), (("deadlines", number, "on"), deadline.on)]
        for path, parties in named:
            yield from (self.say.unknown_party(party, path) for party in parties if party not in self.case.parties)
