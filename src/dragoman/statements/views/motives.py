"""Why somebody acts: "in order to win time", "fearing a split", "citing the cost"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, stretches
from dragoman.statements.views.context import Held, ViewContext

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["AIMS", "by_motive"]

AIMS = {"advcl", "acl", "obl", "conj"}
"""How a purpose hangs on."""
_LONGEST = 120
"""Characters of a deed that are told with its motive."""


def by_motive(ctx: ViewContext, token: Token) -> Iterator[Held]:
    """A clause that says what for, or why."""
    first = token.left_edge.i + token.left_edge.is_punct
    if token.doc[first].lower_ not in ctx.aiming:
        return
    lead = " ".join(t.lower_ for t in token.doc[first : first + 4])
    purpose = next((words for words in ctx.words["purpose"] if f"{lead} ".startswith(f"{words} ")), None)
    if purpose is None:
        return
    deed = clauses.governor(token)
    under = clauses.subject(token)
    own = under if under is not None and (purpose != "because" or under.pos_ == "PRON") else None
    holders = ctx.holders(own) or ctx.holders(clauses.subject(deed))
    start, end = stretches.phrase(token)
    about = ctx.between(deed.idx, start) if 0 < start - deed.idx < _LONGEST else None
    for holder in holders[:1]:
        words = ctx.between(start, end)
        rule = f"motive:{purpose}"
        yield Held(token, start, end, holder[:1], words, rule, 0.5, motive=True, about=about)
