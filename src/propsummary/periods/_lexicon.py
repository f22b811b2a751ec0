"""Words of deadlines that name no day."""

from __future__ import annotations

from propsummary._numerals import CHINESE_NUMERALS
from propsummary.periods._patterns import compiled

__all__ = ["begins", "is_event", "is_vague", "repeats", "repeats_first", "stops_before"]

# 前 and its forms; 前后 and 前期 are not.
_BEFORE = r"\s?份?\(?含?\)?(?:之|以)?前(?![后期])"
_BEGINS = r"\s?份?(?:起|开始|开工|启动|以后|之后|后(?!勤)|以来)"

_VAGUE_WORDS = """
尽快 尽早 尽量 尽可能 及早 及时 早日 从速 抓紧 马上 立即 立刻 即刻 即日 即时
第一时间 近期 近日 近段 最近 日前 目前 当前 现阶段 短期 中期 中长期 长期 长远 长效
常态 常抓 常年 日常 经常 平时 随时 实时 适时 择机 择时 适当 恰当 合适 相机 届时 临时
不久 稍后 随后 今后 以后 往后 将来 未来 后续 后期 下一步 下步 下阶段 下一阶段 逐步
逐渐 逐一 陆续 稳步 有序 持续 不断 继续 滚动 分步 分批 分阶段 分期 按期 按时
按计划 如期 限期 定期 不定期 待定 另定 另行 未定 暂无 视情 酌情 时机 机会 一段时间
若干 尽力 永久 无期限 毫不放松 久久为功 一以贯之 全过程 全程 贯穿 始终 推进中 进行中 跟进 需要时 必要时
"""
_VAGUE_TURNS = (
    "视.{0,10}而定",
    "根据.{0,12}情况",
    "条件.{0,4}(?:具备|成熟|允许|许可)",
    "(?:具备|有)条件",
    "待.{0,12}(?:条件|时机|情况|具备|成熟|允许|合适|研究|确定|通知)",
)
_VAGUE = "|".join((*_VAGUE_WORDS.split(), *_VAGUE_TURNS))
_NOT_EVENTS = "(?:提前|眼前|生前|从前|面前|时时|小时|同时|平时|有时|暂时|这时|那时|空前|超前|屋后|售后|善后|落后)$"
_EVENT = "(?:(?:之|以)?前|(?:之|以)?后|同时|时|期间|期内|当天|当日|节点)(?:完成|完工|到位|办结|落实|整改|解决|实施|启动)*$"
_BOUND_BY_EVENT = rf"[前后起]的?\s?[0-9{CHINESE_NUMERALS}]{{1,4}}\s?个?(?:工作日|小时|[年月周日天])|到期|届满|期满"
_REPEATED = "每(?!个人|人|户|栋|位|名|台|处|层|项|件|一?个人)|逐[年季月周日]|按[季月周]"
_REPEATED_FIRST = "(?i:(?:RRULE:)?FREQ=)|[^0-9一二三四五六七八九十]{0,6}?(?:每|逐[年季月周日]|按[季月周])"


def begins(text: str, at: int) -> bool:
    """Whether the words at *at* make the name in front of them a beginning and not an end (6月起)."""
    return bool(compiled(_BEGINS).match(text, at))


def stops_before(text: str, at: int) -> bool:
    """Whether 前 stands at *at*."""
    return bool(compiled(_BEFORE).match(text, at))


def is_vague(text: str) -> bool:
    """Whether it names a when that bounds nothing."""
    return bool(compiled(_VAGUE).search(text))


def is_event(text: str) -> bool:
    """Whether something that happens bounds it."""
    text = text.rstrip("。.;；,， ")
    if compiled(_BOUND_BY_EVENT).search(text):
        return True
    return bool(compiled(_EVENT).search(text, 1)) and not compiled(_NOT_EVENTS).search(text)


def repeats(text: str) -> bool:
    """Whether it speaks of a repetition, readable as a rule or not."""
    return bool(compiled(_REPEATED).search(text))


def repeats_first(text: str) -> bool:
    """Whether a repetition stands before any number, so that its days are those of the repetition."""
    return bool(compiled(_REPEATED_FIRST).match(text))
