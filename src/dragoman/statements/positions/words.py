"""Positions from words of stance: "urged", "his refusal to", "ready to"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.actions import Action
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.anaphora import described_before, of_last, several, taken_up
from dragoman.statements.positions.context import AGAINST, PART_OF_SPEECH, Context, Found, is_state, same
from dragoman.statements.positions.exchanges import package
from dragoman.statements.stances import StanceWord, action_heads, is_instead, particle, stance_words
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_word"]

_TURNED: dict[Stance, Stance] = {
    "demand": "oppose", "support": "oppose", "promise": "refuse", "offer": "refuse",
    "oppose": "support", "refuse": "offer",
}  # fmt: skip
_WEIGHING = {
    "hear",
    "consider",
    "accept",
    "agree",
    "discuss",
    "entertain",
    "countenance",
    "contemplate",
    "back",
    "support",
}
_BEHIND = re.compile(r" (?:to|over|rather than|instead of) ")
"""What opens the worse of two things in the words of the better."""
_PREFERRING = {"prefer", "favour", "favor", "choose", "opt", "preference"}
_NOT_OBJECTS = {"punct", "advmod", "conj", "cc", "obl:unmarked"}
_SCANT = {"little", "scant", "zero", "scarce", "neither"}
_TAKING_UP = {"it", "that", "this", "them", "same"}


def by_word(ctx: Context, token: Token) -> Iterator[Found]:
    """Words of stance: "urged", "refusal", "ready to"."""
    part, lemma = PART_OF_SPEECH.get(token.pos_), token.lemma_.lower()
    if is_state(token):
        part, lemma = "adjective", token.lower_
    idiom = False
    for word in stance_words(part).get(lemma, ()) if part else ():
        if lemma == "call" and any(c.pos_ in {"ADJ", "NOUN", "PROPN"} for c in clauses.children(token, "xcomp")):
            break
        if (idiom and not word.particle) or (word.particle and particle(token, word.particle) is None):
            continue
        idiom = bool(word.particle)
        if word.would and not clauses.modals(token) & {"would"}:
            continue
        unreal = part in {"verb", "adjective"} and ctx.is_unreal(token)
        if unreal or (part == "verb" and (ctx.is_obliged(token) or _is_inner(ctx, token))):
            dropped(token, f"{word.stance}:{word.lemma}", "after if or must, or inside another stance")
            return
        found = list(_framed(ctx, token, word))
        yield from found
        if found:
            return


@dataclass(frozen=True)
class _Held:
    """A word of stance as somebody's: what is sought next is the action it is about."""

    token: Token
    word: StanceWord
    stance: Stance
    holder: tuple[str, ...]
    together: tuple[str, ...]
    addressed: bool

    def found(
        self, action: Action, hanging: Hanging | None, *, less: float = 0.0, stance: Stance | None = None
    ) -> Found:
        """The stance on *action*; *less* is taken off how sure the word is."""
        rule = f"{self.word.stance}:{self.word.lemma}"
        return Found(self.holder, stance or self.stance, action, self.token, rule, self.word.sure - less, hanging)


def _framed(ctx: Context, token: Token, word: StanceWord) -> Iterator[Found]:
    """The stances that a word expresses, for each holder and each action, by its frame."""
    stance = word.denied if _is_denied(ctx, token) else None if word.only_denied else word.stance
    if stance is None:
        dropped(token, f"{word.stance}:{word.lemma}", "denied, it takes no stance")
        return
    heads, asked = action_heads(token, word, ctx.actions.is_party)
    if word.text and not _is_text(ctx, token):
        return
    if (
        word.about
        and heads
        and not any(h.lemma_ in ctx.words[word.about]["words"] for h in heads if not clauses.is_clause(h))
    ):
        heads = [h for h in heads if clauses.is_clause(h)]
    holders = ctx.holders(token) or dropped(token, f"{word.stance}:{word.lemma}", "whose stance it is is not known")
    together = tuple(party for ids in holders for party in ids)
    if word.text and not holders and _is_agreed(ctx, token):
        holders = [(party,) for t in asked for ids in ctx.who.each(t) for party in ids]
        stance = "promise"
    held = [_Held(token, word, stance, holder, together, bool(asked)) for holder in holders]
    doers = tuple(p for t in asked for p in ctx.who.parties(t))
    doers = doers or _pressed(ctx, token)
    own = any(c.dep_ == "nmod:poss" for t in asked for c in t.children)
    if stance == "demand" and not own:
        doers = tuple(p for p in doers if not same((p,), together))
    if not heads:
        dropped(token, f"{word.stance}:{word.lemma}", "no action follows that it could be about")
        yield from _as_said(ctx, token, held)
    for head in heads:
        made: list[Found] = []
        for one in held:
            made = list(_about(ctx, one, head, doers))
            yield from made
        if head.tag_ == "VBG" and made and not made[0].action.inferred:
            doers = doers or made[0].action.doer


def _pressed(ctx: Context, noun: Token) -> tuple[str, ...]:
    """ "Is under pressure from X to leave", "faces calls from X to leave": who should."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in ctx.words["containers"]["asking"]:
        return ()
    if clauses.preposition(noun) == "under":
        copular = any(c.dep_ == "cop" for c in noun.children)
        return ctx.who.parties(clauses.subject(noun if copular else noun.head))
    faced = noun.dep_ in {"obj", "obl"} and noun.head.lemma_ in ctx.words["facing"]["verbs"]
    return ctx.who.parties(clauses.subject(noun.head)) if faced else ()


def _is_denied(ctx: Context, token: Token) -> bool:
    """ "Has no wish to", "has not shown any wish to", "has little wish to"."""
    if clauses.is_negated(token):
        return True
    if token.pos_ != "NOUN":
        return False
    had = token.dep_ == "obj" and token.head.lemma_ in ctx.words["having"]["words"]
    return (had and clauses.is_negated(token.head)) or any(c.lower_ in _SCANT for c in token.children)


def _is_text(ctx: Context, verb: Token) -> bool:
    under = clauses.subject(verb)
    return under is not None and under.lemma_ in ctx.words["binding"]["words"]


def _is_agreed(ctx: Context, verb: Token) -> bool:
    """True of a text that binds those it speaks of without more ado: "the accord requires Armenia to withdraw"."""
    under = clauses.subject(verb)
    return under is not None and under.lemma_ in ctx.words["binding"]["agreed"]


def _as_said(ctx: Context, token: Token, held: list[_Held]) -> Iterator[Found]:
    """ "to phase out coal, as India had proposed": the action of the clause around it."""
    if token.dep_ == "advcl:relcl" and (taken := described_before(ctx, token)):
        yield from (one.found(taken.action, taken.hanging, less=0.15) for one in held)
        return
    yield from _answered(ctx, token, held)
    if clauses.marker(token) != "as" or clauses.children(token, "obj") or not ctx.latest:
        return
    last = ctx.latest[-1]
    if last.word.sent == token.sent:
        yield from (one.found(last.action, last.hanging, less=0.15) for one in held)


def _answered(ctx: Context, token: Token, held: list[_Held]) -> Iterator[Found]:
    """ "Kenya asked for troops. Chad refused": what is refused or agreed to is what was asked just before."""
    more = [c for c in token.children if c.i > token.i and c.dep_ not in _NOT_OBJECTS]
    if token.lemma_ not in {"refuse", "decline", "agree", "accept", "consent", "oblige", "comply"} or more:
        return
    start = token.doc[max(0, token.sent.start - 1)].sent.start
    for one in held:
        asked = [f for f in ctx.latest if f.word.i >= start and same(f.action.doer, one.holder)]
        if asked and asked[-1].stance == "demand" and not same(asked[-1].holder, one.holder):
            stance: Stance = "refuse" if one.stance in AGAINST else "promise"
            yield one.found(asked[-1].action, asked[-1].hanging, less=0.1, stance=stance)


def _about(ctx: Context, held: _Held, head: Token, doers: tuple[str, ...]) -> Iterator[Found]:
    head = _due(head)
    inner = ctx.actions.unwrap(head)
    if head.tag_ == "VBN" and head.dep_ in {"xcomp", "ccomp", "acl"} and not clauses.marker(head):
        doers = ()
    if group := several(ctx, head, held.holder):
        yield from (_again(held, one) for one in group)
        return
    if head.lower_ in _TAKING_UP and head.pos_ != "NOUN":
        last = of_last(ctx, held.token, held.holder)
        if last is None and ctx.who.parties(head):
            return
        if last:
            yield held.found(last.action, last.hanging, less=0.2)
        return
    if head.lemma_ == "do" and any(c.lower_ == "so" and c.i == head.i + 1 for c in head.children):
        last = of_last(ctx, held.token, held.holder)
        if last and last.stance == "demand" and same(last.action.doer, held.holder) and held.word.by_holder:
            yield held.found(replace(last.action, doer=held.holder), last.hanging, less=0.1)
        return
    if _is_empty(ctx, held.word, head, inner) or (held.word.named and not doers):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", f"“{head.text}” is nothing that somebody could do")
        return
    earlier = _earlier(ctx, held.token, head) if inner == head else None
    if earlier is not None and not same(earlier.holder, held.holder):
        own = held.word.by_holder and held.stance == "refuse"
        taken = replace(earlier.action, doer=held.holder) if own else earlier.action
        foreign = held.stance in {"promise", "offer"} and not same(taken.doer, held.holder)
        yield held.found(taken, earlier.hanging, less=0.1, stance="support" if foreign else None)
        return
    stance, action = _action(ctx, held, head, inner, doers)
    if action is None or (held.word.owned and action.inferred):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", "who would act is not named, or the action is not")
        return
    theirs = inner != head and stance in AGAINST and head.lemma_ in ctx.words["containers"]["asking"]
    hanging = ctx.conditions.of(held.token, *(() if theirs else (head, inner)))
    if stance == "promise" and hanging and clauses.modals(held.token) & {"would", "will", "could"}:
        stance = "offer"
    if _is_excepted(held.token, head):
        stance = _TURNED.get(stance, stance)
        stance = ("refuse" if same(action.doer, held.holder) else "oppose") if stance in AGAINST else stance
        action = replace(action, words=action.words.removeprefix("not "))
    if _less_liked(held.token, head) is not None:
        action = replace(action, words=_BEHIND.split(action.words)[0])
    found = held.found(action, hanging, stance=stance)
    yield package(ctx, found, head) or found
    yield from _instead(ctx, found, head)


def _again(held: _Held, earlier: Found) -> Found:
    """One of several demands or offers taken up together: what oneself should do is refused, not opposed."""
    stance = held.stance
    if stance in AGAINST:
        stance = "refuse" if same(earlier.action.doer, held.holder) else "oppose"
    elif stance in {"promise", "offer"} and not same(earlier.action.doer, held.holder):
        stance = "support"
    return held.found(earlier.action, earlier.hanging, less=0.1, stance=stance)


def _is_excepted(word: Token, head: Token) -> bool:
    """ "Supports a review but not a base": what is listed with "not" is not what is meant."""
    denied = any(c.lower_ == "not" and c.i < head.i for c in head.children)
    listed = head.dep_ == "conj" and clauses.governor(head) == word
    return listed and head.pos_ in {"NOUN", "PROPN"} and denied


def _instead(ctx: Context, found: Found, head: Token) -> Iterator[Found]:
    """ "Urged him to walk away rather than give ground", "prefers a quota to a ban": what is put behind is opposed."""
    if found.stance in AGAINST:
        return
    if (other := _less_liked(found.word, head)) is not None:
        if action := ctx.actions.of(other, phrase=True):
            yield replace(found, stance="oppose", action=action, hanging=None, sure=found.sure - 0.1)
        return
    if not clauses.is_clause(head):
        return
    for clause in [c for c in head.children if c.i > head.i and c.dep_ in {"advcl", "conj", "xcomp", "ccomp"}]:
        if is_instead(clause) and clause.tag_ in {"VB", "VBG"}:
            action = ctx.actions.of(clause, doer=found.action.doer)
            if action:
                against: Stance = "refuse" if same(action.doer, found.holder) else "oppose"
                yield replace(found, stance=against, action=action, hanging=None, sure=found.sure - 0.1)


def _less_liked(word: Token, head: Token) -> Token | None:
    """The ban of "prefers a quota to a ban", "favours a quota rather than a ban"."""
    if word.lemma_ not in _PREFERRING or head.pos_ != "NOUN":
        return None
    behind = clauses.prepositional(head, "over", "rather than", "instead of") or [
        t for t in [*head.children, *word.children] if t.i > head.i and is_instead(t)
    ]
    if word.lemma_ == "prefer":
        behind = behind or [t for o in (head, word) for t in clauses.prepositional(o, "to")]
    return next((t for t in behind if t.i > head.i and t.pos_ == "NOUN"), None)


def _due(head: Token) -> Token:
    """The action itself in "that sanctions have to be enforced", "to see them lifted", "to get them lifted"."""
    due = [c for c in clauses.children(head, "xcomp") if clauses.marker(c) == "to"]
    if due and head.lemma_ in {"have", "need", "ought"}:
        return due[0]
    if head.lemma_ not in {"see", "get", "have"} or clauses.marker(head) != "to":
        return head
    below = [c for o in [head, *clauses.children(head, "obj")] for c in clauses.children(o, "ccomp", "xcomp", "acl")]
    seen = [c for c in below if not clauses.marker(c) and (head.lemma_ == "see" or c.tag_ == "VBN")]
    return seen[0] if seen else head


def _is_empty(ctx: Context, word: StanceWord, head: Token, inner: Token) -> bool:
    """True where a word is about a party, a date or nothing that could be done: "support Kim", "offered a glimpse"."""
    if ctx.text.is_date(head) or (word.lemma == "insist" and _asserts(ctx, head)):
        return True
    if head.lower_ == "nothing":
        return True
    empty = head.lemma_ in ctx.words["empty"]["words" if head.pos_ == "NOUN" else "verbs"]
    empty = empty and (head.pos_ == "NOUN" or clauses.is_passive(head))
    bare = (word.holding and not ctx.actions.unnamed.is_joint(head)) or empty or ctx.actions.is_party(head)
    return inner == head and bare


def _asserts(ctx: Context, clause: Token) -> bool:
    """True for "insists that it gives them nothing": a claim about oneself in the indicative, not a demand."""
    under = clauses.subject(clause)
    if clauses.modals(clause) & {"will", "would"}:
        return True
    own = under is not None and under.pos_ == "PRON" and bool(ctx.who.parties(under))
    return own and clause.tag_ in {"VBZ", "VBD"} and not clauses.modals(clause) & {"must", "should"}


def _earlier(ctx: Context, token: Token, head: Token) -> Found | None:
    """What a noun that points back, or a relative clause after a comma, takes up."""
    if head.lemma_ == "do" and (noun := clauses.relative_object(head)) is not None:
        return taken_up(ctx, noun)
    light = clauses.objects(head) + clauses.prepositional(head, "of", "to") if head.lemma_ in _WEIGHING else []
    if light and (taken := taken_up(ctx, light[0])):
        return taken
    relative = clauses.antecedent(token) if token.dep_ == "acl:relcl" else None
    return taken_up(ctx, head) or (described_before(ctx, token) if relative and relative[1] != "subject" else None)


def _action(
    ctx: Context, held: _Held, head: Token, inner: Token, doers: tuple[str, ...]
) -> tuple[Stance, Action | None]:
    """The action and who would do it; refusing is for one's own acts, opposing for those of others."""
    stance, doer = held.stance, doers
    default = _default(ctx, held, inner)
    if clauses.marker(inner) == "to" and inner.dep_ == "xcomp" and inner == head and not doers and not held.addressed:
        doer = held.holder
    if (
        head.tag_ == "VBG"
        and held.word.lemma == "insist"
        and not any(c.dep_ in clauses.SUBJECTS for c in head.children)
    ):
        doer = held.holder
    if head.lemma_ in ctx.words["containers"]["own"] and not held.addressed:
        doer = held.holder
    if inner != head:
        stance, default = _through(ctx, head, stance, held.holder, default)
        owner = _owner(ctx, head)
        if owner and head.lemma_ in ctx.words["containers"]["offering"] and clauses.marker(inner) == "to":
            doer = owner
    if held.word.holding and inner != head and any(c.dep_ in clauses.SUBJECTS for c in inner.children):
        stance, default = "support", ()
    action = ctx.actions.of(inner, doer=doer, default=default)
    if action is None:
        return stance, None
    if _is_denied_within(held, inner):
        stance = _TURNED.get(stance, stance)
        action = replace(action, words=action.words.removeprefix("not "))
    if stance == "refuse" and not action.doer:
        return stance, replace(action, doer=held.holder)
    if stance in AGAINST:
        stance = "refuse" if same(action.doer, held.holder) else "oppose"
    return stance, action


def _default(ctx: Context, held: _Held, inner: Token) -> tuple[str, ...]:
    """Who acts where nobody is named: the holder, who could do it by what it is, or for a demand the other side."""
    unnamed = ctx.actions.unnamed
    if held.word.by_holder:
        return held.holder
    if held.stance == "demand":
        return unnamed.of(inner, held.together)
    return unnamed.by_thing(inner, held.together) or unnamed.opponent(held.together)


def _owner(ctx: Context, noun: Token) -> tuple[str, ...]:
    """Whose plan or offer it is: "Kyrgyz plans to build", "an offer by Kim"."""
    origin = [c for c in clauses.children(noun, "amod", "compound") if ctx.text.at.get(c.i)]
    return tuple(p for agent in [*clauses.agents(noun), *origin] for p in ctx.who.parties(agent))


def _is_denied_within(held: _Held, inner: Token) -> bool:
    """ "Urged them not to sign", "demanded that they sign nothing": what is asked is that something be left undone."""
    asked = clauses.marker(inner) == "to" or (held.stance == "demand" and inner.dep_ == "ccomp")
    objects = [g.lower_ for c in clauses.children(inner, "obj") for g in [c, *clauses.children(c, "det")]]
    return asked and (clauses.is_negated(inner) or (held.stance == "demand" and "no" in objects))


def _through(
    ctx: Context, noun: Token, stance: Stance, holder: tuple[str, ...], default: tuple[str, ...]
) -> tuple[Stance, tuple[str, ...]]:
    """A stance on a noun that holds an action: rejecting a demand refuses what it asks."""
    if noun.lemma_ in ctx.words["containers"]["asking"]:
        return ("refuse" if stance in AGAINST else stance), holder
    return stance, default


def _is_inner(ctx: Context, verb: Token) -> bool:
    """True inside a stance already taken up: the "accept" of "refuses to accept"."""
    if ctx.was_read(verb):
        return True
    first = clauses.first_conjunct(verb)
    outer, part = first.head, PART_OF_SPEECH.get(first.head.pos_)
    if part is None or clauses.marker(first) != "to" or first.dep_ not in {"xcomp", "acl", "ccomp"}:
        return False
    words = stance_words(part).get(outer.lemma_, ())
    return any(not word.particle or particle(outer, word.particle) is not None for word in words)
