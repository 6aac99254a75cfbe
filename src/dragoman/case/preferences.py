"""Preference lists from wishes: what was said, most firmly and often first; then defaults, each said to be one."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.case.case import Preference
from dragoman.case.wishes import Wish
from dragoman.graph import Expression, negation, parse
from dragoman.graph.logic import name as option
from dragoman.graph.settling import settled

__all__ = ["Further", "lists"]

_REPEATED = 0.3
_MOST_EVIDENCE = 12
_STANCE = ((4.5, "a condition it sets"), (3.4, "a refusal or a condition"), (2.6, "a demand"), (0.0, "a wish"))


@dataclass(frozen=True)
class Further:
    """A line beside the wishes: what it is, why it is assumed, and the statements that gave rise to it.

    ``words`` says that the statements themselves say it; else it is a default.
    """

    party: str
    logic: str
    why: str
    statements: tuple[str, ...] = ()
    words: bool = False


def lists(
    wishes: Iterable[Wish], further: Sequence[Further], parties: Iterable[str]
) -> dict[str, tuple[Preference, ...]]:
    """Return the list of each of *parties*: the words, then promises, then defaults.

    Among the words the firmer stands first, repetition adding to it; among equals the later said. Where a party said a
    thing and its opposite, the later counts, or else the firmer. A default that the words already settle is left out.
    """
    by_party: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        if settled(wish.logic) is None:
            by_party[wish.party].append(wish)
    found = {party: tuple(_list(party, by_party[party], further)) for party in parties}
    return {party: lines for party, lines in found.items() if lines}


def _list(party: str, wishes: Sequence[Wish], further: Sequence[Further]) -> Iterator[Preference]:
    told: set[str] = set()
    words = [*_said(wishes, promise=False), *_added(party, further, words=True)]
    for line in (*words, *_said(wishes, promise=True), *_added(party, further, words=False)):
        opposite = str(negation(parse(line.prefers)))
        if line.prefers in told or (line.basis == "default" and opposite in told):
            continue
        if line.basis != "promise":
            told.add(line.prefers)
        yield line


def _said(wishes: Sequence[Wish], *, promise: bool) -> Iterator[Preference]:
    groups: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        if wish.promise == promise:
            groups[str(wish.logic)].append(wish)
    kept = [group for group in _folded(groups).values() if not _overruled(group, groups)]
    kept.sort(key=lambda group: (-_strength(group), -_latest(group), str(group[0].logic)))
    yield from (_line(group, promise=promise) for group in kept)


def _folded(groups: dict[str, list[Wish]]) -> dict[str, list[Wish]]:
    """Fold a flat refusal, or promise, into the terms that the same party states for it: the terms qualify it.

    A flat refusal of several options, of which some are given on terms elsewhere, is left with the others.
    """
    folded: dict[str, list[Wish]] = defaultdict(list)
    for key, group in groups.items():
        flat = group[0].logic
        hosts = [other for other, said in groups.items() if _qualifies(said[0], flat)]
        if not hosts:
            folded[key] += group
            continue
        left = set(flat.names) - {name for host in hosts for name in _held_back(groups[host][0].logic)}
        if flat.operator == "not" and left:
            logic = negation(Expression("or", tuple(map(option, sorted(left)))) if len(left) > 1 else option(*left))
        else:
            logic = groups[max(hosts, key=lambda other: (_strength(groups[other]), other))][0].logic
        folded[str(logic)] += [replace(wish, logic=logic) for wish in group]
    return folded


def _qualifies(wish: Wish, flat: Expression) -> bool:
    """Say whether *wish* states terms for something that is refused, or promised, in a *flat* line."""
    if wish.promise:
        return wish.logic.operator == "if" and wish.logic.parts[0] == flat
    plain = flat.operator == "not" and flat.parts[0].operator in {"name", "or"}
    return plain and bool(set(flat.names) & set(_held_back(wish.logic)))


def _held_back(logic: Expression) -> tuple[str, ...]:
    """Return the options that *logic* holds back until terms are met."""
    if logic.operator != "unless" or logic.parts[0].operator != "not":
        return ()
    held = logic.parts[0].parts[0]
    return held.names if held.operator in {"name", "or"} else ()


def _strength(group: Sequence[Wish]) -> float:
    count = _count(group)
    return round(max(wish.firmness for wish in group) + _REPEATED * math.log2(count), 3)


def _count(group: Sequence[Wish]) -> int:
    """Return in how many places it is said, each statement's places once."""
    return sum({wish.statement: wish.said for wish in group}.values())


def _latest(group: Sequence[Wish]) -> int:
    return max(wish.day for wish in group)


def _overruled(group: Sequence[Wish], groups: Mapping[str, Sequence[Wish]]) -> bool:
    other = groups.get(str(negation(group[0].logic)))
    if other is None:
        return False
    key, against = ((_latest(g), _strength(g), str(g[0].logic)) for g in (group, other))
    return key < against


def _line(group: Sequence[Wish], *, promise: bool) -> Preference:
    statements = tuple(sorted({wish.statement for wish in group}))
    count = _count(group)
    times = {1: "", 2: ", said twice"}.get(count, f", said {count} times")
    firmest = max(wish.stance for wish in group)
    stance = "a promise" if promise else next(word for least, word in _STANCE if firmest >= least)
    return Preference(
        prefers=str(group[0].logic),
        basis="promise" if promise else "words",
        evidence=statements[:_MOST_EVIDENCE],
        note=f"{stance}{times}",
    )


def _added(party: str, further: Sequence[Further], *, words: bool) -> Iterator[Preference]:
    for line in further:
        if line.party == party and line.words == words:
            yield Preference(
                prefers=line.logic,
                basis="words" if words else "default",
                evidence=tuple(dict.fromkeys(line.statements))[:_MOST_EVIDENCE],
                note=line.why,
            )
