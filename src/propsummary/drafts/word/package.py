"""A Word file opened without risk: its parts as XML, nothing fetched, nothing outside the package followed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from propsummary.errors import MissingExtraError
from propsummary.serde._source import Refused
from propsummary.serde.opc import guard

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["MC", "WP", "A", "M", "Package", "R", "V", "W", "is_on", "parse", "value"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"

#: The names that the strict form of the standard gives to the same things.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
)
_MOST_TAGS = 1_500_000  # opening and closing ones: a thousand pages, and at most a few hundred megabytes of memory
_MOST_PARAGRAPHS = 30_000


def value(element: _Element | None, name: str = "val", default: str = "") -> str:
    """The attribute ``w:name`` of *element*; *default* if there is no element, or none in it."""
    return default if element is None else element.get(W + name, default)


def is_on(switch: _Element | None) -> bool:
    """Whether a switch such as ``w:b`` is there and on."""
    return switch is not None and value(switch, default="1") not in ("0", "false", "off")


def parse(content: bytes, name: str = "") -> _Element:
    """
    The root of a part; entities stay unresolved, comments are gone.

    Raises:
        MissingExtraError: The packages of the extra ``docx`` are not there.

        Refused: It is no XML, is nested too deeply, or holds too many elements.
    """
    try:
        from lxml import etree
    except ImportError as error:
        raise MissingExtraError("Word input", "docx") from error
    if content.count(b"<") > _MOST_TAGS:
        raise Refused("SHP008", "package_part", part=name[:80])
    for strict, usual in _STRICT:
        content = content.replace(b'"' + strict + b'"', b'"' + usual[1:-1].encode() + b'"')
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        deep = "depth" in str(error)
        raise Refused("SHP008", "package_deep") if deep else Refused("SHP001", "package") from error


class Package:
    """The parts of a Word file, found by their relations."""

    def __init__(self, content: bytes) -> None:
        """
        Open the file *content*.

        Raises:
            Refused: It is broken, hostile, or no Word file.
        """
        guard(content)
        self._archive = zipfile.ZipFile(io.BytesIO(content))
        self._names = {name.casefold(): name for name in self._archive.namelist()}
        self.main = self._main()
        self.document = self._root(self.main)
        if self.document.find(W + "body") is None:
            raise Refused("SHP001", "package")
        if sum(1 for _ in self.document.iter(W + "p")) > _MOST_PARAGRAPHS:
            raise Refused("SHP008", "package_long", limit=_MOST_PARAGRAPHS)
        self.relations = self._relations(self.main)

    def part(self, kind: str) -> _Element | None:
        """The root of the part that the document relates to as *kind* (``styles``, ``numbering``); none if there is none."""
        for related, target in self.relations.values():
            if related == kind and target.casefold() in self._names:
                return self._root(target)
        return None

    def _main(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and target.casefold() in self._names:
                return target
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise Refused("SHP001", "package")

    def _root(self, name: str) -> _Element:
        return parse(self._archive.read(self._names[name.casefold()]), name)

    def _relations(self, source: str) -> Mapping[str, tuple[str, str]]:
        """Kind and target by id, of those that stay within the package; targets as names of parts."""
        folder, _, file = source.rpartition("/")
        name = posixpath.join(folder, "_rels", file + ".rels")
        if name.casefold() not in self._names:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for relation in self._root(name):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = relation.get("Type", "").rpartition("/")[2]
            found[relation.get("Id", "")] = (kind, posixpath.normpath(path))
        return found
