"""Results worth telling."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import AchievementKind

__all__ = ["Achievement"]


@attrs.frozen(kw_only=True)
class Achievement:
    """
    A result worth telling, with what bears it out.

    Attributes:
        id: Short name, unique in the summary.

        area: Function or finer area of the department, by id or name.

        activities, metrics, cases, photos: Ids of what bears it out.

        kind: Result, key project, innovation, service or team.

        title: A few words; either this or *text* is needed.

        text: The achievement in sentences.

        actions: What was done, one action an entry.

        feedback: What owners or colleagues said about it.
    """

    id: str = key("编号")
    area: str = key("领域", refs=("areas",))
    activities: tuple[str, ...] = key("活动", default=(), refs=("activities",))
    kind: AchievementKind | None = key("类别", default=None)
    title: str = key("标题", prose=True)
    text: str = key("说明", prose=True)
    actions: tuple[str, ...] = key("做法", default=(), prose=True)
    metrics: tuple[str, ...] = key("指标", default=(), refs=("metrics",))
    cases: tuple[str, ...] = key("案例", default=(), refs=("cases",))
    photos: tuple[str, ...] = key("照片", default=(), refs=("photos",))
    feedback: str = key("反馈", prose=True)
