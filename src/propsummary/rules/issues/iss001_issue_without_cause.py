"""ISS001 issue-without-cause."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ISS001", on=Issue)
def issue_without_cause(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """
    An issue that names no cause.

    Bad::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}

    Good::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次, 原因: [{维度: 技术设备, 说明: 识别相机已用满7年}]}
    """
    if ctx.lacks("root_causes"):
        yield Finding()
