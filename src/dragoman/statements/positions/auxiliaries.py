"""The shape of a clause under an auxiliary: denied, asked about, of nobody in particular; and the position it tells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.attribution import Attribution
from dragoman.statements.conditions import Hanging
from dragoman.statements.group_names import is_group_noun
from dragoman.statements.positions.context import Context, Found, same
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "STATES",
    "THREATENING",
    "is_asked_about",
    "is_bound_to",
    "is_consequence",
    "is_expected",
    "is_inverted",
    "is_no_way",
    "is_of_anybody",
    "is_of_no_other",
    "is_of_nothing",
    "is_term",
    "is_unable",
    "told",
]

THREATENING = {"warn", "threaten", "caution"}
"""Sayings by which "could" is a threat: "warned that it might freeze the loan"."""

STATES = {
    "talk", "say", "try", "look", "expect", "suggest", "work", "get", "do", "see", "hear", "ask", "claim", "speak",
    "seek",
}  # fmt: skip
"""Verbs that tell, of oneself and denied, what one is about, not what one would not do: "we are not asking for"."""
_MOVING = {"flow", "move"}
"""What a thing does that somebody makes do so: "not a cent would flow unless"."""
_WISHING = {
    "want", "wish", "like", "hope", "seek", "aim", "succeed", "work", "hold", "agree", "join", "sign", "come", "go",
}  # fmt: skip
"""What one is told the price of: "if Chad wants a loan, its budget would have to be cut"."""
_SHARES = {"third", "half", "quarter", "fifth", "percent", "percentage"}
"""By how much, and by nobody: "cut by a third"."""
_HOW = {"how", "when", "where", "why", "whether"}
_OF = {"on", "over", "about", "of", "as", "to"}
"""What may stand before a question that is left open: "agreement on how fast it should be filled"."""
_ASKING = {"who", "which", "what", "whose"}
_NOBODY = {"nobody", "none", "everyone", "everybody", "all", "anyone"}
"""Pronouns for all whom it may concern: "nobody should add conditions"."""
_EXPECTING = {"hope", "believe", "think", "fear", "expect", "doubt", "worry", "suspect", "assume", "predict", "know"}
"""What somebody thinks that another will not do."""
_FEARED = {
    "fear", "hope", "worry", "concern", "risk", "danger", "possibility", "chance", "prospect", "doubt", "suspicion",
    "speculation", "rumour", "rumor", "expectation", "belief", "impression", "sign", "suggestion", "assurance",
    "guarantee", "report",
}  # fmt: skip
"""What is feared, guessed or asked for that somebody will not do."""


def told(
    ctx: Context, verb: Token, stance: Stance, holder: tuple[str, ...], doers: tuple[str, ...],
    hanging: Hanging | None, speaker: Attribution, rule: str, sure: float,
) -> Iterator[Found]:  # fmt: skip
    """The position that *holder* takes by *verb* under an auxiliary; nothing where the verb holds no action."""
    action = ctx.actions.of(verb, doer=doers, default=ctx.actions.unnamed.of(verb, holder))
    if action:
        yield Found(holder, stance, action, verb, f"modal:{rule}", sure, hanging, speaker)


def is_inverted(verb: Token) -> bool:
    """ "Should they leave": a condition by word order, not what should be."""
    under = clauses.children(verb, "nsubj", "nsubj:pass")
    helpers = [c for c in verb.children if c.dep_ in {"aux", "aux:pass"} and c.lower_ in {"should", "were", "had"}]
    return bool(under and helpers) and helpers[0].i < under[0].left_edge.i


def is_asked_about(verb: Token) -> bool:
    """ "Declined to say how he would vote", "who would pay": what is left open is nobody's position."""
    if verb.dep_ != "ccomp":
        first = verb.left_edge
        led = first.pos_ in {"ADP", "SCONJ"} and first.lower_ in _OF and first.i + 1 < verb.i
        return led and first.nbor().lower_ in _HOW | _ASKING
    how = (c for c in verb.children if c.tag_ == "WRB" and c.i < verb.i)
    which = (c for thing in clauses.children(verb, "obj") if thing.i < verb.i for c in thing.children)
    untold = any(c.lower_ in _HOW for c in how) or any(c.lower_ in {"what", "which"} for c in which)
    return untold or _is_of_whom(verb)


def _is_of_whom(verb: Token) -> bool:
    """ "Has not said who would pay, which members would": the question is who would at all."""
    under = next((c for c in clauses.children(verb, "nsubj", "nsubj:pass") if c.i < verb.i), None)
    return under is not None and verb.head.i < under.i and verb.doc[verb.head.i + 1].lower_ in _ASKING


def is_unable(verb: Token) -> bool:
    """ "Nobody there can sign": who is not named is not able to, which is no refusal."""
    under = clauses.subject(verb)
    none = under is not None and (under.lower_ in _NOBODY or any(c.lower_ == "no" for c in under.children))
    return none and bool(mood.modals(verb) & {"can", "could", "cannot"})


def is_of_no_other(ctx: Context, verb: Token) -> bool:
    """ "No donor would accept it", said X: a forecast of what others will not do."""
    under = clauses.subject(verb) if not clauses.is_passive(verb) else None
    if under is None or not any(c.lower_ == "no" for c in under.children):
        return False
    return under.lemma_ in ctx.actions.people or is_group_noun(under)


def is_of_anybody(verb: Token, doers: tuple[str, ...]) -> bool:
    """ "You have to walk", "one must hope": of nobody in particular."""
    under = clauses.subject(verb)
    anybody = under is not None and under.pos_ == "PRON" and under.lower_ not in _NOBODY
    return anybody and not doers and not clauses.is_passive(verb)


def is_of_nothing(verb: Token) -> bool:
    """ "Will concede nothing", "not a euro will be paid": denied by its object, or by what it is done to."""
    objects = clauses.children(verb, "obj", "nsubj:pass")
    things = clauses.children(verb, "nsubj:pass", *(("nsubj",) if verb.lemma_ in _MOVING else ()))
    objects += [c for c in things if c not in objects]
    bare = [c for c in things for g in c.children if g.lower_ == "not" and g.i < c.i]
    if bare:
        return True
    objects += [c for c in clauses.children(verb, "obl") if verb.nbor().dep_ == "case" and verb.nbor().head == c]
    return any(
        c.lower_ in {"nothing", "none"} or any(g.lower_ in {"no", "neither"} for g in c.children) for c in objects
    )


def is_no_way(verb: Token) -> bool:
    """ "There was no way it would vote for it"."""
    outer = verb.head
    return outer.lemma_ in {"way", "chance", "question"} and any(c.lower_ == "no" for c in outer.children)


def is_bound_to(verb: Token) -> bool:
    """The "have" of "the text would have to be reopened": what must be, and nothing that anybody gets."""
    return verb.lemma_ in {"have", "need"} and any(
        c.i > verb.i and clauses.marker(c) == "to" for c in clauses.children(verb, "xcomp")
    )


def is_consequence(verb: Token, doers: tuple[str, ...], speaker: Attribution) -> bool:
    """ "If they walk out, the text would have to be reopened": what would follow, not what somebody wants."""
    return _is_of_condition(verb) or (not doers and _is_foretold(verb, speaker))


def _is_foretold(verb: Token, speaker: Attribution) -> bool:
    """ "Warned that factories would have to close": what would come of it."""
    warned = speaker.verb is not None and speaker.verb.lemma_ in {"warn", "fear", "caution", "worry"}
    under = clauses.subject(verb)
    would = not mood.modals(verb).isdisjoint({"will", "would"})
    return warned and would and under is not None and under.pos_ == "NOUN"


def _is_of_condition(verb: Token) -> bool:
    """ "If they walk out, the text would have to be reopened", "otherwise it would have to be"."""
    outer = verb.head
    if verb.dep_ != "xcomp" or not is_bound_to(outer) or not clauses.is_passive(verb):
        return False
    named = [c for c in clauses.agents(verb) if c.pos_ in {"NOUN", "PROPN"} and c.lemma_ not in _SHARES]
    if named or not any(c.lower_ == "would" for c in clauses.children(outer, "aux")):
        return False
    if verb.doc[verb.sent.start].lower_ in {"otherwise", "failing"}:
        return True
    conditions = [c for c in clauses.children(outer, "advcl") if clauses.marker(c) == "if" or is_inverted(c)]
    return any(c.lemma_ not in _WISHING and not _is_to_come(c) for c in conditions)


def _is_to_come(verb: Token) -> bool:
    """ "If the truce is to hold": what is hoped for."""
    return clauses.marker(verb.head) == "to" or any(
        c.lower_ == "to" and c.i > verb.sent.start and c.nbor(-1).lemma_ == "be" for c in verb.children
    )


def is_term(verb: Token) -> bool:
    """ "A clause under which it must consult India": what a text says, not who speaks."""
    return verb.dep_ == "acl:relcl" and any(
        t.lower_ == "which" and t.nbor(-1).lower_ in {"under", "by"} for t in verb.subtree if t.i > verb.sent.start
    )


def is_expected(ctx: Context, verb: Token, holder: tuple[str, ...]) -> bool:
    """ "Peru hopes Chad will not leave", "assurances that Chad would not": no stance of whoever it is said of."""
    first = clauses.first_conjunct(verb)
    outer = first.head
    that = next((t for t in (verb.left_edge, *clauses.children(verb, "mark")) if t.lower_ == "that"), None)
    if that is not None and that.i > that.sent.start and that.nbor(-1).lemma_ in _FEARED:
        return True
    if outer.lemma_ == "know" and outer.head.lemma_ in {"let", "make"}:
        return False
    return (
        first.dep_ == "ccomp"
        and outer.lemma_ in _EXPECTING
        and not same(holder, ctx.who.parties(clauses.subject(outer)))
    )
