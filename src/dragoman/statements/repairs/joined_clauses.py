"""Clauses joined by "and" whose subject is taken for one more name: "left Lima on Monday and Chile signed the pact"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import at
from dragoman.statements.repairs.attaching import FINITE, attach

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["subject_behind_and"]

_BETWEEN = {"AUX", "ADV", "PART"}
_HELD = {"conj", "xcomp", "advcl", "ccomp", "parataxis"}
_THINKING = frozenset(lexicon("views")["believing"]) | {"know", "mean", "show", "hope", "prove", "find", "make"}
"""Verbs behind which a clause may begin without "that"."""
_OPENING = {"that", "whether", "if", "between", "both", "which", "who", "whom", "whose", "where", "when", "how", "than"}
"""Words behind which two names belong together, or a clause of its own begins."""


@at(parts={"PROPN"}, labels={"conj"}, bearing=True)
def subject_behind_and(token: Token, saying: frozenset[str]) -> None:
    """ "Broke off talks in Lima and Chile recalled its envoy": who stands behind "and" is the subject."""
    joining = clauses.children(token, "cc")
    if token.dep_ != "conj" or not joining or joining[0].lower_ not in {"and", "but"} or joining[0].i > token.i:
        return
    if clauses.children(token, "case"):
        return
    verb = _verb_behind(token)
    if verb is None or verb.dep_ not in _HELD or clauses.children(verb, "mark", "cc"):
        return
    first = next((a for a in token.ancestors if a.pos_ == "VERB" and a.i < token.i), None)
    if first is None or first.lemma_ in saying | _THINKING or not any(a is first for a in verb.ancestors):
        return
    taken = clauses.children(verb, *clauses.SUBJECTS)
    if taken and not (
        verb.head is first and _is_object(taken[0], first) and any(a is taken[0] for a in token.ancestors)
    ):
        return
    between = token.doc[first.i + 1 : joining[0].i] if first.i < joining[0].i else []
    apart = between and between[0].pos_ != "PROPN"
    if not apart or any(t.text in {",", ";", ":"} or t.lower_ in _OPENING for t in between) or not _has_subject(first):
        return
    for noun in taken:
        noun.hang(first, "obj")
    attach(token, verb, "nsubj")
    attach(joining[0], verb, "cc")
    attach(verb, first, "conj")


def _verb_behind(noun: Token) -> Token | None:
    """The finite verb right behind *noun*, with nothing but helpers and adverbs between."""
    for word in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 5)]:
        if word.pos_ == "VERB":
            helped = any(c.tag_ in {*FINITE, "MD"} for c in clauses.children(word, "aux", "aux:pass"))
            return word if helped or word.tag_ in FINITE else None
        if word.pos_ not in _BETWEEN:
            return None
    return None


def _is_object(noun: Token, verb: Token) -> bool:
    """Whether *noun*, taken for who does something else, is what *verb* is done to: "killed ten men in Lima and"."""
    return noun.i > verb.i and verb.tag_ in {*FINITE, "VBN"} and not clauses.children(verb, "obj", "aux:pass")


def _has_subject(verb: Token) -> bool:
    first = clauses.first_conjunct(verb)
    return any(c.dep_ in clauses.SUBJECTS for near in (verb, first) for c in near.children)
