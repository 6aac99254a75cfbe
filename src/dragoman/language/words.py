"""Words of a text with their places: what names are looked up in, and what a listed name is cut into."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

__all__ = ["Words", "fits", "key", "split", "word_set"]

_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphens, zero-width characters and marks of direction: they stand inside words and are no part of them."""

_WORD = re.compile(
    rf"[A-Z]{{1,3}}\$"  # US$
    rf"|[^\W\d_](?:\.[^\W\d_])+(?:\.|(?!\w))"  # U.S. and U.S
    rf"|[^\W_]+(?:[{_UNSEEN}]+[^\W_]+)*"
    rf"|[^\w\s{_UNSEEN}]|_"
)
_HIDDEN = re.compile(f"[{_UNSEEN}.]")
_APOSTROPHES = {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "–": "-"}
_LETTERS = str.maketrans(
    {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}
)
_HEADLINE_SHARE = 0.6
_HEADLINE_WORDS = 4
_LONG_WORD = 4
_LINE_LIMIT = 250
_STOP = re.compile(r"[a-z][.;]['”\"]?(?:\s|$)")
_WORD_SETS = "word_sets.txt"
_OPENERS = frozenset(".!?:;\"“”‘(—–•*|>'")


@lru_cache(maxsize=1 << 16)
def key(word: str) -> str:
    """Return what a word is looked up by: lower case, without accents, dots of initials and unseen characters.

    >>> key("U.S."), key("Bogotá"), key("’")
    ('us', 'bogota', "'")
    """
    if word.isascii() and "." not in word:
        return word.lower()
    if len(word) == 1 and not word.isalnum():
        return _APOSTROPHES.get(word, word)
    word = word.translate(_LETTERS)
    bare = unicodedata.normalize("NFKD", _HIDDEN.sub("", word) or word)
    return "".join(char for char in bare if not unicodedata.combining(char)).lower()


def fits(written: str, listed: str) -> bool:
    """True where *written* has letters of a size that the *listed* word of the same key may have.

    A listed word in small letters takes any; a capitalised one must be capitalised; one in capitals must be in
    capitals, though from four letters on it may be written like a name (Nato, Opec).

    >>> fits("IRAN", "Iran"), fits("turkey", "Turkey"), fits("us", "US"), fits("Nato", "NATO")
    (True, False, False, True)
    """
    if listed.islower() or written == listed or not listed[0].isalpha():
        return True
    bare, letters = written.replace(".", ""), listed.replace(".", "")
    if letters.isupper() and len(letters) > 1:
        return bare.isupper() or (len(letters) >= _LONG_WORD and bare[:1].isupper())
    if len(letters) < _LONG_WORD and not letters.istitle():
        return bare.isupper()
    return written[0].isupper()


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text, in order; the lists run side by side.

    ``starts`` and ``ends`` are code points into ``text``, half open. A mark of punctuation is a word of its own;
    initials such as ``U.S.`` are one word. ``capitals`` are the numbers of those that begin with a capital letter.
    """

    text: str
    written: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[int]

    def __len__(self) -> int:
        return len(self.written)

    def capitalised(self, at: int) -> bool:
        """True where the word at *at* exists and begins with a capital letter."""
        return 0 <= at < len(self.written) and self.written[at][0].isupper()

    def joined(self, at: int) -> bool:
        """True where only blanks on one line stand between the word at *at* and the one before."""
        return at > 0 and self.text[self.ends[at - 1] : self.starts[at]].strip(" \t\u00a0") == ""

    def opens_sentence(self, at: int) -> bool:
        """True where the word at *at* begins the text or a line, or follows a mark that ends or opens a sentence."""
        return at == 0 or not self.joined(at) or self.keys[at - 1] in _OPENERS

    def headline(self, at: int) -> bool:
        """True where the line around the word at *at* is short, ends no sentence and is mostly in capitals."""
        here, text = self.starts[at], self.text
        low, high = max(0, here - _LINE_LIMIT), min(len(text), here + _LINE_LIMIT)
        start, stop = text.rfind("\n", low, here), text.find("\n", here, high)
        if (start < 0 < low) or (stop < 0 and high < len(text)):
            return False
        return _in_title_case(text[start + 1 if start >= 0 else low : stop if stop >= 0 else high])


@lru_cache(maxsize=256)
def _in_title_case(line: str) -> bool:
    long_words = [word for word in re.findall(r"[^\W\d_]+", line) if len(word) >= _LONG_WORD]
    capital = sum(word[0].isupper() for word in long_words)
    return (
        not _STOP.search(line) and len(long_words) >= _HEADLINE_WORDS and capital >= _HEADLINE_SHARE * len(long_words)
    )


def split(text: str) -> Words:
    """Cut *text* into words, in time linear in its length.

    >>> split("The U.S.-North Korea talks, Kim’s hope").written
    ['The', 'U.S.', '-', 'North', 'Korea', 'talks', ',', 'Kim', '’', 's', 'hope']
    """
    spans = [match.span() for match in _WORD.finditer(text)]
    written = [text[start:end] for start, end in spans]
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    capitals = [at for at, word in enumerate(written) if word[0].isupper()]
    return Words(text, written, list(map(key, written)), starts, ends, capitals)


def word_set(name: str) -> frozenset[str]:
    """Return a set of words that the finding of names goes by, from ``word_sets.txt``.

    >>> "monday" in word_set("calendar")
    True
    """
    return _word_sets()[name]


@lru_cache(maxsize=1)
def _word_sets() -> dict[str, frozenset[str]]:
    text = files("dragoman.language").joinpath(_WORD_SETS).read_text(encoding="utf-8")
    sets = {}
    for block in text.split("\n[")[1:]:
        heading, _, words = block.partition("\n")
        sets[heading.partition("]")[0]] = frozenset(words.split())
    return sets
