"""STR006 no-case."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("STR006", on=Summary)
def no_case(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A summary without a single typical case.

    Bad::

        案例: []

    Good::

        案例:
          - {编号: k1, 标题: 5号楼渗水跟进, 情况: 三天来电四次, 做法: 每天通报一次, 结果: 6月24日补做完成}
    """
    if not ctx.holds("cases"):
        yield Finding("cases")
