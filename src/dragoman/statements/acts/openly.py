"""Acts told once in the past that are done to nobody named: "welcomed the accord", "asked for more time"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import ActWord, word_list
from dragoman.statements.statement import Event, Status

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["asks_to_be_unnamed", "is_in_passing", "is_open", "tells_others"]

_PERFECT = {"has", "have", "had", "having", "'s", "'ve", "'d", "’s", "’ve", "’d"}
_OPEN: frozenset[Event] = frozenset({"REQUEST", "SUPPORT"})
_TO = ("with", "to", "on", "upon")
"""Before whom a request is made to: "pleaded with the delegates"."""


def is_open(verb: Token, word: ActWord, event: Event, status: Status) -> bool:
    """True where nobody need be named: a word listed as open, told once, in the past or as done by now."""
    if event not in _OPEN or status != "done" or word.event != event:
        return False
    lemma = f"{verb.lemma_}+{word.particle}" if word.particle not in {"", "for"} else verb.lemma_
    return lemma in word_list("open", event) and _is_told_once(verb)


def _is_told_once(verb: Token) -> bool:
    """A past, or a perfect with its auxiliary: no participle ("as demanded by law") and no infinitive.

    What is told of in passing was done some time, or many times: "as Chad had demanded", "where asked".
    """
    first = clauses.first_conjunct(verb)
    perfect = any(c.lower_ in _PERFECT for near in (verb, first) for c in clauses.children(near, "aux"))
    if verb.tag_ != "VBD" and not (verb.tag_ == "VBN" and perfect):
        return False
    aside = verb.dep_ in {"acl", "acl:relcl", "advcl"}
    return not aside or (bool(clauses.children(verb, *clauses.SUBJECTS)) and clauses.marker(verb) != "as")


def is_in_passing(verb: Token) -> bool:
    """ "The cap that Chad had proposed", "which Chad has welcomed": what tells more of a thing than of a deed."""
    return clauses.relative_object(verb) is not None


def tells_others(verb: Token, word: ActWord) -> bool:
    """ "Urged its members to vote yes", "pleaded with delegates": somebody is asked, whom no name stands for."""
    if word.event != "REQUEST":
        return False
    told = clauses.children(verb, "xcomp", "ccomp", "advcl")
    heard = clauses.objects(verb) if told or verb.lemma_ == "urge" else []
    return any(noun.pos_ == "NOUN" for noun in [*heard, *clauses.prepositional(verb, *_TO)])


def asks_to_be_unnamed(verb: Token) -> bool:
    """ "Asked not to be named", "requested anonymity": asked of reporters."""
    about = [*clauses.objects(verb), *clauses.prepositional(verb, "for")]
    if any(noun.lemma_ in word_list("open", "anonymity") for noun in about):
        return True
    told = clauses.children(verb, "xcomp", "ccomp", "advcl")
    return any(clauses.is_passive(c) and c.lemma_ in word_list("looks", "named") for c in told)
