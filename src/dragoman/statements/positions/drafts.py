"""Positions told by a text: "a compromise drafted by Brazil would have both halt", "the draft would forbid fishing"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.positions.auxiliaries import is_bound_to
from dragoman.statements.positions.context import Context, Found
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_draft", "owners_of"]

_BACK = 400
"""Words back in which the author of a text is told."""
_HAVING = {"have", "see", "let", "make", "leave", "get"}
_AGREEING = {
    "agree", "sign", "reach", "strike", "conclude", "negotiate", "initial", "approve", "back", "support", "endorse",
    "favour", "favor", "sponsor", "champion", "seal", "clinch",
}  # fmt: skip
"""What those do whose text it then is: "the outline that London and Madrid agreed on"."""
_SENDING = {"send", "hand", "make", "offer"}
"""Verbs of authors that are as often those of messengers."""


def by_draft(ctx: Context, verb: Token) -> Iterator[Found]:
    """What a text whose author is known would do: supported by the author, or opposed where the text forbids it."""
    if verb.pos_ != "VERB" or not mood.modals(verb) & {"would", "will"} or ctx.is_unreal(verb):
        return
    text = clauses.subject(verb)
    if text is None or text.pos_ != "NOUN" or text.lemma_ not in ctx.words["binding"]["words"]:
        return
    if clauses.is_passive(verb) or verb.lemma_ in ctx.words["idle of texts"]["verbs"] or is_bound_to(verb):
        return
    owners = owners_of(ctx, text)
    for head, doers in _told(ctx, verb) if owners else ():
        offered = text.lemma_ == "offer"
        default = (
            owners[0] if offered else ctx.actions.unnamed.by_thing(head, owners[0]) or ctx.actions.unnamed.between()
        )
        action = ctx.actions.of(head, doer=doers, default=default)
        if action is None:
            continue
        forbids = verb.lemma_ in ctx.words["idle of texts"]["forbidding"] or mood.is_negated(verb)
        side: Stance = "oppose" if forbids else "offer" if offered else "support"
        for owner in owners:
            yield Found(owner, side, _cleared(action, text), verb, f"draft:{text.lemma_}", 0.55)


def _told(ctx: Context, verb: Token) -> list[tuple[Token, tuple[str, ...]]]:
    """What a text would have done, and by whom: the inner clause of "would have both halt", else the verb's own."""
    objects = clauses.children(verb, "obj", "iobj")
    inner = [c for c in clauses.children(verb, "xcomp", "ccomp", "advcl") if c.i > verb.i and clauses.is_clause(c)]
    if verb.lemma_ in _HAVING:
        bare = [c for c in inner if not clauses.marker(c)]
        if bare:
            under = clauses.children(bare[0], "nsubj") or [o for o in objects if o.i < bare[0].i]
            active = not clauses.is_passive(bare[0]) and bare[0].tag_ != "VBN"
            doers = ctx.who.parties(under[0]) if under and active else ()
            return [(part, doers) for part in clauses.listed(bare[0])]
    if verb.lemma_ in ctx.words["idle of texts"]["forbidding"]:
        told = [c for c in inner if clauses.marker(c) in {"to", "from"} or c.tag_ == "VBG"]
        doers = tuple(p for o in objects if ctx.actions.is_party(o) for p in ctx.who.parties(o)) if told else ()
        return [(h, doers) for h in told or objects]
    return [(verb, ())]


def _cleared(action: Action, text: Token) -> Action:
    """The action without the text that would bring it: "give members seven years", not "give the draft members"."""
    words = action.words.split()
    kept = [w for w in words if w not in {t.text for t in text.subtree}] if action.head == text.head else words
    return replace(action, words=" ".join(kept).removeprefix("to "))


def owners_of(ctx: Context, text: Token) -> list[tuple[str, ...]]:
    """Whose text it is, by what stands beside it, else by who was last said to have made such a text."""
    if found := ctx.text_owners(text) or _maker(ctx, text) or _parties(ctx, text):
        return found
    named = any(c.lower_ in {"the", "this", "that"} for c in clauses.children(text, "det"))
    if not named:
        return []
    for earlier in reversed(text.doc[max(0, text.i - _BACK) : text.left_edge.i]):
        same = earlier.lemma_ == text.lemma_ and earlier.pos_ == "NOUN"
        if same and (found := ctx.text_owners(earlier) or _maker(ctx, earlier) or _parties(ctx, earlier)):
            return found
    return []


def _parties(ctx: Context, text: Token) -> list[tuple[str, ...]]:
    """Those who made, signed or back it together: "an accord between A and B", "a text backed by Chad"."""
    between = [ids for side in clauses.prepositional(text, "between", "among") for ids in ctx.who.each(side)]
    agreed = [c for c in clauses.children(text, "acl") if c.lemma_ in _AGREEING and clauses.is_passive(c)]
    by = [ids for c in agreed for agent in clauses.children(c, "obl:agent") for ids in ctx.who.each(agent)]
    return between or by or _of_law(ctx, text)


def _of_law(ctx: Context, text: Token) -> list[tuple[str, ...]]:
    """The government that a law of the article's own is of: "a constitutional amendment", "the budget"."""
    if text.lemma_.lower() not in ctx.words["binding"]["laws"]:
        return []
    placed = (ctx.who.parties(c) for c in clauses.prepositional(text, "in", "of"))
    found = next((ids for ids in placed if ids), ()) or ctx.actions.unnamed.by_thing(text, ())
    return [found] if len(found) == 1 else []


def _of_relative(ctx: Context, text: Token) -> list[tuple[str, ...]]:
    """ "The timetable that the mediator laid before them": whose doing it is."""
    for verb in clauses.children(text, "acl:relcl"):
        relative = clauses.antecedent(verb)
        making = {*ctx.words["authoring"]["words"], *_AGREEING}
        if verb.lemma_ in making and relative and relative[1] in {"object", "on", "upon", "to"}:
            return ctx.who.each(clauses.subject(verb))
    return []


def _maker(ctx: Context, text: Token) -> list[tuple[str, ...]]:
    """Who tabled or drafted it: "Oman tabled a draft", "a draft, tabled by Oman"."""
    if found := _of_relative(ctx, text):
        return found
    verb, authoring = text.head, set(ctx.words["authoring"]["words"]) - _SENDING
    if text.dep_ == "obj" and verb.lemma_ in authoring and not mood.is_negated(verb):
        return ctx.who.each(clauses.subject(verb))
    if text.dep_ == "nsubj:pass" and verb.lemma_ in authoring:
        return [ids for agent in clauses.agents(verb) for ids in ctx.who.each(agent)]
    return []
