"""Documents as files: one renderer a format, by name or made by hand."""

from __future__ import annotations

import importlib
import pathlib
from collections.abc import Callable
from typing import Any

import attrs

from propsummary import _plugins
from propsummary._text import nearest
from propsummary.document import Document
from propsummary.errors import PluginError, UnknownNameError, WrongArgumentError
from propsummary.renderers.base import Renderer

__all__ = ["Renderer", "rendered", "renderer", "renderers"]

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


def rendered(document: Document, by: Renderer) -> bytes:
    """
    The *document* as the content of a file, written *by* a renderer.

    Raises:
        PluginError: It is somebody's own, and gives no bytes.
    """
    content: object = by.render(document)
    if not isinstance(content, bytes):
        kind, found = type(by).__name__, type(content).__name__
        raise PluginError(f"the renderer {kind} gives {found}, not bytes", f"输出格式 {kind} 给的是 {found}，不是 bytes")
    return content


def renderer(name: str | Renderer, *, folder: pathlib.Path | None = None, **options: Any) -> Renderer:
    """
    The renderer called *name*: one of `renderers`, ``txt`` or ``md`` for short, or that of an installed package (entry points
    ``propsummary.renderers``, each a class or function that makes a renderer). One that was made by hand stays as it is.

    Args:
        folder: Where the draft's photos are, for renderers that show them.

        options: The renderer's own fields.

    Raises:
        UnknownNameError: There is no such renderer.

        PluginError: Two packages offer one of that name, or the one that does gives no renderer.

        WrongArgumentError: *name* is neither a name nor a renderer.
    """
    if not isinstance(name, str):
        return _by_hand(name)
    made: Any = _maker(name)(**options)
    if folder is not None and attrs.has(type(made)) and hasattr(made, "folder"):
        made = attrs.evolve(made, folder=folder)
    if not isinstance(made, Renderer):
        kind = type(made).__name__
        raise PluginError(
            f"“{name}” ({_ENTRY_POINTS}) gives a {kind}, not a renderer", f"“{name}”（{_ENTRY_POINTS}）给的是 {kind}，不是输出格式"
        )
    return made


def _by_hand(made: object) -> Renderer:
    if isinstance(made, type):
        raise WrongArgumentError("render", ("str", "Renderer"), f"type[{made.__name__}]", _MAKE_ONE)
    if not isinstance(made, Renderer):
        raise WrongArgumentError("render", ("str", "Renderer"), type(made).__name__)
    return made


_MAKE_ONE = ("hand over a renderer made of it", "请先用它造一个对象")


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
