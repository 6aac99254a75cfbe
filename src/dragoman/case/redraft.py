"""Drafting again without losing what a person changed: the earlier draft, the person's case, the new draft, joined."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from dragoman.case.case import Case, Infeasible, Misperception, Option, Preference
from dragoman.graph import parse

__all__ = ["differences", "redraft"]

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

_TEXTS = ("title", "summary", "as_of")
_MAPPINGS = ("parties", "options", "misperceptions", "worths", "issues")
_LISTS: dict[str, Callable[[Any], Hashable]] = {
    "infeasible": lambda line: _same_logic(line.when),
    "vetoes": lambda party: party,
    "ties": lambda line: (line.from_, line.to, line.relation),
    "deadlines": lambda line: (line.date, line.by, line.on, line.about),
    "left_out": lambda line: line.what,
}


def redraft(earlier: Case, mine: Case, new: Case) -> Case:
    """Return *new* with everything kept that a person changed between *earlier*, the last draft, and *mine*.

    What the person changed or added stays as it is, what the person removed stays away, and the rest follows the new
    draft. Where the person touched a preference list, its order stays and lines that are new are put at its end. An
    option that kept lines speak of stays, though the new draft no longer has it.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> options = "{a: 'A: wait', b: 'A: pay'}"
    >>> case = parse_case(f"{{title: T, parties: {{A: Aland}}, options: {options}, preferences: {{A: [a, b]}}}}")
    >>> mine = case.model_copy(update={"title": "Mine", "preferences": {"A": case.preferences["A"][::-1]}})
    >>> new = case.model_copy(update={"title": "Theirs", "status_quo": ("a",)})
    >>> joined = redraft(case, mine, new)
    >>> joined.title, joined.status_quo, [line.prefers for line in joined.preferences["A"]]
    ('Mine', ('a',), ['b', 'a'])
    """
    texts = {field: _changed(*(getattr(case, field) for case in (earlier, mine, new))) for field in _TEXTS}
    mappings = {
        field: _merged(getattr(earlier, field), getattr(mine, field), getattr(new, field)) for field in _MAPPINGS
    }
    lists = {
        field: tuple(_merged(*(_keyed(getattr(case, field), key) for case in (earlier, mine, new))).values())
        for field, key in _LISTS.items()
    }
    preferences = _preferences(earlier, mine, new)
    joined = new.model_copy(update={**texts, **mappings, **lists, "preferences": preferences})
    struck = set(earlier.options) - set(mine.options)
    return _with_what_is_needed(_without(joined, struck), earlier, mine, new)


def _changed(earlier: _V, mine: _V, new: _V) -> _V:
    return mine if mine != earlier else new


def _merged(earlier: Mapping[_K, _V], mine: Mapping[_K, _V], new: Mapping[_K, _V]) -> dict[_K, _V]:
    """Join three mappings entry by entry, the person's order first."""
    result: dict[_K, _V] = {}
    for key in dict.fromkeys([*mine, *new]):
        removed = key in earlier and key not in mine
        touched = key in mine and mine[key] != earlier.get(key)
        if removed or (key not in new and not touched):
            continue
        result[key] = mine[key] if touched else new[key]
    return result


def _keyed(lines: Sequence[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, Any]:
    return {key(line): line for line in lines}


def _same_logic(logic: str) -> str:
    return str(parse(logic))


def _preferences(earlier: Case, mine: Case, new: Case) -> dict[str, tuple[Preference, ...]]:
    result: dict[str, tuple[Preference, ...]] = {}
    for party in dict.fromkeys([*mine.preferences, *new.preferences]):
        before, kept, after = (case.preferences.get(party, ()) for case in (earlier, mine, new))
        if kept == before:
            result[party] = after
            continue
        known = {_same_logic(line.prefers) for line in (*before, *kept)}
        result[party] = (*kept, *(line for line in after if _same_logic(line.prefers) not in known))
    return {party: lines for party, lines in result.items() if lines}


def _without(case: Case, struck: set[str]) -> Case:
    """Drop the lines that speak of options which the person struck out."""
    kept = {party: lines for party, lines in _wishes_without(case.preferences, struck).items() if lines}
    worths = {party: {o: worth for o, worth in row.items() if o not in struck} for party, row in case.worths.items()}
    sights = {party: _sight_without(sight, struck) for party, sight in case.misperceptions.items()}
    rules = _rules_without(case.infeasible, struck)
    return case.model_copy(
        update={"preferences": kept, "infeasible": rules, "misperceptions": sights, "worths": worths}
    )


def _wishes_without(lists: Mapping[str, tuple[Preference, ...]], struck: set[str]) -> dict[str, tuple[Preference, ...]]:
    return {
        party: tuple(line for line in lines if not struck.intersection(parse(line.prefers).names))
        for party, lines in lists.items()
    }


def _rules_without(rules: Sequence[Infeasible], struck: set[str]) -> tuple[Infeasible, ...]:
    return tuple(line for line in rules if not struck.intersection(parse(line.when).names))


def _sight_without(sight: Misperception, struck: set[str]) -> Misperception:
    gone = struck - set(sight.imagined)
    return sight.model_copy(
        update={
            "unseen": tuple(option for option in sight.unseen if option not in gone),
            "infeasible": _rules_without(sight.infeasible, gone),
            "preferences": _wishes_without(sight.preferences, gone),
        }
    )


def _with_what_is_needed(joined: Case, earlier: Case, mine: Case, new: Case) -> Case:
    """Bring back options and parties that kept lines speak of, and settle what is taken now."""
    wanted = set(_named(joined))
    options: dict[str, Option] = dict(joined.options)
    for name in sorted(wanted - set(options)):
        options[name] = mine.options.get(name) or new.options[name]
    parties = dict(joined.parties)
    owners = [option.party for option in options.values()]
    ties = [party for tie in joined.ties for party in (tie.from_, tie.to)]
    dated = [party for deadline in joined.deadlines for party in (*deadline.by, *deadline.on)]
    seen = [
        party
        for viewer, sight in joined.misperceptions.items()
        for party in (viewer, *sight.preferences, *(option.party for option in sight.imagined.values()))
    ]
    for party in (*owners, *joined.preferences, *seen, *joined.worths, *joined.vetoes, *ties, *dated):
        if party not in parties:
            parties[party] = mine.parties.get(party) or new.parties[party]
    taken = [option for option in options if _taken(option, earlier, mine, new)]
    return joined.model_copy(update={"options": options, "parties": parties, "status_quo": tuple(taken)})


def _named(case: Case) -> Iterator[str]:
    for line in case.infeasible:
        yield from parse(line.when).names
    for lines in case.preferences.values():
        for preference in lines:
            yield from parse(preference.prefers).names
    for sight in case.misperceptions.values():
        texts = [wish.prefers for wishes in sight.preferences.values() for wish in wishes]
        named = [name for text in (*texts, *(rule.when for rule in sight.infeasible)) for name in parse(text).names]
        yield from (name for name in (*sight.unseen, *named) if name not in sight.imagined)
    for worths in case.worths.values():
        yield from worths
    for option in case.options.values():
        yield from (*option.holds, *option.verifies)


def _taken(option: str, earlier: Case, mine: Case, new: Case) -> bool:
    decided = (option in mine.status_quo) != (option in earlier.status_quo)
    follows = mine if decided or option not in new.options else new
    return option in follows.status_quo


def differences(one: Case, other: Case) -> tuple[str, ...]:
    """Say in plain sentences what *other* has that *one* has not, what it lacks, and what it says otherwise.

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait'}, preferences: {A: [a]}}")
    >>> differences(case, case.model_copy(update={"preferences": {}, "status_quo": ("a",)}))
    ('The status quo now has “wait” taken.', 'Aland no longer prefers: a.')
    """
    return tuple(_told(one, other))


def _told(one: Case, other: Case) -> Iterator[str]:
    for field in _TEXTS:
        if getattr(one, field) != getattr(other, field):
            yield f"The {field.replace('_', ' ')} is another."
    yield from _names(
        "party", {k: v.name for k, v in one.parties.items()}, {k: v.name for k, v in other.parties.items()}
    )
    yield from _names(
        "option", {k: v.does for k, v in one.options.items()}, {k: v.does for k, v in other.options.items()}
    )
    for option in other.options:
        before, after = option in one.status_quo, option in other.status_quo
        if before != after and (before or option in one.options):
            word = "taken" if after else "not taken"
            yield f"The status quo now has “{other.options[option].does}” {word}."
    for party in dict.fromkeys([*one.preferences, *other.preferences]):
        yield from _lines(party, one, other)
    yield from _rules(one, other)
    for party in dict.fromkeys([*one.misperceptions, *other.misperceptions]):
        if one.misperceptions.get(party) != other.misperceptions.get(party):
            yield f"What {party} sees of the conflict is said otherwise."


def _names(thing: str, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    yield from (f"New {thing} {key}: {said}." for key, said in after.items() if key not in before)
    yield from (f"No longer {thing} {key}: {said}." for key, said in before.items() if key not in after)
    for key, said in after.items():
        if key in before and before[key] != said:
            yield f"The {thing} {key} is now: {said}."


def _lines(party: str, one: Case, other: Case) -> Iterator[str]:
    name = (other.parties.get(party) or one.parties[party]).name
    before, after = ([_same_logic(line.prefers) for line in case.preferences.get(party, ())] for case in (one, other))
    yield from (f"{name} now prefers: {line}." for line in after if line not in before)
    yield from (f"{name} no longer prefers: {line}." for line in before if line not in after)
    common = [line for line in before if line in after]
    if common != [line for line in after if line in before]:
        yield f"{name} has its preferences in another order."


def _rules(one: Case, other: Case) -> Iterator[str]:
    before, after = ({_same_logic(line.when) for line in case.infeasible} for case in (one, other))
    yield from (f"Now infeasible: {rule}." for rule in sorted(after - before))
    yield from (f"No longer infeasible: {rule}." for rule in sorted(before - after))
