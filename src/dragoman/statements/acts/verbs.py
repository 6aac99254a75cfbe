"""Acts told by verbs, active and passive, with light verbs ("held talks") and complements ("called it a lie")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses, mood, stretches
from dragoman.statements.acts.between import among_themselves, are_rebels, both, frees_each, is_joint, is_reciprocal
from dragoman.statements.acts.converse import received
from dragoman.statements.acts.fitting import Fitting
from dragoman.statements.acts.frames import FRIENDLY_DEEDS, HOSTILE_DEEDS, ActWord, act_words, word_list
from dragoman.statements.acts.history import History
from dragoman.statements.acts.intents import Intents
from dragoman.statements.acts.looks import is_no_act
from dragoman.statements.acts.misread import noun_before
from dragoman.statements.acts.openly import is_in_passing, is_open, tells_others
from dragoman.statements.acts.parts_played import told_by
from dragoman.statements.acts.record import Found
from dragoman.statements.acts.status import is_conditional
from dragoman.statements.acts.targets import ActParties
from dragoman.statements.attribution import Attributions
from dragoman.statements.cast import party_of
from dragoman.statements.statement import Event, Status
from dragoman.statements.tracing import dropped, is_traced

if TYPE_CHECKING:
    from dragoman.language.tree import Token

__all__ = ["VerbActs"]

_CLOSING = {"end", "conclude", "finish", "close"}
"""What both sides do to talks that they have held: "Chad and Mali ended two days of talks"."""
_STANDING = {"CONCEDE"}
_GIVEN_UP = {"suspend", "halt", "freeze", "stop", "drop", "pause", "end", "withdraw", "shelve", "delay", "postpone"}
"""What somebody agrees to do with what is his own."""
_VIEWING = {"regard", "consider", "view", "see", "deem"}
"""What these tell in the present is a view."""
_TOGETHER = {"agree", "undertake"}
"""What several do with one another where nobody else is named."""
_UNHAPPENED = mood.POSSIBLE | {"will", "cannot"}
_JUDGING = {"dismiss", "reject", "deride", "denounce", "condemn", "decry", "brand", "ridicule"}
_SAID_TO_COME = {"AGREE", "REJECT"}
"""What saying that one will, or will not, do good amounts to: a position, and seldom an act as well."""
_UNSURE = 0.2
_OFF = {"away", "back", "out", "off"}
_INTENT = {"AGREE", "REJECT", "THREATEN"}
_NEXT = {
    "said to the press, or of a view that is shared", "who acts is not known", "whom it is done to is not known",
    "only a third party mediates",
}  # fmt: skip
"""Reasons for which one frame of a verb is let go that leave room for the next."""
_UNASKED = "asked of nobody by name"
_SAID = {word: act_words("verb")[word][-1] for word in ("warn", "accuse", "ask", "reject")}
_TAKING_UP = {"it", "this", "that", "these", "them", "all"}


class VerbActs:
    """Reads the acts that the verbs of one article tell."""

    def __init__(self, parties: ActParties, attributions: Attributions) -> None:
        self._parties = parties
        self._fitting = Fitting(parties)
        self._intents = Intents(attributions)
        self._history = History()

    def read(self, verb: Token) -> Iterator[Found]:
        """Yield the act of *verb* by the first of its frames that fits, else by what is said of others."""
        found = (
            list(received(self._parties, self._intents, verb))
            or list(self._by_frames(verb))
            or list(self._by_words(verb))
            or list(self._rebutted(verb))
        )
        self._history.add(found)
        for act in found:
            why = self._position_alone(verb, act)
            if why == _UNASKED and is_open(verb, act.word, act.event or act.word.event, act.status):
                yield replace(act, target=(), inferred=False)
            elif why:
                dropped(verb, f"{act.word.event}:{verb.lemma_}", why)
            else:
                yield act

    def _position_alone(self, verb: Token, act: Found) -> str | None:
        """Why a position tells *act* well enough; later acts may take it up all the same."""
        event = act.event or act.word.event
        if self._intents.is_readiness(verb, act.word, event):
            return "only ready for it"
        if event == "THREATEN" and self._parties.is_foreboding(verb):
            return "warns of what might come by itself"
        if event != "REQUEST" or not act.rule.startswith("verb:"):
            return None
        heard = self._parties.addressed(verb, act.word) & set(map(party_of, act.target))
        return None if heard or not act.target else _UNASKED

    def _by_words(self, verb: Token) -> Iterator[Found]:
        """What saying something of others amounts to: an accusation, or a threat."""
        if verb.lemma_ not in word_list("carriers", "telling") or verb.tag_ not in {"VBD", "VBN", "VBZ"}:
            return
        yield from self._asked(verb)
        threat = verb.lemma_ in word_list("carriers", "warning") or self._parties.is_menace(verb)
        word = _SAID["warn" if threat else "accuse"]
        actor = self._parties.doers(verb, word)
        status = self._intents.status(verb, word)
        own = {party_of(p) for p in actor}
        target = self._parties.menaced(verb, own) if threat else self._parties.wronged_by(verb, own)
        if status == "ongoing" and verb.tag_ == "VBZ" and not threat:
            return
        if actor and target and status in {"done", "ongoing"}:
            yield Found(verb, word, actor, target, status, _report(verb), f"said:{verb.lemma_}")
        elif status == "done" and verb.lemma_ in word_list("carriers", "retorting"):
            yield from self._answered_back(verb, actor)

    def _answered_back(self, verb: Token, actor: tuple[str, ...]) -> Iterator[Found]:
        """ "Retorted that it had paid": turns down what the other side said."""
        word = _SAID["reject"]
        target = self._parties.facing(word, actor) if actor else ()
        if target:
            yield Found(verb, word, actor, target, "done", _report(verb), f"said:{verb.lemma_}", inferred=True)

    def _asked(self, verb: Token) -> Iterator[Found]:
        """ "Said on Friday that Chad must leave": a request by what others are told to do."""
        word = _SAID["ask"]
        actor = self._parties.doers(verb, word)
        own = {party_of(p) for p in actor}
        target = self._parties.bidden(verb, own) if verb.tag_ in {"VBD", "VBN"} else ()
        status = self._intents.status(verb, word)
        if actor and target and status == "done":
            yield Found(verb, word, actor, target, status, _report(verb), f"said:{verb.lemma_}")

    def _by_frames(self, verb: Token) -> Iterator[Found]:
        frames = _frames(verb)
        fitting = self._fitting.of(verb, frames) if frames else []
        if is_traced():
            tried = {word.event for word in fitting}
            for event in dict.fromkeys(word.event for word in frames if word.event not in tried):
                dropped(verb, f"{event}:{verb.lemma_}", "without the object or preposition of an act")
        of_nobody: list[Found] = []
        for word in self._narrowest_first(verb, fitting):
            found = self._by_frame(verb, word)
            if isinstance(found, Found) and (found.target or not is_open(verb, word, word.event, found.status)):
                yield found
                return
            if isinstance(found, Found):
                of_nobody.append(found)
                continue
            dropped(verb, f"{word.event}:{verb.lemma_}", found)
            if found not in _NEXT:
                return
        yield from of_nobody[:1]

    def _by_frame(self, verb: Token, word: ActWord) -> Found | str:
        """The act of *verb* by a frame that fits it, or why it tells none."""
        if is_no_act(verb, word.event):
            return "said to the press, or of a view that is shared"
        status = self._intents.status(verb, word)
        actor = self._parties.doers(verb, word) or self._parties.unknown(verb, word)
        if self._answers_a_charge(verb) and _is_by_pronoun(verb):
            actor = self._history.accused(verb, actor) or actor
        if word.third and (status is None or {party_of(p) for p in actor} & set(self._parties.main_sides())):
            return "only a third party mediates"
        if status is None or not actor:
            return "only wished, ordered or aimed at" if status is None else "who acts is not known"
        if status == "ongoing" and self._answers_a_charge(verb):
            status = "done"
        elif self._may_stand(verb, word, status) and self._intents.is_standing(verb, word, status, actor):
            return "a standing position"
        if verb.tag_ == "VBG" and self._history.goes_on(verb, word.event):
            return "goes on with the deed just told"
        if (status in {"hypothetical", "planned"} and _is_in_a_plan(verb)) or _is_under_which(verb, word):
            return "what a plan or an accord would have them do"
        event, status = self._intents.told(verb, word, actor, status, harm=self._promises_harm(verb))
        if status == "denied" and mood.modals(verb) & _UNHAPPENED and not _fell_short(verb, event, actor):
            return "a refusal, which is a position"
        if status == "hypothetical" and is_conditional(verb):
            return "only a condition, or what would follow from it"
        if status == "hypothetical" and event not in HOSTILE_DEEDS:
            return "only what would or could be done"
        if self._history.threatened(verb, event, actor):
            return "told by the threat to do it"
        if event == "RETREAT" and _is_of_a_protest(verb):
            return "what a protest brings about"
        if event == "AGREE" and _tells_of_things(verb):
            return "says what something else will do"
        if event == "AGREE" and word.mutual and (apart := self._parties.reconciled(verb, actor)):
            return Found(verb, word, actor, apart, status, _range(verb), f"verb:{verb.lemma_}", "CONSULT")
        if event == "REJECT" and verb.lemma_ in _CLOSING and len(set(map(party_of, actor))) > 1:
            event = "CONSULT" if word.object & word_list("nouns", "meeting") else event
        if word.alone and event == "REJECT" and self._parties.is_union(actor):
            event = "PROTEST"
        target, inferred = self._target(verb, word, actor, event)
        if event == "CONSULT" and self._parties.is_press(target):
            return "said to the press, or of a view that is shared"
        if event == "REJECT" and self._ends_on_time(verb, word):
            event, target = "CONSULT", actor[::-1] if len(set(map(party_of, actor))) > 1 else target
        if not target and self._lacks(verb, word, event):
            if not is_open(verb, word, event, status) or (is_in_passing(verb) and not self._parties.is_dated(verb)):
                return "whom it is done to is not known"
            inferred = not tells_others(verb, word)
        if word.mutual and target and event == word.event:
            inferred = False
            joint = not word.over and is_joint(verb, actor, target)
            actor, target = (actor, ()) if joint else both(actor, target)
        span = _range(verb)
        to_come = event in _SAID_TO_COME and event != word.event and mood.modals(verb) & {"will", "would"}
        if status == "done" and to_come:
            rule = f"announced:{verb.lemma_}"
            return Found(verb, word, actor, target, status, span, rule, event, _UNSURE, inferred=inferred)
        return Found(verb, word, actor, target, status, span, f"verb:{verb.lemma_}", event, inferred=inferred)

    @staticmethod
    def _may_stand(verb: Token, word: ActWord, status: Status) -> bool:
        lasting = word.speech or word.event in _STANDING or status == "denied" or verb.lemma_ in _VIEWING
        return lasting and not _judges(verb)

    def _lacks(self, verb: Token, word: ActWord, event: Event) -> bool:
        """True where without a target nothing is told."""
        refused = event == "REJECT" and word.event not in FRIENDLY_DEEDS | {event}
        alone = event == "CONSULT" and self._parties.is_body(verb) and not clauses.children(verb, "obj")
        told = alone or (event == "THREATEN" and bool(clauses.children(verb, "xcomp")))
        return (word.needs_target or event == "ACCUSE" or refused) and not told

    def _answers_a_charge(self, verb: Token) -> bool:
        """ "Rejects the charge": said once, and no standing position."""
        if verb.lemma_ not in word_list("looks", "rebutting"):
            return False
        about = clauses.relative_object(verb)
        told = [*self._parties.acted_on(verb), *noun_before(verb), *([about] if about else [])]
        return any(noun.lemma_ in word_list("looks", "charges") for noun in told)

    def _rebutted(self, verb: Token) -> Iterator[Found]:
        """ "Chad denies it", "denied having broken the truce": after it was accused, a rejection of who accused it."""
        if verb.lemma_ not in word_list("looks", "rebutting") or verb.pos_ != "VERB":
            return
        taken = any(noun.pos_ == "PRON" and noun.lower_ in _TAKING_UP for noun in self._parties.acted_on(verb))
        content = verb.lemma_ == "deny" and any(c.tag_ in {"VBG", "VBN", "VBD"} for c in _content(verb))
        word = _SAID["reject"]
        status = self._intents.status(verb, word)
        if not (taken or content or self._answers_a_charge(verb)) or status not in {"done", "ongoing"}:
            return
        actor = self._parties.doers(verb, word)
        if accuser := self._history.accuser(verb, actor):
            yield Found(verb, word, actor, accuser, "done", _range(verb), f"rebut:{verb.lemma_}")

    def _narrowest_first(self, verb: Token, frames: list[ActWord]) -> list[ActWord]:
        """Of *frames* that ask for an object, first the one whose noun the object itself is, then the one that aims.

        "Withdrew weapons inspectors" is about inspectors, "opened the Friendship Bridge" about a bridge; a case that
        is brought "against" somebody is not brought "before" a judge.
        """

        if len(frames) < 2:
            return frames

        def heads(word: ActWord) -> bool:
            return any(noun.lemma_.lower() in word.object for noun in self._parties.handled(verb, word))

        def aims(word: ActWord) -> bool:
            return bool(word.object) and self._parties.is_aimed(verb, word)

        return sorted(frames, key=lambda word: (word.narrowness, not heads(word), not aims(word)))

    def _promises_harm(self, verb: Token) -> bool:
        """True for "vowed to strike back", "proposed expelling migrants": what is promised is a hostile deed."""
        if verb.lemma_ in {"consent", "accede", "acquiesce", "assent"}:
            return False
        proposed = verb.lemma_ in word_list("carriers", "proposing")
        for inner in clauses.children(verb, "xcomp"):
            told = self._fitting.of(inner, act_words("verb").get(inner.lemma_, ()))
            if verb.lemma_ == "agree" and inner.lemma_ in _GIVEN_UP:
                continue
            if any(c.lower_ in _OFF for c in inner.children):
                continue  # "agreed to move heavy weapons away"
            if (told and told[0].event in HOSTILE_DEEDS) or inner.lemma_ in word_list("carriers", "harm"):
                return inner.tag_ == "VBG" if proposed else clauses.marker(inner) == "to"
        return False

    def _target(self, verb: Token, word: ActWord, actor: tuple[str, ...], event: Event) -> tuple[tuple[str, ...], bool]:
        """To whom it is done, and whether that is only inferred."""
        own = {party_of(p) for p in actor}
        if len(actor) > 1 and (is_reciprocal(verb) or frees_each(verb)):
            return actor[::-1], False
        apart = set[str]() if are_rebels(actor, word) else own
        themselves = {*actor, *(p.partition(":")[2] for p in actor)}
        named = [p for p in self._parties.targets(verb, word, apart) if p not in themselves]
        found = tuple(p for p in named if party_of(p) not in own or among_themselves(p, actor, word))
        found = tuple(p for p in found if not self._parties.is_their_land(p, actor))
        talks = word.object and word.object <= word_list("nouns", "talked") and len(set(map(party_of, actor))) > 1
        bound = verb.lemma_ in _TOGETHER or (not word.speech and clauses.relative_object(verb))
        shared = word.mutual or talks or (event == "AGREE" and bound)
        if shared and not found and len(actor) > 1:
            return actor[::-1], False
        if not found and event in _INTENT and event != word.event:
            found = tuple(dict.fromkeys(p for p in self._parties.content(verb, own) if p not in actor))
            found = self._parties.facing_them(found, own) if event == "AGREE" else found
        if not found and event == "THREATEN":
            found = tuple(p for p in self._parties.warned(verb, named=True) if party_of(p) not in own)
        if event == "REJECT" and self._answers_a_charge(verb):
            found = self._history.accuser(verb, actor, outright=not found) or found
        things = self._parties.acted_on(verb)
        found = found or self._history.author_of_the_move(verb, event, things, own)
        found = found or self._history.asker(verb, event, things, own)
        found = found or self._history.answered(verb, event, own)
        if found:
            return found, False
        found = tuple(p for p in self._parties.other(verb, word, actor) if p not in actor)
        if found or word.event != "PROTEST":
            return found, True
        crowds = dict.fromkeys(party_of(p) for p in actor if p.partition(":")[2].rpartition(" ")[2].islower())
        return self._parties.home(clauses.subject(verb)) or tuple(crowds), True

    def _ends_on_time(self, verb: Token, word: ActWord) -> bool:
        """ "Ended two days of talks": what had its length is over, and nobody has broken it off.

        Nor has anybody where an accord ends them: "signed a pact, ending years of talks".
        """
        over = [noun.lemma_ for noun in self._parties.handled(verb, word)]
        if verb.tag_ == "VBG" and verb.lemma_ in _CLOSING and self._history.goes_on(verb, "AGREE"):
            return True
        return verb.lemma_ in {"end", "finish", "leave"} and bool(
            set(over) & {"day", "hour", "week", "round", "session", "night"}
        )


def _frames(verb: Token) -> Sequence[ActWord]:
    """The frames of *verb*; in "struck a deal", "struck a tone" nobody protests: who strikes work strikes nothing."""
    frames = act_words("verb").get(verb.lemma_, ())
    if verb.lemma_ == "strike" and clauses.children(verb, "obj"):
        return [word for word in frames if word.event != "PROTEST"]
    return frames


def _fell_short(verb: Token, event: Event, actor: tuple[str, ...]) -> bool:
    """ "Chad and Niger could not agree on quotas": no agreement came about, though nobody refused it."""
    return event == "AGREE" and "could" in mood.modals(verb) and len(set(map(party_of, actor))) > 1


def _is_in_a_plan(verb: Token) -> bool:
    """ "Under the draft, Chad would withdraw", "a plan under which it is to withdraw": told by its position alone."""
    bound = mood.modals(verb) & {"would", "will", "be to", "could"}
    under = clauses.prepositional(verb, "under", "according to")
    plans = word_list("nouns", "agreement", "papers", "offer")
    told = any(noun.lemma_ in plans or noun.tag_ in {"WDT", "PRP"} for noun in under)
    return bool(bound) and told


def _tells_of_things(verb: Token) -> bool:
    """ "A step that Chad vowed would fail": the step is what would, and nothing is promised."""
    inner = [c for c in _content(verb) if mood.modals(c) and not clauses.children(c, *clauses.SUBJECTS)]
    return (
        verb.dep_ == "acl:relcl" and bool(inner) and verb.lemma_ in word_list("carriers", "binding") | {"vow", "swear"}
    )


def _is_of_a_protest(verb: Token) -> bool:
    """ "A strike by dockers that has halted exports": nobody stands down."""
    under = clauses.subject(verb)
    return under is not None and under.lemma_ in word_list("nouns", "protest")


def _is_under_which(verb: Token, word: ActWord) -> bool:
    """ "An accord under which it halted tests": told with the accord, and of no day of its own."""
    deed = word.event in FRIENDLY_DEEDS | HOSTILE_DEEDS
    return deed and any(noun.tag_ == "WDT" and noun.head is verb for noun in clauses.prepositional(verb, "under"))


def _is_by_pronoun(verb: Token) -> bool:
    """ "A charge it denies", "a claim its minister rejected"."""
    under = clauses.subject(verb)
    return under is not None and (under.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in under.children))


def _judges(verb: Token) -> bool:
    """ "Dismisses the offer as a gimmick": a judgement passed on something, though it is told in the present."""
    if verb.lemma_ not in _JUDGING or mood.modals(verb):
        return False
    return any(c.pos_ in {"NOUN", "PROPN", "ADJ"} for c in clauses.prepositional(verb, "as"))


def _content(verb: Token) -> list[Token]:
    return clauses.children(verb, "xcomp", "ccomp", "advcl")


def _report(verb: Token) -> tuple[int, int]:
    """The words of a report with those of what it reports."""
    ranges = [stretches.phrase(part) for part in [verb, *told_by(verb)[:1]]]
    return min(start for start, _ in ranges), max(end for _, end in ranges)


def _range(verb: Token) -> tuple[int, int]:
    """The words of the clause, to the end of what is told, asked or charged, without other clauses beside it."""
    beside = [c for c in verb.children if c.dep_ in {"parataxis", "advcl", "conj", "ccomp"} and clauses.is_clause(c)]
    charges = [c for c in beside if c.tag_ == "VBG" and clauses.marker(c) in {"of", "for"}]
    barred = [c for c in beside if c.i < verb.i or (c.dep_ != "ccomp" and c not in charges)]
    return stretches.phrase(verb, without=barred)
