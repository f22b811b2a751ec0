"""MET001 unsourced-metric."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

_NOWHERE = frozenset(("无", "没有", "不详", "未知", "-", "—", "/", "n/a", "none"))


@rule("MET001", on=Metric)
def unsourced_metric(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A figure that does not say where it comes from; a zero needs a source like any other.

    Bad::

        指标:
          - {编号: m1, 名称: 火灾事故, 数值: 0起}

    Good::

        指标:
          - {编号: m1, 名称: 火灾事故, 数值: 0起, 来源: 消防部门回执}
    """
    empty = ctx.lacks("value") and ctx.lacks("series") and ctx.lacks("breakdown")
    if empty or ctx.view.is_clouded((*ctx.path, "source")):
        return
    if not metric.source.strip() or metric.source.strip().casefold() in _NOWHERE:
        yield Finding("source" if metric.source else "")
