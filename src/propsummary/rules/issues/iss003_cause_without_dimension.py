"""ISS003 cause-without-dimension."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import RootCause
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ISS003", on=RootCause)
def cause_without_dimension(cause: RootCause, ctx: Context) -> Iterator[Finding]:
    """
    A cause that is placed in none of the five dimensions.

    Bad::

        问题:
          - {编号: i1, 表现: 2号电梯全年困人5次, 原因: [{说明: 门机皮带超过更换周期8个月}]}

    Good::

        问题:
          - {编号: i1, 表现: 2号电梯全年困人5次, 原因: [{维度: 技术设备, 说明: 门机皮带超过更换周期8个月}]}
    """
    if ctx.lacks("dimension"):
        yield Finding()
