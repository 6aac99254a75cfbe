"""A relative clause behind two names that act: "Chad and Niger, which had voted against the text, left"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize("said", ["had rejected", "rejected", "have rejected"])
@pytest.mark.parametrize("pair", ["Chad and Niger", "The United States and the European Union"])
def test_what_two_did_is_told_of_both(reader, pair: str, said: str) -> None:
    """Neither rejects anything of the other's."""
    found = reader.positions(f"{pair}, which {said} the text in May, came to Lima.")
    assert len({p.holder for p in found if p.stance in {"oppose", "refuse"}}) == len(pair.split(" and "))


def test_who_is_several_may_be_many(reader) -> None:
    """ "Norway, Sweden and Finland, which have": all three."""
    found = reader.positions("Norway, Togo and Peru, which have rejected the text, came to Lima.")
    assert {p.holder for p in found} == {("NOR",), ("TGO",), ("PER",)}


def test_one_that_has_is_the_last(reader) -> None:
    """ "Chad and Niger, which has rejected": Niger alone."""
    found = reader.positions("Chad and Niger, which has rejected the text, came to Lima.")
    assert {p.holder for p in found} == {("NER",)}
