"""HTML: whole, alone, safe, and usable without eyes."""

from __future__ import annotations

import itertools
import pathlib
import re
from decimal import Decimal

import attrs
import pytest

from plain_words import Page
from propsummary.document import Cell, Column, Document, Gauge, Gauges, Language, Picture, Table, build
from propsummary.extract.html import extract
from propsummary.model import Summary
from propsummary.renderers._pictures import PictureSource, media_type
from propsummary.renderers.html import HtmlRenderer
from rich_summaries import logistics, order, picture, pictures

SUMMARIES = {"order": order(), "logistics": logistics()}


@pytest.fixture(params=[(name, language) for name in SUMMARIES for language in ("zh", "zh-Hant", "en")], ids="-".join)
def html(request: pytest.FixtureRequest) -> str:
    """A whole page."""
    name, language = request.param
    return HtmlRenderer(assets=pictures()).render(build(SUMMARIES[name], language=language, draft=True)).decode()


def test_elements_are_closed_in_order(html: str) -> None:
    page = Page(html)
    assert page.faults == []
    assert page.open == []


def test_nothing_is_loaded_and_nothing_runs(html: str) -> None:
    assert "<script" not in html
    assert set(re.findall(r"https?://[^\"' ]*", html)) == {"http://www.w3.org/2000/svg"}
    assert not re.search(r"@import|url\(|\son\w+=", html)
    assert all(value.startswith(("data:image/", "#")) for value in re.findall(r'(?:src|href)="([^"]*)"', html))
    assert "default-src 'none'" in html


def test_ids_are_unique_and_links_lead_somewhere(html: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    named = re.findall(r'href="#([^"]*)"', html) + [
        id for value in re.findall(r'aria-labelledby="([^"]*)"', html) for id in value.split()
    ]
    assert len(named) > 20
    assert set(named) <= set(ids)


def test_tables_can_be_read_aloud(html: str) -> None:
    page = Page(html)
    assert all(dict(attributes).get("scope") for tag, attributes in page.tags if tag == "th")
    tables = html.count("<table")
    assert html.count("<caption") + html.count("<details><summary>") == tables


def test_headings_skip_no_level(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_landmarks_and_language(html: str) -> None:
    assert re.search(r'<html lang="(zh-CN|zh-Hant|en)">', html)
    for landmark in ("<header", "<nav", "<main", "<footer"):
        assert html.count(landmark) == 1
    assert html.index('class="skip"') < html.index("<header")


def test_charts_are_described(html: str) -> None:
    charts = re.findall(r"<svg.*?</svg>", html, re.S)
    assert len(charts) >= 3
    assert all('role="img"' in chart and "<title" in chart and re.search(r"<desc[^>]*>[^<]+</desc>", chart) for chart in charts)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_draft_is_told_in_words(language: Language) -> None:
    draft = HtmlRenderer().render(build(logistics(), language=language, draft=True)).decode()
    final = HtmlRenderer().render(build(logistics(), language=language)).decode()
    assert 'class="banner"' in draft
    assert "@top-right" in draft
    assert 'class="banner"' not in final
    assert "@top-right" not in final


def test_a_title_cannot_end_the_style_element() -> None:
    html = HtmlRenderer().render(Document(title='</style><b>"};@import', watermark="\\")).decode()
    assert html.count("</style>") == 1
    assert "@import" in re.findall(r"<style>.*?</style>", html, re.S)[0]  # inside the string
    assert 'content:"\\3c /style\\3e ' in html


def _page_of(file: str, **options: object) -> str:
    document = Document(title="t", blocks=(Picture(file=file, caption="c", alt="a"),))
    return HtmlRenderer(**options).render(document).decode()  # type: ignore[arg-type]


def test_pictures_come_from_the_folder(tmp_path: pathlib.Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(picture((1, 2, 3)))
    assert "data:image/jpeg;base64," in _page_of("photos/a.jpg", folder=tmp_path)


def test_pictures_never_come_from_outside(tmp_path: pathlib.Path) -> None:
    inside = tmp_path / "draft"
    inside.mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture((1, 2, 3)))
    (inside / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    for file in ("../secret.jpg", str(tmp_path / "secret.jpg"), "link.jpg", "x/../../secret.jpg", "", ".", "a\0b"):
        html = _page_of(file, folder=inside)
        assert "data:image" not in html.split("</style>")[1]
        assert 'class="missing"' in html


def test_what_is_no_picture_or_too_large_is_left_out(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.svg").write_text("<svg/>")
    (tmp_path / "b.jpg").write_bytes(picture((1, 2, 3)))
    assert 'class="missing"' in _page_of("a.svg", folder=tmp_path)
    assert 'class="missing"' in _page_of("b.jpg", folder=tmp_path, largest_picture=100)
    assert 'class="missing"' in _page_of("b.jpg")
    assert 'class="missing"' in _page_of("c.jpg", assets={"c.jpg": b"<svg onload=alert(1)>"})


@pytest.mark.parametrize(
    "head, kind",
    [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"GIF89a", "image/gif"),
        (b"RIFF\0\0\0\0WEBP", "image/webp"),
        (b"RIFF\0\0\0\0WAVE", ""),
        (b"", ""),
    ],
)
def test_kinds_of_pictures(head: bytes, kind: str) -> None:
    assert media_type(head) == kind


def test_assets_go_before_the_folder(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.jpg").write_bytes(picture((1, 2, 3)))
    other = picture((200, 2, 3))
    assert PictureSource(folder=tmp_path, assets={"a.jpg": other}).load("a.jpg") == ("image/jpeg", other)


def test_measures_of_one_problem_stand_together() -> None:
    """The problem is named once and spans its measures."""
    html = HtmlRenderer().render(build(order())).decode()
    chain = html[html.index('class="chain"') :].split("</table>")[0]
    first = chain.split("<tbody>")[1]
    assert first.count("<tr>") == 2
    assert first.count('scope="rowgroup"') == 1
    assert first.count('rowspan="2"') == 2  # the problem and its causes
    assert first.count("grid-column:3/-1") == 2


def test_a_flow_without_causes_begins_with_the_problem() -> None:
    html = HtmlRenderer().render(build(order(), audience="owners")).decode()
    assert '<table class="chain" style="--heads:1;' in html
    assert "grid-column:2/-1" in html


def test_diagrams_are_drawn_for_pages_and_for_phones(html: str) -> None:
    assert html.count('<div class="wide"><svg') == html.count('<div class="narrow"><svg') >= 2


def test_what_is_drawn_is_not_read_twice() -> None:
    """The words of a diagram stand beside it; a reader of the page's text finds them there alone."""
    gauge = Gauge(label="排队", baseline=Decimal(17), target=Decimal(8), printed_baseline="17次", printed_target="≤8次")
    page = HtmlRenderer().render(
        Document(title="t", blocks=(Gauges(title="目标进程图", gauges=(gauge,), alt="排队：17次 → ≤8次"),))
    )
    assert ">17次 → ≤8次<" in page.decode()
    assert [piece.text for piece in extract(page.decode())] == ["t", "目标进程图"]


def test_contents_fold_without_a_script(html: str) -> None:
    assert re.search(r'<nav [^>]*aria-labelledby="contents">\s*<details><summary id="contents">', html)


def test_contents_are_left_out_of_a_short_document() -> None:
    short = Summary(department="order", period=order().period, issues=order().issues)
    assert "<nav" not in HtmlRenderer().render(build(short)).decode()


def _table_of(header: str, text: str, kind: str, count: int) -> str:
    columns = tuple(Column(header=header, kind=kind) for _ in range(count))  # type: ignore[arg-type]
    table = Table(columns=columns, rows=((Cell(text),) * count,), caption="t")
    return HtmlRenderer().render(Document(title="t", blocks=(table,))).decode()


def test_a_table_that_would_be_cut_may_break_its_words() -> None:
    assert 'class="cards"' in _table_of("名称", "98.6%", "figure", 8)
    assert 'class="cards tight"' in _table_of("名称", "1502.88万kWh/m²", "figure", 8)
    assert 'class="cards tight"' in _table_of("Deliverable and target", "x", "word", 6)
    assert 'class="tight"' in _table_of("名称" * 20, "x" * 90, "text", 3)


def test_a_missing_photo_is_named_without_stray_blanks() -> None:
    document = Document(title="t", blocks=(Picture(file="a.jpg"),))
    assert ">缺少照片：a.jpg<" in HtmlRenderer().render(document).decode()
    assert ">Missing picture: a.jpg<" in HtmlRenderer().render(attrs.evolve(document, language="en")).decode()
