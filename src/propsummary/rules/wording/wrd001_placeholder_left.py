"""WRD001 placeholder-left."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Organization, Summary, Waiver
from propsummary.problems import Finding
from propsummary.rules._said import said
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.wording._placeholders import placeholders


@rule("WRD001", on=Summary)
def placeholder_left(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Something that a template left to be filled in still stands there, in a sentence or in a name.

    Bad::

        成绩:
          - {编号: a1, 标题: 前台接待, 说明: 前台接待约640人次，其中老年业主xx人次。}

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 【请填写】}

    Good::

        标题: XX小区秩序部2025年工作总结
        成绩:
          - {编号: a1, 标题: 【暖心服务】前台接待, 说明: "来电139****0000反映车位被占，**当天**办结；值守按5x8小时安排。"}
    """
    for one in said(ctx.view):
        if one.field == "file" or isinstance(one.node.object, Waiver):
            continue
        words = placeholders(one.text, names=not isinstance(one.node.object, Organization))
        if words:
            yield Finding(one.path, thing=naming(one.node), words=tuple(f"“{word}”" for word in words))
