"""The document and how it is composed."""

from __future__ import annotations

import json
from typing import Any

import jsonschema

from dragoman.articles.article import Article
from dragoman.brief.compose import compose
from dragoman.brief.document import Brief, Disagreement, Saying, document_schema
from dragoman.case.case import Case


def _described(schema: dict[str, Any]) -> list[str]:
    bare = []
    for name, part in {"Brief": schema, **schema.get("$defs", {})}.items():
        for field, content in part.get("properties", {}).items():
            if "description" not in content:
                bare.append(f"{name}.{field}")
    return bare


def test_document_validates_against_its_schema(brief: Brief) -> None:
    """The JSON document is what its JSON Schema says."""
    schema = document_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(brief.to_json()), schema)


def test_every_field_is_described() -> None:
    """No field of the document is left to guessing."""
    assert _described(document_schema()) == []


def test_saved_and_read_back_is_the_same(brief: Brief) -> None:
    """Save, then load, is the identity."""
    assert Brief.model_validate_json(brief.to_json()) == brief


def test_same_input_same_bytes(strait: Any) -> None:
    """Two briefs of the same parts have the same JSON."""
    assert strait.brief().to_json() == strait.brief().to_json()


def test_order_of_statements_does_not_matter(strait: Any) -> None:
    """The order in which statements arrive leaves no trace."""
    assert strait.brief(statements=tuple(reversed(strait.statements))).to_json() == strait.brief().to_json()


def test_positions_that_say_the_same_are_one_line(strait: Any) -> None:
    """A demand made in two articles is one line with both statements."""
    twin = strait.statements[0].model_copy(update={"id": "p-crew-again"})
    brief = strait.brief(statements=(*strait.statements, twin))
    [line] = [line for line in brief.positions if "p-crew" in line.statements]
    assert line.statements == ("p-crew", "p-crew-again")


def test_undated_acts_come_last(brief: Brief) -> None:
    """Acts run by date: a bare year before its months, the undated at the end."""
    assert [act.date for act in brief.acts] == [
        "2029", "2031-01", "2031-01-19", "2031-01-21", "2031-01-23", "2031-03", "2031-03-10", "2031-05",
        None, None, None,
    ]  # fmt: skip


def test_cell_takes_words_before_defaults(brief: Brief) -> None:
    """A stance taken in words counts as said; one that only a default gives is marked as assumed."""
    boats = {cell.party: cell for option in brief.options if option.id == "boats" for cell in option.cells}
    assert (boats["GRK"].leaning, boats["GRK"].assumed) == ("for", False)
    assert (boats["RUR"].leaning, boats["RUR"].assumed) == ("against", True)
    assert boats["BRD"].leaning == "silent"


def test_missing_evidence_is_named(brief: Brief) -> None:
    """An id that the case cites and no statement has is reported, and linked from nowhere."""
    assert brief.made.missing == ("no-such-statement",)
    assert all("no-such-statement" not in line.statements for line in brief.made.left_out)


def test_quote_not_in_its_article_is_refused(strait: Any) -> None:
    """A statement whose words are not at their place is left out and counted."""
    gazette = strait.articles[0].model_copy(update={"text": "Something else altogether." + " " * 2000})
    brief = strait.brief(articles=(gazette, *strait.articles[1:]))
    refused = {line.id for line in brief.made.refused}
    assert "p-open" in refused
    assert refused.isdisjoint(line.id for line in brief.statements)


def test_second_article_of_one_id_is_skipped(strait: Any) -> None:
    """Two articles of one id would make evidence ambiguous: the second is skipped with its reason."""
    other = Article(id="gazette", text="Other words.", source="other.txt")
    brief = strait.brief(articles=(*strait.articles, other))
    assert [line.source for line in brief.made.skipped] == ["scan.pdf", "other.txt"]


def test_same_state_has_one_letter(brief: Brief) -> None:
    """An outcome keeps its letter from layer to layer."""
    assert brief.outcomes is not None
    letters: dict[tuple[str, ...], set[str]] = {}
    for layer in brief.outcomes.layers:
        for line in (layer.status_quo, *layer.holding, *layer.better_for_all):
            letters.setdefault(tuple(sorted(line.on)), set()).add(line.label)
    assert all(len(found) == 1 for found in letters.values())
    assert letters["ban", "pay", "plan"] == {"Now"}


def test_quotes_only_keeps_quotes_and_drops_texts(brief: Brief) -> None:
    """For sharing, full texts and sentences go; quotes stay."""
    shared = brief.quotes_only()
    assert all(not article.pieces for article in shared.articles)
    assert all(place.sentence is None and place.quote for line in shared.statements for place in line.places)


def test_empty_case_composes() -> None:
    """No party, no article, no statement: still a brief, and it says so."""
    brief = compose(Case(title="Nothing", parties={}, options={}), None, (), ())
    assert brief.in_short.about[0].text == "No party that could act was found."
    assert brief.trust.basis == "none"


def test_first_screen_says_that_words_alone_differ(brief: Brief) -> None:
    """Where the answer depends on defaults, the first screen says so."""
    assert any(line.text.startswith("On the words alone it does not hold") for line in brief.in_short.stands)


def test_notebook_card_escapes(strait: Any) -> None:
    """The summary shown in a notebook carries no markup from outside."""
    case = strait.case.model_copy(update={"title": "<script>alert(1)</script>"})
    shown = strait.brief(case=case)._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_ids_in_a_reason_become_its_evidence(strait: Any) -> None:
    """Where the analysis names statements in brackets, the brief links them and takes them out of the sentence."""
    told = strait.analysis.model_copy(update={"what_decides": ("It rests on one line [p-open, p-crew]; see [1].",)})
    outcomes = strait.brief(analysis=told).outcomes
    assert outcomes is not None
    assert outcomes.what_decides[0].text == "It rests on one line; see [1]."
    assert outcomes.what_decides[0].statements == ("p-open", "p-crew")


def test_contradictions_come_first(strait: Any) -> None:
    """What cannot both be right stands before what only completes each other."""
    sides = (Saying(says="one", statements=("a-close",)), Saying(says="other", statements=("gone",)))
    told = [
        Disagreement(about=verdict, kind="date", verdict=verdict, sides=sides)
        for verdict in ("complement", "tension", "contradict")
    ]
    lines = strait.brief(disagreements=told).disagreements
    assert [line.about for line in lines] == ["contradict", "tension", "complement"]
    assert lines[0].sides[1].statements == ()
