"""Statements of many articles side by side: the same event once, and where they disagree."""
