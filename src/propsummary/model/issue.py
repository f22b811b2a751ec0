"""Problems and why they exist."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key
from propsummary.model.words import Dimension, Level

__all__ = ["Issue", "RootCause"]


@attrs.frozen(kw_only=True)
class RootCause:
    """
    Why an issue exists.

    Attributes:
        id: Short name, unique in the summary.

        dimension: In which of the five dimensions it lies.

        statement: The cause in a sentence.

        whys: The chain of further whys below it, each answering the one before.
    """

    id: str = key("编号")
    dimension: Dimension | None = key("维度", default=None)
    statement: str = key("说明", default=attrs.NOTHING, prose=True)
    whys: tuple[str, ...] = key("追问", default=(), prose=True)


@attrs.frozen(kw_only=True)
class Issue:
    """
    A problem of the department's work.

    Attributes:
        id: Short name, unique in the summary.

        title: A few words; either this or *statement* is needed.

        statement: What goes wrong, where and how often.

        area: Function or finer area of the department, by id or name.

        kind: One of the usual kinds of the department's profile, or a word of its own.

        where: Which equipment, place or people.

        severity: How grave it is.

        metrics, cases: Ids of what shows it.

        root_causes: Why it exists.

        carried_from: Id of the same issue in the previous summary.
    """

    id: str = key("编号")
    title: str = key("标题", prose=True)
    statement: str = key("表现", prose=True)
    area: str = key("领域", refs=("areas",))
    kind: str = key("类型")
    where: str = key("部位")
    severity: Level | None = key("程度", default=None)
    metrics: tuple[str, ...] = key("指标", default=(), refs=("metrics",))
    cases: tuple[str, ...] = key("案例", default=(), refs=("cases",))
    root_causes: tuple[RootCause, ...] = key("原因", default=())
    carried_from: str = key("承接", refs=("previous",))
