"""Forms that people filled in: read as a person would, every problem at its cell."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter  # type: ignore[import-untyped]

from propsummary import check, render
from propsummary.drafts.workbook import read_workbook
from propsummary.drafts.workbook.figures import shown
from propsummary.edits.workbook import new_workbook
from propsummary.model import Draft, Summary
from propsummary.periods import Period
from propsummary.problems import Problem
from propsummary.serde import Limits

HEAD = [["部门", "秩序部"], ["期间", "2025"]]
FIRST = 5  # row in which data begins in the form


def book(sheets: Mapping[str, Sequence[Sequence[object]]], alter: Callable[[Any, Any], None] | None = None) -> bytes:
    """A plain workbook, as somebody may have made it from memory."""
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"strings_to_numbers": False, "strings_to_formulas": False})
    for name, rows in sheets.items():
        page = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, tuple):
                    page.write_number(number, place, value[0], workbook.add_format({"num_format": value[1]}))
                elif value is not None:
                    page.write(number, place, value)
    if alter:
        alter(workbook, {page.name: page for page in workbook.worksheets()})
    workbook.close()
    return out.getvalue()


def read(sheets: Mapping[str, Sequence[Sequence[object]]], alter: Callable[[Any, Any], None] | None = None) -> Draft:
    return read_workbook(book({"概况": HEAD, **sheets}, alter), file="总结.xlsx")


def summary_of(draft: Draft) -> Summary:
    assert draft.problems == (), [p.message for p in draft.problems]
    assert draft.summary is not None
    return draft.summary


def only(draft: Draft) -> Problem:
    (problem,) = draft.problems
    return problem


def place(problem: Problem) -> str:
    assert problem.span is not None
    return problem.span.place


def test_columns_in_any_order_below_a_title_with_blank_rows() -> None:
    rows = [
        ["秩序部改进措施"],
        [],
        ["序号", "责任人*", "内容：", "针对"],
        [1, "周明（秩序主管）", "更换相机", "i1、i2"],
        [],
        [2, "/", "补光", "无"],
    ]
    first, second = summary_of(read({"措施": rows})).countermeasures
    assert (first.statement, first.owner and first.owner.name, first.addresses) == ("更换相机", "周明", ("i1", "i2"))
    assert (second.statement, second.owner, second.addresses) == ("补光", None, ())


def test_sheets_and_headings_in_english() -> None:
    draft = read_workbook(
        book({"overview": [["Department", "order"], ["Period", 2025]], "Follow ups": [["of", "outcome"], ["g1", "met"]]})
    )
    assert [(one.of, one.outcome and one.outcome.value) for one in summary_of(draft).follow_ups] == [("g1", "met")]


@pytest.mark.parametrize(
    "number, code, text",
    [
        (0.986, "0.0%", "98.6%"),
        (0.986, "0.00%", "98.60%"),
        (0.986, "General", "0.986"),
        (98.5, "0.00", "98.50"),
        (12, "General", "12"),
        (43690, "#,##0", "43690"),
        (26000, '#,##0"元"', "26000元"),
        (26000, '"¥"#,##0.00', "26000.00元"),
        (8, '0"分钟"', "8分钟"),
        (-3.5, "0.0;[Red]-0.0", "-3.5"),
    ],
)
def test_numbers_are_read_as_they_are_shown(number: float, code: str, text: str) -> None:
    metric = summary_of(read({"指标": [["名称", "数值"], ["到位率", (number, code)]]})).metrics[0]
    assert metric.value is not None
    assert metric.value.text == text


@pytest.mark.parametrize(
    "number, code, text",
    [
        ("0.30000000000000004", "General", "0.3"),
        ("13800138000", "General", "13800138000"),
        ("1.5", "0.##", "1.5"),
        ("2", "0.##", "2"),
        ("26000", '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ', "26000.00元"),
        ("-5", "0.0_);(0.0)", "-5.0"),
        ("46112", "yyyy/m/d", "2026-03-31"),
        ("46112", 'yyyy"年"m"月"', "2026年3月"),
        ("46112", 'm"月"d"日"', "3月31日"),
        ("46112", '[$-804]yyyy"年"m"月"d"日";@', "2026-03-31"),
        ("46112.4375", "yyyy/m/d h:mm", "2026-03-31 10:30"),
        ("0.4375", "h:mm", "10:30"),
        ("12345", "0.00E+00", "12345"),
        ("1E+300", "yyyy-mm-dd", "1" + "0" * 300),
    ],
)
def test_number_formats(number: str, code: str, text: str) -> None:
    assert shown(Decimal(number), code) == text


def test_months_stay_months() -> None:
    """Excel makes a day of 2026年3月; what is shown counts."""
    rows = [["内容", "完成时限"], ["更换相机", (46082, 'yyyy"年"m"月"')], ["补光", (46112, "yyyy-mm-dd")]]
    first, second = summary_of(read({"措施": rows})).countermeasures
    assert first.deadline is not None
    assert second.deadline is not None
    assert (first.deadline.text, second.deadline.text) == ("2026年3月", "2026-03-31")


def test_months_as_chinese_excel_stores_them() -> None:
    """Its own number formats have numbers and no code."""
    rows = [["内容", "完成时限"], ["更换相机", (46082, 57)], ["补光", (46112, 58)]]
    first, second = summary_of(read({"措施": rows})).countermeasures
    assert first.deadline is not None
    assert second.deadline is not None
    assert (first.deadline.text, second.deadline.text) == ("2026年3月", "3月31日")


def test_phone_numbers_and_years_are_texts() -> None:
    summary = summary_of(read({"案例": [["标题", "地点", "日期"], [2025, 13800138000, (45855, "yyyy-mm-dd")]]}))
    case = summary.cases[0]
    assert (case.title, case.place, case.date and case.date.text) == ("2025", "13800138000", "2025-07-17")


def test_formulas_need_a_result() -> None:
    def alter(workbook: Any, pages: Mapping[str, Any]) -> None:
        pages["指标"].write_formula("B2", "=197/200", workbook.add_format({"num_format": "0.0%"}), 0.985)
        pages["指标"].write_formula("B4", "=1/0", None, "#DIV/0!")

    draft = read({"指标": [["名称", "数值"], ["到位率"], ["完好率"], ["合格率"]]}, alter)
    assert draft.summary is not None
    assert [m.value and m.value.text for m in draft.summary.metrics] == ["98.5%", None, None]
    assert [place(p) for p in draft.problems] == ["指标!B4"]
    plain = openpyxl.load_workbook(io.BytesIO(book({"概况": HEAD, "指标": [["名称", "数值"], ["到位率", "x"]]})))
    plain["指标"]["B2"] = "=197/200"
    out = io.BytesIO()
    plain.save(out)
    problem = only(read_workbook(out.getvalue()))
    assert (problem.code, place(problem), problem.path) == ("SHP005", "指标!B2", ("metrics", 0, "value"))
    assert "保存" in problem.hint


def test_merged_cells_hold_for_all_their_rows() -> None:
    def alter(workbook: Any, pages: Mapping[str, Any]) -> None:
        pages["措施"].merge_range("B2:B3", "i1")
        pages["问题"].merge_range("A2:A3", "i1")
        pages["问题"].merge_range("B2:B3", "夜间排队")

    sheets = {
        "措施": [["内容", "针对"], ["更换相机"], ["补光"]],
        "问题": [["编号", "表现", "原因"], [None, None, "相机老化"], [None, None, "夜班缺编"], ["i2", "漏巡", "换系统"]],
    }
    summary = summary_of(read(sheets, alter))
    assert [measure.addresses for measure in summary.countermeasures] == [("i1",), ("i1",)]
    assert [[c.statement for c in issue.root_causes] for issue in summary.issues] == [["相机老化", "夜班缺编"], ["换系统"]]


def test_rows_that_repeat_the_number_go_on_with_the_issue() -> None:
    rows = [["编号", "表现", "原因"], ["i1", "夜间排队", "相机老化"], ["i1", None, "夜班缺编"]]
    (issue,) = summary_of(read({"问题": rows})).issues
    assert [cause.statement for cause in issue.root_causes] == ["相机老化", "夜班缺编"]


def test_hidden_rows_are_left_out_and_told_of() -> None:
    draft = read(
        {"措施": [["内容"], ["更换相机"], ["补光"]]}, lambda _, pages: pages["措施"].set_row(1, None, None, {"hidden": True})
    )
    assert draft.summary is not None
    assert [measure.statement for measure in draft.summary.countermeasures] == ["补光"]
    problem = only(draft)
    assert (problem.code, problem.severity.value, place(problem)) == ("SHP009", "info", "措施!A2")


@pytest.mark.parametrize(
    "sheets, at, near",
    [
        ({"措施": [["内容", "负责人"], ["更换相机", "周明"]]}, "措施!B1", "责任人"),
        ({"改进措施": [["内容"], ["更换相机"]]}, "改进措施!A1", "措施"),
        ({"概况": [*HEAD, ["编制者", "周明"]]}, "概况!A3", "编制人"),
    ],
)
def test_unknown_names_are_told_once_with_the_nearest(sheets: Any, at: str, near: str) -> None:
    problem = only(read(sheets))
    assert (problem.code, place(problem)) == ("SHP003", at)
    assert near in problem.hint
    assert str(problem.span).startswith("总结.xlsx: ")


def test_what_is_wrong_names_its_cell() -> None:
    rows = [["编号", "名称", "数值", "样本量"], [], ["m1", "满意率", "很高", "三百"]]
    draft = read({"指标": rows, "活动": [["类别", "名称"], ["培训讲座", "消防讲座"], [None, "演练"]]})
    assert [(place(p), p.code, p.pointer) for p in draft.problems] == [  # sheet by sheet
        ("指标!C3", "SHP005", "/metrics/0/value"),
        ("指标!D3", "SHP004", "/metrics/0/sample_size"),
        ("活动!A2", "SHP005", "/activities/0/kind"),
        ("活动!A3", "SHP002", "/activities/1/kind"),
    ]


def test_rules_point_at_cells() -> None:
    rows = [["编号", "内容", "责任人", "完成时限"], [], ["c1", "更换东门两台识别相机", "", "尽快"]]
    found = {problem.code: problem for problem in check(read({"措施": rows})) if problem.path[:1] == ("countermeasures",)}
    assert place(found["CTM004"]) == "措施!D3"
    assert found["CTM002" if "CTM002" in found else "CTM001"].span is not None


def test_columns_that_say_the_same_twice() -> None:
    problem = only(read({"措施": [["内容", "责任人", "owner"], ["更换相机", "周明", "张伟"]]}))
    assert (problem.code, place(problem)) == ("SHP006", "措施!C1")
    assert problem.message == "“owner”写了两次，前一处在第1行"


def test_series_and_breakdown_belong_to_their_metrics() -> None:
    sheets = {
        "指标": [["编号", "名称"], ["m1", "投诉"], ["m2", "报修"]],
        "走势": [
            ["指标", "期间", "数值"],
            ["m2", "2025-01", 12],
            [None, "2025-02", 9],
            ["投诉", "2025-01", 3],
            ["m9", "2025-01", 1],
        ],
        "构成": [["指标", "名称", "数值"], ["m1", "噪声", 2], ["m1", "停车", 1], ["m1", "噪声", 5]],
    }
    draft = read(sheets)
    assert draft.summary is not None
    complaints, repairs = draft.summary.metrics
    assert [point.value.text for point in repairs.series] == ["12", "9"]
    assert [point.value.text for point in complaints.series] == ["3"]
    assert [(share.name, share.value.text) for share in complaints.breakdown] == [("噪声", "2"), ("停车", "1")]
    assert {(p.code, place(p)) for p in draft.problems} == {("SHP005", "走势!A5"), ("SHP006", "构成!B4")}


def test_columns_without_heading_are_told_of() -> None:
    problem = only(read({"措施": [["内容"], ["更换相机", "记得问价"]]}))
    assert (problem.code, place(problem)) == ("SHP009", "措施!B1")


def _form(**cells: object) -> bytes:
    """The order department's form with *cells* of the sheet 措施 written by another program."""
    workbook = openpyxl.load_workbook(io.BytesIO(new_workbook("order", period="2025")))
    for name, value in cells.items():
        workbook["措施"][name] = value
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def test_explanation_and_example_are_never_read() -> None:
    summary = read_workbook(new_workbook("order")).summary
    assert summary is not None
    assert [measure.id for measure in summary.countermeasures] == ["c1"]
    assert summary.cases == summary.activities == summary.follow_ups == ()


def test_an_example_that_was_written_over_is_told_of() -> None:
    problem = only(read_workbook(_form(D4="更换东门两台识别相机")))
    assert (problem.code, place(problem)) == ("SHP009", "措施!A4")


def test_a_rendered_workbook_is_no_form() -> None:
    for language in ("zh", "en"):
        rendered = render(Summary(department="order", period=Period.year(2025)), "xlsx", language=language)
        assert [problem.code for problem in read_workbook(rendered).problems] == ["SHP001"]


def test_filled_with_another_program() -> None:
    draft = read_workbook(_form(D5="更换相机", F5="周明", G5=dt.date(2026, 3, 31), D60="补光", B60="c2"))
    assert draft.summary is not None
    first, second = draft.summary.countermeasures
    assert (first.statement, first.deadline and first.deadline.text) == ("更换相机", "2026-03-31")
    assert (second.id, second.statement) == ("c2", "补光")
    assert draft.spans.value(("countermeasures", 1, "statement")) is not None


@pytest.mark.parametrize(
    "content, code",
    [
        (b"no package", "SHP001"),
        (book({"Sheet1": [["a"]]}), "SHP001"),
        (book({"概况": [["部门", "秩序部"]]}), "SHP002"),
        (book({"概况": HEAD, "措施": [["内容"], *[["x", "y", "z"]] * 2000]}), "SHP008"),
    ],
    ids=["no package", "another workbook", "no period", "too many cells"],
)
def test_what_cannot_be_read(content: bytes, code: str) -> None:
    draft = read_workbook(content, limits=Limits(nodes=5000))
    assert draft.summary is None
    assert code in {problem.code for problem in draft.problems}


def _altered(part: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book({"概况": HEAD}))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old, new) if name == part else content)
    return out.getvalue()


@pytest.mark.parametrize(
    "old, new",
    [
        (b'r="A1"', b'r="XFD1"'),
        (b'<row r="2"', b'<row r="1048576"'),
        (b'<row r="2"', b'<row r="zwei"'),
        (b"<v>0</v>", b"<v>99999</v>"),
        (b"<sheetData>", b"<sheetData>" + b"<a>" * 100 + b"</a>" * 100),
        (b"</sheetData>", b"</sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>"),
        (b"</worksheet>", b""),
    ],
)
def test_odd_files_give_problems_and_nothing_else(old: bytes, new: bytes) -> None:
    content = _altered("xl/worksheets/sheet1.xml", old, new)
    assert content != _altered("nothing", b"", b"")
    read_workbook(content)
