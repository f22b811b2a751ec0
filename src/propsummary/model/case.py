"""Typical cases."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.periods import Period

__all__ = ["Case"]


@attrs.frozen(kw_only=True)
class Case:
    """
    One typical case, told so that others can learn from it.

    Attributes:
        id: Short name, unique in the summary.

        title: A few words.

        date: The day, or the span that people remember.

        place: Where it happened.

        situation, action, result, lesson: What was found, what was done, what came of it, what is learnt from it.

        metrics: Ids of the metrics that it bears on.
    """

    id: str = key("编号")
    title: str = key("标题", default=attrs.NOTHING, prose=True)
    date: Period | None = key("日期", default=None)
    place: str = key("地点")
    situation: str = key("情况", prose=True)
    action: str = key("做法", prose=True)
    result: str = key("结果", prose=True)
    lesson: str = key("启示", prose=True)
    metrics: tuple[str, ...] = key("指标", default=(), refs=("metrics",))
