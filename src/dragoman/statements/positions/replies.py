"""Positions from plain answers to what was asked: "Chile said no", "Lima said it would not"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.positions.anaphora import of_last
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, same, sentence_before
from dragoman.statements.positions.echoes import held_alike
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_answer", "by_not_happening", "by_reply"]

_REPLYING = {"say", "answer", "reply", "respond"}
_PRONOUNS = ("it", "they", "he", "she")
_REPLIES: tuple[tuple[tuple[str, ...], Stance], ...] = (
    (("no", "."), "refuse"),
    (("no", ","), "refuse"),
    (("no", "to"), "refuse"),
    (("yes", "."), "promise"),
    *(
        ((who, helper, word, mark), "refuse")
        for who in _PRONOUNS
        for helper in ("would", "will", "could", "can", "wo", "ca", "wouldn", "couldn")
        for word in ("not", "n't", "n’t")
        for mark in (".", ",", ";")
    ),
    *(
        ((who, helper, mark), "promise")
        for who in _PRONOUNS
        for helper in ("would", "will")
        for mark in (".", ",", ";")
    ),
)
"""What a reply says word by word, and the side that it takes."""
_OPENING = {words[0] for words, _ in _REPLIES}


_REFUSING = (
    "no", "never", "absolutely not", "certainly not", "not a chance", "not now", "not yet", "out of the question",
)  # fmt: skip
_AGREEING = ("yes", "of course", "certainly", "absolutely", "definitely", "we are ready", "we would", "we will")
_WHETHER = {"whether", "if"}


@at(lambda _: _REPLYING)
def by_answer(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Asked whether it would open the port, Chile said no": to what the question was about."""
    if verb.lemma_ not in _REPLYING or verb.pos_ != "VERB":
        return
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 9] if not t.is_quote and t.text not in {":", ","}]
    said = " ".join(behind)
    no = said.startswith(tuple(f"{word} " for word in _REFUSING)) or _denies(behind)
    yes = said.startswith(tuple(f"{word} " for word in _AGREEING)) or _denies(behind, grants=True)
    asked = _asked(verb) if no or yes else None
    things = clauses.children(asked, "ccomp", "advcl", "xcomp") if asked is not None else []
    answering = ctx.who.parties(clauses.subject(verb)) if things else ()
    for thing in things[:1] if answering else ():
        if clauses.marker(thing) not in _WHETHER:
            return
        doer = ctx.who.parties(clauses.subject(thing)) if not clauses.is_passive(thing) else ()
        action = ctx.actions.of(thing, doer=doer or answering)
        own = same(doer or answering, answering)
        side: Stance = ("refuse" if own else "oppose") if no else "promise" if own else "support"
        if action:
            yield Found(answering, side, action, verb, "answer", 0.5)


@at(lambda _: ("happen", "occur"))
def by_not_happening(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "That will not happen", said X: what another wanted right before."""
    under, speaker = clauses.subject(verb), ctx.speaker(verb)
    future = bool(mood.modals(verb) & {"will", "would", "can", "could"}) or verb.tag_ == "VBG"
    if under is None or under.lower_ not in {"that", "this", "it"} or not (future and mood.is_negated(verb)):
        return
    last = of_last(ctx, verb, speaker.parties) if speaker.parties and not ctx.is_unreal(verb) else None
    if last is not None and last.stance not in AGAINST:
        found = held_alike(replace(last, stance="support"), speaker.parties, verb, "answer", against=True)
        yield replace(found, sure=0.55, speaker=speaker)


def _asked(verb: Token) -> Token | None:
    """The "asked whether" that a reply stands behind."""
    near = [*verb.children, *([verb.head] if verb.dep_ in {"parataxis", "ccomp", "conj"} else [])]
    opening = (c for c in near if c.lemma_ in _ASKING and c.i < verb.i and not clauses.children(c, "nsubj", "obj"))
    return next((c for c in opening if c.tag_ in {"VBN", "VBD"}), None)


_ASKING = {"ask", "press", "question", "quiz"}


def _denies(behind: list[str], *, grants: bool = False) -> bool:
    """ "It would not.", "that it will not"; with *grants*, "it would."."""
    words = behind[1:] if behind[:1] == ["that"] else behind
    helped = words[:1] and words[0] in _PRONOUNS and words[1:2] and words[1] in {"would", "will", "wo", "could"}
    if not helped:
        return False
    if grants:
        return words[2:3] in ([","], ["."], [";"])
    return words[2:3] in (["not"], ["n't"], ["n’t"]) and words[3:4] in ([","], ["."], [";"], ["do"])


@at(lambda _: _REPLYING)
def by_reply(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Chile said no", "Lima said it would not": to what it was asked to do just before; "said yes", "it would"."""
    if verb.lemma_ not in _REPLYING or verb.pos_ != "VERB" or not ctx.latest:
        return
    behind = [t.lower_ for t in verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)] if not t.is_quote]
    if not behind or behind[0] not in _OPENING or ctx.is_unreal(verb):
        return
    replying = ctx.who.parties(clauses.subject(verb))
    start = sentence_before(verb)
    asked = [f for f in ctx.latest if f.word.i >= start and f.stance == "demand" and same(f.action.doer, replying)]
    if not asked or same(asked[-1].holder, replying):
        return
    side: Stance | None = next((side for words, side in _REPLIES if tuple(behind[: len(words)]) == words), None)
    if side is None:
        return
    action = replace(asked[-1].action, doer=replying, start=verb.idx, end=stretches.phrase(verb)[1])
    yield Found(replying, side, action, verb, "reply", asked[-1].sure - 0.1, asked[-1].hanging)
