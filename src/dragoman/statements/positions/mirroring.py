"""What a condition asks for: "will sign if Chad pays" asks Chad to pay, "in return for talks" gives or takes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.actions import Action
from dragoman.statements.cast import party_of
from dragoman.statements.conditions import Hanging
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.positions.harms import BOUND, promises_harm
from dragoman.statements.positions.pro_verbs import is_pro_verb
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["fulfilling", "mirrored", "undone"]

_WILLING = {"want", "wish", "desire", "choose", "like", "please", "need", "ask", "request", "think", "feel", "care"}
"""What somebody may or may not feel like, and is not asked to: "should they want it to"."""
_FAILING = {"fail", "refuse", "neglect", "decline", "omit", "hesitate"}
"""What it is to leave a thing undone."""
_WAITING = {"stay", "remain", "wait", "defer", "postpone", "delay", "put", "keep", "leave"}
"""What is asked for until something comes: what comes is not asked for by that."""
_THREATENING = {"threaten", "threat", "warn", "caution"}
_HITTING = {"hit", "strike", "fire", "lash", "fight", "punch"}
"""What one does back to somebody, and is not asked to."""
_AFFRONTS = {"ultimatum", "threat", "blackmail", "insult", "fait"}
"""With what nobody is asked to come."""


def mirrored(ctx: Context, found: Found) -> Iterator[Found]:
    """What a holder's condition asks of others, and what it gives in an exchange."""
    hanging = found.hanging
    if hanging is None or found.rule.startswith(("mirror", "accord")):
        return
    exchange = hanging.type == "in_exchange_for"
    if not _asks(ctx, found, hanging):
        return
    stance: Stance = "offer" if exchange and found.stance == "demand" else "demand"
    if hanging.type == "only_if" and not ctx.terms(hanging).startswith(BOUND) and _is_threat(ctx, found, hanging):
        stance = "oppose"
    back = Hanging("in_exchange_for", [found.action], found.action.start, found.action.end) if exchange else None
    for told in hanging.actions:
        action = _with_doer(ctx, found, told, offered=stance == "offer")
        if not _counts(ctx, found, told, action, stance):
            continue
        denied = mood.is_negated(told.head) or _is_lacking(told.head) or undone(ctx, action) is not None
        turned = stance == "demand" or denied
        side, asked = _side(ctx, found, hanging, action) if turned else (stance, action)
        if side == "oppose" and not told.doer and ctx.terms(hanging).startswith("should "):
            dropped(told.head, "mirror:only_if", "what should ever come to pass is told of, not opposed")
            continue
        yield Found(
            found.holder, side, asked, told.head, f"mirror:{hanging.type}", found.sure - 0.1, back, found.speaker
        )


def fulfilling(ctx: Context, found: Found) -> tuple[str, ...]:
    """Who would have to do what a stance hangs on, where the condition names nobody: those it would be asked of."""
    told = found.hanging.actions if found.hanging else []
    asked = [t for t in told if undone(ctx, t) is not None or not _happens(ctx, t.head)]
    return tuple(dict.fromkeys(p for t in asked for p in _with_doer(ctx, found, t, offered=False).doer))


def _with_doer(ctx: Context, found: Found, action: Action, *, offered: bool) -> Action:
    """The action of a condition with who would fulfil it; what the holder gets or may do others must let it."""
    if is_pro_verb(action.head):
        action = replace(action, words=found.action.words)
    doer = action.doer or (found.holder if offered else _answering(ctx, found, action.head))
    if not offered and same(doer, found.holder) and _is_let(action.head):
        others = ctx.actions.unnamed.others(found.holder)
        return replace(action, words=f"let it {action.words}", doer=others)
    guessed = not action.doer and not offered and (clauses.is_passive(action.head) or action.head.pos_ == "NOUN")
    if guessed and doer and all(same((party,), found.holder) for party in doer):
        doer = ()
    return replace(action, doer=doer)


def _counts(ctx: Context, found: Found, told: Action, action: Action, stance: Stance) -> bool:
    """Whether a condition asks for something of somebody else, and is no mere circumstance."""
    hanging = found.hanging
    if stance == "demand" and action.doer and all(_is_own(ctx, party, found) for party in action.doer):
        return False
    if stance == "demand" and not _is_asked(ctx, found, told):
        return False
    if hanging is None or hanging.type == "in_exchange_for":
        return True
    head = told.head
    if hanging.type == "unless" and head.pos_ == "PROPN" and ctx.actions.is_party(head):
        return False
    unable = mood.is_negated(head) and bool(mood.modals(head) & {"can", "could"})
    comes_about = undone(ctx, action) is None and (_happens(ctx, head) or _is_taken_up(head))
    timely = (
        hanging.type in {"before", "after"} and head.pos_ == "NOUN" and head.lemma_ in ctx.words["happening"]["times"]
    )
    if unable or head.lemma_ in _WILLING or comes_about or timely:
        return False
    if hanging.type == "after" and (not (told.doer or _is_strict(ctx, hanging)) or _is_common(ctx, head)):
        return False
    known = bool(told.doer) or (found.stance in {"demand", "oppose"} and clauses.is_passive(head))
    return known or found.stance not in {"demand", "oppose"}


def _is_own(ctx: Context, party: str, found: Found) -> bool:
    """Whether what *party* does is the holder's own doing: "unless Chen resigns" is told of a rival in one party."""
    holder, hanging = found.holder, found.hanging
    set_down = hanging is not None and hanging.type in {"unless", "only_if"} and found.stance != "demand"
    if party in holder or party_of(party) == party or not same((party,), holder) or not set_down:
        return same((party,), holder)
    return all(party_of(one) == one for one in holder) and any(m.id == party and m.person for m in ctx.text.mentions)


def _is_let(head: Token) -> bool:
    """ "Provided that it can keep its levy", "if it is allowed to stay": what others must let it."""
    if mood.is_negated(head):
        return False
    letting = head.lemma_ in {"allow", "permit", "let"} and clauses.is_passive(head)
    getting = head.lemma_ in {"get", "receive", "obtain", "keep", "retain", "gain"} and bool(clauses.objects(head))
    free = bool(mood.modals(head) & {"can", "could", "may", "might"}) and not clauses.is_passive(head)
    return letting or getting or free


def _asks(ctx: Context, found: Found, hanging: Hanging) -> bool:
    """True where a condition of such a stance says what the holder wants of others."""
    match hanging.type:
        case "in_exchange_for":
            return found.stance not in {"refuse", "oppose"}
        case "unless":
            return True
        case "before":
            if found.stance in {"promise", "offer", "support"} and _is_span(ctx, hanging):
                return False
            return found.stance != "demand" or _is_of_another(ctx, found, hanging)
        case "only_if":
            return found.stance not in {"demand", "oppose"}
        case "after":
            offered = found.stance == "offer" or found.rule.startswith("modal")
            return offered and found.stance != "demand" and _is_awaited(ctx, hanging)
        case _:
            return False


def _is_span(ctx: Context, hanging: Hanging) -> bool:
    """ "Will guard them until the end of the withdrawal": how long something is done, which asks for nothing."""
    bare = not any(clauses.is_clause(told.head) for told in hanging.actions)
    return bare and ctx.terms(hanging).startswith(("until", "till", "pending"))


def _is_of_another(ctx: Context, found: Found, hanging: Hanging) -> bool:
    """ "Wants the gate shut until Chile leaves": what somebody else would have to do than who is asked."""
    doers = tuple(p for told in hanging.actions for p in told.doer)
    until = ctx.terms(hanging).startswith(("until", "till"))
    if not until or same(doers, found.action.doer) or found.action.head.lemma_ in _WAITING:
        return False
    return bool(doers) or any(clauses.is_passive(told.head) for told in hanging.actions)


def _is_awaited(ctx: Context, hanging: Hanging) -> bool:
    """ "Only after the siege is lifted", "once the tariffs are gone": what must come first, not merely when."""
    return ctx.terms(hanging).startswith(("only", "once", "as soon as", "the moment"))


def _is_strict(ctx: Context, hanging: Hanging) -> bool:
    """ "Only after the militias are disarmed": what must come first, whoever does it."""
    return ctx.terms(hanging).startswith("only")


def _is_asked(ctx: Context, found: Found, action: Action) -> bool:
    """False for what nobody is to do: "if elected", "without consulting", "without delay", "if prices stay low"."""
    head = action.head
    if not clauses.is_clause(head):
        return head.lemma_ not in ctx.words["accompanying"]["words"] and head.pos_ not in {"PRON", "DET"}
    if not any(c.dep_ in clauses.SUBJECTS for c in [*head.children, *clauses.first_conjunct(head).children]):
        return False
    return bool(action.doer) or clauses.is_passive(head) or found.stance != "promise" or _is_to_cease(ctx, head)


def _is_to_cease(ctx: Context, head: Token) -> bool:
    """ "Unless the raids stop": what somebody does is to end, whoever it is, not a term or a season."""
    under = clauses.subject(head)
    timely = under is not None and under.lemma_ in ctx.words["happening"]["times"]
    return head.lemma_ in {"stop", "cease", "end", "halt"} and under is not None and under.pos_ == "NOUN" and not timely


def _side(ctx: Context, found: Found, hanging: Hanging, action: Action) -> tuple[Stance, Action]:
    """What a condition asks: "as long as no other is paid", "not while they shell"."""
    words = ctx.text.article.text[hanging.start : hanging.end].lower()
    if left := undone(ctx, action):
        return ("oppose" if hanging.type in {"unless", "before"} else "demand"), left
    if hanging.type != "only_if":
        return "demand", action
    lasting = found.stance == "refuse" and ("as long as" in words or "while " in words[:8])
    if mood.is_negated(action.head) or mood.takes_none(action.head):
        spared = found.action.head.lemma_ in ctx.words["harms"]["plain"]
        against = (words.startswith(BOUND) and (spared or not lasting)) or found.rule == "modal:will grant"
        return "oppose" if against else "demand", replace(action, words=action.words.removeprefix("not "))
    if _is_lacking(action.head):
        return "demand", replace(action, words=action.words.removeprefix("be "))
    if found.stance != "refuse" or words.startswith("only") or "provided" in words or "condition" in words:
        return "demand", action
    if lasting:
        return "demand", replace(action, words=f"not {action.words}")
    return "oppose", action


def undone(ctx: Context, action: Action) -> Action | None:
    """ "For as long as Chad fails to pay", "if it refuses to leave": what is left undone."""
    head = action.head
    told = [c for c in clauses.children(head, "xcomp", "advcl", "ccomp") if clauses.marker(c) == "to" and c.i > head.i]
    if head.lemma_ not in _FAILING or not told or mood.is_negated(head):
        return None
    inner = ctx.actions.of(told[0], doer=action.doer)
    return replace(inner, start=action.start) if inner else None


def _is_lacking(head: Token) -> bool:
    """ "If there was no answer": what should not be lacking."""
    there = any(c.dep_ == "expl" for c in head.children)
    return there and any(g.lower_ == "no" for c in clauses.children(head, "nsubj") for g in c.children)


def _happens(ctx: Context, head: Token) -> bool:
    """Whether a condition is that something comes about, which nobody does: "if the talks fail"."""
    if head.pos_ != "VERB" or clauses.objects(head) or clauses.is_passive(head):
        return False
    particles = {t.lower_ for t in clauses.children(head, "compound:prt", "advmod", "obl")}
    left = head.lemma_ in _FAILING and any(clauses.marker(c) == "to" for c in head.children)
    if left or any(c.tag_ == "VBG" and c.i > head.i for c in head.children):
        return False
    happening = ctx.words["happening"]
    under = clauses.subject(head)
    timed = under is not None and under.lemma_ in happening["times"] and head.lemma_ in happening["running out"]
    timed = timed or (head.lemma_ in happening["asking"] and not clauses.children(head, "xcomp", "ccomp"))
    return (
        timed
        or head.lemma_ in happening["words"]
        or (head.lemma_ in happening["with particles"] and bool(particles & set(happening["particles"])))
    )


def _is_taken_up(head: Token) -> bool:
    """ "If it does not", "if the weather allows it": what was asked is named again, which asks for nothing more."""
    told = clauses.children(head, "obj", "xcomp", "ccomp") or any(c.lower_ == "likewise" for c in head.children)
    if head.lemma_ in {"allow", "permit"}:
        return not told or any(c.lower_ == "it" for c in clauses.children(head, "obj"))
    there = any(c.dep_ == "expl" for c in head.children)
    return head.lemma_ in {"do", "be"} and not (told or there) and head.pos_ in {"VERB", "AUX"}


def _is_common(ctx: Context, head: Token) -> bool:
    """True for what all wait for together: "once there is a deal", "as soon as an accord is signed"."""
    under = clauses.subject(head)
    there = any(c.dep_ == "expl" for c in head.children) or head.lemma_ == "be"
    return there or any(t is not None and ctx.actions.unnamed.is_joint(t) for t in (under, head))


def _is_threat(ctx: Context, found: Found, hanging: Hanging) -> bool:
    """True where a condition names what should not happen: "warned that it would leave if they cheated"."""
    heads = [action.head for action in hanging.actions]
    if any(head.lemma_ in ctx.words["unwanted"]["words"] or _strikes_back(head) for head in heads):
        return True
    wished = {head.lemma_ for head in heads} <= set(ctx.words["wished for"]["verbs"])
    if (ctx.terms(hanging).startswith("should ") and not wished) or promises_harm(ctx, found):
        return True
    speaker = found.speaker or ctx.speaker(found.word)
    return found.word.lemma_ in _THREATENING or (speaker.verb is not None and speaker.verb.lemma_ in _THREATENING)


def _strikes_back(head: Token) -> bool:
    """ "If Chad hit back", "answered with an ultimatum": what nobody is asked to do."""
    put = [*clauses.objects(head), *clauses.prepositional(head, "with")]
    if any(noun.lemma_ in _AFFRONTS for noun in put):
        return True
    return head.lemma_ in _HITTING and head.i + 1 < len(head.doc) and head.nbor().lower_ in {"back", "out"}


def _answering(ctx: Context, found: Found, asked: Token) -> tuple[str, ...]:
    """Who is to give something in return: whoever takes or rejects the offer, else the party most spoken of."""
    word = found.word
    if word.pos_ == "NOUN" and word.dep_ in {"obj", "nsubj:pass"} and word.head.pos_ == "VERB":
        taker = ctx.who.parties(clauses.subject(word.head)) if word.dep_ == "obj" else ()
        if taker and not same(taker, found.holder):
            return taker
    given = tuple(p for p in found.action.recipient if not same((p,), found.holder) and not p.islower())[:1]
    return given if found.stance == "offer" and given else ctx.actions.unnamed.of(asked, found.holder)
