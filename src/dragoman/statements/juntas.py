"""Whose "the junta" is: of the state that an article has said soldiers rule."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.parties import Mention

__all__ = ["ruled_by_arms"]

_RULERS = r"junta|military (?:rulers?|government|leaders?|regime|authorities|council)"
_BEHIND = re.compile(rf"(?:['’]s?)?\s(?:ruling |new |de facto )?(?:{_RULERS})\b")


def ruled_by_arms(text: str, mentions: Iterable[Mention]) -> str | None:
    """The party of the first of *mentions* behind which *text* has "'s junta", "military rulers"; None if none has."""
    return next((m.party for m in mentions if _BEHIND.match(text, m.end)), None)
