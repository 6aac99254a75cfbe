"""Nouns that name again a stance read before: "the demand", "its offer"."""

import pytest


@pytest.mark.parametrize(
    ("text", "doer", "words"),
    [
        ("Chad demanded that Mali open the border. Mali rejected the demand.", "MLI", "open the border"),
        ("Oman offered to cut its tariffs. Yemen welcomed its offer.", "OMN", "cut tariffs"),
        ("Oman offered to cut its tariffs. Yemen demanded that Oman leave. Chad backed the plan.", "OMN", "leave"),
    ],
)
def test_a_noun_alone_takes_up_the_stance_before_it(reader, text: str, doer: str, words: str) -> None:
    """What is rejected or welcomed is what the sentence before asked or offered."""
    last = reader.positions(text)[-1]
    assert (last.doer, last.action) == ((doer,), words)


def test_a_noun_that_tells_what_it_is_about_takes_up_nothing(reader) -> None:
    """A demand with words of its own is another demand."""
    last = reader.positions("Chad demanded that Mali open the border. Mali rejected the demand for a truce.")[-1]
    assert "border" not in last.action
