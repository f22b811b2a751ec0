"""PRV001 id-number."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.privacy._pieces import pieces


@rule("PRV001", on=Summary)
def id_number(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A resident-identity number.

    One of 18 places is known by its region, its date of birth and its check digit; an old one of 15 places has no check digit and
    counts only behind the word 身份证. Numbers of work orders and contracts are none.

    Bad::

        案例:
          - {编号: k1, 标题: 拾金不昧, 情况: 失主凭身份证110101199003074477领回钱包}

    Good::

        案例:
          - {编号: k1, 标题: 拾金不昧, 情况: 失主凭身份证领回钱包（工单110101199003074477，证号已核对）}
    """
    yield from pieces("id-number", ctx)
