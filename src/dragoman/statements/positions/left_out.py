"""What a bare verb leaves out: "refused to comply", "will not pay", "is ready to follow", "refused to sign it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.statements import clauses
from dragoman.statements.actions import Action
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.positions.table import told_near, two_before

__all__ = ["filled_in"]

_SAYING_NOTHING = {"so", "far", "suit", "again", "too", "it", "them", "either"}


def filled_in(ctx: Context, found: Found) -> Found:
    """The stance with what its verb leaves to be understood told behind it: "comply (reopen the border)"."""
    action = found.action
    if not _is_bare(action):
        return found
    told = next((words for words in _understood(ctx, found) if words not in action.words), None)
    if told is None:
        return found
    again = action.words == action.head.lemma_ and told.split()[0] == action.head.lemma_
    return replace(found, action=replace(action, words=told if again else f"{action.words} ({told})"))


def _is_bare(action: Action) -> bool:
    """True of a verb with nothing behind it that says what is done to what."""
    verb = action.head
    if verb.pos_ != "VERB" or action.words.split()[0] != verb.lemma_:
        return False
    behind = (t for t in verb.subtree if t.i > verb.i and t.idx < action.end and not t.is_punct)
    return {t.lower_ for t in behind} <= _SAYING_NOTHING and {*action.words.split()[1:]} <= _SAYING_NOTHING


def _understood(ctx: Context, found: Found) -> Iterator[str]:
    """What the verb may be about, the likeliest first."""
    table, verb, words = lexicon("deeds")["left out"], found.action.head, found.action.words.split()
    near = (f for f in told_near(ctx, found) if len(f.action.words.split()) > 1)
    others = [f for f in near if not same(f.holder, found.holder) and clauses.is_clause(f.action.head)]
    led = clauses.marker(verb) == "to"
    if verb.lemma_ in table["heeding"] and not clauses.is_passive(verb):
        asked = [f for f in others if f.stance == "demand" and same(f.action.doer, found.action.doer)]
        yield from (f.action.words for f in reversed(asked))
    if led and (verb.lemma_ in table["following"] or {"so", "far"} <= {*words}):
        yield from (f.action.words for f in reversed(others) if f.stance not in AGAINST)
    if verb.lemma_ in table["signing"]:
        yield from _papers(ctx, found)
    if len(words) == 1 and not clauses.is_passive(verb):
        yield from _same_verb(ctx, found)


def _same_verb(ctx: Context, found: Found) -> Iterator[str]:
    """ "Demanded that they pay $2bn ... will not pay": the same verb with what it is done to."""
    verb = found.action.head
    for token in reversed(verb.doc[two_before(found) : min(verb.i, found.word.i)]):
        if token.lemma_ == verb.lemma_ and token.pos_ == "VERB" and clauses.children(token, "obj"):
            action = ctx.actions.of(token)
            if action and not _is_bare(action):
                yield action.words


def _papers(ctx: Context, found: Found) -> Iterator[str]:
    """ "Refused to sign it", "will not sign": the paper told last."""
    verb = found.action.head
    papers = {*ctx.words["binding"]["agreed"], *lexicon("deeds")["left out"]["papers"]}
    for token in reversed(verb.doc[two_before(found) : min(verb.i, found.word.i)]):
        if token.pos_ in {"NOUN", "PROPN"} and token.lemma_.lower() in papers:
            if token in verb.ancestors:
                yield " ".join(t.text for t in verb.doc[token.left_edge.i : token.i + 1] if not t.is_punct)
            if action := ctx.actions.of(token, phrase=True):
                yield action.words
