"""ISS007 self-blame."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue, Part, RootCause, Section, Summary
from propsummary.problems import Finding
from propsummary.rules._text import first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming


@rule("ISS007", on=Summary)
def self_blame(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Self-reproach where an analysis is due.

    Bad::

        问题:
          - {编号: i1, 表现: 6月有3起投诉超时, 原因: [{维度: 人员能力, 说明: 完全是我部门的错，我们深感愧疚}]}

    Good::

        问题:
          - {编号: i1, 表现: 6月有3起投诉超时, 原因: [{维度: 制度流程, 说明: 我部没有安排周末值班主管，派单延后}]}
    """
    for passage in ctx.view.passages:  # few of them speak of issues
        if _speaks_of_issues(passage.node.object) and (reproach := first_hit("self_reproach", passage.text)):
            yield Finding(passage.path, thing=naming(passage.node), phrase=reproach.word)


def _speaks_of_issues(part: object) -> bool:
    return isinstance(part, (Issue, RootCause)) or (isinstance(part, Section) and part.part is Part.ISSUES)
