"""Positions on plain sentences: who holds which stance on what, and who would act."""

import pytest

from dragoman.statements.statement import Position

FOR = {"support", "demand", "offer", "promise"}


def short(position: Position) -> tuple[str, str, str]:
    """Holder, stance and doer, persons as their party."""

    def parties(ids: tuple[str, ...]) -> str:
        return "+".join(sorted({one.split(":")[0] for one in ids}))

    return parties(position.holder), position.stance, parties(position.doer)


@pytest.mark.parametrize(
    ("sentence", "expected", "action"),
    [
        ("France urged Iran to stop enrichment.", ("FRA", "demand", "IRN"), "stop enrichment"),
        ("Spain called on Morocco to reopen the crossing.", ("ESP", "demand", "MAR"), "reopen the crossing"),
        ("Cuba asked Mexico to send oil.", ("CUB", "demand", "MEX"), "send oil"),
        ("Iran wants France to lift the sanctions.", ("IRN", "demand", "FRA"), "lift the sanctions"),
        ("Iran would like France to lift the sanctions.", ("IRN", "demand", "FRA"), "lift the sanctions"),
        ("Iran insisted that France lift the sanctions.", ("IRN", "demand", "FRA"), "lift the sanctions"),
        ("Kenya demanded that Sudan open the border.", ("KEN", "demand", "SDN"), "open the border"),
        ("Egypt offered to open the crossing.", ("EGY", "offer", "EGY"), "open the crossing"),
        ("Cambodia is ready to hold talks with Thailand.", ("KHM", "offer", "KHM"), "hold talks"),
        ("Chad pledged to free the hostages.", ("TCD", "promise", "TCD"), "free the hostages"),
        ("Iran refuses to stop enrichment.", ("IRN", "refuse", "IRN"), "stop enrichment"),
        ("Iran ruled out talks with France.", ("IRN", "refuse", "IRN"), "talks"),
        ("Germany opposes the pipeline.", ("DEU", "oppose", ""), "pipeline"),
        ("Germany supports the pipeline.", ("DEU", "support", ""), "pipeline"),
        ("Sudan welcomed the plan.", ("SDN", "support", ""), "plan"),
        ("Canada rejected the plan.", ("CAN", "oppose", ""), "plan"),
        ("Norway supports lifting the ban.", ("NOR", "support", ""), "lift the ban"),
        ("Egypt said that Ethiopia should share its data.", ("EGY", "demand", "ETH"), "share data"),
        ("Ethiopia must open the dam, Egypt said.", ("EGY", "demand", "ETH"), "open the dam"),
        ("India said it would not sign the treaty.", ("IND", "refuse", "IND"), "sign the treaty"),
        ("India will not sign the treaty, its foreign minister said.", ("IND", "refuse", "IND"), "sign the treaty"),
        ("Iran rejected French calls to stop enrichment.", ("IRN", "refuse", "IRN"), "stop enrichment"),
    ],
)
def test_a_plain_sentence_gives_its_stance(reader, sentence: str, expected: tuple[str, str, str], action: str) -> None:
    """Holder, stance, doer and action of one plain sentence each."""
    found = [p for p in reader.positions(sentence) if short(p) == expected]
    assert found
    assert action in found[0].action


def test_demands_by_a_call_are_the_callers_too(reader) -> None:
    """Rejecting another's call refuses what it asks, and the call stays a demand of who made it."""
    found = [short(p) for p in reader.positions("Iran rejected French calls to stop enrichment.")]
    assert ("FRA", "demand", "IRN") in found


@pytest.mark.parametrize(
    ("plain", "denied"),
    [
        ("Germany supports the pipeline.", "Germany does not support the pipeline."),
        ("Germany opposes the pipeline.", "Germany does not oppose the pipeline."),
        ("Iran wants France to lift the sanctions.", "Iran does not want France to lift the sanctions."),
        ("Peru accepted the terms.", "Peru did not accept the terms."),
        ("Peru will sign the treaty, its president said.", "Peru will not sign the treaty, its president said."),
        ("Peru said Chile should leave the bay.", "Peru said Chile should not leave the bay."),
    ],
)
def test_a_negation_turns_the_side(reader, plain: str, denied: str) -> None:
    """The same sentence with "not" is on the other side, for the same holder."""
    [one], [other] = reader.positions(plain), reader.positions(denied)
    assert one.holder == other.holder
    assert (one.stance in FOR) != (other.stance in FOR)


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("France urged Iran to stop enrichment.", "Iran was urged by France to stop enrichment."),
        ("Kenya asked Sudan to open the border.", "Sudan was asked by Kenya to open the border."),
    ],
)
def test_the_passive_says_what_the_active_says(reader, active: str, passive: str) -> None:
    """Holder, stance, doer and action do not depend on the voice."""
    told = [[(short(p), p.action) for p in reader.positions(text)] for text in (active, passive)]
    assert told[0]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("sentence", "holders"),
    [
        ("Kenya and Uganda demanded that Sudan open the border.", {"KEN", "UGA"}),
        ("China, Russia and Iran oppose the sanctions.", {"CHN", "RUS", "IRN"}),
        ("Syria and Lebanon agreed to open the border.", {"SYR", "LBN"}),
    ],
)
def test_joined_holders_each_get_a_position(reader, sentence: str, holders: set[str]) -> None:
    """Three countries that hold one stance are three positions."""
    found = [p.holder for p in reader.positions(sentence)]
    assert {holder for (holder,) in found} == holders
    assert len(found) == len(holders)


def test_joined_infinitives_each_get_a_position(reader) -> None:
    """Two actions in one demand are two positions."""
    found = reader.positions("France urged Iran to stop enrichment and to admit inspectors.")
    assert sorted(p.action for p in found) == ["admit inspectors", "stop enrichment"]


def test_refusing_to_sign_is_a_refusal(reader) -> None:
    """ "sign" is a verb here, and what is refused."""
    found = reader.positions("India refused to sign the treaty.")
    assert [short(p) for p in found] == [("IND", "refuse", "IND")]


def test_a_relative_clause_may_hold_the_opposite_stance(reader) -> None:
    """ "rejected the plan, which Mexico supports": two holders, two sides, one action."""
    found = {short(p)[:2] for p in reader.positions("Canada rejected the plan, which Mexico supports.")}
    assert found == {("CAN", "oppose"), ("MEX", "support")}


def test_two_clauses_keep_their_holders_apart(reader) -> None:
    """Each verb of stance goes with its own subject."""
    found = {short(p) for p in reader.positions("Norway pledged to disarm, but Iceland refused to open the port.")}
    assert {("NOR", "promise", "NOR"), ("ISL", "refuse", "ISL")} <= found


@pytest.mark.parametrize(
    "sentence",
    [
        "Did France urge Iran to stop enrichment?",
        "Should Iran stop enrichment?",
        "Will Peru accept the terms?",
        "“Must Sweden pay?”",
    ],
)
def test_a_question_holds_no_position(reader, sentence: str) -> None:
    """What is asked is not held."""
    assert reader.positions(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour of Bergen is deep.",
        "Norway has five million people.",
        "The talks in Lima lasted two days.",
        "It rained in Lima on Monday.",
        "France did not urge Iran to stop enrichment.",
        "If Peru demanded that Chile leave the bay, talks would end.",
    ],
)
def test_words_without_a_stance_hold_no_position(reader, sentence: str) -> None:
    """Facts, denials of a demand and suppositions give no position."""
    assert reader.positions(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Chad pledged to free the hostages by 30 June.", "2024-06-30"),
        ("Ethiopia must open the dam by June 30, Egypt said.", "2024-06-30"),
    ],
)
def test_a_deadline_is_a_day(reader, sentence: str, deadline: str) -> None:
    """ "by 30 June" is the day after publication that it names."""
    assert [p.deadline for p in reader.positions(sentence)] == [deadline]


@pytest.mark.parametrize(
    ("sentence", "degree"),
    [
        ("Iran insisted that France lift all sanctions.", "full"),
        ("Iran demanded a partial lifting of sanctions by France.", "partial"),
        ("Iran insisted that France lift the sanctions.", None),
    ],
)
def test_a_degree_is_read_where_it_is_said(reader, sentence: str, degree: str | None) -> None:
    """ "all" and "partial" say how much of the action is meant."""
    assert [p.degree for p in reader.positions(sentence)] == [degree]


def test_the_recipient_is_who_the_action_is_for(reader) -> None:
    """Whom an action is for or against stands apart from who acts."""
    [found] = reader.positions("Israel opposes the sale of jets to Turkey.")
    assert found.recipient == ("TUR",)


def test_each_position_says_its_rule_and_how_sure_it_is(reader) -> None:
    """No position without a rule, and none that claims certainty."""
    for text in ("France urged Iran to stop enrichment.", "Egypt said that Ethiopia should share its data."):
        assert all(p.rule and 0 < p.confidence < 1 for p in reader.positions(text))


def test_a_doer_that_is_only_guessed_is_less_sure(reader) -> None:
    """An action whose doer the words do not name counts for less than one whose doer they name."""
    [named] = reader.positions("Kenya demanded that Sudan open the border.")
    [guessed] = reader.positions("Kenya demanded inspections.")
    assert guessed.confidence < named.confidence


def test_a_threat_is_a_promise_of_harm(reader) -> None:
    """What would bring it about is opposed, what would avert it demanded."""
    told = reader.positions("Egypt threatened to leave the talks if Sudan closed the dam.")
    assert [(p.stance, p.doer) for p in told] == [("promise", ("EGY",)), ("oppose", ("SDN",))]
    told = reader.positions("Egypt threatened to leave the talks unless Sudan opened the dam.")
    assert [(p.stance, p.doer) for p in told] == [("promise", ("EGY",)), ("demand", ("SDN",))]


def test_terms_are_an_offer_and_a_demand_in_the_authors_words_too(reader) -> None:
    """ "Only if" states terms; a mere "if" may be a forecast."""
    told = reader.positions("Ethiopia will release water only if Egypt signs the treaty.")
    assert [(p.holder, p.stance, p.doer) for p in told] == [
        (("ETH",), "offer", ("ETH",)),
        (("ETH",), "demand", ("EGY",)),
    ]
    assert reader.positions("Greece will default if Germany does not pay.") == []


@pytest.mark.parametrize("sentence", ["The sanctions are opposed by China.", "China is opposed to the sanctions."])
def test_a_stance_is_read_in_the_passive(reader, sentence: str) -> None:
    """Whether one is opposed or a thing is opposed by one."""
    [found] = reader.positions(sentence)
    assert (found.holder, found.stance) == (("CHN",), "oppose")
    assert "sanctions" in found.action


def test_it_takes_up_what_the_other_was_for(reader) -> None:
    """ "Iceland opposes it" is about the treaty, not about Norway."""
    told = reader.positions("Norway supports the treaty, but Iceland opposes it.")
    assert [(p.holder, p.action) for p in told] == [(("NOR",), "the treaty"), (("ISL",), "the treaty")]


@pytest.mark.parametrize(
    ("text", "expected", "action"),
    [
        ("Japan has so far resisted calls to limit its exports.", ("JPN", "refuse", "JPN"), "limit exports"),
        ("China balked at demands that it close the plant.", ("CHN", "refuse", "CHN"), "close the plant"),
        ("Kenya demanded that Sudan hand out no new passes.", ("KEN", "oppose", "SDN"), "hand out new passes"),
        ("Spain wants the treaty signed by spring.", ("ESP", "demand", ""), "sign"),
        ("“We are not going to leave,” said a French diplomat.", ("FRA", "refuse", "FRA"), "leave"),
        ("“We are not going to leave,” a French diplomat said.", ("FRA", "refuse", "FRA"), "leave"),
        ("Peru told Chile to leave, an idea to which Bolivia is opposed.", ("BOL", "oppose", "CHL"), "leave"),
        ("Peru asked Chile to pay, something that Chile refuses to do.", ("CHL", "refuse", "CHL"), "pay"),
        ("Kenya expelled the envoy, a step Uganda called a betrayal.", ("UGA", "oppose", "KEN"), "expel"),
        ("Norway asked Chad to vote, a request which Mali supports.", ("MLI", "support", "TCD"), "vote"),
        ("Sudan wants a loan in return for reopening its pipeline.", ("SDN", "offer", "SDN"), "reopen pipeline"),
        ("Brazil floated a plan under which Peru would move first.", ("BRA", "support", "PER"), "move first"),
        ("Brazil has a plan. Under it, Peru would free the crew.", ("PER", "promise", "PER"), "free the crew"),
        ("Iran warned that it would leave if France cheated.", ("IRN", "oppose", "FRA"), "cheat"),
        ("France would leave the talks should Iran cheat.", ("FRA", "oppose", "IRN"), "cheat"),
        ("Chad said that it would concede nothing on trade.", ("TCD", "refuse", "TCD"), "concede nothing"),
        ("The offer was welcomed by Mali but turned down by Chad.", ("TCD", "refuse", "TCD"), "offer"),
        (
            "Chad, which has ruled out a truce, under which it could lose, urged Mali to pay.",
            ("TCD", "demand", "MLI"),
            "pay",
        ),
        ("“Time is up,” said Ada Holm of Norway, who added that Norway will not pay.", ("NOR", "refuse", "NOR"), "pay"),
        ("Uganda, which backs Kenya, is against any embargo.", ("UGA", "oppose", ""), "any embargo"),
    ],
)
def test_a_sentence_of_more_than_one_clause_gives_its_stance(
    reader, text: str, expected: tuple[str, str, str], action: str
) -> None:
    """What stands behind "that", "which", a comma or a quotation; one sentence or two each."""
    found = [p for p in reader.positions(text) if short(p) == expected]
    assert found
    assert action in found[0].action


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Bondholders rejected the plan. The bondholders want more.", "bondholders"),
        ("Foreign oil companies want a loan.", "foreign oil companies"),
        ("The Fruit Growers Union met. The union wants a loan.", "Fruit Growers Union"),
    ],
)
def test_groups_take_positions_in_their_own_right(reader, text: str, holder: str) -> None:
    """Under what they are called, by the bare noun where the article uses it so."""
    assert holder in {one for p in reader.positions(text) for one in p.holder}


@pytest.mark.parametrize(
    "text",
    ["Russia denied that it had promised to free the crew.", "Russia was accused of promising to free the crew."],
)
def test_what_is_denied_or_alleged_is_no_promise(reader, text: str) -> None:
    """Neither a promise that somebody denies, which he refuses rather, nor one he is accused of."""
    assert not [p for p in reader.positions(text) if "free" in p.action and p.stance != "refuse"]


def test_what_is_set_aside_is_opposed(reader) -> None:
    """What stands behind "rather than" is what the holder does not want."""
    found = {(short(p), p.action) for p in reader.positions("Peru urged Chile to pay rather than leave the talks.")}
    assert (("PER", "oppose", "CHL"), "leave the talks") in found
    assert (("PER", "demand", "CHL"), "leave the talks") not in found


@pytest.mark.parametrize(
    ("text", "expected", "action"),
    [
        ("Egypt's proposal would oblige Sudan to release water.", ("EGY", "demand", "SDN"), "release water"),
        ("The plan, put forward by Norway, foresees a withdrawal.", ("NOR", "support", ""), "withdraw"),
        ("For Egypt, a binding clause is indispensable.", ("EGY", "demand", ""), "a binding clause"),
        ("A treaty is what Egypt wants.", ("EGY", "demand", ""), "A treaty"),
        ("What Sudan wants is a say in the operation of the dam.", ("SDN", "demand", ""), "a say in the operation"),
        ("Germany's price for the loan is a vote in parliament.", ("DEU", "demand", ""), "a vote in parliament"),
        ("Iran's main demand is for guarantees.", ("IRN", "demand", ""), "guarantees"),
        ("In Turkey's view, Greece must open the port.", ("TUR", "demand", "GRC"), "open the port"),
        ("Russia tied its consent to a reopening of the pipeline.", ("RUS", "offer", "RUS"), "consent"),
        ("Russia tied its consent to a reopening of the pipeline.", ("RUS", "demand", ""), "a reopening"),
        ("Peru made its return dependent on the lifting of the ban.", ("PER", "demand", ""), "the lifting of the ban"),
        ("Chad made the release of the envoy a condition for talks.", ("TCD", "demand", ""), "the release"),
        ("It is time for China to open its markets, France said.", ("FRA", "demand", "CHN"), "open markets"),
        ("The onus is on Mali to compromise, Chad's minister said.", ("TCD", "demand", "MLI"), "compromise"),
        ("Ukraine sees no reason to renegotiate.", ("UKR", "refuse", "UKR"), "renegotiate"),
        ("There was no question of lifting tariffs, France said.", ("FRA", "refuse", "FRA"), "lift tariffs"),
        ("Armenia would open the road provided that Iran closed its port.", ("ARM", "demand", "IRN"), "close port"),
        ("Vladimir Putin insisted on the presence of Emmanuel Macron.", ("RUS", "demand", "FRA"), "the presence of"),
        (
            "Iraq, which needs the money, back the plan, and Cuba, which does not, oppose it.",
            ("IRQ", "support", ""),
            "plan",
        ),
        ("France has given Iran a month to answer.", ("FRA", "demand", "IRN"), "answer"),
        ("China accuses India of breaking its word and wants a treaty.", ("CHN", "demand", ""), "a treaty"),
        ("Togo has agreed in principle to the quota.", ("TGO", "promise", ""), "quota"),
        ("Mexico will only sign if the tariffs go.", ("MEX", "offer", "MEX"), "sign"),
        ("France has let it be known that it will not sign.", ("FRA", "refuse", "FRA"), "sign"),
    ],
)
def test_the_shape_of_a_sentence_tells_a_stance(reader, text: str, expected: tuple[str, str, str], action: str) -> None:
    """Texts with an author, clefts, prices, views, ties of one thing to another, what is due."""
    found = [p for p in reader.positions(text) if p.stance == expected[1] and short(p)[0] == expected[0]]
    assert found
    assert action in found[0].action
    assert not expected[2] or short(found[0])[2] == expected[2]
