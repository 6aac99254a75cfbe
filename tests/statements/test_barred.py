"""Who cannot be meant where nobody is named: the holder, of what would be done to him or what he condemns."""

from __future__ import annotations

_CAST = (
    "Norway and Chad met on Monday. Norway wants Chad to leave the islands. Chad wants Norway to pay. "
    "Norway has rejected the claim. Chad sent ships to the islands. The talks will go on. "
)


def test_nobody_would_shut_himself_out(reader) -> None:
    """ "Would challenge any move to exclude it": a move of another."""
    told = reader.positions(_CAST + "Chad would oppose any move to expel it from the council.")
    assert [p.doer for p in told if p.action.startswith("expel") and "TCD" in p.doer] == []


def test_what_is_condemned_is_not_ones_own(reader) -> None:
    """ "Condemned the purchase": not that of whoever condemns it."""
    told = reader.positions(_CAST + "Chad condemned the purchase of the submarines.")
    assert [p for p in told if "TCD" in p.doer and p.holder == ("TCD",) and "submarines" in p.action] == []


def test_what_two_do_together_is_not_done_to_one_of_them(reader) -> None:
    """ "Both have deployed tanks": against each other or nobody, not against one."""
    acts = reader.acts(_CAST + "Since then Norway and Chad have deployed tanks along the line.")
    (act,) = [act for act in acts if act.event == "MOBILIZE" and len(act.actor) > 1]
    assert not act.target or len(act.target) > 1


def test_what_one_waits_for_is_for_another_to_do(reader) -> None:
    """ "Will not sign unless its demands are met": the other should meet them."""
    told = reader.positions(_CAST + "Chad said the deal could not move forward unless its demands were met.")
    assert [p.doer for p in told if p.stance == "demand" and p.doer == ("TCD",) and p.action == "meet demands"] == []
