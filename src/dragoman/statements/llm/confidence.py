"""How sure a model's statements are: the share that held on marked articles, by kind, and what takes from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import ModelError

__all__ = ["Confidence", "Located"]

Located = Literal["exact", "folded", "fuzzy", "elsewhere"]
Kind = Literal["position", "act", "tie", "view"]
_PRIOR = 5.0
"""Weight, in statements, of what was believed before: few marked articles move it little."""


class Confidence(BaseModel):
    """What a statement of each kind is worth, and by which share each weakness lessens it.

    >>> Confidence.shipped().of("position", ["exact"], 0) > Confidence.shipped().of("position", ["fuzzy"], 1)
    True
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    note: str = Field(default="", description="what it was measured on")
    kind: dict[Kind, float] = Field(description="share of statements of a kind that hold, 0-1")
    located: dict[Located, float] = Field(description="factor for how the weakest quote was located, 0-1")
    contradiction: float = Field(ge=0, le=1, description="factor for each point on which it goes against its words")

    @classmethod
    def shipped(cls) -> Confidence:
        """The table that comes with the package."""
        text = resources.files("dragoman.statements.llm").joinpath("confidence.json").read_text(encoding="utf-8")
        return cls.model_validate_json(text)

    @classmethod
    def load(cls, path: Path) -> Confidence:
        """A table of one's own, as :meth:`calibrated` and ``model_dump_json`` make it.

        Raises
        ------
        ModelError
            The file cannot be read or is no such table.
        """
        try:
            return cls.model_validate_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError, json.JSONDecodeError, ValidationError) as error:
            raise ModelError(
                f'"{path}" is no table of confidence. It needs "kind", "located" and "contradiction"; see '
                "docs/language-model.md."
            ) from error

    def of(self, kind: Kind, located: Sequence[Located], against: int) -> float:
        """How sure a statement is whose quotes were *located* so, and which goes *against* its words so many times."""
        share = self.kind.get(kind, 0.5) * min(self.located.get(how, 0.5) for how in located)
        return round(share * self.contradiction ** min(against, 10), 3)

    def calibrated(self, judged: Iterable[tuple[Kind, Located, int, bool]]) -> Confidence:
        """This table moved towards what marked articles show.

        Each of *judged* is a statement's kind, how its weakest quote was located, on how many points it goes against
        its words, and whether it is right. The old figures count like five statements each.

        >>> seen = [("tie", "exact", 0, True)] * 15
        >>> table = Confidence(kind={"tie": 0.6}, located={"exact": 1.0}, contradiction=0.5)
        >>> table.calibrated(seen).kind
        {'tie': 0.9}
        """
        rows = list(judged)
        clean = [row for row in rows if row[1] == "exact" and row[2] == 0]
        kind = {k: _moved(old, [row[3] for row in clean if row[0] == k]) for k, old in self.kind.items()}
        base = Counter[bool](row[3] for row in clean)
        right = base[True] / max(1, sum(base.values())) or 1.0
        located = {
            how: old if how == "exact" else min(1.0, _moved(old, [row[3] for row in rows if row[1] == how], right))
            for how, old in self.located.items()
        }
        against = min(1.0, _moved(self.contradiction, [row[3] for row in rows if row[2] > 0], right))
        return self.model_copy(update={"kind": kind, "located": located, "contradiction": against})


def _moved(old: float, right: Sequence[bool], over: float = 1.0) -> float:
    """*old* and the share of *right*, itself over the share *over*, weighted by how many were seen."""
    return round((old * _PRIOR + sum(right) / over) / (_PRIOR + len(right)), 3)
