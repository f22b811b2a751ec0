"""
How long rendering takes, as ratios within one run: ten times the rows, and the built-in formats against each other.

Run: ``python benchmarks/render.py``
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from propsummary.document import Cell, Column, Document, Table
from propsummary.renderers import Renderer, renderer

_COLUMNS = ("序号", "部位", "发现的问题", "责任人", "完成时限")
_ROW = ("", "东门岗与B1地库", "车辆排队超过8分钟，识别相机夜间识别率偏低，需更换并复核", "周明（秩序主管）", "2026年3月底前")


def _document(rows: int) -> Document:
    columns = tuple(Column(header=name) for name in _COLUMNS)
    cells = tuple(tuple(map(Cell, (str(number), *_ROW[1:]))) for number in range(rows))
    return Document(title="对比", blocks=(Table(columns=columns, rows=cells, caption="问题清单"),))


def _quickest(work: Callable[[], object], repeats: int) -> float:
    """Seconds of the quickest of *repeats* runs, which is the one least disturbed by other programs."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def _line(name: str, made: Renderer) -> str:
    small, large = _document(1_000), _document(10_000)
    once, tenfold = _quickest(lambda: made.render(small), 15), _quickest(lambda: made.render(large), 5)
    return f"{name:10} 1,000 rows {once * 1000:8.1f} ms   10 x the rows {tenfold / once:5.1f} x the time (bar: 12)\n"


def main() -> None:
    """Measure every built-in format."""
    for name in ("text", "markdown", "html", "json"):
        sys.stdout.write(_line(name, renderer(name)))


if __name__ == "__main__":
    main()
