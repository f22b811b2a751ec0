"""
What names of the calendar look like.

Patterns are compiled when the first text is read, not when the package is imported. None of them repeats without a bound, so
that reading takes time in proportion to the text.
"""

from __future__ import annotations

import functools
import re

__all__ = ["CERTAIN", "CN", "JOIN", "NAME", "SHIFTS", "compiled", "plain"]

_PLAIN = {0xFF01 + i: 0x21 + i for i in range(94)}
_PLAIN |= str.maketrans("—–―−‐‑‒﹣─〜∼　\u00a0", "---------~~  ")
_PLAIN |= str.maketrans("號個內週後來兩當開這從較與間條現將總結計劃標報", "号个内周后来两当开这从较与间条现将总结计划标报")
_PLAIN |= str.maketrans("盡儘長適時漸陸續視擇機會業過節慶", "尽尽长适时渐陆续视择机会业过节庆")

#: Characters of Chinese numerals that stand in dates.
CN = "〇零○一二三四五六七八九十廿"

#: What stands between the two ends of a span.
JOIN = r"(?:-{1,2}|~|至|到|\.\.)"

_N = rf"(?:(?<![0-9.])[0-9]{{1,2}}(?![0-9])|(?<![{CN}])[{CN}]{{1,3}})"
# The first of two neighbouring months without a day: 7、8月. In 3、8月 the first may be the number of an item.
_MONTHS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_NEXT = "|".join(
    rf"{low}(?=\s?[、和]\s?{low + 1}\s?月(?!\s?[0-9]))|{_MONTHS[low - 1]}(?=[、和]{_MONTHS[low]}月(?![{CN}]))"
    for low in range(1, 12)
)
# Words that begin with the character that would otherwise mark the beginning, middle or end of a span.
_BEGIN = "初(?![步级始次审验中见定期夏秋冬春])"
_MIDDLE = "中(?![心央旬秋标层共国型小等班介期])"
_END = "[底末](?![层盘部线商座板端梢位])"
_INSIDE = "(?:之内|以内|内)(?![部外容控审勤])"
#: How many years from the current one each word says.
SHIFTS = {
    "前年": -2,
    "去年": -1,
    "上年": -1,
    "上一年": -1,
    "今年": 0,
    "本年": 0,
    "当年": 0,
    "明年": 1,
    "来年": 1,
    "次年": 1,
    "翌年": 1,
    "下年": 1,
    "下一年": 1,
    "后年": 2,
    "新的一年": 1,
    "新一年": 1,
}

_YEAR = rf"""
(?: (?: (?<![0-9A-Za-z.]) (?P<year> (?:19|20)[0-9]{{2}} )
        (?: \s?年度? | (?= \s? (?:[上下]半年|全年|第?[一二三四1-4]季度) ) )
      | (?<![{CN}]) (?P<cyear> [一二][{CN[:-2]}]{{3}} ) \s?年度?
      | (?<![0-9A-Za-z.]) (?P<yy> [0-9]{{2}} ) \s?年度?
        (?= \s? (?: 第|[一二三四1-4]季|[上下]半年|全年|年[初中底末]|[底末]|前[二两三23] |[0-9{CN}]{{1,3}}\s?(?:月|-) ) | (?<=度) )
      | (?<![目以之日当提今]) (?P<shift> {"|".join(SHIFTS)} ) 度?
    ) \s? )"""

_PART = rf"""
(?: (?P<half> [上下] ) 半年 (?P<half_edge> 度?(?:{_END}|{_INSIDE}) | 度(?![过假日量]) )?
  | (?<![A-Za-z0-9])(?<![A-Za-z]-) [Hh] (?P<halfn> [0-9] ) (?![A-Za-z0-9])
  | (?<![目以之日当提]) 前 (?P<quarters> [二两三23] ) 个?季度
  | (?: (?<=年) | (?<![\u4e00-\u9fffA-Za-z0-9]) ) 前 (?P<months> {_N} ) 个月
  | (?<![每逐]) 第? (?: (?P<q_low> {_N} ) (?:季度)? \s? {JOIN} \s? 第? )? (?P<quarter> {_N} ) 季度
    (?P<q_edge> {_END}|{_BEGIN}|{_INSIDE} )?
  | 第 (?P<quarter3> {_N} ) 季 (?!度)
  | (?<![A-Za-z0-9])(?<![A-Za-z]-) [Qq] (?P<quartern> [0-9] ) (?![A-Za-z0-9])
  | (?P<qrel> 本|这|当|上一?|下一?|前一|次 ) 个? 季度? (?P<qrel_edge> {_END}|{_INSIDE} )?
  | (?<![0-9{CN}个每逐]) (?P<qend> 季度?末 )
  | (?: (?: (?P<m_low> {_N} ) \s? {JOIN} \s? | (?<![0-9.{CN}]) (?P<m_next> {_NEXT} ) \s? [、和] \s? )?
      (?<![每近]) (?P<month> {_N} ) \s? 月 (?! (?<=[{CN}]月) [兔花饼球桃桂街路村苑庭园] )
      | (?<![以基每]) (?P<mrel> 本|这|当|上一?|下一?|次 ) 个? 月
      | (?<![0-9{CN}个每逐满岁当本上下次]) (?P<mbare> 月 ) (?= {_END}|{_INSIDE}|{_MIDDLE}|[上中下]旬 )
    ) 份? \s?
    (?: (?: (?P<d_low> {_N} ) [日号]? \s? {JOIN} \s? )? (?P<day> {_N} ) \s? (?: 日|号(?![楼院线门梯机库岗馆厅栋房车]) )
      | (?P<third> [上中下] ) 旬 (?: {_END}|{_INSIDE} )?
      | (?P<m_edge> {_END}|{_BEGIN}|{_MIDDLE}|{_INSIDE} )
    )?
  | (?P<whole> 全年 | (?<![0-9{CN}几数多半近个每历]) (?: 年内 | 年 (?: {_END}|{_BEGIN}|{_MIDDLE} ) ) )
)"""

_ISO = r"""
(?<![A-Za-z0-9])(?<![A-Za-z][./-]) (?P<iyear> (?:19|20)[0-9]{2} )
(?: (?P<sep> [-./] ) (?P<imonth> [0-9]{1,2} ) (?: (?P=sep) (?P<iday> [0-9]{1,2} ) )? (?! (?P=sep)? [0-9] )
  | [- ]? [Hh] (?P<ihalf> [0-9] )
  | [- ]? [Qq] (?P<iquarter> [0-9] )
  | (?P<compact> [0-9]{4} )
) (?! [A-Za-z0-9] )"""

#: A year, a part of a year or both; matches nothing at all where none stands.
NAME = rf"""
(?= [0-9{CN}今本当去上下前明来次翌后新这第全年季月HhQq] )
(?: {_ISO} | (?: {_YEAR} )? (?: (?P<same> 同期 ) | {_PART} | (?P<y_edge> {_END}|{_BEGIN}|{_MIDDLE}|{_INSIDE} ) )? )"""

#: What every `NAME` holds, and most sentences do not.
CERTAIN = "[年月季HhQq] | (?:19|20)[0-9]{2}[-./0-9]"


def plain(text: str) -> str:
    """*text* with half-width characters, one kind of dash and simplified date words, at the same positions."""
    return text.translate(_PLAIN)


@functools.cache
def compiled(pattern: str) -> re.Pattern[str]:
    """*pattern* in verbose form (blanks in it mean nothing); callers pass constants."""
    return re.compile(pattern, re.VERBOSE)
