"""Answers to further questions as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.case.answers import Answers, Coalitions, Likelihood, Step, Way, Wish
from dragoman.case.case import Case
from dragoman.case.explaining import move_in_words
from dragoman.case.groundlines import grounds_told
from dragoman.case.judged import judged_told
from dragoman.case.sightlines import misperceptions_told, strengths_told
from dragoman.case.stabilitylines import beside_now, called, ends_told, foresight_told, further_told, unknown_told
from dragoman.plain import listed, wrapped

__all__ = ["answers_text"]


def answers_text(case: Case, answers: Answers, *, width: int = 80) -> str:
    """Say *answers* in plain text no wider than *width* columns; a block for each question, empty where none was asked.

    Control characters are left out, so that no case can steer a terminal.
    """
    blocks = [_block(title, lines, width) for title, lines in _told(case, answers)]
    return "\n\n".join(blocks) + ("\n" if blocks else "")


def _told(case: Case, answers: Answers) -> Iterator[tuple[str, Iterable[str]]]:
    if answers.reasons is not None:
        yield "Why each party stays or leaves", (reason.text for reason in answers.reasons)
    if answers.coalitions is not None:
        yield "What parties could do together, though none could alone", _joint(case, answers.coalitions)
        if answers.coalitions.named:
            who = _names(case, answers.coalitions.named)
            nothing = f"No listed outcome that is better for all can be brought about by {who}."
            yield (
                f"What {who} could bring about that is better for all",
                ([_way(case, way) for way in answers.coalitions.reaches] or [nothing]),
            )
    if answers.paths is not None:
        yield "Shortest ways to what holds, by moves that each help their maker", _ways(case, answers.paths)
    if answers.likelihood is not None:
        yield "How firm the outcomes are", _likely(answers.likelihood)
    if answers.wish is not None:
        yield f"What would make this hold: {_changed(case, answers.wish.on)}", _wish(case, answers.wish)
    if answers.concepts is not None:
        yield "What holds under further concepts", further_told(case, answers.concepts)
    if answers.unknown is not None:
        yield "What holds though preferences are known in part", unknown_told(case, answers.unknown)
    if answers.ahead is not None:
        yield "Where two parties that look ahead would stay", foresight_told(case, answers.ahead)
    if answers.evolution is not None:
        begin = beside_now(case, answers.evolution.begin)
        yield f"Where it ends if whoever can improve does, beginning {begin}", ends_told(case, answers.evolution)
    for judged in answers.at or ():
        yield f"What was asked about: {beside_now(case, judged.on)}", judged_told(case, judged)
    if answers.strength is not None:
        yield "What holds strongly, and what only weakly", strengths_told(case, answers.strength)
    if answers.misperceptions is not None:
        yield "What holds by what each party sees", misperceptions_told(case, answers.misperceptions)
    if answers.rests_on is not None:
        yield "What the outcomes rest on", grounds_told(answers.rests_on)


def _joint(case: Case, found: Coalitions) -> Iterator[str]:
    for move in found.joint:
        yield f"{_names(case, move.parties)}: {_steps(case, move.steps)}."
    if found.more:
        yield f"And more; these are the {len(found.joint)} with the fewest movers."
    if not found.joint:
        yield "Nothing: no parties would all gain by moving together."


def _ways(case: Case, ways: Sequence[Way]) -> Iterator[str]:
    yield from (_way(case, way) for way in ways if way.steps is not None)
    out_of_reach = [way.outcome for way in ways if way.steps is None]
    if out_of_reach:
        yield f"There is no such way to {'outcome' if len(out_of_reach) == 1 else 'outcomes'} {listed(out_of_reach)}."
    if not ways:
        yield "No equilibrium but the status quo is listed."


def _way(case: Case, way: Way) -> str:
    steps = way.steps or ()
    return f"Outcome {way.outcome} in {len(steps)} move{'' if len(steps) == 1 else 's'}: {_steps(case, steps)}."


def _steps(case: Case, steps: Sequence[Step]) -> str:
    return "; then ".join(f"{case.parties[step.party].name} {step.does}" for step in steps)


def _likely(found: Likelihood) -> Iterator[str]:
    how = "all there are" if found.exact else f"drawn from seed {found.seed}"
    yield f"Over {found.examined:,} preference orders ({how})."
    for share in found.shares:
        told = f"equilibrium (SEQ) in {share.seq:.0%} of them; nobody gains alone in {share.nash:.0%} (Nash)"
        yield f"{called(share.outcome)}: {told}."
    yield f"Assumed: {found.assumption}"


def _wish(case: Case, wish: Wish) -> Iterator[str]:
    if wish.holds:
        yield "It holds already: every party's gain is undone by others' own best replies, or it has none."
        return
    yield f"As the lists are, it is left by {_names(case, wish.unstable_for)}."
    for change in wish.changes:
        yield f"{case.parties[change.party].name}: {change.edit}."
    if not wish.changes:
        yield "No single edit of one party's list makes it hold."


def _changed(case: Case, on: Sequence[str]) -> str:
    now = case.status_quo
    change = move_in_words(case, [o for o in on if o not in now], [o for o in now if o not in on])
    return f"from now, {change}" if change else "the status quo"


def _names(case: Case, parties: Sequence[str]) -> str:
    return listed([case.parties[party].name for party in parties])


def _block(title: str, lines: Iterable[str], width: int) -> str:
    return "\n".join([wrapped(title, width), *(wrapped(line, width, first="- ", rest="  ") for line in lines)])
