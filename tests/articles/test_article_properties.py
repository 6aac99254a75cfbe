"""What holds for every text: offsets, disjoint debris, nothing changed, order of no account."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.articles.debris import find_debris
from dragoman.articles.headline import find_headline
from dragoman.articles.identity import settle_ids
from dragoman.articles.lines import split_lines
from dragoman.articles.load import load

PIECES = st.sampled_from(
    [
        "Ruritania will reopen the strait if Graustark frees the crew, its minister said on Monday.",
        "Talks resume in Oslo",
        "By Jane Doe",
        "0 69",
        "Share Tweet",
        "Source link",
        "- Advertisement -",
        "Related",
        "Photo: The crew. (Pool)",
        "---",
        "title: Talks",
        "OSLO, May 3 (Agency) - The talks go on.",
        "The strait is shut.Source link",
        "© 2021 Fjord Daily",
        "\u200b",
        "\u202e",
        " ",
        "\t",
        "é",
        "🚢",
        "“No,” she said.",
        "News > World",
        "2015",
    ]
)
NEWLINES = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "", " ", "\u2028", "\x0b"])
TEXTS = st.lists(st.tuples(PIECES, NEWLINES), min_size=1, max_size=15).map(
    lambda parts: "".join(a + b for a, b in parts)
)
ANY_TEXT = st.one_of(TEXTS, st.text(max_size=300))


@given(ANY_TEXT)
def test_debris_is_in_order_disjoint_and_inside(text: str) -> None:
    """Each stretch holds something visible, starts after the one before, and ends within the text."""
    at = 0
    for part in find_debris(text):
        assert at <= part.start < part.end <= len(text)
        assert part.of(text).strip() == part.of(text) != ""
        at = part.end


@given(ANY_TEXT)
def test_debris_never_covers_the_headline(text: str) -> None:
    """No stretch of debris reaches into the line of the headline."""
    headline = find_headline(text)
    if headline:
        assert not [part for part in find_debris(text) if part.start < headline.end and headline.start < part.end]


@given(ANY_TEXT)
def test_lines_cover_all_that_is_visible(text: str) -> None:
    """What stands outside the lines is white space or invisible."""
    at, outside = 0, ""
    for line in split_lines(text):
        outside += text[at : line.start]
        at = line.end
    outside += text[at:]
    assert not [char for char in outside if char.isalnum()]


@settings(max_examples=40, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_loading_changes_nothing_and_ignores_order(texts: list[str]) -> None:
    """An article's text is its file's, and the order of paths leaves no trace."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, text in enumerate(texts):
            paths.append(Path(folder, f"a{number}.txt"))
            paths[-1].write_bytes(f"Number {number} of the stories is here. {text}".encode())
        loaded = load(paths)
        stored = {path.stem: path.read_bytes().decode() for path in paths}
        assert all(article.text == stored[article.id] for article in loaded.articles)
        assert load(paths[::-1]) == loaded


@given(st.lists(st.sampled_from(["a", "a-2", "a-3", "b", " a ", "", "-"]), max_size=12))
def test_ids_are_unique_and_first_wishes_are_kept(wanted: list[str]) -> None:
    """No two ids are the same, and a name wished for once is given unchanged."""
    ids = settle_ids(wanted)
    assert len(set(ids)) == len(wanted)
    assert all(
        got == want
        for want, got in zip(wanted, ids, strict=True)
        if wanted.count(want) == 1 and want in {"a-2", "a-3", "b"}
    )
