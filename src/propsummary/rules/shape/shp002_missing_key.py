"""SHP002 missing-key."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP002")
def missing_key(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A key is missing without which the object means nothing; the object is left out, the rest is checked.

    Bad::

        指标:
          - {编号: m1, 数值: 98.6%}

    Good::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 98.6%}
    """
    return iter(())
