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


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_accessible(browser: webdriver.Chrome, pages: dict[str, str], name: str, theme: str) -> None:
    """No serious finding of axe-core."""
    media = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    _show(browser, pages[name], 1280)
    browser.execute_script(importlib.resources.files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = browser.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
    assert found["passes"]
    serious = [v for v in found["violations"] if v["impact"] in ("serious", "critical")]
    assert [(v["id"], v["nodes"][0]["html"]) for v in serious] == []


@pytest.mark.parametrize("name", [name for name, _ in PAGES])
def test_prints_on_a4(browser: webdriver.Chrome, pages: dict[str, str], name: str) -> None:
    _show(browser, pages[name], 1280)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    pdf = base64.b64decode(printed["data"])
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    assert 3 <= len(boxes) <= 40
    assert {(round(float(w)), round(float(h))) for w, h in boxes} <= {(595, 842), (842, 595)}


def test_a_report_is_filtered_without_scripts(browser: webdriver.Chrome, pages: dict[str, str]) -> None:
    _show(browser, pages["report"], 1280)
    script = "return [...document.querySelectorAll('li.p')].filter(card => card.offsetParent).map(card => card.classList[1])"
    everything = browser.execute_script(script)
    assert set(everything) == {"error", "warning", "info"}
    browser.find_element("id", "s-info").click()
    assert browser.execute_script(script) == [grade for grade in everything if grade != "info"]
    browser.find_element("css selector", "button[type=reset]").click()
    assert browser.execute_script(script) == everything
