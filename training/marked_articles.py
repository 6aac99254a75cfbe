"""Articles with statements marked by hand, as the programs beside this one are fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.articles.load import load
from dragoman.language.parties import Names
from dragoman.language.pipeline import load_pipeline
from dragoman.scoring.marked import Marked, load_marked
from dragoman.statements.text import ReadText

__all__ = ["marked_articles"]


def marked_articles(folders: Sequence[Path], names: Names) -> Iterator[tuple[ReadText, list[Marked]]]:
    """Yield the articles of *folders* that have gold, parsed, each with its marked statements, in order of file names.

    Each folder has articles/ with texts and gold/ with marked statements (JSON Lines) of the same articles.
    """
    gold = load_marked(path for folder in folders for path in sorted((folder / "gold").glob("*.jsonl")))
    marked = {one.article for one in gold}
    paths = [path for folder in folders for path in sorted((folder / "articles").glob("*.txt")) if path.stem in marked]
    if paths:
        pipeline = load_pipeline()
        for article in load(paths).articles:
            yield ReadText.of(article, pipeline, names), [one for one in gold if one.article == article.id]
