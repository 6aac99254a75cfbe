"""Drafting: what somebody asks of somebody becomes an option, stances become logic, and the rest is said."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest
from case_gold import gold_statements
from case_statements import act, position, tie
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.articles.article import Article
from dragoman.case.analyse import analyse
from dragoman.case.case import Case
from dragoman.case.draft import draft
from dragoman.case.file import dump_case, parse_case
from dragoman.errors import CaseError
from dragoman.statements.statement import Position, Statement

OPEN = ["seed0", "seed1", "iran_2015", "brexit_2019", "colombia_2016", "climate_finance_2022"]


def prefers(case: Case, party: str, basis: str = "words") -> list[str]:
    """Give the lines of a party that do not speak of its backing another."""
    lines = [line.prefers for line in case.preferences.get(party, ()) if line.basis == basis]
    return [line for line in lines if "_back_" not in line and "_resist_" not in line]


def test_a_demand_gives_the_doer_an_option_and_the_holder_a_preference() -> None:
    """A demands that B do X: X is an option of B, A prefers it, and by default it costs B."""
    case = draft(
        [position(1, "GRA", "demand", "RUR", "reopen the bridge"), position(2, "RUR", "demand", "GRA", "pay a toll")]
    )
    [option] = [name for name, said in case.options.items() if said.party == "RUR"]
    assert case.options[option].does == "reopen the bridge"
    assert prefers(case, "GRA") == [option]
    assert prefers(case, "RUR", "default") == [f"not {option}"]
    assert case.options[option].evidence == ("p-001",)


def test_a_refusal_unless_holds_back_until_the_terms_are_met() -> None:
    """A refuses Y unless X: A prefers not Y unless X, and wants X."""
    terms = {"type": "unless", "doer": ["GRA"], "action": "free the crew"}
    case = draft([position(1, "RUR", "refuse", "RUR", "reopen the bridge", condition=terms),
                  position(2, "RUR", "demand", "GRA", "free the crew")])  # fmt: skip
    assert prefers(case, "RUR")[0] == "not rur_reopen_bridge unless gra_free_crew"
    assert "gra_free_crew" in prefers(case, "RUR")


def test_an_exchange_keeps_the_promise_apart() -> None:
    """A offers Y in exchange for X: X, not Y unless X, and Y if X only as a promise."""
    terms = {"type": "in_exchange_for", "doer": ["GRA"], "action": "free the crew"}
    case = draft([position(1, "RUR", "offer", "RUR", "reopen the bridge", condition=terms),
                  position(2, "RUR", "demand", "GRA", "free the crew")])  # fmt: skip
    assert prefers(case, "RUR") == ["not rur_reopen_bridge unless gra_free_crew", "gra_free_crew"]
    assert prefers(case, "RUR", "promise") == ["rur_reopen_bridge if gra_free_crew"]


def test_turning_down_a_package_is_no_refusal_of_its_parts() -> None:
    """A refusal of Y in exchange for X is a stand against both together, not against Y."""
    terms = {"type": "in_exchange_for", "doer": ["PRK"], "action": "close the test site"}
    case = draft([position(1, "USA", "refuse", "USA", "lift sanctions", condition=terms),
                  position(2, "CHN", "support", "PRK", "close the test site")])  # fmt: skip
    assert prefers(case, "USA") == ["not (usa_lift_sanctions and prk_close_test_site)"]


def test_step_for_step_is_a_link() -> None:
    """Support for easing as the other disarms is one if and only if the other."""
    terms = {"type": "step_for_step", "doer": ["PRK"], "action": "close the test site"}
    case = draft([position(1, "CHN", "support", "USA", "ease sanctions", condition=terms),
                  position(2, "USA", "demand", "PRK", "close the test site")])  # fmt: skip
    assert "usa_ease_sanctions iff prk_close_test_site" in prefers(case, "CHN")


@pytest.mark.parametrize(
    "other", ["sanctions relief", "ease the embargo", "the lifting of sanctions", "suspend sanctions"]
)
def test_one_meaning_is_one_option(other: str) -> None:
    """Synonyms and nominalisations of one doer's action are the same option."""
    case = draft([position(1, "PRK", "demand", "USA", "lift sanctions"), position(2, "CHN", "support", "USA", other)])
    assert len([name for name, said in case.options.items() if said.party == "USA"]) == 1
    assert prefers(case, "PRK") == prefers(case, "CHN")


def test_opposite_actions_are_one_option_with_two_values() -> None:
    """To freeze and to resume exercises are no and yes of the same option."""
    case = draft([position(1, "PRK", "demand", "USA", "freeze the military exercises"),
                  position(2, "KOR", "support", "USA", "resume the drills"),
                  position(3, "JPN", "support", "USA", "resume military exercises")])  # fmt: skip
    [option] = [name for name, said in case.options.items() if said.party == "USA"]
    assert prefers(case, "PRK") == [f"not {option}"]
    assert option in prefers(case, "KOR")


def test_part_and_whole_exclude_each_other() -> None:
    """Where one holder means a part and another the whole, they are two options, one at a time."""
    case = draft([position(1, "CHN", "support", "USA", "gradually ease sanctions"),
                  position(2, "PRK", "demand", "USA", "lift all sanctions")])  # fmt: skip
    [rule] = case.infeasible
    assert rule.when == "usa_lift_all_sanctions_full and usa_gradually_ease_sanctions_part"
    assert prefers(case, "PRK") == ["usa_lift_all_sanctions_full"]
    assert "usa_lift_all_sanctions_full or usa_gradually_ease_sanctions_part" in prefers(case, "CHN")


def test_a_person_speaks_for_the_party_and_a_body_for_itself() -> None:
    """A leader folds into the state; its parliament can want something else and is a party of its own."""
    case = draft([position(1, "GBR:Boris_Johnson", "refuse", "GBR", "ask for a delay"),
                  position(2, "GBR:Parliament", "demand", "GBR", "ask for a delay")])  # fmt: skip
    assert set(case.parties) == {"GBR", "GBR:Parliament"}
    assert prefers(case, "GBR") == ["not gbr_agree_extension"] or prefers(case, "GBR")[0].startswith("not gbr_")


@pytest.mark.parametrize("source", ["KCNA", "author", "reports", "IRN:hardliners"])
def test_a_source_is_no_party(source: str) -> None:
    """Agencies, the author and unnamed groups hold no preference in the case, and are said to be left out."""
    case = draft([position(1, source, "demand", "USA", "lift sanctions"),
                  position(2, "PRK", "demand", "USA", "lift sanctions")])  # fmt: skip
    assert source not in case.parties
    assert any(left.why == "a source or an unnamed group, not a party" for left in case.left_out)


def test_the_united_nations_move_through_their_members() -> None:
    """Beside a state that imposes the sanctions the United Nations are no doer of their relief."""
    case = draft([position(1, "PRK", "demand", "USA UN", "lift sanctions", recipient=["PRK"])])
    assert "UN" not in case.parties
    assert [said.party for said in case.options.values()].count("USA") == 1


def test_what_is_asked_of_nobody_is_asked_of_who_could_do_it() -> None:
    """Relief of sanctions that names no doer is asked of the state that imposes them."""
    asked = position(1, "CHN", "support", "", "ease sanctions", recipient=["PRK"])
    case = draft([asked, position(2, "USA", "demand", "PRK", "close the test site"), tie(3, "USA", "sanctions", "PRK")])
    assert case.options["usa_ease_sanctions"].party == "USA"


def test_a_bloc_offers_for_its_member() -> None:
    """What the six powers offer of American doing is an American offer."""
    terms = {"type": "in_exchange_for", "doer": ["IRN"], "action": "mothball the centrifuges"}
    case = draft([position(1, "P5+1", "offer", "USA", "lift sanctions", condition=terms),
                  position(2, "USA", "demand", "IRN", "mothball the centrifuges")])  # fmt: skip
    assert "not usa_lift_sanctions unless irn_mothball_centrifuges" in prefers(case, "USA")


def test_a_voice_within_a_party_is_not_the_party() -> None:
    """A senator who wants the president to walk away does not speak for the United States."""
    said = Position.model_validate(
        position(1, "x", "demand", "x", "walk away from the talks").model_dump(by_alias=True)
        | {"holder": ["USA:Bob Corker"], "doer": ["USA:Barack Obama"]}
    )
    case = draft([said, position(2, "IRN", "demand", "USA", "lift sanctions")])
    assert "usa_walk_away_talks" not in case.options
    assert any(left.why == "one voice within a party on what another should do" for left in case.left_out)


def test_whoever_wants_another_isolated_wants_nobody_to_back_it() -> None:
    """To want isolation is a line against the others' backing, in the articles' own words."""
    case = draft([position(1, "PRK", "demand", "USA", "lift sanctions"),
                  position(2, "USA", "refuse", "USA", "lift sanctions"),
                  position(3, "CHN", "support", "USA", "lift sanctions"),
                  position(4, "JPN", "support", "JPN", "isolate North Korea", recipient=["PRK"]),
                  position(5, "JPN", "oppose", "USA", "lift sanctions")])  # fmt: skip
    lines = [line for line in case.preferences["JPN"] if line.evidence == ("p-004",)]
    assert [(line.prefers, line.basis) for line in lines] == [("not chn_back_usa_lift_sanctions", "words")]


def test_to_oppose_a_thing_is_to_want_it_gone() -> None:
    """Opposition to the arsenal itself, with no word for what should be done, is a wish that it be given up."""
    case = draft([position(1, "RUS", "oppose", "PRK", "the nuclear arsenal"),
                  position(2, "USA", "demand", "PRK", "give up nuclear weapons")])  # fmt: skip
    assert prefers(case, "RUS") == prefers(case, "USA") != []


def test_who_coordinates_with_another_backs_what_the_other_backs() -> None:
    """A tie of coordination links the backing of two parties."""
    case = draft([position(1, "PRK", "demand", "USA", "lift sanctions"),
                  position(2, "USA", "refuse", "USA", "lift sanctions"),
                  position(3, "CHN", "support", "USA", "lift sanctions"),
                  position(4, "RUS", "support", "USA", "lift sanctions"),
                  tie(5, "RUS", "coordinates_with", "CHN")])  # fmt: skip
    assert "rus_back_usa_lift_sanctions iff chn_back_usa_lift_sanctions" in [
        line.prefers for line in case.preferences["RUS"]
    ]


def test_a_flat_refusal_folds_into_the_terms_stated_elsewhere() -> None:
    """A refusal without terms, by a party that names its terms at another place, stands under these."""
    terms = {"type": "unless", "doer": ["PRK"], "action": "close the test site"}
    case = draft([position(1, "USA", "refuse", "USA", "lift sanctions", condition=terms),
                  position(2, "USA", "refuse", "USA", "lift sanctions"),
                  position(3, "CHN", "support", "PRK", "close the test site"),
                  position(4, "PRK", "demand", "USA", "lift sanctions")])  # fmt: skip
    assert prefers(case, "USA")[0] == "not usa_lift_sanctions unless prk_close_test_site"
    assert "not usa_lift_sanctions" not in prefers(case, "USA")


def test_done_acts_set_the_status_quo() -> None:
    """What was done, by others' account, is taken now; what only its doer claims is not."""
    asked = position(1, "PRK", "demand", "USA", "suspend the exercises")
    done = act(2, "USA", "RETREAT", "Washington suspended the exercises")
    claimed = act(2, "USA", "RETREAT", "Washington suspended the exercises", attribution="USA")
    assert "usa_suspend_exercises" in draft([asked, done]).status_quo
    assert "usa_suspend_exercises" not in draft([asked, claimed]).status_quo


def test_own_doings_that_touch_another_are_options() -> None:
    """A test is an option that goes on; whom it threatens would rather it did not."""
    case = draft([position(1, "PRK", "demand", "JPN", "pay compensation"),
                  position(2, "JPN", "demand", "PRK", "free the crew"),
                  act(3, "PRK", "MOBILIZE", "Pyongyang tested a guided weapon", target="JPN"),
                  tie(4, "PRK", "threatens", "JPN")])  # fmt: skip
    assert "prk_test_weapons" in case.status_quo
    assert prefers(case, "JPN", "default")[0] == "not prk_test_weapons"
    assert "prk_test_weapons" in prefers(case, "PRK", "default")


def test_what_was_said_later_counts() -> None:
    """Of a thing and its opposite by the same party the later one stands."""
    articles = [Article(id="a", text="x", source="a", date=dt.date(2020, 1, 1)),
                Article(id="b", text="x", source="b", date=dt.date(2020, 2, 1))]  # fmt: skip
    before = position(1, "EU", "oppose", "GBR", "grant a delay", article="a")
    after = position(2, "EU", "support", "GBR", "grant a delay", article="b")
    case = draft([before, after], articles)
    assert prefers(case, "EU")[0] == "gbr_grant_delay"
    assert case.as_of == dt.date(2020, 2, 1)


def test_more_often_said_stands_higher() -> None:
    """Among equally firm lines the one said more often comes first."""
    said = [position(1, "GRA", "demand", "RUR", "free the crew")]
    said += [position(n, "GRA", "demand", "RUR", "reopen the bridge") for n in (2, 3, 4)]
    assert prefers(draft(said), "GRA") == ["rur_reopen_bridge", "rur_free_crew"]


def test_a_case_stays_of_workable_size_and_says_what_it_left() -> None:
    """Of forty actions at most sixteen options are made, the others listed with the reason."""
    things = ["bridge", "canal", "tunnel", "harbour", "quarry", "mill", "forest", "lake", "tower", "market"]
    pairs = [(verb, thing) for verb in ("paint", "sell", "flood", "rent") for thing in things]
    case = draft(
        position(number, "GRA", "demand", "RUR", f"{verb} the {thing}") for number, (verb, thing) in enumerate(pairs)
    )
    assert len(case.options) <= 16
    assert case.left_out
    assert all(left.why and left.evidence for left in case.left_out)


def test_nothing_said_gives_an_empty_case() -> None:
    """No statement, no party and no option, and no error."""
    case = draft([])
    assert (case.parties, case.options, case.preferences) == ({}, {}, {})
    assert parse_case(dump_case(case)) == case


def test_a_user_extends_the_thesaurus(tmp_path: Path) -> None:
    """Words of a user's own file join two ways to say the same."""
    (tmp_path / "mine.yaml").write_text(
        "topics: {whaling: {words: [whaling, whale hunt], noun: whaling, less: stop whaling, more: hunt whales}}\n"
    )
    said = [
        position(1, "AUS", "demand", "JPN", "end the whale hunt"),
        position(2, "NZL", "demand", "JPN", "stop whaling"),
    ]
    case = draft(said, thesaurus=tmp_path / "mine.yaml")
    assert [said.does for said in case.options.values() if said.party == "JPN"] == ["stop whaling"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("topic: {}", '"topic" is not a section'),
        ("vague: yes", "vague should be a list of texts"),
        ("topics: {x: 3}", "topic"),
    ],
)
def test_a_wrong_thesaurus_is_one_sentence(text: str, told: str, tmp_path: Path) -> None:
    """A thesaurus that is none is refused by line."""
    (tmp_path / "mine.yaml").write_text(text)
    with pytest.raises(CaseError, match=told):
        draft([], thesaurus=tmp_path / "mine.yaml")


@pytest.mark.parametrize("name", OPEN)
def test_drafts_of_real_articles_are_whole(name: str) -> None:
    """From the gold statements of each open article comes a case that reads back, has a workable size and analyses."""
    case = draft(gold_statements(name))
    assert parse_case(dump_case(case)) == case
    assert 3 <= len(case.options) <= 16
    assert {said.party for said in case.options.values()} == set(case.parties)
    assert analyse(case, shown=3).states > 0


def test_the_order_of_statements_does_not_matter() -> None:
    """Shuffled statements give the same bytes."""
    said: list[Statement] = gold_statements("seed0", "seed1")
    expected = dump_case(draft(said))
    random.Random(3).shuffle(said)  # noqa: S311 - a fixed shuffle, nothing secret
    assert dump_case(draft(said)) == expected


actions = st.text(max_size=40) | st.sampled_from(
    ["lift sanctions", "no", "stop \n easing: “it”", "- a", "not and or", "lift all", "up"]
)
names = st.sampled_from(["USA", "PRK:Kim Jong Un", "P5+1", "é", "UN", "GBR:Parliament", "author", "a b"])
holders = st.lists(names, min_size=1, max_size=2)
conditions = st.none() | st.fixed_dictionaries(
    {
        "type": st.sampled_from(["in_exchange_for", "only_if", "unless", "before", "after", "step_for_step"]),
        "doer": holders,
        "action": actions,
    }
)


@st.composite
def positions(draw: st.DrawFn) -> list[Position]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        stance = draw(st.sampled_from(["support", "oppose", "demand", "offer", "refuse", "promise"]))
        made = position(
            number,
            "x",
            stance,
            "x",
            draw(actions),
            condition=draw(conditions),
            degree=draw(st.sampled_from([None, "full", "partial"])),
        )
        found.append(
            made.model_copy(
                update={"holder": tuple(draw(holders)), "doer": tuple(draw(holders)), "recipient": tuple(draw(holders))}
            )
        )
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(positions())
def test_whatever_is_said_the_draft_is_a_case(said: list[Position]) -> None:
    """Any statements, hostile texts included, give a case file that reads back as it was."""
    case = draft(said)
    assert parse_case(dump_case(case)) == case


@pytest.mark.parametrize(
    ("phrases", "does"),
    [
        (["a buffer zone along the border"], "agree to a buffer zone along the border"),
        (["safe passage"], "agree to safe passage"),
        (["customs posts inland"], "agree to customs posts inland"),
        (["the ferry to stay in port"], "let the ferry stay in port"),
        (["a fee to cover the costs"], "agree to a fee to cover the costs"),
        (["the draft complies with the charter"], "see to it that the draft complies with the charter"),
        (["votes of members counted"], "have votes of members counted"),
        (["Coastal Waters Bill"], "agree to the Coastal Waters Bill"),
        (["recognise the strait as a border"], "recognise the strait as a border"),
        (["pay Houthi soldiers", "pay the salaries"], "pay salaries"),
        (["extend the truce by six months", "prolong the truce"], "agree to an extension"),
        (["loosen the debt brake", "respect the constitutional debt brake"], "respect the constitutional debt brake"),
        (["ease the embargo", "loosen sanctions"], "lift sanctions"),
        (["agree on a peak of emissions before 2025", "support the early peak in emissions"], "accept emission cuts"),
    ],
)
def test_options_are_called_what_they_mean(phrases: list[str], does: str) -> None:
    """Things become something to do, ways to say the same become one option, and a word in passing names no topic."""
    case = draft(position(number, "GRA", "demand", "RUR", phrase) for number, phrase in enumerate(phrases))
    assert [option.does for option in case.options.values() if option.party == "RUR"] == [does]


@pytest.mark.parametrize("phrase", ["abandon a by the harbour towns", "leave the ships where", "Harbour Partners"])
def test_what_cannot_be_made_out_is_left_out(phrase: str) -> None:
    """Words left hanging and mere names make no option; the reason is told."""
    case = draft([position(0, "GRA", "demand", "RUR", phrase), position(1, "GRA", "demand", "RUR", "widen the canal")])
    assert [option.does for option in case.options.values() if option.party == "RUR"] == ["widen the canal"]
    assert any("made out" in left.why for left in case.left_out)


def test_the_declaration_of_a_summit_is_no_summit() -> None:
    """What belongs to a thing is another thing: signing a declaration is not holding talks."""
    case = draft([position(1, "GRA", "demand", "RUR", "sign the final declaration of the summit"),
                  position(2, "GRA", "demand", "RUR", "return to the talks")])  # fmt: skip
    assert len(case.options) == 3 if any(o.party == "GRA" for o in case.options.values()) else len(case.options) == 2


def test_what_one_gives_something_for_is_wanted() -> None:
    """The terms of an offer are an option of the other side, and cost it, though nobody demands them elsewhere."""
    terms = {"type": "in_exchange_for", "doer": ["GRA"], "action": "free the crew"}
    case = draft([position(1, "RUR", "offer", "RUR", "reopen the bridge", condition=terms),
                  position(2, "GRA", "demand", "RUR", "reopen the bridge")])  # fmt: skip
    assert "gra_free_crew" in case.options
    assert prefers(case, "RUR") == ["not rur_reopen_bridge unless gra_free_crew", "gra_free_crew"]
    assert prefers(case, "GRA", "default") == ["not gra_free_crew"]


def test_what_a_party_has_not_done_against_anothers_will_is_an_intention() -> None:
    """A wish to do something oneself that another party is against is a promise, for it could be done and is not."""
    against = position(2, "USA", "oppose", "KOR", "reopen the industrial park")
    said = [position(1, "KOR", "support", "KOR", "reopen the industrial park"),
            position(3, "KOR", "demand", "USA", "lift sanctions")]  # fmt: skip
    assert prefers(draft([*said, against]), "KOR", "promise") == ["kor_reopen_industrial_park"]
    assert "kor_reopen_industrial_park" in prefers(draft(said), "KOR")


def test_what_is_not_to_be_resumed_rests_now() -> None:
    """A promise not to resume something says that it is stopped; acts to the contrary say more."""
    said = [position(1, "PRK", "promise", "PRK", "not resume testing nuclear weapons", recipient=["USA"]),
            position(2, "USA", "demand", "PRK", "halt weapons testing")]  # fmt: skip
    [option] = [name for name, line in draft(said).options.items() if line.party == "PRK"]
    assert option in draft(said).status_quo
    tested = act(3, "PRK", "MOBILIZE", "Pyongyang held a missile test", target="USA")
    assert option not in draft([*said, tested]).status_quo


def test_nobody_opposes_a_step_of_its_own() -> None:
    """Opposition to what the holder itself is said to do is against those of whom it is asked elsewhere."""
    case = draft([position(1, "JPN", "oppose", "JPN", "ease sanctions"),
                  position(2, "PRK", "demand", "USA", "lift sanctions"),
                  position(3, "USA", "demand", "PRK", "close the test site")])  # fmt: skip
    assert prefers(case, "JPN")[0] == "not usa_lift_sanctions"


def test_one_deadline_for_one_day() -> None:
    """What one party wants of another by one day stands in one line."""
    said = [position(1, "PRK", "demand", "USA", "lift sanctions", deadline="2019-12-31"),
            position(2, "PRK", "demand", "USA", "change the method of calculation", deadline="2019-12-31"),
            position(3, "USA", "demand", "PRK", "close the test site")]  # fmt: skip
    [deadline] = draft(said).deadlines
    assert deadline.about == "lift sanctions; change the method of calculation"
    assert deadline.evidence == ("p-001", "p-002")


def test_a_member_s_word_on_what_its_bloc_does_as_one_is_on_the_bloc_s_step() -> None:
    """Germany's refusal to sign is about the deal of the six powers; what is asked of one member is that member's."""
    said = [position(1, "ISR", "oppose", "P5+1", "conclude the deal"),
            position(2, "DEU", "refuse", "DEU", "sign the deal"),
            position(3, "P5+1", "demand", "IRN", "admit inspectors")]  # fmt: skip
    deals = [line for line in draft(said).options.values() if line.does == "make the agreement"]
    assert [(line.party, set(line.evidence)) for line in deals] == [("P5+1", {"p-001", "p-002"})]
    alone = draft([*said, position(4, "IRN", "demand", "DEU", "sign the deal")])
    assert any(line.party == "DEU" and line.does == "sign the deal" for line in alone.options.values())
