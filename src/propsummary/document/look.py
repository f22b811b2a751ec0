"""The look that all our pages share: colours for light and dark, type, focus."""

from __future__ import annotations

import pathlib
import re

__all__ = ["page_style"]


def page_style(own: pathlib.Path) -> str:
    """The stylesheet of a page: what all pages share, then the file *own*, without the indentation that only authors need."""
    shared = pathlib.Path(__file__).with_name("look.css")
    return "".join(re.sub(r"\n\s*", "\n", file.read_text("utf-8")) for file in (shared, own))
