"""PDF files: everything is in them, nothing of it is markup, and they are the same everywhere."""

from __future__ import annotations

import datetime as dt
import io
import os
import pathlib
import subprocess
import sys
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from PIL import Image

from pdf_files import opened, outline_of, pages_of, plain, text_of
from plain_words import of_document
from propsummary.document import (
    Bar,
    Block,
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
from propsummary.errors import ConfigurationError, MissingExtraError, MissingFontError
from propsummary.model import Summary
from propsummary.renderers import renderer
from propsummary.renderers.office import fonts
from propsummary.renderers.pdf import PdfRenderer
from propsummary.renderers.theme import Palette, Theme
from propsummary.testing.strategies import summaries
from rich_summaries import logistics, order, picture, pictures

SUMMARIES = {"order": order(), "logistics": logistics()}
AWKWARD = '#read("/etc/passwd") *bold* _it_ $x^2$ <label> @ref \\ `raw` // /* ] } "quoted" -- ... ~ #{1+1} [link]'


def _rendered(document: Document, **options: object) -> bytes:
    """With the fonts that pip has installed, and no other."""
    return attrs.evolve(PdfRenderer(system_fonts=False, assets=pictures()), **options).render(document)


def _of(*blocks: Block, title: str = "标题") -> Document:
    return Document(title=title, blocks=blocks)


@pytest.fixture(scope="module")
def file() -> bytes:
    """The order department's summary as a final document."""
    return _rendered(build(order()))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_everything_in_the_document_is_in_the_file(summary: Summary, language: Language) -> None:
    document = build(summary, language=language, draft=True)
    text = text_of(_rendered(document), document)
    pieces = [plain(piece) for piece in of_document(document)]
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece not in text] == []


def test_headings_are_bookmarks(file: bytes) -> None:
    assert outline_of(file) == [(heading.level, heading.title) for heading in build(order()).headings]


def test_contents_say_the_pages(file: bytes) -> None:
    document, pages = build(order()), pages_of(file)
    contents = [plain(line) for line in pages[1].split("\n")]
    expected = [heading for heading in document.headings if heading.level <= 2]
    assert len(expected) > 10
    for heading in expected:
        line = next(line for line in contents if line.startswith(plain(heading.title)))
        assert plain(heading.title) in plain(pages[int(line.rpartition(".")[2]) - 1])


@pytest.mark.parametrize("language, words", [("zh", "第{}页共{}页"), ("en", "Page{}of{}")])
def test_pages_are_numbered_but_for_the_cover(language: Language, words: str) -> None:
    document = build(order(), language=language)
    cover, *others = map(plain, pages_of(_rendered(document)))
    assert cover.count(plain(document.title)) == 1
    assert words.format(1, len(others) + 1) not in cover
    for number, page in enumerate(others, 2):
        assert page.endswith(words.format(number, len(others) + 1))
        assert page.startswith(plain(document.title))


def test_a_draft_says_so_on_every_page_and_a_final_document_does_not(file: bytes) -> None:
    draft = pages_of(_rendered(build(order(), draft=True)))
    assert len(draft) > 5
    assert all("草稿" in page for page in draft)
    assert not any("草稿" in page for page in pages_of(file))


def test_properties_language_and_tags(file: bytes) -> None:
    document, pdf = build(order()), opened(file)
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == (document.title, document.author)
    assert pdf.metadata.keywords == f"{document.organization}, {document.department}, {document.period}"
    assert pdf.metadata.creation_date == dt.datetime.fromisoformat(document.date).replace(tzinfo=dt.UTC)
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "zh-CN"
    assert root["/MarkInfo"]["/Marked"]
    assert opened(_rendered(build(order(), language="en"))).trailer["/Root"]["/Lang"] == "en"


def test_no_date_but_the_documents_own() -> None:
    pdf = opened(_rendered(_of(Paragraph(text="正文"))))
    assert pdf.metadata is not None
    assert not {"/CreationDate", "/ModDate", "/Author"} & set(pdf.metadata)


def _structure(content: bytes, kind: str) -> list[dict[str, object]]:
    """The elements of *kind* in the tree of tags."""
    found, waiting = [], [opened(content).trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            found += [node] if node.get("/S") == kind else []
            waiting += [node["/K"]] if "/K" in node else []
    return found


def test_pictures_and_charts_are_described(file: bytes) -> None:
    told = {str(one.get("/Alt")) for one in _structure(file, "/Figure")}
    blocks = build(order()).blocks
    charts = {block.alt for block in blocks if isinstance(block, ChartBlock)}
    photos = {one.alt for block in blocks if isinstance(block, PicturePair) for one in (block.before, block.after)}
    assert charts
    assert photos
    assert charts | photos <= told


def test_tables_are_tables(file: bytes) -> None:
    """So that screen readers can say which column a cell is in."""
    tables = [block for block in build(order()).blocks if isinstance(block, Table | Chain)]
    heads = sum(len(table.columns) for table in tables)
    assert len(_structure(file, "/TH")) == heads


@pytest.mark.parametrize("standard", ["a-2a", "a-2b", "ua-1"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_standards(summary: Summary, standard: str) -> None:
    content = _rendered(build(summary, draft=True), standard=standard)
    metadata = opened(content).trailer["/Root"]["/Metadata"].get_data().decode()
    if standard == "ua-1":
        assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    else:
        assert "<pdfaid:part>2</pdfaid:part>" in metadata
        assert f"<pdfaid:conformance>{standard[-1].upper()}</pdfaid:conformance>" in metadata


def test_what_cannot_follow_a_standard_says_why() -> None:
    with pytest.raises(ConfigurationError, match="the day the summary was prepared"):
        _rendered(_of(), standard="a-2a")
    document = attrs.evolve(_of(Paragraph(text="表情 😀")), date="2026-01-06")
    with pytest.raises(ConfigurationError, match="😀"):
        _rendered(document, standard="a-2a")
    assert "表情" in pages_of(_rendered(document))[1]


def test_cross_references_lead_to_what_they_name() -> None:
    shown = Picture(file="no.png", number="图 1", caption="门岗")
    content = _rendered(_of(Paragraph(text="见图 1，不见图 7"), shown, shown))
    links = [note.get_object() for page in opened(content).pages for note in page.get("/Annots", ())]
    assert len(links) == 1
    assert links[0]["/Subtype"] == "/Link"


def _wide(rows: int, columns: int = 12) -> Table:
    heads = tuple(Column(header=f"第{n}列的名称", kind="figure") for n in range(columns))
    return Table(columns=heads, rows=tuple(tuple(Cell("12345.67万元") for _ in heads) for _ in range(rows)), wide=True)


def test_wide_tables_lie_and_take_their_headings_along() -> None:
    content = _rendered(_of(Paragraph(text="前"), Heading(level=1, text="宽表"), _wide(2), Paragraph(text="后")))
    lying = [page.mediabox.width > page.mediabox.height for page in opened(content).pages]
    assert lying == [False, False, True, False]
    assert "宽表" in pages_of(content)[2]


def test_heads_repeat_and_rows_stay_whole() -> None:
    columns = (Column(header="编号", kind="key"), Column(header="发现的问题"))
    rows = tuple((Cell(f"甲{n:03}"), Cell("识别相机夜间识别率偏低，需更换并复核。" * 20 + f"乙{n:03}")) for n in range(60))
    pages = list(map(plain, pages_of(_rendered(_of(Table(columns=columns, rows=rows))))))[1:]
    assert len(pages) > 3
    assert all("发现的问题" in page for page in pages)
    for n in range(60):
        assert [f"甲{n:03}" in page for page in pages] == [f"乙{n:03}" in page for page in pages]


def test_a_row_longer_than_a_page_loses_nothing() -> None:
    columns = (Column(header="编号", kind="key"), Column(header="内容"))
    lines = [f"第{n}行：东门岗夜间车辆排队" for n in range(200)]
    cells = (Cell("甲"), Cell("\n".join(lines)))
    link = Link(head=(Cell("\n".join(lines)),), rows=((Cell("一"),), (Cell("二"),)))
    document = _of(Table(columns=columns, rows=(cells,)), Chain(columns=columns, links=(link,)))
    text = text_of(_rendered(document), document)
    assert [line for line in lines if text.count(plain(line)) != 2] == []


def _jpeg(size: tuple[int, int], orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "CameraOfSomebody"
    out = io.BytesIO()
    Image.new("RGB", size, "#884422").save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_photos_are_upright_scaled_and_know_nothing_of_their_camera() -> None:
    content = _rendered(_of(Picture(file="a.jpg", alt="门岗")), assets={"a.jpg": _jpeg((4000, 3000), orientation=6)})
    (shown,) = (image.image for page in opened(content).pages for image in page.images)
    assert shown is not None
    assert shown.height > shown.width
    assert shown.height < 1000
    assert b"CameraOfSomebody" not in content


@pytest.mark.parametrize("broken", [b"", b"no picture", _jpeg((40, 30))[:-200], b"\x89PNG\r\n\x1a\n" + b"\0" * 50])
def test_a_missing_or_broken_photo_leaves_a_visible_frame(broken: bytes) -> None:
    pair = PicturePair(
        before=Picture(file="前.jpg"), after=Picture(file="no/后.jpg"), before_label="整改前", after_label="整改后", number="图 2"
    )
    text = pages_of(_rendered(_of(Picture(file="门.jpg", number="图 1", caption="东门"), pair), assets={"门.jpg": broken}))[1]
    assert "缺少照片 门.jpg" in text
    assert "缺少照片 no/后.jpg" in text
    assert "图1东门" in plain(text)


def _awkward(*, long: str) -> Document:
    text = f"{AWKWARD} {long}"
    shown = Picture(file="a/b<c>.png", caption=text, alt=text, note="2025-05-01")
    column = Column(header=text, kind="key")
    series = ChartSeries(name=AWKWARD, values=(Decimal(1), Decimal("-2.5")), printed=("1", "-2.5"))
    blocks: tuple[Block, ...] = (
        Heading(level=1, text=text, number="一、", anchor="s1"),
        Paragraph(text=f"{text}\nsecond", label=text),
        *(Paragraph(text=text, role=role) for role in ("lead", "quote", "note")),
        ItemList(items=(Item(text=text, label=text, children=(Item(text="x", children=(Item(text="y"),)),)),), ordered=True),
        Table(columns=(column, column), rows=((Cell(text), Cell("≥98%", "good")),), caption=text, number="表 1", wide=True),
        Chain(columns=(column, column), links=(Link(head=(Cell(text),), rows=((Cell(text),), (Cell("z"),))),), number="表 2"),
        ChartBlock(kind="line", title=AWKWARD, categories=(AWKWARD, "b"), axis="轴", series=(series,), number="图 1", unit='"u'),
        shown,
        PicturePair(before=shown, after=shown, before_label="前", after_label="后", caption=text, number="图 9"),
        Highlights(figures=(Highlight(label=text, value="12.5%", change=text, target="t", verdict="v", tone="bad"),) * 4),
        KeyValues(pairs=((AWKWARD, f"{text}\nsecond"), ("a", "b"), ("c", "d"))),
    )
    return Document(title=text, subtitle=text, cover=((AWKWARD, text),), watermark=AWKWARD, blocks=blocks)


def test_awkward_text_stays_text() -> None:
    document = _awkward(long="W" * 300)
    content = _rendered(document)
    text = plain("".join(pages_of(content)))
    assert "root:" not in text
    assert [piece for piece in of_document(document) if plain(piece) not in text and piece != AWKWARD] == []
    assert text.count(plain(AWKWARD)) > 30
    assert [plain(title) for _, title in outline_of(content)] == [plain(heading.title) for heading in document.headings]


@pytest.mark.parametrize("block", [Paragraph(text="W" * 1500), KeyValues(pairs=(("网址", "W" * 900),))])
def test_endless_words_do_not_run_over_the_edge(block: Block) -> None:
    page = pages_of(_rendered(_of(block)))[1]
    lines = [line for line in page.split("\n") if "W" in line]
    assert len(lines) > 15
    assert max(map(len, lines)) < 60  # of which an upright page is some 45 wide


def _timeline(bars: int) -> Timeline:
    first = dt.date(2026, 1, 1)
    one = tuple(
        Bar(label=f"措施{n:03}号", start=first, end=first + dt.timedelta(n), due="2026年", owner="周明") for n in range(1, bars + 1)
    )
    return Timeline(title="措施进度", first=first, last=dt.date(2026, 12, 31), bars=one, alt="进度")


def test_diagrams_are_drawn_and_tall_ones_go_on_on_the_next_page() -> None:
    goal = Gauge(label="巡更到位率", baseline=Decimal(97), target=Decimal(99), printed_baseline="97%", printed_target="99%")
    content = _rendered(_of(_timeline(40), Gauges(title="目标", gauges=(goal,) * 30, alt="目标"), _timeline(2)))
    text = plain("".join(pages_of(content)))
    assert all(f"措施{n:03}号" in text for n in range(1, 41))
    assert text.count("巡更到位率") == 30
    assert "措施进度(1/" in text
    assert text.endswith(plain(f"措施进度第 {len(pages_of(content))} 页共 {len(pages_of(content))} 页"))


def test_colours_are_those_of_the_theme_and_of_no_style_sheet() -> None:
    plain_file = _rendered(build(order()))
    assert plain_file != _rendered(build(order()), theme=Theme(palette=Palette(accent="#0a7")))
    logo = Theme(name="示例物业", logo=picture((20, 90, 160)))
    assert len(opened(_rendered(build(order()), theme=logo)).pages[0].images) == 1


def test_no_font_no_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_packaged", lambda: ())
    with pytest.raises(MissingFontError, match="fonts-noto-cjk"):
        PdfRenderer(system_fonts=False).render(_of(Paragraph(text="正文")))
    english = Document(title="Report", language="en", blocks=(Paragraph(text="No Chinese in it."),))
    assert "No Chinese in it." in pages_of(PdfRenderer(system_fonts=False).render(english))[1]


def test_fonts_can_be_given_in_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = tuple(map(pathlib.Path, fonts._packaged()))
    monkeypatch.setattr(fonts, "_packaged", lambda: ())
    assert "正文" in pages_of(PdfRenderer(system_fonts=False, fonts=folders).render(_of(Paragraph(text="正文"))))[1]


@pytest.mark.parametrize("missing", ["typst", "PIL.Image"])
def test_the_extra_is_named_when_it_is_missing(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    fonts._loaded.cache_clear()
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(MissingExtraError, match=r"propsummary\[pdf\]"):
        PdfRenderer().render(_of())


def test_an_empty_document_is_sound() -> None:
    assert len(opened(_rendered(Document(title=""))).pages) == 1


def test_by_name() -> None:
    assert renderer("pdf", standard="a-2a") == PdfRenderer(standard="a-2a")


@settings(deadline=None, max_examples=10)
@given(summaries())
def test_any_summary_becomes_a_sound_file(summary: Summary) -> None:
    document = build(summary, draft=True)
    content = _rendered(document)
    assert [plain(title) for _, title in outline_of(content)] == [plain(heading.title) for heading in document.headings]


def test_same_input_gives_the_same_bytes(file: bytes) -> None:
    assert _rendered(build(order())) == file


def test_neither_time_zone_nor_folder_nor_hash_seed_shows(file: bytes, tmp_path: pathlib.Path) -> None:
    code = """
import sys
from propsummary.document import build
from propsummary.renderers.pdf import PdfRenderer
from rich_summaries import order, pictures
sys.stdout.buffer.write(PdfRenderer(system_fonts=False, assets=pictures()).render(build(order())))
"""
    tests = str(pathlib.Path(__file__).parent.parent.parent)
    elsewhere = {**os.environ, "TZ": "Pacific/Auckland", "PYTHONHASHSEED": "7", "PYTHONPATH": tests, "TMPDIR": str(tmp_path)}
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=elsewhere, cwd=tmp_path)
    assert out.stdout == file


def test_nothing_is_left_behind(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    _rendered(build(order()))
    assert list(tmp_path.iterdir()) == []


def test_the_template_loads_nothing() -> None:
    """Only its own files; a package would come over the network."""
    template = pathlib.Path(sys.modules[PdfRenderer.__module__].__file__ or "").parent
    imports = [line for name in template.glob("*.typ") for line in name.read_text("utf-8").splitlines() if "import" in line]
    assert len(imports) == 3
    assert all(line.startswith(('#import "look.typ"', '#import "blocks.typ"')) for line in imports)
