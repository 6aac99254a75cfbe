"""What the bare words of an action stand for: "welcomed the ban", where the report told that a party was outlawed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dragoman.statements import clauses
from dragoman.statements.actions import Action
from dragoman.statements.lexicon import lexicon
from dragoman.statements.positions.anaphora import PLACES, POINTING
from dragoman.statements.positions.context import AGAINST, Context, Found, same
from dragoman.statements.positions.table import deeds, told_near

if TYPE_CHECKING:
    from dragoman.language.tree import Sentence, Token

__all__ = ["spelled_out"]

_FAR = 1000
"""Words back in which it is looked for what a noun stands for."""
_POINTING = {"the", *POINTING}
_ABOUT = {"of", "on", "for", "to", "against", "between", "with", "over", "in", "from", "under"}
_EMPTY = {"such", "same", "own", "whole", "so"}
_WEAK: Set[str] = {"amod", "nummod"}
_UNLIKE_VERBS = {"force", "power", "state", "station", "ship", "camp", "train", "bank", "head", "hand", "post", "side"}
"""Things that their verbs do not tell: whoever "forces a closure" makes up no force."""
_STOPS = {".", "!", "?", ".”", ";"}
_WITHIN_NAMES = {"and", "of", "on", "for", "the", "in"}
_NONE: Set[str] = frozenset()
_ARTICLES = ("the ", "a ", "an ", "this ", "that ", "its ", "their ", "his ", "her ")


class Told(NamedTuple):
    """What something is, in words, who does it, and whether it is told by a verb."""

    words: str
    doer: tuple[str, ...]
    deed: bool = True


def spelled_out(ctx: Context, found: Found) -> Found:
    """The stance with what its action points back to told behind it: "the ban (outlaw the PKK)"."""
    action = found.action
    if _is_counted(action):
        told = _of_several(ctx, found)
    elif _is_pointer(ctx, action):
        told = next(_told(ctx, found, action.head), None)
    else:
        return _within(ctx, found)
    if told is None:
        return found
    words, doer, deed = told
    if action.inferred and doer and not same(doer, found.holder):
        action = replace(action, doer=doer, inferred=False)
    return replace(found, action=replace(action, words=_joined(action, words, deed=deed)))


def _within(ctx: Context, found: Found) -> Found:
    """The stance with what a thing beside its verb points back to told: "take on such obligations (watch farms)"."""
    action = found.action
    for thing in clauses.children(action.head, "obj", "nsubj:pass") if action.head.pos_ == "VERB" else ():
        told = next(_told(ctx, found, thing), None) if _points(ctx, thing) else None
        if told is not None:
            return replace(found, action=replace(action, words=f"{action.words} ({_plain(told.words)})"))
    return found


def _points(ctx: Context, noun: Token) -> bool:
    """ "Such obligations", "these limits", which are nobody."""
    demonstrative = any(c.lower_ in POINTING for c in noun.children)
    return demonstrative and noun.pos_ == "NOUN" and not _tells(ctx, noun, _WEAK) and not ctx.who.parties(noun)


def _joined(action: Action, told: str, *, deed: bool) -> str:
    """The words of an action with what its noun stands for: "back the Lusaka accord", "the ban (outlaw the PKK)"."""
    told, noun = _plain(told), action.head.lower_
    rest, _, last = action.words.rpartition(" ")
    if last.lower() != noun:
        return told if last.lower() == told.lower().split()[0] else f"{action.words} ({told})"
    if noun not in told.lower().split() or deed:
        return f"{action.words} ({told})"
    verb, _, pointer = rest.rpartition(" ")
    verb = verb if pointer.lower() in _POINTING else rest
    return f"{verb} the {told}".strip()


def _plain(told: str) -> str:
    """What is told without an article before it; where it is told of a pointer in its turn, only that.

    >>> _plain("the ban (outlaw the party)"), _plain("a law on dams")
    ('outlaw the party', 'law on dams')
    """
    told = told.partition(" (")[2].removesuffix(")") or told
    return told[len(next((a for a in _ARTICLES if told.lower().startswith(a)), "")) :]


def _is_pointer(ctx: Context, action: Action) -> bool:
    """True of a noun that tells nothing of what it is about: "the ban", "such a law", "Kiir's step"."""
    noun = action.head
    if noun.pos_ != "NOUN" or noun.tag_ not in {"NN", "NNS"} or len(action.words.split()) > 3:
        return False
    if noun.lemma_ in _UNLIKE_VERBS:
        return False
    before = {c.lower_ for c in noun.children if c.i < noun.i}
    owned = any(c.dep_ == "nmod:poss" for c in noun.children)
    return bool(before & _POINTING or owned) and not _tells(ctx, noun, also=_WEAK)


def _is_counted(action: Action) -> bool:
    """True of "the former", "the second of these demands"."""
    head = action.head
    if clauses.preposition(head) in {"among", "between"} or any(c.dep_ == "cop" for c in head.children):
        return False
    return head.lower_ in PLACES and any(c.lower_ == "the" for c in head.children) and len(action.words.split()) < 6


def _of_several(ctx: Context, found: Found) -> Told | None:
    """Which of the things told before is meant: they are those that somebody else was last said to want or offer."""
    head = found.action.head
    near = told_near(ctx, found)
    near = [f for f in near if not same(f.holder, found.holder) and f.stance not in AGAINST]
    near = [f for f in near if f.stance == "demand"] or near
    group = [f for f in near if f.holder == near[-1].holder and f.word.sent == near[-1].word.sent]
    group = [*{f.action.words: f for f in group}.values()]
    place = PLACES[head.lower_]
    if (place < 0 and len(group) < 2) or place >= len(group):
        return None
    return Told(group[place].action.words, group[place].action.doer)


def _tells(ctx: Context, noun: Token, also: Set[str] = _NONE) -> bool:
    """Whether a noun tells what it is about, not merely which or whose it is; *also* what else would count."""
    return any(_is_telling(ctx, noun, child, also) for child in noun.children)


def _is_telling(ctx: Context, noun: Token, child: Token, also: Set[str]) -> bool:
    if child.lower_ in _EMPTY:
        return False
    if ctx.text.is_date(child):
        return "nummod" in also
    if child.dep_ == "nmod":
        return child.i > noun.i and clauses.preposition(child) in _ABOUT and not ctx.who.parties(child)
    if child.dep_ in {"acl", "ccomp"}:
        return child.i > noun.i and clauses.marker(child) in {"to", "that", "of", "for"}
    if child.dep_ == "compound":
        return child.lower_ != "cease" and not ctx.text.at.get(child.i)
    return child.dep_ in also and not ctx.text.at.get(child.i)


def _told(ctx: Context, found: Found, noun: Token) -> Iterator[Told]:
    """What the noun of an action stands for, the likeliest first."""
    before = noun.doc[max(0, noun.i - _FAR) : min(noun.sent.start, found.word.sent.start)]
    if any(c.lower_ == "such" for c in noun.children):
        first = noun.doc[max(0, found.word.sent.start - 1)].sent
        yield from _kin(ctx, noun, noun.doc[first.start : found.word.sent.start])
        yield from _just_said(ctx, found, first)
    yield from _owned(ctx, found, noun)
    yield from _kin(ctx, noun, before)
    yield from _named(noun)
    yield from _kin(ctx, noun, before, also=_WEAK)


def _just_said(ctx: Context, found: Found, first: Sentence) -> Iterator[Told]:
    """ "Such a remedy": the stance told last, in this sentence or the one before, else what that sentence tells."""
    near = [f for f in ctx.latest[-6:] if f.word.i >= first.start and f.action.end <= found.action.start]
    near = [f for f in near if not f.rule.startswith("mirror")]
    speaking = {*ctx.words["saying"]["words"], *clauses.CHARGING}
    if near:
        yield Told(near[-1].action.words, near[-1].action.doer)
    elif first.root.i < found.word.sent.start and first.root.lemma_ not in speaking:
        told = _of_verb(ctx, first.root)
        yield from [told] if told else []


def _kin(ctx: Context, noun: Token, before: Sequence[Token], also: Set[str] = _NONE) -> Iterator[Told]:
    """What was told before by such a noun or by a verb for what it names, the nearest first."""
    table = lexicon("deeds")["told by"]
    verbs = _verbs(noun.lemma_)
    nouns = next(({*group} for group in table["groups"] if noun.lemma_ in group), {noun.lemma_})
    for token in reversed(before):
        if token.pos_ == "NOUN" and _noun(token) in nouns and _tells(ctx, token, also):
            if clauses.children(token, "aux") or (token.lemma_ != noun.lemma_ and token.dep_ == "nmod"):
                continue
            action = ctx.actions.of(ctx.actions.unwrap(token), phrase=bool(clauses.children(token, "cop")))
            if action and len(action.words.split()) > 1 and action.head.pos_ != "PROPN":
                yield Told(action.words, _owners(ctx, token), deed=False)
        elif token.pos_ == "VERB" and token.lemma_ in verbs and (told := _of_verb(ctx, token)):
            yield told


def _owners(ctx: Context, noun: Token) -> tuple[str, ...]:
    return tuple(p for agent in clauses.agents(noun) for p in ctx.who.parties(agent))


def _noun(token: Token) -> str:
    """The lemma of a noun, "cease-fire" as one word."""
    return "cease-fire" if any(c.lower_ == "cease" for c in token.children) else token.lemma_


def _of_verb(ctx: Context, verb: Token) -> Told | None:
    """What a clause tells that somebody did, or said that he would do; None where it names nothing.

    What is agreed takes two: "Peru agreed to lead the mission" is no deal.
    """
    inner = [c for c in clauses.children(verb, "ccomp", "xcomp") if c.i > verb.i]
    asked = [c for c in clauses.children(verb, "obl") if c.i > verb.i and clauses.preposition(c) in {"for", "to", "on"}]
    saying = verb.lemma_ in lexicon("deeds")["told by"]["inner"]
    head = (inner or asked or [verb])[0] if saying else verb
    under = clauses.subject(verb)
    doer = ctx.who.parties(under) if under is not None and not clauses.is_passive(verb) else ()
    if verb.lemma_ == "agree":
        both = len(doer) > 1 or (under is not None and under.tag_ in {"NNS", "NNPS"})
        return _agreed(ctx, head) if both and head.i > verb.i else None
    if head == verb and not clauses.objects(verb) and not clauses.is_passive(verb):
        return None
    action = ctx.actions.of(head)
    return Told(action.words, doer) if action and len(action.words.split()) > 1 else None


def _agreed(ctx: Context, head: Token) -> Told | None:
    action = ctx.actions.of(ctx.actions.unwrap(head)) if not ctx.text.is_date(head) else None
    return Told(action.words, ()) if action and len(action.words.split()) > 1 else None


def _verbs(noun: str) -> set[str]:
    """The verbs for what a noun names: "sell" of "sale", "outlaw" and "ban" of "ban"."""
    deeds = lexicon("deeds")
    told = deeds["told by"]["verbs"].get(noun, [])
    return {noun, *told, *([deeds["verbs"][noun]] if noun in deeds["verbs"] else [])}


def _owned(ctx: Context, found: Found, noun: Token) -> Iterator[Told]:
    """ "Ocalan's call", "Kiir's step": what its owner was last told to want, or is told to have done at the outset."""
    table = lexicon("deeds")["told by"]
    owner = tuple(p for c in clauses.children(noun, "nmod:poss") for p in ctx.who.parties(c))
    if owner and noun.lemma_ in table["wanted"]:
        for f in reversed(ctx.latest):
            if same(f.holder, owner) and f.word.sent.end <= found.word.sent.start and f.stance not in AGAINST:
                yield Told(f.action.words, f.action.doer)
    if owner and noun.lemma_ in table["done"]:
        yield from (Told(f.action.words, f.holder) for f in deeds(ctx, noun, owner))


def _named(noun: Token) -> Iterator[Told]:
    """ "The legislation", "the pact": what bears such a name, "the Fisheries Bill", "the Lusaka Protocol, or LP"."""
    doc = noun.doc
    classes = next((group for group in lexicon("deeds")["told by"]["names"] if noun.lemma_ in group), ())
    for token in reversed(doc[max(0, noun.i - _FAR) : noun.sent.start]):
        if token.lower_ not in classes or not token.text.istitle() or _is_headline(token):
            continue
        first = token
        while first.i > token.sent.start and (_is_capital(first.nbor(-1)) or first.nbor(-1).lower_ in _WITHIN_NAMES):
            first = first.nbor(-1)
        words = [t.text for t in doc[first.i : token.i + 1]]
        while words and (words[0].islower() or words[0].lower() in {"the", "a", "an"}):
            words = words[1:]
        behind = [t.text for t in doc[token.i + 1 : token.i + 4] if t.text not in {",", "(", "or"}]
        if len(words) > 1:
            short = behind[0] if behind and behind[0].isupper() and len(behind[0]) > 1 else ""
            yield Told(short or " ".join(words), (), deed=False)


def _is_headline(token: Token) -> bool:
    """Whether a word stands in a line that no full stop ends, where every word may have a capital."""
    return not any(t.text in _STOPS for t in token.doc[token.sent.end - 2 : token.sent.end])


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper()
