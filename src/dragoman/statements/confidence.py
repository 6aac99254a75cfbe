"""How sure a statement of the rules is: of those at 0.8 about four in five hold, as measured on marked articles."""

from __future__ import annotations

from functools import cache
from importlib import resources
from math import exp, log
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from dragoman.statements.cast import party_of
from dragoman.statements.statement import Act, Position, Statement, Tie, View

if TYPE_CHECKING:
    from dragoman.statements.around import Around

__all__ = ["Calibration", "family", "features", "shipped_calibration"]

_WEAKEST, _SUREST = 0.05, 0.95
"""No rule was ever tried often enough to be surer than that."""
_PLAIN = 0.5
"""How sure the rules are of a view that says what is, not how it is."""
_POINTING = ("the ", "this ", "that ", "these ", "those ")

_BEFORE, _BEHIND = 60, 20
"""Characters around the telling words in which a party is named beside them."""


class Calibration(BaseModel):
    """The weights that turn how sure a rule is of itself into the share of its finds that hold.

    A logistic curve over the features of :func:`features`; a feature that it does not know counts nothing. It is
    fitted by ``python -m training.calibrate`` on marked articles, each held out once for the table.

    References
    ----------
    Platt (1999), "Probabilistic outputs for support vector machines", for calibration by a logistic curve.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    weights: dict[str, float] = Field(description="by feature")
    articles: int = Field(default=0, description="marked articles it was fitted on")
    statements: int = Field(default=0, description="statements read in them, each right or wrong")
    brier: dict[str, float] = Field(
        default_factory=dict, description="mean squared error on articles held out: of the rules, and calibrated"
    )
    table: tuple[tuple[float, float, int], ...] = Field(
        default=(), description="on articles held out: mean confidence, share that holds, and how many; lowest first"
    )

    def of(self, statement: Statement, around: Around | None = None) -> float:
        """The probability that *statement*, with its rule's own confidence, holds; to two decimals.

        *around* is what its article tells of its parties; left out, nothing is held for or against them.

        >>> from dragoman.statements.statement import statement_adapter
        >>> tie = statement_adapter.validate_python({
        ...     "id": "t", "kind": "tie", "from": ["CHN"], "to": ["PRK"], "relation": "ally", "confidence": 0.6,
        ...     "article": "a", "sentence": "an ally", "char_start": 0, "char_end": 7, "span": "ally",
        ...     "span_start": 3, "span_end": 7})
        >>> Calibration(weights={"kind tie": 1.0}).of(tie)
        0.73
        """
        weights = self.weights
        sum_ = sum([weights[name] * value for name, value in features(statement, around).items() if name in weights])
        return round(min(_SUREST, max(_WEAKEST, 1 / (1 + exp(-sum_)))), 2)


def family(statement: Statement) -> str:
    """The family of rules that a statement comes from: ``position demand``, ``act noun``."""
    return f"{statement.kind} {statement.rule.partition(':')[0]}"


def features(statement: Statement, around: Around | None = None) -> dict[str, float]:
    """What the confidence of a statement rests on.

    Its kind; its rule and the family that it is of; how sure the rule is of itself, as log odds; for acts whether
    they are anything but done; how many words its sentence and its telling words have, as logarithms around the usual
    25 and 10; how many commas its sentence has; whether somebody is said to say so; what :func:`_of_position` and
    :func:`_of_act` tell of its slots; and what its article tells of the parties in them. Views have theirs apart.
    """
    if isinstance(statement, View):
        return _of_view(statement) | _of_parties(statement, around)
    place = statement.evidence[0]
    sure = min(_SUREST, max(_WEAKEST, statement.confidence))
    slots = (
        _of_position(statement)
        if isinstance(statement, Position)
        else _of_act(statement)
        if isinstance(statement, Act)
        else {}
    )
    return {
        f"kind {statement.kind}": 1.0,
        f"family {family(statement)}": 1.0,
        f"rule {statement.rule}": 1.0,
        "sure": log(sure / (1 - sure)),
        "not done": float(isinstance(statement, Act) and statement.status != "done"),
        "sentence": log(max(1, len(place.sentence.split())) / 25),
        "words": log(max(1, len(place.span.split())) / 10),
        "commas": min(6, place.sentence.count(",")) / 3,
        "attributed": float(bool(statement.attribution)),
        **slots,
        **_of_parties(statement, around),
    }


def _of_parties(one: Statement, around: Around | None) -> dict[str, float]:
    """For each slot: whether a list has who is in it, whether he is named beside it, is a side, is spoken of often."""
    if around is None:
        return {}
    place = one.evidence[0]
    inside = (place.char_start, place.char_end)
    beside = (place.span_start - _BEFORE, place.span_end + _BEHIND)
    found: dict[str, float] = {}
    for slot, parties in _slots(one).items():
        if parties:
            found |= {
                f"unlisted {slot}": float(not all(map(around.is_listed, parties))),
                f"unnamed {slot}": float(not any(around.is_named(party, *inside) for party in parties)),
                f"distant {slot}": float(not any(around.is_named(party, *beside) for party in parties)),
                f"side as {slot}": float(any(map(around.is_side, parties))),
                f"rank of {slot}": min(map(around.rank, parties)) / 5,
            }
    return found


def _slots(one: Statement) -> dict[str, tuple[str, ...]]:
    """The parties of a statement by what they are in it."""
    if isinstance(one, Position):
        return {"holder": one.holder, "doer": one.doer}
    if isinstance(one, Act):
        return {"actor": one.actor, "target": one.target}
    return {"from": one.from_, "to": one.to} if isinstance(one, Tie) else {"viewer": one.holder}


def _of_position(one: Position) -> dict[str, float]:
    """Its stance; whether nobody would do it, several, or the holder; its action and condition."""
    words = len(one.action.split())
    doers = {party_of(party) for party in one.doer}
    return {
        f"stance {one.stance}": 1.0,
        "no doer": float(not doers),
        "several doers": float(len(doers) > 1),
        "own action": float(doers == {party_of(party) for party in one.holder}),
        "words of action": log(max(1, words) / 4),
        "points back": float(words <= 3 and (one.action_span or "").lower().startswith(_POINTING)),
        "condition": float(one.condition is not None),
    }


def _of_act(one: Act) -> dict[str, float]:
    """Its event; whether it has a target, and several parties."""
    return {
        f"event {one.event}": 1.0,
        "no target": float(not one.target),
        "several parties": float(len(one.actor) + len(one.target or ()) > 2),
    }


def _of_view(one: View) -> dict[str, float]:
    """Its rule; whether a person holds it; how long it is, whether a judgement, quoted, hedged or denied."""
    place = one.evidence[0]
    return {
        f"kind {one.kind}": 1.0,
        f"family {family(one)}": 1.0,
        f"rule {one.rule}": 1.0,
        "view: a judgement": float(one.confidence > _PLAIN),
        "view: holder a person": float(any(":" in holder for holder in one.holder)),
        "view: words": log(max(1, len(one.proposition.split())) / 10),
        "view: sentence": log(max(1, len(place.sentence.split())) / 25),
        "view: quoted": float(one.quoted is True),
        "view: hedged": float(one.modality is not None),
        "view: denied": float(one.negated),
    }


@cache
def shipped_calibration() -> Calibration:
    """The calibration that ships with the package."""
    text = resources.files("dragoman.statements").joinpath("confidence.json").read_text(encoding="utf-8")
    return Calibration.model_validate_json(text)
