"""Figures, dates and units in the form that a draft is best written in; quotes as the fields ask for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import attrs

from propsummary.edits._places import Ruler
from propsummary.edits.fixes.slips import Kind, Slip, apart
from propsummary.model import Draft, Metric
from propsummary.periods import Period, read_date
from propsummary.problems import Path
from propsummary.quantities import Change, ChangeReading, Quantity, find_figures, read_change
from propsummary.rules import View
from propsummary.rules.metrics._changes import judged
from propsummary.rules.walk import Node, Passage, positions
from propsummary.serde import Format

__all__ = ["values"]

_WIDE = str.maketrans("０１２３４５６７８９％﹪．＋－", "0123456789%%.+-")
_IN_GROUPS = re.compile("(?<=[0-9０-９])，(?=[0-9０-９]{3}(?![0-9０-９]))")
_POINTS = re.compile(r"(?<=[0-9０-９])(\s*)(百分点|个点|pp|PP|pct|%点|％点)(?=['\"]?$)")
_PERCENT = re.compile(r"[%％](?=['\"]?$)")
_ANY_POINTS = re.compile(r"(?:个?百分点|个点|pp|PP)(?=['\"]?$)")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?|true|false|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"""(["']?)([0-9]+)\1""")


def values(draft: Draft, form: Format) -> tuple[Slip, ...]:
    """Everything that is read and better written otherwise, and what only lacks quotes or has too many."""
    ruler = Ruler(draft.source)
    found = list(_unread(draft, ruler))
    if draft.summary is not None:
        for step in View(draft.summary, unknown=draft.unknown, gaps=draft.gaps).steps:
            found += _prose(step, draft, ruler) if isinstance(step, Passage) else _fields(step, draft, ruler, form)
    return apart(found)


def _unread(draft: Draft, ruler: Ruler) -> Iterator[Slip]:
    """Values that the reader complains of: numbers where text is due, whole numbers in quotes, figures in full-width characters."""
    for problem in draft.problems:
        if problem.code not in ("SHP004", "SHP005"):
            continue
        start, raw = _raw(draft, ruler, problem.path)
        end = start + len(raw)
        if problem.code == "SHP004" and _NUMBER.fullmatch(raw):
            yield Slip(start=start, end=end, new=f'"{raw}"', kind="quotes", mends=True)
        elif problem.code == "SHP004" and (whole := _WHOLE.fullmatch(_narrow(raw))):
            yield Slip(start=start, end=end, new=whole[2], kind="quotes" if raw[0] in "\"'" else "width", mends=True)
        elif problem.code == "SHP005" and (plain := _narrow(raw)) != raw:
            yield Slip(start=start, end=end, new=plain, kind="width", mends=True)


def _prose(passage: Passage, draft: Draft, ruler: Ruler) -> Iterator[Slip]:
    """Figures in a sentence that are written in full-width characters."""
    if passage.text.isascii() or not re.search("[０-９％﹪]", passage.text):
        return
    start, raw = _raw(draft, ruler, passage.path)
    for figure in find_figures(raw):
        plain = figure.text.translate(_WIDE)
        if plain != figure.text:
            yield Slip(start=start + figure.start, end=start + figure.end, new=plain, kind="width")


def _fields(node: Node, draft: Draft, ruler: Ruler, form: Format) -> Iterator[Slip]:
    if isinstance(node.object, Metric):
        yield from _unit_of_change(node.object, (*node.path, "change"), draft, ruler)
    for field in attrs.fields(type(node.object)):
        value, path = getattr(node.object, field.name), (*node.path, field.name)
        members = [(path, value)]
        if isinstance(value, tuple):
            members = [((*path, at), member) for at, member in zip(positions(path, draft.gaps), value, strict=False)]
        for place, member in members:
            if isinstance(member, Quantity | Change | Period | dt.date):
                yield from _value(member, *_raw(draft, ruler, place), form)


def _value(value: Quantity | Change | Period | dt.date, start: int, raw: str, form: Format) -> Iterator[Slip]:
    end = start + len(raw)
    if isinstance(value, Period | dt.date):
        written = raw.strip("\"'")
        day = read_date(written)
        if day is not None and written != day.isoformat() and (form == "yaml" or written != raw):
            at = start + raw.index(written)
            new = day.isoformat()
            yield Slip(start=at, end=at + len(written), new=new, kind="date", renumbers=True)
            return
    elif isinstance(value, Change) and value.unit and value.unit.canonical == "个百分点" and (unit := _POINTS.search(raw)):
        yield Slip(start=start + unit.start(2), end=start + unit.end(2), new="个百分点", kind="unit")
        end = start + unit.start(2)
    plain = _narrow(raw[: end - start])
    if plain != raw[: end - start]:
        yield Slip(start=start, end=end, new=plain, kind="width", shown=(raw.strip("\"'"), plain.strip("\"'")))


def _unit_of_change(metric: Metric, path: Path, draft: Draft, ruler: Ruler) -> Iterator[Slip]:
    """A change in % that value and baseline prove to be in points, or the reverse; the number stays."""
    fits = judged(metric)
    if metric.change is None or fits not in (ChangeReading.POINT, ChangeReading.PERCENT):
        return
    start, raw = _raw(draft, ruler, path)
    pattern, new, kind = (_PERCENT, "个百分点", "%") if fits is ChangeReading.POINT else (_ANY_POINTS, "%", "个百分点")
    found = pattern.search(raw)
    if found is None or metric.change.unit is None or metric.change.unit.canonical != kind:
        return
    change = read_change(pattern.sub(new, raw).strip("\"'"))
    if change is not None and judged(attrs.evolve(metric, change=change)) is None:
        slip_kind: Kind = "percent-or-point"
        shown = (raw.strip("\"'"), change.text)
        yield Slip(start=start + found.start(), end=start + found.end(), new=new, kind=slip_kind, shown=shown, reunits=path)


def _narrow(raw: str) -> str:
    """*raw* with digits and their marks half width; full-width commas between thousands go, for plain ones would part values."""
    return _IN_GROUPS.sub("", raw).translate(_WIDE)


def _raw(draft: Draft, ruler: Ruler, path: Path) -> tuple[int, str]:
    """Where the value at *path* begins, and what stands there; nothing of a value that goes over several lines."""
    span = draft.spans.value(path)
    if span is None or span.line != span.end_line:
        return 0, ""
    start, end = ruler.extent(span)
    return start, draft.source[start:end]
