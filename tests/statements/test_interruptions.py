"""What interrupts a clause: appositions, reports and adverbials are read apart, so that the clause stays whole."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.statements.appositions import appositions
from dragoman.statements.insertions import insertions
from dragoman.statements.reader import read_article
from dragoman.statements.statement import Act, Position

NAMES = Names.load()


def positions(text: str) -> list[tuple[tuple[str, ...], str, str]]:
    """Holder, stance and speaker of each position in *text*."""
    article = Article(id="a", text=text, date=dt.date(2020, 7, 24), source="a.txt")
    read = read_article(article, load_pipeline(), NAMES)
    return [(p.holder, p.stance, p.attribution) for p in read if isinstance(p, Position)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran, French officials said, must stop enriching uranium.", [("FRA",)]),
        ("Peru would, diplomats said, accept a delay if Bolivia paid its debts.", [("PER",), ("PER",)]),
        ("Peru, said two diplomats on Monday, refused to sign the treaty.", [("PER",)]),
        ("Kenya, according to two officials, has offered to cap its catch.", [("KEN",)]),
        ("Chad, however, insisted that Sudan attend.", [("TCD",)]),
        ("Chad has so far refused to sign the treaty with Libya.", [("TCD",)]),
        ("Peru, Bolivia's chief supplier of gas, rejects the plan.", [("PER",)]),
    ],
)
def test_a_clause_is_read_across_what_interrupts_it(text: str, expected: list[tuple[str, ...]]) -> None:
    """Holders are those of the clause, whoever the interruption names."""
    assert [holder for holder, _, _ in positions(text)] == expected


def test_a_quotation_goes_on_behind_the_report_in_its_midst() -> None:
    """ "We will not ...," she said, "unless ..." is one sentence of one speaker."""
    text = (
        '"We will not sign," President Nicolas Maduro of Venezuela said on Tuesday, "unless Peru lifts its sanctions."'
    )
    assert [(holder, stance) for holder, stance, _ in positions(text)] == [
        (("VEN:Nicolas Maduro",), "refuse"),
        (("VEN:Nicolas Maduro",), "demand"),
    ]


def test_the_inserted_report_says_who_says_it() -> None:
    """The speaker of an interruption is the source of the clause."""
    assert positions("Kenya would, Ugandan diplomats said, refuse to sign the treaty.")[0][2] == "UGA"


@pytest.mark.parametrize(
    "text",
    [
        "Peru, Bolivia, and Chile left.",
        "Talks with Peru, the United States and Chile, failed.",
        "Peru, the minister said, left.",
        "Peru, which is the host, left.",
    ],
)
def test_lists_and_clauses_are_no_appositions(text: str) -> None:
    """A name in a list, and whatever has a verb of its own, stays where it is."""
    assert appositions(text, NAMES.find(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, the minister said, without a smile, that Peru would sign.",
        "Peru signed, said Ana Lopez, a lawyer in Lima.",
        "Peru, which announced its own plan, left.",
        "Peru will sign, the minister said, and left the room.",
    ],
)
def test_reports_that_open_or_close_a_sentence_are_not_inserted(text: str) -> None:
    """Only what stands inside what it reports is read apart."""
    assert insertions(text) == []


def test_a_clause_goes_on_behind_a_relative_clause_of_its_subject() -> None:
    """ "Peru, which shares a border with Chile, accused Bolivia": the verb behind the comma is the subject's."""
    text = "Peru, which shares a border with Chile, accused Bolivia of closing the port."
    article = Article(id="a", text=text, date=dt.date(2020, 7, 24), source="a.txt")
    acts = [s for s in read_article(article, load_pipeline(), NAMES) if isinstance(s, Act)]
    assert [(act.actor, act.event, act.target) for act in acts] == [(("PER",), "ACCUSE", ("BOL",))]


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Abiy Ahmed, in an interview with Chinese television, called on Sudan to respect the treaty.", "ETH"),
        ("Serbia's minister, speaking at a rally in Nis, urged Kosovo to reopen the road.", "SRB"),
        ("Kenya, on which Uganda relies, has refused to open the port.", "KEN"),
        ("Peru, for whom no treaty is better than a bad one, insists on a cut.", "PER"),
    ],
)
def test_where_something_is_said_and_of_whom_parts_no_holder_from_its_stance(reader, text: str, holder: str) -> None:
    """An interview, a rally and a relative clause behind a preposition are passed over or read by themselves."""
    assert holder in {found.holder[0].split(":")[0] for found in reader.positions(text)}
