"""The statement: an act, a position, a tie or a view that an article attributes, with its exact words."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_serializer, model_validator

__all__ = [
    "Act",
    "Condition",
    "Evidence",
    "Position",
    "Statement",
    "Tie",
    "View",
    "statement_adapter",
    "statement_id",
]

ConditionType = Literal["in_exchange_for", "only_if", "unless", "before", "after", "step_for_step"]
Stance = Literal["support", "oppose", "demand", "offer", "refuse", "promise"]
Event = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal["done", "ongoing", "planned", "hypothetical", "denied"]
Relation = Literal[
    "ally", "trade_partner", "patron", "depends_on", "leverage_over", "has_access_to", "coordinates_with",
    "strategic_partner", "subordinate_to", "sphere_of_influence", "supplies_labour_to", "improving_relations",
    "receptive_to", "rival", "mistrusts", "threatens", "deadlocked_with", "estranged_from", "sanctions", "adjacent",
]  # fmt: skip


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class Evidence(_Record):
    """Where a statement stands: a sentence of an article, and the telling words inside it.

    Offsets are code points into ``article.text``, half open; ``article.text[char_start:char_end] == sentence``
    and ``article.text[span_start:span_end] == span``, always.
    """

    article: str = Field(description="id of the article")
    sentence: str = Field(description="the exact evidence sentence")
    char_start: int = Field(ge=0, description="where the sentence begins")
    char_end: int = Field(ge=0, description="one past its end")
    span: str = Field(description="the telling words")
    span_start: int = Field(ge=0, description="where the telling words begin")
    span_end: int = Field(ge=0, description="one past their end")
    located: Literal["exact", "folded", "fuzzy", "elsewhere"] | None = Field(
        default=None,
        description="how a language model's quote was found: word for word, but for typography, nearly, or in another "
        "sentence than it named; null for readers that point at words themselves",
    )

    def stands_in(self, text: str) -> bool:
        """True where both quotes are exactly what *text* has at their places."""
        return (
            text[self.char_start : self.char_end] == self.sentence
            and text[self.span_start : self.span_end] == self.span
        )


class Condition(_Record):
    """What a position hangs on: the act of another party, an exchange, an order of steps."""

    type: ConditionType = Field(description="how the position hangs on it")
    doer: tuple[str, ...] = Field(default=(), description="parties that would fulfil it")
    action: str = Field(default="", description="short verb phrase")
    span: str | None = Field(default=None, description="its words in the evidence")

    @model_validator(mode="before")
    @classmethod
    def _null_doer(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {**data, "doer": data.get("doer") or (), "action": data.get("action") or ""}
        return data


class _Statement(_Record):
    id: str = Field(description="derived from content and place: the same from run to run")
    evidence: tuple[Evidence, ...] = Field(
        min_length=1, description="every place that says it; the first is the main one"
    )
    attribution: str = Field(default="author", description='who says so: "author", a party, or a named source')
    quoted: bool | Literal["partial"] = Field(
        default=False, description="whether the words are somebody's own, in quotation marks"
    )
    negated: bool = Field(default=False, description="whether the words are negated")
    polarity: Literal["positive", "negative"] = Field(
        default="positive", description="whether it says that it is, or that it is not"
    )
    modality: str | None = Field(default=None, description="hedge or modal in the words: would, reportedly, likely")
    confidence: float = Field(
        default=1.0, ge=0, le=1, description="share of statements like it that hold, as measured on marked articles"
    )
    rule: str = Field(default="", description="the rule, or reader, that made it")
    note: str | None = Field(default=None, description="free remark")

    @model_validator(mode="before")
    @classmethod
    def _flat_evidence(cls, data: Any) -> Any:
        """Accept the flat form, where the one evidence stands among the statement's own fields."""
        if isinstance(data, dict):
            data = {key: value for key, value in data.items() if value is not None}
            if "evidence" not in data and "sentence" in data:
                data["evidence"] = ({name: data[name] for name in Evidence.model_fields if name in data},)
        return data

    @property
    def article(self) -> str:
        """Id of the article of the main evidence."""
        return self.evidence[0].article

    @property
    def quote(self) -> str:
        """The telling words of the main evidence."""
        return self.evidence[0].span

    @model_serializer(mode="wrap")
    def _flat(self, handler: Any) -> dict[str, Any]:
        """Write the main evidence flat, and the whole list only where there is more than one place."""
        data: dict[str, Any] = handler(self)
        evidence = [
            {name: value for name, value in place.items() if name != "located" or value is not None}
            for place in data.pop("evidence")
        ]
        flat = {
            "id": data.pop("id"),
            "article": evidence[0]["article"],
            "kind": data.pop("kind"),
            **evidence[0],
            **data,
        }
        if len(evidence) > 1:
            flat["evidence"] = evidence
        return flat


class Position(_Statement):
    """A holder's stance on an action that a doer may take."""

    kind: Literal["position"] = "position"
    holder: tuple[str, ...] = Field(description="parties whose stance it is")
    stance: Stance = Field(description="support, oppose, demand, offer, refuse or promise")
    doer: tuple[str, ...] = Field(default=(), description="parties that would act")
    action: str = Field(description="short verb phrase in English")
    action_span: str | None = Field(default=None, description="the words for the action in the evidence")
    recipient: tuple[str, ...] = Field(default=(), description="parties the action is for or against")
    condition: Condition | None = Field(default=None, description="what it hangs on")
    degree: Literal["partial", "full"] | None = Field(default=None, description="how much of the action is meant")
    deadline: str | None = Field(default=None, description="ISO date, or the words where the date cannot be found")
    issue: str | None = Field(default=None, description="what it is about, a short label")

    @property
    def deed(self) -> str:
        """What would be done: what the words of the action point to, where that is told behind them in brackets.

        "the ban (outlaw the party)" is "outlaw the party", "sign it (the draft)" is "sign the draft".
        """
        found = _POINTING_TO.fullmatch(self.action)
        if found is None:
            return self.action
        pointing, told = found["pointing"], found["told"]
        verb, _, last = pointing.rpartition(" ")
        if last.lower() in {"it", "them"}:
            return f"{verb} {told}"
        bare = not verb or pointing.lower().startswith(_POINTERS)
        return told if bare else self.action


_POINTING_TO = re.compile(r"(?P<pointing>[^()]+) \((?P<told>[^()]+)\)")
_POINTERS = ("the ", "this ", "that ", "these ", "those ", "such ", "a ", "an ", "its ", "their ", "his ", "her ")
_TOGETHER = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE"}
"""Event types of acts that several do with each other."""


class Act(_Statement):
    """Who did (does, will, would not) what to whom."""

    kind: Literal["act"] = "act"
    actor: tuple[str, ...] = Field(description="parties that act")
    event: Event = Field(description="PLOVER event type")
    mode: str | None = Field(default=None, description="PLOVER mode, where one fits")
    target: tuple[str, ...] = Field(
        default=(),
        description="parties acted upon; may be empty for what several do together, as for a treaty they sign",
    )
    place: str | None = Field(default=None, description="where, in the article's words")
    date: str | None = Field(default=None, description="ISO date, or its beginning: 2019-04")
    date_basis: str | None = Field(
        default=None, description="text, publication (worked out from the article's date) or None"
    )
    status: Status = Field(default="done", description="done, ongoing, planned, hypothetical or denied")
    event_id: str | None = Field(default=None, description="the same for the same event in any article")

    @property
    def touched(self) -> tuple[str, ...]:
        """The targets, or the actors themselves of what several do together without one."""
        return self.target or (self.actor if len(self.actor) > 1 and self.event in _TOGETHER else ())


class Tie(_Statement):
    """A standing relation between parties."""

    kind: Literal["tie"] = "tie"
    from_: tuple[str, ...] = Field(alias="from", serialization_alias="from", description="parties it goes out from")
    to: tuple[str, ...] = Field(description="parties it goes to")
    relation: Relation = Field(description="what sort of relation")
    time: str | None = Field(default=None, description="past, or a period, where the words say so")


class View(_Statement):
    """A belief, motive or judgement that the article attributes to somebody."""

    kind: Literal["view"] = "view"
    holder: tuple[str, ...] = Field(description='parties or sources whose view it is, or "author"')
    about: str | None = Field(default=None, description="what it is about, in words")
    about_ids: tuple[str, ...] = Field(default=(), description="parties it is about")
    proposition: str = Field(description="what is believed or judged")
    motive: bool = Field(default=False, description="true where it says why somebody acts")


Statement = Annotated[Position | Act | Tie | View, Field(discriminator="kind")]
"""Any of the four kinds."""

statement_adapter: TypeAdapter[Statement] = TypeAdapter(Statement)


_in_order = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
_NOT_CONTENT = frozenset(
    {"id", "confidence", "rule", "note", "event_id", "quoted", "modality", "sentence", "located", "evidence"}
)


def statement_id(statement: Position | Act | Tie | View, *, taken: Iterable[str] = ()) -> str:
    """Return the id that a statement's content and place give it, ``p-``, ``a-``, ``t-`` or ``v-`` and ten hex digits.

    How sure the rule was, and which rule it was, do not enter; so a better rule that says the same keeps the id.
    """
    first, *others = (vars(place) for place in statement.evidence)
    told = {**first, **vars(statement)}
    data = {key: value for key, value in told.items() if key not in _NOT_CONTENT}
    if others:
        data["evidence"] = [_without_located(place) for place in (first, *others)]
    if data.get("condition") is not None:
        data["condition"] = vars(data["condition"])
    digest = hashlib.sha256(_in_order.encode(data).encode()).hexdigest()
    found, n = f"{statement.kind[0]}-{digest[:10]}", 1
    while found in taken:
        n += 1
        found = f"{statement.kind[0]}-{digest[:10]}-{n}"
    return found


def _without_located(place: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in place.items() if name != "located"}
