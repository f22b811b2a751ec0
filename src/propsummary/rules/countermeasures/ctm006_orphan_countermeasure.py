"""CTM006 orphan-countermeasure."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("CTM006", on=Countermeasure)
def orphan_countermeasure(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that answers no issue and no risk.

    Bad::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
        措施:
          - {编号: c1, 内容: 更换东门两台识别相机}

    Good::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
        措施:
          - {编号: c1, 针对: [i1], 内容: 更换东门两台识别相机}
          - {编号: c2, 内容: 东门备一台手持识别终端}
        风险:
          - {编号: r1, 说明: 东门相机可能在春节返程高峰停机, 措施: [c2]}
    """
    if not ctx.lacks("addresses") or ctx.view.may_hide(("risks",), "countermeasures"):
        return
    if not any(measure.id in risk.countermeasures for risk in ctx.summary.risks):
        yield Finding()
