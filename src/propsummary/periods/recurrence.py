"""What happens again and again: 每月25日, 每季度一次."""

from __future__ import annotations

import re
from datetime import date, datetime

import attrs

from propsummary.errors import UnreadableValueError, expect
from propsummary.periods._patterns import CN, compiled, plain
from propsummary.periods._scan import number

__all__ = ["Recurrence", "read_recurrence"]

_CODES = "MO", "TU", "WE", "TH", "FR", "SA", "SU"
_WEEKDAYS = {char: code for name in ("一二三四五六日", "1234567") for char, code in zip(name, _CODES, strict=True)}
_WEEKDAYS |= {"天": "SU", "末": "SA"}
_N = rf"[0-9]{{1,3}}|[{CN}两]{{1,3}}"
_COUNT = rf"(?P<count>{_N})"
_UNITS = "半年|半个?月|年|季|月|周|星期|礼拜|日|天|工作日"
_EACH = rf"(?:每个?|逐|按(?=[季月周](?!度?计划)))(?P<every>{_N})?个?(?P<unit>{_UNITS})(?:度)?"
_MONTHLY_DAY = rf"的?(?P<day>{_N})[日号]|的?月?(?P<last>底|末)|(?P<third>[上中下])旬|(?P<begin>初)"
_WEEK_DAY = "(?P<days>[一二三四五六日天末1-7](?:[、,和及][一二三四五六日天1-7])*)(?!次)"
_YEAR_DAY = rf"的?(?P<month>{_N})月(?:份)?(?:(?P<day>{_N})[日号])?"
_FIRST_MONTH = rf"的?(?:首个?月|第一个?月|头一个?月|第1个月)(?:(?P<day>{_N})[日号])?"
_LAST_MONTH = rf"的?(?:末月|最后一个月)(?:(?P<day>{_N})[日号])?|的?[末底]"
_TIMES = rf"(?:[^0-9{CN}两]{{0,8}}?){_COUNT}(?:次|遍|轮|回)"
_FIELDS = r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?!FREQ=|INTERVAL=0)[A-Z]+=[A-Z0-9+,:\-]+)*"
_RATES = {"年": ("YEARLY", 1), "季": ("MONTHLY", 3), "月": ("MONTHLY", 1), "周": ("WEEKLY", 1), "日": ("DAILY", 1)}
_DAYS_OF_MONTH = 28  # days that every month has


@attrs.frozen(kw_only=True)
class Recurrence:
    """
    A repetition.

    Attributes:
        rule: As a recurrence rule of RFC 5545, without ``DTSTART``: ``FREQ=MONTHLY;BYMONTHDAY=25``.

        text: As written.

    .. versionadded:: 0.1.0
    """

    rule: str
    text: str

    @classmethod
    def parse(cls, text: str) -> Recurrence:
        """
        Read any spelling that `read_recurrence` reads.

        Raises:
            UnreadableValueError: *text* names no repetition.

            WrongArgumentError: *text* is no text.
        """
        expect("Recurrence.parse", text, str)
        recurrence = read_recurrence(text)
        if recurrence is None:
            raise UnreadableValueError("Recurrence", text)
        return recurrence

    def dates(self, first: date, last: date) -> tuple[date, ...]:
        """
        The days it falls on from *first* to *last*, both included; an interval is counted from *first*.

        Raises:
            WrongArgumentError: One is no day; a moment (``datetime``) is none.
        """
        from dateutil.rrule import rrulestr

        for day in (first, last):
            expect("Recurrence.dates", day, date)
        start, end = datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.min.time())
        # COUNT and UNTIL bound a rule by itself; the two days bound it all the same.
        return tuple(moment.date() for moment in rrulestr(self.rule, dtstart=start).between(start, end, inc=True))


def read_recurrence(text: str) -> Recurrence | None:
    """
    The repetition that *text* names, or None.

    Reads ``每月25日``, ``每季度一次``, ``每周五``, ``每两周``, ``每半年``, ``每季度首月``, ``每年两次``, ``每月10日前`` and
    recurrence rules. A number of times becomes an interval (每年两次 is every six months) where it divides the unit evenly;
    where it does not, the unit alone stands.
    """
    spelled = "".join(plain(text).split())
    bare = spelled.upper().removeprefix("RRULE:")
    if bare.startswith("FREQ="):
        return Recurrence(rule=bare, text=text) if _is_rule(bare) else None
    match = compiled(_EACH).search(spelled)
    rule = _rule(match, spelled[match.end() : match.end() + 40]) if match else None
    return Recurrence(rule=rule, text=text) if rule else None


def _is_rule(text: str) -> bool:
    """Whether dateutil takes it as one rule."""
    from dateutil.rrule import rrulestr

    if len(text) > 200 or not compiled(_FIELDS).fullmatch(text):
        return False
    try:
        rrulestr(text, dtstart=datetime(2000, 1, 1))  # noqa: DTZ001  (a calendar day, not a moment)
    except (ValueError, KeyError, TypeError):
        return False
    return True


def _rule(match: re.Match[str], rest: str) -> str | None:
    every = number(match["every"]) if match["every"] else 1
    unit = match["unit"]
    if every < 1:
        return None
    if unit == "工作日":
        return "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" if every == 1 else None
    if unit.startswith("半"):
        return _frequency("MONTHLY", 6 * every) if "年" in unit else _frequency("DAILY", 15 * every)
    char = {"星": "周", "礼": "周", "天": "日"}.get(unit[0], unit[0])
    freq, months = _RATES[char]
    when = {"年": _in_year, "季": _in_quarter, "月": _in_month, "周": _in_week}.get(char)
    fixed = when(rest) if when else ""
    if fixed is None:
        return None
    if fixed:
        # The months of a quarter are named, so that the day counted from cannot shift them.
        return _frequency(freq, every if char == "季" else every * months) + fixed
    return _spread(char, every, rest)


def _frequency(freq: str, interval: int) -> str:
    return f"FREQ={freq}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _in_year(rest: str) -> str | None:
    match = compiled(_YEAR_DAY).match(rest)
    if not match:
        return ""
    month = number(match["month"])
    day = number(match["day"]) if match["day"] else -1
    if not (1 <= month <= 12 and (1 <= day <= 31 or not match["day"])):
        return None
    return f";BYMONTH={month};BYMONTHDAY={day}"


def _in_quarter(rest: str) -> str | None:
    for pattern, months in ((_FIRST_MONTH, "1,4,7,10"), (_LAST_MONTH, "3,6,9,12")):
        if match := compiled(pattern).match(rest):
            day = number(match["day"]) if match["day"] else -1
            return f";BYMONTH={months};BYMONTHDAY={day}" if -1 <= day <= 31 and day else None
    return ""


def _in_month(rest: str) -> str | None:
    match = compiled(_MONTHLY_DAY).match(rest)
    if not match:
        return ""
    if match["last"] or match["third"] == "下":
        return ";BYMONTHDAY=-1"
    day = number(match["day"]) if match["day"] else 20 if match["third"] == "中" else 10
    if not 1 <= day <= 31:
        return None
    # RFC 5545 skips the 31st of April; a colleague means the last day.
    return f";BYMONTHDAY={day if day <= _DAYS_OF_MONTH else ','.join(map(str, range(28, day + 1)))}" + (
        ";BYSETPOS=-1" if day > _DAYS_OF_MONTH else ""
    )


def _in_week(rest: str) -> str | None:
    match = compiled(_WEEK_DAY).match(rest)
    if not match:
        return ""
    return ";BYDAY=" + ",".join(dict.fromkeys(_WEEKDAYS[char] for char in match["days"] if char in _WEEKDAYS))


def _spread(char: str, every: int, rest: str) -> str:
    """A unit without a day, its times spread evenly."""
    freq, months = _RATES[char]
    times = number(match["count"]) if (match := compiled(_TIMES).match(rest)) else 1
    if freq == "YEARLY" and times > 1 and every * 12 % times == 0:
        return _frequency("MONTHLY", every * 12 // times)
    if char == "季" and times > 1 and every * 3 % times == 0:
        return _frequency("MONTHLY", every * 3 // times)
    return _frequency(freq, every * months)
