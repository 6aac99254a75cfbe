"""Whose words a clause is: the minister of "the minister said the country would leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import lexicon, word_sets

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.parties import Names
    from dragoman.language.tree import Token

__all__ = ["said_by", "state_of_speaker"]

_SAYING = frozenset(lexicon("positions")["saying"]["words"])
_STATELY = word_sets("nouns")["described states"] | {
    "authority", "government", "ministry", "administration", "army", "military", "parliament", "police", "cabinet",
}  # fmt: skip
_TELLING = ("amod", "compound", "nmod", "nmod:poss", "acl", "acl:relcl")


def said_by(noun: Token) -> Token | None:
    """Who says what *noun* does; nobody where it does nothing that somebody says."""
    says = noun.head.head if noun.dep_ in clauses.SUBJECTS and noun.head.dep_ == "ccomp" else None
    return clauses.subject(says) if says is not None and says.lemma_ in _SAYING else None


def state_of_speaker(noun: Token, one: Callable[[Token], tuple[str, ...]], names: Names) -> str | None:
    """ "Chad's minister said the country would leave": his own state, but none that he says must do something."""
    under = said_by(noun) if noun.lemma_ in _STATELY else None
    if under is None or clauses.children(noun, *_TELLING) or mood.modals(noun.head) & {"must", "should", "shall"}:
        return None
    states = {party_of(p) for p in one(under) if ":" in p and names.sort_of(party_of(p)) == "state"}
    return next(iter(states)) if len(states) == 1 else None
