"""Metrics of which a sentence says, without a figure, that they went the other way than the data has it: 满意率稳步提升."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Achievement, Issue, Metric, Summary
from propsummary.problems import Finding
from propsummary.rules._text import clauses
from propsummary.rules.context import Context
from propsummary.rules.figures._named import measured_names, referred
from propsummary.rules.figures._subjects import compared_days, subjects
from propsummary.rules.metrics.figures import alike, averages, could_be, figure
from propsummary.rules.naming import naming, naming_of

__all__ = ["other_ways"]

_SHORT = 3  # characters; by so many of its last ones a metric that is referred to may be called
_HOW = "(?:同比|环比|[较比](?:上年度?|去年|上期|上月|上季度?|[上下]半年)(?:同期)?的?|同期)?"
_STRONGLY = (
    "(?:显著|明显|大幅度?|持续|稳步|不断|逐步|逐[年季月]|进一步|全面|再次|再|继续|均|都|也|已经?|有所|略有|略|实现了?|得到了?)*"
)
_MOVED = re.compile(f"{_HOW}{_STRONGLY}{_HOW}(?:(?P<up>提升|提高|上升|增长|攀升|增加)|下降|降低|下滑|减少|回落)了?$")


def other_ways(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """Clauses that say of a metric that the passage refers to that it rose where it fell, or the other way round."""
    for node in (*ctx.view.nodes_of(Achievement), *ctx.view.nodes_of(Issue)):
        metrics = [metric for metric in referred(node.object, ctx.view) if metric.baseline]
        for field in ("title", "text", "statement") if metrics else ():
            for clause in clauses(getattr(node.object, field, "")):
                moved = _MOVED.search(clause)
                metric = _meant(clause[: moved.start()], metrics) if moved else None
                if moved and metric and _is_against(metric, clause, summary) and _moved(metric) == (-1 if moved["up"] else 1):
                    said = {"name": clause, "place": naming_of(metric, telling=True), "start": metric.baseline, "end": metric.value}
                    yield Finding((*node.path, field), "data", thing=naming(node), **said)


def _meant(said: str, metrics: list[Metric]) -> Metric | None:
    """The one metric that *said* names, in full or by its ending."""
    names = subjects(said)
    found = [
        metric
        for metric in metrics
        if any(name in measured_names(metric) or (len(name) >= _SHORT and metric.name.endswith(name)) for name in names)
    ]
    return found[0] if len(found) == 1 else None


def _is_against(metric: Metric, clause: str, summary: Summary) -> bool:
    """Whether *clause* compares with the period of the metric's baseline, or does not say with which."""
    compared, period = compared_days(clause, summary.period), metric.baseline_period
    return not compared or (period is not None and all(days == (period.first, period.last) for days in compared))


def _moved(metric: Metric) -> int:
    """1 where the value is above the baseline, -1 where it is below, 0 where that is not sure."""
    value, baseline = figure(metric, metric.value), figure(metric, metric.baseline)
    if value is None or baseline is None or not alike(value.unit, baseline.unit):
        return 0
    before, after = (could_be(one, averaged=averages(metric)) for one in (baseline, value))
    return 1 if before < after else -1 if after < before else 0
