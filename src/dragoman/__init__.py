"""Dragoman reads news reports about a negotiation and turns them into a living, cited model of it.

    reading = dragoman.read("my-articles/")
    case = dragoman.draft(reading)
    analysis = dragoman.analyse(case)
    dragoman.deals(case)
    dragoman.schedule(case)
    dragoman.brief(case, analysis, reading)

Everything else is reached by module; ``dragoman.graph`` is a library of the method by itself.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from dragoman._version import __version__

if TYPE_CHECKING:
    from dragoman.articles.article import Article
    from dragoman.case.case import Case
    from dragoman.stages import Reading, analyse, brief, deals, draft, read, schedule
else:
    importlib.import_module("dragoman.brief")  # bound first, so that the functions of these names stay
    importlib.import_module("dragoman.deals")

    def brief(*arguments: Any, **options: Any) -> Any:
        """Compose the brief; see :func:`dragoman.stages.brief`."""
        return importlib.import_module("dragoman.stages").brief(*arguments, **options)

    def deals(*arguments: Any, **options: Any) -> Any:
        """List what could be agreed; see :func:`dragoman.stages.deals`."""
        return importlib.import_module("dragoman.stages").deals(*arguments, **options)


__all__ = ["Article", "Case", "Reading", "__version__", "analyse", "brief", "deals", "draft", "read", "schedule"]

_HOMES = {
    "Article": "dragoman.articles.article", "Case": "dragoman.case.case", "Reading": "dragoman.stages",
    "analyse": "dragoman.stages", "draft": "dragoman.stages", "read": "dragoman.stages",
    "schedule": "dragoman.stages",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a stage when it is first asked for, so that the graph model alone starts at once."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
