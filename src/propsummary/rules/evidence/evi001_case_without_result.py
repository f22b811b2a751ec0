"""EVI001 case-without-result."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Case
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("EVI001", on=Case)
def case_without_result(case: Case, ctx: Context) -> Iterator[Finding]:
    """
    A case that does not say how it ended.

    Bad::

        案例:
          - {编号: k1, 标题: 化粪井异味处理, 情况: 住户连续反映异味, 做法: 加装防臭地漏并加密清掏}

    Good::

        案例:
          - {编号: k1, 标题: 化粪井异味处理, 做法: 加装防臭地漏并加密清掏, 结果: 5月20日起再无投诉}
    """
    if ctx.lacks("result"):
        yield Finding()
