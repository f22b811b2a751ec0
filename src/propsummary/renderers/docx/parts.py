"""What the text of a document refers to: pictures, charts, lists, and numbers that nothing else in it has."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from propsummary.renderers.docx.markup import NAMESPACES
from propsummary.renderers.office.charts import NativeChart
from propsummary.renderers.office.photos import Photo

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Parts"]

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NUMBERING = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FORMATS = {
    "bullet": (("bullet", "•"), ("bullet", "–"), ("bullet", "·")),
    "number": (("decimal", "%1."), ("decimal", "（%2）"), ("lowerLetter", "%3.")),
}


class Parts:
    """The parts of one document while it is written."""

    def __init__(self, word: WordDocument) -> None:
        self._package: Any = word.part.package
        self._main: Any = word.part
        self._pictures: dict[bytes, str] = {}
        self._names: dict[str, int] = {}
        self.related: set[str] = set()
        self._taken = max((number for part in self._package.iter_parts() for number in _numbers(part)), default=0)
        self._used = {str(part.partname) for part in self._package.iter_parts()}
        self._numbering = self._open_numbering()
        self._kinds = {kind: self._abstract(kind) for kind in _FORMATS}
        lists = self._numbering.findall(f"{_W}num")
        self._lists = max((int(element.get(f"{_W}numId")) for element in lists), default=0)
        self._last_list = lists[-1] if lists else self._numbering.findall(f"{_W}abstractNum")[-1]
        self.bullets = self._list("bullet")

    def unique(self) -> int:
        """A number that no drawing and no bookmark has."""
        self._taken += 1
        return self._taken

    def part(self, pattern: str, media_type: str, content: bytes) -> Any:
        """A new part, at the first free name of *pattern*."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        return Part(PackURI(self._free(pattern)), media_type, content, self._package)

    def tree(self, pattern: str, media_type: str, xml: str) -> Any:
        """A new part that can still be changed, likewise."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import XmlPart
        from docx.oxml.parser import parse_xml

        return XmlPart(PackURI(self._free(pattern)), media_type, parse_xml(xml), self._package)

    def _free(self, pattern: str) -> str:
        """The first free name of *pattern*."""
        self._names[pattern] = number = self._names.get(pattern, 0) + 1
        name = pattern.format(number)
        return name if name not in self._used else self._free(pattern)

    def relate(self, part: Any, kind: str) -> str:
        """The id by which the text refers to *part*."""
        key: str = self._main.relate_to(part, kind)
        self.related.add(key)
        return key

    def picture(self, photo: Photo) -> str:
        """The id of the picture; the same one for the same content."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        key = hashlib.sha256(photo.content).digest()
        if key not in self._pictures:
            part = self.part(f"/word/media/image{{}}.{photo.suffix}", f"image/{photo.suffix}", photo.content)
            self._pictures[key] = self.relate(part, RELATIONSHIP_TYPE.IMAGE)
        return self._pictures[key]

    def chart(self, chart: NativeChart) -> str:
        """The id of the chart, its workbook behind it."""
        from docx.opc.constants import RELATIONSHIP_TYPE

        drawn = self.part("/word/charts/chart{}.xml", _CHART, chart.xml)
        workbook = self.part("/word/embeddings/Microsoft_Excel_Worksheet{}.xlsx", _WORKBOOK, chart.workbook)
        drawn.relate_to(workbook, RELATIONSHIP_TYPE.PACKAGE)
        return self.relate(drawn, RELATIONSHIP_TYPE.CHART)

    def numbers(self) -> int:
        """A list that counts from one."""
        return self._list("number")

    def _open_numbering(self) -> Any:
        from docx.opc.constants import RELATIONSHIP_TYPE

        try:
            part = self._main.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            part = self.tree("/word/numbering{}.xml", _NUMBERING, f"<w:numbering {NAMESPACES}/>")
            self.relate(part, RELATIONSHIP_TYPE.NUMBERING)
        return part.element

    def _abstract(self, kind: str) -> int:
        """The definition of lists of *kind*; definitions stand before lists."""
        from docx.oxml.parser import parse_xml

        known = [int(element.get(f"{_W}abstractNumId")) for element in self._numbering.iter(f"{_W}abstractNum")]
        number = max(known, default=0) + 1
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{420 * (level + 1)}" w:hanging="420"/></w:pPr></w:lvl>'
            for level, (form, text) in enumerate(_FORMATS[kind])
        )
        kinds = f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}'
        element = parse_xml(f'<w:abstractNum {NAMESPACES} w:abstractNumId="{number}">{kinds}</w:abstractNum>')
        lists = self._numbering.find(f"{_W}num")
        if lists is None:
            self._numbering.append(element)
        else:
            lists.addprevious(element)
        return number

    def _list(self, kind: str) -> int:
        from docx.oxml.parser import parse_xml

        self._lists += 1
        levels = range(len(_FORMATS[kind])) if kind == "number" else ()
        restart = "".join(f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>' for n in levels)
        element = parse_xml(
            f'<w:num {NAMESPACES} w:numId="{self._lists}"><w:abstractNumId w:val="{self._kinds[kind]}"/>{restart}</w:num>'
        )
        self._last_list.addnext(element)
        self._last_list = element
        return self._lists


def _numbers(part: Any) -> Iterator[int]:
    """The numbers of the drawings and bookmarks in *part*."""
    element = getattr(part, "element", None)
    if element is not None:
        yield from (int(found.get("id")) for found in element.iter(f"{_WP}docPr"))
        yield from (int(found.get(f"{_W}id")) for found in element.iter(f"{_W}bookmarkStart"))
