"""NUM001 untraced-figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.model import Issue, Summary
from propsummary.problems import Finding
from propsummary.quantities import Hedge, Role
from propsummary.rules._figures import ToldFigure
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View
from propsummary.rules.figures._accounts import Accounts
from propsummary.rules.figures._subjects import is_narrative
from propsummary.rules.naming import naming

_SMALL = 10  # fewer of anything describe the work; nobody looks them up
_MOST = 5  # figures that one message names

_DESCRIBING = (Role.DURATION, Role.RANGE, Role.RATIO)

#: Figures that nobody measures: prices, factors, what a rule says.
_GIVEN = re.compile("系数|折标|折算|单价|标准为|按标准|规定")


@rule("NUM001", on=Summary)
def untraced_figure(_: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A passage tells a figure that nothing in the data accounts for.

    Sums, differences and shares of two figures of one metric account for it too. One message a passage.

    Bad::

        指标:
          - {编号: m1, 名称: 秩序类投诉, 数值: 143件}
        成绩:
          - {编号: a1, 说明: 秩序类投诉143件，劝离违停1162起。, 指标: [m1]}

    Good::

        指标:
          - {编号: m1, 名称: 秩序类投诉, 数值: 143件, 上期值: 186件}
        成绩:
          - {编号: a1, 说明: 秩序类投诉143件，比上年减少43件。, 指标: [m1]}
    """
    if not ctx.summary.metrics or _is_half_read(ctx.view):
        return
    accounts = Accounts(ctx.view)
    for passage in ctx.view.passages:
        untraced = [told for told in ctx.view.figures.of(passage) if _wants_a_source(told) and not _traced(told, accounts)]
        if untraced:
            texts = tuple(dict.fromkeys(told.figure.text for told in untraced))
            yield Finding(
                passage.path,
                key="many" if len(texts) > 1 else "default",
                thing=naming(passage.node),
                figures=texts[:_MOST],
                count=len(texts),
            )


def _is_half_read(view: View) -> bool:
    """Whether some of the data could not be read: a figure may then be accounted for by what nobody knows."""
    return any(view.is_clouded((name,)) for name in ("metrics", "activities", "incidents", "cases", "goals", "countermeasures"))


def _wants_a_source(told: ToldFigure) -> bool:
    figure = told.figure
    if not is_narrative(told) or isinstance(told.passage.node.object, Issue) or told.passage.field in ("title", "positioning"):
        return False
    if figure.unit is None or figure.role in _DESCRIBING or figure.hedge in (Hedge.AT_LEAST, Hedge.AT_MOST):
        return False
    return (figure.role is not Role.COUNT or figure.low >= _SMALL) and not _GIVEN.search(told.sentence)


def _traced(told: ToldFigure, accounts: Accounts) -> bool:
    unit = told.figure.quantity.unit
    return unit is None or accounts.hold(unit, told.interval)
