"""The account of a sentence: what was found, what nearly was, what was passed over; and the commands that print it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dragoman.articles.article import Article, Debris
from dragoman.cli import main
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline
from dragoman.statements.account import SentenceAccount, account
from dragoman.statements.reader import read_article
from dragoman.statements.tracing import dropped, tracing


@pytest.fixture
def told(pipeline: Pipeline, names: Names):
    """Gives the account of a text."""

    def tell(text: str, debris: tuple[Debris, ...] = ()) -> tuple[SentenceAccount, ...]:
        return account(Article(id="a1", text=text, source="a1.txt", debris=debris), pipeline, names)

    return tell


@pytest.mark.parametrize(
    ("text", "word", "rule", "why"),
    [
        ("They urged Iran to stop.", "urged", "demand:urge", "whose stance it is is not known"),
        ("If France demands a truce, talks end.", "demands", "demand:demand", "after if or must"),
        ("France must leave the bay.", "leave", "modal:must", "nobody known says so"),
        ("Iran met on Monday.", "met", "CONSULT:meet", "whom it is done to is not known"),
        ("Somebody attacked Peru.", "attacked", "ASSAULT:attack", "who acts is not known"),
        ("The summit in May was short.", "summit", "CONSULT:summit", "both sides must be known"),
        ("There is no trust here, only rivalry.", "rivalry", "tie:rivalry", "both sides must be known"),
    ],
)
def test_what_nearly_matched_says_why_it_was_dropped(told, text: str, word: str, rule: str, why: str) -> None:
    """Each family of rules names the word, the rule and the reason."""
    reasons = {(one.word, one.rule): one.why for sentence in told(text) for one in sentence.dropped}
    assert reasons[word, rule].startswith(why)


def test_the_account_has_what_reading_gives(told, pipeline: Pipeline, names: Names) -> None:
    """No statement more or less than without an account, each under its own sentence."""
    text = "France urged Iran to stop enrichment. Iran attacked Peru. Peru is an ally of France."
    found = [statement for sentence in told(text) for statement in sentence.statements]
    assert found == read_article(Article(id="a1", text=text, source="a1.txt"), pipeline, names)
    assert all(text[s.start : s.end] == s.words == one.evidence[0].sentence for s in told(text) for one in s.statements)


def test_a_word_that_became_a_statement_was_not_dropped(told) -> None:
    """A rule that tried a word twice and found something tells of no failure."""
    [sentence] = told("France urged Iran to stop enrichment.")
    assert "demand:urge" in {statement.rule for statement in sentence.statements}
    assert "demand:urge" not in {one.rule for one in sentence.dropped}


def test_a_question_and_debris_are_passed_over(told) -> None:
    """What is not read at all says why."""
    text = "Share this\nDid France attack Peru?"
    passed = [(one.words, one.passed_over) for one in told(text, (Debris(start=0, end=11, why="share line"),))]
    assert passed == [
        ("Share this", "not article: share line"),
        ("Did France attack Peru?", "a question gives no statement"),
    ]


def test_nothing_is_kept_where_nobody_asks(reader) -> None:
    """Outside of tracing a dropped word leaves nothing behind, and one trace knows nothing of another."""
    token = next(iter(reader.understood("Peru waits.").doc))
    assert dropped(token, "rule", "why") == []
    with tracing() as outer:
        with tracing() as inner:
            dropped(token, "rule", "why")
        dropped(token, "other", "why")
    assert ([one.rule for one in inner], [one.rule for one in outer]) == (["rule"], ["other"])


def run(*arguments: str) -> tuple[int, str]:
    """Exit status and what is printed, on a terminal of 60 columns."""
    result = CliRunner(env={"COLUMNS": "60"}).invoke(main, ["read", *arguments])
    return result.exit_code, result.output


def test_a_sentence_is_explained() -> None:
    """The statement, its rule and what was let go are printed within 60 columns."""
    status, text = run("--explain", "France urged Iran to stop its very long enrichment programme. They urged calm.")
    assert status == 0
    assert "+ position: France demands of Iran" in text
    assert "- “urged” (demand:urge): whose stance it is is not known" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 60


def test_an_article_is_explained_sentence_by_sentence(tmp_path: Path) -> None:
    """One JSON object a sentence, in text order."""
    (tmp_path / "a.txt").write_text("France urged Iran to stop enrichment. The rain fell.\n", encoding="utf-8")
    _, text = run(str(tmp_path), "--why-not", "--json")
    told = [json.loads(line) for line in text.splitlines()]
    assert [(one["words"], len(one["statements"]) > 0) for one in told] == [
        ("France urged Iran to stop enrichment.", True),
        ("The rain fell.", False),
    ]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [([], "Missing argument 'PATH...'"), (["--explain", "x", "-o", "y.txt"], "leave -o out")],
)
def test_misuse_is_told(arguments: list[str], told: str) -> None:
    """Nothing to read, or a file that would not be written, is misuse."""
    status, text = run(*arguments)
    assert (status, told in text) == (2, True)
