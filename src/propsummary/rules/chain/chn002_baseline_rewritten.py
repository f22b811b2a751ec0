"""CHN002 baseline-rewritten."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary
from propsummary.periods import Period
from propsummary.problems import Finding
from propsummary.quantities import Interval, Quantity
from propsummary.rules.base import rule
from propsummary.rules.chain._link import before, changed, pairs
from propsummary.rules.chain.chn007_definition_changed import other_definitions
from propsummary.rules.context import Context
from propsummary.rules.metrics.figures import alike, averages, could_be, figure, scaled, shared_power
from propsummary.rules.naming import naming


@rule("CHN002", on=Summary, needs=("previous",))
def baseline_rewritten(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A baseline that cannot be the value which the previous summary published.

    Both are taken at their printed precision, so that 93.0% and 92.96% agree. A correction that the note owns up to, another
    definition, and a baseline of another period than the previous summary's are left alone.

    Bad::

        期间: 2024
        指标:
          - {编号: m1, 指标库: clean_pass, 数值: 93.0%}
        ---
        期间: 2025
        指标:
          - {编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.0%}

    Good::

        期间: 2024
        指标:
          - {编号: m1, 指标库: clean_pass, 数值: 93.0%}
          - {编号: m2, 名称: 环境类投诉, 数值: 38件}
        ---
        期间: 2025
        指标:
          - {编号: m1, 指标库: clean_pass, 数值: 94.5%, 上期值: 92.96%}
          - {编号: m2, 名称: 环境类投诉, 数值: 29件, 上期值: 36件, 备注: 上期值剔除了2件重复登记}
    """
    for last in before(ctx):
        for node, metric, old in pairs(ctx, last):
            since = metric.baseline_period or _implied(metric, summary.period)
            unknown = metric.baseline_period is None and ctx.view.is_clouded((*node.path, "baseline_period"))
            if unknown or not since.same_days(last.period) or not _differ(metric, old):
                continue
            if not changed(metric, old, ctx) and not other_definitions(metric, old):
                published = Words(last.period.title("zh"), last.period.title("en"))
                at = (*node.path, "baseline")
                yield Finding(at, thing=naming(node), baseline=metric.baseline, published=old.value, period=published)


def _implied(metric: Metric, period: Period) -> Period:
    """What an unsaid baseline period is: the one before, or where the words say 同比 the same one a year earlier."""
    words = f"{metric.change.text if metric.change else ''}{metric.note}"
    return period.year_earlier if "同比" in words or "同期" in words else period.previous


def _differ(metric: Metric, old: Metric) -> bool:
    """Whether no reading of the baseline can be the published value."""
    published = figure(old, old.value)
    if metric.baseline is None or published is None:
        return False
    bare = figure(metric, metric.baseline) or metric.baseline
    if not alike(bare.unit, published.unit):
        return False
    readings = [scaled(bare, power) for power in {0, shared_power(metric, metric.baseline)}]
    return not any(_span(metric, one).overlaps(_span(old, published)) for one in readings)


def _span(metric: Metric, quantity: Quantity) -> Interval:
    return could_be(quantity, averaged=averages(metric))
