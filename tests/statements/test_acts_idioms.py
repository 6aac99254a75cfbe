"""Acts told in idioms, by what is said of others, and in sentences whose verb the tree had lost."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Algeria gave Morocco its word that the well would be closed.", "AGREE"),
        ("Algeria put its name to a treaty with Morocco.", "AGREE"),
        ("Algeria threw its weight behind Morocco's proposal.", "SUPPORT"),
        ("Algeria came out in support of Morocco.", "SUPPORT"),
        ("Algeria deposited 2 billion dollars in Morocco's central bank.", "AID"),
        ("Algeria delivered fourteen tanks to Morocco.", "AID"),
        ("Algeria turned to Morocco for help.", "REQUEST"),
        ("Algeria pinned the blame on Morocco.", "ACCUSE"),
        ("Algeria took Morocco to task over the raid.", "ACCUSE"),
        ("Algeria lashed out at Morocco.", "ACCUSE"),
        ("Algeria handed Morocco a note of protest.", "ACCUSE"),
        ("Algeria suspended its participation in the water treaty with Morocco.", "REJECT"),
        ("Algeria served notice on Morocco.", "THREATEN"),
        ("Algeria boarded a Moroccan tanker.", "COERCE"),
    ],
)
def test_an_idiom_tells_the_act(reader, text: str, event: str) -> None:
    """What the verb does with its noun is the act, and the rest says to whom."""
    [(found, actor, _, status)] = reader.acts_told(text)
    assert (found, actor[0], status) == (event, "DZA", "done")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Niger said on Friday that Chad must pull out its troops.", "REQUEST"),
        ("Chad must pull out its troops, Niger's envoy said on Friday.", "REQUEST"),
        ("Chad would pay dearly for any attack, Niger's prime minister said.", "THREATEN"),
        ("Niger warned that it would not tolerate any more raids from Chad.", "THREATEN"),
    ],
)
def test_what_is_said_of_others_is_an_act(reader, text: str, event: str) -> None:
    """To say what others must do asks it of them; to say what they will suffer threatens them."""
    assert (event, ("NER",), ("TCD",), "done") in reader.acts_told(text)


def test_to_say_what_one_must_do_oneself_asks_nothing(reader) -> None:
    """An own duty is no request."""
    assert reader.acts_told("Niger said on Friday that it must pull out its troops.") == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenyan jets using guided bombs killed 4 Chadians.", "ASSAULT"),
        ("Kenya, like most other members, plans to impose restrictions on Chadian cotton.", "THREATEN"),
        ("Kenya tore up its fishing agreement with Chad.", "REJECT"),
        ("No one forgot that Kenya armed Chad during the war.", "AID"),
    ],
)
def test_a_verb_that_passed_for_something_else_is_found(reader, text: str, event: str) -> None:
    """A sentence has a verb, whatever the tree took it for."""
    assert (event, ("KEN",), ("TCD",)) in [act[:3] for act in reader.acts_told(text)]


def test_a_report_at_the_end_leaves_the_clause_before_it_whole(reader) -> None:
    """Who reports a deed has no part in it."""
    text = "The government of Haiti declared a state of siege on Saturday, a spokeswoman for the Chadian embassy said."
    assert reader.acts_told(text) == [("COERCE", ("HTI",), ("HTI:population",), "done")]


@pytest.mark.parametrize(
    ("sentence", "event", "status"),
    [
        ("Kenya has yet to lift its sanctions on Chad.", "CONCEDE", "denied"),
        ("Kenya has since come down to 30 percent in its talks with Chad.", "CONCEDE", "done"),
        ("Kenya called Chad's offer an insult.", "ACCUSE", "done"),
        ("Kenya retorted that Chad had never paid for the road.", "REJECT", "done"),
        ("Kenya's president spoke by video link with Chad's president.", "CONSULT", "done"),
        ("Kenya told Chad's rebels to disarm.", "REQUEST", "done"),
        ("Kenya granted Chad more time.", "CONCEDE", "done"),
        ("Kenya said on Monday that Chad was responsible for the fire.", "ACCUSE", "done"),
    ],
)
def test_a_word_between_does_not_hide_the_act(reader, sentence: str, event: str, status: str) -> None:
    """What the tree takes for a helper, a second object or a phrase of the wrong noun is still part of the act."""
    text = f"Kenya and Chad quarrel over the river. {sentence}"
    assert any((one[0], one[3]) == (event, status) for one in reader.acts_told(text))


def test_a_strike_that_is_called_off_is_called_nothing_else(reader) -> None:
    """ "Called it a strike" names a thing; "called off its strike" ends one."""
    found = reader.acts_told(
        "Talks with Air France go on. Air France's unions called off their strike against Air France."
    )
    assert any(one[0] == "RETREAT" for one in found)
