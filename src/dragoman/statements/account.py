"""An account of reading: for each sentence what was found, by which rule, and what nearly was."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from pydantic import BaseModel, ConfigDict, Field

from dragoman.articles.article import Article
from dragoman.language.parties import Names
from dragoman.language.pipeline import Pipeline
from dragoman.statements.confidence import shipped_calibration
from dragoman.statements.reader import read_parsed
from dragoman.statements.statement import Act, Position, Statement, Tie
from dragoman.statements.text import ReadText
from dragoman.statements.tracing import Dropped, tracing

__all__ = ["Letting", "Named", "SentenceAccount", "account"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Named(_Record):
    """A name in the sentence and who it stands for."""

    words: str = Field(description="the words of the article")
    party: str = Field(description="the party's id")


class Letting(_Record):
    """A word that a rule took up and let go."""

    word: str = Field(description="the word")
    start: int = Field(ge=0, description="where it begins in the article")
    rule: str = Field(description="the stance, event type, tie or view and the word of the rule: demand:urge")
    why: str = Field(description="why it is no statement")


class SentenceAccount(_Record):
    """What became of one sentence, or of a stretch that is not article."""

    article: str = Field(description="id of the article")
    start: int = Field(ge=0, description="where it begins in the article")
    end: int = Field(ge=0, description="one past its end")
    words: str = Field(description="its exact words")
    passed_over: str | None = Field(default=None, description="why it was not read at all; null where it was")
    names: tuple[Named, ...] = Field(default=(), description="names found in it, in text order")
    statements: tuple[Statement, ...] = Field(default=(), description="what was found")
    dropped: tuple[Letting, ...] = Field(default=(), description="what nearly matched, in text order")


def account(article: Article, pipeline: Pipeline, names: Names) -> tuple[SentenceAccount, ...]:
    """Read *article* and give an account of every sentence, in text order.

    The statements are those that reading gives. A word that a rule let go is left out where the same word became a
    statement of the same kind after all.

    >>> from dragoman.language.pipeline import load_pipeline
    >>> article = Article(id="a", text="He urged Iran to stop enrichment.", source="a.txt")
    >>> [sentence] = account(article, load_pipeline(), Names.load())
    >>> [(one.rule, one.why) for one in sentence.dropped if one.word == "urged"]
    [('demand:urge', 'whose stance it is is not known'), ('REQUEST:urge', 'who acts is not known')]
    """
    text = ReadText.of(article, pipeline, names)
    with tracing() as kept:
        statements = read_parsed(text, calibration=shipped_calibration())
    starts = [start for start, _ in text.sentences]
    found: list[list[Statement]] = [[] for _ in starts]
    let_go: list[list[Dropped]] = [[] for _ in starts]
    for statement in statements:
        found[bisect_right(starts, statement.evidence[0].char_start) - 1].append(statement)
    first = {(one.start, one.rule): one for one in reversed(kept)}
    for one in sorted(first.values(), key=lambda one: (one.start, one.rule.lower())):
        number = bisect_right(starts, one.start) - 1
        if number >= 0:
            let_go[number].append(one)
    read = (_sentence(text, n, found[n], let_go[n]) for n in range(len(starts)))
    return tuple(sorted([*read, *_debris(article)], key=lambda one: one.start))


def _sentence(text: ReadText, number: int, found: Sequence[Statement], let_go: Sequence[Dropped]) -> SentenceAccount:
    start, end = text.sentences[number]
    words = text.article.text[start:end]
    mentions = [m for m in text.mentions if start <= m.start and m.end <= end]
    lost = [one for one in let_go if not any(_became(one, statement) for statement in found)]
    return SentenceAccount(
        article=text.article.id,
        start=start,
        end=end,
        words=words,
        passed_over="a question gives no statement" if not found and words.rstrip("”\"’' )").endswith("?") else None,
        names=tuple(
            dict.fromkeys(Named(words=text.article.text[m.start : m.end], party=m.id or m.party) for m in mentions)
        ),
        statements=tuple(found),
        dropped=tuple(Letting(word=one.word, start=one.start, rule=one.rule, why=one.why) for one in lost),
    )


def _became(one: Dropped, statement: Statement) -> bool:
    """True where the word that was let go at one turn became a statement of the same kind at another."""
    kind, _, word = one.rule.partition(":")
    same_kind = {
        "act": isinstance(statement, Act), "tie": isinstance(statement, Tie), "view": statement.kind == "view",
        "position": isinstance(statement, Position),
    }[kind if kind in {"tie", "view"} else "act" if kind.isupper() else "position"]  # fmt: skip
    place = statement.evidence[0]
    near = place.span_start <= one.start and one.end <= place.span_end
    return same_kind and near and statement.rule.partition(":")[2] == word


def _debris(article: Article) -> Iterator[SentenceAccount]:
    for debris in article.debris:
        words = debris.of(article.text).strip()
        yield SentenceAccount(
            article=article.id,
            start=debris.start,
            end=debris.end,
            words=words,
            passed_over=f"not article: {debris.why}",
        )
