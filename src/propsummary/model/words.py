"""The fixed lists of words that fields choose from."""

from __future__ import annotations

from propsummary.model._fields import Word

__all__ = [
    "AchievementKind",
    "ActivityKind",
    "ChartKind",
    "ChartOf",
    "Dimension",
    "Direction",
    "Family",
    "GoalKind",
    "IncidentKind",
    "Level",
    "Outcome",
    "Part",
    "Stage",
    "Status",
]


class Direction(Word):
    """Which way of a metric is the better one."""

    HIGHER = "higher", "越高越好"
    LOWER = "lower", "越低越好"
    BAND = "band", "区间"


class AchievementKind(Word):
    """What an achievement is about."""

    RESULT = "result", "成果"
    PROJECT = "project", "重点项目"
    INNOVATION = "innovation", "创新"
    SERVICE = "service", "服务"
    TEAM = "team", "团队"


class ActivityKind(Word):
    """What was done."""

    TRAINING = "training", "培训"
    DRILL = "drill", "演练"
    INSPECTION = "inspection", "检查"
    PATROL = "patrol", "巡逻"
    CAMPAIGN = "campaign", "宣传"
    PLAN = "plan", "预案"
    LINKAGE = "linkage", "联动"
    CARE = "care", "关怀"


class IncidentKind(Word):
    """What kind of emergency it was."""

    SECURITY = "security", "治安"
    FIRE = "fire", "火灾"
    EQUIPMENT = "equipment", "设备故障"
    DISPUTE = "dispute", "纠纷"
    MEDICAL = "medical", "医疗"
    WEATHER = "weather", "天气"
    OTHER = "other", "其他"


class Stage(Word):
    """Whether a photo shows the place before or after the work."""

    BEFORE = "before", "前"
    AFTER = "after", "后"


class ChartKind(Word):
    """How a chart is drawn."""

    LINE = "line", "折线"
    BAR = "bar", "柱状"
    PIE = "pie", "饼图"


class ChartOf(Word):
    """Which figures of its metrics a chart shows."""

    SERIES = "series", "走势"
    BREAKDOWN = "breakdown", "构成"
    COMPARISON = "comparison", "对比"


class Level(Word):
    """How grave, how likely, how strong."""

    LOW = "low", "低"
    MEDIUM = "medium", "中"
    HIGH = "high", "高"


class Dimension(Word):
    """In which of the five dimensions a cause lies."""

    PROCESS = "process", "制度流程"
    PEOPLE = "people", "人员能力"
    TECHNOLOGY = "technology", "技术设备"
    FUNDING = "funding", "资金投入"
    COORDINATION = "coordination", "沟通协调"


class Family(Word):
    """Which of the five families a countermeasure belongs to."""

    PROCESS = "process", "制度流程"
    TECHNOLOGY = "technology", "技术设备"
    PEOPLE = "people", "人员能力"
    COST = "cost", "成本控制"
    COORDINATION = "coordination", "跨部门协作"


class Status(Word):
    """How far a countermeasure has come."""

    PLANNED = "planned", "计划"
    DOING = "doing", "进行中"
    DONE = "done", "完成"
    VERIFIED = "verified", "已验证"
    DROPPED = "dropped", "取消"


class GoalKind(Word):
    """Which of the four kinds a goal is of."""

    OVERALL = "overall", "总体"
    INDICATOR = "indicator", "指标"
    PROJECT = "project", "重点工作"
    TEAM = "team", "团队建设"


class Outcome(Word):
    """What became of a goal or measure of the previous summary."""

    MET = "met", "达成"
    MISSED = "missed", "未达成"
    CARRIED = "carried", "结转"
    DROPPED = "dropped", "取消"


class Part(Word):
    """Which part of the summary a passage belongs to."""

    BACKGROUND = "background", "背景"
    RESULTS = "results", "成绩"
    ISSUES = "issues", "问题"
    COUNTERMEASURES = "countermeasures", "措施"
    OUTLOOK = "outlook", "展望"
    OTHER = "other", "其他"
