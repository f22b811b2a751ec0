"""STR005 no-key-project."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import AchievementKind, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.structure._parts import is_empty


@rule("STR005", on=Summary)
def no_key_project(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Results among which there is neither a key project nor an innovation.

    Bad::

        成绩:
          - {编号: a1, 类别: 成果, 标题: 岗位到岗率99.4%}

    Good::

        成绩:
          - {编号: a1, 类别: 成果, 标题: 岗位到岗率99.4%}
          - {编号: a2, 类别: 重点项目, 标题: 东门道闸改造}
    """
    wanted = (AchievementKind.PROJECT, AchievementKind.INNOVATION)
    told_otherwise = is_empty(ctx.view, "results") or ctx.view.may_hide(("achievements",), "kind")
    if not told_otherwise and not any(one.kind in wanted for one in summary.achievements):
        yield Finding("achievements")
