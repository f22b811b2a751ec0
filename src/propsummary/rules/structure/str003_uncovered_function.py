"""STR003 uncovered-function."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from propsummary.catalogue import Area, Profile
from propsummary.model import Achievement, Activity, Issue, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View
from propsummary.rules.structure._parts import measured

# Where emergencies belong, in whatever profile has such a function.
_EMERGENCY = "emergency"


@rule("STR003", on=Summary)
def uncovered_function(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A function of the department that no achievement, activity, incident, metric or issue speaks of.

    A finer area counts for its function, a metric for the areas of its KPI, an incident for emergencies; an item that names no
    area, and a passage of prose, for every function that its words name.

    Bad::

        部门: 秩序部
        成绩:
          - {编号: a1, 领域: 安全防范, 标题: 岗位到岗率99.4%}
          - {编号: a2, 领域: 车辆管理, 标题: 违停处置312起}
          - {编号: a3, 领域: 客户服务, 标题: 门岗代收快递约1500件}
          - {编号: a4, 领域: 消防安全, 标题: 灭火器换新41具}

    Good::

        部门: 秩序部
        成绩:
          - {编号: a1, 领域: 安全防范, 标题: 岗位到岗率99.4%}
          - {编号: a2, 领域: 车辆管理, 标题: 违停处置312起}
          - {编号: a3, 领域: 客户服务, 标题: 门岗代收快递约1500件}
          - {编号: a4, 领域: 消防安全, 标题: 灭火器换新41具}
        突发事件:
          - {编号: e1, 类别: 设备故障, 起数: 9起}
    """
    profile = ctx.profile
    if profile is None or _may_hide(ctx.view):
        return
    covered = set(_covered(summary, ctx))
    missing = [function for function in profile.functions if function.required and function.id not in covered]
    prose = "\n".join(_prose(summary)).casefold() if missing else ""
    for function in missing:
        if not prose or not _any_of(tuple(_names(function, profile))).search(prose):
            yield Finding(("functions", function.id), function=function)


def _may_hide(view: View) -> bool:
    """Whether something that could not be read may speak of any function."""
    texts = ("title", "text", "name", "content", "statement")
    return (
        any(view.may_hide((name,), "area", *texts) for name in ("achievements", "activities", "issues"))
        or view.may_hide(("metrics",), "kpi", "name")
        or view.may_hide(("sections",), "title", "text")
        or view.is_clouded(("incidents",))
    )


def _covered(summary: Summary, ctx: Context) -> Iterator[str]:
    """Ids of the functions that an area, a KPI or an incident belongs to."""
    metered = (area for kpi in measured(summary, ctx) if kpi for area in kpi.areas)
    stated = (item.area for item in _items(summary) if item.area)
    for area in {*stated, *metered}:
        if ctx.profile and (function := ctx.profile.function_of(area)):
            yield function.id
    if summary.incidents:
        yield _EMERGENCY


def _items(summary: Summary) -> tuple[Achievement | Activity | Issue, ...]:
    return (*summary.achievements, *summary.activities, *summary.issues)


# The words of each that may name a function.
_WORDS = {Achievement: ("title", "text"), Activity: ("name", "content"), Issue: ("title", "statement")}


def _prose(summary: Summary) -> Iterator[str]:
    """The words that may name any function: those of items that name no area, and passages."""
    for item in _items(summary):
        if not item.area:
            yield from (getattr(item, field) for field in _WORDS.get(type(item), ()))
    for section in summary.sections:
        yield from (section.title, section.text)


@functools.lru_cache(maxsize=256)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    """Matches any of *names*: one search takes a third of the time that looking for each of them does."""
    return re.compile("|".join(map(re.escape, names)))


def _names(function: Area, profile: Profile) -> Iterator[str]:
    """What *function* and the areas below it are called."""
    for area in profile.areas:
        if area.function == function.id:
            yield from (name.casefold() for name in (area.zh, area.en, *area.synonyms))
