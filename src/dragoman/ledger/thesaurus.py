"""What an action means: its topic, its direction, how much of it; from a plain file of words that a user extends."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from dragoman.errors import CaseError
from dragoman.ledger.deeds import as_said, core_of, deed_of, is_done_beside
from dragoman.ledger.thesaurus_form import LISTS, check
from dragoman.ledger.topics import Level, Meaning, Stems, Topic, any_stands, capitalised, spots, telling
from dragoman.ledger.wording import stem, stems
from dragoman.yaml_tree import read_tree

__all__ = ["Meaning", "Thesaurus", "Topic", "load_thesaurus"]

_BLANK = "x"
_ARTICLES = frozenset({"a", "an", "the", "any", "its", "their"})
_BELONGING = frozenset({"of", "for", "on"})
_DENIALS = frozenset({"not", "no", "never", "against"})
_NOMINAL = ("tion", "sion", "ment", "relief", "closure", "removal", "withdrawal", "return", "talks")


@dataclass(frozen=True)
class Thesaurus:
    """The words of the drafting; see ``thesaurus.yaml`` for what each list does."""

    topics: Mapping[str, Topic]
    less: tuple[Stems, ...]
    more: tuple[Stems, ...]
    negators: tuple[Stems, ...]
    carriers: tuple[Stems, ...]
    qualifiers: tuple[Stems, ...]
    additions: frozenset[str]
    does: frozenset[str]
    makes: frozenset[str]
    light: tuple[Stems, ...]
    fails: tuple[Stems, ...]
    verbs: frozenset[str]
    lookalikes: frozenset[str]
    full: tuple[Stems, ...]
    partial: tuple[Stems, ...]
    lists: Mapping[str, tuple[Stems, ...]]
    _seen: dict[str, Meaning] = field(default_factory=dict, compare=False, repr=False)

    def meaning(self, phrase: str) -> Meaning:
        """Return what *phrase* means.

        >>> words = load_thesaurus()
        >>> relief = words.meaning("gradually ease sanctions on North Korea")
        >>> relief.topic, relief.direction, relief.level
        ('sanctions', -1, 'partial')
        >>> words.meaning("reject piece-by-piece sanctions relief").direction
        1
        """
        if phrase not in self._seen:
            self._seen[phrase] = self._meaning(as_said(phrase))
        return self._seen[phrase]

    def is_body(self, name: str) -> bool:
        """Say whether *name* is an official body or group within a state rather than a person.

        >>> load_thesaurus().is_body("Parliament"), load_thesaurus().is_body("Kim Jong Un")
        (True, False)
        """
        return name[:1].islower() or any_stands(stems(name), self.lists["bodies"])

    def begins_with_verb(self, phrase: str) -> bool:
        """Say whether *phrase* begins with a verb that the thesaurus knows, or with an adverb before one.

        >>> load_thesaurus().begins_with_verb("gradually ease sanctions"), load_thesaurus().begins_with_verb("relief")
        (True, False)
        """
        if deed_of(phrase):
            return True
        words = phrase.split()
        adverb = words[:1] and words[0].endswith("ly")
        begun = words[1:2] if adverb else words[:1]
        return any(stems(word)[:1] in self._verbs for word in begun) and not begun[0].endswith(_NOMINAL)

    @cached_property
    def _verbs(self) -> frozenset[Stems]:
        words = (*self.less, *self.more, *self.negators, *self.carriers)
        return frozenset(said for said in words if len(said) == 1)

    def _meaning(self, said: str) -> Meaning:
        core, named, whole = core_of(said), capitalised(said), stems(said)
        phrase = stems(core)
        first = next((word for word in said.split() if not word.endswith("ly")), "").lower()
        seen = self._looked_at(core)
        topic, covered = self._topic(seen, first)
        bare = tuple(word for word in seen if word not in named)
        without = self._topic(bare, first)
        if len(without[1]) > len(covered):
            phrase, (topic, covered) = bare, without
        content = frozenset(telling(whole))
        content = content - named if len(content - named) > 1 else content
        named_topic = topic
        if topic and self._is_another_matter(first, deed_of(said), phrase, topic, covered):
            topic, covered = None, range(0)
        vague = self._is_vague(whole, topic if stems(first) in self.lists["vague"] else named_topic)
        turned = self._negations(whole)
        put_forward = topic is None and any_stands(whole, self.lists["put_forward"])
        takes_up = 0
        if put_forward and (turned or any_stands(whole, self.lists["takes_up"])):
            takes_up = -1 if turned % 2 else 1
        bare_thing = topic is not None and not self._points(phrase)
        added = bare_thing and first in self.additions
        return Meaning(
            topic=None if takes_up or vague else topic,
            direction=1 if added else self._direction(phrase, topic, covered),
            level=self._level(whole),
            content=content,
            vague=(vague or (topic is None and len(content) < 2)) and not takes_up,
            takes_up=takes_up,
            irreversible=any_stands(whole, self.lists["irreversible"]),
            elliptic=bool(content) and first not in {"a", "an"} and all(self._is_direction(word) for word in content),
            bare=bare_thing,
        )

    def _looked_at(self, said: str) -> Stems:
        """Return the stems of *said*, with a blank for each word that only looks or is called like one of a topic."""
        names = self.lists["called"]
        seen = said.split()
        for place, word in enumerate(seen):
            bare = word.strip(",.").lower()
            if bare in self.lookalikes or (place and word[:1].isupper() and stems(bare) in names):
                seen[place] = _BLANK
        return stems(" ".join(seen))

    def _is_another_matter(self, first: str, deed: str | None, phrase: Stems, topic: str, covered: range) -> bool:
        """Say whether the verb that *phrase* begins with does something else with its topic: "buy nuclear fuel".

        So it does where its object is another thing, or where it is a verb of which the thesaurus does not say that it
        brings about what the topic is about; to meet a demand is no meeting.
        """
        if first == "meet" and any_stands(phrase, self.lists["fulfilled"]):
            return True
        said = self.topics[topic]
        at = phrase.index(stem(deed)) if deed else 0
        light = {spot - at for spot in self._light(phrase)}
        headed = deed is not None or (first in _ARTICLES and not self._points(phrase[: covered.start]))
        if headed and not said.into and is_done_beside(phrase[at:], covered.start - at, light):
            return True
        told = any(at in spots(phrase, words) for words in (*self.less, *self.more, *self.negators, *self.carriers))
        if told or at in covered:
            return False
        brings = deed in self.does or deed in said.by or (said.usual > 0 and deed in self.makes)
        return deed is not None and not brings

    def _light(self, phrase: Stems) -> frozenset[int]:
        """Return the places of the words of direction and degree."""
        lists = (self.less, self.more, self.negators, self.carriers, self.full, self.partial, self.light)
        return frozenset(
            spot + step
            for several in lists
            for words in several
            for spot in spots(phrase, words)
            for step in range(len(words))
        )

    def _is_vague(self, phrase: Stems, topic: str | None) -> bool:
        """Say whether *phrase* holds several words of a vague one, empty words aside; or one, and has no topic."""
        said = telling(phrase)
        for words in self.lists["vague"]:
            short = telling(words)
            found = spots(said, short) if len(short) > 1 else spots(phrase, words)
            if found and (len(words) > 1 or topic in (None, "agreement")):
                return True
        return False

    def _points(self, phrase: Stems) -> bool:
        return any(any_stands(phrase, words) for words in (self.less, self.more, self.negators, self.carriers))

    def _is_direction(self, word: str) -> bool:
        return any((word,) in words for words in (self.less, self.more, self.full, self.partial))

    def _topic(self, phrase: Stems, first: str) -> tuple[str | None, range]:
        """Return the topic and the places of its words: the longest match, one that wins, the first to stand."""
        found = [
            (-len(words), not topic.wins, spot, place, topic.id)
            for place, topic in enumerate(self.topics.values())
            for words in topic.words
            for spot in spots(phrase, words)
            if not self._belongs(phrase, spot)
            and (spot or len(words) > 1 or len(phrase) < 2 or first not in self.verbs)
        ]
        if not found:
            return None, range(0)
        size, _, spot, _, name = min(found)
        if self.topics[name].usual > 0 and any(0 in spots(phrase, words) for words in self.qualifiers):
            return None, range(0)
        return name, range(spot, spot - size)

    def _belongs(self, phrase: Stems, spot: int) -> bool:
        """Say whether the word at *spot* only says of what another thing is: "the declaration of the summit"."""
        before = phrase[:spot]
        of = max((place for place, word in enumerate(before) if word in _BELONGING), default=0)
        return of > 0 and any(before[of - len(words) : of] == words for words in self.lists["other_things"])

    def _negations(self, phrase: Stems) -> int:
        return sum(len(spots(phrase, words)) for words in self.negators)

    def _direction(self, phrase: Stems, topic: str | None, covered: Collection[int]) -> int:
        """Return the direction of the first word of direction that is no negator, turned by the negators before it.

        Of words that begin at one place the most count: "go" is less, "go on" more.
        Where only negators stand, the first of them is the direction itself: "stop tests", "reject the deal".
        What is told of the thing behind it, that it fails or is to be out, is said of it whatever stands before.
        """
        usual = self.topics[topic].usual if topic else 1
        turns = {
            spot
            for words in self.negators
            for spot in spots(phrase, words)
            if usual < 0 or spot < max(covered, default=len(phrase)) or phrase[spot] not in _DENIALS
        }
        if topic is not None and self._fails(phrase, max(covered, default=0) + 1):
            return -1
        told = [(words, 1) for words in self.more] + [(words, -1) for words in self.less]
        told.sort(key=lambda one: len(one[0]))
        signs = {spot: sign for words, sign in told for spot in spots(phrase, words) if spot not in covered}
        if usual > 0:
            for spot in (spot for words in self.carriers for spot in spots(phrase, words) if spot not in covered):
                signs.setdefault(spot, 1)
        plain = min((spot for spot in signs if spot not in turns), default=None)
        before = sum(spot not in covered and (plain is None or spot < plain) for spot in turns)
        if plain is not None:
            return -signs[plain] if before % 2 else signs[plain]
        if not before:
            return usual
        lessening = any(spot in signs for spot in turns)
        return -1 if lessening else -usual

    def _fails(self, phrase: Stems, behind: int) -> bool:
        rest = phrase[behind:]
        return rest[:1] == ("out",) or any(found in (0, 1) for words in self.fails for found in spots(rest, words))

    def _level(self, phrase: Stems) -> Level | None:
        if any_stands(phrase, self.partial):
            return "partial"
        return "full" if any_stands(phrase, self.full) else None


def load_thesaurus(*extra: str | Path) -> Thesaurus:
    """Return the shipped thesaurus, extended by the files *extra* of the same form.

    Raises
    ------
    CaseError
        A file cannot be read, or a line is not of the documented form.
    """
    return _loaded(tuple(Path(path) for path in extra))


@cache
def _loaded(extra: tuple[Path, ...]) -> Thesaurus:
    data: dict[str, Any] = {}
    for path in (Path(__file__).with_name("thesaurus.yaml"), *extra):
        try:
            tree = read_tree(path.read_text(encoding="utf-8"), source=path.name)
        except (OSError, UnicodeDecodeError) as error:
            raise CaseError(f"{path}: cannot be read as a thesaurus: {error}. Name a UTF-8 YAML file.") from None
        check(tree, path.name)
        data = _joined(data, tree.plain())
    directions, levels = data.get("directions", {}), data.get("levels", {})
    return Thesaurus(
        topics={name: _topic(name, said) for name, said in data["topics"].items()},
        less=_phrases(directions["less"]),
        more=_phrases(directions["more"]),
        negators=_phrases(directions["negators"]),
        carriers=_phrases(directions["carriers"]),
        qualifiers=_phrases(directions["qualifiers"]),
        additions=frozenset(directions["additions"]),
        does=frozenset(directions["does"]),
        makes=frozenset(directions["makes"]),
        light=_phrases(directions["light"]),
        fails=_phrases(directions["fails"]),
        verbs=frozenset(directions["verbs"]),
        lookalikes=frozenset(data["lookalikes"]),
        full=_phrases(levels["full"]),
        partial=_phrases(levels["partial"]),
        lists={name: _phrases(data[name]) for name in LISTS},
    )


def _joined(one: Any, other: Any) -> Any:
    """Join two readings: lists one after the other, mappings by key, single values from the later."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {**one, **{key: _joined(one[key], value) if key in one else value for key, value in other.items()}}
    if isinstance(one, list) and isinstance(other, list):
        return [*one, *other]
    return other


def _topic(name: str, said: Mapping[str, Any]) -> Topic:
    noun = said.get("noun", name.replace("_", " "))
    return Topic(
        id=name,
        words=_phrases(said.get("words", [name.replace("_", " ")])),
        noun=noun,
        less=said.get("less", f"stop {noun}"),
        more=said.get("more", f"go on with {noun}"),
        usual=-1 if said.get("usual") == "less" else 1,
        wins=said.get("wins") == "yes",
        into=said.get("into") == "yes",
        shared=said.get("shared") == "yes",
        umbrella=said.get("means") == "no backing",
        like=said.get("like"),
        excludes=tuple(said.get("excludes", ())),
        by=frozenset(said.get("by", ())),
        levels={level: said[level] for level in ("full", "partial") if level in said},
    )


def _phrases(words: Sequence[str]) -> tuple[Stems, ...]:
    return tuple(dict.fromkeys(stems(word) for word in words if stems(word)))
