"""Who mediates, and who does not: no union of workers, no home of those who meet there."""

from __future__ import annotations

_TEXT = (
    "DOHA, July 16 (AFP) - Qatar is mediating between Chad and the rebels. After protests and strikes in Chad, wages "
    "rose. The African Union, which met twice, urged calm. The African Union met again. "
)


def test_the_mediator_is_whoever_the_article_says_mediates(reader) -> None:
    """Not the person named last."""
    text = _TEXT + 'Mahamat Idriss Deby spoke. "Chad asks the mediator to change the text," an envoy of Chad said.'
    assert ("QAT",) in {position.doer for position in reader.positions(text)}


def test_a_union_of_states_is_no_union_of_workers(reader) -> None:
    """The African Union bargains for nobody's wages."""
    rejected = [act.target for act in reader.acts(_TEXT + "The rebels suspended the talks.") if act.event == "REJECT"]
    assert rejected
    assert ("AU",) not in rejected


def test_a_movement_with_a_hyphen_is_not_of_the_army(reader) -> None:
    """ "Politico-military movements" are no army's."""
    text = _TEXT + "The politico-military movements rejected the date announced by Chad."
    assert ("TCD",) not in {act.actor for act in reader.acts(text) if act.event == "REJECT"}


def test_what_is_told_to_an_agency_is_no_talk(reader) -> None:
    """ "Told AFP by telephone"."""
    assert not list(reader.acts("Chad's minister told AFP by telephone that it rained."))
