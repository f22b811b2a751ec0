"""Emergencies."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import IncidentKind
from propsummary.quantities import Quantity

__all__ = ["Incident"]


@attrs.frozen(kw_only=True)
class Incident:
    """
    Emergencies of one kind and how they were handled.

    Attributes:
        id: Short name, unique in the summary.

        kind: Security, fire, equipment, dispute, medical, weather or other.

        count: How many there were, usually in 起.

        response: How fast the department was on the spot, a duration.

        handling: What was done.

        outcome: How it ended.
    """

    id: str = key("编号")
    kind: IncidentKind = key("类别", default=attrs.NOTHING)
    count: Quantity = key("起数", default=attrs.NOTHING)
    response: Quantity | None = key("响应时间", default=None)
    handling: str = key("处置", prose=True)
    outcome: str = key("结果", prose=True)
