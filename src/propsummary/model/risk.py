"""What may go wrong."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Level

__all__ = ["Risk"]


@attrs.frozen(kw_only=True)
class Risk:
    """
    Something that may go wrong next.

    Attributes:
        id: Short name, unique in the summary.

        statement: What may happen, to what.

        likelihood, impact: How likely, and how bad if it happens.

        response: What is done about it.

        countermeasures: Ids of the measures that answer it.
    """

    id: str = key("编号")
    statement: str = key("说明", default=attrs.NOTHING, prose=True)
    likelihood: Level | None = key("可能性", default=None)
    impact: Level | None = key("影响", default=None)
    response: str = key("应对", prose=True)
    countermeasures: tuple[str, ...] = key("措施", default=(), refs=("countermeasures",))
