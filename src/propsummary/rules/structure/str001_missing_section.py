"""STR001 missing-section."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Summary
from propsummary.periods import PeriodKind
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.structure._parts import is_empty, place


@rule("STR001", on=Summary)
def missing_section(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    One of the sections that the department's summary has holds nothing: no object of its kind, no passage for its part.

    Bad::

        背景: {目的: 总结全年工作, 定位: 秩序部负责小区的安全与秩序}
        成绩:
          - {编号: a1, 领域: 安全防范, 标题: 岗位到岗率99.4%}
        问题:
          - {编号: i1, 表现: 3号岗夜班仅1人，全年被投诉8次}
        措施: []
        目标:
          - {编号: g1, 内容: 2026年岗位到岗率99.8%}

    Good::

        背景: {目的: 总结全年工作, 定位: 秩序部负责小区的安全与秩序}
        成绩:
          - {编号: a1, 领域: 安全防范, 标题: 岗位到岗率99.4%}
        问题:
          - {编号: i1, 表现: 3号岗夜班仅1人，全年被投诉8次}
        正文:
          - {部分: 措施, 内容: 3号岗夜班4月起增至2人，由秩序主管落实。}
        目标:
          - {编号: g1, 内容: 2026年岗位到岗率99.8%}
    """
    for section in ctx.profile.sections if ctx.profile else ():
        if section.required and is_empty(ctx.view, section.part):
            yearly = summary.period.kind is PeriodKind.YEAR
            titles = Words(section.title("zh", whole_year=yearly), section.title("en", whole_year=yearly))
            yield Finding(place(section.part), section.part, section=titles)
