"""The renderer: opens the template, has the parts written, closes the package."""

from __future__ import annotations

import io
import pathlib
from collections.abc import Iterator, Mapping, Set
from typing import Any, ClassVar

import attrs

from propsummary.document import Document, Heading
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.base import as_path
from propsummary.renderers.docx.body import Body
from propsummary.renderers.docx.front import FrontMatter
from propsummary.renderers.docx.markup import NAMESPACES, paragraph
from propsummary.renderers.docx.pages import Pages, open_pages
from propsummary.renderers.docx.parts import Parts
from propsummary.renderers.docx.pictures import PictureWriter
from propsummary.renderers.docx.running import RunningHeads
from propsummary.renderers.docx.template import Template, open_template
from propsummary.renderers.office.properties import describe
from propsummary.renderers.office.repack import repacked
from propsummary.renderers.theme import Theme

__all__ = ["DocxRenderer"]

_PLAIN = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
_LEFT_BEHIND = ("/image", "/chart", "/hyperlink", "/oleObject", "/package", "/diagramData", "/diagramLayout", "/comments")


@attrs.frozen(kw_only=True)
class DocxRenderer:
    """
    Render to a Word document: cover, contents, styles, fields, tables, photos, and charts that people can edit.

    Needs the extra ``docx``.

    Attributes:
        folder: Where the draft's photos are; a photo that is not there leaves a visible frame.

        assets: Photos by their path, for drafts that come from no folder; go before *folder*.

        theme: Typefaces, colours and sizes, and the company's logo.

        reference: A company's template (.docx or .dotx), whose styles, headers, footers and page set-up are used; its text is not.

        largest_picture: Bytes beyond which a photo is left out.

    .. versionadded:: 0.1.0
    """

    suffix: ClassVar[str] = ".docx"
    media_type: ClassVar[str] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    folder: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    assets: Mapping[str, bytes] = attrs.field(factory=dict)
    theme: Theme = attrs.field(factory=Theme)
    reference: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    largest_picture: int = 20_000_000

    def render(self, document: Document, /) -> bytes:
        """
        The document as a .docx file.

        Raises:
            ConfigurationError: *reference* is no Word document.

            MissingExtraError: The packages of the extra ``docx`` are not there.
        """
        template = open_template(self.reference, self.theme.fitted(document.title), document.language)
        parts = Parts(template.word)
        running = RunningHeads(document=document, theme=self.theme, parts=parts, main=template.word.part, styles=template.styles)
        pages = open_pages(template.word, running)
        _fill(template.word, "".join(self._text(document, template, parts, pages)), parts.related)
        describe(template.word.core_properties, document)
        file = io.BytesIO()
        template.word.save(file)
        return repacked(file.getvalue())

    def _text(self, document: Document, template: Template, parts: Parts, pages: Pages) -> Iterator[str]:
        """The body, piece by piece."""
        styles, bookmarks = template.styles, _bookmarks(document)
        source = PictureSource(folder=self.folder, assets=self.assets, largest=self.largest_picture)
        pictures = PictureWriter(parts=parts, styles=styles, theme=self.theme, language=document.language, source=source)
        front = FrontMatter(document=document, theme=self.theme, styles=styles, pictures=pictures)
        yield from front.cover(pages.room())
        yield paragraph(styles["Section End"], properties=pages.first)
        if contents := front.contents(bookmarks):
            yield contents + paragraph(styles["Section End"], properties=pages.upright)
        body = Body(
            document=document,
            pages=pages,
            parts=parts,
            pictures=pictures,
            styles=styles,
            plain_headings=_PLAIN if template.numbered else "",
            bookmarks=bookmarks,
        )
        yield from body.sections()


def _bookmarks(document: Document) -> dict[str, str]:
    """What headings are called by their anchors, and captions by their numbers."""
    names = {}
    for count, block in enumerate(document.blocks, 1):
        if isinstance(block, Heading):
            names[block.anchor] = f"_Toc{count:08d}"
        elif number := getattr(block, "number", ""):
            names[number] = f"_Ref{count:08d}"
    return names


def _fill(word: Any, text: str, related: Set[str]) -> None:
    """Put *text* in place of all that the body held, and drop what only that referred to; *related* are the ids in *text*."""
    from docx.oxml.parser import parse_xml

    # Parsed as a whole: moving elements into another tree takes far longer than reading them.
    word.part._element = parse_xml(f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>")
    for key, relation in list(word.part.rels.items()):
        if key not in related and relation.reltype.endswith(_LEFT_BEHIND):
            del word.part.rels[key]
