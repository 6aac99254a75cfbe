"""Small changes to a case, as one types them: an option taken or ruled out, a preference line put, moved or dropped."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.case.case import Case, Infeasible, Preference
from dragoman.case.checking import check_case
from dragoman.case.reading import among
from dragoman.errors import CaseError

__all__ = ["with_settings"]

_VALUES = ("yes", "no", "never")
_ACCEPTED = (
    'Write OPTION=yes, OPTION=no or OPTION=never; PARTY:2="..." for what line 2 of its preferences should say (nothing '
    'after the sign drops it), PARTY:first="..." or PARTY:last="..." to add a line'
)


def with_settings(case: Case, settings: Iterable[str]) -> Case:
    """Return *case* with each of *settings* applied, one after the other, and checked each time as a case file is.

    ============================  ==============================================================
    setting                       what it does
    ============================  ==============================================================
    ``relief=yes``, ``=no``       the option is taken now, or not
    ``relief=never``              the option cannot be taken; it is not taken now either
    ``USA:2=LOGIC``               line 2 of the party's list (from 1, the most important) says LOGIC
    ``USA:2=``                    that line is dropped
    ``USA:first=LOGIC``           a new line at the top; ``last`` at the end
    ============================  ==============================================================

    A line that is set is a judgement. Numbers count the lines as they are when the setting is applied.

    Raises
    ------
    CaseError
        A setting is none of these, names what is not in the case, or leaves a case that does not fit together.

    Examples
    --------
    >>> from dragoman.case.file import parse_case
    >>> options = "{a: 'A: wait', b: 'A: pay'}"
    >>> case = parse_case(f"{{title: T, parties: {{A: Aland}}, options: {options}, preferences: {{A: [a]}}}}")
    >>> changed = with_settings(case, ["b=yes", "A:first=not a", "A:2=b"])
    >>> changed.status_quo, [line.prefers for line in changed.preferences["A"]]
    (('b',), ['not a', 'b'])
    """
    changed = case
    for setting in settings:
        changed = _with(changed, setting)
        try:
            check_case(changed)
        except CaseError as error:
            raise _refused(setting, str(error).partition(": ")[2].rstrip(".")) from None
    return changed


def _with(case: Case, setting: str) -> Case:
    what, sign, value = (part.strip() for part in setting.partition("="))
    if sign and what in case.options:
        return _option(case, what, value.lower(), setting)
    party, colon, place = (part.strip() for part in what.rpartition(":"))
    if sign and colon and party in case.parties:
        return _line(case, party, place.lower(), value, setting)
    if not sign:
        raise _refused(setting, f"it has no equals sign. {_ACCEPTED}")
    known = among([*case.options, *case.parties], wanted=party or what)
    raise _refused(setting, f"it begins with neither an option nor a party. These are: {known}. {_ACCEPTED}")


def _option(case: Case, option: str, value: str, setting: str) -> Case:
    if value not in _VALUES:
        raise _refused(setting, f'an option is yes, no or never, not "{value[:40]}"')
    taken = {*case.status_quo, option} if value == "yes" else {*case.status_quo} - {option}
    changed = case.model_copy(update={"status_quo": tuple(name for name in case.options if name in taken)})
    if value != "never":
        return changed
    ruled_out = Infeasible(when=option, why="ruled out to see what it does")
    return changed.model_copy(update={"infeasible": (*case.infeasible, ruled_out)})


def _line(case: Case, party: str, place: str, logic: str, setting: str) -> Case:
    lines = list(case.preferences.get(party, ()))
    new = [Preference(prefers=logic, basis="judgement", note="set to see what it does")] if logic else []
    if place in {"first", "last"}:
        if not new:
            raise _refused(setting, "a line to add needs its words after the sign")
        lines = new + lines if place == "first" else lines + new
    elif place.isascii() and place.isdigit() and 1 <= int(place[:6]) <= len(lines):
        lines[int(place) - 1 : int(place)] = new
    else:
        name = case.parties[party].name
        raise _refused(setting, f"{name} has lines 1 to {len(lines)}; a place is one of these, first or last")
    preferences = {who: tuple(lines) if who == party else said for who, said in case.preferences.items()}
    preferences.setdefault(party, tuple(lines))
    return case.model_copy(update={"preferences": {who: said for who, said in preferences.items() if said}})


def _refused(setting: str, problem: str) -> CaseError:
    return CaseError(f'"{setting[:80]}" cannot be set: {problem}.')
