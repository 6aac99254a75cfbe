"""Acts told by nouns in passing, by passives without a doer, and behind an opening phrase."""

from __future__ import annotations

import pytest


def told(reader, text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...] | None]]:
    """Type, doers and targets of the acts in *text*."""
    return [(act.event, act.actor, act.target) for act in reader.acts(text)]


@pytest.mark.parametrize(
    ("text", "event", "target"),
    [
        ("At the request of Niger, Togo agreed to mediate.", "REQUEST", "TGO"),
        ("Niger's threat to close the port drew a rebuke from Togo.", "THREATEN", "TGO"),
        ("Following Niger's withdrawal from the camps, Togo reopened the road.", "RETREAT", "TGO"),
    ],
)
def test_a_noun_is_aimed_at_those_it_moves(reader, text: str, event: str, target: str) -> None:
    """Who acts upon it, or answers it, is whom it concerned."""
    assert (event, ("NER",), (target,)) in told(reader, text)


def test_an_exchange_between_two_is_of_both(reader) -> None:
    """Prisoners exchanged between two are freed by each."""
    text = "The exchange of prisoners between Chad and Niger in December lifted hopes."
    assert told(reader, text) == [("CONCEDE", ("TCD", "NER"), ("NER", "TCD"))]


@pytest.mark.parametrize(
    ("text", "event", "actor"),
    [
        ("Two Chadian diplomats were expelled from Niger in May.", "SANCTION", "NER"),
        ("Chad's ambassador was summoned to the Nigerien foreign ministry on Friday.", "ACCUSE", "NER"),
        ("Chad was given 200 tents by Niger.", "AID", "NER"),
    ],
)
def test_a_passive_tells_its_doer_in_other_ways(reader, text: str, event: str, actor: str) -> None:
    """Whence somebody is expelled, whither summoned, and "by" behind the gift."""
    assert (event, (actor,), ("TCD",)) in told(reader, text)


@pytest.mark.parametrize(
    "opening",
    ["After two days of talks in Geneva,", "Since Monday's raid on Tyre,", "On the eve of the vote in Lima,"],
)
def test_names_behind_an_opening_phrase_are_who_acts(reader, opening: str) -> None:
    """A place before the comma does not swallow the names behind it."""
    assert ("AGREE", ("TCD", "NER")) in [act[:2] for act in told(reader, f"{opening} Chad and Niger signed a pact.")]


def test_an_accord_and_its_signing_are_one_act(reader) -> None:
    """ "A deal that both signed" is told by the verb, and not once more by the noun."""
    text = "Talks go on under a peace deal that Chad and Niger signed in Maputo in 2019."
    assert [act[:2] for act in told(reader, text)] == [("AGREE", ("TCD", "NER"))]
