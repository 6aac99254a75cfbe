"""Acts that take up what was told before, talks of nobody named, and what tells no act."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Uganda signed a pact in 2019. Kenya suspended it in May.", ("REJECT", "KEN", "UGA")),
        ("Peru imposed a ban on Chilean pears in May. It lifted it in June.", ("CONCEDE", "PER", "CHL")),
        ("The border between Armenia and Turkey is quiet. Ankara closed it in 1993.", ("COERCE", "TUR", "ARM")),
    ],
)
def test_it_is_the_thing_told_before(reader, text: str, expected: tuple[str, str, str]) -> None:
    """What "it" takes up is what a verb of acts is done to."""
    event, actor, target = expected
    assert (event, (actor,), (target,), "done") in reader.acts_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bangkok has since called her home, a gesture that Delhi welcomed.",
        "Bangkok cut the duty on Indian rice, a step that Delhi hailed.",
    ],
)
def test_a_clause_summed_up_in_a_word_is_whoever_acts_in_it(reader, text: str) -> None:
    """ "A gesture that" behind a comma is what the clause before it told."""
    assert ("SUPPORT", ("IND",), ("THA",), "done") in reader.acts_told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkey shelved the pact after an outcry from Azerbaijan.", "ACCUSE"),
        ("At Azerbaijan's request, Turkey froze the accounts.", "REQUEST"),
        ("Despite threats from Azerbaijan, Turkey signed the pact.", "THREATEN"),
    ],
)
def test_words_that_moved_somebody_were_aimed_at_them(reader, text: str, event: str) -> None:
    """An appeal, outcry or threat that an act follows was directed at whoever acts."""
    assert (event, ("AZE",), ("TUR",), "done") in reader.acts_told(text)


def test_talks_of_nobody_named_are_between_the_two_sides(reader) -> None:
    """Talks that lasted two days have been held, by the sides the article sets apart."""
    text = "Talks between Chad and Niger have stalled. Two days of talks in Doha ended in acrimony."
    assert ("CONSULT", ("TCD", "NER"), ("NER", "TCD"), "done") in reader.acts_told(text)


def test_a_quarrel_not_settled_is_no_accord(reader) -> None:
    """Who fails to settle a dispute has not agreed."""
    acts = reader.acts_told("Peru and Chile failed on Monday to settle their dispute over pears.")
    assert [(event, status) for event, _, _, status in acts] == [("AGREE", "denied")]


def test_an_accord_signed_by_nobody_named_is_of_both_sides(reader) -> None:
    """A truce that was agreed was agreed by those it lies between."""
    text = "A truce between Chad and Niger was agreed in March."
    assert ("AGREE", ("TCD", "NER")) in [(event, actor) for event, actor, _, _ in reader.acts_told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "If Angola invaded Zambia, the war would spread.",
        "Angola would arrest the envoys if talks failed.",
        "Should Angola arrest the envoys, Zambia may leave.",
    ],
)
def test_conditions_and_their_consequences_are_no_acts(reader, text: str) -> None:
    """What only a condition holds is told by the position that it belongs to."""
    assert reader.acts_told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kenyan fisherman has given up his nets.",
        "Kenya cancelled a news conference.",
        "Peru ended a quarrel over landing rights.",
    ],
)
def test_what_only_looks_like_an_act(reader, text: str) -> None:
    """Retreat, refusal and breach need what they are about."""
    assert [act for act in reader.acts_told(text) if act[0] in {"RETREAT", "REJECT"}] == []


def test_an_offer_taken_back_is_a_refusal(reader) -> None:
    """Withdrawing an offer withdraws no troops."""
    text = "Talks between Chad and Niger went on. Chad withdrew its offer of a loan."
    assert ("REJECT", ("TCD",), ("NER",), "done") in reader.acts_told(text)


def test_captives_are_freed_to_the_other_side(reader) -> None:
    """Of two sides, the one that frees prisoners nobody names yields to the other."""
    text = "The war between Chad and Niger goes on. Chad released 40 prisoners on Monday."
    assert ("CONCEDE", ("TCD",), ("NER",), "done") in reader.acts_told(text)
