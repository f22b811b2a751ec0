"""
How long decks take, as a ratio within one run: a hundred times the content against ten times.

Run: ``python benchmarks/render_pptx.py``
"""

from __future__ import annotations

import sys
import time

from propsummary.document import Block, Cell, Column, Document, Heading, Item, ItemList, KeyValues, Paragraph, Table
from propsummary.renderers import renderer

_ROW = ("东门岗与B1地库", "车辆排队超过8分钟，识别相机夜间识别率偏低，需更换并复核", "周明（秩序主管）", "2026年3月底前")


def _document(times: int) -> Document:
    columns = tuple(Column(header=name) for name in ("部位", "发现的问题", "责任人", "完成时限"))
    blocks: list[Block] = []
    for number in range(times):
        blocks += (
            Heading(level=1, text=f"第{number}部分", number=f"{number}."),
            Heading(level=2, text="安全防范"),
            Heading(level=3, text="巡更由查人改为查点"),
            Paragraph(text="巡更到位率98.6%，比上年提高1.5个百分点，四个季度逐季提高。"),
            ItemList(items=(Item(text="把3条巡逻线的点位按夜间风险重排"), Item(text="班长每天抽查2个点位的现场照片"))),
            KeyValues(pairs=(("相关指标", f"第{number}项到位率 98.6%"),)),
            Heading(level=2, text="隐患清单"),
            Table(columns=columns, rows=(tuple(map(Cell, _ROW)),) * 30, caption="隐患清单"),
        )
    return Document(title="对比", blocks=tuple(blocks))


def _seconds(times: int) -> float:
    document, made = _document(times), renderer("pptx")
    start = time.perf_counter()
    made.render(document)
    return time.perf_counter() - start


def main() -> None:
    """Measure 10 and 100 parts."""
    _seconds(1)  # loads the libraries
    ten, hundred = _seconds(10), _seconds(100)
    sys.stdout.write(
        f"10 parts {ten:.2f} s   100 parts {hundred:.2f} s   10 x the content {hundred / ten:.1f} x the time (bar: 12)\n"
    )


if __name__ == "__main__":
    main()
