"""The deck while it is written: slides with their notes, pictures, charts, and the sections that they form."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from propsummary.renderers.office.charts import NativeChart
from propsummary.renderers.office.photos import Photo
from propsummary.renderers.office.xml import quoted
from propsummary.renderers.pptx.markup import NAMESPACES
from propsummary.renderers.pptx.template import Layout, Template

__all__ = ["Deck", "SlidePart", "tree"]

_TYPES = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_SLIDE = 256
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_NAMESPACE = uuid.UUID("6f0d2a2e-2a5f-5c0e-9a3e-5b7f0f6d1c11")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def tree(content: str) -> str:
    """Shapes as the content of a slide or of its notes."""
    return (
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{content}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
    )


class SlidePart:
    """One slide, to which pictures and charts can be related before its text is known."""

    def __init__(self, deck: Deck, part: Any) -> None:
        self._deck = deck
        self.part = part

    def picture(self, photo: Photo) -> str:
        """The id of the picture."""
        return str(self.part.relate_to(self._deck.picture(photo), f"{_OFFICE}/image"))

    def chart(self, chart: NativeChart) -> str:
        """The id of the chart, its workbook behind it."""
        return str(self.part.relate_to(self._deck.chart(chart), f"{_OFFICE}/chart"))


class Deck:
    """The parts of one deck while they are written."""

    def __init__(self, template: Template, language: str) -> None:
        self._main: Any = template.deck.part
        self._package = self._main.package
        self._language = language
        self._used = {str(part.partname) for part in self._package.iter_parts()}
        self._names: dict[str, int] = {}
        self._pictures: dict[bytes, Any] = {}
        self._slides: list[tuple[str, str]] = []
        self._notes_master = self._main.notes_master_part

    def open(self, layout: Layout) -> SlidePart:
        """A slide that is still empty."""
        part = self._part("/ppt/slides/slide{}.xml", f"{_TYPES}.presentationml.slide+xml", b"")
        part.relate_to(layout.part, f"{_OFFICE}/slideLayout")
        return SlidePart(self, part)

    def close(self, slide: SlidePart, shapes: str, notes: str, section: str) -> None:
        """Give *slide* its content and notes; it becomes the last one of the deck."""
        slide.part.blob = f"{_HEAD}<p:sld {NAMESPACES}>{tree(shapes)}</p:sld>".encode()
        part = self._part(
            "/ppt/notesSlides/notesSlide{}.xml", f"{_TYPES}.presentationml.notesSlide+xml", self._notes(notes).encode()
        )
        part.relate_to(self._notes_master, f"{_OFFICE}/notesMaster")
        part.relate_to(slide.part, f"{_OFFICE}/slide")
        slide.part.relate_to(part, f"{_OFFICE}/notesSlide")
        # Looking whether the slide is related already would take the longer the more slides there are.
        key = self._main.rels._add_relationship(f"{_OFFICE}/slide", slide.part)
        self._slides.append((str(key), section))

    def _notes(self, text: str) -> str:
        body = self._notes_master._element.find(f".//{_P}ph[@type='body']")
        index = body.get("idx", "1") if body is not None else "1"
        lines = "".join(
            f'<a:p><a:r><a:rPr lang="{self._language}" dirty="0"/><a:t>{line}</a:t></a:r></a:p>' if line else "<a:p/>"
            for line in quoted(text).split("\n")
        )
        shapes = (
            '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
            '</p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp><p:sp><p:nvSpPr>'
            '<p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="body" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{lines}</p:txBody></p:sp>"
        )
        return f"{_HEAD}<p:notes {NAMESPACES}>{tree(shapes)}</p:notes>"

    def finish(self) -> None:
        """List slides, notes master and sections where the deck says what it consists of."""
        from pptx.oxml import parse_xml

        root = self._main._element
        for name in ("notesMasterIdLst", "sldIdLst"):
            if (old := root.find(f"{_P}{name}")) is not None:
                root.remove(old)
        master = self._main.relate_to(self._notes_master, f"{_OFFICE}/notesMaster")
        ids = "".join(f'<p:sldId id="{_FIRST_SLIDE + n}" r:id="{key}"/>' for n, (key, _) in enumerate(self._slides))
        place = root.find(f"{_P}sldMasterIdLst")
        place.addnext(parse_xml(f"<p:sldIdLst {NAMESPACES}>{ids}</p:sldIdLst>"))
        place.addnext(parse_xml(f'<p:notesMasterIdLst {NAMESPACES}><p:notesMasterId r:id="{master}"/></p:notesMasterIdLst>'))
        handouts = root.find(f"{_P}handoutMasterIdLst")
        if handouts is not None:
            root.find(f"{_P}notesMasterIdLst").addnext(handouts)
        extensions = root.find(f"{_P}extLst")
        if extensions is None:
            extensions = parse_xml(f"<p:extLst {NAMESPACES}/>")
            root.append(extensions)
        sections = f'<p14:sectionLst xmlns:p14="{_P14}">{self._sections()}</p14:sectionLst>'
        extensions.append(parse_xml(f'<p:ext {NAMESPACES} uri="{_SECTIONS}">{sections}</p:ext>'))

    def _sections(self) -> str:
        """The slides by their sections; a section goes on until another name comes."""
        runs: list[tuple[str, list[int]]] = []
        for slide, (_, name) in enumerate(self._slides, _FIRST_SLIDE):
            if not runs or runs[-1][0] != name:
                runs.append((name, []))
            runs[-1][1].append(slide)
        return "".join(_section(place, name, numbers) for place, (name, numbers) in enumerate(runs))

    def picture(self, photo: Photo) -> Any:
        """The picture's part; the same one for the same content."""
        key = hashlib.sha256(photo.content).digest()
        if key not in self._pictures:
            self._pictures[key] = self._part(f"/ppt/media/image{{}}.{photo.suffix}", f"image/{photo.suffix}", photo.content)
        return self._pictures[key]

    def chart(self, chart: NativeChart) -> Any:
        """The chart's part."""
        drawn = self._part("/ppt/charts/chart{}.xml", f"{_TYPES}.drawingml.chart+xml", chart.xml)
        workbook = self._part("/ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx", f"{_TYPES}.spreadsheetml.sheet", chart.workbook)
        drawn.relate_to(workbook, f"{_OFFICE}/package")
        return drawn

    def _part(self, pattern: str, media_type: str, content: bytes) -> Any:
        """A new part, at the first free name of *pattern*."""
        from pptx.opc.package import Part
        from pptx.opc.packuri import PackURI

        while True:
            self._names[pattern] = number = self._names.get(pattern, 0) + 1
            name = pattern.format(number)
            if name not in self._used:
                return Part(PackURI(name), media_type, self._package, content)


def _section(place: int, name: str, slides: list[int]) -> str:
    """A section of the deck, the one at *place*."""
    key = str(uuid.uuid5(_NAMESPACE, f"{place} {name}")).upper()
    ids = "".join(f'<p14:sldId id="{slide}"/>' for slide in slides)
    return f'<p14:section name="{quoted(name)}" id="{{{key}}}"><p14:sldIdLst>{ids}</p14:sldIdLst></p14:section>'
