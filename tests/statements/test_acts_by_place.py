"""Acts whose actor or target is told by a place: towns, parts of states, peoples, and attackers whom nobody knows."""

import pytest


def told(reader, text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Type of each act, with the states of its actors and targets."""
    return [
        (a.event, tuple(p.split(":")[0] for p in a.actor), tuple(p.split(":")[0] for p in a.target))
        for a in reader.acts(text)
    ]


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Kenyan helicopters have fired rockets at targets in Kismayo.", "ASSAULT", "KEN", "SOM"),
        ("Israel imposed a closure in the West Bank.", "SANCTION", "ISR", "PSE"),
        ("Two Chadian gunmen killed nine people when they opened fire in Maiduguri.", "ASSAULT", "TCD", "NGA"),
    ],
)
def test_a_deed_on_somebodys_ground_is_done_to_them(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """A town or a part of a state stands for the state that it lies in."""
    assert (event, (actor,), (target,)) in told(reader, sentence)


def test_a_people_in_another_state_are_people_of_that_state(reader) -> None:
    """Ethnic Somalis in Kenya are not Somalia."""
    found = told(reader, "Ethnic Somalis have sworn to fight for the towns near Kenya's coast.")
    assert ("THREATEN", ("KEN",)) in [act[:2] for act in found]


@pytest.mark.parametrize(
    ("sentence", "target"),
    [
        ("A journalist was killed in a car bomb explosion in Beirut.", ("LBN",)),
        ("Two Danish soldiers were killed by a roadside bomb outside the Iraqi city of Basra.", ("DNK",)),
    ],
)
def test_attackers_whom_nobody_knows_are_of_the_place(reader, sentence: str, target: tuple[str, ...]) -> None:
    """Where no third state is named, nobody else can be meant."""
    assert told(reader, sentence)[0][0] == "ASSAULT"
    assert told(reader, sentence)[0][2] == target


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine accused Russia. Two civilians were killed in Kharkiv.",
        "Three miners were killed in a collapse in Chile.",
        "Forty people were injured in a train crash in India.",
    ],
)
def test_neither_accidents_nor_the_deeds_of_one_of_two_sides_are_done_by_the_place(reader, text: str) -> None:
    """Nobody is made an attacker of his own town."""
    assert "ASSAULT" not in [act[0] for act in told(reader, text)]


def test_a_curfew_is_imposed_on_the_people_at_home(reader) -> None:
    """Nobody abroad is its target."""
    found = reader.acts("The government of Chad declared a state of emergency. Kenya is worried.")
    assert [(a.event, a.target) for a in found if a.event == "COERCE"] == [("COERCE", ("TCD:population",))]


def test_a_gift_is_for_whom_its_purpose_names(reader) -> None:
    """What is sent to help somebody is aid to them."""
    assert ("CONCEDE", ("UZB",), ("AFG",)) in told(
        reader, "Uzbekistan opened the Friendship Bridge to allow the delivery of grain to Afghanistan."
    )


def test_the_language_of_a_people_is_not_the_people(reader) -> None:
    """Curbs on a language have no target abroad."""
    assert ("CONCEDE", ("LVA",), ()) in told(
        reader, "The Latvian government lifted restrictions on the use of the Russian language."
    )


def test_the_host_of_talks_is_no_side_of_them(reader) -> None:
    """Who hosts acts; who meets is whom it concerns."""
    assert ("CONSULT", ("NOR",), ("KEN", "TCD")) in told(reader, "Norway hosted talks between Kenya and Chad.")


def test_to_push_for_somebody_to_act_is_a_request(reader) -> None:
    """Whoever is to do it stands between "for" and the infinitive."""
    assert ("REQUEST", ("NOR",), ("SDN",)) in told(reader, "Norway pressed for Sudan to open its border.")


def test_militias_are_of_the_place_they_come_from(reader) -> None:
    """ "Militias from Amhara" are of Ethiopia, wherever they strike."""
    assert ("ASSAULT", ("ETH",), ("SDN",)) in told(
        reader, "But militias from Amhara attacked two Sudanese outposts this month."
    )


@pytest.mark.parametrize(
    "sentence", ["Kenya's fishermen blocked the port of Mombasa.", "Ethnic Somalis marched against Kenya's decision."]
)
def test_a_crowd_protests_against_those_who_rule_it(reader, sentence: str) -> None:
    """Where nobody else is named, and where their own rulers are."""
    assert ("PROTEST", ("KEN",), ("KEN",)) in told(reader, sentence)


def test_those_who_travel_together_for_talks_talk_with_each_other(reader) -> None:
    """ "Kenya and Chad returned to Geneva for talks" needs no "with"."""
    assert ("CONSULT", ("KEN", "TCD"), ()) in told(reader, "Kenya and Chad returned to Geneva for talks on the border.")


def test_whom_goodwill_is_meant_for_is_open_where_nobody_near_is_named(reader) -> None:
    """A concession of one party among several is not aimed at whoever is named most."""
    opening = "Talks between Kenya and Chad resumed in Mali on Monday. Kenya and Chad have argued for years. "
    acts = [act for act in reader.acts(opening + "Mali dropped its objections on Monday.") if act.event == "CONCEDE"]
    assert [(act.actor, act.target) for act in acts] == [(("MLI",), ())]
