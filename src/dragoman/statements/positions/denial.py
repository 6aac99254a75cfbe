"""Whether a word of stance is denied, given up, or promised as opposition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.context import AGAINST, PART_OF_SPEECH, Context, same
from dragoman.statements.stance_words import stance_words
from dragoman.statements.statement import Stance

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["given_up", "is_denied", "is_fought", "is_refused", "most_of"]

_SCANT = {"little", "scant", "zero", "scarce", "neither"}
_DOUBTFUL = {"unlikely", "improbable"}
_FREED: dict[Stance, Stance] = {"oppose": "support", "refuse": "offer"}
"""What is left of a stance that its holder gives up: an objection dropped lets the thing through."""


def is_denied(ctx: Context, token: Token) -> bool:
    """ "Has no wish to", "has not shown any wish to", "has little wish to"."""
    if any(c.lower_ == "anything" and most_of(c) for c in clauses.children(token, "obj")):
        return not mood.is_negated(token)
    if token.lemma_ == "vote" and token.i + 1 < token.sent.end and token.nbor().lower_ == "no":
        return True
    if mood.is_negated(token) or _is_doubtful(token) or _is_ceased(token):
        return True
    things = clauses.children(token, "obj") if token.pos_ == "VERB" else []
    if any(g.lower_ == "no" for c in things if most_of(c) is None for g in c.children):
        return True
    if any(c.lower_ == "none" and c.i > token.i for c in things):
        return True
    behind = [c for c in clauses.children(token, "obj", "obl") if token.pos_ == "VERB" and c.i > token.i]
    if any(g.lower_ == "neither" for c in behind for g in c.children):
        return True
    if token.pos_ == "VERB" and token.lemma_ in {"hear", "want", "have"}:
        return any(t.lower_ in {"nothing", "none"} for t in token.doc[token.i + 1 : min(token.sent.end, token.i + 3)])
    if token.pos_ != "NOUN":
        return False
    had = token.dep_ == "obj" and token.head.lemma_ in ctx.words["having"]["words"]
    return (had and mood.is_negated(token.head)) or any(c.lower_ in _SCANT for c in token.children)


def most_of(thing: Token) -> Token | None:
    """The loan of "offered no more than a loan", "nothing but a loan": all that there is of it."""
    behind = thing.nbor().lower_ if thing.i + 1 < thing.sent.end else ""
    no_more = thing.lower_ == "more" and thing.i > thing.sent.start and thing.nbor(-1).lower_ == "no"
    if not (no_more and behind == "than") and not (thing.lower_ in {"nothing", "anything"} and behind == "but"):
        return None
    below = (t for head in (thing, thing.head) for t in head.subtree)
    return next((t for t in below if t.i > thing.i + 1 and any(c.i == thing.i + 1 for c in t.children)), None)


def _is_ceased(verb: Token) -> bool:
    """ "Ceased to oppose it", "stopped supporting it", "gave up resisting it": so no longer."""
    outer = verb.head
    if verb.dep_ not in {"xcomp", "ccomp"} or verb.pos_ != "VERB" or outer.tag_ not in {"VBD", "VBN", "VBZ", "VBP"}:
        return False
    gerund = verb.tag_ == "VBG"
    given_up = gerund and outer.lemma_ == "give" and verb.nbor(-1).lower_ == "up"
    ended = outer.lemma_ == "cease" or (gerund and outer.lemma_ in {"stop", "quit"}) or given_up
    return ended and not mood.is_negated(outer)


def _is_doubtful(verb: Token) -> bool:
    """ "Is unlikely to accept", "is not expected to block it": as good as denied."""
    outer = verb.head
    expected = outer.lemma_ == "expect" and clauses.is_passive(outer) and mood.is_negated(outer)
    return verb.dep_ in {"xcomp", "ccomp", "csubj", "advcl"} and (outer.lower_ in _DOUBTFUL or expected)


def given_up(ctx: Context, noun: Token, stance: Stance) -> Stance | Literal["none"] | None:
    """ "Dropped its objection to", "walked back its pledge to": the stance left when the holder gives one up."""
    if noun.pos_ != "NOUN":
        return None
    verb, table = noun.head, ctx.words["giving up"]
    gone = noun.dep_ == "obj" and verb.lemma_ in table["verbs"]
    gone = gone or (
        noun.dep_ in {"obj", "obl"}
        and any(f"{verb.lemma_} {t.lower_}" in table["with particles"] for t in noun.doc[verb.i + 1 : noun.i])
    )
    broken = noun.dep_ == "obj" and verb.lemma_ == "break" and stance == "promise"
    if not (gone or broken) or mood.is_negated(verb) or verb.pos_ != "VERB" or _is_only_asked(ctx, verb):
        return None
    owners = [p for c in clauses.children(noun, "nmod:poss") for p in ctx.who.parties(c)]
    if owners and not same(tuple(owners), ctx.who.parties(clauses.subject(verb))):
        return None
    return "refuse" if broken else _FREED.get(stance, "none")


def _is_only_asked(ctx: Context, verb: Token) -> bool:
    """ "Urged Chad to drop its objection", "refused to drop it", "should drop it": not dropped by that."""
    if ctx.is_obliged(verb):
        return True
    words = stance_words("verb").get(verb.head.lemma_, ()) if clauses.marker(verb) == "to" else ()
    return verb.dep_ in {"xcomp", "ccomp", "advcl"} and any(w.stance in {"demand", *AGAINST} for w in words)


def _is_plan(ctx: Context, thing: Token, verb: Token) -> bool:
    """True of what can be opposed rather than stopped by force: a law, a treaty, a closure; not lorries or a road."""
    if verb.lemma_ in {"oppose", "resist", "contest", "reject"} or thing.pos_ == "PRON":
        return True
    if thing.lemma_ in ctx.words["fighting"]["things"]:
        return True
    known = (ctx.words[key]["words"] for key in ("binding", "joint", "containers", "anaphors"))
    done = (lexicon("doers")[key]["words"] for key in ("government", "changing"))
    listed = any(thing.lemma_ in table for table in (*known, *done))
    return listed or thing.lemma_.endswith(tuple(lexicon("nouns")["deed endings"]))


def is_fought(ctx: Context, verb: Token) -> bool:
    """ "Vowed to oppose the pact", "is ready to vote against it": an opposition, whatever else it is."""
    table = ctx.words["fighting"]
    if verb.lemma_ == "veto" and verb.pos_ == "NOUN" and verb.dep_ == "obj":
        return verb.head.lemma_ in {"promise", "threaten", "vow", "pledge"}
    if verb.pos_ != "VERB" or clauses.marker(verb) != "to" or verb.lemma_ not in table["verbs"]:
        return False
    behind = {clauses.preposition(c) for c in verb.children} | {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 2]}
    if verb.lemma_ == "vote" and "down" in behind and clauses.objects(verb):
        return not mood.is_negated(verb)
    if verb.lemma_ in table["against"] and "against" in behind:
        return not mood.is_negated(verb)
    things = clauses.objects(verb)
    alone = verb.lemma_ not in set(table["against"]) - {"fight"}
    named = bool(things) and _is_plan(ctx, things[0], verb) and alone
    return named and not mood.is_negated(verb) and not clauses.is_passive(verb)


def is_refused(ctx: Context, verb: Token) -> bool:
    """ "Refused to oppose it", "did not vow to fight it"."""
    outer, part = verb.head, PART_OF_SPEECH.get(verb.head.pos_)
    words = stance_words(part).get(outer.lemma_, ()) if part else ()
    return is_denied(ctx, outer) or (bool(words) and words[0].stance in {*AGAINST, "demand"})
