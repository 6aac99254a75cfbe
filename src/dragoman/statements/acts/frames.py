"""The frames of verbs and nouns of acting, as ``lexicon/acts.toml`` lists them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Event

__all__ = ["FRIENDLY_DEEDS", "HOSTILE_DEEDS", "ActWord", "act_words", "captives", "nominal_verbs", "word_list"]

FRIENDLY_DEEDS: frozenset[Event] = frozenset({"CONCEDE", "COOPERATE", "AID", "RETREAT"})
"""PLOVER's material cooperation."""
HOSTILE_DEEDS: frozenset[Event] = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
"""PLOVER's material conflict."""


@dataclass(frozen=True)
class ActWord:
    """One verb or noun of acting with its frame; see ``lexicon/acts.toml`` for what the fields mean."""

    event: Event
    particle: str
    target: tuple[str, ...]
    object: frozenset[str]
    complement: frozenset[str]
    leaving: frozenset[str]
    over: frozenset[str]
    by: frozenset[str]
    infinitive: bool
    mutual: bool
    speech: bool
    needs_target: bool
    place_target: bool
    facing: bool
    named: bool
    person: bool
    bare: bool
    alone: bool
    shared: bool
    planned: bool
    third: bool
    sure: float
    signed: frozenset[str]

    @cached_property
    def narrowness(self) -> tuple[bool, ...]:
        """Sort key: the frame that asks for most comes first, so that "walk out of the talks" is not "walk"."""
        return (
            not self.over,
            not self.by,
            not self.leaving,
            not self.particle,
            not self.object,
            not self.complement,
            not self.infinitive,
        )


@cache
def act_words(part: str) -> dict[str, tuple[ActWord, ...]]:
    """Frames by lemma, the narrowest first; *part* is ``verb``, ``noun`` or ``adjective``.

    >>> [word.event for word in act_words("verb")["blame"]]
    ['ACCUSE']
    """
    found: dict[str, list[ActWord]] = {}
    for entry in lexicon("acts")[part]:
        for word in entry["words"]:
            lemma, _, particle = word.partition("+")
            found.setdefault(lemma, []).append(_act_word(entry, particle))
    return {lemma: tuple(sorted(words, key=lambda word: word.narrowness)) for lemma, words in found.items()}


@cache
def nominal_verbs() -> dict[str, tuple[str, ...]]:
    """The verbs that nouns stand for, by noun: those listed, and "shelling" for each verb without a noun in -ing.

    >>> nominal_verbs()["closure"], nominal_verbs()["shelling"]
    (('close',), ('shell',))
    """
    found: dict[str, tuple[str, ...]] = {}
    for verb, nouns in lexicon("acts")["nominal"].items():
        for noun in nouns:
            found[noun] = (*found.get(noun, ()), verb)
    for verb in act_words("verb"):
        for noun in _gerunds(verb):
            if noun not in found and noun not in act_words("noun") and noun not in word_list("looks", "plain"):
                found[noun] = (verb,)
    return found


def _gerunds(verb: str) -> tuple[str, ...]:
    """The nouns in -ing of *verb*, with and without its last letter or doubled: close, shell, ban."""
    return verb + "ing", verb.removesuffix("e") + "ing", verb + verb[-1] + "ing"


def _act_word(entry: dict[str, Any], particle: str) -> ActWord:
    return ActWord(
        event=entry["event"],
        particle=particle,
        target=tuple(entry.get("target", ())),
        object=_nouns(entry.get("object", ())),
        complement=_nouns(entry.get("complement", ())),
        leaving=_nouns(entry.get("from", ())),
        over=_nouns(entry.get("over", ())),
        by=_nouns(entry.get("by", ())),
        infinitive=entry.get("infinitive", False),
        mutual=entry.get("mutual", False),
        speech=entry.get("speech", False),
        needs_target=entry.get("needs_target", False),
        place_target=entry.get("place_target", False),
        facing=entry.get("facing", False),
        named=entry.get("named", False),
        person=entry.get("person", False),
        bare=entry.get("bare", False),
        alone=entry.get("alone", False),
        shared=entry.get("shared", False),
        planned=entry.get("planned", False),
        third=entry.get("third", False),
        sure=entry["sure"],
        signed=frozenset(entry.get("signed", ())),
    )


def _nouns(words: list[str] | tuple[str, ...]) -> frozenset[str]:
    """The nouns of a field; ``@name`` stands for a list of ``[nouns]``, so that each list is written once."""
    lists = lexicon("acts")["nouns"]
    return frozenset(noun for word in words for noun in (lists[word[1:]] if word.startswith("@") else (word,)))


@cache
def word_list(table: str, *names: str) -> frozenset[str]:
    """The words of one list of a table of ``lexicon/acts.toml``, or of several.

    >>> "fail" in word_list("carriers", "denied")
    True
    """
    return frozenset(word for name in names for word in lexicon("acts")[table][name])


@cache
def captives() -> frozenset[str]:
    """Words for those who are held, as ``lexicon/doers.toml`` lists them."""
    return frozenset(lexicon("doers")["captives"]["words"])
