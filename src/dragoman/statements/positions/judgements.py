"""Positions from what something is called: unacceptable, a red line, against which somebody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import beside_several, described_before, of_last, taken_up
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, Context, Found
from dragoman.statements.positions.echoes import held_alike
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_calling", "by_due", "by_idiom", "by_judgement", "by_remaining"]

_SAYING = frozenset(lexicon("positions")["saying"]["words"])

_TURNING_DOWN = {"reject", "dismiss", "denounce", "condemn"}
"""Verbs of opposition beside which it may stand what a plan is called: "rejected as illegal a plan to"."""
_TELLING_SO = {"declare", "hold", "find", "see", "think", "consider", "pronounce"}
"""Verbs that call a thing something only with what they call it behind it: "declared a unilateral ceasefire"."""

_TURNED: dict[Stance, Stance] = {"oppose": "demand", "demand": "oppose", "support": "oppose"}
"""What is wanted where it is called so that somebody does not act."""
_REMAINING = {"remain", "stay", "become", "represent", "constitute"}
"""Verbs behind whose subject stands what it is."""
_REFUSED = {"line", "question"}
"""Nouns of what one will not have: "a red line", "out of the question"."""
_NAMING = (" a ", " an ", " the ", " tantamount ", " out of ", " beyond ", " no more ", " nothing ")
"""How an idiom begins that may name a thing: "calls it a gift to", "sees it as out of the question"."""
_CALLED = {
    "rally", "strike", "election", "vote", "meeting", "referendum", "summit", "protest", "session",
    "conference", "ballot", "walkout", "boycott", "demonstration", "march", "hearing",
}  # fmt: skip
"""What is called in order to be held: "called a rally to protest against the surrender"."""


@cache
def _judged() -> dict[str, Stance]:
    """What is wanted of a thing so called."""
    judged = lexicon("positions")["judged"]
    stances: tuple[Stance, ...] = ("support", "demand", "oppose")
    nouns: dict[str, Stance] = dict.fromkeys(lexicon("positions")["judged nouns"]["oppose"], "oppose")
    return nouns | {word: stance for stance in stances for word in judged[stance]}


@at(lambda _: (word.rpartition("-")[2] for word in _judged()))
def by_judgement(ctx: Context, token: Token) -> Iterator[Found]:
    """ "A longer list is unacceptable", said X."""
    lower = _whole(token)
    stance = _judged().get(lower)
    if stance is None or mood.is_negated(token) or ctx.is_unreal(token) or _is_doing(token):
        return
    under, speaker = _thing(token), ctx.speaker(token)
    holder = _eyes(ctx, token) or speaker.parties
    if holder and (last := _pointed_at(ctx, token, under, holder)):
        side: Stance = "support" if stance == "demand" else stance
        yield replace(held_alike(replace(last, stance="support"), holder, token, f"judged:{lower}",
            against=side == "oppose"), sure=0.5, speaker=speaker)  # fmt: skip
        return
    if under is None or not holder or ctx.who.parties(under) or under.lemma_ == "door":
        dropped(token, f"judged:{lower}", "nobody known says so, or it is said of a party")
        return
    thing = ctx.actions.unwrap(under)
    action = ctx.actions.of(thing, default=ctx.actions.unnamed.of(thing, holder))
    if action and clauses.is_clause(thing) and mood.is_negated(thing):
        stance, action = _TURNED[stance], replace(action, words=action.words.removeprefix("not "))
    if action:
        yield Found(holder, stance, action, token, f"judged:{lower}", 0.6, ctx.conditions.of(token), speaker)


@at(lambda words: words["qualities"]["words"])
def by_due(ctx: Context, token: Token) -> Iterator[Found]:
    """ "Any deal must be fair", "transfers have to be voluntary", said X: asked for, or not wanted so."""
    if token.pos_ != "ADJ" or token.lower_ not in ctx.words["qualities"]["words"] or not clauses.children(token, "cop"):
        return
    bound = token.dep_ == "xcomp" and clauses.marker(token) == "to" and token.head.lemma_ in {"have", "need", "ought"}
    outer = token.head if bound else token
    under, speaker = clauses.subject(outer), ctx.speaker(outer)
    if not (bound or mood.modals(token) & set(ctx.words["obligation"]["must"])) or ctx.is_unreal(outer):
        return
    if under is None or under.pos_ not in {"NOUN", "PROPN"} or not speaker.parties or ctx.actions.is_party(under):
        dropped(token, f"due:{token.lower_}", "nobody known says so, or it is said of a party")
        return
    stance: Stance = "oppose" if mood.is_negated(outer) or mood.is_negated(token) else "demand"
    action = ctx.actions.of(under, default=ctx.actions.unnamed.of(under, speaker.parties))
    if action:
        action = replace(action, words=f"{action.words} be {token.lower_}", end=max(action.end, token.idx + len(token)))
        yield Found(speaker.parties, stance, action, token, f"due:{token.lower_}", 0.55, None, speaker)


def _is_doing(token: Token) -> bool:
    """ "Must stop meddling", "still needed the accord", "has been closed": what is done, not what a thing is called."""
    if token.tag_ == "VBG" or (token.pos_ == "VERB" and bool(clauses.children(token, "obj"))):
        return True
    perfect = any(c.lower_ in {"have", "has", "had"} for c in clauses.children(token, "aux"))
    return perfect and token.pos_ == "VERB" and clauses.is_passive(token)


def _thing(token: Token) -> Token | None:
    """What is called so; "says the ban is illegal" may have made the ban an object of the saying."""
    under, said = clauses.subject(token), token.head
    if token.dep_ != "xcomp" or not clauses.children(token, "cop") or said.lemma_ not in _SAYING:
        return under
    objects = [c for c in clauses.children(said, "obj") if said.i < c.i < token.i]
    return objects[0] if objects else under


def _whole(token: Token) -> str:
    """A word with what a hyphen joins to it: "non-starter"."""
    doc, i = token.doc, token.i
    return f"{doc[i - 2].lower_}-{token.lower_}" if i > 1 and doc[i - 1].text == "-" else token.lower_


def _eyes(ctx: Context, token: Token) -> tuple[str, ...]:
    """In whose eyes: "unacceptable to Peru", "a red line for Turkey", "anathema in Ankara"."""
    eyes = [c for c in clauses.prepositional(token, "for", "to", "with", "among") if ctx.actions.is_party(c)]
    said = any(c.dep_ == "cop" for c in token.children)
    eyes += [c for c in clauses.prepositional(token, "in") if said and ctx.is_capital(c)]
    drawn = clauses.children(token, "acl:relcl") if said and token.lemma_ == "line" else []
    eyes += [under for clause in drawn if (under := clauses.subject(clause)) is not None]
    return ctx.who.parties(eyes[0]) if eyes else ()


def by_idiom(ctx: Context, token: Token) -> Iterator[Found]:
    """ "A long extension is not on the table", said X."""
    if any(c.dep_ == "cop" for c in token.children) and not ctx.is_unreal(token):
        yield from _idiomatic(ctx, token, _thing(token), _eyes(ctx, token))


@at(lambda _: _REMAINING)
def by_remaining(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "A pay freeze remains a red line for the union"; a higher wage may be either side of the line."""
    told = [c for c in clauses.children(verb, "obj", "xcomp", "obl") if c.i > verb.i and c.lemma_ in _REFUSED]
    if verb.lemma_ in _REMAINING and verb.pos_ == "VERB" and told and not ctx.is_unreal(verb):
        under = clauses.subject(verb)
        more = under is not None and any(c.tag_ == "JJR" for c in under.children)
        if not more and not mood.is_negated(verb):
            yield from _idiomatic(ctx, told[0], under, _eyes(ctx, told[0]) or _eyes(ctx, verb))


def _idiomatic(ctx: Context, token: Token, under: Token | None, eyes: tuple[str, ...]) -> Iterator[Found]:
    """The side that is taken on *under*, which *token* with what hangs from it says it is."""
    words = " ".join(t.lower_ for t in token.subtree if not t.is_quote)
    told = (stance for stance, phrases in ctx.words["idioms"].items() if any(phrase in words for phrase in phrases))
    stance = next(told, None)
    if stance is None or under is None:
        return
    speaker = ctx.speaker(token)
    holder = eyes or speaker.parties
    if not holder:
        return
    if last := _pointed_at(ctx, token, under, holder):
        against = stance == "oppose"
        yield replace(held_alike(last, holder, token, "idiom", against=against), sure=0.5, speaker=speaker)
        return
    thing = ctx.actions.unwrap(under)
    default = ctx.actions.unnamed.of(thing, holder)
    party = under.pos_ == "PRON" or ctx.actions.is_party(under)
    action = None if party else ctx.actions.of(thing, default=default)
    if action:
        action = replace(action, end=max(action.end, token.idx + len(token)))
        yield Found(holder, stance, action, token, "idiom", 0.6, None, speaker)


def _pointed_at(ctx: Context, token: Token, under: Token | None, holder: tuple[str, ...]) -> Found | None:
    """ "That is unacceptable", "this is out of the question": what another wanted right before."""
    told = clauses.children(token, "csubj", "ccomp", "xcomp", "advcl", "acl:relcl", "acl")
    if under is None or under.lower_ not in {"that", "this", "it"} or told or ctx.who.parties(under):
        return None
    last = of_last(ctx, token, holder)
    return last if last is not None and last.stance not in AGAINST else None


def _is_only(noun: Token) -> bool:
    """ "The only way", "the best course"."""
    return any(c.lower_ in {"only", "best", "right", "surest", "sole", "fairest", "safest"} for c in noun.children)


@at(lambda words: words["calling"]["verbs"])
def by_calling(ctx: Context, verb: Token) -> Iterator[Found]:
    """ "calls the dam a threat", "a demand that Beijing calls an infringement"; "sees a fund as the only way out"."""
    calling = ctx.words["calling"]
    if verb.pos_ != "VERB" or verb.lemma_ not in calling["verbs"] or mood.is_negated(verb) or ctx.was_read(verb):
        return
    summoned = verb.lemma_ == "call" and any(c.lemma_ in _CALLED for c in clauses.children(verb, "obj"))
    if verb.head.lower_ == "what" or summoned or clauses.children(verb, "compound:prt"):
        return
    beside = [c for c in clauses.children(verb, "xcomp", "ccomp", "obl", "advcl") if c.i > verb.i]
    bare = not beside and len(clauses.children(verb, "obj")) == 1
    if bare and verb.lemma_ in _TELLING_SO and verb.dep_ != "acl:relcl":
        return
    first = clauses.children(verb, "obj")[:1] if clauses.children(verb, "xcomp", "ccomp", "obl", "advcl") else []
    aside = {t.i for o in first for t in o.subtree if t != o and t.dep_ != "amod"}
    aside |= {t.i for c in verb.subtree if c.dep_ == "parataxis" and c != verb for t in c.subtree}
    colon = next((t.i for t in verb.doc[verb.i : verb.sent.end] if t.text in {":", ";"}), verb.sent.end)
    aside |= {t.i for c in clauses.children(verb, "conj") if c.pos_ in {"VERB", "AUX"} for t in c.subtree}
    behind = [t for t in verb.subtree if verb.i < t.i < colon and t.i not in aside]
    rest = {_whole(t) if t.nbor(-1).text == "-" else t.lemma_.lower() for t in behind}
    names = {*calling["names"], *ctx.words["judged"]["oppose"]}
    wanted = {*calling["wanted"], *ctx.words["judged"]["demand"], *ctx.words["judged"]["support"]}
    wanted |= {t.lemma_ for t in behind if t.lemma_ in calling["wanted alone"] and _is_only(t)}
    excessive = any(t.lower_ == "too" and t.nbor().pos_ in {"ADJ", "ADV"} for t in behind)
    phrase = _idiom(ctx, behind)
    against = excessive or bool(names & rest) or phrase == "oppose"
    against = against or any(_is_bad_try(t, calling) or _is_hard(t, calling) for t in behind)
    if not against and not wanted & rest and phrase != "support":
        return
    side: Stance = "oppose" if against else "support"
    objects = clauses.objects(verb)
    held = objects[0] if objects and objects[0].i > verb.i else None
    if held is not None and verb.lemma_ in _TURNING_DOWN and ctx.actions.unwrap(held) != held and against:
        return
    described = clauses.antecedent(verb)
    if not first and not described and verb.dep_ != "advcl:relcl" and not clauses.is_passive(verb):
        return
    names |= wanted
    if described and (objects[0].lemma_.lower() in names if objects else described[1] == "object"):
        objects = [clauses.relative_object(verb) or described[0]]
    if not objects and verb.dep_ == "advcl:relcl" and (whole := described_before(ctx, verb)):
        for holder in ctx.holders(verb):
            yield Found(holder, side, whole.action, verb, f"calling:{verb.lemma_}", 0.55)
    for head in (o for o in objects[:1] if o.lower_ != "nothing"):
        last = (
            of_last(ctx, verb, ctx.who.parties(clauses.subject(verb)))
            if head.lower_ in {"it", "that", "this"}
            else None
        )
        taken = last or taken_up(ctx, head) or (described_before(ctx, verb) if verb.dep_ == "acl:relcl" else None)
        if taken is None and ctx.actions.is_party(head):
            return
        action = taken.action if taken else ctx.actions.of(ctx.actions.unwrap(head))
        actions = [one.action for one in beside_several(ctx, head)] or ([action] if action else [])
        for holder in ctx.holders(verb) if actions else ():
            found = (Found(holder, side, one, verb, f"calling:{verb.lemma_}", 0.55) for one in actions)
            yield from (replace(one, by=head) for one in found)


def _idiom(ctx: Context, behind: list[Token]) -> str:
    """The side that a name of several words tells: "a gift to criminals", "a step in the right direction"."""
    words = f" {' '.join(t.lower_ for t in behind if not t.is_quote)} "
    named = ((side, f" {phrase} ") for side, phrases in ctx.words["idioms"].items() for phrase in phrases)
    return next((side for side, phrase in named if phrase in words and phrase.startswith(_NAMING)), "")


def _is_hard(word: Token, calling: dict[str, list[str]]) -> bool:
    """ "Finds the cut hard to swallow"."""
    return word.lemma_ in calling["hard"] and any(
        t.lemma_ in calling["swallowing"] for t in word.doc[word.i + 1 : min(word.i + 4, word.sent.end)]
    )


def _is_bad_try(noun: Token, calling: dict[str, list[str]]) -> bool:
    """ "An attempt to bury the case", "a way to buy time": what nobody could be for."""
    aims = [c for c in clauses.children(noun, "acl", "xcomp") if clauses.marker(c) in {"to", "of", "at"}]
    return noun.lemma_ in calling["tries"] and any(c.lemma_ in calling["spoiling"] for c in aims)
