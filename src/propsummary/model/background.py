"""What a summary is for."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key

__all__ = ["Background"]


@attrs.frozen(kw_only=True)
class Background:
    """
    What the summary is for and where the department stands.

    Attributes:
        purpose: Why it is written.

        positioning: The department's place in the company.

        text: Anything else that opens the summary.
    """

    purpose: str = key("目的", prose=True)
    positioning: str = key("定位", prose=True)
    text: str = key("说明", prose=True)
