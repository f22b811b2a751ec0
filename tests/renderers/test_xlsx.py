"""The workbook, opened again by another library than wrote it."""

from __future__ import annotations

import datetime as dt
import io
import itertools
import re
import sys
import zipfile
from decimal import Decimal
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from plain_words import of_document, squeezed
from propsummary.document import ChartBlock, Document, Figure, Language, Table, TrackedMeasure, Tracker, build
from propsummary.errors import MissingExtraError
from propsummary.model import Countermeasure, Metric, Summary
from propsummary.periods import Period
from propsummary.quantities import Change, Quantity
from propsummary.renderers.xlsx import XlsxRenderer
from propsummary.renderers.xlsx._figures import Number, numbers
from propsummary.renderers.xlsx._full_text import page_breaks
from propsummary.testing.strategies import summaries
from rich_summaries import logistics, order

SUMMARIES = {"order": order(), "logistics": logistics()}
YEAR = Period.parse("2025")


def _opened(document: Document) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(XlsxRenderer().render(document)))


def _rows(sheet: Worksheet) -> list[dict[str, Any]]:
    """The rows below the headings, by heading."""
    headings = [cell.value for cell in sheet[1]]
    return [dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(min_row=2)]


def _shown(cell: Any) -> str:
    """What a spreadsheet shows in *cell*: the number in its format, or the text."""
    if not isinstance(cell.value, (int, float)):
        return "" if cell.value is None else str(cell.value)
    value = Decimal(str(cell.value))
    sections = cell.number_format.split(";")
    section = sections[1] if value < 0 and len(sections) > 1 else sections[0]
    literals = re.findall(r'"([^"]*)"', section)
    pattern = re.sub(r'"[^"]*"', "\0", section)
    digits = re.search(r"[#0,.]+", pattern)
    assert digits is not None
    decimals = len(digits[0].partition(".")[2])
    scaled = abs(value) * (100 if "%" in pattern else 1)
    number = f"{scaled:,.{decimals}f}" if "," in digits[0] else f"{scaled:.{decimals}f}"
    shown = pattern.replace(digits[0], number)
    for literal in literals:
        shown = shown.replace("\0", literal, 1)
    return shown


def _measures(*measures: TrackedMeasure) -> list[dict[str, Any]]:
    return _rows(_opened(Document(title="总结", tracker=Tracker(measures=measures)))["措施"])


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_every_figure_of_the_metrics_is_a_number_shown_as_printed(summary: Summary, language: Language) -> None:
    document = build(summary, language=language)
    tracked = document.tracker.metrics
    rows = _rows(_opened(document)["指标" if language == "zh" else "Metrics"])
    names = ("本期", "上期", "变化", "目标") if language == "zh" else ("This period", "Last period", "Change", "Target")
    assert len(rows) == len(tracked) == len(summary.metrics)
    plain = 0
    for row, metric in zip(rows, tracked, strict=True):
        for name, figure in zip(names, (metric.value, metric.baseline, metric.change, metric.target), strict=True):
            assert _shown(row[name]) == figure.text
            plain += isinstance(row[name].value, (int, float))
    assert plain > 2 * len(rows)


def test_the_tables_metrics_are_the_sheets() -> None:
    document = build(order())
    table = next(block for block in document.blocks if isinstance(block, Table) and block.caption == "主要指标")
    sheet = squeezed(" ".join(_shown(cell) for row in _opened(document)["指标"].iter_rows() for cell in row))
    missing = [
        cell.text for row in table.rows for cell in row if any(squeezed(line) not in sheet for line in cell.text.split("\n"))
    ]
    assert [text for text in missing if text != "—"] == []


@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_every_measure_is_there_with_its_day(summary: Summary) -> None:
    rows = _rows(_opened(build(summary))["措施"])
    assert [row["措施"].value for row in rows] == [one.statement for one in summary.countermeasures]
    days = [row["截止日期"].value.date() for row in rows]
    assert days == [one.deadline.date for one in summary.countermeasures if one.deadline]
    assert rows[0]["截止日期"].number_format == "yyyy-mm-dd"
    assert [row["责任人"].value for row in rows] == [one.owner.text for one in summary.countermeasures if one.owner]
    assert rows[0]["预算"].value == float(summary.countermeasures[0].budget.low / 10_000)  # type: ignore[union-attr, operator]


def test_issues_and_goals_are_there() -> None:
    book = _opened(build(order()))
    issues, goals = _rows(book["问题"]), _rows(book["目标"])
    assert [row["编号"].value for row in issues] == ["i1", "i2", "i3"]
    assert issues[0]["措施"].value == "c1, c2"
    assert [row["目标"].value for row in goals] == [goal.statement for goal in order().goals]
    assert [_shown(row["目标值"]) for row in goals] == ["0起", "≤4次", "≤4.5分钟", "", "100%"]


def test_courses_and_parts_are_rows_to_be_pivoted() -> None:
    document = build(logistics())
    rows = _rows(_opened(document)["数据表"])
    expected = [(m.name, item, f.text) for m in document.tracker.metrics for item, f in (*m.series, *m.parts)]
    assert [(row["指标"].value, row["项目"].value, _shown(row["数值"])) for row in rows] == expected
    assert len(rows) == 10
    assert rows[0]["数值"].value == 24.1


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
def test_everything_in_the_document_is_in_the_workbook(summary: Summary, language: Language) -> None:
    document = build(summary, language=language, draft=True)
    book = _opened(document)
    page = squeezed(" ".join(_shown(cell) for sheet in book for row in sheet.iter_rows() for cell in row))
    pieces = [squeezed(piece) for piece in of_document(document)]
    assert len(pieces) > 200
    assert [piece for piece in pieces if piece not in page] == []


def test_charts_are_native_and_draw_the_documents_figures() -> None:
    document = build(logistics())
    blocks = [block for block in document.blocks if isinstance(block, ChartBlock)]
    content = XlsxRenderer().render(document)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        charts = [package.read(f"xl/charts/chart{n}.xml").decode() for n in range(1, len(blocks) + 1)]
        drawing = package.read("xl/drawings/drawing1.xml").decode()
    assert {block.kind for block in blocks} == {"line", "bar"}
    for block, chart in zip(blocks, charts, strict=True):
        assert {"line": "c:lineChart", "bar": "c:barChart", "pie": "c:pieChart"}[block.kind] in chart
        cached = [
            float(v) for values in re.findall(r"<c:val>.*?</c:val>", chart, re.S) for v in re.findall(r"<c:v>(.*?)</c:v>", values)
        ]
        expected = [v / 100 if block.unit == "%" else v for series in block.series for v in series.values if v is not None]
        assert cached == [pytest.approx(float(value)) for value in expected]
        assert squeezed(block.alt)[:20] in squeezed(drawing)
        if block.kind == "bar":
            assert '<c:min val="0"/>' in chart


def test_a_gap_in_a_course_stays_a_gap() -> None:
    document = build(attrs.evolve(order(), charts=()))
    (chart, *_) = [block for block in build(logistics()).blocks if isinstance(block, ChartBlock)]
    series = attrs.evolve(chart.series[0], values=(None, *chart.series[0].values[1:]), printed=("", *chart.series[0].printed[1:]))
    sheet = _opened(attrs.evolve(document, blocks=(attrs.evolve(chart, series=(series,)),)))["图表"]
    assert [sheet.cell(row, 2).value for row in (3, 4)] == [None, 22.8]


def test_the_sheets_can_be_filtered_scrolled_and_printed() -> None:
    book = _opened(build(order()))
    assert book.sheetnames == ["概览", "指标", "数据表", "图表", "问题", "措施", "目标", "报告全文"]
    for name in ("指标", "问题", "措施", "目标"):
        sheet = book[name]
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "C2"
        assert sheet.print_title_rows == "$1:$1"
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
        assert sheet.oddFooter.center.text == "第 &P 页　共 &N 页"


@given(rows=st.lists(st.tuples(st.integers(10, 90), st.booleans())))
def test_no_heading_stands_alone_at_the_end_of_a_page(rows: list[tuple[int, bool]]) -> None:
    """Nor is more put on a page than it holds, unless nothing in it can be parted."""
    breaks = page_breaks(rows, 500)
    assert not any(rows[first - 1][1] for first in breaks)
    for first, end in itertools.pairwise((0, *breaks, len(rows))):
        page = rows[first:end]
        assert sum(high for high, _ in page) <= 500 or end == len(rows) or all(keeps for _, keeps in page[:-1])


def test_the_status_is_chosen_from_a_list() -> None:
    sheet = _opened(build(order()))["措施"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.type == "list"
    assert choice.formula1 == '"计划,进行中,完成,已验证,取消"'
    assert sheet["C1"].value == "状态"
    assert "C2" in choice.sqref
    assert "C60" in choice.sqref  # rows that are added are prepared too


def test_days_left_are_counted_and_what_is_late_is_marked() -> None:
    sheet = _opened(build(order()))["措施"]
    assert [sheet.cell(1, column).value for column in (4, 5)] == ["截止日期", "剩余天数"]
    assert sheet["E2"].value == '=IF(AND(ISNUMBER($D2),$C2<>"完成",$C2<>"已验证",$C2<>"取消"),$D2-TODAY(),"")'
    formulas = {rule.formula[0] for cells in sheet.conditional_formatting if "D2" in cells for rule in cells.rules}
    assert any("$D2<TODAY()" in formula and '$C2<>"完成"' in formula for formula in formulas)


def test_the_overview_counts_by_status() -> None:
    sheet = _opened(build(order()))["概览"]
    counted = {row[0].value: row[1].value for row in sheet.iter_rows() if str(row[1].value).startswith("=")}
    assert set(counted) == {"计划", "进行中", "完成", "已验证", "取消", "未填写", "逾期", "30天内到期"}
    assert counted["计划"] == "=COUNTIF('措施'!$C$2:$C$206,\"计划\")"
    shown = openpyxl.load_workbook(io.BytesIO(XlsxRenderer().render(build(order()))), data_only=True)["概览"]
    assert {row[0].value: row[1].value for row in shown.iter_rows()}["计划"] == 2
    goals = {row[0].value: row[2].value for row in shown.iter_rows()}
    assert goals["未填写"] == len(order().goals)  # every task is in one row


@pytest.mark.parametrize("text", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "{=1}", "http://x.y", '=HYPERLINK("a")', "_x0041_", "12"])
def test_text_is_text_whatever_it_looks_like(text: str) -> None:
    (row,) = _measures(TrackedMeasure(id=text, statement=text, owner=text))
    for name in ("编号", "措施", "责任人"):
        assert (row[name].value, row[name].data_type) == (text, "s")
        assert row[name].hyperlink is None


def test_only_the_programs_own_cells_are_formulas() -> None:
    book = _opened(build(order()))
    formulas = {
        (sheet.title, cell.column_letter) for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    }
    assert formulas == {("概览", "B"), ("概览", "C"), ("措施", "E"), ("目标", "E")}


@pytest.mark.parametrize(
    "text, number, value, shape",
    [
        ("98.6%", "98.6", "0.986", "0.0%"),
        ("≥98%", "98", "0.98", '"≥"0%;-0%'),
        ("0.41‰", "0.41", "0.41", '0.00"‰"'),
        ("4.2分钟", "4.2", "4.2", '0.0"分钟"'),
        ("1,836户", "1836", "1836", '#,##0"户"'),
        ("126.4万kWh", "1264000", "126.4", '0.0"万kWh"'),
        ("15.0288 million kWh", "15028800", "15.0288", '0.0000" million kWh"'),
        ("126.4萬度", "1264000", "126.4", '0.0"萬度"'),
        ("约620人次", "620", "620", '"约"0"人次";-0"人次"'),
        ("-58.5%", "-58.5", "-0.585", '0.0%;"-"0.0%'),
        ("下降35%", "-35", "-0.35", '0%;"下降"0%'),
        ("+1.5个百分点", "1.5", "1.5", '"+"0.0"个百分点";-0.0"个百分点"'),
        ("90.50", "90.50", "90.50", "0.00"),
    ],
)
def test_a_figure_is_its_number_in_a_format_that_prints_it(text: str, number: str, value: str, shape: str) -> None:
    assert numbers((Figure(text=text, number=Decimal(number)),)) == [Number(Decimal(value), shape)]


@pytest.mark.parametrize(
    "text, number",
    [
        ("3–5次", None),
        ("3:1", None),
        ("二十三起", "23"),
        ("12", "13"),
        ("1.2.3", "1.2"),
        ('5"', "5"),
        ("1" * 16, "1" * 16),
        ("", None),
    ],
)
def test_what_no_number_shows_stays_text(text: str, number: str | None) -> None:
    assert numbers((Figure(text=text, number=Decimal(number) if number else None),)) == [text]


def test_figures_of_different_multipliers_are_written_in_full_to_be_compared() -> None:
    metric = Metric(
        name="便民服务", value=Quantity.parse("1.2万人次"), baseline=Quantity.parse("9800人次"), change=Change.parse("+2200人次")
    )
    (row,) = _rows(_opened(build(Summary(department="order", period=YEAR, metrics=(metric,))))["指标"])
    assert (row["本期"].value, row["上期"].value, row["变化"].value) == (12000, 9800, 2200)
    assert _shown(row["本期"]) == "12,000人次"
    assert _shown(row["上期"]) == "9800人次"


def test_budgets_add_up() -> None:
    measures = tuple(Countermeasure(statement=text, budget=Quantity.parse(text)) for text in ("2.6万元", "8000元"))
    rows = _rows(_opened(build(Summary(department="order", period=YEAR, countermeasures=measures)))["措施"])
    assert [row["预算"].value for row in rows] == [26000, 8000]


def test_a_deadline_that_is_no_day_is_told_in_words() -> None:
    (row,) = _measures(TrackedMeasure(id="c1", statement="甲", due="尽快"))
    assert row["截止日期"].value is None
    assert row["完成时限"].value == "尽快"
    (row,) = _measures(TrackedMeasure(id="c1", statement="甲", due="2026-03-31", deadline=dt.date(2026, 3, 31)))
    assert "完成时限" not in row


def test_the_file_tells_what_it_is_and_when_the_summary_was_prepared() -> None:
    properties = _opened(build(order())).properties
    assert (properties.title, properties.creator) == ("2025年度秩序维护部工作总结", "周明")
    assert properties.created.isoformat() == "2026-01-06T00:00:00"
    assert _opened(Document(title="总结")).properties.created.year == 1980


def test_a_draft_says_so_on_every_page() -> None:
    book = _opened(build(order(), draft=True))
    assert {sheet.oddHeader.right.text for sheet in book} == {"草稿"}
    assert book["概览"]["A1"].value == "草稿"


def test_same_document_gives_the_same_bytes() -> None:
    first, second = (XlsxRenderer().render(build(logistics())) for _ in range(2))
    assert first == second


def test_an_empty_document_is_a_workbook() -> None:
    assert _opened(Document(title="")).sheetnames == ["概览", "报告全文"]


def test_the_report_can_be_left_out() -> None:
    content = XlsxRenderer(full_text=False).render(build(order()))
    assert "报告全文" not in openpyxl.load_workbook(io.BytesIO(content)).sheetnames


def test_owners_get_no_names() -> None:
    with zipfile.ZipFile(io.BytesIO(XlsxRenderer().render(build(order(), audience="owners")))) as package:
        content = "".join(package.read(name).decode() for name in package.namelist() if name.endswith(".xml"))
    assert "周明" not in content
    assert "秩序主管" in content


def test_titles_with_ampersands_do_not_steer_the_head() -> None:
    head = _opened(Document(title="A&B &D"))["概览"].oddHeader
    assert head.left.text == "A&&B &&D"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError) as raised:
        XlsxRenderer().render(Document(title="总结"))
    assert raised.value.extra == "xlsx"


@settings(deadline=None, max_examples=25)
@given(summaries())
def test_any_summary_makes_a_workbook(summary: Summary) -> None:
    document = build(summary)
    book = _opened(document)
    for name, rows in (("措施", document.tracker.measures), ("目标", document.tracker.goals), ("指标", document.tracker.metrics)):
        assert (book[name].max_row - 1 if name in book.sheetnames else 0) == len(rows)
