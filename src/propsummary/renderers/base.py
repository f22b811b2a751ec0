"""What every renderer looks like."""

from __future__ import annotations

import os
import pathlib
from typing import ClassVar, Protocol, runtime_checkable

from propsummary.document import Document
from propsummary.errors import expect_path

__all__ = ["Renderer", "WithPhotos", "as_path"]


@runtime_checkable
class Renderer(Protocol):
    """
    Writes a document in one format.

    A renderer is a frozen value: its options are its fields, and the same document always gives the same bytes. It writes every
    block of `propsummary.document.Block`, shows figures as they were printed and computes none.

    Attributes:
        suffix: What the names of its files end in, with the dot.

        media_type: What web servers call the format.

    .. versionadded:: 0.1.0
    """

    suffix: ClassVar[str]
    media_type: ClassVar[str]

    def render(self, document: Document, /) -> bytes:
        """The document as the content of a file."""
        ...


@runtime_checkable
class WithPhotos(Renderer, Protocol):
    """A renderer whose format holds no photos: they stand in a folder beside the file."""

    def render_with_photos(self, document: Document, /, *, into: str) -> tuple[bytes, dict[str, bytes]]:
        """
        The document as the content of a file, and the photos that it shows, without metadata, by their paths beside the file.

        Args:
            into: Name of the folder for the photos.
        """
        ...


def as_path(given: str | os.PathLike[str] | None) -> pathlib.Path | None:
    """A renderer's option that is a folder or a file; none if it is left out."""
    return None if given is None else expect_path("Renderer(folder=, reference=)", given)
