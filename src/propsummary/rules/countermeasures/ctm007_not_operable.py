"""CTM007 not-operable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Countermeasure
from propsummary.problems import Finding
from propsummary.quantities import has_figure
from propsummary.rules._text import clauses, first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_dropped

# Little words between them.
_LITTLE = re.compile(r"[的地得对和与及并把将在向为以到性化等各有\W]")

# 加强夜班巡逻: whatever it names, to strengthen it is nothing that anybody could see done.
_ONLY_MORE = re.compile(
    "(?:要|将|继续|持续|不断|进一步|切实|着力|全面|大力|认真)*(?:加强|强化|增强|加大|提升|提高|深化|重视|抓好|狠抓)(?:对|了)?.{1,8}"
    # 持续完善登记流程: what goes on for ever is never done, unless it makes a thing.
    "|(?:要|将)?(?:继续|持续|不断|进一步|逐步)(?:完善|健全|优化|规范|改进|改善).{0,6}"
    "(?:机制|制度|体系|流程|管理|服务|工作|水平|能力|质量|标准|模式|方法|方式|秩序|环境)"
    # 规范领用流程: as with 规范交接班, only what is to be done otherwise would tell.
    "|(?:要|将)?规范.{2,6}(?:流程|管理|服务|工作|行为|秩序)"
)
# 由各班长督促整改: who is to see to it is not what is to be done.
_BY_WHOM = re.compile("由.{1,8}?(?=督促|监督|负责|落实|狠?抓)")


@rule("CTM007", on=Countermeasure)
def not_operable(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure that only strengthens, furthers and perfects: no deliverable, no figure, no verification, nothing that is done.

    Bad::

        措施:
          - {编号: c1, 内容: 进一步加强员工培训，完善管理制度, 责任人: 周明, 完成时限: 2026-03-31}

    Bad::

        措施:
          - {编号: c1, 内容: 进一步加强门岗管理，持续完善登记流程, 责任人: 值班长, 完成时限: 2026-03-31}

    Good::

        措施:
          - {编号: c1, 内容: 修订夜班交接制度，把漏巡写进交接表, 责任人: 周明, 完成时限: 2026-03-31}
          - {编号: c2, 内容: 加强夜班巡逻, 责任人: 周明, 完成时限: 2026-03-31, 验证方式: 每周抽查巡更轨迹}
    """
    checkable = ("deliverable", "verification", "recurrence", "budget", "evidence")
    if is_dropped(measure) or not all(ctx.lacks(field) for field in checkable) or has_figure(measure.statement):
        return
    vague = first_hit("vague_measures", measure.statement)
    if vague and all(_empty(clause) for clause in clauses(measure.statement)):
        yield Finding("statement", phrase=vague.word)


def _empty(clause: str) -> bool:
    """Whether *clause* only wants more of something, or nothing is left of it without set phrases and what they improve."""
    if _ONLY_MORE.fullmatch(clause):
        return True
    clause = _BY_WHOM.sub("", clause)
    for name in ("vague_measures", "abstract_things"):
        for hit in reversed(tuple(lexicon(name).find(clause))):
            clause = f"{clause[: hit.start]} {clause[hit.end :]}"
    return len(_LITTLE.sub("", clause)) <= 1
