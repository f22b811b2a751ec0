"""The summary before this one, and what of it is found again in this one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from propsummary import catalogue
from propsummary._text import normalize_name
from propsummary.catalogue.codes import Words
from propsummary.model import Countermeasure, FollowUp, Metric, Part, Section, Summary
from propsummary.problems import Path
from propsummary.rules.chain._likeness import mentions
from propsummary.rules.context import Context, View
from propsummary.rules.countermeasures.status import is_closed
from propsummary.rules.metrics.figures import known_kpi
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node, Passage

__all__ = ["answered", "before", "changed", "earlier", "misfit", "named", "pairs", "says_anything", "told"]

T = TypeVar("T")

# What speaks of the time to come, and so tells nothing of what has come of something.
_PLANS = ("goals", "countermeasures", "outlook", "risks")

# A note that owns up to a figure that is another one than was published, or to another way of counting.
_RESTATED = re.compile(
    "更正|修正|订正|勘误|修订|追溯|重述|重新(?:统计|计算|核算|核定|核对)|复核|核减|核增|审计|调整|调增|调减|补[录报计]|剔除"
    r"|口径(?!.{0,6}(?:不变|未变|一致|相同|同上))|restat|correct|revis|recalculat|recount|adjust|audit",
    re.IGNORECASE,
)


def misfit(summary: Summary, last: Summary) -> Words | None:
    """
    Why *last* cannot be a summary before *summary*: it is another department's, or not an earlier one; None if it can.

    A period that begins earlier but overlaps may come before: the first half of a year before the whole of it.
    """
    if _department(summary) != _department(last):
        return Words(
            f"上期总结是“{last.department}”的，这份是“{summary.department}”的",
            f"the previous summary is that of {last.department}, this one is that of {summary.department}",
        )
    if last.period.last >= summary.period.last:
        periods = (last.period, summary.period)
        zh, now_zh = (period.title("zh") for period in periods)
        en, now_en = (period.title("en") for period in periods)
        return Words(f"上期总结写的是{zh}，不比这份的{now_zh}早", f"the previous summary covers {en}, which is not before {now_en}")
    return None


def _department(summary: Summary) -> str:
    profile = catalogue.department(summary.department)
    return profile.id if profile else normalize_name(summary.department)


def earlier(ctx: Context) -> tuple[Summary, ...]:
    """The given summaries that can come before this one, newest first."""
    return tuple(last for last in ctx.view.previous if misfit(ctx.summary, last) is None)


def before(ctx: Context) -> Iterator[Summary]:
    """The summary just before this one, or nothing where that was not given."""
    if ctx.view.previous and misfit(ctx.summary, ctx.view.previous[0]) is None:
        yield ctx.view.previous[0]


def named(collection: str, members: Iterable[T]) -> Iterator[tuple[T, Path, Words]]:
    """Each of the previous summary's objects with its place, as problems point there, and with what people call it."""
    root = Node((), None, None)
    for position, member in enumerate(members):
        path: Path = ("previous", collection, position)
        yield member, path, naming(Node(path, member, root))


def says_anything(follow_up: FollowUp) -> bool:
    """Whether it says what came of its goal or measure, in whatever words."""
    return bool(follow_up.outcome or any(text.strip() for text in (follow_up.result, follow_up.reason, follow_up.evidence)))


def answered(ctx: Context) -> frozenset[str]:
    """The ids in the previous summary whose outcome is told here."""
    return frozenset(one.of for one in ctx.summary.follow_ups if says_anything(one))


def told(view: View, *things: str, plans: bool) -> bool:
    """
    Whether any passage speaks of one of *things*.

    Args:
        plans: Whether passages count that speak of the time to come.
    """
    texts = _texts(view, plans)
    return any(mentions(text, thing) for thing in things if thing.strip() for text in texts)


def _texts(view: View, plans: bool) -> tuple[str, ...]:
    """The passages, and those of one object together: its title may say where, its text what became of it there."""
    passages = [p for p in view.passages if p.path != ("title",) and (plans or not _is_plan(p))]
    together: dict[Path, list[str]] = defaultdict(list)
    for passage in passages:
        if passage.node.parent is not None:
            together[passage.node.path].append(passage.text)
    joined = ("。".join(members) for members in together.values() if len(members) > 1)
    return (*(passage.text for passage in passages), *joined)


def _is_plan(passage: Passage) -> bool:
    owner = passage.node.object
    if isinstance(owner, Countermeasure):
        return not is_closed(owner)
    if isinstance(owner, Section):
        return owner.part in (Part.COUNTERMEASURES, Part.OUTLOOK)
    return passage.path[0] in _PLANS


def pairs(ctx: Context, last: Summary) -> Iterator[tuple[Node, Metric, Metric]]:
    """
    The metrics that both summaries have, each as its node here, itself, and its fellow in *last*.

    They match by KPI, else by name; of several with one KPI those of the same name.
    """
    here = _by_key((node.object, node) for node in ctx.view.nodes_of(Metric))
    there = _by_key((metric, metric) for metric in last.metrics)
    for key, group in here.items():
        fellows = there.get(key, [])
        for node in group:
            found = _fellows(node.object, fellows, alone=len(group) == len(fellows) == 1)
            if len(found) == 1:
                yield node, node.object, found[0]


def _by_key(metrics: Iterable[tuple[Metric, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for metric, item in metrics:
        kpi = known_kpi(metric)
        found[kpi.id if kpi else "=" + normalize_name(metric.name or metric.kpi)].append(item)
    return found


def _fellows(metric: Metric, others: list[Metric], *, alone: bool) -> list[Metric]:
    return [one for one in others if (_same_thing if alone else _same_name)(metric, one)]


def _same_name(one: Metric, other: Metric) -> bool:
    return normalize_name(one.name) == normalize_name(other.name)


def _same_thing(one: Metric, other: Metric) -> bool:
    """Whether two metrics of one KPI can be of one thing: 电梯完好率 and 水泵完好率 are not, for all that they are equip_ok."""
    first, second = normalize_name(one.name), normalize_name(other.name)
    kpi = known_kpi(one)
    common = {normalize_name(name) for name in kpi.names} if kpi else set()
    return first in second or second in first or first in common or second in common


def changed(metric: Metric, last: Metric, ctx: Context) -> bool:
    """Whether the summary owns up to counting *metric* in another way, or to correcting what was published."""
    told_apart = bool(metric.baseline_definition.strip()) and metric.baseline_definition != metric.definition
    return told_apart or bool(_RESTATED.search(metric.note)) or last.id in answered(ctx)
