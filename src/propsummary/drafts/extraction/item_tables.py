"""Tables of issues, measures and goals, row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from propsummary.drafts.extraction.clauses import bare, trimmed
from propsummary.drafts.extraction.item import Item
from propsummary.drafts.extraction.item_columns import item_columns
from propsummary.drafts.extraction.labels import Slice
from propsummary.drafts.extraction.slices import NOTHING, slices
from propsummary.drafts.numbers import read_number
from propsummary.drafts.outline import Table, TableCell, Words, join
from propsummary.periods import Period

__all__ = ["table_items"]


def table_items(table: Table, primary: str, period: Period | None) -> tuple[list[Item], list[Words]] | None:
    """The entries that a table's rows tell, and what is left over; none where its headings name no entries."""
    columns = item_columns(table, primary, period)
    if not {primary, "issue", "measure", "goal"} & set(columns):
        return None
    reader = _Reader(columns, [join(cell.words, "") if cell.words else None for cell in table.rows[0]], period)
    for nth, row in enumerate(table.rows[table.headers :], 1):
        reader.read(row, nth)
    return reader.items, reader.left


class _Reader:
    """Reads the rows; a merged cell holds for all rows that it spans."""

    def __init__(self, columns: Sequence[str | None], heads: Sequence[Words | None], period: Period | None) -> None:
        self._columns = columns
        self._heads = heads
        self._period = period
        self._above: dict[int, tuple[Words, ...]] = {}
        self.items: list[Item] = []
        self.left: list[Words] = []

    def read(self, row: Sequence[TableCell], number: int) -> None:
        """Read the row of some *number*, counted from 1."""
        if self._is_banner(row):
            self.left += row[0].words
            self._above = {}
            return
        own: list[Slice] = []
        told: list[Slice] = []
        for at, cell in enumerate(row):
            slot = self._columns[at] if at < len(self._columns) else None
            goes_on = cell.merged or (slot == "issue" and not cell.text)  # left blank for the one above
            self._above[at] = self._above.get(at, ()) if goes_on else cell.words
            words = join(self._above[at], "\n") if self._above[at] else None
            if words is None or words.text in NOTHING:
                continue
            if slot == "answers" and (answered := read_number(f"{words.text} x")):
                number = answered.value
                continue
            head = self._heads[at] if at < len(self._heads) else None
            found = self._cell(slot, words, head)
            told += found
            own += () if goes_on else found
        if told and self.items and self._goes_on(row):
            self._add_to_last(own, told)
        elif told:
            self.items.append(Item(slices=tuple(told), number=number, tabled=True))

    def _cell(self, slot: str | None, words: Words, head: Words | None) -> tuple[Slice, ...]:
        """The fields that a cell tells; what none claims is left over with the *head* of its column: ``影响：夜班``."""
        if slot is None or slot in ("area", "status"):
            if bare(words.text):  # no mere mark in a calendar
                self.left.append(join([head, words], "：") if head and head.text else words)
        elif slot in ("issue", "cause", "measure", "owner", "deadline"):
            return slices(words, slot, self._period)
        elif slot != "number":
            return (Slice(slot, trimmed(words)),)
        return ()

    def _is_banner(self, row: Sequence[TableCell]) -> bool:
        """
        Whether a row is one cell across the whole table, which heads the rows below or notes something (备注：……).

        A cell of text beside cells that go on from the row above is none, unless it is numbered like a heading.
        """
        if len(row) < 2 or row[0].merged or not all(cell.merged for cell in row[1:]):
            return False
        told = self._columns[0] in ("issue", "cause", "measure", "goal") and any(self._above.values())
        return not told or re.match("备?注|说明|[（(]?[一二三四五六七八九十]+[)）、]", row[0].text) is not None

    def _goes_on(self, row: Sequence[TableCell]) -> bool:
        """Whether a row says more of the issue in the row above it: another cause, another measure."""
        return any(slot == "issue" and (cell.merged or not cell.text) for slot, cell in zip(self._columns, row, strict=False))

    def _add_to_last(self, own: Sequence[Slice], told: Sequence[Slice]) -> None:
        """What a row adds to the issue of the last: a measure of its own answers that issue, anything else belongs to it."""
        apart = any(one.slot == "measure" for one in own)
        added = [one for one in own if one.slot == "cause" or not apart]
        at = max((at for at, one in enumerate(self.items) if one.first("issue")), default=len(self.items) - 1)
        self.items[at] = attrs.evolve(self.items[at], slices=(*self.items[at].slices, *added))
        if apart:
            answers = tuple(Slice("answers", one.words) for one in told if one.slot == "issue")
            rest = (one for one in told if one.slot not in ("issue", "cause"))
            self.items.append(Item(slices=(*answers, *rest), tabled=True))
