"""What tells a ledger from other files: to look takes no database, so that commands without a ledger load none."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["is_ledger"]

_HEADER: Final = b"SQLite format 3\x00"


def is_ledger(path: str | Path) -> bool:
    """Say whether *path* is to be taken for a ledger: by its first bytes, or by its name where there is no such file.

    >>> is_ledger("statements.jsonl"), is_ledger("project.dragoman")
    (False, True)
    """
    place = Path(path)
    try:
        with place.open("rb") as stream:
            return stream.read(len(_HEADER)) == _HEADER or place.suffix == ".dragoman"
    except (OSError, ValueError):
        return place.suffix == ".dragoman"
