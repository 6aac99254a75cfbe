"""Groups without a name: where what they want is told, and where it only says which thing is meant."""

import pytest


def holders(reader, text: str) -> list[str]:
    """The holders of the positions read in *text*."""
    return [party for one in reader.positions(text) for party in one.holder]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The premium that investors demand has risen in Italy.", []),
        ("Italy cut the tax that farmers oppose.", []),
        ("Farmers oppose the tax, which growers also reject.", ["farmers"]),
        ("Kenya met the growers, who want a longer truce.", ["growers"]),
        ("Italy cut the tax that France opposes.", ["FRA"]),
    ],
)
def test_a_group_in_passing_holds_nothing(reader, text, expected):
    """A clause that tells which thing is meant is no stance of a group that no name stands for."""
    assert holders(reader, text)[: len(expected) or None] == expected


def test_a_group_keeps_what_a_hyphen_joins(reader):
    """ "Left-wing parties" are no "wing parties"."""
    assert holders(reader, "In Paris left-wing parties want the legal age capped at 62.") == ["left-wing parties"]


WAGES = (
    "The Kenya Doctors Union (KDU) and the Kenya Nurses Union (KNU) are on strike over wages. "
    "The KDU and the KNU met ministers about pay rises. "
)


@pytest.mark.parametrize("noun", ["The unions", "Both unions", "The two unions"])
def test_the_unions_are_all_that_strike(reader, noun):
    """A plural for unions stands for those that the article speaks of."""
    assert set(holders(reader, f"{WAGES}{noun} rejected the pay offer.")) == {"KDU", "KNU"}


def test_members_vote_for_their_union(reader):
    """In a dispute over work "members", of nobody else, are the union."""
    text = "Boeing and the Machinists union (IAM) met over wages and the strike. Members rejected the pay offer."
    assert "IAM" in holders(reader, text)


def test_a_rare_past_is_the_verb_of_its_sentence(reader) -> None:
    """ "Families of the hostages begged Israel to": taken for an adjective, it is the one finite verb."""
    text = "Families of the hostages begged Israel to accept the swap."
    assert reader.stances_told(text) == {("families", "demand", "accept the swap")}


def test_what_a_group_has_long_wanted_is_its_stance(reader) -> None:
    """ "The tax that farmers have long opposed": no mere word for which tax is meant."""
    text = "Italy cut the tax that farmers have long opposed."
    assert reader.stances_told(text) == {("farmers", "oppose", "the tax")}
