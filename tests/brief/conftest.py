"""A small fictional dispute: four articles, their statements, a case and its analysis."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles.article import Article, Copy, Debris
from dragoman.brief.compose import compose
from dragoman.brief.document import Brief, Disagreement, Saying, Skipped
from dragoman.brief.trust import ReaderMeasures
from dragoman.case.analysis import Analysis, Departure, Layer, Outcome
from dragoman.case.case import Case
from dragoman.statements.statement import Statement, statement_adapter

_HERE = Path(__file__).parent / "strait"


def _text(name: str) -> str:
    return (_HERE / f"{name}.txt").read_text(encoding="utf-8")


def _debris(text: str, *lines: str) -> tuple[Debris, ...]:
    return tuple(
        Debris(start=text.index(line), end=text.index(line) + len(line), why=why)
        for line, why in zip(lines[::2], lines[1::2], strict=True)
    )


def strait_articles() -> tuple[Article, ...]:
    repost = _text("repost")
    return (
        Article(
            id="gazette",
            text=_text("gazette"),
            title="Ruritania keeps Varda Strait shut",
            outlet="Strait Gazette",
            date=dt.date(2031, 3, 3),
            date_basis="dateline",
            url="https://gazette.example/varda",
            source="gazette.txt",
            copies=(Copy(id="gazette-2", outlet="Evening Lamp", source="lamp.txt", likeness=0.97),),
        ),
        Article(
            id="tribune",
            text=_text("tribune"),
            title="The strait that nobody dares to open",
            outlet="Tribune",
            author="Mira Olsson",
            date=dt.date(2031, 3, 24),
            date_basis="metadata.csv",
            source="tribune.txt",
        ),
        Article(
            id="repost",
            text=repost,
            title="Brandt: boats first, then sailors",
            outlet="News Aggregate",
            source="repost.txt",
            debris=_debris(
                repost,
                "Share this story 214 shares", "share counter",
                "Advertisement - continue reading below", "advert",
                "Read also: Ten harbours to see before you die", "related link",
            ),  # fmt: skip
        ),
        Article(
            id="courier", text=_text("courier"), outlet="Courier", date=dt.date(2031, 3, 12), source="courier.txt"
        ),
    )


def _evidence(article: str, span: str) -> dict[str, Any]:
    text = _text(article)
    start = text.index(span)
    return {
        "article": article,
        "sentence": span,
        "char_start": start,
        "char_end": start + len(span),
        "span": span,
        "span_start": start,
        "span_end": start + len(span),
    }


def _said(name: str, kind: str, article: str, span: str, **fields: Any) -> Statement:
    flat = {"id": name, "kind": kind, "rule": f"{kind}.sample", "confidence": 0.8, **_evidence(article, span), **fields}
    return statement_adapter.validate_python(flat)


_VELL, _BRANDT = "RUR:Anna Vell", "GRK:Otto Brandt"


def strait_statements() -> tuple[Statement, ...]:
    two_places = [
        _evidence("gazette", "keep the Varda Strait closed until Graustark frees the nine sailors"),
        _evidence("tribune", "Ruritania wants its sailors back"),
    ]
    return (
        _said("p-crew", "position", "gazette", "", holder=["RUR"], stance="demand", doer=["GRK"],
              action="free the crew of the Meridian", evidence=two_places),
        _said("p-open", "position", "gazette", "We will reopen the strait to all shipping on the day our crew comes home",
              holder=[_VELL], stance="offer", doer=["RUR"], action="reopen the strait to all shipping", attribution=_VELL,
              quoted=True, degree="full",
              condition={"type": "in_exchange_for", "doer": ["GRK"], "action": "free the crew", "span": None}),
        _said("p-not-part", "position", "gazette", "Not before, and not in part", holder=[_VELL], stance="refuse",
              doer=["RUR"], action="reopen the strait in part", attribution=_VELL, quoted=True, degree="partial"),
        _said("p-free-if", "position", "gazette",
              "free the sailors only if Ruritania first withdrew its patrol boats from the Lantern Bank",
              holder=[_BRANDT], stance="offer", doer=["GRK"], action="free the crew of the Meridian",
              condition={"type": "only_if", "doer": ["RUR"], "action": "withdraw the patrol boats"}, attribution=_BRANDT),
        _said("p-boats", "position", "tribune", "Graustark wants the patrol boats gone from the Lantern Bank",
              holder=["GRK"], stance="demand", doer=["RUR"], action="withdraw the patrol boats from the Lantern Bank"),
        _said("p-plan-1", "position", "gazette", "the crew goes free and the strait opens, step by step", holder=["LRP"],
              stance="demand", doer=["GRK"], action="free the crew of the Meridian",
              condition={"type": "step_for_step", "doer": ["RUR"], "action": "reopen the strait"}),
        _said("p-plan-2", "position", "gazette",
              "the crew goes free and the strait opens, step by step, under the eyes of the League's inspectors",
              holder=["LRP"], stance="demand", doer=["RUR"], action="reopen the strait", degree="partial",
              condition={"type": "step_for_step", "doer": ["GRK"], "action": "free the crew"}),
        _said("p-inspect-yes", "position", "gazette", "Ruritania said that it could live with inspectors", holder=["RUR"],
              stance="support", doer=["LRP"], action="send inspectors"),
        _said("p-inspect-no", "position", "gazette", "Graustark has refused to let them in", holder=["GRK"],
              stance="refuse", doer=["GRK"], action="admit the League's inspectors"),
        _said("p-part-grain", "position", "tribune",
              "they will lift the closure in part, for grain ships only, if Graustark lets the League's inspectors aboard",
              holder=["RUR"], stance="offer", doer=["RUR"], action="reopen the strait for grain ships", degree="partial",
              condition={"type": "in_exchange_for", "doer": ["GRK"], "action": "admit the League's inspectors"}),
        _said("p-ban", "position", "repost",
              "lift its ban on timber and fish in exchange for the withdrawal of Ruritanian patrol boats",
              holder=[_BRANDT], stance="offer", doer=["GRK"], action="lift the ban on timber and fish",
              condition={"type": "in_exchange_for", "doer": ["RUR"], "action": "withdraw the patrol boats"}),
        _said("p-compensate", "position", "tribune",
              "promised last week to compensate Graustark for any loss if the timber ban stays in place", holder=["BRD"],
              stance="promise", doer=["BRD"], action="compensate Graustark", recipient=["GRK"],
              condition={"type": "only_if", "doer": ["GRK"], "action": "keep the timber ban"}),
        _said("p-answer", "position", "tribune", "The League has set 30 April as the last day for an answer",
              holder=["LRP"], stance="demand", doer=["RUR", "GRK"], action="answer the League's plan",
              deadline="2031-04-30"),
        _said("p-brd-no", "position", "courier", "opposes any inspection by the League", holder=["BRD"], stance="oppose",
              doer=["LRP"], action="send inspectors"),
        _said("p-brd-claim", "position", "courier", "Borduria supports Graustark's claim to the Lantern Bank",
              holder=["BRD"], stance="support", doer=["GRK"], action="claim the Lantern Bank"),
        _said("p-meet", "position", "courier", "Vell will not meet Brandt before the crew is free", holder=[_VELL],
              stance="refuse", doer=[_VELL], action="meet Brandt",
              condition={"type": "before", "doer": ["GRK"], "action": "free the crew"}),
        _said("a-close", "act", "gazette", "Ruritania closed the strait on 21 January", actor=["RUR"], event="SANCTION",
              target=["GRK"], place="Varda Strait", date="2031-01-21", date_basis="text", status="done", event_id="close"),
        _said("a-close-2", "act", "courier", "Ruritania shut the Varda Strait on 23 January", actor=["RUR"],
              event="SANCTION", target=["GRK"], place="Varda Strait", date="2031-01-23", date_basis="text",
              status="done", event_id="close-2"),
        _said("a-seize", "act", "gazette", "Graustark seized the trawler Meridian and its crew", actor=["GRK"],
              event="COERCE", target=["RUR"], date="2031-01-19", date_basis="text", status="done"),
        _said("a-ban", "act", "gazette", "Graustark put a ban on Ruritanian timber and fish a week later", actor=["GRK"],
              event="SANCTION", target=["RUR"], date="2031-01", date_basis="text", status="done"),
        _said("a-reject", "act", "gazette", "Otto Brandt, rejected the demand", actor=[_BRANDT], event="REJECT",
              target=["RUR"], status="done"),
        _said("a-tore", "act", "tribune", "tore up the paper within a month", actor=["GRK"], event="RETREAT",
              target=["RUR"], date="2029", date_basis="text", status="done"),
        _said("a-call", "act", "gazette", "called on both governments to accept its plan", actor=["LRP"],
              event="REQUEST", target=["RUR", "GRK"], date="2031-03", date_basis="publication", status="done"),
        _said("a-piracy", "act", "repost", "He called the closure of the strait piracy", actor=[_BRANDT], event="ACCUSE",
              target=["RUR"], status="done"),
        _said("a-inspectors", "act", "repost", "Ruritania received the League's inspectors in Varda on 10 March",
              actor=["RUR"], event="CONSULT", target=["LRP"], place="Varda", date="2031-03-10", date_basis="text",
              status="done"),
        _said("a-ram", "act", "repost", "Ruritania denies that its patrols rammed anyone", actor=["RUR"],
              event="ASSAULT", target=["GRK"], status="denied"),
        _said("a-arbitrate", "act", "tribune", "they will take the matter to arbitration without either side",
              actor=["LRP"], event="REQUEST", target=["RUR", "GRK"], date="2031-05", date_basis="text", status="planned"),
        _said("t-patron", "tie", "tribune", "has been Brandt's patron for a decade", to=["GRK"], relation="patron",
              **{"from": ["BRD"]}),
        _said("t-trade", "tie", "tribune", "sells Graustark most of its grain and buys most of its ore", to=["GRK"],
              relation="trade_partner", **{"from": ["BRD"]}),
        _said("t-mistrust", "tie", "tribune", "Ruritania mistrusts every word that comes from Brandt's chancellery",
              to=["GRK"], relation="mistrusts", **{"from": ["RUR"]}),
        _said("t-closer", "tie", "repost", "The League of River Ports and Ruritania have grown closer", to=["RUR"],
              relation="improving_relations", **{"from": ["LRP"]}),
        _said("v-hold", "view", "tribune", "A settlement by the League would end its hold on Graustark",
              holder=["Harbour Institute:Ilse Roth"], about="Borduria's motive", about_ids=["BRD"],
              proposition="a settlement by the League would end Borduria's hold on Graustark",
              attribution="Harbour Institute:Ilse Roth", quoted=True, motive=True),
        _said("v-victory", "view", "tribune",
              "Graustark would accept a partial opening if it could call it a victory",
              holder=["Harbour Institute:Ilse Roth"], about="Graustark", about_ids=["GRK"],
              proposition="Graustark would accept a partial opening that it could call a victory",
              attribution="Harbour Institute:Ilse Roth", modality="believes"),
        _said("v-nerve", "view", "tribune", "less like a dispute over a trawler than like a test of nerve",
              holder=["author"], about="the quarrel", proposition="the quarrel is a test of nerve"),
    )  # fmt: skip


def strait_case() -> Case:
    return Case.model_validate(
        {
            "title": "The Varda Strait",
            "as_of": "2031-03-24",
            "summary": "Ruritania keeps the Varda Strait closed until Graustark frees nine sailors; Graustark will free "
            "them only once Ruritanian patrol boats leave the Lantern Bank. The League of River Ports offers a plan of "
            "small steps under its inspectors.",
            "parties": {
                "RUR": {"name": "Ruritania", "persons": ["Anna Vell"], "evidence": ["p-open", "p-crew"]},
                "GRK": {"name": "Graustark", "persons": ["Otto Brandt"], "evidence": ["p-free-if"]},
                "LRP": {"name": "League of River Ports", "evidence": ["p-plan-1"]},
                "BRD": {"name": "Borduria", "evidence": ["p-compensate"]},
            },
            "options": {
                "reopen": {"party": "RUR", "does": "reopen the strait to all shipping", "evidence": ["p-open"]},
                "grain": {
                    "party": "RUR", "does": "reopen the strait for grain ships only",
                    "evidence": ["p-part-grain", "p-not-part", "p-plan-2"],
                },
                "boats": {
                    "party": "RUR", "does": "withdraw the patrol boats from the Lantern Bank",
                    "evidence": ["p-boats"],
                },
                "free": {
                    "party": "GRK", "does": "free the crew of the Meridian", "one_way": True,
                    "evidence": ["p-crew", "p-free-if", "p-plan-1"],
                },
                "inspect": {
                    "party": "GRK", "does": "admit the League's inspectors",
                    "evidence": ["p-inspect-no", "p-inspect-yes", "p-brd-no"],
                },
                "ban": {"party": "GRK", "does": "keep the ban on timber and fish", "evidence": ["p-ban", "a-ban"]},
                "plan": {"party": "LRP", "does": "keep its plan on the table", "evidence": ["p-answer", "a-call"]},
                "pay": {"party": "BRD", "does": "compensate Graustark", "evidence": ["p-compensate"]},
            },
            "infeasible": [{"when": "reopen and grain", "why": "one degree of opening at a time", "evidence": ["p-open"]}],
            "status_quo": ["ban", "plan", "pay"],
            "preferences": {
                "RUR": [
                    {"prefers": "free", "evidence": ["p-crew", "p-open"]},
                    {"prefers": "not reopen unless free", "evidence": ["p-open"]},
                    {"prefers": "not grain unless inspect", "evidence": ["p-part-grain"]},
                    {"prefers": "reopen if free", "basis": "promise", "evidence": ["p-open"]},
                    {"prefers": "not boats", "basis": "default", "note": "a requested concession costs its doer"},
                    {"prefers": "not ban", "basis": "judgement"},
                ],
                "GRK": [
                    {"prefers": "boats", "evidence": ["p-boats"]},
                    {"prefers": "not free unless boats", "evidence": ["p-free-if"]},
                    {"prefers": "reopen or grain", "basis": "judgement"},
                    {"prefers": "not inspect", "evidence": ["p-inspect-no"]},
                    {"prefers": "ban unless boats", "evidence": ["p-ban"]},
                ],
                "LRP": [
                    {"prefers": "grain iff inspect", "evidence": ["p-plan-1", "p-plan-2"]},
                    {"prefers": "free", "evidence": ["p-plan-1"]},
                    {"prefers": "plan", "basis": "default"},
                ],
                "BRD": [
                    {"prefers": "not inspect", "evidence": ["p-brd-no"]},
                    {"prefers": "pay iff ban", "evidence": ["p-compensate"]},
                ],
            },
            "ties": [{"from": "BRD", "to": "GRK", "relation": "patron", "evidence": ["t-patron"]}],
            "deadlines": [
                {
                    "date": "2031-04-30", "by": ["LRP"], "on": ["RUR", "GRK"], "about": "answer the League's plan",
                    "evidence": ["p-answer"],
                }
            ],
            "left_out": [
                {"what": "meet Brandt", "why": "asked of nobody", "evidence": ["p-meet"]},
                {"what": "arbitration", "why": "no party's answer to it is known", "evidence": ["no-such-statement"]},
            ],
        }
    )  # fmt: skip


_PARTIES = ("RUR", "GRK", "LRP", "BRD")
_ALL = ("nash", "gmr", "smr", "seq")
_SQ = ("ban", "plan", "pay")


def _state(on: tuple[str, ...], **fields: Any) -> Outcome:
    stable = {party: _ALL for party in _PARTIES} | fields.pop("stable_for", {})
    return Outcome(on=on, stable_for=stable, **fields)


def strait_analysis() -> Analysis:
    now = _state(_SQ, equilibrium=_ALL, equal_for=_PARTIES)
    leave_ban = Departure(
        party="GRK", turns_on=(), turns_off=("ban",), to=("plan", "pay"),
        reason="Graustark would gain by no longer keeping the ban, and nobody can answer it.",
    )  # fmt: skip
    pocket = Departure(
        party="RUR", turns_on=(), turns_off=("boats",), to=("reopen", "free", "plan"), answered_by=("GRK",),
        answer=("reopen", "free", "ban", "plan"),
        reason="Ruritania would gain by sending the patrol boats back, but Graustark would answer with its ban.",
    )  # fmt: skip
    full = _state(
        ("reopen", "boats", "free", "plan"), equilibrium=("gmr", "smr", "seq"), better_for=("RUR", "GRK", "LRP"),
        equal_for=("BRD",), departures=(pocket,), stable_for={"RUR": ("gmr", "smr", "seq")},
    )  # fmt: skip
    grain = _state(
        ("grain", "inspect", *_SQ), better_for=("LRP", "RUR"), worse_for=("GRK", "BRD"),
        stable_for={"GRK": ()},
        departures=(
            Departure(
                party="GRK", turns_on=(), turns_off=("inspect",), to=("grain", *_SQ),
                reason="Graustark would gain by sending the inspectors away.",
            ),
        ),
    )  # fmt: skip
    breakdown = _state(("ban", "pay"), equilibrium=_ALL, worse_for=("LRP",), equal_for=("RUR", "GRK", "BRD"))
    words_now = now.model_copy(
        update={"equilibrium": (), "stable_for": now.stable_for | {"GRK": ()}, "departures": (leave_ban,)}
    )
    return Analysis(
        title="The Varda Strait",
        parties=_PARTIES,
        options=("reopen", "grain", "boats", "free", "inspect", "ban", "plan", "pay"),
        combinations=256,
        states=192,
        shown=10,
        layers={
            "words": Layer(
                name="words", lines={"RUR": 3, "GRK": 4, "LRP": 2, "BRD": 2},
                counts={"nash": 6, "gmr": 20, "smr": 18, "seq": 12}, status_quo=words_now, outcomes=(breakdown,),
                better_for_all=(full, grain),
            ),
            "defaults": Layer(
                name="defaults", lines={"RUR": 5, "GRK": 5, "LRP": 3, "BRD": 2},
                counts={"nash": 2, "gmr": 9, "smr": 9, "seq": 4}, status_quo=now, outcomes=(now, breakdown, full),
                better_for_all=(full,),
            ),
            "promises": Layer(
                name="promises", lines={"RUR": 6, "GRK": 5, "LRP": 3, "BRD": 2},
                counts={"nash": 3, "gmr": 9, "smr": 9, "seq": 4}, status_quo=now,
                outcomes=(now, breakdown, full.model_copy(update={"equilibrium": _ALL, "departures": ()})),
                better_for_all=(full.model_copy(update={"equilibrium": _ALL, "departures": ()}),),
            ),
        },
        what_decides=(
            "On the words alone the status quo does not hold; it holds once defaults count: "
            "Graustark’s wish to keep its ban is a default.",
        ),
        method="Graph model in option form, option prioritisation; Nash, GMR, SMR, SEQ with legal sequences.",
        warnings=("One preference in three is a default or a judgement.",),
    )  # fmt: skip


@dataclass(frozen=True)
class Strait:
    """All that a brief of the strait dispute is made from."""

    case: Case
    analysis: Analysis
    statements: tuple[Statement, ...]
    articles: tuple[Article, ...]

    def brief(self, **changes: Any) -> Brief:
        parts: dict[str, Any] = {
            "case": self.case, "analysis": self.analysis, "statements": self.statements, "articles": self.articles,
            "reader": ReaderMeasures(
                articles=4, note="articles it was not tuned to",
                precision={"position": 0.61, "act": 0.68, "tie": 0.8}, recall={"position": 0.42, "act": 0.47},
            ),
            "skipped": (Skipped(source="scan.pdf", why="The PDF has no text layer."),),
            "settings": {"pipeline": "built in", "near duplicates": "0.8 of word sequences"},
            "disagreements": (
                Disagreement(
                    about="When Ruritania closed the strait", kind="date",
                    sides=(
                        Saying(says="on 21 January", statements=("a-close",)),
                        Saying(says="on 23 January", statements=("a-close-2",)),
                    ),
                ),
            ),
        }  # fmt: skip
        parts.update(changes)
        return compose(**parts)


@pytest.fixture(scope="session")
def strait() -> Strait:
    return Strait(strait_case(), strait_analysis(), strait_statements(), strait_articles())


@pytest.fixture(scope="session")
def brief(strait: Strait) -> Brief:
    return strait.brief()
