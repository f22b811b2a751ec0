"""STR010 no-innovation."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("STR010", on=Summary)
def no_innovation(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    An outlook that names no innovation.

    Bad::

        展望: {方向: [{内容: 两年内实现机械化清扫全覆盖, 年限: 2026-2027}]}

    Good::

        展望: {创新: [楼层垃圾满溢提醒]}
    """
    if not (summary.outlook and summary.outlook.innovations) and not ctx.view.is_clouded(("outlook", "innovations")):
        yield Finding("outlook/innovations")
