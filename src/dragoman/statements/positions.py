"""Positions: who takes which stance on what, from words of stance, obligations, refusals, judgements and exchanges."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.statements import clauses
from dragoman.statements.actions import Action, Actions
from dragoman.statements.attribution import Attribution, Attributions
from dragoman.statements.conditions import Conditions, Hanging
from dragoman.statements.lexicon import lexicon
from dragoman.statements.stances import StanceWord, action_heads, stance_words
from dragoman.statements.statement import Position, Stance
from dragoman.statements.text import ReadText
from dragoman.statements.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Positions"]

_PART = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_UNREAL = {"if", "unless", "whether"}
_AGAINST = {"oppose", "refuse"}


@dataclass(frozen=True)
class _Found:
    """A stance on the way to becoming a statement."""

    holder: tuple[str, ...]
    stance: Stance
    action: Action
    word: Token
    rule: str
    sure: float
    hanging: Hanging | None = None
    speaker: Attribution | None = None


class Positions:
    """Reads the positions of one article."""

    def __init__(self, text: ReadText, who: Who, actions: Actions, attributions: Attributions) -> None:
        self._text = text
        self._who = who
        self._actions = actions
        self._attributions = attributions
        self._conditions = Conditions(text, actions)
        self._lexicon = lexicon("positions")
        self._latest: list[_Found] = []

    def read(self) -> Iterator[Position]:
        """Yield positions in text order; coordinated holders and actions each get their own."""
        for span in self._text.spans():
            if any(token.text == "?" for token in span[-3:]):
                continue
            for token in span:
                if token.i not in self._text.by_token:
                    continue
                for found in self._at(token):
                    yield from self._statements(found)

    def _at(self, token: Token) -> Iterator[_Found]:
        found = list(self._by_word(token))
        if not found and not token.is_punct:
            rules = (self._by_turn, self._by_calling, self._by_listing, self._by_sharing, self._by_absence, self._by_modal, self._by_judgement, self._by_standing, self._by_idiom, self._by_exchange, self._by_accord)
            found = next((made for rule in rules if (made := list(rule(token)))), [])
        for one in found:
            yield one
            yield from self._joined(one)
            yield from self._mirrored(one)
        self._latest += found

    def _by_word(self, token: Token) -> Iterator[_Found]:
        """Words of stance: "urged", "refusal", "ready to"."""
        part, lemma = _PART.get(token.pos_), token.lemma_.lower()
        if token.tag_ in {"VBN", "VBD"} and token.lower_ in stance_words("adjective") and clauses.is_passive(token):
            part, lemma = "adjective", token.lower_
        for word in stance_words(part).get(lemma, ()) if part else ():
            if word.particle and not _has_particle(token, word.particle):
                continue
            if word.would and not clauses.modals(token) & {"would"}:
                continue
            if (part == "verb" and self._is_unreal(token)) or (part == "verb" and (self._is_obliged(token) or self._is_inner(token))):
                return
            yield from self._framed(token, word)
            return

    def _framed(self, token: Token, word: StanceWord) -> Iterator[_Found]:
        stance = word.stance
        if clauses.is_negated(token):
            if word.denied is None:
                return
            stance = word.denied
        made: list[_Found] = []
        heads, asked = action_heads(token, word, self._actions.is_party)
        holders = self._holders(token)
        doers = tuple(p for t in asked for p in self._who.parties(t))
        if not heads and clauses.marker(token) == "as" and not clauses.children(token, "obj") and self._latest and self._latest[-1].word.sent == token.sent:
            last = self._latest[-1]
            for holder in holders:
                yield _Found(holder, stance, last.action, token, f"{word.stance}:{word.lemma}", word.sure - 0.15, last.hanging)
        for head in heads:
            for holder in holders:
                made = list(self._about(token, word, stance, holder, head, doers))
                yield from made
            if head.tag_ == "VBG" and made and not made[0].action.inferred:
                doers = doers or made[0].action.doer

    def _about(
        self, token: Token, word: StanceWord, stance: Stance, holder: tuple[str, ...], head: Token, doers: tuple[str, ...]
    ) -> Iterator[_Found]:
        inner = self._actions.unwrap(head)
        if head.lower_ in {"it", "that", "this", "them", "same"} and head.pos_ != "NOUN" and not self._who.parties(head):
            yield from self._of_last(token, word, stance, holder)
            return
        if inner == head and (word.holding or self._actions.is_party(head) or head.lemma_ in self._lexicon["empty"]["words"]):
            return
        if self._text.is_date(head):
            return
        if word.named and not doers:
            return
        taken_up = self._taken_up(head) if inner == head else None
        if taken_up is None and inner == head and token.dep_ == "acl:relcl":
            taken_up = self._described_before(token)
        if taken_up is not None and not _same(taken_up.holder, holder):
            yield _Found(holder, stance, taken_up.action, token, f"{word.stance}:{word.lemma}", word.sure - 0.1, taken_up.hanging)
            return
        doer = doers
        together = tuple(party for ids in self._holders(token) for party in ids) or holder
        default = holder if word.by_holder else self._actions.others(together) if stance == "demand" else ()
        if clauses.marker(inner) == "to" and inner.dep_ == "xcomp" and not doers:
            doer = holder
        if inner != head:
            stance, default = self._through(head, stance, holder, default)
            owner = tuple(p for agent in clauses.agents(head) for p in self._who.parties(agent))
            if owner and head.lemma_ in self._lexicon["containers"]["offering"] and clauses.marker(inner) == "to":
                doer = owner
        if self._actions.is_joint(inner) and not word.by_holder:
            default = self._actions.between()
        action = self._actions.of(inner, doer=doer, default=default)
        if action is None:
            return
        if word.owned and action.inferred:
            return
        if stance == "refuse" and action.doer and not _same(action.doer, holder):
            stance = "oppose"
        if stance == "refuse" and not action.doer:
            action = replace(action, doer=holder)
        if stance == "oppose" and _same(action.doer, holder):
            stance = "refuse"
        hanging = self._conditions.of(token, head, inner)
        found = _Found(holder, stance, action, token, f"{word.stance}:{word.lemma}", word.sure, hanging)
        yield self._package(found, head) or found

    def _described_before(self, verb: Token) -> _Found | None:
        """ "insist on a mechanism, which Ethiopia rejects": what the sentence was about before the comma."""
        first = verb.left_edge
        comma = first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")
        near = [f for f in self._latest[-6:] if f.word.sent == verb.sent and f.word.i < first.i]
        return near[-1] if comma and near else None

    def _by_calling(self, verb: Token) -> Iterator[_Found]:
        """ "calls the dam a threat", "a demand that Beijing calls an infringement": opposed."""
        calling = self._lexicon["calling"]
        if verb.pos_ != "VERB" or verb.lemma_ not in calling["verbs"] or clauses.is_negated(verb):
            return
        rest = [t.lemma_.lower() for t in verb.subtree if t.i > verb.i]
        if not {*calling["names"], *self._lexicon["judged"]["oppose"]} & set(rest):
            return
        for head in clauses.objects(verb)[:1]:
            taken = self._taken_up(head) or (self._described_before(verb) if verb.dep_ == "acl:relcl" else None)
            action = taken.action if taken else None if self._actions.is_party(head) else self._actions.of(self._actions.unwrap(head))
            for holder in self._holders(verb) if action else []:
                yield _Found(holder, "oppose", action, verb, f"calling:{verb.lemma_}", 0.55, None)

    def _by_listing(self, noun: Token) -> Iterator[_Found]:
        """ "China's three conditions are the removal of tariffs, realistic targets and a balanced text"."""
        if noun.lemma_ not in {"condition", "demand", "requirement", "priority"} or noun.dep_ != "nsubj":
            return
        holders = [ids for agent in clauses.agents(noun) for ids in self._who.each(agent)]
        if not any(c.dep_ == "cop" for c in noun.head.children):
            return
        for head in clauses.listed(noun.head):
            for holder in holders:
                action = self._actions.of(head, default=self._actions.others(holder))
                if action:
                    yield _Found(holder, "demand", action, noun, f"listing:{noun.lemma_}", 0.6)

    def _of_last(self, token: Token, word: StanceWord, stance: Stance, holder: tuple[str, ...]) -> Iterator[_Found]:
        """ "Pompeo rejected that": what the sentence before was about."""
        near = [f for f in self._latest if not _same(f.holder, holder) and f.word.sent.end >= token.sent.start]
        if near and near[-1].word.sent.start < token.i:
            last = near[-1]
            yield _Found(holder, stance, last.action, token, f"{word.stance}:{word.lemma}", word.sure - 0.2, last.hanging)

    def _taken_up(self, noun: Token) -> _Found | None:
        """What "an idea", set beside a clause, or "this approach" takes up: the last stance before it."""
        if noun.lemma_ not in self._lexicon["anaphors"]["words"]:
            return None
        words = {c.lower_ for c in noun.children if c.dep_ == "det"}
        beside = words & {"a", "an"} and noun.left_edge.i > 0 and noun.doc[noun.left_edge.i - 1].text in {",", "—", "–"}
        pointing = words & {"this", "that", "such", "these", "those"}
        if not beside and not pointing:
            return None
        near = [f for f in self._latest if f.action.head.i < noun.left_edge.i]
        if near and near[-1].word.sent.start >= noun.doc[max(0, noun.sent.start - 1)].sent.start:
            return near[-1]
        return None

    def _joined(self, found: _Found) -> Iterator[_Found]:
        """Who joins a holder, or does not: "supported by Norway and opposed by China", "with the EU and Colombia, urged"."""
        head = clauses.subject(found.word) if found.word.pos_ in {"VERB", "AUX"} else None
        if head is None:
            return
        for child in [*head.children, *(g for c in clauses.children(head, "acl") for g in clauses.conjuncts(c))]:
            for stance, words in self._lexicon["joining"].items():
                if child.lemma_ in words and child.tag_ in {"VBN", "VBD"}:
                    for ids in (i for agent in clauses.agents(child) for i in self._who.each(agent)):
                        side = found.stance if stance == "support" else "support" if found.stance in _AGAINST else "oppose"
                        yield replace(found, holder=ids, stance=side, rule=f"joined:{child.lemma_}", sure=found.sure - 0.1)
        if found.word.tag_ in {"VBD", "VBZ", "VBP"}:
            clause = found.word.doc[head.i : found.word.i] if head.i < found.word.i else []
            beside = [t.nbor() for t in clause if t.lower_ == "like" and t.dep_ == "dep"]
            for child in [*beside, *clauses.prepositional(found.word, "with", "alongside")]:
                if child.i < found.word.i:
                    for ids in self._who.each(child):
                        yield replace(found, holder=ids, rule="joined:with", sure=found.sure - 0.1)

    def _by_sharing(self, verb: Token) -> Iterator[_Found]:
        """ "concurred with China on donors": the stance of the other, held by one more."""
        if verb.lemma_ not in self._lexicon["sharing"]["words"] or verb.pos_ != "VERB" or clauses.is_negated(verb):
            return
        others = [p for t in clauses.prepositional(verb, "with") for p in self._who.parties(t)]
        earlier = [f for f in self._latest if _same(f.holder, tuple(others))]
        if not earlier:
            return
        for holder in self._holders(verb):
            last = earlier[-1]
            found = replace(last, holder=holder, word=verb, rule=f"shared:{verb.lemma_}", sure=last.sure - 0.15, hanging=None)
            yield replace(found, action=replace(last.action, start=verb.idx, end=clauses.phrase(verb)[1]))

    def _by_idiom(self, token: Token) -> Iterator[_Found]:
        """ "A long extension is not on the table", said X."""
        if not any(c.dep_ == "cop" for c in token.children):
            return
        words = " ".join(t.lower_ for t in token.subtree if not t.is_quote)
        speaker = self._speaker(token)
        under = clauses.subject(token)
        for stance, phrases in self._lexicon["idioms"].items():
            if under is not None and speaker.parties and any(phrase in words for phrase in phrases):
                action = self._actions.of(self._actions.unwrap(under))
                if action:
                    action = replace(action, end=max(action.end, token.idx + len(token)))
                    yield _Found(speaker.parties, stance, action, token, "idiom", 0.6, None, speaker)
                return

    def _by_accord(self, verb: Token) -> Iterator[_Found]:
        """ "Under the accord, the rebels are to disarm": what a text binds a party to."""
        modals = clauses.modals(verb)
        if not modals & {"will", "would", "be to", "must", "shall"} or clauses.is_negated(verb) or self._is_unreal(verb):
            return
        outer = [verb, *verb.ancestors]
        under = [c for v in outer for c in clauses.prepositional(v, "under") if c.lemma_ in self._lexicon["binding"]["words"]]
        back = [c for c in verb.children if c.lower_ in {"return", "exchange"} and clauses.preposition(c) == "in" and not list(c.children)[1:]]
        doers = self._who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
        if not doers or not (under or back):
            return
        action = self._actions.of(verb, doer=doers)
        hanging = self._conditions.of(verb)
        if back and self._latest:
            last = self._latest[-1].action
            hanging = Hanging("in_exchange_for", [last], last.start, last.end)
        if action:
            yield _Found(doers, "promise", action, verb, "accord", 0.55, hanging)

    def _through(
        self, noun: Token, stance: Stance, holder: tuple[str, ...], default: tuple[str, ...]
    ) -> tuple[Stance, tuple[str, ...]]:
        """A stance on a noun that holds an action: rejecting a demand refuses what it asks."""
        if noun.lemma_ in self._lexicon["containers"]["asking"]:
            return ("refuse" if stance in _AGAINST else stance), holder
        return stance, default

    def _package(self, found: _Found, noun: Token) -> _Found | None:
        """Refusing an offer of X in exchange for Y is refusing to give Y for it."""
        hanging = found.hanging
        offered = noun.lemma_ in self._lexicon["containers"]["offering"]
        if found.stance not in _AGAINST or hanging is None or hanging.type != "in_exchange_for" or not offered:
            return None
        given = hanging.actions[0]
        mirrored = Hanging("in_exchange_for", [found.action], found.action.start, found.action.end)
        return replace(found, stance="refuse", action=replace(given, doer=given.doer or found.holder), hanging=mirrored)

    def _holders(self, token: Token) -> list[tuple[str, ...]]:
        if token.pos_ in {"VERB", "AUX"} and token.lower_ not in stance_words("adjective"):
            if clauses.is_passive(token):
                return [ids for agent in clauses.agents(token) for ids in self._who.each(agent)]
            return self._who.each(clauses.subject(token))
        if token.pos_ in {"ADJ", "VERB"}:
            under = clauses.subject(token)
            if under is None and token.dep_ in {"amod", "acl"}:
                under = token.head
            return self._who.each(under)
        return [ids for agent in clauses.agents(token) for ids in self._who.each(agent)] or self._adjectival(token)

    def _adjectival(self, noun: Token) -> list[tuple[str, ...]]:
        """The demonym before a noun of stance, "the Indian proposal", or who is said to have it, "has no objection to"."""
        for child in clauses.children(noun, "amod", "compound"):
            found = self._who.parties(child) if self._text.at.get(child.i) else ()
            if found:
                return [found]
        if any(c.dep_ == "cop" for c in noun.children):
            return self._who.each(clauses.subject(noun))
        if noun.dep_ == "obj" and noun.head.lemma_ in {"have", "express", "voice", "make", "repeat", "reiterate", "renew", "declare", "issue"}:
            return self._who.each(clauses.subject(noun.head))
        return []

    def _speaker(self, token: Token) -> Attribution:
        return self._attributions.of(token)

    def _is_obliged(self, verb: Token) -> bool:
        return bool(clauses.modals(verb) & set(self._lexicon["obligation"]["must"]))

    @staticmethod
    def _is_unreal(verb: Token) -> bool:
        return any(clauses.marker(outer) in _UNREAL for outer in [verb, *verb.ancestors][:2])

    def _is_inner(self, verb: Token) -> bool:
        """True inside a stance already taken up: the "accept" of "refuses to accept"."""
        if any(found.action.head == verb for found in self._latest[-8:]):
            return True
        first = clauses.first_conjunct(verb)
        outer, part = first.head, _PART.get(first.head.pos_)
        if part is None or clauses.marker(first) != "to" or first.dep_ not in {"xcomp", "acl", "ccomp"}:
            return False
        return outer.lemma_ in stance_words(part)

    def _by_modal(self, verb: Token) -> Iterator[_Found]:
        """ "Iran must stop", said X; "it will not sign unless"; "they would free them in return"."""
        modals = clauses.modals(verb)
        if not modals or self._is_unreal(verb) or verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ == "be":
            return
        speaker = self._speaker(verb)
        doers = self._who.parties(clauses.subject(verb)) if not clauses.is_passive(verb) else ()
        negated = clauses.is_negated(verb)
        hanging = self._conditions.of(verb)
        if modals & set(self._lexicon["obligation"]["must"]):
            if speaker.parties and not (negated and "need" in modals):
                stance: Stance = "oppose" if negated else "demand"
                yield from self._modal(verb, stance, speaker.parties, doers, hanging, speaker, "must", 0.7)
        elif modals & {"will", "would", "can", "cannot", "could"} and negated:
            holder = doers if not clauses.is_passive(verb) else ()
            own = bool(holder) and _same(holder, speaker.parties)
            holder = holder or (speaker.parties if hanging else ())
            if holder and (hanging or own or verb.lemma_ in self._lexicon["obligation"]["accepting"]):
                yield from self._modal(verb, "refuse", holder, doers or holder, hanging, speaker, "will not", 0.7)
        elif modals & {"will", "would"} and verb.lemma_ in self._lexicon["lasting"]["words"]:
            yield from self._by_lasting(verb, hanging, speaker)
        elif modals & {"will", "would"}:
            yield from self._by_intention(verb, doers, hanging, speaker)

    def _by_absence(self, token: Token) -> Iterator[_Found]:
        """ "There will be no delay", "no deal without checks", said X: a refusal."""
        speaker = self._speaker(token)
        denied = [c for c in token.children if c.dep_ in clauses.SUBJECTS and any(g.lower_ == "no" for g in c.children)]
        expletive = any(c.dep_ == "expl" or c.lower_ == "there" for c in token.children)
        if not speaker.parties or not expletive or not denied or not clauses.modals(token) & {"will", "would", "can", "could"}:
            return
        action = self._actions.of(denied[0], default=speaker.parties)
        if action:
            hanging = self._conditions.of(token, denied[0])
            yield _Found(speaker.parties, "refuse", action, token, "absence", 0.6, hanging, speaker)

    def _by_intention(
        self, verb: Token, doers: tuple[str, ...], hanging: Hanging | None, speaker: Attribution
    ) -> Iterator[_Found]:
        if any(c.lower_ == "rather" for c in verb.children):
            yield from self._rather(verb, doers, speaker)
            return
        own = speaker.parties and doers and _same(doers, speaker.parties)
        conditional = hanging is not None and hanging.type in {"only_if", "unless", "after"}
        if own:
            stance: Stance = "offer" if conditional else "promise"
            yield from self._modal(verb, stance, doers, doers, hanging, speaker, "will", 0.55)
        elif speaker.verb is None and self._goes_on(verb) and doers:
            yield from self._modal(verb, "promise", doers, doers, hanging, speaker, "would", 0.45)
        elif conditional and speaker.parties and not doers:
            yield from self._modal(verb, "offer", speaker.parties, speaker.parties, hanging, speaker, "would if", 0.5)

    def _by_lasting(self, verb: Token, hanging: Hanging | None, speaker: Attribution) -> Iterator[_Found]:
        """ "Sanctions will stay until the North disarms", said X: a demand for what would end them."""
        if not speaker.parties:
            return
        under = clauses.subject(verb)
        if under is not None and under.lemma_ in self._lexicon["burdens"]["words"]:
            action = self._actions.of(under, default=speaker.parties)
            if action:
                action = replace(action, words=f"lift {action.words}", doer=speaker.parties, end=max(action.end, verb.idx + len(verb)))
                yield _Found(speaker.parties, "refuse", action, verb, "lasting", 0.55, hanging, speaker)
        if hanging is None or hanging.type not in {"before", "unless", "only_if"}:
            return
        for action in hanging.actions:
            doer = action.doer or self._actions.others(speaker.parties)
            if not _same(doer, speaker.parties):
                yield _Found(speaker.parties, "demand", replace(action, doer=doer), action.head, "lasting", 0.55, None, speaker)

    def _rather(self, verb: Token, doers: tuple[str, ...], speaker: Attribution) -> Iterator[_Found]:
        """ "would rather resign than sign": what stands after "than" is refused."""
        if clauses.is_negated(verb):
            yield from self._modal(verb, "refuse", doers, doers, None, speaker, "rather not", 0.6)
            return
        for token in verb.subtree:
            if clauses.marker(token) == "than" or clauses.preposition(token) == "than":
                action = self._actions.of(token, doer=doers)
                if action and doers:
                    yield _Found(doers, "refuse", action, verb, "rather", 0.6, None, speaker)
                return

    def _by_turn(self, token: Token) -> Iterator[_Found]:
        """ "It was up to the United States to decide", said X."""
        doc = token.doc
        words = [t.lower_ for t in doc[max(0, token.i - 4) : token.i] if not t.is_quote]
        if not self._text.at.get(token.i) or token.i + 2 >= len(doc) or doc[token.i + 1].tag_ != "TO":
            return
        if " ".join(words).replace(" the", "").endswith("up to"):
            verb = doc[token.i + 2]
            speaker = self._speaker(verb)
            action = self._actions.of(verb, doer=self._who.parties(token))
            if speaker.parties and action:
                yield _Found(speaker.parties, "demand", action, verb, "up to", 0.7, None, speaker)

    @staticmethod
    def _goes_on(verb: Token) -> bool:
        """ "He would also inform Beijing": a report that goes on without its verb of saying."""
        under = clauses.subject(verb)
        return under is not None and under.lower_ in {"he", "she"} and verb.dep_ == "ROOT" and "would" in clauses.modals(verb)

    def _by_standing(self, noun: Token) -> Iterator[_Found]:
        """ "Tokyo is against any lifting of sanctions"."""
        if not any(c.dep_ == "cop" for c in noun.children):
            return
        lead = clauses.preposition(noun)
        for stance in ("oppose", "support"):
            if lead in self._lexicon["standing"][stance]:
                turned = clauses.is_negated(noun)
                side: Stance = ("support" if stance == "oppose" else "oppose") if turned else stance
                action = self._actions.of(noun)
                for holder in self._who.each(clauses.subject(noun)) if action else []:
                    yield _Found(holder, side, action, noun, f"standing:{lead}", 0.65, self._conditions.of(noun))

    def _modal(
        self, verb: Token, stance: Stance, holder: tuple[str, ...], doers: tuple[str, ...],
        hanging: Hanging | None, speaker: Attribution, rule: str, sure: float,
    ) -> Iterator[_Found]:  # fmt: skip
        action = self._actions.of(verb, doer=doers, default=self._actions.others(holder))
        if action:
            yield _Found(holder, stance, action, verb, f"modal:{rule}", sure, hanging, speaker)

    def _by_judgement(self, token: Token) -> Iterator[_Found]:
        """ "A longer list is unacceptable", said X."""
        lower = token.lower_
        stance: Stance | None = None
        if lower in self._lexicon["judged"]["oppose"]:
            stance = "oppose"
        elif lower in self._lexicon["judged"]["demand"]:
            stance = "demand"
        under = clauses.subject(token) if stance else None
        speaker = self._speaker(token)
        if stance is None or under is None or not speaker.parties or self._who.parties(under):
            return
        if clauses.is_negated(token):
            return
        action = self._actions.of(self._actions.unwrap(under), default=self._actions.others(speaker.parties))
        if action:
            yield _Found(speaker.parties, stance, action, token, f"judged:{lower}", 0.6, None, speaker)

    def _by_exchange(self, verb: Token) -> Iterator[_Found]:
        """ "Iran would mothball its centrifuges in exchange for relief": an offer, and a demand."""
        if not clauses.is_clause(verb) or not clauses.modals(verb) & {"will", "would", "could"}:
            return
        hanging = self._conditions.of(verb)
        doers = self._who.parties(clauses.subject(verb))
        if hanging is None or hanging.type != "in_exchange_for" or not doers or self._is_unreal(verb):
            return
        if any(found.action.head == verb for found in self._latest[-8:]):
            return
        action = self._actions.of(verb, doer=doers)
        if action:
            yield _Found(doers, "offer", action, verb, "exchange", 0.6, hanging)

    def _mirrored(self, found: _Found) -> Iterator[_Found]:
        """What a holder's condition asks of others, and what it gives in an exchange."""
        hanging = found.hanging
        if hanging is None or found.rule.startswith(("mirror", "accord")):
            return
        exchange = hanging.type == "in_exchange_for"
        if found.stance in {"support", "oppose"} or (found.stance == "refuse" and exchange):
            return
        if not exchange and (hanging.type not in {"unless", "only_if", "before"} or found.stance == "demand"):
            return
        stance: Stance = "offer" if exchange and found.stance == "demand" else "demand"
        back = Hanging("in_exchange_for", [found.action], found.action.start, found.action.end) if exchange else None
        for action in hanging.actions:
            doer = action.doer or (found.holder if stance == "offer" else self._answering(found))
            if stance == "demand" and _same(doer, found.holder):
                continue
            yield _Found(
                found.holder, stance, replace(action, doer=doer), action.head, f"mirror:{hanging.type}", found.sure - 0.1,
                back, found.speaker,
            )  # fmt: skip

    def _answering(self, found: _Found) -> tuple[str, ...]:
        """Who is to give something in return: whoever takes or rejects the offer, else the party most spoken of."""
        word = found.word
        if word.pos_ == "NOUN" and word.dep_ in {"obj", "nsubj:pass"} and word.head.pos_ == "VERB":
            taker = self._who.parties(clauses.subject(word.head)) if word.dep_ == "obj" else ()
            if taker and not _same(taker, found.holder):
                return taker
        return self._actions.others(found.holder)

    def _statements(self, found: _Found) -> Iterator[Position]:
        action = found.action
        start = min(found.word.idx, action.start)
        end = max(found.word.idx + len(found.word), action.end)
        if found.rule.startswith("mirror"):
            start, end = action.start, action.end
        evidence = self._text.evidence(found.word, start, end)
        if evidence is None or not found.holder:
            return
        speaker = found.speaker or self._speaker(found.word)
        inferred = 0.15 if action.inferred else 0.0
        yield Position(
            id="",
            evidence=(evidence,),
            holder=found.holder,
            stance=found.stance,
            doer=action.doer,
            action=action.words,
            action_span=self._text.article.text[action.start : action.end],
            recipient=tuple(p for p in action.recipient if p not in found.holder)[:2],
            condition=found.hanging.record(self._text.article.text) if found.hanging else None,
            degree=action.degree,
            deadline=self._deadline(found),
            attribution=speaker.label,
            quoted=self._attributions.is_quoted(evidence.span_start, evidence.span_end),
            modality=self._attributions.hedge(found.word),
            confidence=round(max(0.1, found.sure - inferred), 2),
            rule=found.rule,
        )

    def _deadline(self, found: _Found) -> str | None:
        start, end = clauses.phrase(found.word)
        for date in self._text.dates_in(min(start, found.action.start), max(end, found.action.end)):
            if date.deadline:
                return date.deadline
        return None


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return bool({party.split(":")[0] for party in one} & {party.split(":")[0] for party in other})


def _has_particle(token: Token, particle: str) -> bool:
    if any(c.lower_ == particle and c.dep_ in {"compound:prt", "advmod", "case", "xcomp"} for c in token.children):
        return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.lower_ == particle:
        return True
    return bool(clauses.prepositional(token, particle))
