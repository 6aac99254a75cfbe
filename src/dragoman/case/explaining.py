"""Verdicts in plain sentences: what a move does, why a party would make it, and what the others could answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.case.case import Case, Preference
from dragoman.graph import parse
from dragoman.plain import listed

__all__ = [
    "deciding_line",
    "gain_in_words",
    "in_words",
    "move_in_words",
    "option_in_words",
    "quoted_line",
    "unanswered_in_words",
]

_WORD = re.compile(r"\w+")
_BASIS = {
    "words": "said in the articles",
    "default": "a default",
    "judgement": "a judgement",
    "promise": "a promise",
}


def in_words(case: Case, logic: str) -> str:
    """Write *logic* with what the options do in place of their ids.

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland}, options: {a: 'A: wait', b: 'A: pay'}}")
    >>> in_words(case, "not a unless b")
    'not “wait” unless “pay”'
    """

    def said(match: re.Match[str]) -> str:
        return option_in_words(case, match.group()) if match.group() in case.options else match.group()

    return _WORD.sub(said, str(parse(logic)))


def option_in_words(case: Case, option: str) -> str:
    """Write what *option* does in quotation marks, with whose it is where two parties can do the same.

    >>> from dragoman.case.file import parse_case
    >>> case = parse_case("{title: T, parties: {A: Aland, B: Bor}, options: {a: 'A: wait', b: 'B: wait', c: 'A: pay'}}")
    >>> option_in_words(case, "b"), option_in_words(case, "c")
    ('“wait” (Bor)', '“pay”')
    """
    line = case.options[option]
    alike = any(other.does == line.does and name != option for name, other in case.options.items())
    return f"“{line.does}” ({case.parties[line.party].name})" if alike else f"“{line.does}”"


def move_in_words(case: Case, turns_on: Iterable[str], turns_off: Iterable[str]) -> str:
    """Say what a change of options means: ``take up “pay” and give up “wait”``."""
    on = [option_in_words(case, option) for option in turns_on]
    off = [option_in_words(case, option) for option in turns_off]
    parts = [f"take up {listed(on)}"] if on else []
    parts += [f"give up {listed(off)}"] if off else []
    return listed(parts)


def deciding_line(lines: Iterable[Preference], before: Iterable[str], after: Iterable[str]) -> Preference | None:
    """Return the first of *lines* that is true in one of two states and not in the other: it decides between them."""
    old, new = set(before), set(after)
    for line in lines:
        expression = parse(line.prefers)
        if expression.holds(old) != expression.holds(new):
            return line
    return None


def quoted_line(case: Case, line: Preference) -> str:
    """Write a preference line with where it comes from: ``not “pay” unless “free” (said in the articles)``."""
    return f"{in_words(case, line.prefers)} ({_BASIS[line.basis]})"


def gain_in_words(case: Case, lines: Iterable[Preference], before: Sequence[str], after: Sequence[str]) -> str:
    """Say what a party would change and why: ``take up “pay”, because it then has what it would rather: ...``."""
    on, off = ([o for o in one if o not in other] for one, other in ((after, before), (before, after)))
    line = deciding_line(lines, before, after)
    why = f", because it then has what it would rather: {quoted_line(case, line)}" if line else ""
    return f"{move_in_words(case, on, off)}{why}"


def unanswered_in_words(
    case: Case, party: str, lines: Iterable[Preference], before: Sequence[str], after: Sequence[str]
) -> str:
    """Say for what *party* would leave a state, where no reply that helps the others takes that gain away."""
    gain = gain_in_words(case, lines, before, after)
    return f"{case.parties[party].name} would {gain}; no reply that helps the others takes that gain away."
