"""Families of stance: idioms, lists, wishes, accords, plans, conditions and what they ask of others."""

import pytest

from dragoman.statements.statement import Position


def told(reader, sentence: str) -> set[tuple[str, str, str, str]]:
    """Holder, stance, doer and action of the positions in *sentence*."""

    def parties(ids: tuple[str, ...]) -> str:
        return "+".join(one.split(":")[0] for one in ids)

    found: list[Position] = reader.positions(sentence)
    return {(parties(p.holder), p.stance, parties(p.doer), p.action) for p in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("France set its face against a treaty change.", ("FRA", "oppose", "", "a treaty change")),
        ("Fiji gave its blessing to a phased approach.", ("FJI", "support", "", "a phased approach")),
        ("Chad came out in favour of a levy.", ("TCD", "support", "", "a levy")),
        ("Norway dragged its feet on a British request to share quotas.", ("NOR", "refuse", "NOR", "share quotas")),
        ("Poland stopped short of calling for a vote.", ("POL", "refuse", "POL", "call for a vote")),
        ("Peru has shown no willingness to ratify the pact.", ("PER", "refuse", "PER", "ratify the pact")),
        ("Kenya signalled readiness to drop its objection.", ("KEN", "offer", "KEN", "drop objection")),
        ("Norway bristled at suggestions that it cut its catch.", ("NOR", "refuse", "NOR", "cut catch")),
    ],
)
def test_idioms_of_stance_take_their_action_where_it_stands(reader, sentence: str, expected: tuple[str, ...]) -> None:
    """Verb and noun, or verb and particle, together say which stance it is."""
    assert expected in told(reader, sentence)


def test_what_is_demanded_in_a_list_is_demanded_each_for_itself(reader) -> None:
    """Coordinated that-clauses multiply out, their doer understood."""
    found = told(reader, "Iraq has demanded that Turkey release water, pay compensation and withdraw its troops.")
    demands = {(holder, doer, action) for holder, stance, doer, action in found if stance == "demand"}
    assert demands == {
        ("IRQ", "TUR", "release water"), ("IRQ", "TUR", "pay compensation"), ("IRQ", "TUR", "withdraw troops"),
    }  # fmt: skip


def test_an_infinitive_before_its_report_goes_on_from_the_one_before(reader) -> None:
    """ "to allow fuel in and to open the crossing, officials said" is two demands."""
    found = told(reader, "Egypt pressed Sudan to allow fuel in and to open the crossing, Egyptian officials said.")
    assert ("EGY", "demand", "SDN", "open the crossing") in found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Japan called for the drills to be postponed.", ("JPN", "demand", "", "postpone the drills")),
        ("Iran wants to see France stop the flights.", ("IRN", "demand", "FRA", "stop the flights")),
        ("Japan insisted Chile leave the bloc.", ("JPN", "demand", "CHL", "leave the bloc")),
        ("China backs a plan that would require Japan to pay.", ("CHN", "support", "JPN", "pay")),
        ("The accord requires Armenia to withdraw its police.", ("ARM", "promise", "ARM", "withdraw police")),
        ("Peru says it will accept nothing less than a full apology.", ("PER", "demand", "", "a full apology")),
    ],
)
def test_what_is_wished_is_read_through_its_wrapping(reader, sentence: str, expected: tuple[str, ...]) -> None:
    """Passives, "see", plans and accords lead to the action and to whoever would act."""
    assert expected in told(reader, sentence)


def test_a_condition_that_opens_the_sentence_is_found_behind_the_report(reader) -> None:
    """ "Unless Peru lifts the ban, Chile warned, ..." asks Peru to lift it."""
    found = told(reader, "Unless Peru lifts the ban, Chile warned, it will close its ports.")
    assert ("CHL", "demand", "PER", "lift the ban") in found


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Chad said it would not reopen the border if Libya kept arming the rebels.", "oppose"),
        ("Chad will not sue as long as Libya does not arm the rebels, its foreign ministry said.", "oppose"),
        ("Chad said it would not reopen the border if Libya did not disarm the rebels.", "demand"),
    ],
)
def test_a_condition_asks_for_what_would_lift_a_refusal(reader, sentence: str, side: str) -> None:
    """What must not be for a refusal to end is opposed; what must be, demanded."""
    assert side in {stance for holder, stance, doer, _ in told(reader, sentence) if (holder, doer) == ("TCD", "LBY")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya would sign if elected.",
        "Kenya will not act without consulting its allies.",
        "Kenya will sign without delay, its president said.",
        "Kenya accused Sudan of wanting a crisis.",
        "Kenya declined to be drawn.",
    ],
)
def test_what_asks_nobody_is_no_demand(reader, sentence: str) -> None:
    """Circumstances, delays, elliptic conditions and accusations make no demand."""
    assert not {stance for _, stance, _, _ in told(reader, sentence)} & {"demand"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iraq wants Turkish troops out of Bashiqa.", ("IRQ", "demand", "TUR", "leave Bashiqa")),
        ("Farmers want Poland to act. Poland has declined to do so.", ("POL", "refuse", "POL", "act")),
        ("Sudan asked France to remove the envoy. France refused.", ("FRA", "refuse", "FRA", "remove the envoy")),
        ("Peru supports a review but not a base.", ("PER", "oppose", "", "a base")),
        ("Oman would cut its army, Oman said, and let in observers.", ("OMN", "promise", "OMN", "let in observers")),
    ],
)
def test_what_is_left_unsaid_is_taken_from_beside(reader, text: str, expected: tuple[str, ...]) -> None:
    """Places to leave, answers to a demand, what is excepted, and what a report goes on with."""
    assert expected in told(reader, text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Kenya asked Tanzania to lift its maize ban, reopen the border and pay compensation. "
            "Tanzania turned down all three requests.",
            {
                ("refuse", "TZA", "lift maize ban"),
                ("refuse", "TZA", "reopen the border"),
                ("refuse", "TZA", "pay compensation"),
            },
        ),
        (
            "Spain proposed a joint patrol and offered to pay for cameras. Morocco welcomed the two proposals.",
            {("support", "ESP+MAR", "a joint patrol"), ("support", "ESP", "pay for cameras")},
        ),
    ],
)
def test_demands_named_again_together_are_answered_each(reader, sentence: str, expected: set[tuple[str, ...]]) -> None:
    """What "all three" or "the two" take up are the last stances of the other side, one answer for each."""
    answering = "TZA" if "Tanzania" in sentence else "MAR"
    assert {found[1:] for found in told(reader, sentence) if found[0] == answering} == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad said tariffs would be imposed on steel.", ("TCD", "promise", "TCD", "impose tariffs on steel")),
        ("Turkey is under pressure from Greece to withdraw its ships.", ("GRC", "demand", "TUR", "withdraw ships")),
        ("Oman and Iran reached a pact to share the catch.", ("OMN", "promise", "OMN+IRN", "share the catch")),
        ('"No talks until Russia withdraws its troops," Ukraine\'s president said.', ("UKR", "refuse", "UKR", "talks")),
        ("Norway prefers a quota to a ban.", ("NOR", "support", "", "a quota")),
        ("Norway prefers a quota to a ban.", ("NOR", "oppose", "", "a ban")),
        ("“It is time to lift the embargo,” Iran's foreign minister said.", ("IRN", "demand", "", "lift the embargo")),
        ("“No one can force us to withdraw,” Armenia's president said.", ("ARM", "refuse", "ARM", "withdraw")),
        ('"We will not be forced into a deal," Iran\'s president said.', ("IRN", "refuse", "IRN", "a deal")),
    ],
)
def test_stances_told_without_a_verb_of_stance(reader, sentence: str, expected: tuple[str, ...]) -> None:
    """Announcements in the passive, pressure, terms of accords, bare terms, preferences and defiance."""
    assert expected in told(reader, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Iran said its assets would be released.",
        "Nobody made progress unless Kim left.",
        "Norway reached no pact to share the catch.",
    ],
)
def test_what_others_do_or_nobody_made_binds_nobody(reader, sentence: str) -> None:
    """A passive that benefits the speaker, and an accord that was not made, are no promises or refusals."""
    assert not [p for p in reader.positions(sentence) if p.stance in {"promise", "refuse"}]


def test_what_is_wished_is_no_promise(reader) -> None:
    """ "Wants guarantees that": a noun, however much it looks like a verb."""
    found = reader.positions("Chad wants guarantees that the war will not resume.")
    assert "promise" not in {position.stance for position in found}
