"""CTM008 closed-without-evidence."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure, Status
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("CTM008", on=Countermeasure)
def closed_without_evidence(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that is said to be done or verified, with nothing to show for it.

    Bad::

        措施:
          - {编号: c1, 内容: 东门坡道划防滑线, 责任人: 周明, 完成时限: 2025-11-30, 状态: 完成}

    Good::

        措施:
          - {编号: c1, 内容: 东门坡道划防滑线, 责任人: 周明, 完成时限: 2025-11-30, 状态: 完成, 佐证: 11月28日验收单}
    """
    if measure.status in (Status.DONE, Status.VERIFIED) and ctx.lacks("evidence"):
        yield Finding(status=measure.status)
