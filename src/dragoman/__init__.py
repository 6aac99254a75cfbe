"""Dragoman reads news reports about a negotiation and turns them into a living, cited model of it."""

from __future__ import annotations

from dragoman._version import __version__

__all__ = ["__version__"]
