"""Plainer words for those of war that the parser takes for others: "Shelling in the east killed two"."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["war_words"]

_STRANGE = {"coastguard": "navy", "coastguards": "sailors", "overran": "entered", "swapped": "sold"}
"""Words that the parser does not know, with plainer ones of the same kind."""
_NOUNS = re.compile(rf"\b(?:{'|'.join(_STRANGE)})\b", re.IGNORECASE)
_WHERE = r"(?:by|in|between|near|on|of|around|across|along|outside|from|with|at|over)\b"
_HOW = (
    r"heavy|fierce|fresh|renewed|street|intense|intensified|sporadic|new|bitter|deadly|recent|worst|latest|"
    r"cross-border|artillery|mortar|"
    r"indiscriminate|continued|constant|persistent|sustained|overnight|house-to-house|factional|tribal|ethnic|"
    r"sectarian|communal|the|this|that|any|more|further|enemy|rebel|rocket|tank"
)
_TOLD = (
    r"(?:has|have|had|was|were|is|could|would|will|may|[a-z]+ed|broke|left|killed|went|began|cut|sent|"
    r"hit|drove|shook)\b"
)
_GOING_ON = re.compile(
    rf"(?:(?<![\w,;:] )\b(?P<first>Shelling|Fighting|Looting)(?= (?:{_WHERE}|{_TOLD}))|"
    rf"\b(?:{_HOW}) (?P<behind>shelling|fighting|looting)(?! between)(?= (?:{_WHERE}|{_TOLD})|[.,;]))",
    re.IGNORECASE,
)
_OF_A_PEOPLE = re.compile(
    r"\b(?:in|by|after|during|under|despite|amid|from|over|to|between) (?:[a-z]+ )?[A-Z][a-z]+(?:an|i|ish|ese|ch) "
    rf"(?P<behind>shelling|bombing)(?= {_WHERE}|[.,;])"
)
_OPENING = re.compile(r"(?<![\w,;:] )\b(?:Clashes|Skirmishes|Exchanges|Strikes|Airstrikes|Attacks)(?= [a-z]+)")
_HELD = (
    "held|detained|jailed|imprisoned|arrested|captured|kidnapped|abducted|seized|interned|impounded|"
    "intercepted|convicted|sentenced"
)
_CAPTIVES = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )(?<!\bhas )(?<!\bhave )(?<!\bhad )"
    r"(?<!\bwho )(?<!\bthey )(?<!\band )"
    rf"(?<=[a-z] )(?P<held>{_HELD})(?= (?:in|by|at|on|off|since|for|during|near|inside|after|without|last|"
    rf"this|two|three)\b[^.,;:]{{2,70}}? "
    r"(?:was|were|(?:has|have|had|will) (?:now |since )?be(?:en)?) (?:[a-z]+(?:ed|ken)|let|sent|given|flown|set)\b)"
)
"""Those who are held, before the clause that tells what became of them: "Danes held in Mali were freed"."""
_ARMED = (
    r"drone|air|missile|rocket|artillery|mortar|rebel|militant|settler|guerrilla|insurgent|jihadist|gun|"
    r"bomb|arson|grenade|"
    r"naval|cross-border|suicide|retaliatory|overnight|deadly|further|fresh|renewed|repeated|recent|new|more|fatal"
)
_PLURALS = re.compile(
    rf"\b(?:{_ARMED}) (?P<raids>attacks|strikes|clashes)(?= (?:{_WHERE}|against\b|(?-i:{_TOLD})))", re.IGNORECASE
)


def war_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Character ranges of such words, with the plainer word to be read in their place.

    >>> text = "Heavy shelling near Gao and drone strikes on a depot killed two, the coastguard said."
    >>> [(text[a:b], word) for a, b, word in war_words(text)]
    [('coastguard', 'navy'), ('shelling', 'violence'), ('strikes', 'raids')]
    """
    for found in _NOUNS.finditer(text):
        yield (*found.span(), _STRANGE[found[0].lower()])
    for found in _GOING_ON.finditer(text):
        yield (*found.span(found.lastgroup or 0), "violence")
    for found in _OF_A_PEOPLE.finditer(text):
        yield (*found.span("behind"), "violence")
    for found in _OPENING.finditer(text):
        yield (*found.span(), "Raids")
    for found in _CAPTIVES.finditer(text):
        yield (*found.span("held"), "taken")
    for found in _PLURALS.finditer(text):
        yield (*found.span("raids"), "raids")
