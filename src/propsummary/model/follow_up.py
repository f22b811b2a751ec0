"""What became of the last goals and measures."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Outcome

__all__ = ["FollowUp"]


@attrs.frozen(kw_only=True)
class FollowUp:
    """
    What became of a goal, measure or issue of the previous summary.

    Attributes:
        of: Its id in the previous summary.

        result: What was reached, as a figure or in words.

        outcome: Met, missed, carried over or dropped.

        reason: Why it was missed, carried over or dropped.

        evidence: What shows it.
    """

    of: str = key("对应", default=attrs.NOTHING, refs=("previous",))
    result: str = key("结果", prose=True)
    outcome: Outcome | None = key("结论", default=None)
    reason: str = key("原因", prose=True)
    evidence: str = key("佐证", prose=True)
