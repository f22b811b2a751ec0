"""The form in Excel: its layout, and how a filled one is read."""

from __future__ import annotations

from propsummary.drafts.workbook.reading import read_workbook

__all__ = ["read_workbook"]
