"""ISS007 self-blame."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue, Part, RootCause, Section
from propsummary.problems import Finding
from propsummary.rules._text import first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.walk import Passage


@rule("ISS007", on=Passage)
def self_blame(passage: Passage, ctx: Context) -> Iterator[Finding]:
    """
    Self-reproach where an analysis is due.

    Bad::

        问题:
          - {编号: i1, 表现: 6月有3起投诉超时, 原因: [{维度: 人员能力, 说明: 完全是我部门的错，我们深感愧疚}]}

    Good::

        问题:
          - {编号: i1, 表现: 6月有3起投诉超时, 原因: [{维度: 制度流程, 说明: 我部没有安排周末值班主管，派单延后}]}
    """
    held_by = ctx.node.object
    speaks_of_issues = isinstance(held_by, Issue | RootCause) or (isinstance(held_by, Section) and held_by.part is Part.ISSUES)
    if speaks_of_issues and (reproach := first_hit("self_reproach", passage.text)):
        yield Finding(phrase=reproach.word)
