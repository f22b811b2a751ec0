"""Pages, upright and on their side, as the company's template sets them up."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.renderers.docx.blank import PAGE
from propsummary.renderers.docx.markup import NAMESPACES
from propsummary.renderers.docx.running import RunningHeads

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Pages", "open_pages"]

_LEAST = 4_000  # twentieths of a point, where a template's margins leave nothing
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@attrs.frozen(kw_only=True)
class Pages:
    """
    The pages of a document.

    Attributes:
        first: The ``w:sectPr`` of the pages that come first, with their running heads.

        upright, sideways: Those of all later ones, which go on with the same running heads.
    """

    first: str
    upright: str
    sideways: str

    def room(self, *, sideways: bool = False) -> int:
        """How wide the text is, in twentieths of a point."""
        return self._inside(sideways, "w", ("left", "right", "gutter"))

    def depth(self, *, sideways: bool = False) -> int:
        """How high the text of a page may be, in twentieths of a point."""
        return self._inside(sideways, "h", ("top", "bottom"))

    def _inside(self, sideways: bool, extent: str, margins: tuple[str, ...]) -> int:
        from docx.oxml.parser import parse_xml

        section: Any = parse_xml(self.sideways if sideways else self.upright)
        size, edges = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        taken = sum(abs(int(edges.get(f"{_W}{side}", 0))) for side in margins)
        return max(int(size.get(f"{_W}{extent}")) - taken, _LEAST)


def open_pages(word: WordDocument, running: RunningHeads) -> Pages:
    """The pages that *word* is set up for, with running heads where it has none."""
    section = _section(copy.deepcopy(word.element.body.sectPr))
    for earlier in reversed(list(word.element.body.iter(f"{_W}sectPr"))[:-1]):
        _inherit(section, earlier)
    running.write(section)
    later = _without(section, "headerReference", "footerReference", "titlePg", "pgNumType")
    return Pages(first=_text(section), upright=_text(later), sideways=_text(_turned(later)))


def _text(element: Any) -> str:
    from lxml import etree

    return etree.tostring(element, encoding="unicode")


def _inherit(section: Any, earlier: Any) -> None:
    """Go on with the running heads of the section before, where *section* has no own."""
    for name in ("footerReference", "headerReference"):
        own = {element.get(f"{_W}type") for element in section.findall(f"{_W}{name}")}
        for element in earlier.findall(f"{_W}{name}"):
            if element.get(f"{_W}type") not in own:
                section.insert(0, copy.deepcopy(element))


def _section(found: Any) -> Any:
    """*found* on A4 where the template says nothing, without an odd start and without what somebody changed in it."""
    from docx.oxml.parser import parse_xml

    standard: Any = parse_xml(f"<w:sectPr {NAMESPACES}>{PAGE}</w:sectPr>")
    if found is None:
        return standard
    section = found
    for name in ("type", "sectPrChange"):
        for element in section.findall(f"{_W}{name}"):
            section.remove(element)
    place = len(section.findall(f"{_W}headerReference")) + len(section.findall(f"{_W}footerReference"))
    for name in ("cols", "pgMar", "pgSz"):
        element = section.find(f"{_W}{name}")
        if element is None:
            element = standard.find(f"{_W}{name}")
        elif name == "cols":
            continue  # stands in its place among what a template may hold besides
        section.insert(place, element)
    return section


def _without(section: Any, *names: str) -> Any:
    copied = copy.deepcopy(section)
    for name in names:
        for element in copied.findall(f"{_W}{name}"):
            copied.remove(element)
    return copied


def _turned(section: Any) -> Any:
    """*section* on its side."""
    turned = copy.deepcopy(section)
    size = turned.find(f"{_W}pgSz")
    short, long = sorted((int(size.get(f"{_W}w", 11906)), int(size.get(f"{_W}h", 16838))))
    for name, value in (("w", str(long)), ("h", str(short)), ("orient", "landscape")):
        size.set(f"{_W}{name}", value)
    return turned
