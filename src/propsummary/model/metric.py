"""Figures of the reporting period."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Direction
from propsummary.periods import Period
from propsummary.quantities import Change, Quantity

__all__ = ["Metric", "Point", "Share"]


@attrs.frozen(kw_only=True)
class Point:
    """
    One point of a metric's course over time.

    Attributes:
        period: The span that *value* was measured over.

        value: The metric over that span, in the metric's unit.
    """

    period: Period = key("期间", default=attrs.NOTHING)
    value: Quantity = key("数值", default=attrs.NOTHING)


@attrs.frozen(kw_only=True)
class Share:
    """
    One part of a metric's breakdown.

    Attributes:
        name: What the part is called (``漏水``).

        value: Its figure; without a unit of its own it shares the unit and multiplier of the whole.
    """

    name: str = key("名称", default=attrs.NOTHING)
    value: Quantity = key("数值", default=attrs.NOTHING)


@attrs.frozen(kw_only=True)
class Metric:
    """
    A quantity measured over the reporting period.

    Whether the figures are any *good* is for rules to say, not for this class.

    Attributes:
        id: Short name that other objects refer to it by, unique in the summary.

        kpi: Id of the catalogue's KPI that this is a measurement of; empty for a figure of the department's own.

        definition: Which of the KPI's definitions was used (its id), or the definition in free words.

        name: What people call it; may be left out when *kpi* says it.

        value: Result over the period, as printed; its decimals say how exact it is.

        unit: Unit of the figures that print none themselves.

        numerator, denominator: Counts that *value* is the ratio of, in the KPI's base units.

        baseline: The same quantity one period earlier, in the unit of *value*.

        baseline_period: The span of *baseline*; the period before the summary's if left out.

        baseline_definition: The definition behind *baseline*, where it is another one.

        change: The change from *baseline* to *value* that the department states.

        target: What was aimed at; a bound (``≥95%``) or a figure.

        direction: Which way is better; the KPI's if left out.

        series: The course over time, earliest first.

        breakdown: The parts that make up *value*.

        carried_over: Cases carried over from the previous period, counted in or out as the definition says.

        sample_size: How many answers or samples stand behind a rate; a whole number.

        source: Where *value* can be looked up again: a report, a query, a ledger.

        note: Anything a reader must know to read the figure right.

    .. versionadded:: 0.1.0
    """

    id: str = key("编号")
    kpi: str = key("指标库")
    definition: str = key("口径")
    name: str = key("名称")
    value: Quantity | None = key("数值", default=None)
    unit: str = key("单位")
    numerator: Quantity | None = key("分子", default=None)
    denominator: Quantity | None = key("分母", default=None)
    baseline: Quantity | None = key("上期值", default=None)
    baseline_period: Period | None = key("上期", default=None)
    baseline_definition: str = key("上期口径")
    change: Change | None = key("变化", default=None)
    target: Quantity | None = key("目标值", default=None)
    direction: Direction | None = key("方向", default=None)
    series: tuple[Point, ...] = key("走势", default=())
    breakdown: tuple[Share, ...] = key("构成", default=())
    carried_over: Quantity | None = key("上期结转", default=None)
    sample_size: int | None = key("样本量", default=None)
    source: str = key("来源")
    note: str = key("备注", prose=True)
