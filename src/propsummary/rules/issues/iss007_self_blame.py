"""ISS007 self-blame."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.catalogue.lexicon import lexicon
from propsummary.model import Issue, Part, RootCause, Section, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.walk import passages_of, texts_of


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
    sections = [node for node in ctx.view.nodes_of(Section) if node.object.part is Part.ISSUES]
    reproaches = lexicon("self_reproach")
    for node in (*ctx.view.nodes_of(Issue), *ctx.view.nodes_of(RootCause), *sections):
        if not any(map(reproaches.found_in, texts_of(node.object))):  # hardly anybody writes so, and places take their time
            continue
        for passage in passages_of(node, ctx.view.gaps):
            if reproach := next(reproaches.find(passage.text), None):
                yield Finding(passage.path, thing=naming(node), phrase=reproach.word)
