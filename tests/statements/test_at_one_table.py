"""Three or more that bargain with one another, and what goes wrong around talks of them."""

TALKS = (
    "Chad, Libya and Sudan remain far apart over the Bardai dam. Chad, which began it in 2022, wants to "
    "fill it. Libya insists on a treaty. Sudan has called for a shared database.\n\n"
    "Sudan and Libya want arbitration. Chad rejects it.\n\n"
    "Libya is patient, Chad is not, and Sudan waits. Sudan's wells are low. "
)


def test_talks_of_three_are_of_all_three(reader) -> None:
    """Where no two are set apart, "talks", "the envoys" are of all that were named in one breath."""
    resumed = [a for a in reader.acts(TALKS + "Talks resumed in March.") if a.evidence[0].span_start >= len(TALKS)]
    assert [set(act.actor) for act in resumed] == [{"TCD", "LBY", "SDN"}]
    agreed = [p for p in reader.positions(TALKS + "The envoys agreed to send a report to the presidents.")
              if p.evidence[0].span_start >= len(TALKS)]  # fmt: skip
    assert {party for p in agreed for party in p.holder} == {"TCD", "LBY", "SDN"}


def test_two_set_apart_are_no_table_of_three(reader) -> None:
    """Talks between two stay theirs, whoever is named in one breath beside them."""
    told = "Talks between Chad and Libya began in May. Chad, Libya and Sudan share a lake. Sudan is wary. "
    resumed = [a for a in reader.acts(told + "Talks resumed in March.") if a.evidence[0].span_start >= len(told)]
    assert [set(act.actor) for act in resumed] == [{"TCD", "LBY"}]


def test_a_list_of_names_alone_says_nothing_of_who_bargains(reader) -> None:
    """Named in one breath once, without a word of talks beside them."""
    told = TALKS.replace("remain far apart over", "lie around")
    resumed = [a for a in reader.acts(told + "Talks resumed in March.") if a.evidence[0].span_start >= len(told)]
    assert not [act for act in resumed if len(act.actor) > 2]


def test_what_is_left_open_is_no_demand(reader) -> None:
    """ "On how fast it should be filled" asks; and what is asked to be done has not been done."""
    assert not reader.positions("Chad and Libya ended talks on how fast the lake should be filled, Chad said.")
    done = reader.acts("Chad insisted that the troops be withdrawn by Mali.")
    assert not [act for act in done if act.event == "RETREAT"]


def test_a_dispute_that_is_talked_of_ties_nobody_to_who_hears_of_it(reader) -> None:
    """With whom one discusses a dispute is not with whom one has it; nor does "if" tell of a deadlock."""
    assert not reader.ties("Mali discussed the dispute with its Nigerien counterpart by telephone.")
    assert not reader.ties("If Chad and Mali cannot agree by July, Niger will leave.")
