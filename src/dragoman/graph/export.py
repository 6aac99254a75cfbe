"""The integrated graph for other programs: NetworkX, GraphML (Gephi, yEd, Cytoscape), Graphviz."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import networkx as nx

from dragoman.errors import TooManyStates
from dragoman.graph.model import ConflictModel, State
from dragoman.graph.moves import moves
from dragoman.graph.stability import Stability

__all__ = ["MAX_EXPORTED", "graphml", "graphviz", "integrated_graph"]

MAX_EXPORTED: Final = 20_000
"""Most states in one exported graph."""


def integrated_graph(
    model: ConflictModel, found: Stability | None = None, states: Sequence[State] | None = None
) -> nx.MultiDiGraph[int]:
    """Give all moves of all decision makers as one directed graph, over *states* (all, if not given).

    A node is a state's code, with its ``letters``, the options ``taken`` and, where *found* is given, a truth value
    for each concept under which it may be an equilibrium. An edge is a move, keyed by its decision maker ``dm``, with
    ``improvement``.

    Raises
    ------
    TooManyStates
        Over `MAX_EXPORTED` states.

    Examples
    --------
    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> graph = integrated_graph(ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])}))
    >>> graph.nodes[1]["taken"], graph.edges[0, 1, "A"]["improvement"]
    ('a', True)
    """
    chosen = model.states.tolist() if states is None else sorted({int(state) for state in states})
    if len(chosen) > MAX_EXPORTED:
        raise TooManyStates(f"{len(chosen)} states are too many for one graph; name at most {MAX_EXPORTED} of them.")
    graph: nx.MultiDiGraph[int] = nx.MultiDiGraph()
    for state in chosen:
        holds = () if found is None else found.equilibrium_at(state)
        verdicts = {} if found is None else {concept: concept in holds for concept in found.concepts}
        graph.add_node(state, letters=model.letters(state), taken=", ".join(model.taken(state)), **verdicts)
    for dm in model.dms:
        scores = model.scores(dm)
        for state in chosen:
            for to in moves(model, state, dm):
                if to in graph:
                    better = bool(scores[model.index(to)] > scores[model.index(state)])
                    graph.add_edge(state, to, key=dm, dm=dm, improvement=better)
    return graph


def graphml(model: ConflictModel, found: Stability | None = None, states: Sequence[State] | None = None) -> str:
    """Write the integrated graph as GraphML; arguments as for `integrated_graph`."""
    return "\n".join(nx.generate_graphml(integrated_graph(model, found, states), named_key_ids=True)) + "\n"


def graphviz(model: ConflictModel, found: Stability | None = None, states: Sequence[State] | None = None) -> str:
    """Write the integrated graph in Graphviz's DOT; arguments as for `integrated_graph`.

    Equilibria under any concept of *found* are doubly outlined; moves that are no improvements are dotted.

    >>> from dragoman.graph import ConflictModel, Option, Prioritised
    >>> print(graphviz(ConflictModel(["A"], [Option("a", "A")], preferences={"A": Prioritised(["a"])})))
    digraph conflict {
      0 [label="N"];
      1 [label="Y"];
      0 -> 1 [label="A"];
      1 -> 0 [label="A", style=dotted];
    }
    <BLANKLINE>
    """
    graph = integrated_graph(model, found, states)
    lines = ["digraph conflict {"]
    for state, data in graph.nodes(data=True):
        holds = found is not None and any(data[concept] for concept in found.concepts)
        outline = ", peripheries=2" if holds else ""
        lines.append(f'  {state} [label="{data["letters"]}"{outline}];')
    for state, to, data in graph.edges(data=True):
        style = "" if data["improvement"] else ", style=dotted"
        lines.append(f"  {state} -> {to} [label={_quoted(data['dm'])}{style}];")
    return "\n".join([*lines, "}"]) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
