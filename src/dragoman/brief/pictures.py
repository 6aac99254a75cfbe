"""The brief's pictures as inline SVG.

Ties as a graph, acts as lanes over time, issues as scales, a schedule as steps in lanes, deals as a frontier.

They are drawn the same way every time.
"""

from __future__ import annotations

from dragoman.brief.acts_picture import acts_picture
from dragoman.brief.frontier_picture import frontier_picture
from dragoman.brief.issue_picture import issue_picture
from dragoman.brief.schedule_picture import schedule_picture
from dragoman.brief.ties_picture import ties_picture

__all__ = ["acts_picture", "frontier_picture", "issue_picture", "schedule_picture", "ties_picture"]
