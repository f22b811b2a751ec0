"""
How long a PDF takes: against WeasyPrint printing the HTML of the same document, and for more and more content.

Run: ``python benchmarks/render_pdf.py``. WeasyPrint (``pip install weasyprint``) needs the library Pango of the operating
system; without it there is no ratio, and the benchmark says so. Bars: 0.4 x WeasyPrint; 10 x the content in 12 x the time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from propsummary.document import Block, Cell, Column, Document, Heading, Paragraph, Table
from propsummary.renderers.html import HtmlRenderer
from propsummary.renderers.pdf import PdfRenderer

_COLUMNS = tuple(Column(header=name) for name in ("部位", "发现的问题", "责任人", "完成时限"))
_ROW = tuple(map(Cell, ("车辆排队超过8分钟，识别相机夜间识别率偏低", "周明（秩序主管）", "2026年3月底前")))
_TEXT = "东门岗夜间车辆排队超过8分钟共17次，原因是识别相机已用满7年，夜间识别率只有81%，雨天要人工放行。" * 3


def _section(number: int, run: int) -> tuple[Block, ...]:
    """About a page, no passage of which stands anywhere else: of what typst has set before, it remembers the lines."""
    heading = Heading(level=1, text=f"第{number}部分", anchor=f"s{number}")
    texts = (Paragraph(text=f"{run}-{number}-{n} {_TEXT}") for n in range(6))
    rows = tuple((Cell(f"{run}-{number}-{n} 东门岗与B1地库"), *_ROW) for n in range(10))
    return heading, *texts, Table(columns=_COLUMNS, rows=rows, caption="问题清单")


def _document(sections: int, run: int = 0) -> Document:
    return Document(title="对比", blocks=tuple(block for number in range(1, sections + 1) for block in _section(number, run)))


def _quickest(work: Callable[[], object], repeats: int) -> float:
    """Seconds of the processor in the quickest of *repeats* runs, those of all threads together."""
    times = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def _quickest_pdf(sections: int, repeats: int) -> float:
    documents = iter([_document(sections, run) for run in range(1, repeats + 1)])
    return _quickest(lambda: PdfRenderer().render(next(documents)), repeats)


def _against_weasyprint(ours: float, document: Document) -> str:
    try:
        import weasyprint  # type: ignore[import-not-found, unused-ignore]
    except (ImportError, OSError) as error:
        return f"no ratio: WeasyPrint is not there ({type(error).__name__})\n"
    html = HtmlRenderer().render(document).decode()
    theirs = _quickest(lambda: weasyprint.HTML(string=html).write_pdf(), 3)
    return f"12 sections: {ours / theirs:.2f} x WeasyPrint (bar: 0.4)\n"


def main() -> None:
    """Measure."""
    _quickest_pdf(1, 1)  # fonts are looked for once
    once = _quickest_pdf(12, 5)
    sys.stdout.write(f"12 sections: {once * 1000:.0f} ms\n")
    sys.stdout.write(_against_weasyprint(once, _document(12)))
    for factor in (10, 100):
        more = _quickest_pdf(12 * factor, 1)
        sys.stdout.write(f"{factor} x the content: {more / once:.1f} x the time (bar: {factor * 1.2:.0f})\n")


if __name__ == "__main__":
    main()
