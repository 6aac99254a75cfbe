"""Whether the lines of a case fit together: ids that exist, logic that can be true, a status quo that can be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from dragoman.case.case import Case
from dragoman.case.reading import among, fail
from dragoman.errors import CaseError, LogicError
from dragoman.graph import logic
from dragoman.yaml_tree import Node

__all__ = ["check_case", "settled"]

_ID = re.compile(r"\w+")
_RESERVED = {"not", "and", "or", "if", "iff", "unless"}
_MOST_NAMES = 14
_TOP = Node({}, 1)

Path = tuple[str | int, ...]


def check_case(case: Case, tree: Node = _TOP, *, source: str = "case") -> None:
    """Raise the first thing, in the order of the file, that keeps *case* from being a conflict model.

    *tree* gives the lines for the message; without it only the names are said.

    Raises
    ------
    CaseError
        An id that is not one; an option, a preference or a tie of an unknown party; logic that cannot be read, names
        an unknown option, is always or never true; a status quo that is not feasible; a worth whose last part is not
        the whole; a place outside its scale.

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
    problems = list(_Checker(case, tree, source).problems())
    if problems:
        raise min(problems, key=lambda problem: problem.line or 0)


class _Checker:
    def __init__(self, case: Case, tree: Node, source: str) -> None:
        self.case = case
        self.tree = tree
        self.source = source

    def problems(self) -> Iterator[CaseError]:
        yield from self._ids()
        yield from self._option_parties()
        rules = list(self._infeasible())
        yield from (rule for rule in rules if isinstance(rule, CaseError))
        yield from self._status_quo([rule for rule in rules if isinstance(rule, logic.Expression)])
        yield from self._preferences()
        yield from self._worths()
        yield from self._issues()
        yield from self._party_lists()

    def _fail(self, path: Path, problem: str, *, key: bool = False) -> CaseError:
        node = self.tree.at(path)
        return fail(self.source, node, problem, line=node.key_line if key else None)

    def _ids(self) -> Iterator[CaseError]:
        for option in self.case.options:
            if not _ID.fullmatch(option) or option.lower() in _RESERVED:
                problem = f'"{option[:80]}" cannot be an id: one word, and no word of the logic. Rename it'
                yield self._fail(("options", option), problem, key=True)
        for party in self.case.parties:
            if not party.strip():
                yield self._fail(("parties", party), "a party's id is empty. Name it", key=True)

    def _option_parties(self) -> Iterator[CaseError]:
        for option, line in self.case.options.items():
            if line.party not in self.case.parties:
                yield self._unknown_party(line.party, ("options", option, "party"))
            for number, party in enumerate(line.carries):
                if party not in self.case.parties:
                    yield self._unknown_party(party, ("options", option, "carries", number))
            for field, served in (("holds", line.holds), ("verifies", line.verifies)):
                for number, other in enumerate(served):
                    if other not in self.case.options:
                        yield self._unknown_option(other, ("options", option, field, number))

    def _unknown_party(self, party: str, path: Path, *, key: bool = False) -> CaseError:
        parties = among(self.case.parties, wanted=party)
        problem = f'"{party[:80]}" is not a party. The parties: {parties}. Declare or rename it'
        return self._fail(path, problem, key=key)

    def _unknown_option(self, option: str, path: Path, *, column: int | None = None) -> CaseError:
        options = among(self.case.options, wanted=option)
        problem = f'"{option[:80]}" is not an option. The options: {options}. Declare or rename it'
        return self._at_column(path, problem, column)

    def _at_column(self, path: Path, problem: str, position: int | None) -> CaseError:
        """Say *problem* with its column where the text stands in the file as it was read."""
        node = self.tree.at(path)
        if position is None or not node.exact:
            return self._fail(path, problem)
        where = f"{self.source}, line {node.line}, column {node.column + position}"
        return CaseError(f"{where}: {problem}.", line=node.line)

    def _infeasible(self) -> Iterator[CaseError | logic.Expression]:
        for number, line in enumerate(self.case.infeasible):
            path = ("infeasible", number, "when")
            rule = self._logic(line.when, path)
            known = settled(rule) if isinstance(rule, logic.Expression) else None
            if known is True:
                yield self._fail(path, f'"{line.when}" is always true, so that no state is left. Correct it')
            elif known is False:
                yield self._fail(path, f'"{line.when}" can never be true, so it rules nothing out. Correct it')
            else:
                yield rule

    def _logic(self, text: str, path: Path) -> logic.Expression | CaseError:
        try:
            expression = logic.parse(text)
        except LogicError as error:
            return self._at_column(path, str(error).rstrip("."), error.position)
        unknown = [name for name in expression.names if name not in self.case.options]
        if not unknown:
            return expression
        found = re.search(rf"\b{re.escape(unknown[0])}\b", text)
        return self._unknown_option(unknown[0], path, column=found.start() if found else None)

    def _status_quo(self, rules: Sequence[logic.Expression]) -> Iterator[CaseError]:
        for number, option in enumerate(self.case.status_quo):
            if option not in self.case.options:
                yield self._unknown_option(option, ("status_quo", number))
        taken = set(self.case.status_quo)
        for rule in rules:
            if rule.holds(taken):
                problem = f'the status quo is infeasible: "{rule}" is true in it. Change it or the infeasible line'
                yield self._fail(("status_quo",), problem, key=True)

    def _preferences(self) -> Iterator[CaseError]:
        for party, lines in self.case.preferences.items():
            if party not in self.case.parties:
                yield self._unknown_party(party, ("preferences", party), key=True)
            for number, line in enumerate(lines):
                yield from self._preference(line.prefers, ("preferences", party, number, "prefers"))

    def _preference(self, text: str, path: Path) -> Iterator[CaseError]:
        expression = self._logic(text, path)
        if isinstance(expression, CaseError):
            yield expression
            return
        known = settled(expression)
        if known is not None:
            word = "always" if known else "never"
            yield self._fail(path, f'"{text}" is {word} true, so nobody can prefer it. Correct or remove it')

    def _worths(self) -> Iterator[CaseError]:
        for party, worths in self.case.worths.items():
            if party not in self.case.parties:
                yield self._unknown_party(party, ("worths", party), key=True)
            for option, worth in worths.items():
                path = ("worths", party, option)
                if option not in self.case.options:
                    yield self._unknown_option(option, path)
                elif worth.parts and worth.parts[-1] != worth.whole:
                    problem = (
                        f"the last part is worth {worth.parts[-1]:g} and the whole {worth.whole:g}. Make them equal"
                    )
                    yield self._fail((*path, "parts"), problem)

    def _issues(self) -> Iterator[CaseError]:
        for name, issue in self.case.issues.items():
            ends = sorted(issue.scale)
            if len(ends) < 2 or not all(map(math.isfinite, ends)):
                problem = f'the scale of "{name}" needs at least its two ends: {{0: one end, 100: the other}}'
                yield self._fail(("issues", name, "scale"), problem, key=True)
                continue
            if issue.status_quo is not None and not ends[0] <= issue.status_quo <= ends[-1]:
                problem = f"status quo {issue.status_quo:g} is off the scale, {ends[0]:g} to {ends[-1]:g}. Correct it"
                yield self._fail(("issues", name, "status_quo"), problem)
            for party, place in issue.places.items():
                path = ("issues", name, "places", party)
                if party not in self.case.parties:
                    yield self._unknown_party(party, path, key=True)
                if not ends[0] <= place.position <= ends[-1]:
                    problem = f"position {place.position:g} is off the scale, {ends[0]:g} to {ends[-1]:g}. Correct it"
                    yield self._fail((*path, "position"), problem)

    def _party_lists(self) -> Iterator[CaseError]:
        named: list[tuple[Path, Iterable[str]]] = [
            (("vetoes", number), (party,)) for number, party in enumerate(self.case.vetoes)
        ]
        for number, tie in enumerate(self.case.ties):
            named += [(("ties", number, "from"), (tie.from_,)), (("ties", number, "to"), (tie.to,))]
        for number, deadline in enumerate(self.case.deadlines):
            named += [(("deadlines", number, "by"), deadline.by), (("deadlines", number, "on"), deadline.on)]
        for path, parties in named:
            yield from (self._unknown_party(party, path) for party in parties if party not in self.case.parties)


def settled(expression: logic.Expression) -> bool | None:
    """Return True where *expression* holds whatever is taken, False where it never does, None where it depends."""
    names = expression.names
    if len(names) > _MOST_NAMES:
        return None
    codes = np.arange(1 << len(names))
    truth = expression.truth({name: (codes >> bit) & 1 == 1 for bit, name in enumerate(names)}.__getitem__)
    if np.all(truth):
        return True
    return None if np.any(truth) else False
