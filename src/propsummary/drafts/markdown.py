"""Markdown as an outline, as Chinese offices write it: bold that ends in a colon, one line per paragraph, wide indentation."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from propsummary.drafts._inline import Inline, read_inline
from propsummary.drafts.headings import with_headings
from propsummary.drafts.lines import Line, full_width, is_closed, joined, says_something, table_cells
from propsummary.drafts.outline import Image, Mark, Outline, Table, TableCell, Words, join
from propsummary.drafts.passages import Passage, Raw
from propsummary.drafts.text import from_lines, split_lines

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["outline"]

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\n((?:[ \t]*\n|[ \t]+\S.*\n|-.*\n|[^\s:：#-][^:：\n]{0,40}[:：].*\n)+)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_TAG_OR_COMMENT = re.compile(r"<!--.*?-->|" + _TAG.pattern, re.DOTALL)
_WITHIN = re.compile(r"</?(?:a|b|big|code|del|em|font|i|img|ins|mark|s|small|span|strong|sub|sup|u)\b|<!--", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[^\]\s]{1,30}\]:\s*")
_PREFIX = re.compile(r"[ \t>]*")


def outline(text: str, *, file: str = "", encoding: str = "utf-8") -> Outline:
    """
    The outline of a Markdown text (CommonMark with tables).

    What people mean counts, not the letter of the standard: ``**重要：**`` is bold, four blanks before a line make no code, lines
    that end with a full stop stand alone, cells beyond the header are kept.

    .. versionadded:: 0.1.0
    """
    source = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    front = _FRONT.match(source)
    skipped = source.count("\n", 0, front.end()) if front else 0
    body = "\n" * skipped + source[front.end() :] if front else source.removeprefix("\ufeff")
    lines = split_lines(source, file)
    full = full_width(lines)
    walk = _Walk(source.removeprefix("\ufeff").split("\n"), file, full)
    raws = [*_front_matter(lines, skipped), *walk.raws(_parser().parse(body))]
    missing = [line for line in lines if skipped < line.words.marks[0].line not in walk.covered]
    raws += from_lines(missing, full)  # such as what is nested too deeply for the parser: better as it stands than lost
    raws.sort(key=lambda raw: raw.position)
    return Outline(file=file, blocks=with_headings(raws), source=text, encoding=encoding)


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # Four blanks are an indentation here and no code; "[注]: …" is a note and no link target; bold is told in `_inline`.
    return parser.disable(["code", "reference", "emphasis", "text_join"])


def _front_matter(lines: Sequence[Line], skipped: int) -> Iterator[Raw]:
    for line in lines:
        number = line.words.marks[0].line
        if number <= skipped and says_something(line.words.text):
            yield Passage(words=line.words, position=number, kind="front")


def _marked(text: str) -> str:
    """*text* with its tags and comments overwritten: by ones within a line of text, by zeros where they part it."""
    commented, arrow, rest = text.rpartition("-->")  # what is opened behind it is never closed, and no comment
    return _TAG_OR_COMMENT.sub(_overwritten, commented + arrow) + _TAG.sub(_overwritten, rest)


def _overwritten(tag: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "\1" if _WITHIN.match(tag[0]) else "\0", tag[0])


class _Walk:
    """Turns the tokens of markdown-it into passages, tables and pictures with their places."""

    def __init__(self, source: Sequence[str], file: str, full: int | None) -> None:
        self._source = source
        self._full = full
        self._file = file
        self._lists: list[tuple[int, str]] = []  # the next number of each list around, and what follows numbers in it
        self._number = ""
        self.covered: set[int] = set()

    def raws(self, tokens: Sequence[Token]) -> Iterator[Raw]:
        """What *tokens* hold, in reading order."""
        heading: Token | None = None
        in_table = False
        for token in tokens:
            match token.type:
                case "heading_open":
                    heading = token
                case "inline" if not in_table:
                    yield from self._text(token, heading)
                    heading = None
                case "fence":
                    yield from self._plain(token, 1)
                case "html_block":
                    yield from self._plain(token, 0)
                case "table_open":
                    in_table = True
                    yield self._table(token)
                case "table_close":
                    in_table = False
                case "hr":
                    self._cover(token)
                case _:
                    self._list(token)

    def _cover(self, token: Token) -> tuple[int, int]:
        start, end = token.map or (0, 0)
        self.covered.update(range(start + 1, end + 1))
        return start, end

    def _list(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._lists.append((0, ""))
            case "ordered_list_open":
                self._lists.append((int(token.attrs.get("start", 1)), token.markup))
            case "list_item_open":
                number, markup = self._lists[-1]
                self._number = f"{number}{markup}" if markup else token.markup
                self._lists[-1] = (number + 1, markup)
            case "list_item_close":
                self._number = ""
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case _:
                pass

    def _text(self, token: Token, heading: Token | None) -> Iterator[Raw]:
        """A paragraph, or a heading; a sentence above a rule is no heading, though Markdown says so."""
        start, end = self._cover(token)
        content = token.content.split("\n")
        places = [place for nth, line in enumerate(content) for place in self._places(line, min(start + nth, end - 1))]
        inline = read_inline(token, places, self._file)
        if heading and not (heading.markup == "-" and (len(inline.lines) > 1 or is_closed(token.content))):
            self._cover(heading)
            yield from self._heading(inline, int(heading.tag[1:]))
        else:
            yield from self._passages(inline)
        for name, alt in inline.images:
            yield Image(name=name, alt=alt, position=start + 1)

    def _heading(self, inline: Inline, level: int) -> Iterator[Raw]:
        if lines := [line for line in inline.lines if line.words.text]:
            words = joined(lines)
            yield Passage(words=words, position=words.marks[0].line, style=level)

    def _passages(self, inline: Inline) -> Iterator[Raw]:
        level = max(len(self._lists) - 1, 0)
        for raw in from_lines([line for line in inline.lines if line.words.text], self._full):
            if isinstance(raw, Passage):
                note = _NOTE.match(raw.words.text)
                if note and note.end() < len(raw.words.text):
                    yield attrs.evolve(raw, number=note[0].strip(), words=raw.words.part(note.end()), kind="note")
                else:
                    yield attrs.evolve(raw, number=self._number, level=level)
                self._number = ""
            else:
                yield raw

    def _places(self, line: str, at: int) -> Iterator[tuple[int, int]]:
        """Where the characters of a line of a block stand; markup before it is gone from *line*, and blanks may be."""
        bare = line.strip()
        column = max(self._source[at].rfind(bare), 0) - (len(line) - len(line.lstrip()))
        yield from ((at + 1, max(column + nth, 0) + 1) for nth in range(len(line) + 1))  # one more for the line's end

    def _plain(self, token: Token, fence: int) -> Iterator[Raw]:
        """Text in a code fence or between HTML tags, line by line."""
        start, end = self._cover(token)
        text = "\n".join(self._source[start + fence : end])
        if fence:
            text = re.sub(r"\n[ \t>]*[`~]{3,}[ \t]*$", "", text)
        for at, line in enumerate(_marked(text).split("\n"), start + fence + 1):
            pieces = [self._untagged(piece, at) for piece in re.finditer(r"[^\0]+", line)]
            yield from from_lines([piece for piece in pieces if piece.words.text], None)

    def _untagged(self, piece: re.Match[str], line: int) -> Line:
        parts = re.finditer(r"[^\1]+", piece[0])
        words = [Words(text=one[0], file=self._file, marks=(Mark(0, line, piece.start() + one.start() + 1),)) for one in parts]
        return Line(words=join(words).part(0), gap=True)

    def _table(self, token: Token) -> Table:
        """Read the cells off the source: the parser drops those beyond the header, and parts them at bars in code."""
        start, end = self._cover(token)
        rows = tuple(self._row(at) for at in range(start, end) if at != start + 1)  # the second line is the rule
        return Table(rows=rows, position=start + 1)

    def _row(self, at: int) -> tuple[TableCell, ...]:
        prefix = _PREFIX.match(self._source[at])
        words = Words(text=self._source[at], file=self._file, marks=(Mark(0, at + 1, 1),)).part(prefix.end() if prefix else 0)
        return tuple(TableCell(words=tuple(self._cell(cell))) for cell in table_cells(words))

    def _cell(self, words: Words) -> Iterator[Words]:
        if not words.text:
            return
        mark = words.marks[0]
        places = [(mark.line, mark.column + nth) for nth in range(len(words.text) + 1)]
        for token in _parser().parseInline(words.text):
            inline = read_inline(token, places, self._file)
            yield from (line.words for line in inline.lines if line.words.text)
