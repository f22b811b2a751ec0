"""The deck that slides are put into: an empty one in the theme's look, or a company's own without its slides."""

from __future__ import annotations

import io
import pathlib
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.errors import MissingExtraError
from propsummary.renderers.office.reference import Program, open_reference
from propsummary.renderers.pptx.blank import blank
from propsummary.renderers.pptx.markup import EMU
from propsummary.renderers.pptx.measure import Box
from propsummary.renderers.theme import Theme

if TYPE_CHECKING:
    from pptx.presentation import Presentation

__all__ = ["Layout", "Template", "open_template"]

_POWERPOINT = Program(name="PowerPoint", suffixes=(".pptx", ".potx"), kind="presentationml.presentation")
_STALE = ("/extended-properties", "/thumbnail", "/custom-properties")
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_GAP = 16  # between title and what stands below it
_SIZE = 28  # of titles of which nothing else is said


@attrs.frozen(kw_only=True)
class Layout:
    """
    A layout and the places that it has.

    Attributes:
        part: Its part of the package.

        title, subtitle, footer: Where they stand; of no width where the layout has none.

        size: Of the title's type.

        numbers: The indices of its placeholders by kind (``title``, ``subTitle``, ``ftr``, ``sldNum``).
    """

    part: Any
    title: Box
    subtitle: Box
    footer: Box
    size: int
    numbers: dict[str, int]


@attrs.frozen(kw_only=True)
class Template:
    """
    An open deck without slides.

    Attributes:
        deck: The file.

        own: Whether it is ours, and no company's.

        across, down: The size of its slides, in points.

        body: Where content goes.

        theme: The theme asked for; colours are the deck's where it is a company's.
    """

    deck: Presentation
    own: bool
    across: int
    down: int
    cover: Layout
    content: Layout
    body: Box
    theme: Theme


def open_template(reference: pathlib.Path | None, theme: Theme) -> Template:
    """
    The deck that slides are put into.

    Args:
        reference: A company's deck (.pptx or .potx), whose master, layouts and theme are used; its slides are not.

    Raises:
        ConfigurationError: *reference* is no such file.

        MissingExtraError: The packages of the extra ``pptx`` are not there.
    """
    try:
        import pptx
    except ImportError as error:
        raise MissingExtraError("PowerPoint output", "pptx") from error
    if reference is None:
        return _described(pptx.Presentation(blank(theme)), theme, own=True)

    def read(content: io.BytesIO) -> Template:
        deck = pptx.Presentation(content)
        _strip(deck)
        return _described(deck, attrs.evolve(theme, palette=_palette(deck, theme)), own=False)

    return open_reference(reference, _POWERPOINT, read)


def _strip(deck: Any) -> None:
    """Take out the slides, whatever only they refer to, and what counts or shows them."""
    root = deck.part._element
    slides = root.find(f"{_P}sldIdLst")
    for slide in list(slides) if slides is not None else []:
        deck.part.rels.pop(slide.rId)
        slides.remove(slide)
    shows = root.find(f"{_P}custShowLst")
    if shows is not None:
        root.remove(shows)
    extensions = root.find(f"{_P}extLst")
    for one in list(extensions) if extensions is not None else []:
        if one.get("uri") == _SECTIONS:
            extensions.remove(one)
    package = deck.part.package
    for key, relation in list(package._rels.items()):
        if relation.reltype.endswith(_STALE):
            package.drop_rel(key)


def _palette(deck: Any, theme: Theme) -> Any:
    """The theme's colours, its accents exchanged for those of *deck*."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    root = etree.fromstring(deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    found = (root.find(f".//{_A}clrScheme/{_A}accent{number}/{_A}srgbClr") for number in range(1, 7))
    accents = tuple(str(one.get("val")) for one in found if one is not None)
    return attrs.evolve(theme.palette, accent=accents[0], series=accents) if accents else theme.palette


def _described(deck: Any, theme: Theme, *, own: bool) -> Template:
    across, down = deck.slide_width // EMU, deck.slide_height // EMU
    layouts = {layout._element.get("type", ""): layout for layout in reversed(tuple(deck.slide_layouts))}
    plain = next((layouts[kind] for kind in ("titleOnly", "obj", "tx") if kind in layouts), deck.slide_layouts[0])
    content = _layout(plain)
    top = content.title.bottom + _GAP
    below = [_box(one).y for one in plain.placeholders if _kind(one) in ("ftr", "sldNum", "dt") and _box(one).y > down // 2]
    bottom = min([*below, down * 19 // 20]) - 12
    left, wide = content.title.x, content.title.width
    if top > down // 2 or wide < across // 2:  # the layout's title stands somewhere else than above
        top, left, wide = down // 6, across // 20, across * 9 // 10
    body = Box(left, top, wide, bottom - top)
    cover = _layout(layouts.get("title", plain))
    return Template(deck=deck, own=own, across=across, down=down, cover=cover, content=content, body=body, theme=theme)


def _layout(layout: Any) -> Layout:
    places = {_kind(one): one for one in reversed(tuple(layout.placeholders))}
    title = places.get("title", places.get("ctrTitle"))
    if title is None:
        raise ValueError("a layout has no title")
    return Layout(
        part=layout.part,
        title=_box(title),
        subtitle=_box(places.get("subTitle")),
        footer=_box(places.get("ftr")),
        size=_size(layout, title),
        numbers={kind: int(one.placeholder_format.idx) for kind, one in places.items()},
    )


def _kind(place: Any) -> str:
    return str(place._element.find(f".//{_P}nvPr/{_P}ph").get("type", "obj"))


def _box(place: Any) -> Box:
    if place is None:
        return Box(0, 0, 0, 0)
    return Box(*(int(value or 0) // EMU for value in (place.left, place.top, place.width, place.height)))


def _size(layout: Any, title: Any) -> int:
    """The size of the title's type: its own, else the master's."""
    master = layout.slide_master._element
    for words in (title._element.find(f".//{_A}lvl1pPr/{_A}defRPr"), master.find(f".//{_P}titleStyle/{_A}lvl1pPr/{_A}defRPr")):
        if words is not None and words.get("sz"):
            return int(words.get("sz")) // 100
    return _SIZE
