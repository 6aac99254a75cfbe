"""Positions that are only implied: what somebody fears, complains of, or says would do harm or good."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import Context, Found, same

if TYPE_CHECKING:
    from dragoman.language.tree import Token
    from dragoman.statements.actions import Action

__all__ = ["by_esteem", "by_fear", "is_thing", "of_thing"]

_SURE = 0.45
_TOLD = {"will", "would", "could", "can", "may", "might"}
_FAILING = {"refuse", "fail", "decline", "hesitate", "neglect", "forget"}


@at(
    lambda _: (word for key in ("fearing", "complaining of", "regretting") for word in lexicon("implied")[key]["words"])
)
def by_fear(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Kenya fears that Sudan will close the port", "complained that Sudan was closing it": opposed."""
    table = lexicon("implied")
    feeling, regretting = verb.lower_ in table["complaining of"]["words"], verb.lemma_ in table["regretting"]["words"]
    if not feeling and (verb.pos_ != "VERB" or not (regretting or verb.lemma_ in table["fearing"]["words"])):
        return
    if (
        mood.is_negated(verb)
        or (clauses.is_passive(verb) and not feeling)
        or ctx.is_unreal(verb)
        or ctx.is_obliged(verb)
    ):
        return
    for clause in clauses.children(verb, "ccomp"):
        under = clauses.subject(clause)
        if under is not None and under.lemma_ in ctx.words["containers"]["asking"]:
            continue
        if under is None or clause.i < verb.i or not clauses.is_clause(clause):
            continue
        for holder in ctx.holders(verb):
            if missed := _missed(ctx, verb, clause, under, holder):
                yield Found(holder, "demand", missed, verb, f"implied:{verb.lemma_}", _SURE)
            elif (
                not (regretting or _is_over(verb, clause))
                and not mood.is_negated(clause)
                and (action := _feared(ctx, clause, under, holder))
            ):
                yield Found(holder, "oppose", action, verb, f"implied:{verb.lemma_}", _SURE)


def _is_over(verb: Token, clause: Token) -> bool:
    """ "Complained that Chad had seized its trucks": an accusation; it is opposed only while it goes on."""
    going_on = any(c.lemma_ == "be" for c in clauses.children(clause, "aux")) and clause.tag_ == "VBG"
    ahead = bool(mood.modals(clause) & _TOLD)
    return verb.lemma_ in lexicon("implied")["complaining"]["words"] and not (going_on or ahead)


def _missed(ctx: Context, verb: Token, clause: Token, under: Token, holder: tuple[str, ...]) -> Action | None:
    """ "Complained that Sudan had not answered", "had failed to pay": what another is said to have left undone."""
    known = {
        word for key in ("complaining", "complaining of", "regretting") for word in lexicon("implied")[key]["words"]
    }
    if {verb.lemma_, verb.lower_}.isdisjoint(known) or clauses.is_passive(clause):
        return None
    doers = ctx.who.parties(under)
    told = [c for c in clauses.children(clause, "xcomp", "advcl") if clauses.marker(c) == "to" and c.i > clause.i]
    if clause.lemma_ in _FAILING and told and not mood.is_negated(clause):
        undone: Token | None = told[0]
    else:
        perfect = any(c.lemma_ in {"have", "do"} for c in clauses.children(clause, "aux"))
        undone = clause if mood.is_negated(clause) and perfect and not mood.modals(clause) & _TOLD else None
    if undone is None or undone.pos_ != "VERB" or not doers or same(doers, holder):
        return None
    action = ctx.actions.of(undone, doer=doers)
    return replace(action, words=action.words.removeprefix("not ")) if action else None


def _feared(ctx: Context, clause: Token, under: Token, holder: tuple[str, ...]) -> Action | None:
    """What *clause* says another party does, or the thing that it says does harm."""
    if is_thing(ctx, under):
        return of_thing(ctx, under, holder)
    doers = ctx.who.parties(under) if not clauses.is_passive(clause) else ()
    lacking = set(lexicon("implied")["lacking"]["words"])
    if not lacking.isdisjoint(
        t.lemma_ for t in [clause, *clause.children, *(g for c in clause.children for g in c.children)]
    ):
        return None
    if clause.pos_ != "VERB" or not doers or same(doers, holder):
        return None
    return ctx.actions.of(clause, doer=doers)


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
        for holder in ctx.holders(verb) if is_thing(ctx, head) else ():
            action = of_thing(ctx, head, holder)
            if action:
                yield Found(holder, "support", action, verb, f"implied:{verb.lemma_}", _SURE)


def is_thing(ctx: Context, token: Token) -> bool:
    """True for what somebody would do: a gerund, a deal, a plan, sanctions; not for a party, weather or prices."""
    if token.dep_ == "csubj" or (token.tag_ == "VBG" and token.pos_ == "VERB"):
        return True
    doers = lexicon("doers")
    known = (
        ctx.words["containers"]["words"], ctx.words["joint"]["words"], ctx.words["burdens"]["words"],
        ctx.words["anaphors"]["words"], doers["government"]["words"], doers["going"]["words"], doers["named"]["words"],
        doers["changing"]["words"], ctx.words["binding"]["words"], ctx.words["criticised"]["words"],
    )  # fmt: skip
    return token.pos_ == "NOUN" and any(token.lemma_.lower() in words for words in known)


def of_thing(ctx: Context, thing: Token, holder: tuple[str, ...]) -> Action | None:
    """What a thing would have somebody do, in *holder*'s eyes: as told before of it, else whoever could."""
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
