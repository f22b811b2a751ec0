"""Drafts as people have them: prose and workbooks, read into the model with the place of every sentence."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from propsummary.model import Draft

__all__ = ["read_prose"]


def read_prose(content: bytes, *, format: str | None = None, file: str = "", folder: pathlib.Path | None = None) -> Draft:
    """
    Read a summary that somebody wrote as Word, Markdown or plain text.

    Args:
        content: The file's bytes.

        format: What the file is (``docx``, ``markdown``, ``text``), where neither its name nor its content tells.

        file: The name that problems carry.

        folder: Where its pictures are looked for.

    Returns:
        The draft, with what is wrong with the file itself; the summary is missing where not even department and period are named.

    .. versionadded:: 0.1.0
    """
    from propsummary.drafts.extraction import extract
    from propsummary.drafts.opening import open_outline
    from propsummary.drafts.word_forms import read_form

    outline = open_outline(content, format=format, file=file)
    return read_form(outline, folder=folder) or extract(outline, folder=folder)
