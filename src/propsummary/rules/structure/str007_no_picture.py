"""STR007 no-picture."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("STR007", on=Summary)
def no_picture(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A summary with neither a chart nor a photo.

    Bad::

        照片: []

    Good::

        照片:
          - {编号: p1, 文件: photos/演练.jpg, 说明: 6月消防演练集合}
    """
    if not ctx.holds("charts") and not ctx.holds("photos"):
        yield Finding("photos")
