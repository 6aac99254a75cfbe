"""What whole articles show: who the union is, who met and who shot, when it was, who speaks and what she is."""

from __future__ import annotations

import pytest


def test_a_body_with_union_behind_its_name_bargains_for_the_workers(reader) -> None:
    """ "The Vereinigung Cockpit union" is the union, and "pilots" are its members."""
    text = (
        "Lufthansa cancelled flights on Monday over a strike about pay. The Vereinigung Cockpit union wants a rise of "
        "8 percent in wages. Lufthansa has rejected the wage claim. Pilots threatened to walk out again on Friday."
    )
    assert ("Cockpit",) in {act.actor for act in reader.acts(text) if act.event == "THREATEN"}


def test_ministers_met_and_soldiers_shot(reader) -> None:
    """A main verb before "after" is that of its subject, however the tree has it."""
    text = "Ministers from Kenya and Uganda met in Entebbe for talks after Ugandan soldiers shot dead two Kenyans."
    told = {(act.event, act.actor) for act in reader.acts(text)}
    assert ("ASSAULT", ("UGA",)) in told
    assert any(event == "CONSULT" and set(actor) == {"KEN", "UGA"} for event, actor in told)


def test_a_date_told_of_the_subject_is_not_that_of_the_act(reader) -> None:
    """ "Chad, which joined the pact last year, objected": not last year."""
    text = "Chad, which signed a pact with Niger last year, rejected the plan of Mali."
    (act,) = [act for act in reader.acts(text) if act.event == "REJECT"]
    assert act.date is None


def test_a_name_between_commas_is_no_second_actor(reader) -> None:
    """ "Its secretary-general, Veronica Nduva, urged": one person urges."""
    text = "The East African Community is mediating. Its secretary-general, Veronica Nduva, urged Kenya to sign."
    assert [len(act.actor) for act in reader.acts(text) if act.event == "REQUEST"] == [1]


def test_an_idea_that_a_second_verb_turns_down_is_its_authors(reader) -> None:
    """ "An idea that Kenya backs and Tanzania has rejected" was proposed by Uganda."""
    text = "Uganda proposed a joint patrol, an idea that Kenya backs and Tanzania has rejected."
    (act,) = [act for act in reader.acts(text) if act.event == "REJECT"]
    assert (act.actor, act.target) == (("TZA",), ("UGA",))


def test_what_is_said_keeps_its_last_word_before_the_speaker(reader) -> None:
    """ "Has understood nothing," said Ana Ruiz, the union's head of pay: nothing is not lost."""
    text = '"Chad has understood nothing," said Ana Ruiz, the guild\'s head of pay policy.'
    assert "Chad has understood nothing" in {view.proposition for view in reader.views(text)}


def test_a_strike_of_a_union_is_a_protest(reader) -> None:
    """In a dispute over work nobody is attacked by the nurses' strike."""
    text = (
        "Nurses' strike in Britain called off. The Royal College of Nursing suspended a strike over pay on Tuesday. "
        "The government has offered a pay rise. The Royal College of Nursing wants a bigger pay rise."
    )
    assert not [act for act in reader.acts(text) if act.event == "ASSAULT"]


def test_steps_tie_nobody(reader) -> None:
    """ "Step by step" is not in step."""
    assert not reader.ties("Chad and Niger would carry out the deal reached in Oslo step by step.")


def test_an_action_ends_with_its_headline(reader) -> None:
    """A line's end is no word of what lawmakers balk at."""
    text = "US lawmakers balk at White House deal to raise debt limit\nWASHINGTON, May 29 - Hard-line Republicans met."
    assert all(one.action == one.action.strip() for one in reader.positions(text))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Chad and Mali agreed to move heavy weapons away from their border.", "THREATEN"),
        ("Niger condemned Chadian strikes on the capital of Mali.", "PROTEST"),
    ],
)
def test_weapons_moved_away_threaten_nobody_and_states_do_not_walk_out(reader, text: str, unwanted: str) -> None:
    """To move weapons away is no menace, and the strikes of a state no stoppage."""
    assert not [act for act in reader.acts(text) if act.event == unwanted]
