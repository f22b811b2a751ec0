"""Documents as files: one renderer a format, by name or made by hand."""

from __future__ import annotations

import importlib
import pathlib
from collections.abc import Callable
from typing import Any

import attrs

from propsummary import _plugins
from propsummary._text import nearest
from propsummary.errors import PluginError, UnknownNameError
from propsummary.renderers.base import Renderer

__all__ = ["Renderer", "renderer", "renderers"]

_ENTRY_POINTS = "propsummary.renderers"

#: Name, module below this package, class; loaded on use.
_BUILT_IN = {
    "text": ("text", "TextRenderer"),
    "markdown": ("markdown", "MarkdownRenderer"),
    "html": ("html", "HtmlRenderer"),
    "json": ("json", "JsonRenderer"),
    "docx": ("docx", "DocxRenderer"),
    "pptx": ("pptx", "PptxRenderer"),
    "pdf": ("pdf", "PdfRenderer"),
    "xlsx": ("xlsx", "XlsxRenderer"),
    "ics": ("ics", "IcsRenderer"),
    "csv": ("csv", "CsvRenderer"),
}
_ALIASES = {"txt": "text", "md": "markdown", "htm": "html", "word": "docx", "powerpoint": "pptx", "ppt": "pptx"}


def renderer(name: str, *, folder: pathlib.Path | None = None, **options: Any) -> Renderer:
    """
    The renderer called *name*: one of `renderers`, ``txt`` or ``md`` for short, or that of an installed package (entry points
    ``propsummary.renderers``, each a class or function that makes a renderer).

    Args:
        folder: Where the draft's photos are, for renderers that show them.

        options: The renderer's own fields.

    Raises:
        UnknownNameError: There is no such renderer.

        PluginError: Two packages offer one of that name, or the one that does gives no renderer.
    """
    made: Any = _maker(name)(**options)
    if folder is not None and attrs.has(type(made)) and hasattr(made, "folder"):
        made = attrs.evolve(made, folder=folder)
    if not isinstance(made, Renderer):
        kind = type(made).__name__
        raise PluginError(
            f"“{name}” ({_ENTRY_POINTS}) gives a {kind}, not a renderer", f"“{name}”（{_ENTRY_POINTS}）给的是 {kind}，不是输出格式"
        )
    return made


def _maker(name: str) -> Callable[..., object]:
    """The class, or the plugin's function, that makes the renderer called *name*."""
    known = _BUILT_IN.get(_ALIASES.get(name, name))
    if known is not None:
        module, cls = known
        built_in: Callable[..., object] = getattr(importlib.import_module(f"{__name__}.{module}"), cls)
        return built_in
    offered: Callable[..., object] | None = _plugins.load(_ENTRY_POINTS, name)
    if offered is None:
        raise UnknownNameError("renderer", name, nearest(name, renderers()))
    return offered


def renderers() -> tuple[str, ...]:
    """The names of all renderers, those that come with the package first."""
    return (*_BUILT_IN, *(name for name in _plugins.names(_ENTRY_POINTS) if name not in _BUILT_IN))
