"""CTM003 measure-without-deadline."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_dropped


@rule("CTM003", on=Countermeasure)
def measure_without_deadline(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that nothing says the end of: no day, no repetition, no event.

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明}

    Good::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 2026年3月底前}
          - {编号: c2, 内容: 与工程部核对道闸故障单, 责任人: 周明, 周期: 每月25日}
    """
    if ctx.lacks("deadline") and ctx.lacks("recurrence") and not is_dropped(measure):
        yield Finding()
