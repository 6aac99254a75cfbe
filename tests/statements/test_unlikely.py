"""What is very likely wrong is not told of a whole article."""

from __future__ import annotations

from datetime import date

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.statements.confidence import shipped_calibration
from dragoman.statements.reader import read_parsed
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import tracing

_TEXT = (
    "Chile and Peru met in Lima on Monday. Business groups are horrified by that idea. Talks go on. "
    "Peru has the water. Chile has the dam. The delegations stay until Friday."
)


def _text(text: str) -> ReadText:
    article = Article(id="a", text=text, source="x", date=date(2024, 5, 6))
    return ReadText.of(article, load_pipeline(), Names.load())


def test_a_very_unlikely_position_is_not_told_of_an_article() -> None:
    """A position below the least confidence is read by the rules, and left out with its reason."""
    text = _text(_TEXT)
    assert any(one.kind == "position" for one in read_parsed(text, calibration=None))
    with tracing() as kept:
        told = read_parsed(text, calibration=shipped_calibration())
    assert not [one for one in told if one.kind in {"position", "act"} and one.confidence < 0.2]
    assert "more likely wrong than right by far" in {one.why for one in kept}


def test_a_sentence_by_itself_is_told_whole() -> None:
    """A text of a few sentences keeps what is unlikely."""
    told = read_parsed(_text("Business groups are horrified by that idea."), calibration=shipped_calibration())
    assert any(one.confidence < 0.2 for one in told)
