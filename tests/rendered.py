"""What a reader of each format sees of a document."""

from __future__ import annotations

import json

from plain_words import of_html, of_markdown, squeezed
from propsummary.document import Document
from propsummary.renderers.html import HtmlRenderer
from propsummary.renderers.json import JsonRenderer
from propsummary.renderers.markdown import MarkdownRenderer
from propsummary.renderers.text import TextRenderer

__all__ = ["FORMATS", "seen"]

FORMATS = ("text", "markdown", "html", "json")


def seen(name: str, document: Document) -> str:
    """The text of the format called *name* without blanks; plain text in lines so long that none is broken."""
    match name:
        case "text":
            return squeezed(TextRenderer(width=100_000).render(document).decode())
        case "markdown":
            return of_markdown(MarkdownRenderer().render(document).decode())
        case "html":
            return of_html(HtmlRenderer().render(document).decode())
        case _:
            return squeezed("\n".join(_strings(json.loads(JsonRenderer().render(document)))))


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        joined = [f"{value['number']} {value['text']}"] if value.get("block") == "heading" else []
        return joined + [text for one in value.values() for text in _strings(one)]
    if isinstance(value, list):
        return [text for one in value for text in _strings(one)]
    return [value] if isinstance(value, str) else []
