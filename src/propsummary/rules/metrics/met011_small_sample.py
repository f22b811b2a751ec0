"""MET011 small-sample."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from propsummary.model import Metric
from propsummary.problems import Finding
from propsummary.quantities.wilson import wilson
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import could_be, figure
from propsummary.rules.metrics.saying import rounded

_WIDE = Fraction(1, 10)


@rule("MET011", on=Metric)
def small_sample(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A rate on a sample so small that chance alone moves it by ten points or more (95 % Wilson score interval).

    Bad::

        指标:
          - {编号: m1, 名称: 业主满意率, 数值: 90.0%, 样本量: 40, 来源: 入户问卷}

    Good::

        指标:
          - {编号: m1, 名称: 业主满意率, 数值: 93.4%, 样本量: 500, 来源: 第三方调查}
    """
    value = figure(metric, metric.value)
    size = metric.sample_size or 0
    if value is None or not value.exact or value.unit is None or not value.unit.is_rate or size < 1:
        return
    printed = could_be(value)
    share = ((printed.low or Fraction(0)) + (printed.high or Fraction(0))) / 2
    if not 0 <= share <= 1:
        return
    found = wilson(share, size)
    low, high = found.low or Fraction(0), found.high or Fraction(0)
    if high - low >= _WIDE:
        ends = (rounded(end * 100, 1) for end in (low, high))
        yield Finding("value", value=metric.value, size=size, low=next(ends), high=next(ends), width=rounded((high - low) * 100, 1))
