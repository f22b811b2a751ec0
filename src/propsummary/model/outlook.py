"""What comes after the next period."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key

__all__ = ["Outlook", "StrategicDirection"]


@attrs.frozen(kw_only=True)
class StrategicDirection:
    """
    A direction for the next one to three years.

    Attributes:
        id: Short name, unique in the summary.

        statement: Where the department is heading.

        years: For how long, as written (``2026-2028``, ``三年``).

        strategy: The company strategy that it follows.
    """

    id: str = key("编号")
    statement: str = key("内容", default=attrs.NOTHING, prose=True)
    years: str = key("年限")
    strategy: str = key("战略", prose=True)


@attrs.frozen(kw_only=True)
class Outlook:
    """
    What comes after the next period.

    Attributes:
        directions: Where the department is heading in one to three years.

        innovations: New ideas in service, tools or technology.
    """

    directions: tuple[StrategicDirection, ...] = key("方向", default=())
    innovations: tuple[str, ...] = key("创新", default=(), prose=True)
