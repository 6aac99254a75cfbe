"""What a text would do, conditions in series, and what becomes of an offer that nothing names again."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A compromise drafted by Brazil would have both countries suspend their bans for ninety days.",
            ("BRA", "support", "suspend bans for ninety days"),
        ),
        (
            "The draft by Thani Al Zeyoudi of the United Arab Emirates, would forbid governments to pay for fleets.",
            ("ARE", "oppose", "pay for fleets"),
        ),
        (
            "Kenya has tabled a plan. The plan would cut tariffs on tea by half.",
            ("KEN", "support", "cut tariffs on tea by half"),
        ),
        (
            "Under the offer, made by Air Baltic on Tuesday, wages would have gone up by 11 percent.",
            ("Air Baltic", "offer", "wages to go up by 11 percent"),
        ),
        (
            "Under a plan put forward by Norway, the quota would be shared.",
            ("NOR", "support", "share the quota"),
        ),
    ],
)
def test_what_a_text_would_do_its_author_wants(reader, text: str, expected: tuple[str, ...]) -> None:
    """A text with a known author tells what the author is for or, where it forbids, against."""
    assert expected in reader.stances_told(text)


def test_a_text_of_nobody_known_takes_no_stance(reader) -> None:
    """Without an author there is no holder."""
    assert not reader.stances_told("A compromise would have fishermen stay at home.")


@pytest.mark.parametrize(
    "text",
    [
        "Norway would sign if Russia withdrew its patrols, the quota was halved and inspectors were let aboard.",
        "Norway will sign as long as Russia withdraws its patrols, the quota is halved and inspectors are let aboard.",
        "Norway will not sign unless Russia withdraws its patrols, the quota is halved and inspectors are let aboard.",
    ],
)
def test_each_condition_of_a_series_is_asked_for(reader, text: str) -> None:
    """A list of clauses behind one "if" names as many conditions, and each is a demand."""
    demands = {action for _, stance, action in reader.stances_told(text) if stance == "demand"}
    assert demands == {"withdraw patrols", "halve the quota", "let inspectors aboard"}


def test_what_lasts_as_long_as_a_thing_is_undone_asks_for_it(reader) -> None:
    """A burden kept for as long as somebody fails to act is a demand to act."""
    text = "Ecuador said the levy would remain for as long as Colombia failed to police the border."
    assert ("ECU", "demand", "police the border") in reader.stances_told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zambia has offered to host talks. Tanzania has accepted.", ("TZA", "support", "host talks")),
        ("Zambia has offered to host talks. Tanzania declined.", ("TZA", "oppose", "host talks")),
    ],
)
def test_an_offer_is_taken_or_declined_without_its_name(reader, text: str, expected: tuple[str, ...]) -> None:
    """Who accepts or declines, and nothing more is said, does so with the offer just told."""
    assert expected in reader.stances_told(text)


def test_one_stance_is_told_once(reader) -> None:
    """Two words of stance over the same action give one statement."""
    assert len(reader.stances_told("Peru saw no point in further talks with Chile.")) == 1


def test_a_warning_of_what_one_may_do_oneself_is_a_threat(reader) -> None:
    """What a speaker warns that it might do is promised, and what would bring it about is opposed."""
    found = reader.stances_told("Kenya warned that it might close the pipeline if Uganda raised the fee.")
    assert {("KEN", "promise", "close the pipeline"), ("KEN", "oppose", "raise the fee")} <= found


def test_he_in_a_demand_is_not_who_demands(reader) -> None:
    """A pronoun inside a demand stands for the other man of the sentence."""
    text = "Emmanuel Macron accused Donald Trump of bluffing and demanded that he call off the tariff."
    assert [p.doer[0][:3] for p in reader.positions(text) if p.stance == "demand"] == ["USA"]
