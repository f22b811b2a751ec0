"""ISS005 issue-without-countermeasure."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ISS005", on=Issue)
def issue_without_countermeasure(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """
    An issue that no measure addresses.

    Bad::

        问题:
          - {编号: i1, 表现: 3号岗夜班仅1人，巡逻时岗位无人}
        措施:
          - {编号: c1, 针对: [], 内容: 更换道闸相机}

    Good::

        问题:
          - {编号: i1, 表现: 3号岗夜班仅1人，巡逻时岗位无人}
        措施:
          - {编号: c1, 针对: [i1], 内容: 3号岗夜班增配1人}
    """
    if not ctx.view.measures_for.get(issue.id) and not ctx.view.may_hide(("countermeasures",), "addresses"):
        yield Finding()
