"""What articles on talks inside a state show: parties and their members, or-else, what has ended, who is blamed."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "wish",
    [
        "to be blamed for the strike",
        "to be held responsible for the collapse",
        "to be seen as weak",
        "to be portrayed as bullies",
    ],
)
def test_how_others_think_of_somebody_is_no_position(reader, wish: str) -> None:
    assert reader.positions(f"Neither Kenya nor Uganda wanted {wish}.") == []
    assert reader.positions(f"Kenya does not want {wish}.") == []


@pytest.mark.parametrize("words", ["free the men or face a lawsuit", "pay the crews or lose the contract"])
def test_what_comes_of_not_doing_it_is_not_demanded(reader, words: str) -> None:
    told = {p.action for p in reader.positions(f"Kenya ordered Uganda to {words}.")}
    assert told == {words.partition(" or ")[0]}


def test_what_an_accord_ended_long_ago_is_no_promise(reader) -> None:
    text = "Under the deal that ended the last strike, Kenya and Uganda agreed to resume talks."
    assert {p.action for p in reader.positions(text)} == {"resume talks"}


def test_a_gerund_behind_a_verb_in_a_relative_clause(reader) -> None:
    """ "Who opposes sending arms": nobody has sent any."""
    text = "Kenya's president, a critic of both blocs who opposes sending arms to Ukraine, met them on Monday."
    assert [(p.stance, p.action) for p in reader.positions(text)] == [("oppose", "send arms to Ukraine")]
    assert not [act for act in reader.acts(text) if act.event == "AID"]


def test_demands_among_them_that(reader) -> None:
    text = (
        "Kenya has made seven demands, among them that the plan be scrapped, that Uganda hire more inspectors "
        "and that Uganda leave the bridge."
    )
    assert {p.action for p in reader.positions(text)} >= {"scrap the plan", "hire more inspectors", "leave the bridge"}


def test_their_demand_is_that_of_the_democrats_before(reader) -> None:
    text = "Democrats held firm in their demand that Republicans first agree to extend the subsidies."
    told = {(p.holder, p.stance, p.doer) for p in reader.positions(text)}
    assert told == {(("USA:Democrats",), "demand", ("USA:Republicans",))}


@pytest.mark.parametrize("text", ["Kenyan pilots have called in sick.", "Kenya is considering joining the pact."])
def test_what_is_called_nothing_is_no_view(reader, text: str) -> None:
    assert reader.views(text) == []


def test_his_party_is_not_his_state(reader) -> None:
    """The party of a politician whom a list gives to the state is his state only where he heads it."""
    text = "U.S. Senate leader Chuck Schumer said that his party wanted a deal in writing."
    assert not [p for p in reader.positions(text) if p.holder == ("USA",)]


def test_her_partners_are_the_other_side(reader) -> None:
    text = (
        "Kenya and Uganda have talked about the bridge for a year. Kenya wants a toll, and Uganda does not. On Monday "
        "Kenya walked out after its partners refused to sign the treaty."
    )
    assert [p.holder for p in reader.positions(text) if p.stance == "refuse"][-1:] == [("UGA",)]


def test_letters_behind_a_listed_name_are_that_party(reader) -> None:
    text = "Bulgaria's We Continue the Change (PPX) party met on Monday. PPX demanded a reform in Bulgaria."
    assert ("PP-DB",) in {p.holder for p in reader.positions(text)}


@pytest.mark.parametrize(
    "while_so", ["as long as the tracks are not cleared", "as long as Uganda does not clear the tracks"]
)
def test_what_one_refuses_as_long_as_a_thing_is_not_done_asks_for_it(reader, while_so: str) -> None:
    told = {(p.stance, p.action) for p in reader.positions(f"Kenya has refused to go to Juba {while_so}.")}
    assert ("demand", "clear the tracks") in told
    assert ("oppose", "clear the tracks") not in told


def test_a_series_of_infinitives_behind_commas(reader) -> None:
    text = "Uganda wants Kenya to publish the papers, to drop the charges, to punish the police and to raise aid."
    told = [p.action for p in reader.positions(text)]
    assert told == ["publish the papers", "drop the charges", "punish the police", "raise aid"]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman of Kenya, who declined to give his name, spoke on Monday.",
        "A Kenyan official, who did not want her surname published, spoke on Monday.",
        "The draft, which the clans must still take home, does not deal with the bridge, a Kenyan minister said.",
    ],
)
def test_by_the_way(reader, text: str) -> None:
    assert reader.positions(text) == []


def test_a_question_of_whether(reader) -> None:
    told = {
        p.action for p in reader.positions("Kenya has suggested holding a referendum on whether Uganda should stay.")
    }
    assert told == {"hold a referendum"}


def test_what_came_of_it_was_not_urged(reader) -> None:
    text = "Kenya had urged a deadline for the removal of a barricade, only to be rebuked by Uganda."
    assert not [p for p in reader.positions(text) if p.action == "rebuke"]


def test_a_group_of_the_article_is_not_its_state(reader) -> None:
    text = (
        "Serbia's students have blocked the bridges. The students refused to meet the president of Serbia. Teachers "
        "joined the students on Monday."
    )
    assert ("SRB",) not in {act.actor for act in reader.acts(text) if act.event == "PROTEST"}
