"""Ids for objects that were written without one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

import attrs

from propsummary.model.summary import Summary

__all__ = ["COLLECTIONS", "with_ids"]

#: The collections whose members have ids, each with the letter that a made-up id begins with.
COLLECTIONS = {
    "metrics": "m",
    "achievements": "a",
    "activities": "t",
    "incidents": "e",
    "cases": "k",
    "photos": "p",
    "charts": "h",
    "issues": "i",
    "risks": "r",
    "countermeasures": "c",
    "goals": "g",
}

T = TypeVar("T")


def with_ids(summary: Summary) -> Summary:
    """
    Give every object that has no id, or a blank one, a stable one: its collection's letter and its position (``i3``), a root
    cause its issue's id and its position (``i3.1``). Other ids stay; a summary in which none is missing is returned as it is.
    """
    taken = set(_ids(summary))
    changes: dict[str, Any] = {}
    for name, letter in COLLECTIONS.items():
        members = getattr(summary, name)
        filled = _filled(members, letter, taken)
        if name == "issues":
            filled = tuple(
                attrs.evolve(issue, root_causes=causes)
                if (causes := _filled(issue.root_causes, f"{issue.id}.", taken)) is not issue.root_causes
                else issue
                for issue in filled
            )
        if any(new is not old for new, old in zip(filled, members, strict=True)):
            changes[name] = filled
    if summary.outlook is not None:
        directions = _filled(summary.outlook.directions, "d", taken)
        if directions is not summary.outlook.directions:
            changes["outlook"] = attrs.evolve(summary.outlook, directions=directions)
    return attrs.evolve(summary, **changes) if changes else summary


def _filled(members: tuple[T, ...], prefix: str, taken: set[str]) -> tuple[T, ...]:
    if all(member.id.strip() for member in members):  # type: ignore[attr-defined]
        return members
    return tuple(
        member if member.id.strip() else attrs.evolve(member, id=_free(f"{prefix}{number}", taken))  # type: ignore[attr-defined,misc]
        for number, member in enumerate(members, 1)
    )


def _free(wanted: str, taken: set[str]) -> str:
    name, more = wanted, 1
    while name in taken:
        more += 1
        name = f"{wanted}-{more}"
    taken.add(name)
    return name


def _ids(summary: Summary) -> Iterator[str]:
    for name in COLLECTIONS:
        for member in getattr(summary, name):
            yield member.id
    for issue in summary.issues:
        for cause in issue.root_causes:
            yield cause.id
    if summary.outlook is not None:
        for direction in summary.outlook.directions:
            yield direction.id
