"""Where a goal wants to get to, by how much, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import attrs

from propsummary import catalogue
from propsummary.catalogue import Kpi
from propsummary.model import Goal, Metric
from propsummary.quantities import Direction, Figure, Hedge, Interval, Quantity, Role, Unit, find_figures, may_state_change
from propsummary.rules.context import Context, once
from propsummary.rules.metrics.figures import alike, averages, could_be, figure, in_base, known_kpi

__all__ = ["Aim", "Step", "additive", "aim", "goes_backward", "opposite_of", "rate_names", "same_span", "unhedged"]

_DOWN = re.compile("(?:下降|降低|减少|压降|压减|缩短|下调|下浮|递减|节约|节省|回落|降|减)(?:了|幅)?[^，,。；;0-9]{0,3}$")
# 在98%的基础上再提高2个百分点: what stands before these words is where it starts from.
_STARTING = re.compile("的?(?:基础|水平)(?:之?上)")
_TO = "(?:到|至)(?:不[低高少多]于|不超过|约|近)?[0-9≥≤]"
_RAISED = re.compile(f"(?:提高|提升|上升|增加|增长|升){_TO}")
_LOWERED = re.compile(f"(?:下降|降低|减少|压降|压减|缩短|降|减){_TO}")
_A_CHANGE = re.compile("同比|环比|降幅|增幅|增长率|下降率")
_OF_A_YEAR = re.compile("全年|年度|年内|累计|每[月季周天日]|[月季日]均|[月季]度")
_OF_A_PART = re.compile("每[月季周天日]|[月季日]均|季度|月度|半年")
# A rate of that name is a share of what went as it should.
_GOOD_RATE = re.compile(
    "(?!.*(?:[逾超]期|超时)).*(?<![不未没非欠])(?:完成|合格|完好|及时|达标|到位|到岗|在线|覆盖|满意|存活|办结|整改|准时|准点|相符|收缴)率"
)
_RATE = re.compile("[\u4e00-\u9fff]{1,12}率")


@attrs.frozen(kw_only=True)
class Step:
    """
    A change that a goal aims at.

    Attributes:
        size: How much, unsigned, as printed.

        direction: Which way.
    """

    size: Quantity
    direction: Direction

    @property
    def unit(self) -> Unit:
        """%, points, or the unit of the figure itself."""
        return self.size.unit or Unit.of("%")

    def signed(self) -> Interval:
        """What it can be, in the base of its unit: a plan is no measurement that was rounded."""
        size = exactly(self.size)
        return -size if self.direction is Direction.DOWN else size


@attrs.frozen(kw_only=True)
class Aim:
    """
    A goal's target as it is meant.

    Attributes:
        at: The field that says it.

        metric, kpi: What measures it, if that is said.

        levels: Where it shall get to; from the words of the goal there may be several, and then the first may be the start.

        step: The change that is told, if one is.

        start: Where it starts from: the goal's own baseline, else the metric's value.

        better: ``higher``, ``lower``, ``band``, or nothing where it is not known.

        heading: Which way the words say that the figure shall go (提高到, 降至), if they say one.
    """

    at: str
    metric: Metric | None
    kpi: Kpi | None
    levels: tuple[Quantity, ...]
    step: Step | None
    start: Quantity | None
    better: str
    heading: Direction | None

    @property
    def level(self) -> Quantity | None:
        """Where it shall get to, if that is one figure."""
        return self.levels[0] if len(self.levels) == 1 else None


@once
def aim(goal: Goal, ctx: Context) -> Aim:
    """What *goal* aims at, from its fields and its words."""
    metric = _metric(goal, ctx)
    kpi = catalogue.find_kpi(goal.kpi) if goal.kpi else known_kpi(metric) if metric else None
    start = goal.baseline or (figure(metric, metric.value) if metric else None)
    unit = next((q.unit for q in (goal.target, start) if q is not None and q.unit is not None), None)
    unit = unit or (Unit.of(kpi.unit) if kpi else None)
    told, stated = _parted(goal.statement, _figures(goal))
    start = start or stated
    step = None if kpi and _A_CHANGE.search(kpi.zh) else _step(goal, told)
    if start is not None and start.unit is None and not isinstance(start.low, Fraction):
        start = attrs.evolve(start, unit=unit if unit and unit.dimension != "points" else None)
    at = "statement" if goal.target is None else "target"
    levels = _levels(goal, told, step, unit)
    better = _better(goal, metric, kpi)
    heading = _heading(goal.statement) or (_heading(goal.target.text) if goal.target else None)
    return Aim(at=at, metric=metric, kpi=kpi, levels=levels, step=step, start=start, better=better, heading=heading)


def _better(goal: Goal, metric: Metric | None, kpi: Kpi | None) -> str:
    """Which way is better: by the metric's own word, by its KPI, else by the name of the only rate that is spoken of."""
    if metric is not None and metric.direction is not None:
        return str(metric.direction.value)
    if kpi is not None:
        return kpi.direction
    name = metric.name if metric is not None and metric.name else goal.statement
    return "higher" if name.count("率") == 1 and _GOOD_RATE.match(name) else ""


def _heading(statement: str) -> Direction | None:
    raised, lowered = bool(_RAISED.search(statement)), bool(_LOWERED.search(statement))
    if raised is lowered:
        return None
    return Direction.UP if raised else Direction.DOWN


def _metric(goal: Goal, ctx: Context) -> Metric | None:
    """The metric that the goal names, else the only one of its KPI."""
    if goal.metric:
        return ctx.view.metric(goal.metric)
    kpi = catalogue.find_kpi(goal.kpi) if goal.kpi else None
    same = [metric for metric in ctx.summary.metrics if kpi is not None and known_kpi(metric) is kpi]
    return same[0] if len(same) == 1 else None


def _figures(goal: Goal) -> tuple[Figure, ...]:
    """The figures in the words of *goal*. Beside a target they only matter where they tell of a change; reading them is dear."""
    level = goal.target is not None and (goal.target.unit is None or goal.target.unit.dimension != "points")
    return () if level and not may_state_change(goal.statement) else find_figures(goal.statement)


def _parted(statement: str, told: tuple[Figure, ...]) -> tuple[tuple[Figure, ...], Quantity | None]:
    """The figures, without those that the words say the goal starts from, and the first of these."""
    starts = [one for one in told if _STARTING.match(statement, one.end)]
    return tuple(one for one in told if one not in starts), starts[0].quantity if starts else None


def _step(goal: Goal, told: tuple[Figure, ...]) -> Step | None:
    """The change that the goal tells: its target if that is one, else what its words say."""
    changes = [one for one in told if one.role is Role.CHANGE and one.low == one.high]
    target, planned = goal.target, goal.planned_change
    if target is not None and planned is not None:
        return Step(size=attrs.evolve(target, text=f"{target.low:f}{target.unit or ''}"), direction=planned.direction)
    if target is None:
        return _told(changes[0], goal.statement) if changes else None
    same = [one for one in changes if one.low == target.low and (target.unit is None or target.unit.same_as(one.quantity.unit))]
    if same and target.low == target.high:
        return _told(same[0], goal.statement)
    if target.unit is not None and target.unit.dimension == "points":
        down = bool(re.search("下降|降低|减少|压降|压减|降|减", goal.statement))
        return Step(size=target, direction=Direction.DOWN if down else Direction.UP)
    return None


def _told(one: Figure, statement: str) -> Step:
    down = _DOWN.search(statement[: one.start]) or "半" in one.text
    return Step(size=one.quantity, direction=Direction.DOWN if down else Direction.UP)


def _levels(goal: Goal, told: tuple[Figure, ...], step: Step | None, unit: Unit | None) -> tuple[Quantity, ...]:
    """Where it shall get to: the target, unless that is the change; else the figures of that kind in the words."""
    target = goal.target
    if target is not None and (step is None or target.low != step.size.low):
        bare = target.unit is None and not isinstance(target.low, Fraction)
        return (attrs.evolve(target, unit=unit) if bare else target,)
    levels = [one.quantity for one in told if one.role is not Role.CHANGE]
    return tuple(one for one in levels if one.unit is not None and (unit is None or _of_kind(one.unit, unit)))


def _of_kind(unit: Unit, wanted: Unit) -> bool:
    return unit.is_rate if wanted.dimension == "points" else alike(unit, wanted)


def unhedged(quantity: Quantity) -> Interval:
    """What the printed number can be, its bound aside, in the base of its unit."""
    return could_be(attrs.evolve(quantity, hedge=None))


def exactly(quantity: Quantity) -> Interval:
    """The printed number itself, in the base of its unit, unless the words leave some room around it."""
    if quantity.low != quantity.high or quantity.hedge in (Hedge.ABOUT, Hedge.APPROX_OVER):
        return unhedged(quantity)
    return in_base(Interval.exactly(Fraction(quantity.low)), quantity.unit)


def goes_backward(found: Aim) -> bool:
    """Whether the target is worse than where it starts from, or not the way from there that the words say."""
    level, start = found.level, found.start
    if level is None or start is None or level.unit is None or start.unit is None or not alike(level.unit, start.unit):
        return False
    words = {Direction.UP: "higher", Direction.DOWN: "lower"}[found.heading] if found.heading else ""
    better = found.better or words
    target, reached = exactly(level) if words == better else unhedged(level), could_be(start)
    if better == "higher":
        return level.hedge not in (Hedge.AT_MOST, Hedge.UNDER) and target < reached
    if better == "lower":
        return level.hedge not in (Hedge.AT_LEAST, Hedge.OVER) and reached < target
    return False


def rate_names(goal: Goal, found: Aim) -> Iterator[str]:
    """What the rate that the goal is about may be called, the surest name first."""
    if found.metric is not None:
        yield found.metric.name
    if found.kpi is not None:
        yield from found.kpi.names
    for match in _RATE.finditer(goal.statement):
        for start in range(len(match[0]) - 2):
            yield match[0][start:]


def opposite_of(goal: Goal, found: Aim, ctx: Context) -> tuple[Metric, Quantity] | None:
    """The metric that makes 100 % together with what the goal is about, with its value."""
    names = tuple(dict.fromkeys(rate_names(goal, found)))
    for metric in ctx.summary.metrics:
        value = figure(metric, metric.value)
        if value is None or value.unit is None or not value.unit.is_rate or metric is found.metric:
            continue
        if metric.name and any(catalogue.complementary(name, metric.name) for name in names):
            return metric, value
    return None


def additive(found: Aim, quantity: Quantity) -> bool:
    """Whether the figure grows with the length of the period: cases, yuan, kWh, but no rates or means."""
    unit = quantity.unit
    mean = found.metric is not None and averages(found.metric)
    return not mean and (unit is None or unit.dimension in ("count", "money", "energy", "volume", "mass"))


def same_span(goal: Goal, ctx: Context) -> bool:
    """Whether the goal is for a span as long as the reporting period, so that sums of both can be compared."""
    period, following = ctx.summary.period, ctx.view.following
    day = goal.deadline.date if goal.deadline else None
    if not period.comparable(following) or (day and not following.contains(day)):
        return False
    return not (_OF_A_YEAR if (period.months or 0) < 12 else _OF_A_PART).search(goal.statement)
