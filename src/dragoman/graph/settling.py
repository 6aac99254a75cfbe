"""What is left of a statement once some options are known, and whether anything is left to be decided."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from dragoman.graph.logic import Expression, negation

__all__ = ["given", "settled"]

_MOST_NAMES: Final = 14


def settled(expression: Expression) -> bool | None:
    """Return True where *expression* holds whatever is taken, False where it never does, None where it depends.

    Of more than 14 options it is taken to depend.

    >>> from dragoman.graph.logic import parse
    >>> settled(parse("a or not a")), settled(parse("a and not a")), settled(parse("a"))
    (True, False, None)
    """
    names = expression.names
    if len(names) > _MOST_NAMES:
        return None
    codes = np.arange(1 << len(names))
    truth = expression.truth({name: (codes >> bit) & 1 == 1 for bit, name in enumerate(names)}.__getitem__)
    if np.all(truth):
        return True
    return None if np.any(truth) else False


def given(expression: Expression, known: Mapping[str, bool]) -> Expression | bool:
    """Return what *expression* says where it is *known* whether some options are taken; a bool where that settles it.

    >>> from dragoman.graph.logic import parse
    >>> str(given(parse("not relief unless disarms and freeze"), {"freeze": True})), given(parse("a or b"), {"a": True})
    ('not relief unless disarms', True)
    """
    if expression.operator == "name":
        return known.get(expression.name, expression)
    parts = [given(part, known) for part in expression.parts]
    if expression.operator == "not":
        return _contrary(parts[0])
    if expression.operator == "iff":
        return _same(*parts)
    if expression.operator == "if":
        if isinstance(parts[0], bool) or isinstance(parts[1], bool):
            return _joined(Expression("or", expression.parts), [parts[0], _contrary(parts[1])])
        return Expression("if", (parts[0], parts[1]))
    return _joined(expression, parts)


def _joined(expression: Expression, parts: list[Expression | bool]) -> Expression | bool:
    """Join the parts of an ``and``, an ``or`` or an ``unless`` of which some are settled."""
    decisive = expression.operator != "and"
    if any(part is decisive for part in parts):
        return decisive
    left = tuple(part for part in parts if not isinstance(part, bool))
    if not left:
        return not decisive
    return left[0] if len(left) == 1 else Expression(expression.operator, left)


def _same(one: Expression | bool, other: Expression | bool) -> Expression | bool:
    if isinstance(one, bool):
        return other if one else _contrary(other)
    if isinstance(other, bool):
        return one if other else negation(one)
    return Expression("iff", (one, other))


def _contrary(part: Expression | bool) -> Expression | bool:
    return not part if isinstance(part, bool) else negation(part)
