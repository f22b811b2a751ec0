"""Problems that differ in nothing but their place: told once by the reports for people, each by itself by those for machines."""

from __future__ import annotations

import html
import json
import pathlib
import re

import pytest

from propsummary import check, loads
from propsummary.cli import main
from propsummary.problems import Problem, Severity, Span, Wording
from propsummary.reports import reporter
from propsummary.reports.html import report_html
from propsummary.reports.text import report_text
from sample_reports import problem, report

NAME = "草稿.yaml"
LINES = "\n".join(f"  说明: 【请填写】  # {number}" for number in range(1, 31))


def blank(line: int, thing: str = "", **fields: object) -> Problem:
    """A mark on that line."""
    thing = thing or f"目标（g{line}）"
    words = (
        Wording(f"{thing}里还有没填的占位：“【请填写】”", "填上"),
        Wording(f"{thing} still holds a placeholder: “【请填写】”", "Fill in"),
    )
    settings = {"code": "WRD001", "line": line, "column": 7, "length": 5, "zh": words[0], "en": words[1]} | fields
    return problem(f"/goals/{line}/statement", **settings)  # type: ignore[arg-type]


def blanks(count: int, **fields: object) -> list[Problem]:
    return [blank(line, **fields) for line in range(1, count + 1)]  # type: ignore[arg-type]


def test_four_are_told_once() -> None:
    text = report_text(report(*blanks(4)), sources={NAME: LINES})
    assert text.splitlines() == [
        "草稿.yaml:1:7: 错误 WRD001 目标（g1）里还有没填的占位：“【请填写】”",
        "     1 |   说明: 【请填写】  # 1",
        "       |         ^^^^^^^^^^",
        "       = 建议：填上",
        "       = 另有3处同样：第2行、第3行、第4行",
        "",
        "4 个错误",
    ]
    assert "= 3 more of the same: line 2, line 3, line 4\n" in report_text(report(*blanks(4)), language="en")


def test_three_are_each_told() -> None:
    text = report_text(report(*blanks(3)), sources={NAME: LINES})
    assert text.count("WRD001") == 3
    assert "同样" not in text


def test_of_many_places_the_first_ten_are_named() -> None:
    places = "、".join(f"第{line}行" for line in range(2, 12))
    assert f"= 另有29处同样：{places}等\n" in report_text(report(*blanks(30)), sources={NAME: LINES})
    assert "line 11 and others\n" in report_text(report(*blanks(30)), sources={NAME: LINES}, language="en")


def test_places_that_hold_commas_are_told_apart() -> None:
    spans = [Span(file="总结.docx", line=n, column=1, end_line=n, end_column=6, place=f"二、成绩，第{n}段") for n in range(1, 5)]
    text = report_text(report(*(blank(n, span=span) for n, span in enumerate(spans, 1)), file="总结.docx"))
    assert "另有3处同样：二、成绩，第2段；二、成绩，第3段；二、成绩，第4段\n" in text


@pytest.mark.parametrize(
    "other",
    [
        {"thing": "", "code": "WRD002"},
        {"severity": Severity.INFO},
        {"zh": Wording("目标（g4）里还有没填的占位：“待填”", "填上")},
        {"zh": Wording("目标（g4）里还有没填的占位：“【请填写】”", "改写")},
        {"column": 3, "length": 2},
    ],
)
def test_what_differs_in_more_than_its_place(other: dict[str, object]) -> None:
    text = report_text(report(*blanks(3), blank(4, **other)), sources={NAME: LINES})  # type: ignore[arg-type]
    assert text.count("草稿.yaml:") == 4


def test_without_the_text_only_messages_that_quote_it_are_alike() -> None:
    silent = [problem(line=line, zh=Wording(f"风险（r{line}）没有写应对")) for line in range(1, 6)]
    text = report_text(report(*silent, *blanks(5)))
    assert (text.count("RSK001"), text.count("WRD001")) == (5, 1)


def test_by_object_each_is_told_below_its_object() -> None:
    assert report_text(report(*blanks(6)), sources={NAME: LINES}, group="object").count("WRD001") == 6


def test_a_page_has_one_card_and_links_to_the_other_lines() -> None:
    page = report_html(report(*blanks(30)), sources={NAME: LINES})
    assert page.count('<li class="p ') == 1
    assert '另有29处同样：<a href="#f1-l2">第2行</a>、<a href="#f1-l3">第3行</a>' in page
    assert page.count('<mark class="error">【请填写】</mark>') == 30
    assert set(re.findall('href="#([^"]+)"', page)) <= set(re.findall(' id="([^"]+)"', page))
    assert "<b>30</b>" in page


def test_a_page_without_the_text_names_the_places() -> None:
    page = html.unescape(report_html(report(*blanks(5))))
    assert page.count('<li class="p ') == 1
    assert "另有4处同样：第2行、第3行、第4行、第5行" in page


@pytest.mark.parametrize("name, each", [("json", '"code": "WRD001"'), ("sarif", '"ruleId": "WRD001"'), ("github", "title=WRD001")])
def test_machines_are_told_each(name: str, each: str) -> None:
    assert reporter(name)(report(*blanks(9))).count(each) == 9


def test_junit_is_told_each() -> None:
    assert reporter("junit")(report(*blanks(9))).count("里还有没填的占位") >= 9


@pytest.mark.parametrize("form, lines", [("xlsx", 14), ("yaml", 16), ("docx", 22)])
def test_a_blank_form_fits_a_screen(
    form: str, lines: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "--department", "order", "--period", "2025", "--format", form, "-o", f"f.{form}"]) == 0
    capsys.readouterr()
    assert main(["check", f"f.{form}"]) == 1
    told = capsys.readouterr().out
    assert len(told.splitlines()) <= lines
    assert main(["check", f"f.{form}", "--format", "json"]) == 1
    errors = [one for one in json.loads(capsys.readouterr().out)["problems"] if one["severity"] == "error"]
    assert f"\n{len(errors)} 个错误、2 条提示\n" in told


def test_different_placeholders_are_each_shown() -> None:
    text = (
        "部门: 秩序部\n期间: 2025\n成绩:\n"
        "  - {编号: a1, 标题: 前台接待, 说明: 前台接待约640人次，其中老年业主xx人次。}\n"
        "  - {编号: a2, 标题: 夜间巡逻, 说明: 全年夜间巡逻（待补充）班次。}\n"
        "  - {编号: a3, 标题: 消防演练, 说明: 演练____次，参演312人次。}\n"
    )
    told = report_text(check(loads(text, file=NAME)), sources={NAME: text})
    assert told.count("错误 WRD001") == 3
    assert all(f"占位：“{words}”" in told for words in ("xx人次", "（待补充）", "____"))
