"""Every heading, cell and figure of a document is in its file, whichever format it has: opened by another library than wrote it."""

from __future__ import annotations

import functools
import pathlib

import pytest

from plain_words import squeezed
from propsummary import build, read
from propsummary.document import Chain, ChartBlock, Document, Table
from rendered import FORMATS, OFFICE, Chart, Opened, chart_of, missing, opened, seen
from rich_summaries import logistics, order

EXAMPLES = pathlib.Path(__file__).parent.parent.parent / "examples"
DOCUMENTS = ("order-2025", "logistics-2025", "rich order", "rich logistics")


@functools.cache
def _document(name: str) -> Document:
    """The order department speaks Chinese, the logistics department English."""
    language = "zh" if "order" in name else "en"
    if name.startswith("rich"):
        return build(order() if "order" in name else logistics(), language=language, draft=True)  # type: ignore[arg-type]
    return build(read(EXAMPLES / f"{name}.yaml"), language=language)  # type: ignore[arg-type]


@functools.cache
def _opened(form: str, name: str) -> Opened:
    return opened(form, _document(name), EXAMPLES)


def _tables(document: Document) -> list[Table]:
    """All tables; what stands beside several measures stands in the first of their rows."""
    return [b if isinstance(b, Table) else b.as_table() for b in document.blocks if isinstance(b, Table | Chain)]


def _close(one: Chart, other: Chart) -> bool:
    """Whether both show the same, but for what binary fractions cost."""
    series = {name: pytest.approx(values) for name, values in one.series.items()}
    return one.categories == other.categories and series == dict(other.series)


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form", FORMATS)
def test_every_word_is_there(form: str, name: str) -> None:
    document = _document(name)
    assert missing(Opened(text=seen(form, document)), document) == []


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form", OFFICE)
def test_every_word_is_there_in_office_formats(form: str, name: str) -> None:
    assert missing(_opened(form, name), _document(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_headings_are_headings(name: str) -> None:
    """In order, in documents; on slides they are titles, or words above what they head."""
    headings = tuple(squeezed(heading.title) for heading in _document(name).headings)
    assert len(headings) > 8
    assert _opened("docx", name).headings == headings
    assert _opened("pdf", name).headings == headings
    assert len(set(headings) & set(_opened("pptx", name).headings)) > len(headings) // 4


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form", ["docx", "xlsx"])
def test_every_row_of_every_table_is_one(form: str, name: str) -> None:
    rows = set(_opened(form, name).rows)
    tables = _tables(_document(name))
    assert len(tables) > 5
    for table in tables:
        wanted = [tuple(column.header for column in table.columns), *(tuple(cell.text for cell in row) for row in table.rows)]
        assert [row for row in wanted if tuple(map(squeezed, row)) not in rows] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_row_of_every_table_is_on_a_slide(name: str) -> None:
    """Its first cell at least: what no slide holds beside it is in the notes."""
    rows = {row[0] for row in _opened("pptx", name).rows}
    firsts = {squeezed(row[0].text) for table in _tables(_document(name)) for row in table.rows if row[0].text}
    assert len(firsts) > 20
    assert firsts - rows == set()


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("form", ["docx", "pptx", "xlsx"])
def test_every_value_of_every_chart_is_there(form: str, name: str) -> None:
    """In native charts: those of slides stand where their metrics are told, all others in order."""
    wanted = [chart_of(block) for block in _document(name).blocks if isinstance(block, ChartBlock)]
    found = list(_opened(form, name).charts)
    assert len(found) == len(wanted) >= 3
    assert [chart for chart in wanted if not any(_close(chart, other) for other in found)] == []
