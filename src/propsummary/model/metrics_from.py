"""Where figures come from."""

from __future__ import annotations

import attrs

from propsummary.model._fields import key

__all__ = ["MetricsFrom"]


@attrs.frozen(kw_only=True)
class MetricsFrom:
    """
    The records that figures of the period are computed from.

    It only says so: nothing is opened before somebody asks for it (`propsummary.edits.compute`).

    Attributes:
        records: Folder or file of records, from the draft's own folder; or the address of a database, which is never connected to
            on the word of a draft.

        mapping: The file that says how tables and columns are called there, from the draft's own folder; they have the canonical
            names if empty.

        kpis: KPIs that the summary shall hold, by id or name, or single definitions (``wo_completion/with-carried-over``); those
            of the metrics that it holds if empty, and all of the department's if it holds none.

        by: ``month`` (月) for a course, and one column (``property`` 项目, ``kind`` 类别) for a breakdown.

    .. versionadded:: 0.1.0
    """

    records: str = key("记录")
    mapping: str = key("对应表")
    kpis: tuple[str, ...] = key("指标", default=())
    by: tuple[str, ...] = key("分组", default=())
