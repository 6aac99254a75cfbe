"""Acts in the ways that news tells them: light verbs, nouns, relative clauses, refusals, talks that come to nothing."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya paid a visit to Chad.", "CONSULT"),
        ("Kenya issued a warning to Chad.", "THREATEN"),
        ("Kenya imposed a ban on Chad.", "SANCTION"),
        ("Kenya cut ties with Chad.", "SANCTION"),
        ("Kenya broke off talks with Chad.", "REJECT"),
        ("Kenya walked out of the talks with Chad.", "REJECT"),
        ("Kenya gave way to Chad.", "CONCEDE"),
        ("Kenya made a concession to Chad.", "CONCEDE"),
        ("Kenya turned down an offer from Chad.", "REJECT"),
        ("Kenya violated the treaty with Chad.", "REJECT"),
        ("Kenya opened fire on Chad.", "ASSAULT"),
        ("Kenya sent a letter to Chad.", "CONSULT"),
        ("Kenya told Chad to leave.", "REQUEST"),
        ("Kenya persuaded Chad to sign.", "REQUEST"),
    ],
)
def test_a_light_verb_tells_the_act_of_its_noun(reader, sentence: str, event: str) -> None:
    """The noun or the particle says what was done, and a preposition or the object to whom."""
    assert (event, ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya mobilised its army.", "MOBILIZE"),
        ("Kenya put its army on alert.", "MOBILIZE"),
        ("Kenya stepped up patrols.", "MOBILIZE"),
    ],
)
def test_a_show_of_force_is_aimed_at_nobody_named(reader, sentence: str, event: str) -> None:
    """No target is made up for it."""
    assert (event, ("KEN",), (), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize("complaint", ["a betrayal", "an insult", "a provocation"])
def test_to_call_something_bad_is_to_accuse(reader, complaint: str) -> None:
    """ "Called the step a betrayal" blames whoever took it."""
    assert ("ACCUSE", ("KEN",), ("TCD",), "done") in reader.acts_told(f"Kenya called the plan of Chad {complaint}.")


def test_to_call_something_by_a_plain_name_blames_nobody(reader) -> None:
    """Only words of blame make "call" an accusation."""
    assert reader.acts_told("Kenya called the plan of Chad a beginning.") == []


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Turkey's invasion of Cyprus in 1974 divided the island.", "ASSAULT", "TUR", "CYP"),
        ("The arrest of a Kenyan by Chad angered many.", "COERCE", "TCD", "KEN"),
        ("Kenya's recognition of Chad surprised many.", "SUPPORT", "KEN", "TCD"),
    ],
)
def test_a_noun_tells_an_act_between_the_two_named_beside_it(
    reader, sentence: str, event: str, actor: str, target: str
) -> None:
    """Possessor or "by" is the actor, "of" the target."""
    assert (event, (actor,), (target,), "done") in reader.acts_told(sentence)


def test_talks_that_end_without_a_deal_are_an_agreement_that_was_not_made(reader) -> None:
    """The sides of the talks are those of the agreement."""
    found = reader.acts_told("Talks between Kenya and Chad ended without a deal.")
    assert ("AGREE", ("KEN", "TCD"), ("TCD", "KEN"), "denied") in found


def test_talks_that_break_down_are_broken_off_by_both(reader) -> None:
    """What befalls the talks is done by their sides."""
    found = reader.acts_told("Talks between Kenya and Chad broke down.")
    assert ("REJECT", ("KEN", "TCD"), ("TCD", "KEN"), "done") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad made an offer that Kenya rejected.",
        "Chad's offer was rejected by Kenya.",
        "Kenya rejected the offer that Chad had made.",
        "Chad made an offer, a bargain that Kenya turned down.",
    ],
)
def test_whoever_made_an_offer_is_whom_its_refusal_is_aimed_at(reader, sentence: str) -> None:
    """By possessor, by agent, by the clause about the offer, and by the sentence that it takes up."""
    assert ("REJECT", ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


def test_acts_on_each_other_have_both_as_actor_and_target(reader) -> None:
    """ "Each other" names the target."""
    assert ("ACCUSE", ("KEN", "TCD"), ("TCD", "KEN"), "done") in reader.acts_told("Kenya and Chad blamed each other.")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya said it would release the Chadian sailors.", "AGREE"),
        ("Kenya said it would not release the Chadian sailors.", "REJECT"),
        ("Kenya said it would attack Chad.", "THREATEN"),
        ("Kenya said on Monday that it was ready to release the Chadian sailors.", "AGREE"),
    ],
)
def test_to_announce_a_deed_is_to_promise_refuse_or_threaten_it(reader, sentence: str, event: str) -> None:
    """The announcement happened; the deed did not yet."""
    assert (event, ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    "sentence", ["Kenya rejects the plan of Chad.", "Kenya would accept the offer of Chad.", "Kenya opposes Chad."]
)
def test_a_standing_position_is_no_act(reader, sentence: str) -> None:
    """What somebody holds did not happen at any one time."""
    assert reader.acts_told(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The Kenyan envoy is to receive the Chadian minister.", "planned"),
        ("The Kenyan envoy was to have received the Chadian minister.", "denied"),
        ("Had Kenya not attacked Chad, the talks would have gone on.", "done"),
        ("Kenya denied attacking Chad.", "denied"),
        ("Kenya has yet to attack Chad.", "denied"),
        ("Kenya failed to attack Chad.", "denied"),
        ("Kenya intends to attack Chad.", "planned"),
        ("Kenya managed to seize a Chadian ship.", "done"),
    ],
)
def test_how_real_an_act_is_by_what_carries_it(reader, sentence: str, status: str) -> None:
    """The words around the verb say whether it happened."""
    assert [s for _, actor, target, s in reader.acts_told(sentence) if (actor, target) == (("KEN",), ("TCD",))] == [
        status
    ]


@pytest.mark.parametrize(
    "sentence",
    ["Kenya will leave unless Chad attacks Niger.", "Kenya considered attacking Chad.", "Kenya agreed to free Chad."],
)
def test_the_content_of_a_condition_or_a_promise_is_no_act_of_its_own(reader, sentence: str) -> None:
    """Nothing of it was done, is planned by the words, or is denied."""
    assert not [a for a in reader.acts(sentence) if a.event in {"ASSAULT", "CONCEDE"}]


def test_a_visit_to_come_is_told_by_an_adjective(reader) -> None:
    """ "Is due in" names guest and host."""
    assert reader.acts_told("The Kenyan president is due in Chad on Friday.") == [
        ("CONSULT", ("KEN",), ("TCD",), "planned")
    ]


def test_a_crowd_marches_against_its_own_state(reader) -> None:
    """Where nobody else is named."""
    assert ("PROTEST", ("KEN",), ("KEN",), "done") in reader.acts_told("Thousands of Kenyans marched on Monday.")


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenya said it would not sign the treaty with Chad.", ("REJECT", "KEN", "TCD")),
        ("Hungary said it would lift its curbs on Chad.", ("AGREE", "HUN", "TCD")),
        ("Kenya vowed to avenge the attack by Chad.", ("THREATEN", "KEN", "TCD")),
        ("Kenya agreed to admit inspectors from Chad.", ("AGREE", "KEN", "TCD")),
        ("Kenya plans to expel diplomats from Chad.", ("THREATEN", "KEN", "TCD")),
    ],
)
def test_what_is_announced_is_an_act_of_words(reader, sentence: str, act: tuple[str, str, str]) -> None:
    """To promise, to threaten or to refuse a deed is an act towards whom the deed would touch."""
    found = [(a.event, *a.actor, *a.target) for a in reader.acts(sentence)]
    assert act in found


@pytest.mark.parametrize("verb", ["tried to assassinate", "attempted to kidnap"])
def test_violence_that_was_tried_is_a_deed(reader, verb: str) -> None:
    """An attempt on somebody's life was made, whether or not it failed."""
    [found] = reader.acts(f"Kenya {verb} the envoy of Chad.")
    assert (found.actor, found.target, found.status) == (("KEN",), ("TCD",), "done")


@pytest.mark.parametrize(
    ("sentence", "actor", "target"),
    [
        ("Demonstrators burned the flag of Chad in Nairobi.", "KEN:demonstrators", "TCD"),
        ("Kenya arrested dozens of students.", "KEN", "KEN:students"),
        ("Kenya detained several journalists of Chad.", "KEN", "TCD"),
    ],
)
def test_groups_are_of_where_they_act_or_of_who_acts_on_them(reader, sentence: str, actor: str, target: str) -> None:
    """A crowd that nothing names is of the place of its deed; whom a state jails is its own unless said otherwise."""
    [found] = reader.acts(sentence)
    assert (found.actor, found.target) == ((actor,), (target,))


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Troops from Kenya crossed into Chad.", "MOBILIZE", "KEN", "TCD"),
        ("Peacekeepers from Kenya arrived in Chad.", "AID", "KEN", "TCD"),
        ("The envoy of Kenya arrived in Chad.", "CONSULT", "KEN", "TCD"),
    ],
)
def test_who_comes_tells_what_the_coming_is(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """An envoy's arrival is a visit, that of troops is not."""
    found = [(a.event, a.actor, a.target) for a in reader.acts(sentence)]
    assert [one for one in found if one[0] == event and actor in one[1] and target in one[2]]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenya massed tanks on the border of Chad.", ("MOBILIZE", ("KEN",), ("TCD",))),
        ("Kenya accused Chad of dumping steel and imposed tariffs on Chad.", ("SANCTION", ("KEN",), ("TCD",))),
    ],
)
def test_a_past_taken_for_an_adjective_is_a_verb(
    reader, sentence: str, act: tuple[str, tuple[str], tuple[str]]
) -> None:
    """A past right before its object tells an act where a subject or an "and" stands before it."""
    assert act in [(a.event, a.actor, a.target) for a in reader.acts(sentence)]


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Kenyan farmers rallied in Nairobi to demand help.", ("PROTEST", "KEN")),
        ("Police in Nairobi have been detaining students from Chad.", ("COERCE", "KEN")),
        ("Kenyan paper workers blocked the Unity Bridge.", ("PROTEST", "KEN")),
        ("Kenyans in Chad marched through the capital.", ("PROTEST", "TCD:Kenyans")),
        ("President Obadiah Mwangale has sworn to crush the rebels of Chad.", ("THREATEN", "TCD:Obadiah Mwangale")),
    ],
)
def test_crowds_and_guests_are_of_a_state(reader, sentence: str, act: tuple[str, str]) -> None:
    """Who acts is placed by the nation beside him, by the host, or by the one state that is named."""
    assert act in [(a.event, *a.actor) for a in reader.acts(sentence)]


def test_announced_assent_is_given(reader) -> None:
    """Who says that it will accept an offer has accepted it in words."""
    [found] = reader.acts("Kenya said it would accept the proposal of Chad.")
    assert (found.event, found.actor, found.target, found.status) == ("AGREE", ("KEN",), ("TCD",), "done")


def test_a_neighbouring_state_is_where_troops_leave(reader) -> None:
    """The adjective before a name is no verb of its own."""
    sentence = "Kenya says it is willing to withdraw its troops from neighbouring Chad, after years of occupation."
    assert ("AGREE", ("KEN",), ("TCD",)) in [(a.event, a.actor, a.target) for a in reader.acts(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya's foreign minister declined to comment on the talks with Somalia.",
        "A Kenyan official who declined to be named said that Somalia was ready.",
        "Kenya refused to say whether the talks with Somalia had begun.",
        "Somalia agreed with the assessment of Kenya.",
    ],
)
def test_silence_and_a_shared_view_are_no_acts(reader, sentence: str) -> None:
    """To say nothing to the press refuses nobody, and to share a view is no accord."""
    assert not [found for found in reader.acts(sentence) if found.event in {"REJECT", "AGREE"}]


@pytest.mark.parametrize(
    ("text", "actor", "maker"),
    [
        ("Oman proposed a truce to Kenya and Somalia. Somalia rejected the proposal on Tuesday.", "SOM", "OMN"),
        ("Ethiopia offered to host a summit of Kenya and Somalia. The offer was turned down by Kenya.", "KEN", "ETH"),
    ],
)
def test_a_proposal_turned_down_later_is_its_makers(reader, text: str, actor: str, maker: str) -> None:
    """What a later sentence turns down is whose who put it forward, a mediator as well."""
    refused = [found for found in reader.acts(text) if found.event == "REJECT"]
    assert [(found.actor, found.target) for found in refused] == [((actor,), (maker,))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chilean and Peruvian negotiators ended a third round of talks without a deal on Monday.",
        "Chilean and Peruvian ministers left Lima without an agreement on Friday.",
        "Chile's envoy walked out of the office of Peru's minister without a deal.",
    ],
)
def test_who_leaves_without_a_deal_has_not_agreed(reader, sentence: str) -> None:
    """Those who end talks together, or part, with no deal in hand have made none, and broken nothing off."""
    found = [one for one in reader.acts_told(sentence) if one[0] in {"AGREE", "REJECT"}]
    assert [(one[0], set(one[1]), one[3]) for one in found] == [("AGREE", {"CHL", "PER"}, "denied")]


def test_who_ends_talks_alone_breaks_them_off(reader) -> None:
    """One side that ends talks with another turns away from it."""
    assert ("REJECT", ("TCD",), ("MLI",), "done") in reader.acts_told("Chad ended talks with Mali on Friday.")
