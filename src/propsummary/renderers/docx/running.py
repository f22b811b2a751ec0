"""What runs along with the text: the title above, the number of the page below, and the mark on drafts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from propsummary._text import width
from propsummary.catalogue import label
from propsummary.document import Document
from propsummary.renderers.docx.markup import NAMESPACES, field, paragraph, run
from propsummary.renderers.docx.parts import Parts
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.theme import Theme

__all__ = ["RunningHeads"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TALLEST, _WIDEST = 120, 340  # points of the mark on drafts

# The shape that Word itself draws for a watermark, so that its own commands find and remove it.
_WORD_ART = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
    '<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>'
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>'
)


@attrs.frozen(kw_only=True)
class RunningHeads:
    """
    Writes headers and footers of one document.

    Attributes:
        main: The package's main part.

        styles: The ids of styles by their names.
    """

    document: Document
    theme: Theme
    parts: Parts
    main: Any
    styles: Mapping[str, str]

    def write(self, section: Any) -> None:
        """Give *section* title and number of pages where its template has none, and drafts their mark."""
        from docx.oxml.parser import parse_xml

        bare = {place for place in ("footer", "header") if section.find(f"{_W}{place}Reference") is None}
        if len(bare) == 2 and section.find(f"{_W}titlePg") is None:  # the cover stays free of them
            section.find(f"{_W}cols").addnext(parse_xml(f"<w:titlePg {NAMESPACES}/>"))
        if "footer" in bare:
            self._own(section, "footer", self._page())
        if "header" in bare:
            self._own(section, "header", run(self.document.title))
        if self.document.watermark:
            self._mark(section)

    def _own(self, section: Any, place: str, content: str) -> None:
        """*content* above or below the text of every page, but not on a first page that differs."""
        if section.find(f"{_W}titlePg") is not None:
            self._add(section, place, "first", paragraph(self.styles["Normal"]))
        self._add(section, place, "default", paragraph(self.styles[place], content))

    def _page(self) -> str:
        page, total = field("PAGE", run("1")), field("NUMPAGES", run("1"))
        before, between, after = label("page_of", self.document.language).split("{}")
        return f"{run(before)}{page}{run(between)}{total}{run(after)}"

    def _add(self, section: Any, place: str, kind: str, content: str) -> None:
        """A new header or footer."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml.parser import parse_xml

        root = "hdr" if place == "header" else "ftr"
        part = self.parts.tree(f"/word/{place}{{}}.xml", f"{_TYPE}.{place}+xml", f"<w:{root} {NAMESPACES}>{content}</w:{root}>")
        related = self.parts.relate(part, RELATIONSHIP_TYPE.HEADER if place == "header" else RELATIONSHIP_TYPE.FOOTER)
        section.insert(0, parse_xml(f'<w:{place}Reference {NAMESPACES} w:type="{kind}" r:id="{related}"/>'))

    def _mark(self, section: Any) -> None:
        """The mark on every page, whatever header it has."""
        from docx.oxml.parser import parse_xml

        kinds = {"default"} | ({"first"} if section.find(f"{_W}titlePg") is not None else set())
        headers = {element.get(f"{_W}type"): element for element in section.findall(f"{_W}headerReference")}
        for kind in sorted(kinds - set(headers)):
            self._add(section, "header", kind, paragraph(self.styles["Normal"]))
        for number, element in enumerate(section.findall(f"{_W}headerReference"), 1):
            header = self.main.related_parts[element.get(f"{_R}id")].element
            first = header.find(f".//{_W}p")
            if first is None:
                first = parse_xml(f"<w:p {NAMESPACES}/>")
                header.append(first)
            first.append(parse_xml(_watermark(self.document.watermark, self.theme, number)))


def _watermark(text: str, theme: Theme, number: int) -> str:
    """*text* across the page."""
    across = min(_WIDEST, _TALLEST * max(width(text), 1) // 2)
    down = min(_TALLEST, across * 2 // max(width(text), 1))
    style = (
        f"position:absolute;margin-left:0;margin-top:0;width:{across}pt;height:{down}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    face = quoted(f'font-family:"{theme.display.asian}";font-size:1pt')
    return (
        f"<w:r {NAMESPACES}><w:rPr><w:noProof/></w:rPr><w:pict>{_WORD_ART}"
        f'<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" alt="{quoted(text)}" '
        f'style="{style}" o:allowincell="f" fillcolor="#{_pale(theme.palette.rule)}" stroked="f"><v:fill opacity=".6"/>'
        f'<v:textpath style="{face}" string="{quoted(text)}"/></v:shape></w:pict></w:r>'
    )


def _pale(colour: str) -> str:
    """Half way from *colour* to white."""
    return "".join(f"{(int(colour[place : place + 2], 16) + 255) // 2:02X}" for place in (0, 2, 4))
