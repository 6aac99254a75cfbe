"""What an action means: its topic, its direction, how much of it; from a plain file of words that a user extends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from dragoman.errors import CaseError
from dragoman.ledger.wording import is_empty_word, stems
from dragoman.yaml_tree import Node, read_tree

__all__ = ["Meaning", "Thesaurus", "Topic", "load_thesaurus"]

_OPENERS = "before|until|while|after|unless|if|provided that|as long as|which|who|whose"
_CLAUSE = re.compile(rf"(?<=\w),? (?:only )?(?:{_OPENERS})\b.*", re.DOTALL)
_ASIDE = re.compile(r"\([^()]*\)")
_NOMINAL = ("tion", "sion", "ment", "relief", "closure", "removal", "withdrawal", "return", "talks")
Level = Literal["full", "partial"]
Stems = tuple[str, ...]

_DIRECTIONS = ("less", "more", "negators", "carriers", "qualifiers", "others", "additions")
_LISTS = ("vague", "takes_up", "put_forward", "irreversible", "bodies", "other_things")
_TOPIC_FIELDS = {
    "words",
    "noun",
    "less",
    "more",
    "full",
    "partial",
    "shared",
    "usual",
    "wins",
    "excludes",
    "means",
    "like",
}


@dataclass(frozen=True)
class Topic:
    """What actions can be about: sanctions, talks, a ceasefire; with the names of its two directions."""

    id: str
    words: tuple[Stems, ...]
    noun: str
    less: str
    more: str
    usual: int
    wins: bool = False
    umbrella: bool = False
    shared: bool = False
    like: str | None = None
    excludes: tuple[str, ...] = ()
    levels: Mapping[Level | None, str] = field(default_factory=dict)

    def named(self, direction: int) -> str:
        """Return the verb phrase for one direction."""
        return self.more if direction > 0 else self.less


@dataclass(frozen=True)
class Meaning:
    """What an action phrase means.

    ``topic`` is None where no topic's word stands in it; ``direction`` is +1 (more of it) or -1 (less);
    ``level`` how much; ``content`` its stems that carry content; ``vague`` that it says nothing to choose, be it that
    it is a single word without a topic;
    ``takes_up`` that it only takes up (+1) or turns down (-1) what somebody put forward, else 0; ``elliptic`` that it
    has a direction or level but no object ("complete closure"); ``bare`` that it only names the thing ("the arsenal").
    """

    topic: str | None
    direction: int
    level: Level | None
    content: frozenset[str]
    vague: bool = False
    takes_up: int = 0
    irreversible: bool = False
    elliptic: bool = False
    bare: bool = False


@dataclass(frozen=True)
class Thesaurus:
    """The words of the drafting; see ``thesaurus.yaml`` for what each list does."""

    topics: Mapping[str, Topic]
    less: tuple[Stems, ...]
    more: tuple[Stems, ...]
    negators: tuple[Stems, ...]
    carriers: tuple[Stems, ...]
    qualifiers: tuple[Stems, ...]
    others: frozenset[str]
    additions: frozenset[str]
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
            said = _CLAUSE.sub("", _ASIDE.sub("", phrase))
            self._seen[phrase] = self._meaning(said)
        return self._seen[phrase]

    def is_body(self, name: str) -> bool:
        """Say whether *name* is an official body or group within a state rather than a person.

        >>> load_thesaurus().is_body("Parliament"), load_thesaurus().is_body("Kim Jong Un")
        (True, False)
        """
        return name[:1].islower() or _any(stems(name), self.lists["bodies"])

    def begins_with_verb(self, phrase: str) -> bool:
        """Say whether *phrase* begins with a verb that the thesaurus knows, or with an adverb before one.

        >>> load_thesaurus().begins_with_verb("gradually ease sanctions"), load_thesaurus().begins_with_verb("relief")
        (True, False)
        """
        first = phrase.split()[:2]
        begun = (stems(word) for word in first)
        return any(word[:1] in self._verbs for word in begun) and not first[0].endswith(_NOMINAL)

    @cached_property
    def _verbs(self) -> frozenset[Stems]:
        words = (*self.less, *self.more, *self.negators, *self.carriers)
        return frozenset(said for said in words if len(said) == 1)

    def _meaning(self, said: str) -> Meaning:
        phrase, named = stems(said), _named(said)
        first = next((word for word in said.split() if not word.endswith("ly")), "").lower()
        topic, covered = self._topic(phrase)
        bare = tuple(word for word in phrase if word not in named)
        without = self._topic(bare)
        if len(without[1]) > len(covered):
            phrase, (topic, covered) = bare, without
        if self._is_another_matter(first, phrase, covered):
            topic, covered = None, range(0)
        content = frozenset(_telling(phrase))
        content = content - named if len(content - named) > 1 else content
        turned = self._negations(phrase)
        put_forward = topic is None and _any(phrase, self.lists["put_forward"])
        takes_up = 0
        if put_forward and (turned or _any(phrase, self.lists["takes_up"])):
            takes_up = -1 if turned % 2 else 1
        vague = self._is_vague(phrase, topic)
        bare_thing = topic is not None and not self._points(phrase)
        added = bare_thing and first in self.additions
        return Meaning(
            topic=None if takes_up or vague else topic,
            direction=1 if added else self._direction(phrase, topic, covered),
            level=self._level(phrase),
            content=content,
            vague=(vague or (topic is None and len(content) < 2)) and not takes_up,
            takes_up=takes_up,
            irreversible=_any(phrase, self.lists["irreversible"]),
            elliptic=bool(content) and all(self._is_direction(word) for word in content),
            bare=bare_thing,
        )

    def _is_another_matter(self, first: str, phrase: Stems, covered: range) -> bool:
        """Say whether the verb that *phrase* begins with does something else with its topic: "buy nuclear fuel"."""
        told = any(0 in _spots(phrase, words) for words in (*self.less, *self.more, *self.negators, *self.carriers))
        return first in self.others and not told and 0 not in covered

    def _is_vague(self, phrase: Stems, topic: str | None) -> bool:
        """Say whether *phrase* holds several words of a vague one, empty words aside; or one, and has no topic."""
        telling = _telling(phrase)
        for words in self.lists["vague"]:
            short = _telling(words)
            found = _spots(telling, short) if len(short) > 1 else _spots(phrase, words)
            if found and (len(words) > 1 or topic in (None, "agreement")):
                return True
        return False

    def _points(self, phrase: Stems) -> bool:
        return any(_any(phrase, words) for words in (self.less, self.more, self.negators, self.carriers))

    def _is_direction(self, word: str) -> bool:
        return any((word,) in words for words in (self.less, self.more, self.full, self.partial))

    def _topic(self, phrase: Stems) -> tuple[str | None, range]:
        """Return the topic and the places of its words: the longest match, one that wins, the first to stand."""
        found = [
            (-len(words), not topic.wins, spot, place, topic.id)
            for place, topic in enumerate(self.topics.values())
            for words in topic.words
            for spot in _spots(phrase, words)
            if not self._belongs(phrase, spot)
        ]
        if not found:
            return None, range(0)
        size, _, spot, _, name = min(found)
        if self.topics[name].usual > 0 and any(0 in _spots(phrase, words) for words in self.qualifiers):
            return None, range(0)
        return name, range(spot, spot - size)

    def _belongs(self, phrase: Stems, spot: int) -> bool:
        """Say whether the word at *spot* only says of what another thing is: "the declaration of the summit"."""
        before = phrase[:spot]
        of = max((place for place, word in enumerate(before) if word == "of"), default=0)
        return of > 0 and any(before[of - len(words) : of] == words for words in self.lists["other_things"])

    def _negations(self, phrase: Stems) -> int:
        return sum(len(_spots(phrase, words)) for words in self.negators)

    def _direction(self, phrase: Stems, topic: str | None, covered: range) -> int:
        """Return the direction of the first word of direction that is no negator, turned by the negators before it.

        Of words that begin at one place the most count: "go" is less, "go on" more.
        Where only negators stand, the first of them is the direction itself: "stop tests", "reject the deal".
        """
        turns = {spot for words in self.negators for spot in _spots(phrase, words)}
        told = [(words, 1) for words in self.more] + [(words, -1) for words in self.less]
        told.sort(key=lambda one: len(one[0]))
        signs = {spot: sign for words, sign in told for spot in _spots(phrase, words) if spot not in covered}
        usual = self.topics[topic].usual if topic else 1
        if usual > 0:
            for spot in (spot for words in self.carriers for spot in _spots(phrase, words) if spot not in covered):
                signs.setdefault(spot, 1)
        plain = min((spot for spot in signs if spot not in turns), default=None)
        before = sum(spot not in covered and (plain is None or spot < plain) for spot in turns)
        if plain is not None:
            return -signs[plain] if before % 2 else signs[plain]
        if not before:
            return usual
        lessening = any(spot in signs for spot in turns)
        return -1 if lessening else -usual

    def _level(self, phrase: Stems) -> Level | None:
        if _any(phrase, self.partial):
            return "partial"
        return "full" if _any(phrase, self.full) else None


def _named(phrase: str) -> frozenset[str]:
    """Return the stems of the capitalised words after the first: names, which say who and not what."""
    words = phrase.split()[1:]
    return frozenset(stem for word in words if word[:1].isupper() for stem in stems(word))


def _telling(phrase: Stems) -> Stems:
    """Drop the empty words: "change its position" meets "change position"."""
    return tuple(word for word in phrase if not is_empty_word(word))


def _spots(phrase: Stems, words: Stems) -> list[int]:
    """Return where *words* stand side by side in *phrase*."""
    if words[0] not in phrase:
        return []
    size = len(words)
    return [start for start in range(len(phrase) - size + 1) if phrase[start : start + size] == words]


def _any(phrase: Stems, several: Iterable[Stems]) -> bool:
    return any(_spots(phrase, words) for words in several)


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
        _check(tree, path.name)
        data = _joined(data, tree.plain())
    directions, levels = data.get("directions", {}), data.get("levels", {})
    return Thesaurus(
        topics={name: _topic(name, said) for name, said in data["topics"].items()},
        less=_phrases(directions["less"]),
        more=_phrases(directions["more"]),
        negators=_phrases(directions["negators"]),
        carriers=_phrases(directions["carriers"]),
        qualifiers=_phrases(directions["qualifiers"]),
        others=frozenset(directions["others"]),
        additions=frozenset(directions["additions"]),
        full=_phrases(levels["full"]),
        partial=_phrases(levels["partial"]),
        lists={name: _phrases(data[name]) for name in _LISTS},
    )


def _check(tree: Node, source: str) -> None:
    """Refuse what is not a thesaurus, by line."""
    known = {
        "topics": _TOPIC_FIELDS,
        "directions": set(_DIRECTIONS),
        "levels": {"full", "partial"},
    }
    sections = tree.value if isinstance(tree.value, dict) else {"": tree}
    for name, node in sections.items():
        if name not in known and name not in _LISTS:
            accepted = ", ".join((*known, *_LISTS))
            raise _refused(source, node, f'"{name}" is not a section. Accepted: {accepted}')
        if name in _LISTS:
            _check_texts(node, source, name)
            continue
        if not isinstance(node.value, dict):
            raise _refused(source, node, f"{name} should be a mapping")
        for key, entry in node.value.items():
            if name == "topics":
                _check_topic(key, entry, source)
            elif key in known[name]:
                _check_texts(entry, source, key)
            else:
                raise _refused(source, entry, f'"{key}" is not a list of {name}')


def _check_topic(key: str, entry: Node, source: str) -> None:
    if not isinstance(entry.value, dict):
        raise _refused(source, entry, f'topic "{key}" should be a mapping with words, noun, less and more')
    for name, node in entry.value.items():
        if name not in _TOPIC_FIELDS:
            accepted = ", ".join(sorted(_TOPIC_FIELDS))
            raise _refused(source, node, f'"{name}" is not a field of a topic. Accepted: {accepted}')
        if name in {"words", "excludes"}:
            _check_texts(node, source, name)
        elif not isinstance(node.value, str) or (name == "usual" and node.value not in {"less", "more"}):
            raise _refused(source, node, f"{name} should be {'less or more' if name == 'usual' else 'a text'}")


def _check_texts(node: Node, source: str, name: str) -> None:
    if not isinstance(node.value, tuple) or not all(isinstance(item.value, str) for item in node.value):
        raise _refused(source, node, f"{name} should be a list of texts")


def _refused(source: str, node: Node, problem: str) -> CaseError:
    return CaseError(f"{source}, line {node.key_line or node.line}: {problem}.", line=node.key_line or node.line)


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
        shared=said.get("shared") == "yes",
        umbrella=said.get("means") == "no backing",
        like=said.get("like"),
        excludes=tuple(said.get("excludes", ())),
        levels={level: said[level] for level in ("full", "partial") if level in said},
    )


def _phrases(words: Sequence[str]) -> tuple[Stems, ...]:
    return tuple(dict.fromkeys(stems(word) for word in words if stems(word)))
