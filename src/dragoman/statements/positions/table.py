"""What lies on the table: the stances, plans and deeds told so far, which "the plan" or "the decision" name again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.repairs.attaching import FINITE

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "BACK", "RESTATED", "TELLING", "asks", "deeds", "lately", "named_again", "told_before", "told_near",
    "two_before",
]  # fmt: skip

BACK = 24
"""How many stances back one is looked for."""
_NEAR = 12
"""How many stances back one is looked for near by."""
_LATELY = 900
"""Characters back in which a stance is that "the demand" names again."""
_CONTENT = 250
"""Words back in which a noun tells what "the plan" is to do."""
_OPENING = 4
"""Sentences, headlines among them, with which a report opens: there stands the deed that "the decision" names."""
TELLING = {"nmod", "acl", "acl:relcl", "amod", "compound", "nummod", "for", "of", "that", "to"}
"""What beside a noun, or right behind it, tells what it is about."""
RESTATED = {"demand": ("demand",), "offer": ("offer", "promise"), "support": ("support", "demand", "offer")}
"""Which stances the nouns of each kind name again, the most likely first."""
_HELPED = {"has", "have", "had"}
_DEFENDING = {"defend", "regret"}
"""What one says of a decision of one's own."""


def lately(ctx: Context, noun: Token) -> list[Found]:
    """The stances told in the sentences before that of *noun*, not far back."""
    near = ctx.latest[-BACK:]
    return [f for f in near if f.word.idx > noun.idx - _LATELY and f.word.sent.end <= noun.sent.start]


def told_near(ctx: Context, found: Found) -> list[Found]:
    """The stances told before that of *found*, in its sentence and the two before it."""
    first = two_before(found)
    return [f for f in ctx.latest[-_NEAR:] if f.word.i >= first and f.action.end <= found.action.start]


def two_before(found: Found) -> int:
    """Where the sentence two before that of a stance begins."""
    first = found.word.doc[max(0, found.word.sent.start - 1)].sent
    return first.doc[max(0, first.start - 1)].sent.start


def _turned_to(ctx: Context, noun: Token) -> list[Found]:
    """ "Chad wants a ban, but Mali rejects the idea": the stances of the clause before, held by somebody else."""
    verb = noun.head
    if verb.dep_ not in {"conj", "parataxis", "advcl"} or noun.dep_ not in {"obj", "obl"} or verb.i > noun.i:
        return []
    own = ctx.who.parties(clauses.subject(verb))
    near = [f for f in ctx.latest[-BACK:] if f.word.sent == noun.sent and f.action.end <= verb.left_edge.idx]
    return [f for f in near if own and not same(f.holder, own)]


def named_again(ctx: Context, noun: Token) -> Found | None:
    """ "Rejected the demand", "backs the plan", "welcomed the decision": what was told of it before."""
    restated = ctx.words["restated"]
    deed = noun.lemma_ in restated["deed"]
    if not deed and noun.lemma_ not in ctx.words["anaphors"]["words"] and noun.lemma_ not in restated["text"]:
        return None
    owners = [c for c in clauses.children(noun, "nmod:poss") if c.pos_ == "PRON"]
    if not _is_bare(noun, deed=deed) or not (owners or any(c.lower_ in {"the", "this", "that"} for c in noun.children)):
        return None
    theirs = tuple(p for owner in owners for p in ctx.who.parties(owner))
    if deed:
        return next(deeds(ctx, noun, theirs), None) if noun.head.lemma_ in restated["reacting"] else None
    return _stance(ctx, noun, theirs) or next(_contents(ctx, noun), None)


def _is_bare(noun: Token, *, deed: bool) -> bool:
    """True of a noun that tells nothing of what it is about; what is said of a *deed* beside it does not."""
    follows = noun.nbor().lower_ if noun.i + 1 < len(noun.doc) else ""
    relative = clauses.children(noun, "acl:relcl") if deed else []
    beside = [c for c in relative if "," in {c.left_edge.text, c.left_edge.nbor(-1).text}]
    telling = {c.dep_ for c in noun.children if c not in beside} & TELLING
    return noun.tag_ in {"NN", "NNS"} and not telling and follows not in TELLING


def _stance(ctx: Context, noun: Token, theirs: tuple[str, ...]) -> Found | None:
    """The last stance of the sentences before that *noun* is a word for, of its owner where it has one."""
    stances, fit = ctx.words["restated"], [*lately(ctx, noun), *_turned_to(ctx, noun)]
    wanted = next((kinds for kinds in RESTATED if noun.lemma_ in stances[kinds]), None)
    burdens = ctx.words["burdens"]["words"] if noun.lemma_ in ctx.words["burdens"]["words"] else ()
    laid = [f for f in fit if f.action.head.lemma_ in burdens]
    if laid:
        return laid[-1]
    kinds = RESTATED.get(wanted or "", ())
    fit = [f for f in fit if not f.rule.startswith("mirror") and (f.stance in kinds or asks(f, wanted))]
    mine = [f for f in fit if same(f.holder, theirs)]
    own = noun.head.pos_ == "VERB" and same(theirs, ctx.who.parties(clauses.subject(noun.head)))
    fit = mine or (fit if own or not theirs else [])
    first = RESTATED.get(wanted or "", ("",))[0]
    return next((f for f in reversed(fit) if f.stance == first), fit[-1] if fit else None)


def asks(found: Found, wanted: str | None) -> bool:
    """ "Has proposed that they pay": as good as a demand, where others would act."""
    asked = bool(found.action.doer) and not found.action.inferred and not same(found.action.doer, found.holder)
    return wanted == "demand" and found.stance == "support" and asked


def _contents(ctx: Context, noun: Token) -> Iterator[Found]:
    """What the same noun was to do where it was told before: "a plan to cut output", "a draft that would ban it"."""
    kin = {noun.lemma_} if noun.lemma_ not in ctx.words["restated"]["text"] else {*ctx.words["restated"]["text"]}
    for token in reversed(noun.doc[max(0, noun.i - _CONTENT) : noun.sent.start]):
        if token.lemma_ not in kin or token.pos_ != "NOUN" or (inner := ctx.actions.unwrap(token)) == token:
            continue
        owner = tuple(p for agent in clauses.agents(token) for p in ctx.who.parties(agent))
        if action := ctx.actions.of(inner):
            yield Found(owner, "support", action, token, "content", 0.5)


def deeds(ctx: Context, noun: Token, theirs: tuple[str, ...]) -> Iterator[Found]:
    """What "the decision" was: the deed of somebody else that the report opens with."""
    own = ctx.who.parties(clauses.subject(noun.head)) if noun.head.lemma_ not in _DEFENDING else ()
    for sentence in ctx.text.spans()[:_OPENING]:
        for verb in [sentence.root, *clauses.conjuncts(sentence.root)]:
            deed = _deed(ctx, verb) if verb.i < noun.sent.start else None
            if deed is not None and not same(deed.holder, own) and (not theirs or same(deed.holder, theirs)):
                yield deed


def _deed(ctx: Context, verb: Token) -> Found | None:
    """What a clause tells that somebody did, or said that he would do."""
    told = verb.tag_ in FINITE or any(c.lower_ in _HELPED for c in clauses.children(verb, "aux"))
    if verb.pos_ != "VERB" or not told or mood.is_negated(verb) or ctx.is_unreal(verb):
        return None
    doer = ctx.who.parties(clauses.subject(verb))
    if clauses.is_passive(verb):
        doer = tuple(p for agent in clauses.agents(verb) for p in ctx.who.parties(agent))
    elif not doer:
        return None
    inner = [c for c in clauses.children(verb, "ccomp", "xcomp") if c.i > verb.i and c.pos_ == "VERB"]
    if inner:
        under = clauses.subject(inner[0])
        doer = (ctx.who.parties(under) if under is not None else ()) or doer
        verb = inner[0]
    elif verb.lemma_ in ctx.words["saying"]["words"]:
        return None
    action = ctx.actions.of(verb, doer=doer)
    return Found(doer, "support", action, verb, "deed", 0.5) if action else None


def told_before(ctx: Context, noun: Token) -> Found | None:
    """ "Kenya expelled him, a step Iran condemned": the act of the clause that the noun stands beside."""
    verb = noun.head
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    if noun.dep_ not in {"parataxis", "appos", "obl", "advcl", "conj", "dep"} or verb.i > noun.i or verb.pos_ != "VERB":
        return None
    doer = ctx.who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
    told = [verb, *clauses.children(verb, "obj", "iobj")]
    inner = [c for o in told for c in clauses.children(o, "xcomp", "ccomp", "acl") if verb.i < c.i < noun.i]
    if inner and (verb.lemma_ in ctx.words["saying"]["words"] or clauses.marker(inner[0]) == "to"):
        verb, doer = inner[0], ctx.who.parties(clauses.subject(inner[0]))
    held = _given_up(ctx, verb)
    action = ctx.actions.of(held) if held is not None else ctx.actions.of(verb, doer=doer)
    return Found((), "support", action, verb, "told before", 0.5) if action else None


def _given_up(ctx: Context, verb: Token) -> Token | None:
    """What the call or plan was for that is dropped: "dropped its call for an assembly, an idea Lima opposes"."""
    if verb.lemma_ not in ctx.words["giving up"]["verbs"]:
        return None
    things = (c for c in clauses.children(verb, "obj") if c.lemma_ in ctx.words["containers"]["words"])
    return next((inner for c in things if (inner := ctx.actions.unwrap(c)) != c), None)
