"""Pictures."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Stage
from propsummary.periods import Period

__all__ = ["Photo"]


@attrs.frozen(kw_only=True)
class Photo:
    """
    A picture beside the draft.

    Attributes:
        id: Short name, unique in the summary.

        file: Path of the picture, relative to the draft's folder and inside it; slashes go forward.

        caption: What it shows.

        taken_on: The day it was taken.

        stage: Whether it shows the place before or after the work.

        pair: Id of the photo of the same place at the other stage.
    """

    id: str = key("编号")
    file: str = key("文件", default=attrs.NOTHING)
    caption: str = key("说明", prose=True)
    taken_on: Period | None = key("拍摄日期", default=None)
    stage: Stage | None = key("阶段", default=None)
    pair: str = key("对照", refs=("photos",))
