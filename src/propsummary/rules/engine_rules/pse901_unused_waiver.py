"""PSE901 unused-waiver."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import reader_rule
from propsummary.rules.context import Context


@reader_rule("PSE901")
def unused_waiver(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A waiver that matched nothing: its problem is gone, it names the wrong place, or no rule is called that.

    The engine reports it where the waiver stands. A waiver of a rule that did not run is left alone.

    Bad::

        豁免:
          - {规则: ISS01, 位置: i1, 理由: 原因待设备厂家的检测报告}

    Good::

        豁免:
          - {规则: ISS001, 位置: i1, 理由: 原因待设备厂家的检测报告}
    """
    return iter(())
