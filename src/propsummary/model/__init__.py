"""The nouns of the trade: what a work summary is made of."""

from __future__ import annotations

from propsummary.model._fields import Word, key, refs_of, zh_key
from propsummary.model._types import refuse_wrong_types
from propsummary.model.achievement import Achievement
from propsummary.model.activity import Activity
from propsummary.model.background import Background
from propsummary.model.case import Case
from propsummary.model.chart import Chart
from propsummary.model.countermeasure import Countermeasure
from propsummary.model.draft import Draft, Spans
from propsummary.model.follow_up import FollowUp
from propsummary.model.goal import Goal
from propsummary.model.ids import COLLECTIONS, with_ids
from propsummary.model.incident import Incident
from propsummary.model.issue import Issue, RootCause
from propsummary.model.metric import Metric, Point, Share
from propsummary.model.metrics_from import MetricsFrom
from propsummary.model.organization import Organization
from propsummary.model.outlook import Outlook, StrategicDirection
from propsummary.model.owner import Owner
from propsummary.model.photo import Photo
from propsummary.model.risk import Risk
from propsummary.model.section import Section
from propsummary.model.summary import SCHEMA_VERSION, Summary
from propsummary.model.waiver import Waiver
from propsummary.model.words import (
    AchievementKind,
    ActivityKind,
    ChartKind,
    ChartOf,
    Dimension,
    Direction,
    Family,
    GoalKind,
    IncidentKind,
    Level,
    Outcome,
    Part,
    Stage,
    Status,
)

__all__ = [
    "COLLECTIONS",
    "SCHEMA_VERSION",
    "Achievement",
    "AchievementKind",
    "Activity",
    "ActivityKind",
    "Background",
    "Case",
    "Chart",
    "ChartKind",
    "ChartOf",
    "Countermeasure",
    "Dimension",
    "Direction",
    "Draft",
    "Family",
    "FollowUp",
    "Goal",
    "GoalKind",
    "Incident",
    "IncidentKind",
    "Issue",
    "Level",
    "Metric",
    "MetricsFrom",
    "Organization",
    "Outcome",
    "Outlook",
    "Owner",
    "Part",
    "Photo",
    "Point",
    "Risk",
    "RootCause",
    "Section",
    "Share",
    "Spans",
    "Stage",
    "Status",
    "StrategicDirection",
    "Summary",
    "Waiver",
    "Word",
    "key",
    "refs_of",
    "refuse_wrong_types",
    "with_ids",
    "zh_key",
]
