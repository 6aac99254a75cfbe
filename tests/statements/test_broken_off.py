"""Texts that break off anywhere, or begin in the middle, as cut pages and tickers do."""

import re
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "examples/korea-2019/articles"


def test_a_text_may_break_off_anywhere(reader) -> None:
    """Whatever word a sentence ends or begins with, it is read to its end."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    sentences = [words for text in texts for one in re.split(r"(?<=[.!?])\s+", text) if len(words := one.split()) > 6]
    for number, words in enumerate(sentences[::3]):
        cut = 3 + number % (len(words) - 3)
        for part in (words[:cut], words[cut - 2 :], words[: cut + 1][::-1]):
            reader.statements(" ".join(part))


def test_who_is_told_of_last_is_told_of_without_more(reader) -> None:
    """ "Said Ana Ruiz, who": the clause behind is missing."""
    for text in (
        "A deal is near, said Ana Ruiz, who",
        "Talks in plenums at which anybody can speak",
        "In return Washington would phase",
        "Peru, a person close",
        "On nearly everything, Chad has promised",
        "The reform is",
    ):
        reader.statements(text)
