"""Who stands behind a stance, who shares it as "both", and whose it is behind "whose"."""

import pytest


def held(reader, text: str) -> list[tuple[str, str]]:
    """The holders and stances of the positions read in *text*, in order."""
    return [(party.split(":")[0], one.stance) for one in reader.positions(text) for party in one.holder]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya, with support from Peru, urged Ethiopia to release the water.",
        "Kenya, with the backing of Peru, urged Ethiopia to release the water.",
        "Kenya, with Peru's support, demanded that Ethiopia release the water.",
        "With the blessing of Peru, Kenya urged Ethiopia to release the water.",
    ],
)
def test_a_stance_is_held_by_its_backers_too(reader, text):
    """What is asked with somebody's support is asked by both."""
    assert sorted(held(reader, text)) == [("KEN", "demand"), ("PER", "demand")]


def test_a_promise_is_only_supported_by_others(reader):
    """Who backs what another promises does not promise it."""
    found = held(reader, "Kenya, with Peru's approval, promised to open the border.")
    assert sorted(found) == [("KEN", "promise"), ("PER", "support")]


def test_an_objection_hides_no_demand(reader):
    """What is demanded over somebody's objections is read, and so are the objections."""
    found = held(reader, "Kenya, over Peru's objections, demanded that Ethiopia release the water.")
    assert ("KEN", "demand") in found and ("PER", "oppose") in found


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Both support a new road.", "support"),
        ("Both demand a longer truce.", "demand"),
        ("Both back a ban on new mines.", "support"),
        ("Neither plans to open the border.", "refuse"),
        ("The talks failed, but both support a longer truce.", "support"),
    ],
)
def test_both_and_neither_are_subjects(reader, text, stance):
    """Right before a word of stance, even one that may be a noun."""
    found = held(reader, f"Kenya and Uganda met in Geneva on Monday. {text}")
    assert found == [("KEN", stance), ("UGA", stance)]


def test_both_before_two_nouns_is_no_subject(reader):
    """ "Both support and aid are needed" is nobody's stance."""
    assert held(reader, "Kenya and Uganda met in Geneva on Monday. Both support and aid are needed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad met Norway, whose foreign minister, Maria Lunde, had promised to open the border.", ("NOR", "promise")),
        ("Chad met Norway, whose foreign minister, Maria Lunde, wants a longer truce.", ("NOR", "demand")),
        ("Chad could not count on Norway, whose foreign minister, Maria Lunde, vowed to sign.", ("NOR", "promise")),
    ],
)
def test_a_leader_behind_whose_holds_what_follows(reader, text, expected):
    """ "Whose leader, X Y, had promised": the verb behind the name is the leader's."""
    assert expected in held(reader, text)


def test_partners_from_a_party_are_that_party(reader):
    """ "The chancellor's coalition partners from the Harvest Party": not the chancellor."""
    found = held(reader, "Germany's coalition partners from the Harvest Party oppose the deal.")
    assert [holder for holder, _ in found] == ["Harvest Party"]
