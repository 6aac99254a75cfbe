"""What decides: where the layers part, and on which lines the status quo rests, by leaving lines out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.case.analysis import LayerName
from dragoman.case.case import Preference
from dragoman.case.explaining import in_words, move_in_words, quoted_line
from dragoman.case.model import lines_counted
from dragoman.case.outcomes import LayerView
from dragoman.graph import improvements, moves, parse
from dragoman.plain import listed

__all__ = ["Support", "supports", "what_decides"]

_LAYER = {
    "words": "on the words alone",
    "defaults": "with defaults and judgements",
    "promises": "if promises are also kept",
}
_CONCEPT = {
    "nash": "holds outright (Nash)",
    "seq": "holds if replies are foreseen (SEQ)",
    "smr": "holds if replies are feared that last (SMR)",
    "gmr": "holds if any reply is feared (GMR)",
}
_STRENGTH = ("nash", "seq", "smr", "gmr")
_NEW_OUTCOMES = 3
_NONE = "does not hold"


def what_decides(views: Mapping[LayerName, LayerView]) -> tuple[str, ...]:
    """Return plain sentences: how the status quo fares in each layer and why, and what each layer adds.

    A set of lines decides where leaving it out, and nothing less, turns the status quo from a state in which its
    party would stay (Nash) into one that it would leave.
    """
    told = [_status_quo(views), *_leavers(views["words"]), *_counts(views)]
    told += _rests_on(views["defaults"])
    told += _promised(views)
    return tuple(told)


@dataclass(frozen=True)
class Support:
    """The fewest lines whose absence would make a party leave the status quo, and the state it would leave for."""

    party: str
    lines: tuple[Preference, ...]
    to: int


def supports(view: LayerView) -> tuple[Support, ...]:
    """Return for each party that would stay (Nash) the fewest lines that keep it, found by leaving lines out.

    A party is missing where it would leave anyway, or where no line of its own is served by any move of its own:
    then nothing could make it move.
    """
    found: list[Support] = []
    for dm in view.model.dms:
        candidates = [] if improvements(view.model, view.now, dm) else list(_candidates(view, dm))
        if candidates:
            found.append(
                min(
                    candidates,
                    key=lambda support: (len(support.lines), (support.to ^ view.now).bit_count(), support.to),
                )
            )
    return tuple(found)


def _candidates(view: LayerView, dm: str) -> Iterator[Support]:
    """Yield for each state within reach of *dm* the lines that would have to go for it to be preferred."""
    lines = lines_counted(view.case, dm, view.layer)
    expressions = [parse(line.prefers) for line in lines]
    now = [expression.holds(set(view.case.status_quo)) for expression in expressions]
    for target in moves(view.model, view.now, dm):
        there = set(view.model.taken(target))
        against: list[Preference] = []
        for line, expression, holds in zip(lines, expressions, now, strict=True):
            if expression.holds(there) and not holds:
                yield Support(dm, tuple(against), target)
                break
            if holds and not expression.holds(there):
                against.append(line)


def _status_quo(views: Mapping[LayerName, LayerView]) -> str:
    verdicts: dict[str, list[str]] = {}
    for name, view in views.items():
        concepts = view.found.equilibrium_at(view.now)
        best = next((_CONCEPT[concept] for concept in _STRENGTH if concept in concepts), _NONE)
        verdicts.setdefault(best, []).append(_LAYER[name])
    if list(verdicts) == [_NONE]:
        return f"The status quo does not hold, neither {', nor '.join(_LAYER[name] for name in views)}."
    return f"The status quo {'; it '.join(f'{verdict} {listed(layers)}' for verdict, layers in verdicts.items())}."


def _leavers(view: LayerView) -> Iterator[str]:
    """Say who would leave the status quo on the words alone."""
    leavers = [view.case.parties[dm].name for dm in view.model.dms if improvements(view.model, view.now, dm)]
    if leavers:
        yield f"On the words alone {listed(leavers)} would leave the status quo, as far as its own move counts."


def _counts(views: Mapping[LayerName, LayerView]) -> Iterator[str]:
    counts = {name: view.found.count("nash") for name, view in views.items()}
    if len(set(counts.values())) > 1:
        told = [f"{counts[name]:,} {_LAYER[name]}" for name in views]
        yield f"Outcomes that hold outright (Nash): {listed(told)}; what was not said decides between them."


def _rests_on(view: LayerView) -> Iterator[str]:
    """Say on which lines the status quo rests, those of the words first, and who could not be moved at all."""
    found = supports(view)
    for support in sorted(found, key=lambda found: found.lines[0].basis != "words"):
        now, then = view.case.status_quo, view.model.taken(support.to)
        change = move_in_words(view.case, _new(now, then), _new(then, now))
        told = listed([_cited(view, line) for line in support.lines])
        name, many = view.case.parties[support.party].name, len(support.lines) > 1
        yield f"{name} stays because of {'these lines' if many else 'one line'}: {told}. Without, it would {change}."
    kept = {support.party for support in found}
    unmoved = [
        view.case.parties[dm].name
        for dm in view.model.dms
        if dm not in kept and not improvements(view.model, view.now, dm)
    ]
    if unmoved:
        yield f"No move of its own would bring {_either(unmoved)} anything it wants, whichever line is left out."


def _cited(view: LayerView, line: Preference) -> str:
    evidence = f" [{', '.join(line.evidence)}]" if line.evidence else ""
    return f"{quoted_line(view.case, line)}{evidence}"


def _either(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _promised(views: Mapping[LayerName, LayerView]) -> Iterator[str]:
    """Say which outcomes hold only if promises are kept, and whose promise each rests on."""
    before = set(views["defaults"].found.equilibria("nash"))
    view = views["promises"]
    new = [state for state in view.found.equilibria("nash") if state not in before]
    new.sort(key=lambda state: ((state ^ view.now).bit_count(), state))
    for state in new[:_NEW_OUTCOMES]:
        taken = view.model.taken(state)
        change = move_in_words(view.case, _new(view.case.status_quo, taken), _new(taken, view.case.status_quo))
        kept = [
            f"{view.case.parties[dm].name}’s promise {in_words(view.case, line.prefers)}"
            for dm, line in _promises(view)
            if parse(line.prefers).holds(taken) and not parse(line.prefers).holds(view.case.status_quo)
        ]
        rests = f" It rests on {listed(kept)}." if kept else ""
        yield f"Only if promises are kept does it hold outright (Nash) to {change or 'stay'}.{rests}"


def _promises(view: LayerView) -> Iterator[tuple[str, Preference]]:
    for dm in view.model.dms:
        for line in lines_counted(view.case, dm, view.layer):
            if line.basis == "promise":
                yield dm, line


def _new(before: Iterable[str], after: Iterable[str]) -> list[str]:
    old = set(before)
    return [option for option in after if option not in old]
