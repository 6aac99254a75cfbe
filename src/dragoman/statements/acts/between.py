"""Acts of parties on each other, on parts of themselves, and of groups on the state that they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import HOSTILE_DEEDS, ActWord, captives
from dragoman.statements.acts.groups import is_state
from dragoman.statements.cast import party_of

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["among_themselves", "are_rebels", "both", "frees_each", "is_joint", "is_reciprocal"]

_PAIR = 2
_TURNED_ON = {"ACCUSE", "REJECT", "REQUEST", "THREATEN", "CONCEDE"}
"""What, beside hostile deeds, parts of a state do to each other, and rebels to the state they are of."""
_EACH_OTHER = ("each other", "one another", "the other")
_TOGETHER = ("shake hands", "same room", "same table", "same stage", "face to face")
"""What takes the other as well: "refused to sit in the same room"."""


def both(actor: tuple[str, ...], target: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is done with each other, both do; where one deals with several, these do not deal with one another."""
    together = tuple(dict.fromkeys([*actor, *target]))
    alone = len({party_of(p) for p in actor}) == 1 and len({party_of(p) for p in together}) > _PAIR
    return (actor, target) if alone else (together, together[::-1])


def is_joint(verb: Token, actor: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """True where those who do it are set side by side and nobody else is named: "Chad and Niger signed a treaty"."""
    if not {party_of(p) for p in target} <= {party_of(p) for p in actor}:
        return False
    noun = clauses.subject(verb)
    around = [noun, *clauses.children(noun, "amod", "compound", "nmod", "nmod:poss")] if noun is not None else []
    return any(len(clauses.conjuncts(part)) > 1 for part in around)


def is_reciprocal(verb: Token) -> bool:
    """ "Recognised each other's borders", "blamed one another", "refused to shake hands"."""
    if any(words in _behind(verb) for words in _EACH_OTHER):
        return True
    tasks = [c for c in clauses.children(verb, "xcomp") if c.i > verb.i and clauses.marker(c) == "to"]
    return any(words in _behind(c) for c in tasks for words in (*_EACH_OTHER, *_TOGETHER))


def _behind(verb: Token) -> str:
    """The words from a verb on."""
    return " ".join(t.lower_ for t in verb.doc[verb.i : min(verb.i + 5, verb.sent.end)])


def frees_each(verb: Token) -> bool:
    """ "Chad and Mali each freed 40 prisoners": those of the other."""
    each = any(c.lower_ == "each" for c in verb.children)
    return each and any(noun.lemma_ in captives() for noun in clauses.objects(verb))


def among_themselves(party: str, actor: tuple[str, ...], word: ActWord) -> bool:
    """True where a person or part of a state acts against another part of it."""
    against = word.event in HOSTILE_DEEDS | _TURNED_ON
    return against and (":" in party or any(":" in one for one in actor)) and party not in actor


def are_rebels(actor: tuple[str, ...], word: ActWord) -> bool:
    """True for groups inside a state that may well turn on it: "rebels attacked the Peruvian army"."""
    inside = all(is_state(party_of(p)) and p.partition(":")[2][:1].islower() for p in actor)
    return inside and word.event in HOSTILE_DEEDS | _TURNED_ON
