"""The tree of plain objects: the same as the parser's, and sound when words are hung elsewhere."""

import pytest

from dragoman.language.pipeline import load_pipeline
from dragoman.language.tree import Token, Tree, kept

TEXT = "Norway, which met Sweden in Oslo, rejected an offer by Peru to mediate. “It is over,” he said.\n\nNobody signed"


@pytest.fixture
def tree() -> Tree:
    """The tree of a text of three sentences."""
    return load_pipeline().tree(TEXT)


def test_it_is_the_tree_of_the_parser(tree: Tree) -> None:
    """Every word has the head, dependents and sentence that the parser gave it."""
    doc = load_pipeline().parse(TEXT)
    assert [(t.text, t.idx, t.head.i, t.dep_, t.lemma_, str(t.morph)) for t in doc] == [
        (t.text, t.idx, t.head.i, t.dep_, t.lemma_, t.morph) for t in tree
    ]
    for theirs, ours in zip(doc, tree, strict=True):
        assert [t.i for t in theirs.children] == [t.i for t in ours.children]
        assert [t.i for t in theirs.subtree] == [t.i for t in ours.subtree]
        assert [t.i for t in theirs.ancestors] == [t.i for t in ours.ancestors]
        assert (theirs.sent.start, theirs.sent.end) == (ours.sent.start, ours.sent.end)


def test_what_hangs_from_a_word_moves_with_it(tree: Tree) -> None:
    """A phrase hung elsewhere is under its new head and no longer under its old one."""
    oslo, verb = (next(t for t in tree if t.text == text) for text in ("Oslo", "rejected"))
    old = oslo.head
    oslo.hang(verb, "obl")
    assert oslo in verb.children
    assert oslo not in old.subtree
    assert [t.text for t in verb.subtree if t in list(oslo.subtree)] == ["in", "Oslo"]


def test_dependents_stay_in_text_order(tree: Tree) -> None:
    """A word hung between others is listed between them."""
    first, *_, last = tree[0].sent
    for token in tree[0].sent:
        if token.head is not token and token is not first:
            token.hang(first, "dep")
    assert [t.i for t in first.children] == sorted(t.i for t in first.children)
    assert first.last == last.i


def test_a_word_hung_from_itself_begins_a_sentence(tree: Tree) -> None:
    """A second root parts the sentence where what hangs from it begins."""
    offer = next(t for t in tree if t.text == "offer")
    before = len(list(tree.sents))
    offer.hang(offer, "ROOT")
    assert len(list(tree.sents)) == before + 1
    assert offer.sent.root is offer
    assert offer.sent.start == offer.left_edge.i


def test_no_word_beyond_the_text(tree: Tree) -> None:
    """Before the first word there is only itself, and not the last: a text may break off anywhere."""
    assert tree[0].nbor(-1) is tree[0]
    assert tree[len(tree) - 1].nbor(2) is tree[len(tree) - 1]


def test_a_settled_tree_answers_once(tree: Tree) -> None:
    """A question that is kept is put again while words may still move, and once after that."""
    asked: list[int] = []

    @kept
    def hanging(token: Token) -> int:
        asked.append(token.i)
        return len(token.children)

    assert hanging(tree[1]) == hanging(tree[1])
    tree.settle()
    assert hanging(tree[1]) == hanging(tree[1])
    assert asked == [1, 1, 1]
