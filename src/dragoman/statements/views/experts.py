"""The words that name somebody whom nothing else makes known: an expert, "diplomats", "owner of a mill"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import stretches

if TYPE_CHECKING:
    from collections.abc import Collection

    from dragoman.language.tree import Token

__all__ = ["named"]

_TOLD_BESIDE = {"acl:relcl", "appos", "acl", "cc", "conj", "parataxis", "advcl", "det", "nummod", "case", "mark"}
_HOW_MANY = {"several", "some", "many", "most", "few", "one", "two", "three", "another", "other", "various", "senior"}
_MARKS = {",", '"', "“", "”"}
_NOUNS = {"NN", "NNS", "VBZ"}
"""Tags of nouns, and what the parser may take a plural for: "dairy cooperatives believe"."""
_TITLES = {"Mr", "Mrs", "Ms", "Dr", "Prof", "Professor", "Analyst", "Economist"}
_HUMAN = ("er", "or", "ist", "ian", "ant", "man", "woman", "eur", "crat", "people", "men", "women")
"""How words for people end: "brewer", "historian"."""
_ABSTRACT = ("ure", "ion", "ing", "ment", "ty", "ness", "ance", "ence", "al", "cy", "age", "ism", "ship")
"""How words for things end that plurals may stand for: "wives" are people, "temperatures" are not."""


def named(agent: Token, people: Collection[str], text: str) -> str:
    """The words of *text* that name *agent*, one of *people* or with a name of his own; empty where it is nobody.

    What is told of him, how many they are and articles are left out.
    """
    if agent.pos_ == "PROPN":
        return _own_name(agent, text)
    word = agent.lemma_.lower()
    several = agent.tag_ in {"NNS", "VBZ"} and not word.endswith(_ABSTRACT)
    if agent.tag_ not in _NOUNS or not (several or word in people or word.endswith(_HUMAN)):
        return ""
    beside = [c for c in agent.children if c.dep_ in _TOLD_BESIDE or c.lower_ in _HOW_MANY]
    start, end = stretches.phrase(agent, without=beside)
    words = [token for token in stretches.under(agent) if start <= token.idx < end]
    if any(token.text in _MARKS for token in words):
        return ""
    name = " ".join(text[start:end].split())
    return name[:1].lower() + name[1:] if words[0].is_sent_start and words[0].pos_ != "PROPN" else name


def _own_name(agent: Token, text: str) -> str:
    """A name in one stretch of capitals around its head, without a title."""
    doc, first, last = agent.doc, agent.i, agent.i
    while first > agent.sent.start and _is_of_name(doc[first - 1]):
        first -= 1
    while last + 1 < agent.sent.end and _is_of_name(doc[last + 1]):
        last += 1
    first += doc[first].text.rstrip(".") in _TITLES
    return " ".join(text[doc[first].idx : doc[last].idx + len(doc[last])].split()) if last > first else ""


def _is_of_name(token: Token) -> bool:
    return token.text == "-" or (token.text[:1].isupper() and token.pos_ in {"PROPN", "X"})
