"""Acts that do not go together: done or not, stopped or going on, who began it, on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dragoman.ledger.disagreement import Disagreement, Teller
from dragoman.ledger.likeness import compatible_dates
from dragoman.statements.statement import Act, Statement

__all__ = ["ActsApart"]

_MORE = frozenset({"MOBILIZE", "ASSAULT", "COERCE", "SANCTION"})
_LESS = frozenset({"RETREAT", "CONCEDE"})
_BEGINS = frozenset({"AGREE", "REQUEST"})
_UNDER_WAY = frozenset({"done", "ongoing"})


class ActsApart:
    """Finds acts that two accounts tell differently."""

    def __init__(self, tell: Teller) -> None:
        self.tell = tell

    def found(self, acts: Sequence[Act]) -> Iterator[Disagreement]:
        """Yield each disagreement of *acts*."""
        by_matter: dict[tuple[tuple[str, ...], str], list[Act]] = defaultdict(list)
        for act in acts:
            topic = self.tell.topic(act.quote)
            if topic and act.event in _MORE | _LESS and act.polarity == "positive":
                by_matter[self.tell.voices.parties(act.actor), topic].append(act)
        for (actor, topic), about in by_matter.items():
            yield from self._happened(actor, topic, about)
            yield from self._pulling(actor, topic, about)
        yield from self._initiative(acts)
        yield from self._dates(acts)

    def _happened(self, actor: tuple[str, ...], topic: str, acts: Sequence[Act]) -> Iterator[Disagreement]:
        """One account says that it was done, another that it was not."""
        for sign in (_MORE, _LESS):
            done = [act for act in acts if act.event in sign and act.status in _UNDER_WAY]
            denied = [act for act in acts if act.event in sign and act.status == "denied"]
            pairs = [(one, two) for one in done for two in denied if self._comparable(one, two)]
            if pairs:
                one = list(dict.fromkeys(pair[0].id for pair in pairs))
                two = list(dict.fromkeys(pair[1].id for pair in pairs))
                sides = [[act for act in done if act.id in one], [act for act in denied if act.id in two]]
                told = f"Whether it happened: {self.tell.label(actor)} and {self.tell.noun(topic)}."
                yield self.tell.between(("happened", "contradict"), told, sides, _act_said)

    def _comparable(self, one: Act, two: Act) -> bool:
        apart = one.article != two.article or one.attribution != two.attribution
        targets = [set(self.tell.voices.parties(act.target)) for act in (one, two)]
        same_target = not targets[0] or not targets[1] or bool(targets[0] & targets[1])
        return apart and same_target and compatible_dates(one.date, two.date)

    def _pulling(self, actor: tuple[str, ...], topic: str, acts: Sequence[Act]) -> Iterator[Disagreement]:
        """It is said to have been stopped or given up, and to go on."""
        less = [act for act in acts if act.event in _LESS and act.status in _UNDER_WAY]
        more = [act for act in acts if act.event in _MORE and act.status in _UNDER_WAY]
        more = [act for act in more if any(_same_time(act.date, other.date) for other in less)]
        apart = [act for act in more if all(_sentence(act) != _sentence(other) for other in less)]
        if not less or not apart:
            return
        claimed = all(self._own(act) for act in less) and not any(self._own(act) for act in apart)
        told = f"Whether {self.tell.label(actor)} stopped or goes on: {self.tell.noun(topic)}."
        yield self.tell.between(("happened", "contradict" if claimed else "tension"), told, [less, apart], _act_said)

    def _own(self, act: Act) -> bool:
        voice = self.tell.voices.voice(act.attribution)
        return voice is not None and voice.party in self.tell.voices.parties(act.actor)

    def _initiative(self, acts: Sequence[Act]) -> Iterator[Disagreement]:
        """Of one pair's meetings, one article has the one side begin, another the other."""
        first: dict[frozenset[str], dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
        for act in acts:
            actor, target = self.tell.voices.parties(act.actor), self.tell.voices.parties(act.target)
            meets = act.mode in {"meet", "visit"} and act.event in _BEGINS and act.status in _UNDER_WAY
            if meets and len(actor) == len(target) == 1 and actor != target:
                first[frozenset((*actor, *target))][act.article].append(act)
        for pair, by_article in sorted(first.items(), key=lambda item: sorted(item[0])):
            began: dict[tuple[str, ...], list[Act]] = defaultdict(list)
            for about in by_article.values():
                earliest = min(about, key=lambda act: (act.date or "9", act.id))
                who = self.tell.voices.parties(earliest.actor)
                began[who] += [act for act in about if self.tell.voices.parties(act.actor) == who]
            if len(began) == 2:
                told = f"Who sought the meeting: {self.tell.label(sorted(pair))}."
                yield self.tell.between(("initiative", "tension"), told, list(began.values()), self._began)

    def _began(self, statement: Statement) -> str:
        return f"{self.tell.label(_actor(statement))} did: “{statement.quote}”"

    def _dates(self, acts: Sequence[Act]) -> Iterator[Disagreement]:
        """One event, two days."""
        events: dict[str, list[Act]] = defaultdict(list)
        for act in acts:
            if act.event_id and act.status == "done" and act.date and len(act.date) == len("2019-04-25"):
                events[act.event_id].append(act)
        for _, told in sorted(events.items()):
            for one, two in combinations(sorted({act.date or "" for act in told}), 2):
                sides = [[act for act in told if act.date == date] for date in (one, two)]
                if {act.article for act in sides[0]} != {act.article for act in sides[1]}:
                    topic = f"When it was: “{sides[0][0].quote}”."
                    yield self.tell.between(("date", "contradict"), topic, sides, _dated)


def _act_said(statement: Statement) -> str:
    denied = isinstance(statement, Act) and statement.status == "denied"
    return f"{'not so: ' if denied else ''}“{statement.quote}”"


def _dated(statement: Statement) -> str:
    return str(statement.date) if isinstance(statement, Act) else ""


def _actor(statement: Statement) -> tuple[str, ...]:
    return statement.actor if isinstance(statement, Act) else ()


def _same_time(one: str | None, other: str | None) -> bool:
    """Say whether two dates are of the same or neighbouring years; what is further apart is a change, no difference."""
    years = [int(date[-10:][:4]) for date in (one, other) if date and date[-10:][:4].isdigit()]
    return len(years) < 2 or abs(years[0] - years[1]) <= 1


def _sentence(act: Act) -> tuple[str, int]:
    return act.evidence[0].article, act.evidence[0].char_start
