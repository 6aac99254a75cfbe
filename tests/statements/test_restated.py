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


@pytest.mark.parametrize(
    ("text", "holder", "stance", "doer", "words"),
    [
        (
            "Under a plan to cut output, Iraq would earn less. Angola backs the plan.",
            "AGO",
            "support",
            (),
            "cut output",
        ),
        (
            "Delegates discussed a draft that would ban nets. Peru voted against the text.",
            "PER",
            "oppose",
            (),
            "ban nets",
        ),
        (
            "Peru lifted its tariffs on copper. Chile welcomed the decision.",
            "CHL",
            "support",
            ("PER",),
            "lift tariffs on copper",
        ),
        ("Peru wants a truce, but Chile rejects the idea.", "CHL", "oppose", (), "truce"),
    ],
)
def test_what_a_noun_names_again_need_not_be_a_stance(
    reader, text: str, holder: str, stance: str, doer: tuple[str, ...], words: str
) -> None:
    """A plan tells its content where it was first named, a decision is the deed of the report."""
    last = reader.positions(text)[-1]
    assert (last.holder, last.stance) == ((holder,), stance)
    assert words in last.action
    assert not doer or last.doer == doer


@pytest.mark.parametrize(
    ("answer", "stance"),
    [
        ("Mali is against it.", "refuse"),
        ("Mali is in favour of it.", "promise"),
        ("Mali declined to back it.", "refuse"),
        ("Mali refuses to discuss it.", "refuse"),
        ("Mali is prepared to go along with it.", "offer"),
        ("That is something Mali has always refused.", "refuse"),
        ("That is a demand which Mali has so far resisted.", "refuse"),
    ],
)
def test_a_pronoun_takes_up_what_was_told_before(reader, answer: str, stance: str) -> None:
    """Whether it is the object, the predicate or the subject of a name for it."""
    last = reader.positions(f"Chad asked Mali to open the border. {answer}")[-1]
    assert (last.holder, last.doer) == (("MLI",), ("MLI",))
    assert (last.stance in {"oppose", "refuse"}) == (stance == "refuse")
    assert "open the border" in last.action


@pytest.mark.parametrize(
    "behind",
    ["as Peru has long demanded", "as Peru does", "which Peru says it cannot accept", "a price Peru will not pay"],
)
def test_a_clause_behind_is_of_what_the_one_before_tells(reader, behind: str) -> None:
    """ "As X has long demanded" is no "as long as", and a clause within another is still of what stands before it."""
    last = reader.positions(f"Chad asked Mali to open the border, {behind}.")[-1]
    assert (last.holder, last.action) == (("PER",), "open the border")
