"""How wide the columns of a table on paper are."""

from __future__ import annotations

from propsummary.document import Cell, Column
from propsummary.renderers.office.columns import column_widths


def test_a_column_of_dashes_takes_no_more_room_than_its_heading() -> None:
    columns = (Column(header="目标", kind="key"), Column(header="基期", kind="figure"), Column(header="期限", kind="word"))
    rows = ((Cell("东门高峰排队降到4次以内"), Cell("—", "muted"), Cell("2026-12-31")),)
    target, baseline, due = column_widths(columns, rows, 9000)
    assert target > due > baseline
    assert baseline < 700
