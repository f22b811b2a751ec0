"""ISS006 blame-shifting."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from propsummary._text import normalize_name
from propsummary.catalogue import Profile
from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Issue, RootCause
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context

# Between the one who is blamed and what is said of them; a system that 不支持 something is nobody's fault.
_NEAR = 10
_THINGS = re.compile("系统|平台|软件|设备|接口|版本|小程序|合同|预算|[Aa][Pp][Pp]")


@rule("ISS006", on=RootCause)
def blame_shifting(cause: RootCause, ctx: Context) -> Iterator[Finding]:
    """
    A cause that is laid on owners, other departments or superiors alone.

    It is a cause all right when one's own part in it is named, in the cause, its whys or another cause of the issue.

    Bad::

        问题:
          - {编号: i1, 表现: 回访有21件打不通, 原因: [{维度: 沟通协调, 说明: 完全是业主自己不接电话、不配合}]}

    Good::

        问题:
          - {编号: i1, 表现: 回访有21件打不通, 原因: [{维度: 制度流程, 说明: 回访只在工作时间拨打，业主不接电话时没有换时段再打}]}
    """
    siblings = ctx.parent.root_causes if isinstance(ctx.parent, Issue) else (cause,)
    blamed = _blamed(cause, ctx.profile)
    if blamed and all(_blamed(sibling, ctx.profile) for sibling in siblings):
        yield Finding("statement", who=blamed)


def _blamed(cause: RootCause, profile: Profile | None) -> str | None:
    """Who alone is to be at fault, if so."""
    faults = tuple(lexicon("blame_words").find(cause.statement))
    if not faults or lexicon("own_part").found_in("，".join((cause.statement, *cause.whys))):
        return None
    own = {normalize_name(name) for name in profile.names} if profile else set()
    others = [hit for hit in lexicon("outsiders").find(cause.statement) if normalize_name(hit.word) not in own]
    ends = [other.end for other in others]
    for fault in faults:
        nearest = bisect.bisect_right(ends, fault.start) - 1
        between = cause.statement[ends[nearest] : fault.start] if nearest >= 0 else ""
        if nearest >= 0 and len(between) <= _NEAR and not _THINGS.search(between):
            return others[nearest].word
    return None
