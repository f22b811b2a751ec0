"""Drawings as pictures, for formats that cannot show SVG everywhere."""

from __future__ import annotations

import re

from propsummary.errors import MissingExtraError, MissingFontError
from propsummary.renderers.office.fonts import find_fonts, has_chinese
from propsummary.renderers.theme import Theme

__all__ = ["png", "with_family"]

_PAGE = b"""\
#set page(width: auto, height: auto, margin: 0pt, fill: white)
#image("drawing.svg", width: float(sys.inputs.width) * 1pt)
"""


def png(svg: str, *, width: int, fonts: tuple[str, ...] = (), system_fonts: bool = True) -> bytes | None:
    """
    *svg* as a PNG on white; the same drawing and fonts give the same bytes.

    Args:
        width: In dots; the height follows from the drawing.

        fonts: Folders with fonts besides those that are installed.

        system_fonts: Whether the operating system's fonts are used as well.

    Returns:
        The picture; None where none can be made, because the extra ``pdf`` or every Chinese font is missing.
    """
    try:
        found = find_fonts(fonts, system=system_fonts)
        face = found.face(Theme().display, "sans", chinese=has_chinese(svg))
    except (MissingExtraError, MissingFontError):
        return None
    import typst

    drawing = with_family(svg, face.asian or face.latin)
    pages = {"main.typ": _PAGE, "drawing.svg": drawing.encode()}
    made = typst.compile(pages, format="png", ppi=72, font_paths=found.loaded, sys_inputs={"width": str(width)})
    return bytes(made)


def with_family(svg: str, family: str) -> str:
    """*svg* with all its text set in *family*, whatever it asks for itself."""
    return re.sub(r'\sfont-family="[^"]*"', "", svg).replace("<svg ", f'<svg font-family="{family}" ', 1)
