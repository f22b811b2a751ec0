"""Who reports on what: department, period, title, organization, author and day of writing."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.extraction.days import year_less_day
from propsummary.drafts.extraction.kinds import kind_of
from propsummary.drafts.extraction.parts import Chapter
from propsummary.drafts.extraction.reporters import department_named, organization_named
from propsummary.drafts.outline import Outline, Paragraph, Table, Words, join
from propsummary.periods import Period, PeriodRole, find_periods, read_date, read_period

__all__ = ["Opening", "described", "opening", "rows_of"]

_ROW_HEADS = ("", "项目", "内容", "事项", "名称", "栏目", "类别", "信息", "说明", "填写内容", "具体内容", "备注", "要素")


@attrs.frozen(kw_only=True)
class Opening:
    """
    What the lines around the title and at the end say.

    Attributes:
        title, department, author, reviewer, company, property: Where they stand, as written.

        period: What the summary covers, and `period_words` where that is said.

        prepared_on: The day of writing, and `prepared_words` where that is said.
    """

    title: Words | None = None
    department: Words | None = None
    author: Words | None = None
    reviewer: Words | None = None
    company: Words | None = None
    property: Words | None = None
    period: Period | None = None
    period_words: Words | None = None
    prepared_on: dt.date | None = None
    prepared_words: Words | None = None


def opening(outline: Outline, chapters: Sequence[Chapter]) -> Opening:
    """Read what *chapters* before the first part, and the lines at the end, say of the whole."""
    title = _title(chapters)
    labelled = list(_labelled(chapters))
    front = dict(reversed(labelled))  # the first of a kind counts
    lines = list(_lines(chapters))
    prepared = _prepared([words for kind, words in labelled if kind == "prepared_on"], lines)
    period = _period(title, front, lines, outline, prepared[1] if prepared else None)
    if prepared is None and period:
        prepared = _soon_after(period[1].last, lines)
    company, estate = organization_named(title, front, lines)
    return Opening(
        title=title,
        department=department_named(title, front, lines, outline),
        author=front.get("author"),
        reviewer=front.get("reviewer"),
        company=company,
        property=estate,
        period=period[1] if period else None,
        period_words=period[0] if period else None,
        prepared_on=prepared[1] if prepared else None,
        prepared_words=prepared[0] if prepared else None,
    )


def _title(chapters: Sequence[Chapter]) -> Words | None:
    first = chapters[0] if chapters and chapters[0].part == "title" else None
    if first is None:
        return None
    if first.heading:
        return first.heading.words
    lines = [block.words for block in first.blocks if isinstance(block, Paragraph)]
    return next(
        (words for words in lines if re.search("总结|汇报|报告|小结|月报|季报|年报|述职", words.text)), lines[0] if lines else None
    )


def _lines(chapters: Sequence[Chapter]) -> Iterator[Words]:
    """The lines around the title and at the end."""
    for chapter in chapters:
        if chapter.part == "title" or chapter.kind == "signature":
            for block in chapter.blocks:
                if isinstance(block, Paragraph):
                    yield block.words
                elif isinstance(block, Table):
                    yield from rows_of(block)


def described(chapters: Sequence[Chapter]) -> Iterator[Words]:
    """What a table around the title says of the department and its work, by its labels: ``部门职责 | 负责……``."""
    tables = (block for chapter in chapters if chapter.part == "title" for block in chapter.blocks if isinstance(block, Table))
    for words in (row for table in tables for row in rows_of(table)):
        label, _, told = words.text.partition("：")
        if told and kind_of(label) == "background":
            yield words.part(len(label) + 1)


def rows_of(table: Table) -> Iterator[Words]:
    """The rows of a table of labels and values as labelled words; a first one that only heads them (项目, 内容) is left out."""
    headed = all(cell.text in _ROW_HEADS for row in table.rows[:1] for cell in row)
    for row in table.rows[headed:]:
        cells = [join(cell.words, "") for cell in row if not cell.merged and cell.words]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            yield join([label, value], "：")


@functools.cache
def _front_labels() -> re.Pattern[str]:
    groups = attrs.asdict(prose_words().front)
    labels = "|".join(f"(?P<{name}>{any_of(words)})" for name, words in groups.items())
    return re.compile(rf"(?:^|(?<=[\s，,；;。|｜（(]))(?:{labels})\s*[:：]+\s*")


def _labelled(chapters: Sequence[Chapter]) -> Iterator[tuple[str, Words]]:
    """What the labels around the title label."""
    for words in _lines(chapters):
        found = list(_front_labels().finditer(words.text))
        ends = [*(match.start() for match in found[1:]), len(words.text)]
        for match, end in zip(found, ends, strict=False):
            kind = str(match.lastgroup)
            value = trimmed(words.part(match.end(), end))
            if value.text:
                yield kind, value


def _prepared(labelled: Sequence[Words], lines: Sequence[Words]) -> tuple[Words, dt.date] | None:
    """The day of writing: the first that is labelled so, else the last line that is or ends in a day."""
    if told := next(((words, day) for words in labelled if (day := _day(words.text))), None):
        return told
    for words in map(trimmed, reversed(lines)):
        match = re.search(
            r"(?:[2２][0０]\d{2}|[二〇零○]{1,2}[〇零○一二三四五六七八九]{2,3})\s*[年./．-]\s*[^，,。；;：:]{2,9}$", words.text
        )
        if match and (day := _day(match[0])):
            return words.part(match.start()), day
    for words in lines:
        match = re.search(
            r"(?<![0-9])20[0-9]{2}(?:年[0-9]{1,2}月[0-9]{1,2}日|([-./])[0-9]{1,2}\1[0-9]{1,2})(?![0-9]|\s*[—–~～至到-])", words.text
        )
        if match and len(words.text) <= 60 and (day := _day(match[0])):
            return words.part(*match.span()), day
    return None


def _soon_after(last: dt.date, lines: Sequence[Words]) -> tuple[Words, dt.date] | None:
    """The day of writing that a line names without its year: the first such day after the period's *last*."""
    pieces = [words.part(*one.span()) for words in reversed(lines) for one in re.finditer("[^｜|]+", words.text)]
    for words in map(trimmed, pieces):
        if named := year_less_day(words.text):
            year = last.year + ((last.month, last.day) >= named)
            start = re.search("[0-9０-９]|$", words.text).start()  # type: ignore[union-attr]  # the pattern matches the empty text
            return (words.part(start), day) if (day := _day(f"{year}年{named[0]}月{named[1]}日")) else None
    return None


def _day(text: str) -> dt.date | None:
    return read_date("".join(text.split()).replace("号", "日"))


def _period(
    title: Words | None, front: dict[str, Words], lines: Sequence[Words], outline: Outline, prepared_on: dt.date | None
) -> tuple[Words, Period] | None:
    """What the summary covers: by its label, in its title, below it, in its first sentences; else the year its author began in."""
    year = _year(outline, prepared_on)
    near = Period.year(year) if year else None
    label = front.get("period")
    if label and (period := read_period(label.text, near=near)):
        return label, _in_past(period, label.text, prepared_on)
    heads = [title] if title else []
    texts = [*heads, *lines, *list(outline.words())[:8]]
    for words in texts:
        if found := _reported(words, near, prepared_on, titled=words in heads):
            return found
    begun = ((words, one) for words in texts for one in find_periods(words.text) if _begun().match(words.text, one.end))
    return next(((words.part(one.start, one.end), Period.year(one.first.year)) for words, one in begun if one.first), None)


@functools.cache
def _begun() -> re.Pattern[str]:
    """What follows the day on which something began."""
    return re.compile(rf"(?:[0-9]{{1,2}}日)?(?:{any_of(prose_words().begun.words)})")


def _reported(words: Words, near: Period | None, prepared_on: dt.date | None, *, titled: bool) -> tuple[Words, Period] | None:
    """
    The first period in *words* that is no plan's, no comparison's and no beginning (2025年1月接手).

    Args:
        titled: Whether they are the title, where a period counts that merely stands there.
    """
    named = [one for one in find_periods(words.text) if one.role is not PeriodRole.NEXT and not one.invalid]
    named = [one for one in named if titled or not _begun().match(words.text, one.end)]
    named = [one for one in named if one.role is PeriodRole.REPORTING] or (named if titled or len(words.text) < 60 else named[:1])
    own_year = next((one for one in named if re.search("20[0-9]{2}|[二〇零]{2}", one.text)), None)
    for one in named:
        if one.role is PeriodRole.BASELINE:
            continue
        within = Period.between(one.first, one.last) if one.first and one.last else None
        beside = read_period(own_year.text) if own_year and own_year is not one else None
        period = within or read_period(one.text, near=beside or near)
        if period:
            text = one.text
            known = within is not None or beside is not None
            return words.part(one.start, one.end), period if known else _in_past(period, text, prepared_on)
    return None


def _in_past(period: Period, text: str, prepared_on: dt.date | None) -> Period:
    """A period without a year ended before the summary was written."""
    named = re.search("[0-9]{4}|[0-9]{2}年|[〇零]", text)
    if prepared_on and not named and period.first > prepared_on:
        return period.in_year(period.first.year - 1)
    return attrs.evolve(period, text=text)


def _year(outline: Outline, prepared_on: dt.date | None) -> int | None:
    """The year that is meant where none is named: that of the first one named, else of the day of writing."""
    for words in outline.words():
        match = re.search(r"(?<![0-9])(20[0-9]{2})\s*(?:年|[./-][0-9])", words.text)
        if match and (prepared_on is None or int(match[1]) in (prepared_on.year, prepared_on.year - 1)):
            return int(match[1])
    if prepared_on:
        return prepared_on.year
    named = re.search(r"(?<![0-9])(20[0-9]{2})(?![0-9])", outline.file)
    return int(named[1]) if named else None
