"""What opens the deck: the cover, the agenda, the figures that stand out."""

from __future__ import annotations

from typing import ClassVar

import attrs

from propsummary.catalogue import label
from propsummary.document import Document, Heading, Highlight, Language, labelled
from propsummary.renderers.office.photos import for_print
from propsummary.renderers.pptx import told
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.markup import EMU, Span
from propsummary.renderers.pptx.measure import Box, columns, cut, fitted, leading, taken
from propsummary.renderers.pptx.template import Template

__all__ = ["Agenda", "Cards", "cover", "cover_notes"]

_LOGO = Box(744, 420, 168, 60)
_PER_ROW, _ROWS = 3, 2
_GAP = 20
_TITLES = (40, 36, 32, 28, 24)
_ENTRY = 64


def cover(canvas: Canvas, document: Document, template: Template) -> None:
    """Title, who hands it in, and the particulars."""
    layout = template.cover
    sizes = tuple(size for size in _TITLES if size <= layout.size) or (layout.size,)
    text, size = fitted(_title(document), layout.title, sizes)
    kind = "ctrTitle" if "ctrTitle" in layout.numbers else "title"
    canvas.place("Title", kind, layout.numbers[kind], [_plain(canvas, text, 0 if size == layout.size else size)])
    notice = f"{document.watermark} · {label('draft_notice', document.language)}" if document.watermark else ""
    lines_of_subtitle = [text for text in (document.subtitle, notice) if text]
    facts = [labelled(name, value, document.language) for name, value in document.cover]
    if not template.own:
        lines_of_subtitle += ["　".join(facts)] if facts else []
    if lines_of_subtitle and layout.subtitle.width:
        one_line = [cut(text, layout.subtitle.width, 18, 1 if template.own else 3) for text in lines_of_subtitle]
        small = 0 if template.own else 16
        canvas.place("Subtitle", "subTitle", layout.numbers["subTitle"], [_plain(canvas, text, small) for text in one_line])
    if template.own:
        _facts(canvas, document.cover)
    logo = for_print(canvas.theme.logo, width=_LOGO.width * EMU, height=_LOGO.height * EMU) if canvas.theme.logo else None
    if logo and template.own:
        canvas.photo(logo, _LOGO, document.organization)


def _plain(canvas: Canvas, text: str, size: int) -> str:
    """A paragraph in the look of its placeholder, but perhaps in a smaller size."""
    return canvas.paragraph(Span(text), size=0) if not size else canvas.title_paragraph(text, size)


def _facts(canvas: Canvas, pairs: tuple[tuple[str, str], ...]) -> None:
    """The particulars, three beside each other."""
    places = Box(72, 362, 640, 56).beside(3, _GAP)
    for number, (name, value) in enumerate(pairs[:6]):
        place = attrs.evolve(places[number % 3], y=places[0].y + number // 3 * 64)
        content = [
            canvas.paragraph(Span(cut(name, place.width, 12, 1), colour="faint"), size=12),
            canvas.paragraph(Span(cut(value, place.width, 16, 1), colour="ink"), size=16, before=2),
        ]
        canvas.shape("Fact", place, content)


def cover_notes(document: Document) -> str:
    """All that the cover says, in full."""
    facts = (labelled(name, value, document.language) for name, value in document.cover)
    return "\n".join(text for text in (_title(document), document.subtitle, *facts) if text)


def _title(document: Document) -> str:
    """The document's title; what it is where it has none, since no slide goes without."""
    return document.title or label("work_summary", document.language)


@attrs.frozen(kw_only=True)
class Agenda:
    """The sections, each with its number."""

    grows: ClassVar[bool] = True
    headings: tuple[Heading, ...]
    language: Language

    def least(self, across: int) -> int:
        """Its height at least."""
        return len(self.headings) * 36

    def split(self, across: int, down: int) -> tuple[Agenda, Agenda | None]:
        """As many as fit."""
        count = max(down // 36, 1)
        rest = self.headings[count:]
        return attrs.evolve(self, headings=self.headings[:count]), attrs.evolve(self, headings=rest) if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Number and name of each in a line."""
        high = min(_ENTRY, box.height // max(len(self.headings), 1))
        for number, heading in enumerate(self.headings):
            place = Box(box.x, box.y + number * high, box.width, high)
            if number:
                canvas.line((place.x, place.y), (place.x + place.width, place.y), "rule")
            count = Box(place.x, place.y, 64, high)
            canvas.words(heading.number.rstrip("、."), count, 24, bold=True, colour="accent", anchor="ctr", name="Number")
            text = Box(place.x + 72, place.y, place.width - 72, high)
            canvas.words(heading.text, text, 20, anchor="ctr", name="Section")

    def told(self) -> str:
        """The sections in full."""
        return "\n".join(heading.title for heading in self.headings)


@attrs.frozen(kw_only=True)
class Cards:
    """Figures that stand out."""

    grows: ClassVar[bool] = True
    figures: tuple[Highlight, ...]
    language: Language

    def least(self, across: int) -> int:
        """Its height at least."""
        return min(-(-len(self.figures) // _PER_ROW), _ROWS) * 150

    def split(self, across: int, down: int) -> tuple[Cards, Cards | None]:
        """Six to a slide."""
        count = _PER_ROW * _ROWS
        rest = self.figures[count:]
        return attrs.evolve(self, figures=self.figures[:count]), attrs.evolve(self, figures=rest) if rest else None

    def draw(self, canvas: Canvas, box: Box) -> None:
        """Three cards in a row."""
        per_row = min(_PER_ROW, len(self.figures)) if len(self.figures) != 4 else 2
        rows = -(-len(self.figures) // per_row)
        high = min((box.height - _GAP * (rows - 1)) // rows, 190)
        for number, figure in enumerate(self.figures):
            place = Box(box.x, box.y + number // per_row * (high + _GAP), box.width, high).beside(per_row, _GAP)[number % per_row]
            _card(canvas, figure, place)

    def told(self) -> str:
        """The figures in full."""
        return "\n".join(told.of_highlight(figure, self.language) for figure in self.figures)


def _card(canvas: Canvas, figure: Highlight, box: Box) -> None:
    """Label and verdict, the figure, and below it from where it came and where it should be."""
    ink, ground = canvas.palette.of(figure.tone)
    canvas.shape("Card", box, ground="tint")
    canvas.shape("Edge", attrs.evolve(box, width=4), ground=ink if figure.tone else "accent")
    inner = Box(box.x + 20, box.y + 14, box.width - 36, box.height - 26)
    mark = min(taken(columns(figure.verdict), 12) + 16, inner.width // 2) if figure.verdict else 0
    canvas.words(figure.label, Box(inner.x, inner.y, inner.width - mark - 4, leading(14) * 2), 14, name="Metric")
    if figure.verdict:
        place = Box(inner.x + inner.width - mark, inner.y, mark, 20)
        text = canvas.paragraph(Span(cut(figure.verdict, mark - 8, 12, 1), bold=True, colour=ink), size=12, align="ctr")
        canvas.shape("Verdict", place, [text], ground=ground or "paper", kind="roundRect", anchor="ctr")
    more = [text for text in (figure.change, figure.target, figure.baseline) if text]
    foot = leading(14) * len(more)
    value, size = fitted(figure.value, Box(0, 0, inner.width, leading(40)), (40, 32, 26, 20, 16))
    below = inner.y + leading(14) + 6
    space = inner.height - leading(14) - 6 - foot
    place = Box(inner.x, below + max(space - leading(40), 0) // 2, inner.width, leading(40))
    canvas.words(value, place, size, bold=True, colour="accent", anchor="ctr", name="Figure")
    if more:
        line = Box(0, 0, inner.width, leading(14))
        shown = (fitted(text, line, (14, 13, 12)) for text in more)
        content = [
            canvas.paragraph(Span(text, colour="faint" if number else "ink"), size=size)
            for number, (text, size) in enumerate(shown)
        ]
        canvas.shape("Comparison", Box(inner.x, inner.bottom - foot, inner.width, foot), content)
