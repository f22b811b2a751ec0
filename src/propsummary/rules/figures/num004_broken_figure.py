"""NUM004 broken-figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.problems import Finding
from propsummary.quantities import Hedge
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Passage

_N = r"(?:[0-9０-９]{1,12}(?:[.．][0-9０-９]{1,6})?|[一二两三四五六七八九十百千]{1,8})"
#: Multipliers and units that are printed twice. Only those of two characters or a sign: 3项项目 and 5家家政公司 are good Chinese.
_TWICE = re.compile(
    rf"{_N}(?:万[余多]?万|亿[余多]?亿|[万亿]?(?:%\s?%|％\s?％|‰‰|%‰|[%％]个?百分点|个?百分点[%％]|元[万亿]元?(?![家户象])|"
    r"人次人次|分钟分钟|小时小时|工作日工作日|平方米平方米|千瓦时千瓦时|个百分点个百分点))|百分之[0-9０-９.]{1,8}[%％]"
)
#: About and more than, with the unit in between.
_BOTH_WAYS = re.compile(rf"(?:约|大约|近|将近){_N}(?:[%％‰]|个?百分点)余(?![额款留量地下温热])")


@rule("NUM004", on=Passage)
def broken_figure(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    A figure contradicts itself, so that nobody can say what it means.

    约300件左右 says the same twice and is only clumsy; 约300余件 says about and more than.

    Bad::

        成绩:
          - {编号: a1, 说明: 全年清理堆物约300余处。}

    Bad::

        成绩:
          - {编号: a1, 说明: 节约电费2万多万元。}

    Good::

        成绩:
          - {编号: a1, 说明: 全年清理堆物300余处，劝离违停约1200起，节约电费2万多元。}
    """
    seen: set[str] = set()
    for told in ctx.view.figures.of(passage):
        if told.figure.hedge is Hedge.APPROX_OVER and told.figure.text not in seen:
            seen.add(told.figure.text)
            yield Finding(key="hedges", told=told.figure.text)
    for key, pattern in (("hedges", _BOTH_WAYS), ("twice", _TWICE)):
        for match in pattern.finditer(passage.text):
            if match[0] not in seen:
                seen.add(match[0])
                yield Finding(key=key, told=match[0])
