"""The word lists: every entry is complete, in the vocabulary, and found by lemma."""

import pytest

from dragoman.language.lemmas import Lemmas
from dragoman.statements.lexicon import lexicon
from dragoman.statements.stance_words import stance_words
from dragoman.statements.statement import Act, Position, Tie

STANCES = set(Position.model_fields["stance"].annotation.__args__)
EVENTS = set(Act.model_fields["event"].annotation.__args__)
RELATIONS = set(Tie.model_fields["relation"].annotation.__args__)


@pytest.mark.parametrize("part", ["verb", "noun", "adjective"])
def test_each_stance_word_has_a_whole_frame(part: str) -> None:
    """Stance, its denial, where the action stands and how sure it is are all given and in the vocabulary."""
    for words in stance_words(part).values():
        for word in words:
            assert word.stance in STANCES
            assert word.denied in {None, *STANCES}
            assert word.action
            assert 0 < word.sure < 1


@pytest.mark.parametrize("part", ["verb", "noun"])
def test_each_act_word_has_an_event_of_the_vocabulary(part: str) -> None:
    """Every entry names a PLOVER event type and how sure it is."""
    for entry in lexicon("acts")[part]:
        assert entry["event"] in EVENTS
        assert entry["words"]
        assert 0 < entry["sure"] < 1


@pytest.mark.parametrize("part", ["verb", "noun"])
def test_each_tie_is_a_relation_of_the_vocabulary(part: str) -> None:
    """No relation that the record would refuse."""
    assert set(lexicon("ties")[part]) <= RELATIONS


def test_each_condition_is_of_a_known_type() -> None:
    """Words of condition announce only the documented types."""
    types = {"in_exchange_for", "only_if", "unless", "before", "after", "step_for_step"}
    assert {*lexicon("conditions")["clause"], *lexicon("conditions")["phrase"]} <= types


def test_a_verb_with_a_particle_is_tried_before_the_bare_verb() -> None:
    """ "call for" is looked at before "call"."""
    for words in stance_words("verb").values():
        bare = [word.particle == "" for word in words]
        assert bare == sorted(bare)


@pytest.mark.parametrize(("part", "pos"), [("verb", "VERB"), ("noun", "NOUN")], ids=["verbs", "nouns"])
def test_stance_words_are_listed_under_the_lemma_that_the_pipeline_gives(part: str, pos: str) -> None:
    """A word listed under a form that no text is reduced to would never be found."""
    lemmas = Lemmas.load()
    assert [word for word in stance_words(part) if lemmas.lemma(word, pos) != word] == []


def test_a_lexicon_that_does_not_exist_is_an_error_of_ours() -> None:
    """Only the shipped lists can be named."""
    with pytest.raises(FileNotFoundError):
        lexicon("nowhere")


@pytest.mark.parametrize(
    ("lemma", "stance"),
    [
        ("demand", "demand"),
        ("oppose", "oppose"),
        ("support", "support"),
        ("offer", "offer"),
        ("refuse", "refuse"),
        ("pledge", "promise"),
    ],
)
def test_the_plain_verb_of_each_stance_is_there(lemma: str, stance: str) -> None:
    """Each of the six stances has its own verb."""
    assert stance_words("verb")[lemma][0].stance == stance
