"""DrawingML as text: what is put in is escaped here and nowhere else. All lengths are in points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import attrs

from propsummary.renderers.office.xml import quoted
from propsummary.renderers.pptx.measure import Box, leading

__all__ = [
    "EMU",
    "NAMESPACES",
    "Align",
    "Span",
    "colour",
    "fill",
    "frame",
    "line",
    "number",
    "paragraph",
    "picture",
    "placeholder",
    "resized",
    "shape",
    "table_cell",
]

#: A point.
EMU = 12_700

#: Declarations for the root of every part that is written here.
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("p", "http://schemas.openxmlformats.org/presentationml/2006/main"),
    )
)

# Colours of the theme, so that a company's deck gives its own.
_SCHEME = {
    "ink": '<a:schemeClr val="tx1"/>',
    "faint": '<a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr>',
    "rule": '<a:schemeClr val="tx1"><a:lumMod val="15000"/><a:lumOff val="85000"/></a:schemeClr>',
    "tint": '<a:schemeClr val="tx1"><a:lumMod val="5000"/><a:lumOff val="95000"/></a:schemeClr>',
    "accent": '<a:schemeClr val="accent1"/>',
    "pale": '<a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr>',
    "mark": '<a:schemeClr val="tx1"><a:alpha val="8000"/></a:schemeClr>',
    "paper": '<a:schemeClr val="bg1"/>',
}

_FIELD = "{9F3C1B52-7A0E-4D1B-8C57-2F6A0B1D4E33}"

Align = Literal["l", "ctr", "r"]


@attrs.frozen
class Span:
    """
    Words that look alike.

    Attributes:
        colour: A name of `colour`, or six hexadecimal digits; none for that of what they stand in.
    """

    text: str
    bold: bool = False
    colour: str = ""


def colour(name: str) -> str:
    """A colour of the theme by its name (ink, faint, rule, tint, accent, pale, mark, paper), or one of six hexadecimal digits."""
    return _SCHEME.get(name) or f'<a:srgbClr val="{name}"/>'


def fill(name: str) -> str:
    """A ground of one colour; none if there is no name."""
    return f"<a:solidFill>{colour(name)}</a:solidFill>" if name else "<a:noFill/>"


def _run(span: Span, size: int, language: str) -> str:
    sized = f' sz="{size * 100}"' if size else ""
    look = fill(span.colour) if span.colour else ""
    marks = f'<a:rPr lang="{language}" altLang="en-US"{sized}{" b=" + chr(34) + "1" + chr(34) if span.bold else ""} dirty="0"'
    properties = f"{marks}>{look}</a:rPr>" if look else f"{marks}/>"
    return f"<a:br>{properties}</a:br>".join(
        f"<a:r>{properties}<a:t>{part}</a:t></a:r>" if part else "" for part in quoted(span.text).split("\n")
    )


def paragraph(
    spans: Iterable[Span],
    language: str,
    *,
    size: int = 0,
    align: Align = "l",
    before: int = 0,
    indent: int = 0,
    hanging: int = 0,
    bullet: str = "",
    fixed: bool = True,
) -> str:
    """
    A paragraph.

    Args:
        size: Of its type; that of the placeholder if 0.

        before: Room above it.

        indent, hanging: Of all lines, and of how much less of the first.

        bullet: A sign before it, or ``1`` for a number.

        fixed: Whether its lines stand at an exact distance.
    """
    edges = f' marL="{(indent + hanging) * EMU}" indent="{-hanging * EMU}"' if size else ""
    spacing = f'<a:lnSpc><a:spcPts val="{leading(size) * 100}"/></a:lnSpc>' if size and fixed else ""
    spacing += f'<a:spcBef><a:spcPts val="{before * 100}"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft>' if size else ""
    mark = _bullet(bullet) if size else ""
    aligned = f' algn="{align}"' if align != "l" else ""
    runs = "".join(_run(span, size, language) for span in spans if span.text)
    sized = f' sz="{size * 100}"' if size else ""
    end = "" if runs else f'<a:endParaRPr lang="{language}"{sized} dirty="0"/>'
    return f"<a:p><a:pPr{edges}{aligned}>{spacing}{mark}</a:pPr>{runs}{end}</a:p>"


def resized(text: str, size: int, language: str) -> str:
    """A paragraph in the look of its placeholder, but for its size."""
    return f"<a:p>{_run(Span(text), size, language)}</a:p>"


def number(count: int, language: str) -> str:
    """A paragraph that holds the slide's number."""
    return f'<a:p><a:fld id="{_FIELD}" type="slidenum"><a:rPr lang="{language}"/><a:t>{count}</a:t></a:fld></a:p>'


def _bullet(bullet: str) -> str:
    if not bullet:
        return "<a:buNone/>"
    if bullet == "1":
        return f'<a:buClr>{colour("accent")}</a:buClr><a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
    return f'<a:buClr>{colour("accent")}</a:buClr><a:buFont typeface="Arial"/><a:buChar char="{bullet}"/>'


def _named(number: int, name: str, alt: str = "") -> str:
    told = f' descr="{quoted(alt)}"' if alt else ""
    return f'<p:cNvPr id="{number}" name="{quoted(name)}"{told}/>'


def _place(box: Box, prefix: str = "a", turned: int = 0) -> str:
    rotation = f' rot="{turned * 60_000}"' if turned else ""
    return (
        f'<{prefix}:xfrm{rotation}><a:off x="{box.x * EMU}" y="{box.y * EMU}"/>'
        f'<a:ext cx="{box.width * EMU}" cy="{box.height * EMU}"/></{prefix}:xfrm>'
    )


def shape(
    number: int,
    name: str,
    box: Box,
    paragraphs: Sequence[str] = (),
    *,
    ground: str = "",
    border: str = "",
    dashed: bool = False,
    kind: str = "rect",
    anchor: Literal["t", "ctr", "b"] = "t",
    inset: int = 0,
    turned: int = 0,
    alt: str = "",
) -> str:
    """
    A shape, with text or without.

    Args:
        ground, border: Colours; nothing is painted without.

        kind: Its form, as DrawingML calls it.

        inset: Between its edge and its text.

        turned: By how many degrees.
    """
    edge = f'<a:ln w="12700">{fill(border)}{"<a:prstDash val=" + chr(34) + "dash" + chr(34) + "/>" if dashed else ""}</a:ln>'
    margins = " ".join(f'{side}Ins="{inset * EMU}"' for side in "ltrb")
    is_text = bool(paragraphs) and not ground and not border
    return (
        f"<p:sp><p:nvSpPr>{_named(number, name, alt)}<p:cNvSpPr{' txBox=' + chr(34) + '1' + chr(34) if is_text else ''}/><p:nvPr/>"
        f'</p:nvSpPr><p:spPr>{_place(box, turned=turned)}<a:prstGeom prst="{kind}"><a:avLst/></a:prstGeom>{fill(ground)}'
        f"{edge if border else '<a:ln><a:noFill/></a:ln>'}</p:spPr>"
        f'<p:txBody><a:bodyPr wrap="square" {margins} rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{''.join(paragraphs) or '<a:p/>'}</p:txBody></p:sp>"
    )


def line(
    number: int, name: str, start: tuple[int, int], end: tuple[int, int], ink: str, *, weight: int = 1, arrow: bool = False
) -> str:
    """A straight line from *start* to *end*."""
    (x, y), (to_x, to_y) = start, end
    flips = (' flipH="1"' if to_x < x else "") + (' flipV="1"' if to_y < y else "")
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
    return (
        f"<p:cxnSp><p:nvCxnSpPr>{_named(number, name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm{flips}>"
        f'<a:off x="{min(x, to_x) * EMU}" y="{min(y, to_y) * EMU}"/>'
        f'<a:ext cx="{abs(to_x - x) * EMU}" cy="{abs(to_y - y) * EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight * EMU}">{fill(ink)}{head}</a:ln></p:spPr></p:cxnSp>'
    )


def placeholder(number: int, name: str, kind: str, index: int, paragraphs: Iterable[str], *, box: Box | None = None) -> str:
    """Text in a place that the layout has for it; *index* as the layout counts it."""
    key = f' type="{kind}"' + (f' idx="{index}"' if index else "")
    place = _place(box) if box else ""
    return (
        f'<p:sp><p:nvSpPr>{_named(number, name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{key}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def picture(number: int, name: str, related: str, box: Box, size: tuple[int, int], alt: str) -> str:
    """A picture of *size* (EMU) in the middle of *box*."""
    x = box.x * EMU + (box.width * EMU - size[0]) // 2
    y = box.y * EMU + (box.height * EMU - size[1]) // 2
    return (
        f'<p:pic><p:nvPicPr>{_named(number, name, alt)}<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>'
        f'<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="{related}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{size[0]}" cy="{size[1]}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def frame(number: int, name: str, box: Box, uri: str, content: str, alt: str) -> str:
    """A frame that holds a table or a chart."""
    locks = '<a:graphicFrameLocks noGrp="1"/>'
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{_named(number, name, alt)}<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>"
        f'<p:nvPr/></p:nvGraphicFramePr>{_place(box, "p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{uri}">'
        f"{content}</a:graphicData></a:graphic></p:graphicFrame>"
    )


def table_cell(
    content: str, *, below: str, weight: int, merge: str = "", anchor: str = "t", edges: tuple[int, int] = (6, 4)
) -> str:
    """
    A cell with a line *below* it, *weight* quarter points strong.

    Args:
        merge: Attributes that join it with others.

        edges: Its margins, at the sides and above and below.
    """
    none = "".join(f'<a:ln{side} w="0"><a:noFill/></a:ln{side}>' for side in "LRT")
    across, down = (edge * EMU for edge in edges)
    return (
        f"<a:tc{merge}><a:txBody><a:bodyPr/><a:lstStyle/>{content}</a:txBody>"
        f'<a:tcPr marL="{across}" marR="{across}" marT="{down}" marB="{down}" anchor="{anchor}">{none}'
        f'<a:lnB w="{weight * EMU // 4}" cap="flat" cmpd="sng" algn="ctr">{fill(below)}<a:prstDash val="solid"/></a:lnB><a:noFill/>'
        "</a:tcPr></a:tc>"
    )
