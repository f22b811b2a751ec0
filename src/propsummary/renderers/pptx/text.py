"""Text on slides: passages that know how high they are, and where they can be parted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from propsummary._text import width
from propsummary.document import Item, ItemList, KeyValues, Language, Paragraph
from propsummary.renderers.pptx.canvas import Canvas
from propsummary.renderers.pptx.markup import Span
from propsummary.renderers.pptx.measure import Box, breaks, leading, lines

__all__ = ["Passage", "TextBlock", "divided", "draw", "headed", "height", "passages"]

TextBlock = Paragraph | ItemList | KeyValues

_SHORT = 20  # columns of a value that others may stand beside
_LONG = 150  # columns of a paragraph that is said in fewer words on a slide
_SENTENCE = re.compile(r".+?(?:[。！？!?；;\n]+|\.(?=\s)|$)", re.DOTALL)


@attrs.frozen(kw_only=True)
class Passage:
    """
    A paragraph of a slide.

    Attributes:
        before: Room above it, in points; not at the top.

        level: How deep it is indented.

        bullet: The sign before it, if any.
    """

    spans: tuple[Span, ...]
    size: int
    before: int = 0
    level: int = 0
    bullet: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)

    @property
    def edge(self) -> int:
        """How far its lines stand from the left, in points."""
        return self.size * (self.level + bool(self.bullet))

    def lines(self, across: int) -> int:
        """How many lines it takes in *across* points."""
        return lines(self.text, across - self.edge, self.size)

    def height(self, across: int) -> int:
        """How high it is, without the room above it."""
        return self.lines(across) * leading(self.size)

    def split(self, across: int, down: int) -> tuple[Passage, Passage] | None:
        """The lines that *down* points hold, and those after them; none if not one or all do."""
        ends = breaks(self.text, across - self.edge, self.size)
        fitting = down // leading(self.size)
        if not 0 < fitting < len(ends):
            return None
        place = ends[fitting - 1]
        rest = attrs.evolve(
            self, spans=_clipped(self.spans, place, len(self.text)), before=0, bullet="", level=self.level + bool(self.bullet)
        )
        return attrs.evolve(self, spans=_clipped(self.spans, 0, place)), rest


def _clipped(spans: tuple[Span, ...], start: int, end: int) -> tuple[Span, ...]:
    """What of *spans* stands between two places, without blanks at its beginning."""
    kept: list[Span] = []
    place = 0
    for span in spans:
        piece = span.text[max(start - place, 0) : max(end - place, 0)]
        place += len(span.text)
        if piece := piece if kept else piece.lstrip():
            kept.append(attrs.evolve(span, text=piece))
    return tuple(kept)


def height(stack: Iterable[Passage], across: int) -> int:
    """How high passages are above each other in *across* points."""
    return sum(one.height(across) + (one.before if number else 0) for number, one in enumerate(stack))


def divided(stack: tuple[Passage, ...], across: int, down: int) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """The passages that *down* points hold, at least one line, and those after them; a heading stays with what it heads."""
    used, kept = 0, 0
    for kept, one in enumerate(stack):
        needed = one.height(across) + (one.before if kept else 0)
        if used + needed > down:
            break
        used += needed
    else:
        return stack, ()
    parted = stack[kept].split(across, down - used - (stack[kept].before if kept else 0))
    if parted:
        return (*stack[:kept], parted[0]), (parted[1], *stack[kept + 1 :])
    while kept > 1 and stack[kept - 1].spans[0].bold and len(stack[kept - 1].spans) == 1:
        kept -= 1
    return (stack[: max(kept, 1)], stack[max(kept, 1) :])


def draw(stack: tuple[Passage, ...], canvas: Canvas, box: Box, *, name: str = "Text") -> None:
    """Passages above each other, in one box."""
    content = [
        canvas.paragraph(
            *one.spans,
            size=one.size,
            before=one.before if number else 0,
            indent=one.size * one.level,
            hanging=one.size if one.bullet else 0,
            bullet=one.bullet,
        )
        for number, one in enumerate(stack)
    ]
    canvas.shape(name, box, content)


def headed(
    heading: str, blocks: Iterable[TextBlock], size: int, across: int, language: Language, *, brief: bool = False
) -> tuple[Passage, ...]:
    """A heading, if there is one, and the text below it."""
    head = (Passage(spans=(Span(heading, bold=True, colour="ink"),), size=size + 2),) if heading else ()
    return (*head, *passages(blocks, size, across, language, brief=brief))


def passages(blocks: Iterable[TextBlock], size: int, across: int, language: Language, *, brief: bool = False) -> Iterator[Passage]:
    """
    The text of *blocks*.

    Args:
        across: How wide it will be, in points.

        brief: Whether long paragraphs are cut to their first sentences and entries below entries left out.
    """
    for block in blocks:
        match block:
            case Paragraph():
                yield _paragraph(block, size, language, brief=brief)
            case ItemList():
                yield from _items(block.items, size, language, ordered=block.ordered, brief=brief)
            case KeyValues():
                yield from _facts(block, size, across, language, brief=brief)


def _paragraph(block: Paragraph, size: int, language: Language, *, brief: bool) -> Passage:
    text = _shortened(block.text) if brief else block.text
    look = {"lead": Span(text, bold=True, colour="accent"), "note": Span(text, colour="faint"), "quote": Span(text, colour="faint")}
    spans = (*_label(block.label, text, language), look.get(block.role, Span(text, colour="ink")))
    return Passage(spans=tuple(span for span in spans if span.text) or (Span(" "),), size=size, before=size // 2)


def _label(name: str, text: str, language: Language) -> tuple[Span, ...]:
    colon = ("：" if language != "en" else ": ") if text else ""
    return (Span(name + colon, bold=True, colour="accent"),) if name else ()


def _shortened(text: str) -> str:
    """The first sentences of a long text, never less than one."""
    if width(text) <= _LONG:
        return text
    kept = ""
    for sentence in _SENTENCE.findall(text):
        if kept and width(kept + sentence) > _LONG:
            break
        kept += sentence
    return kept.rstrip()


def _items(
    items: tuple[Item, ...], size: int, language: Language, *, ordered: bool, brief: bool, level: int = 0
) -> Iterator[Passage]:
    for number, item in enumerate(items, 1):
        text = _shortened(item.text) if brief else item.text
        count = f"{number}. " if ordered else ""
        spans = (
            Span(count, bold=True, colour="accent"),
            *_label(item.label, text, language),
            Span(text, colour="faint" if level else "ink"),
        )
        yield Passage(
            spans=tuple(span for span in spans if span.text) or (Span(" "),),
            size=size,
            before=size // 4,
            level=level,
            bullet="" if ordered else "–" if level else "•",
        )
        if not brief:
            yield from _items(item.children, size, language, ordered=False, brief=brief, level=min(level + 1, 2))


def _facts(block: KeyValues, size: int, across: int, language: Language, *, brief: bool) -> Iterator[Passage]:
    """Short facts that follow each other on one line as far as it goes, all others in paragraphs of their own."""
    colon = "：" if language != "en" else ": "
    line: list[Span] = []
    for name, value in block.pairs:
        shown = _shortened(value) if brief else value
        fact = [Span(name + colon, colour="faint"), Span(shown, colour="ink")]
        beside = [*line, Span("　"), *fact]
        if line and width(value) <= _SHORT and lines("".join(span.text for span in beside), across, size) == 1:
            line = beside
            continue
        if line:
            yield Passage(spans=tuple(line), size=size, before=size // 3)
        line = fact
    if line:
        yield Passage(spans=tuple(line), size=size, before=size // 3)
