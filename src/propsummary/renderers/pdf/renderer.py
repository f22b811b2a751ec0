"""The renderer: hands the document to typst as data, beside a template in which nothing of it is markup."""

from __future__ import annotations

import json
import pathlib
import tempfile
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Literal

import attrs

from propsummary.document import Document
from propsummary.errors import ConfigurationError, MissingExtraError
from propsummary.renderers._pictures import PictureSource
from propsummary.renderers.base import as_path
from propsummary.renderers.office.fonts import FontSet, find_fonts
from propsummary.renderers.pdf.content import Content
from propsummary.renderers.pdf.look import Look
from propsummary.renderers.pdf.pictures import Pictures
from propsummary.renderers.theme import Theme

__all__ = ["PdfRenderer"]

_TEMPLATE = ("main.typ", "look.typ", "blocks.typ")


@attrs.frozen(kw_only=True)
class PdfRenderer:
    """
    Render to a tagged PDF: cover, contents with page numbers, bookmarks, tables, photos, charts and diagrams as drawings.

    Needs the extra ``pdf``, and a Chinese font where the text is Chinese.

    Attributes:
        folder: Where the draft's photos are; a photo that is not there leaves a visible frame.

        assets: Photos by their path, for drafts that come from no folder; go before *folder*.

        theme: Typefaces, colours and sizes, and the company's logo; a typeface that is not there is replaced by a similar one.

        fonts: Folders with fonts besides those that are installed.

        system_fonts: Whether the operating system's fonts are used; without them every machine gives the same bytes.

        standard: The standard for archives (PDF/A) or for accessibility (PDF/UA) that the file claims to follow.

        largest_picture: Bytes beyond which a photo is left out.

    .. versionadded:: 0.1.0
    """

    suffix: ClassVar[str] = ".pdf"
    media_type: ClassVar[str] = "application/pdf"

    folder: pathlib.Path | None = attrs.field(default=None, converter=as_path)
    assets: Mapping[str, bytes] = attrs.field(factory=dict)
    theme: Theme = attrs.field(factory=Theme)
    fonts: tuple[pathlib.Path, ...] = attrs.field(default=(), converter=tuple)
    system_fonts: bool = True
    standard: Literal["", "a-2a", "a-2b", "ua-1"] = ""
    largest_picture: int = 20_000_000

    def render(self, document: Document, /) -> bytes:
        """
        The document as a .pdf file.

        Raises:
            ConfigurationError: The document cannot follow *standard*: it has no date, or a character that no font shows.

            MissingExtraError: The packages of the extra ``pdf`` are not there.

            MissingFontError: No font shows Chinese.
        """
        fonts = _fonts(tuple(map(str, self.fonts)), system=self.system_fonts)
        if self.standard and not document.date:
            raise ConfigurationError(
                f"PDF standard {self.standard} needs the day the summary was prepared", f"PDF {self.standard} 要求写明编制日期"
            )
        with tempfile.TemporaryDirectory(prefix="propsummary-") as folder:
            root = pathlib.Path(folder)
            for name, content in self._files(document, fonts):
                root.joinpath(name).write_bytes(content)
            return self._compiled(root, fonts)

    def _files(self, document: Document, fonts: FontSet) -> Iterator[tuple[str, bytes]]:
        """All that typst gets to see, by name."""
        look = Look.of(self.theme.fitted(document.title), fonts, document)
        source = PictureSource(folder=self.folder, assets=self.assets, largest=self.largest_picture)
        pictures = Pictures(source=source, palette=self.theme.palette, language=document.language, family=look.drawings)
        data = Content(document=document, pictures=pictures, theme=self.theme).data()
        yield "document.json", json.dumps({**data, "look": look.data()}, ensure_ascii=False).encode()
        yield from pictures.files.items()
        folder = pathlib.Path(__file__).parent
        yield from ((name, folder.joinpath(name).read_bytes()) for name in _TEMPLATE)

    def _compiled(self, root: pathlib.Path, fonts: FontSet) -> bytes:
        import typst

        try:
            made: Any = typst.compile(
                root / "main.typ",
                root=root,
                format="pdf",
                font_paths=fonts.loaded,
                pdf_standards=[self.standard] if self.standard else [],
            )
        except typst.TypstError as error:
            if not self.standard:
                raise
            raise ConfigurationError(
                f"the document cannot follow PDF standard {self.standard}: {error.message}",
                f"这份文件达不到 PDF {self.standard} 的要求：{error.message}",
            ) from error
        return bytes(made)


def _fonts(folders: tuple[str, ...], *, system: bool) -> FontSet:
    """The fonts, once all that the extra brings is there."""
    try:
        import PIL.Image  # noqa: F401  # photos go through it
    except ImportError as error:
        raise MissingExtraError("PDF output", "pdf") from error
    return find_fonts(folders, system=system)
