"""The conflict model of a case with its parties and options called by what they are and do, for sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.case.answers import Step
from dragoman.case.outcomes import LayerView
from dragoman.graph import ConflictModel, Expression, Option, Prioritised
from dragoman.graph.explanation import change
from dragoman.graph.logic import name
from dragoman.graph.search import Step as Move
from dragoman.plain import printable

__all__ = ["spoken", "told_steps", "worded_model"]

_LONGEST: Final = 150


def worded_model(view: LayerView) -> ConflictModel:
    """Give the model of *view* again, the same states and preferences, in words.

    Decision makers are called by their names and options by what they do, in quotation marks; where two would be called
    the same, the second bears its id too.
    """
    case, model = view.case, view.model
    dms = _distinct((dm, _clean(case.parties[dm].name)) for dm in model.dms)
    options = _distinct((option, f"“{_clean(case.options[option].does)}”") for option in model.names)
    return ConflictModel(
        dms.values(),
        [Option(options[o.name], dms[o.dm], one_way=o.one_way, no_return=o.no_return) for o in model.options],
        infeasible=[_renamed(expression, options) for expression in model.infeasible],
        preferences={
            dms[dm]: Prioritised(_renamed(model.read(line), options) for line in preference.statements)
            for dm, preference in zip(model.dms, model.preferences, strict=True)
            if isinstance(preference, Prioritised)
        },
    )


def told_steps(view: LayerView, worded: ConflictModel, steps: Iterable[Move]) -> tuple[Step, ...]:
    """Put moves from the status quo into records, one after the other."""
    told, at = [], view.now
    for step in steps:
        told.append(Step(party=step.dm, does=change(worded, at, step.to), to=view.model.taken(step.to)))
        at = step.to
    return tuple(told)


def spoken(text: str) -> str:
    """Drop the straight quotation marks that logic puts around names that have their own."""
    return text.replace('"“', "“").replace('”"', "”")


def _distinct(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, said in named:
        found[key] = said if said not in found.values() else f"{said} ({key})"
    return found


def _clean(text: str) -> str:
    plain = printable(text.replace('"', "'"))
    return (plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…").strip() or "?"


def _renamed(expression: Expression, names: dict[str, str]) -> Expression:
    if expression.operator == "name":
        return name(names[expression.name])
    return Expression(expression.operator, tuple(_renamed(part, names) for part in expression.parts))
