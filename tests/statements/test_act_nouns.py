"""Deeds told by nouns: who, whom, how real, when and in which way, where no verb tells it."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya's expulsion of the Chadian envoy surprised Egypt.", "SANCTION"),
        ("The arrest of two Chadian journalists by Kenya surprised Egypt.", "COERCE"),
        ("The arrest of two Chadian journalists in Kenya surprised Egypt.", "COERCE"),
        ("After the seizure by Kenya of a Chadian tanker, prices rose.", "COERCE"),
        ("Kenya's suspension of military aid to Chad surprised Egypt.", "SANCTION"),
        ("Kenya's severing of relations with Chad surprised Egypt.", "SANCTION"),
        ("The release of four Chadian soldiers by Kenya surprised Egypt.", "CONCEDE"),
        ("Kenya's withdrawal from the treaty with Chad surprised Egypt.", "REJECT"),
        ("The shelling of Chadian villages by Kenya went on.", "ASSAULT"),
        ("Kenya's shipment of weapons to Chad surprised Egypt.", "AID"),
        ("Kenya announced the closure of the border with Chad.", "COERCE"),
        ("Criticism of Chad from Kenya grew.", "ACCUSE"),
        ("Kenya's threat to close its ports to Chadian ships surprised Egypt.", "THREATEN"),
    ],
)
def test_a_noun_tells_the_act_of_its_verb(reader, sentence: str, event: str) -> None:
    """Possessor, agent or announcer acts; what stands after "of", or whose that is, is acted on."""
    assert (event, ("KEN",), ("TCD",), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Egypt called for the release of the Chadian soldiers by Kenya.",
        "Egypt and Chad discussed the withdrawal of Kenyan troops from Chad.",
        "Egypt sought to prevent the expulsion of the Chadian envoy by Kenya.",
        "Egypt warned of an attack by Kenya on Chad.",
        "Kenya agreed to the release of the Chadian soldiers.",
    ],
)
def test_what_a_noun_only_asks_for_or_fears_is_not_done(reader, sentence: str) -> None:
    """A deed that is demanded, discussed, prevented or agreed on did not happen by that."""
    assert [a for a in reader.acts_told(sentence) if a[1] == ("KEN",) and a[0] != "AGREE" and a[3] == "done"] == []


def test_the_risk_of_a_deed_is_hypothetical(reader) -> None:
    """A noun of risk makes the deed a possible one."""
    assert ("ASSAULT", ("KEN",), ("TCD",), "hypothetical") in reader.acts_told(
        "The risk of an attack by Kenya on Chad grew."
    )


def test_what_happens_ahead_of_a_visit_happens_before_it(reader) -> None:
    """The visit is planned."""
    sentence = "Ahead of a visit by Kenya's foreign minister to Chad next week, Egypt called for calm."
    assert ("CONSULT", ("KEN",), ("TCD",), "planned") in reader.acts_told(sentence)


def test_to_condemn_a_deed_is_to_accuse_its_doer(reader) -> None:
    """Not those who suffered it."""
    sentence = "Egypt condemned the killing of five Chadian soldiers by Kenya."
    assert ("ACCUSE", ("EGY",), ("KEN",), "done") in reader.acts_told(sentence)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Kenya's deployment of troops under a pact signed in March 2021 was condemned by Egypt.", None),
        ("On 3 May 2021 Kenya met Chad and expelled the Egyptian envoy.", "2021-05-03"),
        ("Egypt, whose mandate ends in June 2030, expelled the Chadian envoy.", None),
        ("Kenya attacked Chad in December.", "2023-12"),
        ("Kenya's envoy stayed away from a summit that Chad hosted in May 2021.", "2021-05"),
        ("In May 2021, when Kenyan attacks on Chad began, prices rose.", "2021-05"),
    ],
)
def test_an_act_takes_the_date_of_its_own_clause(reader, sentence: str, date: str | None) -> None:
    """Dates of clauses about something else are not its own; a clause that goes on shares the date."""
    assert [a for a in reader.acts(sentence) if a.event not in {"ACCUSE", "AGREE"}][-1].date == date


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Kenya expelled the Chadian envoy.", "expel"),
        ("Kenya cut aid to Chad.", "discontinue"),
        ("Kenya's president visited Chad.", "visit"),
        ("Kenya met Chad in Cairo.", "meet"),
        ("Kenya arrested two Chadian journalists.", "arrest"),
        ("Kenya refused to meet Chad.", "meet"),
        ("Kenya attacked Chad.", None),
    ],
)
def test_the_words_tell_how_an_act_was_done(reader, sentence: str, mode: str | None) -> None:
    """By the act's own word, by what it is done to, or by what is refused or asked for."""
    assert reader.acts(sentence)[0].mode == mode


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Talks between Kenya and Chad were mediated by Egypt.", "CONSULT", ("EGY",), ("KEN", "TCD")),
        (
            "Kenya and Chad met. Chad likes Kenya. Kenya likes Chad. Negotiators broke off the talks.",
            "REJECT",
            ("KEN", "TCD"),
            ("TCD", "KEN"),
        ),
        ("Kenya and Chad quarrelled. Peru urged both parties to sign.", "REQUEST", ("PER",), ("KEN", "TCD")),
        ("Peru issued a statement urging Chad to sign.", "REQUEST", ("PER",), ("TCD",)),
        ("Kenya left, prompting Peru to accuse it of bad faith.", "ACCUSE", ("PER",), ("KEN",)),
        ("Egypt closed the border with Chad in support of Kenya.", "COERCE", ("EGY",), ("TCD",)),
        ("Egypt invited Kenya to a summit.", "AGREE", ("EGY",), ("KEN",)),
        ("Talks ended after Kenya imposed sanctions on Chad.", "SANCTION", ("KEN",), ("TCD",)),
        ("Kenya freed two Chadian soldiers.", "CONCEDE", ("KEN",), ("TCD",)),
        ("Kenya deplored the plan of Chad.", "ACCUSE", ("KEN",), ("TCD",)),
    ],
)
def test_who_stands_on_either_side_in_passing(reader, sentence: str, event: str, actor: tuple, target: tuple) -> None:
    """Hosts, delegates of nobody named, "both", participles of texts, infinitives of result."""
    assert (event, actor, target, "done") in reader.acts_told(sentence)


def test_talks_of_a_day_are_between_the_two_sides(reader) -> None:
    """Where nobody is named beside them, and two parties stand out."""
    text = "Kenya blames Chad. Chad blames Kenya. Kenya and Chad are at odds. The talks on Friday were calm."
    assert ("CONSULT", ("KEN", "TCD"), ("TCD", "KEN"), "done") in reader.acts_told(text)


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya broke a ceasefire with Chad by attacking Chadian positions.", "ASSAULT"),
        ("Under the deal, signed in 2018 by Kenya and Chad, Peru left.", "AGREE"),
        ("Peru's visit led Kenya to expel the Chadian envoy.", "SANCTION"),
    ],
)
def test_participles_and_results_have_their_own_doer(reader, sentence: str, event: str) -> None:
    """A gerund acts on what stands behind it, a deal set first is signed, and who is led to do something does it."""
    assert any(a[0] == event and a[1][0] == "KEN" and "TCD" in a[2] for a in reader.acts_told(sentence))


def test_a_summit_that_was_called_off_is_denied(reader) -> None:
    """It did not take place."""
    found = reader.acts_told("A summit between Kenya and Chad was cancelled.")
    assert ("CONSULT", ("KEN", "TCD"), ("TCD", "KEN"), "denied") in found


def test_a_round_that_nobody_has_set_is_denied(reader) -> None:
    """ "No new round has been scheduled" between the two main sides."""
    found = reader.acts_told("Kenya and Chad met on Monday. No new round has been scheduled.")
    assert ("CONSULT", ("KEN", "TCD"), ("TCD", "KEN"), "denied") in found
