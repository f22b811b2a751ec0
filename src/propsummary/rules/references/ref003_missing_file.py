"""REF003 missing-file."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

from propsummary.model import Photo
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("REF003", on=Photo, needs=("folder",))
def missing_file(photo: Photo, ctx: Context) -> Iterator[Finding]:
    """
    A photo whose file does not exist, or lies outside the draft's folder.

    The folder is never left: a path that leads out of it, by ``..``, from the root or through a link, is not even looked at.

    Bad::

        照片:
          - {编号: p1, 文件: ../去年/演练.jpg, 说明: 6月消防演练集合}

    Good::

        照片:
          - {编号: p1, 文件: photos/演练.jpg, 说明: 6月消防演练集合}
    """
    folder = ctx.view.folder
    if folder is None:
        return
    key = _fault(folder, photo.file)
    if key is not None:
        yield Finding("file", key, file=photo.file)


def _fault(folder: pathlib.Path, name: str) -> str | None:
    """The key of the message that says what is wrong with *name*; None if the file is there."""
    if "\\" in name:
        return "slashes"
    if name.startswith("/") or pathlib.PureWindowsPath(name).drive:
        return "outside"
    try:
        root = folder.resolve()
        file = (root / name).resolve()
        if not file.is_relative_to(root):
            return "outside"
        return None if file.is_file() else "default"
    except (OSError, ValueError, RuntimeError):  # a name that no file can have, a loop of links
        return "default"
