"""Walking a Universal Dependencies tree: who does what in a clause, and what its phrases are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.language.tree import kept
from dragoman.statements.connectives import PLAIN
from dragoman.statements.quantified import how_many

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = [
    "CHARGING",
    "TEXTS",
    "agents",
    "antecedent",
    "children",
    "conjuncts",
    "governor",
    "is_clause",
    "is_gerund",
    "is_passive",
    "is_told_by",
    "leads",
    "left_behind",
    "listed",
    "marker",
    "measured",
    "objects",
    "preposition",
    "prepositional",
    "relative_object",
    "subject",
    "tells_a_text",
]

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
_PREDICATE = {*SUBJECTS, "cop"}
_PHRASES = {"obl", "nmod", "obl:agent", "xcomp", "advcl", "acl", "ccomp", "nmod:desc"}
_BRINK = {"verge", "brink", "point", "cusp"}
_CHARGES = {"of", "for", "from", "with"}
CHARGING = frozenset(
    {
        "accuse", "blame", "condemn", "criticise", "criticize", "denounce", "fault", "rebuke", "chide", "scold",
        "punish", "suspect", "praise", "thank", "prevent", "stop", "keep", "bar", "ban", "block", "deter", "dissuade",
        "discourage", "charge", "commend", "berate", "prohibit", "restrain", "reproach", "castigate", "lambast", "slam",
        "forgive", "pardon", "fine", "sanction", "penalise", "penalize", "sue", "prosecute", "jail", "reprimand",
        "censure", "congratulate", "applaud", "reward", "resent", "attack", "mock", "credit",
    }
)  # fmt: skip
"""Verbs whose object does what their gerund says: "blamed Oman for having closed the port"."""
TEXTS = {
    "statement", "letter", "communique", "declaration", "resolution", "message", "note", "speech", "decree", "order",
}  # fmt: skip
_SINGLED = {"first", "second", "last", "latter", "former"}
"""One of several: "the last of which"."""
_CAUSING = {"lead", "prompt", "cause", "force", "compel", "spur", "drive", "oblige", "induce", "push"}
_MEANS = {"force", "step", "measure", "action", "effort", "veto", "vote", "time", "money", "chance", "steps"}
"""What one takes up or uses to do something oneself: "joined forces to fight it", "used its veto to block it"."""
_OF_OTHERS = {
    "reject", "block", "veto", "oppose", "defeat", "denounce", "dismiss", "ignore", "defy", "criticise", "criticize",
    "condemn", "receive", "get", "answer", "spurn", "resist", "thwart", "kill",
}  # fmt: skip
"""What one does to a text that is another's: "blocked a resolution calling on Chad to leave"."""
_SPENDING = {"spend", "waste", "devote"}
"""Verbs of time: "spent the week insisting", who spent it did."""
_WRONGS = {
    "break", "violate", "breach", "flout", "defy", "undermine", "endanger", "jeopardise", "jeopardize", "harm", "hurt",
    "damage", "threaten", "kill", "destroy", "ignore", "put", "leave", "cost", "force", "cause",
}  # fmt: skip
"""What a charge goes on with: "of dumping steel, violating the rules"."""
_BY_MEANS = {"telephone", "phone", "video", "videolink", "videoconference", "letter", "email", "e-mail", "mail", "post"}
"""Behind "by", without an article, the means by which something is said: "discussed by telephone"."""
_DUE = {"about", "due", "set", "scheduled", "slated", "expected", "poised", "ready"}
"""Who is so is who will do what the infinitive behind tells."""
_SOURCES = {"according", "due", "because", "thanks", "owing", "as", ""}


def children(token: Token, *labels: str) -> list[Token]:
    """The dependents of *token* under any of the *labels*, in text order."""
    found = []
    for child in token.children:  # asked some fifty times a sentence: a loop takes half the time of a comprehension
        if child.dep_ in labels:
            found.append(child)
    return found


def conjuncts(token: Token) -> list[Token]:
    """*token* and what is coordinated with it, in text order, without the later verbs of other clauses."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and (child.pos_ not in {"VERB", "AUX"}) == (token.pos_ not in {"VERB", "AUX"}):
            found.extend(conjuncts(child))
    return found


def listed(token: Token) -> list[Token]:
    """*token* and all that is coordinated with it, clauses and phrases alike: "closure of sites and opening them"."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj":
            found.extend(listed(child))
    return found


def governor(token: Token) -> Token:
    """What *token*, or the coordination it belongs to, depends on; itself at the root."""
    return first_conjunct(token).head


def measured(token: Token, quantities: frozenset[str]) -> Token:
    """The nurses of "a handful of nurses", "most of the nurses": what a word for how many is of; else *token*."""
    if token.lemma_.lower() not in quantities and token.pos_ != "NUM":
        return token
    whole = (c for c in prepositional(token, "of") if c.pos_ in {"NOUN", "PROPN"} or c.lower_ == "them")
    return next((c for c in whole if c.i > token.i), token)


@kept
def first_conjunct(token: Token) -> Token:
    """The head of the coordination *token* belongs to, or itself."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


@kept
def preposition(token: Token) -> str:
    """The preposition of a phrase, multi-word ones joined: ``in``, ``because of``; empty where there is none."""
    if not token.children:
        return ""
    cases = [child for child in token.children if child.dep_ == "case" and child.i < token.i and child.tag_ != "POS"]
    if not cases:
        return ""
    words = [cases[0].lower_, *(part.lower_ for part in cases[0].children if part.dep_ == "fixed")]
    return " ".join([*words, *(case.lower_ for case in cases[1:] if case.lower_ not in words)])


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Heads of the phrases under *token* that begin with one of the *prepositions*."""
    return [child for child, leads in _phrases(token) if not leads.isdisjoint(prepositions)]


def leads(token: Token) -> frozenset[str]:
    """All that the phrases under *token* begin with: their prepositions, whole and by their last words."""
    return frozenset(lead for _, leads in _phrases(token) for lead in leads)


@kept
def _phrases(token: Token) -> list[tuple[Token, frozenset[str]]]:
    """The heads of the phrases under *token*, each with what it begins with: a preposition, and its last word."""
    found = []
    for child in token.children:
        if child.dep_ in _PHRASES:
            lead = preposition(child) or marker(child)
            words = lead.split(" ")
            found.append((child, frozenset((lead,) if words[0] in _SOURCES else (lead, words[-1]))))
    return found


@kept
def marker(token: Token) -> str:
    """The word that introduces a clause: ``that``, ``if``, ``unless``, ``to``; empty where there is none."""
    for child in token.children:
        if child.dep_ == "mark" or (child.dep_ == "advmod" and children(child, "flat")):
            before = " ".join([*(part.lower_ for part in child.children if part.dep_ == "flat"), child.lower_])
            if before in PLAIN:
                return PLAIN[before]
        if child.dep_ == "mark":
            return " ".join([child.lower_, *(part.lower_ for part in child.children if part.dep_ == "fixed")])
    return ""


@kept
def is_passive(verb: Token) -> bool:
    """True where the subject undergoes the act: a passive auxiliary or subject, or a bare participle."""
    labels = {child.dep_ for child in verb.children}
    if "aux:pass" in labels or "nsubj:pass" in labels:
        return True
    if verb.tag_ not in {"VBN", "VBD"} or "aux" in labels:
        return False
    if verb.dep_ == "conj" and "obl:agent" in labels:
        return is_passive(first_conjunct(verb))
    told = verb.dep_ == "advcl" and children(verb, "nsubj") and (children(verb, "obj") or _has_moment(verb))
    if verb.tag_ != "VBN" or told:
        return False
    return verb.dep_ in {"acl", "amod", "advcl"}


def _has_moment(verb: Token) -> bool:
    """ "When the union called off talks": a clause of time has a finite verb."""
    return any(child.lower_ in {"when", "after", "before", "since", "until", "as"} for child in verb.children)


@kept
def is_clause(token: Token) -> bool:
    """True where *token* heads a clause rather than a phrase."""
    return token.pos_ in {"VERB", "AUX"} or any(child.dep_ in _PREDICATE for child in token.children)


@kept
def antecedent(verb: Token) -> tuple[Token, str] | None:
    """For the verb of a relative clause: the noun it describes, and the noun's role in the clause.

    The role is ``subject``, ``object``, ``possessor`` ("whose leader said so") or the preposition before the pronoun.
    """
    first = first_conjunct(verb)
    if first.dep_ != "acl:relcl":
        return None
    noun = first.head
    verb = verb if _has_relative(verb) else first
    while noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        noun = noun.head
    for child in verb.subtree:
        if child.tag_ in {"WDT", "WP", "WP$", "WRB"} or (child.lower_ == "that" and child.pos_ == "PRON"):
            if child.dep_ in SUBJECTS and child.head == verb:
                return noun, "subject"
            if child.tag_ == "WP$" and child.head.dep_ in SUBJECTS:
                return noun, "possessor"
            if child.dep_ in {"obj", "mark", "obl:unmarked"} or child.dep_ in SUBJECTS:
                return noun, "object"
            return noun, preposition(child) or "object"
    return noun, "object" if any(c.dep_ in SUBJECTS for c in verb.children) else "subject"


def is_told_by(noun: Token, clause: Token) -> bool:
    """Whether *noun* is what the whole of a clause is: the plan of "the plan is to leave", "is that Chad leaves"."""
    links = children(clause, "cop")
    return bool(links) and noun.i < links[0].i and any(links[0].i < c.i for c in children(clause, "mark"))


@kept
def subject(verb: Token) -> Token | None:
    """The subject of a clause, spelled out or understood; for a passive, what undergoes it."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    own = own or [
        child for child in verb.children if child.dep_ == "expl" and child.lower_ == "it" and verb.pos_ == "ADJ"
    ]
    if own:
        relative = antecedent(verb)
        if relative and relative[1] == "subject" and (own[0].tag_ in {"WDT", "WP"} or own[0].lower_ == "that"):
            return relative[0]
        after = [child for child in own[1:] if child.left_edge.i == own[0].i + 1]
        titled = [child for child in after if not child.left_edge.is_punct]
        return titled[0] if titled else own[0]
    if verb.dep_ == "conj":
        asked = children(verb.head, "obj", "iobj") if marker(verb) == "to" and marker(verb.head) != "to" else []
        return asked[0] if asked else subject(verb.head)
    if verb.dep_ == "xcomp":
        addressed = children(verb.head, "obj", "iobj")
        if addressed and addressed[0].lemma_ in _MEANS and addressed[0].pos_ == "NOUN":
            return subject(verb.head)
        if addressed and marker(verb) == "to" and verb.head.lemma_ not in {"promise", "threaten", "vow"}:
            return addressed[0]
        return subject(verb.head) if verb.head != verb else None
    if verb.dep_ == "csubj" and verb.head.lower_ in _DUE and marker(verb) == "to":
        return subject(verb.head)
    if verb.dep_ == "acl:relcl":
        return verb.head
    if verb.dep_ == "acl":
        if verb.head.lemma_ in _BRINK and marker(verb) == "of":  # "Chad was on the verge of breaking with Mali"
            return subject(verb.head)
        if _acts_on_its_noun(verb):
            spent = _spender(verb)
            return subject(spent if spent.lemma_ in _SPENDING else verb.head.head)
        return next(iter(agents(verb.head)), None) if marker(verb) == "to" else verb.head
    if verb.dep_ == "advcl" and verb.head != verb:
        charged = is_gerund(verb) and marker(verb) in _CHARGES and verb.head.lemma_ in CHARGING
        caused = marker(verb) == "to" and verb.head.lemma_ in _CAUSING
        charged = charged or _goes_on_with_charge(verb)
        given = marker(verb) == "to" and verb.head.lemma_ == "give" and _has_term(verb)
        done_to = children(verb.head, "iobj", "obj") if charged or caused or given else []
        return done_to[0] if done_to else subject(verb.head)
    return None


def _has_term(verb: Token) -> bool:
    """ "Gave buyers until May to pay", "gave it a week to sign": by when somebody is to do it."""
    words = {t.lower_ for t in verb.doc[verb.head.i + 1 : verb.i]}
    return not words.isdisjoint({"until", "till", "hours", "days", "weeks", "months", "week", "month", "year"})


def _goes_on_with_charge(verb: Token) -> bool:
    """ "Accused Chad of closing the port, breaking a treaty": whoever did the one did the other."""
    if verb.tag_ != "VBG" or marker(verb) or verb.head.lemma_ not in CHARGING or verb.lemma_ not in _WRONGS:
        return False
    before = (c for c in children(verb.head, "advcl") if c.i < verb.i)
    return any(c.tag_ == "VBG" and marker(c) in _CHARGES for c in before)


def is_gerund(verb: Token) -> bool:
    """ "Of bombing the camp", "of having bombed it", "of being unfair"."""
    return verb.tag_ == "VBG" or any(c.lower_ in {"having", "being"} for c in children(verb, "aux", "aux:pass", "cop"))


def _spender(verb: Token) -> Token:
    outer = verb.head
    while outer.lemma_ not in _SPENDING and outer.head != outer:
        outer = outer.head
    return outer


def _acts_on_its_noun(verb: Token) -> bool:
    """ "Wrote to members asking them", "issued a statement condemning": the participle is the writer's."""
    outer = verb.head.head
    while outer.pos_ in {"NOUN", "ADJ"} and outer.dep_ in {"obj", "nmod", "obl:unmarked"} and outer.head != outer:
        outer = outer.head
    if verb.tag_ != "VBG" or outer.pos_ != "VERB":
        return False
    if outer.lemma_ in _SPENDING:
        return True
    objects = {child.lower_ for child in children(verb, "obj", "iobj")}
    spoken = verb.head.dep_ in {"obj", "obl"} and verb.head.lemma_ in TEXTS and not is_passive(outer)
    spoken = spoken and outer.lemma_ not in _OF_OTHERS and preposition(verb.head) != "against"
    return spoken or bool(objects & {"them", "him", "her", "it"})


@kept
def agents(noun_or_verb: Token) -> list[Token]:
    """Who does a passive verb, or the act that a noun names: ``by`` phrases and possessors."""
    found = children(noun_or_verb, "obl:agent", "nmod:poss")
    phrases = children(noun_or_verb, "nmod", "obl")
    if noun_or_verb.pos_ == "NOUN":
        phrases += [inner for phrase in phrases if preposition(phrase) == "of" for inner in children(phrase, "nmod")]
    elif is_passive(noun_or_verb):
        phrases += [inner for thing in children(noun_or_verb, "obj") for inner in children(thing, "nmod")]
    found += [child for child in phrases if preposition(child) == "by"]
    return [child for child in found if child.lower_ not in _BY_MEANS or child.left_edge.lower_ != "by"]


@kept
def objects(verb: Token) -> list[Token]:
    """What a verb acts on, its coordinated objects each; through a relative clause also the noun described."""
    if is_passive(verb):
        under = subject(verb)
        return conjuncts(under) if under is not None else []
    found = [part for child in children(verb, "obj") for part in conjuncts(child) if part.tag_ not in {"WDT", "WP"}]
    filled = [c for c in children(verb, "ccomp", "xcomp") if is_clause(c)]
    noun = None if found or filled else relative_object(verb)
    if noun is None:
        return found
    return [noun] if how_many(_relative(verb)) in _SINGLED else conjuncts(noun)


def tells_a_text(verb: Token) -> bool:
    """ "Issued a statement urging": what a text that somebody issues says, hung from the issuing."""
    before = children(verb.head, "obj") if verb.dep_ == "xcomp" and marker(verb) != "to" else []
    return any(noun.lemma_ in TEXTS and noun.i < verb.i for noun in before)


def relative_object(verb: Token) -> Token | None:
    """The noun that *verb* acts on through a relative clause: "a deal which X says it cannot back"."""
    outer = _relative(verb)
    relative = antecedent(outer)
    if relative is None or relative[1] != "object":
        return None
    if verb is not outer and marker(verb) == "to" and any(c.lower_ == "whom" for c in children(outer, "obj")):
        return None
    noun, first = relative[0], outer.left_edge
    if noun.lemma_ in {"kind", "sort", "type"} and noun.dep_ == "nmod" and noun.head.pos_ == "NOUN":
        noun = noun.head
    if first.i and first.nbor(-1).text == ",":
        while noun.dep_ == "nmod" and noun.head.pos_ == "NOUN":
            noun = noun.head
    if many := how_many(outer):
        members = conjuncts(first_conjunct(noun))
        return members[-1 if many in {"last", "latter"} else 1 if many == "second" and len(members) > 1 else 0]
    return noun


def _relative(verb: Token) -> Token:
    """The head of the relative clause in which *verb* may stand below others: "which they say they cannot back"."""
    while verb.dep_ in {"ccomp", "xcomp", "conj"} and verb.head != verb:
        if verb.dep_ == "conj" and _has_relative(verb):
            break
        verb = verb.head
    return verb


def _has_relative(verb: Token) -> bool:
    """Whether a pronoun of its own makes *verb* a relative clause: "and which farmers oppose"."""
    return any(child.tag_ in {"WDT", "WP"} for child in verb.children)


def left_behind(token: Token, preposition: str) -> Token | None:
    """The noun of a relative clause that a preposition at its end is about: "an idea Chad is wary of"."""
    follows = token.i + 1 < token.sent.end and token.nbor().lower_ == preposition
    if not follows or any(child.i > token.i + 1 and child.head is token.nbor() for child in token.nbor().children):
        return None
    behind = token.doc[token.i + 2] if token.i + 2 < token.sent.end else None
    if behind is not None and not (behind.is_punct or behind.pos_ in {"CCONJ", "SCONJ", "ADV"} or behind.tag_ == "IN"):
        return None
    return relative_object(token)
