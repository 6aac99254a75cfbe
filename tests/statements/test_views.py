"""Views: whose they are, what they are about, and what is no view."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "holder", "about", "words"),
    [
        ("Zambia warned that the bill of Angola was a trap.", "ZMB", "AGO", "the bill of Angola was a trap"),
        ('"The bill of Angola is a trap," said Zambia\'s minister.', "ZMB", "AGO", "The bill of Angola is a trap"),
        ("The army of Angola is weak, according to Zambia.", "ZMB", "AGO", "The army of Angola is weak"),
        ('"Angola has no money," said Ana Ruiz, a lecturer in Lima.', "Ana Ruiz", "AGO", "Angola has no money"),
        ("Angola has no money, said Ana Ruiz, who teaches law in Lima.", "Ana Ruiz", "AGO", "Angola has no money"),
        ("Economists doubt that Angola has the money.", "economists", "AGO", "Angola has the money"),
        ("Zambia called the offer of Angola a bribe.", "ZMB", "AGO", "the offer of Angola is a bribe"),
        ("Zambia described the offer of Angola as insulting.", "ZMB", "AGO", "the offer of Angola is insulting"),
        ("The offer of Angola was described by Zambia as an insult.", "ZMB", "AGO", "The offer of Angola is an insult"),
        ("Zambia denies having armed Angola.", "ZMB", "AGO", "not having armed Angola"),
        ("Zambia fears losing Angola.", "ZMB", "AGO", "losing Angola"),
    ],
)
def test_a_view_tells_whose_it_is_and_about_whom(reader, sentence: str, holder: str, about: str, words: str) -> None:
    """Reports, names that things are called by, and what is denied or feared."""
    [found] = reader.views(sentence)
    assert [one.partition(":")[0] for one in found.holder] == [holder]
    assert about in found.about_ids
    assert found.proposition == words
    assert not found.motive


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("Angola left the talks in order to win time.", "AGO"),
        ("Angola left the talks, citing the cost.", "AGO"),
        ("Angola left the talks in protest at the levy.", "AGO"),
        ("Angola left the talks because it needed the money.", "AGO"),
    ],
)
def test_a_motive_is_of_who_acts(reader, sentence: str, holder: str) -> None:
    """Why somebody did it."""
    motives = [found for found in reader.views(sentence) if found.motive]
    assert [found.holder for found in motives] == [(holder,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Angola says that it will sign the treaty.",
        "Angola says that Zambia must leave.",
        "Angola has not said whether the talks are over.",
        "The deal is a trap.",
        "The gap is said to be wide.",
    ],
)
def test_what_is_intended_asked_or_nobodys_is_no_view(reader, sentence: str) -> None:
    """Positions, questions, and what only the article says."""
    assert reader.views(sentence) == []


def test_what_a_report_reports_in_turn_is_told_once(reader) -> None:
    """ "Aides said that she fears": the view is hers."""
    found = reader.views("Aides said that Zambia fears that the deal is a trap.")
    assert [one.holder for one in found] == [("ZMB",)]


def test_a_quotation_ends_where_it_ends(reader) -> None:
    """Who says so is no part of what is said."""
    [found] = reader.views("“Angola has no money,” said Ana Ruiz, a lecturer at the law school in Lima.")
    assert found.proposition == "Angola has no money"
    assert found.quoted is True


def test_where_nobody_else_is_named_a_view_is_about_the_sides(reader) -> None:
    """The affair of an article is that of those it stands between."""
    text = (
        "Angola and Zambia met in Lima on Monday. Angola wants Zambia to leave the port. Zambia refuses to leave. "
        "Talks between Angola and Zambia go on. Angola said that the gap was too wide. Nobody smiled. It rained."
    )
    found = [one for one in reader.views(text) if one.proposition == "the gap was too wide"]
    assert [set(one.about_ids) for one in found] == [{"AGO", "ZMB"}]
