"""Acts that were not done, or were done once something else was: no concessions made, freed until, signed once."""

import pytest

HEAD = "The talks between Kenya and Uganda have gone on for years. "


def told(reader, sentence: str) -> list[tuple[str, str]]:
    """Event and status of each act read in *sentence*, in text order."""
    return [(act.event, act.status) for act in reader.acts(HEAD + sentence) if act.evidence[0].span_start >= len(HEAD)]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya made no concessions to Uganda.", "CONCEDE"),
        ("Kenya has had no contact with Uganda since May.", "CONSULT"),
        ("Kenya has signed no treaty with Uganda.", "AGREE"),
        ("Kenya gave Uganda no assurances.", "AGREE"),
        ("Kenya stopped short of endorsing the Ugandan plan.", "AGREE"),
        ("Kenya and Uganda could not agree on quotas.", "AGREE"),
        ("There was no sign of a compromise between Kenya and Uganda.", "AGREE"),
        ("Kenya and Uganda met again on Monday without a settlement.", "AGREE"),
        ("Kenya and Uganda have no agreement on water.", "AGREE"),
        ("The talks between Kenya and Uganda have so far produced no deal.", "AGREE"),
        ("There was no breakthrough in the talks between Kenya and Uganda.", "AGREE"),
        ("Envoys from Kenya and Uganda met for nine hours but made no headway.", "AGREE"),
        ("Kenya denied that a deal had been struck with Uganda.", "AGREE"),
        ("Uganda says Kenya never consented to a visit by its inspectors.", "AGREE"),
    ],
)
def test_what_is_denied_by_its_object_was_not_done(reader, sentence: str, event: str) -> None:
    """An object with "no", a verb of falling short and a missing accord deny the act."""
    assert (event, "denied") in told(reader, sentence)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The minister was in prison until Uganda pardoned him in 2021.", "CONCEDE"),
        ("Kenya dropped its objections once Uganda had lifted its ban on Kenyan fish.", "CONCEDE"),
        ("Kenya stayed away before Uganda signed the treaty.", "AGREE"),
    ],
)
def test_what_a_past_is_dated_by_was_done(reader, sentence: str, event: str) -> None:
    """A past behind "until", "once" or "before" under a past that nobody only wished for."""
    assert (event, "done") in told(reader, sentence)


def test_what_a_promise_waits_for_is_not_done(reader) -> None:
    """Under "would", "once" brings in a condition."""
    assert ("CONCEDE", "done") not in told(
        reader, "Kenya said it would sign once Uganda lifted its ban on Kenyan fish."
    )


def test_ruling_out_sanctions_rejects_nobody(reader) -> None:
    """What is hostile itself is not refused to anybody."""
    assert told(reader, "Kenya ruled out sanctions against Uganda.") == []


def test_arguing_a_point_is_no_meeting(reader) -> None:
    """To argue that something is so is to say it."""
    assert told(reader, "Kenya argued that the dam was too high.") == []


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The Crane Drivers Union walked out on Friday over pay.", "PROTEST"),
        ("The strike of June 3 and 4 shut the port.", "PROTEST"),
        ("Halden Ports locked out its crane drivers.", "COERCE"),
    ],
)
def test_whoever_walks_out_in_a_dispute_over_work_stops_working(reader, sentence: str, event: str) -> None:
    """A union that walks out strikes; a dated strike is the union's, and a lockout hits it."""
    head = (
        "The Crane Drivers Union and its employer, Halden Ports, have argued over wages for months. "
        "The union wants a pay rise of 9 percent; Halden Ports has offered 4 percent. Workers want overtime pay. "
    )
    acts = [act for act in reader.acts(head + sentence) if act.evidence[0].span_start >= len(head)]
    assert [act.event for act in acts] == [event]
    assert acts[0].actor[0] != acts[0].target[0]


def test_a_meeting_that_ends_with_no_accord_is_of_all_who_met(reader) -> None:
    """Of three that met, none is left out of what they did not agree on."""
    text = "A meeting of ministers of Kenya, Uganda and Rwanda closed with no accord on fish."
    (act,) = [act for act in reader.acts(text) if act.status == "denied"]
    assert set(act.actor) == {"KEN", "UGA", "RWA"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya is to pull its troops back five kilometres from the border by May 1.",
        "Uganda said Kenya would pull back ten kilometres from the ridge.",
    ],
)
def test_armies_that_pull_back_refuse_nothing(reader, text: str) -> None:
    """From a place one pulls back troops; from a pledge one pulls back oneself."""
    assert not [p for p in reader.positions(text) if p.stance == "refuse"]
    pledge = reader.positions("Kenya has pulled back from its pledge to open the border.")
    assert [p.stance for p in pledge] == ["refuse"]
