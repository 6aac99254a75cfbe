"""Nouns beside a clause with a clause of their own, made plain to the parser: ", a demand that Chad has dismissed"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.language.parties import Mention
from dragoman.statements.lexicon import lexicon

__all__ = ["beside_clauses", "relatives_beside"]

_WORD = r"[\w’'-]+"
_ASKED = r"(?:should|must|be|not|never)\b"
_FURTHER = re.compile(r"[^.;:!?()\n]{0,140}?,?\s(?:and|but|yet|though|or)\s(?P<that>that)(?=\s)")
"""A further relative clause of the same noun: "and that Peru says it cannot meet"."""
_LEADS = r"(?:an?|another|one more)"
_UPTO = re.compile(
    r"(?:[^,.;:!?()\n“”\"—–]|,? (?:and|but) (?:that|which) |(?<=[A-Z])\.(?=[A-Z]|\s[a-z])|(?<=\d)[.,](?=\d))*"
)
"""What belongs to the noun: up to the next comma, unless a further relative clause stands behind it."""
_BARE = (
    r"(?=\s(?:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)[A-Z][\w.’'-]|(?:the|it|they|he|she|both|its|their|his|her|most|many|some|"
    r"several|all|few|we)\s))"
)
"""What opens a relative clause without "that": a name, a pronoun, a phrase."""
_DONE = (
    r"(?=\s(?:[a-z]+ly\s|also\s|now\s|long\s|already\s|not\s|since\s)?"
    r"(?P<done>[a-z]+ed|taken|held|put|told|seen|won)\s(?:[a-z]+\s){0,4}?by\s)"
)
"""A participle with who did it: "echoed by Chad"."""
_VERB = r"[a-z]+(?:ed|s)(?=[.,;]|\s(?:because|as|and|but|since|while|though|for|in|on|at|last|this)\b)"
_ALONE = re.compile(r" (?!and |or |of )[a-z]")
"""What follows a name that is a subject by itself."""
_AND = re.compile(r" and ")
_JOINED = re.compile(rf"(?: {_WORD}){{1,6}}?,? (?:and|but|while) (?=[A-Z])")


def relatives_beside(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[int, int, str]]:
    """Character ranges of words around a noun beside a clause, with the plainer word to be read in their place.

    Many such nouns take a clause with "that" as well, for which a parser takes the relative clause; it never does so
    with "which". A name behind the noun it may take for its head, as it never does "he". A verb behind the subject of
    such a clause that could be a noun stands as "want".

    >>> text = "Peru must leave, a demand that it has dismissed and that Oslo backs."
    >>> [text[a:b] + " " + word for a, b, word in relatives_beside(text, ())]
    ['that which', 'that which']
    """
    ends = {m.start: m.end for m in mentions if m.sort not in {"role", "demonym"}}
    for found in _beside().finditer(text):
        places = [found.end() + 1]
        if found["that"] == "that":
            yield (*found.span("that"), "which")
        if found["done"]:
            yield (*found.span("done"), "made")
        if further := _FURTHER.match(text, found.end()):
            yield (*further.span("that"), "which")
            places.append(further.end("that") + 1)
        if found["prep"] and places[0] in ends and _AND.match(text, ends[places[0]]):
            yield places[0], ends[places[0]], "he"
        for place in places:
            yield from _subjects(text, place, ends)


def beside_clauses(text: str, asides: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Character ranges of nouns beside a clause with their relative clauses, the comma before them included.

    *asides* are ranges between commas that the parser passes over.

    >>> text = "Peru must leave, a demand that it has dismissed."
    >>> [text[a:b] for a, b in beside_clauses(text)]
    [', a demand that it has dismissed']
    """
    over = dict(asides)
    ends = ((m.start(), _end(text, m.end(), over)) for m in _beside().finditer(text))
    return [(start, end) for start, end in ends if text[end : end + 1] in {".", ";"}]


def _end(text: str, place: int, over: dict[int, int]) -> int:
    """Where what belongs to a noun ends that is told from *place* on."""
    while found := _UPTO.match(text, place):
        place = found.end()
        if place not in over:
            break
        place = over[place]
    return place


def _subjects(text: str, place: int, ends: dict[int, int]) -> Iterator[tuple[int, int, str]]:
    """ "That Chad backs and Peru opposes": the names that open a relative clause or go on from it, and their verbs."""
    while place in ends:
        if _ALONE.match(text, ends[place]):
            yield place, ends[place], "he"
        verb = _third_persons().match(text, ends[place])
        if verb:
            yield (*verb.span("verb"), _plainly(verb["verb"]))
        further = _JOINED.match(text, ends[place])
        place = further.end() if further else -1


def _plainly(verb: str) -> str:
    """The plainer verb in the form of *verb*: one of saying or fearing takes a clause, as "want" does not."""
    return "wanted" if verb.endswith("ed") else "says" if verb.removesuffix("s") in _telling() else "wants"


@cache
def _telling() -> frozenset[str]:
    return frozenset({*lexicon("implied")["fearing"]["words"], *lexicon("positions")["saying"]["words"]})


@cache
def _beside() -> re.Pattern[str]:
    """A noun that takes up a clause, behind a comma, with a clause of its own; not "a demand that it be dropped"."""
    words = lexicon("positions")["anaphors"]
    nouns = "|".join(sorted({*words["words"], *words["beside"]}))
    return re.compile(
        rf"[,;—–]\s(?:{_LEADS}\s(?:{_WORD}\s){{0,3}}?(?P<noun>{nouns})|something|(?P<many>(?:{nouns})s))"
        rf"(?:(?:\s(?:of|for|in) {_WORD}(?: {_WORD})?)?\s"
        rf"(?:(?P<that>that|which)|(?:to|on|with|against|for|from|of|in|about|over) (?P<prep>which))"
        rf"(?!(?:\s{_WORD}){{1,5}}?\s{_ASKED})(?=\s)|(?P<bare>){_BARE}|{_DONE})"
    )


@cache
def _third_persons() -> re.Pattern[str]:
    """Third persons and pasts of verbs, behind a name."""
    words = lexicon("positions")
    lemmas = {word for entry in words["verb"] for word in entry["words"] if "+" not in word}
    lemmas |= {*words["homographs"]["words"], *words["sharing"]["taken"], *lexicon("implied")["fearing"]["words"]}
    forms = "|".join(sorted(lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s") for lemma in lemmas))
    return re.compile(rf"\s+(?:(?:also|now|still|both|openly|long)\s+)?(?P<verb>{forms}|{_VERB})(?![\w-])")
