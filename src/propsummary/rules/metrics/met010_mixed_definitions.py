"""MET010 mixed-definitions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._text import normalize_name
from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import known_kpi

_EARLIER = "(?:上[一]?[年期月季]|去年|同期|往年|基期|前期|20[0-9]{2}年)"
# The baseline follows other rules: 上期按户计, 上年口径不同, 口径由按户改为按金额.
_OTHER = re.compile(
    rf"{_EARLIER}[^，,。；;]{{0,12}}(?:口径(?:不同|不一致|有别|不一)|(?:是|为|系)?按(?!同|相同|此|本|照?同)[^，,。；;]{{1,12}}(?:计|算|统计|口径))"
    r"|口径(?:有(?:所)?)?(?:调整|变化|变更|改变|不同|不一致|不一)|口径(?:已)?(?:由|从)[^，,。；;]{1,14}(?:改|变|调整)为?"
)
# It says so and draws no comparison, or has put it right.
_SQUARED = re.compile(
    "不可比|不作比较|不做比较|不(?:宜)?直接比较|不具可比|仅供参考|不可直接对比|同口径|口径(?:一致|相同|不变|未变)"
    "|已(?:经)?按[^，,。；;]{0,10}(?:重算|折算|调整|换算|还原|追溯)"
)


@rule("MET010", on=Metric)
def mixed_definitions(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A value set against a baseline that was computed in another way.

    Bad::

        指标:
          - {编号: m1, 指标库: turnover_rate, 口径: 离职÷平均在册, 数值: 14.7%, 上期值: 22.4%, 上期口径: 离职÷期初}

    Good::

        指标:
          - {编号: m1, 指标库: turnover_rate, 口径: 离职÷平均在册, 数值: 14.7%, 上期值: 20.9%, 上期口径: 按平均在册人数}
    """
    if ctx.lacks("baseline") or _SQUARED.search(metric.note):
        return
    if metric.baseline_definition and metric.definition:
        if not _same(metric):
            yield Finding("baseline_definition", now=metric.definition, before=metric.baseline_definition)
    elif told := _OTHER.search(metric.note):
        yield Finding("note", "note", told=told[0])


def _same(metric: Metric) -> bool:
    """Whether both definitions are one: by the catalogue, or by their words."""
    kpi = known_kpi(metric)
    now, before = ((kpi.definition(text) if kpi else None) for text in (metric.definition, metric.baseline_definition))
    if now is not None and before is not None:
        return now is before
    first, second = (_bare(text) for text in (metric.definition, metric.baseline_definition))
    return first == second or "同" in second[:3]


def _bare(text: str) -> str:
    plain = normalize_name(text).replace("÷", "/")
    return re.sub("当期|本[期月年季]度?|上[期月年季]度?|口径|[的数()按以计算]", "", plain)
