"""STR003 uncovered-function."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary import catalogue
from propsummary.catalogue import Area, Profile
from propsummary.model import Achievement, Activity, Issue, Metric, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View

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
    covered = set(_covered(summary, profile))
    for function in profile.functions:
        if function.required and function.id not in covered:
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


def _covered(summary: Summary, profile: Profile) -> Iterator[str]:
    """Ids of the functions that something speaks of."""
    items: tuple[Achievement | Activity | Issue, ...] = (*summary.achievements, *summary.activities, *summary.issues)
    for item in items:
        if not item.area:
            yield from _named(_words(item), profile)
        elif function := profile.function_of(item.area):
            yield function.id
    for metric in summary.metrics:
        yield from (function.id for area in _areas(metric) if (function := profile.function_of(area)))
    if summary.incidents:
        yield _EMERGENCY
    for section in summary.sections:
        yield from _named(f"{section.title}\n{section.text}", profile)


def _areas(metric: Metric) -> tuple[str, ...]:
    kpi = catalogue.find_kpi(metric.kpi) or catalogue.find_kpi(metric.name)
    return kpi.areas if kpi else ()


def _words(item: object) -> str:
    return "\n".join(getattr(item, field, "") for field in ("title", "name", "text", "statement", "content"))


def _named(words: str, profile: Profile) -> Iterator[str]:
    """Ids of the functions whose name, or the name of an area below them, stands in *words*."""
    folded = words.casefold()
    yield from (area.function for area in profile.areas if any(name.casefold() in folded for name in _telling(area)))


def _telling(area: Area) -> tuple[str, ...]:
    return (area.zh, area.en, *area.synonyms)
