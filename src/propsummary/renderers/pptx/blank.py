"""The deck that slides start from where there is no company's own: a theme, a master, two layouts."""

from __future__ import annotations

import io
import zipfile

from propsummary.renderers.office.properties import EMPTY_PROPERTIES
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.pptx.markup import EMU, NAMESPACES, fill
from propsummary.renderers.pptx.measure import Box
from propsummary.renderers.theme import Theme

__all__ = ["EYEBROW", "blank"]

#: The layout's place for the name of the section, above the title.
EYEBROW = 13

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.presentationml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WIDTH, _HEIGHT, _MARGIN = 960, 540, 48
_INNER = _WIDTH - 2 * _MARGIN

_CONTENT_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/ppt/presentation.xml" ContentType="{_TYPES}.presentation.main+xml"/>
<Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="{_TYPES}.slideMaster+xml"/>
<Override PartName="/ppt/slideLayouts/slideLayout1.xml" ContentType="{_TYPES}.slideLayout+xml"/>
<Override PartName="/ppt/slideLayouts/slideLayout2.xml" ContentType="{_TYPES}.slideLayout+xml"/>
<Override PartName="/ppt/presProps.xml" ContentType="{_TYPES}.presProps+xml"/>
<Override PartName="/ppt/viewProps.xml" ContentType="{_TYPES}.viewProps+xml"/>
<Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

_PRESENTATION = (
    f'<p:presentation {NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
    f'</p:sldMasterIdLst><p:sldSz cx="{_WIDTH * EMU}" cy="{_HEIGHT * EMU}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
)

_COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FACE = '<a:latin typeface="+m{0}-lt"/><a:ea typeface="+m{0}-ea"/><a:cs typeface="+m{0}-cs"/>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def blank(theme: Theme) -> io.BytesIO:
    """The empty deck as a file."""
    layouts = f'<Relationship Id="rId1" Type="{_OFFICE}/slideMaster" Target="../slideMasters/slideMaster1.xml"/>'
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="ppt/presentation.xml"/>'
            f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        ),
        "docProps/core.xml": EMPTY_PROPERTIES,
        "ppt/presentation.xml": _PRESENTATION,
        "ppt/_rels/presentation.xml.rels": _relations(
            f'<Relationship Id="rId1" Type="{_OFFICE}/slideMaster" Target="slideMasters/slideMaster1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/presProps" Target="presProps.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/theme" Target="theme/theme1.xml"/>'
            f'<Relationship Id="rId4" Type="{_OFFICE}/viewProps" Target="viewProps.xml"/>'
        ),
        "ppt/presProps.xml": f"<p:presentationPr {NAMESPACES}/>",
        "ppt/viewProps.xml": f'<p:viewPr {NAMESPACES} lastView="sldView"/>',
        "ppt/theme/theme1.xml": _theme(theme),
        "ppt/slideMasters/slideMaster1.xml": _master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            f'<Relationship Id="rId1" Type="{_OFFICE}/slideLayout" Target="../slideLayouts/slideLayout1.xml"/>'
            f'<Relationship Id="rId2" Type="{_OFFICE}/slideLayout" Target="../slideLayouts/slideLayout2.xml"/>'
            f'<Relationship Id="rId3" Type="{_OFFICE}/theme" Target="../theme/theme1.xml"/>'
        ),
        "ppt/slideLayouts/slideLayout1.xml": _cover_layout(),
        "ppt/slideLayouts/_rels/slideLayout1.xml.rels": _relations(layouts),
        "ppt/slideLayouts/slideLayout2.xml": _body_layout(),
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels": _relations(layouts),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, _HEAD + content)
    file.seek(0)
    return file


def _relations(content: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{content}</Relationships>'


def _theme(theme: Theme) -> str:
    """Typefaces and colours."""
    palette = theme.palette
    accents = (palette.accent, *(palette.of_series(index) for index in range(1, 6)))
    named = (
        ("dk1", palette.ink),
        ("lt1", "FFFFFF"),
        ("dk2", palette.faint),
        ("lt2", palette.tint),
        *((f"accent{number}", one) for number, one in enumerate(accents, 1)),
        ("hlink", palette.accent),
        ("folHlink", palette.faint),
    )
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in named)
    asian = quoted(theme.display.asian)
    face = (
        f'<a:latin typeface="{quoted(theme.display.latin)}"/><a:ea typeface="{asian}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{asian}"/>'
    )
    edge = f'<a:ln w="9525">{_SOLID}</a:ln>'
    return (
        f'<a:theme {NAMESPACES} name="propsummary"><a:themeElements><a:clrScheme name="propsummary">{colours}</a:clrScheme>'
        f'<a:fontScheme name="propsummary"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="propsummary"><a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{edge * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _place(number: int, name: str, key: str, box: Box, words: str, *, style: str = "", anchor: str = "t") -> str:
    """A place for text; *style* is that of its first level."""
    levels = f"<a:lstStyle><a:lvl1pPr{style}</a:lvl1pPr></a:lstStyle>" if style else "<a:lstStyle/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {key}/>'
        f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{box.x * EMU}" y="{box.y * EMU}"/><a:ext cx="{box.width * EMU}" '
        f'cy="{box.height * EMU}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
        f'<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="{anchor}"><a:normAutofit/>'
        f"</a:bodyPr>{levels}<a:p>{words}</a:p></p:txBody></p:sp>"
    )


def _level(size: int, ink: str, *, bold: bool = False, align: str = "l") -> str:
    """The look of a first level, from its attributes on."""
    strong = ' b="1"' if bold else ' b="0"'
    return (
        f' marL="0" indent="0" algn="{align}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
        f'<a:defRPr sz="{size * 100}"{strong}>{fill(ink)}{_FACE.format("n")}</a:defRPr>'
    )


def _block(number: int, box: Box, ink: str) -> str:
    """A coloured rectangle that only adorns."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Block {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="{box.x * EMU}" y="{box.y * EMU}"/><a:ext cx="{box.width * EMU}" cy="{box.height * EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill(ink)}<a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>'
    )


def _tree(content: str) -> str:
    empty = '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr><a:xfrm>{empty}</a:xfrm></p:grpSpPr>{content}</p:spTree>"
    )


_TITLE = Box(_MARGIN, 44, _INNER, 44)
_BODY = Box(_MARGIN, 108, _INNER, 380)
_FOOTER = Box(_MARGIN, 506, 640, 18)
_NUMBER = Box(_WIDTH - _MARGIN - 120, 506, 120, 18)
_FIELD = '<a:fld id="{9F3C1B52-7A0E-4D1B-8C57-2F6A0B1D4E33}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>'


def _running() -> str:
    """Footer and number, as on master and layout."""
    small = _level(10, "faint")
    right = _level(10, "faint", align="r")
    return _place(5, "Footer", 'type="ftr" sz="quarter" idx="11"', _FOOTER, "", style=small) + _place(
        6, "Slide Number", 'type="sldNum" sz="quarter" idx="12"', _NUMBER, _FIELD, style=right
    )


def _master() -> str:
    title = _place(2, "Title", 'type="title"', _TITLE, '<a:r><a:rPr lang="en-US"/><a:t>Title</a:t></a:r>', anchor="ctr")
    body = _place(3, "Text", 'type="body" idx="1"', _BODY, '<a:r><a:rPr lang="en-US"/><a:t>Text</a:t></a:r>')

    def words(size: int, kind: str, bold: bool) -> str:
        strong = ' b="1"' if bold else ""
        return f'<a:defRPr sz="{size * 100}"{strong} kern="1200">{fill("ink")}{_FACE.format(kind)}</a:defRPr>'

    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 18 * EMU}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
        f'hangingPunct="1"><a:buNone/>{words(16, "n", False)}</a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    heading = (
        '<a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:spcBef><a:spcPct val="0"/>'
        f"</a:spcBef><a:buNone/>{words(26, 'j', True)}</a:lvl1pPr>"
    )
    others = levels.replace("<a:buNone/>", "")
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld><p:bg><p:bgPr>{fill('paper')}<a:effectLst/></p:bgPr></p:bg>"
        f"{_tree(title + body + _running())}</p:cSld>{_COLOUR_MAP}<p:sldLayoutIdLst>"
        '<p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>'
        f"<p:txStyles><p:titleStyle>{heading}</p:titleStyle><p:bodyStyle>{levels}</p:bodyStyle>"
        f"<p:otherStyle>{others}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _cover_layout() -> str:
    panel = _block(4, Box(0, 0, _WIDTH, 324), "accent")
    title = _place(
        2,
        "Title",
        'type="ctrTitle"',
        Box(72, 96, 816, 132),
        '<a:r><a:rPr lang="en-US"/><a:t>Title</a:t></a:r>',
        style=_level(40, "paper", bold=True),
        anchor="b",
    )
    subtitle = _place(
        3,
        "Subtitle",
        'type="subTitle" idx="1"',
        Box(72, 242, 816, 48),
        '<a:r><a:rPr lang="en-US"/><a:t>Subtitle</a:t></a:r>',
        style=_level(18, "paper"),
    )
    return _layout("Cover", "title", panel + title + subtitle)


def _body_layout() -> str:
    mark = _block(7, Box(_MARGIN, 0, 56, 6), "accent")
    rule = _block(8, Box(_MARGIN, 498, _INNER, 1), "rule")
    title = _place(2, "Title", 'type="title"', _TITLE, '<a:r><a:rPr lang="en-US"/><a:t>Title</a:t></a:r>', anchor="ctr")
    eyebrow = _place(
        4,
        "Section",
        f'type="body" sz="quarter" idx="{EYEBROW}"',
        Box(_MARGIN, 24, _INNER, 18),
        '<a:r><a:rPr lang="en-US"/><a:t>Section</a:t></a:r>',
        style=_level(12, "accent"),
        anchor="ctr",
    )
    return _layout("Title Only", "titleOnly", mark + rule + title + eyebrow + _running())


def _layout(name: str, kind: str, content: str) -> str:
    return (
        f'<p:sldLayout {NAMESPACES} type="{kind}" preserve="1"><p:cSld name="{name}">{_tree(content)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
