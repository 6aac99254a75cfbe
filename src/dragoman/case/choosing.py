"""Which moves become options: a model of workable size, the rest listed with the reason."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.case.ask import Mention
from dragoman.case.moves import Level, Move
from dragoman.case.phrasing import as_deed, is_clear
from dragoman.ledger.thesaurus import Thesaurus
from dragoman.ledger.wording import is_empty_word, stem

__all__ = ["LEAST_ASKED", "MOST_OPTIONS", "Choice", "choose", "identifier", "phrase_of"]

MOST_OPTIONS = 16
"""Most options of a drafted case."""
LEAST_ASKED = 10
"""So many at least are for what somebody asks of somebody, if there are; the rest is for own doings and backing."""

_SMALL = 6
_LONGEST = 90
_PLENTY = 8
_WORTH = 2.0
_PARTICLES = frozenset({"up", "out", "off", "down", "back"})
_MOST_WORDS = 4
_LEVEL_WORDS: Mapping[Level | None, str] = {"full": "full", "partial": "part", None: ""}
_LEVEL_TOLD: Mapping[Level | None, str] = {"full": ", all or most", "partial": ", in part or step by step", None: ""}


@dataclass(frozen=True)
class Choice:
    """The moves that become options, and those that do not with the reason."""

    kept: tuple[Move, ...]
    left: tuple[tuple[Move, str], ...]


def choose(moves: Sequence[Move], thesaurus: Thesaurus, *, most: int = LEAST_ASKED) -> Choice:
    """Choose from *moves*, the most important first, *most* options; what matters only to its doer is left first."""
    kept: list[Move] = []
    left: list[tuple[Move, str]] = []
    used = 0
    for move in moves:
        size = max(1, len(move.levels))
        if move.topic is not None and thesaurus.topics[move.topic].umbrella:
            continue
        if not move.asks and not move.bargained_for:
            left.append((move, "it is only named as a condition, and nobody asks for it by itself"))
        elif not any(is_clear(mention.phrase) for mention in move.mentions):
            left.append((move, "what it would be to do it cannot be made out from the words"))
        elif not move.interested and len(moves) > _SMALL:
            left.append((move, "no other party is reported to want it or to be against it"))
        elif used + size > most or (used >= _PLENTY and move.importance < _WORTH):
            left.append((move, f"it carries less weight in the articles than the {used} options kept"))
        else:
            kept.append(move)
            used += size
    return Choice(tuple(kept), tuple(left))


def phrase_of(move: Move, level: Level | None, thesaurus: Thesaurus, labels: Mapping[str, str]) -> str:
    """Say what taking *move* at *level* is: in the words of the statements where they agree, else by its topic."""
    mentions = [mention for mention in move.mentions if move.relative(mention) > 0 and mention not in move.bundled]
    own = [mention for mention in mentions if mention.meaning.level == level] if level else mentions
    main = [mention for mention in own if not mention.term] or own or list(move.mentions)
    said = tuple(dict.fromkeys(mention.phrase for mention in main))
    own_words = _in_own_words(main, said, thesaurus)
    if move.topic is None or (len(said) == 1 and _says_who_does_what(said[0], thesaurus)):
        return own_words
    topic = thesaurus.topics[move.topic]
    if level in topic.levels and move.direction == topic.usual:
        return topic.levels[level]
    named = _addressed(topic.named(move.direction), move.doer, main, labels)
    lacks = "{" in topic.named(move.direction) and " " not in named
    if lacks and any(map(thesaurus.begins_with_verb, said)):
        return own_words
    return named + _LEVEL_TOLD[level]


def _in_own_words(main: Sequence[Mention], said: Sequence[str], thesaurus: Thesaurus) -> str:
    """Say it in the words in which it is said most often, those first that are an action and can be made out."""
    counts = Counter(mention.phrase for mention in main)

    def worth(phrase: str) -> tuple[bool, bool, int, int, str]:
        return not is_clear(phrase), not thesaurus.begins_with_verb(phrase), -counts[phrase], len(phrase), phrase

    return textwrap.shorten(as_deed(min(said, key=worth), thesaurus), _LONGEST, placeholder=" …") or "act"


def _says_who_does_what(phrase: str, thesaurus: Thesaurus) -> bool:
    return thesaurus.begins_with_verb(phrase) or as_deed(phrase, thesaurus).startswith("let ")


def _addressed(named: str, doer: str, mentions: Sequence[Mention], labels: Mapping[str, str]) -> str:
    """Fill in whom it is for or against, where the mentions agree on one party."""
    before, brace, rest = named.partition("{")
    inside, _, after = rest.partition("}")
    recipients = {mention.recipients for mention in mentions if mention.recipients}
    one = next(iter(recipients)) if len(recipients) == 1 else ()
    told = inside.replace("WHOM", labels.get(one[0], one[0])) if brace and len(one) == 1 and one[0] != doer else ""
    return before + told + after


def identifier(party: str, phrase: str, level: Level | None, taken: Sequence[str], *, skip: Sequence[str] = ()) -> str:
    """Return a readable id for an option, unlike those *taken*: the party and the first words that say something.

    >>> identifier("USA", "lift sanctions on North Korea", "partial", ["usa_lift_sanctions"], skip=("North Korea",))
    'usa_lift_sanctions_part'
    """
    for name in skip:
        phrase = phrase.replace(f"{name}'s", " ").replace(f"{name}’s", " ").replace(name, " ")
    phrase = phrase.split(", all or most")[0].split(", in part or")[0]
    words = ["".join(c for c in word.lower() if c.isascii() and c.isalnum()) for word in phrase.split()]
    telling = [word for word in words if word in _PARTICLES or (word and not is_empty_word(stem(word)))][:_MOST_WORDS]
    parts = [_ascii(party), *(telling or ["act"]), _LEVEL_WORDS[level]]
    base = "_".join(part for part in parts if part)
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}_{number}"
    return found


def _ascii(party: str) -> str:
    kept = "".join(c if c.isascii() and c.isalnum() else "_" for c in party.lower()).strip("_")
    return "_".join(part for part in kept.split("_") if part) or "party"
