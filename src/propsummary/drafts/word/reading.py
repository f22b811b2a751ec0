"""A Word file as an outline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

import attrs

from propsummary.drafts.headings import with_headings
from propsummary.drafts.lines import Line, bold_beginning, bold_of, full_width, is_caption, joined, wrapped
from propsummary.drafts.outline import Image, Mark, Outline, Table, TableCell, Words, join
from propsummary.drafts.passages import Passage, Raw
from propsummary.drafts.word.numbering import Numbering
from propsummary.drafts.word.numerals import numeral
from propsummary.drafts.word.package import Package, W, is_on, value
from propsummary.drafts.word.places import with_places
from propsummary.drafts.word.styles import Style, Styles
from propsummary.drafts.word.walk import CellNode, Node, ParagraphNode, Piece, TableNode, Walk
from propsummary.serde._source import UNFIT

__all__ = ["outline"]

_SOFT_HYPHEN = "\u00ad"
_NOTE_FORMATS = {"footnote": "decimal", "endnote": "lowerRoman"}


def outline(content: bytes, *, file: str = "") -> Outline:
    """
    The outline of a Word file, as Word shows it: numbers counted, inserted text kept, deleted text left out.

    Headers, footers and hidden text are left out; foot- and endnotes follow the text.

    Raises:
        MissingExtraError: The packages of the extra ``docx`` are not there.

        Refused: The file is broken, hostile, or no Word file.

    .. versionadded:: 0.1.0
    """
    package = Package(content)
    reading = _Reading(package, file)
    return Outline(file=file, blocks=with_places(with_headings(reading.raws())))


@attrs.frozen(kw_only=True)
class _Inked:
    """How a passage looks: its size, whether all of it is bold, and where it is among the raws."""

    at: int
    size: str
    bold: bool
    length: int


class _Reading:
    """Goes through a document once and counts."""

    def __init__(self, package: Package, file: str) -> None:
        self._package = package
        self._file = file
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._walk = Walk()
        self._notes: list[tuple[str, str]] = []
        self._inked: list[_Inked] = []

    def raws(self) -> list[Raw]:
        """All of the document in reading order, then its notes."""
        found: list[Raw] = []
        for node in self._walk.nodes(self._package.document.find(W + "body")):
            self._take(node, found)
        for kind in _NOTE_FORMATS:
            self._take_notes(kind, found)
        self._set_looks(found)
        return found

    def _take(self, node: Node, found: list[Raw]) -> None:
        if isinstance(node, TableNode):
            images: list[Image] = []
            found.append(self._table(node, images))
            found += images
            return
        style = self._styles.of(node.element)
        number, level = self._numbering.next(style) if not _is_gone(node) else ("", 0)
        images_before, images_after = self._images(node)
        self._notes += node.notes
        found += images_before
        found += self._passages(node, style, number, level, len(found))
        found += images_after

    def _passages(self, node: ParagraphNode, style: Style, number: str, level: int, at: int) -> Iterator[Passage]:
        """A paragraph; one that its author broke into lines is as many, unless it is a heading."""
        text = UNFIT.sub(" ", node.text)
        if not text.strip():
            return
        flags, sizes = self._ink(node.pieces, style)
        lines = list(self._lines(node, text, flags))
        whole = len(lines) == 1 or (style.heading is not None and not node.kind)
        for nth, group in enumerate([tuple(lines)] if whole else wrapped(lines, full_width(lines))):
            words = joined(group)
            kind = node.kind or style.kind or ("caption" if is_caption(words.text) else "")
            if not kind:
                bold = all(line.bold >= len(line.words.text) for line in group)
                self._inked.append(_Inked(at=at + nth, size=sizes.most_common(1)[0][0], bold=bold, length=len(words.text)))
            yield Passage(
                words=words,
                position=node.position,
                number=number if nth == 0 else "",
                style=style.heading,
                bold=bold_of(group),
                level=level,
                kind=kind,
            )

    def _lines(self, node: ParagraphNode, text: str, flags: Sequence[bool]) -> Iterator[Line]:
        start = 0
        for line in text.split("\n"):
            words = self._words(line, node.number, start)
            if words.text:
                skipped = len(line) - len(line.lstrip())
                yield Line(words=words, bold=bold_beginning(words.text, flags[start + skipped : start + skipped + len(words.text)]))
            start += len(line) + 1

    def _words(self, text: str, number: int, start: int) -> Words:
        whole = Words(text=text, file=self._file, marks=(Mark(0, number, start + 1),))
        if _SOFT_HYPHEN not in text:
            return whole.part(0)
        pieces = re.finditer(f"[^{_SOFT_HYPHEN}]+", text)
        return join(
            [Words(text=one[0], file=self._file, marks=(Mark(0, number, start + one.start() + 1),)) for one in pieces]
        ).part(0)

    def _ink(self, pieces: Sequence[Piece], style: Style) -> tuple[list[bool], Counter[str]]:
        """Which characters are bold, and how many of each size there are."""
        flags: list[bool] = []
        sizes: Counter[str] = Counter()
        for piece in pieces:
            properties = piece.run.find(W + "rPr")
            bold, size = style.bold, style.size
            if properties is not None:
                named = value(properties.find(W + "rStyle"))
                inherited = self._styles.named(named) if named else None
                switch = properties.find(W + "b")
                bold = is_on(switch) if switch is not None else bold or (inherited is not None and inherited.bold)
                size = value(properties.find(W + "sz")) or (inherited.size if inherited else "") or size
            flags += [bold] * len(piece.text)
            sizes[size or self._styles.size] += len(piece.text)
        return flags, sizes

    def _set_looks(self, found: list[Raw]) -> None:
        """Tell lines that stand out by weight or size from what is usual in this document."""
        lengths: Counter[str] = Counter()
        for one in self._inked:
            lengths[one.size] += one.length
        usual = lengths.most_common(1)[0][0] if lengths else ""
        mostly_bold = 2 * sum(one.length for one in self._inked if one.bold) > sum(lengths.values())
        for one in self._inked:
            larger = one.size.isdecimal() and usual.isdecimal() and int(one.size) > int(usual)
            if (one.bold and not mostly_bold) or larger:
                passage = found[one.at]
                assert isinstance(passage, Passage)  # only passages are noted with their ink
                found[one.at] = attrs.evolve(passage, look=f"{'bold' if one.bold else 'plain'} {one.size}")

    def _images(self, node: ParagraphNode) -> tuple[list[Image], list[Image]]:
        """The pictures of a paragraph, those before its text and the others."""
        before: list[Image] = []
        after: list[Image] = []
        for picture in node.pictures:
            _, target = self._package.relations.get(picture.relation, ("", ""))
            image = Image(name=target, alt=picture.alt, position=node.position)
            (after if node.text[: picture.offset].strip() else before).append(image)
        return before, after

    def _table(self, node: TableNode, images: list[Image]) -> Table:
        rows = tuple(tuple(self._cell(cell, images) for cell in row) for row in node.rows)
        return Table(headers=max(node.headers, _deepest_header(node)), rows=rows, position=node.position)

    def _cell(self, cell: CellNode, images: list[Image]) -> TableCell:
        words: list[Words] = []
        self._take_cell(cell.nodes, words, images)
        return TableCell(words=tuple(words), merged=cell.merged)

    def _take_cell(self, nodes: Sequence[Node], words: list[Words], images: list[Image]) -> None:
        """The paragraphs of a cell, those of tables within it too, with their numbers in front."""
        for node in nodes:
            if isinstance(node, TableNode):
                for row in node.rows:
                    for cell in row:
                        self._take_cell(cell.nodes, words, images)
                continue
            number, _ = self._numbering.next(self._styles.of(node.element)) if not _is_gone(node) else ("", 0)
            self._notes += node.notes
            for before_and_after in self._images(node):
                images += before_and_after
            lines = [line.words for line in self._lines(node, UNFIT.sub(" ", node.text), [False] * len(node.text))]
            if number and (lines or number.isdecimal()):
                counted = Words(text=number, file=self._file, marks=(Mark(0, node.number, 1),))
                lines[:1] = [join((counted, *lines[:1]))]
            words += lines

    def _take_notes(self, kind: str, found: list[Raw]) -> None:
        root = self._package.part(kind + "s")
        if root is None:
            return
        by_id = {value(element, "id"): element for element in root.iterchildren(W + kind)}
        referred = dict.fromkeys(identity for one, identity in self._notes if one == kind)
        for nth, identity in enumerate(referred, 1):
            first = True
            for node in self._walk.nodes(by_id.get(identity), "note", counting=False):
                if isinstance(node, TableNode):
                    self._take(node, found)
                    continue
                number = numeral(nth, _NOTE_FORMATS[kind]) if first else ""
                for passage in self._passages(node, self._styles.of(node.element), number, 0, len(found)):
                    found.append(passage)
                    first = False


def _is_gone(node: ParagraphNode) -> bool:
    """Whether the paragraph was deleted with its mark, so that Word does not count it."""
    return not node.text.strip() and node.element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def _deepest_header(node: TableNode) -> int:
    """How many rows at the top are headings: the first, and those that one of its cells reaches down to."""
    headers = 1
    while headers < len(node.rows) and _reaches_down(node.rows[headers]):
        headers += 1
    return headers if headers < len(node.rows) else 1


def _reaches_down(row: Sequence[CellNode]) -> bool:
    """Whether a cell of the row above goes on in *row*; cells that go on from the left hold no paragraph."""
    return any(cell.merged and cell.nodes for cell in row)
