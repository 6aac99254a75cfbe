"""What a change does to the outcomes, as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.case.changes import CaseChange
from dragoman.case.effects import Effects, LayerEffect
from dragoman.case.grounds import Hold
from dragoman.plain import listed, wrapped

__all__ = ["effect_sentences", "effects_text"]

_MAIN: Final[LayerName] = "defaults"
_OTHER: Final[dict[LayerName, str]] = {"words": "On the words alone", "promises": "If promises are also kept"}
_HOLD: Final[dict[Hold, str]] = {
    "nash": "hold: nobody gains by moving alone",
    "seq": "hold only because others’ own best replies would undo any gain",
    "none": "do not hold",
}
_BRIEFLY: Final[dict[Hold, tuple[str, str]]] = {
    "nash": ("hold", "held"),
    "seq": ("hold through replies", "held through replies"),
    "none": ("do not hold", "did not hold"),
}
_SHOWN_CHANGES: Final = 40


def effects_text(case: Case, effects: Effects, *, width: int = 80, quotes: Mapping[str, str] | None = None) -> str:
    """Say *effects* in plain text no wider than *width* columns; *case* is the later one.

    *quotes* gives the words of statements by id, as they are to be shown: the first that a change rests on stands
    under it. Control characters are left out, so that no article can steer a terminal.
    """
    blocks = [
        _block("What it does to the outcomes", [(text, "") for text in effect_sentences(case, effects)], width),
        _block("What is different", _changes(effects.changes, quotes or {}), width),
        wrapped(effects.compared, width),
    ]
    return "\n\n".join(blocks) + "\n"


def _block(title: str, lines: Sequence[tuple[str, str]], width: int) -> str:
    told = [wrapped(title, width)]
    for text, quote in lines:
        told.append(wrapped(text, width, first="- ", rest="  "))
        told += [wrapped(quote, width, first="    ", rest="    ")] if quote else []
    return "\n".join(told)


def _changes(found: Sequence[CaseChange], quotes: Mapping[str, str]) -> list[tuple[str, str]]:
    lines = []
    for change in found[:_SHOWN_CHANGES]:
        quote = next((quotes[name] for name in change.statements if name in quotes), "")
        lines.append((change.text, quote))
    if len(found) > _SHOWN_CHANGES:
        lines.append((f"And {len(found) - _SHOWN_CHANGES} more changes.", ""))
    return lines or [("Nothing: the two cases say the same.", "")]


def effect_sentences(case: Case, effects: Effects) -> tuple[str, ...]:
    """Say in plain sentences what the change does, with defaults and judgements first, then where other layers part."""
    if effects.unchanged:
        return ("Nothing: the same outcomes hold, as firmly as before, and nobody would leave who stayed.",)
    main = effects.layers[_MAIN]
    told = [*_moved(case, effects), *_layer(case, main)]
    for name, opening in _OTHER.items():
        if name in effects.layers:
            told.append(_other(effects.layers[name], main, opening))
    return tuple(told)


def _moved(case: Case, effects: Effects) -> Iterator[str]:
    better, worse = (_names(case, side) for side in (effects.better_for, effects.worse_for))
    if better or worse:
        sides = [f"better for {better}"] if better else []
        sides += [f"worse for {worse}"] if worse else []
        yield f"Things as they stand now are {listed(sides)} than they stood before, by what they prefer now."


def _layer(case: Case, layer: LayerEffect) -> Iterator[str]:
    before, after = layer.status_quo
    if before == after:
        yield f"As before, things as they stand {_HOLD[after]}."
    else:
        yield f"Things as they stand now {_HOLD[after]}. Before, they {_BRIEFLY[before][1]}."
    yield from layer.why
    calmed = [party for party in layer.leavers[0] if party not in layer.leavers[1]]
    if calmed:
        yield f"{_names(case, calmed)} would have left things as they stood, and would not now."
    for outcome in layer.outcomes:
        yield f"{_held(outcome.before, outcome.after)} to {outcome.differs}."
    if layer.more:
        yield f"And {layer.more:,} more outcomes hold, or no longer do."
    yield from _counted(layer)


def _held(before: Hold, after: Hold) -> str:
    """Say how firmly an outcome holds now, with the words that go before what it takes."""
    if before == "none":
        return "It now holds" if after == "nash" else "It now holds, through others’ replies,"
    if after == "none":
        return "It no longer holds"
    return "It now holds outright" if after == "nash" else "It holds now only through others’ replies"


def _counted(layer: LayerEffect) -> Iterator[str]:
    before, after = layer.counts
    if before != after:
        yield f"In all {after['nash']:,} outcomes hold outright, {before['nash']:,} before."
    worse, better = layer.better_for_all
    if worse != better:
        told = {0: "No outcome is", 1: "One outcome is"}.get(better, f"{better:,} outcomes are")
        yield f"{told} better for some and worse for none than things as they stand; before, {worse:,}."


def _other(layer: LayerEffect, main: LayerEffect, opening: str) -> str:
    before, after = layer.status_quo
    if layer.status_quo == main.status_quo and layer.counts == main.counts:
        return f"{opening}: the same."
    told = _BRIEFLY[after][0] + ("" if before == after else f" ({_BRIEFLY[before][1]} before)")
    held, holds = layer.counts[0]["nash"], layer.counts[1]["nash"]
    outcomes = f"{holds:,} outcomes hold outright" + (f", {held:,} before" if held != holds else ", as before")
    return f"{opening}: things as they stand {told}; {outcomes}."


def _names(case: Case, parties: Sequence[str]) -> str:
    return listed([case.parties[party].name if party in case.parties else party for party in parties])
