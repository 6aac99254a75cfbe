"""What reports on trade, loans and pipelines show: who holds whom, who lends, whose junta it is, who will travel."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("Kenya demanded that Tanzania release three Kenyans arrested at the border.", "TZA", "KEN"),
        ("Kenya wants Tanzania to free three Kenyans detained in Dodoma.", "TZA", "KEN"),
        ("Ghana will talk if Togo frees Ghanaian drivers held since May.", "TGO", "GHA"),
        ("Ghana called on Togo to free 14 Ghanaians jailed last week.", "TGO", "GHA"),
    ],
)
def test_whoever_is_to_free_them_holds_them(reader, text: str, actor: str, target: str) -> None:
    """ "Free three Kenyans arrested there": they were arrested, and by whoever is to let them go."""
    (act,) = [act for act in reader.acts(text) if act.event == "COERCE"]
    assert (act.actor, [party.partition(":")[0] for party in act.target or ()]) == ((actor,), [target])


def test_who_frees_some_and_arrests_others_does_both(reader) -> None:
    """What was done to those let go before is no clause of its own."""
    told = {
        (act.event, act.actor) for act in reader.acts("Chad released 20 men captured in May and arrested a trader.")
    }
    assert ("CONCEDE", ("TCD",)) in told


@pytest.mark.parametrize(
    "text",
    [
        "China has lent Zambia $4 billion.",
        "China has lent Zambia money for a railway.",
        "China, which has lent Zambia $4 billion, has rejected a haircut.",
        "China has loaned Zambia $4 billion.",
    ],
)
def test_who_has_lent_money_gave_aid(reader, text: str) -> None:
    """ "Lent" is no part of the borrower's name."""
    assert (("CHN",), ("ZMB",)) in {(act.actor, act.target) for act in reader.acts(text) if act.event == "AID"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it remained willing to sign the pact, provided that Uganda paid its debt.",
        "Kenya remains ready to sign the pact if Uganda pays its debt.",
    ],
)
def test_what_one_remains_willing_to_do_hangs_on_a_condition(reader, text: str) -> None:
    """A condition behind "remained willing" is one of what would be done."""
    (offer,) = [p for p in reader.positions(text) if p.stance == "offer"]
    assert offer.condition is not None
    assert offer.condition.doer == ("UGA",)


def test_a_delegation_is_of_whoever_leads_it(reader) -> None:
    """ "A delegation led by Kenya's trade minister": Kenya's; and "due to travel" is a visit to come."""
    (act,) = reader.acts("A delegation led by Kenya's trade minister is due to travel to Uganda next week.")
    assert (act.actor, act.event, act.target, act.status) == (("KEN",), "CONSULT", ("UGA",), "planned")


def test_the_governments_of_two_are_those_of_both(reader) -> None:
    """ "Chad and Cameroon, whose governments": each has one."""
    found = reader.positions("The pipe crosses Chad and Cameroon, whose governments oppose the fee.")
    assert {p.holder for p in found} == {("TCD",), ("CMR",)}


def test_who_is_leaving_a_bloc_turns_it_down(reader) -> None:
    """ "It was leaving OPEC" tells what "it left OPEC" tells."""
    assert any(
        act.event == "REJECT" and act.target == ("OPEC",) for act in reader.acts("Qatar said it was leaving OPEC.")
    )


def test_what_is_ordered_to_be_done_keeps_its_thing(reader) -> None:
    """ "Ordered the valves to be closed": to close the valves."""
    (found,) = reader.positions("Chad ordered the valves to be closed, halting the flow of oil.")
    assert found.action == "close the valves"


def test_the_junta_is_that_of_the_state_that_soldiers_rule(reader) -> None:
    """The article has said whose military rulers they are, whoever is named in between."""
    text = (
        "Niger's military rulers closed the border with Benin. Benin has blocked oil exports and accused Ghana of "
        "complicity. Benin said the junta had expelled its traders."
    )
    assert [act.actor for act in reader.acts(text)][-1] == ("NER",)


def test_both_countries_are_the_two_sides_and_not_a_route(reader) -> None:
    """Two that only lie on the way are not asked to show restraint."""
    text = (
        "Talks between Niger and Benin ended on Friday without a deal. Benin has blocked oil from Niger, and Niger has "
        "closed its border with Benin. Niger is studying a route through Chad and Cameroon. The African Union told "
        "both countries to show restraint."
    )
    (asked,) = [p for p in reader.positions(text) if "restraint" in p.action]
    assert set(asked.doer) == {"NER", "BEN"}


@pytest.mark.parametrize("word", ["creditors", "lenders", "investors", "partners"])
def test_whom_somebody_owes_is_not_himself(reader, word: str) -> None:
    """ "Its creditors rejected the offer": Kenya did not."""
    text = f"Kenya said its {word} had rejected the offer."
    assert not [p for p in reader.positions(text) if p.holder == ("KEN",)]


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Chad insisted that Mali land at least a fifth of its catch.", "land at least a fifth of its catch"),
        (
            "Kenya demanded that Uganda import at least 20,000 tonnes of maize.",
            "import at least 20,000 tonnes of maize",
        ),
    ],
)
def test_how_much_at_least_is_asked(reader, text: str, action: str) -> None:
    """ "At least a fifth" is what the bare verb before it acts on."""
    assert [p.action for p in reader.positions(text) if p.stance == "demand"] == [action]


def test_that_a_door_remains_open_is_no_demand(reader) -> None:
    """How things are, by a verb that is told as so, is a claim; that somebody stay is asked."""
    assert not [p for p in reader.positions("Chad insists that the tariff applies to all.") if p.stance == "demand"]
    (asked,) = reader.positions("Chad insists that Mali remains in the pact.")
    assert (asked.stance, asked.doer) == ("demand", ("MLI",))


def test_what_was_approved_after_somebody_acted_is_no_part_of_that(reader) -> None:
    """ "Approved a loan last July after Ghana floated the cedi": Ghana is who floated."""
    found = reader.positions("The IMF approved a $3 billion programme last July after Ghana floated the cedi.")
    assert "a $3 billion programme" in {p.action for p in found if p.holder == ("IMF",)}


def test_what_is_held_back_is_not_backed(reader) -> None:
    """ "Hold back migrant boats": "back" goes with the verb."""
    text = "Chad is expected to hold back migrant boats in exchange for 210 million euros pledged by Spain."
    assert [p.action for p in reader.positions(text)] == ["210 million euros pledged by Spain"]


def test_the_opposition_whose_charge_is_rejected(reader) -> None:
    """An allegation by those inside a state is rejected as theirs."""
    text = (
        "Ghana's opposition parties have accused the government of hiding its debt, an allegation that the finance "
        "ministry rejects."
    )
    assert [act.actor for act in reader.acts(text) if act.event == "REJECT"] == [("GHA",)]
    assert ("GHA",) not in {act.target for act in reader.acts(text) if act.event == "REJECT"}


def test_the_verb_of_what_is_said_is_no_quality(reader) -> None:
    """ "Said the deal protected small farmers, who": the deal did, and farmers are not called by it."""
    text = "Kenya's trade minister said the deal protected small farmers, who blocked the port of Mombasa in May."
    assert {act.actor[0].partition(":")[2] or act.actor[0] for act in reader.acts(text)} <= {"small farmers", "farmers"}


def test_what_is_rejected_is_that_and_not_what_is_said(reader) -> None:
    """ "Rejected that, saying": "that" opens no clause before a comma."""
    text = "Kenya's minister rejected that, saying Uganda had failed to deliver the volumes."
    assert not [p for p in reader.positions(text) if "say" in p.action]


def test_those_to_whom_it_is_done_stay_in_the_action(reader) -> None:
    """ "Ensure that traders are paid" is not to ensure that are paid."""
    (found,) = reader.positions("Kenya urged Uganda to ensure that Kenyan traders were treated fairly.")
    assert found.action == "ensure that Kenyan traders were treated fairly"


def test_who_is_leaned_on_to_act_is_not_depended_on(reader) -> None:
    """ "Leaned on both governments to strike a bargain": pressed them."""
    text = "Washington has leaned on both governments to strike a bargain, eager to sell oil. Kenya and Uganda object."
    assert not [tie for tie in reader.ties(text) if tie.relation == "depends_on"]


def test_if_somebody_hit_back_is_asked_of_nobody(reader) -> None:
    """A threat for the case that the other strikes back asks for no blow."""
    text = "The president of Chad threatened to shut the border and said he would raise it further if Niger hit back."
    assert not [p for p in reader.positions(text) if p.stance == "demand" and "hit" in p.action]


def test_the_opposition_is_that_of_whoever_answers_it(reader) -> None:
    """A president resists calls from the senators of his own opposition, whoever else was named last."""
    text = (
        "Washington imposed a tariff on Mexico, and Washington rejected talks. President Claudia Sheinbaum has "
        "resisted calls from opposition senators to retaliate."
    )
    assert ("MEX:opposition",) in {p.holder for p in reader.positions(text)}


def test_a_regional_government_that_strikes_a_deal_is_a_side(reader) -> None:
    """ "Iraq's federal government and the Kurdistan Regional Government have reached an agreement": those two."""
    text = (
        "Iraq's federal government and the Kurdistan Regional Government (KRG) have reached an agreement on oil. "
        "Turkey shut the line, and Turkey wants Iraq to pay. Turkey urged the two sides to sign it."
    )
    (found,) = [p for p in reader.positions(text) if p.action.startswith("sign")]
    assert set(found.doer) == {"IRQ", "Kurdistan Region"}


def test_what_one_will_hear_is_no_promise(reader) -> None:
    """What somebody is to learn he does not undertake."""
    assert not reader.positions('"Now we will hear what the price is," Kenya\'s trade minister said.')


def test_who_is_given_a_term_is_to_act(reader) -> None:
    """ "Gave buyers until May to commit": the buyers are to, and Ghana promises nothing."""
    found = reader.positions("Ghana's board gave buyers until November 20 to commit to paying the premium in full.")
    assert not [p for p in found if p.holder == ("GHA",) and p.stance == "promise"]


def test_the_first_verb_of_three_is_a_main_one(reader) -> None:
    """ "Accused it of running a surplus, rejected the text and demanded": the same president did all three."""
    text = (
        "But in a call on July 31, Donald Trump accused Switzerland of running a $4 billion surplus, rejected the text "
        "and demanded that the gap be closed."
    )
    told = {(act.event, act.actor) for act in reader.acts(text)}
    assert {(event, ("USA:Donald Trump",)) for event in ("ACCUSE", "REJECT", "REQUEST")} <= told
    assert {p.stance for p in reader.positions(text)} == {"oppose", "demand"}


def test_what_a_charge_goes_on_with_was_done_by_the_accused(reader) -> None:
    """ "Suspects Togo of selling at a discount, breaking a pledge": Togo broke it."""
    text = "Ghana suspects Togo of having sold cocoa at a discount, breaking an undertaking not to undercut it."
    assert [act.actor for act in reader.acts(text) if act.event == "REJECT"] == [("TGO",)]


def test_she_in_a_quotation_is_not_who_speaks(reader) -> None:
    """Nobody calls himself "he" in his own words."""
    text = (
        "Donald Trump imposed a tariff on Switzerland. Donald Trump met its president. "
        '"The woman was nice, but she did not want to listen," Trump said.'
    )
    assert not [p for p in reader.positions(text) if p.action == "listen" and p.holder == ("USA:Donald Trump",)]


def test_a_cabinet_that_meets_meets_nobody_else(reader) -> None:
    """A session of one's own is not held with the other side."""
    text = "The United States imposed a tariff on Switzerland. The Swiss cabinet met on Thursday in emergency session."
    assert not [act for act in reader.acts(text) if act.event == "CONSULT" and act.target]


def test_makers_of_something_are_a_group(reader) -> None:
    """ "Chocolate makers" are accused like anybody else."""
    acts = reader.acts("Ghana and Togo have accused the big chocolate makers of cheating.")
    assert [(act.event, act.target) for act in acts] == [("ACCUSE", ("chocolate makers",))]


def test_its_minister_is_of_the_land_that_the_sentence_before_is_about(reader) -> None:
    """ "Latvia, which lost in Norway's court, would welcome it. Its minister": Latvia's."""
    text = (
        "Latvia, whose crabbers fought it all the way to Norway's Supreme Court, would welcome such a ruling. Its "
        "agriculture minister, Kaspars Berzins, accused Oslo of rewriting a treaty."
    )
    (act,) = [act for act in reader.acts(text) if act.event == "ACCUSE"]
    assert act.actor == ("LVA:Kaspars Berzins",)


def test_what_came_of_an_offer_was_not_offered(reader) -> None:
    """ "Offered to pay, only to be rebuffed": nobody offers that."""
    text = "Norway offered to hand over 4,000 tonnes of cod in exchange for whiting, only to be rebuffed."
    assert not [p for p in reader.positions(text) if "rebuff" in p.action]


@pytest.mark.parametrize("verb", ["insists on keeping its levy", "wants to keep its levy"])
def test_a_finite_verb_goes_on_from_has_refused(reader, verb: str) -> None:
    """ "Has refused to pay and insists": the second is no more of what was refused."""
    told = {(p.stance, p.action) for p in reader.positions(f"Kenya has refused to lift the ban and {verb}.")}
    assert told == {("refuse", "lift the ban"), ("demand", "keep levy")}


def test_who_turns_back_a_ship_coerces(reader) -> None:
    """It is the ship that goes home."""
    text = "Norway turned back a Spanish trawler near Bear Island."
    assert [(act.event, act.actor, act.target) for act in reader.acts(text)] == [("COERCE", ("NOR",), ("ESP",))]


def test_a_movement_named_in_passing_does_not_say_whose_army_it_is(reader) -> None:
    """The Houthis of one clause make the government that of Yemen in no article about Egypt."""
    text = (
        "Egypt met the IMF in Cairo. Egypt would not float the pound, and the IMF froze a loan to Egypt. Egypt is in "
        "need of cash. Bankers in Egypt fear the worst, and Egypt has few friends. "
        "Revenue fell when Yemen's Houthis fired on ships. The IMF asked Egypt to sell companies. The army rejected "
        "the plan."
    )
    assert [act.actor for act in reader.acts(text) if act.event == "REJECT"][-1] == ("EGY",)


def test_an_association_is_of_its_members_and_not_of_a_land(reader) -> None:
    """ "A bakers' association in Egypt" is not Egypt."""
    found = reader.positions("A bakers' association in Egypt threatened to shut ovens unless flour was delivered.")
    assert {p.holder for p in found} == {("bakers' association",)}


def test_how_long_somebody_is_backed_is_no_condition(reader) -> None:
    """ "For as long as it takes" asks nothing of anybody."""
    (found,) = reader.positions("NATO said it would support Ukraine for as long as it takes.")
    assert (found.stance, found.condition) == ("promise", None)


def test_what_is_asked_for_one_s_part(reader) -> None:
    """ "Is for its part asking": words between a helper and its verb say nothing of the action."""
    found = reader.positions("Brussels is for its part asking Australia to give up names, and to scrap a tax on cars.")
    assert {(p.stance, p.doer, p.action) for p in found} == {
        ("demand", ("AUS",), "give up names"),
        ("demand", ("AUS",), "scrap a tax on cars"),
    }


def test_whoever_says_so_asks(reader) -> None:
    """ "Said workers had been sacrificed and asked": those who were sacrificed ask for nothing."""
    text = "The Kenyan Industry Group said manufacturers had been sacrificed and asked Uganda to consider a pact."
    assert {p.holder for p in reader.positions(text)} == {("Kenyan Industry Group",)}


def test_what_a_condition_asks_for_is_not_offered(reader) -> None:
    """ "Provided that Uganda showed flexibility": Uganda has offered nothing."""
    found = reader.positions("Kenya might improve its offer on sugar provided that Uganda showed flexibility on names.")
    assert ("UGA",) not in {p.holder for p in found}


def test_what_follows_a_modal_is_a_verb_before_its_thing(reader) -> None:
    """ "Would halt supplies unless": a threat with a demand, and no supplies of a kind."""
    found = reader.positions("Gazprom said it would halt supplies on December 1 unless Moldova settled its arrears.")
    assert {(p.holder, p.stance, p.action) for p in found} == {
        (("Gazprom",), "promise", "halt supplies"),
        (("Gazprom",), "demand", "settle arrears"),
    }


def test_what_is_warned_of_is_not_asked(reader) -> None:
    """ "Warned that factories would have to close": a consequence."""
    assert not reader.positions("Moldova warned that factories in Balti would have to close.")


def test_who_would_leave_if_given_an_ultimatum_asks_for_none(reader) -> None:
    """What brings a threat about is opposed."""
    text = "Moldova's minister, Ana Spinu, said she would leave if Gazprom presented her with an ultimatum."
    assert {p.stance for p in reader.positions(text) if "ultimatum" in p.action} == {"oppose"}
