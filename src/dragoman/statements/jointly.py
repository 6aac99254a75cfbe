"""With whom something is done: "jointly with", "together with", "in concert with"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["partners"]

_JOINTLY = {"jointly", "together", "along", "concert", "tandem", "conjunction", "partnership"}


def partners(verb: Token) -> list[Token]:
    """With whom something is done: "proposed a fund jointly with Peru", "sponsored in concert with Chile"."""
    below = [t for head in (verb, *clauses.children(verb, "obj")) for t in clauses.prepositional(head, "with")]
    behind = [t for t in below if t.i > verb.i and t.pos_ in {"PROPN", "NOUN"}]
    cases = [(t, c) for t in behind for c in clauses.children(t, "case")[:1]]
    return [t for t, c in cases if _JOINTLY & {near.lower_ for near in t.doc[c.i - 1 : c.i + 1]}]
