"""Adverbials that interrupt a clause and say nothing of who wants or does what: "Egypt, however, agreed"."""

from __future__ import annotations

import re

__all__ = ["adverbials"]

_PHRASES = (
    r"before that|since then|until now|so far|at first|at last|in effect|in turn|for now|as yet|once more|once again|"
    r"yet again|time and again|in the meantime|in the end|in private|in public|behind closed doors|at the last minute|"
    r"in principle|in practice|in theory|in fact|in particular|for the moment|for the time being|for the first time|"
    r"for weeks|for months|for years|to this day|at least|of course|by contrast|on paper|as ever|in response|in reply|"
    r"at one point|at times|all along|if necessary|if need be|in any case|at any rate|on balance|"
    r"(?:albeit |though |if )?in an? (?:milder|softer|stronger|weaker|similar|different|diluted) form|"
    r"(?:albeit |though )?to an? (?:lesser|greater) (?:extent|degree)|(?:to|in) varying degrees|"
    r"for (?:other|different) reasons|with (?:some )?reservations|at least in public"
)
_WORDS = (
    r"however|meanwhile|moreover|nevertheless|nonetheless|instead|too|therefore|then|for example|for instance|"
    r"on the other hand|for (?:its|his|her|their|our|my) part|by and large|in other words|among others|"
    r"among other things|"
    r"in (?:its|his|her|their) view|after all|not surprisingly|unsurprisingly|predictably|crucially|notably"
)
_REST = r"[^,;:.!?()\n“”\"—]"
_WHERE_SAID = (
    r"in an? (?:[a-z]+ ){0,2}(?:interview|speech|statement|letter|address|conference|message|post|article|tweet|op-ed|"
    rf"briefing|video|note|column|broadcast)\b{_REST}{{0,70}}|"
    rf"(?:speaking|writing) (?:in|at|on|to|from|through)\b{_REST}{{2,70}}|soon to\b{_REST}{{3,80}}"
)
"""Where something was said, between a speaker and what he says; and what somebody is soon to be."""
_BETWEEN = re.compile(
    rf"(?P<spoken>, (?:{_WHERE_SAID}),)(?= [a-z])|(?P<commas>, (?:{_WORDS}|{_PHRASES}),)(?= [a-z])"
    rf"|\b(?:has|had|have|was|were|is|are|will|would) (?P<helped>{_PHRASES})(?= (?:been |to |not )?\w)"
    r"|(?<=[a-z] )(?P<flatly>point-blank)\b"
)


def adverbials(text: str) -> list[tuple[int, int]]:
    """Character ranges of adverbials between commas, or between a verb and its helper; without the helper.

    So too "in an interview with the BBC" behind a speaker.

    >>> text = "Egypt, however, agreed, and Chad has so far refused."
    >>> [text[a:b] for a, b in adverbials(text)]
    [', however,', 'so far']
    """
    return [found.span(found.lastgroup or 0) for found in _BETWEEN.finditer(text)]
