"""STR002 thin-background."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.catalogue.codes import Words
from propsummary.model import Background, Part, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View
from propsummary.rules.structure._parts import is_empty

# A background in free words says both in many ways: only one that shows no trace of them is called thin.
_PURPOSE = re.compile(
    r"目的|旨在|为了|为[^了]{1,20}[，,]|以便|以期|现将|如下|汇报|总结.{0,12}(?:工作|情况|经验|得失)|梳理|回顾"
    r"|\b(?:in order to|aims? )"
)
_PLACE = re.compile(
    r"负责|承担|担负|肩负|职责|职能|定位|作为|分管|防线|窗口|(?:部|中心|队|处)是|\b(?:responsible for|in charge of)"
)

_FIELDS = (
    ("purpose", _PURPOSE, Words("目的", "its aim")),
    ("positioning", _PLACE, Words("部门的定位", "the department's place in the company")),
)


@rule("STR002", on=Summary)
def thin_background(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A background that lacks its purpose or the department's place in the company.

    A summary without any background is `STR001`'s to tell, and a department whose summary has no such section owes none.

    Bad::

        背景: {说明: 2025年，在公司的正确领导下，全体员工团结一心，较好地完成了全年工作。}

    Good::

        背景: {目的: 总结全年工作，安排明年改进, 定位: 秩序部负责小区的安全、秩序、消防和应急}
    """
    section = ctx.profile.section("background") if ctx.profile else None
    if section is None or is_empty(ctx.view, "background"):
        return
    prose = _prose(summary)
    missing = tuple(words for field, trace, words in _FIELDS if _lacks(ctx.view, field) and not trace.search(prose))
    if missing:
        yield Finding("background", missing=missing)


def _lacks(view: View, field: str) -> bool:
    said = getattr(view.summary.background or Background(), field).strip()
    return not (said or view.is_clouded(("background", field)) or view.may_hide(("sections",), "part", "text"))


def _prose(summary: Summary) -> str:
    own = summary.background.text if summary.background else ""
    return "\n".join((own, *(section.text for section in summary.sections if section.part is Part.BACKGROUND)))
