"""Rules propose, the model judges, corrects and adds."""

from __future__ import annotations

import json

import pytest

from dragoman.statements.llm.reader import ModelReader
from dragoman.statements.llm.settings import ModelSettings
from dragoman.statements.reader import read_article


@pytest.fixture
def proposals(tools, names, pipeline):
    """The positions that the rules read in the tests' article."""
    found = [s for s in read_article(tools.article(), pipeline, names) if s.kind == "position"]
    assert [(s.holder, s.stance) for s in found][:2] == [(("PER",), "demand"), (("CHL",), "refuse")]
    return {"gazette": found}


def test_proposals_are_shown_in_the_form_of_answers(proposals, names, tools):
    """Each proposal stands in the request with its number; the scheme tells what to do with them."""
    [request] = ModelReader(ModelSettings(model="small")).requests([tools.article()], names, proposals)
    told = request.question.split("proposals:\n")[1].split("\n")
    shown = json.loads(told[0].removeprefix("1: "))
    assert (shown["k"], shown["s"], shown["h"], shown["st"]) == ("p", 2, ["PER"], "demand")
    assert '"no"' in request.instructions
    [alone] = ModelReader(ModelSettings(model="small")).requests([tools.article()], names)
    assert "proposals" not in alone.question
    assert '"no"' not in alone.instructions


def test_silence_leaves_the_rules_statements_as_they_were(answered, proposals):
    """What the model passes over stays, with the rules' confidence and name."""
    reading = answered({"i": []}, proposals=proposals)
    assert list(reading.statements) == proposals["gazette"]


def test_agreement_makes_surer(answered, proposals):
    """A proposal that the model agrees with lacks half as much of certainty."""
    before = proposals["gazette"][0]
    after = answered({"i": [], "ok": [1]}, proposals=proposals).statements[0]
    assert after.id == before.id
    assert after.confidence == pytest.approx(1 - (1 - before.confidence) / 2)
    assert after.note == "the language model agrees"


def test_rejected_proposal_is_struck_and_listed(answered, proposals):
    """What the words do not bear out goes, and the report names it."""
    before = proposals["gazette"]
    reading = answered({"i": [], "no": [2]}, proposals=proposals)
    assert [s.id for s in reading.statements] == [s.id for s in before if s.id != before[1].id]
    assert reading.report.struck == (before[1].id,)


def test_contradictory_verdicts_change_nothing(answered, proposals):
    """What is both agreed with and rejected, and numbers of no proposal, leave everything as it was."""
    reading = answered({"i": [], "ok": [1], "no": [1, 99, 0, -1]}, proposals=proposals)
    assert list(reading.statements) == proposals["gazette"]


def test_correction_takes_a_proposals_place(answered, proposals, tools):
    """A corrected item stands in the proposal's place, under the model's name."""
    reading = answered({"i": [{**tools.refusal, "r": 2}]}, proposals=proposals)
    gone = proposals["gazette"][1].id
    assert gone not in {s.id for s in reading.statements}
    assert [s.quote for s in reading.statements if s.rule == "llm:by hand"] == [tools.refusal["q"]]
    assert reading.report.corrected == 1


def test_refused_correction_leaves_the_proposal(answered, proposals, tools):
    """A correction with made-up words corrects nothing."""
    reading = answered({"i": [{**tools.made_up, "r": 2}]}, proposals=proposals)
    assert list(reading.statements) == proposals["gazette"]
    assert reading.report.refused_quotes == 1


def test_echo_of_a_proposal_is_agreement(answered, proposals):
    """The model that says again what the rules said does not double it."""
    first = proposals["gazette"][0]
    echo = {"k": "p", "s": 2, "q": "Peru urged Chile to leave the bay", "h": ["PER"], "st": "demand", "d": ["CHL"],
            "x": "get out of the bay"}  # fmt: skip
    reading = answered({"i": [echo]}, proposals=proposals)
    assert len(reading.statements) == len(proposals["gazette"])
    assert reading.statements[0].confidence > first.confidence
    assert reading.report.agreed == 1


def test_unanswered_window_keeps_the_rules_statements(server, ask, tools, proposals):
    """Where the model fails, what the rules read is still there."""
    server.script = [tools.fails(500)]
    server.usual = tools.says({"i": []})
    articles = [tools.article(), tools.article(tools.text + "\nMore.", id="more")]
    reading = ask(*articles, proposals=proposals, in_flight=1)
    assert list(reading.statements) == proposals["gazette"]
    assert [one.article for one in reading.report.unread] == ["gazette"]
