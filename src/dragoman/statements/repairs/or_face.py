"""What somebody is asked to do, and what else he would suffer: "told Chad to pay or face sanctions"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["SUFFERED", "or_face"]

SUFFERED = frozenset({"face", "risk", "lose", "suffer", "forfeit", "see", "watch", "incur"})
"""Verbs of what befalls whoever does not do as he is told."""
_BEFALLING = SUFFERED | {"be", "court"}
"""The same right behind "or", where "be" begins a passive and "court" is no noun."""
_HELPERS = {"to", "must", "should", "will", "can", "shall"}


@at(words={"or"})
def or_face(token: Token) -> None:
    """ "To pay or face sanctions": the second verb is no other thing asked, and no noun beside the first's object."""
    if token.lower_ != "or" or token.i + 2 >= token.sent.end or not token.i:
        return
    other = token.nbor(2) if token.nbor().lower_ == "else" else token.nbor()
    if other.lower_ not in _BEFALLING or other.i + 1 >= token.sent.end:
        return
    verb = _asked_before(token)
    if verb is None or verb.head is other or other in verb.ancestors:
        return
    doc, end = token.doc, other.sent.end
    outer = {verb, *verb.ancestors}
    ours = [t for t in doc[other.i + 1 : end] if t.head in outer or (t.head.i < token.i and verb in t.ancestors)]
    taken = [t for t in ours if t.dep_ in {"obj", "conj", "nmod", "obl", "xcomp"}]
    for kept in [t for t in doc[verb.i + 1 : token.i] if t.head in taken]:
        attach(kept, verb, "obj" if kept.pos_ in {"NOUN", "PROPN", "PRON"} else "advmod")
    attach(other, verb, "parataxis")
    attach(token, other, "cc")
    for each in taken:
        attach(each, other, "obj" if each.dep_ != "obl" else "obl")
    other.pos_, other.tag_, other.lemma_ = "AUX" if other.lower_ == "be" else "VERB", "VB", other.lower_


def _asked_before(token: Token) -> Token | None:
    """The plain verb behind "to" or "must" that "or" goes on from: the nearest before it."""
    for before in reversed(token.doc[token.sent.start : token.i]):
        if before.pos_ == "VERB" and before.tag_ in {"VB", "VBP"}:
            led = clauses.marker(before) == "to" or any(c.lower_ in _HELPERS for c in clauses.children(before, "aux"))
            return before if led else None
    return None
