"""What looks joined to the word beside it and is not: conditions, agents, groups in a place."""

from __future__ import annotations

import pytest


def test_a_past_is_no_further_condition(reader) -> None:
    """ "If it pays, and on Monday Peru ruled out": what was done on Monday is told by itself."""
    text = "Peru has vowed to quit the pact if Chad makes any concession, and on Monday Peru ruled out a truce."
    told = {(p.stance, p.action, p.condition.action if p.condition else None) for p in reader.positions(text)}
    assert ("promise", "quit the pact", "make any concession") in told
    assert ("refuse", "a truce", None) in told


def test_a_condition_behind_a_relative_clause_is_of_the_main_one(reader) -> None:
    """ "Aid, which it cut off in 2016, if Chad restores order": aid is resumed if."""
    text = "Norway has offered to resume aid to Chad, which it cut off in 2016, if Chad restores order in the north."
    told = {(p.action, p.condition.action if p.condition else None) for p in reader.positions(text)}
    assert ("resume aid to Chad", "restore order in the north") in told


def test_what_somebody_was_himself_denied(reader) -> None:
    """ "Who was himself denied a visa by Peru": Peru denied it."""
    text = "Ana Lunde, the Norwegian minister, who was herself denied a visa by Peru in 2013, left."
    assert {act.actor for act in reader.acts(text) if act.event == "REJECT"} == {("PER",)}


def test_a_group_in_a_place_wants_something_and_not_the_place(reader) -> None:
    """ "A coalition of unions in British Columbia, which wants"."""
    text = "A coalition of unions in British Columbia, which wants the Peruvian consulate closed, plans to hold a vote."
    assert "British Columbia" not in {party for position in reader.positions(text) for party in position.holder}


def test_who_is_threatened_is_not_with_whom_one_would_deal_instead(reader) -> None:
    """ "Threatened to replace Peru with Chad": Peru is threatened."""
    text = "Norway has threatened to replace Peru with Chad."
    assert [act.target for act in reader.acts(text) if act.event == "THREATEN"] == [("PER",)]


def test_the_administration_is_the_american_one(reader) -> None:
    """Where nobody else is said to have one."""
    text = "The United States and Chad met on Monday. Norway urged the administration to leave the islands."
    assert ("USA",) in {position.doer for position in reader.positions(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Norway rejected any suggestion that it had violated the treaty.",
        "Norway said it had shared the evidence. Chad contests that.",
        "What Norway asks of Chad is less clear.",
        "Norway said that travellers should expect delays.",
        "Peru and Chad came to Norway's support on Friday.",
        "The treaty would need the consent of the Norwegian parliament.",
        "Norway insists that the offer stands.",
    ],
)
def test_denials_forecasts_and_accounts_are_no_stance(reader, text: str) -> None:
    """What is said not to be so, to be clear, to come, or to be needed still."""
    assert not reader.positions(text)


def test_visas_suspended_are_a_sanction(reader) -> None:
    """ "Suspended visas for Canadians" is no relief."""
    assert {act.event for act in reader.acts("Peru suspended visas for Norwegians.")} == {"SANCTION"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway demanded that Chad leave the shoal, a day after Chadian ships fired on Norwegian boats.",
        "Norway has offered to limit the flights to food, without saying so in public.",
    ],
)
def test_a_day_or_a_silence_is_no_condition(reader, text: str) -> None:
    """ "A day after ships fired", "without saying so"."""
    assert {position.condition for position in reader.positions(text)} == {None}


def test_a_warning_of_what_one_would_do_is_against_what_would_bring_it_about(reader) -> None:
    """ "Warned that if Peru colluded with Chad, it would defend its rights": Peru should not."""
    text = "Norway warned that if Peru colluded with Chad, Norway would defend its rights and respond resolutely."
    told = reader.positions(text)
    assert {p.stance for p in told if p.action.startswith("collude")} == {"oppose"}
    assert not [act for act in reader.acts(text) if act.event == "CONSULT"]


def test_its_of_a_second_clause_is_that_of_the_first_subject(reader) -> None:
    """ "Chad buys what Peru sells, and its officers have": the officers of Chad."""
    text = (
        "Chad buys a fifth of what Peru sells abroad, and since March its officers have held up shipments of bananas."
    )
    assert ("TCD",) in {act.actor for act in reader.acts(text)}


def test_an_accord_between_two_is_concluded_and_not_one_of_them(reader) -> None:
    """ "An agreement between Peru and Chad, which both hope to conclude"."""
    text = "They spoke of a trade agreement between Peru and Chad, which Norway hopes to sign."
    assert [p.action for p in reader.positions(text)] == ["sign a trade agreement between Peru and Chad"]


def test_support_on_a_point_is_no_patronage(reader) -> None:
    """ "Supports Peru on the code"."""
    assert not reader.ties("Norway supports Peru on the binding code.")


def test_statements_of_several_are_no_accord(reader) -> None:
    """ "Japan and Canada issued similar statements"."""
    assert not [act for act in reader.acts("Japan, Peru and Canada issued similar statements.") if act.event == "AGREE"]


def test_what_must_come_first_is_listed(reader) -> None:
    """ "Until Chad ended its occupation, stopped violating it and came to terms": three things are waited for."""
    text = (
        "Ana Lunde of Norway said that she would not change her mind until Chad ended its occupation of the islands, "
        "stopped violating Peruvian airspace and came to terms with its past."
    )
    told = {p.action for p in reader.positions(text) if p.stance == "demand"}
    assert {"end occupation of the islands", "come to terms with its past"} <= told
    assert not [act for act in reader.acts(text) if act.actor == ("NOR",) and act.event in {"CONCEDE", "RETREAT"}]


@pytest.mark.parametrize("text", ["Norway called a rally for Saturday to protest against what it termed a surrender."])
def test_a_rally_that_is_called_is_not_called_names(reader, text: str) -> None:
    """ "Called a rally": held, not judged."""
    assert not [p for p in reader.positions(text) if p.stance == "oppose"]


def test_whom_one_asks_would_act(reader) -> None:
    """ "Chad, whom it urged to sign": to sign, not to sign Chad."""
    assert ("NOR", "demand", "sign") in reader.stances_told("Norway met Chad, whom it urged to sign.")


def test_what_was_demanded_was_not_done(reader) -> None:
    """ "Demanded that forces first withdraw"."""
    text = "Norway had then demanded that Chadian forces first withdraw from the islands."
    assert not [act for act in reader.acts(text) if act.actor == ("TCD",)]


def test_who_is_defended_should_something_happen(reader) -> None:
    """ "To defend both should they be attacked": both are defended, and nobody asks for the attack."""
    text = "Norway has pledged to help defend both should they be attacked."
    assert {(p.stance, p.action) for p in reader.positions(text)} == {("promise", "help defend both")}


def test_what_is_predicted_is_not_promised(reader) -> None:
    """ "Chad will get a price," predicted X of Chad."""
    assert not reader.positions('"Chad will get a price," predicted Idriss Moru of Chad.')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway has asked that Chad stop arming rebels and leave.", ("NOR", "demand", "TCD")),
        ("Norway rejected the Chadian plan outright and accused Chad of lying.", ("NOR", "oppose", "TCD")),
    ],
)
def test_what_stands_between_a_name_and_a_noun_is_no_part_of_it(
    reader, text: str, expected: tuple[str, str, str]
) -> None:
    """ "Chad stop arming rebels": no rebels of Chad; "outright" is no word of the next clause."""
    told = {(p.holder[0], p.stance, p.doer[0] if p.doer else "TCD") for p in reader.positions(text)}
    assert expected in told


def test_both_verbs_around_outright_are_read(reader) -> None:
    """ "Rejected the plan outright and accused"."""
    text = "Norway rejected the plan outright and accused Chad of playing for time."
    assert {"REJECT", "ACCUSE"} <= {act.event for act in reader.acts(text)}
