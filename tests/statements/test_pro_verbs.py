"""What "do" stands for, and what is to be done to a thing that somebody wants."""

import pytest


@pytest.mark.parametrize(
    ("text", "doer", "words"),
    [
        (
            "Turkey opened its ports, as it undertook to do in 2005 and has refused to do ever since.",
            "TUR",
            "open ports",
        ),
        ("Kenya pressed Uganda to raise its duties, which Uganda declined to do.", "UGA", "raise duties"),
        ("Chad would free the crew, provided that Mali did the same.", "MLI", "free the crew"),
        ("Peru urged Chile to share the readings. Chile has not agreed to do so.", "CHL", "share the readings"),
    ],
)
def test_do_stands_for_what_was_told(reader, text: str, doer: str, words: str) -> None:
    """A deed named again by "do" is put into the words it was told in."""
    last = reader.positions(text)[-1]
    assert (last.doer, last.action) == ((doer,), words)


@pytest.mark.parametrize(
    "text",
    [
        "Peru, which has offered to mediate, is not saying what it will do.",
        "Chad could leave the pact. Mali has threatened to do so more than once.",
    ],
)
def test_what_do_stands_for_must_be_known(reader, text: str) -> None:
    """A "do" of which nobody can tell what it stands for gives no position."""
    assert not any(p.action.split()[0] == "do" for p in reader.positions(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile wants any deal to be reviewed after ten years.", ["review any deal after ten years"]),
        ("Chad wants the fishermen freed and the nets returned.", ["free the fishermen", "return the nets"]),
        ("Mali wants banks made to share the losses.", ["share the losses"]),
        (
            "Kenya wants bonds held by pensioners exempted from the cut.",
            ["exempt bonds held by pensioners from the cut"],
        ),
    ],
)
def test_what_is_to_be_done_to_a_thing_is_told_with_it(reader, text: str, told: list[str]) -> None:
    """The action is what should be done, each with its own thing."""
    assert [p.action for p in reader.positions(text)] == told


def test_what_others_resist_is_not_wanted_by_who_demands_it(reader) -> None:
    """A noun beside the clause with a participle of its own takes up the demand; it is no second one."""
    text = "Kenya wants the levy scrapped once the harvest is in, a demand resisted by Uganda."
    assert reader.stances_told(text) == {
        ("KEN", "demand", "scrap the levy"),
        ("UGA", "refuse", "scrap the levy"),
    }


def test_a_relative_clause_keeps_the_verb_of_what_is_refused(reader) -> None:
    """What is refused is to join the forum, not the forum."""
    last = reader.positions("Chad proposed a forum, which Mali refused to join.")[-1]
    assert (last.stance, last.action) == ("refuse", "join a forum")


def test_what_others_propose_with_somebodys_backing_is_what_is_backed(reader) -> None:
    """The backing is for what is proposed, not for its being proposed."""
    told = reader.positions_told("Kenya, with the backing of Japan, proposed that Chad leave the pact.")
    assert ("JPN", "support", "TCD", "leave the pact") in told
