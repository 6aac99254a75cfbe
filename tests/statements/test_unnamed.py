"""Who would do what nobody is said to do: told by the thing done, else by who stands against whom."""

import pytest

from dragoman.statements.actions import Actions
from dragoman.statements.who import Who


def test_the_other_of_two_that_stand_out_could_act(reader) -> None:
    """Who could act where nobody is named: of the two most spoken of, the one that is not the holder."""
    understood = reader.understood(
        "Peru met Chile. Chile met Bolivia. Peru met Chile. Chile met Bolivia. Peru met Chile."
    )
    unnamed = Actions(understood, Who(understood)).unnamed
    assert unnamed.others(("PER",)) == ("CHL",)
    assert set(unnamed.between()) == {"PER", "CHL"}


def test_nobody_else_is_no_other(reader) -> None:
    """A text about one party alone gives no doer."""
    understood = reader.understood("Peru demanded inspections.")
    assert Actions(understood, Who(understood)).unnamed.others(("PER",)) == ()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Egypt called for new elections in Gabon.", {"GAB"}),
        ("Chad and Niger fell out in May. Chad holds 40 sailors. Niger demanded the release of the sailors.", {"TCD"}),
        ("Peru and Chile were at war. Norway called for a ceasefire.", {"PER", "CHL"}),
        ("Oman imposed a ban on ships from Yemen. Kenya wants the ban lifted.", {"OMN"}),
    ],
)
def test_the_thing_done_tells_who_could_do_it(reader, text: str, doer: set[str]) -> None:
    """Elections are held by a government, captives freed by who holds them, truces made by both sides."""
    assert set(reader.positions(text)[-1].doer) == doer


def test_an_opposition_leader_wants_it_of_his_government(reader) -> None:
    """A person whose title sets him against his own state asks that state, not the neighbour most spoken of."""
    text = "Chad and Niger met. Niger left. Opposition leader Ali Sow of Chad spoke. Sow demanded a fair count."
    assert reader.positions(text)[-1].doer == ("TCD",)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kenya demanded the withdrawal of Sudanese forces.", ("SDN",)),
        ("Kenya opposes a Sudanese offensive in Abyei.", ("SDN",)),
        ("Kenya wants an end to Sudanese interference.", ("SDN",)),
    ],
)
def test_a_noun_of_action_names_its_doer(reader, text: str, doer: tuple[str, ...]) -> None:
    """Who withdraws, attacks or interferes stands in the noun's phrase as an adjective or behind "of"."""
    assert reader.positions(text)[-1].doer == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Abdullah Ocalan of the PKK made an appeal to his followers to lay down their arms.", "PKK"),
        ("Hardliners in the parliament in Tehran want the government to go further.", "IRN"),
        ("Kenya wrote to Uganda to demand the removal of the envoy.", "UGA"),
        ("Kenya and Uganda are at odds. Talks between Kenya and Uganda failed. Kenya wants a say on the dam.", "UGA"),
    ],
)
def test_who_is_turned_to_or_would_give_should_act(reader, text: str, doer: str) -> None:
    """Those of whoever asks, the government of one's own land, who is written to, and who would give what is wanted."""
    assert doer in {party for p in reader.positions(text) if p.stance == "demand" for party in p.doer}


def test_among_several_nobody_is_guessed(reader) -> None:
    """Where three parties are spoken of alike, what is asked of nobody named is asked of nobody."""
    text = "Peru, Chile and Bolivia met twice. Peru, Chile and Bolivia will meet again. Peru demanded inspections."
    assert reader.positions(text)[-1].doer == ()


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Norway refuses to see the ban lifted. Peru met Chad.", set()),
        ("The EU has been loath to see sanctions lifted by Norway.", {"NOR"}),
        ("France would rather see the dam built by Chad.", {"TCD"}),
        ("Peru has resisted joining other states in a boycott.", {"PER"}),
    ],
)
def test_what_one_would_see_done_is_for_others(reader, text: str, doer: set[str]) -> None:
    """Who refuses to see a thing done would not be the one to do it; who resists doing it would."""
    assert set(reader.positions(text)[0].doer) == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Kenya needs to see a firm commitment from Ghana.", "GHA"),
        ("Kenya is waiting for concessions from Ghana.", "GHA"),
        ("Kenya expects an apology from Ghana.", "GHA"),
        ("Kenya called for the release of the ships from Ghana.", "GHA"),
        ("Kenya asked for the help of Ghana.", "GHA"),
    ],
)
def test_what_comes_from_somebody_is_for_him_to_give(reader, text: str, doer: str) -> None:
    """What is awaited, returned or given is asked of whom it comes from."""
    assert reader.positions(text)[0].doer == (doer,)


def test_a_lawmaker_asks_his_own_president(reader) -> None:
    """Whoever is named by name is asked, of the same state too."""
    text = "Senator Bob Corker wrote to President Barack Obama, urging him to walk away."
    assert reader.positions(text)[0].doer == ("USA:Barack Obama",)


def test_a_party_asks_the_government_of_its_land(reader) -> None:
    """ "The government" that a political party or its hardliners want to act is their own."""
    assert reader.positions("The SPD wants the government to rule it out. Norway agreed.")[0].doer == ("DEU",)


def test_whoever_backs_a_proposal_wants_what_is_proposed(reader) -> None:
    """ "With the backing of": the same stance on the same action, and the proposer keeps its own."""
    found = reader.positions("Peru, with the backing of Chile, demanded that Bolivia open the road.")
    assert {(p.holder, p.stance, p.doer) for p in found} == {
        (("PER",), "demand", ("BOL",)),
        (("CHL",), "demand", ("BOL",)),
    }
