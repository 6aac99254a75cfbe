"""Word documents: the words of the body, and a sentence for what is no such document."""

import io
import zipfile
from pathlib import Path

import pytest

from dragoman.articles.formats import word
from dragoman.articles.load import load
from dragoman.errors import SourceError

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def document(body: str, place: str = "word/document.xml", before: str = "") -> bytes:
    """A Word document of *body*, as small as one can be."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(place, f"{before}<w:document {SPACES}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of runs of text."""
    return f"<w:p>{''.join(f'<w:r><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def text_of(body: str) -> str:
    """The text that is taken from a document of *body*."""
    return word.read_word(document(body), source="a.docx", stem="a").text


def test_a_word_document_is_an_article(tmp_path: Path) -> None:
    """Headline, dateline and words come in as from plain text."""
    body = paragraph("Talks resume in Oslo") + paragraph(
        "OSLO, April 26, 2019 - Ruritania will reopen the strait if ", "Graustark frees the crew."
    )
    (tmp_path / "a.docx").write_bytes(document(body))
    [article] = load(tmp_path).articles
    assert article.format == "docx"
    assert article.text.endswith("Ruritania will reopen the strait if Graustark frees the crew.")
    assert str(article.date) == "2019-04-26"


def test_paragraphs_stand_apart() -> None:
    """An empty line parts paragraphs, those in tables among them; empty ones are left out."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Cell.')}</w:tc></w:tr></w:tbl>"
    assert text_of(paragraph("One.") + paragraph() + table + paragraph("Two.")) == "One.\n\nCell.\n\nTwo."


def test_deleted_words_are_left_out() -> None:
    """What somebody deleted with changes tracked was not published."""
    deleted = "<w:p><w:del><w:r><w:delText>No </w:delText></w:r></w:del><w:r><w:t>Deal.</w:t></w:r></w:p>"
    assert text_of(deleted) == "Deal."


def test_a_text_box_is_read_once() -> None:
    """The copy of a text box that older programs need does not come in beside it."""
    box = paragraph("Boxed.")
    both = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert text_of(f"<w:p><w:r><w:t> </w:t>{both}<w:t>Around it.</w:t></w:r></w:p>") == "Boxed.\n\nAround it."


def test_line_breaks_and_tabs_are_kept() -> None:
    """A break inside a paragraph is a new line, a tab a tab."""
    assert text_of("<w:p><w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r></w:p>") == (
        "One\ntwo\tthree"
    )


def test_a_pipe_of_a_word_document_is_recognised() -> None:
    """Bytes without a name are known for a Word document."""
    loaded = load("-", stdin=io.BytesIO(document(paragraph("Ruritania will reopen the strait."))))
    assert loaded.articles[0].format == "docx"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (document(paragraph("Words."), place="xl/workbook.xml"), "is no Word document, whatever its ending"),
        (document("<w:p>"), r"cannot be read \(ExpatError\)"),
        (document(paragraph("Words."), before="<!DOCTYPE a []>"), "declares a document type"),
        (document(paragraph("...")), "has no words"),
    ],
)
def test_what_is_no_word_document_is_told(data: bytes, reason: str) -> None:
    """Each gets one sentence with what to do."""
    with pytest.raises(SourceError, match=reason):
        word.read_word(data, source="a.docx", stem="a")


def test_a_body_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only so much of a body is unpacked before it is refused."""
    monkeypatch.setattr(word, "_MOST_BYTES", 100)
    with pytest.raises(SourceError, match="unfolds to more than"):
        word.read_word(document(paragraph("Words. " * 1_000)), source="a.docx", stem="a")
