"""Reports in a few lines for a chat group."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import wcswidth

from propsummary.problems import Severity, Wording
from propsummary.reports import reporter
from propsummary.reports.chat import report_chat
from sample_reports import full_report, problem, report


def test_a_single_draft() -> None:
    assert report_chat(full_report()).splitlines() == [
        "【草稿.yaml】还不能上交：1 个错误、1 个警告、1 条提示",
        "1. 第4行 东门岗没有写原因",
        "2. 第6行 东门岗没有写原因",
        "3. 没有写创新",
    ]


def test_in_english() -> None:
    assert reporter("chat")([full_report(), report()], language="en").splitlines() == [
        "2 drafts: 1 without errors, 1 to be mended",
        "草稿.yaml: not fit to hand in: 1 error, 1 warning, 1 note",
        "草稿.yaml: no problems found",
    ]
    assert report_chat(full_report(), language="en").splitlines()[1] == "1. line 4: the gate names no cause"


def test_the_gravest_come_first() -> None:
    many = [problem(f"/risks/{n}", severity=Severity.INFO, line=n) for n in range(1, 5)]
    lines = report_chat(report(*many, problem("/goals/0", zh=Wording("目标没有时限")))).splitlines()
    assert lines[1] == "1. 目标没有时限"
    assert lines[-1] == "……另有 2 个，见完整报告"


def test_nothing_wrong() -> None:
    assert report_chat(report()) == "【草稿.yaml】没有发现问题\n"
    assert report_chat(report(problem(severity=Severity.INFO), file="")).startswith("【总结】没有错误，另有 1 条提示\n")
    assert report_chat([]) == "共 0 份：0 份没有错误，0 份要改\n"


def test_names_come_without_their_folders() -> None:
    assert report_chat(report(file="/srv/张三/草稿.yaml")).startswith("【草稿.yaml】")


def test_personal_data_is_masked() -> None:
    text = report_chat(report(problem(zh=Wording("业主13812345678投诉"))))
    assert "13812345678" not in text


@given(st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_few_and_short_lines(message: str) -> None:
    lines = report_chat(report(*[problem(f"/risks/{n}", zh=Wording(message)) for n in range(9)])).split("\n")
    assert len(lines) == 6
    assert all(wcswidth(line) <= 90 for line in lines)
