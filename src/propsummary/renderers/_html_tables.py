"""Tables as HTML: with captions and headings that can be read aloud, and cells that can become cards on a phone."""

from __future__ import annotations

from decimal import Decimal
from html import escape

from propsummary._text import width
from propsummary.document import Cell, Chain, Column, Link, Table
from propsummary.renderers._wrap import longest_unit
from propsummary.renderers.office.columns import column_widths

__all__ = ["bare_table", "chain_table", "is_short", "lines", "whole_table"]

_CARDS_FROM = 4  # columns; more do not fit on a phone
_LONG = 16  # columns of text; a word or figure beyond may break
_ROOM = 880  # pixels across a page for a table
_COLUMN = Decimal("7.2")  # pixels of one column of text in a table
_PADDING = 21  # pixels at both sides of a cell
_LEAST = {"key": 10, "text": 13}  # columns that the stylesheet gives a cell at least, besides the padding
_LONG_LEAST = 9  # the same of a word or figure that may break
_PAPER = 10_600  # twentieths of a point across a printed page, had its letters the size that `column_widths` reckons with
_WHOLE = 8  # rows; so few are kept on one printed page


def lines(text: str) -> str:
    """*text* escaped, its line breaks kept."""
    return escape(text).replace("\n", "<br>") if "\n" in text else escape(text)


def is_short(text: str) -> bool:
    """Whether *text* is a word or two."""
    return len(text) * 2 <= _LONG or _widest(text) <= _LONG


def _widest(text: str) -> int:
    return max(map(width, text.split("\n")))


def whole_table(table: Table, caption: str, anchor: str) -> str:
    """The table under its caption; *anchor* is the caption's id."""
    kind = "cards" if len(table.columns) >= _CARDS_FROM else "small" if all(c.kind != "text" for c in table.columns) else ""
    if _too_wide(table):
        kind += " tight"
    body = f"{_paper_widths(table)}{_head(table.columns)}<tbody>{_rows(table)}</tbody>"
    return _framed(kind.strip(), caption, anchor, body, whole=len(table.rows) <= _WHOLE)


def bare_table(table: Table) -> str:
    """The table alone, for a place that names it already."""
    return f"<table>{_head(table.columns)}<tbody>{_rows(table)}</tbody></table>"


def chain_table(chain: Chain, caption: str, anchor: str) -> str:
    """Each problem as a group of rows whose first cells span its measures; on screens the stylesheet makes it a flow."""
    heads = len(chain.links[0].head) if chain.links else 0
    table = chain.as_table()
    links = "".join(_link(link, chain.columns) for link in chain.links)
    body = f"{_paper_widths(table)}{_head(chain.columns)}{links}"
    tight = " tight" if _too_wide(table) else ""
    facts = max(len(chain.columns) - heads - 1, 1)
    flow = f' style="--heads:{heads};--facts:{facts}"'
    return _framed(f"chain{tight}", caption, anchor, body, whole=False, style=flow)


def _paper_widths(table: Table) -> str:
    """How wide the columns are when printed, in percent; on screens the browser tells, which knows how wide the window is."""
    if len(table.columns) < _CARDS_FROM:
        return ""
    widths = column_widths(table.columns, table.rows, _PAPER)
    shares = (Decimal(100 * across) / sum(widths) for across in widths)
    return "<colgroup>" + "".join(f'<col style="--across:{share:.1f}%">' for share in shares) + "</colgroup>"


def _link(link: Link, columns: tuple[Column, ...]) -> str:
    """A problem with its causes, beside it each measure above what is settled about it."""
    span, heads = len(link.rows), len(link.head)
    head = "".join(_cell(cell, column, span) for cell, column in zip(link.head, columns, strict=False))
    rows = []
    for i, row in enumerate(link.rows):
        step = _cell(row[0], columns[heads], kind="step", style=f"grid-column:{heads + 1}/-1") if row else ""
        facts = "".join(_cell(cell, column, kind="fact") for cell, column in zip(row[1:], columns[heads + 1 :], strict=True))
        rows.append(f"<tr>{'' if i else head}{step}{facts}</tr>\n")
    return f"<tbody>{''.join(rows)}</tbody>"


def _too_wide(table: Table) -> bool:
    """Whether the table does not fit on a page unless words and figures in it are broken."""
    needed = sum(_needed(column, [row[i].text for row in table.rows]) for i, column in enumerate(table.columns))
    return needed * _COLUMN + _PADDING * len(table.columns) > _ROOM


def _needed(column: Column, texts: list[str]) -> int:
    """Columns of text that the stylesheet will not go below: short words and figures, like headings, stay on one line."""
    parted = longest_unit if column.kind == "figure" else lambda _: 0
    unbroken = max((_widest(text) if is_short(text) else max(_LONG_LEAST, parted(text)) for text in texts), default=0)
    return max(width(column.header), _LEAST.get(column.kind, unbroken))


def _framed(kind: str, caption: str, anchor: str, body: str, *, whole: bool, style: str = "") -> str:
    """A table that can be scrolled, also by keyboard, where it is wider than the screen."""
    return (
        f'<div class="scroll{" whole" if whole else ""}" role="region" aria-labelledby="{anchor}" tabindex="0">'
        f'<table{_class(kind)}{style}><caption id="{anchor}">{escape(caption)}</caption>{body}</table></div>\n'
    )


def _head(columns: tuple[Column, ...]) -> str:
    heads = (f'<th scope="col"{_class("num" if c.kind == "figure" else "")}>{escape(c.header)}</th>' for c in columns)
    return f"<thead><tr>{''.join(heads)}</tr></thead>"


def _rows(table: Table) -> str:
    return "".join(f"<tr>{''.join(map(_cell, row, table.columns))}</tr>\n" for row in table.rows)


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""


def _cell(cell: Cell, column: Column, span: int = 0, *, kind: str = "", style: str = "") -> str:
    """
    A cell with its heading at hand for narrow screens; the one that names the row heads it.

    Args:
        span: How many rows it heads; 0 for a cell of one row.

        kind, style: What else the stylesheet is told of it.
    """
    text = lines(cell.text)
    if cell.tone and cell.tone != "muted":
        text = f'<span class="mark {cell.tone}">{text}</span>'
    more = f' data-label="{escape(column.header)}"'
    if span:
        more += f' style="grid-row:1/span {2 * span}"' + (f' rowspan="{span}"' if span > 1 else "")
    elif style:
        more += f' style="{style}"'
    if column.kind == "key":
        muted = _class("muted" if cell.tone == "muted" else "")
        return f'<th scope="{"rowgroup" if span > 1 else "row"}"{muted}{more}>{text}</th>'
    classes = [
        "num" if column.kind == "figure" else column.kind,
        "head" if span else kind,
        "long" if column.kind != "text" and not is_short(cell.text) else "",
        "muted" if cell.tone == "muted" else "",
        "blank" if cell.tone == "muted" and cell.text == "—" else "",
    ]
    return f'<td class="{" ".join(filter(None, classes))}"{more}>{text}</td>'
