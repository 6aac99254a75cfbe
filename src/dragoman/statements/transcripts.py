"""Transcripts: who speaks in a text whose paragraphs begin with the speaker's name and a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.language.parties import Mention

__all__ = ["Turns", "labels"]

_LABEL = re.compile(
    r"^[ \t]*((?:[A-Z][\w.'’-]*\.?[ \t]+){0,5}[A-Z][\w.'’-]*)[ \t]?(?:\([^)\n]{1,60}\))?:(?=[ \t]+\S)", re.MULTILINE
)
_FEWEST = 3
"""Turns of speech from which on a text is a transcript."""
_NOBODY = {
    "note", "source", "sources", "read more", "photo", "editing by", "reporting by", "by", "update", "see also", "more",
    "background", "date", "place", "time", "interview", "analysis", "explainer", "opinion", "comment", "live",
    "breaking", "exclusive", "watch", "factbox", "timeline", "profile", "editorial",
}  # fmt: skip
_OFFICES = {
    "chair", "chairman", "chairwoman", "the", "prime", "minister", "president", "secretary", "speaker", "mr", "mrs",
    "ms", "dr", "sir", "lord", "lady", "senator", "representative", "moderator", "host", "question", "answer", "member",
    "of", "general", "foreign", "deputy", "ambassador", "audience", "judge", "justice", "counsel", "interviewer",
    "reporter",
}  # fmt: skip
"""Words in labels that name no person."""
_ANSWER = {"a", "answer"}
"""What stands before the words of whoever is interviewed."""


def labels(text: str) -> list[tuple[int, int]]:
    """Character ranges of the speakers' labels with their colons; none where *text* is no transcript.

    >>> text = "KIM: We agree.\\nLEE: We do not.\\nKIM: A pity."
    >>> [text[start:end] for start, end in labels(text)]
    ['KIM:', 'LEE:', 'KIM:']
    """
    found = [m for m in _LABEL.finditer(text) if m.group(1).lower() not in _NOBODY]
    names = [m.group(1).split()[-1].lower() for m in found]
    repeated = len(found) >= _FEWEST and len(set(names)) < len(names)
    return [(m.start(1), m.end()) for m in found] if repeated else []


class Turns:
    """Whose turn it is at each place of one transcript; knows nobody in any other text."""

    def __init__(self, text: str, mentions: tuple[Mention, ...]) -> None:
        self._spans = labels(text)
        self._starts = [start for start, _ in self._spans]
        self._end = _end_of_talk(text, self._starts)
        families = dict(_families(mentions))
        own = _own_names([text[start : end - 1] for start, end in self._spans])
        asked = _asked(mentions, self._starts[0]) if self._starts else ()
        self._speakers = [
            (asked, asked[0].rpartition(":")[2])
            if asked and text[start : end - 1].strip().lower() in _ANSWER
            else self._speaker(text[start : end - 1], start, end, mentions, families, own)
            for start, end in self._spans
        ]

    @staticmethod
    def _speaker(
        label: str,
        start: int,
        end: int,
        mentions: tuple[Mention, ...],
        families: dict[str, str],
        own: dict[str, str],
    ) -> tuple[tuple[str, ...], str]:
        named = [m.id for m in mentions if start <= m.start and m.end <= end]
        last = re.findall(r"[\w.’'-]+", label.split("(", maxsplit=1)[0])[-1].lower()
        family = families.get(last) or (None if named else own.get(last))
        found = ([family] if family else []) + sorted(named, key=lambda party: ":" not in party)
        return (tuple(found[:1]), label)

    def at(self, place: int) -> tuple[tuple[str, ...], str] | None:
        """Parties and label of whoever speaks at the character *place*; None before the first turn and after all."""
        if place >= self._end:
            return None
        number = bisect_right(self._starts, place) - 1
        return self._speakers[number] if number >= 0 else None


def _end_of_talk(text: str, starts: list[int]) -> int:
    """Where the last turn ends: with its paragraph, where no turn before it goes on for more than one."""
    turns = [text[start:stop].strip() for start, stop in pairwise(starts)]
    stop = text.find("\n\n", starts[-1]) if starts and all("\n\n" not in turn for turn in turns) else -1
    return stop if stop >= 0 else len(text)


def _own_names(labels: list[str]) -> dict[str, str]:
    """Whom the labels themselves name in full, by family name: "KARINA PALKOVA:", later "PALKOVA:"."""
    found: dict[str, str] = {}
    for label in labels:
        words = label.split("(", maxsplit=1)[0].split()
        plain = [word for word in words if word.lower().strip(".") in _OFFICES or not word[0].isalpha()]
        if len(words) in {2, 3} and not plain:
            found.setdefault(words[-1].lower(), " ".join(w.title() if w.isupper() else w for w in words))
    return found


def _asked(mentions: tuple[Mention, ...], first: int) -> tuple[str, ...]:
    """Who is interviewed: the person named first before the first turn, else whoever holds the office named there."""
    before = [m for m in mentions if m.end <= first]
    found = next((m.id for m in before if m.sort == "person"), None)
    found = found or next((m.party for m in before if m.sort == "role"), None)
    return (found,) if found else ()


def _families(mentions: tuple[Mention, ...]) -> Iterator[tuple[str, str]]:
    """The last word of each person's name, in small letters, with the id."""
    for mention in reversed(mentions):
        if mention.sort == "person" and mention.person:
            for word in mention.person.split()[:1] + mention.person.split()[-1:]:
                yield word.lower(), mention.id
