"""SHP007 unsupported-version."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP007")
def unsupported_version(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A draft of a format newer than the library.

    Bad::

        版本: 99

    Good::

        版本: 1
    """
    return iter(())
