"""GOA001 not-measurable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Goal, GoalKind
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._reading import delivers, passes

# 专业技能水平提升20%以上: a figure of what nobody can measure, unless the sentence says by what.
_ABSTRACT = re.compile(
    "(?:技能|素质|素养|能力|意识|服务水平|管理水平|业务水平|服务品质|服务质量|形象|凝聚力|归属感|积极性|执行力|战斗力|影响力|幸福感|认同感|氛围)"
    "(?:水平|能力|素质)?(?:整体|全面|再|明显|进一步)?(?:提升|提高|增强|改善|上升|增长|加强)"
)
_MEASURED = re.compile(
    "[^效]率|分|考核|考试|测评|测试|持证|证书|取证|满意|投诉|[0-9一二两三四五六七八九十百][次人件起名]|竞赛|比武|达标|等级|星级"
)

# Measured without a figure: nothing happens, all is covered, it is done each month, one comes first, no worse than last time.
_NOTHING_HAPPENS = re.compile("(?:零|无|不发生|不出现|不再发生|杜绝).{0,12}(?:事故|案件|投诉|火灾|伤亡|事件|纠纷|失窃|困人)")
_EVERYTHING = re.compile(
    "全覆盖|全部|全员(?:持证|参训|参加|通过|达标)|日产日清|满分|清零|每[天日周月年季半]|前[一二两三五十0-9]|第一名|排名"
)
_NO_WORSE = re.compile("不低于|不高于|不超过|不少于|低于|高于|优于|好于|少于|多于|持平")


@rule("GOA001", on=Goal)
def not_measurable(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal of which nobody can say afterwards whether it was reached.

    Bad::

        目标:
          - {编号: g1, 类别: 总体, 内容: 2026年业主体验更上一层楼, 完成时限: 2026-12-31}

    Good::

        目标:
          - {编号: g1, 类别: 总体, 内容: 2026年业主满意率达到92%, 完成时限: 2026-12-31}
          - {编号: g2, 类别: 重点工作, 内容: 建成电动车集中充电棚, 成果物: 消防验收合格单, 完成时限: 2026-06-30}
    """
    said = goal.statement
    if ctx.lacks("target") and not has_figure(said):
        if not _measured_without_figure(goal, ctx):
            yield Finding()
    elif _ABSTRACT.search(said) and not _MEASURED.search(said) and _by_nothing(ctx) and ctx.lacks("deliverable"):
        yield Finding("statement", "abstract")


def _measured_without_figure(goal: Goal, ctx: Context) -> bool:
    said = goal.statement
    if _NOTHING_HAPPENS.search(said) or _EVERYTHING.search(said):
        return True
    if goal.kind is not GoalKind.INDICATOR and (not ctx.lacks("deliverable") or passes(said)):
        return True
    if goal.kind in (GoalKind.PROJECT, None) and delivers(said):
        return True
    return bool(_NO_WORSE.search(said)) and not _by_nothing(ctx)


def _by_nothing(ctx: Context) -> bool:
    """Whether the goal has neither a metric nor a baseline to be held against."""
    return ctx.lacks("metric") and ctx.lacks("kpi") and ctx.lacks("baseline")
