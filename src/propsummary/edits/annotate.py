"""A Word file with its problems as comments, as a reviewer would send it back."""

from __future__ import annotations

import io
import itertools
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from propsummary.catalogue.codes import Words, code_info, say
from propsummary.catalogue.places import in_words
from propsummary.drafts.word.package import Package, W, parse, value
from propsummary.edits._annotate_ranges import Ranges
from propsummary.errors import UnreadableFileError, expect
from propsummary.problems import Language, Problem, Report
from propsummary.reports._shown import one_line
from propsummary.reports._words import grade
from propsummary.serde._source import Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["annotate"]

_AUTHOR, _INITIALS = "propsummary", "PS"
_COLON, _PLACE, _HINT = Words("：", ": "), Words("位置：", "Place: "), Words("建议：", "Hint: ")
#: The body text of a summary is often large, indented and set wide, which does not become a comment.
_SPACING, _SIZE = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}, "20"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/%s}"  # of relations, of types
_TYPES = "[Content_Types].xml"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_NOT_STRICT = ("this is a strict Open XML file: save it as an ordinary .docx", "这是严格格式的Word文件，先另存为普通的.docx")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNIX, _READABLE = 3, 0o600 << 16


def annotate(content: bytes, report: Report, *, language: Language = "zh") -> bytes:
    """
    A copy of a Word file with each problem as a comment on its words; text and formats stay as they are, and so do other comments.

    What has no words of its own, such as a missing section, is told at the first paragraph. Personal data in messages is masked.
    The same file and report give the same bytes.

    Args:
        content: The Word file.

        report: What `propsummary.check` says of it.

        language: The language of the comments.

    Raises:
        MissingExtraError: The packages of the extra ``docx`` are not there.

        UnreadableFileError: The file is damaged, locked, or no Word file.

        WrongArgumentError: *content* is no bytes, or *report* no report.

    .. versionadded:: 0.1.0
    """
    expect("annotate", content, bytes, instead=("Path(path).read_bytes() gives them", "请交 Path(路径).read_bytes()"))
    expect("annotate(report=)", report, Report)
    try:
        package = Package(content)
    except Refused as refused:
        zh, en = say(code_info(refused.code), refused.key, refused.arguments)
        raise UnreadableFileError(refused.code, en.message, zh.message) from refused
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = _Parts(archive)
        if _STRICT in parts.content(package.main):
            raise UnreadableFileError("SHP001", *_NOT_STRICT)
        name = next((target for kind, target in package.relations.values() if kind == "comments"), "")
        comments = parts.change(name) if name in parts else parts.new_comments(package.main)
        _comment(parts.change(package.main, package.document), comments, report, language)
        return parts.written()


def _comment(document: _Element, comments: _Element, report: Report, language: Language) -> None:
    """Add a comment for every problem to *comments*, and the marks to *document*."""
    ranges = Ranges(document)
    known = [*comments.iter(W + "comment"), *document.iter(W + "commentReference")]
    first = max((int(number) + 1 for one in known if (number := value(one, "id")).isdecimal()), default=0)
    ids = range(first, first + len(report.problems))
    for id, problem in zip(ids, report, strict=True):
        _told(comments, id, _lines(problem, ranges.add(problem.span), language))
    ranges.mark(ids)


def _told(comments: _Element, id: int, lines: Iterable[str]) -> None:
    """Add the comment *id* to *comments*, without a day: the clock would make every copy another one."""
    from lxml import etree

    comment = etree.SubElement(comments, W + "comment", {W + "id": str(id), W + "author": _AUTHOR, W + "initials": _INITIALS})
    for line in lines:
        paragraph = etree.SubElement(comment, W + "p")
        around = etree.SubElement(paragraph, W + "pPr")
        etree.SubElement(around, W + "spacing", {W + name: text for name, text in _SPACING.items()})
        etree.SubElement(around, W + "ind", {W + "firstLineChars": "0", W + "firstLine": "0"})
        run = etree.SubElement(paragraph, W + "r")
        etree.SubElement(etree.SubElement(run, W + "rPr"), W + "sz", {W + "val": _SIZE})
        etree.SubElement(run, W + "t").text = one_line(line)


def _lines(problem: Problem, on_its_words: bool, language: Language) -> Iterator[str]:
    words = problem.wording(language)
    yield f"{grade(problem.severity, language)} {problem.code}{_COLON.in_(language)}{words.message}"
    if not on_its_words:
        yield _PLACE.in_(language) + (problem.span.place if problem.span else in_words(problem.path, language))
    if words.hint:
        yield _HINT.in_(language) + words.hint


class _Parts:
    """The parts of a package, some of them changed or added."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._names = {name.casefold(): name for name in archive.namelist()}
        self._changed: dict[str, _Element] = {}

    def __contains__(self, name: str) -> bool:
        return name.casefold() in self._names

    def content(self, name: str) -> bytes:
        """The bytes of a part, as they were."""
        return self._archive.read(self._names[name.casefold()])

    def change(self, name: str, root: _Element | None = None) -> _Element:
        """The root of the part *name*, which is going to be changed; *root* if that is known or new."""
        self._names.setdefault(name.casefold(), name)
        self._changed[name.casefold()] = root = parse(self.content(name)) if root is None else root
        return root

    def new_comments(self, main: str) -> _Element:
        """A part for comments that the *main* part relates to; its root."""
        from lxml import etree

        folder, _, file = main.rpartition("/")
        numbers = itertools.count()
        name = next(name for n in numbers if (name := posixpath.join(folder, f"comments{n or ''}.xml")) not in self)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        relations = self.change(listed, None if listed in self else etree.Element(_PACKAGE % "relationships" + "Relationships"))
        taken = {one.get("Id") for one in relations}
        id = next(id for number in itertools.count(1) if (id := f"rId{number}") not in taken)
        related = {"Id": id, "Type": _KIND, "Target": posixpath.basename(name)}
        etree.SubElement(relations, _PACKAGE % "relationships" + "Relationship", related)
        override = {"PartName": f"/{name}", "ContentType": _TYPE}
        etree.SubElement(self.change(_TYPES), _PACKAGE % "content-types" + "Override", override)
        return self.change(name, etree.Element(W + "comments", nsmap={"w": W[1:-1]}))

    def written(self) -> bytes:
        """The package, its parts in their order and with their dates, new ones last."""
        there = {info.filename: info for info in self._archive.infolist()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as target:
            for name in self._names.values():
                old = there.get(name)
                part = zipfile.ZipInfo(name, old.date_time if old else _EPOCH)
                part.create_system, part.external_attr = _UNIX, old.external_attr if old else _READABLE
                target.writestr(part, self._current(name), zipfile.ZIP_DEFLATED, 6)
        return out.getvalue()

    def _current(self, name: str) -> bytes:
        from lxml import etree

        root = self._changed.get(name.casefold())
        if root is None:
            return self.content(name)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
