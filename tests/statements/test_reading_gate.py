"""The reader's scores on gold statements do not fall below the floors in ``floors.json``.

The scorer and most of the gold lie beside the repository, not in it; where they are absent these tests are skipped. The
closed part, and our own unseen part, are scored in aggregate only: nobody looks at what was missed there, so that they
tell how the reader does on articles nobody has seen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from dragoman.articles.article import Article
from dragoman.articles.load import load
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline
from dragoman.statements.file import dump_statements
from dragoman.statements.reader import read_articles
from dragoman.statements.statement import Statement

SHARED = Path(__file__).parents[2].parent / "shared"
FLOORS: dict[str, dict[str, float]] = json.loads((Path(__file__).parent / "floors.json").read_text(encoding="utf-8"))
PLOVER = {"recall": 0.75, "event type right": 0.8}
"""What was set out to be reached on PLOVER's sentences."""
OWN = Path(__file__).parents[1] / "reading"
PARTS = {
    "open": {
        "000_66ec2e208a66001a": "seed0",
        "001_cc806bd5b075e886": "seed1",
        **{name: name for name in ("iran_2015", "brexit_2019", "colombia_2016", "climate_finance_2022")},
    },
    "closed": {name: name for name in ("nile_2020", "greek_debt_2015", "us_china_trade_2019", "grain_deal_2023")},
    "own": {path.stem: path.stem for path in sorted((OWN / "gold").glob("*.jsonl"))},
    "own unseen": {path.stem: path.stem for path in sorted((OWN / "unseen" / "gold").glob("*.jsonl"))},
}
PLACES = {"open": SHARED, "closed": SHARED, "own": OWN, "own unseen": OWN / "unseen"}

pytestmark = pytest.mark.skipif(
    not (SHARED / "tools" / "score_reading.py").is_file(), reason="the gold statements are not beside the repository"
)


Read = list[tuple[str, Statement]]


@pytest.fixture(scope="module")
def read(names: Names, pipeline: Pipeline) -> dict[str, Read]:
    """What is read from each part, each statement with the text of its article."""
    found = {}
    for part, articles in PARTS.items():
        loaded = load([PLACES[part] / "articles" / f"{name}.txt" for name in articles])
        texts = {article.id: article.text for article in loaded.articles}
        assert set(texts) == set(articles)
        told = read_articles(loaded.articles, names=names, pipeline=pipeline)
        found[part] = [(texts[statement.article], statement) for statement in told]
    return found


@pytest.fixture(scope="module")
def scores(read: dict[str, Read], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The scorer's table for each part: by kind, and for acts, positions and ties together; views apart."""
    found = {}
    for part, told in read.items():
        path = tmp_path_factory.mktemp(part) / "read.jsonl"
        gold = [PLACES[part] / "gold" / f"{name}.jsonl" for name in PARTS[part].values()]
        statements = [statement for _, statement in told]
        views = scored(gold, statements, path, "view")["view"]
        found[part] = {**scored(gold, statements, path, "act,position,tie"), "view": views}
    return found


def scored(gold: Iterable[Path], read: Iterable[Statement], path: Path, kinds: str) -> dict[str, Any]:
    """What the scorer says of *read*, kept at *path*, by *gold*."""
    path.write_text(dump_statements(read), encoding="utf-8")
    command = [sys.executable, str(SHARED / "tools" / "score_reading.py"), *map(str, gold), "--read", str(path)]
    result = subprocess.run(
        [*command, "--kinds", kinds, "--json"], capture_output=True, text=True, check=True, timeout=300
    )
    table: dict[str, Any] = json.loads(result.stdout)
    return table


@pytest.mark.parametrize(("part", "floor"), [(part, floor) for part, floors in FLOORS.items() for floor in floors])
def test_no_score_falls_below_its_floor(scores: dict[str, dict[str, Any]], part: str, floor: str) -> None:
    """Precision and F1, by kind where the articles were studied and as a whole where they were not."""
    kind, measure = floor.split()
    assert scores[part][kind][measure] >= FLOORS[part][floor]


def test_acts_of_the_plover_sentences_are_found(names: Names, pipeline: Pipeline, tmp_path: Path) -> None:
    """Single sentences, each with one act: that it is found, and with the right event type."""
    lines = (SHARED / "articles" / "plover_sentences.jsonl").read_text(encoding="utf-8").splitlines()
    given = [json.loads(line) for line in lines]
    articles = [Article(id=one["id"], text=one["text"], source="plover_sentences") for one in given]
    told = list(read_articles(articles, names=names, pipeline=pipeline))
    table = scored([SHARED / "gold" / "plover_sentences.jsonl"], told, tmp_path / "read.jsonl", "act")["act"]
    assert table["recall"] >= PLOVER["recall"]
    assert table["full_recall"] >= PLOVER["event type right"] * table["recall"]


@pytest.mark.parametrize("part", PARTS)
def test_every_quote_stands_in_its_article(read: dict[str, Read], part: str) -> None:
    """Offsets are exact, always; nothing of the closed part is shown."""
    assert sum(not place.stands_in(text) for text, told in read[part] for place in told.evidence) == 0


@pytest.mark.parametrize("part", PARTS)
def test_something_is_read_of_every_kind(read: dict[str, Read], part: str) -> None:
    """Acts, positions, ties and views are all there."""
    assert {statement.kind for _, statement in read[part]} == {"act", "position", "tie", "view"}
