"""The text of a page by its marks: what each piece of marked content says, in the characters that its fonts stand for."""

from __future__ import annotations

import re
from typing import Any

import attrs

__all__ = ["Marked", "joined", "marked_texts"]

_ENTRY = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_TOKEN = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_MOST = 300_000  # codes of a font
_LINE = 0.5  # sizes of the type by which a line lies lower than the one before
_COUNTED = "号號栋棟幢"  # goes with the number before it, which says which one: 1号楼
_AMONG = re.compile("[\u3400-\u9fff、，。；（] ?[0-9][0-9.,]*$")  # a number within Chinese: 每月5 + 日前
_HELD = " /-([\n"  # behind them a word may be broken without a blank
_GAP = 250  # thousandths of the type's size that part words where nobody wrote a blank

_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1, 0, 0, 1, 0, 0)


@attrs.define
class Marked:
    """
    What one mark encloses.

    Attributes:
        top, bottom: Where on the page its first and its last line stand, counted from below.

        size: Of its type, in the same measure.
    """

    text: str
    top: float
    bottom: float
    size: float


def joined(before: Marked, after: Marked) -> Marked:
    """Both as one; where a line ends with a number or a word stands a blank, and nothing within Chinese."""
    broken = abs(before.bottom - after.top) > _LINE * after.size
    last, first = before.text[-1:], after.text[:1]
    parted = broken and last.isascii() and last not in _HELD and first.isalnum() and first not in _COUNTED
    within = parted and not first.isascii() and _AMONG.search(before.text)
    text = before.text + (" " if parted and not within else "") + after.text
    return Marked(text=text, top=before.top, bottom=after.bottom, size=after.size)


def marked_texts(page: Any) -> dict[int, Marked]:
    """What the page says by the numbers of its marks; what has none (running heads, drawings) is no part of the text."""
    from pypdf.generic import ContentStream

    contents = page.get_contents()
    if contents is None:
        return {}
    resources = page.get("/Resources")
    fonts = resources.get_object().get("/Font") if resources is not None else None
    reader = _Page({} if fonts is None else fonts.get_object())
    stream = contents if isinstance(contents, ContentStream) else ContentStream(contents, page.pdf)
    for operands, operator in stream.operations:
        reader.obey(operator, operands, page)
    return reader.texts


class _Page:
    """A page while its operators are followed."""

    def __init__(self, fonts: Any) -> None:
        self.texts: dict[int, Marked] = {}
        self._fonts = fonts
        self._loaded: dict[str, _Font] = {}
        self._font: _Font | None = None
        self._size = 1.0
        self._marks: list[tuple[int | None, str | None]] = []  # number, and what is to be read instead
        self._matrix: _Matrix = _UNIT
        self._saved: list[tuple[_Matrix, _Font | None, float]] = []
        self._line: _Matrix = _UNIT
        self._leading = 0.0

    def obey(self, operator: bytes, operands: Any, page: Any) -> None:
        match operator:
            case b"BDC" | b"BMC":
                self._mark(operands, page)
            case b"EMC":
                self._unmark()
            case b"q":
                self._saved.append((self._matrix, self._font, self._size))
            case b"Q" if self._saved:
                self._matrix, self._font, self._size = self._saved.pop()
            case b"cm":
                self._matrix = _times(_six(operands), self._matrix)
            case b"BT":
                self._line = _UNIT
            case b"Tf":
                self._font, self._size = self._load(str(operands[0])), float(operands[1])
            case b"Tm":
                self._line = _six(operands)
            case b"TL":
                self._leading = float(operands[0])
            case b"Td" | b"TD":
                self._leading = -float(operands[1]) if operator == b"TD" else self._leading
                self._line = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self._line)
            case b"T*":
                self._line = _times((1, 0, 0, 1, 0, -self._leading), self._line)
            case b"Tj" | b"TJ" | b"'" | b'"':
                if operator in (b"'", b'"'):
                    self._line = _times((1, 0, 0, 1, 0, -self._leading), self._line)
                self._show(operands[-1])

    def _mark(self, operands: Any, page: Any) -> None:
        properties = operands[1] if len(operands) > 1 else {}
        if isinstance(properties, str):
            properties = page["/Resources"].get("/Properties", {}).get(properties, {})
        properties = properties.get_object() if hasattr(properties, "get_object") else properties
        number, instead = properties.get("/MCID"), properties.get("/ActualText")
        self._marks.append((None if number is None else int(number), None if instead is None else str(instead)))

    def _unmark(self) -> None:
        if self._marks:
            _, instead = self._marks.pop()
            if instead is not None:
                self._say(instead)

    def _load(self, name: str) -> _Font | None:
        if name not in self._loaded and name in self._fonts:
            self._loaded[name] = _Font(self._fonts[name].get_object())
        return self._loaded.get(name)

    def _show(self, shown: Any) -> None:
        if self._font is None or any(instead is not None for _, instead in self._marks):
            return
        parts = shown if isinstance(shown, list) else [shown]
        text = ""
        for part in parts:
            if isinstance(part, int | float):
                text += " " if -part > _GAP and text[-1:].isascii() and not text[-1:].isspace() else ""
            else:
                text += self._font.decode(_bytes(part))
        self._say(text)

    def _say(self, text: str) -> None:
        """Adds *text* to the innermost mark with a number."""
        number = next((number for number, _ in reversed(self._marks) if number is not None), None)
        if number is None or not text:
            return
        place = _times(self._line, self._matrix)
        said = Marked(text=text, top=place[5], bottom=place[5], size=abs(self._size * place[3]) or 1.0)
        self.texts[number] = joined(self.texts[number], said) if number in self.texts else said


class _Font:
    """What the codes of a font stand for."""

    def __init__(self, font: Any) -> None:
        self._width = 2 if font.get("/Subtype") == "/Type0" else 1
        table = font.get("/ToUnicode")
        self._codes = _codes(table.get_object().get_data()) if hasattr(table, "get_object") and table is not None else {}

    def decode(self, data: bytes) -> str:
        if not self._codes and self._width == 1:
            return data.decode("cp1252", "replace")
        codes = (int.from_bytes(data[at : at + self._width], "big") for at in range(0, len(data), self._width))
        return "".join(self._codes.get(code, "") for code in codes)


def _codes(table: bytes) -> dict[int, str]:
    """
    The characters of a font by their codes.

    Raises:
        ValueError: There are more than any font has.
    """
    codes: dict[int, str] = {}
    spent = 0
    for entry in _ENTRY.finditer(table):
        tokens = [(m[1], m[2], m[3]) for m in _TOKEN.finditer(entry[2])]
        at, step = 0, 2 if entry[1] == b"bfchar" else 3
        while at + step <= len(tokens):
            first = _number(tokens[at][0])
            if step == 2:
                codes[first] = _utf16(tokens[at + 1][0])
                at += 2
                spent += 1
            elif tokens[at + 2][1]:  # a list of what the codes stand for, one by one
                at += 3
                while at < len(tokens) and not tokens[at][2]:
                    codes[first] = _utf16(tokens[at][0])
                    first, at, spent = first + 1, at + 1, spent + 1
                at += 1
            else:
                last, start = _number(tokens[at + 1][0]), _utf16(tokens[at + 2][0])
                spent += max(last - first, 0)
                if spent > _MOST:
                    raise ValueError("too many codes")
                for code in range(first, last + 1):
                    codes[code] = start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF)) if start else ""
                at += 3
    return codes


def _number(digits: bytes | None) -> int:
    return int(b"".join((digits or b"0").split()) or b"0", 16)


def _utf16(digits: bytes | None) -> str:
    return bytes.fromhex((digits or b"").decode()).decode("utf-16-be", "replace")


def _bytes(text: Any) -> bytes:
    original = getattr(text, "original_bytes", None)
    return text if isinstance(text, bytes) else original if isinstance(original, bytes) else str(text).encode("latin-1", "replace")


def _six(operands: Any) -> _Matrix:
    a, b, c, d, e, f = (float(one) for one in operands[:6])
    return a, b, c, d, e, f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    """First *one*, then *other*."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
