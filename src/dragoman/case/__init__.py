"""The case: parties, options, preferences; its file, its draft from statements, its analysis."""
