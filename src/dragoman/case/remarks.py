"""What a reader of an analysis should know before relying on it: lines without effect, parties without a say."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from dragoman.case.case import Case
from dragoman.case.explaining import in_words, option_in_words
from dragoman.case.model import idle_parties, lines_counted
from dragoman.case.outcomes import LayerView
from dragoman.graph import parse
from dragoman.plain import listed

__all__ = ["remarks", "remarks_on_lines"]

_MOST_STATES = 1 << 17


def remarks(view: LayerView) -> tuple[str, ...]:
    """Return one sentence for each thing that is odd about the case, none that stops its analysis."""
    return (*remarks_on_lines(view.case), *_idle_lines(view))


def remarks_on_lines(case: Case) -> tuple[str, ...]:
    """Return those of them that can be seen without looking at states."""
    return (*_parties(case), *_evidence(case), *_unvalued(case))


def _parties(case: Case) -> Iterator[str]:
    idle = [case.parties[party].name for party in idle_parties(case)]
    if idle:
        yield f"{listed(idle)} can prefer but not move: no option is theirs."
    silent = [party.name for key, party in case.parties.items() if not lines_counted(case, key, "promises")]
    if silent:
        yield f"{listed(silent)} would stay anywhere: no preference is known."
    wordless = [
        party.name
        for key, party in case.parties.items()
        if lines_counted(case, key, "promises") and not lines_counted(case, key, "words")
    ]
    if wordless:
        yield f"Of {listed(wordless)} the articles’ words say no preference; all of theirs are assumed."


def _evidence(case: Case) -> Iterator[str]:
    bare = sum(line.basis == "words" and not line.evidence for lines in case.preferences.values() for line in lines)
    if bare:
        yield f"Lines said to come from the words that name no statement: {bare}."


def _unvalued(case: Case) -> Iterator[str]:
    named = {name for lines in case.preferences.values() for line in lines for name in parse(line.prefers).names}
    unvalued = [option for option in case.options if option not in named]
    if unvalued:
        yield f"No party has a preference about {listed(option_in_words(case, option) for option in unvalued)}."


def _idle_lines(view: LayerView) -> Iterator[str]:
    """Say which lines divide no states that the lines above them leave equal; asked only of models of usual size."""
    if len(view.model.states) > _MOST_STATES:
        return
    codes = view.model.states
    truth = {name: (codes >> np.uint32(bit)) & 1 == 1 for bit, name in enumerate(view.model.names)}
    for party in view.case.parties:
        ranks, size = np.zeros(len(codes), dtype=np.int64), 1
        for number, line in enumerate(lines_counted(view.case, party, view.layer), start=1):
            holds = np.broadcast_to(np.asarray(parse(line.prefers).truth(truth.__getitem__)), codes.shape)
            ranks = np.unique(ranks * 2 + holds, return_inverse=True)[1]
            grown = int(ranks.max()) + 1
            if grown == size:
                name, told = view.case.parties[party].name, in_words(view.case, line.prefers)
                yield f"Line {number} of {name}, {told}, changes nothing: what stands above it settles it."
            size = grown
