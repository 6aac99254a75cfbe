"""The brief: one document, one page, its pictures and tables."""
