"""Every period that a passage speaks of, and as what."""

from __future__ import annotations

import enum
from datetime import date

import attrs

from propsummary.periods._calendar import Days
from propsummary.periods._patterns import compiled, plain
from propsummary.periods._scan import Stretch, scan
from propsummary.periods.period import Period
from propsummary.periods.reading import covered

__all__ = ["PeriodMention", "PeriodRole", "find_periods"]


class PeriodRole(enum.Enum):
    """What a passage mentions a period for."""

    REPORTING = "reporting"
    """The passage says that it covers this period."""
    PART = "part"
    """A part of the reporting period."""
    BASELINE = "baseline"
    """What the reporting period is compared with."""
    NEXT = "next"
    """What the plans are for."""
    OTHER = "other"


@attrs.frozen(kw_only=True)
class PeriodMention:
    """
    A period that a passage names.

    Attributes:
        start, end: Where, in code points of the passage, *end* not included.

        text: As written.

        first, last: First and last day, both included; None where there are no such days, or nothing to tell the
            year from.

        role: What the passage mentions it for.

        conflict: The passage claims to cover another period than the summary does.

        invalid: There is no such period (2025年0月), or it ends before it starts.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    role: PeriodRole
    conflict: bool = False
    invalid: bool = False


# Each is held against at most this many characters beside a mention, so that reading stays linear.
_BEFORE, _AFTER = 12, 60

_COMPARED_BEFORE = r"(?:较|比|对照|低于|高于|少于|多于|优于|好于|不及)[“\"(]?$"
_COMPARED_AFTER = r"[”\")]?的?(?:同期|同口径|相比|相较|基础上|持平|水平|基数|数据|实绩)"
_SPAN = "期间?|周期|区间|时间|范围|时段"
_CLAIMED_BEFORE = rf"(?:现[将就对]|覆盖|涵盖|(?:(?:报告|总结|统计|考核|汇报)(?:{_SPAN})|期间)(?:为|是|:)?)[“\"(]?$"
_SUMMARY = r"(?:总结|小结|汇报|述职|回顾|工作报告|工作情况)(?!会|大会|中|里|所|提出|提到|时|已|确定|的)"
# "一季度组织消防工作总结" is a deed, "一季度消防工作总结" a title.
_DEED = "怎么|怎样|如何|咋|完成|召开|开展|组织|参加|提交|上报|报送|编写|撰写|要求|根据|通过|计划|目标|打算|展望|[向对为了每做]"
_CLAIMED_AFTER = rf"(?:(?!{_DEED})[^，,。;；:!！?？、\n]){{0,20}}?{_SUMMARY}"
_OPENING = r"[，,]?[^。;；\n]{0,25}?在[^。;；\n]{0,25}?(?:领导|指导|支持|带领|关怀)下"
_PLANNED_AFTER = r"[^，,。;；!！?？\n总结]{0,12}?(?:计划|目标|打算|安排|展望|重点工作|思路|预算)"
# Counted up to the day of writing, which comes after the period.
_TO_DATE = "以来$|至今$|前$|天$|在$"
_RELATIVE_BASELINE = r"去年|上[一]?年|上[一]?个?季|上[一]?个?月|同期"


def find_periods(text: str, *, period: Period | None = None, prepared_on: date | None = None) -> tuple[PeriodMention, ...]:
    """
    Every period that *text* names, from left to right; single days are not periods.

    Args:
        period: What the summary covers: names without a year are read in its year, roles are seen from it.

        prepared_on: The day that 截至目前 and 今年以来 reach to.
    """
    flat = plain(text)
    found = sorted(scan(flat), key=lambda stretch: stretch.start)
    mentions = (_mention(text, flat, stretch, period, prepared_on) for stretch in found)
    return tuple(mention for mention in mentions if mention)


def _mention(text: str, flat: str, stretch: Stretch, period: Period | None, prepared_on: date | None) -> PeriodMention | None:
    whole = not (flat[: stretch.start].strip() or flat[stretch.end :].strip())
    if not _is_period(stretch, whole=whole):
        return None
    days = covered(stretch, period, prepared_on)
    unknown = days is None and period is None and _needs_period(stretch)
    start, end = stretch.start, stretch.end
    around = flat[max(0, start - _BEFORE) : start], flat[end : end + _AFTER]
    role = PeriodRole.REPORTING if whole else _role(flat[start:end], around, days, period)
    differs = bool(days and period and days != (period.first, period.last))
    relative = not stretch.points or stretch.points[0].year is None
    return PeriodMention(
        start=start,
        end=end,
        text=text[start:end],
        first=days[0] if days else None,
        last=days[1] if days else None,
        role=role,
        conflict=role is PeriodRole.REPORTING and differs and not (whole and relative),
        invalid=days is None and not unknown,
    )


def _is_period(stretch: Stretch, *, whole: bool) -> bool:
    """Whether it is more than a day, or the end of something; in prose a lone 2025.6 may be any number."""
    if stretch.until or stretch.since or len(stretch.points) > 1:
        return True
    point = stretch.points[0]
    loose = point.sep and point.unit == "month" and (point.sep != "-" or point.end - point.start != 7)
    return not (point.is_date or (loose and not whole))


def _needs_period(stretch: Stretch) -> bool:
    """Whether nothing printed says which year is meant."""
    return all(point.year is None or point.same for point in stretch.points)


def _role(named: str, around: tuple[str, str], days: Days | None, period: Period | None) -> PeriodRole:
    """What the words beside a mention, and then its days, say it is for."""
    before, after = around
    if compiled(_COMPARED_BEFORE).search(before) or compiled(_COMPARED_AFTER).match(after) or "同期" in named:
        return PeriodRole.BASELINE
    if compiled(_PLANNED_AFTER).match(after) and not (days and period and days[0] <= period.last):
        return PeriodRole.NEXT
    opens = not before.strip() and compiled(_OPENING).match(after)
    if compiled(_CLAIMED_BEFORE).search(before) or compiled(_CLAIMED_AFTER).match(after) or opens:
        return PeriodRole.REPORTING
    if compiled(_RELATIVE_BASELINE).match(named):
        return PeriodRole.BASELINE
    return _role_by_days(days, period, open_ended=bool(compiled(_TO_DATE).search(named)))


def _role_by_days(days: Days | None, period: Period | None, *, open_ended: bool) -> PeriodRole:
    if days is None or period is None:
        return PeriodRole.OTHER
    first, last = days
    if (first, last) == (period.first, period.last):
        return PeriodRole.REPORTING
    if period.first <= first and (last <= period.last or open_ended):
        return PeriodRole.PART
    if first > period.last:
        return PeriodRole.NEXT if first.year <= period.last.year + 1 else PeriodRole.OTHER
    earlier = (period.previous, period.year_earlier)
    return PeriodRole.BASELINE if any(days == (p.first, p.last) for p in earlier) else PeriodRole.OTHER
