"""From bytes to text: the encoding is found out, and nothing else is changed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from dragoman.errors import SourceError

__all__ = ["Decoded", "decode"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF", ".pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document", None),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", None),
    (b"{\\rtf", "a Rich Text document", None),
    (b"\x1f\x8b", "a gzip archive", None),
    (b"\x89PNG", "an image", None),
    (b"\xff\xd8\xff", "an image", None),
    (b"GIF8", "an image", None),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 200_000
_LATIN_GUESS = re.compile(r"cp125[02478]|latin|iso8859_(1|2|3|4|9|10|13|14|15|16)$|cp(437|775|85\d|86\d)|hp_roman8")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was read with; ``remark`` is one sentence where that was a guess."""

    text: str
    encoding: str
    remark: str | None = None


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    r"""Return *data* as text: by its byte-order mark, else as UTF-8, else as *declared*, else by its statistics.

    The mark is not part of the text; every other character, each newline among them, stays as it is.

    Raises
    ------
    SourceError
        For bytes that are no text: another kind of file, NUL or other control characters, no known encoding.

    Examples
    --------
    >>> decode("Zürich\r\n".encode("utf-16")).text
    'Zürich\r\n'
    >>> decode("The “offer” stands.".encode("cp1252")).remark
    'is not UTF-8; read as windows-1252, which was guessed; save it as UTF-8 if words look wrong'
    """
    _refuse_other_kinds(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data[len(mark) :].decode(encoding, errors="replace"), encoding)
    if utf16 := _unmarked_utf16(data):
        return _checked(data.decode(utf16, errors="replace"), utf16)
    if b"\x00" in data:
        raise SourceError("is a binary file, not text; text, HTML, JSON Lines, PDF and Word are read")
    try:
        return _checked(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for candidate in (declared, _mostly_utf8(data)):
        if candidate and (found := _try(data, candidate)):
            return found
    return _guessed(data)


def _refuse_other_kinds(data: bytes) -> None:
    for magic, kind, suffix in _OTHER_KINDS:
        if data.startswith(magic):
            advice = f"give it the ending {suffix}" if suffix else "save it as plain text or PDF"
            raise SourceError(f"is {kind}, not text; {advice} to have it read")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows in Western text: every other byte is zero."""
    sample = data[:2000]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.05 * half else None


def _mostly_utf8(data: bytes) -> str | None:
    """Name UTF-8 for data in which some sequences are broken but most of those beyond ASCII are whole."""
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    return "utf-8" if whole >= 10 * broken else None


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(name, errors="replace")
    except (LookupError, ValueError):
        return None
    if name == "utf-8":
        lost = text.count("\ufffd")
        return _checked(
            text, name, f"has {lost} broken places in its UTF-8, shown as \ufffd; repair the file if they matter"
        )
    return _checked(text, name) if "\ufffd" not in text else None


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - needed only for the few files that are not UTF-8

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise SourceError("is in no encoding that could be found out; save it as UTF-8")
    encoding = best.encoding
    if _LATIN_GUESS.match(encoding) and _decodes(data, "cp1252"):
        encoding = "cp1252"
    name = "windows-1252" if encoding == "cp1252" else encoding
    remark = f"is not UTF-8; read as {name}, which was guessed; save it as UTF-8 if words look wrong"
    return _checked(data.decode(encoding, errors="replace"), encoding, remark)


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _checked(text: str, encoding: str, remark: str | None = None) -> Decoded:
    """Refuse a text with NUL, or in which more than one character in a hundred is a control character."""
    controls = len(_CONTROL.findall(text))
    if "\x00" in text or controls * 100 > len(text):
        raise SourceError("is a binary file, not text; text, HTML, JSON Lines, PDF and Word are read")
    return Decoded(text, encoding, remark)
