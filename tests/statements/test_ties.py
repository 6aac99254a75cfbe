"""The many ways in which articles tell standing relations in passing, on sentences made up for it."""

import pytest

from dragoman.statements.tiewords import Frame


def told(reader, sentence: str) -> set[str]:
    """The ties of *sentence*, each as "FROM relation TO"."""
    return {f"{t.from_[0].split(':')[0]} {t.relation} {t.to[0].split(':')[0]}" for t in reader.ties(sentence)}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Serbia's foreign minister flew to Moscow, Belgrade's main backer.", "RUS patron SRB"),
        ("Algeria, a long-standing rival of Morocco, recalled its ambassador.", "DZA rival MAR"),
        ("Pakistan's old friend China stayed out.", "CHN ally PAK"),
        ("Russia and its ally Belarus held exercises.", "BLR ally RUS"),
        ("Palau is one of Taiwan's last allies.", "PLW ally TWN"),
        ("Ukraine's largest donor, the United States, agreed.", "USA patron UKR"),
        ("Taiwan's biggest arms supplier is the United States.", "USA patron TWN"),
        ("Turkey and Greece, old adversaries, met in Ankara.", "GRC rival TUR"),
        ("Ethiopia and its Eritrean allies took the town.", "ERI ally ETH"),
        ("Somalia's new treaty with Turkey, its main military backer, has alarmed Ethiopia.", "TUR patron SOM"),
        ("Kyrgyzstan counts Russia among its friends.", "RUS ally KGZ"),
        ("Israel regards Iran as its main enemy.", "IRN rival ISR"),
    ],
)
def test_who_bears_the_name_of_ally_or_rival_is_found_beside_it(reader, sentence: str, tie: str) -> None:
    """By apposition, possessive, copula or "regards as"."""
    assert _either_way(told(reader, sentence), tie)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("The rift between Qatar and Bahrain has not healed.", "QAT estranged_from BHR"),
        ("China has leverage over Myanmar.", "CHN leverage_over MMR"),
        ("Moldova's dependence on Russian gas has shrunk.", "MDA depends_on RUS"),
        ("Guyana is locked in a dispute with Venezuela.", "GUY rival VEN"),
        ("The U.S.-Japan alliance is strong.", "USA ally JPN"),
        ("Taiwan lives under the threat from China.", "CHN threatens TWN"),
        ("With the backing of Rwanda, the M23 took Goma.", "RWA patron M23"),
        ("Cuba has lived under an American embargo since 1962.", "USA sanctions CUB"),
        ("Ties between Japan and South Korea are frosty.", "JPN estranged_from KOR"),
        ("Iran has no diplomatic ties with the United States.", "IRN estranged_from USA"),
        ("Serbia's talks with Kosovo are stuck.", "SRB deadlocked_with XKX"),
        ("Armenia has lost faith in Russia.", "ARM mistrusts RUS"),
    ],
)
def test_nouns_of_relation_run_from_one_party_to_another(reader, sentence: str, tie: str) -> None:
    """ "Between", "X's ... over Y", "X has ... with Y", "under X's"."""
    assert _either_way(told(reader, sentence), tie)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Hungary buys most of its gas from Russia.", "HUN trade_partner RUS"),
        ("Zimbabwe owes China $2 billion.", "ZWE depends_on CHN"),
        ("Serbia does not recognise Kosovo.", "SRB estranged_from XKX"),
        ("Neither Egypt nor Ethiopia trusts the other.", "EGY mistrusts ETH"),
        ("The Houthis, who are armed by Iran, refused.", "IRN patron Houthis"),
        ("Britain accuses Rwanda of backing the M23.", "RWA patron M23"),
        ("Bahrain answers to Riyadh.", "BHR subordinate_to SAU"),
        ("Abkhazia is kept afloat by Moscow.", "Abkhazia depends_on RUS"),
        ("Belarus has lived on Russian gas for 30 years.", "BLR depends_on RUS"),
        ("Egypt, on whose army Sudan relies, objected.", "SDN depends_on EGY"),
        ("Rwanda and Uganda have mended fences.", "RWA improving_relations UGA"),
        ("The Evros river divides Greece from Turkey.", "GRC adjacent TUR"),
        ("Tajik migrants work in Russia and send money home.", "TJK supplies_labour_to RUS"),
        ("China threatens Taiwan.", "CHN threatens TWN"),
    ],
)
def test_verbs_tell_what_a_party_keeps_doing(reader, sentence: str, tie: str) -> None:
    """Whoever does it, in the active, the passive and relative clauses."""
    assert _either_way(told(reader, sentence), tie)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Vietnam is suspicious of China.", "VNM mistrusts CHN"),
        ("Mali, which is close to Russia, refused.", "MLI ally RUS"),
        ("Vanuatu, increasingly dependent on Chinese loans, agreed.", "VUT depends_on CHN"),
        ("Sudan and Ethiopia are at odds over the dam.", "SDN rival ETH"),
        ("Armenia is bound to Russia by treaty.", "ARM ally RUS"),
        ("Pakistan is vulnerable to India.", "IND threatens PAK"),
        ("Iran-backed Hezbollah fired rockets at Israel.", "IRN patron Hezbollah"),
        ("The Russian-backed government in Bangui refused.", "RUS patron CAF"),
    ],
)
def test_qualities_and_compounds_tie_who_has_them(reader, sentence: str, tie: str) -> None:
    """ "Wary of", "at odds with", "Iranian-backed"."""
    assert _either_way(told(reader, sentence), tie)


@pytest.mark.parametrize(
    "sentence",
    [
        "Jordan wants an alliance with Egypt.",
        "Jordan has no alliance with Egypt.",
        "If Peru were an ally of Chile, it would sign.",
        "Bolivia hopes to become a trading partner of Vietnam.",
        "Venezuela would depend on China for loans.",
        "Russia is not Serbia's ally.",
        "Indonesia is not hostile to Australia.",
        "The United Arab Emirates denies that it arms the Rapid Support Forces.",
        "Pashinyan, no longer a trusted ally of the Kremlin, said he would not renew the treaty.",
        "Togo sought closer ties with Russia.",
    ],
)
def test_what_is_denied_wished_for_or_supposed_is_no_tie(reader, sentence: str) -> None:
    """Only what is said to hold counts."""
    assert told(reader, sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Washington threatened to slap a tariff on Brazilian coffee.",
        "Uganda bought rice from India in March.",
        "Gabon threatened France with expulsion.",
        "Egypt needs Ethiopia to sign.",
        "Kenya supports the proposal.",
        "Meloni clashed with Macron on Friday over migrants.",
    ],
)
def test_an_act_of_one_moment_is_no_tie(reader, sentence: str) -> None:
    """What somebody did once, or asks for, does not tell how two parties stand."""
    assert told(reader, sentence) == set()


def test_a_tie_that_is_over_is_marked_past(reader) -> None:
    """ "Once" is kept."""
    [found] = reader.ties("Eritrea, once a foe of Ethiopia, sent troops to help it.")
    assert (found.relation, found.time) == ("rival", "past")


def test_an_entry_says_its_words_its_prepositions_and_its_way() -> None:
    """The short form of the word list is read into a frame."""
    frame = Frame.of("<keep * afloat", "depends_on")
    assert (frame.word, frame.more, frame.prepositions) == ("keep", ("afloat",), ())
    assert frame.reversed
    assert frame.between


def _either_way(found: set[str], tie: str) -> bool:
    """Whether *found* has *tie*; the order of its parties counts only where a direction is meant."""
    one, relation, other = tie.split(" ")
    mutual = {"ally", "rival", "trade_partner", "estranged_from", "deadlocked_with", "improving_relations", "adjacent"}
    return tie in found or (relation in mutual and f"{other} {relation} {one}" in found)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Relations between Peru and Chile, never warm, soured further in May.", "PER estranged_from CHL"),
        ("Peru and Chile have been on bad terms since a spat about fish.", "PER estranged_from CHL"),
        ("Peru has drawn nearer to Chile.", "PER improving_relations CHL"),
        ("Peru considers Chile a friend.", "PER ally CHL"),
    ],
)
def test_a_denied_quality_tells_nothing_and_a_whole_phrase_counts(reader, sentence: str, tie: str) -> None:
    """ "Never warm" is not warm; "on bad terms" is not "on terms"."""
    assert told(reader, sentence) == {tie}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Peru thought the EU too close to Chile.", "EU ally CHL"),
        ("The war has left Chad dependent on France.", "TCD depends_on FRA"),
        ("Kenya considers Rwanda hostile to Uganda.", "RWA rival UGA"),
        ("Chad slapped tariffs on Sudanese sugar.", "TCD sanctions SDN"),
        ("Eritrean soldiers fought at the side of the Ethiopian army.", "ERI ally ETH"),
    ],
)
def test_a_quality_is_of_what_it_is_given_to(reader, sentence: str, tie: str) -> None:
    """What somebody thinks or makes another to be is of the other; what burdens somebody is a tie."""
    assert _either_way(told(reader, sentence), tie)


@pytest.mark.parametrize(
    "sentence", ["British aid to Rwanda has been frozen.", "Turkgaz, the Russian-controlled exporter, refused."]
)
def test_what_has_ended_and_who_controls_an_owner_is_no_tie_of_trade_or_help(reader, sentence: str) -> None:
    """Frozen aid makes no patron; who controls an exporter is not its customer."""
    assert not any(" patron " in tie or " trade_partner " in tie for tie in told(reader, sentence))


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Turkey signed a security pact with Chad.", ("TUR", "ally", "TCD")),
        ("Peru and Chile remain far apart on fishing rights.", ("PER", "deadlocked_with", "CHL")),
    ],
)
def test_pacts_of_defence_and_distances_are_ties(reader, sentence: str, tie: tuple[str, str, str]) -> None:
    """A pact for security allies those who sign it; who is far apart has not agreed."""
    assert tie in {(t.from_[0], t.relation, t.to[0]) for t in reader.ties(sentence)}


def test_a_pact_on_fish_makes_no_allies(reader) -> None:
    """Only a pact for security does."""
    assert not reader.ties("Indonesia signed a pact with India on fishing.")


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Kenya rarely sees eye to eye with Chad on anything.", "KEN rival TCD"),
        ("Kenya has locked horns with Chad for years.", "KEN rival TCD"),
        ("Kenya barely trusts Chad.", "KEN mistrusts TCD"),
        ("Kenya acts in concert with Chad.", "KEN coordinates_with TCD"),
    ],
)
def test_idioms_and_words_that_all_but_deny_tell_ties(reader, sentence: str, tie: str) -> None:
    """ "Rarely sees eye to eye" denies a bond as "does not" would."""
    assert told(reader, sentence) == {tie}


@pytest.mark.parametrize(
    "sentence", ["Kenya sees eye to eye with Chad.", "Kenya stopped Chad from buying wheat from Iran."]
)
def test_what_is_not_so_tells_no_tie(reader, sentence: str) -> None:
    """Neither an idiom that needs its denial, nor what somebody was kept from."""
    assert told(reader, sentence) == set()


def test_a_tie_among_many_is_told_once(reader) -> None:
    """Four that distrust each other are one line, and so are two: what is mutual is not told both ways."""
    many = reader.ties("Kenya, Uganda, Ghana and Peru distrust each other.")
    assert [(set(tie.from_), set(tie.to)) for tie in many] == [({"KEN", "UGA", "GHA", "PER"},) * 2]
    assert len(reader.ties("Kenya and Uganda distrust each other.")) == 1


def test_what_somebody_was_accused_of_once_is_no_tie(reader) -> None:
    """A charge that is not kept up is not told as a fact."""
    assert reader.ties("Kenya accused Chad of shielding Niger.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya has little leverage over Uganda.",
        "Kenya and Uganda failed to agree on a price on Monday.",
        "The rebels drove the army out of a town in Kenya near the border with Uganda.",
        "Two people close to Uganda said the price could fall.",
        "Kenya and Uganda are mere dialogue partners.",
        "Kenya owes Uganda an answer by Friday.",
        "Kenya will not sign a deal without Uganda.",
        "The free trade agreement between Kenya and Uganda is due in May.",
        "Kenya owes Uganda an agreement by May.",
        "Kenya dropped its tariffs on Uganda.",
        "The talks between Kenya and Uganda had neither broken down nor been suspended.",
        "Kenya made peace with Uganda in 1996.",
        "Kenya backs Uganda's initiative.",
        "Kenya supports Ugandan membership.",
        "The five EU members that do not recognise Kosovo are uneasy.",
        "What broke the deadlock between Kenya and Uganda was a call.",
    ],
)
def test_what_is_of_a_moment_or_a_place_is_no_tie(reader, sentence: str) -> None:
    """One failed meeting, a place by a border, sources near a party, an answer that is due, an idea that is backed."""
    assert not reader.ties(sentence)


def test_unions_that_honour_a_picket_line_side_with_the_strikers(reader) -> None:
    """The union whose strike it is need not be named in the sentence."""
    text = (
        "The Dockers' Union, which represents 9,000 workers, went on strike on Monday over wages. "
        "The Dockers' Union said the strike would go on until the employers raised wages. "
        "The Teamsters have pledged not to cross picket lines."
    )
    assert ({"Teamsters"}, "ally") in [(set(tie.from_), tie.relation) for tie in reader.ties(text)]


def test_a_helper_of_another_verb_and_freed_hostages_tie_nobody(reader) -> None:
    """ "Has blocked sanctions" has none on anybody; hostages are handed to somebody, and at nobody's mercy."""
    assert not reader.ties("Hungary has blocked two rounds of European Union sanctions.")
    assert not reader.ties("Hamas handed over the bodies of two Israeli hostages to the Red Cross.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hungary blocked EU sanctions on officials.",
        "Kenya's pledge drew a warning from Uganda.",
        "Kenyan engineers put up a mast on the Ugandan side of the border.",
        "Kenya has set terms for the bid of BBVA for its smaller rival Sabadell.",
    ],
)
def test_vetoes_words_river_banks_and_unknown_rivals_tie_nobody(reader, sentence: str) -> None:
    """Sanctions that are vetoed are on nobody, a warning is nothing to live on, a bank of a river is no side taken."""
    assert not reader.ties(sentence)


def test_a_word_of_a_name_ties_nobody(reader) -> None:
    """The Democratic Alliance is a party, and no alliance of those named beside it."""
    assert not reader.ties("South Africa's Democratic Alliance has taken the African National Congress to court.")
