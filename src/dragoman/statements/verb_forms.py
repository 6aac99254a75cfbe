"""The regular forms of English verbs, for patterns over plain text."""

from __future__ import annotations

__all__ = ["doubled_past", "forms", "past", "third_person"]


def third_person(verb: str) -> str:
    """The third person of a verb.

    >>> third_person("deny"), third_person("push"), third_person("veto")
    ('denies', 'pushes', 'vetoes')
    """
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def past(verb: str) -> str:
    """The regular past of a verb.

    >>> past("deny"), past("agree"), past("object")
    ('denied', 'agreed', 'objected')
    """
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


def doubled_past(verb: str) -> str:
    """The past of a verb that doubles its last letter: "swapped"."""
    return verb + verb[-1] + "ed"


def forms(verb: str) -> tuple[str, ...]:
    """The infinitive, third person, pasts and participle of a verb, whether it doubles its last letter or not."""
    return verb, third_person(verb), past(verb), verb.removesuffix("e") + "ing", doubled_past(verb)
