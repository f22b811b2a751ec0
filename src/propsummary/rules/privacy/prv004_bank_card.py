"""PRV004 bank-card."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.privacy._pieces import pieces


@rule("PRV004", on=Summary)
def bank_card(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A bank-card number: a beginning that banks use and a right check digit.

    Bad::

        成绩:
          - {编号: a1, 标题: 误缴退费, 说明: 退回李先生多缴的物业费316元，卡号6222021234567890128。}

    Good::

        成绩:
          - {编号: a1, 标题: 误缴退费, 说明: 退回多缴的物业费316元，物料编码6222021234567890123同批核销。}
    """
    yield from pieces("bank-card", ctx)
