"""
How long rendering takes, as ratios within one run.

Ten times the rows of a table in formats of text; Word documents against python-docx writing the same paragraphs and tables; ten
and a hundred times the content in every format.

Run: ``python benchmarks/render.py``
"""

from __future__ import annotations

import gc
import io
import pathlib
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import attrs
import docx

from propsummary import build, read
from propsummary.document import (
    Block,
    CauseMap,
    Cell,
    Chain,
    ChartBlock,
    Column,
    Document,
    Gauges,
    Heading,
    Highlight,
    Highlights,
    Item,
    ItemList,
    KeyValues,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
)
from propsummary.renderers import Renderer, renderer

_EXAMPLE = pathlib.Path(__file__).parent.parent / "examples" / "order-2025.yaml"
_HEADS = ("序号", "部位", "发现的问题", "责任人", "完成时限")
_ROW = ("东门岗与B1地库", "车辆排队超过8分钟，识别相机夜间识别率偏低，需更换并复核", "周明（秩序主管）", "2026年3月底前")
_TEXT = "东门岗夜间车辆排队超过8分钟共17次，原因是识别相机已用满7年，夜间识别率只有81%，雨天要人工放行。"
_ACROSS = 3  # key figures, in one row


def main() -> None:
    """Measure all."""
    rows()
    word()
    growth()


def rows() -> None:
    """Ten times the rows."""
    small, large = (Document(title="对比", blocks=(_table(count),)) for count in (1_000, 10_000))
    for name in ("text", "markdown", "html", "json"):
        made = renderer(name)
        once, tenfold = _medians(9, partial(made.render, small), partial(made.render, large))
        _say(f"{name:9} 1,000 rows {once * 1000:6.0f} ms   10 x the rows {tenfold / once:5.1f} x the time (bar: 12)")


def word() -> None:
    """A long table and a whole summary, against python-docx."""
    made, table = renderer("docx"), _table(1_000)
    long = Document(title="对比", blocks=(table,))
    ours, theirs = _medians(3, lambda: made.render(long), lambda: _by_python_docx((table,)))
    _say(f"docx      1,000 rows {ours * 1000:6.0f} ms   {ours / theirs:5.3f} x python-docx (bar: 0.10)")
    whole = build(read(_EXAMPLE))
    charts = [block for block in whole.blocks if isinstance(block, ChartBlock)][:3]
    plain = tuple(b for b in whole.blocks if not isinstance(b, ChartBlock | CauseMap | Timeline | Gauges | Picture | PicturePair))
    charted, drawn = (
        attrs.evolve(whole, blocks=(*plain, *more))
        for more in (charts, [*charts, *(b for b in whole.blocks if isinstance(b, CauseMap | Timeline | Gauges))])
    )
    works = (lambda: made.render(charted), lambda: made.render(drawn), lambda: _by_python_docx(plain))
    ours, pictured, theirs = _medians(9, *works)
    _say(f"docx      a summary with 3 charts {ours * 1000:6.0f} ms   {ours / theirs:5.2f} x python-docx without (bar: 1.5)")
    _say(f"docx      with its diagrams too   {pictured * 1000:6.0f} ms   {pictured / theirs:5.2f} x")


def growth() -> None:
    """Ten times the content, and again ten times."""
    for name in ("text", "markdown", "html", "json", "docx", "pptx", "xlsx", "pdf"):
        made = renderer(name)
        made.render(_document(1, "first"))  # loads the libraries
        once, ten, hundred = (_medians(len(some), _rendering(made, some))[0] for some in _GROWING)
        _say(
            f"{name:9} {once * 1000:5.0f} ms   10 x the content {ten / once:5.1f} x the time, again 10 x "
            f"{hundred / ten:5.1f} x (bar: 12)   100 x {hundred / once:4.0f} x (bar: 120)"
        )


def _rendering(made: Renderer, documents: Iterable[Document]) -> Callable[[], object]:
    """Renders another one of *documents* at each call: typst remembers what it has set before."""
    left = iter(documents)
    return lambda: made.render(next(left))


def _medians(rounds: int, *works: Callable[[], object]) -> list[float]:
    """Seconds of each, the works taking turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            gc.collect()
            start = time.perf_counter()
            work()
            found.append(time.perf_counter() - start)
    return [statistics.median(found) for found in times]


def _table(count: int, key: str = "") -> Table:
    cells = tuple(tuple(map(Cell, (f"{key}{number}", *_ROW))) for number in range(count))
    return Table(columns=tuple(Column(header=name) for name in _HEADS), rows=cells, caption="问题清单")


def _document(parts: int, key: str) -> Document:
    """About a page for each part; *key* makes its words its own."""
    blocks: list[Block] = []
    for number in range(parts):
        part = f"{key}-{number}"
        blocks += (
            Heading(level=1, text=f"第{part}部分", anchor=f"s{number}"),
            Heading(level=2, text="安全防范"),
            *(Paragraph(text=f"{part}-{n} {_TEXT}") for n in range(4)),
            ItemList(items=tuple(Item(label="原因", text=f"{part}-{n} 识别相机已用满7年") for n in range(4))),
            KeyValues(pairs=(("领域", "车辆管理"), ("相关指标", f"{part} 98.6%"))),
            _table(12, f"{part}-"),
        )
    return Document(title="对比", blocks=tuple(blocks))


def _by_python_docx(blocks: Iterable[Block]) -> bytes:
    """The same paragraphs and tables, as python-docx writes them."""
    file = docx.Document()
    for block in blocks:
        match block:
            case Heading():
                file.add_heading(block.title, min(block.level, 4))
            case Paragraph():
                file.add_paragraph(f"{block.label}：{block.text}" if block.label else block.text)
            case ItemList():
                for item in block.items:
                    for one in (item, *item.children):
                        file.add_paragraph(f"{one.label}：{one.text}", "List Bullet")
            case KeyValues():
                for name, value in block.pairs:
                    file.add_paragraph(f"{name}\t{value}")
            case Table() | Chain():
                table = block if isinstance(block, Table) else block.as_table()
                file.add_paragraph(table.caption, "Caption")
                heads = [column.header for column in table.columns]
                _fill(file, [heads, *([cell.text for cell in row] for row in table.rows)])
            case Highlights():
                cards = ["\n".join(filter(None, _words(one))) for one in block.figures]
                _fill(file, [cards[start : start + _ACROSS] for start in range(0, len(cards), _ACROSS)])
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def _fill(file: Any, texts: list[list[str]]) -> None:
    table = file.add_table(rows=0, cols=len(texts[0]))
    for row in texts:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text


def _words(figure: Highlight) -> tuple[str, ...]:
    return figure.label, figure.value, figure.baseline, figure.change, figure.target, figure.verdict


#: Documents of one, ten and a hundred times the content, several of each but the largest.
_GROWING = tuple(tuple(_document(parts, f"{parts}-{run}") for run in range(runs)) for parts, runs in ((3, 9), (30, 3), (300, 1)))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
