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
    r"for (?:its|his|her|their) part|for (?:other|different) reasons|with (?:some )?reservations|at least in public"
)
_WORDS = (
    r"however|meanwhile|moreover|nevertheless|nonetheless|instead|too|therefore|then|for example|for instance|"
    r"on the other hand|for (?:its|his|her|their|our|my) part|by and large|in other words|among others|"
    r"among other things|"
    r"in (?:its|his|her|their) view|after all|not surprisingly|unsurprisingly|predictably|crucially|notably"
)
_TIMES = (
    r"days|weeks|months|years|decades|generations|centuries|hours|week|month|year|spring|summer|autumn|winter|decade|"
    r"generation|past|weekend|time|times|occasions?|turn|stage|point|start|beginning|outset|moment|recently|scenes|"
    r"duress|protest|then|independence|elections?|war|campaign"
)
_SPAN = (
    r"(?:in|over|for|during|through|throughout|at|on|until|since|from|within|under|behind|after|before) "
    rf"(?:(?:[a-z]+|\d+) ){{0,3}}?(?:{_TIMES})"
    r"|since [a-zA-Z ]{0,12}\d{4}|since (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|until (?:recently|now|today)"
    r"|for (?:its|his|her|their|our|my) part|on (?:its|his|her|their) own|in (?:its|his|her|their) turn"
    r"|under pressure(?: from [a-zA-Z’' ]{3,40}?)?"
)
"""When, how long or under what, between "has" and its participle: "has in recent weeks urged"."""
_DONE = (
    r"(?:not |never |also |repeatedly |quietly |openly |[a-z]+ly )?(?:[a-z]{2,}ed|been|given|taken|made|said|told|"
    r"sought|held|kept|put|set|let|cut|found|left|lost|met|paid|sent|won|shown|known|seen|stood|thrown|withdrawn|driven|broken|"
    r"spoken|chosen|fought|bought|brought|thought|led|begun|become|come|gone|done|written|drawn|sworn)"
)
_REST = r"[^,;:.!?()\n“”\"—]"
_WHERE_SAID = (
    r"in an? (?:[a-z]+ ){0,2}(?:interview|speech|statement|letter|address|conference|message|post|article|tweet|op-ed|"
    rf"briefing|video|note|column|broadcast)\b{_REST}{{0,70}}|"
    rf"(?:speaking|writing) (?:in|at|on|to|from|through)\b{_REST}{{2,70}}|soon to\b{_REST}{{3,80}}|"
    r"as (?:the|its|their|an?) (?:price|precondition|condition|first step|prelude|gesture|reward|token)\b"
    rf"{_REST}{{0,60}}"
)
"""Where something was said, between a speaker and what he says; and what somebody is soon to be."""
_BETWEEN = re.compile(
    rf"(?=[,hwiapfout])(?:(?P<spoken>, (?:{_WHERE_SAID}),)(?= [a-z])|(?P<commas>, (?:{_WORDS}|{_PHRASES}),)(?= [a-z])"
    rf"|\b(?:has|had|have|was|were|is|are|will|would) (?P<helped>{_PHRASES})(?= (?:been |to |not )?\w)"
    rf"|\b(?:has|had|have|having) (?P<long>{_SPAN})(?= {_DONE}\b)"
    r"|(?<=[a-z] )(?P<flatly>point-blank\b|outright(?=[.,;]| (?:and|or|but|on|in|as|after|because|while|when)\b))"
    r"|(?:unless|until|if|provided|that) (?:the |its |his |her |their )?(?:[A-Z]?[a-z]+ )(?P<first>first)(?= [a-z]+s\b)"
    r"|(?<=[a-z] )(?P<phoned>in an? (?:[a-z0-9-]+ ){0,2}?(?:tele)?phone call(?= to [a-z]))"
    r"|(?<=ing |ght |hed |ked |ied )(?P<spell>for (?:weeks|months|years|decades))(?= (?:for|to|on|that)\b))"
)


def adverbials(text: str) -> list[tuple[int, int]]:
    """Character ranges of adverbials between commas, or between a verb and its helper; without the helper.

    So too "in an interview with the BBC" behind a speaker.

    >>> text = "Egypt, however, agreed, and Chad has so far refused."
    >>> [text[a:b] for a, b in adverbials(text)]
    [', however,', 'so far']
    """
    return [found.span(found.lastgroup or 0) for found in _BETWEEN.finditer(text)]
