"""Whether the words around a date speak of what was or of what is to come: a guess for "on Tuesday" and "in May"."""

from __future__ import annotations

import re

from dragoman.language.date_span import Direction
from dragoman.language.words import word_set

__all__ = ["guess_direction"]

_BEFORE, _AFTER = 120, 60
"""Characters before and after a date that are looked at, never past the end of the sentence."""
_WORDS_BEFORE, _WORDS_AFTER = 12, 6

_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’]\w+)?")


def guess_direction(text: str, start: int, end: int) -> Direction:
    """Return past or future for the date at ``text[start:end]``, by the nearest telling word of its sentence.

    >>> sentence = "The minister said on Monday that talks will resume on Thursday."
    >>> guess_direction(sentence, 21, 27), guess_direction(sentence, 54, 62)
    ('past', 'future')
    """
    before = _SENTENCE_END.split(text[max(0, start - _BEFORE) : start])[-1]
    words = [word.lower() for word in _WORD.findall(before)][-_WORDS_BEFORE:]
    for place in range(len(words) - 1, -1, -1):
        found = _telling(words, place)
        if found:
            return found
    after = _SENTENCE_END.split(text[end : end + _AFTER])[0]
    words = [word.lower() for word in _WORD.findall(after)][:_WORDS_AFTER]
    for place in range(len(words)):
        found = _telling(words, place)
        if found:
            return found
    return "past"


def _telling(words: list[str], place: int) -> Direction | None:
    word = words[place]
    if word == "to" and words[place - 1 : place] and words[place - 1] in {"is", "are"}:
        return "future"
    if word == "set":
        return "future" if words[place + 1 : place + 2] in (["to"], ["for"]) else "past"
    if word in word_set("to come"):
        return "future"
    if word in word_set("gone by") or (word.endswith("ed") and len(word) > len("need")):
        return "past"
    return None
