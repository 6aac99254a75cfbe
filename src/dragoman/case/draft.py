"""From cited statements to a proposed case: what somebody asks of somebody becomes an option of its doer."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.articles.article import Article
from dragoman.case import telling
from dragoman.case.asks import asks_of, within
from dragoman.case.case import Case, Deadline, Infeasible, Option, Party, StandingTie
from dragoman.case.choosing import LEAST_ASKED, MOST_OPTIONS, choose, identifier, phrase_of
from dragoman.case.doings import Backing, Doing, Scene, backings, doings
from dragoman.case.further import Scope, further_lines
from dragoman.case.moves import Move, gather
from dragoman.case.preferences import lists
from dragoman.case.scales import issues_of
from dragoman.case.statusquo import now
from dragoman.case.wishes import wishes_of
from dragoman.language.parties import Names
from dragoman.ledger.thesaurus import Thesaurus, load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.plain import listed
from dragoman.statements.statement import Act, Position, Statement, Tie

__all__ = ["draft"]

_MOST_EVIDENCE = 12
_PARTY_EVIDENCE = 4
_MOST_TOLD = 3


def draft(
    statements: Iterable[Statement],
    articles: Iterable[Article] = (),
    *,
    title: str | None = None,
    thesaurus: Thesaurus | str | Path | None = None,
    names: Names | None = None,
) -> Case:
    """Propose a case from *statements*; every line carries the ids of the statements it rests on.

    Actions of one doer with one meaning are one option, partial and full apart where somebody tells them apart; what
    a party does or has stopped, and what third parties back, are options too, up to 16 in all; the rest is listed in
    ``left_out`` with the reason. Stances and conditions become preferences (basis ``words``), "Y if X" a ``promise``;
    that a requested concession costs its doer, and that a party likes what it does unforced, are ``default``.
    What is asked for in part and wholly becomes an issue on a scale, too.
    What was not said stays unsaid. The order of *statements* does not matter; the same ones give the same case.

    Parameters
    ----------
    statements
        Accepted or proposed statements of any kind; views are not used.
    articles
        Where they come from: their dates say what was said lately, the latest is the case's ``as_of``.
    title
        What to call it; made of the main parties and matters if not given.
    thesaurus
        A file of words that extends the shipped ones, or a thesaurus already loaded.
    names
        The lists of parties that the statements were read with, where they are not the shipped ones.

    Raises
    ------
    CaseError
        The thesaurus file cannot be read.

    Examples
    --------
    >>> from dragoman.statements.statement import Evidence, Position
    >>> words = "Ruritania will reopen the strait only if Graustark frees the crew."
    >>> place = Evidence(article="a", sentence=words, char_start=0, char_end=66, span=words, span_start=0, span_end=66)
    >>> offer = Position.model_validate({
    ...     "id": "p-1", "evidence": [place], "holder": ["Ruritania"], "stance": "offer", "doer": ["Ruritania"],
    ...     "action": "reopen the strait",
    ...     "condition": {"type": "only_if", "doer": ["Graustark"], "action": "free the crew"},
    ... })
    >>> demand = offer.model_copy(update={
    ...     "id": "p-2", "stance": "demand", "doer": ("Graustark",), "action": "free the crew", "condition": None
    ... })
    >>> case = draft([offer, demand])
    >>> [(line.prefers, line.basis) for line in case.preferences["Ruritania"]]
    [('not ruritania_reopen_strait unless graustark_free_crew', 'words'), ('graustark_free_crew', 'words'), \
('ruritania_reopen_strait if graustark_free_crew', 'promise')]
    """
    if thesaurus is None or isinstance(thesaurus, str | Path):
        thesaurus = load_thesaurus(*([] if thesaurus is None else [thesaurus]))
    return _Drafting(statements, articles, thesaurus, Voices(thesaurus, names)).case(title)


class _Drafting:
    def __init__(
        self, statements: Iterable[Statement], articles: Iterable[Article], thesaurus: Thesaurus, voices: Voices
    ) -> None:
        self.thesaurus = thesaurus
        self.voices = voices
        ordered = sorted(statements, key=lambda statement: statement.id)
        self.positions = [statement for statement in ordered if isinstance(statement, Position)]
        used = {place.article for statement in ordered for place in statement.evidence}
        dates: dict[str, dt.date] = {
            article.id: article.date for article in articles if article.date is not None and article.id in used
        }
        self.as_of = max(dates.values(), default=None)
        acts = tuple(statement for statement in ordered if isinstance(statement, Act))
        ties = tuple(statement for statement in ordered if isinstance(statement, Tie))
        self.asks = asks_of(self.positions, ties, voices=self.voices, thesaurus=thesaurus, dates=dates)
        self.scene = Scene(
            acts,
            ties,
            self.voices,
            thesaurus,
            self.as_of or _last_day(acts),
        )
        self.gathered, self.move_of = gather(self.asks, thesaurus)
        self.choice = choose(self.gathered, thesaurus)
        room = MOST_OPTIONS - len(self._found_doings()) - len(self._needed_backings())
        self.choice = choose(self.gathered, thesaurus, most=max(LEAST_ASKED, room))
        self.options: dict[str, Option] = {}

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties that control an option, the weightiest first."""
        weight: dict[str, float] = defaultdict(float)
        for move in self.choice.kept:
            weight[move.doer] += move.importance
            for ask in move.asks:
                weight[ask.holder] += ask.weight / 4
        owners = {option.party for option in self.options.values()}
        return tuple(sorted(owners, key=lambda party: (-round(weight[party], 6), party)))

    def case(self, called: str | None) -> Case:
        self._move_options()
        doing_options, backing_options = self._own_options()
        standing = {move: now(move, self.scene) for move in self.choice.kept}
        scope = Scope(self.choice.kept, standing, doing_options, backing_options, self.asks)
        kept = {mention: move for mention, move in self.move_of.items() if move.options}
        wholly = {
            (ask.holder, kept[m])
            for ask in self.asks
            for m in ask.mentions
            if m in kept and m.meaning.level == "full" and ask.stance in {"demand", "support"}
        }
        wishes = [wish for ask in self.asks for wish in wishes_of(ask, kept, wholly=wholly)]
        preferences = lists(wishes, tuple(further_lines(scope, self.scene)), self.parties)
        order = {party: place for place, party in enumerate(self.parties)}
        options = dict(sorted(self.options.items(), key=lambda entry: order[entry[1].party]))
        taken = {said.option for said in standing.values() if said.option}
        taken |= {option for doing, option in doing_options.items() if doing.goes_on} | set(backing_options.values())
        case = Case(
            title=called or telling.title(self.choice, self.thesaurus, self.voices),
            as_of=self.as_of,
            parties={party: self._party(party) for party in self.parties},
            options=options,
            infeasible=tuple(self._infeasible(doing_options)),
            status_quo=tuple(option for option in options if option in taken),
            preferences=preferences,
            issues=issues_of(self.choice.kept, options, self.parties),
            ties=tuple(self._ties()),
            deadlines=tuple(self._deadlines()),
        )
        left = tuple(telling.left_out(case, self.choice, self.asks, self.positions, self.voices))
        return case.model_copy(update={"summary": telling.summary(case, self.choice, self.voices), "left_out": left})

    def _named(self, identity: str) -> str:
        return self.voices.label(identity)

    def _move_options(self) -> None:
        labels = {party: self._named(party) for move in self.choice.kept for party in (move.doer, *move.interested)}
        labels |= {r: self._named(r) for ask in self.asks for mention in ask.mentions for r in mention.recipients}
        for move in self.choice.kept:
            for level in move.levels or (None,):
                does = phrase_of(move, level, self.thesaurus, labels)
                option = identifier(move.doer, does, level, list(self.options), skip=tuple(sorted(labels.values())))
                move.options[level] = option
                said = {mention.statement for mention in move.mentions}
                at_level = {m.statement for m in move.mentions if level is None or m.meaning.level in {level, None}}
                self.options[option] = Option(
                    party=move.doer,
                    does=does,
                    one_way=move.irreversible,
                    evidence=tuple(sorted(at_level or said))[:_MOST_EVIDENCE],
                    note=self._move_note(move),
                )

    def _move_note(self, move: Move) -> str:
        for_it = sorted({ask.holder for ask in move.asks if move.favours(ask)} - {move.doer})
        against = sorted({ask.holder for ask in move.asks if not move.favours(ask)})
        helpers = sorted({helper for ask in move.asks for helper in ask.helpers} - {move.doer})
        told = [f"said as: {'; '.join(f'“{phrase}”' for phrase in move.phrases[:3])}"]
        told += [f"for it: {listed([self._named(party) for party in for_it])}"] if for_it else []
        told += [f"against: {listed([self._named(party) for party in against])}"] if against else []
        told += [f"together with {listed([self._named(party) for party in helpers])}"] if helpers else []
        return "; ".join(told)

    def _own_options(self) -> tuple[dict[Doing, str], dict[Backing, str]]:
        """Add doings and backings while there is room, backings that are needed before other doings."""
        room = MOST_OPTIONS - len(self.options)
        needed = self._needed_backings()
        doing_options = {
            doing: self._add(doing.party, doing.does, doing.statements, "from what it did")
            for doing in self._found_doings()[: max(1, room - len(needed)) if room else 0]
        }
        backing_options: dict[Backing, str] = {}
        for backing in self._backings()[: MOST_OPTIONS - len(self.options)]:
            target = next(iter(backing.move.options.values()))
            if len(backing.move.options) > 1:
                levels = {m.meaning.level for m in backing.ask.mentions if m in backing.move.mentions}
                target = backing.move.options["full" if "full" in levels else "partial"]
            asked, does = self._named(backing.move.doer), self.options[target].does
            verb = "press for" if backing.favours else "press against"
            phrase = f"{verb} {asked} to {does}" if backing.favours else f"{verb} a step of {asked}: {does}"
            option = f"{_slug(backing.party)}_{'back' if backing.favours else 'resist'}_{target}"
            backing_options[backing] = self._add(
                backing.party, phrase, backing.statements, "from the stance it takes", option=option
            )
        return doing_options, backing_options

    def _found_doings(self) -> tuple[Doing, ...]:
        doers = {move.doer for move in self.choice.kept}
        holders = {ask.holder for move in self.choice.kept for ask in move.asks}
        found = doings(self.scene, self.choice.kept, doers | holders)
        return tuple(doing for doing in found if doing.party in doers)

    def _backings(self) -> tuple[Backing, ...]:
        return backings(self.choice.kept, self.scene.acts, self._bargainers(), self.voices)

    def _needed_backings(self) -> tuple[Backing, ...]:
        """The backings of parties that have no other option, or on what is contested."""
        doers = {move.doer for move in self.choice.kept}
        return tuple(b for b in self._backings() if b.party not in doers or b.move.contested)

    def _add(self, party: str, does: str, statements: Sequence[str], note: str, *, option: str | None = None) -> str:
        taken = list(self.options)
        name = option if option and option not in taken else identifier(party, does, None, taken)
        self.options[name] = Option(party=party, does=does, evidence=tuple(statements)[:_MOST_EVIDENCE], note=note)
        return name

    def _bargainers(self) -> set[str]:
        """The parties that do, or withhold, something on terms, or whose doing is somebody's term."""
        found: set[str] = set()
        for move in self.choice.kept:
            on_terms = any(ask.terms and ask.own for ask in move.asks if ask.holder == move.doer)
            term = any(mention.term for mention in move.mentions)
            found |= {move.doer} if on_terms or term else set()
        return found

    def _party(self, party: str) -> Party:
        persons: Counter[str] = Counter()
        for position in self.positions:
            for identity in (*position.holder, *position.doer):
                voice = self.voices.voice(identity)
                if voice and voice.party == party and voice.person and not within(position, voice, self.voices):
                    persons[voice.person] += 1
        by_weight = sorted((ask for ask in self.asks if ask.holder == party), key=lambda a: (-a.weight, a.statement))
        said = [ask.statement for ask in by_weight] + [
            mention.statement for move in self.choice.kept if move.doer == party for mention in move.mentions
        ]
        return Party(
            name=self._named(party),
            persons=tuple(sorted(persons, key=lambda person: (-persons[person], person))),
            evidence=tuple(dict.fromkeys(said))[:_PARTY_EVIDENCE],
        )

    def _infeasible(self, doing_options: dict[Doing, str]) -> Iterable[Infeasible]:
        for move in self.choice.kept:
            if len(move.options) > 1:
                full, part = move.options["full"], move.options["partial"]
                evidence = tuple(sorted({m.statement for m in move.mentions if m.meaning.level}))[:_MOST_EVIDENCE]
                yield Infeasible(when=f"{full} and {part}", why="one level at a time", evidence=evidence)
            topic = self.thesaurus.topics.get(move.topic or "")
            whole = move.options.get("full") or move.options.get(None)
            if topic is None or whole is None or move.direction == topic.usual * -1:
                continue
            for doing, option in doing_options.items():
                if doing.party == move.doer and doing.topic in topic.excludes and not doing.goes_on:
                    yield Infeasible(when=f"{whole} and {option}", why="the one rules out the other")

    def _ties(self) -> Iterable[StandingTie]:
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for tie in self.scene.ties:
            if (tie.time or "").startswith("past"):
                continue
            for start in self.voices.parties(tie.from_):
                for end in self.voices.parties(tie.to):
                    if start != end and {start, end} <= set(self.parties):
                        found[start, end, tie.relation].append(tie.id)
        for (start, end, relation), ids in sorted(found.items()):
            yield StandingTie.model_validate(
                {"from": start, "to": end, "relation": relation, "evidence": tuple(dict.fromkeys(ids))}
            )

    def _deadlines(self) -> Iterable[Deadline]:
        found: dict[tuple[str, str, tuple[str, ...]], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for ask in self.asks:
            on = tuple(doer for doer in ask.doers if doer in self.parties)
            if ask.deadline and ask.holder in self.parties and on:
                found[ask.deadline, ask.holder, on][ask.mentions[0].phrase].append(ask.statement)
        for (date, by, on), said in sorted(found.items()):
            about = sorted(said, key=lambda phrase: (-len(said[phrase]), len(phrase), phrase))
            evidence = tuple(sorted({found for ids in said.values() for found in ids}))
            yield Deadline(date=date, by=(by,), on=on, about="; ".join(about[:_MOST_TOLD]), evidence=evidence)


def _last_day(acts: Sequence[Act]) -> dt.date | None:
    """Return the last full date of what was done, which stands for the day of the articles where that is unknown."""
    days = []
    for act in acts:
        if act.status == "done" and act.date:
            with contextlib.suppress(ValueError):
                days.append(dt.date.fromisoformat(act.date))
    return max(days, default=None)


def _slug(party: str) -> str:
    return identifier(party, "", None, []).removesuffix("_act")
