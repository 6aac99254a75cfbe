"""What a change of the case does: two cases analysed side by side, layer by layer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dragoman.case.analyse import refuse_too_large
from dragoman.case.analysis import LayerName
from dragoman.case.case import Case
from dragoman.case.changes import changes
from dragoman.case.effects import Effects, LayerEffect, OutcomeEffect
from dragoman.case.explaining import move_in_words
from dragoman.case.grounds import Hold
from dragoman.case.matching import matched, renamed
from dragoman.case.model import LAYERS
from dragoman.case.outcomes import LayerView

__all__ = ["effects_of"]

_MAIN: Final[LayerName] = "defaults"
_FIRMNESS: Final[dict[Hold, int]] = {"nash": 2, "seq": 1, "none": 0}


def effects_of(one: Case, other: Case, *, shown: int = 5) -> Effects:
    """Say in what *other* differs from *one*, and what that does to the outcomes; neither is modified.

    Options that are the same move under another id are matched first. Outcomes are the same where they agree on all
    options that both cases have. Of the outcomes that changed *shown* are listed in each layer: those that hold
    outright, or did, first, then the nearest to the status quo.

    Raises
    ------
    AnalysisError
        One of the cases cannot be analysed; see `dragoman.case.analyse.analyse`.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> from dragoman.case.setting import with_settings
    >>> case = parse_case('''
    ... title: The strait
    ... parties: {RUR: Ruritania, GRA: Graustark}
    ... options: {reopen: "RUR: reopen the strait", free: "GRA: free the crew"}
    ... preferences:
    ...   RUR: [free, not reopen]
    ...   GRA: [reopen, not free]
    ... ''')
    >>> effects = effects_of(case, with_settings(case, ["GRA:first=free"]))
    >>> layer = effects.layers["defaults"]
    >>> layer.status_quo, layer.outcomes[0].differs, layer.outcomes[0].after
    (('nash', 'none'), 'take up “free the crew”', 'nash')
    """
    before = renamed(one, matched(one, other))
    layers = {name: _layer(before, other, name, shown) for name in LAYERS}
    better, worse = _judged(before, other)
    common = len(set(before.options) & set(other.options))
    return Effects(
        title=other.title,
        changes=changes(before, other),
        unchanged=all(_same(layer) for layer in layers.values()),
        layers=layers,
        better_for=better,
        worse_for=worse,
        compared=f"Outcomes are compared by the {common} options that both cases have.",
    )


def _same(layer: LayerEffect) -> bool:
    return not layer.outcomes and layer.status_quo[0] == layer.status_quo[1] and layer.leavers[0] == layer.leavers[1]


def _layer(one: Case, other: Case, name: LayerName, shown: int) -> LayerEffect:
    earlier, later = _view(one, name), _view(other, name)
    common = [option for option in other.options if option in one.options]
    found = list(_changed(earlier, later, common))
    left, leave = _leavers(earlier), _leavers(later)
    return LayerEffect(
        name=name,
        status_quo=(earlier.hold(earlier.now), later.hold(later.now)),
        leavers=(left, leave),
        why=tuple(_why(later, [party for party in leave if party not in left])),
        counts=(_counts(earlier), _counts(later)),
        better_for_all=(_better(earlier), _better(later)),
        outcomes=tuple(found[:shown]),
        more=max(0, len(found) - shown),
    )


def _view(case: Case, name: LayerName) -> LayerView:
    refuse_too_large(len(case.options))
    view = LayerView(case, name)
    refuse_too_large(len(case.options), len(view.model.states))
    return view


def _counts(view: LayerView) -> dict[Hold, int]:
    return {"nash": view.found.count("nash"), "seq": view.found.count("seq")}


def _better(view: LayerView) -> int:
    return int(((view.gains >= 0).all(axis=0) & (view.gains > 0).any(axis=0)).sum())


def _leavers(view: LayerView) -> tuple[str, ...]:
    return tuple(dm for dm, concepts in view.found.at(view.now).items() if "seq" not in concepts)


def _why(view: LayerView, parties: Collection[str]) -> Iterator[str]:
    told = set()
    for departure in view.departures(view.now):
        if departure.party in parties and departure.answer is None and departure.party not in told:
            told.add(departure.party)
            yield departure.reason


def _changed(one: LayerView, other: LayerView, common: Collection[str]) -> Iterator[OutcomeEffect]:
    """Yield the outcomes whose firmness differs, those that (did) hold outright and the nearest first; not the now."""
    held, holds = _holding(one, common), _holding(other, common)
    entries = []
    for key in held.keys() | holds.keys():
        before, after = (found[key][0] if key in found else "none" for found in (held, holds))
        if before != after:
            view, state = (other, holds[key][1]) if _FIRMNESS[after] >= _FIRMNESS[before] else (one, held[key][1])
            if state == view.now:
                continue
            firmest = max(_FIRMNESS[before], _FIRMNESS[after])
            entries.append((-firmest, (state ^ view.now).bit_count(), sorted(key), before, after, view, state))
    for _, _, _, before, after, view, state in sorted(entries, key=lambda entry: entry[:3]):
        taken, now = view.model.taken(state), view.case.status_quo
        differs = move_in_words(view.case, [o for o in taken if o not in now], [o for o in now if o not in taken])
        yield OutcomeEffect(on=taken, differs=differs, before=before, after=after)


def _holding(view: LayerView, common: Collection[str]) -> dict[frozenset[str], tuple[Hold, int]]:
    """Give the states that hold by what is taken of the *common* options: the firmest and nearest of each."""
    found: dict[frozenset[str], tuple[Hold, int]] = {}
    outright = set(view.found.equilibria("nash"))
    held = {*outright, *view.found.equilibria("seq")}
    for state in sorted(held, key=lambda code: (code not in outright, (code ^ view.now).bit_count(), code)):
        key = frozenset(option for option in view.model.taken(state) if option in common)
        found.setdefault(key, ("nash" if state in outright else "seq", state))
    return found


def _judged(one: Case, other: Case) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say who prefers the later status quo to the earlier, and who the reverse, by their later preferences."""
    view = LayerView(other, _MAIN)
    earlier = view.model.code([option for option in one.status_quo if option in other.options])
    if earlier == view.now or not view.model.is_feasible(earlier):
        return (), ()
    column = view.gains[:, view.model.index(earlier)].tolist()
    gains = dict(zip(other.parties, column, strict=True))
    return (
        tuple(party for party, gain in gains.items() if gain < 0),
        tuple(party for party, gain in gains.items() if gain > 0),
    )
