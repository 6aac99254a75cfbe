"""Reports that stand inside what they report, read by themselves: "Iran, the officials said, must stop"."""

from __future__ import annotations

import re

__all__ = ["insertions"]

_BEHIND = (
    r"(?:said|says|added|adds|warned|warns|insisted|insists|argued|argues|noted|notes|explained|explains|stressed|wrote|"
    r"writes|suggested|suggests|complained|conceded|admitted|recalled|maintained|reckons|contends|acknowledged)"
)
"""Verbs that may stand before who says it: "said the minister"."""
_SAID = (
    rf"(?:{_BEHIND}|say|add|warn|argue|believes|believe|thinks|think|thought|claimed|announced|declared|predicted|predicts|"
    r"admits|reckon|contend|hinted|protested|alleged|charged|lamented|reported|reports|report|confirmed|"
    r"told [\w’' ]{2,40}?)"
)
_WORD = r"(?!(?:that|which|who|whose|whom|to|on|by|it|and|had|has|have)\b)(?:[A-Z]\.(?:[A-Z]\.)*|[\w’'-]+)"
_KNOWING = (
    r"(?: (?:close to|familiar with|briefed on|involved in|privy to|present at|taking part in|attending|"
    r"with (?:direct )?knowledge of|who (?:was|were|is|are) (?:at|in|present at|briefed on|familiar with))"
    r"(?: (?:the|its|his|her|their|a))?(?: [\w’'-]+){1,4}?)?"
)
"""What says how an unnamed source knows: "a person close to management"."""
_WHO = rf"(?:it|{_WORD}(?: {_WORD}){{0,9}}?{_KNOWING})"
_WHEN = (
    r"(?: (?:here|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on|in|at|to|late|earlier|last|this|yesterday|today|after|"
    r"during|through|by|for|with)\b"
    r"[^,.;:!?\n“”\"]{0,70}?)?"
)
_MARK = r"[”\"]"
_GOES_ON = (
    r"(?!(?:and|but|or|so|yet|not|whereas|adding|after|before|as|while|when|during|in|on|at|who|which|whose|where|with|"
    r"an?|the|its|his|her|their|once|now|[a-z]+ing)\b)"
)
"""What follows where a clause is interrupted: not what goes on from the report, nor says who speaks."""
_TOLD_OF = r"(?:, (?:an?|the|who|whose) [^,.;:!?\n“”\"]{3,80})?"
"""What is told of whoever says so: "said Ana Ruiz, a lawyer in Lima"."""
_INSERTED = re.compile(
    rf",{_MARK}?\s(?:{_WHO} {_SAID}{_WHEN}|{_BEHIND} {_WHO}{_WHEN}|{_BEHIND} (?=[A-Z]){_WHO}{_TOLD_OF}|"
    rf"according to {_WHO}|in the words of {_WHO}),"
    rf"(?=\s(?:[“\"]|{_GOES_ON}[a-z]))"
)
_NO_WHO = (
    r"(?!(?:but|as|while|although|though|because|if|when|after|before|since|than|where|or|so|nor|not|once|until|then|is|"
    r"was|were|are|will|would|has|in|at|from|with|for|of)\b)"
)
_NAMED = rf"(?:{_NO_WHO}{_WORD}(?: {_WORD}){{0,11}}?)"
_FINAL = re.compile(
    rf",{_MARK}?\s(?:{_NAMED}(?:, {_NAMED},)? {_SAID}{_WHEN}|{_BEHIND} {_NAMED}(?:, {_NAMED})?{_WHEN}|"
    rf"{_BEHIND} {_NAMED}{_TOLD_OF}|according to {_NAMED}{_WHEN})"
    r"(?=\.(?:[”\"]?\s|$))"
)
"""A report at the end of its sentence: "they must leave, the envoy, Ana Ruiz, told reporters."."""
_SENTENCE = re.compile(r"[.!?][”\"]?\s|\n")
_ADVERBIAL = re.compile(
    r"[“\"]?(?:on|in|at|after|before|when|while|as|if|since|although|though|by|during|with|for|because|until|unless|once|"
    r"despite|asked|speaking|last|this|earlier|later|meanwhile|however|but|and|yet|still|instead|from|under|amid|to|even|"
    r"given|citing|[a-z]+ly|[a-z]+ing)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(r"(?:ed|said|says|wants?)$")
_LONGEST = 400


_AT_REQUEST = re.compile(
    r",\s(?:at|on|over|despite|against|under|with)\s(?:[\w’'.-]+\s){1,5}?"
    r"(?:request|insistence|urging|behest|prompting|bidding|invitation|pressure|orders|objections?|protests?|opposition|"
    r"wishes|blessing|backing|approval|consent|instigation)"
    r"(?:\s(?:of|from|by)\s[^,;:.!?()\n“”\"—]{2,60})?,(?=\s[a-z])"
)
"""By whose wish something was done, between a subject and its verb: "the bank, at Peru's request, withdrew it"."""
_FRONTED = re.compile(
    r"(?=[SWAT])(?:^|(?<=\n)|(?<=[.!?] )|(?<=[.!?][”\"] ))(?:Speaking|Writing|Addressing|Talking)\b"
    r"[^,.;:!?\n“”\"]{3,80},(?= [\w“\"])"
)
"""To whom something is said, in front: "Speaking to reporters in Geneva, ..."."""


def insertions(text: str) -> list[tuple[int, int]]:
    """Character ranges of reports between commas inside a sentence, the commas included.

    A report behind an adverbial is none, since it begins the sentence: "On Monday, he said, ...".

    >>> text = 'Any deal, said the minister, must hold. "We agree," she said, "unless they leave."'
    >>> [text[a:b] for a, b in insertions(text)]
    [', said the minister,', '," she said,']
    """
    inside = [found.span() for found in _INSERTED.finditer(text) if _interrupts(text, found)]
    final = [found.span() for found in _FINAL.finditer(text) if _follows(text, found)]
    fronted = [found.span() for found in _FRONTED.finditer(text)]
    wished = [found.span() for found in _AT_REQUEST.finditer(text)]
    return sorted({*inside, *final, *fronted, *wished})


def _follows(text: str, found: re.Match[str]) -> bool:
    """Whether what stands before a report at the end of a sentence is a clause."""
    before = _before(text, found.start())
    return before.count(" ") > 3 and ("," in before or not _ADVERBIAL.match(before))


def _interrupts(text: str, found: re.Match[str]) -> bool:
    """Whether what stands before an insertion begins the clause that goes on behind it."""
    before = _before(text, found.start())
    if not before.strip():
        return False
    if text[found.start() + 1] in '”"':
        return True
    if text.startswith("that ", found.end() + 1) and not _TELLS.search(before):
        return False
    return not _ADVERBIAL.match(before) and text[found.end() + 1] not in '“"'


def _before(text: str, place: int) -> str:
    """What stands before *place* in its sentence."""
    low = max(0, place - _LONGEST)
    ends = [end.end() for end in _SENTENCE.finditer(text, low, place)]
    return text[ends[-1] if ends else low : place]
