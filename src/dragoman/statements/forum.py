"""Talks of many: the collective that a conference or a treaty is of, and the body that it decides as."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.statements.cast import Cast
    from dragoman.statements.text import ReadText

__all__ = ["collective", "convener"]

_ALL = "countries"
_CHIEF = 5
"""Parties most spoken of, among which a body is one that the article is about."""
_ENOUGH = 3
"""Signs of an assembly from which on an article tells of one."""


def collective(text: ReadText, cast: Cast) -> tuple[str, ...]:
    """Who takes part in talks of many, under one id; nobody where the talks are of a few.

    A body that meets gives its name to its members ("WTO members"); others are "countries". The signs of an assembly
    are words such as "delegates" and "consensus", thirty members or more, and a body that is much spoken of.
    """
    if cast.is_told:
        return ()
    bodies = lexicon("doers")["forums"]["bodies"]
    many = bool(_many().search(text.article.text))
    known = [party for party in cast.by_name[:_CHIEF] if party in bodies]
    if not (known or many):
        return ()
    words = {found.lower() for found in _assembled().findall(text.article.text)}
    if len(words) + bool(known) + many < _ENOUGH:
        return ()
    return (bodies[known[0]] if known else _ALL,)


def convener(cast: Cast, taking_part: tuple[str, ...]) -> tuple[str, ...]:
    """Who would do what an assembly is asked to do: the body in which those who take part decide together.

    It is the body whose members they are ("WTO members"), else the one that the article names most of those in which
    states decide; where there is none, those who take part.
    """
    forums = lexicon("doers")["forums"]
    own = tuple(body for body, members in forums["bodies"].items() if members in taking_part)
    if own or not taking_part:
        return own
    return next(((party,) for party in cast.by_name if party in forums["deciding"]), taking_part)


@cache
def _assembled() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(lexicon('doers')['forums']['words'])})\b", re.IGNORECASE)


@cache
def _many() -> re.Pattern[str]:
    members = "|".join(lexicon("doers")["forums"]["members"])
    return re.compile(rf"\b(?:[3-9]\d|1\d\d|dozens of|scores of) (?:[a-z]+ )?(?:{members})\b", re.IGNORECASE)
