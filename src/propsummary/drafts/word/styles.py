"""What styles say of a paragraph: how deep a heading, how it is numbered, how bold and how large it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from propsummary.drafts.word.package import W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Style", "Styles"]

_HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])$", re.IGNORECASE)
_TITLES = frozenset({"title", "标题", "標題"})
_CAPTIONS = frozenset({"caption", "题注", "題註"})
_CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*[1-9]$|table of figures$", re.IGNORECASE)
_NO_LEVEL = 9  # what Word calls body text


@attrs.frozen(kw_only=True)
class Style:
    """
    A paragraph style with what it inherits.

    Attributes:
        heading: Its level as a heading, 0 for the title of the whole; none for text.

        kind: ``caption`` or ``contents``; empty for any other.

        number, level: Id of its numbering and the level in it; empty where it says nothing.

        linked: The style of its chain that names the numbering.

        bold: Whether its text is bold.

        size: Of its text, in half points; empty where it says nothing.
    """

    heading: int | None = None
    kind: str = ""
    number: str = ""
    level: str = ""
    linked: str = ""
    bold: bool = False
    size: str = ""


class Styles:
    """The styles of a document."""

    def __init__(self, root: _Element | None) -> None:
        elements = root.iterchildren(W + "style") if root is not None else ()
        self._elements = {value(element, "styleId"): element for element in elements}
        self._default = next(
            (
                name
                for name, one in self._elements.items()
                if value(one, "type") == "paragraph" and value(one, "default") in ("1", "true", "on")
            ),
            "",
        )
        self._known: dict[str, Style] = {}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz") if root is not None else None
        self.size = value(defaults, default="20")

    def of(self, paragraph: _Element) -> Style:
        """The style of *paragraph*, with what the paragraph itself says."""
        properties = paragraph.find(W + "pPr")
        if properties is None:
            return self.named(self._default)
        style = self.named(value(properties.find(W + "pStyle")) or self._default)
        return self._changed(style, properties, "")

    def named(self, name: str) -> Style:
        """The style with that id."""
        if name not in self._known:
            style = Style()
            for identity, element in reversed(list(self._chain(name))):
                style = self._inherited(style, identity, element)
            self._known[name] = style
        return self._known[name]

    def _chain(self, name: str) -> Iterator[tuple[str, _Element]]:
        """The style and what it is based on, up to the first; a style that is based on itself ends there."""
        seen = set[str]()
        while name in self._elements and name not in seen:
            seen.add(name)
            yield name, self._elements[name]
            name = value(self._elements[name].find(W + "basedOn"))

    def _inherited(self, style: Style, identity: str, element: _Element) -> Style:
        name = value(element.find(W + "name")).strip().casefold()
        properties = element.find(W + "pPr")
        if properties is not None:
            style = self._changed(style, properties, identity)
        if match := _HEADING.match(name):
            style = attrs.evolve(style, heading=int(match[1]))
        elif name in _TITLES:
            style = attrs.evolve(style, heading=0)
        elif name in _CAPTIONS:
            style = attrs.evolve(style, kind="caption", heading=None)
        elif _CONTENTS.match(name):
            style = attrs.evolve(style, kind="contents", heading=None)
        looks = element.find(W + "rPr")
        if looks is None:
            return style
        bold = looks.find(W + "b")
        return attrs.evolve(
            style,
            bold=style.bold if bold is None else is_on(bold),
            size=value(looks.find(W + "sz"), default=style.size),
        )

    @staticmethod
    def _changed(style: Style, properties: _Element, identity: str) -> Style:
        """*style* with what *properties* add, which are those of the style *identity* or of the paragraph itself."""
        outline = value(properties.find(W + "outlineLvl"))
        if outline.isdecimal() and style.heading != 0:
            style = attrs.evolve(style, heading=int(outline) + 1 if int(outline) < _NO_LEVEL else None)
        numbering = properties.find(W + "numPr")
        if numbering is not None:
            number = value(numbering.find(W + "numId"))
            style = attrs.evolve(
                style,
                number=number or style.number,
                level=value(numbering.find(W + "ilvl"), default="" if identity else style.level if not number else "0"),
                linked=identity if identity and number else style.linked,
            )
        return style
