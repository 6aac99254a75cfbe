"""The form of a thesaurus file: its sections, lists and the fields of a topic."""

from __future__ import annotations

from dragoman.errors import CaseError
from dragoman.yaml_tree import Node

__all__ = ["LISTS", "check"]

_DIRECTIONS = (
    "less",
    "more",
    "negators",
    "carriers",
    "qualifiers",
    "additions",
    "does",
    "makes",
    "light",
    "fails",
    "verbs",
)
LISTS = (
    "vague",
    "takes_up",
    "put_forward",
    "irreversible",
    "bodies",
    "other_things",
    "fulfilled",
    "lookalikes",
    "called",
)
_TOPIC_FIELDS = {
    "words",
    "noun",
    "less",
    "more",
    "full",
    "partial",
    "shared",
    "usual",
    "into",
    "by",
    "wins",
    "excludes",
    "means",
    "like",
}


def check(tree: Node, source: str) -> None:
    """Refuse what is not a thesaurus, by line.

    Raises
    ------
    CaseError
        A section, a list or a field is not of the documented form.
    """
    known = {
        "topics": _TOPIC_FIELDS,
        "directions": set(_DIRECTIONS),
        "levels": {"full", "partial"},
    }
    sections = tree.value if isinstance(tree.value, dict) else {"": tree}
    for name, node in sections.items():
        if name not in known and name not in LISTS:
            accepted = ", ".join((*known, *LISTS))
            raise _refused(source, node, f'"{name}" is not a section. Accepted: {accepted}')
        if name in LISTS:
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
        if name in {"words", "excludes", "by"}:
            _check_texts(node, source, name)
        elif not isinstance(node.value, str) or (name == "usual" and node.value not in {"less", "more"}):
            raise _refused(source, node, f"{name} should be {'less or more' if name == 'usual' else 'a text'}")


def _check_texts(node: Node, source: str, name: str) -> None:
    if not isinstance(node.value, tuple) or not all(isinstance(item.value, str) for item in node.value):
        raise _refused(source, node, f"{name} should be a list of texts")


def _refused(source: str, node: Node, problem: str) -> CaseError:
    return CaseError(f"{source}, line {node.key_line or node.line}: {problem}.", line=node.key_line or node.line)
