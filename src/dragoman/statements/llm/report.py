"""What a run with a language model did: calls, tokens, what was refused and what stayed unread."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

from dragoman.plain import listed, printable
from dragoman.statements.llm.building import Refused

__all__ = ["ModelReport", "Unread", "counted"]


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Unread(_Record):
    """A window of an article that the model gave no answer for, or a sentence that was not shown to it."""

    article: str = Field(description="id of the article")
    part: int = Field(description="the window, counted from 1")
    sentence: int | None = Field(default=None, description="the sentence, where it is only that")
    why: str = Field(description="the reason")


class ModelReport(_Record):
    """An account of one run. Tokens are those of this run; answers that were kept cost nothing again."""

    model: str = Field(description="the model's name")
    endpoint: str | None = Field(default=None, description="the server, without user, password and query")
    requests: int = Field(description="windows that were to be read")
    from_cache: int = Field(default=0, description="answers that were kept from an earlier run")
    from_file: int = Field(default=0, description="answers that came with --answers")
    calls: int = Field(default=0, description="HTTP calls made")
    calls_again: int = Field(default=0, description="of these, tries after a failure")
    tokens_asked: int = Field(default=0, description="tokens of the requests sent")
    tokens_answered: int = Field(default=0, description="tokens of the answers that came")
    tokens_asked_before: int = Field(default=0, description="tokens of the requests that kept and given answers answer")
    tokens_answered_before: int = Field(default=0, description="tokens of these answers")
    tokens_failed: int = Field(default=0, description="tokens that failed tries may have cost, estimated")
    tokens_estimated: bool = Field(default=False, description="whether some counts are estimates, not the server's")
    proposed: int = Field(default=0, description="items in the answers")
    agreed: int = Field(default=0, description="proposals of the rules that the model agreed with")
    corrected: int = Field(default=0, description="proposals of the rules that the model corrected")
    struck: tuple[str, ...] = Field(default=(), description="ids of the rules' statements that the model rejected")
    refused: tuple[Refused, ...] = Field(default=(), description="items that did not become statements")
    unread: tuple[Unread, ...] = Field(default=(), description="what was not read")
    remarks: tuple[str, ...] = Field(default=(), description="anything else")

    @property
    def refused_quotes(self) -> int:
        """Items whose quote does not stand where it should."""
        return sum(item.at_fault == "quote" for item in self.refused)

    def told(self) -> list[str]:
        """The report in sentences, for the terminal."""
        kept = [f"{n} {where}" for n, where in ((self.from_cache, "kept"), (self.from_file, "from the file")) if n]
        answers = f" ({listed(kept)})" if kept else ""
        tokens = f"{self.tokens_asked} tokens asked and {self.tokens_answered} answered"
        about = "about " if self.tokens_estimated else ""
        counts = f"{counted(self.requests, 'request')}{answers}, {counted(self.calls, 'call')}"
        lines = [f"{self.model}: {counts}, {about}{tokens}."]
        if answers:
            before = f"{self.tokens_asked_before} tokens asked and {self.tokens_answered_before} answered"
            lines.append(f"Answers that were there already: {before}.")
        if self.tokens_failed:
            lines.append(f"Tries that failed may have cost about {self.tokens_failed} tokens more.")
        if self.agreed or self.corrected or self.struck:
            lines.append(
                f"Of the rules' statements it agreed with {self.agreed}, corrected {self.corrected} and struck out "
                f"{len(self.struck)}."
            )
        if self.refused:
            reasons = Counter(item.at_fault for item in self.refused)
            named = listed(f"{n} by {'its' if n == 1 else 'their'} {fault}" for fault, n in sorted(reasons.items()))
            were = "was" if len(self.refused) == 1 else "were"
            lines.append(f"{len(self.refused)} of {counted(self.proposed, 'item')} {were} refused: {named}.")
        return [*lines, *_unread(self.unread), *map(printable, self.remarks)]


def counted(number: int, what: str) -> str:
    """A number of things.

    >>> counted(1, "request"), counted(3, "request")
    ('1 request', '3 requests')
    """
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _unread(unread: Iterable[Unread]) -> list[str]:
    """What stayed unread, in a sentence for each reason."""
    places: dict[str, list[str]] = {}
    for one in unread:
        sentence = f", sentence {one.sentence}" if one.sentence is not None else f", part {one.part}"
        places.setdefault(one.why, []).append(f"{one.article}{sentence}")
    found = []
    for why, where in places.items():
        more = f" and {len(where) - 3} more" if len(where) > 3 else ""
        found.append(printable(f"Not read: {'; '.join(where[:3])}{more}: {why}."))
    return found
