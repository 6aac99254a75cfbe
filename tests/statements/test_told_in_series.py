"""What goes on from a word further up: a verb of a series, one more charge, demands told behind "among them"."""

from __future__ import annotations

import pytest


def test_a_past_with_an_object_behind_a_comma_goes_on_from_the_first_verb(reader) -> None:
    """ "Blocked imports, jailed two men and recalled": who blocked them jailed the men."""
    text = "Norway blocked imports of Chadian cotton, sentenced Mr Deby to 11 years in prison and upheld the ban."
    assert {act.actor for act in reader.acts(text)} == {("NOR",)}


def test_one_more_charge_is_of_whoever_is_accused(reader) -> None:
    """ "Accusing it of backing rebels and of being too close to Chad": it is close to Chad."""
    text = "Peru and Norway cut ties with Qatar, accusing it of arming rebels and of being too close to Chad."
    assert {(tie.from_, tie.to) for tie in reader.ties(text) if tie.relation == "ally"} == {(("QAT",), ("TCD",))}


@pytest.mark.parametrize(
    "text",
    [
        "Norway later presented a list of 13 demands, among them that Chad close the station and free the crew.",
        "Norway has a list of demands, including that Chad close the station and free the crew.",
    ],
)
def test_demands_told_by_clauses(reader, text: str) -> None:
    """ "A list of demands, among them that Chad close the station": asked for, and neither done nor a tie."""
    told = reader.stances_told(text)
    assert {("NOR", "demand", "close the station"), ("NOR", "demand", "free the crew")} <= told
    assert not [act for act in reader.acts(text) if act.actor == ("TCD",)]


def test_what_is_insisted_on_all_along(reader) -> None:
    """ "Insisted throughout that it be lifted": an adverb opens no clause."""
    text = "Norway had insisted throughout that the blockade be lifted before any dialogue could begin."
    assert ("NOR", "demand", "lift the blockade") in reader.stances_told(text)


def test_a_text_is_endorsed_and_not_what_it_is_against(reader) -> None:
    """ "A declaration against torture, which Chad has endorsed"."""
    text = "Norway launched a declaration against arbitrary detention, which Chad has since endorsed."
    assert ("TCD", "support", "a declaration against arbitrary detention") in reader.stances_told(text)


def test_so_many_states_are_those_last_named_together(reader) -> None:
    """ "The four states" are the four named in one breath, however far back."""
    text = (
        "Norway, Peru, Chad and Ghana cut ties with Qatar. Talks were held in Kuwait. They failed. "
        "The four states demanded that Qatar leave the islands."
    )
    assert ("NOR", "PER", "TCD", "GHA") in {position.holder for position in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway promised to impose no sanctions on Chad.", ("NOR", "promise", "not impose sanctions on Chad")),
        ("Norway will lift the ban provided Chad breaks no rules.", ("NOR", "oppose", "break rules")),
    ],
)
def test_no_thing_denies_the_deed(reader, text: str, expected: tuple[str, str, str]) -> None:
    """ "To impose no sanctions" is not to impose any."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked what Chad would do, the Norwegian envoy said nothing.",
        "Norway asked Chad whether it would sign.",
        "Norway insists that its police acted alone and that there was no link between the two cases.",
        "Norway wants everybody to see that hostage diplomacy works.",
        "Norway rejected accusations that Norway was behind a wave of attacks on banks.",
        '"There will be no effect on our ties with Chad," the Norwegian minister said.',
        "Norway agreed that the talks with Chad had been useful.",
    ],
)
def test_questions_claims_and_effects_are_no_stance(reader, text: str) -> None:
    """What is asked about, claimed, done by whoever is behind it, or will have no effect."""
    assert not reader.positions(text)


@pytest.mark.parametrize(
    "text",
    [
        "Norway agreed that the talks with Chad had been useful.",
        "Norway rallied its allies against nobody.",
        "Norway is obliged to suspend aid to Chad.",
    ],
)
def test_no_act_was_done(reader, text: str) -> None:
    """A shared opinion, allies rallied, what the law obliges one to do."""
    assert not [act for act in reader.acts(text) if act.event in {"AGREE", "PROTEST", "SANCTION"}]


def test_what_befalls_somebody_is_not_his_doing(reader) -> None:
    """ "Demanded his release": of whoever holds him."""
    (position,) = reader.positions("Peru holds him. Norway demanded that Peru agree to Chad's expulsion from the club.")
    assert "TCD" not in position.doer


def test_whoever_hosts_a_base_lets_its_owner_in(reader) -> None:
    """ "Qatar hosts the largest American base"."""
    (tie,) = reader.ties("Qatar hosts the largest American base in the region.")
    assert (tie.from_, tie.relation, tie.to) == (("USA",), "has_access_to", ("QAT",))


def test_one_person_is_not_several(reader) -> None:
    """ "She" is none of "prosecutors", but the one whose age stands behind her name."""
    text = (
        "Ana Lunde, 49, the Norwegian foreign minister, met prosecutors from Chad. Norway and Chad are at odds. "
        "She urged Chad to leave."
    )
    assert ("NOR:Ana Lunde",) in {position.holder for position in reader.positions(text)}


def test_a_rank_before_a_name(reader) -> None:
    """ "A spokesman for the army, Senior Col. X Y,": a person who speaks on."""
    text = "A spokesman for Norway's Western Command, Senior Col. Ola Lunde, left. Lunde urged Chad to leave."
    assert ("NOR:Ola Lunde",) in {position.holder for position in reader.positions(text)}
