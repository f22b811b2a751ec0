"""SHP006 duplicate-key."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP006")
def duplicate_key(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    The same key twice in one mapping, also once in English and once in Chinese.

    Bad::

        标题: 秩序部工作总结
        title: 秩序部2025年工作总结

    Good::

        标题: 秩序部2025年工作总结
    """
    return iter(())
