"""ACH001 unsupported-achievement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Achievement
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# An honour with somebody who gave it is a fact that can be looked up.
_HONOUR = re.compile("(?:获|授予|评为|颁发|表彰|通报表扬).{0,40}(?:称号|奖|表彰|锦旗|证书|荣誉|先进|示范|表扬|单位|小区|项目)")


@rule("ACH001", on=Achievement)
def unsupported_achievement(achievement: Achievement, ctx: Context) -> Iterator[Finding]:
    """
    An achievement that nothing bears out: no metric, case, activity, photo or action, not even a figure or somebody's word.

    Bad::

        成绩:
          - {编号: a1, 标题: 车辆秩序, 说明: 车辆秩序明显好转，得到业主一致好评。}

    Good::

        成绩:
          - {编号: a1, 标题: 车辆秩序, 说明: 车辆秩序好转。, 做法: [东门早高峰增设1名引导岗]}
          - {编号: a2, 标题: 代收快递, 说明: 门岗代收快递约1500件。}
    """
    backing = ("metrics", "cases", "activities", "photos", "actions", "feedback")
    told = f"{achievement.title}。{achievement.text}"
    unread = any(ctx.view.is_clouded((*ctx.path, field)) for field in ("title", "text"))
    if all(map(ctx.lacks, backing)) and not (unread or has_figure(told) or _HONOUR.search(told)):
        yield Finding()
