"""Reading and the brief: time and memory by stage on the example, and reading speed against the bare parser."""

from __future__ import annotations

import importlib
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

EXAMPLE = Path(__file__).parents[1] / "examples" / "korea-2019"


def main(_: list[str]) -> None:
    """Print the tables; the whole command comes first, while this process is small (see `cold`)."""
    cold()
    stages()
    speed()
    hostile()


def stages() -> None:
    """What the command does, stage by stage in this process; each stage's own modules load with it."""
    print("\nStages of it (seconds)")
    command = [sys.executable, "-m", "dragoman", "--version"]
    spent = [_timed("start", lambda: subprocess.run(command, check=True, capture_output=True))[1]]

    def stage(label: str, work):
        result, seconds = _timed(label, work)
        spent.append(seconds)
        return result

    stages = stage("load the stages", lambda: importlib.import_module("dragoman.stages"))
    articles = stage("load articles", lambda: stages.load([EXAMPLE / "articles"])).articles
    reader = stage("load the reader", lambda: importlib.import_module("dragoman.statements.reader"))
    pipeline = stage("load pipeline", lambda: importlib.import_module("dragoman.language.pipeline").load_pipeline())
    names = stage("load names", importlib.import_module("dragoman.language.parties").Names.load)
    statements = stage("read", lambda: tuple(reader.read_articles(articles, names=names, pipeline=pipeline)))
    reading = stages.Reading(articles=articles, statements=statements)
    case = stage("draft", lambda: stages.draft(reading))
    analysis = stage("analyse", lambda: stages.analyse(case))
    firmness = importlib.import_module("dragoman.case.firmness")
    thorough = stage("firmness", lambda: firmness.with_firmness(case, analysis, statements, articles))
    document = stage("compose", lambda: stages.brief(case, thorough, reading))
    stage("page", lambda: importlib.import_module("dragoman.brief.page").page(document))
    print(f"  {'all':22}{sum(spent):9.2f}")


def speed() -> None:
    """Reading against the bare parser, both warm."""
    from dragoman.articles.load import load
    from dragoman.language.parties import Names
    from dragoman.language.pipeline import load_pipeline
    from dragoman.statements.reader import read_articles

    articles, names, pipeline = load([EXAMPLE / "articles"]).articles, Names.load(), load_pipeline()
    words = sum(len(article.text.split()) for article in articles)
    parsing = _best(lambda: [pipeline.parse(article.text) for article in articles])
    whole = _best(lambda: list(read_articles(articles, names=names, pipeline=pipeline)))
    print(f"\nReading speed over {words} words (words a second, best of 3)")
    print(f"  {'parse alone':22}{words / parsing:9.0f}")
    print(f"  {'read':22}{words / whole:9.0f}   {parsing / whole:.2f} of parsing alone")


HOSTILE = {
    "no full stop": "France urged Iran to stop and Iran refused to free the crew and they met in Oslo and ",
    "pronouns": "he told them that they would not and she said it was his and ",
    "names": "France, Iran, Peru, Chile, Norway and ",
    "nested reports": "France said that Iran said that ",
    "open quotes": "“ ",
    "flags": "🇵🇪",
    "short lines": "a\n",
    "one word": "x",
}


def hostile() -> None:
    """Time for 12,000 characters of each, and how many times as long twice as much takes: 2 is linear, 4 the square.

    Less would not do: within a few sentences, which are cut at 3,000 characters, time grows faster than the text.
    """
    from dragoman.articles.article import Article
    from dragoman.language.parties import Names
    from dragoman.language.pipeline import load_pipeline
    from dragoman.statements.reader import read_article

    names, pipeline = Names.load(), load_pipeline()
    print("\nTexts without end (seconds for 12,000 characters; times as long for 24,000)")
    for label, unit in HOSTILE.items():
        once, twice = (
            _best(
                lambda text=(unit * size)[:size]: read_article(Article(id="a", text=text, source="a"), pipeline, names)
            )
            for size in (12_000, 24_000)
        )
        print(f"  {label:22}{once:9.2f}   {twice / once:.1f}")


def cold() -> None:
    """The whole command in a fresh process, as `make brief` runs it after set-up, twice.

    A child's peak of memory counts what its parent held when it was started, so this is measured by a small process.
    """
    print("dragoman brief on examples/korea-2019, fresh process")
    for run in ("first", "second"):
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "dragoman", "brief", str(EXAMPLE / "articles"), "-q"]
            start = time.perf_counter()
            subprocess.run([*command, "-o", f"{folder}/brief.html"], check=True, capture_output=True)
            seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"  {run:10}{seconds:8.1f} s{memory:8.0f} MB at most")


def _timed(label: str, work):
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"  {label:22}{seconds:9.2f}")
    return result, seconds


def _best(work) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)
