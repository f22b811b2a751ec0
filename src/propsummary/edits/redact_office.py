"""A Word file or a workbook with the personal data in its text masked; formats, tables and pictures stay as they are."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import attrs

from propsummary._privacy.tables import leads
from propsummary.catalogue.codes import code_info, say
from propsummary.drafts.word.package import parse
from propsummary.edits._masking import Masker
from propsummary.edits._places import Replacement
from propsummary.errors import UnreadableFileError
from propsummary.model import Draft
from propsummary.serde._source import Refused
from propsummary.serde.opc import guard

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["OfficeRedaction", "redact_office"]

#: Texts that are read as one, though the words may stand in several elements: the parts of a paragraph or of a cell.
_Line: TypeAlias = list["_Element"]

_PARTS = re.compile(
    r"(?:word|xl|docProps|customXml)/(?!.*(?:theme|styles|settings|fontTable|printerSettings)).*\.xml", re.IGNORECASE
)
_RELATIONS = re.compile(r"(?:word|xl)/.*\.rels", re.IGNORECASE)
_LINES = {"p", "si", "is", "text"}  # paragraphs of documents and drawings; strings of workbooks; their comments
_TEXTS = {"t", "delText", "instrText"}
_BREAKS = {"tab", "br", "cr"}
_UNSEEN = re.compile(r"(?:word|xl)/(?:media|embeddings)/.+", re.IGNORECASE)
_FREE = re.compile("(?:docProps|customXml)/", re.IGNORECASE)  # parts of no fixed form: every element may hold words
_SHOWN = ("descr", "title", "alt", "tooltip")  # what pictures and links are said to show
_PLAIN = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWING = "/drawingml/"
_STRICT = b"http://purl.oclc.org/ooxml/"
_NOT_STRICT = ("this is a strict Open XML file: save it as an ordinary one first", "这是严格格式的文件，先另存为普通的.docx或.xlsx")


@attrs.frozen(kw_only=True)
class OfficeRedaction:
    """
    A file without personal data in its text.

    Attributes:
        data: The file.

        masked: How many places were masked.

        people: How many people got a letter in place of their name.

        unseen: How many pictures and embedded files there are, which nobody has looked into.
    """

    data: bytes
    masked: int
    people: int
    unseen: int


def redact_office(content: bytes, draft: Draft, *, staff: bool = False) -> OfficeRedaction:
    """
    Mask personal data, residents and flats in a Word file or a workbook, as `redact` does in texts.

    Body, tables, text boxes, headers, footers, notes, remarks, deleted words and properties are masked; what pictures show and
    what is embedded is not looked at. Parts without personal data stay as they are, byte for byte.

    Args:
        content: The file.

        draft: What was read from it.

        staff: Whether names of staff are masked as well.

    Raises:
        MissingExtraError: The packages of the extra ``docx`` are not there.

        UnreadableFileError: The file is damaged, locked, or of the strict form.

    .. versionadded:: 0.1.0
    """
    try:
        guard(content)
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            roots = {
                name: parse(_read(archive, name))
                for name in archive.namelist()
                if _PARTS.fullmatch(name) or _RELATIONS.fullmatch(name)
            }
            texts = [lead + _said(line) for name, root in roots.items() for line, lead in _lines(root, name)]
            masker = Masker(draft, texts, staff=staff)
            changed = {name: root for name, root in roots.items() if _mask_part(root, name, masker)}
            unseen = sum(1 for name in archive.namelist() if _UNSEEN.fullmatch(name))
            data = _written(archive, changed)
            return OfficeRedaction(data=data, masked=masker.masked, people=masker.people, unseen=unseen)
    except Refused as refused:
        zh, en = say(code_info(refused.code), refused.key, refused.arguments)
        raise UnreadableFileError(refused.code, en.message, zh.message) from refused


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    content = archive.read(name)
    if _STRICT in content:
        raise UnreadableFileError("SHP001", *_NOT_STRICT)
    return content


def _lines(root: _Element, name: str) -> Iterator[tuple[_Line, str]]:
    """
    The texts of a part, each with the elements that its words stand in, and what it is to be read behind.

    Breaks are elements without words.
    """
    if _FREE.match(name):
        yield from (([element], "") for element in root.iter("*"))
        return
    below = dict(pair for around in root.iter("*") if _tag(around) == "tbl" for pair in _cells(around))
    for around in root.iter("*"):
        if _tag(around) in _LINES:
            line = list(_words(around))
            if line:
                yield line, below.get(around, "")
        elif _tag(around) == "v":  # a number of a sheet, or what a chart shows
            yield [around], ""


def _cells(table: _Element) -> Iterator[tuple[_Element, str]]:
    """The paragraphs of a table below the first row of several cells, with what its heading has them read behind."""
    below: Mapping[int, str] = {}
    for row in (child for child in table.iterchildren("*") if _tag(child) == "tr"):
        cells = list(_columns(row))
        if not below and len(cells) > 1:
            heads = ["".join(_said(list(_words(line))) for line in _paragraphs(cell)) for cell, _ in cells]
            below = dict(zip((column for _, column in cells), leads(heads), strict=True))
            continue
        yield from ((line, below.get(column, "")) for cell, column in cells for line in _paragraphs(cell))


def _columns(row: _Element) -> Iterator[tuple[_Element, int]]:
    """The cells of a row, each with the column that it begins in."""
    column = 0
    for cell in (child for child in row.iterchildren("*") if _tag(child) == "tc"):
        yield cell, column
        own = (one for properties in cell.iterchildren("*") if _tag(properties) == "tcPr" for one in properties.iterchildren("*"))
        span = next((text for one in own if _tag(one) == "gridSpan" for text in one.attrib.values()), "1")
        column += int(span) if span.isascii() and span.isdigit() and len(span) < 4 else 1


def _paragraphs(cell: _Element) -> Iterator[_Element]:
    return (child for child in cell.iterchildren("*") if _tag(child) == "p")


def _said(line: _Line) -> str:
    return "".join(map(_text, line))


def _words(around: _Element) -> Iterator[_Element]:
    """The elements with words in a paragraph, but for those of paragraphs within it (text boxes)."""
    for child in around.iterchildren("*"):
        if _tag(child) in _TEXTS or _tag(child) in _BREAKS:
            yield child
        elif _tag(child) not in _LINES and _tag(child) != "rPh":  # how Japanese words are said
            yield from _words(child)


def _mask_part(root: _Element, name: str, masker: Masker) -> bool:
    """Mask the texts of a part where they stand; whether there was anything to mask."""
    before = masker.masked
    if _RELATIONS.fullmatch(name):
        for relation in root:
            if relation.get("Target", "").startswith(("mailto:", "tel:")):
                _mask_attribute(relation, "Target", masker)
        return masker.masked > before
    for line, lead in _lines(root, name):
        _replace(line, masker.edits(_said(line), lead))
    for element in root.iter("*"):
        for attribute in _SHOWN:
            _mask_attribute(element, attribute, masker)
    return masker.masked > before


def _mask_attribute(element: _Element, attribute: str, masker: Masker) -> None:
    if words := element.get(attribute):
        element.set(attribute, masker(words))


def _replace(line: _Line, edits: Sequence[Replacement]) -> None:
    """Make the replacements in the elements of *line*: the new words stand where the old ones began."""
    end = sum(len(_text(element)) for element in line)
    for element in reversed(line):  # from the end, so that what is still to come keeps its place
        words = _text(element)
        end, start = end - len(words), end - len(words)
        if _tag(element) in _BREAKS:
            continue
        for first, last, new in reversed(edits):
            if first < start + len(words) and last > start:
                here = max(first - start, 0)
                words_before, words_behind = _text(element)[:here], _text(element)[min(last - start, len(words)) :]
                element.text = words_before + (new if first >= start else "") + words_behind
                _stays_text(element)


def _stays_text(element: _Element) -> None:
    """See that blanks stay, and that a cell which held a number is read as words."""
    around = element.getparent()
    if _tag(element) in _TEXTS and _DRAWING not in element.tag:  # drawings and properties keep blanks anyway
        element.set(_PLAIN, "preserve")
    elif _tag(element) == "v" and around is not None and _tag(around) == "c":
        around.set("t", "str")


def _text(element: _Element) -> str:
    return "\t" if _tag(element) in _BREAKS else element.text or ""


def _tag(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _written(archive: zipfile.ZipFile, changed: dict[str, _Element]) -> bytes:
    """The package with the *changed* parts, in their order and with their dates."""
    from lxml import etree

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for info in archive.infolist():
            root = changed.get(info.filename)
            content = (
                archive.read(info)
                if root is None
                else etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            )
            part = zipfile.ZipInfo(info.filename, info.date_time)
            part.create_system, part.external_attr = info.create_system, info.external_attr
            target.writestr(part, content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()
