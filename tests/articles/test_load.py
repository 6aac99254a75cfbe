"""Articles come in from files, folders and standard input, with what is known of them."""

import datetime as dt
import hashlib
import io
import json
from pathlib import Path

import pytest

from dragoman.articles.article import Article
from dragoman.articles.load import load

BODY = "Ruritania will reopen the strait if Graustark frees the crew, its foreign minister said on Monday.\n"
DAY = dt.date(2019, 4, 26)


def put(folder: Path, name: str, words: str | bytes = BODY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(words.encode() if isinstance(words, str) else words)
    return path


def only(folder: Path | str, **how: object) -> Article:
    [article] = load(folder, **how).articles  # type: ignore[arg-type]
    return article


def page(body: str = BODY * 8, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article><p>{body}</p></article></body></html>"


def pdf(words: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792]\n/Contents 4 0 R\n"
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_text_is_kept_as_stored(tmp_path: Path, newline: str) -> None:
    """Newlines, zero-width and direction marks stay where they are; the bytes' hash is kept."""
    words = f"Talks resume{newline}{newline}\u200bThe “crew”\u202e is free.\u202c  {newline}"
    path = put(tmp_path, "a.txt", words)
    article = only(path)
    assert article.text == words
    assert article.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_folder_is_read_to_the_bottom(tmp_path: Path) -> None:
    """Every article in a folder and its folders comes in; hidden files, README and other kinds do not."""
    for number, name in enumerate(["a.txt", "deep/er/b.md", ".hidden.txt", ".git/c.txt", "README.md", "picture.png"]):
        put(tmp_path, name, f"Number {number}. {BODY}")
    loaded = load(tmp_path)
    assert [article.id for article in loaded.articles] == ["a", "b"]
    assert [Path(name).name for name in loaded.ignored] == ["README.md", "picture.png"]
    assert loaded.skipped == ()


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    """The same files give the same result however they are named and in whatever order."""
    first = put(tmp_path, "b/2019-04-27-x.txt", "Second. " + BODY)
    second = put(tmp_path, "a/2019-04-26-y.txt", "First. " + BODY)
    third = put(tmp_path, "a/z.txt", "Third. " + BODY)
    loaded = load([first, second, third])
    assert loaded == load([third, first, second, third, second])
    assert [article.id for article in loaded.articles] == ["2019-04-26-y", "2019-04-27-x", "z"]


def test_a_file_reached_twice_is_read_once(tmp_path: Path) -> None:
    """A file named itself and within its folder is one article."""
    path = put(tmp_path, "a.txt")
    assert only([path, tmp_path]).copies == ()  # type: ignore[arg-type]


def test_ids_are_made_unique(tmp_path: Path) -> None:
    """Files with the same stem keep it once and get a number after it."""
    for number, name in enumerate(["a/talks.txt", "b/talks.txt", "b/talks.md"]):
        put(tmp_path, name, f"Number {number}. {BODY}")
    assert [article.id for article in load(tmp_path).articles] == ["talks", "talks-2", "talks-3"]


def test_side_file_gives_metadata(tmp_path: Path) -> None:
    """A metadata.csv beside the articles names date, outlet, title and address, and is no article."""
    put(tmp_path, "a.txt", "OSLO, May 3, 2021 (Fjordpress) - " + BODY)
    put(
        tmp_path,
        "metadata.csv",
        'file,date,outlet,title,url\na.txt,2019-04-26,Fjord Daily,"Talks, again",https://example.org\n',
    )
    article = only(tmp_path)
    assert (article.date, article.date_basis) == (DAY, "metadata.csv")
    assert (article.outlet, article.title, article.url) == ("Fjord Daily", "Talks, again", "https://example.org")


def test_side_file_fills_what_it_knows_only(tmp_path: Path) -> None:
    """An empty cell leaves the field to the next place that gives it."""
    put(tmp_path, "a.txt", "OSLO, May 3, 2021 (Fjordpress) - " + BODY)
    put(tmp_path, "metadata.csv", "file;date;outlet\na.txt;;Fjord Daily\n")
    article = only(tmp_path / "a.txt")
    assert (article.outlet, article.date, article.date_basis) == ("Fjord Daily", dt.date(2021, 5, 3), "dateline")


@pytest.mark.parametrize(
    ("name", "words", "date", "basis"),
    [
        ("a.txt", f"---\ndate: 2019-04-26\n---\nOSLO, May 3, 2021 - {BODY}", DAY, "front matter"),
        ("a.md", f"Title: Talks\nDate: 26 April 2019\n\n{BODY}", DAY, "front matter"),
        ("2018-01-01.txt", f"OSLO, April 26, 2019 - {BODY}", DAY, "dateline"),
        ("2018-01-01.txt", f"Talks resume\n\nPublished: April 26, 2019\n\n{BODY}", DAY, "dateline"),
        ("a.txt", f"Talks resume\n\n26 Apr 2019 | 4 min read | 41 comments\n\n{BODY}", DAY, "dateline"),
        ("a.txt", f"Talks resume\n\nBy Jane Doe | April 26, 2019\n\n{BODY}", DAY, "dateline"),
        ("a.txt", f"Summary of Friday, 26 April 2019\n\n{BODY}", DAY, "dateline"),
        ("oslo_2019.txt", f"OSLO, April 26 - {BODY}", DAY, "dateline, year from file name"),
        ("a.txt", f"OSLO, April 26 - {BODY}", DAY, "dateline, year from --date"),
        ("2019-04-26-a.txt", BODY, DAY, "file name"),
        ("oslo_2018.txt", BODY, dt.date(2019, 5, 1), "--date"),
    ],
)
def test_date_comes_from_the_best_place(tmp_path: Path, name: str, words: str, date: dt.date, basis: str) -> None:
    """Front matter goes before a dateline, this before the file's name, and that before --date."""
    article = only(put(tmp_path, name, words), date=dt.date(2019, 5, 1))
    assert (article.date, article.date_basis) == (date, basis)


@pytest.mark.parametrize("words", [BODY, f"OSLO, April 26 - {BODY}"])
def test_an_unknown_date_is_unknown(tmp_path: Path, words: str) -> None:
    """Without a year from anywhere there is no date, and no basis for one."""
    article = only(put(tmp_path, "a.txt", words))
    assert (article.date, article.date_basis) == (None, None)


def test_title_author_and_agency_from_the_text(tmp_path: Path) -> None:
    """Headline, byline and dateline give what nothing else does."""
    article = only(put(tmp_path, "a.txt", f"Talks resume in Oslo\n\nBy Jane Doe\n\nOSLO (Fjordpress) - {BODY}"))
    assert (article.title, article.author, article.outlet) == ("Talks resume in Oslo", "Jane Doe", "Fjordpress")


def test_front_matter_stays_in_the_text_as_debris(tmp_path: Path) -> None:
    """The block is marked, not cut, so that offsets are those of the file."""
    block = "---\r\ntitle: Talks resume\r\n---"
    article = only(put(tmp_path, "a.md", f"{block}\r\n\r\n{BODY}"))
    assert article.title == "Talks resume"
    assert [(part.of(article.text), part.why) for part in article.debris] == [(block, "front matter")]


def test_an_unreadable_date_is_noted(tmp_path: Path) -> None:
    """A date with two readings is left out, and the account says so."""
    loaded = load(put(tmp_path, "a.txt", f"---\ndate: 04/05/2019\n---\n{BODY}"))
    assert loaded.articles[0].date is None
    assert ["04/05/2019" in str(note) for note in loaded.notes] == [True]


def test_html_gives_its_article_and_metadata(tmp_path: Path) -> None:
    """The extracted text is the article; scripts stay behind; date, outlet and author come from the page."""
    head = (
        "<title>Talks resume</title><meta property='og:site_name' content='Fjord Daily'>"
        "<meta property='article:published_time' content='2019-04-26T10:00:00Z'><meta name='author' content='Jane Doe'>"
        "<script>document.title = 'owned'</script>"
    )
    path = put(tmp_path, "a.html", page(BODY * 8 + "<script>alert(1)</script>", head))
    article = only(path)
    assert article.text.startswith("Ruritania will reopen")
    assert "alert" not in article.text + (article.title or "")
    assert (article.title, article.outlet, article.author) == ("Talks resume", "Fjord Daily", "Jane Doe")
    assert (article.date, article.date_basis, article.format) == (DAY, "html", "html")
    assert article.source_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_html_in_another_encoding_is_read_as_declared(tmp_path: Path) -> None:
    """A page says its own encoding."""
    words = page("Łódź przyjęła rozmowy; " + BODY * 8, '<meta charset="iso-8859-2">').encode("iso-8859-2")
    assert only(put(tmp_path, "a.htm", words)).text.startswith("Łódź przyjęła")


def test_pdf_with_a_text_layer(tmp_path: Path) -> None:
    """The words of a PDF's pages are an article."""
    article = only(put(tmp_path, "a.pdf", pdf("OSLO, April 26, 2019 - Ruritania will reopen the strait.")))
    assert (article.text, article.format, article.date) == (
        "OSLO, April 26, 2019 - Ruritania will reopen the strait.",
        "pdf",
        DAY,
    )


def test_json_lines_give_one_article_each(tmp_path: Path) -> None:
    """A record brings its own id and metadata; ids that are missing come from the file and line."""
    records = [
        {
            "id": "k1",
            "text": BODY,
            "title": "Talks",
            "date": "2019-04-26",
            "outlet": "Fjord Daily",
            "url": "https://e.org",
        },
        {"text": "Second. " + BODY, "title": None, "date": None},
    ]
    path = put(tmp_path, "wire.jsonl", "\n".join(map(json.dumps, records)))
    first, second = load(path).articles
    assert (first.id, first.title, first.date, first.date_basis) == ("k1", "Talks", DAY, "record")
    assert (second.id, second.title, second.date) == ("wire-2", None, None)
    assert (second.source, second.format) == (f"{path.as_posix()}, line 2", "jsonl")


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (BODY.encode(), "text"),
        (json.dumps({"text": BODY}).encode(), "jsonl"),
        (page().encode(), "html"),
        (pdf("Ruritania will reopen the strait."), "pdf"),
    ],
)
def test_standard_input_is_recognised(data: bytes, form: str) -> None:
    """What comes through a pipe is recognised by its bytes."""
    article = only("-", stdin=io.BytesIO(data))
    assert (article.format, article.source.split(",")[0]) == (form, "-")


def test_progress_is_told_for_every_source(tmp_path: Path) -> None:
    """The caller hears how many sources are done, of how many."""
    for number in range(3):
        put(tmp_path, f"{number}.txt", f"Number {number}. {BODY}")
    told: list[tuple[int, int]] = []
    load(tmp_path, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_file_name_with_stray_bytes_can_be_stored(tmp_path: Path) -> None:
    """A name that is no UTF-8 gives an id and a source that can be written as UTF-8."""
    try:
        put(tmp_path, b"caf\xe9 talks.txt".decode("utf-8", "surrogateescape"))
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    article = only(tmp_path)
    assert article.id == "caf\ufffd-talks"
    assert article.model_dump_json().encode()
