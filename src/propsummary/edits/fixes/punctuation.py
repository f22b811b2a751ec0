"""
Full-width marks, missing spaces and tabs that keep YAML from being read as it was meant.

The lines are walked the way a person reads them: by their columns, with the keys that the model knows at each level. Literal
texts, quoted texts and lines that go on from the one before are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from propsummary.edits._places import Ruler, applied
from propsummary.edits.fixes.flow import flow_end, flow_slips, knows
from propsummary.edits.fixes.slips import Slip, apart
from propsummary.model import Draft
from propsummary.serde import Format, loads
from propsummary.serde._reading import Shape
from propsummary.serde._records import summary_shape

__all__ = ["is_refused", "punctuation"]

_WIDTHS = {"\u3000": 2, "\xa0": 1, " ": 1}  # a full-width space stands for two plain ones
_TABS = (2, 4, 8)
_BLANKS = re.compile("[ \t\u3000\xa0]*")
_DASH = re.compile("([-－])([ \t\u3000\xa0]*)")
_KEY = re.compile(
    r"""(?:"([^"]+)"|'([^']+)'|([^\s:：'"#\[\]{},，|>&*!%@`－-][^:：\s'"#\[\]{},，]{0,20})) *([:：])([ \t\u3000\xa0]*)"""
)
_BARE = re.compile(r"[\w]+(?=[ \t]*(?:#|$))", re.MULTILINE)
_FOLLOWING = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*([ \t\u3000\xa0]*)([^\s#])")
_CHINESE = re.compile("[\u4e00-\u9fff]")


def is_refused(draft: Draft) -> bool:
    """Whether nothing of the draft could be read."""
    return draft.summary is None and any(p.code == "SHP001" or (p.code == "SHP004" and not p.path) for p in draft.problems)


def punctuation(draft: Draft, form: Format) -> tuple[Slip, ...]:
    """What can be mended: everything in a text that cannot be read at all, else only where a problem is told."""
    if form != "yaml" or not draft.problems:
        return ()
    if not is_refused(draft):
        ruler = Ruler(draft.source)
        spans = [span for p in draft.problems if p.code.startswith("SHP") for span in (p.span, draft.spans.value(p.path)) if span]
        places = [ruler.extent(span) for span in spans]
        found = apart(_Walk(draft.source, _TABS[0]).slips())
        return tuple(slip for slip in found if any(start <= slip.end and slip.start <= end for start, end in places))
    if not re.search(r"^[ \u3000\xa0]*\t", draft.source, re.MULTILINE):
        return apart(_Walk(draft.source, _TABS[0]).slips())
    return _with_tabs(draft.source)


def _with_tabs(text: str) -> tuple[Slip, ...]:
    """A tab may stand for two, four or eight columns; where two of these would be read differently, nothing is done."""
    best: dict[str, tuple[tuple[Slip, ...], Draft]] = {}
    for tab in _TABS:
        slips = apart(_Walk(text, tab).slips())
        mended = applied(text, (slip.replacement for slip in slips))
        draft = loads(mended)
        if not is_refused(draft):
            best[mended] = (slips, draft)
    fewest = min((len(draft.problems) for _, draft in best.values()), default=0)
    good = [(slips, draft) for slips, draft in best.values() if len(draft.problems) == fewest]
    if good and all(draft.summary == good[0][1].summary for _, draft in good):
        return good[0][0]
    return tuple(slip for slip in apart(_Walk(text, _TABS[0]).slips()) if "\t" not in text[slip.start : slip.end])


@attrs.define
class _Level:
    """A mapping or a list that is open: its column, and how it (or its members) are read, where that is known."""

    column: int
    shape: Shape | None
    is_list: bool = False


@attrs.define
class _Move:
    """
    The keys of a list's member are in line with the first one, which has been moved.

    The line below it shows whether they were in line with its old place.
    """

    dash: int
    key: int
    by: int | None = None
    since: int = 0

    def to(self, column: int) -> int:
        """Where a line goes that begins at *column*."""
        if self.by is None:
            self.by, self.since = (self.key - column if column > self.dash else 0), column
        if column < self.since or column <= self.dash:
            self.by = 0
        return column + self.by


class _Walk:
    """One walk over the lines of a text."""

    def __init__(self, text: str, tab: int) -> None:
        self._text = text
        self._widths = _WIDTHS | {"\t": tab}
        self._levels: list[_Level] = []
        self._child = _Level(-1, summary_shape())  # what a line further in would begin
        self._literal: int | None = None  # lines further in than this belong to a literal text
        self._busy: int | None = None  # lines further in than this go on from the one before
        self._until = 0  # a value that goes over several lines ends here
        self._patience = 10 * len(text)
        self._moved: _Move | None = None  # a member whose first key was moved, and what hangs below that key with it

    def slips(self) -> Iterator[Slip]:
        """What may be mended, line by line."""
        for line in re.finditer(r"[^\r\n]+", self._text):
            if line.start() >= self._until:
                yield from self._line(line.start(), line.end())

    def _line(self, start: int, end: int) -> Iterator[Slip]:
        at = self._after(_BLANKS, start)
        if at >= end or self._text[at] == "#" or self._text.startswith(("---", "...", "%"), at):
            return
        column = self._width(start, at)
        if self._literal is not None and column > self._literal:
            return
        self._literal = None
        if self._busy is not None and column > self._busy:
            return
        self._busy = None
        column = self._moved.to(column) if self._moved else column
        if self._text[start:at] != " " * column:
            yield Slip(start=start, end=at, new=" " * column, kind="indentation", shown=("", ""))
        self._leave(column, is_item=bool(self._dash(at, end, column)))
        while dash := self._dash(at, end, column):
            self._open_list(column)
            if dash[1] != "-" or set(dash[2]) - {" "} or (not dash[2] and dash.end() < end):
                yield Slip(start=at, end=dash.end(), new="- " if dash.end() < end else "-", kind="dash", shown=("-", "-"))
                self._moved = _Move(column, column + 2)
                column += 2
            else:
                column += 1 + len(dash[2])
            at = dash.end()
        if at < end:
            yield from self._entry(at, end, column)

    def _dash(self, at: int, end: int, column: int) -> re.Match[str] | None:
        """A dash that begins a member of a list; without a space behind it only before a key of such members."""
        match = _DASH.match(self._text, at, end)
        if match is None or (match[1] == "-" and (match[2] or match.end() == end)):
            return match
        key = _KEY.match(self._text, match.end(), end)
        level = self._list_at(column)
        member = level.shape.member if level and level.shape else None
        known = member and member.fields and (self._text[match.end()] == "{" or (key and member.field(_name(key))))
        return match if known or (match[1] == "－" and match[2]) else None

    def _list_at(self, column: int) -> _Level | None:
        """The list that a member at *column* belongs to, as far as it is known."""
        for level in reversed(self._levels):
            if level.is_list and level.column == column:
                return level
        return self._child if column >= self._child.column else None

    def _leave(self, column: int, *, is_item: bool) -> None:
        while self._levels and (
            self._levels[-1].column > column
            or (self._levels[-1].column == column and self._levels[-1].is_list and not is_item)
            or (self._levels[-1].column == column and not self._levels[-1].is_list and is_item and self._child.column != column)
        ):
            self._levels.pop()

    def _open_list(self, column: int) -> None:
        top = self._levels[-1] if self._levels else None
        if top is None or not (top.is_list and top.column == column):
            shape = self._child.shape if column >= self._child.column else None
            top = _Level(column, shape, is_list=True)
            self._levels.append(top)
        self._child = _Level(column, top.shape.member if top.shape else None)

    def _entry(self, at: int, end: int, column: int) -> Iterator[Slip]:
        """A key and its value, or a member of a list that is a mere value."""
        key = _KEY.match(self._text, at, end)
        level = self._levels[-1] if self._levels else None
        aligned = level is not None and level.column == column and not level.is_list
        shape = level.shape if aligned and level else self._child.shape if column > self._child.column else None
        if key is None or not self._is_key(key, end, shape, aligned=aligned):
            if aligned and shape and (bare := self._bare_key(at, end, column, shape)):
                yield Slip(start=bare.end(), end=bare.end(), new=":", kind="no-colon", shown=(bare[0], bare[0] + ":"))
                self._child, self._busy = _Level(column, shape.fields[bare[0]][1]), None
                return
            self._busy = self._levels[-1].column if self._levels else -1
            yield from self._value(at, end, self._busy, shape)
            return
        if not aligned:
            self._levels.append(_Level(column, shape))
        if self._is_slip(key, end):
            new = ":" if self._is_void(key.end(), end) else ": "
            yield Slip(start=key.start(4), end=key.end(), new=new, kind="colon", shown=(key[4] + key[5], new))
        field = shape.field(_name(key)) if shape else None
        yield from self._value(key.end(), end, column, field[1] if field else None)

    def _is_key(self, key: re.Match[str], end: int, shape: Shape | None, *, aligned: bool) -> bool:
        if not self._is_slip(key, end):
            return True
        return knows(shape, _name(key)) or (aligned and bool(_CHINESE.search(_name(key))))

    def _bare_key(self, at: int, end: int, column: int, shape: Shape) -> re.Match[str] | None:
        """A key that stands alone, without its colon: lines that belong to it follow, and at the top no other line has it."""
        bare = _BARE.match(self._text, at, end)
        field = shape.fields.get(bare[0]) if bare else None
        if bare is None or field is None or not (field[1].member or field[1].fields):
            return None
        following = _FOLLOWING.match(self._text, end)
        if following is None or not (self._width(*following.span(1)) > column or following[2] in "-－"):
            return None
        return None if column == 0 and re.search(rf"^{bare[0]} *[:：]", self._text, re.MULTILINE) else bare

    def _is_slip(self, key: re.Match[str], end: int) -> bool:
        return key[4] == "：" or bool(set(key[5]) - {" ", "\t"}) or (not key[5] and key.end() < end)

    def _is_void(self, at: int, end: int) -> bool:
        return at >= end or self._text[at] == "#"

    def _value(self, at: int, end: int, column: int, shape: Shape | None) -> Iterator[Slip]:
        """What follows a key or a dash: another level further in, or a text that may go on over several lines."""
        first = "" if self._is_void(at, end) else self._text[at]
        if not first:
            self._child = _Level(column, shape)
            self._busy = None
        elif first in "|>":
            self._literal, self._busy = column, None
        elif first in "{[" and (close := self._flow_end(at)):
            self._until, self._busy = close, None
            yield from flow_slips(self._text, at, close, shape)
        elif first in "\"'" and (close := _quote_end(self._text, at)):
            self._until, self._busy = close, None
        else:
            self._busy = column

    def _flow_end(self, at: int) -> int | None:
        """Where the bracket that opens at *at* is closed; brackets without end are looked for only so often."""
        close = flow_end(self._text, at, min(len(self._text), at + self._patience))
        self._patience -= (close or len(self._text)) - at
        return close

    def _width(self, start: int, end: int) -> int:
        return sum(self._widths[character] for character in self._text[start:end])

    def _after(self, pattern: re.Pattern[str], at: int) -> int:
        match = pattern.match(self._text, at)
        assert match is not None  # it matches nothing at all
        return match.end()


def _name(key: re.Match[str]) -> str:
    return key[1] or key[2] or key[3]


def _quote_end(text: str, at: int) -> int | None:
    """Where the quoted text that begins at *at* ends; None if it does not."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[at] == '"' else r"'(?:[^']|'')*'"
    match = re.compile(pattern, re.DOTALL).match(text, at)
    return match.end() if match else None
