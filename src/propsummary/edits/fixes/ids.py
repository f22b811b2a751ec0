"""Ids for objects that have none: those that the reader gives them anyway, written down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary.edits._places import Ruler
from propsummary.edits.fixes.slips import Slip, apart
from propsummary.model import COLLECTIONS, Draft
from propsummary.problems import Path
from propsummary.rules.walk import positions
from propsummary.serde import Format

__all__ = ["ids"]

_CHINESE = re.compile("[\u4e00-\u9fff]")
_EMPTY = re.compile(r"""null|~|""|''""")


def ids(draft: Draft, form: Format) -> tuple[Slip, ...]:
    """What has to be written where; collections of which a member could not be read wait until all can."""
    if draft.summary is None:
        return ()
    ruler = Ruler(draft.source)
    found: list[Slip] = []
    for name in COLLECTIONS:
        if any(gap[:1] == (name,) and len(gap) == 2 for gap in draft.gaps):
            continue
        for at, member in zip(positions((name,), draft.gaps), getattr(draft.summary, name), strict=False):
            found += _missing(draft, ruler, (name, at), member.id, form)
    return apart(found)


def _missing(draft: Draft, ruler: Ruler, path: Path, name: str, form: Format) -> Iterator[Slip]:
    own = (*path, "id")
    whole, key = draft.spans.value(path), draft.spans.key(own)
    if whole is None or own in draft.unknown:
        return
    if key is not None:
        value = draft.spans.value(own)
        start, end = ruler.extent(value or key)
        if value is None or not (start == end or _EMPTY.fullmatch(draft.source[start:end])):
            return
        blank = " " if start == end and not draft.source[start - 1].isspace() else ""
        new = name if form == "yaml" else f'"{name}"'
        yield Slip(start=start, end=end, new=blank + new, kind="id", name=name, renumbers=True)
        return
    start, end = ruler.extent(whole)
    at, before, after = _room(draft.source, start, end)
    key_text = "编号" if _CHINESE.search(draft.source[at : at + 40].strip("\r\n \t\"'{[")[:1]) else "id"
    pair = _pair(key_text, name, form)
    yield Slip(start=at, end=at, new=before + pair + after, kind="id", name=name, renumbers=True)


def _pair(key: str, name: str, form: Format) -> str:
    if form == "yaml":
        return f"{key}: {name}"
    if form == "json":
        return f'"{key}": "{name}"'
    return f'"{key}" = "{name}"' if key != "id" else f'id = "{name}"'


def _room(text: str, start: int, end: int) -> tuple[int, str, str]:
    """Where a first pair can be put, and what has to stand before and behind it."""
    if text.startswith("[[", start):  # the header of a table of TOML
        line_end = re.compile(r"[^\r\n]*").match(text, end)
        assert line_end is not None  # it matches nothing at all
        return line_end.end(), _line_break(text, end), ""
    if text[start] == "{":
        gap = re.compile(r"\s*").match(text, start + 1)
        assert gap is not None  # it matches nothing at all
        is_void = text[gap.end()] == "}"
        return gap.end(), "", "" if is_void else "," + (gap[0] if "\n" in gap[0] else " ")
    column = start - max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) - 1
    return start, "", _line_break(text, start) + " " * column


def _line_break(text: str, at: int) -> str:
    """How the line at *at* ends, or the one before."""
    found = re.compile(r"\r\n|\n|\r").search(text, at) or re.compile(r"\r\n|\n|\r").search(text)
    return found[0] if found else "\n"
