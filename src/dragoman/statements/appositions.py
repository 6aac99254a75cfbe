"""Appositions and relative clauses behind names, which a small parser reads better by themselves."""

from __future__ import annotations

import re

from dragoman.language.parties import Mention

__all__ = ["appositions"]

_LONGEST = 110
_OPENS = r"(?:(?:an?|the|its|his|her|their|once|long|now|by far|itself)\s|[A-Z][\w.-]*(?: [A-Z][\w.-]*)?['’]s?\s)"
_BEHIND = re.compile(rf",\s(?={_OPENS})([^,;:.!?()\n“”\"—]{{3,{_LONGEST}}}),(?=\s[a-z])")
_TELLING = re.compile(
    r",\s((?:home to|host to|wary of|fearful of|mindful of|stung by|alarmed by|angered by|emboldened by|weary of|"
    r"worried by|unlike|alone among|flush with|desperate for|short of)\s[^,;:.!?()\n“”\"—]{3,90}),(?=\s[a-z])"
)
"""What else is set behind a name to tell of its bearer: "home to the biggest firms"."""
_CLAUSE = re.compile(
    r"\b(?:who|which|that|whose|whom|where|when|while|if|is|are|was|were|be|has|have|had|will|would|can|could|may|might|must|"
    r"should|do|does|did|said|says|say|told|not|it|they|he|she|we|i|to)\b",
    re.IGNORECASE,
)
_LEADING = r"(?:(?:for|of|on|to|with|under|from|by|in|among|behind|against|without) )?(?:which|who|whose|whom|where)"
_VERB_BEHIND = (
    r"(?=\s(?:[a-z]+ed|says|said|wants?|has|had|have|is|was|were|are|will|would|told|called|opposes|supports|backs|insists|"
    r"must|should|also|now|still|sent|made|took|gave|held|met|[a-z]{4,}s)\s)"
)
"""The verb of the main clause behind what interrupts it."""
_RELATIVE = re.compile(rf",\s(?={_LEADING}\s)([^,;:.!?()\n“”\"—]{{8,150}}),{_VERB_BEHIND}")
_PARTICIPLE = re.compile(
    r",\s(?=(?:(?:[a-z]+ly|long|already|still|once|now|not)\s)?(?:[a-z]{2,}(?:ed|ing)|seen|led|driven|torn|hit|cut|caught|"
    rf"keen|eager|wary|anxious|mindful|fearful|afraid|loath|angry|unhappy|home)\s)([^,;:.!?()\n“”\"—]{{8,110}}),{_VERB_BEHIND}"
)
"""A participle behind a name and before its verb: "Chad, supported by Mali, called ..."."""
_ARTICLE = re.compile(r"the\s")
_LIST = re.compile(r",\s(?:and|or|as well as)\b")


def appositions(text: str, mentions: tuple[Mention, ...]) -> list[tuple[int, int]]:
    """Character ranges of appositions and relative clauses between commas behind names, the commas included.

    Other clauses are left to the parser, and so is a name in a list of names.

    >>> from dragoman.language.parties import Names
    >>> text = "France, the chief lender, and Iran, which agreed, met Peru, the host, on Monday."
    >>> [text[a:b] for a, b in appositions(text, Names.load().find(text))]
    [', which agreed,', ', the host,']
    """
    names = {m.start: m.end for m in mentions if m.sort not in {"role", "demonym"}}
    found = []
    for end in sorted({m.end for m in mentions if not m.place}):
        clause = _RELATIVE.match(text, end) or _PARTICIPLE.match(text, end)
        if clause:
            found.append(clause.span())
            continue
        if telling := _TELLING.match(text, end):
            found.append(telling.span())
            continue
        behind = _BEHIND.match(text, end)
        if behind is None or _CLAUSE.search(behind[1]) or _LIST.match(text, behind.end() - 1):
            continue
        lead = _ARTICLE.match(text, behind.start(1))
        after = names.get(lead.end() if lead else behind.start(1))
        if after is None or text[after : after + 1] in {"'", "’"}:
            found.append(behind.span())
    return found
