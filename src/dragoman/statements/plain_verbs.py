"""Verbs that look like nouns, adjectives or participles where only a verb can stand: "offered to free prisoners"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dragoman.statements.alternatives import any_of
from dragoman.statements.lexicon import lexicon
from dragoman.statements.verb_forms import forms

__all__ = ["past_of_subject", "plain_verbs"]

_PLAIN, _PROMISED = "build", "wanted"
"""What the parser reads in place of an infinitive, and of what may seem to be a participle before one."""
_NO_OBJECT = (
    r"(?!(?:in|on|at|of|for|from|to|by|with|into|off|out|up|down|over|back|and|or|but|as|than|if|when|until|after|before|"
    r"because|is|was|are|were|has|had|have|will|would|that|which|who|the|an?|its|his|her|their|this|these|those)\b)"
)
"""What follows is neither a preposition nor an article, behind which a parser knows a verb from a noun."""
_OFFERED = re.compile(r"(?P<verb>offered|promised|pledged|vowed)(?= (?:not )?to (?:[a-z-]+ly )?(?P<next>[a-z]+)\b)")
_RIGHT_BEFORE = re.compile(r"\b(\w+,?) $")
_BEING = {"be", "been", "being", "is", "are", "was", "were", "the", "a", "an", "of", "as", "than", "what"}
_BEFORE = re.compile(r"(?:[\w’'-]+ ){1,7}$")
_REACH = 70
"""Characters in which the words stand that are looked at before a verb."""
_NOT_VERBS = {
    "the", "a", "an", "its", "his", "her", "their", "all", "any", "some", "each", "both", "those", "these", "that",
}  # fmt: skip
"""What behind "to" makes it a preposition."""
_ADVERBS = (
    r"(?:(?:[a-z]+ly|also|again|once again|yet again|nonetheless|nevertheless|then|later|at first|this week|last week|"
    r"(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|evening|night))?)\s+){0,2}"
)
_THING = (
    r"(?=\s(?:the|an?|any|all|its|their|his|her|every|further|more|[a-z]+(?:s|ing)|[a-z]+ for|[a-z]+ to)\s)"
    r"(?! (?:as|this)\b)"
)


def past_of_subject(text: str, end: int) -> tuple[int, int, str] | None:
    """Where a past stands that looks like a participle, behind who opposes or calls for something; and a plainer past.

    >>> text = "Farmers firmly opposed the plan."
    >>> past_of_subject(text, 7)
    (15, 22, 'won')
    """
    verb = _pasts().match(text, end)
    return (*verb.span(verb.lastgroup or 0), "won" if verb["taking"] else "went") if verb else None


@cache
def _pasts() -> re.Pattern[str]:
    """Regular pasts of stance before a thing, or before the preposition that they call for."""
    taking: set[str] = set()
    led: set[str] = set()
    for entry in lexicon("positions")["verb"]:
        asking = "obj" in entry.get("asked", ())
        for word in entry["words"]:
            verb, _, particle = word.partition("+")
            pasts = {form for form in forms(verb) if form.endswith("ed")}
            before = _LED & {particle, *([] if particle else [*entry["action"], *entry.get("asked", ())])}
            before -= {"on", "upon"} if verb == "call" else {"for"} if verb == "want" else set()
            led |= {rf"{past}(?= {preposition}\s)" for past in pasts for preposition in before}
            if not particle and not asking and "obj" in entry["action"] and verb not in _TWO_OBJECTS:
                taking |= pasts
    bare, joined = any_of(sorted(taking)), any_of(sorted(led))
    return re.compile(rf"\s+{_ADVERBS}(?:(?P<taking>{bare}){_THING}|(?P<led>{joined}))")


_LED = {"for", "on", "upon", "at", "against"}
_TWO_OBJECTS = {"offer", "promise", "grant", "guarantee", "award", "ask", "pledge", "deny", "assure", "call"}


def plain_verbs(text: str) -> Iterator[tuple[int, int, str]]:
    """Character ranges of such verbs, with the plainer word to be read in their place.

    >>> text = "Chad offered to free prisoners and called on Mali to supply towns, which led to free trade."
    >>> [(text[a:b], word) for a, b, word in plain_verbs(text)]
    [('free', 'build'), ('supply', 'build'), ('offered', 'wanted')]
    """
    for found in _infinitives().finditer(text):
        if found["sure"] or found["agreed"] or _asked_or_offered(text, found.start()):
            yield (*found.span(found.lastgroup or 0), _PLAIN)
    for found in _OFFERED.finditer(text):
        following = found["next"]
        plural = following.endswith("s") and not following.endswith("ss")
        before = _RIGHT_BEFORE.search(text, max(0, found.start() - _REACH), found.start())
        if before and before[1] not in _BEING and not plural and following not in _NOT_VERBS:
            yield (*found.span("verb"), _PROMISED)


def _asked_or_offered(text: str, place: int) -> bool:
    """Whether what stands before "to" calls for an infinitive: "refused", "called on Mali", "an offer"."""
    before = _BEFORE.search(text, max(0, place - _REACH), place + 1)
    if before is None:
        return False
    words = before.group().lower().split()
    wanting, asking = _leads()
    words = words[:-1] if words[-1] == "not" else words
    behind = words[len(words) - words[::-1].index("to") :] if "to" in words else words
    return bool(words) and (words[-1] in wanting or not asking.isdisjoint(behind[:-1]))


@cache
def _infinitives() -> re.Pattern[str]:
    """The word behind "to", before what may be its object."""
    listed = lexicon("positions")["infinitives"]
    sure, agreed, verbs, kept = (any_of(listed[key]) for key in ("sure", "agreed", "led", "kept"))
    words = rf"(?P<sure>{sure})|(?!(?:{kept})\b)(?:(?<=agreed to )(?P<agreed>{agreed})|(?P<verb>{verbs}))"
    return re.compile(rf" to (?:{words})(?= {_NO_OBJECT}[\w“\"])")


@cache
def _leads() -> tuple[frozenset[str], frozenset[str]]:
    """Words right before an infinitive's "to", and verbs of asking that stand before whom they ask."""
    words = lexicon("positions")
    listed = words["infinitives"]
    taking = [entry for entry in words["verb"] if "to" in entry["action"]]
    own = {word for entry in taking if "asked" not in entry for word in entry["words"] if word.isalpha()}
    asking = {word.partition("+")[0] for entry in taking if "asked" in entry for word in entry["words"]}
    nouns = {word for entry in words["noun"] for word in entry["words"] if word.isalpha()} | set(listed["nouns"])
    adjectives = {word for entry in words["adjective"] for word in entry["words"] if word.isalpha()}
    wanting = {form for word in own | set(listed["verbs"]) for form in forms(word)} | adjectives
    wanting |= {form for noun in nouns for form in (noun, noun + "s")}
    return frozenset(wanting - set(listed["prepositional"])), frozenset(f for word in asking for f in forms(word))
