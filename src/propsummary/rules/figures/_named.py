"""The figures of the data by the names that sentences may call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

import attrs

from propsummary import catalogue
from propsummary._text import normalize_name
from propsummary.catalogue.codes import Words
from propsummary.model import Achievement, Activity, Incident, Issue, Metric, Summary
from propsummary.quantities import Interval, Quantity, Role
from propsummary.rules._figures import DataFigure
from propsummary.rules.context import Context, View, once
from propsummary.rules.figures._subjects import Claim
from propsummary.rules.metrics.figures import given_kpi
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node

__all__ = ["Known", "complements", "known", "may_speak_of", "measured_names", "referred"]

_SHORT = 5  # characters; a shorter name (满意率, 完成率) is a metric's only where the passage says which one it speaks of


@attrs.frozen(kw_only=True, eq=False)
class Known:
    """
    A figure of the data that sentences may name.

    Attributes:
        node: The metric, activity or incident.

        quantity: The figure, with its unit.

        interval: What it can be, in the base of its unit.
    """

    node: Node
    quantity: Quantity
    interval: Interval

    @property
    def place(self) -> Words:
        """What a message calls it."""
        return naming(self.node)


@once
def known(_: Summary, ctx: Context) -> Mapping[str, tuple[Known, ...]]:
    """What the data holds, by name; a name that two things bear leads to both."""
    found: dict[str, list[Known]] = defaultdict(list)
    for one in ctx.view.figures.data:
        for name in dict.fromkeys(_names(one)):
            found[name].append(Known(node=one.node, quantity=one.quantity, interval=one.interval))
    _add_incidents(ctx.view, found)
    return {name: tuple(members) for name, members in found.items()}


def complements(view: View) -> Callable[[str], Iterator[Known]]:
    """What finds the rates in % that make 100 % with a name, without holding it against every metric."""
    by_name, by_stem = defaultdict(list), defaultdict(list)
    for one in view.figures.data:
        metric, unit = one.node.object, one.quantity.unit
        if not isinstance(metric, Metric) or one.field != "value" or unit is None or unit.canonical != "%":
            continue
        rate = Known(node=one.node, quantity=one.quantity, interval=1 - one.interval)
        kpi = given_kpi(metric)
        for other in kpi.complements if kpi and kpi.zh in measured_names(metric) else ():
            by_name[normalize_name(other)].append(rate)
        for own in measured_names(metric):
            by_stem[own[:2]].append((own, rate))

    def find(name: str) -> Iterator[Known]:
        yield from by_name.get(name, ())
        yield from (rate for own, rate in by_stem.get(name[:2], ()) if catalogue.complementary(name, own))

    return find


def measured_names(metric: Metric) -> tuple[str, ...]:
    """
    What sentences may call *metric*, normalised: its own name, and those of its KPI unless its own says something narrower.

    秩序类投诉处理及时率 measures the KPI 投诉处理及时率, but only for some of the complaints.
    """
    kpi = given_kpi(metric)
    names = [metric.name] if metric.name else []
    if kpi is not None and (not metric.name or catalogue.find_kpi(metric.name) is kpi):
        names += [kpi.zh, *kpi.synonyms]
    return tuple(dict.fromkeys(normalize_name(name) for name in names if name))


def referred(part: object, view: View) -> tuple[Metric, ...]:
    """The metrics that an achievement or issue refers to, each once; none for another part."""
    idents = dict.fromkeys(part.metrics) if isinstance(part, Achievement | Issue) else ()
    return tuple(metric for metric in map(view.metric, idents) if metric is not None)


def may_speak_of(claim: Claim, name: str, node: Node) -> bool:
    """Whether a sentence that says *name* can be taken to mean the metric, activity or incidents at *node*."""
    if isinstance(node.object, Activity | Incident):
        return claim.whole
    holder = claim.told.passage.node.object
    referred = isinstance(holder, Achievement | Issue) and getattr(node.object, "id", "") in holder.metrics
    if len(name) >= _SHORT or not (referred and claim.opening):
        return len(name) >= _SHORT
    word_for_word = claim.subjects[0] == name and len(name) == _SHORT - 1
    return claim.told.figure.role is not Role.COUNT or claim.whole or word_for_word


def _names(one: DataFigure) -> Iterator[str]:
    held = one.node.object
    if isinstance(held, Metric) and one.field == "value":
        yield from measured_names(held)
    if isinstance(held, Activity) and one.field == "times":
        yield normalize_name(held.name)


def _add_incidents(view: View, found: dict[str, list[Known]]) -> None:
    """All incidents together are the 突发事件 of the period, where every one of them is counted exactly."""
    nodes = view.nodes_of(Incident)
    if not nodes or view.is_clouded(("incidents",)) or "突发事件" in found or not all(n.object.count.exact for n in nodes):
        return
    total = sum(node.object.count.low for node in nodes)
    unit = nodes[0].object.count.unit
    quantity = Quantity(low=total, high=total, unit=unit, text=f"{total:f}{unit or ''}")
    found["突发事件"].append(Known(node=nodes[0], quantity=quantity, interval=Interval.exactly(total)))
