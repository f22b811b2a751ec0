"""CTM010 overloaded-owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_closed
from propsummary.rules.walk import positions


@rule("CTM010", on=Summary, settings={"owner-load": 5})
def overloaded_owner(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    One owner who answers for more measures due in one calendar month than can be hoped for (setting ``owner-load``, 5).

    Bad::

        措施:
          - {编号: c1, 内容: 更换1号门相机, 责任人: 周明, 完成时限: 2026-03-06}
          - {编号: c2, 内容: 更换2号门相机, 责任人: 周明, 完成时限: 2026-03-10}
          - {编号: c3, 内容: 更换3号门相机, 责任人: 周明, 完成时限: 2026-03-13}
          - {编号: c4, 内容: 修订交接班制度, 责任人: 周明, 完成时限: 2026-03-20}
          - {编号: c5, 内容: 补训新队员9人, 责任人: 周明, 完成时限: 2026-03-27}
          - {编号: c6, 内容: 消防通道划线, 责任人: 周明, 完成时限: 2026-03-31}

    Good::

        措施:
          - {编号: c1, 内容: 更换1号门相机, 责任人: 周明, 完成时限: 2026-03-06}
          - {编号: c2, 内容: 更换2号门相机, 责任人: 周明, 完成时限: 2026-03-10}
          - {编号: c3, 内容: 更换3号门相机, 责任人: 周明, 完成时限: 2026-03-13}
          - {编号: c4, 内容: 修订交接班制度, 责任人: 周明, 完成时限: 2026-03-20}
          - {编号: c5, 内容: 补训新队员9人, 责任人: 周明, 完成时限: 2026-03-27}
          - {编号: c6, 内容: 消防通道划线, 责任人: 周明, 完成时限: 2026-04-30}
    """
    most = ctx.setting("owner-load")
    due: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for position, measure in zip(positions(("countermeasures",), ctx.view.gaps), summary.countermeasures, strict=False):
        if measure.owner and measure.deadline and (day := measure.deadline.date) and not is_closed(measure):
            due[measure.owner.identity, day.year, day.month].append(position)
    for (owner, year, month), places in due.items():
        if len(places) > most:
            yield Finding(("countermeasures", places[most]), owner=owner, month=f"{year}-{month:02}", count=len(places), most=most)
