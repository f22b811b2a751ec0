"""Tables of two columns that break one figure down: by its parts (构成), or by the months and quarters of its course (走势)."""

from __future__ import annotations

import re

import attrs

from propsummary.drafts.outline import Table, join
from propsummary.model import Point, Share
from propsummary.periods import Period, read_period
from propsummary.quantities import Quantity, read_quantity

__all__ = ["Parts", "parts_of"]

_PARTS = re.compile("构成|组成|分布")
_GENERAL = re.compile("(?:数值|数量|数据|值|件数|次数|起数|处数|金额|占比|比例|本期|实际|结果)?")
_NUMBER = re.compile(r"^[表图]\s*[0-9一二三四五六七八九十]+(?:[-.．][0-9]+)?[\s:：]*")
_KIND = re.compile(r"[\s·:：—-]*(?:逐[季月年])?(?:的)?(?:构成|组成|分布|走势|趋势|变化|统计|情况|明细|表|图)+$")


@attrs.frozen(kw_only=True)
class Parts:
    """
    What a table breaks down.

    Attributes:
        name: The metric.

        series, breakdown: Its course, or its parts; one of them is empty.
    """

    name: str
    series: tuple[Point, ...] = ()
    breakdown: tuple[Share, ...] = ()


def parts_of(table: Table, caption: str, period: Period | None) -> Parts | None:
    """
    What a table breaks down; none for a table of something else.

    Args:
        caption: The text right above it, which may name the metric.
    """
    heads = [join(cell.words, "").text for cell in table.rows[0]] if table.headers == 1 else []
    rows = [[join(cell.words, " ").text for cell in row] for row in table.rows[1:]]
    if len(heads) != 2 or len(rows) < 2 or any(len(row) != 2 for row in rows):
        return None
    name = _KIND.sub("", _NUMBER.sub("", caption)).strip() if _GENERAL.fullmatch(heads[1]) else heads[1]
    values = [(label, read_quantity(value)) for label, value in rows]
    told = [(label, value) for label, value in values if label and value]
    if not name or len(told) < len(rows):
        return None
    if spans := _spans(told, period):
        return Parts(name=name, series=spans)
    if _PARTS.search(heads[0]) or _PARTS.search(caption):
        return Parts(name=name, breakdown=tuple(Share(name=label, value=value) for label, value in told))
    return None


def _spans(told: list[tuple[str, Quantity]], period: Period | None) -> tuple[Point, ...]:
    """The course that rows tell which are all called by parts of the *period*."""
    spans = [(read_period(label, near=period), value) for label, value in told]
    points = tuple(Point(period=span, value=value) for span, value in spans if span and not (period and span.same_days(period)))
    return points if len(points) == len(told) else ()
