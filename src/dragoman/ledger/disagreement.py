"""A disagreement as a record: two accounts of one thing, who gives them, and whether both can stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from dragoman.articles.article import Article
from dragoman.ledger.thesaurus import Thesaurus
from dragoman.ledger.voices import Voices
from dragoman.statements.statement import Statement

__all__ = ["RANK", "Disagreement", "Matter", "Side", "Teller", "Verdict"]

Verdict = Literal["contradict", "tension", "complement"]
Matter = Literal["happened", "initiative", "stance", "sequence", "degree", "tie", "date"]

RANK: tuple[Verdict, ...] = ("contradict", "tension", "complement")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Side(_Record):
    """One side of a disagreement: who says what, and in which statements."""

    who: str = Field(description="the article, by outlet or id, and the source in it where it names one")
    says: str = Field(description="what this side says, in plain words")
    statements: tuple[str, ...] = Field(min_length=1, description="ids of the statements that say it")


class Disagreement(_Record):
    """Two accounts that do not go together, or only under one reading, or that complete each other."""

    kind: Matter = Field(description="what they differ on: happened, initiative, stance, sequence, degree, tie or date")
    verdict: Verdict = Field(
        description="contradict: not both; tension: both only under one reading; complement: parts of one thing"
    )
    topic: str = Field(description="one plain sentence")
    sides: tuple[Side, ...] = Field(min_length=2, description="the accounts, earlier article first")


class Teller:
    """Names parties, articles and topics, and puts two groups of statements against each other."""

    def __init__(self, thesaurus: Thesaurus, articles: Mapping[str, Article]) -> None:
        self.thesaurus = thesaurus
        self.voices = Voices(thesaurus)
        self.articles = articles

    def label(self, identities: Iterable[str]) -> str:
        """Name the parties that *identities* stand for."""
        return " and ".join(self.voices.label(party) for party in self.voices.parties(identities))

    def topic(self, words: str) -> str | None:
        """Return the topic of *words*, or None."""
        return self.thesaurus.meaning(words).topic

    def noun(self, topic: str) -> str:
        """Return what *topic* is called."""
        return self.thesaurus.topics[topic].noun

    def between(
        self,
        matter: tuple[Matter, Verdict],
        topic: str,
        groups: Sequence[Sequence[Statement]],
        says: Callable[[Statement], str],
    ) -> Disagreement:
        """Return the disagreement of the *groups*, each side in the words that *says* gives for its first statement."""
        sides = sorted((self._side(group, says(group[0])) for group in groups), key=lambda side: side.statements)
        return Disagreement(kind=matter[0], verdict=matter[1], topic=topic, sides=tuple(sides))

    def _side(self, statements: Sequence[Statement], says: str) -> Side:
        ids = tuple(dict.fromkeys(statement.id for statement in statements))
        return Side(who=self._who(statements), says=says, statements=ids)

    def _who(self, statements: Sequence[Statement]) -> str:
        """Name the articles of *statements* by outlet, and the source where all name one other than the author."""
        sources = {statement.attribution for statement in statements}
        source = next(iter(sources)) if len(sources) == 1 else "author"
        told = " and ".join(dict.fromkeys(self._outlet(statement.article) for statement in statements))
        return told if source == "author" else f"{told}, citing {self.voices.label(source)}"

    def _outlet(self, article: str) -> str:
        known = self.articles.get(article)
        return known.outlet if known and known.outlet else article
