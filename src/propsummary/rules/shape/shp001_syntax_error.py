"""SHP001 syntax-error."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP001")
def syntax_error(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A file that is not well-formed: nothing in it can be read, and nothing else is checked.

    Bad::

        标题: "2025年秩序部工作总结

    Good::

        标题: "2025年秩序部工作总结"
    """
    return iter(())
