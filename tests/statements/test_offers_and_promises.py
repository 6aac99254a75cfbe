"""What one lets others have, how far one would go, and what one promises not to do."""

import pytest


def told(reader, text: str) -> set[tuple[str, str, str]]:
    """Holder, stance and doer of the positions in *text*."""
    return {(one.holder[0], one.stance, "+".join(one.doer)) for one in reader.positions(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru says it can pay only if Chile drops its suit.", ("PER", "offer", "PER")),
        ("The ban could be lifted, Peru said, if Chile dropped its suit.", ("PER", "offer", "PER")),
        ("A deal could be struck if Chile dropped its suit, Peru said.", ("PER", "offer", "PER+CHL")),
        ("Chile could have the money back, Peru said, in exchange for oil.", ("PER", "offer", "PER")),
        ("Peru said Chile could keep the island once it reopened the strait.", ("PER", "demand", "CHL")),
    ],
)
def test_what_could_be_is_offered_by_who_says_so(reader, text: str, expected: tuple[str, str, str]) -> None:
    """ "Could" with a condition offers, and asks for the condition."""
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru said it could survive only if aid came.",
        "Peru said the crisis could be over if rain fell.",
        "Peru will strike the first match, and Chile will meet Bolivia.",
        "Peru knows what Chile will give.",
        "Peru went further than Chile.",
        "The door to the room was open.",
    ],
)
def test_a_forecast_offers_nothing(reader, text: str) -> None:
    """How somebody may fare, or what will happen, is nobody's offer."""
    assert not [one for one in reader.positions(text) if one.stance in {"offer", "promise"}]


@pytest.mark.parametrize(
    ("text", "stance", "action"),
    [
        ("Peru promised not to raise tolls.", "promise", "not raise tolls"),
        ("Peru volunteered not to use the rule.", "offer", "not use the rule"),
        ("Peru promised that nobody would be dismissed.", "promise", "not dismiss"),
        ("Peru vowed not to raise tolls.", "refuse", "raise tolls"),
    ],
)
def test_a_promise_to_leave_undone_gives_something(reader, text: str, stance: str, action: str) -> None:
    """Who promises not to do a thing gives in; who vows not to do it defies."""
    [one] = reader.positions(text)
    assert (one.stance, one.action) == (stance, action)


def test_what_is_said_in_a_second_clause_is_said_as_well(reader) -> None:
    """ "Said A, and that B": both are the speaker's."""
    assert ("PER", "promise", "PER") in told(
        reader, "Peru said talks would go on, and that a commission would be set up to study the border."
    )


def test_an_offer_holds_what_the_colon_lists(reader) -> None:
    """Each member of the list is offered, also those that a comma alone joins."""
    text = "Peru tabled its offer: a rise of 9 percent, a share of the profits, and an assurance that nobody would go."
    assert len([one for one in reader.positions(text) if one.stance == "offer"]) == 3


def test_money_is_what_is_promised(reader) -> None:
    """The infinitive behind a sum says what it is for."""
    [one] = reader.positions("Peru promised US$29.5 million to help farmers.")
    assert (one.stance, "29.5" in one.action) == ("promise", True)


@pytest.mark.parametrize(
    "text",
    [
        "Chile proposed a fund. Peru dropped its opposition.",
        "Chile proposed a fund. Peru is understood to have withdrawn its veto.",
        "Chile proposed a fund. Peru said it would not object.",
        "Chile proposed a fund. Peru said it would not stand in the way.",
        "Chile proposed a fund, an arrangement Peru called regrettable but bearable.",
    ],
)
def test_who_lets_a_thing_pass_is_for_it(reader, text: str) -> None:
    """A veto withdrawn, or an objection not made, is about what was told before."""
    assert [one.action for one in reader.positions(text) if one.holder == ("PER",)] == ["a fund"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile have given themselves until June to settle the price.", 2),
        ("Peru, which has set itself the goal of halving the catch, met Chile.", 1),
        ("Peru gave itself a new name.", 0),
    ],
)
def test_what_one_sets_oneself_is_promised(reader, text: str, expected: int) -> None:
    """Terms and goals of one's own promise what is to be done by them."""
    assert len([one for one in reader.positions(text) if one.stance == "promise"]) == expected


def test_backing_on_a_condition_is_ones_own_vote(reader) -> None:
    """Who would back a government if paid for it offers its own support."""
    assert ("PER", "offer", "PER") in told(
        reader, "Peru said it would back the Chilean candidate only if Chile dropped its suit."
    )
