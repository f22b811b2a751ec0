"""CTM002 vague-owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Countermeasure, Owner
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# 张伟及相关人员, 工程部带领各班组: whoever stands before such a word answers.
_JOINED = re.compile("[、，,；;/和与及]|以及|带领|牵头|组织|负责(?!人)|等(?=[相有各全])")
_LEADS = re.compile("牵头|统筹|负责|组长")


@rule("CTM002", on=Countermeasure)
def vague_owner(measure: Countermeasure, ctx: Context) -> Iterator[Finding]:
    """
    A measure whose owner is a group of which nobody answers.

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 各部门, 完成时限: 2026-03-31}

    Good::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 工程部, 完成时限: 2026-03-31}
    """
    if measure.owner and _names_nobody(measure.owner):
        yield Finding("owner", owner=measure.owner)


def _names_nobody(owner: Owner) -> bool:
    vague = lexicon("vague_owners")
    if not vague.found_in(owner.identity) or (owner.name and _LEADS.search(owner.role)):  # 全体员工（张伟牵头）
        return False
    named = [part for part in _JOINED.split(owner.identity) if part.strip()]
    return bool(named) and all(vague.found_in(part) for part in named)
