"""The text inside a Markdown block without its markup, each character in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

import attrs

from propsummary.drafts.lines import Line, bold_beginning
from propsummary.drafts.outline import Mark, Words

if TYPE_CHECKING:
    from markdown_it.token import Token

__all__ = ["Inline", "read_inline"]

#: What counts as emphasis; the standard refuses ``**重要：**内容``, where a mark of punctuation meets a Chinese character.
_EMPHASIS = (
    (re.compile(r"\*\*\*(?=[^\s*])([^\n]{1,200}?)(?<=[^\s*])\*\*\*"), 3, True),
    (re.compile(r"\*\*(?=[^\s*])([^\n]{1,200}?)(?<=[^\s*])\*\*"), 2, True),
    (re.compile(r"(?<!\w)__(?=[^\s_])([^\n]{1,200}?)(?<=[^\s_])__(?!\w)"), 2, True),
    (re.compile(r"(?<![0-9A-Za-z*])\*(?=[^\s*])([^*\n]{1,200}?)(?<=[^\s*])\*(?![0-9A-Za-z*])"), 1, False),
    (re.compile(r"(?<!\w)_(?=[^\s_])([^_\n]{1,200}?)(?<=[^\s_])_(?!\w)"), 1, False),
)
_LITERAL = "\ufffc"  # stands for characters that are no markup whatever they look like


@attrs.frozen(kw_only=True)
class Inline:
    """
    The text of a block.

    Attributes:
        lines: Its lines.

        images: Name and alternative text of the pictures in it.
    """

    lines: tuple[Line, ...]
    images: tuple[tuple[str, str], ...]


@attrs.define
class _Character:
    text: str
    place: tuple[int, int]
    literal: bool
    bold: bool = False


def read_inline(token: Token, places: Sequence[tuple[int, int]], file: str) -> Inline:
    """The text of an inline *token*, whose content's characters stand at *places* (line and column)."""
    reader = _Reader(token.content, places)
    for child in token.children or ():
        reader.take(child)
    return Inline(lines=tuple(_lines(_without_emphasis(reader.characters), file)), images=tuple(reader.images))


class _Reader:
    """Follows the tokens through the text that they were made from."""

    def __init__(self, content: str, places: Sequence[tuple[int, int]]) -> None:
        self._content = content
        self._places = places
        self._at = 0
        self.characters: list[_Character] = []
        self.images: list[tuple[str, str]] = []

    def take(self, token: Token) -> None:
        """Take what *token* shows."""
        match token.type:
            case "text":
                self._add(token.content)
            case "text_special":
                self._add(token.content, token.markup)
            case "code_inline":
                self._add(token.content, token.content, literal=True)
                self._at = self._after(token.markup)
            case "softbreak" | "hardbreak":
                self._add("\n")
            case "html_inline":
                self._at = self._after(token.content)
                if re.match(r"<br\b", token.content, re.IGNORECASE):
                    self._put("\n", self._at, literal=False)
            case "image":
                self.images.append((unquote(str(token.attrs.get("src", ""))), token.content))
                self._at = self._after_target(self._after(token.content))
            case "link_close":
                self._at = self._after_target(self._at)
            case _:
                pass  # marks of bold and the like, which the next search passes over

    def _add(self, text: str, written: str = "", literal: bool = False) -> None:
        """Add *text*, which the source writes as *written* if not as itself."""
        sought = written or text
        found = self._content.find(sought, self._at)
        start = self._at if found < 0 else found
        if written and written != text:
            for character in text:
                self._put(character, start, literal=True)
        else:
            for nth, character in enumerate(text):
                self._put(character, start + nth, literal=literal)
        if found >= 0:
            self._at = found + len(sought)

    def _put(self, character: str, at: int, *, literal: bool) -> None:
        self.characters.append(_Character(character, self._places[min(at, len(self._places) - 1)], literal))

    def _after(self, text: str) -> int:
        found = self._content.find(text, self._at)
        return self._at if found < 0 else found + len(text)

    def _after_target(self, at: int) -> int:
        """Behind the ``](…)`` at *at*, if there is one."""
        if not self._content.startswith("](", at):
            return at
        depth = 0
        for place in range(at + 1, len(self._content)):
            depth += {"(": 1, ")": -1}.get(self._content[place], 0)
            if depth == 0:
                return place + 1
        return at


def _without_emphasis(characters: list[_Character]) -> list[_Character]:
    for pattern, length, bold in _EMPHASIS:
        text = "".join(_LITERAL if one.literal else one.text for one in characters)
        gone: set[int] = set()
        for match in pattern.finditer(text):
            start, end = match.span()
            gone.update(range(start, start + length))
            gone.update(range(end - length, end))
            if bold:
                for one in characters[start:end]:
                    one.bold = True
        if gone:
            characters = [one for nth, one in enumerate(characters) if nth not in gone]
    return characters


def _lines(characters: Sequence[_Character], file: str) -> Iterator[Line]:
    line: list[_Character] = []
    for one in (*characters, None):
        if one is None or one.text == "\n":
            yield _line(line, file)
            line = []
        else:
            line.append(one)


def _line(characters: Sequence[_Character], file: str) -> Line:
    words = Words(text="".join(one.text for one in characters), file=file, marks=tuple(_marks(characters)))
    start = len(words.text) - len(words.text.lstrip())
    flags = [one.bold for one in characters[start:]]
    return Line(words=words.part(0), indent=start, bold=bold_beginning(words.text[start:], flags))


def _marks(characters: Sequence[_Character]) -> Iterator[Mark]:
    """A mark wherever a character does not stand right behind the one before it."""
    expected: tuple[int, int] | None = None
    for nth, one in enumerate(characters):
        if one.place != expected:
            yield Mark(nth, *one.place)
        expected = (one.place[0], one.place[1] + 1)
