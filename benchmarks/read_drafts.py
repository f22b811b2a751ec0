# ruff: noqa: T201
"""
How long Word drafts take to read: ten times the pages.

    python benchmarks/read_drafts.py [--strict]

A page is twenty-five paragraphs of a department's summary, some of them headings with counted numbers, some items with bold labels,
and a table with merged cells on every fifth page. Time must grow with the pages and no faster; with ``--strict`` a missed bar is a
failure.
"""

from __future__ import annotations

import io
import random
import statistics
import sys
import time
from collections.abc import Callable

from docx import Document

from propsummary.drafts.word import outline

_BAR = 11.5
_TEXT = "门岗登记来访{}人次，劝离推销人员{}人次，处理突发事件{}起，平均到场时间{}.{}分钟，比上年缩短。"


def draft(pages: int) -> bytes:
    """A Word draft of that many pages."""
    chance = random.Random(pages)
    document = Document()
    document.add_heading("秩序部2025年工作总结", 0)
    for page in range(pages):
        document.add_heading(f"第{page + 1}项工作", 1 + page % 3)
        for nth in range(24):
            paragraph = document.add_paragraph(style="List Number" if nth % 4 == 0 else None)
            paragraph.add_run(f"{nth + 1}、日常管理。").bold = True
            paragraph.add_run(_TEXT.format(*(chance.randint(2, 900) for _ in range(5))))
        if page % 5 == 0:
            table = document.add_table(6, 4)
            table.cell(0, 0).merge(table.cell(1, 0))
            for cell in table.rows[2].cells:
                cell.text = f"{chance.randint(1, 99)}%"
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def median(work: Callable[[], object], rounds: int) -> float:
    """Seconds that *work* takes."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> int:
    """Measure and print."""
    small, large = draft(20), draft(200)
    seconds = median(lambda: outline(large), 5)
    ratio = seconds / median(lambda: outline(small), 15)
    print(f"200 pages in {seconds:.2f} s; 200 pages / 20 pages {ratio:.1f} (bar: {_BAR})")
    return 1 if "--strict" in sys.argv and ratio > _BAR else 0


if __name__ == "__main__":
    sys.exit(main())
