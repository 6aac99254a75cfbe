"""Acts told at a distance: by what is said of others, by the time they are given, by a body that meets."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "Chad had broken its word",
        "Chad was playing for time",
        "Chad had lied to mediators",
        "Chad was dragging its feet",
    ],
)
def test_to_say_that_somebody_did_wrong_is_to_accuse_them(reader, words: str) -> None:
    """The accused is the subject of what is said."""
    assert ("ACCUSE", ("KEN",), ("TCD",), "done") in reader.acts_told(f"Kenya said {words}.")


@pytest.mark.parametrize("words", ["Chad had kept its word", "Chad needed time", "Chad would break its word"])
def test_to_say_what_is_no_wrong_accuses_nobody(reader, words: str) -> None:
    """Neither good faith, nor a need, nor what has not happened is an accusation."""
    assert "ACCUSE" not in [act[0] for act in reader.acts_told(f"Kenya said {words}.")]


def test_a_warning_that_one_would_respond_threatens_whoever_would_bring_it_about(reader) -> None:
    """The speaker's own deed is what the others are warned of."""
    found = reader.acts_told("Kenya has warned that it would respond if Chadian troops were deployed at the border.")
    assert ("THREATEN", ("KEN",), ("TCD",), "done") in found


@pytest.mark.parametrize("span", ["until Friday", "48 hours", "three months"])
def test_to_give_somebody_so_long_is_an_ultimatum(reader, span: str) -> None:
    """A stretch of time and an infinitive threaten; a chance does not."""
    assert ("THREATEN", ("KEN",), ("TCD",), "done") in reader.acts_told(
        f"Kenya gave Chad {span} to withdraw its troops."
    )
    assert reader.acts_told("Kenya gave Chad a chance to leave.") == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("The EU's foreign ministers met in Brussels on Monday.", ("CONSULT", ("EU",), (), "done")),
        ("Russian and Ukrainian ministers will meet on Thursday.", ("CONSULT", ("RUS", "UKR"), (), "planned")),
    ],
)
def test_members_of_a_body_meet_among_themselves(reader, sentence: str, act: tuple[object, ...]) -> None:
    """Who meets needs nobody else; adjectives set side by side are each a side."""
    assert act in reader.acts_told(sentence)


def test_what_is_left_may_be_told_by_its_length_or_be_an_alliance(reader) -> None:
    """ "Years of talks" are talks, and an alliance is left like talks are."""
    assert ("REJECT", ("CHE",), ("EU",), "done") in reader.acts_told(
        "Switzerland has walked away from seven years of talks with the EU."
    )
    assert ("REJECT", ("MLI",), ("ECOWAS",), "done") in reader.acts_told("Mali walked out of ECOWAS last week.")


def test_going_without_signing_is_a_signature_that_was_not_given(reader) -> None:
    """ "Without" denies the agreement, not the journey."""
    found = reader.acts_told("Chad's envoy left the capital of Kenya without signing the deal.")
    assert "denied" in [act[3] for act in found if act[0] == "AGREE"]


def test_a_visit_put_off_is_no_visit_to_come(reader) -> None:
    """That it was planned does not outweigh that it is off."""
    found = reader.acts_told("A visit by Kenya's president to Chad planned for Thursday was postponed.")
    assert [act[3] for act in found if act[0] == "CONSULT"] == ["denied"]


def test_a_deed_that_kills_is_done_by_whose_it_is(reader) -> None:
    """ "An air strike by the army killed four": the army did."""
    found = reader.acts_told("An air strike by the Chadian army killed four Kenyan villagers.")
    assert ("ASSAULT", ("TCD",), ("KEN",), "done") in found


def test_the_move_that_is_condemned_is_the_last_deed_told(reader) -> None:
    """Whoever did it is accused, not whoever suffered it."""
    found = reader.acts_told("Kenya closed its border with Chad. Norway condemned the move.")
    assert ("ACCUSE", ("NOR",), ("KEN",), "done") in found


def test_a_body_without_a_name_goes_by_whose_it_is(reader) -> None:
    """ "The dockworkers' union" acts like a named one."""
    assert ("dockworkers' union",) in [act[1] for act in reader.acts_told("The dockworkers' union rejected the offer.")]


def test_a_participle_that_goes_on_with_a_deed_is_no_second_deed(reader) -> None:
    """ "Bombed a market, wounding six" is one attack."""
    found = reader.acts_told("Chadian jets bombed a Kenyan market, wounding six people.")
    assert [act[0] for act in found] == ["ASSAULT"]


def test_talks_that_ran_their_days_are_not_broken_off(reader) -> None:
    """ "Ended two days of talks" is a meeting; "ended talks" breaks them off."""
    assert [act[0] for act in reader.acts_told("Kenya and Chad ended two days of talks on Thursday.")] == ["CONSULT"]
    assert [act[0] for act in reader.acts_told("Kenya ended talks with Chad on Thursday.")] == ["REJECT"]


def test_crews_who_walk_out_protest(reader) -> None:
    """Those who work walk out of their work, not of talks."""
    assert "PROTEST" in [act[0] for act in reader.acts_told("Danish pilots walked out for a day last week.")]


def test_the_labour_minister_is_of_no_party_called_labour(reader) -> None:
    """What follows tells that work is meant."""
    found = reader.acts_told("Norway's Labour Minister Tor Lie met Kenya's president.")
    assert found[0][1][0].startswith("NOR")
