"""What a relative clause behind a comma says of a stance told before, and opposition that is promised."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mali wants the last French soldier out within a month, a timetable that Paris called a dream.",
            ("FRA", "oppose", "leave"),
        ),
        (
            "Berlin let the emergency lapse, a decision that the Christian Democrats oppose.",
            ("CDU", "oppose", "let the emergency lapse"),
        ),
        (
            "Colombia gave the firms three months to leave, a deadline that Exxon said it would disregard.",
            ("ExxonMobil", "oppose", "leave"),
        ),
        (
            "Kenya has asked for a longer mission, which Uganda opposes and which Rwanda has called superfluous.",
            ("RWA", "oppose", "a longer mission"),
        ),
        (
            "Washington insisted that members be obliged to report forced labour, a clause which Beijing, whose fleet "
            "is the largest in the world, rejects as political.",
            ("CHN", "oppose", "oblige members to report forced labour"),
        ),
    ],
)
def test_a_noun_beside_a_clause_takes_up_what_it_tells(reader, text: str, expected: tuple[str, ...]) -> None:
    """Whoever judges "a decision", "a clause", "a timetable" judges what the clause before it tells."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Serbia threatened to resist any change to its visa rules.",
            ("SRB", "oppose", "any change to its visa rules"),
        ),
        ("Norway is determined to block the quota.", ("NOR", "oppose", "the quota")),
        ("Peru has vowed to fight the closure of the mine.", ("PER", "oppose", "close the mine")),
    ],
)
def test_promised_opposition_is_opposition(reader, text: str, expected: tuple[str, ...]) -> None:
    """Who vows to oppose a thing is against it, and promises nothing that anybody asked for."""
    found = reader.stances_told(text)
    assert expected in found
    assert not [one for one in found if one[1] in {"promise", "offer"}]


def test_refusing_to_oppose_is_not_opposition(reader) -> None:
    """A refusal over the opposing is not read through."""
    assert "oppose" not in {stance for _, stance, _ in reader.stances_told("Norway refused to block the quota.")}


def test_a_promise_that_nothing_will_be_done_is_a_refusal(reader) -> None:
    """The action of a promise in a denied clause is what is refused."""
    text = "Peru's president vowed that the pact would not be signed."
    assert ("PER", "refuse", "sign the pact") in reader.stances_told(text)


def test_what_one_wants_to_see_another_must_show(reader) -> None:
    """The doer of what somebody wants to see is whose it is."""
    found = reader.positions("The European Commission wants to see a first draft of Poland's plan by October.")
    assert [p.doer for p in found] == [("POL",)]
