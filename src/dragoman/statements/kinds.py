"""Bodies by what they are, behind their name: "Germany's liberal FDP party", "the powerful UGTT union"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["of_kind"]

_KINDS = {
    "party": {"movement"}, "movement": {"movement"}, "union": {"organisation", "movement"},
    "federation": {"organisation", "movement"}, "confederation": {"organisation", "movement"},
    "guild": {"organisation"}, "militia": {"movement"}, "association": {"organisation"}, "airline": {"company"},
    "carmaker": {"company"}, "retailer": {"company"}, "bloc": {"bloc", "movement"},
}  # fmt: skip
"""What a body is called behind its name, and the sorts of names that such bodies have."""


def of_kind(text: ReadText, noun: Token) -> tuple[str, ...]:
    """The body whose name stands right before *noun*, which only says what it is, whosever land it is of."""
    sorts = _KINDS.get(noun.lemma_) if noun.tag_ == "NN" and noun.i > noun.sent.start else None
    if sorts is None or noun.nbor(-1) not in clauses.children(noun, "compound", "flat"):
        return ()
    name = noun.nbor(-1)
    ending = (m for m in text.at.get(name.i, ()) if m.sort in sorts and m.end == name.idx + len(name))
    return tuple(m.id for m in ending)[:1]
