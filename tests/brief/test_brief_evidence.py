"""The words that lines rest on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.articles.article import Debris
from dragoman.brief.document import Brief
from dragoman.brief.evidence import pieces


@st.composite
def _marked_text(draw: st.DrawFn) -> tuple[str, list[tuple[str, str, int, int]], list[Debris]]:
    text = draw(st.text(min_size=1, max_size=60))
    span = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda pair: pair[0] < pair[1])
    spans = draw(st.lists(span, max_size=8))
    marks = [(str(number), f"s{number % 5}", start, end) for number, (start, end) in enumerate(spans)]
    stretches = draw(st.lists(span, max_size=3))
    return text, marks, [Debris(start=start, end=end, why="advert") for start, end in stretches]


@given(_marked_text())
def test_joined_pieces_are_the_text(case: tuple[str, list[tuple[str, str, int, int]], list[Debris]]) -> None:
    """However marks nest, cross or touch, nothing of the text is lost, doubled or moved."""
    text, marks, debris = case
    assert "".join(piece.text for piece in pieces(text, marks, debris)) == text


@given(_marked_text())
def test_each_mark_covers_exactly_its_words(case: tuple[str, list[tuple[str, str, int, int]], list[Debris]]) -> None:
    """The pieces under a mark, joined, are the words at its place; it begins once and ends once."""
    text, marks, debris = case
    cut = pieces(text, marks, debris)
    for name, statement, start, end in marks:
        covered = [piece for piece in cut if name in piece.marks]
        assert "".join(piece.text for piece in covered) == text[start:end]
        assert all(statement in piece.statements for piece in covered)
        assert [name in piece.begins for piece in covered] == [True] + [False] * (len(covered) - 1)
        assert [name in piece.ends for piece in covered] == [False] * (len(covered) - 1) + [True]


@given(_marked_text())
def test_debris_is_flagged_where_it_stands(case: tuple[str, list[tuple[str, str, int, int]], list[Debris]]) -> None:
    """A character carries the debris flag exactly if some stretch of debris covers it."""
    text, marks, debris = case
    flags = [piece.debris is not None for piece in pieces(text, marks, debris) for _ in piece.text]
    assert flags == [any(stretch.start <= place < stretch.end for stretch in debris) for place in range(len(text))]


def test_crossing_spans_share_a_piece(brief: Brief) -> None:
    """Two demands of the same plan whose words overlap both hold the words they share."""
    gazette = brief.articles[0]
    shared = [piece for piece in gazette.pieces if {"p-plan-1", "p-plan-2"} <= set(piece.statements)]
    assert [piece.text for piece in shared] == ["the crew goes free and the strait opens, step by step"]


def test_numbers_follow_the_words(brief: Brief) -> None:
    """Statements are numbered in the order in which a reader meets their words."""
    places = [(line.places[0].article, line.places[0].start) for line in brief.statements]
    order = {article.id: article.number for article in brief.articles}
    assert places == sorted(places, key=lambda place: (order[place[0]], place[1]))
    assert [line.number for line in brief.statements] == list(range(1, len(places) + 1))


def test_each_statement_knows_its_lines(brief: Brief) -> None:
    """A statement that a line rests on names that line, so that its mark leads back."""
    used = {line.id: {use.line for use in line.used_in} for line in brief.statements}
    for position in brief.positions:
        assert all(position.line in used[found] for found in position.statements)
    for act in brief.acts:
        assert all(act.line in used[found] for found in act.statements)
