"""PDF files taken apart: what a reader finds in them."""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Any

import pypdf

from propsummary.document import Document

__all__ = ["opened", "outline_of", "pages_of", "plain", "text_of"]


def opened(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content), strict=True)


def plain(text: str) -> str:
    """*text* without blanks, places to break, and the difference between a radical and the character that looks like it."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text))


def pages_of(content: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in opened(content).pages]


def text_of(content: bytes, document: Document) -> str:
    """All text in one, without what runs along on every page, so that a paragraph on two pages is whole."""
    head, mark = plain(document.title), plain(document.watermark)
    texts = []
    for number, page in enumerate(map(plain, pages_of(content)), 1):
        body = page.removeprefix(mark)
        texts.append(re.sub(r"(第\d+页共\d+页|Page\d+of\d+)$", "", body if number == 1 else body.replace(head, "", 1)))
    return "".join(texts)


def outline_of(content: bytes) -> list[tuple[int, str]]:
    """The bookmarks and their levels."""

    def walked(entries: Any, level: int) -> list[tuple[int, str]]:
        found: list[tuple[int, str]] = []
        for entry in entries:
            found += walked(entry, level + 1) if isinstance(entry, list) else [(level, str(entry.title))]
        return found

    return walked(opened(content).outline, 1)
