"""CTM004 vague-deadline."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure
from propsummary.periods import DeadlineKind
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_dropped


@rule("CTM004", on=Countermeasure)
def vague_deadline(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure whose deadline bounds nothing.

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 尽快}

    Good::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明, 完成时限: 一季度末}
    """
    if measure.deadline and measure.deadline.kind is DeadlineKind.VAGUE and not is_dropped(measure):
        yield Finding("deadline", deadline=measure.deadline.text)
