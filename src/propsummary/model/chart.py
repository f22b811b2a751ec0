"""Charts."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import ChartKind, ChartOf

__all__ = ["Chart"]


@attrs.frozen(kw_only=True)
class Chart:
    """
    A chart of metrics that the summary holds.

    Attributes:
        id: Short name, unique in the summary.

        kind: Line, bar or pie.

        title: What it shows.

        metrics: Ids of the metrics it draws.

        of: Their course over time, their breakdown, or value against baseline and target.
    """

    id: str = key("编号")
    kind: ChartKind = key("类型", default=attrs.NOTHING)
    title: str = key("标题", prose=True)
    metrics: tuple[str, ...] = key("指标", default=attrs.NOTHING, refs=("metrics",))
    of: ChartOf | None = key("取值", default=None)
