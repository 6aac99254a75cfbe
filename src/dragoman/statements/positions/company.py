"""Who else holds a position, or does not: "supported by Norway", "concurred with China", "as does Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, same, sentence_before
from dragoman.statements.positions.supporters import supporters
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_not_so", "by_repeating", "by_same_mind", "by_sharing", "joined"]

_OTHERWISE: dict[Stance, Stance] = {"demand": "oppose", "support": "oppose", "promise": "oppose", "offer": "oppose"}


def joined(ctx: Context, found: Found) -> Iterator[Found]:
    """Who joins a holder, or does not: "Oman, supported by Norway and opposed by China, urged", "with the EU, urged".

    A movement or a government that others support has patrons, who need not share what it wants.
    """
    yield from _together(ctx, found)
    yield from supporters(ctx, found)
    head = clauses.subject(found.word) if found.word.pos_ in {"VERB", "AUX"} else None
    if head is None or (found.word.tag_ == "VBN" and any(a == head for a in found.word.ancestors)):
        return
    beside = clauses.children(head, "acl") if ctx.who.is_land(head) else []
    for child in (g for c in beside for g in clauses.conjuncts(c)):
        for stance, words in ctx.words["joining"].items():
            if child.lemma_ in words and child.tag_ in {"VBN", "VBD"}:
                for ids in (i for agent in clauses.agents(child) for i in ctx.who.each(agent)):
                    side = found.stance if stance == "support" else "support" if found.stance in AGAINST else "oppose"
                    yield replace(found, holder=ids, stance=side, rule=f"joined:{child.lemma_}", sure=found.sure - 0.1)
    for ids in _beside(ctx, found.word, head):
        yield replace(found, holder=ids, rule="joined:with", sure=found.sure - 0.1)


def _together(ctx: Context, found: Found) -> Iterator[Found]:
    """ "Joined Chile in calling for a fund", "echoed Chile's call for a fund": it is a stance of both."""
    word, table = found.word, ctx.words["sharing"]
    verb = word.head
    if verb.pos_ != "VERB" or mood.is_negated(verb) or clauses.is_passive(verb):
        return
    others: list[Token | None] = []
    if word.tag_ == "VBG" and clauses.marker(word) == "in" and verb.lemma_ in table["together"]:
        others = [*clauses.children(verb, "obj"), *clauses.prepositional(verb, "with", "behind")]
    elif word.pos_ == "NOUN" and word.dep_ == "obj" and verb.lemma_ in table["taken"]:
        others = [clauses.subject(verb)]
    for ids in (ids for other in others for ids in ctx.who.each(other)):
        if not same(ids, found.holder) and not (same(ids, found.action.doer) and not found.action.inferred):
            yield replace(found, holder=ids, rule="joined:in", sure=found.sure - 0.1)


def _beside(ctx: Context, verb: Token, subject: Token) -> Iterator[tuple[str, ...]]:
    """Parties set beside the subject before a finite verb: "which, like Beijing, supports", "with Colombia, urged"."""
    if verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return
    likened = [
        t.nbor()
        for t in verb.doc[min(subject.i, verb.i) : verb.i]
        if t.lower_ in {"like", "with", "alongside", "as"} and t.dep_ == "dep" and t.nbor().pos_ != "ADV"
    ]
    for other in [*likened, *clauses.prepositional(verb, "with", "alongside")]:
        if other.i < verb.i and other.pos_ != "PRON":
            yield from ctx.who.each(other)


_LOOSELY = {"side", "align"}
"""Verbs by which one takes somebody's part, in what was told shortly before."""
_SHORTLY = 40


@at(lambda words: words["sharing"]["words"])
def by_sharing(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "concurred with China on donors": the stance of the other, held by one more."""
    if (
        verb.lemma_ not in ctx.words["sharing"]["words"]
        or verb.pos_ != "VERB"
        or mood.is_negated(verb)
        or ctx.is_unreal(verb)
    ):
        return
    if verb.lemma_ == "agree" and clauses.prepositional(verb, "on", "upon", "to"):
        return
    if verb.dep_ == "xcomp" and clauses.is_passive(verb.head):
        return
    others = [p for t in clauses.prepositional(verb, "with") for p in ctx.who.parties(t)]
    start = verb.sent.start - _SHORTLY if verb.lemma_ in _LOOSELY else 0
    earlier = [f for f in ctx.latest[-200:] if same(f.holder, tuple(others)) and f.word.i >= start]
    if not earlier:
        return
    for holder in ctx.holders(verb):
        last = earlier[-1]
        found = replace(
            last, holder=holder, word=verb, rule=f"shared:{verb.lemma_}", sure=last.sure - 0.15, hanging=None
        )
        yield replace(found, action=replace(last.action, start=verb.idx, end=stretches.phrase(verb)[1]))


def _before_aside(verb: Token) -> Token:
    """The word before a verb, an aside between commas passed over: the "so" of "so, at least in public, does India"."""
    lead = verb.nbor(-1)
    if lead.text != ",":
        return lead
    earlier = (t for t in reversed(verb.doc[max(verb.sent.start + 1, verb.i - _ASIDE) : lead.i]) if t.text == ",")
    comma = next(earlier, None)
    return comma.nbor(-1) if comma is not None else lead


@at(lambda _: ("not",))
def by_not_so(ctx: Context, word: Token) -> Iterator[Found]:
    """ "Egypt is open to a truce; Sudan is not": the stance just read, which the other does not share."""
    alone = word.lower_ == "not" and word.i > 1 and word.nbor(-1).lemma_ in {"be", "do"}
    if not alone or not ctx.latest or word.i + 1 >= len(word.doc) or not word.nbor().is_punct:
        return
    under = clauses.children(word, "nsubj") or [c for c in clauses.children(word.head, "nsubj") if c.i < word.i]
    last = next((f for f in reversed(ctx.latest) if f.word.i < word.i and not f.rule.startswith("mirror")), None)
    if not under or last is None or under[0].i > word.i or not _is_wish(last):
        return
    if last.word.sent.start < sentence_before(word) or last.word.pos_ != "ADJ":
        return
    for holder in ctx.who.each(under[0]):
        if not same(holder, last.holder):
            action = replace(last.action, start=under[0].idx, end=word.idx + len(word))
            side = _OTHERWISE.get(last.stance, "support")
            own: Stance = "refuse" if side == "oppose" and same(action.doer, holder) else side
            yield Found(holder, own, action, word, "shared:not", last.sure - 0.1)


def _is_all(verb: Token) -> bool:
    """True where a clause has no more words behind its verb: "as Peru does", where "as Peru has done" is of a deed."""
    return verb.tag_ in FINITE and verb.i + 1 < len(verb.doc) and verb.nbor().is_punct


_ASIDE = 14


_MINDS = {"mind", "view", "opinion", "line", "stance", "position", "page", "feeling"}


@at(lambda _: (*_MINDS, "same", "way"))
def by_same_mind(ctx: Context, noun: Token) -> Iterator[Found]:
    """ "Niger is of the same mind", "Chad said the same": the stance just read, held by one more."""
    whole = noun.lower_ == "same" and noun.dep_ == "obj" and noun.head.lemma_ in _SAYING_SAME
    way = noun.lemma_ == "way" and noun.head.lemma_ in {"feel", "think", "see", "vote", "argue"}
    whole = whole or (way and any(c.lower_ == "same" for c in noun.children))
    named = noun.lemma_ in _MINDS and any(c.lower_ == "same" for c in noun.children)
    if not (whole or named) or not ctx.latest:
        return
    held = whole or (noun.dep_ == "obj" and noun.head.lemma_ in {"take", "hold", "have", "share", "adopt"})
    under = clauses.subject(noun if clauses.children(noun, "cop") else noun.head)
    if not (held or (clauses.children(noun, "cop") and clauses.preposition(noun) in {"of", "on"})) or under is None:
        return
    last = ctx.latest[-1]
    if last.word.sent.end < sentence_before(noun) + 1 or mood.is_negated(noun.head):
        return
    together = [f for f in ctx.latest[-6:] if f.holder == last.holder and f.word.sent == last.word.sent]
    for holder in ctx.who.each(under):
        for found in together if not same(holder, last.holder) else ():
            action = replace(found.action, start=noun.idx, end=noun.idx + len(noun))
            own: Stance = "refuse" if found.stance == "oppose" and same(action.doer, holder) else found.stance
            yield Found(holder, own, action, noun, "shared:same", found.sure - 0.1)


_SAYING_SAME = {"say", "think", "argue", "feel", "believe", "urge", "recommend", "tell", "propose", "suggest"}


def _is_wish(found: Found) -> bool:
    """Whether not to share a stance is to be against: who did not urge somebody need not be."""
    return found.stance != "demand" or found.rule.split(":")[-1] in {"want", "wish", "like", "seek", "insist"}


@at(lambda _: ("do", "have", "be"))
def by_repeating(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "As does Peru", "and so did Peru": the stance just read, held by one more; "but Peru does not": not held."""
    if verb.lemma_ not in {"do", "have", "be"} or clauses.children(verb, "xcomp", "ccomp") or not ctx.latest:
        return
    last = ctx.latest[-1]
    if verb.i < 2 or last.word.i > verb.i or last.word.sent.start < sentence_before(verb):
        return
    lead = _before_aside(verb).lower_
    behind = [c for c in verb.children if c.left_edge.i == verb.i + 1 and c.pos_ in {"PROPN", "NOUN"}]
    behind += [verb.head.head] if verb.dep_ == "fixed" and verb.head.head.i > verb.i else []
    before = [c for c in clauses.children(verb, "nsubj") if c.i < verb.i]
    denied, side = mood.is_negated(verb), last.stance
    opened = lead in {"so", "nor", "neither"} and verb.i == verb.sent.start + 1
    if lead in {"as", "so", "nor", "neither"} and behind and (last.word.sent == verb.sent or opened):
        other = behind[0]
    elif clauses.marker(verb) == "as" and before and not denied and _is_all(verb) and last.word.sent == verb.sent:
        other, lead = before[0], "as"
    elif denied and before and not clauses.children(verb, "obj", "obl", "advcl") and _is_wish(last):
        other, side = before[0], _OTHERWISE.get(last.stance, "support")
    else:
        return
    for holder in ctx.who.each(other):
        if not same(holder, last.holder):
            own = side == "oppose" and same(last.action.doer, holder)
            action = replace(last.action, start=verb.idx, end=max(verb.idx + len(verb), other.idx + len(other)))
            stance: Stance = "refuse" if own else side
            yield Found(holder, stance, action, verb, f"shared:{lead if not denied else 'not'}", last.sure - 0.1)
