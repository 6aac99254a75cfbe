"""Bytes become text without a guess where none is needed, and with a remark where one is."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.encoding import decode
from dragoman.errors import SourceError

WORDS = "Zürich’s envoy said: “No deal.”\r\nMuñoz left — at once.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("cp1252"), "cp1252"),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16-le", "utf-16-be", "utf-32", "bare utf-16-le", "bare utf-16-be", "cp1252"],
)
def test_encoding_is_found_out(data: bytes, encoding: str) -> None:
    """The same words come out of every encoding, newlines untouched and the mark left out."""
    decoded = decode(data)
    assert (decoded.text, decoded.encoding) == (WORDS, encoding)


def test_only_a_guess_is_remarked_upon() -> None:
    """UTF-8 needs no remark; a guessed encoding is named."""
    assert decode(WORDS.encode()).remark is None
    assert "windows-1252" in (decode(WORDS.encode("cp1252")).remark or "")


def test_other_alphabets_are_guessed_too() -> None:
    """Text in a Cyrillic encoding is not taken for Western text."""
    words = "Правительство заявило в понедельник, что снимет санкции, если другая сторона откроет объекты. " * 3
    assert decode(words.encode("koi8-r")).text == words


def test_a_declared_encoding_goes_before_a_guess() -> None:
    """What a page declares is believed where the bytes agree."""
    decoded = decode("Łódź i Kraków".encode("iso8859-2"), declared="iso-8859-2")
    assert (decoded.text, decoded.remark) == ("Łódź i Kraków", None)


def test_a_broken_place_does_not_spoil_the_rest() -> None:
    """UTF-8 with one broken sequence stays UTF-8: the place is shown and counted."""
    decoded = decode(("“Yes”, said Muñoz – twice. " * 5).encode() + b"\xe2\x80")
    assert decoded.text.startswith("“Yes”, said Muñoz – twice.")
    assert "1 broken place" in (decoded.remark or "")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n", "an image"),
        (b"{\\rtf1 text}", "Rich Text"),
        (b"words\x00words and more", "binary"),
        (bytes(range(1, 32)) * 5, "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, found: str) -> None:
    """A PDF, archive, image or other binary is named in the refusal."""
    with pytest.raises(SourceError, match=found):
        decode(data)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff"), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    """Any printable text stored as UTF-8 is read back character by character."""
    if not text.encode().startswith((b"PK", b"{\\rtf", b"GIF8", b"%PDF-")):
        assert decode(text.encode()).text == text
