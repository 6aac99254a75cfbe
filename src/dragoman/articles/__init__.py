"""Getting articles in: formats, metadata, debris, duplicates."""
