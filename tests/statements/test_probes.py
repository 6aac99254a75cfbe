"""Behaviour probes: a change of the words changes in the statements what it should, and nothing else.

After Ribeiro et al. (2020), "Beyond Accuracy: Behavioral Testing of NLP Models with CheckList". Renaming parties and
reordering articles are probed in ``test_reader.py``.
"""

from __future__ import annotations

import pytest

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline
from dragoman.ledger.merge import merge
from dragoman.statements.reader import read_article
from dragoman.statements.statement import Act, Position, Tie, statement_adapter

AGAINST = {"oppose", "refuse"}


def acts(found) -> set[tuple[object, ...]]:
    """Who did what to whom, and how real it is."""
    return {(s.actor, s.event, s.target, s.status) for s in found if isinstance(s, Act)}


def positions(found) -> set[tuple[object, ...]]:
    """Who takes which side on whose doing."""
    return {(s.holder, s.stance in AGAINST, s.doer) for s in found if isinstance(s, Position)}


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Iran attacked Peru.", "Peru was attacked by Iran."),
        ("France condemned Iran on Monday.", "Iran was condemned by France on Monday."),
        ("Peru expelled Iran’s ambassador.", "Iran’s ambassador was expelled by Peru."),
        ("Chile invaded Peru in May.", "Peru was invaded by Chile in May."),
        ("The European Union criticised Russia.", "Russia was criticised by the European Union."),
    ],
)
def test_an_act_in_the_passive_is_the_same_act(reader, active: str, passive: str) -> None:
    """Who did it and to whom does not depend on who stands first."""
    assert acts(reader.statements(active))
    assert acts(reader.statements(active)) == acts(reader.statements(passive))


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("France urged Iran to stop enrichment.", "Iran was urged by France to stop enrichment."),
        ("Peru rejected the plan to reopen the port.", "The plan to reopen the port was rejected by Peru."),
        ("Chile opposes the sale of the islands by Peru.", "The sale of the islands by Peru is opposed by Chile."),
    ],
)
def test_a_position_in_the_passive_is_the_same_position(reader, active: str, passive: str) -> None:
    """Holder, side and doer stay."""
    assert positions(reader.statements(active))
    assert positions(reader.statements(active)) == positions(reader.statements(passive))


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("Iran attacked Peru.", "Iran did not attack Peru."),
        ("Iran attacked Peru.", "Iran never attacked Peru."),
        ("Iran met Peru in Oslo on Monday.", "Iran did not meet Peru in Oslo on Monday."),
        ("France has condemned Iran.", "France has not condemned Iran."),
    ],
)
def test_a_negation_denies_an_act(reader, plain: str, negated: str) -> None:
    """Only how real it is changes: done becomes denied."""
    denied = {(actor, event, target, "denied") for actor, event, target, _ in acts(reader.statements(plain))}
    assert denied
    assert acts(reader.statements(negated)) == denied


@pytest.mark.parametrize(
    ("plain", "negated"),
    [
        ("France supports the sale of the port by Peru.", "France does not support the sale of the port by Peru."),
        ("France wants Peru to sell the port.", "France does not want Peru to sell the port."),
        ("France opposes the sale of the port by Peru.", "France does not oppose the sale of the port by Peru."),
        ("Peru is ready to sell the port.", "Peru is not ready to sell the port."),
    ],
)
def test_a_negation_never_leaves_a_position_on_its_side(reader, plain: str, negated: str) -> None:
    """The side turns, or the position goes; holder and doer stay."""
    before, after = positions(reader.statements(plain)), positions(reader.statements(negated))
    assert before
    assert after <= {(holder, not against, doer) for holder, against, doer in before}


@pytest.mark.parametrize("negated", ["Peru is not an ally of France.", "Peru is no ally of France."])
def test_a_negation_ends_a_tie(reader, negated: str) -> None:
    """Who is no ally is not told as one."""
    ties = [s for s in reader.statements(negated) if isinstance(s, Tie)]
    assert [s for s in ties if s.relation == "ally" and not s.negated and s.polarity == "positive"] == []


def test_the_outlet_changes_nothing(pipeline: Pipeline, names: Names) -> None:
    """What is read does not depend on who prints it, nor under which title and byline."""
    text = "France urged Iran to stop enrichment. Iran attacked Peru. Peru believes that France is weak."
    plain = Article(id="a1", text=text, source="a1.txt")
    printed = plain.model_copy(
        update={"outlet": "Tehran Times", "author": "Hassan Rouhani", "title": "Peru", "url": "x"}
    )
    assert read_article(printed, pipeline, names) == read_article(plain, pipeline, names)


def test_the_order_of_articles_changes_no_event(pipeline: Pipeline, names: Names) -> None:
    """Merged across articles, the statements are the same whichever article came first."""
    texts = ["Iran attacked Peru on 3 May 2024.", "On 3 May 2024 Iran attacked Peru.", "France urged Iran to stop."]
    articles = [Article(id=f"a{n}", text=text, source=f"a{n}.txt") for n, text in enumerate(texts)]
    read = [read_article(article, pipeline, names) for article in articles]
    told = {
        merge([s for found in order for s in found], articles)
        for order in (read, read[::-1], [read[1], read[2], read[0]])
    }
    assert len(told) == 1
    [merged] = told
    events = {s.event_id for s in merged if isinstance(s, Act) and s.event == "ASSAULT"}
    assert len(events) == 1
    assert None not in events


def test_a_statement_survives_its_file(reader) -> None:
    """What is written and read back is the same statement."""
    found = reader.statements("France urged Iran to stop enrichment unless Peru signs. Iran attacked Peru.")
    assert [statement_adapter.validate_python(s.model_dump(mode="json", by_alias=True)) for s in found] == found
