"""The two sides of bargaining over work: the union, and whoever employs its members or speaks for those who do."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache, cached_property
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.group_names import alike_groups
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from dragoman.language.mention import Mention
    from dragoman.language.tree import Token
    from dragoman.statements.text import ReadText

__all__ = ["Bargaining"]

_OFTEN = 2
"""Mentions from which on a company, or words about work from which on an article, is about a dispute over work."""
_SHARE = 3
"""A trade spoken of at most as often as this part of the most frequent one is not of those who bargain."""
_BODIES = {"organisation", "company"}


_UNION = re.compile(r" union\b")
"""Behind a name: "the Vereinigung Cockpit union"."""
_OWNING = {"their", "its"}
_ALL = {"two", "main", "both", "big"}
"""Words before "unions" that leave none out."""


class Bargaining:
    """Who is the union and who the employer in one article; both empty where it is about something else."""

    def __init__(self, text: ReadText, named: Counter[str]) -> None:
        called: dict[str, set[str]] = defaultdict(set)
        speaking: dict[str, set[str]] = defaultdict(set)
        for m in text.mentions:
            if m.sort in _BODIES and len(text.names.members(m.party)) < _OFTEN:
                behind = _UNION.match(text.article.text, m.end)
                name = text.article.text[m.start : behind.end() if behind else m.end]
                called[m.party] |= _words_of(f"{name} {text.names.label(m.party)}")
                if told := _for_employers().match(text.article.text, m.end):
                    speaking[m.party].add(told["whom"])
        words = lexicon("bargaining")
        unions = [party for party in called if _is_of_workers(called[party])]
        if not any(named[party] >= _OFTEN for party in unions):
            unions += [m.party for m in text.mentions if m.party in called and _stands_for_workers(text, m)]
        self.unions = frozenset(unions)
        self._by_name = sorted(self.unions, key=lambda party: (-named[party], party))
        self._most = named[self._by_name[0]] if self._by_name else 0
        self._spoken_of = [party for party in self._by_name if _OFTEN * named[party] >= self._most]
        self._text = text
        self.union = max(unions, key=lambda party: named[party]) if unions and _is_over_work(text) else None
        others = [party for party in called if party not in unions]
        most = max((named[p] for p in named if text.names.sort_of(p) == "state"), default=0)
        by_name = {p for p in others if called[p] & set(words["employers"]["names"]) and _OFTEN * named[p] >= most}
        spoken = [party for party in others if speaking[party] or party in by_name]
        companies = [m.party for m in text.mentions if m.sort == "company" and named[m.party] >= _OFTEN]
        named_once = {m.party for m in text.mentions if m.sort == "company"}
        chief = spoken or sorted(set(companies), key=lambda party: (-named[party], party))
        chief = chief or (list(named_once) if len(named_once) == 1 else [])
        self.employer = chief[0] if chief and self.union else None
        self._companies = frozenset(companies)
        self._employing = {*words["employers"]["nouns"], *(speaking[self.employer] if self.employer else ())}

    @cached_property
    def _trades(self) -> frozenset[str]:
        """The trades that the workers of the article are of: those it speaks of most, "nurses" or "drivers"."""
        trades = "|".join(lexicon("bargaining")["unions"]["trades"])
        counts = Counter(re.findall(rf"\b({trades})s?\b", self._text.article.text.lower()))
        most = max(counts.values(), default=0)
        return frozenset(trade for trade, n in counts.items() if _SHARE * n > most)

    def side_of(self, group: str) -> str | None:
        """The side that a group is of by what it is called: "unions", "workers", "the companies"."""
        if self.union is None:
            return None
        last = group.lower().rpartition(" ")[2]
        if last == "unions" or (last.endswith("s") and last[:-1] in lexicon("bargaining")["unions"]["nouns"]):
            return self.union
        return self.employer if {last, last.removesuffix("s")} & self._employing else None

    def is_employer(self, parties: set[str]) -> bool:
        """True for the companies of a dispute over work, of which there may be several."""
        return bool(parties) and parties <= self._companies

    def of(self, noun: Token) -> str | None:
        """The side that a noun for workers or for employers stands for: "strikers", "the union", "management"."""
        if self.union is None:
            return None
        words = lexicon("bargaining")
        if noun.tag_ == "NN":
            union = noun.lemma_ in words["unions"]["called"] and _is_the_one(noun)
            return self.union if union else self.employer if noun.lower_ == "management" else None
        if noun.lower_ == "members":
            return None if clauses.children(noun, "nmod", "nmod:poss", "amod", "nummod") else self.union
        if {noun.lemma_, noun.lower_.removesuffix("s")} & set(words["unions"]["nouns"]):
            other = noun.lemma_ in words["unions"]["trades"] and noun.lemma_ not in self._trades
            return None if other else self.union
        the = any(c.lower_ in {"the", "these"} for c in noun.children)
        meant = {noun.lemma_, noun.lower_, *(_alike(noun.lemma_) if the else ())}
        return self.employer if meant & self._employing else None

    def together(self, noun: Token) -> tuple[str, ...]:
        """ "The unions", "both unions": all that an article speaks of about as much as of any."""
        told = [c for c in clauses.children(noun, "nmod", "nmod:poss", "amod") if c.lower_ not in _ALL]
        several = self.union is not None and noun.tag_ == "NNS" and noun.lemma_ == "union" and not told
        return tuple(self._spoken_of) if several else ()


def _is_the_one(noun: Token) -> bool:
    """ "The union", "their union", and in headlines "union threatens strike"; not "a rival union"."""
    beside = {c.lower_ for c in noun.children}
    return "the" in beside or (not beside and noun.dep_ == "nsubj") or bool(beside & _OWNING and "own" not in beside)


def _is_of_workers(called: set[str]) -> bool:
    """Whether the words of a name make it one of a union, or of a federation of them: "Labour Congress"."""
    words = lexicon("bargaining")["unions"]
    if not called.isdisjoint(words["other_unions"]):
        called = called - {"union", "unions"}
    return not called.isdisjoint(words["names"]) or (
        not called.isdisjoint(words["federal"]) and not called.isdisjoint({"labour", "labor"})
    )


def _words_of(name: str) -> set[str]:
    """The words of a name, and those around its hyphens: "sag-aftra"."""
    return set(re.findall(r"[\w']+", name.lower())) | set(re.findall(r"[\w'-]+", name.lower()))


@cache
def _alike(noun: str) -> frozenset[str]:
    """Other nouns, one or several of them, that employers may go by who go by *noun*."""
    nouns = next((kind for kind in alike_groups() if noun in kind and "employer" in kind), ())
    return frozenset(form for word in nouns for form in (word, f"{word}s")) - {"employer", "employers"}


def _is_over_work(text: ReadText) -> bool:
    words = "|".join(lexicon("bargaining")["work"]["words"])
    return len(re.findall(rf"\b(?:{words})\b", text.article.text.lower())) >= _OFTEN


def _stands_for_workers(text: ReadText, mention: Mention) -> bool:
    """Whether a body is said to represent workers, or so many: "the Medical Association, which represents 46,000"."""
    return bool(_for_workers().match(text.article.text, mention.end))


@cache
def _for_workers() -> re.Pattern[str]:
    nouns = "|".join([*lexicon("bargaining")["unions"]["nouns"], "member", "staff", "operator", "of them"])
    return re.compile(
        r"(?: \([A-Z]{2,8}\))?,? (?:which |that |who )?(?:has )?(?:long )?"
        r"(?:represents?|representing|represented|organises|organizes|speaks for|bargains for|negotiates for)"
        rf"\b(?:[^.;,]|,\d){{0,40}}\b(?:{nouns})s?\b"
    )


@cache
def _for_employers() -> re.Pattern[str]:
    """ "..., which bargains for the studios", "..., representing terminal operators"."""
    words = lexicon("bargaining")
    verbs, nouns = "|".join(words["speaking"]["verbs"]), "|".join(words["employers"]["owners"])
    return re.compile(rf",? (?:or \w+, )?(?:which |that |who )?(?:{verbs})\b[^.;]{{0,50}}\b(?P<whom>{nouns})\b")
