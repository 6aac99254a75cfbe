"""The words that repairs go by, from the lists of positions, acts and nouns."""

from __future__ import annotations

from dragoman.statements.lexicon import lexicon

__all__ = ["Vocabulary"]

_PARTICLES = ("+aside", "+down", "+off", "+out", "+away", "+back", "+up")


class Vocabulary:
    """The words that repairs go by: those that hold an action, take a stance, take an object, say, or take up."""

    def __init__(self) -> None:
        words = lexicon("positions")
        verbs = words["verb"]
        self.holding = frozenset(words["containers"]["words"]) | {w for entry in words["noun"] for w in entry["words"]}
        self.stances = frozenset(w.partition("+")[0] for entry in verbs for w in entry["words"])
        self.taking = frozenset(
            w for entry in verbs if "obj" in entry["action"] for w in entry["words"] if "+" not in w
        )
        self.parting = frozenset(
            w for entry in verbs if "obj" in entry["action"] for w in entry["words"] if w.endswith(_PARTICLES)
        )
        self.saying = frozenset(words["saying"]["words"])
        self.opening = self.saying | self.stances
        self.asking = self.stances | self.holding
        self.active = frozenset(lexicon("acts")["carriers"]["active"])
        self.bringing = lexicon("nouns")["bringing"]
        self.offering = frozenset(
            w
            for entry in verbs
            if "to" in entry["action"] and "asked" not in entry
            for w in entry["words"]
            if "+" not in w
        )
        self.people = frozenset(lexicon("nouns")["people"])
        self.adjectives = frozenset(w for entry in words["adjective"] for w in entry["words"])
        self.anaphors = frozenset(words["anaphors"]["words"])
        self.beside = self.anaphors | frozenset(words["anaphors"]["beside"])
        acts = lexicon("acts")
        lists = ("agreement", "papers", "meeting", "offer", "curb", "demand", "attack", "aid", "protest")
        self.things = self.beside | frozenset(noun for name in lists for noun in acts["nouns"][name])
        self.parted = frozenset(acts["carriers"]["hardly had"])
        self.gerunds = {_gerund(verb): verb for verb in self.parted}
        self.transitive = frozenset(acts["carriers"]["done to things"])


def _gerund(verb: str) -> str:
    """The form in -ing: halting, closing, cutting."""
    return verb.removesuffix("e") + "ing"
