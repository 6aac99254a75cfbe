"""The brief in a few lines of plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.brief.document import Brief
from dragoman.brief.naming import shortened
from dragoman.brief.record import Sentence
from dragoman.plain import printable, wrapped

__all__ = ["summary"]

_NARROWEST: Final = 40
_WIDEST: Final = 100
_SIGNS: Final = {"for": "+", "against": "-", "conditional": "if", "both": "+-", "silent": "."}
_HEAD_SIZES: Final = (11, 7, 5)
_NARROWEST_MOVE: Final = 16
_MATRIX_ROWS: Final = 12
_MOVED_SHOWN: Final = 4
_SINCE_SHOWN: Final = 5


def summary(brief: Brief, *, width: int = 80) -> str:
    """Say the brief in plain text no wider than *width* columns (held between 40 and 100).

    Numbers in square brackets are the statements' numbers on the page. Control characters from articles are
    left out, so that no article can steer a terminal.
    """
    columns = max(_NARROWEST, min(width, _WIDEST))
    blocks = [
        _heading(brief, columns),
        *_group("About", brief.in_short.about, brief, columns),
        *_group("How things stand", brief.in_short.stands, brief, columns),
        *_group("What could move it", brief.in_short.moves, brief, columns),
        *_group("Who moved", _moved(brief), brief, columns),
        *_group("Since the last brief", brief.since.effects[:_SINCE_SHOWN] if brief.since else (), brief, columns),
        *_matrix(brief, columns),
        wrapped(f"Trust: {brief.trust.headline} {brief.trust.detail}".rstrip(), columns),
    ]
    return "\n\n".join(blocks) + "\n"


def _heading(brief: Brief, width: int) -> str:
    counts = ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in brief.counts.statements.items())
    number = brief.counts.articles
    articles = f"{number} article{'' if number == 1 else 's'}" if number else "A case without articles"
    title = wrapped(brief.title, width)
    rule = "=" * max(len(line) for line in title.splitlines() or [""])
    return f"{title}\n{rule}\n{wrapped(f'{articles}; {counts}' if counts else articles, width)}"


def _moved(brief: Brief) -> list[Sentence]:
    return [Sentence(text=line.text, statements=(*line.before, *line.after)) for line in brief.movements[:_MOVED_SHOWN]]


def _group(title: str, sentences: Iterable[Sentence], brief: Brief, width: int) -> Iterator[str]:
    numbers = {line.id: line.number for line in brief.statements}
    lines = []
    for sentence in sentences:
        found = sorted(numbers[name] for name in sentence.statements if name in numbers)
        refs = f" [{', '.join(map(str, found))}]" if found else ""
        lines.append(wrapped(sentence.text + refs, width, first="- ", rest="  "))
    if lines:
        yield "\n".join([title, *lines])


def _heads(brief: Brief, width: int) -> list[str]:
    """The names of the parties, or their ids where names take too much room, that leave some for the moves."""
    for size in _HEAD_SIZES:
        heads = [printable(shortened(party.name, size)) for party in brief.parties]
        if size < max(_HEAD_SIZES):
            heads = [_clipped(printable(party.id), size) for party in brief.parties]
        if width - sum(max(len(head), 3) + 2 for head in heads) >= _NARROWEST_MOVE and len({*heads}) == len(heads):
            return heads
    return []


def _clipped(text: str, size: int) -> str:
    return text if len(text) <= size else f"{text[: size - 1]}…"


def _matrix(brief: Brief, width: int) -> Iterator[str]:
    """Options by parties in signs; where it cannot fit, even with short heads, the way to it."""
    if not brief.options or not brief.parties:
        return
    heads = _heads(brief, width)
    if not heads:
        yield wrapped("Who wants what: on the page; too many parties for a table this wide.", width)
        return
    columns = [max(len(head), 3) for head in heads]
    left = width - sum(columns) - 2 * len(columns)
    rows = [wrapped("Who wants what (+ for, - against, if: on a condition, . not known; * taken now)", width)]
    rows.append(" " * left + "".join(f"  {head:<{size}}" for head, size in zip(heads, columns, strict=True)).rstrip())
    mover = None
    for option in brief.options[:_MATRIX_ROWS]:
        if option.party != mover:
            mover = option.party
            rows.append(printable(shortened(brief.names.get(mover, mover), left)))
        move = printable(shortened(option.does, left - 2))
        signs = "".join(f"  {_SIGNS[cell.leaning]:<{size}}" for cell, size in zip(option.cells, columns, strict=True))
        rows.append(f"{'*' if option.taken else ' '} {move:<{left - 2}}{signs}".rstrip())
    if len(brief.options) > _MATRIX_ROWS:
        rest = len(brief.options) - _MATRIX_ROWS
        rows.append(f"and {rest} more move{'' if rest == 1 else 's'}")
    yield "\n".join(rows)
