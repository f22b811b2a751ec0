"""SHP008 over-limit."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP008")
def over_limit(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A file beyond the reader's limits: too large, too deep, or made to grow while it is read.

    Bad::

        背景: &b {目的: 总结全年工作}

    Good::

        背景: {目的: 总结全年工作}
    """
    return iter(())
