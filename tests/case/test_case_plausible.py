"""The share of plausible orders in which outcomes hold, and how firmly they hold in each layer."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.case import plausible
from dragoman.case.analyse import analyse
from dragoman.case.file import load_case
from dragoman.case.model import LAYERS
from dragoman.case.outcomes import LayerView
from dragoman.case.plausible import how_likely
from dragoman.case.questions import lettered

KOREA = Path(__file__).parents[2] / "examples" / "korea-2019" / "case.yaml"


def test_one_by_one_gives_what_all_at_once_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few outcomes are examined by themselves; their shares are those of the examination of all states."""
    case = load_case(KOREA)
    view, few = LayerView(case, "defaults"), dict(list(lettered(analyse(case, shown=5)).items())[:2])
    one_by_one = how_likely(view, few, 6)
    monkeypatch.setattr(plausible, "_STATES_FOR_ONE", len(view.model.states))
    assert how_likely(view, few, 6) == one_by_one


def test_every_listed_outcome_says_how_firmly_it_holds_in_each_layer() -> None:
    """An outcome of one layer is looked up in the others, though they may not list it."""
    case = load_case(KOREA)
    analysis = analyse(case, shown=3)
    views = {name: LayerView(case, name) for name in LAYERS}
    for layer in analysis.layers.values():
        for outcome in (layer.status_quo, *layer.outcomes, *layer.better_for_all):
            state = views["words"].model.code(outcome.on)
            assert outcome.under == {name: view.hold(state) for name, view in views.items()}
