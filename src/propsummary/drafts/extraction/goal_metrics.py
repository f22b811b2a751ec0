"""Which metric a goal told in prose speaks of."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from propsummary.catalogue import find_kpi
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.metric_words import patterns
from propsummary.model import Goal, Metric
from propsummary.quantities import Quantity

__all__ = ["tied"]

_CLAUSE = "[，,；;。：:]"


def tied(goals: Iterable[Goal], metrics: Sequence[Metric]) -> tuple[Goal, ...]:
    """*goals*, each tied to the one metric whose name, or a name of whose KPI, it states a figure for."""
    return tuple(_tied(goal, metrics) for goal in goals)


def _tied(goal: Goal, metrics: Sequence[Metric]) -> Goal:
    fitting = [metric for metric in metrics if _measures(metric, goal, _names(metric, metrics))]
    return attrs.evolve(goal, metric=fitting[0].id) if len(fitting) == 1 else goal


def _measures(metric: Metric, goal: Goal, names: Iterable[str]) -> bool:
    level = goal.target or goal.baseline
    if level is None or metric.value is None or not _comparable(level, metric.value):
        return False
    starts = goal.baseline is not None and (goal.baseline.low, goal.baseline.unit) == (metric.value.low, metric.value.unit)
    return any(_speaks_of(goal, name, within=starts) for name in names)


def _comparable(one: Quantity, other: Quantity) -> bool:
    return one.unit is not None and other.unit is not None and one.unit.comparable(other.unit)


def _names(metric: Metric, metrics: Sequence[Metric]) -> Iterator[str]:
    """What a metric may be called: by its KPI too, and 办结率 alone where no other one is a 办结率."""
    yield metric.name
    short = _patterns()["short"].search(metric.name)
    if short and sum(other.name.endswith(short[0]) for other in metrics) == 1:
        yield short[0]
    if kpi := find_kpi(metric.name):
        yield from kpi.names


def _speaks_of(goal: Goal, name: str, *, within: bool) -> bool:
    """
    Whether *name* stands in *goal* as what is to be reached, and neither as a part of another name nor for one place alone.

    Args:
        within: Whether more may stand before the name (摄像机在线率), since the goal starts from the metric's own value.
    """
    statement = goal.statement
    aimed = statement.find(goal.target.text) if goal.target else -1
    for found in re.finditer(re.escape(name), statement) if len(name) > 1 else ():
        lead = re.split(_CLAUSE, statement[: found.start()])[-1]
        beside = aimed < 0 or (aimed >= found.end() and not re.search(_CLAUSE, statement[found.end() : aimed]))
        if beside and (within or _only_leads(lead)) and _patterns()["behind"].match(statement, found.end()):
            return True
    return False


def _only_leads(text: str) -> bool:
    """Whether words before a name neither make it another name nor tell of one place alone: 2026年全年力争."""
    return not patterns()["heads"].sub("", _patterns()["wishes"].sub("", text))


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    links = any_of(prose_words().metrics.links)
    wishes = "力争|争取|努力|确保|实现|要|须|应|将|使|把"
    moves = "由|从|在|再|比|较|不|保持|稳定|维持|控制|提[高升]|上升|增|升|下降|降|压|减|缩|到|至"
    times = "明年|来年|全年|年[底末]|[上下]半年|季度|月"
    return {
        "short": re.compile("(?:办结|及时|完成|整改|处理|处置|修复|回访|关闭)率$"),
        "wishes": re.compile(rf"{wishes}|[年月季][底末]|\s"),
        "behind": re.compile(rf"\s*(?:$|[\d≥≤><＞＜（(，,：:“]|{links}|{wishes}|{moves}|{times})"),
    }
