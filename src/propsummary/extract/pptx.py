"""Decks: slide by slide what stands in their boxes, tables and native charts, and the notes below them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

from propsummary.catalogue.codes import Words
from propsummary.errors import MissingExtraError
from propsummary.extract._charts import collect_chart
from propsummary.extract.pieces import Collector, Piece, Place, Role

__all__ = ["extract"]

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DEEPEST = 20  # groups in groups
_ENTRY = re.compile(r"\s*(?:\d{1,3}\.|·|•)\s+")
_SECTION = re.compile(r"(\A|· )\s*\d{1,2}(?:\.\d{1,3}){0,3}\.?(?:\s+(?=[A-Z\u4e00-\u9fff])|\s*\Z)")
_CAPTION = re.compile(r"[\s\u3000](?:表|[图圖]|Table|Figure)[ \u00a0]\d{1,3}\Z")


def extract(data: bytes) -> tuple[Piece, ...]:
    """
    What the audience sees on the slides that are shown, and what the notes tell the speaker.

    A deck with notes says everything more than once, in short and at length, on a chart and in its row: all its figures then only
    say again what the report says.

    Raises:
        MissingExtraError: The packages of the extra ``pptx`` are not there.
    """
    try:
        from pptx import Presentation
    except ImportError as error:
        raise MissingExtraError("reading PowerPoint files", "pptx") from error
    return _Deck().read(Presentation(io.BytesIO(data)))


class _Deck:
    """A deck while its pieces are collected."""

    def __init__(self) -> None:
        self._collector = Collector()

    def read(self, deck: Any) -> tuple[Piece, ...]:
        shown = [(number, slide) for number, slide in enumerate(deck.slides, 1) if slide._element.get("show") not in ("0", "false")]
        notes = {number: _notes(slide) for number, slide in shown}
        told: Role = "again" if any(notes.values()) else "said"
        for number, slide in shown:
            self._collector.leave()
            self._slide(slide, Words(f"第{number}张", f"slide {number}"), told)
            self._collector.role = told
            for text in notes[number]:
                self._collector.add(_uncounted(_ENTRY.sub("", text)), Words(f"第{number}张备注", f"notes of slide {number}"))
        return self._collector.pieces

    def _slide(self, slide: Any, at: Place, told: Role) -> None:
        title = slide.shapes.title
        for shape in _flat(slide.shapes):
            self._collector.role = "again" if _is_running(shape) else told
            if getattr(shape, "has_table", False) and shape.has_table:
                self._table(shape.table, at)
            elif getattr(shape, "has_chart", False) and shape.has_chart:
                collect_chart(shape.chart._chartSpace, self._collector, at)
            elif shape.has_text_frame:
                for text in _paragraphs(shape.text_frame):
                    if title is not None and shape.shape_id == title.shape_id:
                        self._collector.heading(text, at)
                    elif told == "said" or not text.endswith("…"):  # what is cut short stands whole in the notes
                        self._collector.add(_uncounted(text), at)

    def _table(self, table: Any, at: Place) -> None:
        rows = [[("" if cell.is_spanned else _text(cell.text_frame), at) for cell in row.cells] for row in table.rows]
        headed = table.first_row and len(rows) > 1
        self._collector.table([text for text, _ in rows[0]] if headed else (), rows[headed:], at)


def _flat(shapes: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """All shapes, those in groups in the place of the group."""
    for shape in shapes:
        if hasattr(shape, "shapes"):
            if depth < _DEEPEST:
                yield from _flat(shape.shapes, depth + 1)
        else:
            yield shape


def _notes(slide: Any) -> list[str]:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return [text for text in _paragraphs(frame) if text.strip()]


def _is_running(shape: Any) -> bool:
    from pptx.enum.shapes import PP_PLACEHOLDER

    return shape.is_placeholder and shape.placeholder_format.type in (
        PP_PLACEHOLDER.FOOTER,
        PP_PLACEHOLDER.HEADER,
        PP_PLACEHOLDER.DATE,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    )


def _uncounted(text: str) -> str:
    """A text without numbers of sections and captions; a number that stands all alone is one."""
    return _CAPTION.sub("", _SECTION.sub(r"\1", text))


def _paragraphs(frame: Any) -> Iterator[str]:
    for paragraph in frame.paragraphs if frame is not None else ():
        yield "".join(_words(paragraph._p))


def _text(frame: Any) -> str:
    return "\n".join(_paragraphs(frame))


def _words(paragraph: Any) -> Iterator[str]:
    """The runs and line breaks; what fields print (numbers of slides, dates) PowerPoint makes by itself."""
    for child in paragraph:
        if child.tag == f"{_A}r":
            yield "".join(text.text or "" for text in child.findall(f"{_A}t"))
        elif child.tag == f"{_A}br":
            yield "\n"
