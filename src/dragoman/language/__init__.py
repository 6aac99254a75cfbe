"""The English pipeline, parties and their names, dates."""
