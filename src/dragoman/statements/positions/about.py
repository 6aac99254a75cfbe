"""What a word of stance is about: the action, who would do it, and the side that the holder then takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.positions.anaphora import is_beside, of_last, of_which, several, thing_before
from dragoman.statements.positions.context import AGAINST, TURNED, Context, Found, same
from dragoman.statements.positions.denial import is_fought
from dragoman.statements.positions.echoes import turned
from dragoman.statements.positions.exchanges import package
from dragoman.statements.positions.heads import due, is_empty, least
from dragoman.statements.positions.held import Held
from dragoman.statements.positions.pledged import own_vote
from dragoman.statements.positions.preferring import BEHIND, is_excepted, less_liked, put_behind
from dragoman.statements.positions.resumed import earlier_meant, once_more
from dragoman.statements.positions.settled import came_before
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["stances_about"]

_SAME = {"so", "that", "it", "likewise", "this"}
_BEHOLDING = {"see", "watch"}
_RECEIVING = {"see", "hear", "receive", "get", "obtain"}
_SELF = {"itself", "themselves", "himself", "herself", "myself", "ourselves"}
"""What only oneself does: "wary of committing itself to a target"."""
_DEFYING = {
    "vow", "swear", "threaten", "resolve", "intend", "plan", "mean", "determined", "resolved", "threat", "intention",
}  # fmt: skip
"""Words by which one refuses what one means not to do, where a promise not to do it gives something."""
_NONE = {"nobody", "nothing", "none", "no", "neither"}
_OWN_ACTS = {"insist", "insistence", "resist", "resistance", "dodge", "evade", "duck", "shun", "avoid"}
"""Words of what one would do oneself, where a gerund behind them names nobody: "has resisted joining"."""
_LONGEST = 14
"""Words of what is to be guaranteed."""
_TAKING_UP = {"it", "that", "this", "them", "same"}


def stances_about(ctx: Context, held: Held, head: Token, doers: tuple[str, ...]) -> Iterator[Found]:
    """The stance on the action that *head* names, which *doers* were asked to take, and on what is put behind it."""
    held, head = _as_beheld(held, head), least(due(head))
    inner = due(ctx.actions.unwrap(head))
    if head.tag_ == "VBN" and head.dep_ in {"xcomp", "ccomp", "acl"} and not clauses.marker(head):
        doers = ()
    if group := several(ctx, head, held.holder) or of_which(ctx, held.token):
        yield from (once_more(held, one, head) for one in group)
        return
    if _is_pronoun(head) and not (held.word.named and not doers):
        last = of_last(ctx, held.token, held.holder)
        if last is not None:
            yield replace(held.found(last.action, ctx.conditions.of(held.token), less=0.2), by=head)
        elif (thing := thing_before(ctx, held.token, head)) is not None:
            yield from (replace(one, by=head) for one in stances_about(ctx, held, thing, doers))
        return
    so = any(head.i < c.i <= head.i + 2 and c.lower_ in _SAME for c in head.children)
    if head.lemma_ == "do" and so and (taken := list(_done_so(ctx, held, doers))):
        yield from taken
        return
    if vote := own_vote(ctx, held, head):
        yield vote
        return
    fought = held.word.holding and is_fought(ctx, held.token)
    word = replace(held.word, holding=False) if fought else held.word
    if held.token.dep_ == "acl" and head == held.token.head and _would_do(ctx, head):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", "what the text would do tells more")
        return
    earlier = earlier_meant(ctx, held.token, head, held.word.action) if inner == head else None
    taken_up_here = earlier is not None and is_beside(head)
    if (is_empty(ctx, word, head, inner) and not taken_up_here) or (
        held.word.named and not doers and not _has_doer(ctx, held.holder, inner) and not _in_return(held.token)
    ):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", f"“{head.text}” is nothing that somebody could do")
        return
    if earlier is not None and not same(earlier.holder, held.holder):
        yield _resumed(ctx, held, head, earlier)
        return
    if earlier is not None and is_beside(head):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", "one's own stance told again")
        return
    stance, action = _action(ctx, held, head, inner, doers)
    if action is None or (action.inferred and held.word.owned and clauses.preposition(held.token) != "in"):
        dropped(held.token, f"{held.word.stance}:{held.word.lemma}", "who would act is not named, or the action is not")
        return
    theirs = inner != head and stance in AGAINST and head.lemma_ in ctx.words["containers"]["asking"]
    hanging = ctx.conditions.of(held.token, *(() if theirs else (head, inner)))
    hanging = None if hanging and came_before(held.token, hanging) else hanging
    if stance == "promise" and hanging and mood.modals(held.token) & {"would", "will", "could"}:
        stance = "offer"
    if is_excepted(held.token, head):
        stance = TURNED[stance]
        stance = ("refuse" if same(action.doer, held.holder) else "oppose") if stance in AGAINST else stance
        action = replace(action, words=action.words.removeprefix("not "))
    foreign = stance in {"offer", "promise"} and clauses.marker(inner) == "that" and held.word.by_holder
    if foreign and held.token.pos_ == "ADJ" and action.doer and not same(action.doer, held.holder):
        stance = "support"
    if less_liked(held.token, head) is not None:
        action = replace(action, words=BEHIND.split(action.words)[0])
    found = held.found(action, hanging, stance=stance)
    yield package(ctx, found, head) or found
    yield from put_behind(ctx, found, head)


def _as_beheld(held: Held, head: Token) -> Held:
    """ "Loath to see it lifted": whoever would not see a thing done is not who would do it."""
    done = due(head)
    others = done != head and head.lemma_ in _BEHOLDING and done.tag_ == "VBN" and held.word.by_holder
    return replace(held, word=replace(held.word, by_holder=False)) if others else held


def _resumed(ctx: Context, held: Held, head: Token, earlier: Found) -> Found:
    """The stance on what *head*, a noun or a pronoun, takes up from what was told before."""
    asked = head.lemma_ in ctx.words["containers"]["asking"] and held.stance in AGAINST
    theirs = earlier.stance in {"offer", "promise"} or not same(earlier.action.doer, earlier.holder)
    others = bool(earlier.action.doer) and not earlier.action.inferred and theirs
    meant = (held.stance == "refuse" and not others) or same(earlier.action.doer, held.holder)
    own = (held.word.by_holder and meant) or (asked and not earlier.action.doer)
    taken = replace(earlier.action, doer=held.holder) if own else earlier.action
    side = turned(ctx, head, earlier, _on_what_was_told(held, taken))
    return replace(held.found(taken, ctx.conditions.of(held.token), less=0.1, stance=side), by=head)


def _on_what_was_told(held: Held, taken: Action) -> Stance:
    """The stance on what was told before: nobody offers what others would do, and what is one's own one refuses."""
    if held.stance in {"promise", "offer"} and not same(taken.doer, held.holder):
        return "support"
    if held.stance not in AGAINST:
        return held.stance
    own = bool(taken.doer) and all(same((party,), held.holder) for party in taken.doer)
    return "refuse" if own else "oppose"


def _in_return(verb: Token) -> bool:
    """ "In return it expects a date for the talks": what is expected for something given is asked of who got it."""
    return any(c.lower_ in {"return", "exchange"} and clauses.preposition(c) == "in" for c in verb.children)


def _is_pronoun(head: Token) -> bool:
    """True of what stands for something told before: "it", "that", "one" by itself."""
    alone = head.lower_ == "one" and not any(c.dep_ not in {"case", "advmod"} for c in head.children)
    return (head.lower_ in _TAKING_UP or alone) and head.pos_ != "NOUN"


def _has_doer(ctx: Context, holder: tuple[str, ...], action: Token) -> bool:
    """ "Is waiting for Chad to answer", "for an answer from Chad": its own words tell who would act."""
    if not clauses.is_clause(action):
        doers = tuple(p for source in clauses.prepositional(action, "from") for p in ctx.who.parties(source))
        return bool(doers) and not same(doers, holder)
    own = clauses.children(action, "nsubj")
    return bool(own) and bool(ctx.who.parties(own[0]))


def _done_so(ctx: Context, held: Held, doers: tuple[str, ...]) -> Iterator[Found]:
    """ "Agreed to do so", "urged him to do so": what was asked of the holder, or what those asked were said to do."""
    last = of_last(ctx, held.token, held.holder)
    if last and last.stance == "demand" and same(last.action.doer, held.holder) and held.word.by_holder:
        yield held.found(replace(last.action, doer=held.holder), last.hanging, less=0.1)
    elif last and held.stance == "demand" and doers and same(last.action.doer, doers):
        yield held.found(last.action, None, less=0.1)


def _would_do(ctx: Context, text: Token) -> bool:
    """ "A compromise drafted by Oman would have both halt": the clause goes on to tell what the text would do."""
    if clauses.preposition(text) == "under" and text.lemma_.lower() in ctx.words["binding"]["words"]:
        return True
    return text.dep_ == "nsubj" and bool(mood.modals(text.head) & {"would", "will"})


def _action(
    ctx: Context, held: Held, head: Token, inner: Token, doers: tuple[str, ...]
) -> tuple[Stance, Action | None]:
    """The action and who would do it; refusing is for one's own acts, opposing for those of others."""
    stance, doer = held.stance, doers
    default = _default(ctx, held, inner)
    if inner == head and _is_taken(ctx, held, head):
        doer = default = held.holder
    if clauses.marker(inner) == "to" and inner.dep_ == "xcomp" and inner == head and not doers and not held.addressed:
        done_to = held.stance == "demand" and clauses.is_passive(inner)
        doer = _given_by(ctx, held, inner) if done_to or _is_receiving(held, inner) else held.holder
    unasked = head.tag_ == "VBG" and not doers and not any(c.dep_ in clauses.SUBJECTS for c in head.children)
    if unasked and (held.word.lemma in _OWN_ACTS or (stance in AGAINST and clauses.marker(head) in {"at", "from"})):
        doer = held.holder
    if head.lemma_ in ctx.words["containers"]["own"] and not held.addressed and inner != head:
        doer = held.holder
    if head.tag_ == "VBG" and not doers and any(c.lower_ in _SELF for c in clauses.children(head, "obj", "obl")):
        doer = held.holder
    if inner != head:
        stance, default = _through(ctx, held, head, default)
        owner = _owner(ctx, head)
        bringing = {*ctx.words["containers"]["offering"], "decision", "move", "bid", "attempt", "effort", "agreement"}
        if owner and head.lemma_ in bringing and clauses.marker(inner) == "to":
            doer = owner
    acting = (c for c in inner.children if c.dep_ in clauses.SUBJECTS and c.tag_ != "WDT")
    if held.word.holding and inner != head and any(acting):
        asking = head.lemma_ in ctx.words["containers"]["asking"]
        stance, default = ("demand" if asking else "support"), ()
    action = ctx.actions.of(inner, doer=doer, default=default)
    if action is None:
        return stance, None
    if stance == "demand" and not doers and _is_received(ctx, inner) and same(action.doer, held.holder):
        action = replace(action, doer=ctx.actions.unnamed.others(held.together), inferred=True)
    if stance == "demand" and not doers and _is_himself(inner) and action.doer == held.holder:
        action = replace(action, doer=_other_person(ctx, held) or default)
    if stance == "demand" and inner.dep_ == "acl" and clauses.marker(inner) == "that" and mood.is_negated(inner):
        said = ctx.text.article.text[inner.left_edge.idx : action.end].partition(",")[0]
        return stance, replace(action, words=f"guarantee {' '.join(said.split()[:_LONGEST])}")
    if _is_denied_within(held, inner):
        left = action.words.removeprefix("be ").removeprefix("not ").removeprefix("never ")
        if stance in {"promise", "offer"} and held.word.lemma not in _DEFYING:
            own = held.holder if action.inferred or not action.doer else action.doer
            return stance, replace(action, words=f"not {left}", doer=own)
        stance, action = TURNED[stance], replace(action, words=left)
    beheld = held.word.stance == "refuse" and not held.word.by_holder
    if stance == "refuse" and not action.doer and not beheld:
        return stance, replace(action, doer=held.holder)
    if stance in AGAINST:
        stance = "refuse" if same(action.doer, held.holder) else "oppose"
    return stance, action


def _is_of(inner: Token, words: set[str]) -> bool:
    """ "Promised that nobody would lose a job", "that not a drop would be sold": denied by its subject."""
    under = [t for c in clauses.children(inner, *clauses.SUBJECTS) for t in [c, *c.children] if t.i <= c.i]
    return any(t.lower_ in words for t in under)


def _is_received(ctx: Context, noun: Token) -> bool:
    """ "Wants its exemption back", "seeks a say": what whoever wants it would be given."""
    given = {*ctx.words["giving"]["words"], *ctx.words["containers"]["own"]}
    return noun.pos_ == "NOUN" and noun.lemma_ in given


def _is_taken(ctx: Context, held: Held, head: Token) -> bool:
    """True of an offer or invitation of others that is turned down or taken: who does so would act on it."""
    taking = held.stance in AGAINST or held.word.lemma in {"accept", "agree", "take"}
    return taking and head.pos_ == "NOUN" and head.lemma_ in ctx.words["containers"]["taken"]


def _is_himself(inner: Token) -> bool:
    """True where "he" or "she" would act: nobody demands "that he resign" of himself."""
    return any(c.lower_ in {"he", "she"} for c in clauses.children(inner, "nsubj", "nsubj:pass"))


def _other_person(ctx: Context, held: Held) -> tuple[str, ...]:
    """Whom "he" means in "accused Weber of bluffing and demanded that he resign": not who demands it."""
    near = held.token.doc[held.token.sent.start : held.token.i]
    beside = clauses.objects(clauses.first_conjunct(held.token)) if held.token.dep_ == "conj" else []
    others = (m.id for t in [*beside, *reversed(near)] for m in ctx.text.at.get(t.i, ()) if m.sort == "person")
    return next(((person,) for person in others if (person,) != held.holder), ())


def _is_receiving(held: Held, inner: Token) -> bool:
    """ "Wants to see a draft", "hopes to get its ships back": what another must give."""
    wished = held.stance in {"demand", "support"} and not held.word.by_holder
    return wished and inner.lemma_ in _RECEIVING and bool(clauses.children(inner, "obj"))


def _given_by(ctx: Context, held: Held, inner: Token) -> tuple[str, ...]:
    """Whose it is that somebody wants to see: "a draft of Poland's plan"."""
    below = (t for thing in clauses.children(inner, "obj") for t in thing.subtree if t.dep_ == "nmod:poss")
    owners = (ctx.who.parties(t) for t in below)
    return next((found for found in owners if found and not same(found, held.holder)), ())


def _default(ctx: Context, held: Held, inner: Token) -> tuple[str, ...]:
    """Who acts where nobody is named: the holder, who could do it by what it is, or for a demand the other side."""
    unnamed = ctx.actions.unnamed
    if held.word.by_holder:
        return held.holder
    if held.stance == "demand":
        return unnamed.of(inner, held.together)
    thing = unnamed.by_thing(inner, held.together)
    return thing or unnamed.government(held.together) or unnamed.opponent(held.together) or unnamed.bloc(held.together)


def _owner(ctx: Context, noun: Token) -> tuple[str, ...]:
    """Whose plan or offer it is: "Kyrgyz plans to build", "an offer by Kim"."""
    origin = [c for c in clauses.children(noun, "amod", "compound") if ctx.text.at.get(c.i)]
    return tuple(p for agent in [*clauses.agents(noun), *origin] for p in ctx.who.parties(agent))


def _is_denied_within(held: Held, inner: Token) -> bool:
    """ "Urged them not to sign", "demanded that they sign nothing": what is asked is that something be left undone."""
    giving = held.stance in {"promise", "offer"}
    told = (giving or held.stance in {"demand", "support"}) and inner.dep_ in {"ccomp", "csubj"}
    told = told or (giving and inner.dep_ == "acl")
    asked = clauses.marker(inner) == "to" or told
    objects = [g.lower_ for c in clauses.children(inner, "obj") for g in [c, *clauses.children(c, "det")]]
    never = _is_of(inner, {"not"}) or (giving and _is_of(inner, _NONE))
    none = giving or held.stance == "demand"
    return asked and (mood.is_negated(inner) or never or (none and "no" in objects))


def _through(ctx: Context, held: Held, noun: Token, default: tuple[str, ...]) -> tuple[Stance, tuple[str, ...]]:
    """A stance on a noun that holds an action: rejecting a demand refuses what it asks, backing it asks as much."""
    if noun.lemma_ not in ctx.words["containers"]["asking"]:
        return held.stance, default
    if held.stance == "support" and held.word.lemma != "accept":
        return held.stance, default
    return ("refuse" if held.stance in AGAINST else held.stance), held.holder
