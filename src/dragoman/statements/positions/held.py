"""A word of stance whose holder is known: what is left to find is the action it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.statements.actions import Action
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Found
from dragoman.statements.stance_words import StanceWord
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["Held"]


@dataclass(frozen=True)
class Held:
    """A word of stance as somebody's: what is sought next is the action it is about."""

    token: Token
    word: StanceWord
    stance: Stance
    holder: tuple[str, ...]
    together: tuple[str, ...]
    addressed: bool

    def found(
        self, action: Action, hanging: Hanging | None, *, less: float = 0.0, stance: Stance | None = None
    ) -> Found:
        """The stance on *action*; *less* is taken off how sure the word is."""
        rule = f"{self.word.stance}:{self.word.lemma}"
        return Found(self.holder, stance or self.stance, action, self.token, rule, self.word.sure - less, hanging)
