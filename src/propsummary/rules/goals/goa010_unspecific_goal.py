"""GOA010 unspecific-goal."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from propsummary import catalogue
from propsummary.catalogue.lexicon import Lexicon
from propsummary.model import Goal
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.goals._reading import delivers, passes

# What is counted or rated, whatever it is called here; 效率 and 表率 are none.
_RATED = re.compile("(?<![效表])率|满意度|得分|时长|投诉|事故|能耗|全覆盖|持证")


@rule("GOA010", on=Goal)
def unspecific_goal(goal: Goal, ctx: Context) -> Iterator[Finding]:
    """
    A goal that names neither what is measured nor what will be delivered.

    Bad::

        目标:
          - {编号: g1, 类别: 总体, 内容: 打造一支特别能吃苦的秩序队伍, 完成时限: 2026-12-31}

    Good::

        目标:
          - {编号: g1, 类别: 团队建设, 内容: 保安持证上岗率达到100%, 完成时限: 2026-12-31}
          - {编号: g2, 类别: 重点工作, 内容: 完成东门岗亭改造, 完成时限: 2026-06-30}
    """
    named = any(not ctx.lacks(field) for field in ("metric", "kpi", "target", "deliverable"))
    if not named and not _says_what(goal.statement):
        yield Finding("statement")


def _says_what(statement: str) -> bool:
    if has_figure(statement) or _RATED.search(statement) or delivers(statement) or passes(statement):
        return True
    return _kpi_names(catalogue.own_kpis()).found_in(statement)


@functools.lru_cache(maxsize=8)
def _kpi_names(own: tuple[catalogue.Kpi, ...]) -> Lexicon:
    known = (*own, *catalogue.kpis().values())
    return Lexicon(name for one in known for name in (one.zh, one.en, *one.synonyms) if len(name) > 1)
