"""Interviews: who answers, and where the last answer ends."""

from __future__ import annotations

_TALK = (
    "Interview: Peru's chief negotiator on the lake\n\nPeru's chief negotiator spoke to us in Lima.\n\n"
    "Q: Why did you object?\n\nA: It was better that way. We asked Chad twice to open the sluice.\n\n"
    "Q: And now?\n\nA: We shall not sign without guarantees.\n\n"
    "Q: Will you pay?\n\nA: No. Chad must pay.\n\n"
    "Mali rejected the claim."
)


def test_who_answers_is_whoever_is_introduced(reader) -> None:
    """ "A: We asked Chad": the negotiator's words."""
    acts = {(act.event, act.actor, act.target) for act in reader.acts(_TALK)}
    assert ("REQUEST", ("PER",), ("TCD",)) in acts
    told = reader.stances_told(_TALK)
    assert ("PER", "refuse", "sign") in {(who, stance, action[:4]) for who, stance, action in told}
    assert ("PER", "demand", "pay") in told


def test_what_stands_behind_the_last_answer_is_the_authors(reader) -> None:
    """A paragraph without a label, where no answer goes on for two."""
    (act,) = [act for act in reader.acts(_TALK) if act.actor == ("MLI",)]
    assert act.attribution == "author"


def test_no_view_begins_with_a_label(reader) -> None:
    """ "A: It was better that way": the view is what comes behind."""
    assert not [view for view in reader.views(_TALK) if view.proposition.startswith("A:")]


def test_whoever_a_label_names_in_full_speaks_under_that_name(reader) -> None:
    """ "KARINA PALKOVA:", and later "PALKOVA:"."""
    text = (
        "CHAIR: Who wants to speak?\n\nKARINA PALKOVA: Thank you.\n\nCHAIR: Please go on.\n\n"
        "PALKOVA: I urge Latvia to publish the data.\n\nCHAIR: Thank you."
    )
    assert ("Karina Palkova", "demand", "LVA", "publish the data") in reader.positions_told(text)
