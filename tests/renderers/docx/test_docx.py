"""Word documents: everything is in them, they open without repair, and people can work with them."""

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
import docx
import openpyxl
import pytest
from hypothesis import given, settings
from lxml import etree
from PIL import Image

from plain_words import of_document, squeezed
from propsummary.document import (
    Block,
    Cell,
    Chain,
    ChartBlock,
    ChartSeries,
    Column,
    Document,
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
    build,
)
from propsummary.errors import ConfigurationError, MissingExtraError
from propsummary.model import Summary
from propsummary.renderers import renderer
from propsummary.renderers.docx import DocxRenderer
from propsummary.renderers.theme import Palette, Theme, Typeface
from propsummary.testing.strategies import summaries
from rich_summaries import logistics, order, pictures
from word_files import WP, C, R, W, faults, part, parts, text_of

SUMMARIES = {"order": order(), "logistics": logistics()}
AWKWARD = "<w:t>alert</w:t> a&amp;b ]]> {i} <!-- 'j' \"k\" %s \\h { PAGE } REF _Toc1"


@pytest.fixture(scope="module")
def page() -> bytes:
    """The order department's summary as a final document."""
    return DocxRenderer(assets=pictures()).render(build(order()))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_everything_in_the_document_is_in_the_file(summary: Summary, language: Language) -> None:
    document = build(summary, language=language, draft=True)
    content = DocxRenderer(assets=pictures()).render(document)
    text = squeezed(text_of(content))
    pieces = [squeezed(piece) for piece in of_document(document)]
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece not in text] == []
    assert faults(content) == []


def test_headings_are_headings(page: bytes) -> None:
    """They have Word's own styles, so that its navigation and its screen readers find them."""
    word = docx.Document(io.BytesIO(page))
    found = [(p.style.name, p.text) for p in word.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == [(f"Heading {heading.level}", heading.title) for heading in build(order()).headings]


def test_every_cell_is_in_its_place(page: bytes) -> None:
    word = docx.Document(io.BytesIO(page))
    tables = {t.rows[0].cells[0].text: t for t in word.tables}
    assert len(tables) > 5
    for table in (block for block in build(order()).blocks if isinstance(block, Table)):
        written = [t for t in word.tables if [c.text for c in t.rows[0].cells] == [c.header for c in table.columns]]
        rows = [[[c.text for c in row.cells] for row in t.rows[1:]] for t in written]
        assert [[c.text for c in row] for row in table.rows] in rows


def test_heads_repeat_and_rows_stay_whole(page: bytes) -> None:
    tree = part(page)
    numbered = [
        t for t in tree.iter(f"{W}tbl") if t.find(f"{W}tblPr/{W}tblStyle") is not None and t.find(f".//{W}tblHeader") is not None
    ]
    assert len(numbered) > 5
    for table in numbered:
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr")]
        assert heads == [True, *[False] * (len(heads) - 1)]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in tree.iter(f"{W}tr"))


def test_the_problem_stands_once_beside_its_measures() -> None:
    columns = tuple(Column(header=name) for name in ("问题", "原因", "措施"))
    links = (
        Link(head=(Cell("排队"), Cell("相机旧")), rows=((Cell("换相机"),), (Cell("加人手"),))),
        Link(head=(Cell("b"), Cell("c")), rows=((Cell("d"),),)),
    )
    content = DocxRenderer().render(
        Document(title="t", blocks=(Chain(columns=columns, links=links, caption="对照", number="表 1"),))
    )
    assert [m.get(f"{W}val") for m in part(content).iter(f"{W}vMerge")] == ["restart", "restart", None, None]
    assert faults(content) == []


def test_charts_are_native_and_hold_their_figures(page: bytes) -> None:
    charts = [block for block in build(order()).blocks if isinstance(block, ChartBlock)]
    files = parts(page)
    assert len(charts) >= 3
    for number, chart in enumerate(charts, 1):
        tree = etree.fromstring(files[f"word/charts/chart{number}.xml"])
        drawn = [
            [Decimal(v.text) for v in s.iter(f"{C}v") if v.getparent().getparent().tag == f"{C}numCache"]
            for s in tree.iter(f"{C}ser")
        ]
        assert drawn == [[value for value in series.values if value is not None] for series in chart.series]
        assert tree.find(f"{C}externalData").get(f"{R}id") == "rId1"
        faces = {face.get("typeface") for face in tree.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}ea")}
        assert faces == {"微软雅黑"}
        if chart.kind == "bar":
            assert Decimal(tree.find(f".//{C}valAx/{C}scaling/{C}min").get("val")) == 0
        sheet = openpyxl.load_workbook(io.BytesIO(files[f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"])).active
        assert sheet is not None
        assert tuple(cell.value for cell in sheet["A"][1:]) == chart.categories
        assert [cell.value for cell in sheet[1]][1:] == [series.name for series in chart.series]
    described = {one.get("descr") for one in part(page).iter(f"{WP}docPr")}
    assert {chart.alt for chart in charts} <= described


def _chart(**changes: object) -> ChartBlock:
    values = (Decimal("98.0"), None, Decimal("97.5"))
    series = (ChartSeries(name="满意率", values=values, printed=("98.0%", "", "97.5%")),)
    chart = ChartBlock(
        kind="line", title="t", categories=("一月", "二月", "三月"), axis="月", series=series, unit="%", number="图 1"
    )
    return attrs.evolve(chart, **changes)


def test_a_missing_figure_is_a_gap() -> None:
    content = DocxRenderer().render(Document(title="t", blocks=(_chart(),)))
    tree = etree.fromstring(parts(content)["word/charts/chart1.xml"])
    assert [point.get("idx") for point in tree.find(f".//{C}numCache").findall(f"{C}pt")] == ["0", "2"]
    assert tree.find(f".//{C}dispBlanksAs").get("val") == "gap"
    assert [form.get("formatCode") for form in tree.iter(f"{C}numFmt")][-1:] == ['General"%"']
    assert '0.0"%"' in {form.get("formatCode") for form in tree.iter(f"{C}numFmt")}


@pytest.mark.parametrize("kind", ["bar", "line", "pie"])
@pytest.mark.parametrize("count", [1, 2, 40])
def test_charts_of_any_size_are_sound(kind: str, count: int) -> None:
    names = tuple(f"第{n}个很长很长很长的名称" for n in range(count))
    series = (
        ChartSeries(name="a", values=tuple(Decimal(n + 1) for n in range(count)), printed=tuple(str(n + 1) for n in range(count))),
    )
    content = DocxRenderer().render(
        Document(title="t", blocks=(_chart(kind=kind, categories=names, series=series, unit="万元人民币"),))
    )
    assert faults(content) == []


def test_captions_count_themselves_and_can_be_referred_to() -> None:
    blocks: tuple[Block, ...] = (
        Paragraph(text="走势见图 1，明细见表 1；附表 1和图 9不在此列。"),
        _chart(),
        Table(columns=(Column(header="a", kind="key"),), rows=((Cell("b"),),), caption="明细", number="表 1"),
    )
    content = DocxRenderer().render(Document(title="t", blocks=blocks))
    fields = [(one.text or "").strip() for one in part(content).iter(f"{W}instrText")]
    assert [one for one in fields if one.startswith("SEQ")] == [r"SEQ 图 \* ARABIC", r"SEQ 表 \* ARABIC"]
    assert len([one for one in fields if one.startswith("REF _Ref")]) == 2
    assert "走势见图 1，明细见表 1；附表 1和图 9不在此列。" in text_of(content)
    assert faults(content) == []


def test_contents_are_a_field_with_its_lines(page: bytes) -> None:
    box = next(part(page).iter(f"{W}sdt"))
    assert [(one.text or "").strip() for one in box.iter(f"{W}instrText")] == [r'TOC \o "1-2" \h \z \u']
    lines = ["".join(t.text or "" for t in link.iter(f"{W}t")) for link in box.iter(f"{W}hyperlink")]
    assert lines == [heading.title for heading in build(order()).headings if heading.level <= 2]


@pytest.mark.parametrize("language, words", [("zh", "第 1 页　共 1 页"), ("en", "Page 1 of 1")])
def test_pages_are_numbered_but_for_the_cover(language: Language, words: str) -> None:
    content = DocxRenderer().render(build(order(), language=language))
    files = parts(content)
    footers = [
        "".join(t.text or "" for t in etree.fromstring(xml).iter(f"{W}t"))
        for name, xml in files.items()
        if name.startswith("word/footer")
    ]
    assert sorted(footers) == ["", words]
    assert [one.get(f"{W}type") for one in next(part(content).iter(f"{W}sectPr")).iter(f"{W}footerReference")].count("first") == 1


def test_a_draft_says_so_on_every_page_and_a_final_document_does_not() -> None:
    draft = parts(DocxRenderer().render(build(order(), draft=True)))
    headers = [xml.decode() for name, xml in draft.items() if name.startswith("word/header")]
    assert len(headers) == 2
    assert all('string="草稿"' in xml for xml in headers)
    final = parts(DocxRenderer().render(build(order())))
    assert not any("草稿".encode() in xml for name, xml in final.items() if name.endswith(".xml"))


def test_wide_tables_lie_and_take_their_headings_along() -> None:
    columns = tuple(Column(header=f"第{n}列的名称", kind="figure") for n in range(12))
    wide = Table(columns=columns, rows=(tuple(Cell("12345.67万元") for _ in columns),), wide=True, number="表 1", caption="宽表")
    blocks = (Paragraph(text="前"), Heading(level=1, text="宽", anchor="s1"), wide, Paragraph(text="后"))
    content = DocxRenderer().render(Document(title="t", blocks=blocks))
    sizes = [one.find(f"{W}pgSz") for one in part(content).iter(f"{W}sectPr")]
    assert [one.get(f"{W}orient") for one in sizes] == [None, None, "landscape", None]
    before, lying = (
        str(etree.tostring(part(content), encoding="unicode")).split('w:orient="landscape"')[0].rsplit("<w:sectPr", 2)[:2]
    )
    assert "前" in before
    assert "宽表" in lying
    assert faults(content) == []


def _jpeg(size: tuple[int, int], orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "CameraOfSomebody"
    out = io.BytesIO()
    Image.new("RGB", size, "#884422").save(out, "JPEG", exif=exif, comment=b"gate of house 7")
    return out.getvalue()


def test_photos_are_upright_scaled_and_know_nothing_of_their_camera() -> None:
    shot = _jpeg((4000, 3000), orientation=6)
    pair = PicturePair(
        before=Picture(file="a.jpg", alt="前"),
        after=Picture(file="b.jpg", alt="后"),
        before_label="前",
        after_label="后",
        number="图 1",
    )
    content = DocxRenderer(assets={"a.jpg": shot, "b.jpg": shot}).render(
        Document(title="t", blocks=(pair, Picture(file="a.jpg", number="图 2")))
    )
    media = [content for name, content in parts(content).items() if name.startswith("word/media/")]
    assert len(media) == 2  # the same photo at two sizes, each stored once
    for content_of_one in media:
        image = Image.open(io.BytesIO(content_of_one))
        assert image.height > image.width
        assert image.height < 1000
        assert not image.getexif()
        assert "comment" not in image.info
        assert b"CameraOfSomebody" not in content_of_one
    assert faults(content) == []
    extents = [(int(one.get("cx")), int(one.get("cy"))) for one in part(content).iter(f"{WP}extent")]
    assert all(abs(across * 4 - down * 3) < 10 for across, down in extents)


@pytest.mark.parametrize("broken", [b"", b"no picture", _jpeg((40, 30))[:-200], b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_missing_or_broken_photo_leaves_a_visible_frame(broken: bytes) -> None:
    content = DocxRenderer(assets={"门.jpg": broken}).render(
        Document(title="t", blocks=(Picture(file="门.jpg", number="图 1", caption="东门"),))
    )
    assert "缺少照片 门.jpg" in text_of(content)
    assert "图 1　东门" in text_of(content)
    assert faults(content) == []


def test_a_photo_of_too_many_pixels_is_left_out() -> None:
    out = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(out, "PNG")
    content = DocxRenderer(assets={"a.png": out.getvalue()}).render(Document(title="t", blocks=(Picture(file="a.png"),)))
    assert "缺少照片 a.png" in text_of(content)


def test_properties_and_language(page: bytes) -> None:
    properties = docx.Document(io.BytesIO(page)).core_properties
    document = build(order())
    assert (properties.title, properties.author, properties.language) == (document.title, document.author, "zh-CN")
    assert properties.created == dt.datetime.fromisoformat(document.date).replace(tzinfo=dt.UTC)
    assert part(page, "word/styles.xml").find(f".//{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_fonts_are_named_outright() -> None:
    """A theme's typefaces would go before those of the styles, so there are none."""
    theme = Theme(text=Typeface(latin="Georgia", asian="仿宋"), palette=Palette(accent="#0a7"))
    styles = part(DocxRenderer(theme=theme).render(build(order())), "word/styles.xml")
    fonts = list(styles.iter(f"{W}rFonts"))
    assert len(fonts) > 10
    assert not any(key.endswith("Theme") for one in fonts for key in one.attrib)
    assert {one.get(f"{W}eastAsia") for one in fonts} == {"仿宋", "微软雅黑"}
    assert "00AA77" in {one.get(f"{W}val") for one in styles.iter(f"{W}color")}
    with pytest.raises(ConfigurationError, match="accent"):
        Palette(accent="red")


def test_text_is_set_in_styles_only(page: bytes) -> None:
    for properties in part(page).iter(f"{W}rPr"):
        assert [child.tag for child in properties] in ([f"{W}rStyle"], [])
    direct = {child.tag for properties in part(page).iter(f"{W}pPr") for child in properties}
    assert direct == {f"{W}pStyle", f"{W}numPr", f"{W}sectPr"}


def test_ordered_lists_begin_anew() -> None:
    items = ItemList(items=(Item(text="a", children=(Item(text="b"),)), Item(text="c")), ordered=True)
    content = DocxRenderer().render(Document(title="t", blocks=(items, items)))
    numbers = [
        (one.find(f"{W}ilvl").get(f"{W}val"), one.find(f"{W}numId").get(f"{W}val")) for one in part(content).iter(f"{W}numPr")
    ]
    assert numbers == [("0", "2"), ("1", "1"), ("0", "2"), ("0", "3"), ("1", "1"), ("0", "3")]


def _one_of_each() -> Document:
    picture = Picture(file="a/b<c>.png", caption=AWKWARD, alt=AWKWARD, note="2025-05-01")
    column = Column(header=AWKWARD, kind="key")
    cell = Cell(AWKWARD)
    series = ChartSeries(name=AWKWARD, values=(Decimal(1), Decimal("-2.5")), printed=("1", "-2.5"))
    blocks: tuple[Block, ...] = (
        Heading(level=1, text=AWKWARD, number="一、", anchor="s1"),
        Paragraph(text=f"{AWKWARD}\nsecond", label=AWKWARD),
        Paragraph(text=AWKWARD, role="quote"),
        ItemList(items=(Item(text=AWKWARD, label=AWKWARD, children=(Item(text="x", children=(Item(text="y"),)),)),), ordered=True),
        Table(columns=(column, column), rows=((cell, Cell("≥98%", "good")),), caption=AWKWARD, number="表 1", wide=True),
        Chain(columns=(column, column), links=(Link(head=(cell,), rows=((cell,), (Cell("z"),))),), caption=AWKWARD, number="表 2"),
        *(
            _chart(kind=kind, title=AWKWARD, categories=(AWKWARD, "a\x0bb"), series=(series,), alt=AWKWARD, unit='"u')
            for kind in ("bar", "line")
        ),
        picture,
        PicturePair(before=picture, after=picture, before_label="前", after_label="后", caption=AWKWARD, number="图 9"),
        Highlights(figures=(Highlight(label=AWKWARD, value=AWKWARD, change=AWKWARD, target="t", verdict="v", tone="bad"),) * 4),
        KeyValues(pairs=((AWKWARD, f"{AWKWARD}\nsecond"), ("a", "b"), ("c", "d"))),
    )
    blocks = tuple(
        attrs.evolve(block, number=f"图 {n}") if isinstance(block, ChartBlock) else block for n, block in enumerate(blocks)
    )
    return Document(title=AWKWARD, subtitle=AWKWARD, cover=((AWKWARD, AWKWARD),), watermark=AWKWARD, blocks=blocks)


def test_awkward_text_stays_text() -> None:
    document = _one_of_each()
    content = DocxRenderer().render(document)
    assert faults(content) == []
    text = squeezed(text_of(content))
    pieces = [squeezed(piece.replace("\x0b", "")) for piece in of_document(document)]
    assert [piece for piece in pieces if piece not in text] == []


def test_an_empty_document_is_sound() -> None:
    assert faults(DocxRenderer().render(Document(title=""))) == []


@settings(deadline=None, max_examples=15)
@given(summaries())
def test_any_summary_becomes_a_sound_file(summary: Summary) -> None:
    document = build(summary, draft=True)
    content = DocxRenderer().render(document)
    assert faults(content) == []
    text = squeezed(text_of(content))
    assert [piece for piece in of_document(document) if squeezed(piece) not in text] == []


def test_same_input_gives_the_same_bytes(page: bytes) -> None:
    assert DocxRenderer(assets=pictures()).render(build(order())) == page
    with zipfile.ZipFile(io.BytesIO(page)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_neither_time_zone_nor_hash_seed_shows(page: bytes) -> None:
    code = """
import sys; sys.path.insert(0, 'tests')
from propsummary.document import build
from propsummary.renderers.docx import DocxRenderer
from rich_summaries import order, pictures
sys.stdout.buffer.write(DocxRenderer(assets=pictures()).render(build(order())))
"""
    settings_of_others = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7"}
    root = pathlib.Path(__file__).parent.parent.parent.parent
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=settings_of_others, cwd=root)
    assert out.stdout == page


def _template(folder: pathlib.Path, *, numbered: bool = False) -> pathlib.Path:
    """A company's template as Word's own default: its styles, a header, a letter-sized page, text that is only an example."""
    word = docx.Document()
    word.add_paragraph("示例文字，请删除")
    section = word.sections[0]
    section.header.paragraphs[0].text = "示例物业集团"
    section.page_width, section.page_height = docx.shared.Inches(8.5), docx.shared.Inches(11)
    if numbered:
        style = word.styles["Heading 1"].element.get_or_add_pPr()
        style.append(docx.oxml.parse_xml(f'<w:numPr xmlns:w="{W[1:-1]}"><w:numId w:val="1"/></w:numPr>'))
    word.add_picture(io.BytesIO(_jpeg((50, 50))))
    path = folder / "公司模板.docx"
    word.save(str(path))
    return path


def test_a_template_gives_styles_running_heads_and_pages(tmp_path: pathlib.Path) -> None:
    content = DocxRenderer(reference=_template(tmp_path), assets=pictures()).render(build(order(), draft=True))
    word = docx.Document(io.BytesIO(content))
    assert word.sections[0].header.paragraphs[0].text == "示例物业集团"
    assert word.sections[0].page_width == docx.shared.Inches(8.5)
    assert "示例文字" not in text_of(content)
    headings = [p.text for p in word.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings == [heading.title for heading in build(order()).headings if heading.level == 1]
    assert 'string="草稿"' in parts(content)["word/header1.xml"].decode()
    assert "NUMPAGES" in parts(content)["word/footer1.xml"].decode()  # the template has no footer
    styles = part(content, "word/styles.xml")
    heading = next(style for style in styles.iter(f"{W}style") if style.get(f"{W}styleId") == "Heading1")
    assert heading.find(f"{W}rPr/{W}rFonts").get(f"{W}asciiTheme") == "majorHAnsi"  # the template's, untouched
    shown = {one.get(f"{R}embed") for one in part(content).iter() if one.tag.endswith("}blip")}
    stored = {one.get("Id") for one in part(content, "word/_rels/document.xml.rels") if one.get("Type").endswith("/image")}
    assert shown == stored  # the template's own picture is gone with its text


def test_a_template_without_pages_gets_ours(tmp_path: pathlib.Path) -> None:
    word = docx.Document(str(_template(tmp_path)))
    word.element.body.remove(word.element.body.sectPr)
    word.save(str(tmp_path / "bare.docx"))
    content = DocxRenderer(reference=tmp_path / "bare.docx").render(build(order(), draft=True))
    assert {one.get(f"{W}w") for one in part(content).iter(f"{W}pgSz")} <= {"11906", "16838"}


def test_the_logo_stands_on_the_cover_unless_it_is_broken() -> None:
    document = Document(title="t", organization="示例物业")
    shown = part(DocxRenderer(theme=Theme(logo=_jpeg((400, 100)))).render(document))
    assert [one.get("descr") for one in shown.iter(f"{WP}docPr")] == ["示例物业"]
    broken = part(DocxRenderer(theme=Theme(logo=b"GIF89a")).render(document))
    assert list(broken.iter(f"{WP}docPr")) == []


def test_headings_that_a_template_numbers_are_not_numbered_twice(tmp_path: pathlib.Path) -> None:
    content = DocxRenderer(reference=_template(tmp_path, numbered=True)).render(
        Document(title="t", blocks=(Heading(level=1, text="a", anchor="s1"),))
    )
    heading = next(p for p in part(content).iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Heading1")
    assert heading.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"


def test_a_dotx_template_becomes_a_document(tmp_path: pathlib.Path) -> None:
    source = parts(_template(tmp_path).read_bytes())
    path = tmp_path / "t.dotx"
    with zipfile.ZipFile(path, "w") as package:
        for name, content in source.items():
            package.writestr(name, content.replace(b"document.main+xml", b"template.main+xml") if name.startswith("[") else content)
    content = DocxRenderer(reference=path).render(build(order()))
    assert docx.Document(io.BytesIO(content)).paragraphs


def test_the_extra_is_asked_for_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"propsummary\[docx\]"):
        DocxRenderer().render(Document(title="t"))


def test_the_renderer_loads_nothing_heavy_before_it_writes() -> None:
    heavy = ("docx", "pptx", "lxml", "PIL")
    code = f"import sys, propsummary.renderers as r; r.renderer('word'); print([m for m in {heavy} if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_it_is_known_by_both_names(tmp_path: pathlib.Path) -> None:
    assert renderer("word") == renderer("docx") == DocxRenderer()
    assert renderer("docx", folder=tmp_path) == DocxRenderer(folder=tmp_path)
