"""The work summary as a whole."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs

from propsummary.model._fields import key
from propsummary.model.achievement import Achievement
from propsummary.model.activity import Activity
from propsummary.model.background import Background
from propsummary.model.case import Case
from propsummary.model.chart import Chart
from propsummary.model.countermeasure import Countermeasure
from propsummary.model.follow_up import FollowUp
from propsummary.model.goal import Goal
from propsummary.model.incident import Incident
from propsummary.model.issue import Issue
from propsummary.model.metric import Metric
from propsummary.model.metrics_from import MetricsFrom
from propsummary.model.organization import Organization
from propsummary.model.outlook import Outlook
from propsummary.model.photo import Photo
from propsummary.model.risk import Risk
from propsummary.model.section import Section
from propsummary.model.waiver import Waiver
from propsummary.periods import Period

__all__ = ["SCHEMA_VERSION", "Summary"]

#: The version of the draft format that this library writes, and the newest that it reads.
SCHEMA_VERSION = 1


@attrs.frozen(kw_only=True)
class Summary:
    """
    A department's work summary over one period.

    It can hold an unfinished draft: an issue without a cause, a measure without an owner. Whether that is good enough is for
    the rules to say.

    Attributes:
        schema_version: Version of the draft format; a whole number.

        title: As it shall stand on the cover; made from department and period if empty.

        organization: Who hands it in.

        department: The department, by id (``order``) or by any name that a profile knows; kept as written.

        period: The span that is reported on.

        prepared_on: The day it was written; words such as 两个月内 count from it.

        author, reviewer: Who wrote it and who looked it over.

        background: What it is for and where the department stands.

        metrics_from: The records that figures come from.

        metrics: Figures of the period.

        achievements, activities, incidents, cases: What was done and what happened.

        photos, charts: What is shown.

        issues, risks: What goes wrong, and what may.

        countermeasures: What is done about them.

        goals, outlook: What comes next.

        follow_ups: What became of the previous summary's goals and measures.

        sections: Passages that belong to none of the above.

        waivers: Problems that are known and left as they are.

        extra: Anything a host system wants to carry along, by name; plain values, not to be changed in place.

    .. versionadded:: 0.1.0
    """

    schema_version: int = key("版本", default=SCHEMA_VERSION)
    title: str = key("标题", prose=True)
    organization: Organization | None = key("单位", default=None)
    department: str = key("部门", default=attrs.NOTHING)
    period: Period = key("期间", default=attrs.NOTHING)
    prepared_on: dt.date | None = key("编制日期", default=None)
    author: str = key("编制人")
    reviewer: str = key("审核人")
    background: Background | None = key("背景", default=None)
    metrics_from: MetricsFrom | None = key("取数", default=None)
    metrics: tuple[Metric, ...] = key("指标", default=())
    achievements: tuple[Achievement, ...] = key("成绩", default=())
    activities: tuple[Activity, ...] = key("活动", default=())
    incidents: tuple[Incident, ...] = key("突发事件", default=())
    cases: tuple[Case, ...] = key("案例", default=())
    photos: tuple[Photo, ...] = key("照片", default=())
    charts: tuple[Chart, ...] = key("图表", default=())
    issues: tuple[Issue, ...] = key("问题", default=())
    risks: tuple[Risk, ...] = key("风险", default=())
    countermeasures: tuple[Countermeasure, ...] = key("措施", default=())
    goals: tuple[Goal, ...] = key("目标", default=())
    outlook: Outlook | None = key("展望", default=None)
    follow_ups: tuple[FollowUp, ...] = key("上期落实", default=())
    sections: tuple[Section, ...] = key("正文", default=())
    waivers: tuple[Waiver, ...] = key("豁免", default=())
    extra: dict[str, Any] = attrs.field(factory=dict, hash=False, metadata={"zh": "附加", "refs": (), "prose": False})
