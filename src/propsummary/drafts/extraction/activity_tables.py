"""Tables of what was held: an activity a row, with when, how often, and with how many."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.drafts.extraction.activities import Found, kind_of_activity
from propsummary.drafts.outline import Table, Words, join
from propsummary.model import Activity, ActivityKind
from propsummary.periods import Period, read_date, read_period
from propsummary.quantities import read_quantity

__all__ = ["activities_of", "day_or_span"]

_HEADS = {
    "kind": re.compile("^(?:活动|工作)?(?:类别|类型|种类)$"),
    "name": re.compile("活动|培训|演练|训练|课程|主题"),
    "when": re.compile("日期|时间"),
    "times": re.compile("次数|场次|场数|期数|频次"),
    "participants": re.compile("人数|人次|参加|参训|参与"),
    "hours": re.compile("学时|课时"),
    "outcome": re.compile("效果|成效|结果|情况"),
}
_NAMES = re.compile("名称|内容|项目|事项")


def activities_of(table: Table, period: Period | None) -> tuple[list[Found], list[Words]] | None:
    """The activities of a table and what is left over; none if it is a table of something else."""
    columns = _columns(table)
    if "name" not in columns or not {"times", "participants"} & set(columns) or len(table.rows) <= table.headers:
        return None
    head = " ".join(cell.text for cell in table.rows[0])
    found: list[Found] = []
    left: list[Words] = []
    for row in table.rows[table.headers :]:
        cells = {
            column: join(cell.words, " ") for column, cell in zip(columns, row, strict=False) if column and cell.words and cell.text
        }
        kind = _kind(cells, head) if "name" in cells else None
        taken: set[str] = set()
        if kind:
            found.append(_activity(kind, cells, period))
            taken = {cells["name"].text, *(words.text for _, words in found[-1].places)}
        left += (words for cell in row if not cell.merged and cell.text and (words := join(cell.words, " ")).text not in taken)
    return (found, left) if found else None


def _kind(cells: dict[str, Words], head: str) -> ActivityKind | None:
    """What was held, by the column that says so, else by its name, else by the headings."""
    said = cells["kind"].text if "kind" in cells else ""
    return _word(said) or kind_of_activity(cells["name"].text) or kind_of_activity(said) or kind_of_activity(head)


def _word(text: str) -> ActivityKind | None:
    return next((kind for kind in ActivityKind if kind.zh == text), None)


def _columns(table: Table) -> Sequence[str | None]:
    """What the columns hold, by the lowest heading of each."""
    columns: list[str | None] = []
    for at in range(len(table.rows[0]) if table.headers else 0):
        heads = [row[at].text for row in table.rows[: table.headers] if at < len(row) and row[at].text]
        kind = next((name for name, pattern in _HEADS.items() if heads and pattern.search(heads[-1])), None)
        columns.append(None if kind in columns else kind)
    if "name" not in columns and (named := _named(table, columns)) is not None:
        columns[named] = "name"
    heads = [cell.text for cell in table.rows[table.headers - 1]] if table.headers else []
    return ["content" if column is None and head.endswith("内容") else column for column, head in zip(columns, heads, strict=False)]


def _named(table: Table, columns: Sequence[str | None]) -> int | None:
    """The column whose heading says only that it names something (名称, 内容), where most of its cells name activities."""
    body = table.rows[table.headers :]
    sorted_by = columns.index("kind") if "kind" in columns else len(columns)
    sure = all(_word(row[sorted_by].text) for row in body if sorted_by < len(row)) and sorted_by < len(columns)
    for at, column in enumerate(columns):
        head = table.rows[table.headers - 1][at].text if table.headers else ""
        told = [row[at].text for row in body if at < len(row)]
        if column is None and _NAMES.search(head) and (sure or sum(map(bool, map(kind_of_activity, told))) * 2 > len(told)):
            return at
    return None


def day_or_span(text: str, period: Period | None) -> Period | None:
    """The day or the span that *text* names; none for 每月一次. A day without its year is the last one up to the period's end."""
    day = read_date(text)
    if day is None and period and re.fullmatch(r"\d{1,2}月\d{1,2}[日号]", text):
        days = (read_date(f"{year}年{text.replace('号', '日')}") for year in (period.last.year, period.last.year - 1))
        day = next((one for one in days if one and one <= period.last), None)
    return Period.between(day, day, text=text) if day else read_period(text, near=period)


def _spans(text: str, period: Period | None) -> tuple[Period, ...]:
    """The days or spans that a cell names; none where one of several cannot be read."""
    if whole := day_or_span(text, period):
        return (whole,)
    told = [day_or_span(one, period) for one in re.split(r"[\s、；;，,]+", text)]
    found = tuple(one for one in told if one)
    return found if len(found) == len(told) else ()


def _activity(kind: ActivityKind, cells: dict[str, Words], period: Period | None) -> Found:
    when = _spans(cells["when"].text, period) if "when" in cells else ()
    activity = Activity(
        kind=kind,
        name=cells["name"].text,
        when=when,
        times=read_quantity(cells["times"].text) if "times" in cells else None,
        participants=read_quantity(cells["participants"].text) if "participants" in cells else None,
        hours=read_quantity(cells["hours"].text) if "hours" in cells else None,
        content=cells["content"].text if "content" in cells else "",
        outcome=cells["outcome"].text if "outcome" in cells else "",
    )
    places = tuple((field, words) for field, words in cells.items() if getattr(activity, field))
    return Found(activity=activity, words=join(list(cells.values()), " "), places=places)
