"""The analysis of a case with very many options as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dragoman.case.case import Case
from dragoman.case.judged import compared_told, judged_told
from dragoman.case.largeanalysis import LargeAnalysis, LargeOutcome
from dragoman.case.stabilitylines import beside_now
from dragoman.plain import listed, printable, wrapped

__all__ = ["large_text"]

_TOLD: Final = 5


def large_text(case: Case, analysis: LargeAnalysis, *, width: int = 80) -> str:
    """Say *analysis* in plain text no wider than *width* columns."""
    title = wrapped(printable(analysis.title), width)
    blocks = [f"{title}\n{'=' * min(width, max(map(len, title.splitlines())))}"]
    for heading, lines in _told(case, analysis):
        blocks.append(
            "\n".join([wrapped(heading, width), *(wrapped(line, width, first="- ", rest="  ") for line in lines)])
        )
    return "\n\n".join(blocks)


def _told(case: Case, found: LargeAnalysis) -> Iterator[tuple[str, Iterable[str]]]:
    yield (
        "About",
        [
            f"{len(found.options)} options make {found.combinations:,} combinations, of which {found.states:,} can be. "
            "They are too many to be looked at one by one, and are held as decision diagrams: what is told here is "
            "exact, and less is told than of a smaller case."
        ],
    )
    now, *asked = found.verdicts
    yield "How things stand", [*judged_told(case, now), *_layers(case, found)]
    for verdict in asked:
        yield f"What was asked about: {beside_now(case, verdict.on)}", judged_told(case, verdict)
    yield "What holds", _holding(case, found)
    yield "What would be better for all than how things stand", _better(case, found)
    yield "Not computed", [f"{thing[0].upper()}{thing[1:]}." for thing in found.not_computed]
    if found.warnings:
        yield "To know before relying on it", found.warnings


def _layers(case: Case, found: LargeAnalysis) -> Iterator[str]:
    words, promises = found.layers["words"].leave, found.layers["promises"].leave
    for kind, leave in (("On the words alone", words), ("With promises kept", promises)):
        if leave != found.layers["defaults"].leave:
            who = (
                f"{_names(case, leave)} would gain by leaving alone" if leave else "nobody would gain by leaving alone"
            )
            yield f"{kind} {who}."


def _holding(case: Case, found: LargeAnalysis) -> Iterator[str]:
    counts = {name: layer.nash for name, layer in found.layers.items()}
    yield (
        f"Outcomes that no party gains by leaving alone (Nash), all counted: {counts['defaults']:,}; on the words "
        f"alone {counts['words']:,}, with promises kept {counts['promises']:,}."
    )
    yield from _nearest(case, found.outcomes)


def _better(case: Case, found: LargeAnalysis) -> Iterator[str]:
    yield f"Outcomes that are better for some party and worse for none, all counted: {found.better:,}."
    yield from _nearest(case, found.better_for_all)


def _nearest(case: Case, outcomes: Sequence[LargeOutcome]) -> Iterator[str]:
    for number, outcome in enumerate(outcomes[:_TOLD]):
        where = beside_now(case, outcome.on)
        first = "The nearest: " if number == 0 else ""
        holds = "" if outcome.nash else " Somebody would gain by leaving it alone."
        compared = compared_told(case, outcome.better_for, outcome.worse_for)
        yield f"{first}{where if first else where[0].upper() + where[1:]}. {compared}{holds}"


def _names(case: Case, parties: Iterable[str]) -> str:
    return listed([case.parties[party].name for party in parties])
