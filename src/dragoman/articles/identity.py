"""Ids: the name by which an article is known to everything that quotes it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

__all__ = ["settle_ids", "shown"]

_UNFIT = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+")


def settle_ids(wanted: Sequence[str]) -> tuple[str, ...]:
    """Make ids unique in order: the first keeps its name, further ones get -2, -3 and so on.

    White space and control characters become a hyphen. A name that somebody else wants is never given away.

    >>> settle_ids(["talks", "talks", "talks-2", "my notes"])
    ('talks', 'talks-3', 'talks-2', 'my-notes')
    """
    names = [_UNFIT.sub("-", name).strip("-")[:200] or "article" for name in wanted]
    taken, seen = set(names), set[str]()
    ids: list[str] = []
    last = dict.fromkeys(names, 1)
    for name in names:
        if name not in seen:
            seen.add(name)
            ids.append(name)
            continue
        number = last[name] + 1
        while f"{name}-{number}" in taken:
            number += 1
        last[name] = number
        taken.add(f"{name}-{number}")
        ids.append(f"{name}-{number}")
    return tuple(ids)


def shown(path: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes its name is made of.

    >>> shown(Path("notes/talks.txt"))
    'notes/talks.txt'
    """
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
