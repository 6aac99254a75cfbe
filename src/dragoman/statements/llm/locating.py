"""Where a quote stands in a sentence: exactly, but for typography, nearly, or not at all."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from dragoman.statements.llm.folding import fold

__all__ = ["NotFound", "Place", "locate"]

LONGEST_QUOTE = 700
LEAST_LIKENESS = 88.0
"""Of 100: how like the article's words a quote must be that does not stand there as it is."""
_LEAST_FUZZY_WORDS = 4
_LEAST_LIKE_WORD = 85.0
"""Of 100: how like each other two forms of a word are: lift and lifts, re-open and reopen; not accept and except."""
_SMALL = frozenset("a an the of that its his her their".split())
"""Words that a quote may have too many or too few."""
_WORD = re.compile(r"\w+")
_GAP = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*")
_NEGATION = re.compile(r"\b(?:not|no|never|none|nor|neither|without|cannot|nobody|nothing)\b|n't\b")
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Place:
    """A range of the text searched, how it was found there, and how like the quote it is, 0-100."""

    start: int
    end: int
    how: Literal["exact", "folded", "fuzzy"]
    likeness: float = 100.0


@dataclass(frozen=True)
class NotFound:
    """Why a quote has no place, to be read behind the quote."""

    why: str


def locate(quote: str, sentence: str, *, near: bool = True) -> Place | NotFound:
    """Find *quote* in *sentence*: as it is, but for typography, or, where *near* will do, nearly; words must be whole.

    A quote with "..." in it is found where its parts stand in order, and stands for all from the first to the last.
    A near match may have a slip in a word or a small word too few. It never passes over another word, a negation or a
    number: "agreed to leave" does not stand where "refused to leave" does.

    >>> text = "Ruritania said it “will not\\u00a0reopen” the strait by 4 May."
    >>> locate("will not reopen” the strait", text)
    Place(start=19, end=46, how='folded', likeness=100.0)
    >>> locate("said it will not re-open the strait", text).how
    'fuzzy'
    >>> locate("said it will reopen the strait", text)
    NotFound(why='comes near words that differ from it in a negation')
    >>> locate("will sign tomorrow", text)
    NotFound(why='does not stand in the sentence')
    """
    quote = quote.strip()
    if not re.search(r"\w", quote):
        return NotFound("holds no word")
    if len(quote) > LONGEST_QUOTE:
        return NotFound(f"is longer than {LONGEST_QUOTE} characters")
    for start, end in _occurrences(quote, sentence):
        return Place(start, end, "exact")
    folded = _folded(quote, sentence)
    if folded:
        return Place(*folded, "folded")
    return _fuzzy(quote, sentence) if near else NotFound("does not stand in the sentence")


def _folded(quote: str, sentence: str) -> tuple[int, int] | None:
    """The range in *sentence* from the first part of *quote* to the last, parts being what "..." divides."""
    source, at = fold(sentence), 0
    parts = [fold(part).text.strip() for part in _GAP.split(quote)]
    found: list[tuple[int, int]] = []
    for part in (part for part in parts if part):
        place = next(_occurrences(part, source.text, at), None)
        if place is None:
            return None
        found.append(place)
        at = place[1]
    return source.source(found[0][0], found[-1][1]) if found else None


def _occurrences(words: str, text: str, at: int = 0) -> Iterator[tuple[int, int]]:
    """Where *words* stand in *text* from *at* on, without cutting a word of the text in two."""
    start = text.find(words, at)
    while start >= 0:
        end = start + len(words)
        if not (_inside_word(text, start) or _inside_word(text, end)):
            yield start, end
        start = text.find(words, start + 1)


def _inside_word(text: str, place: int) -> bool:
    """True where *place* parts two letters or digits of one word; scripts without case do not part words by spaces."""
    if not 0 < place < len(text):
        return False
    return all(letter.isdigit() or letter.lower() != letter.upper() for letter in text[place - 1 : place + 1])


def _fuzzy(quote: str, sentence: str) -> Place | NotFound:
    source, wanted = fold(sentence), fold(quote).text.strip()
    if len(wanted.split()) < _LEAST_FUZZY_WORDS or not source.text:
        return NotFound("does not stand in the sentence")
    near = fuzz.partial_ratio_alignment(wanted, source.text, score_cutoff=LEAST_LIKENESS - 10)
    if near is None or len(wanted) > len(source.text) * 1.2:
        return NotFound("does not stand in the sentence")
    pieces = [(m.start(), m.end()) for m in _WORD.finditer(source.text) if _meets(m, near.dest_start, near.dest_end)]
    mine, theirs = _WORD.findall(wanted), [source.text[a:b] for a, b in pieces]
    steps = difflib.SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    first = steps[0][4] if steps and steps[0][0] == "insert" else 0
    last = steps[-1][3] if steps and steps[-1][0] == "insert" else len(theirs)
    if first >= last:
        return NotFound("does not stand in the sentence")
    start, end = pieces[first][0], pieces[last - 1][1]
    words = source.text[start:end]
    likeness = fuzz.ratio(wanted, words)
    why = _differs(wanted, words)
    if likeness < LEAST_LIKENESS or why:
        return NotFound(why or "does not stand in the sentence")
    return Place(*source.source(start, end), "fuzzy", round(likeness, 1))


def _meets(word: re.Match[str], start: int, end: int) -> bool:
    return word.start() < end and start < word.end()


def _differs(wanted: str, words: str) -> str | None:
    """What keeps *words* from being *wanted* with a slip: a negation, a number, or some other word."""
    for what, pattern in (("negation", _NEGATION), ("number", _NUMBER)):
        if sorted(pattern.findall(wanted)) != sorted(pattern.findall(words)):
            return f"comes near words that differ from it in a {what}"
    other = _other_word(_WORD.findall(wanted), _WORD.findall(words))
    return None if other is None else f'comes near words that differ from it in "{other[:40]}"'


def _other_word(wanted: list[str], words: list[str]) -> str | None:
    """The first word of quote or text for which the other has no form of the same; None where all agree."""
    for what, i, j, k, m in difflib.SequenceMatcher(None, wanted, words, autojunk=False).get_opcodes():
        mine, theirs = wanted[i:j], words[k:m]
        if what == "equal" or (what != "replace" and _SMALL.issuperset(mine + theirs)):
            continue
        one, two = "".join(mine), "".join(theirs)
        if what != "replace" or one[0] != two[0] or fuzz.ratio(one, two) < _LEAST_LIKE_WORD:
            return " ".join(mine or theirs)
    return None
