"""Where sentences begin: abbreviations, quotes, datelines, wrapped lines, and texts without any end."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.sentences import sentence_spans

PIECES = st.sampled_from(
    [
        "The U.S. envoy J.V. Rao met Gen. Li.",
        "“No deal,” he said.",
        "Talks resume",
        "OSLO, May 3 (Agency) — The talks go on.",
        "Is there a way out?",
        "No. 4 of the list!",
        "\u200b",
        "\u202e",
        "\u2066",
        "’",
        "“",
        "...",
        "…",
        "(",
        " ",
        "\t",
        "é",
        "🚢",
        "a.b.c",
    ]
)
GAPS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "", " ", "\u2028", "\u00a0"])
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, GAPS), max_size=20).map(lambda parts: "".join(a + b for a, b in parts)),
    st.text(max_size=300),
)


def sentences(text: str) -> list[str]:
    return [text[a:b] for a, b in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ríos flew in. He left.", ["Gen. Ríos flew in.", "He left."]),
        ("Dr. Ana Sol spoke. Nobody listened.", ["Dr. Ana Sol spoke.", "Nobody listened."]),
        ("The U.S. Senate voted. The bill fell.", ["The U.S. Senate voted.", "The bill fell."]),
        ("They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."]),
        ("Ask J. B. Tan. He knows.", ["Ask J. B. Tan.", "He knows."]),
        ("It was signed on Jan. 4 in Lima. It holds.", ["It was signed on Jan. 4 in Lima.", "It holds."]),
        ("See No. 7 of the list. It is short.", ["See No. 7 of the list.", "It is short."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("Why now? Nobody knows! It ended…", ["Why now?", "Nobody knows!", "It ended…"]),
    ],
)
def test_a_full_stop_after_an_abbreviation_ends_nothing(text: str, expected: list[str]) -> None:
    """Titles, initials, months before a number and decimals stay inside their sentence."""
    assert sentences(text) == expected


def test_a_closing_quote_belongs_to_its_sentence() -> None:
    """The quotation mark behind a full stop stays with the words it closes."""
    assert sentences("He said: “We are done.” Nobody answered.") == ["He said: “We are done.”", "Nobody answered."]


def test_a_question_in_quotes_before_its_speaker_does_not_end() -> None:
    """ "“Why now?” she asked." is one sentence."""
    assert sentences("“Why now?” she asked. Nobody knew.") == ["“Why now?” she asked.", "Nobody knew."]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    """A line break ends a sentence that has no full stop."""
    assert sentences("Talks collapse in Lima\n\nThe envoys left on Monday.") == [
        "Talks collapse in Lima",
        "The envoys left on Monday.",
    ]


def test_a_dateline_stands_apart() -> None:
    """Place and day before the dash are no part of the first sentence."""
    assert sentences("LIMA, Peru — The envoys left.")[-1] == "The envoys left."


def test_a_hard_wrapped_paragraph_is_joined() -> None:
    """Lines broken at a fixed width do not end a sentence."""
    text = (
        "The envoys of both countries, who had met in a hotel outside Lima since\n"
        "Monday, said that they would come back with an answer of their capitals\n"
        "before the month is over. Nobody expected that the answer of either one\n"
        "would be yes, and both said so. The mediators, on the other hand, spoke\n"
        "of progress, though they did not say what it was that had progressed in\n"
        "these four days.\n"
    )
    assert len(sentences(text)) == 3


def test_a_text_without_full_stops_is_cut_at_white_space() -> None:
    """200 kB without an end come in stretches of bounded length, and no word is cut."""
    text = "the envoys came and went and " * 7000
    found = sentences(text)
    assert max(map(len, found)) <= 3000
    assert " ".join(found).split() == text.split()


def test_a_text_without_white_space_is_cut_all_the_same() -> None:
    """A single word of 100,000 characters is cut into bounded stretches."""
    found = sentences("x" * 100_000)
    assert max(map(len, found)) <= 3000
    assert sum(map(len, found)) == 100_000


@settings(max_examples=150)
@given(TEXTS)
def test_sentences_are_in_order_disjoint_and_trimmed(text: str) -> None:
    """Each sentence holds something visible, starts after the one before and has no white space around it."""
    at = 0
    for start, end in sentence_spans(text):
        assert at <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        at = end


@settings(max_examples=150)
@given(TEXTS)
def test_no_word_falls_between_sentences(text: str) -> None:
    """What is left outside all sentences is white space."""
    outside, at = [], 0
    for start, end in sentence_spans(text):
        outside.append(text[at:start])
        at = end
    assert "".join([*outside, text[at:]]).strip() == ""
