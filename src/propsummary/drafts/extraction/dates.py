"""Deadlines inside sentences."""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import clauses, trimmed
from propsummary.drafts.outline import Words
from propsummary.periods import DeadlineKind, Period, read_deadline

__all__ = ["deadline_in", "is_deadline", "is_no_day", "only_deadline", "repeated", "repetition_in", "starting_on"]

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:20|２０)?\d{2}\s*年|[二〇零○][〇零○一二三四五六七八九]{3}年|今年|明年|来年|次年)"
_MONTH = rf"{_N}\s*月\s*(?:{_N}\s*[日号]|上旬|中旬|下旬|月?[底末初中]|份)?"
_SPAN = "(?:第?[一二三四]季度|[本下]个?季度|[本下]个?月|上半年|下半年|月|季度?|年|[本下]周[一二三四五六日]?)"
_QUARTER = f"{_SPAN}[底末中内初]?"
_DOTTED = r"(?:20|２０)\d{2}[-./．]\d{1,2}[-./．]\d{1,2}"
_SHORT = r"(?:0?[1-9]|1[0-2])[./／-](?:0?[1-9]|[12]\d|3[01])[日号]?"  # 10.25前
_OCCASION = "(?:元旦|春节|元宵|清明|五一|端午|中秋|国庆|双节|汛期|雨季|供暖季?|入冬|开学|年检|合同到期)节?"
_BOUND = "(?:之?前|以前|内)"
_DATE = rf"(?:{_DOTTED}|{_YEAR}?\s*(?:{_MONTH}|{_QUARTER})|{_YEAR}(?:[底末内])?)"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = "完成|落实|到位|办结|整改|办完|做完|完工|结束|见效|上线|启用|实施|落地|交付|验收|达成|达到|实现|执行|为限|为准|为止"
    verbs += "|完毕|截止|见分晓|看数|看结果|交账|交卷|兑现|算账|对账|算|考核|考评"
    verbs += "|为(?:完成|截止|统一)?(?:时限|期限|日期|时间|节点)"
    limits = r"限期?(?=[\d一二三四五六七八九十本下年于在])|不迟于|不晚于|赶|截至|截止到?"
    limits += "|计划|力争|确保|预计|争取|要求|须|必须|最迟|拟|应|将|并|且"
    wrapping = f"(?:{limits})*(?:于|在|到|以)?"
    return {
        "bounded": re.compile(
            rf"(?:截至|截止到?|最迟)?(?:(?:{_DATE}|(?<![\d.]){_SHORT})\s*{_BOUND}|(?:{_YEAR}?\s*{_N}\s*月|{_SPAN})\s*[底末]|年内)"
        ),
        "opening": re.compile(rf"(?:于|在|到|自|以)?({_DATE})(?!起|开始)(?={verbs}|，?[^，,]{{0,12}}(?:{verbs}))"),
        "wrapped": re.compile(rf"{wrapping}(?P<date>.+?)(?:全部|基本|完全)?(?:{verbs})?(?:{verbs})?(?:好|完|毕|成)?"),
        "finished": re.compile(  # 8月20日前装完, 1月20日前切换到位
            rf"{wrapping}(?P<date>.+?[前内底末日号])(?![之以前底内起])(?:全部|基本|完全)?[\u4e00-\u9fff]{{1,2}}(?:{verbs}|[好完毕成通妥齐]|一[次遍轮])"
        ),
    }


def is_deadline(text: str, period: Period | None) -> bool:
    """Whether *text* can be read as a deadline and holds nothing else of weight."""
    return len(text) <= 24 and read_deadline(text, period=period).kind is not DeadlineKind.INVALID


def only_deadline(words: Words, period: Period | None, *, vague: bool = False, bare: bool = False) -> Words | None:
    """
    The date of a clause that says nothing but until when: ``6月底前完成``, ``（2026年12月31日）``, ``全年``.

    Args:
        vague: Whether words that bound nothing (``尽快完成``) count.

        bare: Whether month and day count without a word (``10.25``), as beside a name in brackets.
    """
    inner = trimmed(words)
    if len(inner.text) > 24 or (inner.text.startswith("截") and not vague):  # 截至9月30日 may say how things stand
        return None
    for name in ("wrapped", "finished"):
        if match := _patterns()[name].fullmatch(inner.text):
            date = trimmed(inner.part(*match.span("date")))
            if vague and date.text.startswith(prose_words().vague.words) and len(date.text.removesuffix("下去")) <= 4:
                return date
            bound = f"{_BOUND}?" if bare or re.match("最迟|限|不[晚迟]于", inner.text) else _BOUND
            dated = rf"(?:{_DATE}|{_OCCASION}|全年|年内|月内|{_DATE}[至到—－-]{_DATE})\s*{_BOUND}?|{_SHORT}{bound}"
            if re.fullmatch(dated, date.text):
                read = read_deadline(date.text, period=period).kind
                return date if read in (DeadlineKind.DATE, DeadlineKind.EVENT) or is_no_day(date.text) else None
    return None


def is_no_day(text: str) -> bool:
    """Whether *text* names a month or a day that no calendar has (6月31日)."""
    found = re.search(r"(?:((?:20|２０)\d{2})年)?(\d{1,2})月(?:(\d{1,2})[日号])?", text)
    if found is None:
        return False
    month = int(found[2])
    return not 1 <= month <= 12 or not 1 <= int(found[3] or 1) <= calendar.monthrange(int(found[1] or 2024), month)[1]


def repeated(words: Words) -> Words | None:
    """How often something shall be done, where a passage begins with it: ``每周五……``, ``每月10日前……``."""
    match = re.match(rf"每(?:周[一二三四五六日天]?|半?月(?:{_N}[日号]{_BOUND}?)?|季度|半年|年|天|日)", words.text)
    return words.part(0, match.end()) if match else None


def repetition_in(words: Words) -> Words | None:
    """How often something shall be done that a passage tells with how many times: ``每月培训1次``."""
    match = re.search(rf"每(?:周|半?月|季度|半年|年|天|日)(?=[^，,；;。]{{0,10}}?{_N}[次遍轮])", words.text)
    return words.part(0, match.end()).part(match.start()) if match else None


def starting_on(text: str, period: Period | None, prepared_on: dt.date | None) -> dt.date | None:
    """The day from which on something holds; of a month or a quarter that a start names (``自10月起``) the first."""
    named = re.split("起|开始", text)[0].lstrip("自从").removesuffix("份").strip()
    day = read_deadline(named, period=period, prepared_on=prepared_on).date
    months = next((count for end, count in (("季度", 3), ("半年", 6), ("年", 12), ("月", 1)) if named.endswith(end)), 0)
    return day.replace(month=day.month - months + 1, day=1) if day and months else day


def deadline_in(words: Words, period: Period | None) -> Words | None:
    """Until when something shall be done that a sentence says: a clause of its own first, else a date within one."""
    for clause in clauses(words):
        if found := only_deadline(clause, period):
            return found
    bracketed = re.search(r"[（(]([^（）()]{2,20})[)）]\s*$", words.text)
    if bracketed and (found := only_deadline(words.part(*bracketed.span(1)), period)):
        return found
    for name, group in (("bounded", 0), ("opening", 1)):
        for match in _patterns()[name].finditer(words.text):
            date = words.part(*match.span(group))
            if name == "opening" and not _opens_clause(words.text, match.start()):
                continue
            if read_deadline(date.text, period=period).kind is DeadlineKind.DATE:
                return date
    return None


def _opens_clause(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] in "，,；;。：:（( \t力争确保在于均都"
