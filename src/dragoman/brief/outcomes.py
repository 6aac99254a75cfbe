"""Outcomes: which hold and why, the present one first; what would be better for all and what stands in its way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from pydantic import Field

from dragoman.brief.naming import Names, capitalised
from dragoman.brief.record import Ids, Record, Sentence
from dragoman.brief.wants import OptionLine, PartyLine
from dragoman.case.analysis import Analysis, Departure, Layer, LayerName, Outcome
from dragoman.case.answers import Answers
from dragoman.case.lettering import in_order, letters
from dragoman.plain import listed

__all__ = ["Change", "LayerLine", "OutcomeLine", "Outcomes", "outcomes"]

_TITLES: dict[LayerName, tuple[str, str]] = {
    "words": ("The words alone", "only preferences that the articles’ words state"),
    "defaults": ("Words, defaults and judgements", "what was said, plus the stated defaults and a person’s judgements"),
    "promises": ("With promises kept", "all of these, and every promise taken as kept"),
}
_PREFERRED: tuple[LayerName, ...] = ("defaults", "words", "promises")
_NOW = "Now"
_BRACKETS = re.compile(r" ?\[([^\[\]]+)\]")
_EVIDENCE_SHOWN = 4


class Change(Record):
    """An option that differs from how things stand now."""

    party: str = Field(description="who controls it")
    option: str = Field(description="option id")
    taken: bool = Field(description="true where it is taken up, false where it is given up")


class OutcomeLine(Record):
    """A state that matters, in words."""

    label: str = Field(description='"Now", or a letter: the same state has the same letter throughout')
    on: Ids = Field(description="options taken in it")
    changes: tuple[Change, ...] = Field(description="what differs from now")
    equilibrium: Ids = Field(description="concepts under which it is stable for every party: nash, seq, smr, gmr")
    verdict: str = Field(description="whether it holds, and how firmly, in plain words")
    why: tuple[Sentence, ...] = Field(description="who would leave it and what answers that; empty: nobody gains")
    statements: Ids = Field(description="statements behind the options that differ from now")
    better_for: Ids = Field(description="parties that prefer it to how things stand")
    worse_for: Ids = Field(description="parties that prefer how things stand")
    equal_for: Ids = Field(description="parties that are indifferent")
    in_the_way: tuple[Sentence, ...] = Field(
        default=(), description="for a state better for all: what keeps the parties from it"
    )
    under: dict[LayerName, str] = Field(
        default_factory=dict, description="layer to how firmly it holds there: nash, seq or none; empty: not asked"
    )
    share: float | None = Field(
        default=None, description="share of plausible preference orders in which it holds (SEQ)"
    )
    share_outright: float | None = Field(default=None, description="share in which it holds outright (Nash)")
    rests_on: tuple[Sentence, ...] | None = Field(
        default=None, description="what would be without each statement that it rests on; None: not examined"
    )


class LayerLine(Record):
    """The outcomes under one choice of which preference lines count."""

    name: LayerName = Field(description="words, defaults or promises")
    title: str = Field(description="what it is called")
    counted: str = Field(description="which preference lines count, in words")
    lines: int = Field(description="how many preference lines counted")
    counts: dict[str, int] = Field(description="concept to how many states are equilibria under it")
    status_quo: OutcomeLine = Field(description="how things stand now")
    holding: tuple[OutcomeLine, ...] = Field(description="states that hold, strongest first; not all where many")
    better_for_all: tuple[OutcomeLine, ...] = Field(
        description="states better for some party and worse for none; not all where many"
    )


class Outcomes(Record):
    """What the graph model says of the case."""

    combinations: int = Field(description="all combinations of options")
    states: int = Field(description="feasible ones, all examined")
    shown: int = Field(description="at most so many states are listed in each list")
    main: LayerName = Field(description="the layer that the first screen speaks of")
    layers: tuple[LayerLine, ...] = Field(description="words, defaults, promises, as far as analysed")
    what_decides: tuple[Sentence, ...] = Field(description="where the layers part, in plain sentences")
    warnings: tuple[Sentence, ...] = Field(description="what to know before relying on it")
    plausible: str | None = Field(default=None, description="which preference orders count as plausible")
    grounds: str | None = Field(default=None, description="how it was found out what outcomes rest on")
    method: str = Field(description="definitions, conventions and version used")

    @property
    def main_layer(self) -> LayerLine:
        """The layer that the first screen speaks of."""
        return next(layer for layer in self.layers if layer.name == self.main)


class _Wording:
    """Puts outcomes of one case into words."""

    def __init__(
        self, parties: Sequence[PartyLine], options: Sequence[OptionLine], names: Names, answers: Answers | None
    ) -> None:
        likely = answers.likelihood.shares if answers and answers.likelihood else ()
        grounds = answers.rests_on.outcomes if answers and answers.rests_on else ()
        self.shares = {frozenset(share.on): share for share in likely}
        self.grounds = {frozenset(found.on): found.grounds for found in grounds}
        self.names = names
        self.options = {option.id: option for option in options}
        self.priorities = {party.id: party.priorities for party in parties}
        self.now = frozenset(option.id for option in options if option.taken)
        self.known = {found for option in options for found in option.statements}
        self.known.update(found for party in parties for wish in party.priorities for found in wish.statements)
        self.labels: dict[frozenset[str], str] = {self.now: _NOW}

    def label(self, on: Iterable[str]) -> str:
        return self.labels.setdefault(frozenset(on), letters(len(self.labels) - 1))

    def changes(self, on: Iterable[str]) -> tuple[Change, ...]:
        taken = frozenset(on)
        return tuple(
            Change(party=line.party, option=option, taken=option in taken)
            for option, line in self.options.items()
            if (option in taken) != (option in self.now)
        )

    def evidence(self, party: str | None, moved: Iterable[str]) -> Ids:
        """Statements behind *moved* options, those of *party*'s priorities about them first; not more than a few."""
        names = set(moved)
        wishes = [
            wish for wish in self.priorities.get(party or "", ()) if any(part.option in names for part in wish.parts)
        ]
        behind = [wish.statements for wish in wishes]
        behind += [line.statements for option, line in self.options.items() if option in names]
        return tuple(dict.fromkeys(found for ids in behind for found in ids))[:_EVIDENCE_SHOWN]

    def sentence(self, text: str) -> Sentence:
        """Turn statement ids in square brackets into the statements that the sentence rests on."""
        ids: list[str] = []

        def taken(match: re.Match[str]) -> str:
            found = [name.strip() for name in match[1].split(",")]
            if not self.known.issuperset(found):
                return match[0]
            ids.extend(found)
            return ""

        return Sentence(text=_BRACKETS.sub(taken, text), statements=tuple(dict.fromkeys(ids)))

    def leaving(self, departure: Departure) -> Sentence:
        moved = (*departure.turns_on, *departure.turns_off)
        said = self.sentence(departure.reason)
        return said if said.statements else Sentence(text=said.text, statements=self.evidence(departure.party, moved))

    def rests_on(self, on: frozenset[str]) -> tuple[Sentence, ...] | None:
        if on not in self.grounds:
            return None
        return tuple(Sentence(text=one.because, statements=(one.statement,)) for one in self.grounds[on])

    def outcome(self, outcome: Outcome, *, better: bool = False, main: bool = False) -> OutcomeLine:
        on = frozenset(outcome.on)
        share = self.shares.get(on) if main else None
        return OutcomeLine(
            label=self.label(outcome.on),
            on=outcome.on,
            changes=self.changes(outcome.on),
            equilibrium=outcome.equilibrium,
            verdict=_verdict(outcome, self.names),
            why=tuple(self.leaving(departure) for departure in outcome.departures),
            statements=self.evidence(None, (change.option for change in self.changes(outcome.on))),
            better_for=outcome.better_for,
            worse_for=outcome.worse_for,
            equal_for=outcome.equal_for,
            in_the_way=tuple(self.obstacles(outcome)) if better else (),
            under=dict(outcome.under),
            share=share.seq if share else None,
            share_outright=share.nash if share else None,
            rests_on=self.rests_on(on) if main else None,
        )

    def obstacles(self, outcome: Outcome) -> Iterator[Sentence]:
        """Who would have to move, whether anyone can alone, and who would leave it once there."""
        changes = self.changes(outcome.on)
        movers = tuple(dict.fromkeys(change.party for change in changes))
        if outcome.reachable_alone:
            gain = "" if set(outcome.reachable_alone) & set(outcome.better_for) else ", but would gain nothing by it"
            text = f"{self.names.all(outcome.reachable_alone)} could bring it about alone{gain}"
        elif len(movers) > 1:
            text = f"Nobody can bring it about alone: {self.names.all(movers)} must move together or one after another"
        else:
            text = f"Only {self.names.all(movers)} can bring it about, and not in one move"
        yield Sentence(
            text=f"{capitalised(text)}.", statements=self.evidence(None, (change.option for change in changes))
        )
        if "nash" in outcome.equilibrium:
            yield Sentence(text="Once there, nobody gains by leaving alone.")
        for departure in outcome.departures:
            reason = self.leaving(departure)
            yield reason.model_copy(update={"text": f"Once there: {reason.text}"})


def _verdict(outcome: Outcome, names: Names) -> str:
    if "nash" in outcome.equilibrium:
        return "It holds: no party gains by moving alone."
    if not outcome.stable_for:
        return "Whether it holds is not known."
    tempted = listed([names.of(party) for party, concepts in outcome.stable_for.items() if "nash" not in concepts])
    if "seq" in outcome.equilibrium:
        return f"It holds if {tempted} can foresee that the others’ own best replies would undo the gain."
    if {"smr", "gmr"} & set(outcome.equilibrium):
        return f"It holds only if {tempted} must fear replies that could also hurt those who make them."
    leaving = [name for name, concepts in outcome.stable_for.items() if not {"nash", "seq"} & set(concepts)]
    who = names.all(leaving) if leaving else tempted
    return f"It does not hold: {who} would gain by leaving it, and nobody’s own best reply undoes that."


def _layer(layer: Layer, wording: _Wording, *, main: bool) -> LayerLine:
    title, counted = _TITLES[layer.name]
    return LayerLine(
        name=layer.name,
        title=title,
        counted=counted,
        lines=sum(layer.lines.values()),
        counts=layer.counts,
        status_quo=wording.outcome(layer.status_quo, main=main),
        holding=tuple(wording.outcome(outcome, main=main) for outcome in layer.outcomes),
        better_for_all=tuple(wording.outcome(outcome, better=True, main=main) for outcome in layer.better_for_all),
    )


def outcomes(
    analysis: Analysis | None, parties: Sequence[PartyLine], options: Sequence[OptionLine], names: Names
) -> Outcomes | None:
    """Put *analysis* into words; None stays None: nothing was analysed."""
    if analysis is None or not analysis.layers:
        return None
    answers = analysis.answers
    wording = _Wording(parties, options, names, answers)
    main = next(name for name in _PREFERRED if name in analysis.layers)
    for outcome in in_order(analysis.layers[main]):
        wording.label(outcome.on)
    layers = {
        name: _layer(analysis.layers[name], wording, main=name == main)
        for name in _PREFERRED
        if name in analysis.layers
    }
    return Outcomes(
        combinations=analysis.combinations,
        states=analysis.states,
        shown=analysis.shown,
        main=main,
        layers=tuple(layers[name] for name in _TITLES if name in layers),
        what_decides=tuple(map(wording.sentence, analysis.what_decides)),
        warnings=tuple(map(wording.sentence, analysis.warnings)),
        plausible=answers.likelihood.assumption if answers and answers.likelihood else None,
        grounds=answers.rests_on.method if answers and answers.rests_on else None,
        method=analysis.method,
    )
