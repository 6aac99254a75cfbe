"""Positions told by a cleft: "what Sudan wants is a say", "the one thing Iran will never accept is a ban"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.positions.asking import beside
from dragoman.statements.positions.context import PART_OF_SPEECH, TURNED, Context, Found
from dragoman.statements.stance_words import stance_words
from dragoman.statements.stances import particle
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_cleft", "is_not_so", "is_of_what"]

_BEFORE = 10
"""Words before the verb in which "what" or "the one thing" opens the clause."""
_BEHIND = 30
"""Words behind it in which "is" stands, an aside between commas included."""
_ALONE = 4
"""Words between the verb and "is" that no commas set apart."""
_SINGLE = {"only", "one", "first", "last", "sole", "least", "most", "main"}


@beside("what", "all", "thing")
def by_cleft(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "What Sudan wants is a say", "a treaty is what Egypt wants", "what it will not do is sign"."""
    if verb.pos_ != "VERB":
        return
    taken = _taken(verb)
    said = (_said_of_what(verb) or _across(verb)) if taken else None
    if said is None or taken is None or said.pos_ == "ADJ":
        return
    stance, by_holder = taken
    if is_not_so(verb, said):
        stance = TURNED[stance]
    for holder in ctx.holders(verb):
        default = holder if by_holder else ctx.actions.unnamed.of(said, holder) if stance == "demand" else ()
        action = ctx.actions.of(ctx.actions.unwrap(said), default=default, phrase=said.pos_ not in {"VERB", "AUX"})
        if action:
            yield Found(holder, stance, _without(action, said), verb, f"cleft:{verb.lemma_}", 0.65)


def is_not_so(verb: Token, said: Token) -> bool:
    """ "A weak text is not what we want", "what we want is not a ban": denied by what stands behind the "is"."""
    between = verb.doc[min(verb.i, said.left_edge.i) : max(verb.i, said.i) + 1]
    return any(t.lower_ in {"not", "n't", "n’t", "hardly"} and t.i and t.nbor(-1).lemma_ == "be" for t in between)


def _without(action: Action, said: Token) -> Action:
    """The action without the "one thing" that the cleft opens with."""
    opening = {t.text for c in clauses.children(said, "nsubj:outer") for t in c.subtree if t.i < said.i}
    words = action.words.removeprefix("not ").removeprefix("be ").removeprefix("for ").removeprefix("on ").split()
    return replace(action, words=" ".join(w for w in words if w not in opening))


def _taken(verb: Token) -> tuple[Stance, bool] | None:
    """The stance that a verb tells, and whether its holder would act; that of "do" is in what governs it."""
    denied = mood.is_negated(verb)
    if verb.lemma_ == "do":
        outer, governed = verb.head, clauses.marker(verb) == "to"
        asked = bool(clauses.children(outer, "obj", "iobj"))
        part = PART_OF_SPEECH.get(outer.pos_) if governed and not asked else None
        for word in stance_words(part).get(outer.lemma_, ()) if part else ():
            if "to" in word.action and not word.particle:
                stance = word.denied if mood.is_negated(outer) else word.stance
                return (stance, True) if stance else None
        if not mood.modals(verb) & {"will", "would", "can", "cannot", "could"}:
            return None
        return ("refuse" if denied else "promise"), True
    known = stance_words("verb").get(verb.lemma_, ())
    words = [word for word in known if not word.particle or particle(verb, word.particle) is not None]
    stance = (words[0].denied if denied else words[0].stance) if words else None
    return (stance, words[0].by_holder) if stance else None


def _said_of_what(verb: Token) -> Token | None:
    """What stands on the other side of "is" from the clause of "what" that *verb* heads."""
    what = verb.head
    own = next((c for c in clauses.children(verb, "obj") if c.lower_ == "what" and clauses.children(c, "cop")), None)
    if own is not None:
        return next(iter(clauses.children(own, "nsubj", "nsubj:outer")), None)
    if verb.dep_ == "acl:relcl" and what.lower_ in {"what", "all"}:
        if any(c.dep_ == "cop" for c in what.children):
            return next(iter(clauses.children(what, "nsubj", "nsubj:outer")), None)
        outer = what.head
        return outer if what.dep_ in clauses.SUBJECTS and any(c.dep_ == "cop" for c in outer.children) else None
    if not any(c.lower_ == "what" and c.dep_ == "obj" and c.i < verb.i for c in verb.children):
        return None
    if verb.dep_ in clauses.SUBJECTS and any(c.dep_ == "cop" for c in verb.head.children):
        return verb.head
    behind = [c for c in clauses.children(verb, "ccomp", "xcomp") if c.i > verb.i]
    return next((c for c in behind if any(g.dep_ == "cop" and g.i == verb.i + 1 for g in c.children)), None)


def is_of_what(verb: Token) -> bool:
    """True inside "what they will do", "the one thing they want": what is meant stands across the "is"."""
    return any(_opens(t) for t in verb.doc[max(verb.sent.start, verb.i - _BEFORE) : verb.i])


def _opens(token: Token) -> bool:
    if token.lower_ == "what" or (token.lower_ == "all" and token.nbor().pos_ in {"PROPN", "PRON", "DET"}):
        before = token.nbor(-1) if token.i else token
        return token.i == token.sent.start or before.is_punct or before.lower_ in {"that", "but", "and", "said", "says"}
    return token.lemma_ == "thing" and any(c.lower_ in _SINGLE for c in token.children)


def _across(verb: Token) -> Token | None:
    """The other side by the order of the words: behind the first "is" after the verb and an aside, if there is one."""
    if not is_of_what(verb):
        return None
    apart, alone = False, 0
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + _BEHIND)]:
        if token.text == ",":
            apart = not apart
        elif token.text in {";", ":", "."}:
            return None
        elif not apart and token.lemma_ == "be" and token.dep_ in {"cop", "aux", "ROOT"}:
            return token.head if token.head.i > token.i else None
        elif not apart:
            alone += 1
            if alone > _ALONE or token.tag_ in {"VBD", "VBZ", "VBP"}:
                return None
    return None
