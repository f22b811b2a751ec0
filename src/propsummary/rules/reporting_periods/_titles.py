"""What messages call a period."""

from __future__ import annotations

from propsummary.catalogue.codes import Words
from propsummary.periods import Period

__all__ = ["titled"]


def titled(period: Period) -> Words:
    """The period as a heading names it: 2025年下半年, second half of 2025."""
    return Words(period.title("zh"), period.title("en"))
