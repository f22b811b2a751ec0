"""What a file says of itself: title, author, day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from propsummary.document import Document
from propsummary.renderers.office.language import TAGS

__all__ = ["EMPTY_PROPERTIES", "describe"]

#: The part of a package that holds its properties, before there are any.
EMPTY_PROPERTIES = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
_NO_DAY = dt.datetime(1980, 1, 1)  # noqa: DTZ001  # files hold it without a zone
_LONGEST = 255


def describe(properties: Any, document: Document) -> None:
    """Fill in a file's core *properties*; its only date is the document's own."""
    properties.title = document.title[:_LONGEST]
    properties.subject = document.period[:_LONGEST]
    properties.author = document.author[:_LONGEST]
    properties.last_modified_by = document.author[:_LONGEST]
    properties.category = document.department[:_LONGEST]
    properties.keywords = document.organization[:_LONGEST]
    properties.comments = document.watermark[:_LONGEST]
    properties.language = TAGS[document.language]
    properties.revision = 1
    properties.created = properties.modified = dt.datetime.fromisoformat(document.date) if document.date else _NO_DAY
