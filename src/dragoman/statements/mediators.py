"""Words for those who mediate: "the mediators", "the facilitator"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.cast import Cast
    from dragoman.statements.officers import Officers

__all__ = ["BETWEEN_SIDES", "mediating"]

BETWEEN_SIDES = {"mediator", "facilitator", "broker", "intermediary", "arbitrator"}


def mediating(noun: Token, cast: Cast, officers: Officers) -> tuple[str, ...]:
    """Those of the article that mediate, where nothing beside the noun says whose they are.

    "The mediator" is the person so called, else the one of them that is named most.
    """
    if clauses.children(noun, "amod", "compound", "nmod", "nmod:poss"):
        return ()
    told = tuple(p for p in cast.by_name if p in cast.told_mediating)
    if noun.tag_ == "NNS":
        return told
    the = any(child.lower_ == "the" for child in noun.children)
    return () if not the or officers.is_anybody(noun) else told[:1]
