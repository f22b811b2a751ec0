"""CHN003 issue-dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from propsummary.model import Countermeasure, Issue, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.chain._issues import is_solved, same_issue
from propsummary.rules.chain._link import answered, before, named, told
from propsummary.rules.context import Context, View


@rule("CHN003", on=Summary, needs=("previous",))
def issue_dropped(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    An issue that was not solved last time, and that this summary does not mention any more.

    It counts as solved where one of its measures was done. Any issue that takes it up, any follow-up on it, on its measures or on a
    goal for it alone, and any passage that speaks of it will do.

    Bad::

        期间: 2024
        问题:
          - {编号: i1, 表现: 12号楼北侧绿地踩踏形成土路60米, 部位: 12号楼北侧}
        ---
        期间: 2025
        问题:
          - {编号: i1, 表现: 景观池夏季蚊虫投诉3件}

    Good::

        期间: 2024
        问题:
          - {编号: i1, 表现: 12号楼北侧绿地踩踏形成土路60米, 部位: 12号楼北侧}
        ---
        期间: 2025
        成绩:
          - {编号: a1, 标题: 铺设汀步, 说明: 12号楼北侧土路改铺汀步60米，绿地不再被踩踏}
    """
    view = ctx.view
    if view.may_hide(("issues",), "carried_from", "title", "statement") or view.may_hide(("follow_ups",), "of", "result"):
        return
    for last in before(ctx):
        measures_for = View(last).measures_for
        issues = {issue.id for issue in last.issues}
        for issue, path, thing in named("issues", last.issues):
            measures = measures_for.get(issue.id, ())
            goals = [goal for goal in last.goals if issue.id in goal.supports and issues.isdisjoint({*goal.supports} - {issue.id})]
            followed = answered(ctx) & {issue.id, *(measure.id for measure in measures), *(goal.id for goal in goals)}
            if not (followed or is_solved(issue, measures) or _taken_up(issue, ctx) or _mentioned(issue, measures, view)):
                yield Finding(path, thing=thing)


def _taken_up(issue: Issue, ctx: Context) -> bool:
    return any(one.carried_from == issue.id or same_issue(one, issue, ctx.profile) for one in ctx.summary.issues)


def _mentioned(issue: Issue, measures: Sequence[Countermeasure], view: View) -> bool:
    """Whether any passage speaks of the issue, of one of its measures, or of its place, where that has a name of its own."""
    here = len(issue.where) >= 3 and any(issue.where in passage.text for passage in view.passages)
    return here or told(view, issue.title, issue.statement, *(measure.statement for measure in measures), plans=True)
