"""The lexicon of stance words, ready to look up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.statements.lexicon import lexicon
from dragoman.statements.statement import Stance

__all__ = ["StanceWord", "owned_stances", "stance_words"]


@dataclass(frozen=True)
class StanceWord:
    """One word of stance with its frame; see ``lexicon/positions.toml`` for what the fields mean."""

    lemma: str
    particle: str
    stance: Stance
    denied: Stance | None
    action: tuple[str, ...]
    asked: tuple[str, ...]
    by_holder: bool
    sure: float
    named: bool = False
    holding: bool = False
    would: bool = False
    able: bool = False
    finite: bool = False
    spoken: bool = False
    owned: bool = False
    text: bool = False
    only_denied: bool = False
    about: str = ""
    how: str = ""


@cache
def stance_words(part: str) -> dict[str, tuple[StanceWord, ...]]:
    """Words of one part of speech (``verb``, ``noun``, ``adjective``) by lemma, those with a particle first.

    >>> stance_words("verb")["refuse"][0].stance
    'refuse'
    """
    found: dict[str, list[StanceWord]] = {}
    for entry in lexicon("positions")[part]:
        for word in entry["words"]:
            lemma, _, particle = word.partition("+")
            found.setdefault(lemma, []).append(
                StanceWord(
                    lemma=lemma,
                    particle=particle,
                    stance=entry["stance"],
                    denied=entry.get("not"),
                    action=tuple(entry["action"]),
                    asked=tuple(entry.get("asked", ())),
                    by_holder=entry["doer"] == "holder",
                    sure=entry["sure"],
                    named=entry.get("named", False),
                    holding=entry.get("holding", False),
                    would=entry.get("would", False),
                    able=entry.get("able", False),
                    finite=entry.get("finite", False),
                    spoken=entry.get("spoken", False),
                    owned=entry.get("owned", False),
                    text=entry.get("text", False),
                    only_denied=entry.get("only_denied", False),
                    about=entry.get("about", ""),
                    how=entry.get("how", ""),
                )
            )
    return {lemma: tuple(sorted(words, key=lambda w: w.particle == "")) for lemma, words in found.items()}


@cache
def owned_stances() -> frozenset[str]:
    """Nouns of stance behind which stands whose it is: "the objections of farmers", "a refusal of the miners"."""
    asides = lexicon("positions")["asides"]
    further = {"refusal", "rejection", "unwillingness", "reluctance", "hostility", "promise", "pledge", "offer"}
    return frozenset({*asides["demand"], *asides["oppose"], *asides["support"], *further} - {"order", "will"})
