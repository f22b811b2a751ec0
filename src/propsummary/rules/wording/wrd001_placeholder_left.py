"""WRD001 placeholder-left."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Countermeasure, Goal, Organization, RootCause, Summary, Waiver
from propsummary.problems import Finding
from propsummary.rules._said import Said, texts
from propsummary.rules._text import first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.wording._placeholders import left_open, placeholders

# 暂无 is an answer to what owners said, and to which risks there are, not to these.
_OWED = frozenset({"owner", "source", "definition"})
_OWE_WORDS = (RootCause, Goal, Countermeasure)
# 备注：待核实 is a note, and rules of their own tell of a deadline that is none.
_MAY_BE_OPEN = frozenset({"note", "feedback", "deadline"})


@rule("WRD001", on=Summary)
def placeholder_left(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Something that a template left to be filled in still stands there, in a sentence or in a name.

    Bad::

        成绩:
          - {编号: a1, 标题: 前台接待, 说明: 前台接待约640人次，其中老年业主xx人次。}

    Bad::

        措施:
          - {编号: c1, 内容: 更换东门两台识别相机, 责任人: 【请填写】}

    Bad::

        问题:
          - {编号: i1, 表现: 东门岗夜间车辆排队超过8分钟共17次, 原因: [{说明: 待查}]}

    Good::

        标题: XX小区秩序部2025年工作总结
        成绩:
          - {编号: a1, 标题: 【暖心服务】前台接待, 说明: "来电139****0000反映车位被占，**当天**办结；值守按5x8小时安排。"}
    """
    for one in texts(summary, ctx):
        if one.field == "file" or isinstance(one.node.object, Waiver):
            continue
        words = placeholders(one.text, names=not isinstance(one.node.object, Organization))
        if not words and _is_left_open(one):
            words = (one.text.strip(),)
        if words:
            yield Finding(one.path, thing=naming(one.node), words=tuple(f"“{word}”" for word in words))


def _is_left_open(one: Said) -> bool:
    holder = one.node.object
    if one.field in _MAY_BE_OPEN or not left_open(one.text, owed=one.field in _OWED or _is_statement(one)):
        return False
    return not (isinstance(holder, Countermeasure) and one.field == "owner" and first_hit("vague_owners", one.text))  # CTM002


def _is_statement(one: Said) -> bool:
    return one.field == "statement" and isinstance(one.node.object, _OWE_WORDS)
