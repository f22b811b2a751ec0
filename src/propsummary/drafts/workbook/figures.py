"""Numbers as a spreadsheet shows them: the digits that are printed say how exact a figure is."""

from __future__ import annotations

import datetime as dt
import re
from decimal import ROUND_HALF_UP, Decimal

__all__ = ["BUILT_IN", "shown"]

#: Number formats that files name by number only; those of Chinese programs are what the others leave open.
BUILT_IN = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm",
    19: "h:mm:ss",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    49: "@",
    **dict.fromkeys((27, 36, 50, 52, 57), 'yyyy"年"m"月"'),
    **dict.fromkeys((28, 29, 51, 53, 54, 58), 'm"月"d"日"'),
    30: "m-d-yy",
    31: 'yyyy"年"m"月"d"日"',
    **dict.fromkeys((32, 33, 34, 35, 55, 56), "h:mm"),
}

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.?|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]')
_NUMBER = re.compile(r"(?P<before>[^0#?@]*)(?P<whole>[0#?,]+)(?:\.(?P<part>[0#?]+))?(?P<after>[^0#?]*)")
_SCALED = re.compile(r"[/Ee]|,(?:\.|[^0#?,]|\Z)")  # fractions, powers of ten, thousands left out
_CURRENCY = str.maketrans("", "", "¥￥$€ ()")
_DIGITS = 15  # that a spreadsheet keeps
_MOST = 400


def shown(number: Decimal, code: str, *, since_1904: bool = False) -> str:
    """
    The text that a cell with *number* and the number format *code* shows, as a draft would write it.

    Days are written as ``2026-03-31``; months and days without a year as the format has them. What a format does with a number
    beyond decimals, per cent and words around it is left aside: the number is then given in full.
    """
    sections = code.split(";")
    section = sections[1] if number < 0 and len(sections) > 1 and sections[1].strip() else sections[0]
    bare = _LITERAL.sub("", section).lower()
    if re.search("[ymdhs]", bare.replace("general", "")):
        return _day(number, bare, since_1904) or _in_full(number)
    return _figure(number, section) or _in_full(number)


def _in_full(number: Decimal) -> str:
    exact = Decimal(format(number, f".{_DIGITS}g"))
    if abs(exact.adjusted()) > _MOST:
        return str(number)
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _figure(number: Decimal, section: str) -> str:
    """The number in the digits of *section*; nothing if that has none or does more than print them."""
    words: list[str] = []

    def keep(match: re.Match[str]) -> str:
        words.append(match[1] or match[2] or match[3] or "")
        return chr(0xE000 + len(words) - 1)  # so that digits in words are none of the pattern

    match = _NUMBER.fullmatch(_LITERAL.sub(keep, section))
    if match is None or _SCALED.search(match[0]) or abs(number.adjusted()) > _DIGITS * 2:
        return ""
    before, after = (
        re.sub("[\ue000-\uf8ff]", lambda one: words[ord(one[0]) - 0xE000], match[part]) for part in ("before", "after")
    )
    before, after = before.strip(), after.strip()
    scaled = number * 100 if after.startswith("%") else number
    kept = match["part"] or ""
    exact = abs(scaled).quantize(Decimal(1).scaleb(-len(kept)), ROUND_HALF_UP)
    digits = format(exact, "f")
    for place in reversed(kept):  # digits that are shown where there are any
        if place == "0" or digits[-1] != "0":
            break
        digits = digits[:-1]
    money = any(sign in before for sign in "¥￥") and not after
    sign = "-" if number < 0 else ""
    return f"{sign}{before.translate(_CURRENCY).strip('-+')}{digits.rstrip('.')}{after.translate(_CURRENCY)}{'元' if money else ''}"


def _day(number: Decimal, bare: str, since_1904: bool) -> str:
    """The day, month or time that *number* stands for, as far as the format shows it."""
    first = dt.datetime(1904, 1, 1) if since_1904 else dt.datetime(1899, 12, 30)  # noqa: DTZ001  # files know no zone
    try:
        moment = first + dt.timedelta(seconds=round(float(number) * 86_400))
    except (OverflowError, ValueError):
        return ""
    date = re.sub(r"h+:?m*(?::?s+)?|m+:?s+|am/pm", "", bare)
    time = moment.strftime("%H:%M")
    if ("d" in date and "y" in date) or (number >= 1 and not re.search("[ymd]", date)):
        whole = moment.date().isoformat()
        return f"{whole} {time}" if "h" in bare and moment.time() != dt.time() else whole
    if "y" in date:
        return f"{moment.year}年{moment.month}月" if "m" in date else f"{moment.year}年"
    if "m" in date:
        return f"{moment.month}月{moment.day}日" if "d" in date else f"{moment.month}月"
    return time
