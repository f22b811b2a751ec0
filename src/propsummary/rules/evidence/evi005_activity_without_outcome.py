"""EVI005 activity-without-outcome."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Activity, ActivityKind
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

_TOLD = {
    "content": Words("内容", "what it was about"),
    "participants": Words("人次", "how many took part"),
    "outcome": Words("效果", "what came of it"),
}


@rule("EVI005", on=Activity)
def activity_without_outcome(activity: Activity, ctx: Context) -> Iterator[Finding]:
    """
    A training or drill that was held and of which nothing else is told.

    It is reported if it has no effect, and no content or no headcount either; where only one of the three is missing the others
    say enough.

    Bad::

        活动:
          - {编号: t1, 类别: 培训, 名称: 话术培训, 时间: 2025-09-11, 次数: 1次}

    Good::

        活动:
          - {编号: t1, 类别: 培训, 名称: 话术培训, 时间: 2025-09-11, 次数: 1次, 人次: 9人次, 内容: 情绪安抚话术}
          - {编号: t2, 类别: 演练, 名称: 灭火演练, 时间: 2025-06-12, 效果: 从报警到出水2分10秒}
    """
    if activity.kind not in (ActivityKind.TRAINING, ActivityKind.DRILL):
        return
    missing = tuple(words for field, words in _TOLD.items() if ctx.lacks(field))
    if len(missing) > 1 and ctx.lacks("outcome"):
        yield Finding(missing=missing)
