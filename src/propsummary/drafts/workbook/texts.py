"""
Texts and lists of texts as cells hold them.

People leave blanks behind words and strike out what they have nothing for; a text that would not survive that stands in a cell as
JSON writes it, between double quotes. Quotes that are not needed for that belong to the text.
"""

from __future__ import annotations

import json
import re

__all__ = ["read_list", "read_text", "says_nothing", "write_list", "write_text"]

#: What people write into a cell that they have nothing for.
_NOTHING = frozenset({"", "/", "／", "\\", "无", "没有", "暂无", "-", "--", "—", "——", "–", "n/a", "N/A", "不适用"})

_NONE = "[]"  # a list that is there and empty
_BLANKS = " \t\xa0"
_SHORT = "、，,；;\n"  # what parts names, ids and dates
_LINES = "\n"  # what parts sentences


def read_text(cell: str, *, prose: bool = False) -> str:
    """What *cell* says; nothing if it is struck out. Line breaks at the edges belong to *prose*."""
    words = _trimmed(cell, prose)
    inner = _inside(words)
    if inner is not None and not _plain(inner, prose):
        return inner
    return "" if words.strip() in _NOTHING else words


def write_text(text: str, *, prose: bool = False) -> str:
    """The cell that reads as *text*."""
    return text if _plain(text, prose) else _quoted(text)


def read_list(cell: str, *, prose: bool = False) -> list[str]:
    """The entries of *cell*, a line each where they are *prose*, else parted by 、 and the like as well."""
    marks = _LINES if prose else _SHORT
    found: list[str] = []
    if cell.strip() == _NONE:
        return found
    for match in re.finditer(rf'\s*(?:("(?:[^"\\]|\\.)*")(?=\s*(?:[{marks}]|\Z))|[^{marks}]+)', cell):
        words = match[0].strip()
        inner = _inside(words) if match[1] else None
        if inner is not None and not _plain_entry(inner, marks):
            found.append(inner)
        elif words not in _NOTHING:
            found.append(words)
    return found


def write_list(entries: list[str], *, prose: bool = False) -> str:
    """The cell that reads as *entries*."""
    marks = _LINES if prose else _SHORT
    return marks[0].join(entry if _plain_entry(entry, marks) else _quoted(entry) for entry in entries) or _NONE


def says_nothing(cell: str) -> bool:
    """Whether *cell* says in so many words that there is nothing, so that the object around it is there."""
    return cell.strip() in (_NONE, _quoted(""))


def _trimmed(text: str, prose: bool) -> str:
    return text.strip(_BLANKS) if prose else text.strip()


def _plain(text: str, prose: bool) -> bool:
    """Whether a cell that holds *text* reads as that."""
    if _trimmed(text, prose) != text or text.strip() in _NOTHING:
        return False
    inner = _inside(text)
    return inner is None or _plain(inner, prose)


def _plain_entry(text: str, marks: str) -> bool:
    """Whether *text* reads as that among others."""
    return (
        text == text.strip()
        and text not in _NOTHING
        and text != _NONE
        and text[0] != '"'
        and not any(mark in text for mark in marks)
    )


def _inside(text: str) -> str | None:
    """The text that *text* is the JSON of, if it is."""
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return None
    try:
        inner = json.loads(text, strict=False)
    except ValueError:
        return None
    return inner if isinstance(inner, str) else None


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
