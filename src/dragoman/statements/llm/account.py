"""From answers to statements, window by window, and the account of what became of each item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field

from dragoman.articles.article import Article
from dragoman.statements.llm.asking import Costs
from dragoman.statements.llm.both import judged
from dragoman.statements.llm.building import Builder, Refused
from dragoman.statements.llm.cache import Answer
from dragoman.statements.llm.parsing import Parsed, parse_answer
from dragoman.statements.llm.report import ModelReport, Unread
from dragoman.statements.llm.request import Request
from dragoman.statements.llm.windows import Window
from dragoman.statements.statement import Statement

__all__ = ["Account", "Part"]


@dataclass(frozen=True)
class Part:
    """A window with its request, and the rules' statements that were shown with it."""

    window: Window
    request: Request
    proposals: tuple[Statement, ...] = ()


@dataclass
class Account:
    """Takes answers in, and keeps what there is to tell of them; fields are those of the report."""

    proposed: int = 0
    agreed: int = 0
    corrected: int = 0
    answers: int = 0
    struck: list[str] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def take(self, builder: Builder, article: Article, part: Part, answer: Answer | str) -> Sequence[Statement]:
        """The statements of one window; those of the rules alone where there is no *answer* but the reason why."""
        self.unread += _kept_back(article, part.window)
        self.answers += isinstance(answer, Answer)
        why = answer if isinstance(answer, str) else _no_answer(answer)
        if isinstance(answer, str) or why:
            self.unread.append(Unread(article=article.id, part=part.window.part, why=why or ""))
            return part.proposals
        parsed = parse_answer(answer.text)
        if parsed.remark:
            self.remarks.append(f"{article.id}, part {part.window.part}: {parsed.remark}.")
        return self._statements(builder, part, parsed)

    def _statements(self, builder: Builder, part: Part, parsed: Parsed) -> list[Statement]:
        built: list[tuple[Statement, int | None]] = []
        self.proposed += len(parsed.items)
        for raw in parsed.items:
            made = builder.build(raw, part.window)
            if isinstance(made, Refused):
                self.refused.append(made)
            else:
                built += made
        found = judged(part.proposals, built, agreed=parsed.agreed, rejected=parsed.rejected)
        self.agreed += found.agreed
        self.corrected += found.corrected
        self.struck += found.struck
        return found.statements

    def report(self, model: str, endpoint: str | None, requests: int, costs: Costs) -> ModelReport:
        """The report of a run over so many *requests*."""
        return ModelReport(
            model=model, endpoint=endpoint, requests=requests, **asdict(costs), proposed=self.proposed,
            agreed=self.agreed, corrected=self.corrected, struck=tuple(self.struck), refused=tuple(self.refused),
            unread=tuple(self.unread), remarks=tuple(self.remarks),
        )  # fmt: skip


def _no_answer(answer: Answer) -> str | None:
    """Why an answer holds nothing, where that is so."""
    if answer.refusal and not answer.text.strip():
        return f"the model would not answer ({' '.join(answer.refusal.split())[:120]})"
    return None if answer.text.strip() else "the answer is empty"


def _kept_back(article: Article, window: Window) -> Iterator[Unread]:
    for sentence in window.sentences:
        if sentence.kept_back:
            why = f"it {sentence.kept_back}"
            yield Unread(article=article.id, part=window.part, sentence=sentence.number, why=why)
