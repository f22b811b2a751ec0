"""Web pages: what a reader sees, block by block, tables cell by cell."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import attrs

from propsummary.extract.pieces import Collector, Piece

__all__ = ["extract"]

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
#: Nothing in them is told: scripts, contents, running heads, and drawings, whose figures stand in a table beside them.
_HIDDEN = {"head", "style", "script", "template", "noscript", "nav", "footer", "svg", "summary", "object", "iframe"}
_HIDDEN_CLASSES = {"skip", "missing", "banner", "watermark"}
_BLANKS = re.compile(r"[ \t\r\n\f]+")  # a page's blanks; an ideographic one is a character of the text
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "div", "footer", "form", "header", "html", "main", "nav", "section"),
    *("dd", "details", "dl", "dt", "fieldset", "figcaption", "figure", "hr", "li", "ol", "p", "pre", "ul"),
    *("caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr"),
}


def extract(text: str) -> tuple[Piece, ...]:
    """What a reader of the page sees; a page that is not well-formed is read as far as it goes."""
    page = _Page()
    page.feed(text)
    page.close()
    page.finish()
    return page.collector.pieces


@attrs.define
class _Table:
    """A table while it is read; cells that span rows stand for themselves once."""

    line: int
    head: list[str] = attrs.field(factory=list)
    rows: list[list[tuple[str, int | None]]] = attrs.field(factory=list)
    spans: dict[int, int] = attrs.field(factory=dict)
    in_head: bool = False

    def begin_row(self) -> None:
        if not self.in_head:
            self.rows.append([])
            self._pass_spanned()

    def cell(self, text: str, line: int, rowspan: int) -> None:
        if self.in_head:
            self.head.append(text)
            return
        if not self.rows:
            self.begin_row()
        if rowspan > 1:
            self.spans[len(self.rows[-1])] = rowspan - 1
        self.rows[-1].append((text, line))
        self._pass_spanned()

    def _pass_spanned(self) -> None:
        """Leaves blank what a cell of a row above still covers."""
        row = self.rows[-1]
        while self.spans.get(len(row), 0) and (len(self.rows) < 2 or len(row) < len(self.rows[-2])) and self._covered(len(row)):
            row.append(("", None))

    def _covered(self, column: int) -> bool:
        self.spans[column] -= 1
        return True


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.collector = Collector()
        self._text: list[str] = []
        self._line = 1
        self._heading = ""
        self._open: list[tuple[str, bool]] = []  # each open element, and whether it hides what is in it
        self._hidden = 0
        self._table: _Table | None = None
        self._cell: int | None = None  # the rowspan of the cell that is open
        self._term = ""
        self._figures = 0  # how deep in a list of key figures, where every span is a line of its own
        self._label = ""

    def parse_html_declaration(self, i: int) -> int:
        """What begins like a declaration and is none (``<![0``) is a comment, as browsers have it; the parser would give up."""
        try:
            return super().parse_html_declaration(i)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if tag == "br":
            self._text.append("\n")
        if tag in _VOID:
            return
        hides = tag in _HIDDEN or given.get("aria-hidden") == "true" or "hidden" in given or bool(classes & _HIDDEN_CLASSES)
        hides = hides or (tag == "span" and "no" in classes)
        if self._cell is not None and tag in ("td", "th", "tr"):  # a cell needs no end of its own
            self._flush(ending=tag)
        if tag in _BLOCKS or (self._figures and tag == "span"):
            self._flush()
        self._open.append((tag, hides))
        self._hidden += hides
        if self._hidden:
            return
        self._line = self.getpos()[0]
        self._begin(tag, classes, given)

    def _begin(self, tag: str, classes: set[str], given: dict[str, str | None]) -> None:
        if tag in _HEADINGS:
            self._heading = tag
        elif tag == "ul" and "figures" in classes:
            self._figures = len(self._open)
        elif tag == "li":
            self._label = ""
        elif tag == "table" and self._table is None:
            self._table = _Table(line=self._line)
        elif self._table is not None:
            self._begin_in_table(tag, given)

    def _begin_in_table(self, tag: str, given: dict[str, str | None]) -> None:
        assert self._table is not None
        if tag == "thead":
            self._table.in_head = True
        elif tag == "tr":
            self._table.begin_row()
        elif tag in ("td", "th"):
            span = given.get("rowspan") or "1"
            self._cell = int(span) if span.isascii() and span.isdigit() and len(span) < 5 else 1

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(name == tag for name, _ in self._open):
            return
        if tag in _BLOCKS or (self._figures and tag == "span"):
            self._flush(ending=tag)
        while self._open:
            name, hides = self._open.pop()
            self._hidden -= hides
            if name == tag:
                break
        if len(self._open) < self._figures:
            self._figures = 0
        if self._table is not None and not self._hidden:
            if tag == "thead":
                self._table.in_head = False
            elif tag == "table":
                self._end_table()

    def _end_table(self) -> None:
        assert self._table is not None
        table, self._table = self._table, None
        self.collector.table(table.head, table.rows, table.line)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if not "".join(self._text).strip():
            self._line = self.getpos()[0]
        self._text.append(data.replace("\n", " "))

    def _flush(self, ending: str = "") -> None:
        """Ends the piece that is being read."""
        lines = (_BLANKS.sub(" ", line).strip(" ") for line in "".join(self._text).split("\n")) if self._text else ()
        text = "\n".join(line for line in lines if line)
        self._text.clear()
        if self._hidden:
            return
        if self._table is not None and self._cell is not None:
            self._flush_cell(text, ending)
        elif self._heading:
            if text:
                self.collector.heading(text, self._line)
            self._heading = "" if ending == self._heading else self._heading
        elif self._figures and text:
            self.collector.add(text, self._line, context=self._label)
            self._label = self._label or text
        else:
            self.collector.add(text, self._line, context=self._term if ending == "dd" else "")
            self._term = text if ending == "dt" else self._term

    def _flush_cell(self, text: str, ending: str) -> None:
        assert self._table is not None
        assert self._cell is not None
        if ending in ("td", "th", "tr", "table", "tbody", "thead"):
            self._table.cell(text, self._line, self._cell)
            self._cell = None
        elif text:
            self._text.append(text + "\n")

    def finish(self) -> None:
        """Ends what the page leaves open."""
        self._flush()
        if self._table is not None:
            self._end_table()
