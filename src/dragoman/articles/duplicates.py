"""Copies: the same words printed more than once, found and counted once.

An article is known by its shingles, the sequences of five words outside its debris. Which articles to compare is
found by a sketch, every eighth shingle by value [1]_; how alike two are is then counted over all their shingles.

References
----------
.. [1] Broder (1997), On the resemblance and containment of documents: the MOD sketch, which serves containment too.
"""

from __future__ import annotations

import datetime as dt
import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from dragoman.articles.article import Article, Copy

__all__ = ["ALIKE", "merge_copies"]

ALIKE = 0.8
"""An article is a copy where at least this share of its shingles stands in the other."""
SHINGLE = 5
FEWEST = 40
"""Shorter articles, in shingles, are copies only when all their words are the same."""

_SKETCH = 8
_POSTINGS = 30
"""A shingle that many articles share points to this many of them at most, the earliest."""
_PROMISING = 0.4
"""Share of the smaller sketch that two articles must have in common to be compared in full."""

_KEPT = 256
"""Articles whose shingles are held at a time; which to compare comes in order, so that few are made twice."""

_WORD = re.compile(r"\w+")
_FACTORS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xFF51AFD7ED558CCD], np.uint64
)

Codes = NDArray[np.uint64]


def merge_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Return the articles that stay, each with its ``copies``; the order given does not matter.

    Of articles that are copies of each other the earliest stays, then the first by id; undated ones count as
    latest. Where only one holds the other (a shortened reprint), the longer one stays, so that nothing said is lost.

    >>> wire = Article(id="wire", text="Ruritania closed the strait.", source="a.txt", outlet="Agency")
    >>> post = Article(id="post", text="Ruritania closed the strait!\\n", source="b.txt", outlet="Fjord Daily")
    >>> [article] = merge_copies([wire, post])
    >>> article.id, article.outlets, article.copies[0].likeness
    ('post', ('Fjord Daily', 'Agency'), 1.0)
    """
    ordered = sorted(articles, key=_rank)
    shingled = _Shingled(ordered)
    stands_for, sketches = _exact(shingled)
    for copy, original in _near(sketches, shingled).items():
        stands_for[copy] = original
    copies: dict[int, list[int]] = defaultdict(list)
    for number in range(len(ordered)):
        if (root := _root(stands_for, number)) != number:
            copies[root].append(number)
    return tuple(
        _with_copies(ordered[n], [(ordered[c], shingled.likeness(c, n)) for c in copies[n]])
        for n in range(len(ordered))
        if stands_for[n] == n
    )


def _rank(article: Article) -> tuple[dt.date, str]:
    return article.date or dt.date.max, article.id


def _root(stands_for: Sequence[int], number: int) -> int:
    while stands_for[number] != number:
        number = stands_for[number]
    return number


def _with_copies(article: Article, copies: Sequence[tuple[Article, float]]) -> Article:
    if not copies:
        return article
    records = [Copy(id=copy.id, outlet=copy.outlet, source=copy.source, likeness=likeness) for copy, likeness in copies]
    return article.model_copy(update={"copies": (*article.copies, *records)})


class _Shingled:
    """The words and shingles of articles by their number; made when they are asked for, since all would fill memory."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = articles
        self._known: dict[str, int] = {}
        self.shingles = lru_cache(maxsize=_KEPT)(self._shingles)

    def __len__(self) -> int:
        return len(self._articles)

    def codes(self, number: int) -> Codes:
        """A number for each of the words outside debris, capitals aside."""
        words = _WORD.findall(_text_outside_debris(self._articles[number]).casefold())
        for word in words:
            if word not in self._known:
                self._known[word] = zlib.crc32(word.encode()) | zlib.adler32(word.encode()) << 32
        return np.fromiter(map(self._known.__getitem__, words), np.uint64, len(words))

    def likeness(self, copy: int, original: int) -> float:
        """The share of the copy's shingles that the original has."""
        if np.array_equal(self.codes(copy), self.codes(original)):
            return 1.0
        own = self.shingles(copy)
        return round(_common(own, self.shingles(original)) / max(len(own), 1), 4)

    def _shingles(self, number: int) -> Codes:
        return _shingles(self.codes(number))


def _text_outside_debris(article: Article) -> str:
    ends = [0, *(part.end for part in article.debris)]
    starts = [*(part.start for part in article.debris), len(article.text)]
    return " ".join(article.text[end:start] for end, start in zip(ends, starts, strict=True))


def _exact(shingled: _Shingled) -> tuple[list[int], dict[int, Codes]]:
    """For each article the first one with the same words; of each such first one that is long enough, the sketch."""
    first: dict[bytes, int] = {}
    stands_for: list[int] = []
    sketches: dict[int, Codes] = {}
    for number in range(len(shingled)):
        codes = shingled.codes(number)
        stands_for.append(first.setdefault(blake2b(codes.tobytes(), digest_size=16).digest(), number))
        if stands_for[-1] == number and len(own := _shingles(codes)) >= FEWEST:
            sketches[number] = own[own % np.uint64(_SKETCH) == 0]
    return stands_for, sketches


def _shingles(codes: Codes) -> Codes:
    """The distinct shingles as sorted 64-bit numbers; two different ones agree by chance once in 10^19 pairs."""
    count = len(codes) - SHINGLE + 1
    if count < 1:
        return np.empty(0, np.uint64)
    mixed = np.zeros(count, np.uint64)
    for place, factor in enumerate(_FACTORS):
        mixed = (mixed ^ (codes[place : place + count] * factor)) * _FACTORS[0]
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


def _common(one: Codes, other: Codes) -> int:
    return len(np.intersect1d(one, other, assume_unique=True))


def _near(sketches: dict[int, Codes], shingled: _Shingled) -> dict[int, int]:
    """For each near copy the article that stands for it; numbers are in order of rank."""
    held: dict[int, tuple[int, float]] = {}
    mutual: dict[int, list[int]] = defaultdict(list)
    for one, other in _promising(sketches):
        own, others = shingled.shingles(one), shingled.shingles(other)
        common = _common(own, others)
        share_one, share_other = common / len(own), common / len(others)
        if share_one >= ALIKE and share_other >= ALIKE:
            mutual[other].append(one)
        elif max(share_one, share_other) >= ALIKE:
            short, long, share = (one, other, share_one) if share_one >= ALIKE else (other, one, share_other)
            if short not in held or share > held[short][1]:
                held[short] = (long, share)
    found = {short: long for short, (long, _) in held.items()}
    for number in sorted(mutual):
        original = next((one for one in sorted(mutual[number]) if one not in found), None)
        if number not in found and original is not None:
            found[number] = original
    return found


def _promising(sketches: dict[int, Codes]) -> Iterator[tuple[int, int]]:
    """Pairs, lower number first and in order, whose sketches have enough in common to be worth counting."""
    beyond = max(sketches, default=0) + 1
    shared = array("q")
    for numbers in _sharing(sketches):
        first = numbers[:_POSTINGS]
        shared.extend(one * beyond + other for place, one in enumerate(first) for other in numbers[place + 1 :])
        shared.extend(one * beyond + other for one, other in pairwise(numbers[_POSTINGS:]))
    pairs, counts = np.unique(np.array(shared, np.int64), return_counts=True)
    for pair, count in zip(pairs.tolist(), counts.tolist(), strict=True):
        one, other = divmod(pair, beyond)
        if count >= _PROMISING * min(len(sketches[one]), len(sketches[other])):
            yield one, other


def _sharing(sketches: dict[int, Codes]) -> Iterator[list[int]]:
    """For each shingle in several sketches the numbers of their articles, in order."""
    if not sketches:
        return
    numbers = np.repeat(np.fromiter(sketches, np.int64), [len(sketch) for sketch in sketches.values()])
    values = np.concatenate(list(sketches.values()))
    order = np.lexsort((numbers, values))
    numbers, values = numbers[order], values[order]
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))
    ends = np.append(starts[1:], len(values))
    several = ends - starts > 1
    for start, end in zip(starts[several].tolist(), ends[several].tolist(), strict=True):
        yield numbers[start:end].tolist()
