"""Repairs are asked only at words of the kinds that they name, in their order."""

from dragoman.language.tree import Token
from dragoman.statements.repairs import repair
from dragoman.statements.repairs.asking import Step, at

_SEEN: list[str] = []


@at(tags={"VBZ"})
def _of_verbs(token: Token) -> None:
    _SEEN.append(f"{token}/{token.tag_}")


@at(tags={"NN"})
def _to_verb(token: Token) -> None:
    token.tag_ = "VBZ"


@at(bearing=True)
def _of_heads(token: Token) -> None:
    _SEEN.append(str(token))


def _asked(pipeline, step: Step, text: str = "Chile rejects offers.") -> list[str]:
    _SEEN.clear()
    for token in pipeline.tree(text):
        step.mend(token)
    return [*_SEEN]


def test_a_repair_is_asked_at_words_of_its_tag_alone(pipeline):
    """One for finite verbs never sees the nouns beside them."""
    assert _asked(pipeline, Step((_of_verbs,))) == ["rejects/VBZ"]


def test_a_changed_word_is_asked_about_as_what_it_is_now(pipeline):
    """A repair that comes after one that made a verb of a noun sees a verb; one that came before does not."""
    assert _asked(pipeline, Step((_to_verb,), (_of_verbs,))) == ["Chile/VBZ", "rejects/VBZ"]
    assert _asked(pipeline, Step((_of_verbs,), (_to_verb,))) == ["rejects/VBZ"]


def test_a_repair_of_heads_is_not_asked_at_words_that_bear_none(pipeline):
    """Words from which nothing hangs are left out."""
    assert _asked(pipeline, Step((_of_heads,))) == ["rejects"]


def test_a_repair_still_takes_its_word_lists(pipeline):
    """ "Moscow demands that": known by the verbs of stance, which the step hands over."""
    tree = pipeline.tree("Moscow demands that Peru leave.")
    repair(tree)
    assert tree[1].pos_ == "VERB"
