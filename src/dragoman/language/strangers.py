"""Persons of whom an article says no more than what they do: "X Y urged both sides", "X Y, the mediator, proposed"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from dragoman.language.belonging import LONGEST_DESCRIPTION
from dragoman.language.persons import Introduced, is_body, is_free, is_title, name_before, named_person
from dragoman.language.roles import Found, covering
from dragoman.language.words import Words, word_set

__all__ = ["strangers"]

_DESCRIBING = frozenset({"its", "his", "her", "their"})
_PLACING = (["of"], ["from"], ["in"], ["at"])
"""What stands before the name of a place or a body, and not before that of whoever speaks: "Ana Ruiz of Old Forge"."""


def strangers(words: Words, names: Sequence[Found], introduced: Sequence[Introduced]) -> Iterator[Introduced]:
    """Yield the persons before verbs of speaking whom nothing else places, each a party of his own."""
    taken = covering(names)
    full = _full_names(words)
    known = {person.person for person in introduced}
    speaking = word_set("speaking")
    for verb, word in enumerate(words.keys):
        if word in speaking:
            person = _before(words, verb, taken) or _by_family(words, verb, full, taken)
            if person and person.person not in known:
                yield person


def _before(words: Words, verb: int, taken: Mapping[int, Found]) -> Introduced | None:
    """Who stands before the verb, himself or with a description between commas."""
    stop = verb
    if words.keys[verb - 1 : verb] == [","]:
        back = range(verb - 2, max(-1, verb - 2 - LONGEST_DESCRIPTION), -1)
        stop = next((n for n in back if words.keys[n] == ","), verb)
        if stop == verb or words.keys[stop + 1] not in word_set("before roles") | _DESCRIBING:
            return None
    first = name_before(words, stop)
    if words.keys[first - 1 : first] in _PLACING:
        return None
    joined = words.joined(stop) or stop < verb
    if not joined or stop - first not in {2, 3} or not is_free(taken, first, stop) or is_body(words, first, stop):
        return None
    beside = first and (first - 1 in taken or is_title(words.keys[first - 1])) and words.joined(first)
    return None if beside and words.keys[first - 1] != "," else named_person(words, first, stop, None)


def _full_names(words: Words) -> dict[str, int]:
    """Where a capitalised word first stands behind another, as a family name in full does, by its key.

    At the head of a sentence the word before it may be any.
    """
    found: dict[str, int] = {}
    for before, at in pairwise(words.capitals):
        if before == at - 1 and words.joined(at) and not words.opens_sentence(before) and not words.headline(at):
            found.setdefault(words.keys[at], at)
    return found


def _by_family(words: Words, verb: int, full: Mapping[str, int], taken: Mapping[int, Found]) -> Introduced | None:
    """ "Petrov accused": the person whom the article named in full before without saying who he is."""
    at = verb - 1
    alone = at > 0 and words.capitalised(at) and words.joined(verb) and at not in taken and not words.headline(at)
    if not alone or words.keys[at - 1] == "the" or (words.capitalised(at - 1) and words.joined(at)):
        return None
    last = full.get(words.keys[at], at)
    first = name_before(words, last + 1)
    if last >= at - 1 or last + 1 - first not in {2, 3} or first - 1 in taken:
        return None
    free = not words.opens_sentence(first) and is_free(taken, first, last + 1) and not is_body(words, first, last + 1)
    return named_person(words, first, last + 1, None) if free else None
