"""A process that reads a folder into a ledger with a reader of the simplest sort; tests start it, and kill it.

Each sentence is an act. So the tests wait for the ledger, and not for the English pipeline to load.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from ledger_statements import act

from dragoman.articles.article import Article
from dragoman.articles.load import load
from dragoman.ledger.store import Ledger
from dragoman.ledger.taking import take_in
from dragoman.statements.statement import Statement


def read(article: Article) -> Sequence[Statement]:
    """One act a sentence, slowly enough to be stopped between two articles."""
    time.sleep(0.005)
    return [act(article, f"{words}.") for words in article.text.rstrip(".").split(". ")]


if __name__ == "__main__":
    with Ledger.create(sys.argv[1]) as ledger:
        take_in(ledger, load(Path(sys.argv[2]), duplicates=False).articles, read, read_with="simple")
