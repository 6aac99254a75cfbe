"""Repairs of trees where a small parser goes wrong in known ways, each checked against the words.

Every repair moves a phrase to the word that plainly introduces it: an infinitive to the noun that calls for
one ("an offer by Kim to dismantle"), a that-clause to its verb of saying ("said last week that"), a gerund to its own
subject ("keen on Kim completing"). The rules of reading then walk one kind of tree.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from dragoman.statements.lexicon import lexicon
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
    words = _words()
    for token in doc:
        _verbs(token, words)
        bare_verbs_asked(token)
    spoken = [token for token in doc if not token.is_punct and token.pos_ != "DET"]
    for token in spoken:
        _subjects_and_phrases(token, words)
    for step in (_clauses, _lists):
        for token in spoken:
            if token.children or token.dep_ in _CLAUSAL:
                step(token, words)


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


@cache
def _words() -> _Words:
    return _Words()


def _verbs(token: Token, words: _Words) -> None:
    if token.pos_ in _CLOSED:
        mine(token)
        off_auxiliary(token)
        particle_before_object(token, words.parting)
        verb_after_to(token)
        return
    _forms(token, words)
    _finite_verbs(token, words)
    object_before_after(token, words.opening)
    gerund_before_noun(token)
    gerund_of_text(token)
    gerund_of_letter(token)
    participle_of_fronted_noun(token)
    urging(token)
    _wishes(token)


def _forms(token: Token, words: _Words) -> None:
    adjective_with_object(token)
    verb_form(token)
    crossing_of_name(token)
    strong_past(token)
    past_like_passive(token)
    command_in_quotation(token)
    adjective_with_subject(token)
    small_name(token)
    capitals_with_s(token)
    plural_of_states(token)
    neighbouring(token)
    adverb_before_phrase(token)
    off_auxiliary(token)
    demands(token, words.stances)
    wished_things(token)
    verb_in_ise(token)
    verb_in_relative(token)
    subjunctive(token, words.stances)
    perfect(token)
    past_like_base(token)
    noun_behind_verb(token, words.taking)
    noun_behind_compound(token, words.holding)
    noun_at_the_head(token)
    noun_with_article(token)
    adjective_as_noun(token, words.adjectives)
    report_behind(token, words.saying)
    saying_joined(token, words.saying)
    report_behind_quote(token, words.saying)
    verb_after_to(token)
    verb_after_modal(token)
    adjective_in_series(token)


def _finite_verbs(token: Token, words: _Words) -> None:
    if token.tag_ not in _PASSING_FOR_VERBS and token.pos_ != "PROPN":
        return
    main_verb(token)
    lost_verb(token)
    joined_verb(token)
    active(token, words.active, words.people)
    bare_headline_verb(token, words.stances)
    sole_finite_verb(token)
    plural_before_infinitive(token)
    verb_before_object(token)
    verb_behind_adjective(token)
    verb_behind_participle(token)
    verb_before_its_object(token)
    verb_behind_relative(token)
    verb_behind_until(token)
    verb_behind_whose(token)
    two_names(token)
    clause_behind_after(token)


def _wishes(token: Token) -> None:
    wants_as_auxiliary(token)
    wanted_done(token)
    told_bare(token)
    wanted_to(token)


def _subjects_and_phrases(token: Token, words: _Words) -> None:
    it_does(token)
    subject_taken_for_compound(token)
    subject_of_clause(token)
    subject_behind_date(token)
    subject_behind_opening(token)
    speaker_taken_for_noun(token, words.saying)
    thing_believed(token, words.saying)
    taken_for_verb(token)
    mark_before_subject(token)
    clause_taken_for_phrase(token)
    clause_with_reason(token)
    condition_joined(token)
    behind_which(token)
    joint_subject(token)
    name_before_compound(token)
    only_once(token)
    perfect_joined(token)
    wish_behind_relative(token, words.stances)
    agent_of_noun(token, words.holding)
    phrase_of_noun(token, words.bringing)
    described_subject(token)
    given_for(token)
    given_sum(token)
    called_so(token)
    nothing_of(token)
    provided(token)
    as_long_as(token)
    for_to(token, words.asking)
    reduced_relative(token, words.anaphors)
    relative_behind_comma(token)


def _clauses(token: Token, words: _Words) -> None:
    infinitive_of_noun(token, words.holding)
    gerund_of_noun(token, words.holding)
    joint_subject_behind_report(token, words.saying)
    clause_after_time(token, words.saying)
    clause_said_bare(token, words.saying)
    clause_told(token)
    clause_of_noun(token, words.holding)
    noun_told_again(token)
    relative_of_noun(token, words.taking, words.parting)
    noun_taking_up(token, words.beside)
    speaker_behind(token, words.saying)
    inserted_report(token, words.saying)
    infinitive_behind_report(token, words.saying)
    verb_after_report(token)
    verb_in_compound(token)
    finite_goes_on(token)
    after_comma(token)
    plural_goes_on(token)
    goes_on_in_contrast(token)
    goes_on_alone(token)
    participle_goes_on(token)
    infinitive_goes_on(token)
    modal_goes_on(token)
    bare_goes_on(token, words.saying)
    bare_behind_infinitive(token)
    infinitive_of_verb(token, words.offering)
    gerund_with_subject(token)


def _lists(token: Token, words: _Words) -> None:
    listed_gerunds(token, words.saying)
    as_well_as(token)
    infinitive_series(token)
    closing_member(token)
    condition_goes_on(token)
    action_series(token, words.asking)
    thing_series(token, words.stances)
