"""The pipeline: the text stays as it is, the tree is sound, and pipelines of other labels are refused by name."""

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import ReadingError
from dragoman.language.pipeline import MODEL, load_pipeline

PIECES = [
    *("France urged Iran to stop.", "“No,” she said.", "U.S.", "IRAN", "é", "e\u0301", "🚢", "(", ")", "’"),
    *("\u200b", "\u202e", "\u2066", "\ufeff", "\x00", " ", "  ", "\t", "\n", "\r\n"),
]
ODD = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
TEXTS = st.one_of(ODD, st.text(max_size=80))
RANGES = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda r: (r[0], r[0] + r[1]))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_the_parsed_text_is_the_text(text: str) -> None:
    """Whatever the characters, token offsets are offsets into the text as given."""
    doc = load_pipeline().parse(text)
    assert doc.text == text
    assert all(text[t.idx : t.idx + len(t)] == t.text for t in doc)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.lists(RANGES, max_size=4))
def test_names_and_asides_change_no_offset(text: str, ranges: list[tuple[int, int]]) -> None:
    """Any ranges, even crossing ones or such beyond the end, leave the text as it is."""
    doc = load_pipeline().parse(text, names=ranges[:2], asides=ranges[2:])
    assert doc.text == text


def test_a_long_text_is_parsed_in_blocks_as_a_whole(pipeline) -> None:
    """27,000 characters come back as one tree of exactly the text."""
    text = "Norway offered to mediate.\n" * 1000
    doc = pipeline.parse(text)
    assert doc.text == text
    assert sum(token.dep_ == "ROOT" for token in doc if not token.is_space) >= 1000


def test_an_empty_text_is_an_empty_tree(pipeline) -> None:
    """Nothing in, nothing out."""
    assert len(pipeline.parse("")) == 0


def test_no_tree_crosses_a_sentence(pipeline) -> None:
    """Every token's head stands in its own sentence."""
    doc = pipeline.parse("Norway met Sweden. “It is over,” Gen. Berg said.\nNobody signed")
    assert all(token.head.sent == token.sent for token in doc)


def test_the_same_text_gives_the_same_tree(pipeline) -> None:
    """Parsing is deterministic, whatever was parsed in between."""
    text = "Norway urged Sweden to reopen the border by Friday."
    first = pipeline.parse(text).to_json()
    pipeline.parse("Something else entirely.")
    assert pipeline.parse(text).to_json() == first


def test_a_sentence_has_the_labels_that_the_rules_walk(pipeline) -> None:
    """Subject, object and marker of an infinitive carry Universal Dependencies labels."""
    doc = pipeline.parse("Norway urged Sweden to reopen the border.")
    deps = {token.text: token.dep_ for token in doc}
    assert (deps["Norway"], deps["urged"], deps["to"], deps["border"]) == ("nsubj", "ROOT", "mark", "obj")


def test_a_missing_pipeline_is_one_sentence_with_a_way_out(tmp_path: Path) -> None:
    """A folder without a pipeline is named, with what to name instead."""
    with pytest.raises(ReadingError, match=r"no spaCy pipeline here.*leave --pipeline out"):
        load_pipeline(str(tmp_path / "nowhere"))


def test_a_broken_pipeline_is_named(tmp_path: Path) -> None:
    """A folder with a description but nothing behind it cannot be loaded, and says so."""
    (tmp_path / "meta.json").write_text(json.dumps({"lang": "en", "name": "x"}))
    with pytest.raises(ReadingError, match="cannot be loaded"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    """The rules need trees, so a pipeline that makes none will not do."""
    spacy.blank("en").to_disk(tmp_path)
    with pytest.raises(ReadingError, match="no parser"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_of_other_labels_is_refused_by_name(tmp_path: Path) -> None:
    """Labels of another scheme are named, with the reason."""
    nlp = spacy.blank("en")
    parser = nlp.add_pipe("parser")
    for label in ("nsubj", "dobj", "pobj", "prep"):
        parser.add_label(label)
    nlp.initialize()
    nlp.to_disk(tmp_path)
    with pytest.raises(ReadingError, match=r"another scheme \(dobj, pobj, prep\).*Universal Dependencies"):
        load_pipeline(str(tmp_path))


def test_a_pipeline_of_ones_own_is_used_by_name(tmp_path: Path) -> None:
    """A copy of a Universal Dependencies pipeline under another name is loaded and says its name."""
    nlp = spacy.load(MODEL)
    nlp.meta["name"] = "mine"
    nlp.to_disk(tmp_path)
    mine = load_pipeline(str(tmp_path))
    assert mine.name == "mine"
    assert mine.parse("Norway met Sweden.").text == "Norway met Sweden."
