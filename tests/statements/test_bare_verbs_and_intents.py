"""What is asked for in bare verbs, series of things offered, intents, qualities, and answers that name nothing."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad demanded that Niger halt exports and free the crew.", {"halt exports", "free the crew"}),
        ("Chad demanded that Mali publish the letter and spare pensions.", {"publish the letter", "spare pensions"}),
        ("Mali insisted that Norway release the data and test results.", {"release the data and test results"}),
    ],
)
def test_bare_verbs_that_look_like_nouns_are_asked_for(reader, text: str, expected: set[str]) -> None:
    """Behind a verb of asking and "that", a noun between subject and object is a verb, unless two nouns are joined."""
    assert {action for _, stance, action in reader.stances_told(text) if stance == "demand"} == expected


def test_a_series_of_things_is_offered_one_by_one(reader) -> None:
    """What a comma sets beside the first thing offered is no apposition where more is joined on."""
    found = reader.stances_told(
        "Boeing offered workers a rise of 25%, a signing bonus and a pledge to build its jet in Seattle."
    )
    offered = {action for _, stance, action in found if stance == "offer"}
    assert offered == {"a rise of 25", "a signing bonus", "build jet in Seattle"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We are not going back without our pension," Peru\'s Miners Union said.', True),
        ('"We are not asking for the moon," Peru\'s Miners Union said.', False),
    ],
)
def test_what_speakers_are_not_about_to_do_they_refuse(reader, text: str, expected: bool) -> None:
    """A denied present of a speaker's own, in quotation marks, is a refusal, unless it tells what one is about."""
    assert any(stance == "refuse" for _, stance, _ in reader.stances_told(text)) is expected


def test_a_threat_says_what_would_be_done_and_what_would_avert_it(reader) -> None:
    """Whoever threatens a walkout unless a fund is spared promises the one and demands the other."""
    found = reader.stances_told("Peru's Miners Union threatened a walkout unless Chile exempted the fund.")
    assert {(holder, stance) for holder, stance, _ in found} == {
        ("Peru's Miners Union", "promise"),
        ("Peru's Miners Union", "demand"),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger said any deal must be fair.", {("NER", "demand", "any deal be fair")}),
        ("Niger said the vote must not be public.", {("NER", "oppose", "the vote be public")}),
        ("Niger said its minister must be free.", set()),
    ],
)
def test_qualities_of_a_thing_are_asked_for(reader, text: str, expected: set[object]) -> None:
    """What a thing must be is asked for; how people must be is not."""
    assert reader.stances_told(text) == expected


def test_an_answer_may_go_on_behind_a_comma(reader) -> None:
    """What was asked is refused where a participle behind a comma tells only what is liked better."""
    found = reader.stances_told(
        "Brazil urged China to join the forum. China has declined, preferring to deal with Peru alone."
    )
    assert ("CHN", "refuse", "join the forum") in found


def test_what_follows_to_somebodys_fury_is_no_action(reader) -> None:
    """What others feel at a stance is not what it is about."""
    found = reader.stances_told("Peru has come out against any delay, to the fury of exporters.")
    assert found == {("PER", "oppose", "any delay")}


@pytest.mark.parametrize("lead", ["A handful of", "Most of the", "Dozens of", "A majority of"])
def test_some_of_a_group_are_the_group(reader, lead: str) -> None:
    """Words for how many stand for those whom they count."""
    assert ("nurses", "demand", "a rise") in reader.stances_told(f"{lead} nurses want a rise.")


def test_whom_one_supports_is_nothing_to_be_done(reader) -> None:
    """Taking the part of people is no stance on an action."""
    assert reader.stances_told("Peru backs the strikers.") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman agreed, while Peru balked at a levy and threatened to leave.", ("PER", "promise", "leave")),
        ("Peru demanded a cap on fares. Chile refused point-blank.", ("CHL", "refuse", "a cap on fares")),
        ("London is adamant that the EU accept its ban.", ("GBR", "demand", "accept ban")),
    ],
)
def test_who_goes_on_answers_or_is_adamant(reader, text: str, expected: tuple[str, ...]) -> None:
    """A verb goes on from the nearer clause, "point-blank" is no action, and adamant people demand."""
    assert expected in reader.stances_told(text)


def test_who_strikes_a_deal_does_not_strike(reader) -> None:
    """Striking a deal is no stoppage of work."""
    assert not [a for a in reader.acts("Peru's miners struck a deal in the night on pay.") if a.event == "PROTEST"]


def test_what_members_want_is_for_their_bloc_to_do(reader) -> None:
    """Where nobody stands against it, the bloc that an article is about would do what one of its members is against."""
    found = reader.positions("The European Union met in Brussels. The EU is slow. Spain opposes any delay to the fund.")
    assert {p.doer for p in found if p.holder == ("ESP",)} == {("EU",)}


def test_rules_for_somebody_are_no_somebody_to_be_had(reader) -> None:
    """What is opposed are the obligations, not those whom they bind."""
    assert reader.stances_told("France opposes obligations for airlines.") == {("FRA", "oppose", "obligations")}
