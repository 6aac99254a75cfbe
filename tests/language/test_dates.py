"""Dates in text: what they mean on a day of publication, and what stays open without one."""

import datetime as dt

import pytest

from dragoman.language.dates import resolve

WEDNESDAY = dt.date(2021, 3, 10)


def only(text, published=WEDNESDAY, tense=None):
    found = resolve(text, published, tense)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("It was signed on April 25, 2019 in Oslo.", "2019-04-25"),
        ("It was signed on 25 April 2019.", "2019-04-25"),
        ("It was signed on Thursday, 25 April 2019.", "2019-04-25"),
        ("The interim accord of November 2013 holds.", "2013-11"),
        ("They fought in 1998.", "1998"),
        ("It dates from the 1990s.", "1990"),
        ("Signed 2019-04-25.", "2019-04-25"),
    ],
)
def test_absolute_dates_need_no_publication_date(text, iso):
    """A date that the words give whole is read without knowing when the article appeared."""
    assert only(text, None).iso == iso
    assert only(text, None).basis == "text"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Ministers met on Monday.", "2021-03-08"),
        ("Ministers met on Wednesday.", "2021-03-10"),
        ("Ministers will meet on Monday.", "2021-03-15"),
        ("They parted last Wednesday.", "2021-03-03"),
        ("They meet next Tuesday.", "2021-03-16"),
        ("A vote is due this Saturday.", "2021-03-13"),
        ("They met yesterday.", "2021-03-09"),
        ("They meet tomorrow.", "2021-03-11"),
        ("They met over the weekend.", "2021-03-06"),
        ("They met last month.", "2021-02"),
        ("They parted last year.", "2020"),
        ("He has been invited since last May.", "2020-05"),
        ("A law was passed in September.", "2020-09"),
        ("Talks will open in September.", "2021-09"),
        ("It was agreed two weeks ago.", "2021-02"),
        ("It was agreed a year ago.", "2020-03"),
        ("They signed on February 2.", "2021-02-02"),
        ("They signed on October 2.", "2020-10-02"),
        ("They will sign by April 2.", "2021-04-02"),
        ("They must reply by end-March.", "2021-03-31"),
    ],
)
def test_relative_dates_are_counted_from_publication(text, iso):
    """Weekdays, months and "ago" are found against the article's date, on the side that the words around show."""
    assert only(text).iso == iso


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "last month", "two weeks ago", "in February", "on 3 April"])
def test_relative_dates_stay_open_without_publication(text):
    """Without the article's date a relative date is found but not resolved."""
    found = only(f"They met {text}.", None)
    assert found.iso is None
    assert found.days is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("A reply by the end of this year is wanted.", "2021-12-31"),
        ("Both shall leave by 30 June.", "2021-06-30"),
        ("They double it by 2025.", "2025-12-31"),
        ("They peak before 2025.", "2024-12-31"),
        ("It must come by midnight on Friday.", "2021-03-12"),
        ("It starts work within two years.", "2023-03-10"),
        ("It starts within the next 30 days.", "2021-04-09"),
        ("They met on Monday.", None),
        ("Arms go within 30 days of signature.", None),
    ],
)
def test_limits_give_deadlines(text, deadline):
    """By, before, until and within make the last day allowed; days that run from an event make none."""
    assert only(text).deadline == deadline


@pytest.mark.parametrize(("tense", "iso"), [("past", "2021-03-08"), ("future", "2021-03-15")])
def test_the_caller_can_say_the_tense(tense, iso):
    """A given tense decides over the words around."""
    assert only("Monday", tense=tense).iso == iso


def test_the_day_after_follows_the_date_before_it():
    """A day beside another is counted from the one that the text named last."""
    found = resolve("He will brief envoys on Thursday, and the summit opens the day after.", WEDNESDAY)
    assert [date.iso for date in found] == ["2021-03-11", "2021-03-12"]


@pytest.mark.parametrize(
    "text", ["They may march.", "The Good Friday Agreement holds.", "It cost $2000.", "May was tired.", "31 troops"]
)
def test_words_that_only_look_like_dates(text):
    """Verbs, names and sums are no dates."""
    assert resolve(text, WEDNESDAY) == ()


def test_an_impossible_day_is_not_read_as_one():
    """The 31st of February is no day; no date of day grain comes of it."""
    assert all(date.grain != "day" for date in resolve("on 31 February 2020", WEDNESDAY))


def test_offsets_are_exact_among_strange_characters():
    """Spans count code points, whatever stands before."""
    text = "🙂 “Le 3 mai”\u200b — They met on 3 May 2020, he said."
    found = only(text)
    assert text[found.start : found.end] == "3 May 2020"


@pytest.mark.parametrize(
    ("published", "text"), [(dt.date(1, 1, 1), "999 years ago"), (dt.date(9999, 12, 31), "within the next 999 years")]
)
def test_dates_beyond_the_calendar_stay_open(published, text):
    """Counting off the end of the calendar leaves a date open instead of failing."""
    assert only(text, published).iso is None


def test_dates_are_found_wherever_they_stand() -> None:
    """What stands far before and behind a date does not matter, nor how long a date with all its words is."""
    dates = ["by the end of the coming quarter", "Wednesday, 25 September, 2019", "within the next couple of months"]
    filling = "The envoys spoke of grain and of water and went home. " * 9
    found = resolve(filling + f". {filling}".join(dates), None)
    assert [(date.grain, date.limit) for date in found] == [
        (date.grain, date.limit) for one in dates for date in resolve(one, None)
    ]
    assert len(found) == len(dates)
