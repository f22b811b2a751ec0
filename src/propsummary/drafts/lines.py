"""Lines of text files: which of them go on with the paragraph before, and which form a table."""

from __future__ import annotations

import functools
import itertools
import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from propsummary._text import width
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Table, TableCell, Words, join

__all__ = [
    "Line",
    "bold_beginning",
    "bold_of",
    "columns",
    "full_width",
    "is_caption",
    "is_closed",
    "is_folio",
    "joined",
    "says_something",
    "table_cells",
    "table_of",
    "unruled",
    "wrapped",
]

_CLOSED = re.compile(r"[。！？!?；;：:.…]['\"”’）)】》]*$")
_OPEN = re.compile(r"[，、,—（(“《]$")
_NARROWEST, _WIDEST = 40, 160  # columns that people let editors and mail programs break lines at
_INDENTED = 4  # columns before the first line of a paragraph
_FEWEST = 4  # lines that end alike within a sentence
_FULL = 88  # per cent of the widest line: what is shorter was ended on purpose
_GRID = re.compile(r"\+=[=+]+\+$")  # below the headings of a grid table, as Pandoc and reStructuredText have it
_BARS = re.compile(r"[|｜│┃║]")
_GAPS = re.compile(r"[ \u00a0\u3000]*\t\s*|[ \u00a0]{2,}|\u3000+[ \u3000]*")
_TABS = re.compile(r"\t")
_CAPTION = re.compile(r"(?:附?[表图])\s*[\d一二三四五六七八九十]+(?:[-－.]\d+)?\s*[：:、.．\s]\s*\S")
_WORD = re.compile(r"\w")
_FOLIO = re.compile(r"[-–—－·•~～]+\s*[0-9０-９]{1,3}\s*[-–—－·•~～]+|第\s*\d{1,3}\s*页(?:[，,、/\s]*共\s*\d{1,3}\s*页)?")
_IN_NUMBER = re.compile(r"\d[,.]?\n[\d.,%‰]")  # an editor broke the line inside 1,289 or 97.4%
_RULED = re.compile(r"(?:[-=—–~～*＊#＝_★☆◆■●▲]{2,})\s*(?P<words>\w[^，,。；;]{0,22}?)\s*[-=—–~～*＊#＝_★☆◆■●▲]{2,}")
_LABEL = re.compile(r"[^，,；;。：:]{1,10}[：:]")


@attrs.frozen(kw_only=True)
class Line:
    """
    A line of a file.

    Attributes:
        words: What stands on it, without blanks at its edges.

        indent: Columns of blanks before it.

        gap: Whether an empty line stands before it.

        bold: How many characters at its beginning are bold, or are a number and then bold.
    """

    words: Words
    indent: int = 0
    gap: bool = False
    bold: int = 0


def columns(text: str) -> int:
    """How wide *text* is; for what is longer than any line, at least how wide."""
    return len(text) if len(text) > _WIDEST else width(text)


def bold_beginning(text: str, flags: Sequence[bool]) -> int:
    """How many characters at the beginning of *text* are bold, a number before them counted in; *flags* say which are bold."""
    number = read_number(text)
    start = number.length if number else 0
    end = start
    while end < len(flags) and flags[end]:
        end += 1
    return end if end > start else next((nth for nth, bold in enumerate(flags[:start]) if not bold), 0)


def bold_of(lines: Sequence[Line]) -> int:
    """How many characters at the beginning of *lines* together are bold; what is bold ends with its line."""
    first = lines[0]
    return first.bold if len(lines) == 1 else min(first.bold, len(first.words.text) - 1)


def is_caption(text: str) -> bool:
    """Whether *text* names a table or picture: ``表1 主要指标``."""
    return len(text) <= 40 and not text.endswith("。") and bool(_CAPTION.match(text))


def is_closed(text: str) -> bool:
    """Whether *text* ends as a sentence ends."""
    return bool(_CLOSED.search(text))


def unruled(words: Words) -> Words | None:
    """What stands between the rules of a line of its own (``—— 存在问题 ——``); none for any other line."""
    match = _RULED.fullmatch(words.text)
    return words.part(*match.span("words")) if match else None


def is_folio(text: str) -> bool:
    """Whether *text* is the number of a page: ``- 3 -``, ``第3页``."""
    return _FOLIO.fullmatch(text) is not None


def says_something(text: str) -> bool:
    """Whether *text* holds more than rules and ornaments."""
    return bool(_WORD.search(text))


def wrapped(lines: Sequence[Line], full: int | None) -> Iterator[tuple[Line, ...]]:
    """*lines* put together to paragraphs, as far as an editor broke them, as lines that are *full* may be, and not their author."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group, line, full):
            yield tuple(group)
            group = []
        group.append(line)
    if group:
        yield tuple(group)


def full_width(lines: Sequence[Line]) -> int | None:
    """From how many columns on a line of this text may have been broken by an editor; none if no line seems to have been."""
    widths = [columns(line.words.text) + line.indent for line in lines]
    widest = max(widths, default=0)
    full = widest * _FULL // 100
    if _NARROWEST <= widest <= _WIDEST and sum(one >= full for one in widths) >= max(3, len(widths) // 5):
        return full
    broken = [one for one in _broken(lines) if _NARROWEST <= one <= _WIDEST]
    middle = statistics.median_low(broken) if len(broken) >= _FEWEST else 0
    full = middle * _FULL // 100
    alike = sum(full <= one <= middle + middle // 4 for one in broken)
    return full if middle and 4 * alike >= 3 * len(broken) else None


def _broken(lines: Sequence[Line]) -> Iterator[int]:
    """How wide the lines are that end within a sentence of a paragraph that ends: a scan has some broken and others whole."""
    widths: list[int] = []
    for line, later in itertools.pairwise(lines):
        number = read_number(later.words.text)
        if is_closed(line.words.text):
            yield from widths
        if is_closed(line.words.text) or later.gap or later.indent >= _INDENTED or (number and number.firm):
            widths = []
        else:
            widths.append(columns(line.words.text))
    yield from widths if lines and is_closed(lines[-1].words.text) else ()


def _goes_on(group: Sequence[Line], line: Line, full: int | None) -> bool:
    before = group[-1]
    text = before.words.text
    number = read_number(line.words.text)
    if line.gap or (number and number.firm) or _RULED.fullmatch(text):
        return False
    if _OPEN.search(text) or (_awaits(text) and not _LABEL.match(line.words.text)):
        return True
    if full is None or columns(text) + before.indent < full:
        return False
    hangs = line.indent > group[0].indent and read_number(group[0].words.text) is not None
    if line.indent and line.indent != before.indent and not hangs:
        return False
    begun_by_indent = group[0].indent > line.indent
    return begun_by_indent or not is_closed(text)


@functools.cache
def _labels() -> re.Pattern[str]:
    slots = {slot.slot: slot for slot in prose_words().slots}
    return re.compile(rf"[。；;，,.]\s*(?:{'|'.join((*slots['owner'].words, *slots['deadline'].words))})[：:]$")


def _awaits(text: str) -> bool:
    """Whether *text* ends in the label of what stands on the next line: ``……6台。责任人：``."""
    return _labels().search(text) is not None


def joined(lines: Sequence[Line]) -> Words:
    """The words of *lines* as one text: Chinese without blanks between, other words with one."""
    parts = [lines[0].words]
    for before, line in itertools.pairwise(lines):
        ends, begins = before.words.text[-2:], line.words.text[:1]
        if ends[-1:].isascii() and begins.isascii() and not _IN_NUMBER.search(f"{ends}\n{begins}"):
            parts.append(Words(text=" "))
        parts.append(line.words)
    return join(parts)


def table_of(lines: Sequence[Line], start: int) -> tuple[int, Table | None]:
    """How many of *lines* from *start* on belong together, and the table that they are; none if they are no table."""
    longest = 1
    for cells, fewest in ((_barred, 2), (_tabbed, 2), (_spaced, 3)):
        found: list[tuple[Words, ...]] = []
        end = start
        while end < len(lines) and (end == start or not lines[end].gap) and (row := cells(lines[end])) is not None:
            end += 1
            found.append(row)
        grid = any(_GRID.match(line.words.text) for line in lines[start:end])
        rows = list(_grid_rows(found)) if grid else [row for row in found if row]
        if len(rows) >= fewest and _even(rows) and not _numbered(rows):
            position = lines[start].words.marks[0].line
            return end - start, Table(rows=tuple(tuple(map(_cell, row)) for row in rows), position=position)
        longest = max(longest, end - start)
    return longest, None


def _grid_rows(lines: Sequence[tuple[Words, ...]]) -> Iterator[tuple[Words, ...]]:
    """The rows of a grid table: all lines between two rules are one row, whose cells go on from line to line."""
    for ruled, group in itertools.groupby(lines, key=lambda line: not line):
        if not ruled:
            yield tuple(_run_on([words for words in cell if words.text]) for cell in zip(*group, strict=False))


def _run_on(parts: Sequence[Words]) -> Words:
    """One cell out of its lines; a blank only stands where one word of Latin letters follows another."""
    whole = parts[0] if parts else Words(text="")
    for words in parts[1:]:
        latin = re.match("[A-Za-z]", words.text) and re.search("[A-Za-z]$", whole.text)
        whole = join([whole, words], " " if latin else "")
    return whole


def _cell(words: Words) -> TableCell:
    return TableCell(words=(words,) if words.text else ())


def _barred(line: Line) -> tuple[Words, ...] | None:
    """The cells of a line with bars; none at all for a rule between rows, None for any other line."""
    text = line.words.text
    if not says_something(text):
        return () if re.fullmatch(r"[-=+|:\s─━┄┅═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝│┃║┏┳┓┣╋┫┗┻┛╟╢╤╧╪╞╡—_]{3,}", text) else None
    if len(_BARS.findall(text)) < (1 if _BARS.match(text) is None else 2):
        return None
    return table_cells(line.words)


def table_cells(words: Words) -> tuple[Words, ...]:
    """The cells of a row with bars between them and perhaps around them; bars in code or behind a backslash are text."""
    text = words.text
    bars = [at for at in _outside_code(text) if _BARS.match(text, at) and (at == 0 or text[at - 1] != "\\")]
    start = 1 if bars and bars[0] == 0 else 0
    ends = [at for at in bars if at >= start]
    edges = [start - 1, *ends] if ends and ends[-1] == len(text) - 1 else [start - 1, *ends, len(text)]
    return tuple(words.part(left + 1, right) for left, right in itertools.pairwise(edges))


def _outside_code(text: str) -> Iterator[int]:
    """Places in *text* that are in no code span."""
    end = 0
    for match in re.finditer(r"(?<!`)(`{1,9})(?!`).{0,400}?(?<!`)\1(?!`)", text):
        yield from range(end, match.start())
        end = match.end()
    yield from range(end, len(text))


def _tabbed(line: Line) -> tuple[Words, ...] | None:
    return _split(line, _TABS)


def _spaced(line: Line) -> tuple[Words, ...] | None:
    return _split(line, _GAPS)


def _split(line: Line, gaps: re.Pattern[str]) -> tuple[Words, ...] | None:
    words = line.words
    found = list(gaps.finditer(words.text))
    if not found:
        return None
    starts = [0, *(gap.end() for gap in found)]
    ends = [*(gap.start() for gap in found), len(words.text)]
    return tuple(words.part(start, end) for start, end in zip(starts, ends, strict=True))


def _even(rows: Sequence[tuple[Words, ...]]) -> bool:
    """Whether most rows have as many cells."""
    most = max(Counter(map(len, rows)).items(), key=lambda one: one[1])
    return most[0] > 1 and 2 * most[1] > len(rows)


def _numbered(rows: Sequence[tuple[Words, ...]]) -> bool:
    """Whether these are rather items with blanks in them: ``1、……  责任人：……``."""
    return 2 * sum(read_number(row[0].text) is not None for row in rows) > len(rows)
