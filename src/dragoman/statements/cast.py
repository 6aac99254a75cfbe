"""The cast of an article: who is spoken of how much, which two are the sides, who mediates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from dragoman.statements.alternatives import any_of
from dragoman.statements.at_one_table import at_one_table
from dragoman.statements.bargaining import Bargaining
from dragoman.statements.creditors import DEBT
from dragoman.statements.governing import governed
from dragoman.statements.group_names import alike_groups
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.language.parties import Mention
    from dragoman.statements.text import ReadText

__all__ = ["Cast", "party_of"]

_NAMES = {"state", "capital", "seat", "organisation", "company", "bloc", "movement", "person", "group"}
_BODIES = {"organisation", "bloc"}
_LINE = 90
"""Characters around a name in which its part in the conflict is told."""
_AND = re.compile(
    r"(?:['’]s (?:[a-z]+ )?government)?\s*(?:and|&)\s+(?:(?:of|from|with)\s+)?"
    r"(?:(?:the|its|his|their)\s+)?(?:[a-z]+\s+){0,2}(?:[a-z]+, )?$"
)
_LIST = re.compile(r"(?:,|\s*(?:,\s*)?(?:and|along with|alongside|together with|as well as))\s+(?:the\s+)?$")
_MATTERS = (
    r"\b(?:talks?|negotiat\w+|deal|war|conflict|dispute|agreement|treaty|truce|cease-?fire|stand-?off|row|accord|pact|"
    r"contract|peace|dialogue|feud|clash\w*|border|fighting|bargaining|exchange|swap|quarrel|stalemate|deadlock|strike)\b"
)
_SENT = r"(?:delegat(?:es|ions)|negotiat(?:ors|ing teams)|envoys|representatives|officials|leaders|teams|ministers)"
_BETWEEN = re.compile(
    rf"(?:(?i:{_MATTERS})[^.;]{{0,40}}\bbetween\s+|\b(?:mediat\w+|relations|tensions|gap|gulf|rift) between\s+|"
    rf"\bbrought together\s+(?:{_SENT} (?:of|from)\s+)?)(?:the\s+)?(?:[a-z]+\s+){{0,2}}$"
)
_DEALING = re.compile(
    r"(?: \([A-Z]+\))?,? (?:have |had )?(?:reached|struck|signed|concluded|initialled|failed to reach)\b"
    r"[^.;,]{0,30}\b(?:agreement|deal|accord|pact|truce)\b"
)
_PITTED = re.compile(r"\bpit(?:s|ted|ting)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_AGAINST = re.compile(r"\s(?:[a-z]+\s){0,2}against\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_WITH = re.compile(rf"{_MATTERS}[^.;]{{0,40}}\b(?:with|against)\s+(?:the\s+)?$")
_SIDES = 2
_CHIEF = 6
"""Parties most spoken of, among whom are those who bargain."""
_OFTEN = 3
"""Mentions from which on a party can be one of two that stand out."""
_PASSING = 4
"""A party named less often than this part of the second most named is none of those whom the article is about."""
_VOTES = {"between": 4, "hyphen": 3, "with": 2, "and": 0.5, "chief": 2, "bargaining": 8}


class Cast:
    """Who plays which part in one article, told from names and the words right around them, without a tree."""

    def __init__(self, text: ReadText) -> None:
        self._text = text
        self._sort_of = text.names.sort_of
        mentions = [m for m in text.mentions if not m.place]
        selfruled = {m.party for m in mentions if m.sort == "region" and self._is_governing(m)}
        self.named = Counter(m.party for m in mentions if m.sort in _NAMES or m.party in selfruled)
        self.by_name = tuple(sorted(self.named, key=lambda party: -self.named[party]))
        told = [m for m in mentions if m.sort not in {"region", "agency"} or m.party in selfruled]
        self.counts = Counter(m.party for m in told)
        self.order = tuple(sorted(self.counts, key=lambda party: -self.counts[party]))
        self.mediators = self._mediators(told)
        self.governed = governed(text, self.counts)
        self.bargaining = Bargaining(text, self.named)
        self._votes = self._pair_votes(told)
        self.is_told = any(count >= _VOTES["between"] for count in self._votes.values())
        self.table = () if self.is_told else self._table(told)

    def _table(self, told: list[Mention]) -> tuple[str, ...]:
        """The three or more that bargain with one another; nobody where two parties are set apart, or at home."""
        chief = {party for party in self._contenders(self.order)[:_CHIEF] if self.counts[party] > 1}
        few = len(chief) <= _SIDES or self.governed is not None
        return () if few else at_one_table(self._text.article.text, _outer(told), chief)

    def _is_governing(self, mention: Mention) -> bool:
        """ "The Kurdistan Regional Government": a land that deals with others by a government of its own."""
        return self._text.article.text[mention.start : mention.end].endswith("Regional Government")

    def commonest(self, n: int) -> tuple[str, ...]:
        """The *n* parties most spoken of by name, commonest first."""
        return self.by_name[:n]

    def sides(self) -> tuple[str, ...]:
        """The two parties between which the conflict lies, as far as the words around their names tell it."""
        return self._sides

    @cached_property
    def _sides(self) -> tuple[str, ...]:
        chief = self._contenders(self.order)
        first = frozenset(chief[:2])
        weights = {pair: self._weight(pair) for pair in self._votes}
        if len(chief) > 1:
            weights[first] = (self._votes.get(first, 0) + _VOTES["chief"]) * self.counts[chief[1]]
        much = [pair for pair in weights if pair == first or not self._is_in_passing(pair, chief)]
        told = [pair for pair in much if self._votes.get(pair, 0) >= _VOTES["between"]]
        ranked = sorted(told or weights, key=lambda pair: (-weights[pair], sorted(pair)))
        return tuple(sorted(ranked[0], key=self.order.index)) if ranked else chief[:2]

    def _is_in_passing(self, pair: frozenset[str], chief: tuple[str, ...]) -> bool:
        """True where one of *pair* is hardly named beside the two that an article speaks of most."""
        return _PASSING * min(self.counts[party] for party in pair) < self.counts[chief[1]]

    def has_two_sides(self) -> bool:
        """True where the words between names set two parties apart, or two stand out."""
        return self.is_told or self.is_twofold()

    def is_twofold(self, third: float = 1 / 2) -> bool:
        """True where two parties stand out: the next is named at most *third* as often as the second of them."""
        first = self._most_spoken_of
        return len(first) > 1 and first[1] >= _OFTEN and (len(first) == 2 or first[2] <= third * first[1])

    @cached_property
    def _most_spoken_of(self) -> list[int]:
        """How often the first three contenders are spoken of."""
        return [self.counts[party] for party in self._contenders(self.order)[:3]]

    def contenders(self, n: int) -> tuple[str, ...]:
        """The *n* parties most spoken of by name that do not mediate; those that do where no two others are left."""
        return self._contenders(self.by_name)[:n]

    def bargainers(self) -> tuple[str, ...]:
        """The political parties that bargain with one another, where the article names three or more often."""
        often = [p for p in self.contenders(8) if self.named[p] > 1 and self._sort_of(p) == "movement"]
        return tuple(often) if len(often) > _SIDES and not self.is_told else ()

    def _contenders(self, order: tuple[str, ...]) -> tuple[str, ...]:
        left = tuple(p for p in order if p not in self.mediators and p != self.governed)
        left = tuple(p for p in left if self.bargaining.side_of(p) in {None, p})
        return left if sum(self.counts[p] > 1 for p in left) > 1 else order

    def _weight(self, pair: frozenset[str]) -> float:
        return self._votes[pair] * min(self.counts[party] for party in pair)

    def _pair_votes(self, told: list[Mention]) -> dict[frozenset[str], float]:
        """How strongly the words set two parties against or beside each other: "talks between Chad and the rebels"."""
        votes: dict[frozenset[str], float] = defaultdict(float)
        text = self._text.article.text
        for one, other in pairwise(_outer(told)):
            pair = frozenset({one.party, other.party})
            gap = text[one.end : other.start]
            if len(pair) < 2 or pair & self.mediators or len(gap) > _LINE or "\n" in gap:
                continue
            if _AND.match(gap):
                lead = text[max(0, one.start - _LINE) : one.start]
                between = _BETWEEN.search(lead) or _DEALING.match(text, other.end)
                votes[pair] += _VOTES["between" if between else "and"]
            elif gap in {"-", "–"}:
                votes[pair] += _VOTES["hyphen"]
            elif _AGAINST.fullmatch(gap) and _PITTED.search(text[max(0, one.start - _LINE) : one.start]):
                votes[pair] += _VOTES["between"]
            elif _WITH.search(gap):
                votes[pair] += _VOTES["with"]
        for natural in self._natural_pairs():
            bargain = {self.bargaining.union, self.bargaining.employer} == set(natural)
            if self.governed not in natural:
                votes[frozenset(natural)] += _VOTES["bargaining" if bargain else "between"]
        return votes

    def _natural_pairs(self) -> Iterator[tuple[str, str]]:
        """Union and employer, a debtor and its creditors, those who have taken up arms and their government."""
        if self.bargaining.union and self.bargaining.employer:
            yield self.bargaining.union, self.bargaining.employer
        states = [p for p in self.by_name if self._sort_of(p) == "state" and p not in self.mediators]
        lenders = [p for p in self.by_name if p.rsplit(" ", maxsplit=1)[-1] in _lending()]
        if self.bargaining.union and not self.bargaining.employer and states:
            yield self.bargaining.union, states[0]
        if states and len(lenders) == 1 and len(DEBT.findall(self._text.article.text)) >= _OFTEN:
            yield states[0], lenders[0]
        for party in self.by_name:
            home = self.fought_by(party) if self._text.names.kind_of(party) in {"movement", None} else None
            greater = sum(self.named[state] >= 2 * self.named[party] for state in {*states, home} if state)
            spoken_of = self.named if self._sort_of(party) else self.counts
            if home and self.named[party] >= _OFTEN and spoken_of[home] >= _SIDES > greater:
                yield home, party

    def fought_by(self, movement: str) -> str | None:
        """The state that a movement fights: its own, or the one said to be fought by those of its land."""
        home = self._text.home(movement)
        other = lexicon("doers")["fighting"].get(home) if home else None
        return other if other and self.named[other] >= _OFTEN else home

    def _mediators(self, told: list[Mention]) -> frozenset[str]:
        spots = [found.start() for found in _mediating().finditer(self._text.article.text)]
        mediating = [(m, self._mediates(m, spots)) for m in told]
        found = {m.party for m, mediates in mediating if mediates}
        joined = {
            party
            for (one, first), (other, second) in pairwise(mediating)
            if (first or second) and _LIST.fullmatch(self._text.article.text[one.end : other.start])
            for party, mediates in ((one.party, second), (other.party, first))
            if mediates
        }
        self.told_mediating = frozenset(found | joined)
        return self.told_mediating | set(lexicon("doers")["mediating"]["always"])

    def _mediates(self, mention: Mention, spots: list[int]) -> bool:
        """Whether *mention* is of a mediator, by the words around it; *spots* is where words of mediating begin."""
        text = self._text.article.text
        after, before = text[mention.end : mention.end + _LINE], text[max(0, mention.start - _LINE) : mention.start]
        inside = text[mention.start : mention.end].lower().split()
        if mention.sort == "role" and any(word in lexicon("doers")["mediating"]["nouns"] for word in inside):
            return True
        if mention.sort in _BODIES and _envoy_after().match(after):
            return True
        near = bisect_left(spots, mention.start - _LINE)
        if near == len(spots) or spots[near] > mention.end + _LINE:
            return False
        return bool(_mediating_after().match(after) or _mediating_before().search(before))


def _outer(mentions: list[Mention]) -> list[Mention]:
    """Those of *mentions* that stand in no other: roles without the name inside them."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


@cache
def _lending() -> frozenset[str]:
    return frozenset(f"{noun}s" for kind in alike_groups() if "creditor" in kind for noun in kind)


@cache
def _envoy_after() -> re.Pattern[str]:
    """What follows the name of a body whose envoy mediates: "'s special envoy"."""
    return re.compile(rf"(?:['’]s)?(?:\s\w+)?\s(?:{'|'.join(lexicon('doers')['mediating']['envoys'])})\b")


@cache
def _mediating() -> re.Pattern[str]:
    """Words for mediating and mediators."""
    words = lexicon("doers")["mediating"]
    told = {*words["verbs"], *words["nouns"], *words["by"], "mediation", "facilitation"}
    initials = "".join(sorted({word[0] for word in told}))
    return re.compile(rf"\b(?=[{initials}])(?:{any_of(sorted(told))})", re.IGNORECASE)


@cache
def _mediating_after() -> re.Pattern[str]:
    """What follows the name of a mediator: "-brokered", ", which is mediating", "'s mediation"."""
    words = lexicon("doers")["mediating"]
    verbs, nouns, by = "|".join(words["verbs"]), "|".join(words["nouns"]), "|".join(words["by"])
    lead = r"(?:['’]s)?(?:,\s(?:which|who)(?:\s(?:is|are|was|were|has|have|had|been|also|together|with))*)?"
    helpers = r"(?:\s(?:is|are|was|were|has|have|had|been|also|to|will|hopes|tried|trying|seeks|helped|which|who))*"
    return re.compile(rf"[-–](?:{by})\b|{lead}{helpers}\s(?:{verbs}|{nouns})\b")


@cache
def _mediating_before() -> re.Pattern[str]:
    """What stands before the name of a mediator: "brokered by", "the mediators,"."""
    words = lexicon("doers")["mediating"]
    by, nouns, verbs = "|".join(words["by"]), "|".join(words["nouns"]), "|".join(words["verbs"])
    by = rf"(?:{by}|mediation|facilitation)\s(?:by|of|from)"
    return re.compile(rf"\b(?:{by}|(?:{verbs})(?:\s\w+)?\swith|(?:{nouns}),?)\s(?:the\s)?$", re.IGNORECASE)


def party_of(identity: str) -> str:
    """The party behind an id: ``IRN`` for ``IRN`` and for ``IRN:Hassan Rouhani``."""
    return identity.partition(":")[0]
