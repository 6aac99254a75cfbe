"""Whose ground a place is: states, parts of them, and towns."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["ground"]


def ground(place: Token, text: ReadText) -> str | None:
    """The state on whose ground *place* lies: a state's own name, a part of it ("Kashmir"), or a town ("Basra")."""
    mentions = text.at.get(place.i, ())
    state = next((m.party for m in mentions if m.sort in {"state", "capital", "demonym"}), None)
    regions = (home for m in mentions if m.sort == "region" and (home := text.names.home(m.party)))
    return state or next(regions, None) or _of_town(place)


def _of_town(place: Token) -> str | None:
    """The state of a town or province, by the whole of its name or by its last words."""
    first = place.i
    while first > place.sent.start and place.doc[first - 1].head is place and place.doc[first - 1].text[:1].isupper():
        first -= 1
    names = (" ".join(t.text for t in place.doc[start : place.i + 1]) for start in range(first, place.i + 1))
    return next((state for name in names if (state := _towns().get(name))), None)


@cache
def _towns() -> dict[str, str]:
    return {town: state for state, towns in lexicon("towns").items() for town in towns}
