"""Walking trees made by hand: subjects, objects, negation, modals, voice and the words of a phrase."""

import pytest

from dragoman.language.lemmas import Lemmas
from dragoman.language.shadow import Laid
from dragoman.language.tree import Token, Tree
from dragoman.statements import clauses, mood, stretches

Row = tuple[str, str, str, str, int]
PARTS = {
    **dict.fromkeys(["NN", "NNS"], "NOUN"),
    **dict.fromkeys(["PRP", "WDT"], "PRON"),
    **dict.fromkeys([".", ","], "PUNCT"),
    **{"NNP": "PROPN", "IN": "ADP", "TO": "PART", "RB": "ADV", "CC": "CCONJ", "MD": "AUX"},
}


def tree(*rows: Row) -> Tree:
    """A tree of rows: word, lemma, tag, label, head."""
    words, lemmas, tags, deps, heads = map(list, zip(*rows, strict=True))
    parts = ["AUX" if dep.startswith("aux") else PARTS.get(tag, "VERB") for tag, dep in zip(tags, deps, strict=True)]
    made = Tree([Laid(words, [True] * len(rows), heads, deps, tags, parts, [""] * len(rows))], Lemmas.load())
    for token, lemma in zip(made, lemmas, strict=True):
        token.lemma_ = lemma
    return made


PASSIVE = tree(
    ("Iran", "Iran", "NNP", "nsubj:pass", 2),
    ("was", "be", "VBD", "aux:pass", 2),
    ("urged", "urge", "VBN", "ROOT", 2),
    ("by", "by", "IN", "case", 4),
    ("France", "France", "NNP", "obl:agent", 2),
    ("to", "to", "TO", "mark", 6),
    ("stop", "stop", "VB", "xcomp", 2),
)
DENIED = tree(
    ("Peru", "Peru", "NNP", "nsubj", 5),
    ("and", "and", "CC", "cc", 2),
    ("Chile", "Chile", "NNP", "conj", 0),
    ("will", "will", "MD", "aux", 5),
    ("not", "not", "RB", "advmod", 5),
    ("sign", "sign", "VB", "ROOT", 5),
    ("treaties", "treaty", "NNS", "obj", 5),
    ("or", "or", "CC", "cc", 8),
    ("truces", "truce", "NNS", "conj", 6),
    (".", ".", ".", "punct", 5),
)
RELATIVE = tree(
    ("plan", "plan", "NN", "ROOT", 0),
    (",", ",", ",", "punct", 4),
    ("which", "which", "WDT", "obj", 4),
    ("Mexico", "Mexico", "NNP", "nsubj", 4),
    ("supports", "support", "VBZ", "acl:relcl", 0),
    (".", ".", ".", "punct", 0),
)


def between(doc: Tree, start: int, end: int) -> str:
    """The words in a range of characters."""
    return " ".join(token.text for token in doc if start <= token.idx < end)


def texts(tokens: list[Token]) -> list[str]:
    return [token.text for token in tokens]


def test_the_subject_of_a_passive_undergoes_it() -> None:
    """Voice, what undergoes the act and who does it are told apart."""
    urged = PASSIVE[2]
    assert clauses.is_passive(urged)
    assert clauses.subject(urged) is not None
    assert clauses.subject(urged).text == "Iran"
    assert texts(clauses.agents(urged)) == ["France"]
    assert texts(clauses.objects(urged)) == ["Iran"]


def test_an_infinitive_takes_the_subject_of_its_verb() -> None:
    """Who is urged to stop would stop."""
    assert clauses.marker(PASSIVE[6]) == "to"
    assert clauses.subject(PASSIVE[6]).text == "Iran"


def test_coordination_is_followed() -> None:
    """Subjects and objects come with what is joined to them."""
    assert texts(clauses.conjuncts(DENIED[0])) == ["Peru", "Chile"]
    assert texts(clauses.objects(DENIED[5])) == ["treaties", "truces"]
    assert clauses.governor(DENIED[8]).text == "sign"


def test_negation_and_modals_are_the_clauses_own() -> None:
    """ "will not sign" is denied and willed; its object is neither."""
    assert mood.is_negated(DENIED[5])
    assert mood.modals(DENIED[5]) == {"will"}
    assert not mood.is_negated(DENIED[6])
    assert mood.modals(PASSIVE[6]) == set()


def test_a_relative_clause_acts_on_its_noun() -> None:
    """What Mexico supports is the plan."""
    supports = RELATIVE[4]
    assert clauses.antecedent(supports) == (RELATIVE[0], "object")
    assert clauses.subject(supports).text == "Mexico"
    assert texts(clauses.objects(supports)) == ["plan"]


def test_a_phrase_has_no_punctuation_at_its_ends() -> None:
    """The words under a head, without the full stop."""
    start, end = stretches.phrase(DENIED[5])
    assert between(DENIED, start, end) == "Peru and Chile will not sign treaties or truces"


def test_a_phrase_leaves_out_what_it_is_told_to() -> None:
    """What hangs from a barred word is no part of the phrase."""
    start, end = stretches.phrase(RELATIVE[0], without=[RELATIVE[4]])
    assert between(RELATIVE, start, end) == "plan"


def test_a_preposition_of_two_words_is_one() -> None:
    """ "because of" is read whole."""
    doc = tree(
        ("left", "leave", "VBD", "ROOT", 0),
        ("because", "because", "IN", "case", 3),
        ("of", "of", "IN", "fixed", 1),
        ("rain", "rain", "NN", "obl", 0),
    )
    assert clauses.preposition(doc[3]) == "because of"
    assert clauses.prepositional(doc[0], "of") == []


@pytest.mark.parametrize("doc", [PASSIVE, DENIED, RELATIVE], ids=["passive", "denied", "relative"])
def test_a_phrase_holds_its_head(doc: Tree) -> None:
    """Whatever the word, the range of its phrase covers it."""
    for token in doc:
        start, end = stretches.phrase(token)
        assert start <= token.idx < token.idx + len(token) <= end
