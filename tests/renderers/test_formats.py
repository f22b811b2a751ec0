"""What holds for every built-in renderer."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import get_args

import attrs
import pytest
from hypothesis import given, settings

from plain_words import Page, of_document, squeezed
from propsummary.document import (
    Bar,
    Block,
    Bone,
    CauseMap,
    Cell,
    Chain,
    ChartBlock,
    Column,
    Document,
    Gauge,
    Gauges,
    Heading,
    Highlight,
    Highlights,
    Item,
    ItemList,
    KeyValues,
    Language,
    Link,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
    build,
)
from propsummary.model import Summary
from propsummary.renderers import renderer
from propsummary.renderers.html import HtmlRenderer
from propsummary.testing.strategies import summaries
from rendered import FORMATS, seen
from rich_summaries import logistics, order, pictures

SUMMARIES = {"order": order(), "logistics": logistics()}
AWKWARD = "<script>alert(1)</script> a|b *c* _d_ `e` &amp; [f](g) ~~h~~ # \\ \u200b{i} <!-- 'j' \"k\""


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_everything_in_the_document_is_in_the_file(summary: Summary, language: Language, name: str) -> None:
    """Every heading, cell, figure and caption can be found in the output."""
    document = build(summary, language=language, draft=True)
    page = seen(name, document)
    pieces = [squeezed(piece) for piece in of_document(document)]
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece not in page] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_same_input_gives_the_same_bytes(summary: Summary, name: str) -> None:
    assert renderer(name).render(build(summary)) == renderer(name).render(build(summary))


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_nothing_dangles(summary: Summary, language: Language, name: str) -> None:
    """No None, no label without what it labels, no list mark without an item."""
    text = renderer(name).render(build(summary, language=language)).decode()
    text = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
    assert "None" not in text
    assert not re.search(r"[：、；](?:</[a-z]+>)*\s*$", text, re.M)
    assert not re.search(r"<t[hd][^>]*></t[hd]>|<li></li>|<dd></dd>|<p[^>]*></p>|<h\d[^>]*></h\d>", text)
    assert not re.search(r"^\s*[-*]\s*$", text, re.M)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_a_draft_says_so_and_a_final_document_does_not(name: str) -> None:
    draft = renderer(name).render(build(order(), draft=True)).decode()
    final = renderer(name).render(build(order())).decode()
    assert "草稿" in draft
    assert "草稿" not in final


def _one_of_each() -> Document:
    """A document with every kind of block, all its text awkward."""
    picture = Picture(file="a/b<c>.png", caption=AWKWARD, alt=AWKWARD, note="2025-05-01")
    column = Column(header=AWKWARD, kind="key")
    cell = Cell(AWKWARD)
    blocks: tuple[Block, ...] = (
        Heading(level=1, text=AWKWARD, number="一、", anchor="s1"),
        Paragraph(text=f"{AWKWARD}\n- second\n1. third\n===", label=AWKWARD),
        Paragraph(text=AWKWARD, role="quote"),
        ItemList(items=(Item(text=AWKWARD, label=AWKWARD, children=(Item(text="- x"),)), Item(text="1. y")), ordered=True),
        Table(
            columns=(column, Column(header="b", kind="figure")),
            rows=((cell, Cell("≥98%", "good")),),
            caption=AWKWARD,
            number="表 1",
        ),
        Chain(columns=(column, column), links=(Link(head=(cell,), rows=((cell,), (Cell("z"),))),), caption=AWKWARD, number="表 2"),
        *(block for block in build(order()).blocks if isinstance(block, ChartBlock)),
        picture,
        PicturePair(before=picture, after=picture, before_label="前", after_label="后", caption=AWKWARD, number="图 9"),
        Highlights(
            figures=(
                Highlight(label=AWKWARD, value=AWKWARD, baseline=AWKWARD, change="c", target=AWKWARD, verdict="v", tone="bad"),
            )
        ),
        KeyValues(pairs=((AWKWARD, f"{AWKWARD}\n# second"),)),
        *_diagrams(),
    )
    return Document(title=AWKWARD, subtitle=AWKWARD, cover=((AWKWARD, AWKWARD),), watermark=AWKWARD, blocks=blocks)


def _diagrams() -> tuple[Block, ...]:
    """What is drawn where a format draws at all; the sample's other blocks say it in words."""
    day, number = dt.date(2026, 3, 31), Decimal(98)
    bar = Bar(label=AWKWARD, end=day, due=AWKWARD, owner=AWKWARD)
    gauge = Gauge(label=AWKWARD, baseline=number, target=number, printed_baseline=AWKWARD, printed_target=AWKWARD)
    return (
        CauseMap(title=AWKWARD, problem=AWKWARD, bones=(Bone(name=AWKWARD, causes=(AWKWARD,)),), alt=AWKWARD),
        Timeline(title=AWKWARD, first=day, last=day, bars=(bar,), alt=AWKWARD),
        Gauges(title=AWKWARD, gauges=(gauge,), alt=AWKWARD),
    )


def test_the_sample_has_every_kind_of_block() -> None:
    assert {type(block) for block in _one_of_each().blocks} == set(get_args(Block))


@pytest.mark.parametrize("name", FORMATS)
def test_awkward_text_stays_text(name: str) -> None:
    """What looks like markup is shown, not obeyed."""
    document = _one_of_each()
    page = seen(name, document)
    assert [piece for piece in of_document(document) if squeezed(piece) not in page] == []


def test_awkward_text_makes_no_elements() -> None:
    page = Page(HtmlRenderer().render(_one_of_each()).decode())
    assert page.faults == []
    assert "script" not in {tag for tag, _ in page.tags}


def test_marks_that_turn_the_direction_of_writing_are_dropped() -> None:
    """They could make a figure read backwards; zero-width blanks inside words do no harm and stay."""
    heading = Heading(level=1, text="满意率\u202e%6.89\u2066\x00\ufeff 零\u200b宽")
    assert heading.text == "满意率%6.89 零\u200b宽"


@settings(deadline=None, max_examples=40)
@given(summaries())
def test_any_summary_can_be_rendered(summary: Summary) -> None:
    """Whatever a summary holds, it becomes a document, and that one a file of every format."""
    for language in ("zh", "en"):
        document = build(summary, language=language, draft=True)  # type: ignore[arg-type]
        for name in FORMATS:
            content = renderer(name).render(document).decode()
            if name == "html":
                assert Page(content).faults == []
    assert build(attrs.evolve(summary, author="张伟"), audience="owners").author == ""


@settings(deadline=None, max_examples=25)
@given(summaries())
def test_whatever_is_in_the_document_is_in_the_markdown(summary: Summary) -> None:
    document = build(summary)
    page = seen("markdown", document)
    assert [piece for piece in of_document(document) if squeezed(piece) not in page] == []


def test_photos_are_embedded() -> None:
    html = HtmlRenderer(assets=pictures()).render(build(order())).decode()
    assert html.count('src="data:image/jpeg;base64,') == 3
    assert "photos/gate.jpg" in html
