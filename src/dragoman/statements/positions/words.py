"""Positions from words of stance: "urged", "his refusal to", "ready to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.cast import party_of
from dragoman.statements.positions.about import stances_about
from dragoman.statements.positions.asking import at
from dragoman.statements.positions.context import AGAINST, PART_OF_SPEECH, Context, Found, is_state, same
from dragoman.statements.positions.denial import given_up, is_denied, is_fought, is_refused
from dragoman.statements.positions.drafts import owners_of
from dragoman.statements.positions.heads import is_post
from dragoman.statements.positions.held import Held
from dragoman.statements.positions.no_stance import is_no_stance
from dragoman.statements.positions.resumed import as_said
from dragoman.statements.positions.settled import is_settled
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.stance_words import StanceWord, stance_words
from dragoman.statements.stances import action_heads, particle
from dragoman.statements.statement import Stance
from dragoman.statements.tracing import dropped

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["by_word"]


_GOVERNING = {"government", "cabinet", "parliament", "ministry", "administration"}
_WRITING = {"write", "turn", "appeal", "go", "speak"}
"""Verbs by which one turns to somebody with a demand."""
_DRIVING = {
    "force", "get", "oblige", "compel", "prevent", "stop", "deter", "discourage", "allow", "let", "lead", "help",
}  # fmt: skip
"""Verbs that tell, as "forcing it to close", what something brought about."""

_TRYING = {"try", "attempt", "endeavour", "endeavor"}
_SAID = {"comment", "reason", "explanation", "excuse", "apology", "detail", "hint", "clue", "opinion", "alternative"}
"""What one gives in words, or might have thought of: to offer none of it refuses nothing."""
_RECEIVING = {"have", "get", "receive", "hold", "accept", "await", "want", "seek"}
"""What those do with an invitation who were invited."""


@at(lambda _: (word for part in PART_OF_SPEECH.values() for word in stance_words(part)))
def by_word(ctx: Context, token: Token) -> Iterator[Found]:
    """Words of stance: "urged", "refusal", "ready to"."""
    part, lemma = PART_OF_SPEECH.get(token.pos_), token.lemma_.lower()
    noun = part == "noun" and lemma not in stance_words("noun") and bool(clauses.children(token, "cop"))
    if is_state(token) or (noun and token.lower_ in stance_words("adjective")):
        part, lemma = "adjective", token.lower_
    idiom = False
    for word in stance_words(part).get(lemma, ()) if part else ():
        if lemma == "call" and any(c.pos_ in {"ADJ", "NOUN", "PROPN"} for c in clauses.children(token, "xcomp")):
            break
        if (idiom and not word.particle) or (word.particle and particle(token, word.particle) is None):
            continue
        least = word.particle == "nothing" and any(
            t.lower_ in {"short", "less"} for t in token.doc[token.i : token.i + 3]
        )
        if least or (word.particle == "with" and _agrees_to(token)):
            continue
        idiom = bool(word.particle)
        if not _counts(ctx, token, word):
            continue
        if lemma in _DRIVING and token.tag_ == "VBG" and token.dep_ in {"advcl", "acl"} and not clauses.marker(token):
            dropped(token, f"{word.stance}:{word.lemma}", "what was done had that effect; nobody asked for it")
            return
        if is_no_stance(token) or is_settled(ctx, token):
            dropped(token, f"{word.stance}:{word.lemma}", "not yet so, long settled, or silence towards the press")
            return
        unreal = part in {"verb", "adjective"} and (ctx.is_unreal(token) or _is_of_any(token))
        unreal = unreal or (part == "noun" and word.stance == "offer" and _is_shown_if(token))
        if unreal or (part == "verb" and (ctx.is_obliged(token) or _is_inner(ctx, token))):
            dropped(token, f"{word.stance}:{word.lemma}", "after if or must, or inside another stance")
            return
        found = list(_framed(ctx, token, word))
        yield from found
        if found:
            return


def _agrees_to(token: Token) -> bool:
    """ "Agreed with Chad to swap prisoners": a promise of both, where "agreed with Chad on donors" shares its view."""
    tasks = clauses.children(token, "xcomp", "advcl", "acl")
    tasks += [c for t in clauses.prepositional(token, "with") for c in clauses.children(t, "acl")]
    return token.lemma_ == "agree" and any(clauses.marker(c) == "to" for c in tasks)


def _is_of_any(token: Token) -> bool:
    """ "Any settlement that Serbia does not accept": one that may never come."""
    return token.dep_ == "acl:relcl" and any(c.lower_ in {"any", "every", "whatever"} for c in token.head.children)


def _framed(ctx: Context, token: Token, word: StanceWord) -> Iterator[Found]:
    """The stances that a word expresses, for each holder and each action, by its frame."""
    stance = _taken(ctx, token, word)
    if stance is None:
        dropped(token, f"{word.stance}:{word.lemma}", "denied or given up, it takes no stance")
        return
    heads, asked = action_heads(token, word, lambda t: ctx.actions.is_party(t) and not is_post(ctx, word, t))
    if stance == "demand" and token.lemma_ in clauses.CHARGING:
        heads = [h for h in heads if not (h.tag_ == "VBG" and clauses.marker(h) == "for")]  # "sued it for closing"
    if not heads and _is_matter(ctx, token):
        heads = clauses.children(token, "nsubj")
    if stance not in {*AGAINST, "demand"} and heads and all(is_fought(ctx, head) for head in heads):
        dropped(token, f"{word.stance}:{word.lemma}", "what is promised is to fight something: read as that")
        return
    if word.about and heads and not any(_is_among(ctx, h, word.about) for h in heads if not clauses.is_clause(h)):
        heads = [h for h in heads if clauses.is_clause(h)]
    holders = ctx.holders(token) or _authors(ctx, token, word)
    holders = holders or dropped(token, f"{word.stance}:{word.lemma}", "whose stance it is is not known")
    together = tuple(party for ids in holders for party in ids)
    if word.text and not holders and _is_agreed(ctx, token):
        holders = [(party,) for t in asked for ids in ctx.who.each(t) for party in ids]
        stance = "promise"
    held = [Held(token, word, stance, holder, together, bool(asked)) for holder in holders]
    doers = tuple(p for t in asked for p in ctx.who.parties(t))
    doers = _governing(ctx, token, asked, together) or _followers(ctx, asked, together) or doers
    doers = doers or _pressed(ctx, token) or _written_to(ctx, token)
    own = any(c.dep_ == "nmod:poss" for t in asked for c in t.children)
    own = own or any(_is_at_home(t) or (t.pos_ == "PROPN" and ctx.who.is_land(t)) for t in asked)
    own = own or any(_is_organ(ctx, token, t) for t in asked)
    if stance == "demand" and not own:
        doers = tuple(p for p in doers if not same((p,), together) or _is_another(p, together))
    if not heads:
        dropped(token, f"{word.stance}:{word.lemma}", "no action follows that it could be about")
        yield from as_said(ctx, token, held)
    for head in heads:
        made: list[Found] = []
        for one in held:
            made = list(stances_about(ctx, _unwanted(ctx, one, head), head, doers))
            yield from made
        if head.tag_ == "VBG" and made and not made[0].action.inferred:
            doers = doers or made[0].action.doer


def _unwanted(ctx: Context, held: Held, head: Token) -> Held:
    """ "Wants a truce and no foreign troops", "a truce but no tribunal": the member of a list that is not wanted."""
    none = any(c.lower_ == "no" for c in head.children)
    if not none or head.dep_ != "conj" or held.stance in AGAINST or is_denied(ctx, held.token):
        return held
    return replace(held, stance="refuse" if held.word.by_holder else "oppose")


def _followers(ctx: Context, asked: list[Token], holder: tuple[str, ...]) -> tuple[str, ...]:
    """ "Told his frontbenchers to stay away", "an appeal to his followers": those of whoever asks."""
    for group in (t for t in asked if t.tag_ == "NNS"):
        owners = [c for c in clauses.children(group, "nmod:poss") if c.pos_ == "PRON"]
        if group.lemma_ in ctx.words["following"]["words"] and any(same(ctx.who.parties(o), holder) for o in owners):
            return tuple(dict.fromkeys(map(party_of, holder)))
    return ()


def _governing(ctx: Context, token: Token, asked: list[Token], holder: tuple[str, ...]) -> tuple[str, ...]:
    """ "The Greens want the government to": that of the state in which those stand who ask and are no state."""
    under = clauses.subject(token)
    states = under is None or ctx.who.is_land(under)
    if states or not any(_is_at_home(t) and t.lower_ == "government" and _is_bare(t) for t in asked):
        return ()
    own = (party for party in map(party_of, holder) if ctx.text.names.sort_of(party) == "state")
    return ctx.actions.unnamed.government(holder) or tuple(own)[:1]


def _is_bare(noun: Token) -> bool:
    """ "The government", of no place that is named."""
    return [c.lower_ for c in noun.children if c.dep_ != "case"] == ["the"]


def _is_another(asked: str, holder: tuple[str, ...]) -> bool:
    """Whether a person who is asked is another of the same party: a lawmaker asks the president of his own state."""
    return ":" in asked and asked not in holder


def _is_at_home(asked: Token) -> bool:
    """ "Hardliners want the government to": named by what it is, and of the same state as who asks."""
    return asked.pos_ == "NOUN" and asked.lemma_ in _GOVERNING


def _is_organ(ctx: Context, verb: Token, asked: Token) -> bool:
    """ "The UN's envoy asked the Security Council": a body of his own, named by another name than who asks."""
    under = clauses.subject(verb) if asked.dep_ in {"obj", "iobj", "obl"} and verb.pos_ == "VERB" else None
    bodies = [m for m in ctx.text.at.get(asked.i, ()) if m.sort in {"organisation", "seat"}]
    if under is None or under.pos_ == "PRON" or asked.i < verb.i or not bodies:
        return False
    return asked.lower_ not in {t.lower_ for t in under.subtree}


def _written_to(ctx: Context, token: Token) -> tuple[str, ...]:
    """ "Wrote to Guterres to demand the removal of his envoy": who is written to should act."""
    outer = token.head
    if token.dep_ not in {"advcl", "xcomp", "acl"} or outer.pos_ != "VERB" or outer.lemma_ not in _WRITING:
        return ()
    return tuple(p for t in clauses.prepositional(outer, "to") if t.i < token.i for p in ctx.who.parties(t))


def _is_among(ctx: Context, thing: Token, tables: str) -> bool:
    """True of a noun that one of the tables of a word has: "giving|needed"."""
    return any(thing.lemma_ in ctx.words[table]["words"] for table in tables.split("|"))


def _is_matter(ctx: Context, noun: Token) -> bool:
    """ "A fund has been a Kenyan demand for years": what the subject of a noun of stance is."""
    under = clauses.subject(noun)
    told = noun.pos_ == "NOUN" and any(c.dep_ == "cop" for c in noun.children)
    return told and under is not None and under.pos_ == "NOUN" and not ctx.who.parties(under)


def _taken(ctx: Context, token: Token, word: StanceWord) -> Stance | None:
    """The stance of a word as it stands: denied, given up, or as the lexicon has it."""
    if word.particle not in {"nothing", "none"} and is_denied(ctx, token):
        return "refuse" if _gives_none(token, word) else word.denied
    left = given_up(ctx, token, word.stance)
    if word.only_denied or left == "none":
        return None
    return left or word.stance


def _gives_none(token: Token, word: StanceWord) -> bool:
    """ "Has offered no cuts", "promised no new money": what somebody will not give."""
    things = clauses.children(token, "obj") if word.stance in {"offer", "promise"} and not word.particle else []
    none = any(c.lower_ == "no" and c.head == thing for thing in things for c in thing.children)
    return none and things[0].lemma_ not in _SAID


def _counts(ctx: Context, token: Token, word: StanceWord) -> bool:
    """Whether a word that counts only of a text, after "would" or in the holder's own mouth stands so."""
    if word.would and "would" not in mood.modals(token):
        return False
    if token.lemma_ == "present" and clauses.prepositional(token, "as"):
        return False
    if token.lemma_ == "call" and any(c.lower_ in {"off", "up"} for c in clauses.children(token, "compound:prt")):
        return False
    if token.lemma_ == "invitation" and token.head.lemma_ in _RECEIVING and not clauses.agents(token):
        return bool(clauses.prepositional(token, "from"))
    if word.able and not mood.modals(token) & {"can", "could", "cannot"}:
        return False
    if token.lemma_ == "settle" and word.particle == "for" and token.i + 1 < token.sent.end:
        return token.nbor().lower_ == "for"
    if word.stance == "refuse" and word.particle and clauses.is_passive(token) and "obj" not in word.action:
        return False
    if word.finite and token.tag_ not in FINITE and not clauses.children(token, "aux"):
        return False
    if word.how and not _is_done(ctx, token, word.how):
        return False
    if token.lemma_ in _TRYING and not any(c.lemma_ in ctx.words["tried"]["words"] for c in _tasks(token)):
        return False
    under = clauses.subject(token) if word.spoken else None
    if word.spoken and (under is None or under.lower_ not in {"we", "i"}):
        return False
    return not word.text or _is_text(ctx, token)


def _tasks(verb: Token) -> list[Token]:
    return [c for c in clauses.children(verb, "xcomp", "advcl", "acl") if clauses.marker(c) == "to"]


def _is_done(ctx: Context, verb: Token, table: str) -> bool:
    """Whether something is done in a way that a table has: "reacted angrily", "greeted it with scorn"."""
    ways = [*clauses.children(verb, "advmod"), *clauses.prepositional(verb, "with")]
    return any(t.lower_ in ctx.words[table]["words"] or t.lemma_ in ctx.words[table]["words"] for t in ways)


def _pressed(ctx: Context, noun: Token) -> tuple[str, ...]:
    """ "Is under pressure from X to leave", "faces calls from X to leave": who should."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in ctx.words["containers"]["asking"]:
        return ()
    if any(clauses.children(task, "nsubj", "nsubj:pass") for task in clauses.children(noun, "acl")):
        return ()
    if clauses.preposition(noun) == "under":
        copular = any(c.dep_ == "cop" for c in noun.children)
        return ctx.who.parties(clauses.subject(noun if copular else noun.head))
    told = noun.head.tag_ != "VBG" or bool(clauses.children(noun.head, "aux"))
    answered = noun.head.lemma_ in ctx.words["facing"]["answering"] and told
    faced = noun.dep_ in {"obj", "obl"} and (answered or noun.head.lemma_ in ctx.words["facing"]["verbs"])
    return ctx.who.parties(clauses.subject(noun.head)) if faced else ()


def _is_text(ctx: Context, verb: Token) -> bool:
    under = clauses.subject(verb)
    return under is not None and under.lemma_ in ctx.words["binding"]["words"]


def _authors(ctx: Context, verb: Token, word: StanceWord) -> list[tuple[str, ...]]:
    """Whose text it is that provides for something, where the article has told it before."""
    under = clauses.subject(verb) if word.text else None
    return owners_of(ctx, under) if under is not None else []


def _is_agreed(ctx: Context, verb: Token) -> bool:
    """True of a text that binds those it speaks of without more ado: "the accord requires Armenia to withdraw"."""
    under = clauses.subject(verb)
    return under is not None and under.lemma_ in ctx.words["binding"]["agreed"]


def _is_inner(ctx: Context, verb: Token) -> bool:
    """True inside a stance already taken up: the "accept" of "refuses to accept"."""
    if ctx.was_read(verb):
        return True
    if is_fought(ctx, verb) and not is_refused(ctx, verb):
        return False
    first = clauses.first_conjunct(verb)
    outer, part = first.head, PART_OF_SPEECH.get(first.head.pos_)
    if _is_expected(verb, outer):
        return False
    if part is None or clauses.marker(first) != "to" or first.dep_ not in {"xcomp", "acl", "ccomp"}:
        return False
    words = stance_words(part).get(outer.lemma_, ())
    return any(not word.particle or particle(outer, word.particle) is not None for word in words)


def _is_expected(verb: Token, outer: Token) -> bool:
    """ "Is expected to back it", "not expected to block it": the stance of whoever is thought to take it."""
    words = stance_words("verb").get(verb.lemma_, ())
    told = outer.lemma_ == "expect" and clauses.is_passive(outer) and not clauses.agents(outer)
    return told and any(word.stance in {"support", "oppose"} and not word.text for word in words)


def _is_shown_if(noun: Token) -> bool:
    """ "Provided that Chad shows flexibility": what a condition asks for nobody has shown."""
    verb = noun.head
    shown = noun.dep_ == "obj" and verb.pos_ == "VERB" and verb.dep_ == "advcl"
    return shown and clauses.marker(verb) in {"if", "unless", "provided", "provided that", "providing", "as long as"}
