"""The day of an act: the date in its own clause, or one it shares with the clauses around it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from dragoman.language.dates import DateMention
from dragoman.statements import clauses, stretches
from dragoman.statements.acts.frames import word_list
from dragoman.statements.statement import Status
from dragoman.statements.text import ReadText

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["date_of", "day_of", "has_day", "is_past", "iso_of"]

_ASIDE = {"acl", "acl:relcl", "advcl", "ccomp", "csubj", "parataxis"}
_SHARED = {"conj", "xcomp", "advcl"}
_YEAR = re.compile(r"\d{4}")
_TO_COME = re.compile(r"(?:next|tomorrow)\b", re.IGNORECASE)
_YEARLESS = {"day", "month", "season", "quarter"}


def date_of(head: Token, text: ReadText) -> str | None:
    """The date in the words of *head* that stands nearest to it; deadlines are no dates of acts."""
    day = day_of(head, text, "done")
    return day.iso if day else None


def day_of(head: Token, text: ReadText, status: Status) -> DateMention | None:
    """When the act of *head* is: by a date of its own, else by that of the clause it goes on with or stands in.

    "On Monday they met and agreed": a later verb shares the date; "talks ended on Friday": talks of Friday.
    """
    found = _own(head, text, status) or _since_when(head, text) or _right_behind(head, text) or _hung(head, text)
    outer = head
    while found is None and outer.dep_ in _SHARED and outer.head is not outer and outer.head.pos_ in {"VERB", "AUX"}:
        goes_on, outer = _goes_on(outer), outer.head
        days = _days(outer, text, status)
        first = clauses.subject(outer)
        found = _nearest(days if goes_on else [d for d in days if first is not None and d.start < first.idx], head)
        if not goes_on and outer.dep_ != "conj":
            break
    if found is None and head.pos_ == "NOUN" and head.dep_ in {"nsubj", "obj", "obl"} and head.head.pos_ == "VERB":
        found = _own(head.head, text, status)
    return found


def has_day(head: Token, text: ReadText) -> bool:
    """True where a date stands in the words of *head* itself."""
    return _own(head, text, "done") is not None


def is_past(day: DateMention, text: ReadText) -> bool:
    """True where *day* had begun when the article came out."""
    published = text.article.date
    return published is None or day.days is None or day.days.first <= published


def _goes_on(verb: Token) -> bool:
    """True for a clause that tells the same occasion on: joined without a subject of its own, or a participle."""
    if verb.dep_ == "conj":
        return not clauses.children(verb, *clauses.SUBJECTS)
    if verb.dep_ == "advcl":
        return verb.tag_ == "VBG" and not clauses.marker(verb)
    return clauses.marker(verb) == "to"


def _own(head: Token, text: ReadText, status: Status) -> DateMention | None:
    return _nearest(_days(head, text, status), head)


def _nearest(days: list[DateMention], head: Token) -> DateMention | None:
    return min(days, key=lambda day: abs(day.start - head.idx)) if days else None


def _days(head: Token, text: ReadText, status: Status) -> list[DateMention]:
    """The dates in the clause or phrase of *head*; deadlines, and dates of clauses about something else, apart."""
    return [
        day
        for day in text.dates_in(*stretches.phrase(head))
        if day.iso and not day.deadline and _fits(day, status, text)
        if not _is_aside(day, head) and not _is_of_subject(day, head, text)
    ]


def _is_of_subject(day: DateMention, head: Token, text: ReadText) -> bool:
    """ "The bank, which lent a billion last year, objected": when it lent, wherever the tree hangs the year."""
    under = clauses.subject(head) if day.start < head.idx else None
    told = (c for t in under.subtree for c in clauses.children(t, "acl:relcl")) if under is not None else ()
    return any(c.idx < day.start < head.idx and "," not in text.article.text[c.idx : day.start] for c in told)


def _since_when(head: Token, text: ReadText) -> DateMention | None:
    """ "In September, when attacks began": the date that the clause of *head* describes."""
    verb = head if head.pos_ in {"VERB", "AUX"} else head.head
    for word in clauses.children(verb, "advmod", "mark"):
        if word.lower_ == "when":
            near = text.dates_in(max(0, word.idx - 30), word.idx)
            return next((d for d in near if d.iso and not text.article.text[d.end : word.idx].strip(" ,")), None)
    return None


def _hung(head: Token, text: ReadText) -> DateMention | None:
    """A weekday that ends the clause of a verb, wherever the tree hangs it: "met at talks hosted by Chad on Friday"."""
    if head.pos_ != "VERB" or head.tag_ not in {"VBD", "VBN"}:
        return None
    near = [d for d in text.dates_in(*stretches.phrase(head)) if d.basis == "publication" and d.grain == "day"]
    held = [d for d in near if d.iso and not d.deadline and not _in_relative(d, head)]
    return held[0] if len(near) == 1 and held else None


def _in_relative(day: DateMention, head: Token) -> bool:
    token = next((t for t in head.subtree if t.idx >= day.start), None)
    while token is not None and token is not head and token.head is not token:
        if token.dep_ in _ASIDE - {"acl"} or (token.dep_ == "conj" and token.pos_ == "VERB"):
            return True
        token = token.head
    return False


def _right_behind(head: Token, text: ReadText) -> DateMention | None:
    """The date of "is due in Lima on Friday", which the tree hangs anywhere."""
    if head.pos_ != "ADJ":
        return None
    near = text.dates_in(head.idx, min(head.sent.end_char, head.idx + 60))
    return next((d for d in near if d.iso and not d.deadline), None)


def _fits(day: DateMention, status: Status, text: ReadText) -> bool:
    """False for days to come of acts that are done, and for days gone by of acts to come."""
    published = text.article.date
    if status in {"done", "ongoing"} and _TO_COME.match(text.article.text, day.start):
        return False
    if published is None or day.days is None or day.basis == "publication" or not _has_year(day, text):
        return True
    if status in {"done", "ongoing"}:
        return day.days.first <= published
    return status != "planned" or day.days.last >= published


def _is_aside(day: DateMention, head: Token) -> bool:
    """True where the date stands in a clause about something else: "under a pact signed in August".

    "The pact signed in August" itself is of August, and who stays away from a summit held in May does so in May.
    """
    token = next((t for t in head.subtree if t.idx >= day.start), None)
    while token is not None and token is not head and token.head is not token:
        if token.dep_ == "conj" and token.pos_ == "VERB":
            return True
        if token.dep_ in _ASIDE and token.pos_ in {"VERB", "AUX", "NOUN", "ADJ"}:
            made = (
                token.tag_ in {"VBN", "VBD"}
                and token.lemma_ in word_list("carriers", "dated")
                and token.dep_ in {"acl", "acl:relcl"}
            )
            noun = token.head
            same = noun is head or (noun.head is head and noun.lemma_ in word_list("nouns", "meeting"))
            if not (made and same and noun.pos_ == "NOUN" and _undergoes(token)):
                return True
        token = token.head
    return False


def _undergoes(verb: Token) -> bool:
    """True where the noun that *verb* describes is what was done: "the summit that Chad hosted"."""
    relative = clauses.antecedent(verb)
    return verb.dep_ == "acl" or (relative is not None and relative[1] == "object")


def iso_of(day: DateMention, status: Status, text: ReadText) -> str | None:
    """The day of an act; a weekday, or a month, of an act that is done is the one before the article."""
    published = text.article.date
    if published is None or day.days is None or day.iso is None or status != "done":
        return day.iso
    first = day.days.first
    if first <= published or _has_year(day, text):
        return day.iso
    if day.basis == "publication" and day.grain == "day" and day.iso == first.isoformat():
        return (first - dt.timedelta(7)).isoformat()
    return f"{first.year - 1}{day.iso[4:]}" if day.grain in _YEARLESS else day.iso


def _has_year(day: DateMention, text: ReadText) -> bool:
    return _YEAR.search(text.article.text[day.start : day.end]) is not None
