"""What whole articles show: who the union is, who met and who shot, when it was, who speaks and what she is."""

from __future__ import annotations

import pytest


def test_a_body_with_union_behind_its_name_bargains_for_the_workers(reader) -> None:
    """ "The Vereinigung Cockpit union" is the union, and "pilots" are its members."""
    text = (
        "Lufthansa cancelled flights on Monday over a strike about pay. The Vereinigung Cockpit union wants a rise of "
        "8 percent in wages. Lufthansa has rejected the wage claim. Pilots threatened to walk out again on Friday."
    )
    assert ("Cockpit",) in {act.actor for act in reader.acts(text) if act.event == "THREATEN"}


def test_ministers_met_and_soldiers_shot(reader) -> None:
    """A main verb before "after" is that of its subject, however the tree has it."""
    text = "Ministers from Kenya and Uganda met in Entebbe for talks after Ugandan soldiers shot dead two Kenyans."
    told = {(act.event, act.actor) for act in reader.acts(text)}
    assert ("ASSAULT", ("UGA",)) in told
    assert any(event == "CONSULT" and set(actor) == {"KEN", "UGA"} for event, actor in told)


def test_a_date_told_of_the_subject_is_not_that_of_the_act(reader) -> None:
    """ "Chad, which joined the pact last year, objected": not last year."""
    text = "Chad, which signed a pact with Niger last year, rejected the plan of Mali."
    (act,) = [act for act in reader.acts(text) if act.event == "REJECT"]
    assert act.date is None


def test_a_name_between_commas_is_no_second_actor(reader) -> None:
    """ "Its secretary-general, Veronica Nduva, urged": one person urges."""
    text = "The East African Community is mediating. Its secretary-general, Veronica Nduva, urged Kenya to sign."
    assert [len(act.actor) for act in reader.acts(text) if act.event == "REQUEST"] == [1]


def test_an_idea_that_a_second_verb_turns_down_is_its_authors(reader) -> None:
    """ "An idea that Kenya backs and Tanzania has rejected" was proposed by Uganda."""
    text = "Uganda proposed a joint patrol, an idea that Kenya backs and Tanzania has rejected."
    (act,) = [act for act in reader.acts(text) if act.event == "REJECT"]
    assert (act.actor, act.target) == (("TZA",), ("UGA",))


def test_what_is_said_keeps_its_last_word_before_the_speaker(reader) -> None:
    """ "Has understood nothing," said Ana Ruiz, the union's head of pay: nothing is not lost."""
    text = '"Chad has understood nothing," said Ana Ruiz, the guild\'s head of pay policy.'
    assert "Chad has understood nothing" in {view.proposition for view in reader.views(text)}


def test_a_strike_of_a_union_is_a_protest(reader) -> None:
    """In a dispute over work nobody is attacked by the nurses' strike."""
    text = (
        "Nurses' strike in Britain called off. The Royal College of Nursing suspended a strike over pay on Tuesday. "
        "The government has offered a pay rise. The Royal College of Nursing wants a bigger pay rise."
    )
    assert not [act for act in reader.acts(text) if act.event == "ASSAULT"]


def test_steps_tie_nobody(reader) -> None:
    """ "Step by step" is not in step."""
    assert not reader.ties("Chad and Niger would carry out the deal reached in Oslo step by step.")


def test_an_action_ends_with_its_headline(reader) -> None:
    """A line's end is no word of what lawmakers balk at."""
    text = "US lawmakers balk at White House deal to raise debt limit\nWASHINGTON, May 29 - Hard-line Republicans met."
    assert all(one.action == one.action.strip() for one in reader.positions(text))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Chad and Mali agreed to move heavy weapons away from their border.", "THREATEN"),
        ("Niger condemned Chadian strikes on the capital of Mali.", "PROTEST"),
    ],
)
def test_weapons_moved_away_threaten_nobody_and_states_do_not_walk_out(reader, text: str, unwanted: str) -> None:
    """To move weapons away is no menace, and the strikes of a state no stoppage."""
    assert not [act for act in reader.acts(text) if act.event == unwanted]


def test_the_two_are_those_who_were_just_told_of(reader) -> None:
    """ "Blinken raised it with Sudani when the two met": not the sides of the article."""
    text = (
        "Turkey and Iraq want the pipeline opened. Turkey and Iraq are talking. Secretary of State Antony Blinken "
        "raised it with Iraqi Prime Minister Mohammed Shia al-Sudani when the two met in April."
    )
    (met,) = [act for act in reader.acts(text) if act.rule == "verb:meet"]
    assert set(met.actor) == {"USA:Antony Blinken", "IRQ:Mohammed Shia al-Sudani"}


def test_the_administration_is_that_of_americans_spoken_of(reader) -> None:
    """ "A U.S. official said that the administration had urged": only Americans call their government so."""
    text = (
        "Iraq and Turkey are at odds over a pipeline. Iraq wants Turkey to open it. "
        "A U.S. official said that the administration had urged Turkey to settle."
    )
    assert [act.actor for act in reader.acts(text) if act.rule == "verb:urge"] == [("USA",)]


def test_a_court_of_arbitration_is_not_of_the_state_where_it_sits(reader) -> None:
    """An arbitration court in Paris is no French one; a court in Lima is Peru's."""
    assert not reader.positions("An arbitration court in Paris ordered Turkey to pay Iraq.")
    (position,) = reader.positions("A court in Lima ordered Chile to pay.")
    assert position.holder == ("PER:Court",)


def test_a_union_in_a_state_is_not_the_state(reader) -> None:
    """ "Kenya's main teachers' union", "the teachers' union in Kenya": the union."""
    for text in (
        "Kenya's main teachers' union rejected the offer of the ministry.",
        "The teachers' union in Kenya rejected the offer of the ministry.",
    ):
        assert {one.holder for one in reader.positions(text)} == {("teachers' union",)}
        assert {act.actor for act in reader.acts(text)} == {("teachers' union",)}


def test_a_bloc_in_small_letters_is_no_party_of_that_name(reader) -> None:
    """ "The bloc of four" is not Canada's Bloc."""
    told = reader.positions("Canada froze assets in Haiti. The bloc of four offered to withdraw the name.")
    assert not [one for one in told if one.holder == ("Bloc Quebecois",)]


def test_what_is_told_as_a_choice_is_not_yet_so(reader) -> None:
    """ "Either Kenya meets Sudan or ...": nobody has met."""
    assert not reader.acts("Either Kenya meets Sudan in May or the talks are over, its minister said.")


def test_what_is_not_there_prevents_nothing(reader) -> None:
    """ "There is nothing that prevents it" takes no stance; nor do two who disagree over how to do a thing."""
    assert not reader.positions("There is nothing on our side that prevents the oil from flowing, Kenya said.")
    assert not reader.positions("Kenya and Ethiopia disagree over who should pick the judge.")
    assert reader.stances_told("Kenya disagrees with the proposal to share the water.") == {
        ("KEN", "oppose", "share the water")
    }


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Washington offered to lift sanctions on Iran if it stopped enrichment.", "IRN"),
        ("Kenya promised to let Ethiopia use the port if it paid its debts.", "ETH"),
        ("Moscow warned it would stop selling gas to Ukraine unless it paid its debts.", "UKR"),
        ("Kenya will back Ethiopia's bid if it drops its claim to the island.", "ETH"),
        ("Kenya would bar Ethiopia from the port if it did not pay its debts.", "ETH"),
    ],
)
def test_what_one_does_to_another_hangs_on_what_he_does(reader, text: str, doer: str) -> None:
    """ "Lift sanctions on Iran if it stops": Iran is to stop."""
    (asked,) = [one for one in reader.positions(text) if one.rule.startswith("mirror:")]
    assert asked.doer == (doer,)


def test_what_the_holder_would_win_is_no_demand_on_another(reader) -> None:
    """ "Will sign the pact with Ethiopia if it wins better terms": Kenya would win them."""
    told = reader.positions("Kenya said it would sign the pact with Ethiopia if it won better terms.")
    assert [one.condition.doer for one in told if one.condition] == [("KEN",)]


def test_what_a_thing_is_wanted_to_be_is_an_action(reader) -> None:
    """ "Wants the border open by June": that it be opened."""
    assert reader.stances_told("Kenya wants the border open by June.") == {("KEN", "demand", "open the border")}
    assert reader.stances_told("Kenya wants the prisoners home by Christmas.") == {
        ("KEN", "demand", "bring the prisoners home")
    }


def test_unions_are_no_side_against_their_union(reader) -> None:
    """ "The unions" are with the Ceylon Workers' Congress, and the planters' body is the other side."""
    text = (
        "Talks between Sri Lanka's plantation companies and unions of tea workers over a wage rise broke down. "
        "The Ceylon Workers' Congress (CWC) wants higher wages. The Planters' Association, which speaks for the "
        "companies, rejects the wage claim. The unions said they would strike. The unions and the CWC met on Monday. "
        "Buyers urged both sides to return to the table."
    )
    (asked,) = [one for one in reader.positions(text) if one.holder == ("buyers",)]
    assert "unions" not in asked.doer


def test_sanctions_are_on_whom_they_are_imposed(reader) -> None:
    """ "Sanctions imposed by the United States on Iranian banks" are not on whoever else is named."""
    text = "Sanctions imposed by the United States on Iranian banks had blocked payment by Sri Lanka since 2012."
    assert {(tie.from_, tie.to) for tie in reader.ties(text) if tie.relation == "sanctions"} == {(("USA",), ("IRN",))}


def test_two_markets_do_not_trade_with_each_other(reader) -> None:
    """ "Russia and Iraq, the two biggest markets": somebody else's."""
    assert not reader.ties("Buyers from Russia and Iraq, the two biggest markets, have asked for more.")


def test_what_is_being_done_is_no_quality(reader) -> None:
    """ "Said it was suspending talks": no talks are held."""
    (act,) = reader.acts("Kenya said it was suspending talks with Ethiopia.")
    assert (act.event, act.actor, act.target) == ("REJECT", ("KEN",), ("ETH",))


def test_any_two_are_not_the_two_sides(reader) -> None:
    """ "Two armed groups said they would sign": they, and not Chad, will."""
    told = reader.positions("Two armed groups said they would sign the accord with Chad.")
    assert {one.holder for one in told} == {("armed groups",)}


def test_nothing_is_done_to_oneself(reader) -> None:
    """Who is told of no other than himself as whom a deed is done to, does it to nobody."""
    text = (
        "France and New Caledonia are at odds over a reform. France declared a state of emergency and flew in police. "
        "France wants calm. France will send more police. France has asked for help. Talks go on in Noumea."
    )
    assert not [act for act in reader.acts(text) if act.target == act.actor]


def test_an_election_that_somebody_calls_is_no_telephone_call(reader) -> None:
    """ "The election he called on Sunday" is no talk with anybody."""
    text = "Chad and France are in talks. President Emmanuel Macron spoke of the snap election he called on Sunday."
    assert not [act for act in reader.acts(text) if act.rule == "verb:call"]
