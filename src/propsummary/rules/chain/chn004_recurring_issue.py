"""CHN004 recurring-issue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from propsummary.catalogue import Profile
from propsummary.catalogue.codes import Words
from propsummary.model import Issue, Summary
from propsummary.periods import Period
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.chain._issues import alike
from propsummary.rules.chain._link import earlier
from propsummary.rules.context import Context
from propsummary.rules.naming import naming
from propsummary.rules.walk import Node


@rule("CHN004", on=Issue, needs=("previous",))
def recurring_issue(issue: Issue, ctx: Context) -> Iterator[Finding]:
    """
    The same issue again, as ``carried_from`` says, or as the words and the area do.

    It is counted over as many earlier summaries as are given; a year and one of its quarters tell of the same time.

    Bad::

        期间: 2024
        问题:
          - {编号: i1, 表现: 地下车库坡道积灰，被投诉9次}
        ---
        期间: 2025
        问题:
          - {编号: i1, 表现: 地下车库坡道积灰反复，全年投诉6次}

    Bad::

        期间: 2024
        问题:
          - {编号: i3, 表现: 地下车库坡道积灰，被投诉9次}
        ---
        期间: 2025
        问题:
          - {编号: i1, 表现: 车库入口的灰尘没有根治, 承接: i3}

    Good::

        期间: 2024
        问题:
          - {编号: i1, 表现: 地下车库坡道积灰，被投诉9次, 领域: 环境卫生}
        ---
        期间: 2025
        问题:
          - {编号: i1, 表现: 地下车库坡道开裂12处, 领域: 环境卫生}
    """
    found = tuple(_earlier_ones(issue, earlier(ctx), ctx.profile))
    count = _occurrences([ctx.summary.period, *(period for period, _ in found)])
    if count < 2:
        return
    old = found[0][1]
    before, carried = naming(Node((), old, Node((), None, None))), old.id == issue.carried_from
    times = Words(f"第{count}次", _times(count))
    yield Finding("carried_from" if carried else "", "carried" if carried else "alike", before=before, count=times)


def _earlier_ones(issue: Issue, past: Sequence[Summary], profile: Profile | None) -> Iterator[tuple[Period, Issue]]:
    """The same issue in each earlier summary that has it, and when, newest first; ids count for the summary just before."""
    just_before = True
    for last in past:
        named = (old for old in last.issues if just_before and issue.carried_from and old.id == issue.carried_from)
        like = (old for old in last.issues if alike(issue, old, profile))
        old = next(named, None) or next(like, None)
        just_before = old is not None
        if old is not None:
            issue = old
            yield last.period, old


def _occurrences(periods: Iterable[Period]) -> int:
    """How many of *periods* have none of the others within them."""
    spans = {(period.first, period.last): period for period in periods}.values()
    return sum(not any(one is not other and one.contains(other) for other in spans) for one in spans)


def _times(count: int) -> str:
    return "for the " + {2: "second", 3: "third", 4: "fourth", 5: "fifth"}.get(count, f"{count}th") + " time"
