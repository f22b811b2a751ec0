"""SHP004 wrong-type."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP004")
def wrong_type(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A value of another type than its key holds; nothing is coerced.

    Bad::

        标题: 2025

    Good::

        标题: "2025"
    """
    return iter(())
