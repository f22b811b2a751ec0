"""HTML pages, documents and reports, in a real browser: on a desktop, on a phone, on paper, and for people who cannot see them."""

from __future__ import annotations

import base64
import importlib.resources
import pathlib
import re
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from selenium import webdriver

from propsummary import read, render
from propsummary.cli import main

pytestmark = pytest.mark.system

ROOT = pathlib.Path(__file__).parent.parent.parent
PAGES = [("order-2025", "zh"), ("logistics-2025", "en"), ("unfinished", "zh"), ("report", "zh"), ("reports", "en")]
REPORTED = {"report": ["unfinished"], "reports": ["order-2025", "unfinished"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or shutil.which("google-chrome") or ""
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"):
        options.add_argument(flag)
    for flag in ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    addresses = {}
    for name, language in PAGES:
        page = folder / f"{name}.html"
        addresses[name] = page.as_uri()
        if name in REPORTED:
            drafts = [str(ROOT / "examples" / f"{draft}.yaml") for draft in REPORTED[name]]
            assert main(["check", *drafts, "--format", "html", "--lang", language, "-o", str(page)]) == 1
            continue
        page.write_bytes(render(read(ROOT / "examples" / f"{name}.yaml"), "html", language=language))  # type: ignore[arg-type]
    return addresses


def _show(browser: webdriver.Chrome, address: str, width: int) -> None:
    device = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", device)
    browser.get(address)


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_nothing_sticks_out(browser: webdriver.Chrome, pages: dict[str, str], name: str, width: int) -> None:
    _show(browser, pages[name], width)
    wide = browser.execute_script("return document.documentElement.scrollWidth")
    assert wide <= width


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_nothing_is_loaded_and_nothing_complained(browser: webdriver.Chrome, pages: dict[str, str], name: str) -> None:
    _show(browser, pages[name], 1280)
    loaded = browser.execute_script("return performance.getEntriesByType('resource').map(e => e.name)")
    assert [address for address in loaded if not address.startswith("data:")] == []
    assert browser.get_log("browser") == []  # type: ignore[no-untyped-call]
    pictures = browser.execute_script("return [...document.images].filter(i => !i.complete || !i.naturalWidth).length")
    assert pictures == 0


def _axe() -> str:
    """The newest axe-core that is here: what scripts/install-system.sh fetched, else what pip brought."""
    fetched = sorted(ROOT.glob("build/axe-*/package/axe.min.js"), key=lambda file: [*map(int, re.findall(r"\d+", file.parts[-3]))])
    brought = importlib.resources.files("axe_core_python").joinpath("axe.min.js")
    return (fetched[-1] if fetched else brought).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("media", ["light", "dark", "print"])
@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_accessible(browser: webdriver.Chrome, pages: dict[str, str], name: str, media: str, width: int) -> None:
    """No serious finding of axe-core, on screens of both kinds and on paper."""
    scheme = {"name": "prefers-color-scheme", "value": media if media != "print" else "light"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print" if media == "print" else "", "features": [scheme]})
    _show(browser, pages[name], width)
    browser.execute_script(_axe())
    found: dict[str, Any] = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    assert found["passes"]
    serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == []


_SIZES = """
return [...document.querySelectorAll('figure.diagram svg')].filter(one => one.checkVisibility()).map(one =>
  [...one.querySelectorAll('text')].map(word => parseFloat(getComputedStyle(word).fontSize) * one.getScreenCTM().a)).flat()
"""


@pytest.mark.parametrize("width", [1280, 800, 390, 360])
def test_words_of_diagrams_can_be_read(browser: webdriver.Chrome, pages: dict[str, str], width: int) -> None:
    _show(browser, pages["order-2025"], width)
    sizes = browser.execute_script(_SIZES)
    assert len(sizes) > 50
    assert min(sizes) >= 10.5
    shown = "[...document.querySelectorAll('figure.diagram > div')].filter(one => one.checkVisibility())"
    assert set(browser.execute_script(f"return {shown}.map(one => one.className)")) == {"narrow" if width < 600 else "wide"}


_OVERLAPS = """
return [...document.querySelectorAll('figure svg')].filter(one => one.checkVisibility()).map(one => {
  const boxes = [...one.querySelectorAll('text')].map(word => [word.textContent, word.getBoundingClientRect()]);
  const pairs = boxes.flatMap((a, i) => boxes.slice(i + 1).map(b => [a, b]));
  return pairs.filter(([[, a], [, b]]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
    && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > a.height / 2).map(([[a], [b]]) => a + ' | ' + b);
}).flat()
"""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", ["order-2025", "logistics-2025"])
def test_words_in_drawings_stand_apart(browser: webdriver.Chrome, pages: dict[str, str], name: str, width: int) -> None:
    _show(browser, pages[name], width)
    assert browser.execute_script(_OVERLAPS) == []


_CONTENTS = "return document.querySelector('nav ol a').checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"


@pytest.mark.parametrize("width, open", [(1280, True), (390, False)])
def test_contents_are_folded_on_phones(browser: webdriver.Chrome, pages: dict[str, str], width: int, open: bool) -> None:
    _show(browser, pages["order-2025"], width)
    assert browser.execute_script(_CONTENTS) is open
    if not open:
        browser.find_element("css selector", "nav summary").click()
        assert browser.execute_script(_CONTENTS)


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_prints_on_a4(browser: webdriver.Chrome, pages: dict[str, str], name: str) -> None:
    _show(browser, pages[name], 1280)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf = base64.b64decode(printed["data"])
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert 3 <= len(boxes) <= 40
    assert {(round(float(w)), round(float(h))) for w, h in boxes} <= {(595, 842), (842, 595)}


def test_a_report_on_paper(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    """What is folded is told in a line, and no line is parted from the problems beside it."""
    _show(browser, pages["reports"], 1280)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    folded, rows = (
        browser.execute_script(f"return [...document.querySelectorAll('{css}')].map(one => {value})")
        for css, value in (
            (".code summary", "one.offsetHeight > 0 && !one.parentNode.open"),
            (".row", "getComputedStyle(one).breakInside"),
        )
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert set(folded) == {True}
    assert set(rows) == {"avoid"}


def test_a_report_is_filtered_without_scripts(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    _show(browser, pages["report"], 1280)
    script = "return [...document.querySelectorAll('li.p')].filter(card => card.offsetParent).map(card => card.classList[1])"
    everything = browser.execute_script(script)
    assert set(everything) == {"error", "warning", "info"}
    browser.find_element("id", "s-info").click()
    assert browser.execute_script(script) == [grade for grade in everything if grade != "info"]
    browser.find_element("css selector", "button[type=reset]").click()
    assert browser.execute_script(script) == everything
