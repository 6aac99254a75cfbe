"""An article changed, or is read anew: which statements are the same as before, which are new, which are gone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from dragoman.statements.statement import Evidence, Statement, statement_id

__all__ = ["NOT_READ", "WORDS_GONE", "Carried", "carry", "with_free_id"]

WORDS_GONE: Final = "its words are no longer in the article"
NOT_READ: Final = "the reader no longer reads this in its words"

_NOT_SAID: Final = frozenset({
    "id", "article", "confidence", "rule", "note", "event_id", "quoted", "modality", "sentence", "char_start",
    "char_end", "span_start", "span_end", "evidence",
})  # fmt: skip
_OFFSETS: Final = ("char_start", "char_end", "span_start", "span_end")


@dataclass(frozen=True)
class Carried:
    """What becomes of an article's statements.

    ``kept`` are those from before under their old ids, at their places in the present text; ``added`` are new;
    ``gone`` maps the ids of those that no longer stand to the reason. ``goes_by`` maps the id that each statement was
    read under to the id that it has now.
    """

    kept: tuple[Statement, ...]
    added: tuple[Statement, ...]
    gone: Mapping[str, str]
    goes_by: Mapping[str, str]


def carry(
    held: Sequence[Statement], fresh: Sequence[Statement], text: str, *, keep: Set[str], taken: Set[str] = frozenset()
) -> Carried:
    """Match the statements *held* of an article with those *fresh* from its present *text*.

    Two are the same where they say the same in the same words, wherever these now stand; so a correction in one
    paragraph changes nothing for the others, and ids, reviews and the lines of a case that rest on them stay good.
    What is held and not read again stays where its id is in *keep* and its sentence still stands in *text*; else it is
    gone. No id of *taken* is given to what is new. Nothing is modified.

    Examples
    --------
    >>> from dragoman.statements.statement import statement_adapter
    >>> def said(number, text, start):
    ...     return statement_adapter.validate_python({
    ...         "id": f"a-{number}", "kind": "act", "actor": ["RUR"], "event": "RETREAT", "article": "a1",
    ...         "sentence": text, "char_start": start, "char_end": start + len(text),
    ...         "span": text, "span_start": start, "span_end": start + len(text)})
    >>> held = [said(1, "Ruritania withdrew.", 0), said(2, "Graustark withdrew.", 20)]
    >>> carried = carry(held, [said(3, "Ruritania withdrew.", 9)], "UPDATED: Ruritania withdrew.", keep=frozenset())
    >>> [(s.id, s.evidence[0].char_start) for s in carried.kept], dict(carried.goes_by), dict(carried.gone)
    ([('a-1', 9)], {'a-3': 'a-1'}, {'a-2': 'its words are no longer in the article'})
    """
    waiting: dict[str, list[Statement]] = defaultdict(list)
    for statement in held:
        waiting[_said(statement)].append(statement)
    used = {*taken, *(statement.id for statement in held)}
    kept: list[Statement] = []
    added: list[Statement] = []
    goes_by: dict[str, str] = {}
    for statement in fresh:
        same = waiting[_said(statement)]
        home = kept if same else added
        home.append(statement.model_copy(update={"id": same.pop(0).id}) if same else with_free_id(statement, used))
        used.add(home[-1].id)
        goes_by[statement.id] = home[-1].id
    gone: dict[str, str] = {}
    for statement in (left for several in waiting.values() for left in several):
        moved = _moved(statement, text)
        if moved is not None and statement.id in keep:
            kept.append(moved)
        else:
            gone[statement.id] = WORDS_GONE if moved is None else NOT_READ
    return Carried(tuple(kept), tuple(added), gone, goes_by)


def _said(statement: Statement) -> str:
    """What a statement says and in which words, wherever they stand."""
    data = statement.model_dump(mode="json", by_alias=True)
    return json.dumps({name: value for name, value in data.items() if name not in _NOT_SAID}, sort_keys=True)


def with_free_id(statement: Statement, taken: Set[str]) -> Statement:
    """Return *statement* under an id that is not in *taken*: its own, or one from its content and place."""
    if statement.id not in taken:
        return statement
    return statement.model_copy(update={"id": statement_id(statement, taken=taken)})


def _moved(statement: Statement, text: str) -> Statement | None:
    """Return *statement* at the place in *text* that is nearest to its old one, or None where its words are gone."""
    places = tuple(_places(statement, text))
    if not places or places[0].article != statement.article:
        return None
    return statement.model_copy(update={"evidence": places})


def _places(statement: Statement, text: str) -> Iterator[Evidence]:
    for number, place in enumerate(statement.evidence):
        if place.article != statement.article:
            yield place
            continue
        start = _nearest(text, place.sentence, place.char_start)
        if start is None and number == 0:
            return
        if start is not None:
            shift = start - place.char_start
            yield place.model_copy(update={name: getattr(place, name) + shift for name in _OFFSETS})


def _nearest(text: str, words: str, start: int) -> int | None:
    """Return where *words* stand in *text*, nearest to *start*."""
    if text.startswith(words, start):
        return start
    before, after = text.rfind(words, 0, start + len(words)), text.find(words, start)
    found = [place for place in (before, after) if place >= 0]
    return min(found, key=lambda place: abs(place - start)) if found else None
