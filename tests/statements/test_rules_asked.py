"""Which rules for positions are asked in a sentence, by its words."""

from dragoman.statements.positions.asking import silent
from dragoman.statements.positions.clefts import by_cleft
from dragoman.statements.positions.modals import by_modal, by_turn
from dragoman.statements.positions.phrases import by_least


def test_rules_that_need_a_word_of_the_sentence_are_silent_without_it():
    """ "Nothing less than a pullout" has its word, "it is up to Chile" and "what Chile wants" have none."""
    without = silent(frozenset({"peru", "want", "nothing", "less", "than", "pullout"}))
    assert {by_cleft, by_turn} <= without
    assert by_least not in without


def test_other_rules_are_never_silent():
    """A rule that names no words of the sentence is asked in all."""
    assert by_modal not in silent(frozenset())
