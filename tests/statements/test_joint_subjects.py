"""Two who do one thing, each with something beside the name: a clause, a place."""

import pytest


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("France, which makes wine, and Italy, whose farmers grow olives, want the tariffs lifted.", {"FRA", "ITA"}),
        ("Saudi Arabia, which leads the group, and Russia, which does not, agreed to cut output.", {"SAU", "RUS"}),
        ("Norway, which fishes cod, and Iceland, which does not, are asking Britain for talks.", {"NOR", "ISL"}),
        (
            "Sudan, which lies downstream, and the AU, which mediates, have urged Chad to wait.",
            {"SDN", "AU"},
        ),
    ],
)
def test_both_with_a_clause_beside_them(reader, text: str, holders: set[str]) -> None:
    """ "France, which ..., and Italy, whose ..., want": both want it."""
    assert {party for position in reader.positions(text) for party in position.holder} == holders


def test_who_is_joined_to_no_clause_acts_alone(reader) -> None:
    """ "And in May Uganda rejected": Uganda did."""
    acts = reader.acts("Kenya, which exports tea, and in May Uganda rejected the tariffs.")
    assert {act.actor for act in acts} == {("UGA",)}


@pytest.mark.parametrize(
    ("text", "actors", "targets"),
    [
        ("Norway met Ana Ruiz of Peru and Eva Lund of Chad.", {"NOR"}, {"PER:Ana Ruiz", "TCD:Eva Lund"}),
        ("Norway accused the rebels in Mali and the army in Chad of crimes.", {"NOR"}, {"MLI:rebels", "TCD"}),
        ("Niger shelled towns in Mali and Chad in May.", {"NER"}, {"MLI", "TCD"}),
    ],
)
def test_what_has_a_place_of_its_own(reader, text: str, actors: set[str], targets: set[str]) -> None:
    """ "The rebels in Mali and the army in Chad": the army is in no line with Mali."""
    [act] = [act for act in reader.acts(text) if act.event in {"CONSULT", "ACCUSE", "ASSAULT"}]
    both = {*act.actor, *(act.target or ())}
    assert both == actors | targets


def test_whom_each_place_names_is_helped(reader) -> None:
    """ "Support for the Houthis in Yemen and Hezbollah in Lebanon": for both."""
    ties = reader.ties("Iran's support for the Houthis in Yemen and Hezbollah in Lebanon worries Riyadh.")
    assert {(tie.from_, tie.to) for tie in ties} == {(("IRN",), ("Houthis",)), (("IRN",), ("Hezbollah",))}
