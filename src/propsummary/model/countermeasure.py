"""What is done about problems and risks."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.owner import Owner
from propsummary.model.words import Family, Status
from propsummary.periods import Deadline, Period, Recurrence
from propsummary.quantities import Quantity

__all__ = ["Countermeasure"]


@attrs.frozen(kw_only=True)
class Countermeasure:
    """
    What is done about an issue or a risk, by whom and until when.

    Attributes:
        id: Short name, unique in the summary.

        statement: What is done.

        family: Which of the five families it belongs to.

        addresses: Ids of the issues and risks it answers.

        owner: The one person, post or department that answers for it.

        support: Who helps.

        start: When it begins.

        deadline: The last day for it.

        recurrence: How often it is repeated.

        deliverable: What will be there when it is done.

        verification: How its effect is checked.

        budget: What it may cost, in 元.

        status: How far it has come.

        evidence: What shows that it is done.
    """

    id: str = key("编号")
    statement: str = key("内容", default=attrs.NOTHING, prose=True)
    family: Family | None = key("类别", default=None)
    addresses: tuple[str, ...] = key("针对", default=(), refs=("issues", "risks"))
    owner: Owner | None = key("责任人", default=None)
    support: tuple[Owner, ...] = key("配合", default=())
    start: Period | None = key("开始", default=None)
    deadline: Deadline | None = key("完成时限", default=None)
    recurrence: Recurrence | None = key("周期", default=None)
    deliverable: str = key("成果物", prose=True)
    verification: str = key("验证方式", prose=True)
    budget: Quantity | None = key("预算", default=None)
    status: Status | None = key("状态", default=None)
    evidence: str = key("佐证", prose=True)
