"""Writes the slides of one document, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from propsummary.catalogue import label
from propsummary.document import Document
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.office.language import TAGS
from propsummary.renderers.pptx.blank import EYEBROW
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.front import Agenda, cover, cover_notes
from propsummary.renderers.pptx.markup import Span
from propsummary.renderers.pptx.measure import Box, columns, cut, fitted, room
from propsummary.renderers.pptx.outline import Group, groups
from propsummary.renderers.pptx.parts import Deck
from propsummary.renderers.pptx.plan import Planner, paged
from propsummary.renderers.pptx.template import Layout, Template
from propsummary.renderers.pptx.tiles import GAP, Row

__all__ = ["DeckWriter"]

_AGENDA_FROM = 3  # sections; fewer are found without an agenda
_EYEBROW = 12
_FOOTER = 12  # size of its type at most
_INSET = 8  # of its text from its edges at most


class DeckWriter:
    """Writes the slides of one document."""

    def __init__(self, document: Document, template: Template, source: PictureSource) -> None:
        self._document = document
        self._template = template
        self._language = TAGS[document.language]
        self._deck = Deck(template, self._language)
        self._planner = Planner(body=template.body, source=source, language=document.language)
        self._count = 0

    def write(self) -> None:
        """Cover, agenda, then the document's sections."""
        document = self._document
        opening = label("overview", document.language)
        canvas = self._canvas(self._template.cover)
        self._watermark(canvas)
        cover(canvas, document, self._template)
        self._deck.close(canvas.slide, canvas.shapes, cover_notes(document), opening)
        sections = tuple(heading for heading in document.headings if heading.level == 1)
        names = {heading.title for heading in sections}
        if len(sections) >= _AGENDA_FROM:
            agenda = Agenda(headings=sections, language=document.language)
            group = Group(section="", title=label("contents", document.language), topics=())
            self._slides(group, paged([Row(tiles=(agenda,))], self._template.body), opening)
        for group in groups(document.blocks):
            title = group.title or opening
            section = group.section or (group.title if group.title in names else opening)
            self._slides(attrs.evolve(group, title=title), self._planner.pages(group), section)
        self._deck.finish()

    def _canvas(self, layout: Layout) -> Canvas:
        self._count += 1
        return Canvas(self._deck.open(layout), self._template.theme, self._language)

    def _slides(self, group: Group, pages: Iterable[tuple[Row, ...]], section: str) -> None:
        seen: set[str] = set()
        for rows in pages:
            title = (rows[0].title if rows else "") or group.title
            self._content(group, title, rows, section, again=title in seen)
            seen.add(title)

    def _content(self, group: Group, title: str, rows: tuple[Row, ...], section: str, *, again: bool) -> None:
        opening = label("overview", self._document.language)
        above = [text for text in (group.section, group.title) if text not in ("", title, opening)]
        more = label("continued", self._document.language)
        mark = "" if not again else f"（{more}）" if self._document.language != "en" else f" ({more})"
        canvas = self._canvas(self._template.content)
        self._watermark(canvas)
        self._title(canvas, title, mark, " · ".join(above))
        self._draw(canvas, rows)
        self._running(canvas)
        notes = [*above, title + mark, *(tile.told() for row in rows for tile in row.tiles)]
        self._deck.close(canvas.slide, canvas.shapes, "\n".join(text for text in notes if text), section)

    def _title(self, canvas: Canvas, title: str, mark: str, above: str) -> None:
        layout = self._template.content
        sizes = tuple(size for size in (layout.size, 40, 36, 32, 28, 24, 20, 18) if size <= layout.size)
        text, size = fitted(title + mark, layout.title, sizes)
        kind = "ctrTitle" if "ctrTitle" in layout.numbers and "title" not in layout.numbers else "title"
        content = canvas.paragraph(Span(text)) if size == layout.size else canvas.title_paragraph(text, size)
        canvas.place("Title", kind, layout.numbers[kind], [content])
        if above and self._template.own:
            canvas.place("Section", "body", EYEBROW, [canvas.paragraph(Span(cut(above, layout.title.width, _EYEBROW, 1)))])

    def _draw(self, canvas: Canvas, rows: tuple[Row, ...]) -> None:
        """The rows below each other; those that grow share what is left."""
        body = self._template.body
        least = [row.least(body.width) for row in rows]
        free = max(body.height - sum(least) - GAP * (len(rows) - 1), 0)
        growing = sum(row.grows for row in rows)
        y = body.y
        for row, high in zip(rows, least, strict=True):
            down = high + (free // growing if row.grows else 0)
            row.draw(canvas, Box(body.x, y, body.width, down))
            y += down + GAP

    def _running(self, canvas: Canvas) -> None:
        """Who and when, and the number of the slide."""
        numbers = self._template.content.numbers
        document = self._document
        across = self._template.content.footer.width - 2 * _INSET
        whole = (document.organization, document.department, document.period)
        texts = [" · ".join(filter(None, parts)) for parts in (whole, whole[::2], whole[:1])]
        text = next((one for one in texts if columns(one) <= room(across, _FOOTER)), texts[-1])
        if "ftr" in numbers and text:
            kept = cut(text, across, _FOOTER, 1)
            canvas.place("Footer", "ftr", numbers["ftr"], [canvas.paragraph(Span(kept))])
        if "sldNum" in numbers:
            canvas.number_field(numbers["sldNum"], self._count)

    def _watermark(self, canvas: Canvas) -> None:
        """The mark of drafts, behind all else."""
        if text := self._document.watermark:
            across, down = self._template.across, self._template.down
            size = min(150, across * 2 // max(columns(text), 2) * 3 // 4)
            box = Box(across // 8, down // 2 - size, across * 3 // 4, size * 2)
            content = [canvas.paragraph(Span(text, bold=True, colour="mark"), size=max(size, 12), align="ctr")]
            canvas.shape("Watermark", box, content, anchor="ctr", turned=-30)
