"""The short forms that a person may write in a case file, turned into the full ones.

Every short form has exactly one long form; which they are is listed in ``docs/case-file.md`` and in the JSON Schema.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dragoman.yaml_tree import Node

__all__ = ["SHORT_FORMS", "expand"]

SHORT_FORMS = {
    "party": "a bare text is its name",
    "option": "a bare text is what it does, after the party and a colon: \"USA: lift sanctions\"",
    "preference": "a bare text is what it prefers",
    "basis": "left out, it is words where there is evidence and judgement where there is none",
    "infeasible": "a bare text is its when",
    "misperception": "its imagined options, its infeasible lines and its preferences as everywhere else",
    "worth": "a bare number is the whole",
    "status quo": "a list of what is yes, or each option with yes or no",
    "tie": 'three words: "USA sanctions PRK"',
    "left out": "a bare text is what; or a mapping from what to why",
    "list": "one item may stand without brackets",
}  # fmt: skip
_YES = {"yes": True, "no": False, "y": True, "n": False, "on": True, "off": False}


def expand(root: Node) -> Node:
    """Return *root* with every short form written out; what is neither short nor long form is left as it is.

    >>> from dragoman.yaml_tree import read_tree
    >>> expand(read_tree("parties: {PRK: North Korea}", source="case.yaml")).plain()
    {'parties': {'PRK': {'name': 'North Korea'}}}
    """
    if not isinstance(root.value, dict):
        return root
    return replace(root, value={key: _SECTIONS.get(key, _same)(node) for key, node in root.value.items()})


def _same(node: Node) -> Node:
    return node


def _mapping(node: Node, **values: Any) -> Node:
    """Make a mapping at the place of *node*."""
    found = {key: value if isinstance(value, Node) else replace(node, value=value) for key, value in values.items()}
    return replace(node, value=found)


def _listed(node: Node) -> Node:
    """Make a single text a list of one; nothing, an empty list."""
    if node.value is None:
        return replace(node, value=())
    return replace(node, value=(node,)) if isinstance(node.value, str | int | float) else node


def _entry(lists: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> Callable[[Node], Node]:
    """Return what completes one entry: single items of *lists* become lists, numbers in *texts* texts."""

    def complete(node: Node) -> Node:
        if not isinstance(node.value, dict):
            return node
        value = {key: _field(key, entry, lists, texts) for key, entry in node.value.items()}
        return replace(node, value=value)

    return complete


def _field(key: str, node: Node, lists: tuple[str, ...], texts: tuple[str, ...]) -> Node:
    if key in (*lists, "evidence"):
        return _listed(node)
    if key in texts and isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return replace(node, value=str(node.value))
    if key in ("one_way", "divisible", "strong") and isinstance(node.value, str):
        return replace(node, value=_YES.get(node.value.lower(), node.value))
    return node


def _party(node: Node) -> Node:
    if isinstance(node.value, str):
        return _mapping(node, name=node)
    return _entry(lists=("persons",))(node)


def _option(node: Node) -> Node:
    if isinstance(node.value, str):
        party, colon, does = node.value.partition(":")
        return _mapping(node, party=party.strip(), does=does.strip(), basis="judgement") if colon else node
    return _with_basis(_entry(lists=("carries", "holds", "verifies"))(node))


def _imagined(node: Node) -> Node:
    if isinstance(node.value, str):
        party, colon, does = node.value.partition(":")
        return _mapping(node, party=party.strip(), does=does.strip()) if colon else node
    return _entry()(node)


def _preference(node: Node) -> Node:
    if isinstance(node.value, str):
        return _mapping(node, prefers=node, basis="judgement")
    return _with_basis(_entry()(node))


def _with_basis(node: Node) -> Node:
    if not isinstance(node.value, dict) or "basis" in node.value:
        return node
    basis = "words" if "evidence" in node.value and node.value["evidence"].value else "judgement"
    return replace(node, value={**node.value, "basis": replace(node, value=basis)})


def _infeasible(node: Node) -> Node:
    return _mapping(node, when=node) if isinstance(node.value, str) else _entry()(node)


def _tie(node: Node) -> Node:
    words = node.value.split() if isinstance(node.value, str) else []
    if len(words) == 3:
        return _mapping(node, **{"from": words[0], "relation": words[1], "to": words[2]})
    return _entry()(node)


def _left_out_item(node: Node) -> Node:
    return _mapping(node, what=node, why="") if isinstance(node.value, str) else _entry()(node)


def _left_out(node: Node) -> Node:
    if isinstance(node.value, dict):
        items = tuple(_mapping(why, what=what, why=why) for what, why in node.value.items())
        return replace(node, value=items)
    return _each(_left_out_item)(node)


def _status_quo(node: Node) -> Node:
    if isinstance(node.value, dict):
        taken = []
        for key, said in node.value.items():
            value = _YES.get(said.value.lower()) if isinstance(said.value, str) else said.value
            if value in (True, 1):
                taken.append(replace(said, value=key, exact=False))
            elif value not in (False, 0):
                return node
        return replace(node, value=tuple(taken))
    return _listed(node)


def _each(change: Callable[[Node], Node]) -> Callable[[Node], Node]:
    """Return what applies *change* to every entry of a mapping or list; nothing is an empty one."""

    def all_of(node: Node) -> Node:
        if isinstance(node.value, dict):
            return replace(node, value={key: change(entry) for key, entry in node.value.items()})
        if isinstance(node.value, tuple):
            return replace(node, value=tuple(change(entry) for entry in node.value))
        return node

    return all_of


def _named_list(node: Node) -> Node:
    """Accept a plain list of ids where a mapping is meant: each id is its own name."""
    if isinstance(node.value, tuple) and all(isinstance(item.value, str) for item in node.value):
        return replace(node, value={item.value: item for item in node.value})
    return node


def _preference_list(node: Node) -> Node:
    return _each(_preference)(_listed(node))


def _misperception(node: Node) -> Node:
    if not isinstance(node.value, dict):
        return node
    parts = {"unseen": _listed, "imagined": _each(_imagined), "evidence": _listed, **_LISTS_OF_LOGIC}
    return replace(node, value={key: parts.get(key, _same)(entry) for key, entry in node.value.items()})


def _issue(node: Node) -> Node:
    if not isinstance(node.value, dict) or "places" not in node.value:
        return _entry()(node)
    places = _each(_place)(node.value["places"])
    return _entry()(replace(node, value={**node.value, "places": places}))


def _place(node: Node) -> Node:
    return _number_as("position", node)


def _worth(node: Node) -> Node:
    return _mapping(node, whole=node) if isinstance(node.value, str) else _number_as("whole", node)


def _number_as(field: str, node: Node) -> Node:
    """Let a bare number stand for an entry with that *field*."""
    if isinstance(node.value, int | float) and not isinstance(node.value, bool):
        return _mapping(node, **{field: node})
    return _entry()(node)


_LISTS_OF_LOGIC: dict[str, Callable[[Node], Node]] = {
    "infeasible": lambda node: _each(_infeasible)(_listed(node)),
    "preferences": _each(_preference_list),
}
_SECTIONS: dict[str, Callable[[Node], Node]] = {
    "parties": lambda node: _each(_party)(_named_list(node)),
    "options": _each(_option),
    "status_quo": _status_quo,
    "misperceptions": _each(_misperception),
    **_LISTS_OF_LOGIC,
    "worths": _each(_each(_worth)),
    "vetoes": _listed,
    "issues": _each(_issue),
    "ties": lambda node: _each(_tie)(_listed(node)),
    "deadlines": _each(_entry(lists=("by", "on"), texts=("date",))),
    "left_out": _left_out,
}
