"""STR008 no-risk."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("STR008", on=Summary)
def no_risk(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A summary that foresees no risk.

    Bad::

        风险: []

    Good::

        风险:
          - {编号: r1, 说明: 台风季倒伏树木可能砸车, 应对: 6月底前完成危树加固}
    """
    if not ctx.holds("risks"):
        yield Finding("risks")
