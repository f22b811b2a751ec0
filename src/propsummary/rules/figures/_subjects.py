"""What a figure in a sentence is a figure of, read with so much caution that what is left unread outweighs what is read."""

from __future__ import annotations

import functools
import re
from datetime import date

import attrs

from propsummary._text import normalize_name
from propsummary.model import Achievement, Background, Issue, Part, Section, Summary
from propsummary.periods import Period, PeriodRole, find_periods
from propsummary.quantities import Hedge, Role
from propsummary.rules._figures import ToldFigure
from propsummary.rules.context import Context, once

__all__ = ["VALUES", "Claim", "claims", "compared_days", "is_narrative", "subjects"]

#: Fields whose sentences tell what the period brought, as against plans, cases, causes and single events.
_NARRATIVE: dict[type, tuple[str, ...]] = {
    Achievement: ("title", "text"),
    Background: ("text", "positioning"),
    Issue: ("title", "statement"),
    Section: ("text",),
}
_TOLD_PARTS = (None, Part.BACKGROUND, Part.RESULTS, Part.OTHER)

#: What a figure can be told as when it is the value of something.
VALUES = (Role.LEVEL, Role.COUNT, Role.MONEY, Role.DURATION)
_BOUNDS = (Hedge.AT_LEAST, Hedge.AT_MOST)

_LINKS = (
    "总计|合计|共计|累计|共有|共|也|已经|已|就|又|仅|只有|只|高达|达到了|达到|达成|达|为|是|有|在|保持|稳定|维持|实现了?|"
    '(?:提高|提升|上升|攀升|回升|升|增加|增长|增|下降|降低|下滑|回落|降|减少|缩短|压缩|延长|控制)(?:到了?|至)|到|至|[:：“”" \u3000]'
)
_TIMES = (
    "全年|全期|本年度?|今年|本期|本月|本季度?|期内|年内|年度|全月|全季|[上下]半年|第?[一二三四1-4]季度|"
    "(?:[0-9]{1,2}月?[—–~～至到-])?[0-9]{1,2}月份?|20[0-9]{2}年度?"
)
_TOTALS = "整体|总体|总的|综合|累计|合计|总计|共计|共|全部"
_HOMES = "我部门|我部|本部门|本部|部门|我司|公司|项目部|本项目|项目|全小区|本小区|小区|园区|全区|辖区|区域"
_EVENTS = "受理|接到|接报|接待|收到|发生|发现|排查出|排查|查出|登记|提供|组织|开展|举办|举行|进行|完成|实现|做到|取得|使得?|将|把"

#: What says that a figure is of some other time, place, part or purpose than the whole period's value.
_ELSEWHERE = re.compile(
    "上年|去年|前年|往年|历年|上期|上月|上季|上半年末|同期|以往|以前|之前|原来|原先|此前|过去|年初|期初|月初|季初|年末|期末|月末|季末|"
    "目标|计划|力争|争取|预算|预计|预期|要求|标准|考核值|指标值|任务|基期|承诺|明年|下[年月季一半]|拟|行业|全国|全市|集团|兄弟|标杆|同行|对标|"
    "其中|其余|另有|除[了外去此]|夜班|白班|早班|中班|晚班|日班|夜间|白天|周末|工作日|节假日|节日|春节|国庆|雨天|高峰|"
    "[0-9０-９一二三四五六七八九十]+ ?(?:号|栋|幢|座|单元|层|楼|期|区|组|班|门|岗|日)|[A-Za-zＡ-Ｚ][座区栋]|[东西南北中][区门侧]|"
    "地库|车库|班组|每[月季周日天班个]|[月日季周]均|单[月日周]|当[月日天周季]|最[高低长短快慢多少大小]|个别|部分|某|试点|样板|示范|"
    "(?:改造|整改|实施|调整|优化|升级|培训|更换|治理|投用|启用|上线|推行|开展)[前后]|首[次月季]|截[至止]|抽[查检]|第[一二三四1-4]|"
    "[一二三四]季|分别|依次|若|如果|假如|按照?|口径|剔除|扣除|不含|不计|仅指|约定|(?<![响反效供])应(?:达|为|到|不|有|是|当|该)|"
    "须|需[要达补提]|错报|误报|更正|修正|复核|核减|个月|一方面|新增|净增|比例|占"
)
#: A comparison is no change of subject: 比上年提高1.5个百分点，岗位到岗率99.1%.
_COMPARISON = re.compile(
    "(?:比|较|与|同|和|跟|高于|低于|优于|多于|少于)(?:(?:上年度?|去年|前年|往年|上期|上月|上季度?)(?:同期)?|同期)(?:相比|相较)?"
)
_STARTED_FROM = re.compile("由|从|自(?![来动助主查然行营评])|原(?!因)|曾")
_REPORTED_ON = re.compile("(?:比|较|与|同|和|跟|对比|相比)$")

#: What may stand behind a value: the end of its clause. 98%方可评优, 98%的目标 and 49件已办结 say something else.
_ENDED = re.compile(
    r"(?:的?(?:水平|较高水平|高水平|高位|好成绩|成绩|佳绩|历史新高|新高))?"
    r"(?:$|[。；;！!？?\n]|[，,、](?! ?[0-9０-９]|[为是属才方即算]|"
    r"(?:提高|提升|上升|增加|增长|下降|降低|降|升|减少|缩短|压缩)(?:到|至|为)))"
)


@attrs.frozen(kw_only=True, eq=False)
class Claim:
    """
    A figure that a sentence gives as the value of something.

    Attributes:
        told: The figure.

        subjects: What it is said to be the value of, normalised: with and without words that only lead up to it.

        whole: Whether the clause says that it speaks of the whole period (全年, 累计).

        opening: Whether the clause opens its sentence, so that nothing before it can say what is spoken of.
    """

    told: ToldFigure
    subjects: tuple[str, ...]
    whole: bool
    opening: bool


@once
def claims(summary: Summary, ctx: Context) -> tuple[Claim, ...]:
    """The figures that the narrative of a summary gives as values of the period, in the order of the walk."""
    found = []
    for told in ctx.view.figures.told:
        if not is_narrative(told) or told.figure.role not in VALUES or told.figure.hedge in _BOUNDS or told.figure.unit is None:
            continue
        named = subjects(told.clause)
        if named and not _of_something_else(told, summary.period):
            whole = bool(_leading(f"{_TIMES}|{_TOTALS}").match(told.clause.strip()))
            opening = told.sentence.startswith(told.clause.strip())
            found.append(Claim(told=told, subjects=named, whole=whole, opening=opening))
    return tuple(found)


def compared_days(text: str, period: Period) -> list[tuple[date | None, date | None]]:
    """The first and last days of the periods that *text* compares with, in a summary of *period*."""
    return [(one.first, one.last) for one in find_periods(text, period=period) if one.role is PeriodRole.BASELINE]


def is_narrative(told: ToldFigure) -> bool:
    """Whether the sentence tells of the period as a whole, not of plans, causes, measures or a single case."""
    node, field = told.passage.node, told.passage.field
    if isinstance(node.object, Section) and node.object.part not in _TOLD_PARTS:
        return False
    return field in _NARRATIVE.get(type(node.object), ())


def subjects(clause: str) -> tuple[str, ...]:
    """
    What the clause before a figure names, normalised: as it stands, and without the words that lead up to it.

    ``全年巡更到位率达到`` gives ``全年巡更到位率`` and ``巡更到位率``; a clause that says more than a name gives no name at all.
    """
    if _STARTED_FROM.search(clause) and not clause.rstrip().endswith(("到", "至", "为")):
        return ()
    ending = _trailing().search(clause)
    head = clause[: ending.start()] if ending else clause
    head = head.replace("：", ":").rpartition(":")[2].strip(' \u3000“”"*-·•')
    if not head or len(head) > 30:
        return ()
    spellings = [head]
    for words in (_TIMES, _HOMES, _TOTALS, _EVENTS, _TOTALS):
        match = _leading(words).match(spellings[-1])
        if match and match.end() < len(spellings[-1]):
            spellings.append(spellings[-1][match.end() :])
    return tuple(dict.fromkeys(normalize_name(one) for one in spellings if len(one) > 1))


@functools.cache
def _trailing() -> re.Pattern[str]:
    return re.compile(f"(?:{_LINKS})+$")


@functools.cache
def _leading(words: str) -> re.Pattern[str]:
    return re.compile(f"(?:(?:{words})(?:的|来|里|内)?)+")


def _of_something_else(told: ToldFigure, period: Period) -> bool:
    """Whether anything around the figure says that it is not the value of the whole over the period."""
    if not _ENDED.match(told.after):
        return True
    title = getattr(told.passage.node.object, "title", "") if told.passage.field != "title" else ""
    earlier = told.before.removesuffix(told.clause)  # what stands in the clause itself has to be the name, word for word
    around = f"{title}\n{_COMPARISON.sub('', earlier)}"
    if _ELSEWHERE.search(around):
        return True
    for mention in find_periods(told.before, period=period):
        compared = mention.role is PeriodRole.BASELINE and _REPORTED_ON.search(told.before[: mention.start])
        if mention.role is not PeriodRole.REPORTING and not compared:
            return True
    return False
