"""Who a word stands for: names, roles, pronouns, sides, lists, groups that speak through a member."""

from collections.abc import Callable

import pytest

from dragoman.statements.who import Who

Finder = Callable[[str, str], tuple[str, ...]]


@pytest.fixture(scope="module")
def stands_for(reader, word) -> Finder:
    """Who the first word of a text that is spelled so stands for."""

    def find(text: str, spelling: str) -> tuple[str, ...]:
        understood = reader.understood(text)
        return Who(understood).parties(word(understood.doc, spelling))

    return find


@pytest.mark.parametrize(
    ("text", "spelling", "party"),
    [
        ("Tokyo protested.", "Tokyo", "JPN"),
        ("The Kremlin protested.", "Kremlin", "RUS"),
        ("Japanese officials protested.", "officials", "JPN"),
        ("Officials in Tokyo protested.", "Officials", "JPN"),
        ("Egypt's foreign minister protested.", "minister", "EGY"),
        ("The Egyptian army withdrew.", "army", "EGY"),
        ("The government of Peru resigned.", "government", "PER"),
        ("South Korea's navy turned back.", "navy", "KOR"),
    ],
)
def test_capitals_officials_and_ministries_stand_for_their_state(
    stands_for: Finder, text: str, spelling: str, party: str
) -> None:
    """A phrase that names or belongs to a state stands for it."""
    assert stands_for(text, spelling) == (party,)


def test_a_person_keeps_the_name_with_the_state(stands_for: Finder) -> None:
    """A head of state is the state's, and named."""
    assert stands_for("French President Emmanuel Macron protested.", "Macron") == ("FRA:Emmanuel Macron",)


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        ("Norway met Sweden in Oslo. It offered to reopen the border.", "It", ("NOR",)),
        ("Kenyan officials met Sudan's envoy. They offered a truce.", "They", ("KEN",)),
        ("Emmanuel Macron flew to Cairo. He met nobody.", "He", ("FRA:Emmanuel Macron",)),
        ("Peru withdrew its troops.", "its", ("PER",)),
    ],
)
def test_a_pronoun_stands_for_the_subject_before_it(
    stands_for: Finder, text: str, spelling: str, expected: tuple[str, ...]
) -> None:
    """The nearest fitting party, subjects first, and in number and kind what the pronoun asks for."""
    assert stands_for(text, spelling) == expected


def test_a_thing_is_no_person(stands_for: Finder) -> None:
    """ "it" never stands for a person, nor "he" for a country."""
    assert stands_for("Norway protested. He left.", "He") == ()


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("Peru and Chile met in Lima. The two sides agreed.", "sides"),
        ("Peru and Chile met in Lima. Both countries agreed.", "countries"),
        ("Peru and Chile met in Lima. Neither side agreed.", "side"),
        ("Peru and Chile met in Lima. Both agreed.", "Both"),
    ],
)
def test_both_sides_are_the_pair_just_named(stands_for: Finder, text: str, spelling: str) -> None:
    """ "the two sides" are the two that the text set side by side."""
    assert set(stands_for(text, spelling)) == {"PER", "CHL"}


def test_a_list_is_everybody_in_it(stands_for: Finder) -> None:
    """Names joined by commas and "and" stand for each of them, in order."""
    assert stands_for("China, Russia and Iran protested.", "China") == ("CHN", "RUS", "IRN")


@pytest.mark.parametrize(
    ("text", "spelling", "parties"),
    [
        ("Greek and Turkish foreign ministers met.", "ministers", ("GRC", "TUR")),
        ("US, Japanese and South Korean envoys met.", "envoys", ("USA", "JPN", "KOR")),
        ("A fire broke out in the US and Chinese officials met.", "officials", ("CHN",)),
        ("Greek and Turkish foreign minister Mevlut Cavusoglu met.", "Cavusoglu", ("TUR:Mevlut Cavusoglu",)),
    ],
)
def test_people_of_several_states_stand_for_each(
    stands_for: Finder, text: str, spelling: str, parties: tuple[str, ...]
) -> None:
    """A plural role stands for all whose people it names, and for no state that only stands before it."""
    assert stands_for(text, spelling) == parties


@pytest.mark.parametrize(
    ("text", "spelling", "party"),
    [
        ("Oman denies that there is a siege. Its delegation left.", "delegation", "OMN"),
        ("Peru said a strike had begun. Its negotiators left.", "negotiators", "PER"),
        ("Gazprom sued Naftogaz. The Ukrainian state company paid.", "company", "Naftogaz"),
        ("The EU said Serbia could join if it paid.", "it", "SRB"),
        ("Serbia said the EU would gain if it paid.", "it", "EU"),
        ("Iran said Israel must leave before it would talk.", "it", "IRN"),
    ],
)
def test_who_has_people_and_who_fulfils_a_condition(stands_for: Finder, text: str, spelling: str, party: str) -> None:
    """A mere thing has no delegation; a condition is for whoever its main clause is about."""
    assert stands_for(text, spelling) == (party,)


def test_a_relative_pronoun_stands_for_its_noun(stands_for: Finder) -> None:
    """ "Peru, which ..." is Peru."""
    assert stands_for("Peru, which borders Chile, protested.", "which") == ("PER",)


@pytest.mark.parametrize(
    ("text", "spelling"),
    [
        ("The weather was bad.", "weather"),
        ("A spokesman declined to comment.", "spokesman"),
        ("He left.", "He"),
        ("Analysts were surprised.", "Analysts"),
        ("Both sides agreed.", "sides"),
    ],
)
def test_nobody_is_made_up(stands_for: Finder, text: str, spelling: str) -> None:
    """A word that nothing in the text names stands for no party."""
    assert stands_for(text, spelling) == ()


def test_a_pronoun_does_not_reach_over_pages(stands_for: Finder) -> None:
    """A party named long before is not who "it" stands for."""
    filler = "The rain fell on the hills and on the towns by the sea. " * 5
    assert stands_for(f"Norway protested. {filler}It was late.", "It") == ()


def test_coordinated_members_stay_apart(reader, word) -> None:
    """Each member of a list comes by itself, so that statements can be multiplied out."""
    understood = reader.understood("Kenya and Uganda demanded talks.")
    assert Who(understood).each(word(understood.doc, "Kenya")) == [("KEN",), ("UGA",)]


def test_people_of_several_states_take_a_stance_each(reader, word) -> None:
    """ "Greek and Turkish ministers" are two holders; "both sides" are one."""
    doc = reader.understood("Greek and Turkish ministers met in Athens. Greece and Turkey left. Both sides objected.")
    assert Who(doc).each(word(doc.doc, "ministers")) == [("GRC",), ("TUR",)]
    assert Who(doc).each(word(doc.doc, "sides")) == [("GRC", "TUR")]


def test_the_commonest_parties_come_first(reader) -> None:
    """Counted over the whole article, ties by name."""
    understood = reader.understood("Peru met Chile. Peru met Bolivia. Chile met Peru.")
    assert Who(understood).commonest(2) == ("PER", "CHL")


def test_a_bare_noun_takes_up_the_same_noun_before_it(reader) -> None:
    """ "The ministry" is the one spoken of, not the state named last."""
    text = "Azerbaijan's defence ministry denied the report. “Armenia must open the corridor,” the ministry added."
    [found] = reader.positions(text)
    assert (found.holder, found.doer) == (("AZE",), ("ARM",))


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Asian lines refused to pay.", "Asian lines"),
        ("At the talks Western donors demanded an audit.", "Western donors"),
        ("Foreign oil companies refused to leave.", "foreign oil companies"),
        ("A committee of private creditors ruled out a loan.", "private creditors"),
        ("An alliance of churches and charities opposes the clause.", "charities"),
        ("Parents' groups have called for schools to reopen.", "parents' groups"),
        ("Unions, which struck in May, say that pensions must be spared.", "unions"),
    ],
)
def test_groups_keep_the_capitals_of_lands(reader, sentence: str, name: str) -> None:
    """A group is called as the article calls it, less the capital that the head of a sentence lends."""
    assert name in {holder for position in reader.positions(sentence) for holder in position.holder}


@pytest.mark.parametrize("land", ["Quebec", "Andalusia", "Punjab", "Gibraltar"])
def test_a_land_inside_a_state_is_a_party_where_it_acts(reader, land: str) -> None:
    """Not where something happens there."""
    assert [p.holder for p in reader.positions(f"{land} refused to sign the treaty.")] == [(land,)]
    assert [p.doer for p in reader.positions(f"Norway demanded that {land} open the road.")] == [(land,)]
    assert all(land not in p.holder + p.doer for p in reader.positions(f"Norway wants to open a road in {land}."))


def test_a_quarrel_of_two_states_is_not_that_of_a_state_and_its_militia(reader) -> None:
    """A movement that is named now and then is no side beside two states that stand out."""
    text = (
        "Israel and Lebanon talk. Israel waits. Lebanon waits. Israel hopes. Lebanon hopes. Israel drills. Lebanon "
        "objects. Israel left. Lebanon left. Israel and Lebanon fret. "
        "Israel and Lebanon wait. Hezbollah warned. Hezbollah waits. Hezbollah hopes."
    )
    assert set(Who(reader.understood(text)).cast.sides()) == {"ISR", "LBN"}


def test_an_officer_is_whom_the_article_calls_so(stands_for) -> None:
    """ "The president" is neither the union's general secretary nor whoever else was named last."""
    text = (
        "President Emmanuel Macron met the leader of the Dockers Union. The union's chairman, Boris Grant, refused. "
        "The president left."
    )
    assert stands_for(text, "president") == ("FRA:Emmanuel Macron",)


def test_the_cabinet_is_that_of_the_state_the_article_is_about(stands_for) -> None:
    """Not that of a creditor whom the sentence before names."""
    text = (
        "Ghana defaulted. Ghana asked for time. Ghana waits. Ghana hopes. Ghana pays. Ghana counts on help."
        + " More." * 120
    )
    assert stands_for(text + " France objected. The cabinet refused to pay.", "cabinet") == ("GHA",)


@pytest.mark.parametrize("sentence", ["Ottawa put pressure on Quebec.", "Norway called on Quebec to sign."])
def test_a_land_inside_a_state_is_dealt_with(stands_for, sentence: str) -> None:
    """Behind words that say towards whom something goes."""
    assert stands_for(sentence, "Quebec") == ("Quebec",)


@pytest.mark.parametrize("called", ["Wealthy states", "Richer nations", "Advanced economies"])
def test_rich_countries_go_by_one_name(reader, called: str) -> None:
    """Whatever the article calls them."""
    assert [p.holder for p in reader.positions(f"{called} refused to pay.")] == [("developed countries",)]


def test_it_is_no_people_and_no_subject_told_by_the_way(reader) -> None:
    """A singular thing is the subject of the main clause before, not those who left in a clause of time."""
    text = (
        "Iran handed the Taliban the embassy in May, and its trade with Peru has grown since the Americans left. "
        "It still declines to recognise the Taliban."
    )
    assert reader.positions(text)[-1].holder == ("IRN",)


def test_the_only_president_of_an_article_is_meant_from_afar(stands_for) -> None:
    """Where many sentences lie between his name and his office."""
    text = (
        "President Salva Kiir met the mediators in Juba. "
        + "The roads were bad and the rains late, and nobody in the market had any fuel to sell. " * 9
        + "The president has offered a truce."
    )
    assert stands_for(text, "president") == ("SSD:Salva Kiir",)


def test_a_senate_is_of_the_state_that_an_article_is_about(reader) -> None:
    """Not of the United States, which it names once."""
    text = (
        "Thailand waits for a government. Thailand has had coups. Thailand voted in May. Thailand is divided, and the "
        "United States is worried. The Senate rejected the candidate."
    )
    assert all(not one.holder[0].startswith("USA") for one in reader.positions(text))


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("The chamber of commerce", "chamber of commerce"),
        ("The country's main business lobby", "business lobby"),
        ("A faction led by General Otieno, which calls itself the Mountain Front,", "Mountain Front"),
        ("The far-right Concord party", "Concord"),
        ("Two officials with knowledge of the Kenyan position", "KEN"),
        ("A person familiar with Kenya's thinking", "KEN"),
    ],
)
def test_bodies_and_those_who_know_are_holders(reader, subject: str, expected: str) -> None:
    """By what they are for, what they call themselves, or whose thinking they know."""
    found = reader.positions(f"Kenya and Uganda met last week. {subject} rejected the pact.")
    assert [p.holder for p in found] == [(expected,)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Kenyan government statement demanded a truce.", "KEN"),
        ("A letter signed by the Kenyan foreign minister demanded a truce.", "KEN"),
        ("A note from Nairobi demanded a truce.", "KEN"),
        ("Kenya announced the rate in a letter of July 7. The same letter demanded a truce.", "KEN"),
        ("Every other party demanded a truce.", "other parties"),
        ("Some of the smaller parties demanded a truce.", "smaller parties"),
    ],
)
def test_letters_and_parts_of_many_hold_what_they_say(reader, text: str, expected: str) -> None:
    """A letter speaks for its author, "some of" for the group they are of."""
    found = reader.positions(f"Kenya and Uganda met in Geneva last week. {text}")
    assert [p.holder for p in found if "truce" in p.action] == [(expected,)]


def test_a_letter_of_nobody_is_nobodys(reader) -> None:
    """Though states are named before it."""
    assert not reader.positions("Kenya and Uganda met in Geneva last week. A letter to the bank demanded a truce.")


@pytest.mark.parametrize(
    ("text", "spelling", "expected"),
    [
        (
            "Jane Holloway, the British foreign secretary, flew to Madrid. The Foreign Secretary left.",
            "Secretary",
            "GBR",
        ),
        ("Jamaica's prime minister, Tom Carling, spoke. Haiti waited. The Prime Minister refused.", "Minister", "JAM"),
        (
            "Peru's chief negotiator, Ana Quispe, left. Chile laughed. The chief negotiator refused.",
            "negotiator",
            "PER",
        ),
        ("Benjamin Netanyahu, the Likud leader, is back. His government refused a request.", "government", "ISR"),
    ],
)
def test_an_office_takes_up_whom_the_article_calls_so(
    stands_for: Finder, text: str, spelling: str, expected: str
) -> None:
    """An office of several words, in capitals or not, is the person so called; a government is that of a state."""
    assert [found.split(":")[0] for found in stands_for(text, spelling)] == [expected]
