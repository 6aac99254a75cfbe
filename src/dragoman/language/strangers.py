"""Persons of whom an article says no more than what they do: "X Y urged both sides", "X Y, the mediator, proposed"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.language.belonging import LONGEST_DESCRIPTION
from dragoman.language.persons import Introduced, is_body, is_free, is_title, name_before, named_person
from dragoman.language.roles import Found, covering
from dragoman.language.words import Words, word_set

__all__ = ["strangers"]

_DESCRIBING = frozenset({"its", "his", "her", "their"})


def strangers(words: Words, names: Sequence[Found], introduced: Sequence[Introduced]) -> Iterator[Introduced]:
    """Yield the persons before verbs of speaking whom nothing else places, each a party of his own."""
    taken = covering(names)
    known = {person.person for person in introduced}
    for verb, word in enumerate(words.keys):
        if word in word_set("speaking"):
            person = _before(words, verb, taken)
            if person and person.person not in known:
                yield person


def _before(words: Words, verb: int, taken: Mapping[int, Found]) -> Introduced | None:
    """Who stands before the verb, himself or with a description between commas."""
    stop = verb
    if words.keys[verb - 1 : verb] == [","]:
        back = range(verb - 2, max(-1, verb - 2 - LONGEST_DESCRIPTION), -1)
        stop = next((n for n in back if words.keys[n] == ","), verb)
        if words.keys[stop + 1] not in word_set("before roles") | _DESCRIBING:
            return None
    first = name_before(words, stop)
    joined = words.joined(stop) or stop < verb
    if not joined or stop - first not in {2, 3} or not is_free(taken, first, stop) or is_body(words, first, stop):
        return None
    beside = first and (first - 1 in taken or is_title(words.keys[first - 1])) and words.joined(first)
    return None if beside and words.keys[first - 1] != "," else named_person(words, first, stop, None)
