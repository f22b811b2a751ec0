"""Diagrams in Word documents: sharp pictures that fit the page and tell what they show; left out where none can be made."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import docx
import pytest
from PIL import Image

from propsummary.document import Bar, Bone, CauseMap, Document, Gauges, Paragraph, Timeline, build
from propsummary.document.diagrams import Diagram
from propsummary.errors import MissingExtraError, MissingFontError
from propsummary.renderers.docx import DocxRenderer
from propsummary.renderers.office import raster
from propsummary.renderers.theme import Palette, Theme
from rich_summaries import order, pictures
from word_files import WP, R, W, faults, part, parts, text_of

TWIP = 635  # EMU
INCH = 914_400  # EMU


def _drawn(content: bytes) -> list[tuple[Any, Image.Image]]:
    """The frames of pictures and what they hold, in order."""
    files, tree = parts(content), part(content)
    targets = {one.get("Id"): one.get("Target") for one in part(content, "word/_rels/document.xml.rels")}
    found: list[tuple[Any, Image.Image]] = []
    for frame in tree.iter(f"{WP}inline"):
        blip = next((one for one in frame.iter() if one.tag.endswith("}blip")), None)
        if blip is not None:
            name = targets[blip.get(f"{R}embed")]
            found.append((frame, Image.open(io.BytesIO(files[f"word/{name.removeprefix('/word/')}"]))))
    return found


def _page(content: bytes) -> tuple[int, int]:
    """The room for text on the last page, in EMU."""
    section = list(part(content).iter(f"{W}sectPr"))[-1]
    size, edges = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")

    def inside(extent: str, *sides: str) -> int:
        return (int(size.get(f"{W}{extent}")) - sum(int(edges.get(f"{W}{side}")) for side in sides)) * TWIP

    return inside("w", "left", "right"), inside("h", "top", "bottom")


def _timeline(count: int) -> Timeline:
    first, last = dt.date(2026, 1, 1), dt.date(2026, 12, 31)
    bars = tuple(Bar(label=f"第{n}项措施", end=first + dt.timedelta(days=n), owner="周明") for n in range(count))
    return Timeline(title="措施进度图", first=first, last=last, bars=bars, alt="各项措施到期的日子")


def _render(diagram: Diagram, **options: Any) -> bytes:
    return DocxRenderer(**options).render(Document(title="图", blocks=(diagram,)))


def test_every_diagram_is_shown_described_and_named() -> None:
    document = build(order())
    content = DocxRenderer(assets=pictures()).render(document)
    diagrams = [block for block in document.blocks if isinstance(block, CauseMap | Timeline | Gauges)]
    assert {type(one) for one in diagrams} == {CauseMap, Timeline, Gauges}
    described = {frame.find(f"{WP}docPr").get("descr"): image for frame, image in _drawn(content)}
    captions = [p.text for p in docx.Document(io.BytesIO(content)).paragraphs if p.style and p.style.name == "Caption"]
    for one in diagrams:
        assert one.alt
        assert described[one.alt].format == "PNG"
        assert one.title in captions


def test_pictures_are_sharp_and_as_wide_as_the_text() -> None:
    content = _render(_timeline(6))
    ((frame, image),) = _drawn(content)
    across, down = (int(frame.find(f"{WP}extent").get(side)) for side in ("cx", "cy"))
    assert abs(across - _page(content)[0]) <= TWIP
    assert image.width * INCH // across >= 219
    assert abs(image.width * down - image.height * across) <= across  # not distorted by more than a dot


@pytest.mark.parametrize("count", [40, 200])
def test_a_calendar_higher_than_a_page_goes_on_on_the_next(count: int) -> None:
    content = _render(_timeline(count))
    drawn = _drawn(content)
    assert len(drawn) > count // 40
    for frame, _ in drawn:
        assert int(frame.find(f"{WP}extent").get("cy")) < _page(content)[1]
    assert text_of(content).count("措施进度图") == 1 + len(drawn)  # one caption, and the title of each picture
    assert faults(content) == []


def test_a_fishbone_higher_than_a_page_gets_smaller() -> None:
    bones = tuple(Bone(name=f"维度{n}", causes=("雨天识别率低，补光灯老化，" * 12,) * 3) for n in range(8))
    content = _render(CauseMap(title="原因分析图", problem="东门排队", bones=bones))
    ((frame, image),) = _drawn(content)
    extent = frame.find(f"{WP}extent")
    assert int(extent.get("cy")) < _page(content)[1]
    assert int(extent.get("cx")) < _page(content)[0]
    assert frame.find(f"{WP}docPr").get("descr") == "原因分析图"
    assert image.height > image.width


def test_colours_are_those_of_the_theme() -> None:
    ((_, image),) = _drawn(_render(_timeline(3), theme=Theme(palette=Palette(series=("#c000c0",)))))
    colours = {colour for _, colour in image.convert("RGB").getcolors(1 << 24) or ()}
    assert (0xC0, 0x00, 0xC0) in colours


@pytest.mark.parametrize("reason", [MissingExtraError("PDF output", "pdf"), MissingFontError()])
def test_where_none_can_be_made_none_is_missed(reason: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> None:
        raise reason

    text = Paragraph(text="前后的文字")
    plain = DocxRenderer().render(Document(title="图", blocks=(text, text)))
    monkeypatch.setattr(raster, "find_fonts", nothing)
    assert DocxRenderer().render(Document(title="图", blocks=(text, _timeline(3), text))) == plain
