"""STR009 no-direction."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("STR009", on=Summary)
def no_direction(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    An outlook without a direction for the next one to three years.

    Bad::

        展望: {创新: [楼层垃圾满溢提醒]}

    Good::

        展望: {方向: [{内容: 两年内实现机械化清扫全覆盖, 年限: 2026-2027}]}
    """
    if not ctx.view.ids["directions"] and not ctx.view.is_clouded(("outlook", "directions")):
        yield Finding("outlook/directions")
