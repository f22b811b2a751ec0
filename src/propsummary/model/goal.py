"""What the next period shall bring."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.owner import Owner
from propsummary.model.words import GoalKind
from propsummary.periods import Deadline
from propsummary.quantities import Change, Quantity, read_change, read_quantity

__all__ = ["Goal"]


@attrs.frozen(kw_only=True)
class Goal:
    """
    What the department wants to reach in the next period.

    Attributes:
        id: Short name, unique in the summary.

        kind: Overall aim, indicator, key project or team building.

        statement: The goal in a sentence.

        metric: Id of the metric that measures it.

        kpi: Id of the catalogue's KPI that measures it, where the summary has no such metric yet.

        baseline: Where it starts from.

        target: Where it shall get to; a bound, a figure or a change.

        deliverable: What will be there when it is reached.

        deadline: The last day for it.

        owner: The one person, post or department that answers for it.

        supports: Ids of the issues, risks or directions that it serves, or areas.

        rationale: Why it is within reach.
    """

    id: str = key("编号")
    kind: GoalKind | None = key("类别", default=None)
    statement: str = key("内容", default=attrs.NOTHING, prose=True)
    metric: str = key("指标", refs=("metrics",))
    kpi: str = key("指标库")
    baseline: Quantity | None = key("基期值", default=None)
    target: Quantity | None = key("目标值", default=None)
    deliverable: str = key("成果物", prose=True)
    deadline: Deadline | None = key("完成时限", default=None)
    owner: Owner | None = key("责任人", default=None)
    supports: tuple[str, ...] = key("支撑", default=(), refs=("issues", "risks", "directions", "areas"))
    rationale: str = key("依据", prose=True)

    @property
    def planned_change(self) -> Change | None:
        """The change that the target asks for where its words name no level: 提升5%, 下降8%."""
        said = self.target.text.strip() if self.target else ""
        if not said[:1].isalpha() or read_quantity(said) is not None:  # ≥96%, 12次, 不低于96%
            return None
        return read_change(said)
