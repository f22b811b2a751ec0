"""MET005 ratio-mismatch."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from propsummary.catalogue.codes import Words
from propsummary.model import Metric, Summary
from propsummary.problems import Finding
from propsummary.quantities import Quantity
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.metrics._told import everywhere
from propsummary.rules.metrics.figures import could_be, factor_of, figure, given_kpi
from propsummary.rules.metrics.ratio import Ratio, ratio
from propsummary.rules.metrics.saying import amount, cut, rounded, shown


@rule("MET005", on=Summary)
@everywhere
def ratio_mismatch(metric: Metric, ctx: Context) -> Iterator[Finding]:
    """
    A value that cannot come from its numerator and denominator at the printed precision.

    Rounding up and rounding to even are both right; digits that were merely cut off are not. A sentence that tells
    all three is asked too.

    Bad::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 98.7%, 分子: 43078, 分母: 43690}

    Bad::

        指标:
          - {编号: m1, 名称: 投诉处理率, 数值: 50%, 分子: 5, 分母: 0}

    Bad::

        成绩:
          - {编号: a1, 标题: 电梯, 说明: 应检电梯120台，实检118台，检验率99.5%。}

    Good::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 98.6%, 分子: 43078, 分母: 43690}
          - {编号: m2, 名称: 物业费收缴率, 数值: 91.3%, 分子: 48.21, 分母: 52.80}
    """
    value = figure(metric, metric.value)
    if value is not None and _divides_by_nothing(metric):
        yield Finding("denominator", "zero", value=metric.value, sum=_division(metric))
        return
    found = ratio(metric, value, ctx.summary) if value else None
    if value is None or found is None:
        return
    printed = could_be(value, averaged=True)
    if found.fits(printed):
        return
    carried = _with_carried_over(metric, value, ctx)
    with_carried = carried is not None and carried.fits(printed)
    if with_carried and _carried_over(metric) != "included":
        return
    said: dict[str, object] = {"value": metric.value, "printed": shown(printed, value.unit)}
    said |= {"sum": _division(metric), "ratio": shown(found.interval, value.unit)}
    if with_carried:
        yield Finding("value", "carried", carried=metric.carried_over, **said)
    elif (right := _right(value, found)) is None:
        yield Finding("value", "default", **said)
    else:
        yield Finding("value", "cut" if _is_cut(value, found) else "exact", right=right, **said)


def _divides_by_nothing(metric: Metric) -> bool:
    """Whether some of nothing is claimed; for none of nothing (没有投诉，处理率100%) there are customs."""
    above, below = metric.numerator, metric.denominator
    return above is not None and below is not None and below.value == 0 and above.value != 0


def _division(metric: Metric) -> Words:
    texts = [str(part).strip() for part in (metric.numerator, metric.denominator)]
    return Words("÷".join(texts), " ÷ ".join(texts))


def _with_carried_over(metric: Metric, value: Quantity, ctx: Context) -> Ratio | None:
    """The ratio if the denominator was written without what was carried over, where it should or may hold it."""
    over = metric.carried_over
    if over is None or over.value is None or _carried_over(metric) == "excluded":
        return None
    return ratio(metric, value, ctx.summary, carried=Fraction(over.value))


def _carried_over(metric: Metric) -> str | None:
    """Whether the stated definition has the denominator hold what was carried over; None if it does not say."""
    kpi = given_kpi(metric)
    stated = kpi.definition(metric.definition) if kpi and metric.definition else None
    return stated.carried_over if stated else None


def _right(value: Quantity, found: Ratio) -> Words | None:
    """What should be printed; None if numerator and denominator do not settle it."""
    exact = found.interval.low
    if exact is None or exact != found.interval.high or found.loose or value.value is None:
        return None
    return amount(rounded(exact / factor_of(value.unit), value.decimals), value.unit)


def _is_cut(value: Quantity, found: Ratio) -> bool:
    """Whether the printed digits are those of the ratio, but not rounded."""
    exact = (found.interval.low or Fraction(0)) / factor_of(value.unit)
    return exact > 0 and cut(exact, value.decimals).rstrip("…") == cut(Fraction(value.low), value.decimals)
