"""Measures and goals as a task list."""

from __future__ import annotations

import csv
import io

import attrs
import pytest

from propsummary.document import Document, TrackedMeasure, Tracker, build
from propsummary.model import Summary
from propsummary.renderers.csv import CsvRenderer
from rich_summaries import logistics, order


def _rows(document: Document) -> list[dict[str, str]]:
    content = CsvRenderer().render(document)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("summary", [order(), logistics()], ids=["order", "logistics"])
def test_every_measure_and_goal_has_a_row(summary: Summary) -> None:
    rows = _rows(build(summary))
    assert [row["编号"] for row in rows] == [one.id for one in (*summary.countermeasures, *summary.goals)]
    assert [row["任务"] for row in rows] == [one.statement for one in (*summary.countermeasures, *summary.goals)]


def test_a_measure_is_told_completely() -> None:
    row = _rows(build(order()))[0]
    assert {name: value for name, value in row.items() if value} == {
        "编号": "c1",
        "任务类型": "措施",
        "任务": "更换东门备用车道识别相机2台",
        "类别": "技术设备",
        "针对": "东门夜间车辆排队",
        "责任人": "周明（秩序主管）",
        "配合": "工程部",
        "开始日期": "2026-01-01",
        "截止日期": "2026-03-31",
        "完成时限": "2026年3月底前",
        "状态": "计划",
        "成果物": "验收单",
        "验证方式": "4月抽查夜间识别率不低于98%",
        "预算": "2.6万元",
    }


def test_a_goal_carries_its_figures() -> None:
    row = next(row for row in _rows(build(order())) if row["编号"] == "g3")
    assert (row["任务类型"], row["基期值"], row["目标值"], row["截止日期"]) == ("目标", "5.1分钟", "≤4.5分钟", "2026-09-30")


def test_headings_and_words_follow_the_language() -> None:
    row = _rows(build(order(), language="en"))[0]
    assert (row["Due date"], row["Status"], row["Task type"]) == ("2026-03-31", "Planned", "Measure")


def test_owners_get_no_names() -> None:
    content = CsvRenderer().render(build(order(), audience="owners")).decode()
    assert "周明" not in content
    assert "秩序主管" in content


@pytest.mark.parametrize("text", ["=1+1", "+cmd|'/C calc'!A0", "-2+3", "@SUM(A1)", "＝1+1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(text: str) -> None:
    measure = TrackedMeasure(id="c1", statement=text, owner=text)
    (row,) = _rows(Document(title="x", tracker=Tracker(measures=(measure,))))
    assert row["任务"] == row["责任人"] == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+3%", "-1,200.5"])
def test_plain_numbers_stay_numbers(text: str) -> None:
    (row,) = _rows(Document(title="x", tracker=Tracker(measures=(TrackedMeasure(id="c1", statement="甲", due=text),))))
    assert row["完成时限"] == text


def test_commas_quotes_and_line_breaks_survive() -> None:
    text = '先“拆”，再"装", 最后\n复测'
    (row,) = _rows(Document(title="x", tracker=Tracker(measures=(TrackedMeasure(id="c1", statement=text),))))
    assert row["任务"] == text


def test_a_summary_without_tasks_gives_the_headings_alone() -> None:
    summary = attrs.evolve(order(), countermeasures=(), goals=())
    assert CsvRenderer().render(build(summary)).decode("utf-8-sig").count("\r\n") == 1


def test_another_separator() -> None:
    assert CsvRenderer(separator=";").render(build(order())).decode("utf-8-sig").startswith("编号;任务类型;")
