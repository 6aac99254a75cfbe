"""The headline is found above the prose."""

import pytest

from dragoman.articles.headline import find_headline

BODY = "Ruritania will reopen the strait if Graustark frees the crew, its foreign minister said on Monday."


@pytest.mark.parametrize(
    ("head", "headline"),
    [
        ("Talks resume in Oslo\n\n", "Talks resume in Oslo"),
        ("Will the talks resume?\n", "Will the talks resume?"),
        ("# Talks resume in Oslo\n\n", "Talks resume in Oslo"),
        ("Fjord Daily > World\n\nTalks resume in Oslo\n\nBy Jane Doe\n\n", "Talks resume in Oslo"),
        ("STRAIT BULLETIN\nTalks resume in Oslo\n\n", "Talks resume in Oslo"),
        ("all the news of the fjord\n\nTalks resume in Oslo\n\n0 69\n\n", "Talks resume in Oslo"),
        ("STRAIT BULLETIN\n\n", "STRAIT BULLETIN"),
        ("By Jane Doe\n\n", None),
        ("", None),
    ],
)
def test_headline_is_the_first_line_that_can_be_one(head: str, headline: str | None) -> None:
    """Crumbs, kickers, tag lines and bylines stand back; without a candidate there is no headline."""
    text = head + BODY
    span = find_headline(text)
    assert (span.of(text) if span else None) == headline


def test_a_known_title_points_at_its_line() -> None:
    """The line that says the same as the title is the headline, capitals and punctuation aside."""
    text = f"Strait opens again\n\nTALKS RESUME, IN OSLO\n\n{BODY}"
    span = find_headline(text, title="Talks resume in Oslo")
    assert span is not None
    assert span.of(text) == "TALKS RESUME, IN OSLO"


def test_a_label_before_the_title_is_no_hindrance() -> None:
    """A line that puts "Editorial:" before the known title is the headline."""
    text = f"Strait opens again\n\nEditorial: Talks resume\n\n{BODY}"
    span = find_headline(text, title="Talks resume")
    assert span is not None
    assert span.of(text) == "Editorial: Talks resume"


def test_a_lone_line_is_no_headline() -> None:
    """A text without prose has no headline: there is nothing that the line could head."""
    assert find_headline("Talks resume in Oslo") is None
