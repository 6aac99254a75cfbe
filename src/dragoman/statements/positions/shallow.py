"""A second look at words of stance that the tree left bare: holder right before, what it is about right behind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found, is_state, same
from dragoman.statements.positions.denial import is_denied, is_fought
from dragoman.statements.positions.heads import is_regard, is_somebody, keeps_name
from dragoman.statements.positions.no_stance import is_no_stance
from dragoman.statements.positions.settled import is_settled
from dragoman.statements.stance_words import StanceWord, stance_words

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_order"]

_PASSED = {"ADV", "AUX", "PART"}
_STOPS = {
    "and", "but", "while", "because", "although", "though", "unless", "if", "after", "before", "when", "which", "who",
    "as", "until", "whereas", "once", "since", "so", "or",
}  # fmt: skip
_FINITE = {"WDT", "WP", "VBD", "VBZ", "VBP", "MD"}
"""Tags of words behind which an infinitive belongs to another clause."""
_TOLD = _FINITE | {"VBN"}
"""Tags of verbs that tell what has been: "that it had never asked Chile to leave"."""
_EXCEPTING = {"but", "except", "save", "barring", "excluding"}
"""Words before whoever is not one of those that do: "all members but Chad"."""
_GOING_ON = {
    "willing", "unwilling", "ready", "prepared", "able", "eager", "keen", "free", "determined", "due", "likely",
}  # fmt: skip
"""Words that an infinitive behind them goes on from: "amnesty to all rebels willing to disarm"."""
_REACH = 8
"""Words behind a verb of stance in which an infinitive or the verb of a clause begins."""
_LONGEST = 14
_SHORT = 3
_SURE = 0.4


@at(lambda _: stance_words("verb"))
def by_order(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "Demands that Chile hand over", however the tree has it: read by the order of the words alone."""
    words = [w for w in stance_words("verb").get(verb.lemma_, ()) if not w.particle]
    if verb.pos_ != "VERB" or not words or is_state(verb) or not _is_told(verb):
        return
    word = words[0]
    special = (
        word.named
        or word.holding
        or word.owned
        or word.text
        or word.only_denied
        or word.about
        or word.would
        or word.spoken
    )
    stance = word.denied if is_denied(ctx, verb) else word.stance
    unreal = (
        ctx.is_unreal(verb)
        or ctx.is_obliged(verb)
        or is_no_stance(verb)
        or is_settled(ctx, verb)
        or clauses.is_passive(verb)
    )
    fought = any(is_fought(ctx, c) for c in clauses.children(verb, "xcomp"))
    if special or stance is None or unreal or fought or _was_near(ctx, verb):
        return
    holder = _before(ctx, verb)
    found = _behind(ctx, verb, word, holder) if holder else None
    if found is not None and any(mood.is_rumour(c) for c in found.head.children):
        return
    if found is None or (stance != "demand" and is_somebody(found.head)):  # why, the rules before have told
        return
    if stance in AGAINST:
        stance = "refuse" if same(found.doer, holder) else "oppose"
    if stance == "demand" and any(t.lower_ in {"no", "not"} for t in found.head.subtree if t.i > found.head.i):
        stance = "oppose"
    yield Found(holder, stance, found, verb, f"order:{verb.lemma_}", _SURE)


def _is_told(verb: Token) -> bool:
    """True for a finite verb, and for a participle right behind its "has" or "is"."""
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return True
    near = verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]
    return verb.tag_ in {"VBN", "VBG"} and any(t.lemma_ in {"have", "be"} for t in near)


def _was_near(ctx: Context, verb: Token) -> bool:
    """True where a stance was read that this word stands in, or whose word it is beside."""
    return any(f.word.i <= verb.i <= f.word.i + 2 or f.action.start <= verb.idx < f.action.end for f in ctx.latest[-8:])


def _before(ctx: Context, verb: Token) -> tuple[str, ...]:
    """Who stands right before a verb, its helpers and adverbs passed over; else its subject."""
    i = verb.i - 1
    while i > verb.sent.start and verb.doc[i].pos_ in _PASSED:
        i -= 1
    if i > verb.sent.start and verb.doc[i - 1].lower_ in _EXCEPTING:
        return ()
    within = clauses.preposition(verb.doc[i]) == "in"
    return ctx.who.parties(clauses.subject(verb)) or (() if within else ctx.who.parties(verb.doc[i]))


def _behind(ctx: Context, verb: Token, word: StanceWord, holder: tuple[str, ...]) -> Action | None:
    """The action that the words behind a verb tell: "to sign", "that they sign", "for a truce", "a truce"."""
    doc, end = verb.doc, verb.sent.end
    i = verb.i + 1
    while i < end and doc[i].pos_ in {"ADV", "X"}:
        i += 1
    near = doc[i : min(end, i + _REACH)]
    if near and near[0].lower_ in {"nothing", "none", "no"}:
        return None
    if verb.lemma_ == "call" and near and near[0].pos_ not in {"ADP", "PART"}:  # "what both call a plan to"
        return None
    to = next((t for t in near if t.tag_ == "TO" and t.i + 1 < end and doc[t.i + 1].tag_ in {"VB", "NN", "JJ"}), None)
    broken = to is not None and (
        any(t.is_punct or t.lower_ in {"not", "order"} or t.tag_ in _FINITE for t in doc[i : to.i])
        or (to.i > i and (doc[to.i - 1].tag_ == "VBG" or doc[to.i - 1].lower_ in _GOING_ON))
    )
    if to is not None and to.i + 2 < end and doc[to.i + 1].lemma_ == "see" and doc[to.i + 2].lower_ == "that":
        return None
    if "to" in word.action and to is not None and not broken:
        asked = tuple(p for t in doc[i : to.i] for p in ctx.who.parties(t) if t.pos_ in {"NOUN", "PROPN"})
        return _action(ctx, doc[to.i + 1], doc[to.i + 1], asked or (holder if to.i == i or word.by_holder else ()))
    if near and near[0].lower_ == "that" and "that" in word.action:
        return _told(ctx, near, word)
    if near and near[0].lower_ in word.action and i + 1 < end:
        return _noun(ctx, doc[i + 1], word, holder)
    return _noun(ctx, doc[i], word, holder) if near and "obj" in word.action else None


def _told(ctx: Context, near: list[Token], word: StanceWord) -> Action | None:
    """What a party is to do that stands right behind "that": "that Chile hand over its arms"."""
    last = next((m.end for t in near for m in ctx.text.at.get(t.i, ())), None)
    head = next((t for t in near[1:] if last is not None and t.idx >= last and t.pos_ not in {"ADV", "PART"}), None)
    asked = tuple(p for t in near if head is not None and t.i < head.i for p in ctx.who.parties(t))
    if head is None or not asked or head.lower_ != head.lemma_ or head.pos_ not in {"VERB", "NOUN", "ADJ"}:
        return None
    if any(t.tag_ in _TOLD or t.lower_ == "never" for t in near[1:] if t.i < head.i):
        return None
    return _action(ctx, head, head, asked) if word.stance == "demand" or head.pos_ == "VERB" else None


def _noun(ctx: Context, first: Token, word: StanceWord, holder: tuple[str, ...]) -> Action | None:
    """The noun phrase that opens with *first*."""
    head = first
    while head.pos_ in {"DET", "ADJ", "NUM", "PROPN", "NOUN"} and head.i + 1 < first.sent.end:
        if head.nbor().pos_ not in {"ADJ", "NUM", "PROPN", "NOUN"}:
            break
        head = head.nbor()
    if (
        head.pos_ != "NOUN"
        or head.lemma_ in ctx.words["empty"]["words"]
        or ctx.actions.is_party(head)
        or ctx.text.is_date(head)
    ):
        return None
    unnamed = ctx.actions.unnamed
    return _action(ctx, first, head, holder if word.by_holder else unnamed.by_thing(head, holder))


def _action(ctx: Context, first: Token, head: Token, doer: tuple[str, ...]) -> Action | None:
    """The words from *first* up to a comma or the next clause."""
    tokens = []
    for token in first.doc[first.i : min(first.sent.end, first.i + _LONGEST)]:
        if token.i > head.i and (token.is_punct or not token.text.strip() or token.lower_ in _STOPS):
            break
        tokens.append(token)
    said = [t.lemma_ if t == head and t.tag_.startswith("VB") else t.text for t in tokens if t.pos_ != "DET"]
    idle = head.lemma_ in {"do", "be"} and len(said) < _SHORT
    regarded = keeps_name(head) or (first.lower_ == "be" and len(tokens) > 1 and is_regard(ctx, tokens[1]))
    if not said or idle or regarded or head.i not in ctx.text.by_token:
        return None
    last = tokens[-1]
    start, end = first.idx, last.idx + len(last)
    return Action(head, " ".join(said), start, end, tuple(dict.fromkeys(doer)), not doer, (), None)
