"""Acts on plain sentences: who did what to whom, of which type, and how real."""

import pytest

QUAD = {
    **dict.fromkeys(["AGREE", "CONSULT", "SUPPORT"], "verbal cooperation"),
    **dict.fromkeys(["CONCEDE", "COOPERATE", "AID", "RETREAT"], "material cooperation"),
    **dict.fromkeys(["REQUEST", "ACCUSE", "REJECT", "THREATEN"], "verbal conflict"),
    **dict.fromkeys(["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"], "material conflict"),
}


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("France urged Iran to stop enrichment.", "REQUEST", "FRA", "IRN"),
        ("Chad rejected the proposal of Niger.", "REJECT", "TCD", "NER"),
        ("Mexico accepted Cuba's proposal.", "AGREE", "MEX", "CUB"),
        ("Japan accused China of stealing fish.", "ACCUSE", "JPN", "CHN"),
        ("Portugal condemned Angola.", "ACCUSE", "PRT", "AGO"),
        ("Portugal criticised Angola for the arrests.", "ACCUSE", "PRT", "AGO"),
        ("Portugal threatened Angola with sanctions.", "THREATEN", "PRT", "AGO"),
        ("China imposed sanctions on Japan.", "SANCTION", "CHN", "JPN"),
        ("Venezuela lifted its sanctions on Colombia.", "CONCEDE", "VEN", "COL"),
        ("Iran released the French prisoners.", "CONCEDE", "IRN", "FRA"),
        ("Turkey sent food aid to Yemen.", "AID", "TUR", "YEM"),
        ("Ukraine withdrew its troops from Moldova.", "RETREAT", "UKR", "MDA"),
        ("Iran seized a British tanker.", "COERCE", "IRN", "GBR"),
        ("Iran arrested two French tourists.", "COERCE", "IRN", "FRA"),
        ("India attacked Pakistan.", "ASSAULT", "IND", "PAK"),
        ("Angola invaded Zambia.", "ASSAULT", "AGO", "ZMB"),
    ],
)
def test_a_plain_sentence_gives_its_act(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """Type, actor and target of one plain sentence each; it is done."""
    [found] = reader.acts(sentence)
    assert (found.event, found.actor, found.target, found.status) == (event, (actor,), (target,), "done")


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Russia deployed warships to Syria.", "RUS"),
        ("Angola mobilised its army.", "AGO"),
        ("North Korea tested a missile.", "PRK"),
    ],
)
def test_arming_needs_no_target(reader, sentence: str, actor: str) -> None:
    """A show of force is an act even where nobody is named as its target."""
    [found] = reader.acts(sentence)
    assert (found.event, found.actor) == ("MOBILIZE", (actor,))


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norway met Sweden in Oslo.", "CONSULT"),
        ("Brazil and Argentina signed a trade agreement in Lima.", "AGREE"),
        ("Talks between Thailand and Cambodia began in Jakarta.", "CONSULT"),
    ],
)
def test_what_takes_two_is_done_by_both(reader, sentence: str, event: str) -> None:
    """Each side of a meeting or an accord acts, and is touched by it."""
    [found] = reader.acts(sentence)
    assert found.event == event
    assert len(found.actor) == 2
    assert set(found.actor) == set(found.touched)


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("India attacked Pakistan.", "Pakistan was attacked by India."),
        ("China condemned Japan.", "Japan was condemned by China."),
        ("Iran seized a British tanker.", "A British tanker was seized by Iran."),
        ("Chad rejected the proposal of Niger.", "The proposal of Niger was rejected by Chad."),
    ],
)
def test_the_passive_says_what_the_active_says(reader, active: str, passive: str) -> None:
    """Type, actor, target and status do not depend on the voice."""
    told = [[(a.event, a.actor, a.target, a.status) for a in reader.acts(text)] for text in (active, passive)]
    assert told[0]
    assert told[0] == told[1]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Angola invaded Zambia.", "done"),
        ("Angola has invaded Zambia.", "done"),
        ("Angola has not invaded Zambia.", "denied"),
        ("Angola did not invade Zambia.", "denied"),
        ("Angola never invaded Zambia.", "denied"),
        ("Angola will invade Zambia.", "planned"),
        ("Angola could invade Zambia.", "hypothetical"),
        ("Angola might invade Zambia.", "hypothetical"),
        ("Angola is invading Zambia.", "ongoing"),
    ],
)
def test_how_real_an_act_is(reader, sentence: str, status: str) -> None:
    """Tense, modal, negation and "if" say whether it happened."""
    [found] = [a for a in reader.acts(sentence) if a.event == "ASSAULT"]
    assert found.status == status


@pytest.mark.parametrize(
    "sentence",
    [
        "Zambia fears that Angola will invade.",
        "Zambia fears that Angola would invade it.",
        "Angola considered invading Zambia.",
        "Angola denies invading Zambia.",
        "Angola hopes to meet Zambia.",
        "Zambia urged Angola to withdraw its troops.",
        "Zambia wants Angola to release the prisoners.",
        "Angola must release the prisoners, Zambia said.",
        "Angola refused to withdraw its troops from Zambia.",
        "Analysts say Angola could invade Zambia.",
        "Zambia warned Angola against attacking the port.",
    ],
)
def test_what_is_feared_hoped_or_asked_is_not_done(reader, sentence: str) -> None:
    """Nothing of the content of fears, hopes, requests and refusals happened."""
    done = [a for a in reader.acts(sentence) if a.status in {"done", "ongoing"}]
    assert {QUAD[a.event] for a in done} <= {"verbal conflict"}


@pytest.mark.parametrize("sentence", ["Did Angola invade Zambia?", "Has China imposed sanctions on Japan?"])
def test_a_question_is_no_act(reader, sentence: str) -> None:
    """What is asked did not, by that, happen."""
    assert reader.acts(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "date", "basis"),
    [
        ("India attacked Pakistan on Monday.", "2024-03-11", "publication"),
        ("India attacked Pakistan yesterday.", "2024-03-13", "publication"),
        ("India attacked Pakistan on 3 May 2021.", "2021-05-03", "text"),
        ("India attacked Pakistan in June 2021.", "2021-06", "text"),
        ("India attacked Pakistan.", None, None),
    ],
)
def test_an_act_has_the_day_that_its_words_give(reader, sentence: str, date: str | None, basis: str | None) -> None:
    """Days are worked out from the article's date; without words for it there is none."""
    [found] = reader.acts(sentence)
    assert (found.date, found.date_basis) == (date, basis)


def test_a_denied_act_is_negative(reader) -> None:
    """Status and polarity agree."""
    [denied] = reader.acts("Angola did not invade Zambia.")
    [done] = reader.acts("Angola invaded Zambia.")
    assert (denied.polarity, denied.negated) == ("negative", True)
    assert (done.polarity, done.negated) == ("positive", False)


def test_an_act_that_its_doer_denies_is_denied(reader) -> None:
    """The denial of an attack is no attack."""
    [found] = reader.acts("India denied that it had attacked Pakistan.")
    assert found.status == "denied"


def test_what_is_ruled_out_did_not_take_place(reader) -> None:
    """Talks that a side rules out are not talks that were held."""
    assert [a for a in reader.acts("Iran ruled out talks with France.") if a.event == "CONSULT"] == []


def test_the_day_of_a_passive_is_past(reader) -> None:
    """ "was attacked on Monday" is the Monday before the article."""
    [found] = reader.acts("Pakistan was attacked by India on Monday.")
    assert found.date == "2024-03-11"


@pytest.mark.parametrize(
    ("sentence", "event", "actor", "target"),
    [
        ("Finland will give Tanzania a grant.", "AID", "FIN", "TZA"),
        ("Serbia lodged a protest with Albania.", "ACCUSE", "SRB", "ALB"),
        ("Israel launched an attack on Syria.", "ASSAULT", "ISR", "SYR"),
        ("Egypt issued a warning to Sudan.", "THREATEN", "EGY", "SDN"),
        ("Egypt threatened to leave the talks unless Sudan lifted its veto.", "THREATEN", "EGY", "SDN"),
    ],
)
def test_light_verbs_and_threats_give_their_act(reader, sentence: str, event: str, actor: str, target: str) -> None:
    """Where the noun says what was done, or a condition whom it is aimed at."""
    assert (event, (actor,), (target,)) in [(a.event, a.actor, a.target) for a in reader.acts(sentence)]
