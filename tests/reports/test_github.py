"""Reports as workflow commands."""

from __future__ import annotations

from propsummary.problems import Span, Wording
from propsummary.reports.github import report_github
from sample_reports import full_report, problem, report


def test_one_line_a_problem() -> None:
    assert report_github(full_report()).splitlines() == [
        "::error file=草稿.yaml,line=4,endLine=4,col=33,endColumn=36,title=RSK001 sample-rule::东门岗没有写原因%0A写出为什么",
        "::warning file=草稿.yaml,line=6,endLine=6,col=5,endColumn=20,title=RSK001 sample-rule::东门岗没有写原因%0A写出为什么",
        "::notice file=草稿.yaml,title=STR010 sample-rule::没有写创新%0A展望 › 创新",
    ]


def test_nothing_found_is_nothing() -> None:
    assert report_github([report(), report()]) == ""


def test_escapes() -> None:
    span = Span(file="a,b:c%.yaml", line=1, column=1, end_line=1, end_column=2)
    said = Wording("完成率98%\n::error::伪造", "")
    assert report_github(report(problem(span=span, zh=said))) == (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,endLine=1,col=1,endColumn=2,title=RSK001 sample-rule::完成率98%25 ::error::伪造\n"
    )


def test_columns_are_for_one_line_only() -> None:
    span = Span(file="a.yaml", line=1, column=5, end_line=3, end_column=2)
    assert "file=a.yaml,line=1,endLine=3,title=" in report_github(report(problem(span=span)))


def test_a_summary_made_in_code_has_no_file() -> None:
    assert report_github(report(problem("/risks"), file="")).startswith("::error title=RSK001 sample-rule::")


def test_personal_data_is_masked() -> None:
    assert "13812345678" not in report_github(report(problem(zh=Wording("打13812345678", "问13812345678"))))
