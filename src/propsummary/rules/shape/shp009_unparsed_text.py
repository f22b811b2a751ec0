"""SHP009 unparsed-text."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP009")
def unparsed_text(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A passage of a draft in prose that was kept but not understood: it belongs to no issue, no measure, no goal.

    Readers of prose report it; in a structured draft everything has its key, so there is none to show.
    """
    return iter(())
