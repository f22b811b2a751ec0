"""What people do not state in prose: unknown to the rules, and said once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from propsummary.catalogue.codes import Words, code_info, say
from propsummary.catalogue.prose import prose_words
from propsummary.model import Summary
from propsummary.problems import Path, Problem

__all__ = ["unstated"]

#: Lists of which prose may tell more than was recognised.
_OPEN = ("metrics", "achievements", "activities", "incidents", "cases", "photos", "charts", "risks", "follow_ups")


def unstated(summary: Summary, unknown: Iterable[Path]) -> tuple[frozenset[Path], tuple[Problem, ...]]:
    """
    The paths that no rule may call missing in a draft told from prose, and the one problem that says what is not stated.

    Args:
        unknown: Paths that are known to be unknown already.
    """
    found: set[Path] = set(unknown)
    counted: list[tuple[Words, int]] = []
    for one in prose_words().unstated:
        missing: set[Path] = set()
        for nth, path in enumerate(one.paths):
            here = set(_empty(summary, tuple(path.split("."))))
            missing = here if nth == 0 else {known for known in missing if any(known[:-1] == other[:-1] for other in here)}
            found |= here
        if missing:
            counted.append((Words(one.zh, one.en), len(missing)))
    found |= {(name, len(getattr(summary, name))) for name in _OPEN}
    found |= {("outlook", "directions"), ("outlook", "innovations")} - ({("outlook", "directions")} if summary.outlook else set())
    return frozenset(found), (_problem(counted),) if counted else ()


def _empty(root: Any, steps: tuple[str, ...], path: Path = ()) -> Iterator[Path]:
    """The places of all fields at the end of *steps* that hold nothing."""
    value = getattr(root, steps[0])
    here = (*path, steps[0])
    if len(steps) == 1:
        if value in ("", None, ()):
            yield here
        return
    if not isinstance(value, tuple):
        if value is not None:
            yield from _empty(value, steps[1:], here)
        return
    for at, member in enumerate(value):
        yield from _empty(member, steps[1:], (*here, at))


def _problem(counted: list[tuple[Words, int]]) -> Problem:
    info = code_info("SHP009")
    listed = Words(
        "、".join(f"{words.zh}{count}处" for words, count in counted),
        ", ".join(f"{words.en} ({count})" for words, count in counted),
    )
    zh, en = say(info, "unstated", {"listed": listed})
    return Problem(code=info.code, name=info.name, severity=info.severity, zh=zh, en=en)
