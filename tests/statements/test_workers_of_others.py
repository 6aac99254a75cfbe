"""Workers who are not of the union that bargains, and whom those who are strike against."""

STRIKE = (
    "The Rail Workers Union (RWU) called a strike over pay at Northrail. Drivers will walk out, the RWU said. "
    "Northrail, which employs the drivers, said its offer on wages stood. Drivers want more, the union said. "
)


def test_those_said_to_be_of_another_union_are_of_that(reader) -> None:
    """ "Drivers in Aslef" are Aslef's, whoever else bargains."""
    acts = reader.acts(STRIKE + "Drivers in Aslef went on strike on Monday.")
    assert [act.actor for act in acts if act.event == "PROTEST"][-1] == ("Aslef",)


def test_a_trade_the_article_is_not_about_is_of_no_side(reader) -> None:
    """A report on drivers that mentions nurses does not tell of the drivers' union."""
    told = [act.actor for act in reader.acts(STRIKE)]
    assert [act.actor for act in reader.acts(STRIKE + "Nurses walked out on Monday.")].count(("RWU",)) == told.count(
        ("RWU",)
    )


def test_a_commissioner_serves_the_union_named_beside(reader) -> None:
    """Where the European Union is named, its commissioners are its own, and police commissioners are not."""
    text = "Poland and the European Union are at odds. Transport Commissioner Ada Valean accused Poland of delay. "
    assert [act.actor for act in reader.acts(text) if act.event == "ACCUSE"] == [("EU:Ada Valean",)]
