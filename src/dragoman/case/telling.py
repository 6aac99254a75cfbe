"""What a draft says about itself: its title, a paragraph on what it is about, and what was left out, with reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dragoman.case.ask import Ask
from dragoman.case.asks import within
from dragoman.case.case import Case, LeftOut
from dragoman.case.choosing import Choice
from dragoman.case.explaining import in_words
from dragoman.case.moves import Move
from dragoman.ledger.thesaurus import Thesaurus
from dragoman.ledger.voices import Voices
from dragoman.plain import listed
from dragoman.statements.statement import Position

__all__ = ["left_out", "summary", "title"]

_MOST_EVIDENCE = 12
_TOLD_MOVES = 3
_TOLD_PARTIES = 2
_TOLD_LEFT = 60


def title(choice: Choice, thesaurus: Thesaurus, voices: Voices) -> str:
    """Name the negotiation by the parties and matters that weigh most."""
    topics = [thesaurus.topics[move.topic].noun for move in choice.kept if move.topic]
    doers = [voices.label(move.doer) for move in choice.kept]
    matters = list(dict.fromkeys(topics))[:2]
    parties = list(dict.fromkeys(doers))[:2]
    if not parties:
        return "A negotiation"
    return listed(parties) + (f": {listed(matters)}" if matters else "")


def summary(case: Case, choice: Choice, voices: Voices) -> str | None:
    """Say who the parties are, what is asked above all and by whom, and on which terms the first of them stand."""
    if not choice.kept:
        return None
    told = [f"The parties are {listed([party.name for party in case.parties.values()])}."]
    told += [_asked(case, move, voices) for move in choice.kept[:_TOLD_MOVES]]
    for party in list(case.parties)[:_TOLD_PARTIES]:
        first = next((line for line in case.preferences.get(party, ()) if " unless " in line.prefers), None)
        if first is not None and first.basis == "words":
            told.append(f"{case.parties[party].name} holds to this: {in_words(case, first.prefers)}.")
    return " ".join(sentence for sentence in told if sentence)


def _asked(case: Case, move: Move, voices: Voices) -> str:
    does = case.options[next(iter(move.options.values()))].does.removesuffix(", all or most")
    for_it = [ask.holder for ask in move.asks if move.favours(ask) and ask.holder != move.doer]
    against = [ask.holder for ask in move.asks if not move.favours(ask)]
    wanting, resisting = ([voices.label(party) for party in dict.fromkeys(side)] for side in (for_it, against))
    opposed = f"{listed(resisting)} {'is' if len(resisting) == 1 else 'are'} against it" if resisting else ""
    if not wanting:
        return f"{opposed.removesuffix(' it')} a step of {voices.label(move.doer)}: {does}." if opposed else ""
    wish = f"{listed(wanting)} {'wants' if len(wanting) == 1 else 'want'} {voices.label(move.doer)} to {does}"
    return f"{wish}; {opposed}." if opposed else f"{wish}."


def left_out(
    case: Case, choice: Choice, asks: Sequence[Ask], positions: Sequence[Position], voices: Voices
) -> Iterator[LeftOut]:
    """Yield what was read and is no part of *case*: actions, vague wishes, and holders that are no party."""
    for move, why in choice.left[:_TOLD_LEFT]:
        phrase = (move.phrases or tuple(mention.phrase for mention in move.mentions))[0]
        ids = tuple(sorted({mention.statement for mention in move.mentions}))[:_MOST_EVIDENCE]
        yield LeftOut(what=f"{voices.label(move.doer)}: {phrase}", why=why, evidence=ids)
    vague: dict[str, set[str]] = defaultdict(set)
    for ask in asks:
        for mention in ask.mentions:
            if mention.meaning.vague:
                vague[f"{voices.label(mention.doer)}: {mention.phrase}"].add(ask.statement)
    for what, said in sorted(vague.items())[:_TOLD_LEFT]:
        yield LeftOut(what=what, why="too vague to be chosen or checked", evidence=tuple(sorted(said))[:_MOST_EVIDENCE])
    yield from _silent(case, positions, voices)


def _silent(case: Case, positions: Sequence[Position], voices: Voices) -> Iterator[LeftOut]:
    """Say which holders of positions are no party of the case, and why."""
    left: dict[tuple[str, str], set[str]] = defaultdict(set)
    for position in positions:
        for identity in position.holder:
            voice = voices.voice(identity)
            if voice is None:
                left[identity, "a source or an unnamed group, not a party"].add(position.id)
            elif within(position, voice, voices):
                told = f"{identity.partition(':')[2]} ({voices.label(voice.party)})"
                left[told, "one voice within a party on what another should do"].add(position.id)
            elif voice.party not in case.parties:
                left[voices.label(voice.party), "it controls nothing that the model holds"].add(position.id)
    for (what, why), ids in sorted(left.items())[:_TOLD_LEFT]:
        yield LeftOut(what=what, why=why, evidence=tuple(sorted(ids))[:_MOST_EVIDENCE])
