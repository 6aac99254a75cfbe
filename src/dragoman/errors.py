"""Everything that can go wrong, by meaning.

    DragomanError                 root: something the user can act on; one sentence, and where
    ├── SourceError               an article, file or folder cannot be taken in
    ├── ReadingError              the language pipeline or the reading of statements cannot go on
    ├── ModelError                a language model cannot be asked, or what it answered cannot be used
    ├── CaseError                 a case file, or a table of statements, is not well formed
    ├── LedgerError               a ledger cannot be opened, is damaged, or cannot take something in
    ├── AnalysisError             the conflict model cannot be analysed as it stands
    │   ├── LogicError            an expression over options cannot be read
    │   ├── InfeasibleModel       no state satisfies the model's constraints
    │   └── TooManyStates         more combinations than can be enumerated
    └── OutputError               a result cannot be written

    InternalError                 our fault: never caused by input; please report it

A message says what was found, where, what would be accepted and what to do.
"""

from __future__ import annotations

__all__ = [
    "AnalysisError",
    "CaseError",
    "DragomanError",
    "InfeasibleModel",
    "InternalError",
    "LedgerError",
    "LogicError",
    "ModelError",
    "OutputError",
    "ReadingError",
    "SourceError",
    "TooManyStates",
]


class DragomanError(Exception):
    """Root of every error caused by input; its text is one sentence for the user."""


class SourceError(DragomanError):
    """An article, file or folder cannot be taken in.

    ``source`` names the file, folder or line.
    """

    def __init__(self, message: str, *, source: str = "") -> None:
        super().__init__(message)
        self.source = source


class ReadingError(DragomanError):
    """The language pipeline cannot be loaded, or a text cannot be read."""


class ModelError(DragomanError):
    """A language model cannot be asked, or what it answered cannot be used."""


class CaseError(DragomanError):
    """A case file or a file of statements is not well formed; ``line`` counts from 1, or is None."""

    def __init__(self, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


class LedgerError(DragomanError):
    """A ledger cannot be opened or written, is damaged or newer, or cannot take something in."""


class AnalysisError(DragomanError):
    """The conflict model cannot be analysed as it stands."""


class LogicError(AnalysisError):
    """An expression over options cannot be read; ``position`` counts characters from 0."""

    def __init__(self, message: str, *, expression: str = "", position: int = 0) -> None:
        super().__init__(message)
        self.expression = expression
        self.position = position


class InfeasibleModel(AnalysisError):  # noqa: N818 - the field's word, and it reads better in a traceback
    """No state satisfies the model's constraints, or a state that was named does not."""


class TooManyStates(AnalysisError):  # noqa: N818 - likewise
    """More combinations of options than can be enumerated."""


class OutputError(DragomanError):
    """A result cannot be written."""


class InternalError(Exception):
    """Our fault: something that no input should be able to cause."""
