"""Goals with their targets and deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import attrs

from propsummary.drafts.extraction.dates import deadline_in, is_no_day
from propsummary.drafts.extraction.goal_lists import deadline_of_all
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Words
from propsummary.model import Goal, Owner
from propsummary.periods import DeadlineKind, Period, read_deadline
from propsummary.problems import Path
from propsummary.quantities import Figure, Quantity, Role, find_figures, read_quantity

__all__ = ["Found", "aims_at", "goals", "is_target"]

_AIM = re.compile(r"(?:达到了?|达|为|至|到|在|保持|维持|不低于|不超过|实现|≥|≤|[：:])$")
_TARGET = re.compile(
    r"(?:[^，,；;。：:0-9≥≤]{2,20}[，,：:]?\s*[≥≤＞＜><]=?\s*[0-9][0-9.,]*\s*\S{0,4}"
    r"|[^，,；;。：:0-9]{1,20}[率度分][，,：:]?\s*(?:[达升降提][到至]|达|不[低高]于|不超过|保持在|控制在)?\s*[0-9][0-9.]*\s*[%％分](?:以[上下内])?)[。；;]?"
)
_WHOLE_YEAR = re.compile("全年度?|年内|年度|常年")  # of the year that the heading names
_WHICH = re.compile("[^，,；;。0-9]{0,6}的(?=[^，,；;。]*[0-9])|的")
_MEASURED = re.compile("(?:率|满意度|得分|评分)$")
_DELIVERED = re.compile("(?P<what>[^，,；;。]*(?:建成|开放|开业|开通|投用|投入使用|启用|竣工)[^，,；;。]*)")  # 活动室9月底前开放
_BOUNDED = re.compile(  # of a thing whose unit is unknown, and 一件投诉都不能有
    "[0-9][^0-9，,；;。]{1,3}以[上下内]|一[\u4e00-\u9fff][^，,；;。]{0,8}[都也](?:不|别|没)"
)
_STARTING = re.compile("的?(?:基础|水平)(?:之?上|再)")
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
        told = item.first("deadline") or deadline_in(words, period)
        if head and (told is None or _WHOLE_YEAR.fullmatch(told.text)):
            told = deadline_of_all(head, period) or told
        _deadline(told, path, fields, places, period, prepared_on)
        if not {"target", "deliverable"} & set(fields) and _BOUNDED.search(words.text):
            unknown.add((*path, "target"))
        if "deadline" not in fields and (head or (*path, "deadline") in places):
            unknown.add((*path, "deadline"))
        if owner := item.first("owner"):
            fields["owner"] = Owner.parse(owner.text)
            places.put((*path, "owner"), owner)
        if deliverable := item.joined("deliverable"):
            _deliver(deliverable, path, fields, places)
        made.append(Goal(id=f"g{len(made) + 1}", statement=words.text, **fields))
    return Found(goals=tuple(made), unknown=frozenset(unknown))


def is_target(text: str) -> bool:
    """Whether a passage is nothing but a metric and the figure to be reached: ``办结率 ≥ 98%``, ``业主满意率达到95%以上``."""
    return _TARGET.fullmatch(text) is not None


def aims_at(text: str) -> bool:
    """Whether a passage states a figure to be reached: a rate, or a bound; pay and prices are none."""
    return any(
        figure.role is not Role.MONEY
        and _is_aim(text, figure)
        and (figure.unit in ("%", "‰") or any(word in figure.text for word in _BOUNDS))
        for figure in find_figures(text)
    )


def _target(item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    """What stands in its own column, else the figure in the statement that is plainly aimed at."""
    told = item.first("target")
    found = (_alone(told) or _aim_in(told)) if told else None
    if told and found is None:
        _deliver(told, path, fields, places)
    found = found or _aim_in(words)
    if found:
        fields["target"] = found[1]
        places.put((*path, "target"), found[0])
    elif told is None and (delivered := _DELIVERED.match(words.text)):
        _deliver(words.part(delivered.start("what"), delivered.end("what")), path, fields, places)


def _alone(words: Words) -> tuple[Words, Quantity] | None:
    """The figure that is all a passage says, and where it stands."""
    quantity = read_quantity(words.text)
    return (words, quantity) if quantity else None


def _aim_in(words: Words) -> tuple[Words, Quantity] | None:
    """The figure that a passage plainly aims at, and where it stands."""
    aims = [figure for figure in find_figures(words.text) if _is_aim(words.text, figure)]
    # of 超过30天才办结的投诉由57件降到20件以内 the first only says which
    found = next((one for one in aims if not _WHICH.match(words.text, one.end)), next(iter(aims), None))
    return (words.part(found.start, found.end), found.quantity) if found else None


def _deliver(words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    fields["deliverable"] = words.text
    places.put((*path, "deliverable"), words)


def _baseline(item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    """Where the goal starts from: in its own column, or as its sentence says."""
    baseline = item.first("baseline") or _start_in(words)
    start = read_quantity(baseline.text) if baseline else None
    if baseline and start is None and len(told := find_figures(baseline.text)) == 1:  # 每月90次
        start = told[0].quantity
    if baseline and start:
        fields["baseline"] = start
        places.put((*path, "baseline"), baseline)


def _start_in(words: Words) -> Words | None:
    """Where a goal starts from, as its sentence says: ``由81.7%提高到95%``, ``在今年98.6%的基础上``."""
    for figure in find_figures(words.text):
        before, behind = words.text[: figure.start], words.text[figure.end :]
        moved = re.search("[由从][^，,；;。]{0,10}$", before) and re.match(
            "[^，,；;。0-9]{0,8}[到至][^，,；;。0-9]{0,4}[0-9一二三四五六七八九十百零]", behind
        )
        based = re.search("在[^，,；;。]{0,10}$", before) and _STARTING.match(behind)
        if moved or based:
            return words.part(figure.start, figure.end)
    return None


def _is_aim(text: str, figure: Figure) -> bool:
    if (
        figure.role is Role.CHANGE
        or _STARTING.match(text, figure.end)
        or (re.match("[内]?(?:完成|答复|办结|上门|到场|到位|响应)", text[figure.end :]) and figure.role is Role.DURATION)
    ):
        return False
    before = text[: figure.start].rstrip()
    bare = _MEASURED.search(before) and re.match("[，,；;。（(]|$", text[figure.end :])  # 合格率97%
    return bool(_AIM.search(before) or bare or (figure.low == 0 and figure.unit)) or any(word in figure.text for word in _BOUNDS)


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
