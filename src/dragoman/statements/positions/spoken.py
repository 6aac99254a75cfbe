"""Positions spoken as commands: "Open the border," the minister told Chile; "do not sign"; "let us talk"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_command"]

_LEADING = {"do", "n't", "n’t", "not", "never", "please", "just", "now", "and", "but", "so", "first", "then", "don’t"}
"""Words that may stand before the verb of a command."""


def by_command(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Stop the drilling now," said X: demanded; "do not touch our pensions": opposed; "let us talk": supported."""
    if not _is_command(ctx, verb):
        return
    speaker = ctx.speaker(verb)
    if not speaker.parties or verb.lemma_ in ctx.words["commands"]["idle"]:
        dropped(verb, "command", "nobody known says so, or it asks for nothing")
        return
    together = [c for c in clauses.children(verb, "obj", "nsubj") if c.lower_ in {"us", "'s", "’s"}]
    inner = [c for c in clauses.children(verb, "xcomp", "ccomp") if c.i > verb.i]
    if verb.lemma_ == "let" and (
        together or any(c.lower_ in {"us", "'s", "’s"} for c in verb.doc[verb.i : verb.i + 2])
    ):
        for head in inner[:1]:
            action = ctx.actions.of(head, doer=ctx.actions.unnamed.between() or speaker.parties)
            if action:
                yield Found(speaker.parties, "support", action, verb, "command:let", 0.5, None, speaker)
        return
    stance: Stance = "oppose" if mood.is_negated(verb) else "demand"
    default = _addressed(ctx, speaker) or ctx.actions.unnamed.of(verb, speaker.parties)
    action = ctx.actions.of(verb, doer=_addressed(ctx, speaker), default=default)
    if action and not same(action.doer, speaker.parties):
        yield Found(speaker.parties, stance, action, verb, "command", 0.55, ctx.conditions.of(verb), speaker)


def _is_command(ctx: Context, verb: Token) -> bool:
    """True for a bare verb that opens a sentence or a clause in quotation marks and has no subject."""
    if verb.tag_ not in {"VB", "VBP"} or verb.pos_ != "VERB" or clauses.marker(verb):
        return False
    if verb.dep_ not in {"ROOT", "conj", "parataxis", "ccomp", "dep", "advcl"} or mood.modals(verb) & {
        "will",
        "must",
        "can",
    }:
        return False
    subjects = [c for c in clauses.children(verb, *clauses.SUBJECTS) if c.i < verb.i]
    if subjects or ctx.attributions.is_quoted(verb.idx, verb.idx + len(verb)) is not True:
        return False
    start = verb.i
    while start > verb.sent.start and verb.doc[start - 1].lower_ in _LEADING:
        start -= 1
    before = verb.doc[start - 1] if start else None
    opens = before is None or before.is_punct or before.is_space or start == verb.sent.start
    return opens and (verb.dep_ != "conj" or _is_command(ctx, clauses.first_conjunct(verb)))


def _addressed(ctx: Context, speaker: Attribution) -> tuple[str, ...]:
    """Whom a speaker tells: "he told Chile"."""
    if speaker.verb is None:
        return ()
    heard = [*clauses.children(speaker.verb, "iobj", "obj"), *clauses.prepositional(speaker.verb, "to")]
    found = tuple(p for t in heard if ctx.actions.is_party(t) for p in ctx.who.parties(t))
    return () if same(found, speaker.parties) else found
