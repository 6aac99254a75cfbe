"""Shapes of stance: commands, asides, goals, what is given up, answered, shared or called by a name."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Open the border," Peru\'s president told Chile.', ("PER", "demand", "open the border")),
        ('"Do not touch the dam," Iraq\'s foreign minister told Turkey.', ("IRQ", "oppose", "touch the dam")),
        ('"Let us talk," Chad\'s president said.', ("TCD", "support", "talk")),
    ],
)
def test_a_command_in_quotation_marks_is_the_speakers_demand(reader, text: str, expected: tuple[str, ...]) -> None:
    """Bare verbs that open a quotation ask, forbid or propose."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    "text",
    [
        '"Look, we are tired," Peru\'s president said.',
        "Open the window, wrote Peru's poets.",
        '"We open the border every day," Peru\'s president said.',
    ],
)
def test_what_asks_for_nothing_is_no_command(reader, text: str) -> None:
    """Idle words, words outside quotation marks and verbs with a subject demand nothing."""
    assert not [p for p in reader.positions(text) if p.rule.startswith("command")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile closed the port at the request of Peru.", ("PER", "demand", "close the port")),
        ("The Senate voted to end the aid, against the wishes of the White House.", ("USA", "oppose", "end the aid")),
        ("Japan raised its quota against Australian wishes.", ("AUS", "oppose", "raise quota")),
        ("Kenya opened the road with the blessing of Uganda.", ("UGA", "support", "open the road")),
    ],
)
def test_beside_what_was_done_stands_who_wanted_it(reader, text: str, expected: tuple[str, ...]) -> None:
    """Requests, wishes and blessings beside an act are stances on it."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's goal is a cut in the debt.", ("PER", "demand", "a cut in the debt")),
        ("Peru's stance is that Chile must pay.", ("PER", "demand", "pay")),
        ("Peru's concern is that Chile would drain the lake.", ("PER", "oppose", "drain the lake")),
        ("The border, Guyana's president said, was a matter for the UN.", ("GUY", "support", "The border")),
    ],
)
def test_what_is_somebodys_goal_view_or_fear_is_a_stance(reader, text: str, expected: tuple[str, ...]) -> None:
    """Nouns for aims, views and worries tell the stance of whoever has them."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The levy is a non-starter for Serbia.", ("SRB", "oppose", "the levy")),
        ("A ban on drones is a red line for Turkey.", ("TUR", "oppose", "a ban on drones")),
        ("Our land is not for sale, Fiji's president said.", ("FJI", "oppose", "land")),
        ("Norway is in favour of a levy.", ("NOR", "support", "a levy")),
    ],
)
def test_what_a_thing_is_for_somebody_is_a_stance(reader, text: str, expected: tuple[str, ...]) -> None:
    """Judgements in somebody's eyes are that party's, whoever reports them."""
    found = {(holder, stance, action.lower()) for holder, stance, action in reader.stances_told(text)}
    assert (expected[0], expected[1], expected[2].lower()) in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile wants a levy, as does Peru.", ("PER", "demand", "a levy")),
        ("Chile backs a levy, but Peru does not.", ("PER", "oppose", "a levy")),
        ("Peru blamed Chile for not opening the border.", ("PER", "demand", "open the border")),
        ("Ghana ignored calls to cut its catch.", ("GHA", "refuse", "cut catch")),
        ("Ghana dropped its objection to a levy.", ("GHA", "support", "a levy")),
        ("Ghana wants nothing to do with the scheme.", ("GHA", "oppose", "the scheme")),
        ("Ghana is unlikely to accept the levy.", ("GHA", "refuse", "the levy")),
        ("The refusal of Chile to sign angered Peru.", ("CHL", "refuse", "sign")),
    ],
)
def test_stances_are_shared_denied_answered_and_given_up(reader, text: str, expected: tuple[str, ...]) -> None:
    """Short answers, blame for what was not done, and verbs for taking up or dropping a stance."""
    assert expected in reader.stances_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru declined to say whether it would sign.",
        "Peru has yet to agree to the plan.",
        "Peru dropped its demand for a levy.",
        "Peru urged Chile to pay; Brazil has not.",
    ],
)
def test_silence_delay_and_what_was_dropped_are_no_stance(reader, text: str) -> None:
    """Nothing said to the press, not yet done, given up or merely not asked is held against anybody."""
    assert not {(holder, stance) for holder, stance, _ in reader.stances_told(text)} - {("PER", "demand")} and (
        "levy" not in text or not reader.stances_told(text)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru set two conditions: that Chile leave the bay and that it pay damages.",
            {("PER", "demand", "leave the bay"), ("PER", "demand", "pay damages")},
        ),
        (
            "France proposed a levy on imports. Italy is in favour. Spain voted against.",
            {
                ("FRA", "support", "a levy on imports"),
                ("ITA", "support", "a levy on imports"),
                ("ESP", "oppose", "a levy on imports"),
            },
        ),
        (
            "Peru wants nothing short of a full repeal of the law.",
            {("PER", "demand", "a full repeal of the law")},
        ),
        (
            "Oslo is sticking to its claim that quotas ought to follow the fish.",
            {("NOR", "demand", "quotas to follow the fish")},
        ),
    ],
)
def test_what_is_said_in_brief_is_read_from_beside(reader, text: str, expected: set[tuple[str, ...]]) -> None:
    """Colons open lists of demands, votes are cast on what was spoken of, "nothing short of" is all that is wanted."""
    assert expected <= reader.stances_told(text)


def test_where_the_tree_fails_the_order_of_words_still_tells_a_demand(reader) -> None:
    """Who stands right before "demands that" asks whoever stands right behind it."""
    [found] = reader.positions("Addis Ababa demands that the Tigray People's Liberation Front hand over its weapons.")
    assert (found.holder, found.stance, found.doer) == (("ETH",), "demand", ("TPLF",))


@pytest.mark.parametrize("text", ["Peru rejected the charge.", "Peru insists that it talks to everyone."])
def test_the_order_of_words_does_not_bring_back_what_is_no_stance(reader, text: str) -> None:
    """A charge denied and a claim about oneself are no positions in any order."""
    assert reader.positions(text) == []
