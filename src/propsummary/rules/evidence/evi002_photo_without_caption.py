"""EVI002 photo-without-caption."""

from __future__ import annotations

from collections.abc import Iterator

from propsummary.model import Photo
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context


@rule("EVI002", on=Photo)
def photo_without_caption(photo: Photo, ctx: Context) -> Iterator[Finding]:
    """
    A photo that does not say what it shows.

    Bad::

        照片:
          - {编号: p1, 文件: photos/IMG_2045.jpg}

    Good::

        照片:
          - {编号: p1, 文件: photos/IMG_2045.jpg, 说明: 6月12日灭火演练集合}
    """
    if ctx.lacks("caption"):
        yield Finding()
