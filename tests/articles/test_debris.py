"""Debris is marked, sentences and headlines are not."""

import pytest

from dragoman.articles.debris import find_debris
from dragoman.articles.debris_rules import name_kind

BODY = (
    "Ruritania will reopen the strait if Graustark frees the crew, its foreign minister said on Monday.\n\n"
    "Graustark has refused so far. Its envoy told reporters that no ship would pass before the fine was paid.\n"
)


def marked(text: str, **known: str) -> list[str]:
    return [part.of(text) for part in find_debris(text, **known)]


@pytest.mark.parametrize(
    "line",
    [
        "0 69",
        "1.2K Shares",
        "214 SHARES   Share   Tweet   Email",
        "Share on Facebook",
        "Click to share on Twitter (Opens in new window)",
        "Views: 1,204",
        "3 min read",
        "- Advertisement -",
        "ADVERTISEMENT",
        "Sponsored Content",
        "Story continues below advertisement",
        "You might also like",
        "RELATED ARTICLES",
        "Read more: What is the strait act, and who wrote it?",
        "ALSO READ | Strait closed again",
        "Most read | Terms of use | © 2019 Fjord Daily",
        "By our correspondents",
        "By Jane Doe",
        "By J.V. Rao and Maria del Mar, in Oslo",
        "BY JANE DOE | MAY 3, 2021",
        "Photo: The minister arrives in Oslo. (Pool)",
        "Image credit: Fjord Daily",
        "The minister leaves the palace in Oslo on Monday. (AP Photo/John Smith)",
        "Ships wait off the coast. REUTERS/John Smith/File Photo",
        "Sign up here for our daily newsletter",
        "Subscribe to our newsletter today!",
        "Get the latest news delivered to your inbox.",
        "Follow us on Twitter and Facebook",
        "We use cookies to improve your experience.",
        "Privacy Policy",
        "© 2021 Fjord Daily. All rights reserved.",
        "Copyright 2021 Fjord Daily",
        "Tags: Ruritania, Graustark, strait",
        "#Ruritania #Graustark",
        "https://example.org/strait",
        "@fjorddaily",
        "news@example.org",
        "Source link",
        "Source: Fjordpress",
        "This article was first published on Fjord Daily.",
        "Thanks !",
        "Thanks for sharing this, you are awesome !",
        "(Reporting by Jane Doe; Editing by John Smith)",
        "Published: 3 May 2021, 10:15 GMT",
        "2 hours ago",
        "Leave a comment",
        "***",
        "Page 3 of 7",
        "ADVERTISEMENT - CONTINUE READING BELOW",
        "Share on Facebook  Tweet this  Pin it  Email",
        "[This article first appeared in the Fjord Daily]",
        "Join our Telegram channel for updates",
    ],
)
def test_furniture_between_paragraphs_is_marked(line: str) -> None:
    """Each sort of page furniture on its own line is marked from end to end, and nothing else is."""
    first, second = BODY.split("\n\n")
    assert marked(f"{first}\n\n{line}\n\n{second}") == [line]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister asked readers to subscribe to the newspaper of his party.",
        "Share prices fell after the talks.",
        "By Monday, Ruritania had reopened the strait.",
        "By signing up to the accord, Graustark accepted terms it had refused for years.",
        "Follow the money, the envoy said.",
        "The author was released from prison on Monday.",
        "Thanks to Oslo, the talks resumed.",
        "LOSS AND DAMAGE:",
        "2015",
        "The views of the two sides differ on sanctions.",
        "Read the accord first, the minister told lawmakers.",
        "Related measures will follow when the crew is free.",
        "The photograph of the crew was released by Graustark on Monday.",
        "Watch what they do, not what they say.",
        "“Thank you for coming,” the envoy said, and left.",
        "Advertisements were banned in May.",
        "The deal was posted on Twitter and Facebook before the envoys had left.",
        "Copyright law divides the two sides.",
        "Demand 1: Graustark frees the crew.",
        "Join us or leave, the minister said.",
        "(c) Graustark shall free the crew.",
        "Officials said the strait would stay shut (see the video of the minister's speech).",
        "Updated figures show a fall in trade.",
    ],
)
def test_sentences_and_headings_of_an_article_are_left(sentence: str) -> None:
    """Sentences that use the furniture's words, subheadings and years are no debris."""
    first, second = BODY.split("\n\n")
    assert marked(f"Talks resume\n\n{first}\n\n{sentence}\n\n{second}") == []


@pytest.mark.parametrize(
    ("line", "debris"),
    [
        ("The strait stays shut for now.- Advertisement -", "- Advertisement -"),
        ("The strait stays shut for now.Source link", "Source link"),
        (
            "The strait stays shut for now. Source link You might also like Thanks !",
            "Source link You might also like Thanks !",
        ),
        ("0 69Graustark has refused so far.", "0 69"),
        ("By J.V. Lakshmana RaoThe outcome of the talks has not made any difference.", "By J.V. Lakshmana Rao"),
        (
            "The strait stays shut. (Reporting by Jane Doe; Editing by John Smith)",
            "(Reporting by Jane Doe; Editing by John Smith)",
        ),
        ("The strait stays shut. Read more: Who wrote the strait act", "Read more: Who wrote the strait act"),
        ("The strait, (READ MORE: Strait closed) which is narrow, stays shut for now.", "(READ MORE: Strait closed)"),
        ("The strait stays shut for now. © 2021 Fjord Daily", "© 2021 Fjord Daily"),
        ("The strait stays shut for now. (Reuters)", "(Reuters)"),
        ("The strait stays shut.ADVERTISEMENTThe crew is still held.", "ADVERTISEMENT"),
    ],
)
def test_glued_debris_is_cut_from_its_sentence(line: str, debris: str) -> None:
    """Debris that shares a line with a sentence is marked alone; the sentence stays."""
    assert marked(f"Talks resume in Oslo today\n\n{BODY}\n{line}\n") == [debris]


def test_edges_are_judged_more_strictly_than_the_middle() -> None:
    """A tag line, crumbs, a date and a number count above and below the prose."""
    head = "independent news and opinion\nNews > World\n\nTalks resume in Oslo\n\n3 May 2021\n\n7\n\n"
    text = f"{head}{BODY}\nWorld | Sport | Weather\n"
    assert marked(text) == [
        "independent news and opinion",
        "News > World",
        "3 May 2021",
        "7",
        "World | Sport | Weather",
    ]


def test_the_list_under_a_label_of_links_is_marked() -> None:
    """Headlines listed under "Related" belong to the label; the paragraph after them does not."""
    first, second = BODY.split("\n\n")
    listed = "Related stories\nStrait closed again\nWho owns the trawler?"
    text = f"{first}\n\n{listed}\n\n{second}\nMost read\n\nOther talks fail\n\nA storm nears\n"
    assert marked(text) == [
        "Related stories",
        "Strait closed again",
        "Who owns the trawler?",
        "Most read",
        "Other talks fail",
        "A storm nears",
    ]


def test_a_headline_is_never_debris() -> None:
    """Even a title that reads like furniture stays, where it is known to be the title."""
    text = f"Thanks for reading\n\n{BODY}"
    assert marked(text) == ["Thanks for reading"]
    assert marked(text, title="Thanks for Reading") == []


def test_the_outlet_alone_on_a_line_is_a_site_name() -> None:
    """The outlet's bare name above the headline is debris once the outlet is known."""
    text = f"Fjord Daily Herald\n\nTalks resume in Oslo\n\n{BODY}"
    assert marked(text, title="Talks resume in Oslo", outlet="Fjord Daily Herald") == ["Fjord Daily Herald"]


def test_wrapped_lines_of_a_paragraph_are_left() -> None:
    """A line inside a paragraph broken to even width is running text, whatever it looks like."""
    text = (
        "The minister said on Monday that the strait would open\n"
        "once the crew was free, according to a report that was\n"
        "written by Jane Doe and confirmed by the other side's\n"
        "Photo: it showed the crew on the deck of the trawler in\n"
        "good health, with the captain in the middle of it all.\n"
    )
    assert marked(text) == []


def test_invisible_characters_do_not_hide_debris() -> None:
    """A zero-width space inside a label hides nothing, and offsets still point at the stored text."""
    text = f"{BODY}\n\u200bSource\u200b link\u200e\n"
    assert marked(text) == ["Source\u200b link"]


@pytest.mark.parametrize("piece", ["A", "A.", "By J.", "1 ", "| ", "A-", "( ", "Photo: ", "share ", "> ", "@a "])
def test_hostile_lines_are_judged_at_once(piece: str) -> None:
    """Lines built to make a rule try again and again end without a match or with one, but end."""
    assert name_kind((piece * 300)[:298] + "☃!") in {None, "photo credit or caption", "end mark or page mark"}
