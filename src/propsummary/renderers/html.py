"""HTML: one file that needs nothing else, for screens, phones and paper."""

from __future__ import annotations

import functools
import pathlib
import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import ClassVar, assert_never

import attrs

from propsummary.catalogue import label
from propsummary.document import (
    Block,
    CauseMap,
    Chain,
    ChartBlock,
    Document,
    Gauges,
    Heading,
    Highlights,
    ItemList,
    KeyValues,
    Paragraph,
    Picture,
    PicturePair,
    Table,
    Timeline,
    captioned,
)
from propsummary.document.look import page_style
from propsummary.renderers._html_figures import Album, chart_figure, data_address, diagram_figure
from propsummary.renderers._html_tables import chain_table, is_short, lines, whole_table
from propsummary.renderers._pictures import PictureSource, media_type
from propsummary.renderers.base import as_path
from propsummary.renderers.svg import Colours
from propsummary.renderers.theme import Palette, Theme

__all__ = ["HtmlRenderer"]

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_CONTENTS_FROM = 3  # sections; fewer are found without a table of contents


@attrs.frozen(kw_only=True)
class HtmlRenderer:
    """
    Render to one HTML page without scripts, which loads nothing: styles, charts and pictures are inside.

    Attributes:
        folder: Where the draft's photos are; a photo that is not there leaves a visible gap.

        assets: Photos by their path, for drafts that come from no folder; go before *folder*.

        largest_picture: Bytes beyond which a photo is left out.

        theme: The company's colours, typefaces and logo; dark screens keep the page's own colours.
    """

    suffix: ClassVar[str] = ".html"
    media_type: ClassVar[str] = "text/html; charset=utf-8"

    folder: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    assets: Mapping[str, bytes] = attrs.field(factory=dict)
    largest_picture: int = 8_000_000
    theme: Theme | None = None

    def render(self, document: Document, /) -> bytes:
        source = PictureSource(folder=self.folder, assets=self.assets, largest=self.largest_picture)
        return "".join(_Page(document, Album(source, document.language), self.theme).parts()).encode()


@attrs.frozen
class _Page:
    """One document on its way to HTML."""

    document: Document
    album: Album
    theme: Theme | None

    def parts(self) -> Iterator[str]:
        """The page, piece by piece."""
        document = self.document
        lang = "zh-CN" if document.language == "zh" else document.language
        yield (
            f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{escape(document.title)}</title>\n<style>\n{_style()}{_themed(self.theme)}{_running_heads(document)}</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#content">{self._label("skip_to_content")}</a>\n'
        )
        if document.watermark:
            yield f'<div class="watermark" aria-hidden="true" data-mark="{escape(document.watermark)}"></div>\n'
        contents = "".join(self._contents())
        yield f'<div class="{"sheet guided" if contents else "sheet"}">\n'
        yield from self._cover()
        yield contents
        yield '<main id="content">\n'
        yield from self._main()
        yield "</main>\n<footer>"
        yield "".join(f"<span>{escape(text)}</span>" for text in (document.organization or document.title, document.date) if text)
        yield "</footer>\n</div>\n</body>\n</html>\n"

    def _label(self, key: str) -> str:
        return escape(label(key, self.document.language))

    def _cover(self) -> Iterator[str]:
        document = self.document
        yield '<header class="cover">\n'
        yield from self._logo()
        if document.watermark:
            notice = f"<strong>{escape(document.watermark)}</strong> · {self._label('draft_notice')}"
            yield f'<p class="banner" role="note">{notice}</p>\n'
        if document.subtitle:
            yield f'<p class="who">{escape(document.subtitle)}</p>\n'
        yield f"<h1>{escape(document.title)}</h1>\n"
        if document.cover:
            rows = (f"<div><dt>{escape(name)}</dt><dd>{escape(value)}</dd></div>" for name, value in document.cover)
            yield f"<dl>{''.join(rows)}</dl>\n"
        yield "</header>\n"

    def _logo(self) -> Iterator[str]:
        if self.theme and self.theme.logo:
            name = escape(self.theme.name or self.document.organization)
            yield f'<img class="logo" alt="{name}" src="{data_address(media_type(self.theme.logo), self.theme.logo)}">\n'

    def _contents(self) -> Iterator[str]:
        """The headings of the first two levels, as nested lists."""
        headings = [heading for heading in self.document.headings if heading.level <= 2]
        if sum(heading.level == 1 for heading in headings) < _CONTENTS_FROM:
            return
        title = f'<summary id="contents">{self._label("contents")}</summary>'
        yield f'<nav class="contents" aria-labelledby="contents">\n<details>{title}\n<ol>'
        depth = 0
        for heading in headings:
            step = "</li>" if depth == heading.level else "<ol>" if depth == 1 else "</li></ol></li>" if depth == 2 else ""
            yield f'{step}\n<li><a href="#{escape(heading.anchor)}">{_titled(heading)}</a>'
            depth = heading.level
        yield ("</li></ol>" if depth == 2 else "") + "</li>\n</ol>\n</details>\n</nav>\n"

    def _main(self) -> Iterator[str]:
        """The blocks, every section of the first level in a landmark of its own."""
        inside = False
        for number, block in enumerate(self.document.blocks):
            if isinstance(block, Heading) and block.level == 1:
                yield "</section>\n" if inside else ""
                yield f'<section aria-labelledby="{escape(block.anchor)}">\n'
                inside = True
            yield from self._block(block, number)
        yield "</section>\n" if inside else ""

    def _block(self, block: Block, number: int) -> Iterator[str]:
        match block:
            case Heading():
                tag = f"h{min(block.level + 1, 6)}"
                yield f'<{tag} id="{escape(block.anchor)}">{_titled(block)}</{tag}>\n'
            case Paragraph():
                yield self._paragraph(block)
            case ItemList():
                yield self._items(block) + "\n"
            case Table():
                yield whole_table(block, self._captioned(block), f"t{number}")
            case Chain():
                yield chain_table(block, self._captioned(block), f"t{number}")
            case ChartBlock():
                yield chart_figure(block, f"chart{number}", self.document.language)
            case CauseMap() | Timeline() | Gauges():
                yield diagram_figure(block, f"diagram{number}")
            case Picture():
                yield self.album.one(block)
            case PicturePair():
                yield self.album.pair(block)
            case Highlights():
                yield self._highlights(block)
            case KeyValues():
                yield f'<dl class="facts">{"".join(_fact(name, value) for name, value in block.pairs)}</dl>\n'
            case _:
                assert_never(block)

    def _labelled(self, name: str, text: str) -> str:
        colon = ": " if self.document.language == "en" else "："
        return f"<strong>{escape(name)}</strong>{colon}{lines(text)}" if name else lines(text)

    def _paragraph(self, block: Paragraph) -> str:
        text = self._labelled(block.label, block.text)
        if block.role == "quote":
            return f"<blockquote><p>{text}</p></blockquote>\n"
        return f'<p class="{"body" if block.role == "normal" else block.role}">{text}</p>\n'

    def _items(self, block: ItemList) -> str:
        tag = "ol" if block.ordered else "ul"
        items = (
            f"<li>{self._labelled(item.label, item.text)}{self._items(ItemList(items=item.children)) if item.children else ''}</li>"
            for item in block.items
        )
        return f"<{tag}>{''.join(items)}</{tag}>"

    def _captioned(self, table: Table | Chain) -> str:
        return captioned(table.number, table.caption, language=self.document.language)

    def _highlights(self, block: Highlights) -> str:
        items = []
        for figure in block.figures:
            more = (figure.baseline, figure.change, figure.target)
            told = (("label", figure.label), ("value", figure.value), *(("more", text) for text in more))
            spans = "".join(f'<span class="{kind}">{escape(text)}</span>' for kind, text in told if text)
            mark = f'<span><span class="mark {figure.tone}">{escape(figure.verdict)}</span></span>' if figure.verdict else ""
            items.append(f"<li>{spans}{mark}</li>")
        return f'<ul class="figures" aria-label="{self._label("key_figures")}">{"".join(items)}</ul>\n'


@functools.cache
def _style() -> str:
    """The stylesheet, without what only its authors need, and with the colours of charts."""
    series = "".join(f"--c{number}:{colour};" for number, colour in enumerate(Colours().series, 1))
    return f":root{{{series}}}\n" + page_style(pathlib.Path(__file__).with_name("page.css"))


def _themed(theme: Theme | None) -> str:
    """The company's colours, for light screens and paper, and its typefaces; the next best where they are not installed."""
    if theme is None:
        return ""
    palette = theme.palette
    names = [field.name for field in attrs.fields(Palette) if field.name != "series"]
    colours = [(name.replace("_", "-"), getattr(palette, name)) for name in names]
    colours += [(f"c{number + 1}", palette.of_series(number)) for number in range(len(Colours().series))]
    variables = "".join(f"--{name}:#{colour};" for name, colour in colours)
    faces = ",".join(_css_text(name) for name in (theme.display.latin, theme.display.asian))
    screen = "screen and (prefers-color-scheme:light)"
    return f"@media {screen},print{{:root{{{variables}}}}}\nbody{{font-family:{faces},sans-serif}}\n"


def _running_heads(document: Document) -> str:
    """What stands above and below the text of every printed page."""
    small = "font-size:8.5pt;color:#4a5560"
    boxes = [("top-left", _css_text(document.title), small), ("bottom-center", 'counter(page) " / " counter(pages)', small)]
    if document.watermark:
        boxes.append(("top-right", _css_text(document.watermark), "font-size:10pt;font-weight:700;color:#a1262a"))
    return "@page{" + "".join(f"@{place}{{content:{text};{style}}}" for place, text, style in boxes) + "}\n"


def _css_text(text: str) -> str:
    """*text* as a string of CSS, in which nothing can end the string, the rule or the style element."""
    return '"' + re.sub(r"[\x00-\x1f\"'\\<>&{}]", lambda match: f"\\{ord(match[0]):x} ", text) + '"'


def _titled(heading: Heading) -> str:
    if not heading.number:
        return escape(heading.text)
    blank = "" if heading.number[-1] in "、）" else " "
    return f'<span class="no">{escape(heading.number)}</span>{blank}{escape(heading.text)}'


def _fact(name: str, value: str) -> str:
    """A name and its value; short ones stand beside each other."""
    short = ' class="short"' if is_short(value) else ""
    return f"<div{short}><dt>{escape(name)}</dt><dd>{lines(value)}</dd></div>"
