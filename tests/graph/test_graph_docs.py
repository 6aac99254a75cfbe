"""The library's page stays true."""

from __future__ import annotations

import contextlib
import io
import pkgutil
import re
from pathlib import Path

import dragoman.graph

PAGE = (Path(__file__).parents[2] / "docs" / "graph-model.md").read_text("utf-8")
INNER = {"comparison", "departure", "grid", "gridsim", "logic", "model", "moves", "option", "preference", "reach"} | {
    "search", "simultaneous", "stability", "states",
}  # fmt: skip


def test_the_example_on_the_page_runs() -> None:
    """What the page shows can be copied and run."""
    [code] = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "graph-model.md", "exec"), {})  # noqa: S102 - our own page
    assert "North stays: " in printed.getvalue()


def test_every_module_is_on_the_page() -> None:
    """Whoever adds a module for users says on the page what it is for."""
    modules = {module.name for module in pkgutil.iter_modules(dragoman.graph.__path__)}
    named = set(re.findall(r"`(\w+)`", PAGE.split("## Where things are")[1].split("## Limits")[0]))
    assert modules - INNER <= named


def test_everything_exported_is_on_the_page() -> None:
    """The names that the package exports are in the table, or are what those give and take."""
    parts = {
        "ALL_CONCEPTS",
        "CONCEPTS",
        "Concept",
        "Departure",
        "Expression",
        "Preference",
        "Stability",
        "State",
        "Step",
    }
    assert set(dragoman.graph.__all__) - parts - {"negation"} <= set(re.findall(r"`(\w+)`", PAGE))
