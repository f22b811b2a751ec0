"""REF004 unread-records."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("REF004")
def unread_records(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Figures were to be computed from records, and were not.

    Told by `propsummary.edits.compute`: the records are not there, lack what a KPI needs, or stand where a draft may not reach by
    itself (outside of its folder, in a database). A check opens no records, so no draft alone can show it.
    """
    return iter(())
