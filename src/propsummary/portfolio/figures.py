"""What many summaries say of each KPI, and the figures of theirs that are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propsummary._text import normalize_name
from propsummary.catalogue import Kpi, find_kpi, kpis
from propsummary.catalogue.codes import Words
from propsummary.model import Metric
from propsummary.portfolio.combining import Measured, Refusal
from propsummary.portfolio.member import Member
from propsummary.rules.metrics.figures import given_kpi

__all__ = ["by_kpi", "unlisted"]

_NAMELESS = Words("没有名称的指标", "a figure without a name")


def by_kpi(members: Sequence[Member]) -> Iterator[tuple[Kpi, list[Measured]]]:
    """What the members report of every KPI, in the catalogue's order, others last."""
    found: dict[Kpi, list[Measured]] = {}
    for part in _stated(members):
        if kpi := given_kpi(part.metric):
            found.setdefault(kpi, []).append(part)
    ranks = {kpi: rank for rank, kpi in enumerate(kpis().values())}
    yield from ((kpi, found[kpi]) for kpi in sorted(found, key=lambda one: ranks.get(one, len(ranks))))


def unlisted(members: Sequence[Member]) -> Iterator[Refusal]:
    """
    The figures that name no KPI, by their names, in the order in which they come.

    None is summed, not even a count under the same name and unit everywhere: a peak (最高日进场车辆), a mean or a stock at the end
    of the period reads just like one.
    """
    found: dict[tuple[str, str], list[Measured]] = {}
    for part in _stated(members):
        if given_kpi(part.metric) is None:
            found.setdefault((normalize_name(_name(part.metric)), part.metric.kpi), []).append(part)
    for parts in found.values():
        name = _name(parts[0].metric)
        yield Refusal(kpi=Words(name, name) if name else _NAMELESS, why=_no_kpi(parts[0].metric), parts=tuple(parts))


def _stated(members: Sequence[Member]) -> Iterator[Measured]:
    return (Measured(member=member, metric=metric) for member in members for metric in member.metrics if metric.value is not None)


def _name(metric: Metric) -> str:
    return metric.name or metric.kpi or metric.id


def _no_kpi(metric: Metric) -> Words:
    if metric.kpi:
        return Words(f"指标库里没有“{metric.kpi}”", f"the catalogue knows no “{metric.kpi}”")
    if meant := find_kpi(metric.name):
        return Words(f"没有写指标库，是不是“{meant.zh}”", f"no KPI is named; perhaps “{meant.en}” is meant")
    return Words("没有写指标库，不知道能不能相加", "no KPI is named, so whether it adds up is not known")
