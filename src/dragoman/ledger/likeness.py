"""When two statements speak of the same thing: the same event, the same position; judged by meaning, not by wording."""

from __future__ import annotations

import datetime as dt

from dragoman.ledger.thesaurus import Thesaurus
from dragoman.ledger.voices import Voices
from dragoman.ledger.wording import is_empty_word, stems
from dragoman.statements.statement import Act, Condition, Position

__all__ = ["compatible_dates", "content", "same_event", "same_position"]

_ENOUGH = 0.5
_KIN = {
    "AGREE": "talk", "CONSULT": "talk", "REJECT": "refusal", "CONCEDE": "giving", "RETREAT": "giving",
    "MOBILIZE": "force", "ASSAULT": "force", "COERCE": "force", "SANCTION": "sanction",
}  # fmt: skip


_ONE_A_DAY = frozenset({"CONSULT", "ASSAULT", "MOBILIZE", "COERCE", "REJECT"})


def content(text: str) -> frozenset[str]:
    """Return the stems of *text* that carry content.

    >>> sorted(content("the lifting of sanctions"))
    ['lift', 'sanction']
    """
    return frozenset(word for word in stems(text) if not is_empty_word(word))


def compatible_dates(one: str | None, other: str | None) -> bool:
    """Say whether two dates, or beginnings of dates, can be the same day; an unknown date can be any.

    >>> compatible_dates("2019-04", "2019-04-25"), compatible_dates("2019-04-25", "2019-04-27")
    (True, False)
    """
    if one is None or other is None:
        return True
    return one.startswith(other) or other.startswith(one)


def _near(one: str | None, other: str | None) -> bool:
    """Say whether two full dates are at most three days apart, as two accounts of one event may have it."""
    try:
        return abs((dt.date.fromisoformat(one or "") - dt.date.fromisoformat(other or "")).days) <= 3
    except ValueError:
        return False


def same_event(one: Act, other: Act, voices: Voices) -> bool:
    """Say whether two acts are one event: an id in common, or kin in type, the same parties, dates that agree.

    An act without a date is the same event only where most of its words are, too; so is one with a near date, and any
    act of speech. What is denied, planned, going on or merely thought of is never the same event as what was done.
    """
    if one.event_id and other.event_id:
        return one.event_id == other.event_id
    if _KIN.get(one.event, one.event) != _KIN.get(other.event, other.event):
        return False
    if one.status != other.status or one.polarity != other.polarity:
        return False
    if not _same_parties(one, other, voices):
        return False
    words = _alike(one.quote, other.quote)
    if one.date is None or other.date is None:
        return words
    if compatible_dates(one.date, other.date):
        return words or (one.event in _ONE_A_DAY and _is_day(one.date) and _is_day(other.date))
    return words and _near(one.date, other.date)


def _is_day(date: str) -> bool:
    return len(date) == len("2019-04-25")


def _same_parties(one: Act, other: Act, voices: Voices) -> bool:
    """Say whether two acts have the same doers and targets; of what two do together, either may stand first."""
    mine = (set(voices.parties(one.actor)), set(voices.parties(one.target)))
    theirs = (set(voices.parties(other.actor)), set(voices.parties(other.target)))
    if not mine[0] or not theirs[0]:
        return False
    if one.event == "CONSULT" and other.event == "CONSULT":
        return mine[0] | mine[1] == theirs[0] | theirs[1]
    return bool(mine[0] & theirs[0]) and (bool(mine[1] & theirs[1]) or not mine[1] or not theirs[1])


def same_position(one: Position, other: Position, voices: Voices, thesaurus: Thesaurus) -> bool:
    """Say whether two positions are one position restated: holder, stance, doer, meaning and terms agree.

    Meaning agrees where topic, direction and level do and half of the words of the shorter are shared.
    """
    if one.stance != other.stance or one.polarity != other.polarity:
        return False
    holders = [set(voices.parties(position.holder)) or set(position.holder) for position in (one, other)]
    doers = [set(voices.parties(position.doer)) for position in (one, other)]
    if holders[0] != holders[1] or doers[0] != doers[1]:
        return False
    if (one.degree or other.degree) and one.degree != other.degree:
        return False
    return _same_action(one.action, other.action, thesaurus) and _same_terms(one.condition, other.condition, thesaurus)


def _same_action(one: str, other: str, thesaurus: Thesaurus) -> bool:
    mine, theirs = thesaurus.meaning(one), thesaurus.meaning(other)
    keys = [(meaning.topic, meaning.direction, meaning.level) for meaning in (mine, theirs)]
    return keys[0] == keys[1] and _alike(one, other)


def _same_terms(one: Condition | None, other: Condition | None, thesaurus: Thesaurus) -> bool:
    if one is None or other is None:
        return one is other
    return one.type == other.type and _same_action(one.action, other.action, thesaurus)


def _alike(one: str, other: str) -> bool:
    mine, theirs = content(one), content(other)
    shorter = min(len(mine), len(theirs))
    return mine == theirs or (shorter > 0 and len(mine & theirs) >= max(1, _ENOUGH * shorter))
