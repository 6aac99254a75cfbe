"""Opening the database of a ledger: one SQLite file that several processes read and write at once.

All that is peculiar to SQLite stands here: write-ahead logging, so that readers never wait and a killed process loses
nothing that it committed; waiting for another writer instead of failing; foreign keys; and what its errors mean.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.pool import QueuePool

from dragoman.errors import LedgerError
from dragoman.ledger.schema import SCHEMA_VERSION, about, metadata

__all__ = ["connect", "problems", "told"]

_PATIENCE: Final = 30.0
"""Seconds that a writer waits for another."""

_PLAIN: Final = {
    "SQLITE_FULL": "the disk is full; what was committed before is safe. Make room and run the command again",
    "SQLITE_BUSY": "another program has been writing to it for half a minute. Wait for it to finish and try again",
    "SQLITE_CORRUPT": "it is damaged. Use a copy, or save what can be read with `dragoman ledger export`",
    "SQLITE_NOTADB": "it is no ledger. Name a file that `dragoman read --ledger` made, or a new one",
    "SQLITE_READONLY": "it cannot be written to. Copy it to a folder that you may write to",
    "SQLITE_CANTOPEN": "it cannot be opened. Name a file in a folder that exists and that you may write to",
    "SQLITE_IOERR": "the disk reports an error; what was committed before is safe. Look after the disk and try again",
}


def connect(path: Path, *, create: bool = False, read_only: bool = False) -> Engine:
    """Open the ledger at *path*; with *create* a missing one is made.

    A ledger that may not be written to is read as it stands.

    Raises
    ------
    LedgerError
        There is no such file, or it is no ledger, is damaged, is newer than this program, or cannot be opened.
    """
    if not create and not path.is_file():
        raise LedgerError(f"{path}: there is no such ledger. `dragoman read ARTICLES --ledger {path}` makes one.")
    engine = _engine(path, read_only=read_only)
    with told(path):
        if create:
            with engine.execution_options(writes=True).begin() as connection:
                if not inspect(connection).get_table_names():
                    metadata.create_all(connection)
                    connection.execute(about.insert().values(key="schema", value=str(SCHEMA_VERSION)))
        with engine.begin() as connection:
            _check(connection, path)
    return engine


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database has to say into one sentence about the ledger at *path*."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raw = error.orig if isinstance(error, DBAPIError) else error
        name = getattr(raw, "sqlite_errorname", "") or ""
        known = next((words for start, words in _PLAIN.items() if name.startswith(start)), None)
        if known is None and not isinstance(raw, sqlite3.OperationalError):
            raise
        raise LedgerError(f"{path}: {known or f'the database says: {raw}'}.") from error


def problems(engine: Engine) -> tuple[str, ...]:
    """Return what a full check of the database finds wrong, in its own words; nothing where it is sound."""
    with engine.begin() as connection:
        found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check(20)"))]
        strays = [str(row[0]) for row in connection.execute(text("PRAGMA foreign_key_check"))]
    lost = [f"a row of {table} refers to nothing" for table in dict.fromkeys(strays)]
    return (*(line for line in found if line != "ok"), *lost)


def _writable(path: Path) -> bool:
    effective = os.access in os.supports_effective_ids
    return all(os.access(place, os.W_OK, effective_ids=effective) for place in (path, path.parent))


def _engine(path: Path, *, read_only: bool) -> Engine:
    """Make the engine; a file that may not be written to, and has no log beside it, cannot change: no locks then."""
    log = path.with_name(f"{path.name}-wal")
    locked = path.is_file() and not _writable(path)
    mode = "?mode=ro" if locked else ""
    if locked and not (log.exists() and log.stat().st_size):
        mode += "&immutable=1"
    address = f"file:{quote(str(path.resolve()))}{mode}"
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            address, uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
        ),
        poolclass=QueuePool,
    )
    event.listen(engine, "connect", lambda raw, _: _prepare(raw, locked=locked, read_only=read_only))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, *, locked: bool, read_only: bool) -> None:
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA trusted_schema = OFF")
    if not locked:
        raw.execute("PRAGMA synchronous = FULL")
        with contextlib.suppress(sqlite3.OperationalError):  # another process is about to do the same
            raw.execute("PRAGMA journal_mode = WAL")
    if read_only:
        raw.execute("PRAGMA query_only = ON")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _check(connection: Connection, path: Path) -> None:
    """Refuse what is not a ledger of this version, or has more in it than a ledger has."""
    listed = connection.execute(text("SELECT type, tbl_name FROM sqlite_master")).all()
    strange = sorted({f"{kind} {name}" for kind, name in listed if kind not in {"table", "index"}})
    tables = {name for kind, name in listed if kind == "table"}
    if "about" not in tables:
        raise LedgerError(f"{path}: {_PLAIN['SQLITE_NOTADB']}.")
    try:
        version = connection.execute(select(about.c.value).where(about.c.key == "schema")).scalar_one()
    except NoResultFound:
        raise LedgerError(f"{path}: {_PLAIN['SQLITE_NOTADB']}.") from None
    if version != str(SCHEMA_VERSION):
        raise LedgerError(
            f"{path}: it is of version {version[:20]}, and this program knows version {SCHEMA_VERSION}. Update "
            "Dragoman, or use the ledger with the program that made it; nothing was changed."
        )
    missing = sorted(set(metadata.tables) - tables)
    if missing or strange:
        what = f"the table {missing[0]} is missing" if missing else f"it has a {strange[0]} that no ledger has"
        raise LedgerError(f"{path}: {what}, so it is damaged or no ledger. Use a copy.")
