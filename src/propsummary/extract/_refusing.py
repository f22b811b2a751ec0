"""What is said of files that cannot be read."""

from __future__ import annotations

from propsummary.catalogue.codes import code_info
from propsummary.errors import UnreadableFileError

__all__ = ["unreadable"]


def unreadable(code: str, key: str, **arguments: object) -> UnreadableFileError:
    """The error that says what *code* says in the catalogue under *key*, for the caller to raise."""
    message = code_info(code).message(key)
    return UnreadableFileError(code, message.text.en.format(**arguments), message.text.zh.format(**arguments))
