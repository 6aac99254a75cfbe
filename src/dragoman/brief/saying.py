"""What a statement says, in a short line of our own; the quote beside it decides."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.brief.naming import Names
from dragoman.brief.record import Ids
from dragoman.statements.statement import Act, Condition, Event, Position, Stance, Statement, Tie

__all__ = ["CONDITION_WORDS", "EVENT_WORDS", "RELATION_WORDS", "STANCE_WORDS", "condition_words", "deed", "says"]

STANCE_WORDS: dict[Stance, str] = {
    "offer": "offers",
    "demand": "demands",
    "refuse": "refuses",
    "promise": "promises",
    "support": "supports",
    "oppose": "opposes",
}

EVENT_WORDS: dict[Event, tuple[str, str]] = {
    "AGREE": ("agrees", "with"),
    "CONSULT": ("talks", "with"),
    "SUPPORT": ("backs", ""),
    "CONCEDE": ("gives way", "to"),
    "COOPERATE": ("works together", "with"),
    "AID": ("aids", ""),
    "RETREAT": ("pulls back", "before"),
    "REQUEST": ("asks", ""),
    "ACCUSE": ("accuses", ""),
    "REJECT": ("turns down", ""),
    "THREATEN": ("threatens", ""),
    "PROTEST": ("protests", "against"),
    "SANCTION": ("puts sanctions", "on"),
    "MOBILIZE": ("musters forces", "toward"),
    "COERCE": ("coerces", ""),
    "ASSAULT": ("attacks", ""),
}
"""PLOVER event type to verb and the word before its target."""

CONDITION_WORDS = {
    "in_exchange_for": "in exchange for",
    "only_if": "only if",
    "unless": "unless",
    "before": "before",
    "after": "after",
    "step_for_step": "step for step with",
}

RELATION_WORDS: dict[str, str] = {
    "ally": "ally of",
    "trade_partner": "trades with",
    "patron": "patron of",
    "depends_on": "depends on",
    "leverage_over": "has leverage over",
    "has_access_to": "has access to",
    "coordinates_with": "coordinates with",
    "strategic_partner": "strategic partner of",
    "subordinate_to": "subordinate to",
    "sphere_of_influence": "holds in its sphere of influence",
    "supplies_labour_to": "supplies labour to",
    "improving_relations": "on better terms with",
    "receptive_to": "receptive to",
    "rival": "rival of",
    "mistrusts": "mistrusts",
    "threatens": "threatens",
    "deadlocked_with": "deadlocked with",
    "estranged_from": "estranged from",
    "sanctions": "sanctions",
    "adjacent": "neighbour of",
}


def condition_words(condition: Condition, names: Names) -> str:
    """Say what a position hangs on.

    >>> from dragoman.case.case import Case
    >>> names = Names(Case(title="", parties={}, options={}), {"GRK": "Graustark"})
    >>> condition_words(Condition(type="only_if", doer=("GRK",), action="free the crew"), names)
    'only if Graustark: free the crew'
    """
    doer = names.all(condition.doer)
    words = condition.action or condition.span or "an unnamed act"
    return f"{CONDITION_WORDS[condition.type]} {f'{doer}: ' if doer else ''}{words}"


def deed(act: Act, names: Names) -> str:
    """Say who did what to whom: ``Ruritania threatens Graustark``, ``Ruritania and Graustark talk with each other``."""
    words, before = EVENT_WORDS[act.event]
    verb = _verb(words, act.actor)
    others = [actor for actor in act.target if actor not in act.actor]
    each_other = len(act.actor) > 1 and set(act.actor) == set(act.target)
    target = "each other" if each_other else names.all(others)
    return " ".join(part for part in (names.all(act.actor), verb, before if target else "", target) if part)


def _verb(words: str, subjects: Ids) -> str:
    """Put a verb in the plural where several act: ``gives way`` becomes ``give way``."""
    verb, space, rest = words.partition(" ")
    return f"{verb.removesuffix('s')}{space}{rest}" if len(subjects) > 1 else words


def _position(position: Position, names: Names) -> str:
    own = {names.party(doer) for doer in position.doer} == {names.party(holder) for holder in position.holder}
    doer = "" if own else names.all(position.doer)
    verb = _verb(STANCE_WORDS[position.stance], position.holder)
    of = f" of {doer}" if doer and position.stance == "demand" else f" ({doer})" if doer else ""
    hangs = f", {condition_words(position.condition, names)}" if position.condition else ""
    return f"{names.all(position.holder)} {verb}{of}: {position.action}{hangs}"


def _distinct(*groups: Iterable[str]) -> Ids:
    return tuple(dict.fromkeys(actor for group in groups for actor in group))


def says(statement: Statement, names: Names) -> tuple[str, Ids]:
    """What *statement* says in one line, and the parties, persons and sources it is about."""
    if isinstance(statement, Position):
        doers = statement.condition.doer if statement.condition else ()
        return _position(statement, names), _distinct(statement.holder, statement.doer, statement.recipient, doers)
    if isinstance(statement, Act):
        status = "" if statement.status == "done" else f" ({statement.status})"
        return f"{deed(statement, names)}{status}", _distinct(statement.actor, statement.target)
    if isinstance(statement, Tie):
        words = f"{names.all(statement.from_)} — {RELATION_WORDS[statement.relation]} — {names.all(statement.to)}"
        return words, _distinct(statement.from_, statement.to)
    motive = " (motive)" if statement.motive else ""
    return f"{names.all(statement.holder)}: {statement.proposition}{motive}", _distinct(
        statement.holder, statement.about_ids
    )
