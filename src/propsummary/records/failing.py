"""What cannot be measured, in one sentence."""

from __future__ import annotations

from propsummary.errors import PropsummaryError

__all__ = ["RecordsError"]


class RecordsError(PropsummaryError):
    """Records cannot be read, or do not hold what was asked of them; the message names table and column."""
