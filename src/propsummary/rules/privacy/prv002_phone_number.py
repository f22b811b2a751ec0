"""PRV002 phone-number."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.privacy._pieces import pieces

# Whoever hands the summary in may say how to be reached.
_OWN = frozenset({("organization",), ("author",), ("reviewer",)})


@rule("PRV002", on=Summary)
def phone_number(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A mobile number of a person.

    Landlines, service numbers (400, 95, 12345) and mobiles that a department publishes (值班电话, 服务热线) are none; nor is
    whatever the author, the reviewer or the organization says of itself.

    Bad::

        背景: {说明: 业主王女士（手机13900000000）多次来电反映南门拥堵。}

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 周明 13900000000}

    Good::

        编制人: 周明 13900000000
        背景: {说明: 业主王女士多次来电反映南门拥堵，值班电话13900000000已张贴，工单13900000000已办结。}
    """
    yield from pieces("phone-number", ctx, passed=_OWN)
