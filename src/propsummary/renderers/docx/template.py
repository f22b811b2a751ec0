"""The file that a document starts from: an empty one in the theme's styles, or a company's own template."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING, Any

import attrs

from propsummary.document import Language
from propsummary.errors import MissingExtraError
from propsummary.renderers.docx.blank import blank
from propsummary.renderers.docx.markup import NAMESPACES
from propsummary.renderers.docx.styles import defaults, styles
from propsummary.renderers.office.reference import Program, open_reference
from propsummary.renderers.theme import Theme

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

__all__ = ["Template", "open_template"]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD = Program(name="Word", suffixes=(".docx", ".dotx"), kind="wordprocessingml.document")


@attrs.frozen(kw_only=True)
class Template:
    """
    An open file, its text gone.

    Attributes:
        word: The file.

        styles: The ids of all styles that documents use, by their names.

        numbered: Whether its headings count themselves.
    """

    word: WordDocument
    styles: dict[str, str]
    numbered: bool = False


def open_template(reference: pathlib.Path | None, theme: Theme, language: Language) -> Template:
    """
    The file that documents start from.

    Args:
        reference: A company's template (.docx or .dotx): its styles go before the theme's.

    Raises:
        ConfigurationError: *reference* is no such file.

        MissingExtraError: The packages of the extra ``docx`` are not there.
    """
    try:
        import docx
        import pptx  # noqa: F401  # draws the charts; better missed now than in the middle
    except ImportError as error:
        raise MissingExtraError("Word output", "docx") from error
    word = docx.Document(blank()) if reference is None else open_reference(reference, _WORD, docx.Document)
    ids = _add_styles(word, theme, language, own=reference is None)
    return Template(word=word, styles=ids, numbered=_counts(word, ids["heading 1"]))


def _add_styles(word: WordDocument, theme: Theme, language: Language, *, own: bool) -> dict[str, str]:
    """Give *word* the styles that it lacks; the ids of all."""
    from docx.oxml.parser import parse_xml

    root: Any = word.part._styles_part.element
    there = {_name(style): style.get(f"{_W}styleId") for style in root.findall(f"{_W}style")}
    wanted = styles(theme, language)
    taken = set(there.values())
    ids = {style.name: there.get(style.name.lower()) or _free(style.id, taken) for style in wanted}
    if own:
        root.append(parse_xml(defaults(theme, language).replace("<w:docDefaults>", f"<w:docDefaults {NAMESPACES}>", 1)))
    for style in wanted:
        if style.name.lower() not in there:
            xml = style.xml(ids, fonts=own)
            root.append(parse_xml(xml.replace("<w:style ", f"<w:style {NAMESPACES} ", 1)))
    return ids


def _name(style: Any) -> str:
    name = style.find(f"{_W}name")
    return str(name.get(f"{_W}val")).lower() if name is not None else ""


def _free(wanted: str, taken: set[str]) -> str:
    """*wanted*, or it with a number behind it, so that no other style has it."""
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted}{number}"
    taken.add(name)
    return name


def _counts(word: WordDocument, style_id: str) -> bool:
    """Whether the style numbers its paragraphs, itself or by one that it is based on."""
    root: Any = word.part._styles_part.element
    by_id = {style.get(f"{_W}styleId"): style for style in root.findall(f"{_W}style")}
    seen: set[str] = set()
    while style_id in by_id and style_id not in seen:
        seen.add(style_id)
        style = by_id[style_id]
        if style.find(f"{_W}pPr/{_W}numPr") is not None:
            return True
        based = style.find(f"{_W}basedOn")
        style_id = based.get(f"{_W}val") if based is not None else ""
    return False
