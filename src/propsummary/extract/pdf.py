"""PDF: the tagged text of paragraphs, entries and cells; of files without tags the lines of each page."""

from __future__ import annotations

import functools
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.catalogue.codes import Words
from propsummary.errors import MissingExtraError
from propsummary.extract._pdf_text import Marked, joined, marked_texts
from propsummary.extract.pieces import Collector, Piece, Place
from propsummary.extract.text import extract as plain
from propsummary.serde._source import Refused

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

__all__ = ["extract"]

_HEADINGS = {"Title", "H", *(f"H{level}" for level in range(1, 10))}
_BLOCKS = {"P", "LBody", "Caption", "BlockQuote", "Note", "FENote", "TH", "TD", "TOCI", "BibEntry", "Formula", "Code"}
_LEFT_OUT = {"TOC", "Lbl", "Artifact", "Figure"}  # contents, numbers and bullets; figures are told in their own way
_DEEPEST = 200
_MOST = 16 << 20  # bytes of what draws the pages, unpacked; every few of them are an operator to be followed
_MANY = 3  # pages on which a line that stands on most of them is a running head
_NUMBER = re.compile(r"\d+")


def extract(data: bytes) -> tuple[Piece, ...]:
    """
    What a reader of the pages sees, without running heads and numbers of pages.

    Raises:
        MissingExtraError: The packages of the extra ``pdf`` are not there.
    """
    try:
        from pypdf import PdfReader
    except ImportError as error:
        raise MissingExtraError("reading PDF files", "pdf") from error
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        reader.decrypt("")
    catalog: Any = reader.trailer["/Root"]
    root = catalog.get("/StructTreeRoot")
    return _Tagged(reader).read(root.get_object()) if root is not None else _untagged(reader)


def _pages(reader: PdfReader) -> Iterator[PageObject]:
    """
    The pages, as long as they are of moderate size; pypdf keeps silent about a page that it cannot unpack.

    Raises:
        Refused: They are too large (SHP008).
    """
    spent = 0
    for page in reader.pages:
        contents = page.get_contents()
        spent += len(contents.get_data()) if contents is not None else 0
        if spent > _MOST:
            raise Refused("SHP008", "package_size", None, limit=_MOST)
        yield page


@attrs.frozen
class _Run:
    """Text of one tag, on one page."""

    marked: Marked
    page: int


class _Tagged:
    """A file while its tags are walked through."""

    def __init__(self, reader: PdfReader) -> None:
        self._collector = Collector()
        self._texts: dict[int, dict[int, Marked]] = {}
        self._numbers: dict[int, int] = {}  # of pages, by their objects
        for number, page in enumerate(_pages(reader)):
            self._texts[number] = marked_texts(page)
            if page.indirect_reference is not None:
                self._numbers[page.indirect_reference.idnum] = number
        self._roles: dict[str, str] = {}
        self._seen = set[int]()

    def read(self, root: Any) -> tuple[Piece, ...]:
        roles = root.get("/RoleMap")
        if roles is not None:
            self._roles = {str(name)[1:]: str(role)[1:] for name, role in roles.get_object().items()}
        self._element(root, None, 0)
        return self._collector.pieces

    def _element(self, element: Any, page: int | None, depth: int) -> None:
        """A tag that is no block of text by itself: what stands in it loosely is a block of its own."""
        loose: list[_Run] = []
        for kid, own in self._kids(element, page, depth):
            name = "" if isinstance(kid, _Run) else self._name(kid)
            if isinstance(kid, _Run):
                loose.append(kid)
            elif name in ("Span", "Link", "Strong", "Em", "Quote", "Reference", "Annot"):
                loose += self._runs(kid, own, depth + 1)
            elif name == "Figure":
                self._figure(kid, own, depth + 1)
            elif name not in _LEFT_OUT:
                self._add(loose)
                loose = []
                self._block(kid, name, own, depth + 1)
        self._add(loose)

    def _block(self, element: Any, name: str, page: int | None, depth: int) -> None:
        if name == "Table":
            self._table(element, page, depth)
        elif name in _HEADINGS:
            runs = list(self._runs(element, page, depth))
            if runs:
                self._collector.heading(_text(runs), _place(runs))
        else:
            self._element(element, page, depth)

    def _figure(self, element: Any, page: int | None, depth: int) -> None:
        """What is told of a chart or diagram to who cannot see it: on the page its figures stand among the ticks of its axes."""
        lines: list[list[_Run]] = []
        for kid, own in self._kids(element, page, depth):
            if not isinstance(kid, _Run):
                self._block(kid, self._name(kid), own, depth + 1)
            elif lines and abs(lines[-1][-1].marked.bottom - kid.marked.top) < kid.marked.size / 2:
                lines[-1].append(kid)
            else:
                lines.append([kid])
        for line in lines:
            self._collector.role = "pictured"
            self._add(line)
        if lines:
            self._collector.role = "again"
            self._collector.add(str(element.get("/Alt", "")), _place(lines[0]))
        self._collector.role = "said"

    def _add(self, runs: list[_Run]) -> None:
        if runs:
            self._collector.add(_text(runs), _place(runs))

    def _table(self, table: Any, page: int | None, depth: int) -> None:
        head: list[str] = []
        rows: list[list[tuple[str, Place]]] = []
        spans: dict[int, int] = {}  # of each column, how many more rows its cell covers
        for row, own in self._rows(table, page, depth):
            cells: list[tuple[str, Place]] = []
            headings = 0
            for cell, at in self._kids(row, own, depth):
                if isinstance(cell, _Run) or (name := self._name(cell)) not in ("TH", "TD"):
                    continue
                while spans.get(len(cells), 0) > 0:
                    spans[len(cells)] -= 1
                    cells.append(("", None))
                headings += name == "TH"
                runs = list(self._runs(cell, at, depth + 1))
                spans[len(cells)] = _rowspan(cell) - 1
                cells.append((_text(runs), _place(runs)))
            if headings == len(cells) and not rows:
                head = head or [text for text, _ in cells]
            else:
                rows.append(cells)
        self._collector.table(head, rows)

    def _rows(self, table: Any, page: int | None, depth: int) -> Iterator[tuple[Any, int | None]]:
        for kid, own in self._kids(table, page, depth):
            if isinstance(kid, _Run):
                continue
            if self._name(kid) == "TR":
                yield kid, own
            elif self._name(kid) in ("THead", "TBody", "TFoot"):
                yield from self._rows(kid, own, depth + 1)
            elif self._name(kid) == "Caption":
                self._element(kid, own, depth + 1)

    def _runs(self, element: Any, page: int | None, depth: int) -> Iterator[_Run]:
        """All text in *element*, in order."""
        for kid, own in self._kids(element, page, depth):
            if isinstance(kid, _Run):
                yield kid
            elif self._name(kid) not in _LEFT_OUT:
                yield from self._runs(kid, own, depth + 1)

    def _kids(self, element: Any, page: int | None, depth: int) -> Iterator[tuple[Any, int | None]]:
        """The tags and the runs of text in *element*, each with the page that it stands on."""
        page = self._page(element, page)
        kids: Any = element.get("/K")
        kids = kids.get_object() if kids is not None else []
        for kid in kids if isinstance(kids, list) else [kids]:
            one = kid.get_object()
            if isinstance(one, int):
                yield from self._run(int(one), page)
            elif isinstance(one, dict) and "/MCID" in one:
                yield from self._run(int(one["/MCID"]), self._page(one, page))
            elif isinstance(one, dict) and "/S" in one and id(one) not in self._seen and depth < _DEEPEST:
                self._seen.add(id(one))
                yield one, self._page(one, page)

    def _run(self, number: int, page: int | None) -> Iterator[tuple[_Run, int]]:
        if page is not None and (marked := self._texts[page].get(number)):
            yield _Run(marked, page), page

    def _page(self, element: Any, page: int | None) -> int | None:
        named = element.raw_get("/Pg") if "/Pg" in element else None
        return self._numbers.get(getattr(named, "idnum", -1), page)

    def _name(self, element: Any) -> str:
        name = str(element["/S"])[1:]
        return name if name in _BLOCKS | _HEADINGS | _LEFT_OUT else self._roles.get(name, name)


def _rowspan(cell: Any) -> int:
    attributes: Any = cell.get("/A")
    attributes = attributes.get_object() if attributes is not None else []
    for one in attributes if isinstance(attributes, list) else [attributes]:
        given = one.get_object().get("/RowSpan")
        if isinstance(given, int) and 0 < given < 10_000:
            return int(given)
    return 1


def _text(runs: list[_Run]) -> str:
    return functools.reduce(joined, (run.marked for run in runs)).text if runs else ""


def _place(runs: list[_Run]) -> Place:
    return _on(runs[0].page) if runs else None


def _on(page: int) -> Words:
    return Words(f"第{page + 1}页", f"page {page + 1}")


def _untagged(reader: PdfReader) -> tuple[Piece, ...]:
    """The text of the pages line by line; lines that stand on most pages, but for their numbers, run along."""
    pages = [page.extract_text().splitlines() for page in _pages(reader)]
    counts = Counter(words for lines in pages for words in {_unnumbered(line) for line in lines})
    running = {words for words, count in counts.items() if count >= _MANY and 2 * count > len(pages)}
    return tuple(
        attrs.evolve(piece, line=None, place=_on(number))
        for number, lines in enumerate(pages)
        for piece in plain("\n".join(line for line in lines if _unnumbered(line) not in running))
    )


def _unnumbered(line: str) -> str:
    return _NUMBER.sub("0", "".join(line.split()))
