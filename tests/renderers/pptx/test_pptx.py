"""Decks: everything is on slides or in notes, nothing overflows, they open without repair, and people can work with them."""

from __future__ import annotations

import datetime as dt
import io
import os
import pathlib
import subprocess
import sys
import zipfile
from decimal import Decimal

import attrs
import openpyxl
import pptx
import pytest
from hypothesis import given, settings
from lxml import etree
from PIL import Image

from plain_words import of_document, squeezed
from propsummary.document import (
    Bar,
    Block,
    Bone,
    CauseMap,
    Cell,
    Chain,
    ChartBlock,
    ChartSeries,
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
from propsummary.errors import MissingExtraError
from propsummary.model import Summary
from propsummary.renderers import renderer
from propsummary.renderers.pptx import PptxRenderer
from propsummary.renderers.theme import Palette, Theme, Typeface
from propsummary.testing.strategies import summaries
from rich_summaries import logistics, order, pictures
from slide_files import A, C, P, faults, overflows, parts, sizes, slides, text_of

SUMMARIES = {"order": order(), "logistics": logistics()}
AWKWARD = "<a:t>alert</a:t> a&amp;b ]]> {i} <!-- 'j' \"k\" %s ‹#› _x000D_"
#: Names of shapes that hold no running text: captions, days, names of months.
SMALL = {"Caption", "Text", "Fact", "Verdict", "Year", "Month", "Deadline", "Column", "Measure", "Comparison"}


@pytest.fixture(scope="module")
def deck() -> bytes:
    """The order department's summary as a final deck."""
    return PptxRenderer(assets=pictures()).render(build(order()))


def _titles(content: bytes) -> list[str]:
    shown = pptx.Presentation(io.BytesIO(content)).slides
    return [slide.shapes.title.text for slide in shown if slide.shapes.title is not None]


def _missing(document: Document, content: bytes) -> list[str]:
    text = squeezed(text_of(content))
    return [piece for piece in of_document(document) if squeezed(piece) not in text]


def _overflows(content: bytes) -> list[str]:
    size = pptx.Presentation(io.BytesIO(content))
    return [fault for slide in slides(content) for fault in overflows(slide, size.slide_width, size.slide_height)]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_everything_in_the_document_is_on_slides_or_in_notes(summary: Summary, language: Language) -> None:
    document = build(summary, language=language, draft=True)
    content = PptxRenderer(assets=pictures()).render(document)
    assert len(list(of_document(document))) > 200
    assert _missing(document, content) == []
    assert faults(content) == []
    assert _overflows(content) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_type_is_large_enough(language: Language) -> None:
    content = PptxRenderer(assets=pictures()).render(build(order(), language=language))
    used = [one for slide in slides(content) for one in sizes(slide)]
    assert min(size for name, size in used if name == "table") >= 11
    assert min(size for name, size in used if name not in SMALL and name != "table") >= 14
    assert min(size for _, size in used) >= 11


def test_every_slide_has_a_title_a_number_and_no_empty_place(deck: bytes) -> None:
    shown = pptx.Presentation(io.BytesIO(deck)).slides
    assert len(_titles(deck)) == len(shown) > 15
    assert all(_titles(deck))
    for number, slide in enumerate(shown, 1):
        kinds = {place.placeholder_format.type.name: place.text_frame.text for place in slide.placeholders}
        assert all(kinds.values())
        if number > 1:
            assert kinds["SLIDE_NUMBER"] == str(number)
            assert "示例物业服务有限公司" in kinds["FOOTER"]
            assert "2025年" in kinds["FOOTER"]


def test_the_deck_begins_with_cover_agenda_and_key_figures(deck: bytes) -> None:
    document = build(order())
    assert _titles(deck)[:3] == [document.title, "目录", "关键数据"]
    agenda = "\n".join(
        shape.text_frame.text for shape in pptx.Presentation(io.BytesIO(deck)).slides[1].shapes if shape.has_text_frame
    )
    assert [h.text for h in document.headings if h.level == 1 and h.text not in agenda] == []


def test_sections_are_those_of_the_document(deck: bytes) -> None:
    root = etree.fromstring(parts(deck)["ppt/presentation.xml"])
    names = [one.get("name") for one in root.iter() if etree.QName(one).localname == "section"]
    assert names == ["概览", *(h.title for h in build(order()).headings if h.level == 1)]


def test_charts_are_native_and_hold_their_figures(deck: bytes) -> None:
    charts = {block.title: block for block in build(order()).blocks if isinstance(block, ChartBlock)}
    files = parts(deck)
    drawn = {}
    described = set()
    for slide in pptx.Presentation(io.BytesIO(deck)).slides:
        for shape in slide.shapes:
            if shape.has_chart:
                described.add(shape._element.nvGraphicFramePr.cNvPr.get("descr"))
                drawn[shape._element.nvGraphicFramePr.cNvPr.get("descr")] = shape.chart
    assert described == {chart.alt or chart.title for chart in charts.values()}
    for chart in charts.values():
        native = drawn[chart.alt or chart.title]
        assert [[v for v in s.values if v is not None] for s in native.plots[0].series] == [
            [float(v) for v in s.values if v is not None] for s in chart.series
        ]
        faces = {face.get("typeface") for face in native._chartSpace.iter(f"{A}ea")}
        assert faces == {"微软雅黑"}
        if chart.kind == "bar":
            assert native.value_axis.minimum_scale == 0
        sheet = openpyxl.load_workbook(io.BytesIO(native.part.chart_workbook.xlsx_part.blob)).active
        assert sheet is not None
        assert tuple(cell.value for cell in sheet["A"][1:]) == chart.categories
    assert len([name for name in files if name.startswith("ppt/embeddings/")]) == len(charts)


def test_a_chart_of_one_metric_stands_where_the_metric_is_told() -> None:
    series = (ChartSeries(name="满意率", values=(Decimal("98.0"), Decimal("97.5")), printed=("98.0%", "97.5%")),)
    chart = ChartBlock(kind="line", title="走势", categories=("一月", "二月"), axis="月", series=series, unit="%", number="图 1")
    blocks: tuple[Block, ...] = (
        Heading(level=1, text="成绩"),
        Heading(level=2, text="指标"),
        chart,
        Heading(level=2, text="服务"),
        Heading(level=3, text="回访"),
        KeyValues(pairs=(("相关指标", "投诉 3件；满意率 97.5%"),)),
    )
    shown = pptx.Presentation(io.BytesIO(PptxRenderer().render(Document(title="t", blocks=blocks)))).slides
    where = [slide.shapes.title.text for slide in shown if any(shape.has_chart for shape in slide.shapes)]
    assert where == ["服务"]


def test_tables_are_native_with_marked_heads(deck: bytes) -> None:
    tables = [s.table for slide in pptx.Presentation(io.BytesIO(deck)).slides for s in slide.shapes if s.has_table]
    assert len(tables) > 5
    assert all(table.first_row for table in tables)
    heads = [[cell.text for cell in table.rows[0].cells] for table in tables]
    for block in build(order()).blocks:
        if isinstance(block, Table):
            names = [column.header for column in block.columns]
            assert names in heads or names[:-1] in heads


def test_the_problem_stands_once_beside_its_measures() -> None:
    columns = tuple(Column(header=name) for name in ("问题", "原因", "措施"))
    links = (
        Link(head=(Cell("排队"), Cell("相机旧")), rows=((Cell("换相机"),), (Cell("加人手"),))),
        Link(head=(Cell("b"), Cell("c")), rows=((Cell("d"),),)),
    )
    content = PptxRenderer().render(
        Document(title="t", blocks=(Chain(columns=columns, links=links, caption="对照", number="表 1"),))
    )
    assert [one.get("rowSpan") for slide in slides(content) for one in slide.iter(f"{A}tc") if one.get("rowSpan")] == ["2", "2"]
    assert faults(content) == []


def test_a_problem_with_more_measures_than_a_slide_holds_is_named_again() -> None:
    columns = tuple(Column(header=name) for name in ("问题", "措施"))
    rows = tuple((Cell(f"第{n}项措施"),) for n in range(40))
    chain = Chain(columns=columns, links=(Link(head=(Cell("东门排队"),), rows=rows),), number="表 1")
    content = PptxRenderer().render(Document(title="t", blocks=(chain,)))
    tables = [s.table for slide in pptx.Presentation(io.BytesIO(content)).slides for s in slide.shapes if s.has_table]
    assert len(tables) > 2
    assert {table.cell(1, 0).text for table in tables} == {"东门排队"}
    assert faults(content) == []
    assert _overflows(content) == []


def test_little_parts_share_a_slide() -> None:
    """Functions of a line each stand beside each other; a single problem has its causes beside it."""
    blocks: list[Block] = [Heading(level=1, text="工作成绩", number="二、")]
    for number, name in enumerate(("秩序维护", "消防安全", "其他工作"), 1):
        blocks += [
            Heading(level=2, text=name, number=f"（{number}）"),
            Heading(level=3, text="巡查", number="1."),
            Paragraph(text=f"{name}巡查{number}12次。"),
        ]
    bones = (Bone(name="技术设备", causes=("相机用满7年",)), Bone(name="制度流程", causes=("预约没有联动",)))
    blocks += [
        Heading(level=1, text="问题", number="三、"),
        Heading(level=2, text="东门排队", number="（一）"),
        Paragraph(text="高峰排队17次。"),
        CauseMap(title="原因分析图", problem="东门排队", bones=bones, alt="a"),
    ]
    document = Document(title="t", blocks=tuple(blocks))
    content = PptxRenderer().render(document)
    assert _titles(content)[1:] == ["二、工作成绩", "（一）东门排队"]
    assert _missing(document, content) == []
    assert _overflows(content) == []


def test_a_small_table_alone_takes_the_whole_width() -> None:
    table = Table(
        columns=(Column(header="方向", kind="key"), Column(header="年限", kind="word")),
        rows=((Cell("建成人防、技防结合的秩序平台"), Cell("2026-2028")),),
        caption="发展方向",
        number="表 6",
    )
    content = PptxRenderer().render(Document(title="t", blocks=(Heading(level=1, text="发展方向", number="五、"), table)))
    (frame,) = [s for slide in pptx.Presentation(io.BytesIO(content)).slides for s in slide.shapes if s.has_table]
    assert frame.width > 960 * 12700 // 2
    assert "表 6　发展方向" in text_of(content)


def test_it_opens_in_the_normal_view(deck: bytes) -> None:
    assert b'lastView="sldView"' in parts(deck)["ppt/viewProps.xml"]


def test_what_does_not_fit_goes_on_a_further_slide() -> None:
    text = "东门岗早高峰车辆排队，值班人员按预案分流。" * 120
    blocks = (Heading(level=1, text="背景", number="一、"), Paragraph(text=text))
    document = Document(title="t", blocks=blocks)
    content = PptxRenderer().render(document)
    assert _titles(content)[1:3] == ["一、背景", "一、背景（续）"]
    assert _missing(document, content) == []
    assert _overflows(content) == []
    english = PptxRenderer().render(attrs.evolve(document, language="en"))
    assert _titles(english)[2] == "一、背景 (continued)"


def test_cells_that_no_slide_holds_are_cut_and_told_in_the_notes() -> None:
    long = "更换东门识别相机并复核夜间识别率，" * 200
    table = Table(
        columns=(Column(header="措施"), Column(header="状态", kind="word")), rows=((Cell(long), Cell("计划")),), number="表 1"
    )
    document = Document(title="t", blocks=(table,))
    content = PptxRenderer().render(document)
    assert _missing(document, content) == []
    assert _overflows(content) == []
    assert any((t.text or "").endswith("…") for slide in slides(content) for t in slide.iter(f"{A}t"))


def test_a_draft_says_so_on_every_slide_and_a_final_deck_does_not(deck: bytes) -> None:
    marked = PptxRenderer(assets=pictures()).render(build(order(), draft=True))
    for slide in pptx.Presentation(io.BytesIO(marked)).slides:
        first = slide.shapes[0]
        assert (first.name, first.text_frame.text) == ("Watermark", "草稿")
    assert "草稿" not in text_of(deck)


def test_the_calendar_and_the_goals_are_shapes() -> None:
    bars = (
        Bar(
            label="更换相机",
            start=dt.date(2026, 1, 5),
            end=dt.date(2026, 3, 31),
            due="3月底前",
            owner="周明",
            mark="进行中",
            tone="neutral",
        ),
        Bar(label="补招队员", end=dt.date(2026, 2, 28), due="2月底前"),
    )
    gauge = Gauge(
        label="持证率", baseline=Decimal(95), target=Decimal(100), printed_baseline="95.2%", printed_target="100%", due="年底"
    )
    blocks: tuple[Block, ...] = (
        Timeline(title="进度", first=dt.date(2026, 1, 5), last=dt.date(2026, 3, 31), bars=bars),
        Gauges(title="目标", gauges=(gauge,)),
        CauseMap(title="原因", problem="排队", bones=(Bone(name="技术设备", causes=("相机旧",)),)),
    )
    content = PptxRenderer().render(Document(title="t", blocks=blocks))
    assert _titles(content)[1:] == ["进度", "目标", "概览"]
    calendar, goals, causes = list(pptx.Presentation(io.BytesIO(content)).slides)[1:]
    named = {shape.name: shape for shape in calendar.shapes}
    assert named["Bar"].width > 5 * named["Mark"].width
    assert named["Bar"]._element.nvSpPr.cNvPr.get("descr") == "更换相机；周明；3月底前；进行中"
    texts = {shape.text_frame.text for shape in goals.shapes if shape.has_text_frame}
    assert texts >= {"持证率", "95.2%", "100%", "年底"}
    bones = {shape.name: shape for shape in causes.shapes if shape.has_text_frame}
    assert [bones[name].text_frame.text for name in ("Problem", "Dimension", "Causes")] == ["排队", "技术设备", "相机旧"]
    assert bones["Problem"].left > bones["Causes"].left + bones["Causes"].width
    assert faults(content) == []
    assert _overflows(content) == []


def test_two_bones_stand_in_the_middle_and_one_without_a_dimension_has_no_plate() -> None:
    bones = (Bone(name="", causes=("门机老化",)), Bone(name="制度流程", causes=("月检没有查门机",)))
    content = PptxRenderer().render(Document(title="t", blocks=(CauseMap(title="原因", problem="停梯", bones=bones),)))
    shapes = list(list(pptx.Presentation(io.BytesIO(content)).slides)[1].shapes)
    assert [one.text_frame.text for one in shapes if one.name == "Dimension"] == ["制度流程"]
    head = next(one for one in shapes if one.name == "Problem")
    begins = min(one.left for one in shapes if one.name == "Causes")
    assert begins > head.left // 3


def test_small_tables_of_a_chapter_share_a_slide() -> None:
    """What their captions say again of their titles stands once."""
    kinds = ("类别", "名称", "时间", "参加人次")

    def table(number: int, about: str, *cells: str) -> Table:
        columns = tuple(Column(header=header) for header in kinds)
        return Table(columns=columns, rows=(tuple(map(Cell, cells)),), caption=f"{about} · 活动开展情况", number=f"表 {number}")

    blocks = (
        Heading(level=1, text="工作成果", number="二、"),
        Heading(level=2, text="应急处置", number="（一）"),
        table(1, "应急处置", "演练", "停电演练", "2025年8月", "9人"),
        Heading(level=2, text="团队建设", number="（二）"),
        table(2, "团队建设", "培训", "急救培训", "2025年7月", "12人"),
    )
    content = PptxRenderer().render(Document(title="t", blocks=blocks))
    assert _titles(content)[1:] == ["二、工作成果"]
    shapes = list(pptx.Presentation(io.BytesIO(content)).slides)[1].shapes
    captions = [one.text_frame.text for one in shapes if one.has_text_frame and "活动开展情况" in one.text_frame.text]
    assert captions == ["（一）应急处置 · 活动开展情况　表 1", "（二）团队建设 · 活动开展情况　表 2"]


@pytest.mark.parametrize("years", [1, 3, 12, 80])
def test_a_calendar_of_any_length_fits(years: int) -> None:
    bars = tuple(
        Bar(
            label=f"第{n}项措施，内容写得很长很长很长很长很长很长很长",
            end=dt.date(2026 + n % years, 12, 31),
            due="年底前完成并验收",
            owner="周明",
        )
        for n in range(40)
    )
    block = Timeline(title="进度", first=dt.date(2026, 1, 5), last=dt.date(2025 + years, 12, 31), bars=bars)
    content = PptxRenderer().render(Document(title="t", blocks=(block,)))
    assert _overflows(content) == []
    assert all(bar.label in text_of(content) for bar in bars)


def _jpeg(size: tuple[int, int]) -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "CameraOfSomebody"
    out = io.BytesIO()
    Image.new("RGB", size, "#884422").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_before_and_after_stand_side_by_side() -> None:
    pair = PicturePair(
        before=Picture(file="a.jpg", caption="东门", alt="整改前：东门"),
        after=Picture(file="b.jpg", caption="东门", alt="整改后：东门"),
        before_label="整改前",
        after_label="整改后",
        number="图 1",
    )
    content = PptxRenderer(assets={"a.jpg": _jpeg((1600, 1200)), "b.jpg": _jpeg((1600, 1200))}).render(
        Document(title="t", blocks=(Heading(level=2, text="案例"), Paragraph(text="加开一条道。"), pair))
    )
    shown = [s for slide in pptx.Presentation(io.BytesIO(content)).slides for s in slide.shapes if s.shape_type == 13]
    assert [s._element.nvPicPr.cNvPr.get("descr") for s in shown] == ["整改前：东门", "整改后：东门"]
    assert shown[0].top == shown[1].top
    assert shown[0].left + shown[0].width < shown[1].left
    assert b"CameraOfSomebody" not in b"".join(parts(content).values())
    assert len([name for name in parts(content) if "/media/" in name]) == 1
    assert faults(content) == []


@pytest.mark.parametrize("broken", [None, b"", b"no picture", _jpeg((40, 30))[:-200]])
def test_a_missing_or_broken_photo_leaves_a_visible_frame(broken: bytes | None) -> None:
    assets = {} if broken is None else {"门.jpg": broken}
    content = PptxRenderer(assets=assets).render(
        Document(title="t", blocks=(Picture(file="门.jpg", number="图 1", caption="东门"),))
    )
    assert "缺少照片 门.jpg" in text_of(content)
    assert "图 1　东门" in text_of(content)
    assert faults(content) == []


def test_fonts_colours_and_language_are_the_themes() -> None:
    theme = Theme(display=Typeface(latin="Georgia", asian="仿宋"), palette=Palette(accent="#0a7"))
    files = parts(PptxRenderer(theme=theme).render(build(order())))
    tree = etree.fromstring(files["ppt/theme/theme1.xml"])
    assert {one.get("typeface") for one in tree.iter(f"{A}ea")} == {"仿宋"}
    assert tree.find(f".//{A}accent1/{A}srgbClr").get("val") == "00AA77"
    slide = etree.fromstring(files["ppt/slides/slide2.xml"])
    assert {one.get("lang") for one in slide.iter(f"{A}rPr")} == {"zh-CN"}
    assert not list(slide.iter(f"{A}latin", f"{A}ea"))  # all text follows the theme


def test_properties(deck: bytes) -> None:
    properties = pptx.Presentation(io.BytesIO(deck)).core_properties
    document = build(order())
    assert (properties.title, properties.author, properties.language) == (document.title, document.author, "zh-CN")
    assert properties.created == dt.datetime.fromisoformat(document.date)


def _one_of_each() -> Document:
    picture = Picture(file="a/b<c>.png", caption=AWKWARD, alt=AWKWARD, note="2025-05-01")
    column = Column(header=AWKWARD, kind="key")
    cell = Cell(AWKWARD)
    series = ChartSeries(name=AWKWARD, values=(Decimal(1), None), printed=("1", ""))
    chart = ChartBlock(
        kind="bar", title=AWKWARD, categories=(AWKWARD, "a"), axis="x", series=(series,), unit='"u', alt=AWKWARD, number="图 1"
    )
    blocks: tuple[Block, ...] = (
        Heading(level=1, text=AWKWARD, number="一、", anchor="s1"),
        Paragraph(text=f"{AWKWARD}\nsecond", label=AWKWARD),
        Paragraph(text=AWKWARD, role="quote"),
        ItemList(items=(Item(text=AWKWARD, label=AWKWARD, children=(Item(text="x", children=(Item(text="y"),)),)),), ordered=True),
        Table(columns=(column, column), rows=((cell, Cell("≥98%", "good")),), caption=AWKWARD, number="表 1", wide=True),
        Chain(columns=(column, column), links=(Link(head=(cell,), rows=((cell,), (Cell("z"),))),), caption=AWKWARD, number="表 2"),
        chart,
        picture,
        PicturePair(before=picture, after=picture, before_label="前", after_label="后", caption=AWKWARD, number="图 9"),
        Highlights(figures=(Highlight(label=AWKWARD, value=AWKWARD, change=AWKWARD, target="t", verdict="v", tone="bad"),) * 7),
        KeyValues(pairs=((AWKWARD, f"{AWKWARD}\nsecond"), ("a", "b"), ("c", "d"))),
        Timeline(
            title=AWKWARD,
            first=dt.date(2026, 1, 1),
            last=dt.date(2026, 1, 1),
            bars=(Bar(label=AWKWARD, end=dt.date(2026, 1, 1), due=AWKWARD),),
        ),
    )
    return Document(title=AWKWARD, subtitle=AWKWARD, cover=((AWKWARD, AWKWARD),), watermark=AWKWARD, blocks=blocks)


def test_awkward_text_stays_text() -> None:
    document = _one_of_each()
    content = PptxRenderer().render(document)
    assert faults(content) == []
    assert _missing(document, content) == []
    assert _overflows(content) == []


@pytest.mark.parametrize("text", ["长" * 400, "word " * 200, "x" * 600])
def test_long_words_in_any_place_fit(text: str) -> None:
    blocks: tuple[Block, ...] = (
        Highlights(
            figures=(Highlight(label=text, value=text, baseline=text, change=text, target=text, verdict=text, tone="good"),)
        ),
        Heading(level=1, text=text, number="一、"),
        Heading(level=2, text=text),
        Heading(level=3, text=text),
        Paragraph(text=text, label=text),
        KeyValues(pairs=((text, text),)),
        ItemList(items=(Item(text=text, children=(Item(text=text),)),)),
        Table(columns=(Column(header=text), Column(header="b")), rows=((Cell(text), Cell(text)),), caption=text, number="表 1"),
        Picture(file="a.jpg", caption=text),
        Gauges(
            title=text,
            gauges=(
                Gauge(label=text, baseline=Decimal(1), target=Decimal(2), printed_baseline=text, printed_target=text, due=text),
            ),
        ),
    )
    document = Document(title=text, subtitle=text, organization=text, cover=((text, text),), blocks=blocks)
    content = PptxRenderer().render(document)
    assert faults(content) == []
    assert _missing(document, content) == []
    assert _overflows(content) == []


@pytest.mark.parametrize("blocks", [(), (Heading(level=1, text="只有标题"),), (Heading(level=3, text="深"), Paragraph(text="a"))])
def test_little_content_is_sound(blocks: tuple[Block, ...]) -> None:
    document = Document(title="", blocks=blocks)
    content = PptxRenderer().render(document)
    assert faults(content) == []
    assert _missing(document, content) == []


@settings(deadline=None, max_examples=15)
@given(summaries())
def test_any_summary_becomes_a_sound_deck(summary: Summary) -> None:
    document = build(summary, draft=True)
    content = PptxRenderer().render(document)
    assert faults(content) == []
    assert _missing(document, content) == []
    assert _overflows(content) == []


def test_same_input_gives_the_same_bytes(deck: bytes) -> None:
    assert PptxRenderer(assets=pictures()).render(build(order())) == deck
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_neither_time_zone_nor_folder_nor_hash_seed_shows(deck: bytes, tmp_path: pathlib.Path) -> None:
    root = pathlib.Path(__file__).parent.parent.parent.parent
    code = f"""
import sys; sys.path.insert(0, {str(root / "tests")!r})
from propsummary.document import build
from propsummary.renderers.pptx import PptxRenderer
from rich_summaries import order, pictures
sys.stdout.buffer.write(PptxRenderer(assets=pictures()).render(build(order())))
"""
    settings_of_others = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=settings_of_others, cwd=tmp_path)
    assert out.stdout == deck


def _reference(folder: pathlib.Path) -> pathlib.Path:
    """A company's deck: PowerPoint's own 4:3 default, a logo on its master, slides with a picture, a chart and notes."""
    company = pptx.Presentation()
    company.slide_master.name = "示例物业集团"
    slide = company.slides.add_slide(company.slide_layouts[5])
    slide.shapes.title.text = "示例页，请删除"
    slide.shapes.add_picture(io.BytesIO(_jpeg((50, 50))), 0, 0)
    slide.notes_slide.notes_text_frame.text = "旧备注"
    path = folder / "公司模板.pptx"
    company.save(str(path))
    return path


def test_a_companys_deck_gives_master_layouts_and_theme(tmp_path: pathlib.Path) -> None:
    document = build(order(), draft=True)
    content = PptxRenderer(reference=_reference(tmp_path), assets=pictures()).render(document)
    files = parts(content)
    shown = pptx.Presentation(io.BytesIO(content))
    assert (shown.slide_width, shown.slide_height) == (9_144_000, 6_858_000)
    assert len(shown.slide_layouts) == 11
    assert {slide.slide_layout.name for slide in shown.slides} == {"Title Slide", "Title Only"}
    assert "示例页" not in text_of(content)
    assert "旧备注" not in text_of(content)
    assert len({name for name in files if "/media/" in name}) == len(pictures())
    assert "docProps/thumbnail.jpeg" not in files
    assert _missing(document, content) == []
    assert _overflows(content) == []
    ours = [
        fault
        for fault in faults(content)
        if "slideLayouts" not in fault and "slideMasters" not in fault and "printerSettings" not in fault
    ]
    assert ours == []
    series = etree.fromstring(files["ppt/charts/chart1.xml"]).find(f".//{C}ser")
    assert "4F81BD" in etree.tostring(series).decode()  # the deck's first accent


def test_a_potx_template_becomes_a_deck(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "t.potx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts(_reference(tmp_path).read_bytes()).items():
            package.writestr(
                name, content.replace(b"presentation.main+xml", b"template.main+xml") if name.startswith("[") else content
            )
    content = PptxRenderer(reference=path).render(build(order()))
    assert len(pptx.Presentation(io.BytesIO(content)).slides) > 10


def test_the_logo_stands_on_the_cover_unless_it_is_broken() -> None:
    document = Document(title="t", organization="示例物业")
    shown = slides(PptxRenderer(theme=Theme(logo=_jpeg((400, 100)))).render(document))[0]
    assert [one.find(f".//{P}cNvPr").get("descr") for one in shown.iter(f"{P}pic")] == ["示例物业"]
    broken = slides(PptxRenderer(theme=Theme(logo=b"GIF89a")).render(document))[0]
    assert list(broken.iter(f"{P}pic")) == []


def test_the_extra_is_asked_for_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(MissingExtraError, match=r"propsummary\[pptx\]"):
        PptxRenderer().render(Document(title="t"))


def test_the_renderer_loads_nothing_heavy_before_it_writes() -> None:
    heavy = ("pptx", "lxml", "PIL")
    code = f"import sys, propsummary.renderers as r; r.renderer('ppt'); print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_it_is_known_by_its_names(tmp_path: pathlib.Path) -> None:
    assert renderer("powerpoint") == renderer("ppt") == renderer("pptx") == PptxRenderer()
    assert renderer("pptx", folder=tmp_path) == PptxRenderer(folder=tmp_path)
