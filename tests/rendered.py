"""What a reader of each format sees of a document; files are opened with another library than wrote them."""

from __future__ import annotations

import io
import json
import pathlib
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import docx
import openpyxl
import pptx
from lxml import etree

import pdf_files
import word_files
from plain_words import of_document, of_html, of_markdown, squeezed
from propsummary.document import ChartBlock, Document
from propsummary.renderers.docx import DocxRenderer
from propsummary.renderers.html import HtmlRenderer
from propsummary.renderers.json import JsonRenderer
from propsummary.renderers.markdown import MarkdownRenderer
from propsummary.renderers.pdf import PdfRenderer
from propsummary.renderers.pptx import PptxRenderer
from propsummary.renderers.text import TextRenderer
from propsummary.renderers.xlsx import XlsxRenderer

__all__ = ["FORMATS", "OFFICE", "Chart", "Opened", "chart_of", "missing", "opened", "seen"]

FORMATS = ("text", "markdown", "html", "json")
OFFICE = ("docx", "pptx", "xlsx", "pdf")


def seen(name: str, document: Document) -> str:
    """The text of the format called *name* without blanks; plain text in lines so long that none is broken."""
    match name:
        case "text":
            return squeezed(TextRenderer(width=100_000).render(document).decode())
        case "markdown":
            return of_markdown(MarkdownRenderer().render(document).decode())
        case "html":
            return of_html(HtmlRenderer().render(document).decode())
        case _:
            return squeezed("\n".join(_strings(json.loads(JsonRenderer().render(document)))))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        joined = [f"{value['number']} {value['text']}"] if value.get("block") == "heading" else []
        return joined + [text for one in value.values() for text in _strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [value] if isinstance(value, str) else []


@attrs.frozen(kw_only=True)
class Chart:
    """
    A native chart.

    Attributes:
        series: The figures of each by its name; none is a gap.
    """

    categories: tuple[str, ...]
    series: Mapping[str, tuple[float | None, ...]]


@attrs.frozen(kw_only=True)
class Opened:
    """
    What is in a file.

    Attributes:
        text: All that can be read or heard.

        headings: Those that the format itself knows as such, without blanks; empty where it knows none.

        rows: Those of all native tables, cells without blanks; empty where it knows no tables.

        charts: The native ones; empty where charts are pictures.
    """

    text: str
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    charts: tuple[Chart, ...] = ()


def opened(name: str, document: Document, folder: pathlib.Path | None = None) -> Opened:
    """*document* written in the office format called *name*, with the photos in *folder*, and opened again."""
    match name:
        case "docx":
            return _word(DocxRenderer(folder=folder).render(document))
        case "pptx":
            return _slides(PptxRenderer(folder=folder).render(document))
        case "xlsx":
            return _workbook(XlsxRenderer().render(document))
        case _:
            return _pages(PdfRenderer(folder=folder, system_fonts=False).render(document), document)


def missing(found: Opened, document: Document) -> list[str]:
    """The texts of *document* that a reader does not find; as on the pages of a PDF, characters that look the same are the same."""
    text = pdf_files.plain(found.text)
    return [piece for piece in of_document(document) if pdf_files.plain(piece) not in text]


def chart_of(block: ChartBlock) -> Chart:
    """What a native chart of *block* must hold."""
    series = {one.name: tuple(None if v is None else float(v) for v in one.values) for one in block.series}
    return Chart(categories=block.categories, series=series)


def _word(content: bytes) -> Opened:
    word = docx.Document(io.BytesIO(content))
    charts = (part for part in word.part.package.iter_parts() if "/charts/" in part.partname)
    rows = [row._tr.tc_lst for table in word.tables for row in table.rows]
    return Opened(
        text=word_files.text_of(content),
        headings=tuple(squeezed(p.text) for p in word.paragraphs if p.style and str(p.style.name).startswith("Heading")),
        rows=tuple(tuple(squeezed("".join(t.text or "" for t in cell.iter(f"{word_files.W}t"))) for cell in row) for row in rows),
        charts=tuple(_drawn(etree.fromstring(part.blob)) for part in charts),
    )


def _drawn(tree: Any) -> Chart:
    """A chart by what it remembers of its workbook."""
    c = word_files.C

    def points(series: Any, kind: str) -> dict[int, str]:
        return {int(one.get("idx")): one.findtext(f"{c}v") for one in series.find(f"{c}{kind}").iter(f"{c}pt")}

    series = list(tree.iter(f"{c}ser"))
    categories = tuple(points(series[0], "cat").values())
    figures = {points(one, "tx")[0]: points(one, "val") for one in series}
    return Chart(
        categories=categories,
        series={
            name: tuple(float(values[n]) if n in values else None for n in range(len(categories)))
            for name, values in figures.items()
        },
    )


def _slides(content: bytes) -> Opened:
    slides = pptx.Presentation(io.BytesIO(content)).slides
    shapes = [shape for slide in slides for shape in slide.shapes]
    titles = (slide.shapes.title.text for slide in slides if slide.shapes.title is not None)
    tables = (shape.table for shape in shapes if shape.has_table)
    cells = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    texts = [shape.text_frame.text for shape in shapes if shape.has_text_frame]
    texts += [slide.notes_slide.notes_text_frame.text for slide in slides]
    texts += [text for row in cells for text in row]
    texts += [shape._element.xpath(".//p:cNvPr")[0].get("descr", "") for shape in shapes]
    return Opened(
        text="\n".join(texts),
        headings=tuple(map(squeezed, titles)),
        rows=tuple(tuple(map(squeezed, row)) for row in cells),
        charts=tuple(_plotted(shape.chart) for shape in shapes if shape.has_chart),
    )


def _plotted(chart: Any) -> Chart:
    plot = chart.plots[0]
    return Chart(categories=tuple(plot.categories), series={series.name: tuple(series.values) for series in plot.series})


def _workbook(content: bytes) -> Opened:
    book = openpyxl.load_workbook(io.BytesIO(content))
    report = book.worksheets[-1]
    rows = ([squeezed(str(cell.value or "")) for cell in row] for row in report.iter_rows())
    return Opened(
        text="\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None),
        rows=tuple(tuple(row[: max((n for n, text in enumerate(row, 1) if text), default=0)]) for row in rows),
        charts=tuple(_referred(chart, book) for sheet in book for chart in sheet._charts),
    )


def _referred(chart: Any, book: openpyxl.Workbook) -> Chart:
    """A chart by the cells that it refers to."""

    def cells(reference: str) -> Iterator[Any]:
        sheet, _, area = reference.rpartition("!")
        found = book[sheet.strip("'")][area.replace("$", "")]
        yield from [cell for row in found for cell in row] if isinstance(found, tuple) else [found]

    names = chart.series[0].cat
    return Chart(
        categories=tuple(str(cell.value) for cell in cells((names.strRef or names.numRef).f)),
        series={next(cells(one.tx.strRef.f)).value: tuple(map(_figure, cells(one.val.numRef.f))) for one in chart.series},
    )


def _figure(cell: Any) -> float | None:
    """The figure as a person says it: 98.5 of 98.5%."""
    return None if cell.value is None else float(cell.value) * (100 if cell.number_format.endswith("%") else 1)


def _pages(content: bytes, document: Document) -> Opened:
    headings = tuple(squeezed(title) for _, title in pdf_files.outline_of(content))
    return Opened(text=pdf_files.text_of(content, document), headings=headings)
