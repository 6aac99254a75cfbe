"""Appositions and relative clauses behind names, which a small parser reads better by themselves."""

from __future__ import annotations

import re

from dragoman.language.parties import Mention
from dragoman.statements.actor_nouns import actor_nouns

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
_HELD_UP = (
    r"(?:in|on|at|after|before|by|with|without|under|for|from|despite|amid|as|until|since|during|through|over|"
    r"because of|according to|against|among|of|beyond|behind|beside|besides|within|outside|together|along|"
    r"alongside|apart from|while|though|although|if|once|when|where|having|both|all|itself|himself|herself|"
    r"themselves|this being so|unlike|like|nervous|desperate|ready|able|unable|willing|unwilling|determined|"
    r"conscious|aware|proud|rich|poor|impatient|reluctant|confident|suspicious|dependent|reliant|alone|so far|"
    r"far from|close to|next to|short|strapped|still|even|perhaps|hardly|barely|only|usually|normally|"
    r"traditionally|officially|itself|a member|most of|many of|some of|half of|several of|responsible|furious|"
    r"unsure|sure|certain|bound|free|due|likely|in effect|as ever|then)"
)
"""What begins most of what may stand between a subject and its verb."""
_FINITE = (
    r"(?=\s(?:(?:also|now|still|both|each|then|in turn|nevertheless|nonetheless|later|soon|promptly|flatly)\s)?"
    r"(?:has|had|have|will|would|can|cannot|could|may|might|must|should|is|are|was|were|says?|said|wants?|told|"
    r"calls?|urges?|insists?|demands|rejects?|refuses?|opposes?|supports|backs|accuses?|objects|offers|threatens|warns|hopes|"
    r"needs|seeks|sought|favou?rs|welcomes|agrees|accepts|dismisses|denies|deny|vows|vowed|declines|pledges|promises|plans|intends|"
    r"expects|fears|prefers|argues|maintains|made|took|gave|held|met|sent|let|put|won|lost|left|went|came|saw|did|does|do|"
    r"[a-z]{2,}(?:ed|ied))\s(?!by\s))"
)
"""A verb that only a subject before it can have, behind what interrupts."""
_ASIDE = re.compile(rf",\s(?={_HELD_UP}\s)([^,;:.!?()\n“”\"—]{{3,150}}(?:, [^,;:.!?()\n“”\"—]{{2,60}})??),{_FINITE}")
"""Whatever else stands between a subject and its verb: "Chad, in a letter to the mediators, has asked ..."."""
_RELATED = re.compile(rf",\s(?={_LEADING}\s)([^,;:.!?()\n“”\"—]{{8,150}}, [^,;:.!?()\n“”\"—]{{2,60}}),{_FINITE}")
"""A relative clause with a comma in it."""
_OF_THINGS = re.compile(
    r"(?<=[a-z]),\s(?:(?:for|of|on|to|with|against|about|over|from) )?which "
    r"(?:[A-Z][\w.’'-]+|the [\w’'-]+|it|they|he|she|both|most|many|its [\w’'-]+|their [\w’'-]+)\s"
    rf"[^,;:.!?()\n“”\"—]{{4,110}},{_FINITE}"
)
"""A relative clause about a thing, with a subject of its own, before a verb: "a fund, to which Chad objects, is"."""
_FRONTED = re.compile(
    r"(?:^|[\n“\"]|[.!?,;:]\s)(?:in|at|from|inside|outside|near|around|across|of)\s(?:the )?$", re.IGNORECASE
)
"""What stands before a place that is no part of a subject: "In Chad, ..."."""
_INSERTED = (_RELATIVE, _PARTICIPLE, _ASIDE, _RELATED)
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
    found = [clause.span() for clause in _OF_THINGS.finditer(text)] if " which " in text else []
    places = {m.end for m in mentions if m.place}
    fronted = {m.end for m in mentions if m.place and _FRONTED.search(text, max(0, m.start - 14), m.start)}
    named = {m.end for m in mentions}
    people = set(actor_nouns(text)) - named
    for end in sorted((named | people) - fronted):
        clauses = (pattern.match(text, end) for pattern in _INSERTED)
        if clause := next(filter(None, clauses), None):
            found.append(clause.span())
            continue
        if end in places or end in people:
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
