"""What "this approach", "an idea that X opposes" or "it" take up: a stance read before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.positions.context import Context, Found, same, sentence_before
from dragoman.statements.positions.table import BACK, RESTATED, TELLING, asks, lately, named_again, told_before
from dragoman.statements.quantified import how_many

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "PLACES", "POINTING", "beside_several", "described_before", "is_beside", "of_last", "of_which", "opening",
    "several", "taken_up", "thing_before", "told_last",
]  # fmt: skip

_ONE = {"a", "an", "another"}
POINTING = {"this", "that", "such", "these", "those"}
_MARKS = {",", "—", "–", ":", ";"}
_COUNTS = {"both": 2, "either": 2, "neither": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
PLACES = {"first": 0, "former": 0, "second": 1, "latter": -1, "third": 2, "fourth": 3, "last": -1}
_LOOSE = {"measure", "step", "move", "scheme", "formula", "approach"}
"""Plurals that with "the" alone need not be what was told before: "welcomed the measures"."""
_NO_WAY = {"way", "chance", "question", "likelihood"}
"""Nouns whose clause may be denied by them: "there was no way it would vote for it"."""


def taken_up(ctx: Context, noun: Token) -> Found | None:
    """What "an idea", set beside a clause, or "this approach" takes up: the last stance before it."""
    whole = noun.lower_ == "something"
    table = ctx.words["anaphors"]
    known = noun.lemma_ in table["words"] or (noun.lemma_ in table["such"] and _is_such(noun))
    words = {c.lower_ for c in noun.children if c.dep_ == "det" or c.lower_ == "such"}
    first, beside, pointing = opening(noun), is_beside(noun), words & POINTING
    if not beside and not (pointing and known):
        return named_again(ctx, noun)
    if not (whole or known or (noun.lemma_ in table["beside"] and _is_set_beside(noun))):
        return None
    here = beside and not _is_said_of(noun)
    since = noun.sent.start if here else sentence_before(noun)
    near = [f for f in ctx.latest[-BACK:] if f.action.head.i < first.i and f.rule != "mirror:after"]
    near = [f for f in near if f.word.sent.start >= since] if near and near[-1].word.sent.start >= since else []
    near = near if not beside or (near and _is_of_clause(noun, near[-1])) else []
    if near:
        return _of_kind(ctx, noun, near) or near[-1]
    return told_before(ctx, noun) if beside else None


def _is_such(noun: Token) -> bool:
    """ "Such a restriction", "any such law"."""
    return any(c.lower_ == "such" for c in noun.children) and noun.tag_ == "NN"


def _is_set_beside(noun: Token) -> bool:
    """True of a noun beside a clause, with a clause of its own or with what was done to it: "a view not shared by"."""
    done = noun.dep_ == "nsubj:pass" and noun.head.tag_ == "VBN" and noun.head.dep_ == "parataxis"
    return noun.dep_ == "parataxis" or (done and not clauses.children(noun.head, "aux", "aux:pass"))


def opening(noun: Token) -> Token:
    """The first word of a phrase, the comma before it passed over."""
    return next((t for t in noun.doc[noun.left_edge.i : noun.i + 1] if not t.is_punct), noun)


def is_beside(noun: Token) -> bool:
    """Whether a noun is set beside what was told: ", an idea that", ", something X rejects", "that is a step"."""
    words = {c.lower_ for c in noun.children if c.dep_ == "det"}
    first = opening(noun)
    opened = first.i > noun.sent.start and first.dep_ != "cc" and first.nbor(-1).text in _MARKS
    return bool(noun.lower_ == "something" or words & _ONE) and (opened or _is_said_of(noun))


def _is_said_of(noun: Token) -> bool:
    """ "That is a price Oslo will not pay": what was told before, called by another name."""
    under = clauses.children(noun, "nsubj") if clauses.children(noun, "cop") else []
    return any(c.lower_ in {"that", "this", "it"} for c in under)


def beside_several(ctx: Context, noun: Token) -> list[Found]:
    """ "Wants them to leave and to pay, demands that Chad calls absurd": all such stances of the sentence's last."""
    first = opening(noun)
    opened = first.i > noun.sent.start and first.nbor(-1).text in _MARKS and first.dep_ != "cc"
    told = any(c.dep_ in {"acl:relcl", "acl"} and c.i > noun.i for c in noun.children)
    if noun.tag_ != "NNS" or not opened or not told or any(c.dep_ in {"det", "case"} for c in noun.children):
        return []
    kinds = next((RESTATED[kind] for kind in RESTATED if noun.lemma_ in ctx.words["restated"][kind]), ())
    near = [f for f in ctx.latest[-BACK:] if f.word.sent == noun.sent and f.action.head.i < first.i]
    fit = [f for f in near if f.stance in kinds]
    return [f for f in fit if f.holder == fit[-1].holder]


def _is_of_clause(noun: Token, found: Found) -> bool:
    """Whether a stance is told in the clause that a noun stands beside, not in one joined to it before."""
    verb = noun.head
    if noun.dep_ != "parataxis" or verb.pos_ != "VERB":
        return True
    return found.word.i >= verb.left_edge.i or verb in found.word.subtree or found.word in verb.subtree


def _of_kind(ctx: Context, noun: Token, near: list[Found]) -> Found | None:
    """ "Vowed to stay unless they pay, a demand that": of what stands near, the last that the noun is a word for."""
    table = ctx.words["restated"]
    kind = next((kind for kind in RESTATED if noun.lemma_ in table[kind]), None)
    if kind == "support":
        fit = [f for f in near if not f.rule.startswith("mirror")]
    else:
        fit = [f for f in near if f.stance in RESTATED.get(kind or "", ()) or asks(f, kind)]
    return fit[-1] if fit else None


def told_last(ctx: Context, noun: Token) -> Found | None:
    """The last stance of the sentence that stands right before a noun set beside it, else what its clause tells."""
    first = opening(noun)
    near = [f for f in ctx.latest[-BACK:] if f.word.sent == noun.sent and f.action.head.i < first.i]
    return near[-1] if near else told_before(ctx, noun)


def of_last(ctx: Context, token: Token, holder: tuple[str, ...]) -> Found | None:
    """ "Pompeo rejected that": the last stance of somebody else, where it stands in this sentence or the one before."""
    near = [f for f in ctx.latest[-BACK:] if not same(f.holder, holder) and f.word.sent.end >= token.sent.start]
    return near[-1] if near and near[-1].word.sent.start < token.i else None


def thing_before(ctx: Context, token: Token, pronoun: Token) -> Token | None:
    """The offer, deal or plan that "it" or "that" stands for where no stance on it was read: the last one named."""
    if pronoun.lower_ not in {"it", "that", "this"} or pronoun.dep_ not in {"obj", "obl"} or ctx.who.parties(pronoun):
        return None
    if token.head.lemma_ in _NO_WAY:
        return None
    kinds = {*ctx.words["binding"]["agreed"], *ctx.words["binding"]["offered"], *ctx.words["containers"]["taken"]}
    start = sentence_before(token)
    named = (t for t in reversed(token.doc[start : token.i]) if t.pos_ == "NOUN" and t.tag_ == "NN")
    return next((t for t in named if t.lemma_ in kinds and not is_beside(t)), None)


def described_before(ctx: Context, verb: Token) -> Found | None:
    """ "insist on a mechanism, which Ethiopia rejects": what the sentence was about before the comma."""
    first = verb.left_edge
    comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
    near = [f for f in ctx.latest[-6:] if f.word.sent == verb.sent and f.word.i < first.i]
    return near[-1] if comma and near else None


def of_which(ctx: Context, verb: Token) -> list[Found]:
    """ "Demanded a loan and a port, neither of which Peru accepts": all that the words before the comma are about."""
    many, first = how_many(verb), verb.left_edge
    near = [f for f in ctx.latest[-BACK:] if f.word.sent == verb.sent and f.word.i < first.i] if many else []
    group = [f for f in near if f.word == near[-1].word and f.holder == near[-1].holder]
    place = PLACES.get(many, len(group))
    if not group[1:]:
        return []
    return group if place >= len(group) else [group[place]]


def several(ctx: Context, noun: Token, holder: tuple[str, ...]) -> list[Found]:
    """ "Rejected both demands", "accepted all three proposals", "refused the second": stances of the other side.

    Those the sentences before told last, as many as are counted, else all that stand in the sentence of the last.
    """
    words = [c.lower_ for c in noun.children if c.i < noun.i] + [noun.lower_]
    kinds = _kinds(ctx, noun, words)
    if not kinds:
        return beside_several(ctx, noun)
    near = [f for f in lately(ctx, noun) if f.stance in kinds and not same(f.holder, holder)]
    fit = list({f.action.words: f for f in near}.values())
    of_one = [f for f in fit if same(f.holder, fit[-1].holder)]
    count = max((_COUNTS.get(word, 0) for word in words), default=0)
    group = of_one[-count:] if count else [f for f in of_one if f.word.sent == of_one[-1].word.sent]
    if len(group) < (1 if count else 2):
        return []
    place = next((PLACES[word] for word in words if word in PLACES), None)
    if place is None:
        return group
    return [group[place]] if place < len(group) else []


def _kinds(ctx: Context, noun: Token, words: list[str]) -> tuple[str, ...]:
    """Which stances a plural or counted noun that points back may stand for; none where it tells what it is about."""
    if {c.dep_ for c in noun.children if c.i > noun.i} & TELLING:
        return ()
    counted = any(word in _COUNTS or word in PLACES for word in words)
    if noun.lower_ == "both" or (noun.lower_ in PLACES and "the" in words):
        return ("demand", "offer", "support")
    pointing = {"both", "all", "the", "these", "those", "its", "their", "his", "her", "either", "neither"} & set(words)
    if not pointing or not (noun.tag_ == "NNS" or counted):
        return ()
    if pointing == {"the"} and noun.lemma_ in _LOOSE and not counted:
        return ()
    restated = ctx.words["restated"]
    return next((RESTATED[kind] for kind in ("demand", "offer", "support") if noun.lemma_ in restated[kind]), ())
