"""What was held or done."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import ActivityKind
from propsummary.periods import Period
from propsummary.quantities import Quantity

__all__ = ["Activity"]


@attrs.frozen(kw_only=True)
class Activity:
    """
    Something that was held or done, once or repeatedly: a training, a drill, an inspection.

    Attributes:
        id: Short name, unique in the summary.

        kind: Training, drill, inspection, patrol, campaign, plan, linkage or care.

        name: What it is called.

        area: Function or finer area of the department, by id or name.

        when: The days or spans it fell on.

        times: How often it was held.

        participants: How many took part, in 人次 or 人.

        hours: How long it took: class hours of one participant (学时), or plain hours.

        content: What it was about.

        outcome: What came of it.
    """

    id: str = key("编号")
    kind: ActivityKind = key("类别", default=attrs.NOTHING)
    name: str = key("名称", default=attrs.NOTHING, prose=True)
    area: str = key("领域", refs=("areas",))
    when: tuple[Period, ...] = key("时间", default=())
    times: Quantity | None = key("次数", default=None)
    participants: Quantity | None = key("人次", default=None)
    hours: Quantity | None = key("学时", default=None)
    content: str = key("内容", prose=True)
    outcome: str = key("效果", prose=True)
