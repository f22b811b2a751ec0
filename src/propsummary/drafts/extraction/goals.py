"""Goals with their targets and deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import attrs

from propsummary.drafts.extraction.dates import deadline_in
from propsummary.drafts.extraction.items import Item
from propsummary.drafts.extraction.places import Places
from propsummary.drafts.outline import Words
from propsummary.model import Goal, Owner
from propsummary.periods import DeadlineKind, Period, read_deadline
from propsummary.problems import Path
from propsummary.quantities import Figure, Role, find_figures, read_quantity

__all__ = ["Found", "goals"]

_AIM = re.compile(r"(?:达到了?|达|为|至|到|在|保持|维持|不低于|不超过|实现|≥|≤|[：:])$")
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


def goals(items: Sequence[tuple[Item, bool]], places: Places, period: Period | None, prepared_on: dt.date | None) -> Found:
    """
    The goals that *items* tell.

    Args:
        items: Each with whether the heading above it says until when (2026年目标).
    """
    unknown: set[Path] = set()
    made: list[Goal] = []
    for item, dated in items:
        words = item.joined("goal") or item.joined("measure") or item.title
        if words is None or not words.text:
            continue
        path: Path = ("goals", len(made))
        fields: dict[str, Any] = {}
        places.put(path, words, *(one.words for one in item.slices))
        places.put((*path, "statement"), words)
        _target(item, words, path, fields, places)
        _deadline(item, words, path, fields, places, period, prepared_on)
        if "deadline" not in fields and (dated or item.first("deadline")):
            unknown.add((*path, "deadline"))
        if owner := item.first("owner"):
            fields["owner"] = Owner.parse(owner.text)
            places.put((*path, "owner"), owner)
        if (deliverable := item.joined("deliverable")) is not None:
            fields["deliverable"] = deliverable.text
            places.put((*path, "deliverable"), deliverable)
        made.append(Goal(id=f"g{len(made) + 1}", statement=words.text, **fields))
    return Found(goals=tuple(made), unknown=frozenset(unknown))


def _target(item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places) -> None:
    """The figure in its own column, else the one in the statement that is plainly aimed at."""
    told = item.first("target")
    quantity = read_quantity(told.text) if told else None
    if quantity is None:
        aims = [figure for figure in find_figures(words.text) if _is_aim(words.text, figure)]
        found = next((one for one in aims if not words.text.startswith("的", one.end)), next(iter(aims), None))  # 超过10辆的天数
        if found is None:
            return
        told, quantity = words.part(found.start, found.end), found.quantity
    fields["target"] = quantity
    places.put((*path, "target"), told)
    if (baseline := item.first("baseline")) and (start := read_quantity(baseline.text)):
        fields["baseline"] = start
        places.put((*path, "baseline"), baseline)


def _is_aim(text: str, figure: Figure) -> bool:
    if figure.role is Role.CHANGE or (
        re.match("[内]?(?:完成|答复|办结|上门|到场|到位|响应)", text[figure.end :]) and figure.role is Role.DURATION
    ):
        return False
    before = text[: figure.start].rstrip()
    return bool(_AIM.search(before)) or any(word in figure.text for word in _BOUNDS)


def _deadline(
    item: Item, words: Words, path: Path, fields: dict[str, Any], places: Places, period: Period | None, prepared_on: dt.date | None
) -> None:
    told = item.first("deadline") or deadline_in(words, period)
    if told is None:
        return
    read = read_deadline(told.text, period=period, prepared_on=prepared_on)
    places.put((*path, "deadline"), told)
    if read.kind is not DeadlineKind.INVALID:
        fields["deadline"] = read
