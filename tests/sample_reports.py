"""Reports made by hand, for tests of what shows them."""

from __future__ import annotations

from typing import Any

from propsummary.problems import Problem, Report, Severity, Span, Waived, Wording, parse_path

SOURCE = """\
部门: 秩序部
期间: 2025
问题:
  - {编号: i1, 表现: 😀联系13812345678后东门岗仍排队, 领域: vehicles}
风险:
  - {编号: r1, 说明: 见下
"""


def problem(at: str = "", *, code: str = "RSK001", line: int = 0, column: int = 1, length: int = 1, **fields: Any) -> Problem:
    """A problem at the pointer *at*, and on that line if one is given."""
    span = Span(file="草稿.yaml", line=line, column=column, end_line=line, end_column=column + length) if line else None
    words = {"zh": Wording("东门岗没有写原因", "写出为什么"), "en": Wording("the gate names no cause", "say why")}
    settings = {"name": "sample-rule", "severity": Severity.ERROR, "path": parse_path(at), "span": span} | words | fields
    return Problem(code=code, **settings)


def report(*problems: Problem, file: str = "草稿.yaml", **fields: Any) -> Report:
    """A report of one file."""
    return Report(file=file, problems=problems, **fields)


def full_report() -> Report:
    """A report that has one of everything."""
    return report(
        problem("/issues/0/statement", line=4, column=33, length=3, object="i1"),
        problem("/risks/0", line=6, column=5, length=15, severity=Severity.WARNING, object="r1"),
        problem(
            "/outlook/innovations", code="STR010", severity=Severity.INFO, zh=Wording("没有写创新"), en=Wording("no innovation")
        ),
        waived=(Waived(problem=problem("/issues/0", line=4, column=5), reason="已和客户约定"),),
        skipped=(("CHN001", Wording("没有给出上一期总结"), Wording("no previous summary was given")),),
    )
