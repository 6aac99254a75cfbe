"""The four stages in Python: the same as on the command line, without disk or printing."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pytest

import dragoman
from dragoman.articles.article import Article
from dragoman.errors import DragomanError, ReadingError, SourceError
from dragoman.stages import Reading, reader_measures, reviewed
from dragoman.statements.file import parse_statements
from dragoman.statements.statement import Position

TEXT = (
    "Peru refuses to leave the bay unless Chile lifts its tariffs. Chile urged Peru to leave the bay. "
    "Chile attacked Peru on Monday."
)
RURITANIA = "id,kind,name,aliases,from,until,role,of\nRUR,state,Ruritania,,,,,\nGRA,state,Graustark,,,,,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article that says its date in its name, and one that says nothing."""
    place = tmp_path / "articles"
    place.mkdir()
    (place / "2024-03-14-bay.txt").write_text(TEXT, encoding="utf-8")
    (place / "hills.txt").write_text("It rained on the hills, and nobody saw it.", encoding="utf-8")
    return place


@pytest.fixture
def reading(folder: Path) -> Reading:
    """What is read from the two."""
    return dragoman.read(folder)


def test_four_lines_lead_to_the_brief(folder: Path) -> None:
    """read, draft, analyse, brief, each taking what the one before gave."""
    reading = dragoman.read(folder)
    case = dragoman.draft(reading)
    analysis = dragoman.analyse(case)
    brief = dragoman.brief(case, analysis, reading)
    assert set(case.parties) == {"CHL", "PER"}
    assert analysis.title == case.title == brief.title
    assert {article.id for article in brief.articles} == {"2024-03-14-bay", "hills"}


def test_the_brief_makes_what_is_not_given(reading: Reading) -> None:
    """From a reading alone the brief drafts and analyses itself."""
    case = dragoman.draft(reading)
    whole = dragoman.brief(case, dragoman.analyse(case), reading)
    assert dragoman.brief(reading=reading).to_json() == whole.to_json()


def test_a_draft_of_statements_alone_has_the_same_options(reading: Reading) -> None:
    """Statements carry all that a draft needs."""
    assert dragoman.draft(reading.statements).options.keys() == dragoman.draft(reading).options.keys()


def test_a_reading_says_what_it_was_read_with(reading: Reading) -> None:
    """Version and pipeline are kept for the record of how the brief was made."""
    assert reading.settings["version"] == dragoman.__version__
    assert reading.settings["pipeline"].strip()


def test_a_reading_is_saved_and_loaded_whole(reading: Reading) -> None:
    """As JSON, and its statements as JSON Lines."""
    assert Reading.model_validate_json(reading.model_dump_json(by_alias=True)) == reading
    assert parse_statements(reading.to_jsonl()) == reading.statements


def test_a_reading_is_a_table(reading: Reading) -> None:
    """One row a statement, lists joined."""
    table = reading.to_pandas()
    assert len(table) == len(reading.statements)
    assert set(table["kind"]) == {s.kind for s in reading.statements}
    assert {"CHL", "PER"} <= set(table["holder"].dropna())


def test_a_reading_of_nothing_is_an_empty_table() -> None:
    """No statements, no rows, no error."""
    assert len(Reading(articles=(), statements=()).to_pandas()) == 0


def test_a_reading_shows_itself_without_markup_of_articles() -> None:
    """What a notebook shows is escaped."""
    text = "Chile urged Peru to lift <script>alert(1)</script> tariffs."
    reading = dragoman.read("-", stdin=io.BytesIO(text.encode()))
    shown = reading._repr_html_()
    assert "1 articles" in shown
    assert "<script" not in shown


def test_a_date_serves_articles_that_have_none(folder: Path) -> None:
    """The day given is taken for an article that does not say its own."""
    told = dragoman.read(folder, date=dt.date(2020, 1, 2))
    assert {a.id: str(a.date) for a in told.articles} == {"2024-03-14-bay": "2024-03-14", "hills": "2020-01-02"}


def test_names_of_ones_own_are_parties(tmp_path: Path) -> None:
    """A plain file adds parties that no list knows."""
    (tmp_path / "names.csv").write_text(RURITANIA, encoding="utf-8")
    text = io.BytesIO(b"Ruritania urged Graustark to free the crew.")
    told = dragoman.read("-", stdin=text, names=tmp_path / "names.csv")
    assert [(s.holder, s.doer) for s in told.statements if isinstance(s, Position)] == [(("RUR",), ("GRA",))]


def test_progress_counts_up_to_all(folder: Path) -> None:
    """Called after each article with how many are done and how many there are."""
    heard: list[tuple[int, int]] = []
    dragoman.read(folder, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(1, 2), (2, 2)]


def test_paths_are_read_together_whatever_their_order(folder: Path) -> None:
    """A file named twice, or beside its folder, is read once."""
    told = dragoman.read(folder, folder / "hills.txt")
    assert told.to_jsonl() == dragoman.read(folder / "hills.txt", folder / "2024-03-14-bay.txt").to_jsonl()


def test_nothing_to_read_is_an_error_of_the_source(tmp_path: Path) -> None:
    """Where no article comes in there is no reading."""
    with pytest.raises(SourceError):
        dragoman.read(tmp_path)


def test_a_pipeline_that_is_none_is_an_error_of_reading(folder: Path, tmp_path: Path) -> None:
    """It is named before anything is read."""
    with pytest.raises(ReadingError, match="no spaCy pipeline"):
        dragoman.read(folder, pipeline=str(tmp_path / "nowhere"))


def test_every_error_of_input_is_of_one_family() -> None:
    """A caller needs one except clause."""
    with pytest.raises(DragomanError):
        dragoman.read("nowhere at all")


def test_reviewed_statements_are_not_read_again(folder: Path, reading: Reading) -> None:
    """What a person kept is what the reading has."""
    kept = reading.statements[:1]
    told = reviewed(kept, folder)
    assert told.statements == kept
    assert {a.id for a in told.articles} == {a.id for a in reading.articles}


def test_a_statement_whose_words_are_not_there_is_refused_by_the_brief(folder: Path, reading: Reading) -> None:
    """No evidence, no statement: it is counted, and stands nowhere else."""
    good = next(s for s in reading.statements if isinstance(s, Position))
    place = good.evidence[0].model_copy(update={"span": "urged Peru to sink the fleet"})
    forged = good.model_copy(update={"id": "p-0000000000", "evidence": (place,)})
    document = dragoman.brief(reading=reviewed([*reading.statements, forged], folder))
    assert document.made.refused
    assert all("sink the fleet" not in text for text in _strings(document.model_dump(exclude={"made"})))


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _strings(part)]
    return []


def test_an_article_without_a_statement_is_in_the_brief(reading: Reading) -> None:
    """Nothing that came in is lost from the account."""
    assert not [s for s in reading.statements if s.article == "hills"]
    assert "hills" in {article.id for article in dragoman.brief(reading=reading).articles}


def test_the_measures_of_the_reader_are_shares() -> None:
    """The shipped figures of precision lie between none and all."""
    measures = reader_measures()
    assert measures.precision
    assert all(0 <= share <= 1 for share in measures.precision.values())


def test_what_is_exported_is_there() -> None:
    """The public list names things that exist, in order."""
    assert sorted(dragoman.__all__) == list(dragoman.__all__)
    assert all(hasattr(dragoman, name) for name in dragoman.__all__)
    assert dragoman.Article is Article
