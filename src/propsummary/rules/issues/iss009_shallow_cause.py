"""ISS009 shallow-cause."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import RootCause
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("ISS009", on=RootCause)
def shallow_cause(cause: RootCause, ctx: Context) -> Iterator[Finding]:
    """
    A cause below which no further why is asked.

    Bad::

        问题:
          - {编号: i1, 表现: 车库坡道积灰，被投诉9次, 原因: [{维度: 技术设备, 说明: 扫地车电池只能跑40分钟}]}

    Good::

        问题:
          - 编号: i1
            表现: 车库坡道积灰，被投诉9次
            原因: [{维度: 技术设备, 说明: 扫地车电池只能跑40分钟, 追问: [电池已用5年，更换没有列入预算]}]
    """
    if ctx.lacks("whys"):
        yield Finding()
