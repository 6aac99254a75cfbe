"""Which rules for positions are asked at a word: most look at a few words alone, and say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.context import Context, Found

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Rule", "Rules", "at", "beside", "silent"]

Rule = Callable[[Context, "Token"], Iterator[Found]]
Words = Callable[[dict[str, Any]], Iterable[str]]

_AT: dict[Rule, Words] = {}
_BESIDE: dict[Rule, frozenset[str]] = {}
_WORDS = 1 << 14
"""Words for which is remembered which rules are asked, so that memory does not follow the articles."""


def at(words: Words) -> Callable[[Rule], Rule]:
    """Say at which lemmas, or forms in small letters, a rule may find something; at other words it is not asked.

    *words* are given the lexicon of positions, when the rule is first asked.
    """

    def told(rule: Rule) -> Rule:
        _AT[rule] = words
        return rule

    return told


def beside(*words: str) -> Callable[[Rule], Rule]:
    """Say that a rule finds nothing in a sentence without one of *words*, be they lemmas or forms in small letters."""

    def told(rule: Rule) -> Rule:
        _BESIDE[rule] = frozenset(words)
        return rule

    return told


def silent(words: frozenset[str]) -> frozenset[Rule]:
    """The rules that find nothing in a sentence of *words*."""
    return frozenset(rule for rule, wanted in _BESIDE.items() if wanted.isdisjoint(words))


class Rules:
    """Rules that may find something at words of one kind, in the order in which they are tried."""

    def __init__(self, rules: Iterable[Rule] = ()) -> None:
        self._rules = tuple(rules)
        self._at = lru_cache(maxsize=_WORDS)(self.at)

    def first(self, ctx: Context, token: Token, without: frozenset[Rule]) -> list[Found]:
        """What the first rule finds at *token* that finds anything; those that it is to do *without* are not asked."""
        for rule in self._at(token.lemma_, token.lower_):
            if rule not in without:
                found = rule(ctx, token)
                for first in found:
                    return [first, *found]
        return []

    def at(self, lemma: str, lower: str) -> tuple[Rule, ...]:
        """Those that are asked at a word, in their order; those that say nothing of words are always."""
        forms = {lemma, lemma.lower(), lower}
        return tuple(rule for rule in self._rules if rule not in _AT or not forms.isdisjoint(_words(rule)))


@cache
def _words(rule: Rule) -> frozenset[str]:
    return frozenset(_AT[rule](lexicon("positions")))
