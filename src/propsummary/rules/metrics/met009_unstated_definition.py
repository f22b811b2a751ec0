"""MET009 unstated-definition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import given_kpi

# Name or note may say how it is computed: 收缴率（按户）, 分母含上月遗留4件.
_SAID = re.compile(
    "口径|[÷／/]|除以|分母|分子|[（(【](?:按|不?含)|(?:^|[，,；;。 ])按|期初|平均在册"
    "|不?包?含(?:上|结转|遗留|往|历史|清欠|预收|基本满意)"
)


@rule("MET009", on=Metric)
def unstated_definition(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A KPI that is computed in several ways, without a word on which one it was.

    Bad::

        指标:
          - {编号: m1, 指标库: turnover_rate, 名称: 员工流失率, 数值: 14.7%}

    Good::

        指标:
          - {编号: m1, 指标库: turnover_rate, 名称: 员工流失率, 口径: 离职÷平均在册, 数值: 14.7%}
    """
    kpi = given_kpi(metric)
    if kpi is None or len(kpi.definitions) < 2 or not ctx.lacks("definition") or ctx.lacks("value"):
        return
    if _SAID.search(metric.name) or _SAID.search(metric.note):
        return
    names = tuple(Words(one.formula_zh, one.formula_en) for one in kpi.definitions)
    yield Finding("", kpi=kpi, definitions=names)
