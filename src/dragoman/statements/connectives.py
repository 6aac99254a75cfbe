"""Conjunctions of several words, read as the one word they amount to: "as soon as", "on condition that"."""

from __future__ import annotations

import re

from dragoman.statements.alternatives import any_of

__all__ = ["PLAIN", "connectives"]

_IF = (
    "on condition that", "on the condition that", "on one condition that", "on the sole condition that",
    "on the strict condition that", "on the understanding that", "on the proviso that", "with the proviso that",
    "with the condition that", "in the event that", "provided that", "providing that", "assuming that",
    "on the basis that", "on the premise that",
)  # fmt: skip
_LASTING = ("as long as", "so long as", "for as long as", "for so long as")
_ONCE = ("as soon as", "the moment", "the minute", "the instant", "from the moment", "from the minute")
_BECAUSE = ("on the ground that", "on the grounds that", "in the belief that", "for fear that", "given that")
PLAIN = {
    **dict.fromkeys(_BECAUSE, "because"),
    **dict.fromkeys(_IF, "provided"), **dict.fromkeys(_LASTING, "as long as"), **dict.fromkeys(_ONCE, "once"),
    "unless and until": "unless", "until and unless": "unless", "if and only if": "if", "until such time as": "until",
}  # fmt: skip
"""What each amounts to."""
_READ_AS = {"provided": "if", "as long as": "if"}
"""What a parser reads better than what it amounts to."""
_BARE = re.compile(
    r"(?:(?:, (?:but )?(?:only )?)|(?:\b(?:will|would|could|can|might|to|ready|willing|prepared|happy)\b[^.;,:]{5,120}?"
    r"(?<!have)(?<!has)(?<!had)(?<!be)(?<!been)(?<!is)(?<!are)(?<!was)(?<!were)(?<!not)(?<!also)(?<!and)(?<!it)"
    r"(?<!they) ))(?P<word>provid(?:ed|ing))(?= (?:the|its|their|his|her|our|an?|all|both|no|each|other|others|it|they|"
    r"he|she|we|there|nobody|everyone|nothing|[A-Z])[^.;:]{0,80}\b(?:is|are|was|were|has|have|had|does|did|do|will|would|can|could|get|"
    r"gets|[a-z]{3,}(?:ed|s))\b)"
)
"""A bare "provided" that opens a clause: behind a comma, or what somebody would do."""
_WERE = re.compile(
    r"(?=[Ww]ere )(?:^|(?<=[.!?] )|(?<=[.!?][”\"] )|(?<=\n)|(?<=, )|(?<=[“\"])|(?<=said )|(?<=that ))"
    r"(?P<were>[Ww]ere) (?:[A-Z]|the |its |his |her |it |they |he |she |any |either )[\w’' -]{0,50}?"
    r"(?P<to>\bto) (?=[a-z])"
)
"""A condition by word order: "Were Iceland to sign"."""
_INVERTED = (("were", "if"), ("to", "would"))
_NO_CLAUSE = (
    r"(?!\s(?:of|for|by|in|to|was|is|were|had|has|after|before|when|and|or|he|she|possible|necessary|needed)\b)"
)
_CO = re.compile(r"\bco-(?P<done>[a-z]+ed)\b")
"""What several do: "co-sponsored"."""
_JOINTLY = re.compile(
    r", (?:co-)?(?:sponsored|drafted|tabled|submitted|proposed|written|drawn up|authored|presented|put forward) "
    r"(?P<with>(?:jointly|together|along) with)(?= [A-Z])"
)
"""By whom else, behind a participle: "a plan, sponsored jointly with Chad"."""
_INITIALS = "".join(sorted({joint[0] for joint in PLAIN}))
_FOUND = re.compile(
    rf"(?=[{_INITIALS}])\b(?:{any_of(sorted(map(re.escape, PLAIN), key=len, reverse=True))})\b{_NO_CLAUSE}"
    r"(?=\s[\w“\"])",
    re.IGNORECASE,
)


def connectives(text: str) -> list[tuple[int, int, str]]:
    """Character ranges of conjunctions of several words, each with the one word to read in its place.

    >>> text = "Chad will pay as soon as Mali signs, on condition that Niger agrees."
    >>> [(text[a:b], word) for a, b, word in connectives(text)]
    [('as soon as', 'once'), ('on condition that', 'if')]
    """
    were = [(*found.span(part), word) for found in _WERE.finditer(text) for part, word in _INVERTED]
    bare = [(*found.span("word"), "if") for found in _BARE.finditer(text)] if "provid" in text else []
    found = [(*joint.span(), PLAIN[joint[0].lower()]) for joint in _FOUND.finditer(text)]
    joint = [(*done.span(), done["done"]) for done in _CO.finditer(text)] if "co-" in text else []
    joint += [(*done.span("with"), "by") for done in _JOINTLY.finditer(text)] if " with " in text else []
    return [*((start, end, _READ_AS.get(word, word)) for start, end, word in found), *bare, *were, *joint]
