"""Actions that a word of stance takes up from what was read before: "as India had proposed", "Chad refused"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.positions.anaphora import described_before, is_beside, of_last, taken_up
from dragoman.statements.positions.context import AGAINST, Context, Found, is_state, same, sentence_before
from dragoman.statements.positions.echoes import held_alike
from dragoman.statements.positions.held import Held
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["as_said", "earlier_meant", "meant", "once_more"]

_NOT_OBJECTS = {"punct", "dep", "advmod", "conj", "cc", "obl:unmarked"}
_TAKING = {"accept", "agree", "assent", "consent", "decline"}
"""What one does with an offer that nothing behind the verb names."""
_MANNERS = {
    "principle", "end", "hour", "day", "week", "month", "public", "private", "writing", "pressure", "protest", "turn",
}  # fmt: skip
"""How or when one answers: "agreed in principle", "refused within the hour"."""
_REASONS = {"because", "since", "as", "while", "after", "although", "though", "when"}
_CONCURRING = {"agree", "concur", "assent", "disagree", "demur"}
_ANSWERING = {
    "concur", "disagree",
    "refuse", "decline", "agree", "accept", "consent", "oblige", "comply", "balk", "baulk", "demur", "acquiesce",
    "assent", "relent",
}  # fmt: skip
_INTENDING = {"refuse", "decline", "promise", "vow", "pledge", "threaten", "offer", "intend", "plan", "undertake"}
"""Verbs whose "to" goes before another verb, and never before a noun."""
_FULFILLING = {
    "heed", "meet", "grant", "honour", "honor", "fulfil", "fulfill", "satisfy", "comply", "obey", "answer", "accept",
    "take", "make", "follow", "observe", "implement", "entertain", "concede", "promise", "pay", "keep", "disregard",
    "bow", "yield", "submit", "accede", "defy", "ignore", "flout", "disobey",
}  # fmt: skip
"""What one does with a request that is to be done as it asks."""
_WEIGHING = {
    "hear", "think", "talk", "speak", "listen",
    "consider", "accept", "agree", "discuss", "entertain", "countenance", "contemplate", "back", "support",
    "make", "take", "grant", "give", "meet", "honour", "honor", "heed", "fulfil", "fulfill", "satisfy", "promise",
    "swallow", "stomach", "tolerate", "concede", "endorse", "embrace", "approve", "adopt", "offer", "guarantee",
    "allow", "permit", "brook", "examine", "weigh", "explore", "study", "debate", "comply", "bow", "yield", "acquiesce",
    "rule", "drop", "abandon",
}  # fmt: skip
"""What one does, or will not do, with what was asked or offered before."""
_JUDGING = {
    "back", "support", "endorse", "accept", "discuss", "consider", "entertain", "countenance", "contemplate", "go",
}  # fmt: skip
"""Of these, verbs for what others proposed: "declined to back it", where "drop it" is of some thing."""
_TAKING_UP = _WEIGHING | _JUDGING
_ABOUT = ("of", "to", "about", "on", "with", "in", "along with")


def as_said(ctx: Context, token: Token, held: list[Held]) -> Iterator[Found]:
    """ "to phase out coal, as India had proposed": the action of the clause around it."""
    if is_state(token):
        return
    which = token.dep_ == "acl:relcl" and any(c.lower_ == "which" for c in clauses.children(token, "obj"))
    if (which or token.dep_ == "advcl:relcl") and (taken := described_before(ctx, token)):
        yield from (one.found(taken.action, taken.hanging, less=0.15) for one in held)
        return
    yield from _left_to(ctx, token, held) if _is_stranded(token) else _answered(ctx, token, held)
    clause = token.head if token.dep_ == "xcomp" and clauses.marker(token) == "to" else token
    if clauses.marker(clause) != "as" or clauses.children(token, "obj"):
        return
    last = next((f for f in ctx.latest[-1:] if f.word.sent == token.sent), None)
    verb = _before(clause)
    if verb is not None and (last is None or verb.i > last.action.head.i):
        doer = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
        around = ctx.actions.of(verb, doer=doer)
        yield from (one.found(around, None, less=0.15) for one in held if around and not same(around.doer, one.holder))
    elif last is not None:
        yield from (one.found(last.action, last.hanging, less=0.15) for one in held)


def _is_stranded(token: Token) -> bool:
    """ "Has refused to.": nothing stands behind the "to"."""
    if token.lemma_ not in _INTENDING or token.i + 2 >= len(token.doc) or token.nbor().lower_ != "to":
        return False
    behind = token.nbor(2)
    return behind.is_punct or behind.lower_ in {"and", "but", "so"}


def _left_to(ctx: Context, token: Token, held: list[Held]) -> Iterator[Found]:
    """ "Kenya signed it, Zambia has refused to": what was asked of the holder, else what another did right before."""
    start = sentence_before(token)
    for one in held if all(one.word.by_holder for one in held) else ():
        asked = [f for f in ctx.latest[-8:] if f.word.i >= start and same(f.action.doer, one.holder)]
        asked = [f for f in asked if f.stance == "demand" and not same(f.holder, one.holder)]
        verb = None if asked else _done_before(ctx, token, start, one.holder)
        action = asked[-1].action if asked else ctx.actions.of(verb, doer=one.holder) if verb is not None else None
        if action:
            yield one.found(action, None, less=0.1)


def _done_before(ctx: Context, token: Token, start: int, holder: tuple[str, ...]) -> Token | None:
    """The main verb right before *token* that tells what somebody else did."""
    for verb in reversed(token.doc[start : token.i]):
        finite = verb.tag_ in FINITE or (verb.tag_ == "VBN" and bool(clauses.children(verb, "aux")))
        if verb.pos_ != "VERB" or not finite or verb.dep_ not in {"ROOT", "conj", "parataxis"}:
            continue
        under = ctx.who.parties(clauses.subject(verb))
        told = bool(under) and not same(under, holder) and bool(clauses.objects(verb) or clauses.children(verb, "obl"))
        return verb if told and not clauses.is_passive(verb) else None
    return None


def _before(clause: Token) -> Token | None:
    """ "Had the union struck back, as France wanted": the verb of the clause that one with "as" stands behind."""
    verb, first = clause.head, clause.left_edge
    if clause.dep_ != "advcl" or not (first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")):
        return None
    if verb.i > clause.i:
        fronted = [c for c in [verb.head, *clauses.children(verb, "advcl")] if c.i < first.i]
        verb = fronted[-1] if fronted else verb
    return verb if verb.pos_ == "VERB" and verb.i < clause.i else None


def _answered(ctx: Context, token: Token, held: list[Held]) -> Iterator[Found]:
    """ "Kenya asked for troops. Chad refused": what is refused or agreed to is what was asked just before."""
    behind = [c for c in token.children if c.i > token.i and c.lemma_ not in _MANNERS]
    more = [c for c in behind if c.dep_ not in _NOT_OBJECTS and not _is_set_off(ctx, c)]
    if token.lemma_ not in _ANSWERING | _TAKING or more:
        return
    start = sentence_before(token)
    for one in held:
        near = [f for f in ctx.latest if f.word.i >= start and not f.rule.startswith(("mirror", "accord"))]
        offered = [f for f in near if f.stance in {"offer", "support"} and not same(f.holder, one.holder)]
        priced = any(f.stance == "demand" and same(f.holder, offered[-1].holder) for f in near) if offered else False
        if near and offered and near[-1] == offered[-1] and token.lemma_ in _TAKING and not priced:
            side: Stance = "oppose" if one.stance in AGAINST else "support"
            yield one.found(offered[-1].action, None, less=0.1, stance=side)
            continue
        open_to_all = near and near[-1].stance == "demand" and near[-1].action.inferred
        if token.lemma_ == "refuse" and open_to_all and not same(near[-1].holder, one.holder):
            asked_of = near[-1].action.doer or one.holder
            side = "refuse" if same(asked_of, one.holder) else "oppose"
            yield one.found(replace(near[-1].action, doer=asked_of), None, less=0.1, stance=side)
            continue
        asked = [f for f in ctx.latest if f.word.i >= start and same(f.action.doer, one.holder)]
        if asked and asked[-1].stance == "demand" and not same(asked[-1].holder, one.holder):
            stance: Stance = "refuse" if one.stance in AGAINST else "promise"
            yield one.found(asked[-1].action, asked[-1].hanging, less=0.1, stance=stance)
        elif token.lemma_ in _CONCURRING and near and not same(near[-1].holder, one.holder):
            alike = held_alike(near[-1], one.holder, token, "", against=one.stance in AGAINST)
            yield one.found(near[-1].action, None, less=0.15, stance=alike.stance)


def _is_set_off(ctx: Context, phrase: Token) -> bool:
    """True for what is no object: behind a comma, a reason, a date ("declined, saying that", "refused on Friday")."""
    first = phrase.left_edge
    comma = first.text in {",", "—", "–"} or (first.i > 0 and first.nbor(-1).text in {",", "—", "–"})
    return comma or clauses.marker(phrase) in _REASONS or ctx.text.is_date(phrase)


def earlier_meant(ctx: Context, token: Token, head: Token, places: tuple[str, ...] = ("object",)) -> Found | None:
    """What a noun that points back, or a relative clause after a comma, takes up.

    *places* are the prepositions behind which the word of stance takes what it is about: "against which they vote".
    """
    if head.lemma_ == "do" and (noun := clauses.relative_object(head)) is not None:
        return taken_up(ctx, noun)
    light = clauses.objects(head) + clauses.prepositional(head, *_ABOUT) if head.lemma_ in _TAKING_UP else []
    if light and (taken := taken_up(ctx, light[0]) or _pointed_at(ctx, token, light[0])):
        return taken
    outer = _outermost(token)
    relative = clauses.antecedent(outer) if outer.dep_ == "acl:relcl" else None
    own = clauses.is_clause(head) and clauses.marker(head) == "to"
    fits = relative is not None and relative[1] in ("object", *places) and (not own or head.lemma_ in _WEIGHING)
    return taken_up(ctx, head) or (described_before(ctx, outer) if fits else None)


def _outermost(verb: Token) -> Token:
    """The clause that a verb of stance stands in by way of others: the "says" of "which Peru says it cannot accept"."""
    while verb.dep_ in {"ccomp", "xcomp"} and verb.head.i < verb.i:
        verb = verb.head
    return verb


def _pointed_at(ctx: Context, token: Token, thing: Token) -> Found | None:
    """ "Has refused to consider that", "declined to back it": the last stance of somebody else."""
    known = thing.lower_ in {"that", "this"} or (thing.lower_ == "it" and thing.head.lemma_ in _JUDGING)
    if not known or thing.pos_ not in {"PRON", "DET"} or thing.i < token.i:
        return None
    return of_last(ctx, token, ctx.who.parties(clauses.subject(token)))


def meant(ctx: Context, found: Found) -> Found:
    """The stance of one who will, or will not, heed or meet what was asked before: on what was asked itself."""
    head = found.action.head
    if head.lemma_ not in _FULFILLING or not clauses.is_clause(head):
        return found
    things = clauses.objects(head) + clauses.prepositional(head, "with", "to")
    described = clauses.relative_object(head) or _led_by(head)
    things += [described] if described is not None else []
    noun = next((t for t in things if t.pos_ == "NOUN" and is_beside(t)), None)
    earlier = taken_up(ctx, noun) if noun is not None else None
    if earlier is None or same(earlier.holder, found.holder):
        return found
    action = earlier.action
    if same(action.doer, earlier.holder) and not action.inferred:
        return found
    doer = found.action.doer if action.inferred else action.doer
    return replace(found, action=replace(action, doer=doer or action.doer, inferred=False))


def _led_by(verb: Token) -> Token | None:
    """ "An order with which Chad refused to comply": what the preposition before "which" brings in."""
    outer = _outermost(verb)
    relative = clauses.antecedent(outer) if outer.dep_ == "acl:relcl" else None
    return relative[0] if relative is not None and relative[1] in {"with", "to"} else None


def once_more(held: Held, earlier: Found, noun: Token) -> Found:
    """One of several demands or offers taken up together: what oneself should do is refused, not opposed."""
    stance = held.stance
    if stance in AGAINST:
        stance = "refuse" if same(earlier.action.doer, held.holder) else "oppose"
    elif stance in {"promise", "offer"} and not same(earlier.action.doer, held.holder):
        stance = "support"
    return replace(held.found(earlier.action, earlier.hanging, less=0.1, stance=stance), by=noun)
