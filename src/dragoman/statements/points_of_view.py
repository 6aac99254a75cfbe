"""In whose view something is so: "in the eyes of Paris", "as Kenya sees it", "for Ankara, the militia must leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["due_for", "seen_by"]

_VIEWS = {
    "view", "opinion", "eye", "judgement", "judgment", "reading", "mind", "telling", "estimation", "reckoning", "book",
    "assessment",
}  # fmt: skip
"""What something is so in: "in Turkey's view"."""
_BEFORE = {"in", "to", "by"}
_DUE = {"must", "should", "have to", "need", "ought"}
_SEEING = {"see", "put", "read", "tell"}
"""How one has it: "as Kenya sees it"."""


def seen_by(phrase: Token) -> Token | None:
    """The word for whoever sees it so, of a phrase or a clause beside what is seen; none where it tells no view."""
    before = clauses.preposition(phrase)
    if phrase.dep_ == "advcl":
        way = clauses.marker(phrase) == "as" and phrase.lemma_ in _SEEING
        it = any(c.lower_ in {"it", "things", "matters"} for c in clauses.children(phrase, "obj"))
        return clauses.subject(phrase) if way and it else None
    if phrase.lemma_ in _VIEWS and before in _BEFORE:
        return _owner(phrase)
    if phrase.lemma_ in {"point", "perspective", "standpoint", "viewpoint"} and before == "from":
        views = [c for c in clauses.prepositional(phrase, "of") if c.lemma_ == "view"]
        return _owner(phrase) or next((owner for c in views if (owner := _owner(c)) is not None), None)
    return None


def _owner(noun: Token) -> Token | None:
    return next(iter([*clauses.children(noun, "nmod:poss"), *clauses.prepositional(noun, "of")]), None)


def due_for(clause: Token) -> Token | None:
    """The word behind "for" or "to" that opens a sentence about what must be: "For Ankara, the militia must leave"."""
    first = clause.doc[clause.sent.start]
    if first.lower_ not in {"for", "to"} or not {"must", "should", "have", "need", "ought"} & clause.sent.words:
        return None
    bound = mood.modals(clause) & _DUE or clause.lemma_ in {"have", "need", "ought"}
    fronted = [c for c in clauses.children(clause, "obl") if c.left_edge == first and c.pos_ == "PROPN"]
    if not bound or not fronted:
        return None
    return fronted[0] if fronted[0].nbor().text == "," else None
