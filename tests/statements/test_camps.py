"""Who is named of a camp, and where a stance comes from."""

import pytest


def _told(reader, text: str) -> set[tuple[str, str, str]]:
    return {(holder, stance, action) for holder, stance, _, action in reader.positions_told(text)}


@pytest.mark.parametrize(
    ("text", "stance", "action", "holders"),
    [
        ("Those pushing for a toll include Norway and Ghana.", "demand", "a toll", {"NOR", "GHA"}),
        ("Countries that want a strict treaty include Norway and Peru.", "demand", "a strict treaty", {"NOR", "PER"}),
        (
            "The states resisting a cap on output include Iran and Oman.",
            "oppose",
            "a cap on output",
            {"IRN", "OMN"},
        ),
        ("Those who oppose the toll include Japan and Iceland.", "oppose", "the toll", {"JPN", "ISL"}),
        ("Among the countries calling for a ban are Austria and Ghana.", "demand", "a ban", {"AUT", "GHA"}),
        ("Among those opposed to the toll are China and Brazil.", "oppose", "the toll", {"CHN", "BRA"}),
        ("Among the opponents of the toll are China and Brazil.", "oppose", "the toll", {"CHN", "BRA"}),
        ("The main opponents of the toll are Japan and Norway.", "oppose", "the toll", {"JPN", "NOR"}),
        ("Supporters of the plan include Kenya and Chad.", "support", "the plan", {"KEN", "TCD"}),
        ("Chile is one of several states resisting a cap on output.", "oppose", "a cap on output", {"CHL"}),
        ("The fiercest opposition to the treaty comes from Mali and Chad.", "oppose", "the treaty", {"MLI", "TCD"}),
        ("Support for the waiver came from Fiji, Kenya and Bolivia.", "support", "the waiver", {"FJI", "KEN", "BOL"}),
        ("Pressure to cut the quota comes chiefly from Samoa and Fiji.", "demand", "cut the quota", {"WSM", "FJI"}),
        ("Opposition to the toll is led by Japan.", "oppose", "the toll", {"JPN"}),
        ("Demands for a tougher rule have come from Kenya.", "demand", "a tougher rule", {"KEN"}),
    ],
)
def test_those_named_of_a_camp_hold_its_stance(reader, text: str, stance: str, action: str, holders: set[str]) -> None:
    """ "Those against it include X", "among them are X", "resistance comes from X"."""
    assert _told(reader, text) == {(holder, stance, action) for holder in holders}


@pytest.mark.parametrize(
    "text",
    ["Calls for his resignation came from all sides.", "Its terms include a visit to Chad and Mali."],
)
def test_what_comes_from_nobody_or_includes_things_is_nobodys_stance(reader, text: str) -> None:
    """No party is named of a camp."""
    assert not _told(reader, text)


def test_opposition_from_states_is_no_party_in_them(reader) -> None:
    """ "Met with opposition from Japan": Japan is against it, not a party called so."""
    told = _told(reader, "Brazil's call for a freeze on subsidies met with opposition from Japan and Norway.")
    assert {("JPN", "oppose", "a freeze on subsidies"), ("NOR", "oppose", "a freeze on subsidies")} <= told


def test_a_push_that_runs_into_resistance_is_opposed(reader) -> None:
    """A push, a drive or a campaign is received as a plan is."""
    told = _told(reader, "A push by Kenya to list the shark ran into stiff resistance from Japan and Iceland.")
    assert {("JPN", "oppose"), ("ISL", "oppose")} <= {(holder, stance) for holder, stance, _ in told}
