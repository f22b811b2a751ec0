"""Reports as people read them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from propsummary.problems import Severity, Span, Wording
from propsummary.reports import reporter
from propsummary.reports.text import report_text
from sample_reports import SOURCE, full_report, problem, report

ZH = """\
草稿.yaml:4:33: 错误 RSK001 东门岗没有写原因
     4 |   - {编号: i1, 表现: 😀联系138******78后东门岗仍排队, 领域: vehicles}
       |                                         ^^^^^^
       = 建议：写出为什么

草稿.yaml:6:5: 警告 RSK001 东门岗没有写原因
     6 |   - {编号: r1, 说明: 见下
       |     ^^^^^^^^^^^^^^^^^^^^^
       = 建议：写出为什么

草稿.yaml: 提示 STR010 没有写创新
    = 位置：展望 › 创新

已豁免：
    草稿.yaml:4:5: RSK001 东门岗没有写原因
        理由：已和客户约定

1 条规则没有运行：没有给出上一期总结
1 个错误、1 个警告、1 条提示
"""


def test_everything_in_chinese() -> None:
    assert report_text(full_report(), sources={"草稿.yaml": SOURCE}) == ZH


def test_everything_in_english() -> None:
    text = reporter("text")(full_report(), language="en")
    assert text.splitlines() == [
        "草稿.yaml:4:33: error RSK001 the gate names no cause",
        "    = hint: say why",
        "",
        "草稿.yaml:6:5: warning RSK001 the gate names no cause",
        "    = hint: say why",
        "",
        "草稿.yaml: note STR010 no innovation",
        "    = place: outlook › innovations",
        "",
        "waived:",
        "    草稿.yaml:4:5: RSK001 the gate names no cause",
        "        reason: 已和客户约定",
        "",
        "1 rule did not run: no previous summary was given",
        "1 error, 1 warning, 1 note",
    ]


def test_nothing_found() -> None:
    assert report_text(report()) == "没有发现问题\n"
    assert report_text([report(), report()], language="en") == "no problems found (2 files)\n"


def test_counts_are_of_all_files() -> None:
    many = [report(problem("/issues"), problem("/goals")), report(problem("/risks", severity=Severity.INFO))]
    assert report_text(many).endswith("\n2 个错误、1 条提示（2 个文件）\n")
    assert report_text(many, language="en").endswith("\n2 errors, 1 note (2 files)\n")


def test_what_could_not_run_is_told_once() -> None:
    assert report_text([full_report(), full_report()]).count("1 条规则没有运行：没有给出上一期总结\n") == 1


def test_a_problem_without_a_file_names_its_place() -> None:
    assert report_text(report(problem("/issues/1/root_causes/0"), file="")).splitlines()[:2] == [
        "错误 RSK001 东门岗没有写原因",
        "    = 位置：问题第2项 › 原因第1项",
    ]


def _shown(line: str, column: int, length: int, width: int = 100) -> tuple[str, str]:
    """The excerpt of *line* and the marker below it, without their margins."""
    found = problem(line=1, column=column, length=length, zh=Wording("x"))
    lines = report_text(report(found), sources={"草稿.yaml": line}, width=width).splitlines()
    return lines[1].partition(" | ")[2], lines[2].partition(" | ")[2]


def _above(text: str, marker: str) -> str:
    """The characters of *text* that stand above the carets of *marker*."""
    start = len(marker) - len(marker.lstrip())
    places = {wcswidth(text[:n]): n for n in range(len(text) + 1)}  # of several with one width the last: marks that combine
    return text[places[start] : places[len(marker)]]


BEFORE = ["", "abc", "东门岗", "😀", "𠮷野家", "\t", "ｆｕｌｌ", "e\u0301te\u0301", "a\u200b", "👍🏽", "한국어", "13812345678："]


@pytest.mark.parametrize("before", BEFORE)
def test_the_marker_stands_below_its_text(before: str) -> None:
    text, marker = _shown(f"{before}目标abc值后面", len(before) + 1, 6)
    assert _above(text, marker) == "目标abc值"


@given(st.text("ab东门😀 ：，-", max_size=300), st.text("东门ab😀", min_size=1, max_size=20), st.text("ab东门😀", max_size=300))
@settings(deadline=None)
def test_the_marker_stands_below_its_text_in_long_lines_too(before: str, marked: str, after: str) -> None:
    text, marker = _shown(before + marked + after, len(before) + 1, len(marked), width=60)
    assert wcswidth(text) <= 60
    shown = _above(text, marker)
    assert shown
    assert marked.startswith(shown)


def test_a_place_behind_the_end_of_the_line_is_marked_there() -> None:
    assert _shown("部门:", 4, 1) == ("部门:", "     ^")
    assert _shown("部门:", 40, 1) == ("部门:", "     ^")


def test_a_stretch_of_several_lines_is_marked_to_the_end_of_the_first() -> None:
    span = Span(file="草稿.yaml", line=1, column=5, end_line=2, end_column=3)
    lines = report_text(report(problem(span=span)), sources={"草稿.yaml": "部门: 秩序\n期间"}).splitlines()
    assert lines[1:3] == ["     1 | 部门: 秩序", "       |       ^^^^"]


def test_lines_break_where_readers_break_them() -> None:
    found = problem(line=2, column=1, length=2)
    for line_end in ("\n", "\r\n", "\r"):
        assert "     2 | 期间" in report_text(report(found), sources={"草稿.yaml": f"部\x85门\u2028: 秩序{line_end}期间: 2025"})


def test_a_huge_line_is_cut_around_the_place() -> None:
    line = "前" * 200_000 + "东门岗" + "后" * 200_000
    text, marker = _shown(line, 200_001, 3)
    assert _above(text, marker) == "东门岗"
    assert text.startswith("...前")
    assert text.endswith("后...")
    assert wcswidth(text) <= 100


def test_many_problems_on_a_huge_line_take_no_time() -> None:
    line = "东门岗13812345678，" * 20_000
    many = [problem(line=1, column=1 + 15 * n, length=3, zh=Wording(f"第{n}次没有写原因")) for n in range(500)]
    text = report_text(report(*many), sources={"草稿.yaml": line})
    assert text.count("^^^^^^") == 500
    assert "13812345678" not in text


def test_nothing_steers_the_terminal() -> None:
    evil = "\x1b[2J\x9b31m\u202e\r\n\x07"
    found = problem(line=1, column=1, zh=Wording(f"a{evil}b", f"c{evil}d"))
    text = report_text(report(found, file=f"x{evil}"), sources={"草稿.yaml": f"部门{evil}"})
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    absent = report_text(report(problem("/issues"), file=f"x{evil}"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", absent)


def test_colours() -> None:
    plain = report_text(full_report(), sources={"草稿.yaml": SOURCE})
    coloured = report_text(full_report(), sources={"草稿.yaml": SOURCE}, colour=True)
    assert "\x1b[31m错误\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9]+m", "", coloured) == plain


def test_by_object() -> None:
    many = report(
        problem("/issues/1", object="i2", line=4),
        problem("/issues/0/root_causes/0", object="i1.1", line=5, severity=Severity.WARNING),
        problem("/issues/1/root_causes/0/text", object="i2.1", line=6),
        problem("/functions/emergency"),
        problem("/outlook/innovations"),
        problem("/outlook/directions/0", object="d1"),
        problem(""),
    )
    lines = report_text(many, group="object").splitlines()
    assert [line for line in lines if line.startswith("==")] == [
        "== 问题第2项（i2）：2 个错误 ==",
        "== 问题第1项：1 个警告 ==",
        "== 职能 › 应急处置：1 个错误 ==",
        "== 展望：1 个错误 ==",
        "== 展望 › 方向第1项（d1）：1 个错误 ==",
        "== 整份总结：1 个错误 ==",
    ]
    assert [line for line in lines if "错误 RSK001" in line][1].startswith("草稿.yaml:6:1: ")
    assert len([line for line in lines if "RSK001" in line]) == len(many)
    assert lines[-1] == report_text(many).splitlines()[-1]
