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


def test_where_there_is_little_room_the_longest_text_gets_it() -> None:
    """Rather than figures and words that are short; none of them is broken, nor is a day."""
    kinds = {
        "类别": "word",
        "目标": "key",
        "基期值": "figure",
        "完成时限": "word",
        "责任人": "word",
        "配合": "text",
        "支撑与依据": "text",
    }
    columns = tuple(Column(header=header, kind=kind) for header, kind in kinds.items())
    said = "八处隐患跨年未销；近两年同类设施故障率逐年上升，维保单位建议更换"
    texts = ("指标", "隐患整改完成率达到99%", "+2.8个百分点", "2026-12-31", "周明（秩序主管）", "工程部、财务部", said)
    widths = dict(zip(kinds, column_widths(columns, (tuple(map(Cell, texts)),), 8000), strict=True))
    assert sum(widths.values()) == 8000
    assert max(widths, key=lambda name: widths[name]) == "支撑与依据"
    assert widths["完成时限"] >= 10 * 100
    assert widths["基期值"] >= 12 * 92


def test_a_long_source_takes_no_room_from_figures_and_short_names() -> None:
    kinds = {"指标": "key", "本期": "figure", "变化": "figure", "目标": "figure", "达标情况": "word", "依据与来源": "text"}
    columns = tuple(Column(header=header, kind=kind) for header, kind in kinds.items())
    source = "记录：问卷82行，数据截至2025-09-29，查询 sat_rate/satisfied-of-valid"
    texts = ("报修完成率", "85.4%", "下降了2.3个百分点", "≥ 90%", "未达标", source)
    widths = dict(zip(kinds, column_widths(columns, (tuple(map(Cell, texts)),), 8700), strict=True))
    assert widths["指标"] >= 5 * 184 + 230
    assert widths["变化"] >= 7 * 184 + 3 * 92 + 230
    assert widths["目标"] >= 184 + 4 * 92 + 184 + 230
