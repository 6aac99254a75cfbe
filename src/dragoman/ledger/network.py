"""The discourse network: which parties take the same stand on the same matters, and which take opposite ones.

References
----------
Leifeld (2017), "Discourse network analysis: policy debates as dynamic networks", in Victor, Montgomery and Lubell
(eds), *The Oxford Handbook of Political Networks*; and his program Discourse Network Analyzer, whose congruence,
conflict, subtract, average activity and Jaccard are these. Cosine is the usual one, over the lengths of the two
parties' vectors; that program divides by the product of their counts.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, get_args

from dragoman.ledger.sheets import Table, Value, csv_bytes
from dragoman.ledger.stands import Stand
from dragoman.ledger.thesaurus import load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.plain import printable

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

__all__ = ["KINDS", "NORMS", "Kind", "Network", "Norm", "Pair", "network"]

Kind = Literal["congruence", "conflict", "subtract"]
"""Count the matters on which two parties agree, on which they differ, or the first less the second."""

Norm = Literal["none", "average", "jaccard", "cosine"]
"""What the counts are divided by, so that parties who speak much do not stand close to everybody."""

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
NORMS: Final[tuple[Norm, ...]] = get_args(Norm)


@dataclass(frozen=True)
class Pair:
    """Two parties: the value of their edge, and the matters on which they agree and differ."""

    value: float
    agree: tuple[str, ...]
    differ: tuple[str, ...]


@dataclass(frozen=True)
class Network:
    """A network of parties, in order of name; ``stands`` counts what each said; pairs of value 0 are left out."""

    kind: Kind
    norm: Norm
    actors: Mapping[str, str]
    stands: Mapping[str, int]
    pairs: Mapping[tuple[str, str], Pair]

    def to_networkx(self) -> nx.Graph[str]:
        """The network as a graph: ``weight`` is never negative, ``value`` has the sign.

        Programs that draw networks take the weight, and some drop edges whose weight is negative.
        """
        import networkx as nx  # noqa: PLC0415 - slow to load, and few callers need it

        graph: nx.Graph[str] = nx.Graph(kind=self.kind, normalised=self.norm)
        for actor, label in self.actors.items():
            graph.add_node(actor, label=printable(label), stands=self.stands[actor])
        for (one, other), pair in self.pairs.items():
            graph.add_edge(
                one, other, weight=abs(pair.value), value=pair.value,
                agree_on=printable("; ".join(pair.agree)), differ_on=printable("; ".join(pair.differ)),
            )  # fmt: skip
        return graph

    def to_graphml(self) -> str:
        """The network as GraphML, which Gephi, Cytoscape, visone and igraph open."""
        import networkx as nx  # noqa: PLC0415

        return "\n".join(nx.generate_graphml(self.to_networkx(), named_key_ids=True)) + "\n"

    def value(self, one: str, other: str) -> float:
        """The value between two parties, 0 where nothing ties or parts them."""
        pair = self.pairs.get((one, other)) or self.pairs.get((other, one))
        return pair.value if pair else 0.0

    def to_csv(self) -> bytes:
        """The network as a symmetric matrix of values in CSV, labelled with the parties' ids."""
        rows: tuple[tuple[Value, ...], ...] = tuple(
            (one, *(self.value(one, other) for other in self.actors)) for one in self.actors
        )
        return csv_bytes(Table("network", ("", *self.actors), rows))

    def to_pandas(self) -> pd.DataFrame:
        """The same as a data frame."""
        import pandas as pd  # noqa: PLC0415

        values = [[self.value(one, other) for other in self.actors] for one in self.actors]
        return pd.DataFrame(values, index=list(self.actors), columns=list(self.actors))


def network(
    taken: Sequence[Stand], *, kind: Kind = "congruence", norm: Norm = "none", repeats: bool = False,
    labels: Mapping[str, str] | None = None,
) -> Network:  # fmt: skip
    """Return who agrees with whom, by counting matters.

    A party counts once for each side of a matter that it takes, or with *repeats* as often as it says so; then a pair
    counts the product. A party that takes both sides agrees and differs with each who takes one.

    Parameters
    ----------
    taken
        From :func:`dragoman.ledger.stands.stands`, or of one of its windows.
    kind
        *congruence*, *conflict*, or *subtract*, the first less the second.
    norm
        *none*; *average* divides by the mean of how many stands the two take; *jaccard* by how many stands there are
        between them; *cosine* by the product of the lengths of their vectors of stands.

    Examples
    --------
    >>> said = [Stand("RUR", "sanctions", True), Stand("GRK", "sanctions", True), Stand("ELB", "sanctions", False),
    ...         Stand("RUR", "talks", True), Stand("GRK", "talks", False)]
    >>> {pair: edge.value for pair, edge in network(said, kind="subtract").pairs.items()}
    {('ELB', 'GRK'): -1.0, ('ELB', 'RUR'): -1.0}
    >>> round(network(said, norm="cosine").pairs["GRK", "RUR"].value, 2)
    0.5
    """
    counts: dict[str, Counter[tuple[str, bool]]] = {}
    for stand in sorted(taken, key=lambda stand: stand.actor):
        own = counts.setdefault(stand.actor, Counter())
        own[stand.concept, stand.agrees] += 1
    weights = counts if repeats else {actor: Counter(dict.fromkeys(own, 1)) for actor, own in counts.items()}
    voices = Voices(load_thesaurus())
    pairs: dict[tuple[str, str], Pair] = {}
    for place, one in enumerate(weights):
        for other in list(weights)[place + 1 :]:
            pair = _pair(weights[one], weights[other], kind, norm)
            if pair.value:
                pairs[one, other] = pair
    names = {actor: (labels or {}).get(actor) or voices.label(actor) for actor in weights}
    return Network(kind, norm, names, {actor: own.total() for actor, own in counts.items()}, pairs)


def _pair(one: Counter[tuple[str, bool]], other: Counter[tuple[str, bool]], kind: Kind, norm: Norm) -> Pair:
    agree, differ = 0, 0
    agreed, differed = set[str](), set[str]()
    for (concept, side), number in one.items():
        agree += number * other[concept, side]
        differ += number * other[concept, not side]
        agreed |= {concept} if other[concept, side] else set()
        differed |= {concept} if other[concept, not side] else set()
    count = {"congruence": agree, "conflict": differ, "subtract": agree - differ}[kind]
    divisor = _divisor(one, other, norm)
    return Pair(count / divisor if divisor else 0.0, tuple(sorted(agreed)), tuple(sorted(differed)))


def _divisor(one: Counter[tuple[str, bool]], other: Counter[tuple[str, bool]], norm: Norm) -> float:
    if norm == "average":
        return (one.total() + other.total()) / 2
    if norm == "jaccard":
        alone = sum(n for said, n in one.items() if not other[said]) + sum(
            n for said, n in other.items() if not one[said]
        )
        return alone + sum(number * other[stand] for stand, number in one.items())
    if norm == "cosine":
        return math.prod(math.sqrt(sum(number**2 for number in own.values())) for own in (one, other))
    return 1.0
