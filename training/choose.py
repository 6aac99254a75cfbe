"""Fit who is meant where nobody is named, on marked articles.

    python training/choose.py FOLDER... [--aliases FILE] [-o FILE]

Each FOLDER has articles/ with texts and gold/ with marked statements (JSON Lines) of the same articles. For each
statement of the rules that gold has but for its doer (of a position) or its target (of an act), the candidates are told
right or wrong by gold, and weights of their features are fitted by a conditional logit with a ridge. Prints how many
of those whose doer or target no word says are right by the rules, and by choice, each article held out once in six
parts. What ships is src/dragoman/statements/choice.json.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from marked_articles import marked_articles
from scipy import sparse
from scipy.optimize import minimize

from dragoman.language.parties import Names
from dragoman.scoring.agreement import compare, same_place
from dragoman.scoring.folding import Folding
from dragoman.scoring.marked import Marked, load_aliases
from dragoman.statements.actions import Actions
from dragoman.statements.acts import Acts
from dragoman.statements.attribution import Attributions
from dragoman.statements.candidates import Candidate, Candidates, Question
from dragoman.statements.choice import Choice, Slot
from dragoman.statements.positions import Positions
from dragoman.statements.statement import Act, Position
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

Array = npt.NDArray[np.float64]
_RIDGE = 10.0
"""How strongly a weight is drawn to nothing."""
_LEAST = 0.1
"""Weights nearer to nothing are left out."""
_SEEN = 3
"""Candidates that must have a feature for it to be weighed."""
_OPEN = 1.5
"""How much more must speak for nobody than for somebody: where gold accepts both, a reader wants to be told."""
_PARTS = 6


@dataclass(frozen=True)
class Asked:
    """A question with its candidates, which of them gold has, and whether the rules have the right one."""

    article: str
    inferred: bool
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    by_rules: bool


def main() -> None:
    """Read, ask, fit, tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--aliases", type=Path)
    parser.add_argument("-o", "--output", type=Path)
    given = parser.parse_args()
    fold = Folding(load_aliases(given.aliases) if given.aliases else None)
    asked: dict[Slot, list[Asked]] = {"doer": [], "target": []}
    articles = 0
    for text, gold in marked_articles(given.folders, Names.load()):
        articles += 1
        for slot, question in _asked(text, gold, fold):
            asked[slot].append(question)
    choice = Choice(
        weights={slot: fitted(rows) for slot, rows in asked.items()},
        questions={slot: len(rows) for slot, rows in asked.items()},
        articles=articles,
        held_out={slot: held_out(slot, rows) for slot, rows in asked.items()},
    )
    for slot, (count, ruled, chosen) in choice.held_out.items():
        print(f"{slot}: {len(choice.weights[slot])} weights; of {count} {ruled} right by the rules, {chosen} by choice")
    if given.output:
        given.output.write_text(choice.model_dump_json(indent=1) + "\n", encoding="utf-8")


def _asked(text: ReadText, gold: Sequence[Marked], fold: Folding) -> Iterator[tuple[Slot, Asked]]:
    """The questions of one article whose statement gold has but for the slot asked for."""
    for slot, question, statement, candidates in _read(text):
        read = Marked.model_validate(statement.model_copy(update={"id": "read"}).model_dump(mode="json", by_alias=True))
        near = [one for one in gold if one.kind == read.kind and same_place(one, read)]
        near = [one for one in near if set(compare(one, read, fold).core) <= {slot}]
        right = tuple(
            any(_is_right(one, read, slot, candidate.parties, fold) for one in near) for candidate in candidates
        )
        if any(right):
            by_rules = any(_is_right(one, read, slot, question.ruled, fold) for one in near)
            yield slot, Asked(text.article.id, question.inferred, tuple(candidates), right, by_rules)


def _is_right(gold: Marked, read: Marked, slot: Slot, parties: tuple[str, ...], fold: Folding) -> bool:
    """Whether *gold* has all of *parties*: half of them would do for a match, and naming both sides always match."""
    answers = [read.model_copy(update={slot: some}) for some in (parties, *((party,) for party in parties))]
    return all(compare(gold, answer, fold).matches for answer in answers)


def _read(text: ReadText) -> Iterator[tuple[Slot, Question, Position | Act, list[Candidate]]]:
    """What the rules alone read in *text*, with the questions that it leaves."""
    who = Who(text)
    actions = Actions(text, who)
    attributions = Attributions(text, who)
    candidates = Candidates(text, who, actions.unnamed, attributions)
    positions, acts = Positions(text, who, actions, attributions), Acts(text, who, attributions)
    for stance in positions.found():
        for position in positions.statements(stance):
            question = positions.question(stance)
            yield "doer", question, position, candidates.of(question)
    told = list(acts.found())
    for number, found in enumerate(told):
        for act in acts.record(found):
            question = acts.question(found, told[:number])
            yield "target", question, act, candidates.of(question)


def held_out(slot: Slot, asked: Sequence[Asked]) -> tuple[int, int, int]:
    """Of the questions that no word answers: how many, right by the rules, and by a choice fitted on other articles."""
    articles = sorted({one.article for one in asked})
    count = ruled = chosen = 0
    for part in range(_PARTS):
        held = set(articles[part::_PARTS])
        choice = Choice(weights={slot: fitted([one for one in asked if one.article not in held])})
        for one in asked:
            if one.article in held and one.inferred:
                best = choice.best(slot, one.candidates)
                count += 1
                ruled += one.by_rules
                chosen += any(right for c, right in zip(one.candidates, one.right, strict=True) if c.parties == best)
    return count, ruled, chosen


def fitted(asked: Sequence[Asked]) -> dict[str, float]:
    """The weights under which the right candidates of *asked* are likeliest; those near nothing left out."""
    rows = [sorted(one.features) for question in asked for one in question.candidates]
    number = np.repeat(np.arange(len(asked)), [len(question.candidates) for question in asked])
    right = np.array([is_right for question in asked for is_right in question.right])
    seen = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in seen.items() if count >= _SEEN)
    column = {name: place for place, name in enumerate(names)}
    places = [[column[name] for name in row if name in column] for row in rows]
    indptr = np.concatenate([[0], np.cumsum([len(row) for row in places])])
    indices = np.array([place for row in places for place in row])
    x = sparse.csr_matrix((np.ones(len(indices)), indices, indptr), shape=(len(rows), len(names)))

    def loss(weights: Array) -> tuple[float, Array]:
        sums = x @ weights
        most = np.full(len(asked), -np.inf)
        np.maximum.at(most, number, sums)
        share = np.exp(sums - most[number])
        whole, part = np.bincount(number, share), np.bincount(number, share * right)
        slope = x.T @ (share / whole[number] - share * right / part[number])
        return float(np.log(whole / part).sum() + _RIDGE * weights @ weights / 2), slope + _RIDGE * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    weights = {name: round(float(w), 2) for name, w in zip(names, found, strict=True) if abs(w) >= _LEAST}
    return {**weights, "nobody": round(weights.get("nobody", 0.0) - _OPEN, 2)}


if __name__ == "__main__":
    main()
