"""PRV005 photo-location."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

from propsummary.model import Photo
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.privacy._exif import has_location


@rule("PRV005", on=Photo, needs=("folder",))
def photo_location(photo: Photo, ctx: Context) -> Iterator[Finding]:
    """
    A photo that still says at which longitude and latitude it was taken: whoever gets the document gets the place, too.

    Looked for in JPEG, PNG and WebP; the folder of the draft is never left.

    Bad::

        照片:
          - {编号: p1, 文件: photos/带定位.jpg, 说明: 独居老人家中查线}

    Good::

        照片:
          - {编号: p1, 文件: photos/演练.jpg, 说明: 6月消防演练集合}
    """
    folder = ctx.view.folder
    if folder is not None and _is_located(folder, photo.file):
        yield Finding("file", file=photo.file)


def _is_located(folder: pathlib.Path, name: str) -> bool:
    """Whether the file is in the folder and says where it was taken; what is wrong with the name is for REF003 to say."""
    try:
        root = folder.resolve()
        file = (root / name).resolve()
        if "\\" in name or not file.is_relative_to(root) or not file.is_file():
            return False
        with file.open("rb") as stream:
            return has_location(stream)
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a loop of links, a file that nobody may read
        return False
