"""Three or more that bargain with one another: "talks between Chad, Libya and Sudan", "Chad, Libya and Sudan met"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.parties import Mention

__all__ = ["at_one_table"]

_LEAST = 3
_OFTEN = 2
"""How often the same parties are named in one breath where no word of talks stands beside them."""
_LINE = 90
"""Characters before a series in which talks are told."""
_NEXT = re.compile(
    r"(?:['’]s)?(?:\s\([^)]{1,12}\))?(?:,|,? and|,? &)\s+(?:(?:of|from|with)\s+)?(?:(?:the|its|their)\s+)?"
    r"(?:[a-z]+ ){0,2}"
)
_LAST = re.compile(r"\s(?:and|&)\s")
_TALKS = (
    r"(?:talks?|negotiations?|deal|conflict|dispute|agreement|treaty|accord|pact|dialogue|quarrel|stalemate|deadlock|"
    r"meeting|summit|round|compromise|commission)"
)
_PEOPLE = r"(?:delegations|ministers|leaders|negotiators|envoys|officials|representatives|presidents|experts|delegates)"
_BEFORE = re.compile(
    rf"(?:\b{_TALKS}\b[^.;]{{0,40}}\b(?:between|among|of|with|by)|\b{_PEOPLE}(?: of| from)?)\s+(?:the )?"
    r"(?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\W{0,2}\s*(?:(?:have|has|had|all|will|are|were|to|again|could|not|also|jointly)\s+){0,4}"
    r"(?:met|meet|agreed?|failed|resumed?|held|hold|negotiat\w+|beg[aiu]n|signed?|talks?|discuss\w*|gather(?:ed)?|"
    r"opened?|reached|ended?|conclud\w+|remain\w*|settled?)\b"
)


def at_one_table(text: str, mentions: Sequence[Mention], chief: Collection[str]) -> tuple[str, ...]:
    """The parties of *chief* that *text* names in one breath as those who bargain, in the order of their first naming.

    A series of three or more counts where talks are told beside it, or where it comes again.
    """
    named, talking = Counter[frozenset[str]](), Counter[frozenset[str]]()
    for series in _series(text, mentions):
        parties = frozenset(one.party for one in series)
        if parties <= frozenset(chief):
            before = text[max(0, series[0].start - _LINE) : series[0].start]
            named[parties] += 1
            talking[parties] += bool(_BEFORE.search(before) or _BEHIND.match(text, series[-1].end))
    told = [parties for parties in named if talking[parties] or named[parties] >= _OFTEN]
    if not told:
        return ()
    most = max(told, key=lambda parties: (talking[parties], named[parties], len(parties), sorted(parties)))
    return tuple(dict.fromkeys(one.party for one in mentions if one.party in most))


def _series(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Runs of three or more names with nothing but commas and "and" between them, each party once."""
    run = list(mentions[:1])
    for one, other in pairwise(mentions):
        if _NEXT.fullmatch(text, one.end, other.start) and all(other.party != before.party for before in run):
            run.append(other)
            continue
        if len(run) >= _LEAST and _LAST.search(text, run[-2].end, run[-1].start):
            yield run
        run = [other]
    if len(run) >= _LEAST and _LAST.search(text, run[-2].end, run[-1].start):
        yield run
