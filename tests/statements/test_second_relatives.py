"""A second relative clause, "and who", goes on from the first one and is of the same noun."""

import pytest


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Hungary was isolated by Poland, which had been its ally and which now demanded that it pay.", "POL"),
        ("Chad blamed Niger, which supplied the rebels and which wants the border closed.", "NER"),
        ("So did Peru, which warned of a glut and which had demanded that Chile drop the quota.", "PER"),
    ],
)
def test_who_does_the_first_thing_wants_the_second(reader, text: str, holder: str) -> None:
    """Not who is told of in the main clause."""
    assert [p.holder for p in reader.positions(text) if p.stance == "demand"] == [(holder,)]


def test_another_noun_has_its_own_clause(reader) -> None:
    """Each "which" behind a name of its own is of that."""
    text = "Chad blamed the rebels, who held the town, and Niger, which refused to close the border."
    assert reader.stances_told(text) == {("NER", "refuse", "close the border")}


def test_the_second_clause_has_its_own_object(reader) -> None:
    """ "A fee which had been cut and which farmers oppose": they oppose the fee, though that was cut."""
    text = "Chad spoke of a fee which had been cut in May and which farmers oppose."
    assert reader.stances_told(text) == {("farmers", "oppose", "a fee that had been cut in May")}
