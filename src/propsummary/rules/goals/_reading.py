"""What a goal's own words say: by when, and what will be there."""

from __future__ import annotations

import datetime as dt
import re

from propsummary.model import Goal, Summary
from propsummary.periods import read_deadline
from propsummary.rules._text import clauses

__all__ = ["deadline_in_words", "delivers", "passes"]

_FINISHES = re.compile(
    "完成|建成|建好|投用|投入使用|启用|上线|开通|竣工|交付|改造|更换|换装|安装|加装|增设|新增|编制|制定|修订|出台|签订|引入|引进|成立|搭建"
)
# 完成各项任务, 取得新突破: the verb finishes nothing that anybody could see.
_NOTHING = re.compile("各项|全年|上级|领导|公司下达|交办|任务|工作$|使命|成绩|佳绩|突破|进展|进步|成效|效果|提升|提高|目标|指标")

_PASSES = re.compile(
    "通过.{0,20}(?:验收|评审|认证|评定|评价|复评|考评|复审|检查|考核)"
    "|(?:获评|评为|获得|取得|创建成?|入选).{0,20}(?:称号|证书|资质|星级|示范|标杆|小区|项目)"
)

# How fast something shall be answered is no day to reach the goal by.
_RESPONSE = re.compile("[0-9一二两三四五六七八九十半]{1,4}个?(?:秒钟?|分钟?|小时|工作日|天|日)(?:之内|以内|内)")


def delivers(statement: str) -> bool:
    """Whether *statement* says of a thing that it will be there or be finished: 完成7号楼补热改造."""
    return any(_finishes_something(clause) for clause in clauses(statement))


def _finishes_something(clause: str) -> bool:
    finish = _FINISHES.search(clause)
    if finish is None or _NOTHING.search(clause):
        return False
    return max(len(clause[finish.end() :]), len(clause[: finish.start()])) > 1


def passes(statement: str) -> bool:
    """Whether *statement* speaks of an outside judgement that is passed or not: 通过市级示范项目验收."""
    return bool(_PASSES.search(statement))


def deadline_in_words(goal: Goal, summary: Summary) -> dt.date | None:
    """
    The last day that the statement of *goal* names (2026年, 下半年, 8月底前), if it names one.

    Days of the reporting period and before are what it compares with, not what it is due by.
    """
    period, prepared_on = summary.period, summary.prepared_on
    read = (read_deadline(clause, period=period, prepared_on=prepared_on) for clause in clauses(_RESPONSE.sub("", goal.statement)))
    return max((one.date for one in read if one.date and one.date > period.last), default=None)
