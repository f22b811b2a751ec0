"""Plain text as an outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.drafts.headings import with_headings
from propsummary.drafts.lines import (
    Line,
    bold_of,
    columns,
    full_width,
    is_caption,
    is_closed,
    is_folio,
    joined,
    says_something,
    table_of,
    unruled,
    wrapped,
)
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Mark, Outline, Words
from propsummary.drafts.passages import Passage, Raw

__all__ = ["from_lines", "outline", "split_lines"]

_ENDS = re.compile(r"\r\n|\n|\r")
_BLANKS = "\ufeff \t\u3000\u00a0\x0b\x0c"
_BRIEF, _WIDE = 24, 44  # columns
_PHRASE = re.compile(r"[\w“”《》（）()、，：]*[\w”》）)？?]")
_FIGURE = re.compile(r"\d(?!\d*(?:年|月|季度))")
_BARE = re.compile(r"[\w（）()]*[^\W\d][\w（）()]*[？?]?")


def outline(text: str, *, file: str = "", encoding: str = "utf-8") -> Outline:
    """
    The outline of a plain text.

    Lines that an editor broke are joined; lines of bars, tabs or aligned blanks become tables; rules and ornaments are left out.

    .. versionadded:: 0.1.0
    """
    lines = split_lines(text, file)
    raws = list(from_lines(lines, full_width(lines)))
    return Outline(file=file, blocks=with_headings(raws), source=text, encoding=encoding)


def split_lines(text: str, file: str) -> list[Line]:
    """The lines of *text* that hold words, each in its place."""
    lines: list[Line] = []
    gap = False
    for number, line in enumerate(_ENDS.split(text), 1):
        stripped = line.strip(_BLANKS)
        if stripped:
            indent = line.index(stripped)
            words = Words(text=stripped, file=file, marks=(Mark(0, number, indent + 1),))
            lines.append(Line(words=words, indent=columns(line[:indent].expandtabs(4)), gap=gap))
        gap = not stripped
    return lines


def from_lines(lines: Sequence[Line], full: int | None) -> Iterator[Raw]:
    """What *lines* hold, tables found and broken lines joined; *full* as in `wrapped`."""
    rest: list[Line] = []
    at = 0
    while at < len(lines):
        taken, table = table_of(lines, at)
        if table:
            yield from _passages(rest, full)
            rest = []
            yield table
        else:
            rest += lines[at : at + taken]
        at += taken
    yield from _passages(rest, full)


def _passages(lines: Sequence[Line], full: int | None) -> Iterator[Passage]:
    groups = list(wrapped(list(_unpaged(lines)), full))
    for nth, group in enumerate(groups):
        ruled = unruled(group[0].words) if len(group) == 1 else None
        words = ruled or joined(group)
        around = (groups[nth - 1][-1] if nth else None, groups[nth + 1][0] if nth + 1 < len(groups) else None)
        yield Passage(
            words=words,
            position=words.marks[0].line,
            bold=bold_of(group),
            look="ruled" if ruled else _look(group, *around),
            kind="caption" if is_caption(words.text) else "",
        )


def _unpaged(lines: Sequence[Line]) -> Iterator[Line]:
    """The *lines* that say something, without the numbers of pages; a sentence goes on behind one."""
    before: Line | None = None
    turned = False
    for line in lines:
        if is_folio(line.words.text):
            turned = True
        elif says_something(line.words.text):
            goes_on = turned and before is not None and not is_closed(before.words.text)
            before, turned = attrs.evolve(line, gap=False) if goes_on else line, False
            yield before


def _look(group: Sequence[Line], before: Line | None, after: Line | None) -> str:
    """How a line stands out: bold, or by its brevity between an ended paragraph and a much longer one; longer, by empty lines."""
    if len(group) > 1:
        return ""
    line, text = group[0], group[0].words.text
    if line.bold >= len(text):
        return "bold"
    parted = before is None or line.gap or is_closed(before.words.text)
    alone = parted and after is not None and columns(after.words.text) > 2 * columns(text)
    if not alone or read_number(text):
        return ""
    if columns(text) <= _BRIEF and _BARE.fullmatch(text):
        return "alone"
    apart = after is not None and after.gap and (before is None or line.gap)
    return "apart" if apart and columns(text) <= _WIDE and _PHRASE.fullmatch(text) and not _FIGURE.search(text) else ""
