"""ISS007 self-blame."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Issue, Part, RootCause, Section, Summary
from propsummary.problems import Finding
from propsummary.rules._text import first_hit
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.walk import passages_of

_SPEAKING = (Issue, RootCause, Section)


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
    for node in ctx.view.nodes:
        if type(node.object) in _SPEAKING and _speaks_of_issues(node.object):
            for passage in passages_of(node, ctx.view.gaps):
                if reproach := first_hit("self_reproach", passage.text):
                    yield Finding(passage.path, thing=naming(node), phrase=reproach.word)


def _speaks_of_issues(part: object) -> bool:
    return not isinstance(part, Section) or part.part is Part.ISSUES
