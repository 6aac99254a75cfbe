"""Which option of one case is which of another, so that two drafts can be compared though ids differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.case.case import Case, Infeasible, Option, Preference
from dragoman.graph import Expression, parse
from dragoman.graph.logic import name
from dragoman.ledger.thesaurus import Meaning, Thesaurus, load_thesaurus

__all__ = ["matched", "renamed"]

_SHARED = 0.5


def matched(one: Case, other: Case, *, thesaurus: Thesaurus | None = None) -> dict[str, str]:
    """Return for options of *one* the option of *other* that is the same move, as far as there is one.

    The same id is the same move. Else it is one of the same party that says the same, or means the same by topic,
    direction and level, or rests on at least half of the same statements; each option is matched once.

    >>> from dragoman.case.file import parse_case
    >>> options = "{title: T, parties: {A: Aland}, options: "
    >>> one = parse_case(options + "{x: 'A: lift sanctions', y: 'A: leave'}}")
    >>> matched(one, parse_case(options + "{z: 'A: sanctions relief', y: 'A: leave'}}"))
    {'x': 'z', 'y': 'y'}
    """
    words = thesaurus or load_thesaurus()
    found = {option: option for option in one.options if option in other.options}
    free = [option for option in other.options if option not in found]
    for option, score, theirs in sorted(
        _likely(one, free, other, words), key=lambda pair: (-pair[1], pair[0], pair[2])
    ):
        if score > 0 and option not in found and theirs not in found.values():
            found[option] = theirs
    return {option: found[option] for option in one.options if option in found}


def _likely(one: Case, free: list[str], other: Case, words: Thesaurus) -> Iterator[tuple[str, float, str]]:
    for option, mine in one.options.items():
        for candidate in free:
            theirs = other.options[candidate]
            if option not in other.options and mine.party == theirs.party:
                yield option, _likeness(mine, theirs, words), candidate


def _likeness(one: Option, other: Option, words: Thesaurus) -> float:
    """Return from 0 (another move) to 3 (the very same) how surely two options of one party are one move."""
    if one.does == other.does:
        return 3
    mine, theirs = words.meaning(one.does), words.meaning(other.does)
    if _conflict(mine, theirs):
        return 0
    evidence = _overlap(one, other)
    alike = mine.topic is not None and (mine.topic, mine.direction) == (theirs.topic, theirs.direction)
    return (1.0 if alike else 0.0) + (evidence if alike or evidence >= _SHARED else 0.0)


def _conflict(mine: Meaning, theirs: Meaning) -> bool:
    return mine.level is not None and theirs.level is not None and mine.level != theirs.level


def _overlap(one: Option, other: Option) -> float:
    mine, theirs = set(one.evidence), set(other.evidence)
    return len(mine & theirs) / min(len(mine), len(theirs)) if mine and theirs else 0.0


def renamed(case: Case, names: Mapping[str, str]) -> Case:
    """Return *case* with options called by *names*, everywhere; one that would clash with another keeps its id.

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait'}, preferences: {A: [not a]}}")
    >>> renamed(case, {"a": "b"}).preferences["A"][0].prefers
    'not b'
    """
    called = {option: names.get(option, option) for option in case.options}
    imagined = {option for sight in case.misperceptions.values() for option in sight.imagined}
    if all(option == new for option, new in called.items()) or len({*called.values(), *imagined}) < len(called) + len(
        imagined
    ):
        return case

    def logic(text: str) -> str:
        return str(_renamed(parse(text), called))

    def rules(lines: tuple[Infeasible, ...]) -> tuple[Infeasible, ...]:
        return tuple(line.model_copy(update={"when": logic(line.when)}) for line in lines)

    def lists(wishes: Mapping[str, tuple[Preference, ...]]) -> dict[str, tuple[Preference, ...]]:
        return {
            party: tuple(line.model_copy(update={"prefers": logic(line.prefers)}) for line in lines)
            for party, lines in wishes.items()
        }

    return case.model_copy(
        update={
            "options": {called[option]: line for option, line in case.options.items()},
            "status_quo": tuple(called[option] for option in case.status_quo),
            "infeasible": rules(case.infeasible),
            "preferences": lists(case.preferences),
            "misperceptions": {
                party: sight.model_copy(
                    update={
                        "unseen": tuple(called[option] for option in sight.unseen),
                        "infeasible": rules(sight.infeasible),
                        "preferences": lists(sight.preferences),
                    }
                )
                for party, sight in case.misperceptions.items()
            },
        }
    )


def _renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    if expression.operator == "name":
        return name(names.get(expression.name, expression.name))
    return Expression(expression.operator, tuple(_renamed(part, names) for part in expression.parts))
