"""Deeds told by nouns, put as verbs: "the withdrawal of all troops" is to withdraw all troops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.language.tree import Token

__all__ = ["light_deed", "verbal"]

_DONE_TO = {"of"}
_CHANGED = {"in", "on", "to"}
"""What leads the thing that a change is of: "a reduction in tariffs"."""
_CHANGES = {"reduce", "expand", "enlarge", "improve", "prohibit", "amend", "modify", "revise", "reform", "sign"}
_MEASURES = {"day", "week", "month", "year", "hour", "point", "percent", "kilometre", "kilometer", "mile"}
_REFUSING = {"refuse", "withhold", "deny", "delay", "grant"}
_BEFORE = {"amod", "compound", "det", "nummod"}


def verbal(head: Token, content: Callable[[Token], list[str]], is_named: Callable[[Token], bool]) -> list[str] | None:
    """The words of the deed that *head* names, its verb first; None where it names none or would lose a word.

    *content* gives the words of a phrase under it, *is_named* says what names a party.
    """
    words = lexicon("deeds")
    verb = words["verbs"].get(head.lemma_.lower())
    told = [c for c in clauses.children(head, "acl", "ccomp") if clauses.marker(c) not in {"until", "unless", "before"}]
    if verb is None or head.pos_ != "NOUN" or told:
        return None
    things: list[str] = []
    how: list[str] = []
    for child in (c for c in head.children if c.dep_ in _BEFORE and c.i < head.i):
        lower = child.lower_
        if lower in words["plain"]["words"] or is_named(child):
            continue
        if lower in words["manner"] or lower in words["amount"]:
            how.append(words["manner"].get(lower) or words["amount"][lower])
        elif child.lemma_ in _MEASURES:
            how += ["by", _measure(content(child))]
        elif child.dep_ == "compound":
            things += content(child)
        else:
            return None
    done_to, rest = _behind(head, verb, content)
    if head.lemma_.lower() in words["given"]["words"] and not (done_to or things or rest or _is_own(head)):
        return None
    first = [word for word in how if word in {"more", "less"} and (done_to or things)]
    return [verb, *first, *done_to, *things, *rest, *(word for word in how if word not in first)]


def _is_own(head: Token) -> bool:
    """ "Refused permission", "any intervention by the state": a deed of whoever refuses it, or of whom it names."""
    refused = head.dep_ == "obj" and head.head.lemma_ in _REFUSING
    return refused or any(c.i > head.i for c in clauses.prepositional(head, "by"))


def _measure(words: list[str]) -> str:
    """Of a "six-month extension" the time: six months."""
    said = " ".join(words).replace("-", " ")
    return said if said.endswith("s") or said.split()[0] in {"a", "an", "one", "1"} else f"{said}s"


def _behind(head: Token, verb: str, content: Callable[[Token], list[str]]) -> tuple[list[str], list[str]]:
    """The words of what it is done to, and of what else follows the noun, without who does it."""
    done_to: list[str] = []
    rest: list[str] = []
    for child in (c for c in head.children if c.dep_ in {"nmod", "obl"} and c.i > head.i):
        lead = clauses.preposition(child)
        words = content(child)
        bare = words[len(lead.split()) :] if [w.lower() for w in words[: len(lead.split())]] == lead.split() else words
        if lead in _DONE_TO or (lead == "for" and verb == "permit") or (lead in _CHANGED and verb in _CHANGES):
            done_to += bare
        elif lead != "by":
            rest += words
    return done_to, rest


def light_deed(verb: Token, content: Callable[[Token], list[str]]) -> tuple[list[str], Token] | None:
    """What "make an assessment of", "give its consent to" come to, with the noun that tells it; else None."""
    words = lexicon("deeds")["light"]
    if verb.lemma_ not in words["verbs"] or clauses.children(verb, "iobj"):
        return None
    noun = next((c for c in clauses.children(verb, "obj") if c.i > verb.i and c.lemma_ in words["nouns"]), None)
    if noun is None or noun.tag_ == "NNS" or clauses.children(noun, "nummod"):
        return None
    deed = words["nouns"][noun.lemma_]
    done_to, rest = _behind(noun, deed, content)
    return [deed, *done_to, *rest], noun
