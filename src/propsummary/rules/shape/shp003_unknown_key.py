"""SHP003 unknown-key."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP003")
def unknown_key(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A key that no class has, most often a misspelt one.

    Bad::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数直: 98.6%}

    Good::

        指标:
          - {编号: m1, 名称: 巡更到位率, 数值: 98.6%}
        附加: {审批流: 已阅}
    """
    return iter(())
