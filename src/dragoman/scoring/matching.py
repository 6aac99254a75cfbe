"""Which read statement answers which marked one: one to one, best first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.scoring.agreement import Agreement, compare, overlap, same_place
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Kind, Marked

__all__ = ["ALL_KINDS", "Matching", "Pair", "match"]

ALL_KINDS: tuple[Kind, ...] = ("position", "act", "tie", "view")


@dataclass(frozen=True)
class Pair:
    """A marked statement and the read one that answers it, or comes nearest."""

    gold: Marked
    read: Marked
    agreement: Agreement


@dataclass(frozen=True)
class Matching:
    """All statements of one kind in one article: matched, missed, and read without being in gold.

    Gold of tier "optional" that nobody found is in none of the lists.
    """

    article: str
    kind: Kind
    pairs: tuple[Pair, ...]
    missed: tuple[Marked, ...]
    spurious: tuple[Marked, ...]


def match(
    gold: Sequence[Marked], read: Iterable[Marked], fold: Folding, *, kinds: Sequence[Kind] = ALL_KINDS
) -> tuple[Matching, ...]:
    """Match the statements of *kinds* in each article that *gold* speaks of; what is read elsewhere is left out.

    Candidates stand at the same place and agree in their core slots. The best pair is taken first: one that must be
    found before an optional one, one that agrees in all slots before one that does not, then the longest overlap,
    then text order. Ordered by article, then kind.

    >>> words = {"article": "a", "char_start": 0, "char_end": 30, "kind": "tie", "relation": "ally"}
    >>> tie = Marked.model_validate({**words, "from": ["CHN"], "to": ["PRK"]})
    >>> [found] = match([tie], [tie, tie], Folding(), kinds=["tie"])
    >>> len(found.pairs), len(found.missed), len(found.spurious)
    (1, 0, 1)
    """
    golds, reads = _by_article(gold), _by_article(read)
    groups = ((article, kind) for article in sorted({one.article for one in gold}) for kind in kinds)
    return tuple(_matched(key, golds.get(key, []), reads.get(key, []), fold) for key in groups)


def _by_article(statements: Iterable[Marked]) -> dict[tuple[str, Kind], list[Marked]]:
    found: dict[tuple[str, Kind], list[Marked]] = defaultdict(list)
    for statement in statements:
        found[statement.article, statement.kind].append(statement)
    return found


def _matched(key: tuple[str, Kind], golds: Sequence[Marked], reads: Sequence[Marked], fold: Folding) -> Matching:
    candidates = []
    for g, gold in enumerate(golds):
        for r, read in enumerate(reads):
            if same_place(gold, read) and (agreement := compare(gold, read, fold)).matches:
                rank = (gold.tier != "core", not agreement.full, -overlap(gold, read), g, r)
                candidates.append((rank, agreement))
    pairs: list[Pair] = []
    used_gold: set[int] = set()
    used_read: set[int] = set()
    for (*_, g, r), agreement in sorted(candidates, key=lambda candidate: candidate[0]):
        if g not in used_gold and r not in used_read:
            used_gold.add(g)
            used_read.add(r)
            pairs.append(Pair(golds[g], reads[r], agreement))
    missed = (gold for g, gold in enumerate(golds) if g not in used_gold and gold.tier == "core")
    spurious = (read for r, read in enumerate(reads) if r not in used_read)
    return Matching(*key, tuple(pairs), tuple(missed), tuple(spurious))
