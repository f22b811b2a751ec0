"""ISS008 issue-without-evidence."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ISS008", on=Issue)
def issue_without_evidence(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """
    An issue that no metric, case or figure bears out.

    Bad::

        问题:
          - {编号: i1, 表现: 地下车库坡道经常积灰, 部位: 车库坡道}

    Good::

        问题:
          - {编号: i1, 表现: 地下车库坡道积灰，上半年被投诉6次, 部位: 车库坡道}
    """
    if ctx.lacks("metrics") and ctx.lacks("cases") and not has_figure(f"{issue.title}。{issue.statement}"):
        yield Finding()
