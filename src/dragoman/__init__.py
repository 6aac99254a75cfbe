"""Dragoman reads news reports about a negotiation and turns them into a living, cited model of it.

    reading = dragoman.read("my-articles/")
    case = dragoman.draft(reading)
    analysis = dragoman.analyse(case)
    dragoman.brief(case, analysis, reading)

Everything else is reached by module; ``dragoman.graph`` is a library of the method by itself.
"""

from __future__ import annotations

import dragoman.brief  # noqa: F401 - bound first, so that the function of that name stays the package's attribute
from dragoman._version import __version__
from dragoman.articles.article import Article
from dragoman.case.case import Case
from dragoman.stages import Reading, analyse, brief, draft, read

__all__ = ["Article", "Case", "Reading", "__version__", "analyse", "brief", "draft", "read"]
