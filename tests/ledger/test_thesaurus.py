"""What action phrases mean: topic, direction, level; and what says nothing that could be chosen."""

from __future__ import annotations

import pytest

from dragoman.ledger.thesaurus import load_thesaurus
from dragoman.ledger.voices import Voices
from dragoman.ledger.wording import stems


@pytest.mark.parametrize(
    ("phrase", "topic", "direction"),
    [
        ("lift sanctions", "sanctions", -1),
        ("sanctions relief", "sanctions", -1),
        ("provide economic relief", "sanctions", -1),
        ("ease the embargo", "sanctions", -1),
        ("impose new sanctions", "sanctions", 1),
        ("bring sanctions back", "sanctions", 1),
        ("reject piece-by-piece sanctions relief", "sanctions", 1),
        ("stop easing sanctions", "sanctions", 1),
        ("stop nuclear activity", "nuclear_arms", -1),
        ("talks to go on", "talks", 1),
        ("buy nuclear fuel over three years", None, 1),
        ("move nuclear material to other places", None, 1),
        ("discuss a referendum", None, 1),
        ("intervene in the talks", None, 1),
        ("lower tariffs on beef", "tariffs", -1),
        ("pull troops out", "troops", -1),
        ("renounce the agreement", "agreement", -1),
        ("repeal the reforms", "reforms", -1),
        ("avert a wider war", "war", -1),
        ("blacklist 19 more people", "sanctions", 1),
        ("join the sanctions", "sanctions", 1),
        ("a subsidy on maize", "subsidies", 1),
        ("the subsidy on maize", "subsidies", -1),
        ("go back to the talks", "talks", 1),
        ("go ahead with the sanctions", "sanctions", 1),
        ("let the hostages go", "prisoners", -1),
        ("complete the denuclearisation", "nuclear_arms", -1),
        ("open nuclear sites to inspectors", "inspections", 1),
        ("halt long-range missile tests", "weapon_tests", -1),
        ("resume joint exercises", "exercises", 1),
        ("withdraw its troops", "troops", -1),
        ("free every hostage", "prisoners", -1),
        ("put the deal to a public vote", "referendum", 1),
        ("walk away from the talks", "talks", -1),
        ("approve a withdrawal deal", "agreement", 1),
        ("take Northern Ireland out of the customs union", "customs_union", -1),
        ("paint the bridge", None, 1),
        ("mediate between the two", "mediation", 1),
        ("accept Oman's mediation", "mediation_accepted", 1),
        ("set up a dedicated fund", "fund", 1),
        ("fund an irrigation programme", None, 1),
        ("suspend the filling of the reservoir", "dam", -1),
        ("share data on the level of the reservoir", None, 1),
        ("meet the lenders in Geneva", "talks", 1),
        ("meet the lenders' conditions", None, 1),
        ("let the negotiations collapse", "talks", -1),
        ("every soldier out by the spring", "troops", -1),
        ("give fishermen a seat at the talks", None, 1),
        ("leave ten trucks at the depot under the accord", None, -1),
        ("hold talks without conditions", "talks", 1),
        ("reach a deal by the end of the month", "agreement", 1),
        ("rewrite the treaty", None, 1),
        ("watch over the truce", None, 1),
        ("uphold the truce", "ceasefire", 1),
        ("postpone the hearing", None, 1),
        ("send weapons to the front", None, 1),
        ("surrender the weapons to the police", "disarmament", 1),
        ("stop drilling in the bay", None, -1),
        ("pay what is owed to the Pension Fund", None, 1),
        ("commit to cut emissions", "emissions", 1),
        ("raise pensions", None, 1),
        ("put the reform on hold", "reforms", -1),
        ("build a second reservoir", None, 1),
        ("set up an enrichment plant", None, 1),
        ("supply grain beyond what the treaty asks", None, 1),
        ("a ban on plastic bags", None, -1),
    ],
)
def test_topic_and_direction(phrase: str, topic: str | None, direction: int) -> None:
    """Wordings of one meaning have one topic and one direction, opposites the other."""
    meaning = load_thesaurus().meaning(phrase)
    assert (meaning.topic, meaning.direction) == (topic, direction)


@pytest.mark.parametrize(
    ("phrase", "level"),
    [
        ("lift all sanctions", "full"),
        ("relief from most sanctions", "full"),
        ("ease sanctions step by step", "partial"),
        ("mothball two-thirds of the centrifuges", "partial"),
        ("lift sanctions", None),
    ],
)
def test_how_much_is_meant(phrase: str, level: str | None) -> None:
    """All and most are the whole; steps and shares are a part; otherwise it is open."""
    assert load_thesaurus().meaning(phrase).level == level


@pytest.mark.parametrize(
    "phrase",
    ["make up its mind", "come up with a courageous decision", "change its position", "surrender", "show flexibility"],
)
def test_what_says_nothing_to_choose_is_vague(phrase: str) -> None:
    """Decisions without content and single words are vague."""
    assert load_thesaurus().meaning(phrase).vague


def test_terms_that_hang_on_are_no_part_of_the_action() -> None:
    """What follows before, until, unless or which does not change what the action is."""
    words = load_thesaurus()
    assert words.meaning("suspend sanctions only after the agency certifies the dam").topic == "sanctions"
    assert words.meaning("free the hostages before talks").topic == "prisoners"


def test_taking_up_and_turning_down_what_others_put_forward() -> None:
    """To accept or reject somebody's offer points at what was offered."""
    words = load_thesaurus()
    assert words.meaning("accept the demand").takes_up == 1
    assert words.meaning("reject Kim’s offer").takes_up == -1


@pytest.mark.parametrize(("one", "other"), [("stopped", "stopping"), ("verifies", "verify"), ("completes", "complete")])
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    """Tense and number do not part a word from itself."""
    assert stems(one) == stems(other)


@pytest.mark.parametrize(
    ("identity", "party"),
    [
        ("PRK:Kim Jong Un", "PRK"),
        ("KCNA", None),
        ("author", None),
        ("senior European diplomat", None),
        ("western states", None),
        ("IRN:hardliners", None),
        ("GBR:Parliament", "GBR:Parliament"),
        ("developed countries", "developed countries"),
        ("FARC", "FARC"),
    ],
)
def test_who_stands_for_whom(identity: str, party: str | None) -> None:
    """Persons fold into their party, named bodies and listed blocs stand for themselves, sources for nobody."""
    voice = Voices(load_thesaurus()).voice(identity)
    assert (voice.party if voice else None) == party
