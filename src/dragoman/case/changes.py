"""What is new in one case against another, in words: parties, options, what is taken now, preferences, deadlines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import compress, product
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.case.case import Case, Preference
from dragoman.case.explaining import in_words, quoted_line
from dragoman.graph import parse

__all__ = ["CaseChange", "changes"]

Kind = Literal["party", "option", "now", "preference", "rule", "deadline"]
_SHORT: Final = 8
_BASIS = {"words": "said in the articles", "default": "a default", "judgement": "a judgement", "promise": "a promise"}


class CaseChange(BaseModel):
    """One thing in which a case differs from an earlier one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: Kind = Field(description="party, option, now (what is taken), preference, rule (what cannot be) or deadline")
    new: bool = Field(description="true where it was added, false where it is gone")
    text: str = Field(description="one plain sentence")
    statements: tuple[str, ...] = Field(default=(), description="ids of the statements it rests on, or rested on")


def changes(one: Case, other: Case) -> tuple[CaseChange, ...]:
    """Say what *other* has that *one* has not, and what it lacks; options of the two are told apart by their ids.

    Match and rename the options first where the cases were drafted apart.

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait'}, preferences: {A: [a]}}")
    >>> for change in changes(case, case.model_copy(update={"preferences": {}, "status_quo": ("a",)})):
    ...     print(change.text)
    Aland: “wait” is now taken.
    Aland no longer prefers “wait” (a judgement).
    """
    return (
        *_parties(one, other),
        *_options(one, other),
        *_now(one, other),
        *_preferences(one, other),
        *_sights(one, other),
        *_rules(one, other),
        *_deadlines(one, other),
    )


def _parties(one: Case, other: Case) -> Iterator[CaseChange]:
    for party, line in other.parties.items():
        if party not in one.parties:
            yield CaseChange(kind="party", new=True, text=f"New party: {line.name}.", statements=line.evidence)
    for party, line in one.parties.items():
        if party not in other.parties:
            yield CaseChange(kind="party", new=False, text=f"No longer a party: {line.name}.", statements=line.evidence)


def _options(one: Case, other: Case) -> Iterator[CaseChange]:
    for option, line in other.options.items():
        if option not in one.options:
            text = f"New option of {other.parties[line.party].name}: “{line.does}”."
            yield CaseChange(kind="option", new=True, text=text, statements=line.evidence)
    for option, line in one.options.items():
        if option not in other.options:
            text = f"No longer an option of {one.parties[line.party].name}: “{line.does}”."
            yield CaseChange(kind="option", new=False, text=text, statements=line.evidence)


def _now(one: Case, other: Case) -> Iterator[CaseChange]:
    for option, line in other.options.items():
        before, after = option in one.status_quo, option in other.status_quo
        if before != after and (after or option in one.options):
            text = f"{other.parties[line.party].name}: “{line.does}” is {'now' if after else 'no longer'} taken."
            yield CaseChange(kind="now", new=after, text=text, statements=line.evidence)


def _preferences(one: Case, other: Case) -> Iterator[CaseChange]:
    for party in dict.fromkeys([*other.parties, *one.parties]):
        name = (other.parties.get(party) or one.parties[party]).name
        before, after = _by_logic(one, party), _by_logic(other, party)
        for logic, line in after.items():
            if logic not in before:
                yield _preference(f"{name} now prefers {quoted_line(other, line)}.", line, new=True)
            elif before[logic].basis != line.basis:
                told = f"is now {_BASIS[line.basis]}, before {_BASIS[before[logic].basis]}"
                yield _preference(f"{name}: {in_words(other, line.prefers)} {told}.", line, new=True)
            elif before[logic].strong != line.strong:
                told = "matters greatly now" if line.strong else "no longer matters greatly"
                yield _preference(f"{name}: {in_words(other, line.prefers)} {told}.", line, new=line.strong)
        for logic, line in before.items():
            if logic not in after:
                yield _preference(f"{name} no longer prefers {quoted_line(one, line)}.", line, new=False)
        common = [logic for logic in before if logic in after]
        if common != [logic for logic in after if logic in before]:
            first = next(iter(after.values()))
            text = f"{name} has its preferences in another order; first comes {in_words(other, first.prefers)}."
            yield _preference(text, first, new=True)


def _by_logic(case: Case, party: str) -> dict[str, Preference]:
    """Give the party's lines by their sense: two ways to write the same are one."""
    found: dict[str, Preference] = {}
    for line in case.preferences.get(party, ()):
        found.setdefault(_sense(line.prefers), line)
    return found


@lru_cache(maxsize=4096)
def _sense(logic: str) -> str:
    """Write *logic* so that two lines of the same sense are written the same: by where they are true, if short."""
    expression = parse(logic)
    names = sorted(expression.names)
    if len(names) > _SHORT:
        return str(expression)
    true = [expression.holds(set(compress(names, bits))) for bits in product((0, 1), repeat=len(names))]
    return f"{','.join(names)}:{''.join(str(int(holds)) for holds in true)}"


def _preference(text: str, line: Preference, *, new: bool) -> CaseChange:
    return CaseChange(kind="preference", new=new, text=text, statements=line.evidence)


def _sights(one: Case, other: Case) -> Iterator[CaseChange]:
    """Say who is now taken to see the conflict otherwise than before."""
    for party, line in other.parties.items():
        before, after = one.misperceptions.get(party), other.misperceptions.get(party)
        if before != after:
            text = f"{line.name} is taken to see the conflict {'otherwise than before' if after else 'as it is'}."
            evidence = after.evidence if after else ()
            yield CaseChange(kind="preference", new=after is not None, text=text, statements=evidence)


def _rules(one: Case, other: Case) -> Iterator[CaseChange]:
    before, after = ({str(parse(line.when)): line for line in case.infeasible} for case in (one, other))
    for rule, line in after.items():
        if rule not in before:
            text = f"It can no longer be: {in_words(other, rule)}."
            yield CaseChange(kind="rule", new=True, text=text, statements=line.evidence)
    for rule, line in before.items():
        if rule not in after:
            text = f"It can now be: {in_words(one, rule)}."
            yield CaseChange(kind="rule", new=False, text=text, statements=line.evidence)


def _deadlines(one: Case, other: Case) -> Iterator[CaseChange]:
    before, after = ({(line.date, line.on, line.about): line for line in case.deadlines} for case in (one, other))
    for key, line in after.items():
        if key not in before:
            text = f"New deadline, {line.date}: {line.about}."
            yield CaseChange(kind="deadline", new=True, text=text, statements=line.evidence)
    for key, line in before.items():
        if key not in after:
            text = f"No longer a deadline, {line.date}: {line.about}."
            yield CaseChange(kind="deadline", new=False, text=text, statements=line.evidence)
