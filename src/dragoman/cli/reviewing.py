"""``dragoman review``: going through the statements of a ledger by single keys."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.cli.filtering import with_filter
from dragoman.cli.group import Command
from dragoman.cli.keys import STOP, Keys
from dragoman.cli.signing import by_option, now, reviewer
from dragoman.cli.telling import teller
from dragoman.errors import DragomanError, LedgerError
from dragoman.plain import listed, printable, wrapped

if TYPE_CHECKING:
    from dragoman.language.parties import Names
    from dragoman.ledger.session import Card, Session
    from dragoman.ledger.store import Ledger
    from dragoman.ledger.verdicts import Changes, Verdict
    from dragoman.ledger.wanted import Wanted
    from dragoman.statements.statement import Statement

__all__ = ["review"]

_KEYS = "[a]ccept [e]dit [r]eject [s]kip [u]ndo [q]uit"


@click.command(cls=Command)
@click.argument("path", type=click.Path(path_type=Path), metavar="LEDGER")
@with_filter
@by_option
def review(path: Path, wanted: Wanted, by: str | None) -> None:
    """Go through the statements of a ledger, and accept, edit or reject each by a single key.

    Each is shown with its words marked in the article around them. What reviewers differ on comes first, then what
    nobody has decided on. Every decision is kept at once: quit at any time and go on later. With --verdict you go
    through statements that were decided on before.

    \b
        dragoman review project.dragoman
        dragoman review project.dragoman --party PRK --kind position --by Ann
        dragoman review project.dragoman --verdict rejected
    """
    from dragoman.ledger.session import Session  # noqa: PLC0415 - a command loads what it needs, so that help is quick
    from dragoman.ledger.store import Ledger  # noqa: PLC0415

    name = reviewer(by)
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise LedgerError(
            "Reviewing needs a terminal. Without one, write a table with `dragoman ledger export -o table.xlsx`, fill "
            "in its verdicts, and bring it back with `dragoman ledger import`."
        )
    with Ledger.open(path) as book:
        session = Session(book, wanted, by=name, clock=now)
        try:
            with Keys() as keys:
                _Review(book, session, keys).run()
        finally:
            click.echo(_summary(session, path))


class _Review:
    """The loop of keys: shows a card, takes a key, does what it says."""

    def __init__(self, book: Ledger, session: Session, keys: Keys) -> None:
        self._book = book
        self._session = session
        self._keys = keys
        self._say: Callable[[Statement], str] = teller()
        self._told = ""

    def run(self) -> None:
        """Go on until the end, or until the person stops."""
        while (card := self._session.card()) is not None:
            self._show(card)
            self._told = ""
            key = self._keys.key().lower()
            if key == STOP:
                break
            try:
                self._do(key, card)
            except DragomanError as error:
                self._told = str(error)
        click.clear()

    def _do(self, key: str, card: Card) -> None:
        if key == "a":
            self._decide(card, "accepted")
        elif key == "r":
            self._decide(card, "rejected")
        elif key == "s":
            self._session.skip()
        elif key == "u":
            self._told = "Taken back." if self._session.undo() else "There is nothing to take back."
        elif key == "e":
            self._edit(card)
        else:
            self._told = f"Keys: {_KEYS}."

    def _decide(self, card: Card, verdict: Verdict, changes: Changes | None = None) -> None:
        disputed = self._session.decide(card, verdict, changes).disputed
        told = "Somebody decided otherwise meanwhile: both are kept, and it is disputed."
        self._told = told if disputed else f"{verdict.capitalize()}."

    def _show(self, card: Card) -> None:
        from dragoman.cli.screen import card_lines  # noqa: PLC0415

        width, height = _size()
        foot = wrapped(_KEYS, width).splitlines()
        told = [click.style(line, fg="yellow") for line in wrapped(self._told, width).splitlines()]
        article = self._book.article(card.entry.original.article)
        room = height - len(foot) - len(told) - 2
        lines = card_lines(card, self._session.total, article, self._say(card.entry.statement), width, room)
        click.clear()
        click.echo("\n".join([*lines, "", *told, *foot]))

    def _edit(self, card: Card) -> None:
        """Ask for what should change, and write it down if something did."""
        from dragoman.ledger.editing import changes_in, texts_of  # noqa: PLC0415

        before = texts_of(card.entry.statement)
        after = _ask(before, self._keys)
        if after is None or after == before:
            self._told = "Nothing was changed."
            return
        changes = changes_in(card.entry.original, after)
        self._decide(card, "edited" if changes else "accepted", changes)


def _ask(before: dict[str, str], keys: Keys) -> dict[str, str] | None:
    """Show what can be edited with a number each and change what is asked for; None where the person gives up."""
    texts = dict(before)
    names = list(texts)
    while True:
        width, _ = _size()
        click.echo("")
        for number, name in enumerate(names, start=1):
            mark = "" if texts[name] == before[name] else " *"
            click.echo(wrapped(f"{number} {name}: {texts[name] or '-'}{mark}", width, rest="    "))
        click.echo(wrapped("A number changes a line, Enter keeps all, q leaves it as it was.", width))
        key = keys.key()
        if key in {"\r", "\n"}:
            return texts
        if key in {STOP, "\x1b"}:
            return None
        if key.isdecimal() and 1 <= int(key) <= len(names):
            name = names[int(key) - 1]
            with keys.lines():
                texts[name] = _asked(name, texts[name], width)


def _asked(name: str, now_: str, width: int) -> str:
    """What the person types for one line; names of parties become ids, and a dash empties the line."""
    from dragoman.language.parties import Names  # noqa: PLC0415
    from dragoman.ledger.editing import CHOICES, PARTIES  # noqa: PLC0415

    if name in CHOICES:
        click.echo(wrapped(f"One of: {', '.join(CHOICES[name])}.", width))
    elif name in PARTIES:
        click.echo(wrapped("Ids or names, parted by semicolons; - for none.", width))
    given = printable(click.prompt(name, default=now_, show_default=bool(now_))).strip()
    if name in CHOICES and given not in CHOICES[name]:
        click.echo(wrapped(f'"{given}" is none of them.', width))
        return now_
    if given == "-":
        return ""
    return _ids(given, Names.load()) if name in PARTIES else given


def _ids(given: str, names: Names) -> str:
    """Put ids in the place of names that the lists know."""
    parts = [part.strip() for part in given.split(";") if part.strip()]
    found = [(part, names.lookup(part)) for part in parts]
    return "; ".join(mention.id if mention and ":" not in part else part for part, mention in found)


def _size() -> tuple[int, int]:
    """Columns and lines of the terminal, from 20 by 8 up."""
    size = shutil.get_terminal_size((80, 24))
    return max(20, min(100, size.columns)), max(8, size.lines)


def _summary(session: Session, path: Path) -> str:
    done = [f"{number} {verdict}" for verdict, number in sorted(session.decided.items()) if number]
    width, _ = _size()
    if session.left:
        ahead = f"{session.left} left; go on with: dragoman review {path}"
    else:
        ahead = f"Nothing is left of what was asked for. Next: dragoman draft {path} -o case.yaml"
    return wrapped(f"{listed(done).capitalize() or 'Nothing decided'}. {ahead}", width)
