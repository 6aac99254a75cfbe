"""Which articles a ledger holds already: the same text, another wording of it, a copy of it, or a new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.articles.article import Article, Copy
from dragoman.articles.duplicates import merge_copies
from dragoman.articles.identity import settle_ids
from dragoman.ledger.rows import text_hash
from dragoman.ledger.store import Ledger

__all__ = ["Recognised", "alike", "completed", "recognise"]

_ENOUGH: Final = 0.3
"""Share of the shorter text's sequences of three words from which two texts are wordings of one article."""

_WORD: Final = re.compile(r"\w+")
_KNOWN_OF_IT: Final = ("title", "outlet", "author", "date", "date_basis", "url")


@dataclass(frozen=True)
class Recognised:
    """``articles`` under the ids that they have in the ledger, or will have; ``copies`` are counted with others."""

    articles: tuple[Article, ...]
    copies: tuple[str, ...]


def recognise(ledger: Ledger, incoming: Sequence[Article]) -> Recognised:
    """Say which of *incoming* the ledger holds, and under which id.

    An article is known by its text. One with the id of another that is held is a new wording of that where the two
    are :func:`alike` or share an address; otherwise it gets an id of its own. A copy of one that is held is written
    down beside it, with what else is newly known about it (its date, its outlet).
    """
    held = ledger.held()
    by_text = {one.sha256: key for key, one in held.items()}
    known: list[Article] = []
    new: list[Article] = []
    copies: list[str] = []
    for article in incoming:
        own = by_text.get(text_hash(article.text))
        before = ledger.article(own) if own else _earlier_wording(ledger, article, held)
        if before is None:
            new.append(article)
        elif own and not _same_file(before, article):
            _note_copies(ledger, before, [_as_copy(article)])
            copies.append(article.id)
        else:
            known.append(_with_what_is_known(ledger, before, article))
    fresh, near = _apart(ledger, new)
    return Recognised((*known, *fresh), (*copies, *near))


def alike(one: str, other: str) -> bool:
    """Say whether two texts are wordings of one article, as after a correction or an update.

    >>> alike("They met. Nothing was signed.", "UPDATED They met in Oslo. Nothing was signed. More talks follow.")
    True
    >>> alike("They met. Nothing was signed.", "Rain fell on the harbour. The ferry was late.")
    False
    """
    runs = [set(zip(*(words[n:] for n in range(3)), strict=False)) for words in map(_words, (one, other))]
    return len(runs[0] & runs[1]) >= _ENOUGH * max(1, min(map(len, runs)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _same_file(one: Article, other: Article) -> bool:
    names = {article.source.rpartition("/")[2] for article in (one, other)}
    return one.id == other.id or len(names) == 1


def _earlier_wording(ledger: Ledger, now: Article, held: Iterable[str]) -> Article | None:
    """Find the article of which *now* is another wording, among those that have its id or got one like it."""
    like_it = re.compile(rf"{re.escape(now.id)}(-[0-9]+)?")
    for before in (ledger.article(key) for key in sorted(held) if like_it.fullmatch(key)):
        if before and ((now.url is not None and now.url == before.url) or alike(before.text, now.text)):
            return before
    return None


def _with_what_is_known(ledger: Ledger, before: Article, now: Article) -> Article:
    """Return *now* under its id in the ledger; where only more is known about the same text, write that down."""
    joined = completed(now, before).model_copy(update={"id": before.id})
    if joined.text == before.text:
        joined = joined.model_copy(
            update={name: getattr(before, name) for name in ("source", "source_sha256", "format")}
        )
        if joined != before:
            ledger.note(joined, read_again=joined.date != before.date)
    return joined


def completed(article: Article, other: Article) -> Article:
    """Return *article* with what only *other* tells about it: its date, its outlet, further copies.

    >>> one = Article(id="a1", text="They met.", source="a1.txt", outlet="Gazette")
    >>> completed(one, one.model_copy(update={"outlet": "Courier", "title": "A meeting"})).title
    'A meeting'
    """
    missing = {name: getattr(other, name) for name in _KNOWN_OF_IT if getattr(article, name) is None}
    return article.model_copy(update={**missing, "copies": _joined(other.copies, article.copies)})


def _apart(ledger: Ledger, new: Sequence[Article]) -> tuple[list[Article], list[str]]:
    """Part articles that the ledger does not hold from copies of those that it holds."""
    if not new:
        return [], []
    held = {article.id: article for article in ledger.articles()}
    ids = settle_ids([*held, *(article.id for article in new)])[len(held) :]
    coming = {key: article.model_copy(update={"id": key}) for key, article in zip(ids, new, strict=True)}
    bare = [article.model_copy(update={"copies": ()}) for article in (*held.values(), *coming.values())]
    copies: list[str] = []
    for article in merge_copies(bare):
        found = [copy for copy in article.copies if copy.id in coming]
        if article.id in held and found:
            _note_copies(ledger, held[article.id], found)
            copies += [copy.id for copy in found]
    return [article for key, article in coming.items() if key not in copies], copies


def _note_copies(ledger: Ledger, article: Article, copies: Iterable[Copy]) -> None:
    joined = _joined(article.copies, copies)
    if joined != article.copies:
        ledger.note(article.model_copy(update={"copies": joined}))


def _joined(one: Iterable[Copy], other: Iterable[Copy]) -> tuple[Copy, ...]:
    return tuple({(copy.id, copy.outlet): copy for copy in (*other, *one)}.values())


def _as_copy(article: Article) -> Copy:
    return Copy(id=article.id, outlet=article.outlet, source=article.source, likeness=1.0)
