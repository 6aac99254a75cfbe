"""How an act was done, by PLOVER's modes: a visit or a telephone call, expelling or cutting off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, act_words, nominal_verbs
from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Event

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["mode_of"]

_ABOUT_DEEDS: frozenset[Event] = frozenset({"REQUEST", "REJECT", "AGREE"})
_OF_CONTENT: dict[Event, str] = {"CONSULT": "meet", "AID": "assist", "COOPERATE": "assist", "SUPPORT": "assist"}


def mode_of(head: Token, event: Event) -> str | None:
    """The mode of the act that *head* tells; None where the words do not say.

    What is asked for, agreed or refused goes by the act that its content names: to meet, to help, to yield.
    """
    if event in _ABOUT_DEEDS:
        return _by_content(head)
    words = [head, *_beside(head)]
    said = [lemma for word in words for lemma in _lemmas(word)]
    modes: dict[str, list[str]] = lexicon("acts")["modes"].get(event, {})
    return next((mode for lemma in said for mode, listed in modes.items() if lemma in listed), None)


def _lemmas(word: Token) -> list[str]:
    """The lemma of *word*, after the same with its particle."""
    lemma = word.lemma_.lower()
    parts = [c.lower_ for c in word.children if c.dep_ in {"compound:prt", "advmod"}]
    return [*(f"{lemma}+{part}" for part in parts), lemma]


def _beside(head: Token) -> list[Token]:
    """What the act is done to or with, and the first parts of its compounds: "missile attack", "by telephone"."""
    acted_on = clauses.objects(head) if head.pos_ in {"VERB", "AUX"} else []
    found = [*clauses.children(head, "compound"), *acted_on, *clauses.prepositional(head, "of", "by", "at", "on", "in")]
    return [*found, *(part for noun in found for part in clauses.children(noun, "compound"))]


def _by_content(head: Token) -> str | None:
    content = clauses.children(head, "xcomp", "ccomp", "acl", "advcl") if head.pos_ != "ADJ" else []
    content = [c for c in content if clauses.marker(c) in {"to", "that"}]
    for word in [*content, *_beside(head)]:
        told = _event(word)
        if told in _OF_CONTENT:
            return _OF_CONTENT[told]
        if told in FRIENDLY_DEEDS:
            return "yield"
    return None


def _event(word: Token) -> Event | None:
    """What sort of act a verb, or a noun that stands for one, tells."""
    lemma = word.lemma_.lower()
    part = "verb" if word.pos_ == "VERB" else "noun"
    names = (lemma, *nominal_verbs().get(lemma, ())) if part == "noun" else (lemma,)
    frames = [frame for name in names for frame in (*act_words(part).get(name, ()), *act_words("verb").get(name, ()))]
    objects = {noun.lemma_ for noun in clauses.objects(word)} if part == "verb" else set()
    return next((frame.event for frame in frames if not frame.object or frame.object & objects), None)
