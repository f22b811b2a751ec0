"""CTM005 deadline-out-of-reach."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_closed


@rule("CTM005", on=Countermeasure)
def deadline_out_of_reach(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A deadline that was past when the summary was prepared, comes before the measure begins, or lies beyond the next period.

    Bad::

        期间: 2025
        编制日期: 2026-01-08
        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 2025-11-30}

    Good::

        期间: 2025
        编制日期: 2026-01-08
        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 2026-03-31}
          - {编号: c2, 内容: 东门划线, 责任人: 周明, 完成时限: 2025-11-30, 状态: 完成, 佐证: 验收单}
    """
    if measure.deadline is None or measure.deadline.date is None or is_closed(measure):
        return
    day, following = measure.deadline.date, ctx.view.following
    if day < (ctx.summary.prepared_on or ctx.summary.period.last):
        yield Finding("deadline", "past", day=day)
    elif measure.start is not None and day < measure.start.first:
        yield Finding("deadline", "before_start", day=day, start=measure.start.first)
    elif day > following.last:
        yield Finding("deadline", "beyond", day=day, last=following.last)
