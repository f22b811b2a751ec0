"""CHN006 measure-overdue."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from propsummary.model import Countermeasure, Issue, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.chain._likeness import grams, mentions
from propsummary.rules.chain._link import answered, before, named, told
from propsummary.rules.context import Context
from propsummary.rules.countermeasures.status import is_closed


@rule("CHN006", on=Summary, needs=("previous",))
def measure_overdue(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A measure of the previous summary that is past its deadline, and of which this one says nothing.

    A follow-up on it or on its issue answers it, so does any sentence about it among what was done, and so does the same measure
    here with a new deadline.

    Bad::

        期间: 2024
        措施:
          - {编号: c1, 内容: 与业委会商定步道走向并铺汀步60米, 责任人: 丁一航, 完成时限: 2025-05-31}
        ---
        期间: 2025
        编制日期: 2026-01-06

    Good::

        期间: 2024
        措施:
          - {编号: c1, 内容: 与业委会商定步道走向并铺汀步60米, 责任人: 丁一航, 完成时限: 2025-05-31}
        ---
        期间: 2025
        编制日期: 2026-01-06
        上期落实:
          - {对应: c1, 结果: 走向已商定，汀步未铺, 结论: 结转, 原因: 石材3月才到货}
    """
    if ctx.view.may_hide(("follow_ups",), "of", "result") or ctx.view.is_clouded(("prepared_on",)):
        return
    today = summary.prepared_on or summary.period.last
    for last in before(ctx):
        for measure, path, thing in named("countermeasures", last.countermeasures):
            due = measure.deadline.date if measure.deadline else None
            if due is None or due >= today or is_closed(measure) or answered(ctx) & {measure.id, *measure.addresses}:
                continue
            settled = _again(measure, due, ctx) or told(ctx.view, measure.statement, plans=False)
            if not (settled or _explained(measure, last, ctx)):
                yield Finding(path, thing=thing, due=due, today=today)


def _explained(measure: Countermeasure, last: Summary, ctx: Context) -> bool:
    """
    Whether an issue that goes on says why *measure* did not end it.

    It does where it has a word that came in with the measure: 午班只开到5月, after 加开午班.
    """
    for old in (issue for issue in last.issues if issue.id in measure.addresses):
        brought = set(grams(measure.statement)) - {gram for text in _said(old) for gram in grams(text)}
        here = (issue for issue in ctx.summary.issues if issue.carried_from == old.id)
        if any(brought.intersection(grams(text)) for issue in here for text in _said(issue)):
            return True
    return False


def _said(issue: Issue) -> tuple[str, ...]:
    """Everything that an issue and its causes say."""
    causes = (text for cause in issue.root_causes for text in (cause.statement, *cause.whys))
    return (issue.title, issue.statement, *causes)


def _again(measure: Countermeasure, due: dt.date, ctx: Context) -> bool:
    """Whether this summary has the measure too, closed or with a deadline that was moved, or may have it for all that is known."""
    if ctx.view.may_hide(("countermeasures",), "statement", "deadline", "status"):
        return True
    same = [new for new in ctx.summary.countermeasures if mentions(new.statement, measure.statement)]
    return any(is_closed(new) or (new.deadline is not None and new.deadline.date != due) for new in same)
