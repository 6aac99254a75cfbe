"""Logic over options that a person can read aloud: ``not relief unless disarms``.

=================  =========================================  ===================
written            means                                      also written
=================  =========================================  ===================
``not A``          A is not taken                             ``-A``
``A and B``        both                                       ``A & B``
``A or B``         at least one                               ``A | B``
``A if B``         A, or B is false                           ``A or not B``
``A iff B``        both or neither
``A unless B``     A, or else B                               ``A or B``
=================  =========================================  ===================

``not`` binds tightest, then ``and``, then ``or``; ``if``, ``iff`` and ``unless`` bind loosest, so that
``not relief unless disarms`` is ``(not relief) unless disarms``. Two of the last three in one breath
would be ambiguous and need parentheses. A name that is no single word stands in double quotes.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import LogicError

__all__ = ["MAX_DEPTH", "MAX_LENGTH", "Expression", "Truth", "checked", "name", "negation", "parse"]

MAX_LENGTH: Final = 10_000
"""Longest text of one expression, in characters."""
MAX_DEPTH: Final = 60
"""Deepest nesting of one expression."""

Operator = Literal["name", "not", "and", "or", "if", "iff", "unless"]
Truth = bool | NDArray[np.bool_]

_WORDS: Final[dict[str, Operator]] = {
    "not": "not", "and": "and", "or": "or", "if": "if", "iff": "iff", "unless": "unless",
    "-": "not", "&": "and", "|": "or",
}  # fmt: skip
_BINDING: Final[dict[Operator, int]] = {"if": 0, "iff": 0, "unless": 0, "or": 1, "and": 2, "not": 3, "name": 4}
_TOKEN: Final = re.compile(r'\s*(?:(?P<word>\w+)|"(?P<quoted>[^"\n]{1,200})"|(?P<mark>[()&|\-])|(?P<end>\Z))')
_PLAIN: Final = re.compile(r"\w+\Z")


@dataclass(frozen=True, slots=True)
class Expression:
    """A statement over options, as a tree: an operator over parts, or the name of an option.

    ``and`` and ``or`` take two or more parts, ``if``, ``iff`` and ``unless`` two (``A if B`` is ``(A, B)``),
    ``not`` one. Two expressions are equal when they are written the same way, up to spaces and parentheses.

    >>> wish = parse("not relief unless disarms")
    >>> str(wish), wish.names
    ('not relief unless disarms', ('relief', 'disarms'))
    >>> wish.holds({"relief"}), wish.holds({"relief", "disarms"})
    (False, True)
    """

    operator: Operator
    parts: tuple[Expression, ...] = ()
    name: str = ""
    depth: int = field(init=False, compare=False, repr=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "depth", 1 + max((part.depth for part in self.parts), default=0))
        if self.depth > MAX_DEPTH:
            raise LogicError(f"The expression is nested more than {MAX_DEPTH} deep; split it into several.", position=0)

    @property
    def names(self) -> tuple[str, ...]:
        """The options it speaks of, each once, in order of first mention."""
        return tuple(dict.fromkeys(self._leaves()))

    def _leaves(self) -> Iterator[str]:
        if self.operator == "name":
            yield self.name
        for part in self.parts:
            yield from part._leaves()

    def holds(self, taken: Collection[str]) -> bool:
        """Say whether it is true where exactly the options in *taken* are taken."""
        return bool(self.truth(lambda name: name in taken))

    def truth(self, value: Callable[[str], Truth]) -> Truth:
        """Evaluate for many states at once; *value* gives each option's truth, a bool or an array of them.

        An option whose truth is one plain bool for all states costs nothing.
        """
        if self.operator == "name":
            return value(self.name)
        if self.operator == "not":
            return _not(self.parts[0].truth(value))
        if self.operator == "and":
            return _all(self.parts, value)
        if self.operator in ("or", "unless"):
            return _any(self.parts, value)
        first, second = (part.truth(value) for part in self.parts)
        if self.operator == "if":
            return _or(first, _not(second))
        return _not(_xor(first, second))

    def __str__(self) -> str:
        """Give the canonical text, with no more parentheses than needed."""
        if self.operator == "name":
            return self.name if _PLAIN.match(self.name) and self.name.lower() not in _WORDS else f'"{self.name}"'
        parts = [part._within(self.operator) for part in self.parts]
        if self.operator == "not":
            return f"not {parts[0]}"
        return f" {self.operator} ".join(parts)

    def _within(self, outer: Operator) -> str:
        inner = _BINDING[self.operator]
        loose = inner < _BINDING[outer] or (inner == _BINDING[outer] and outer != "not")
        return f"({self})" if loose else str(self)


def name(option: str) -> Expression:
    """Give the expression that is true where *option* is taken."""
    return Expression("name", name=option)


def negation(expression: Expression) -> Expression:
    """Give the contrary of *expression*; a double negation is dropped.

    >>> str(negation(parse("a or b"))), str(negation(parse("not a")))
    ('not (a or b)', 'a')
    """
    return expression.parts[0] if expression.operator == "not" else Expression("not", (expression,))


def checked(expression: Expression | str, names: Collection[str]) -> Expression:
    """Read *expression* if it is text, and make sure that it speaks only of *names*.

    >>> checked(parse("a or b"), ["a"])
    Traceback (most recent call last):
        ...
    dragoman.errors.LogicError: "a or b": "b" is not an option here. Known: a.
    """
    if isinstance(expression, str):
        return parse(expression, names)
    unknown = next((option for option in expression.names if option not in names), None)
    if unknown is not None:
        raise LogicError(f'"{_shown(str(expression))}": {_unknown(unknown, names)}.', expression=str(expression))
    return expression


def parse(text: str, names: Collection[str] | None = None) -> Expression:
    """Read an expression over options.

    Parameters
    ----------
    text
        The logic as a person writes it; at most `MAX_LENGTH` characters, nested at most `MAX_DEPTH` deep.
    names
        The options that may be named; None accepts any.

    Raises
    ------
    LogicError
        With the position, what stands there, and what would be accepted.

    Examples
    --------
    >>> str(parse("-(a&b) | c"))
    'not (a and b) or c'
    >>> parse("relief if disarm", ["relief", "disarms"])
    Traceback (most recent call last):
        ...
    dragoman.errors.LogicError: "relief if disarm", character 11: "disarm" is not an option here; did you mean \
"disarms"? Known: relief, disarms.
    """
    if len(text) > MAX_LENGTH:
        raise LogicError(
            f"An expression of {len(text)} characters is too long; at most {MAX_LENGTH} are read. Split it.",
            expression=text[:80],
        )
    return _read(text, None if names is None else tuple(names))


@lru_cache(maxsize=4096)
def _read(text: str, names: tuple[str, ...] | None) -> Expression:
    return _Reader(text, names).whole()


class _Reader:
    """One pass over the tokens of one text."""

    def __init__(self, text: str, names: Collection[str] | None) -> None:
        self.text = text
        self.known = names
        self.at = 0
        self.open = 0
        self.kind, self.value, self.start = "", "", 0
        self.advance()

    def advance(self) -> None:
        found = _TOKEN.match(self.text, self.at)
        if found is None:
            place = len(self.text) - len(self.text[self.at :].lstrip())
            raise self.error(f'"{self.text[place]}" cannot stand here; use names, and, or, not, parentheses', place)
        kind = str(found.lastgroup)
        self.value, self.start, self.at = found[kind], found.start(kind), found.end()
        if kind == "mark" or (kind == "word" and self.value.lower() in _WORDS):
            kind = _WORDS.get(self.value.lower(), self.value)
        self.kind = "name" if kind in ("word", "quoted") else kind

    def error(self, problem: str, place: int | None = None) -> LogicError:
        place = self.start if place is None else place
        return LogicError(
            f'"{_shown(self.text)}", character {place + 1}: {problem}.', expression=self.text, position=place
        )

    def whole(self) -> Expression:
        if self.kind == "end":
            raise self.error("the expression is empty; name an option")
        expression = self.connective()
        if self.kind != "end":
            raise self.error(f'"{self.value}" comes where and, or, if, iff, unless or the end was expected')
        return expression

    def connective(self) -> Expression:
        left = self.chain("or")
        if self.kind not in ("if", "iff", "unless"):
            return left
        operator: Operator = _WORDS[self.kind]
        self.advance()
        expression = Expression(operator, (left, self.chain("or")))
        if self.kind in ("if", "iff", "unless"):
            raise self.error(f'"{operator}" and then "{self.value}" can be read in two ways; put parentheses')
        return expression

    def chain(self, operator: Literal["and", "or"]) -> Expression:
        parts: list[Expression] = []
        while True:
            part = self.chain("and") if operator == "or" else self.negated()
            parts.extend(part.parts if part.operator == operator else (part,))
            if self.kind != operator:
                return parts[0] if len(parts) == 1 else Expression(operator, tuple(parts))
            self.advance()

    def negated(self) -> Expression:
        negative = False
        while self.kind == "not":
            negative = not negative
            self.advance()
        inner = self.atom()
        return negation(inner) if negative else inner

    def atom(self) -> Expression:
        if self.kind == "(":
            return self.parenthesis()
        if self.kind != "name":
            raise self.error(
                f'"{self.value}" comes where an option was expected' if self.value else "it breaks off here"
            )
        if self.known is not None and self.value not in self.known:
            raise self.error(_unknown(self.value, self.known))
        found = name(self.value)
        self.advance()
        return found

    def parenthesis(self) -> Expression:
        opened = self.start
        self.open += 1
        if self.open > MAX_DEPTH:
            raise self.error(f"parentheses are nested more than {MAX_DEPTH} deep; split the expression")
        self.advance()
        inner = self.connective()
        if self.kind != ")":
            raise self.error("the parenthesis opened here is not closed", opened)
        self.open -= 1
        self.advance()
        return inner


def _shown(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."


def _unknown(given: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(given, known, n=1)
    hint = f'; did you mean "{near[0]}"?' if near else "."
    names = list(known)
    more = f" and {len(names) - 40} more" if len(names) > 40 else ""
    return f'"{given[:80]}" is not an option here{hint} Known: {", ".join(names[:40])}{more}'


def _not(value: Truth) -> Truth:
    return not value if isinstance(value, bool) else ~value


def _xor(first: Truth, second: Truth) -> Truth:
    if isinstance(first, bool):
        return _not(second) if first else second
    if isinstance(second, bool):
        return _not(first) if second else first
    return first ^ second


def _or(first: Truth, second: Truth) -> Truth:
    if isinstance(first, bool):
        return True if first else second
    if isinstance(second, bool):
        return True if second else first
    return first | second


def _any(parts: tuple[Expression, ...], value: Callable[[str], Truth]) -> Truth:
    result: Truth = False
    for part in parts:
        result = _or(result, part.truth(value))
        if result is True:
            break
    return result


def _all(parts: tuple[Expression, ...], value: Callable[[str], Truth]) -> Truth:
    result: Truth = False
    for part in parts:
        result = _or(result, _not(part.truth(value)))
        if result is True:
            break
    return _not(result)
