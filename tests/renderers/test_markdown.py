"""Markdown: text stays text, bold is bold."""

from __future__ import annotations

import io
import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from PIL import Image

from plain_words import of_html, squeezed
from propsummary.document import Cell, Column, Document, Item, ItemList, Paragraph, Picture, Table, build
from propsummary.renderers.markdown import MarkdownRenderer
from rich_summaries import order


def _html(*blocks) -> str:  # type: ignore[no-untyped-def]
    text = MarkdownRenderer().render(Document(title="标题", blocks=blocks)).decode()
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text)


@pytest.mark.parametrize(
    "text",
    [
        "# a",
        "3#",
        "#",
        "- a",
        "+ a",
        "1. a",
        "1) a",
        "===",
        "---",
        "- - -",
        "> a",
        "    a",
        "```",
        "~~~",
        "a  \nb",
        "|a|\n|-|",
        "[a]: b",
        "*a*",
        "<b>",
        "&lt;",
        "\\*",
    ],
)
def test_a_paragraph_is_a_paragraph(text: str) -> None:
    html = _html(Paragraph(text=text)).removeprefix("<h1>标题</h1>\n")
    assert re.fullmatch(r"<p>.*</p>\n", html, re.S)
    assert not re.search(r"<(?!/?p>|br ?/?>)", html)
    assert of_html(html) == squeezed(text)


@given(st.text(alphabet="#-+=*_`~[]()<>!|\\&:.1 a中（）：\n", max_size=12))
def test_any_text_survives_a_table_and_a_list(text: str) -> None:
    cell = Cell(text or "x")
    table = Table(columns=(Column(header="h"),), rows=((cell,),))
    seen = of_html(_html(table, ItemList(items=(Item(text=cell.text or "x"),))))
    assert seen == squeezed("标题h" + cell.text + (cell.text or "x"))


def test_labels_come_out_bold() -> None:
    assert "<strong>责任人</strong>：周明" in _html(Paragraph(label="责任人", text="周明"))


def test_a_label_that_ends_in_a_mark_is_not_made_bold() -> None:
    """Beside Chinese the asterisks would be shown instead."""
    assert "*" not in _html(Paragraph(label="收缴率（95%）", text="提升"))


def test_no_asterisks_are_left_over() -> None:
    text = MarkdownRenderer().render(build(order())).decode()
    assert "*" not in MarkdownIt("commonmark").enable("table").render(text)


def test_levels_follow_the_title() -> None:
    text = MarkdownRenderer(top_level=2).render(build(order())).decode()
    assert text.startswith("## 2025年度秩序维护部工作总结\n")
    assert "\n### 一、总结背景与目标\n" in text


def test_photos_are_shown_as_copies_that_say_nothing() -> None:
    """Each photo once, under a name that tells nothing; one that is missing is named; alone, the file names them all."""
    out = io.BytesIO()
    taken = Image.Exif()
    taken[0x010F] = "31.2304N"
    Image.new("RGB", (64, 48)).save(out, "JPEG", exif=taken)
    blocks = (
        Picture(file="photos/a <b>.jpg", caption="c", alt="d"),
        Picture(file="photos/a <b>.jpg", alt="again"),
        Picture(file="photos/none.jpg", caption="e", number="图 2"),
    )
    document = Document(title="标题", blocks=blocks)
    made = MarkdownRenderer(assets={"photos/a <b>.jpg": out.getvalue()})
    content, photos = made.render_with_photos(document, into="总结 1.photos")
    html = MarkdownIt("commonmark", {"html": True}).render(content.decode())
    assert html.count(f'src="{quote("总结 1.photos/1.jpg")}"') == 2
    assert "图 2　e：photos/none.jpg" in re.sub("<[^>]*>", "", html)
    (copy,) = photos.items()
    assert copy[0] == "总结 1.photos/1.jpg"
    assert b"31.2304N" in out.getvalue()
    assert b"31.2304N" not in copy[1]
    assert b"](" not in made.render(document)
