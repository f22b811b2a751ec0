"""ISS006 blame-shifting."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from propsummary.catalogue import Profile
from propsummary.catalogue.lexicon import Hit, lexicon
from propsummary.model import Issue, RootCause
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# Between the one who is blamed and what is said of them; a system that 不支持 something is nobody's fault.
_NEAR = 10
_THINGS = re.compile("系统|平台|软件|设备|接口|版本|小程序|合同|预算|[Aa][Pp][Pp]")

# 都怪工程部, 责任完全在施工方: who says so means them alone, whatever other causes stand beside; what was established is a fact.
_NONE_BUT = re.compile("(?:都|全|只|就)怪$|责任(?:完全|全部|全都|全|都)(?:在|在于|归|是)$")
_ALL_IS = re.compile("(?:全|都|完全|纯粹?|就)是(?:因为|由于)?$")
_MARK = re.compile("[，,、。；;]")
_AT_FAULT = re.compile("的错|负全责|负全部责任")
_FOUND_OUT = re.compile("认定|鉴定|判定|裁定|定责|判决")


@rule("ISS006", on=RootCause)
def blame_shifting(cause: RootCause, ctx: Context) -> Iterator[Finding]:
    """
    A cause that is laid on owners, other departments or superiors alone.

    It is a cause all right when one's own part in it is named, in the cause, its whys or another cause of the issue; beside words
    that put all of it on them (都怪, 责任完全在) another cause is no excuse.

    Bad::

        问题:
          - {编号: i1, 表现: 回访有21件打不通, 原因: [{维度: 沟通协调, 说明: 完全是业主自己不接电话、不配合}]}

    Bad::

        问题:
          - 编号: i1
            表现: 漏水投诉有7件超过15天办结
            原因:
              - {维度: 沟通协调, 说明: 都怪工程部拖着不上门}
              - {维度: 制度流程, 说明: 跨部门工单没有办结时限}

    Good::

        问题:
          - {编号: i1, 表现: 回访有21件打不通, 原因: [{维度: 制度流程, 说明: 回访只在工作时间拨打，业主不接电话时没有换时段再打}]}
    """
    others = _others(cause, ctx.profile)
    if not others or _names_own_part(cause):
        return
    siblings = ctx.parent.root_causes if isinstance(ctx.parent, Issue) else ()
    if outright := _blamed_outright(cause, others):
        yield Finding("statement", who=outright)
    elif (blamed := _blamed(cause, others)) and all(_is_blaming(one, ctx.profile) for one in siblings if one is not cause):
        yield Finding("statement", who=blamed)


def _others(cause: RootCause, profile: Profile | None) -> list[Hit]:
    """Everybody outside the department that *cause* names."""
    named = lexicon("outsiders").find(cause.statement)
    return [hit for hit in named if profile is None or not profile.is_called(hit.word)]


def _names_own_part(cause: RootCause) -> bool:
    return lexicon("own_part").found_in("，".join((cause.statement, *cause.whys)))


def _is_blaming(cause: RootCause, profile: Profile | None) -> bool:
    others = _others(cause, profile)
    return bool(others) and not _names_own_part(cause) and _blamed(cause, others) is not None


def _blamed_outright(cause: RootCause, others: list[Hit]) -> str | None:
    """Which of *others* the cause itself says to be at fault and nobody else."""
    said = cause.statement
    if _FOUND_OUT.search(said):
        return None
    for hit in (hit for hit in others if _ALL_IS.search(said[: hit.start])):  # 全是业主素质太低
        if any(hit.end <= fault.start and not _MARK.search(said, hit.end, fault.start) for fault in _faults(said)):
            return hit.word
    return next((hit.word for hit in others if _NONE_BUT.search(said[: hit.start]) or _AT_FAULT.match(said, hit.end)), None)


def _faults(statement: str) -> Iterator[Hit]:
    return lexicon("blame_words").find(statement)


def _blamed(cause: RootCause, others: list[Hit]) -> str | None:
    """Which of *others* alone is to be at fault, if so."""
    ends = [other.end for other in others]
    for fault in _faults(cause.statement):
        nearest = bisect.bisect_right(ends, fault.start) - 1
        between = cause.statement[ends[nearest] : fault.start] if nearest >= 0 else ""
        if nearest >= 0 and len(between) <= _NEAR and not _THINGS.search(between):
            return others[nearest].word
    return None
