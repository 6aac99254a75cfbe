"""Visits to come, told by an adjective: "the envoy is due in Abu Dhabi"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.acts.frames import act_words
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.cast import party_of
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["read_visit"]


def read_visit(word: Token, who: Who, parties: ActParties) -> Iterator[Found]:
    """Yield the visit that *word*, an adjective such as "due", announces; without a host for "is due back"."""
    frames = act_words("adjective").get(word.lower_, ())
    if not frames or word.i + 2 >= len(word.doc) or word.i == word.sent.start:
        return
    following = word.nbor(1).lower_
    if word.nbor(-1).lemma_ != "be" or following not in frames[0].target:
        return
    under, near = clauses.subject(word), word.nbor(-2) if word.i > word.sent.start + 1 else None
    under = near if under is None and near is not None and near.pos_ == "NOUN" else under
    guest = parties.doer(under) or parties.delegates(under) if under is not None else parties.before(word)
    own = {party_of(p) for p in guest}
    host = () if following == "back" or len(own) > 1 else _seen(word, who) or _host(word, who)
    host = tuple(p for p in host if party_of(p) not in own)
    if len(own) > 1:
        host = guest[::-1]
    if guest and (host or following == "back"):
        last = word.nbor(2)
        yield Found(
            word, frames[0], guest, host, "planned", (word.idx, last.idx + len(last)), f"adjective:{word.lower_}"
        )


def _seen(word: Token, who: Who) -> tuple[str, ...]:
    """Whom the guest is to see: "is due in Lima to meet both sides"."""
    aims = [c for c in clauses.children(word, "xcomp", "advcl", "ccomp") if clauses.marker(c) == "to"]
    meeting = [c for c in aims if any(frame.event == "CONSULT" for frame in act_words("verb").get(c.lemma_, ()))]
    return tuple(p for c in meeting for noun in clauses.objects(c) for p in who.parties(noun))


def _host(word: Token, who: Who) -> tuple[str, ...]:
    """Whoever rules the place right behind the preposition."""
    for near in word.doc[word.i + 2 : word.i + 5]:
        if near.is_punct:
            break
        found = who.parties(near)
        if found:
            return found
    return ()
