"""SHP005 bad-value."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("SHP005")
def bad_value(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A value that its key cannot hold: a word that the list does not have, a figure or date that cannot be read.

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 类别: 采购}

    Good::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 类别: 技术设备}
    """
    return iter(())
