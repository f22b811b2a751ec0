"""Text that XML can hold."""

from __future__ import annotations

import re
from html import escape

__all__ = ["quoted"]

_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def quoted(text: str) -> str:
    """*text* for content and attributes, without the characters that XML cannot hold."""
    return escape(text if text.isprintable() else _NOT_XML.sub("", text))
