"""Positions that are only implied: what somebody fears, complains of, or says would do harm or good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import party_of
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.actions import Action

__all__ = ["by_blame", "by_effect", "by_esteem", "by_fear"]

_SURE = 0.45
_TOLD = {"will", "would", "could", "can", "may", "might"}
_FAILING = {"refuse", "fail", "decline", "hesitate", "neglect", "forget"}
_KNOWN = 2
"""Mentions from which on a speaker of no list is a party rather than an expert's house."""


@at(lambda _: lexicon("implied")["fearing"]["words"])
def by_fear(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Kenya fears that Sudan will close the port", "complained that Sudan was closing it": opposed."""
    if verb.pos_ != "VERB" or verb.lemma_ not in lexicon("implied")["fearing"]["words"]:
        return
    if mood.is_negated(verb) or clauses.is_passive(verb) or ctx.is_unreal(verb) or ctx.is_obliged(verb):
        return
    for clause in clauses.children(verb, "ccomp"):
        under = clauses.subject(clause)
        if under is not None and under.lemma_ in ctx.words["containers"]["asking"]:
            continue
        if under is None or clause.i < verb.i or mood.is_negated(clause) or not clauses.is_clause(clause):
            continue
        for holder in ctx.holders(verb):
            action = _feared(ctx, clause, under, holder)
            if action:
                yield Found(holder, "oppose", action, verb, f"implied:{verb.lemma_}", _SURE)


def _feared(ctx: Context, clause: Token, under: Token, holder: tuple[str, ...]) -> Action | None:
    """What *clause* says another party does, or the thing that it says does harm."""
    if _is_thing(ctx, under):
        return _of_thing(ctx, under, holder)
    doers = ctx.who.parties(under) if not clauses.is_passive(clause) else ()
    lacking = set(lexicon("implied")["lacking"]["words"])
    if not lacking.isdisjoint(
        t.lemma_ for t in [clause, *clause.children, *(g for c in clause.children for g in c.children)]
    ):
        return None
    if clause.pos_ != "VERB" or not doers or same(doers, holder):
        return None
    return ctx.actions.of(clause, doer=doers)


@at(lambda _: lexicon("implied")["blaming"]["words"])
def by_blame(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Blamed Chile for not opening the border", "accused it of refusing to pay": demanded of whoever is blamed."""
    if verb.pos_ != "VERB" or verb.lemma_ not in lexicon("implied")["blaming"]["words"] or clauses.is_passive(verb):
        return
    blamed = clauses.children(verb, "obj")
    below = [c for o in [verb, *blamed] for c in clauses.children(o, "advcl", "acl", "obl", "xcomp", "ccomp")]
    failing = [c for c in below if c.tag_ == "VBG" and clauses.marker(c) in {"of", "for", ""} and c.i > verb.i]
    doers = ctx.who.parties(blamed[0]) if blamed else ()
    for gerund in failing[:1]:
        undone = clauses.children(gerund, "xcomp") if gerund.lemma_ in _FAILING else []
        head = undone[0] if undone else gerund if mood.is_negated(gerund) else None
        action = ctx.actions.of(head, doer=doers) if head is not None and doers else None
        for holder in ctx.holders(verb) if action else ():
            if action and not same(holder, doers):
                action = replace(action, words=action.words.removeprefix("not "))
                yield Found(holder, "demand", action, verb, f"implied:{verb.lemma_}", _SURE)


@at(lambda _: (word for key in ("helping", "harming", "equalling") for word in lexicon("implied")[key]["words"]))
def by_effect(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "The deal would undermine Ukraine", "would amount to surrender", said X: opposed; "would help": supported."""
    table = lexicon("implied")
    stance: Stance = "support" if verb.lemma_ in table["helping"]["words"] else "oppose"
    harms = verb.lemma_ in table["harming"]["words"] or _equals_evil(verb)
    if verb.pos_ != "VERB" or not (harms or stance == "support") or clauses.is_passive(verb):
        return
    told = mood.modals(verb) & _TOLD or (verb.tag_ in {"VBZ", "VBP"} and not mood.modals(verb))
    under, speaker = clauses.subject(verb), ctx.speaker(verb)
    if not told or mood.is_negated(verb) or ctx.is_unreal(verb) or under is None or not _is_thing(ctx, under):
        return
    if not speaker.parties or not _is_party(ctx, speaker.parties):
        dropped(verb, f"implied:{verb.lemma_}", "nobody known says so, or an expert")
        return
    action = _of_thing(ctx, under, speaker.parties)
    if action:
        yield Found(speaker.parties, stance, action, verb, f"implied:{verb.lemma_}", _SURE, None, speaker)


@at(lambda words: words["calling"]["verbs"])
def by_esteem(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Regards the treaty as essential", "sees a truce as the only basis": supported."""
    if verb.pos_ != "VERB" or verb.lemma_ not in ctx.words["calling"]["verbs"] or mood.is_negated(verb):
        return
    goods = lexicon("implied")["goods"]["words"]
    called = [c for c in verb.children if c.i > verb.i and c.dep_ in {"xcomp", "obl", "advcl", "nmod", "ccomp"}]
    if not any(t.lemma_.lower() in goods for c in called for t in [c, *c.children]) or ctx.is_unreal(verb):
        return
    for head in clauses.objects(verb)[:1]:
        for holder in ctx.holders(verb) if _is_thing(ctx, head) else ():
            action = _of_thing(ctx, head, holder)
            if action:
                yield Found(holder, "support", action, verb, f"implied:{verb.lemma_}", _SURE)


def _equals_evil(verb: Token) -> bool:
    table = lexicon("implied")
    if verb.lemma_ not in table["equalling"]["words"]:
        return False
    what = clauses.children(verb, "obj") or clauses.prepositional(verb, "to")
    return any(t.lemma_ in table["evils"]["words"] for t in what)


def _is_thing(ctx: Context, token: Token) -> bool:
    """True for what somebody would do: a gerund, a deal, a plan, sanctions; not for a party, weather or prices."""
    if token.dep_ == "csubj" or (token.tag_ == "VBG" and token.pos_ == "VERB"):
        return True
    doers = lexicon("doers")
    known = (
        ctx.words["containers"]["words"], ctx.words["joint"]["words"], ctx.words["burdens"]["words"],
        ctx.words["anaphors"]["words"], doers["government"]["words"], doers["going"]["words"], doers["named"]["words"],
        doers["changing"]["words"], ctx.words["binding"]["words"],
    )  # fmt: skip
    return token.pos_ == "NOUN" and any(token.lemma_.lower() in words for words in known)


def _of_thing(ctx: Context, thing: Token, holder: tuple[str, ...]) -> Action | None:
    earlier = taken_up(ctx, thing)
    if earlier is not None and not same(earlier.holder, holder):
        return replace(earlier.action, start=thing.idx, end=thing.idx + len(thing))
    inner = ctx.actions.unwrap(thing)
    default = ctx.actions.unnamed.by_thing(inner, holder) or ctx.actions.unnamed.opponent(holder)
    action = ctx.actions.of(inner, default=default, phrase=inner.pos_ == "NOUN")
    gerund = next((t for t in thing.doc[thing.sent.start : thing.i] if t.tag_ == "VBG" and _leads(t, thing)), None)
    if action is None or gerund is None:
        return action
    return replace(action, words=f"{gerund.lemma_} {action.words.replace(gerund.text, '').strip()}")


def _leads(gerund: Token, thing: Token) -> bool:
    """True for the "lifting" of "lifting the sanctions would", wherever the tree has put it."""
    return gerund.nbor().pos_ == "DET" and gerund.nbor().head == thing


def _is_party(ctx: Context, parties: tuple[str, ...]) -> bool:
    """True for speakers of a listed party, or of one the article keeps speaking of."""
    sort_of, counts = ctx.text.names.sort_of, ctx.who.cast.counts
    return any(sort_of(party_of(p)) is not None or counts[party_of(p)] >= _KNOWN for p in parties)
