"""Crowds that go by no name: "several thousand people marched through Oslo" are protesters of where they march."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import word_list
from dragoman.statements.acts.groups import Groups

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["marchers"]

_WHERE = ("in", "at", "near", "outside", "inside", "across", "throughout", "around", "through", "on", "to", "into")


def marchers(noun: Token | None, verb: Token, groups: Groups) -> tuple[str, ...]:
    """Those who protest by *verb* where *noun* only counts them; nobody where it says who they are."""
    if noun is None or not _is_crowd(noun):
        return ()
    near = [noun, verb, *clauses.children(verb, "obl"), *clauses.objects(verb)]
    places = (place for head in near for place in clauses.prepositional(head, *_WHERE))
    state = next((found for place in places if (found := groups.state_at(place))), None) or groups.only
    return (f"{state}:protesters" if state else "protesters",)


def _is_crowd(noun: Token) -> bool:
    """ "Several thousand people", "tens of thousands", "hundreds of women": many, of whom no word says which."""
    if noun.lemma_ not in word_list("doers", "crowds") or noun.tag_ == "NN":
        return False
    counted = clauses.prepositional(noun, "of")
    if any(c.pos_ in {"PROPN", "PRON"} for c in noun.subtree if c.i <= noun.i or c in counted):
        return False
    return all(map(_is_crowd, counted))
