"""Dates of publication are read where they are certain and left unknown elsewhere."""

import datetime as dt

import pytest

from dragoman.articles.dates import Dateline, date_in_name, find_dateline, find_stamp, parse_date, year_in_name

DAY = dt.date(2019, 4, 26)


@pytest.mark.parametrize(
    "words",
    [
        "2019-04-26",
        "2019/04/26",
        "20190426",
        "2019-04-26T10:15:00+02:00",
        "26 April 2019",
        "26th of April 2019",
        "April 26, 2019",
        "Apr. 26, 2019",
        "Friday, 26 April 2019",
        "Fri, Apr 26 2019 10:15 GMT",
    ],
)
def test_written_dates(words: str) -> None:
    """A date is read in the forms that outlets use."""
    assert parse_date(words) == DAY


@pytest.mark.parametrize("words", ["04/05/2019", "2019", "April 2019", "30 February 2019", "soon", "", "0004-01-01"])
def test_no_date_is_made_up(words: str) -> None:
    """Half a date, an impossible one, or one with two readings stays unknown."""
    assert parse_date(words) is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("VIENNA, June 29 - The talks", Dateline(6, 29, None, None)),
        ("HAVANA, June 23 (Agency) - The talks", Dateline(6, 23, None, "Agency")),
        ("LUXEMBOURG/LONDON, October 15, 2019 — The talks", Dateline(10, 15, 2019, None)),
        ("Oslo, 3 May 2021 – The talks", Dateline(5, 3, 2021, None)),
        ("UNITED NATIONS (Fjordpress) -- The talks", Dateline(None, None, None, "Fjordpress")),
        ("(Fjordpress) - The talks", Dateline(None, None, None, "Fjordpress")),
    ],
)
def test_datelines(words: str, found: Dateline) -> None:
    """Place, day and agency are read off the head of a story."""
    assert find_dateline(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "The talks in Vienna resumed on June 29 - at last.",
        "Vienna, which hosted the talks, was quiet.",
        "Officials (from both sides) - and their guards - met.",
        "VIENNA, June 31 - The talks",
    ],
)
def test_sentences_are_no_datelines(words: str) -> None:
    """A place or a day inside a sentence is no dateline."""
    assert find_dateline(words) is None


def test_year_of_a_dateline_is_the_closest() -> None:
    """A story of late December found in early January is of the year before."""
    assert Dateline(12, 30, None, None).date(near=dt.date(2020, 1, 2)) == dt.date(2019, 12, 30)
    assert Dateline(1, 2, None, None).date(near=dt.date(2019, 12, 30)) == dt.date(2020, 1, 2)


def test_leap_day_without_its_year_stays_unknown() -> None:
    """29 February of a year that has none is no date."""
    assert Dateline(2, 29, None, None).date(year=2019) is None
    assert Dateline(2, 29, None, None).date(year=2020) == dt.date(2020, 2, 29)


def test_dates_in_file_names() -> None:
    """A full date in a file's name is read; a lone year only completes a dateline."""
    assert date_in_name("2019-04-26-kim") == date_in_name("kim_20190426") == date_in_name("a.26.04.2019") == DAY
    assert date_in_name("04-05-2019") is None
    assert date_in_name("1234567890") is None
    assert (year_in_name("iran_2015"), year_in_name("iran2015x"), year_in_name("2015_2016")) == (2015, None, None)


def test_stamps_are_whole_lines() -> None:
    """Only a line that is nothing but a date counts as a date stamp."""
    assert find_stamp("Updated April 26, 2019 at 10:15 a.m. ET") == find_stamp("26 Apr 2019") == DAY
    assert find_stamp("April 26, 2019 was the day the talks failed") is None
