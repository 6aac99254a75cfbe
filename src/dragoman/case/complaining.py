"""Problems of a case in sentences: what was found, where in the file, what would be accepted, and what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from dragoman.case.case import Case, Preference
from dragoman.case.reading import among, fail
from dragoman.errors import CaseError, LogicError
from dragoman.graph import logic
from dragoman.graph.settling import settled
from dragoman.yaml_tree import Node

__all__ = ["Complaints", "Path"]

Path = tuple[str | int, ...]

_ID = re.compile(r"\w+")
_RESERVED = {"not", "and", "or", "if", "iff", "unless"}


class Complaints:
    """Makes the errors of one case; *tree* gives their lines, *source* what the file is called."""

    def __init__(self, case: Case, tree: Node, source: str) -> None:
        self.case = case
        self.tree = tree
        self.source = source

    def fail(self, path: Path, problem: str, *, key: bool = False) -> CaseError:
        """Say *problem* of what stands at *path*, or of its key."""
        node = self.tree.at(path)
        return fail(self.source, node, problem, line=node.key_line if key else None)

    def bad_id(self, option: str, path: Path) -> Iterator[CaseError]:
        """Say so where *option* cannot be written in logic."""
        if not _ID.fullmatch(option) or option.lower() in _RESERVED:
            yield self.fail(
                path, f'"{option[:80]}" cannot be an id: one word, and no word of the logic. Rename it', key=True
            )

    def unknown_party(self, party: str, path: Path, *, key: bool = False) -> CaseError:
        """Say that *party* is none, and which there are."""
        parties = among(self.case.parties, wanted=party)
        problem = f'"{party[:80]}" is not a party. The parties: {parties}. Declare or rename it'
        return self.fail(path, problem, key=key)

    def unknown_option(
        self, option: str, path: Path, *, column: int | None = None, known: Collection[str] | None = None
    ) -> CaseError:
        """Say that *option* is none, and which there are, or are *known* to somebody."""
        options = among(self.case.options if known is None else known, wanted=option)
        problem = f'"{option[:80]}" is not an option. The options: {options}. Declare or rename it'
        return self._at_column(path, problem, column)

    def read(self, text: str, path: Path, known: Collection[str] | None = None) -> logic.Expression | CaseError:
        """Read *text* over the options, or over those *known* to somebody."""
        try:
            expression = logic.parse(text)
        except LogicError as error:
            return self._at_column(path, str(error).rstrip("."), error.position)
        options = self.case.options if known is None else known
        unknown = [name for name in expression.names if name not in options]
        if not unknown:
            return expression
        found = re.search(rf"\b{re.escape(unknown[0])}\b", text)
        return self.unknown_option(unknown[0], path, column=found.start() if found else None, known=known)

    def rule(self, text: str, path: Path, known: Collection[str] | None = None) -> logic.Expression | CaseError:
        """Read what cannot be; it must rule something out, and not everything."""
        rule = self.read(text, path, known)
        sure = settled(rule) if isinstance(rule, logic.Expression) else None
        if sure is True:
            return self.fail(path, f'"{text}" is always true, so that no state is left. Correct it')
        if sure is False:
            return self.fail(path, f'"{text}" can never be true, so it rules nothing out. Correct it')
        return rule

    def preference(self, text: str, path: Path, known: Collection[str] | None = None) -> Iterator[CaseError]:
        """Say what is wrong with a preference, if anything."""
        expression = self.read(text, path, known)
        if isinstance(expression, CaseError):
            yield expression
            return
        sure = settled(expression)
        if sure is not None:
            word = "always" if sure else "never"
            yield self.fail(path, f'"{text}" is {word} true, so nobody can prefer it. Correct or remove it')

    def strong_below_mild(self, lines: Sequence[Preference], path: Path) -> Iterator[CaseError]:
        """Say so where a strong line stands below one that is not: what stands higher matters more."""
        mild = next((number for number, line in enumerate(lines) if not line.strong), len(lines))
        for number, line in enumerate(lines[mild:], mild):
            if line.strong:
                problem = (
                    f'"{line.prefers}" is strong and stands below "{lines[mild].prefers}", which is not. What stands '
                    "higher matters more: move it up, or make those above it strong too"
                )
                yield self.fail((*path, number, "strong"), problem)

    def _at_column(self, path: Path, problem: str, position: int | None) -> CaseError:
        """Say *problem* with its column where the text stands in the file as it was read."""
        node = self.tree.at(path)
        if position is None or not node.exact:
            return self.fail(path, problem)
        where = f"{self.source}, line {node.line}, column {node.column + position}"
        return CaseError(f"{where}: {problem}.", line=node.line)
