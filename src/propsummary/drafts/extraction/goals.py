"""Goals with their targets and deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import attrs

from propsummary.drafts.extraction.dates import deadline_in, is_no_day
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Words
from propsummary.model import Goal, Owner
from propsummary.periods import DeadlineKind, Period, find_periods, read_deadline
from propsummary.problems import Path
from propsummary.quantities import Figure, Role, find_figures, has_figure, read_quantity

__all__ = ["Found", "aims_at", "goals"]

_AIM = re.compile(r"(?:达到了?|达|为|至|到|在|保持|维持|不低于|不超过|实现|≥|≤|[：:])$")
_DELIVERED = re.compile("(?P<what>[^，,；;。]*(?:建成|开放|开业|开通|投用|投入使用|启用|竣工)[^，,；;。]*)")  # 活动室9月底前开放
_BOUNDED = re.compile("[0-9][^0-9，,；;。]{1,3}以[上下内]")  # of a thing whose unit is unknown
_BOUNDS = ("以上", "以下", "以内", "不", "≥", "≤", "至少", "低于", "高于", "超过", "内")


@attrs.frozen(kw_only=True)
class Found:
    """
    The goals of a draft.

    Attributes:
        unknown: Paths of what may be said but was not understood.
    """

    goals: tuple[Goal, ...]
    unknown: frozenset[Path]


def goals(items: Sequence[tuple[Item, Words | None]], places: Places, period: Period | None, prepared_on: dt.date | None) -> Found:
    """
    The goals that *items* tell.

    Args:
        items: Each with the heading of the outlook that says for when it is (2026年目标, 下一步打算), if one does.
    """
    unknown: set[Path] = set()
    made: list[Goal] = []
    for item, head in items:
        words = item.joined("goal") or item.joined("measure") or item.title
        if words is None or not words.text:
            continue
        path: Path = ("goals", len(made))
        fields: dict[str, Any] = {}
        places.put(path, words, *(one.words for one in item.slices))
        places.put((*path, "statement"), words)
        _target(item, words, path, fields, places)
        _baseline(item, words, path, fields, places)
        told = item.first("deadline") or deadline_in(words, period) or _period_of(head, period)
        _deadline(told, path, fields, places, period, prepared_on)
        if not {"target", "deliverable"} & set(fields) and _BOUNDED.search(words.text):
            unknown.add((*path, "target"))
        if "deadline" not in fields and (head or (*path, "deadline") in places):
            unknown.add((*path, "deadline"))
        if owner := item.first("owner"):
            fields["owner"] = Owner.parse(owner.text)
            places.put((*path, "owner"), owner)
        if (deliverable := item.joined("deliverable")) is not None:
            fields["deliverable"] = deliverable.text
            places.put((*path, "deliverable"), deliverable)
        made.append(Goal(id=f"g{len(made) + 1}", statement=words.text, **fields))
    return Found(goals=tuple(made), unknown=frozenset(unknown))


def aims_at(text: str) -> bool:
    """Whether a passage states a figure to be reached: a rate, or a bound; pay and prices are none."""
    return any(
        figure.role is not Role.MONEY
        and _is_aim(text, figure)
        and (figure.unit in ("%", "‰") or any(word in figure.text for word in _BOUNDS))
        for figure in find_figures(text)
    )


def _target(item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    """The figure in its own column, else the one in the statement that is plainly aimed at."""
    told = item.first("target")
    quantity = read_quantity(told.text) if told else None
    if told and quantity is None and not has_figure(told.text):
        _deliver(told, path, fields, places)
    if quantity is None:
        aims = [figure for figure in find_figures(words.text) if _is_aim(words.text, figure)]
        found = next((one for one in aims if not words.text.startswith("的", one.end)), next(iter(aims), None))  # 超过10辆的天数
        if found is None:
            if delivered := _DELIVERED.match(words.text):
                _deliver(words.part(delivered.start("what"), delivered.end("what")), path, fields, places)
            return
        told, quantity = words.part(found.start, found.end), found.quantity
    fields["target"] = quantity
    places.put((*path, "target"), told)


def _deliver(words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    fields["deliverable"] = words.text
    places.put((*path, "deliverable"), words)


def _baseline(item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    """Where the goal starts from: in its own column, or as its sentence says."""
    baseline = item.first("baseline") or _start_in(words)
    if baseline and (start := read_quantity(baseline.text)):
        fields["baseline"] = start
        places.put((*path, "baseline"), baseline)


def _start_in(words: Words) -> Words | None:
    """Where a goal starts from, as its sentence says: ``由81.7%提高到95%``, ``在今年98.6%的基础上``."""
    for figure in find_figures(words.text):
        before, behind = words.text[: figure.start], words.text[figure.end :]
        moved = re.search("[由从][^，,；;。]{0,10}$", before) and re.match(
            "[^，,；;。0-9]{0,8}[到至][^，,；;。0-9]{0,4}[0-9一二三四五六七八九十百零]", behind
        )
        based = re.search("在[^，,；;。]{0,10}$", before) and re.match("的?(?:基础|水平)上", behind)
        if moved or based:
            return words.part(figure.start, figure.end)
    return None


def _is_aim(text: str, figure: Figure) -> bool:
    if figure.role is Role.CHANGE or (
        re.match("[内]?(?:完成|答复|办结|上门|到场|到位|响应)", text[figure.end :]) and figure.role is Role.DURATION
    ):
        return False
    before = text[: figure.start].rstrip()
    return bool(_AIM.search(before)) or any(word in figure.text for word in _BOUNDS)


def _period_of(head: Words | None, period: Period | None) -> Words | None:
    """The period that a heading names, which is the time for all goals below it: 四季度工作目标."""
    if head is None or period is None:
        return None
    named = (one for one in find_periods(head.text, period=period) if one.last and one.last > period.last)
    return next((head.part(one.start, one.end) for one in named), None)


def _deadline(
    told: Words | None, path: Path, fields: dict[str, Any], places: Places, period: Period | None, prepared_on: dt.date | None
) -> None:
    if told is None:
        return
    read = read_deadline(told.text, period=period, prepared_on=prepared_on)
    places.put((*path, "deadline"), told)
    if read.kind is not DeadlineKind.INVALID:
        fields["deadline"] = read
    elif is_no_day(told.text):
        places.no_days.append(((*path, "deadline"), told))
