"""A language model as reader, held to the words: it proposes, the article decides what may enter."""
