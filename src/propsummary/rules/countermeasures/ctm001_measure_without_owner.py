"""CTM001 measure-without-owner."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_dropped


@rule("CTM001", on=Countermeasure)
def measure_without_owner(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that nobody answers for.

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 完成时限: 2026-03-31}

    Good::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明（秩序主管）, 完成时限: 2026-03-31}
    """
    if ctx.lacks("owner") and not is_dropped(measure):
        yield Finding()
