"""JSON Lines: one article a line, with the fields id, text, title, date, outlet, author, url."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator

from dragoman.articles.encoding import decode
from dragoman.articles.formats.taken import Refused, Taken, check_words
from dragoman.articles.metadata import read_fields
from dragoman.errors import SourceError

__all__ = ["read_records"]


_STATEMENT = re.compile(rb'\{"id": ?"[^"]{1,100}", ?"article": ?"')
"""How a line begins that `dragoman read` wrote."""


def read_records(data: bytes, *, source: str, stem: str) -> Iterator[Taken | Refused]:
    """Yield an article, or the reason against it, for each line of *data* that is not blank.

    A record without an id gets the file's stem and its line's number; ``text`` is the only field it must have. A
    faulty line stops no other. A file of statements is refused as a whole.

    >>> [first, second] = read_records(b'{"text": "They met."}\\n{"text": ', source="a.jsonl", stem="a")
    >>> first.stem, first.source
    ('a-1', 'a.jsonl, line 1')
    >>> second.reason
    'is not JSON (Expecting value at character 9); each line is one object such as {"id": "a1", "text": "..."}'
    """
    for number, line in enumerate(_lines(data), start=1):
        where = f"{source}, line {number}"
        if not line.strip():
            continue
        if _STATEMENT.match(line):
            yield Refused(source, "holds statements, not articles; `dragoman draft` and --statements take them")
            return
        try:
            yield _read_record(line, source=where, stem=f"{stem}-{number}")
        except SourceError as error:
            yield Refused(where, str(error))


def _lines(data: bytes) -> list[bytes]:
    """The lines in UTF-8: the encoding is found for the file as a whole, and lines end with a line feed only."""
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = decode(data)
        if decoded.encoding != "utf-8":
            data = decoded.text.encode("utf-8", errors="replace")
    return data.removeprefix(b"\xef\xbb\xbf").split(b"\n")


def _read_record(line: bytes, *, source: str, stem: str) -> Taken:
    record = _parse(line)
    text = record.get("text")
    if not isinstance(text, str):
        found = "no field" if text is None else f"a value of type {type(text).__name__} as"
        raise SourceError(f'has {found} "text"; each record needs the article\'s words there')
    known, remarks = read_fields({name: value for name, value in record.items() if name != "text"}, basis="record")
    return Taken(
        text=check_words(text),
        source=source,
        stem=_name(record.get("id")) or stem,
        sha256=hashlib.sha256(line).hexdigest(),
        form="jsonl",
        known=known,
        remarks=remarks,
    )


def _parse(line: bytes) -> dict[str, object]:
    example = 'each line is one object such as {"id": "a1", "text": "..."}'
    try:
        record = json.loads(line.decode("utf-8"))
    except json.JSONDecodeError as error:
        raise SourceError(f"is not JSON ({error.msg} at character {error.pos}); {example}") from error
    except UnicodeDecodeError as error:
        raise SourceError("is not UTF-8; write the line again as UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(f"is JSON beyond what is read (too deep, or a number too long); {example}") from error
    if not isinstance(record, dict):
        raise SourceError(f"is JSON but no object; {example}")
    return record


def _name(value: object) -> str | None:
    """A record's id as text: a string or a whole number, on one line, at most 200 characters."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\ud800-\udfff]+", "-", str(value).strip())[:200] or None
