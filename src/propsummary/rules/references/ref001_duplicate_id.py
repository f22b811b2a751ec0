"""REF001 duplicate-id."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming


@rule("REF001", on=Summary)
def duplicate_id(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Two objects of the summary that share an id, whatever collections they are in.

    Bad::

        问题:
          - {编号: c1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
        措施:
          - {编号: c1, 内容: 更换东门两台识别相机}

    Good::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次}
        措施:
          - {编号: c1, 内容: 更换东门两台识别相机}
    """
    for node in ctx.view.doubled:
        ident = node.object.id
        yield Finding((*node.path, "id"), thing=naming(node), id=ident, first=naming(ctx.view.by_id[ident]))
