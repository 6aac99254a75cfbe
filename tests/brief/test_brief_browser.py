"""The page in headless Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dragoman.brief.document import Brief
from dragoman.brief.page import page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine (Debian: apt-get install chromium)"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as run:
        found = run.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(brief: Brief, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "brief.html"
    path.write_text(page(brief), encoding="utf-8")
    return path.as_uri()


def _opened(browser: Browser, address: str, **context: Any) -> Page:
    opened = browser.new_context(**context).new_page()
    opened.goto(address)
    return opened


def test_opens_from_disk_without_network_or_error(browser: Browser, address: str) -> None:
    """From a file address the page asks for nothing but itself, and the console stays silent."""
    opened = browser.new_context().new_page()
    asked: list[str] = []
    said: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda message: said.append(message.text))
    opened.on("pageerror", lambda error: said.append(str(error)))
    opened.goto(address)
    opened.locator("#outcomes").scroll_into_view_if_needed()
    assert [url for url in asked if not url.startswith("data:")] == [address]
    assert said == []


def test_links_land_on_the_marked_words(browser: Browser, brief: Brief, address: str) -> None:
    """Following a line's number shows exactly the statement's words, highlighted and in view."""
    opened = _opened(browser, address)
    for line in brief.statements:
        place = line.places[0]
        opened.evaluate("name => { location.hash = name }", f"m{place.mark}")
        opened.wait_for_function("name => document.querySelector('mark.hit') && location.hash === '#' + name",
                                 arg=f"m{place.mark}")  # fmt: skip
        words = opened.evaluate("[...document.querySelectorAll('mark.hit')].map(m => m.textContent).join('')")
        assert words == place.quote


def test_a_click_reaches_the_words(browser: Browser, address: str) -> None:
    """A click on a number scrolls the mark into view."""
    opened = _opened(browser, address, reduced_motion="reduce")
    link = opened.locator("#short .ref").first
    name = (link.get_attribute("href") or "")[1:]
    link.click()
    assert opened.locator(f"#{name}").is_visible()
    top = opened.evaluate("name => document.getElementById(name).getBoundingClientRect().top", name)
    assert 0 <= top <= opened.evaluate("innerHeight")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Browser, address: str, scheme: str) -> None:
    """axe-core finds nothing to complain of, in either colour scheme."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    opened = _opened(browser, address, color_scheme=scheme)
    results = axe.Axe().run(opened, options={"resultTypes": ["violations"]}).response
    assert [(found["id"], found["nodes"][0]["html"]) for found in results["violations"]] == []


@pytest.mark.parametrize("width", [320, 375, 768])
def test_small_screens_need_no_sideways_scrolling(browser: Browser, address: str, width: int) -> None:
    """On a phone or tablet the page is no wider than the screen."""
    opened = _opened(browser, address, viewport={"width": width, "height": 740})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_prints_everything_and_no_navigation(browser: Browser, address: str, tmp_path: Path) -> None:
    """On paper the texts are there, the contents list is not, and tables repeat their heads."""
    opened = _opened(browser, address)
    opened.emulate_media(media="print")
    assert not opened.locator("nav.contents").is_visible()
    assert opened.locator("#m1").is_visible()
    assert opened.evaluate("getComputedStyle(document.querySelector('.said thead')).display") == "table-header-group"
    opened.pdf(path=str(tmp_path / "brief.pdf"), format="A4")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")


def test_keyboard_reaches_the_brief(browser: Browser, address: str) -> None:
    """The first stop of the tabulator is the skip link, and it leads to the main part."""
    opened = _opened(browser, address)
    opened.keyboard.press("Tab")
    assert opened.evaluate("document.activeElement.className") == "skip"
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"


def test_works_without_script(browser: Browser, address: str) -> None:
    """With scripts off, links still land and cells still open."""
    opened = _opened(browser, f"{address}#m3", java_script_enabled=False)
    assert opened.locator("#m3").is_visible()
    opened.locator(".matrix summary").first.click()
    assert opened.locator(".matrix details[open]").count() == 1
