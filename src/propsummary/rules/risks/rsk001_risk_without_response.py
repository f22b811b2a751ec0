"""RSK001 risk-without-response."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Risk
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("RSK001", on=Risk)
def risk_without_response(risk: Risk, ctx: Context) -> Iterator[Finding]:
    """
    A risk that is foreseen but neither answered in words nor by a measure, whichever of the two names the other.

    Bad::

        风险:
          - {编号: r1, 说明: 台风季倒伏树木可能砸车, 可能性: 中, 影响: 高}

    Good::

        风险:
          - {编号: r1, 说明: 台风季倒伏树木可能砸车, 可能性: 中, 影响: 高}
        措施:
          - {编号: c1, 针对: [r1], 内容: 加固危树14株, 责任人: 丁一航, 完成时限: 2026-06-30}
    """
    answered = risk.id in ctx.view.measures_for or ctx.view.may_hide(("countermeasures",), "addresses")
    if ctx.lacks("response", "countermeasures") and not answered:
        yield Finding()
