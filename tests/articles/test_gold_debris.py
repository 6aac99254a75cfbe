"""Debris as marked by hand in real articles, where these are at hand."""

import json
from pathlib import Path

import pytest

from dragoman.articles.debris import find_debris
from dragoman.articles.headline import find_headline

SHARED = Path(__file__).parents[3] / "shared"
GOLD = {
    "000_66ec2e208a66001a": "seed0",
    "001_cc806bd5b075e886": "seed1",
    "brexit_2019": "brexit_2019",
    "climate_finance_2022": "climate_finance_2022",
    "colombia_2016": "colombia_2016",
    "iran_2015": "iran_2015",
}

pytestmark = pytest.mark.skipif(
    not (SHARED / "gold" / "boilerplate.json").is_file(),
    reason="the hand-marked articles are not beside the repository",
)


def text_of(name: str) -> str:
    return (SHARED / "articles" / f"{name}.txt").read_bytes().decode()


@pytest.mark.parametrize("name", ["000_66ec2e208a66001a", "001_cc806bd5b075e886"])
def test_debris_is_what_a_person_marked(name: str) -> None:
    """Every hand-marked stretch is found with its exact bounds, and no other."""
    marked = json.loads((SHARED / "gold" / "boilerplate.json").read_text("utf-8"))[name]
    found = {(part.start, part.end) for part in find_debris(text_of(name))}
    assert found == {(part["char_start"], part["char_end"]) for part in marked}


@pytest.mark.parametrize("name", sorted(GOLD))
def test_no_sentence_with_a_statement_is_marked(name: str) -> None:
    """No sentence on which a hand-made statement rests is touched, and the headline is none."""
    text = text_of(name)
    debris = find_debris(text)
    lines = (SHARED / "gold" / f"{GOLD[name]}.jsonl").read_text("utf-8").splitlines()
    sentences = [(gold["char_start"], gold["char_end"]) for gold in map(json.loads, lines)]
    assert sentences
    headline = find_headline(text)
    assert headline is not None
    touched = [
        text[start:end]
        for start, end in [*sentences, (headline.start, headline.end)]
        if any(part.start < end and start < part.end for part in debris)
    ]
    assert touched == []


def test_single_sentences_have_no_debris() -> None:
    """Edited news sentences, one an article, hold none."""
    lines = (SHARED / "articles" / "plover_sentences.jsonl").read_text("utf-8").splitlines()
    assert [record["text"] for record in map(json.loads, lines) if find_debris(record["text"])] == []
