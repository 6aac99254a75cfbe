"""For or against, done or not: words that turn a sentence round, told of states that nobody knows anything of."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru failed to back the resolution.", ("PER", "refuse", "the resolution")),
        ("Peru hardly supports the treaty.", ("PER", "refuse", "the treaty")),
        ("Peru accepted neither the draft nor the timetable.", ("PER", "refuse", "the draft")),
        ("Peru cannot live with the plan.", ("PER", "oppose", "the plan")),
        ("It would be a mistake for Chad to fill the lake, Peru said.", ("PER", "oppose", "fill the lake")),
        ("Peru said it was essential for Chad to lift the ban.", ("PER", "demand", "lift the ban")),
        ("Chad must not be allowed to fill the lake, Peru said.", ("PER", "oppose", "fill the lake")),
        ("Instead of easing the duty, Chad should raise it, Peru said.", ("PER", "demand", "raise it")),
        ("Peru promised not to attack Chad.", ("PER", "promise", "not attack Chad")),
        ("Peru has no objection to a longer truce.", ("PER", "support", "a longer truce")),
        ("Peru no longer opposes the treaty.", ("PER", "support", "the treaty")),
        ("Peru will accept nothing less than a treaty.", ("PER", "demand", "a treaty")),
        ("Peru rejected a refusal by Chad to sign.", ("PER", "demand", "sign")),
        ("Peru welcomed Chad's decision not to build the dam.", ("PER", "oppose", "build the dam")),
        ("Peru ruled out leaving the treaty.", ("PER", "refuse", "leave the treaty")),
        ("Peru bowed to pressure from Chad to lift its duties.", ("PER", "promise", "lift duties")),
    ],
)
def test_what_is_wanted_or_not_is_heard_through_what_turns_it_round(
    reader, text: str, expected: tuple[str, ...]
) -> None:
    """Failing, hardly, neither, instead, no objection, nothing less: each turns its sentence round once."""
    assert expected in reader.stances_told(text)


def test_who_is_judged_is_who_acts(reader) -> None:
    """In "a mistake for Chad to fill it", it is Chad that would."""
    (position,) = reader.positions("It would be a mistake for Chad to fill the lake, Peru said.")
    assert (position.holder, position.doer) == (("PER",), ("TCD",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru agreed not to attack Chad.", ("AGREE", "done")),
        ("Peru vowed to attack Chad.", ("THREATEN", "done")),
        ("Instead of easing the sanctions, Peru tightened them.", ("CONCEDE", "denied")),
    ],
)
def test_what_is_held_back_from_is_neither_done_nor_threatened(reader, text: str, expected: tuple[str, str]) -> None:
    """A promise to hold back is an agreement; what stands behind "instead of" was not done."""
    assert expected in {(act.event, act.status) for act in reader.acts(text)}
    assert ("THREATEN" in expected) == any(act.event == "THREATEN" for act in reader.acts(text))


def test_a_pledge_to_hold_back_threatens_nobody(reader) -> None:
    """ "Pledged not to blockade" is no threat."""
    assert not [act for act in reader.acts("Peru pledged not to blockade Chad.") if act.event == "THREATEN"]


def test_what_one_has_yet_to_accept_one_does_not_offer(reader) -> None:
    """ "Has yet to accept the proposal to share data" offers nothing of one's own."""
    told = reader.stances_told("Peru has yet to accept a proposal by Chad to share data.")
    assert not any(holder == "PER" for holder, *_ in told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru is far from accepting the treaty.", ("PER", "refuse", "the treaty")),
        ("Peru is anything but happy with the treaty.", ("PER", "refuse", "the treaty")),
        ("Peru cannot but accept the treaty.", ("PER", "support", "the treaty")),
        ("Peru ceased to oppose the plan.", ("PER", "support", "the plan")),
        ("Peru stopped supporting the treaty.", ("PER", "refuse", "the treaty")),
        ("Peru does not think Chad should sign the treaty.", ("PER", "oppose", "sign the treaty")),
        ("Peru does not believe that sanctions should be lifted.", ("PER", "oppose", "lift sanctions")),
        ("Peru hopes Chad will not close the border.", ("PER", "oppose", "close the border")),
        ("Peru broke its promise to lift the ban.", ("PER", "refuse", "lift the ban")),
        ("Peru was told by Chad that it must open the border.", ("TCD", "demand", "open the border")),
        ("Peru wants a treaty that does not ban exports.", ("PER", "demand", "a treaty that does not ban exports")),
    ],
)
def test_what_is_thought_given_up_or_told_to_somebody_keeps_its_side(
    reader, text: str, expected: tuple[str, ...]
) -> None:
    """Denied thoughts deny what is thought; who is told something does not say it."""
    assert reader.stances_told(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Chad does not have to sign the treaty, Peru said.",
        "Peru doubted that Chad would agree to pay.",
        "Peru did not say that it would sign the treaty.",
        "Peru would not say if it would attack Chad.",
        "Peru asked why Chad had not signed the treaty.",
        "Peru believes Chad will never sign the treaty.",
        "Peru was told that it must open the border.",
        "All members but Peru support the plan.",
        "No member except Peru opposes the plan.",
    ],
)
def test_what_is_free_doubted_unsaid_or_excepted_is_nobodys_stance(reader, text: str) -> None:
    """Free not to, doubted, not said, asked about, said of all but one."""
    assert not reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Peru wants Chad, not Sudan, to lead the mission.", ("TCD",)),
        ("It is not Peru but Chad that must pay the debt, Sudan said.", ("TCD",)),
        ("Not only Peru but also Chad must pay the debt, Sudan said.", ("PER", "TCD")),
    ],
)
def test_whoever_is_named_only_to_be_denied_is_not_meant(reader, text: str, doer: tuple[str, ...]) -> None:
    """ "Chad, not Sudan" is Chad."""
    (position,) = reader.positions(text)
    assert position.doer == doer


@pytest.mark.parametrize(
    "text",
    [
        "Peru vetoed a resolution calling on Chad to withdraw.",
        "Peru voted against a resolution demanding that Chad withdraw.",
        "Peru ignored a letter demanding that it withdraw.",
    ],
)
def test_a_text_that_is_turned_down_asks_nothing_in_ones_own_name(reader, text: str) -> None:
    """Who blocks a resolution does not demand what it demands."""
    assert not any(stance == "demand" for _, stance, _ in reader.stances_told(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru nearly attacked Chad.", ("ASSAULT", "denied")),
        ("Peru almost signed the treaty with Chad.", ("AGREE", "denied")),
        ("Peru nearly halved its sanctions on Chad.", ("CONCEDE", "done")),
        ("Peru thanked Chad for not opening the border.", ("CONCEDE", "denied")),
    ],
)
def test_what_was_nearly_done_was_not(reader, text: str, expected: tuple[str, str]) -> None:
    """Nearly, almost, for not doing it."""
    assert expected in {(act.event, act.status) for act in reader.acts(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Peru will lift the ban when Chad has withdrawn.",
        "Peru will lift the ban as long as Chad withdraws its troops.",
        "Peru ruled out talks until Chad withdrew.",
        "Peru did not deny that it had bombed the port.",
        "Peru blocked a resolution condemning Chad.",
    ],
)
def test_what_is_waited_for_or_not_denied_is_not_told_as_done(reader, text: str) -> None:
    """A condition of what is to come is no act, nor is what somebody would not deny."""
    assert not {act.event for act in reader.acts(text)} & {"RETREAT", "ASSAULT", "ACCUSE"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru could not bring itself to back the plan.", {("PER", "refuse", "the plan")}),
        ("Peru ended its opposition to the treaty.", {("PER", "support", "the treaty")}),
        ("Peru will not accept anything but a treaty.", {("PER", "support", "a treaty")}),
        ("Peru said it was unacceptable that Chad had not signed the treaty.", {("PER", "demand", "sign the treaty")}),
        ("Peru warned that lifting the ban would be a mistake.", {("PER", "oppose", "lift the ban")}),
        ("Peru said rejecting the plan would be irresponsible.", {("PER", "oppose", "reject the plan")}),
        ("Peru originally demanded a referendum.", {("PER", "demand", "a referendum")}),
        ("Peru thanked Chad for its support for the dam.", {("TCD", "support", "the dam")}),
        ("Peru failed to condemn the raid.", set()),
        ("Peru refused to say it opposed the plan.", set()),
        ("Peru once opposed the dam.", set()),
        ("Peru pretended to support the treaty.", set()),
        ("Peru found no support for the treaty.", set()),
        ("Peru lost Chad's support for the treaty.", set()),
        ("Peru voted no to the treaty.", {("PER", "refuse", "the treaty")}),
        ("Peru held Chad to its promise.", set()),
        ("Peru dismissed reports that it had agreed to withdraw.", set()),
    ],
)
def test_a_stance_left_unsaid_given_up_or_reported_wrongly_is_none(
    reader, text: str, expected: set[tuple[str, ...]]
) -> None:
    """Failing to condemn takes no stance, nor does a rumour; a gerund with its object is what is judged."""
    assert reader.stances_told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru urged Chad to drop its opposition to the treaty.", ("TCD", "refuse", "the treaty")),
        ("Peru called on Chad to end its refusal to sign the treaty.", ("TCD", "refuse", "sign the treaty")),
        ("Peru refused to drop its demand for a referendum.", ("PER", "demand", "a referendum")),
        ("Peru reminded Chad of its promise to open the border.", ("TCD", "promise", "open the border")),
        ("Peru said Chad had broken its promise to open the border.", ("TCD", "refuse", "open the border")),
        ("Chad urged Peru to lift the ban, but it refused.", ("PER", "refuse", "lift the ban")),
        ("Peru was promised by Chad that the border would be opened.", ("TCD", "promise", "open the border")),
    ],
)
def test_what_is_to_be_given_up_is_still_held_by_whoever_should(reader, text: str, expected: tuple[str, ...]) -> None:
    """What one is asked to drop, or will not drop, is one's own, and not dropped yet."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("Peru reversed its decision to leave the pact.", "REJECT", "denied"),
        ("Peru rejected Chad's claim that it had bombed the port.", "ASSAULT", "denied"),
        ("Peru dismissed reports that it had agreed to withdraw.", "AGREE", "denied"),
        ("Peru said it was important that Chad not lift the sanctions.", "CONCEDE", None),
        ("Peru would not rule out lifting the ban.", "CONCEDE", None),
        ("Peru warned that Chad would close the border.", "THREATEN", None),
        ("Peru attacked the ban on exports.", "ASSAULT", None),
        ("An attack by Chad on Peru was foiled.", "ASSAULT", None),
    ],
)
def test_what_was_taken_back_denied_or_only_asked_for_was_not_done(
    reader, text: str, event: str, status: str | None
) -> None:
    """Decisions reversed, claims rejected, what should not be; a warning of what another may do threatens nobody."""
    assert [act.status for act in reader.acts(text) if act.event == event] == ([status] if status else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru wants a guarantee that no single party can block the deal.",
            ("PER", "demand", "guarantee that no single party can block the deal"),
        ),
        (
            "Peru wants a promise that nobody will be deported.",
            ("PER", "demand", "guarantee that nobody will be deported"),
        ),
        (
            "Peru wants an assurance that Chad will not attack.",
            ("PER", "demand", "an assurance that Chad will not attack"),
        ),
        ("Peru gave a pledge that it would not attack.", ("PER", "promise", "not attack")),
    ],
)
def test_what_is_to_be_guaranteed_keeps_its_no(reader, text: str, expected: tuple[str, ...]) -> None:
    """A guarantee that something will not be done is no demand to do it."""
    assert {expected} == reader.stances_told(text)


def test_a_threat_is_no_offer(reader) -> None:
    """What one will do unless another gives in is promised; what one would do if he did is offered."""
    told = {(one.stance, one.action) for one in reader.positions("Peru will impose sanctions unless Chad pulls back.")}
    assert ("promise", "impose sanctions") in told
    told = {(one.stance, one.action) for one in reader.positions("Peru would lift the ban if Chad signed.")}
    assert ("offer", "lift the ban") in told


def test_who_repels_an_attack_suffers_it(reader) -> None:
    """ "Repelled an attack by Chad": it was Chad that attacked."""
    for text in ("Malian troops repelled an attack by Chad.", "Mali fended off a Chadian raid."):
        (act,) = reader.acts(text)
        assert (act.actor, act.event, act.target) == (("TCD",), "ASSAULT", ("MLI",))


def test_what_somebody_would_otherwise_suffer_is_not_asked_of_him(reader) -> None:
    """ "Told Peru to change the law or lose its funds": the funds are no second thing to be done."""
    for text in (
        "Chad told Peru to change the law or lose its funds.",
        "Chad warned Peru to change the law or face sanctions.",
        "Peru must change the law or face sanctions, Chad warned.",
    ):
        assert reader.stances_told(text) == {("TCD", "demand", "change the law")}


def test_what_was_never_asked_is_not_demanded(reader) -> None:
    """ "Insists that it has never asked Peru to leave" asks nothing."""
    assert not reader.positions("Chad insisted that it had never asked Peru to withdraw.")


def test_only_what_is_said_can_be_shot_down_by_words(reader) -> None:
    """To shoot down a plan is to oppose it; to shoot down a drone is not."""
    assert reader.stances_told("Sudan shot down the proposal.") == {("SDN", "oppose", "the proposal")}
    assert not reader.positions("Sudan shot down two Chadian drones.")


def test_what_is_feared_or_assured_is_not_refused(reader) -> None:
    """ "There are fears that Ethiopia will not sign": it has refused nothing; nor does it promise what others hope."""
    for text in (
        "There are fears that Ethiopia will not sign, Kenya said.",
        "Kenya dismissed fears that it would not sign.",
        "Kenya hopes that Ethiopia will lift the curbs and return the land.",
    ):
        assert not [one for one in reader.positions(text) if one.stance in {"refuse", "promise"}]


def test_a_complaint_is_not_against_the_body_that_hears_it(reader) -> None:
    """ "Filed a complaint against Ethiopia with the WTO"."""
    (act,) = reader.acts("Kenya filed a complaint against Ethiopia with the World Trade Organization.")
    assert (act.event, act.target) == ("ACCUSE", ("ETH",))


def test_to_be_taken_off_a_list_of_the_trusted_is_no_favour(reader) -> None:
    """Off a blacklist it is one."""
    assert [act.event for act in reader.acts("Kenya took Ethiopia off its blacklist.")] == ["CONCEDE"]
    assert not reader.acts("Kenya removed Ethiopia from its list of trusted trading partners.")


def test_whom_a_payment_is_demanded_from_is_to_pay(reader) -> None:
    """ "Demanded $2 billion in compensation from Ethiopia"; troops are withdrawn from somewhere."""
    (paid,) = reader.positions("Kenya demanded $2 billion in compensation from Ethiopia.")
    (left,) = reader.positions("Kenya demanded the withdrawal of Ethiopian troops from Somalia.")
    assert (paid.doer, left.doer) == (("ETH",), ("ETH",))
