"""What talks of many show: votes for and against, whose spokeswoman speaks, what a post says, who acts jointly."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Mali said it would vote against.", "oppose"),
        ("Mali plans to vote against.", "oppose"),
        ("Mali will vote in favour on Friday.", "support"),
        ("Mali said it would vote no.", "oppose"),
        ("Mali will not vote against.", "support"),
    ],
)
def test_a_vote_is_on_what_was_told_before(reader, said: str, stance: str) -> None:
    """Who votes against, and names nothing, promises nothing."""
    found = [p for p in reader.positions(f"Chile supports a quota on cod. {said}") if p.holder == ("MLI",)]
    assert {(p.stance, "quota" in p.action) for p in found} == {(stance, True)}


def test_a_spokeswoman_with_the_last_word_of_a_body_speaks_for_it(reader) -> None:
    """ "Commission spokeswoman Ana Ruiz" is the European Commission's, where the article names that."""
    text = (
        "The European Commission gave no details. "
        '"We expect Chile to honour the accord," Commission spokeswoman Ana Ruiz told reporters.'
    )
    (found,) = [p for p in reader.positions(text) if p.stance == "demand"]
    assert (found.holder, found.doer) == (("EU:Ana Ruiz",), ("CHL",))


@pytest.mark.parametrize(
    "where",
    ["a post on social media", "a message on his channel", "a letter to the chair", "a video posted on Telegram"],
)
def test_what_is_said_in_a_post_describes_no_post(reader, where: str) -> None:
    """ "Said in a post that": the clause is what is said."""
    (found,) = reader.positions(f"The minister said in {where} that Peru would not put up with a levy on fuel.")
    assert (found.holder, found.stance) == (("PER",), "oppose")
    assert found.action == "a levy on fuel"


def test_a_relative_clause_of_a_letter_stays_one(reader) -> None:
    """ "A letter that the chair had sent" is what was sent."""
    text = "Peru rejected in a letter that the chair had sent to members any talk of a levy."
    assert not [p for p in reader.positions(text) if "sent" in p.action]


@pytest.mark.parametrize(
    "sentence",
    [
        "If the meeting is adjourned, the treaty would have to be renegotiated, the envoy of Tonga said.",
        "If Peru left, the rules would need to be rewritten, the envoy of Tonga said.",
    ],
)
def test_what_would_follow_is_not_demanded(reader, sentence: str) -> None:
    """What would have to be done if another thing happened is told as what follows from it."""
    assert not reader.positions(sentence)


def test_the_price_of_a_wish_is_demanded(reader) -> None:
    """ "If Chad wants a loan, its budget would have to be cut": the bank asks for it, and offers no cut."""
    found = reader.positions("If Chad wants a loan, its budget would have to be cut, the IMF said.")
    assert {(p.holder, p.stance) for p in found} == {(("IMF",), "demand")}


def test_what_one_would_have_to_do_is_no_offer(reader) -> None:
    """ "If Ghana wants the money, it would have to sign first": a demand alone."""
    found = reader.positions("If Ghana wants the money, it would have to sign first, France said.")
    assert {(p.holder, p.stance, p.doer) for p in found} == {(("FRA",), "demand", ("GHA",))}


@pytest.mark.parametrize("done", ["turned down by Chile", "rejected on Monday by Chile", "met with silence"])
def test_what_becomes_of_a_request_is_not_requested(reader, done: str) -> None:
    """ "Its request was turned down": nobody asked for that."""
    found = reader.positions(f"Norway asked for a larger quota. Its request was {done}.")
    assert {p.action for p in found if p.stance == "demand"} == {"a larger quota"}


def test_a_bid_is_made_by_whose_it_is(reader) -> None:
    """To oppose India's bid is to oppose what India would do."""
    (found,) = reader.positions("Chad strongly opposes India's bid.")
    assert (found.stance, found.doer) == ("oppose", ("IND",))


def test_a_second_verb_goes_on_from_the_clause_of_it(reader) -> None:
    """ "Says that it wants to protect the forests but rejects a cap": both are its."""
    found = reader.positions("Chad says that it wants to protect the woods given to Mali but strongly opposes any cap.")
    assert [(p.stance, p.action) for p in found][1:] == [("oppose", "any cap")]


@pytest.mark.parametrize(
    "headline", ["Kenya, Uganda reject ban on ivory", "Talks stall as Kenya, Uganda reject ban on ivory"]
)
def test_two_names_of_a_plural_verb_act_together(reader, headline: str) -> None:
    """In a headline a comma joins two who do the same; neither does it to the other."""
    text = f"{headline}\n\nThe meeting closed on Friday."
    assert {p.holder for p in reader.positions(text)} == {("KEN",), ("UGA",)}
    assert not [act for act in reader.acts(text) if set(act.target) & {"KEN", "UGA"}]


def test_who_speaks_is_told_behind_the_report(reader) -> None:
    """ "By a handful of mining states," said Ana Ruiz, head of the union: the union holds nobody hostage."""
    text = (
        '"The council is being held hostage by a handful of mining states," said Ana Ruiz, executive director of the '
        "Northern and Western Rivers Coalition, which follows the talks."
    )
    assert all("Coalition" not in actor for act in reader.acts(text) for actor in act.actor)


def test_each_of_two_is_told_before(reader) -> None:
    """ "Chad and Mali, who each have asked": the two have."""
    found = reader.positions("Chad and Mali, who each have asked for money, met on Monday.")
    assert {(p.holder, p.action) for p in found} == {(("TCD",), "money"), (("MLI",), "money")}


@pytest.mark.parametrize("what", ["lose the vote", "risk a war", "face defeat"])
def test_what_would_come_over_one_is_not_refused(reader, what: str) -> None:
    """ "Withdrew its draft rather than lose the vote": nobody was asked to lose it."""
    assert not reader.positions(f"Kenya withdrew its draft rather than {what}.")


@pytest.mark.parametrize("question", ["who would pay", "which two countries would pay", "whose ships would leave"])
def test_who_would_is_left_open(reader, question: str) -> None:
    """ "Has not said who would pay" promises nothing."""
    assert not reader.positions(f"Ghana has not said {question}.")


def test_once_a_thing_is_in_place_is_a_condition(reader) -> None:
    """ "Only once a fund is in place"."""
    (found,) = reader.positions("Norway said the ban should be lifted only once a fund is in place.")
    assert found.condition is not None
    assert found.condition.type == "after"


def test_a_continent_that_will_not_accept_is_heard(reader) -> None:
    """Africa is a party where it is said to want or refuse."""
    found = reader.positions('"Africa will not accept a lesser seat," the president of Ghana told the council.')
    assert ("Africa",) in {p.holder for p in found}


def test_a_commission_in_small_letters_is_the_same(reader) -> None:
    """British papers write "European commission"."""
    (found,) = reader.positions("The European commission rejected a levy on fuel.")
    assert found.holder == ("EU",)


def test_the_province_of_its_minister_refuses(reader) -> None:
    """ "B.C." is British Columbia."""
    (found,) = reader.positions("B.C. Forests Minister Ana Ruiz said the province will not sign the accord.")
    assert (found.holder, found.stance) == (("British Columbia",), "refuse")


@pytest.mark.parametrize("let", ["cannot be allowed", "can't be permitted", "must not be allowed"])
def test_who_cannot_be_let_is_opposed(reader, let: str) -> None:
    """ "Chad cannot be allowed to stop the treaty", said a union: not that the union will not allow it."""
    (found,) = reader.positions(f"Chad {let} to reopen the text, Oxfam said.")
    assert (found.holder, found.stance, found.doer) == (("Oxfam",), "oppose", ("TCD",))


@pytest.mark.parametrize("be", ["There is", "There's"])
def test_none_without_is_a_condition_now_as_well(reader, be: str) -> None:
    """ "There is no treaty without money": refused, and the money demanded."""
    found = reader.positions(f'"{be} no treaty without money," said the Kenyan envoy.')
    assert {(p.holder, p.stance) for p in found} == {(("KEN",), "refuse"), (("KEN",), "demand")}


@pytest.mark.parametrize("verb", ["opposed", "backed", "rejected"])
def test_what_it_said_it_opposed(reader, verb: str) -> None:
    """A finite verb stays one, whatever else the tagger takes it for."""
    found = reader.positions(f"Yemen said it {verb} the charter because it did not refer to armed groups.")
    assert {(p.holder, p.action) for p in found} == {(("YEM",), "the charter")}


def test_firms_that_use_it_are_asked_to_pay(reader) -> None:
    """ "Wants every firm that uses the bank to pay": the infinitive behind the relative clause is what is wanted."""
    (found,) = reader.positions("The Africa Group wants every firm that uses the gene bank to pay a fee.")
    assert (found.holder, found.stance, found.action) == (("African Group",), "demand", "pay a fee")


@pytest.mark.parametrize("kind", ["member", "island", "coastal"])
def test_states_are_no_verb(reader, kind: str) -> None:
    """ "The WHO chief urged member states to sign": they are urged."""
    (found,) = reader.positions(f"The WHO chief urged {kind} states to sign the annex.")
    assert (found.holder, found.stance, found.action) == (("WHO",), "demand", "sign the annex")


def test_among_the_first_points_to_nothing(reader) -> None:
    """ "Promised to be among the first": the first of those who sign, not of what was told before."""
    text = "Chad wants a cap on ivory and Mali wants a ban. Togo has promised to be among the first to sign."
    assert all("(" not in p.action for p in reader.positions(text) if p.holder == ("TGO",))


def test_those_who_do_a_thing_must_do_another(reader) -> None:
    """ "Those who sell tuna must report it": tuna is what they sell."""
    (found,) = reader.positions("Palau insists that those who sell tuna must report by radio.")
    assert found.action.startswith("report")


def test_who_has_argued_for_it_is_asked_now(reader) -> None:
    """ "Chile, having argued for the pact, should sign it", said a speaker: Chile does not say so itself."""
    found = reader.positions("Ana Ruiz of Greenpeace said Chile, having argued for the pact, should now stop fishing.")
    assert ("Greenpeace:Ana Ruiz", "demand") in {(*p.holder, p.stance) for p in found}


def test_member_states_are_those_of_the_assembly(reader) -> None:
    """In an assembly of the WHO a body's own members are not meant because it was named last."""
    text = (
        "Delegates to the assembly of the WHO failed to reach consensus on Friday. The EU opposed the draft, which 60 "
        "countries back. The WHO said the plenary would resume. The EU left. Delegations met late. "
        "The WHO director urged member states to show flexibility."
    )
    (found,) = [p for p in reader.positions(text) if "flexib" in p.action]
    assert found.doer == ("WHO members",)


@pytest.mark.parametrize("verb", ["reject", "oppose", "block", "veto"])
def test_others_are_asked_to_turn_it_down(reader, verb: str) -> None:
    """ "Urged members to reject the plan" asks them for that."""
    (found,) = reader.positions(f"Togo urged Benin to {verb} the plan.")
    assert (found.holder, found.stance, found.doer) == (("TGO",), "demand", ("BEN",))
    assert found.action == f"{verb} the plan"


def test_one_wants_to_turn_it_down(reader) -> None:
    """ "Wants to reject the plan" is its own wish."""
    (found,) = reader.positions("Togo wants to reject the plan.")
    assert (found.stance, found.doer) == ("demand", ("TGO",))


@pytest.mark.parametrize(
    "sentence",
    [
        '"A weak treaty is not what we want," said the envoy of Fiji.',
        '"A weak treaty is not what we came for," said the envoy of Fiji.',
        "What Fiji wants is not a weak treaty but a fund.",
    ],
)
def test_what_is_not_wanted(reader, sentence: str) -> None:
    """ "Is not what we want": opposed."""
    found = {(p.holder, p.stance, p.action.lower()) for p in reader.positions(sentence)}
    assert (("FJI",), "oppose", "a weak treaty") in found


def test_a_part_of_a_sentence_in_quotation_marks_is_its_subjects(reader) -> None:
    """ "Ruiz of Panama calls it 'a text we cannot accept'": Panama cannot, not who speaks next."""
    text = 'Ana Ruiz of Panama calls it "a text we cannot accept". Tuvalu says it will come back.'
    assert {p.holder for p in reader.positions(text) if p.stance in {"oppose", "refuse"}} == {("PAN:Ana Ruiz",)}


@pytest.mark.parametrize("deed", ["cut the electricity", "close the straits", "withhold the fuel"])
def test_what_one_could_cut_off_is_a_threat(reader, deed: str) -> None:
    """What would bring it about is not asked for."""
    found = reader.positions(f"Turkey said it could {deed} if Oman left the pact.")
    assert {p.stance for p in found if p.doer == ("OMN",)} == {"oppose"}


def test_five_riparian_states_are_not_the_five_most_spoken_of(reader) -> None:
    """Of a kind that is not told, only as many as are named."""
    text = (
        "Kenya, Uganda and Chad share the lake. Togo and Ghana gave money, Mali and Niger sent engineers. Norway would "
        "finance a gauge if all five riparian states agreed to share data."
    )
    assert not [p for p in reader.positions(text) if len(p.doer) == 5]


def test_what_a_condition_asks_was_not_done(reader) -> None:
    """ "Rejected a condition that it close its camps": it closed none."""
    acts = reader.acts("Niger accepted the loan but rejected a condition that it close its camps.")
    assert {act.event for act in acts} <= {"AGREE", "REJECT"}


@pytest.mark.parametrize("deed", ["having bombed a camp in Niger", "having seized a camp in Niger"])
def test_what_somebody_is_accused_of_having_done_is_not_the_accusers(reader, deed: str) -> None:
    """ "Norway accused Chad of having bombed a camp": Norway bombed nothing."""
    acts = reader.acts(f"Norway accused Chad of {deed}.")
    assert {(act.event, act.actor) for act in acts} == {("ACCUSE", ("NOR",))}


def test_who_is_praised_for_having_done_it_did_it(reader) -> None:
    """ "Praised Chad for having freed the prisoners": Chad freed them."""
    acts = reader.acts("Norway praised Chad for having freed the prisoners.")
    assert {(act.event, act.actor) for act in acts} >= {("CONCEDE", ("TCD",))}


def test_to_charge_too_much_accuses_nobody(reader) -> None:
    """A bank that charges fees accuses nobody."""
    acts = reader.acts("The World Bank is charging too much, the envoy of Fiji said.")
    assert not [act for act in acts if act.event == "ACCUSE" and act.actor == ("World Bank",)]


def test_to_promise_to_suspend_a_hunt_is_no_threat(reader) -> None:
    """What is one's own to end does no harm to others."""
    acts = reader.acts("Chad promised to suspend the hunt until a census was completed.")
    assert not [act for act in acts if act.event == "THREATEN"]


def test_a_secretary_general_is_of_the_body(reader) -> None:
    """ "Secretary-General Ana Ruiz" is of the body named, not of the state that the article is about."""
    text = "Japan walked out of the CITES meeting. Secretary-General Ana Ruiz urged Japan to return."
    assert {p.holder for p in reader.positions(text) if p.stance == "demand"} == {("CITES:Ana Ruiz",)}


def test_the_same_is_what_one_has_done(reader) -> None:
    """ "Has cut its quota and urged Iceland to do the same"."""
    found = reader.positions("Norway has cut its quota and urged Iceland to do the same.")
    assert {(p.stance, p.doer, p.action) for p in found} == {("demand", ("ISL",), "cut quota")}


def test_what_would_follow_otherwise_is_not_demanded(reader) -> None:
    """ "Otherwise the budget would have to be cut by a third"."""
    assert not reader.positions("Otherwise the budget would have to be cut by a third, the UN said.")


def test_who_accuses_and_is_demanding(reader) -> None:
    """ "Has accused Mali of drilling and is demanding that": the same does both."""
    found = reader.positions("Niger has accused Mali of drawing too much water and is demanding that the weir be shut.")
    assert ("NER",) in {p.holder for p in found if p.stance == "demand"}


def test_a_letter_is_dated_and_orders(reader) -> None:
    """ "Ordered Chad in a letter dated 25 October to stop drilling"."""
    (found,) = reader.positions("The UN ordered Chad in a letter dated 25 October to cease drilling.")
    assert (found.holder, found.doer, found.action) == (("UN",), ("TCD",), "cease drilling")


def test_what_one_was_asked_one_will_not_do(reader) -> None:
    """ "Has been asked to finance it ... would not do so"."""
    text = "The World Bank, which has been asked to finance the weir, said last month that it would not do so."
    found = [p for p in reader.positions(text) if p.stance == "refuse"]
    assert {(p.holder, p.action) for p in found} == {(("World Bank",), "finance the weir")}


@pytest.mark.parametrize(
    ("sentence", "action"),
    [
        ("Kenya scrapped its levy in June; Uganda and Chad have refused to.", "scrap levy in June"),
        ("Kenya has ratified the pact, but Uganda has declined to.", "ratify the pact"),
        ("Kenya signed the pact. Uganda refused to, and Chad left.", "sign the pact"),
    ],
)
def test_refused_to_leaves_out_what_another_did(reader, sentence: str, action: str) -> None:
    """ "Refused to": what was told of another right before."""
    found = [p for p in reader.positions(sentence) if p.holder == ("UGA",)]
    assert {(p.stance, p.doer, p.action) for p in found} == {("refuse", ("UGA",), action)}


def test_promised_to_leaves_out_what_was_asked(reader) -> None:
    """ "Wants Mali to leave. Mali has promised to"."""
    found = reader.positions("Chad wants Mali to leave the fort. Mali has promised to.")
    assert ("promise", ("MLI",), "leave the fort") in {(p.stance, p.holder, p.action) for p in found}


def test_two_let_it_be_known(reader) -> None:
    """ "Have let it be known that they would not ratify it": both refuse."""
    text = "Malta and Cyprus are against a levy and have let it be known that they would not ratify a pact on it."
    assert {("refuse", ("MLT",)), ("refuse", ("CYP",))} <= {(p.stance, p.holder) for p in reader.positions(text)}
