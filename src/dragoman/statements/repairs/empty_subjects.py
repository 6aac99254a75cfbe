""" "It" taken for empty where it stands for somebody: "it has asked that they leave"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.repairs.asking import at

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["it_does"]

_MINDED = {
    "prepare", "prepared", "determine", "determined", "commit", "committed", "ready", "willing", "open", "keen",
    "eager", "reluctant", "unwilling", "unable", "inclined", "oblige", "bind", "resolve", "resolved", "happy",
}  # fmt: skip
"""What only somebody can be: "it is prepared to talk"."""

_WEATHER = {
    "seem", "appear", "happen", "turn", "take", "remain", "become", "matter", "emerge", "follow", "help", "cost",
    "make", "transpire", "pay", "hurt", "rain", "snow", "stand", "suffice", "occur", "strike", "fall", "look",
    "sound", "feel",
}  # fmt: skip
"""Verbs before which "it" stands for nobody: "it seems that"."""


@at(labels={"expl"}, words={"it"})
def it_does(token: Token) -> None:
    """ "It has asked that they leave": a verb that somebody does has no empty "it" before it."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ != "expl" or verb.pos_ not in {"VERB", "ADJ"} or token.i > verb.i:
        return
    if verb.lemma_ in _MINDED and not clauses.children(verb, "nsubj", "nsubj:pass"):
        token.dep_ = "nsubj"
        for meant in clauses.children(verb, "csubj"):
            meant.dep_ = "xcomp" if meant.tag_ == "VB" else "advcl"
        return
    if (
        verb.pos_ == "ADJ"
        or clauses.is_passive(verb)
        or verb.lemma_ in _WEATHER
        or clauses.children(verb, "nsubj", "csubj")
    ):
        return
    token.dep_ = "nsubj"
