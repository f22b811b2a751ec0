"""The columns of tables of issues, measures and goals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from propsummary.drafts.extraction.labels import slot_of
from propsummary.drafts.outline import Table
from propsummary.periods import Period, read_period
from propsummary.quantities import has_figure

__all__ = ["item_columns"]


def item_columns(table: Table, primary: str, period: Period | None) -> list[str | None]:
    """The fields of the columns of a table of entries that are each a *primary*; one heading of two kinds means that one."""
    head = [slot_of(cell.text) for cell in table.rows[0]] if table.rows and table.headers else []
    columns = _columns(head, primary)
    return _figures(columns, table, period) if primary == "goal" else columns


def _columns(head: Sequence[str | None], primary: str) -> list[str | None]:
    """The fields of the columns; one heading of two kinds means the one that is asked for."""
    columns = list(head)
    if primary == "goal" and "goal" not in columns and "target" in columns and None in columns[: columns.index("target")]:
        columns[columns.index(None)] = "goal"  # whatever the column before the targets is called
    if primary not in columns:
        other = {"issue": ("goal",), "goal": ("target", "measure"), "measure": ("goal", "issue")}.get(primary, ())
        for name in other:
            if name in columns and not (name == "target" and "goal" in columns):
                columns[columns.index(name)] = primary
                break
    return columns


def _figures(columns: list[str | None], table: Table, period: Period | None) -> list[str | None]:
    """The columns of a table of goals: of those with figures, one tells the target (明年目标), one where it starts (今年实际)."""
    heads = [cell.text for cell in table.rows[0]]
    found = list(columns)
    for at, head in enumerate(heads):
        cells = [row[at].text for row in table.rows[table.headers :] if at < len(row) and row[at].text]
        amounts = bool(cells) and sum(has_figure(text) for text in cells) * 2 > len(cells)
        behind = "goal" in columns[:at] or (at > 0 and "goal" not in columns)
        if not amounts or not behind or columns[at] not in (None, "goal", "target", "baseline", "status", "issue"):
            continue
        named = read_period(head, near=period) if period else None
        if "baseline" not in found and (_STARTS.search(head) or (period and named and named.first <= period.last)):
            found[at] = "baseline"
        elif "target" not in found and (_AIMED.search(head) or (period and named and named.first > period.last)):
            found[at] = "target"
    return found


_STARTS = re.compile("实际|现状|现值|当前|目前|实绩|完成值|基期|基数|基线|[今本去上]年(?!目标|计划|指标)")
_AIMED = re.compile("目标|计划|指标|预期|拟达|达到")
