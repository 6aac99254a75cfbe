"""What the words behind a word of stance head: an action, or a party, a span of time, a post, nothing at all."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood
from dragoman.statements.lexicon import lexicon, word_sets
from dragoman.statements.named_doers import is_received
from dragoman.statements.positions.clefts import is_of_what
from dragoman.statements.positions.context import Context
from dragoman.statements.positions.denial import most_of
from dragoman.statements.stance_words import StanceWord

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["due", "is_empty", "is_post", "is_regard", "is_somebody", "keeps_name", "least"]

_SPANS = {"year", "month", "week", "day", "decade", "hour", "while", "time"}
_HOURS = {"night", "dawn", "dusk", "noon", "midnight", "evening", "morning", "afternoon", "weekend", "moment"}
_TOLD = {"has", "have", "had", "is", "are", "was", "were", "does", "did"}
"""Auxiliaries of what is claimed, where "be" would be asked for: "insists that it has been honoured"."""
_ASKED = {"must", "should", "be to"}
"""Auxiliaries of what is asked for all the same."""
_LIKE_BASE = {
    "put", "set", "cut", "shut", "let", "hit", "quit", "cast", "spread", "split", "shed", "bid", "rid", "read",
}  # fmt: skip
"""Verbs whose past is like the verb itself."""
_NAMES = {"name", "surname", "identity", "face"}
_TELLING = {"give", "disclose", "reveal", "publish", "use", "share", "provide", "print", "show", "tell", "make"}
_LEARNING = {"know", "learn", "understand"}
_SEEING = {"see", "realise", "realize", "recognise", "recognize", "remember", "appreciate", "notice", "grasp"}
"""What one does with the mind, where "that" stands behind it."""
_PERSUADING = {"persuade", "convince", "get", "induce", "coax", "prevail", "force", "compel", "push", "oblige"}
_MADE = {"make", "force", "oblige", "compel", "require", "bind", "commit", "get", "persuade", "push"}
"""What is done to those who are to act: "want companies made to pay"."""


def least(head: Token) -> Token:
    """The repeal of "nothing short of a repeal", "nothing less than a repeal", "no more than a repeal"."""
    if (most := most_of(head)) is not None:
        return most
    if head.lower_ == "nothing" and head.i + 1 < head.sent.end and head.nbor().lower_ == "of":
        return next(iter([*clauses.prepositional(head, "of"), *clauses.prepositional(head.head, "of")]), head)
    if head.lower_ != "nothing" or head.i + 2 >= head.sent.end or head.nbor().lower_ not in {"short", "less"}:
        return head
    below = (t for t in head.subtree if t.i > head.i and clauses.preposition(t) in {"of", "than"})
    return next(below, head)


def due(head: Token) -> Token:
    """The action itself in "that sanctions have to be enforced", "to see them lifted", "to get them lifted"."""
    due = [c for c in clauses.children(head, "xcomp") if clauses.marker(c) == "to"]
    if due and head.lemma_ in {"have", "need", "ought"} and not mood.is_negated(head):
        return due[0]
    told = [c for c in clauses.children(head, "ccomp") if clauses.marker(c) == "that"]
    if head.lemma_ in {"propose", "suggest", "recommend"} and clauses.marker(head) == "to" and told:
        return told[0]
    moved = [c for c in clauses.children(head, "obj") if c.pos_ == "PROPN"]
    if due and moved and head.lemma_ in _PERSUADING and clauses.marker(head) == "to":
        return due[0]
    led = clauses.marker(head) == "to" or (head.tag_ == "VBG" and clauses.marker(head) in {"of", "to", "in"})
    plain = head.tag_ == "VBN" and head.dep_ in {"acl", "xcomp"} and not clauses.children(head, "aux:pass")
    if due and plain and head.lemma_ in _MADE:
        return due[0]
    if led and (received := [c for c in clauses.children(head, "obj") if is_received(c)]):
        return received[0]
    if head.lemma_ not in {"see", "get", "have", "watch"} or not led:
        return head
    below = [c for o in [head, *clauses.children(head, "obj")] for c in clauses.children(o, "ccomp", "xcomp", "acl")]
    bare = {"VBN", "VB", "VBP"} if clauses.marker(head) == "to" else {"VBN"}
    seen = [
        c
        for c in below
        if not clauses.marker(c)
        and c.left_edge.lower_ != "that"
        and (head.lemma_ in {"see", "watch"} or c.tag_ in bare)
    ]
    return seen[0] if seen else head


def is_empty(ctx: Context, word: StanceWord, head: Token, inner: Token) -> bool:
    """True where a word is about a party, a date or nothing that could be done: "support Kim", "offered a glimpse"."""
    if ctx.text.is_date(head) or (word.lemma == "insist" and _asserts(ctx, head)):
        return True
    if keeps_name(head) or (inner is not head and mood.is_rumour(inner)):
        return True
    if head.lower_ == "nothing" or _does_what(head) or _is_span(head) or _is_to_know(head):
        return True
    empty = head.lemma_ in ctx.words["empty"]["words" if head.pos_ == "NOUN" else "verbs"]
    aimed = {"charge": "on", "claim": "to"}.get(head.lemma_, "")
    empty = empty and not (aimed and clauses.prepositional(head, aimed))
    if word.stance == "demand" and (head.lemma_ in ctx.words["empty"]["aside"] or _is_regarded(ctx, head)):
        return True
    told = word.stance == "demand" and head.lemma_ in ctx.words["empty"]["asked"]
    future = mood.modals(head) & {"will", "would", "shall"}
    if word.lemma in {"assure", "reassure"} and word.stance == "promise" and not future:
        return True
    empty = empty and not told and (head.pos_ == "NOUN" or clauses.is_passive(head))
    against = word.stance == "oppose" or word.only_denied
    somebody = word.stance != "demand" and is_somebody(head)
    bare = (word.holding and not _is_deed(ctx, head, against=against)) or empty or somebody
    bare = bare or (ctx.actions.is_party(head) and not is_post(ctx, word, head))
    return inner == head and bare


def _is_to_know(head: Token) -> bool:
    """ "Wants to know when", "wants everybody to see that it works": no act is asked for."""
    seen = head.lemma_ in _SEEING and head.nbor().lower_ != "to"
    return head.lemma_ in _LEARNING or (
        seen and any(c.left_edge.lower_ == "that" for c in clauses.children(head, "ccomp"))
    )


def keeps_name(head: Token) -> bool:
    """ "Declined to give his name", "did not want her surname published": how one speaks to the press."""
    beside = clauses.objects(head.head) if head.dep_ == "xcomp" and head.tag_ == "VBN" else []
    things = [*clauses.objects(head), *clauses.children(head, "nsubj", "nsubj:pass"), *beside]
    own = (t for t in things if t.lemma_ in _NAMES and any(c.tag_ == "PRP$" for c in t.children))
    return any(own) and head.lemma_ in _TELLING


def _is_regarded(ctx: Context, head: Token) -> bool:
    """ "Wants to be seen as fair", "to be blamed", "to be held responsible": what others are to think, and not do."""
    return clauses.is_passive(head) and clauses.marker(head) in {"to", "at", "of"} and is_regard(ctx, head)


def is_regard(ctx: Context, head: Token) -> bool:
    """Whether a verb tells how one is thought of: "blamed", "seen", "held responsible"."""
    held = head.lemma_ in {"hold", "find", "deem"}
    guilty = held and any(t.lower_ in ctx.words["regarding"]["held"] for t in head.doc[head.i + 1 : head.i + 3])
    return guilty or head.lemma_ in ctx.words["regarding"]["verbs"]


def _is_span(head: Token) -> bool:
    """ "Has fought it for years", "stopped the searches at night": how long or when, not what for."""
    if head.lemma_ in _HOURS and clauses.preposition(head) in {"at", "by", "in", "during"}:
        return True
    return head.lemma_ in _SPANS and clauses.preposition(head) == "for"


def _does_what(head: Token) -> bool:
    """ "What it is willing to do is": what would be done is told elsewhere."""
    things = [c.lower_ for c in clauses.children(head, "obj", "obl") if c.i > head.i]
    return head.lemma_ == "do" and not things and is_of_what(head)


def _asserts(ctx: Context, clause: Token) -> bool:
    """ "Insists that it gives them nothing", "that the door remains open", "that there was no link": no demand."""
    under = clauses.subject(clause)
    if mood.modals(clause) & {"will", "would", "can", "could", "may", "might"}:
        return True
    if mood.modals(clause) & _TOLD and not mood.modals(clause) & _ASKED:
        return True
    if any(c.lower_ in _TOLD for c in clauses.children(clause, "cop")):
        return True
    past = clause.lower_ in {"was", "were"} or (clause.lower_ in _TOLD and mood.is_negated(clause))
    if past and clauses.children(clause, "expl"):
        return True
    if clause.tag_ == "VBD" and clause.lemma_ not in _LIKE_BASE and not mood.modals(clause):
        return True
    table = ctx.words["asserted"]
    lasting = clause.lemma_ in table["lasting"] and not (under is not None and ctx.actions.is_party(under))
    if clause.tag_ in {"VBZ", "VBP"} and (lasting or clause.lemma_ in table["verbs"]):
        return not mood.modals(clause) & _ASKED
    own = under is not None and under.pos_ == "PRON" and bool(ctx.who.parties(under))
    return own and clause.tag_ in {"VBZ", "VBD"} and not mood.modals(clause) & {"must", "should"}


def is_post(ctx: Context, word: StanceWord, head: Token) -> bool:
    """ "Insists on the finance ministry": a post that is wanted, not a party."""
    return head.lemma_.lower() in ctx.words["posts"]["words"] and word.lemma in ctx.words["posts"]["wanting"]


def is_somebody(head: Token) -> bool:
    """True for those whom one backs or attacks: "supports the strikers"."""
    return head.tag_ == "NNS" and head.lemma_ in _people()


@cache
def _people() -> frozenset[str]:
    """Nouns for whom one supports or opposes, not what: "backs the strikers", "attacks the lenders"."""
    nouns = word_sets("nouns")
    return nouns["people"] | nouns["groups"] | nouns["states"]


def _is_deed(ctx: Context, head: Token, *, against: bool) -> bool:
    """True for what takes two, for changes and departures, and of what is blocked for any act upon something."""
    doers = lexicon("doers")
    known = head.lemma_ in {*doers["changing"]["words"], *doers["going"]["words"]}
    named = head.lemma_.endswith(tuple(lexicon("nouns")["deed endings"])) and bool(clauses.prepositional(head, "of"))
    held_up = {*doers["government"]["words"], *ctx.words["fighting"]["measures"]}
    known = known or (against and head.lemma_ in held_up)
    return known or (named and against) or clauses.is_clause(head) or ctx.actions.unnamed.is_joint(head)
