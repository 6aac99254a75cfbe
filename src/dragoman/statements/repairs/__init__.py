"""Repairs of trees where a small parser goes wrong in known ways, each checked against the words.

Every repair moves a phrase to the word that plainly introduces it: an infinitive to the noun that calls for
one ("an offer by Kim to dismantle"), a that-clause to its verb of saying ("said last week that"), a gerund to its own
subject ("keen on Kim completing"). The rules of reading then walk one kind of tree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import lexicon
from dragoman.statements.repairs.asking import Step
from dragoman.statements.repairs.attaching import FINITE
from dragoman.statements.repairs.clause_series import condition_goes_on
from dragoman.statements.repairs.headlines import bare_headline_verb, two_names, verb_in_compound
from dragoman.statements.repairs.infinitives import infinitive_of_verb
from dragoman.statements.repairs.inserted import infinitive_behind_report, inserted_report
from dragoman.statements.repairs.lists import (
    bare_behind_infinitive,
    bare_goes_on,
    infinitive_goes_on,
    modal_goes_on,
    participle_goes_on,
)
from dragoman.statements.repairs.lone_verbs import (
    adjective_with_object,
    plural_before_infinitive,
    sole_finite_verb,
    speaker_taken_for_noun,
    subject_behind_opening,
    thing_believed,
    verb_before_its_object,
)
from dragoman.statements.repairs.main_verbs import (
    active,
    clause_behind_after,
    joined_verb,
    lost_verb,
    main_verb,
    object_before_after,
    plural_goes_on,
    verb_before_object,
    verb_behind_adjective,
    verb_behind_participle,
    verb_behind_relative,
    verb_behind_until,
    verb_behind_whose,
)
from dragoman.statements.repairs.misread import (
    adjective_as_noun,
    adjective_with_subject,
    capitals_with_s,
    command_in_quotation,
    crossing_of_name,
    demands,
    it_does,
    noun_at_the_head,
    noun_behind_compound,
    noun_behind_verb,
    noun_with_article,
    past_like_base,
    perfect,
    plural_of_states,
    small_name,
    subjunctive,
    urging,
    verb_after_modal,
    verb_after_to,
    verb_in_ise,
    verb_in_relative,
    wished_things,
)
from dragoman.statements.repairs.participles import (
    gerund_before_noun,
    gerund_of_letter,
    gerund_of_text,
    participle_of_fronted_noun,
)
from dragoman.statements.repairs.phrases import (
    adverb_before_phrase,
    agent_of_noun,
    as_well_as,
    called_so,
    clause_of_noun,
    described_subject,
    gerund_of_noun,
    gerund_with_subject,
    given_for,
    given_sum,
    infinitive_of_noun,
    listed_gerunds,
    nothing_of,
    off_auxiliary,
    particle_before_object,
    phrase_of_noun,
    provided,
    reduced_relative,
)
from dragoman.statements.repairs.relatives import noun_taking_up, noun_told_again, relative_behind_comma
from dragoman.statements.repairs.reports import (
    after_comma,
    clause_after_time,
    clause_said_bare,
    clause_told,
    finite_goes_on,
    goes_on_alone,
    goes_on_in_contrast,
    joint_subject_behind_report,
    report_behind,
    report_behind_quote,
    saying_joined,
    speaker_behind,
    verb_after_report,
)
from dragoman.statements.repairs.series import (
    action_series,
    adjective_in_series,
    closing_member,
    infinitive_series,
    thing_series,
)
from dragoman.statements.repairs.subjunctives import bare_verbs_asked
from dragoman.statements.repairs.subordinate import (
    behind_which,
    clause_taken_for_phrase,
    clause_with_reason,
    condition_joined,
    joint_subject,
    mark_before_subject,
    name_before_compound,
    only_once,
    perfect_joined,
    relative_of_noun,
    subject_behind_date,
    subject_of_clause,
    subject_taken_for_compound,
    wish_behind_relative,
)
from dragoman.statements.repairs.wishes import as_long_as, for_to, told_bare, wanted_done, wanted_to, wants_as_auxiliary
from dragoman.statements.repairs.words import (
    mine,
    neighbouring,
    past_like_passive,
    strong_past,
    taken_for_verb,
    verb_form,
)

if TYPE_CHECKING:
    from dragoman.language.tree import Token, Tree

__all__ = ["repair"]

_CLOSED = frozenset({"ADP", "CCONJ", "DET", "NUM", "PRON", "PUNCT", "SPACE", "SYM"})
"""Parts of speech that no verb is taken for."""

_PARTICLES = ("+aside", "+down", "+off", "+out", "+away", "+back", "+up")
_PASSING_FOR_VERBS = FINITE | {"VBN", "JJ", "NNS"}
"""Tags of words that are finite verbs or may be taken for something else than they are."""
_CLAUSAL = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "xcomp"})
"""How a word hangs that may be moved to another clause though nothing hangs from it."""


def repair(doc: Tree) -> None:
    """Mend *doc* in place; each repair looks at one token and its surroundings, so the time is linear."""
    steps = _steps()
    for token in doc:
        steps.verbs(token)
    spoken = [token for token in doc if not token.is_punct and token.pos_ != "DET"]
    for token in spoken:
        steps.phrases(token)
    for step in (steps.clauses, steps.lists):
        for token in spoken:
            if token.children or token.dep_ in _CLAUSAL:
                step(token)


class _Words:
    """The words that repairs go by: those that hold an action, take a stance, take an object, say, or take up."""

    def __init__(self) -> None:
        words = lexicon("positions")
        verbs = words["verb"]
        self.holding = frozenset(words["containers"]["words"]) | {w for entry in words["noun"] for w in entry["words"]}
        self.stances = frozenset(w.partition("+")[0] for entry in verbs for w in entry["words"])
        self.taking = frozenset(
            w for entry in verbs if "obj" in entry["action"] for w in entry["words"] if "+" not in w
        )
        self.parting = frozenset(
            w for entry in verbs if "obj" in entry["action"] for w in entry["words"] if w.endswith(_PARTICLES)
        )
        self.saying = frozenset(words["saying"]["words"])
        self.opening = self.saying | self.stances
        self.asking = self.stances | self.holding
        self.active = frozenset(lexicon("acts")["carriers"]["active"])
        self.bringing = lexicon("nouns")["bringing"]
        self.offering = frozenset(
            w
            for entry in verbs
            if "to" in entry["action"] and "asked" not in entry
            for w in entry["words"]
            if "+" not in w
        )
        self.people = frozenset(lexicon("nouns")["people"])
        self.adjectives = frozenset(w for entry in words["adjective"] for w in entry["words"])
        self.anaphors = frozenset(words["anaphors"]["words"])
        self.beside = self.anaphors | frozenset(words["anaphors"]["beside"])


class _Steps:
    """All repairs, in their order."""

    def __init__(self) -> None:
        words = _Words()
        parting = (particle_before_object, words.parting)
        self._closed = Step((mine,), (off_auxiliary,), parting, (verb_after_to,), (bare_verbs_asked,))
        self._forms, self._finite, self._others = _forms(words), _finite_verbs(words), _objects_and_wishes(words)
        self.phrases, self.clauses, self.lists = _subjects_and_phrases(words), _clauses(words), _lists(words)

    def verbs(self, token: Token) -> None:
        """Mend what *token* is taken for, and the clause of a verb."""
        if token.pos_ in _CLOSED:
            self._closed(token)
            return
        self._forms(token)
        if token.tag_ in _PASSING_FOR_VERBS or token.pos_ == "PROPN":
            self._finite(token)
        self._others(token)


@cache
def _steps() -> _Steps:
    return _Steps()


def _forms(words: _Words) -> Step:
    return Step(
        (adjective_with_object,),
        (verb_form,),
        (crossing_of_name,),
        (strong_past,),
        (past_like_passive,),
        (command_in_quotation,),
        (adjective_with_subject,),
        (small_name,),
        (capitals_with_s,),
        (plural_of_states,),
        (neighbouring,),
        (adverb_before_phrase,),
        (off_auxiliary,),
        (demands, words.stances),
        (wished_things,),
        (verb_in_ise,),
        (verb_in_relative,),
        (subjunctive, words.stances),
        (perfect,),
        (past_like_base,),
        (noun_behind_verb, words.taking),
        (noun_behind_compound, words.holding),
        (noun_at_the_head,),
        (noun_with_article,),
        (adjective_as_noun, words.adjectives),
        (report_behind, words.saying),
        (saying_joined, words.saying),
        (report_behind_quote, words.saying),
        (verb_after_to,),
        (verb_after_modal,),
        (adjective_in_series,),
    )


def _finite_verbs(words: _Words) -> Step:
    return Step(
        (main_verb,),
        (lost_verb,),
        (joined_verb,),
        (active, words.active, words.people),
        (bare_headline_verb, words.stances),
        (sole_finite_verb,),
        (plural_before_infinitive,),
        (verb_before_object,),
        (verb_behind_adjective,),
        (verb_behind_participle,),
        (verb_before_its_object,),
        (verb_behind_relative,),
        (verb_behind_until,),
        (verb_behind_whose,),
        (two_names,),
        (clause_behind_after,),
    )


def _objects_and_wishes(words: _Words) -> Step:
    return Step(
        (object_before_after, words.opening),
        (gerund_before_noun,),
        (gerund_of_text,),
        (gerund_of_letter,),
        (participle_of_fronted_noun,),
        (urging,),
        (wants_as_auxiliary,),
        (wanted_done,),
        (told_bare,),
        (wanted_to,),
        (bare_verbs_asked,),
    )


def _subjects_and_phrases(words: _Words) -> Step:
    return Step(
        (it_does,),
        (subject_taken_for_compound,),
        (subject_of_clause,),
        (subject_behind_date,),
        (subject_behind_opening,),
        (speaker_taken_for_noun, words.saying),
        (thing_believed, words.saying),
        (taken_for_verb,),
        (mark_before_subject,),
        (clause_taken_for_phrase,),
        (clause_with_reason,),
        (condition_joined,),
        (behind_which,),
        (joint_subject,),
        (name_before_compound,),
        (only_once,),
        (perfect_joined,),
        (wish_behind_relative, words.stances),
        (agent_of_noun, words.holding),
        (phrase_of_noun, words.bringing),
        (described_subject,),
        (given_for,),
        (given_sum,),
        (called_so,),
        (nothing_of,),
        (provided,),
        (as_long_as,),
        (for_to, words.asking),
        (reduced_relative, words.anaphors),
        (relative_behind_comma,),
    )


def _clauses(words: _Words) -> Step:
    return Step(
        (infinitive_of_noun, words.holding),
        (gerund_of_noun, words.holding),
        (joint_subject_behind_report, words.saying),
        (clause_after_time, words.saying),
        (clause_said_bare, words.saying),
        (clause_told,),
        (clause_of_noun, words.holding),
        (noun_told_again,),
        (relative_of_noun, words.taking, words.parting),
        (noun_taking_up, words.beside),
        (speaker_behind, words.saying),
        (inserted_report, words.saying),
        (infinitive_behind_report, words.saying),
        (verb_after_report,),
        (verb_in_compound,),
        (finite_goes_on,),
        (after_comma,),
        (plural_goes_on,),
        (goes_on_in_contrast,),
        (goes_on_alone,),
        (participle_goes_on,),
        (infinitive_goes_on,),
        (modal_goes_on,),
        (bare_goes_on, words.saying),
        (bare_behind_infinitive,),
        (infinitive_of_verb, words.offering),
        (gerund_with_subject,),
    )


def _lists(words: _Words) -> Step:
    return Step(
        (listed_gerunds, words.saying),
        (as_well_as,),
        (infinitive_series,),
        (closing_member,),
        (condition_goes_on,),
        (action_series, words.asking),
        (thing_series, words.stances),
    )
