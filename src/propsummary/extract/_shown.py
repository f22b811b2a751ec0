"""Numbers as spreadsheets and charts show them: in their number format."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

__all__ = ["shown"]

_SECTION = re.compile(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|$)')
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?,]*[#0?](?:\.[#0?]+)?,*|[#0?]*\.[0#?]+")
_MOST = 20  # decimals
_FAR = 20  # digits from the point, beyond which nobody writes a number out


def shown(number: str | int | float | Decimal, form: str | None) -> str:
    """
    *number* in the number format *form*, as ``0.0%`` or ``#,##0"件"``.

    What has no format, or one of dates and the like, is shown with the digits that it has.
    """
    try:
        value = Decimal(str(number))
    except InvalidOperation:
        return str(number)
    if not value.is_finite():
        return str(number)
    sections = [match[1] for match in _SECTION.finditer(form or "General") if match[1]] or ["General"]
    negative = value < 0
    section = sections[1] if negative and len(sections) > 1 else sections[0]
    sign = "-" if negative and len(sections) == 1 else ""
    literals: list[str] = []

    def kept(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return f"\ue000{len(literals) - 1}\ue001"

    pattern = _LITERAL.sub(kept, section)
    bare = re.sub("\ue000\\d+\ue001", "", pattern)
    scaled = abs(value) * 100 if "%" in bare else abs(value)
    text = _filled(pattern, scaled)
    return sign + re.sub("\ue000(\\d+)\ue001", lambda match: literals[int(match[1])], text)


def _filled(pattern: str, value: Decimal) -> str:
    """The pattern with *value* in place of its digits."""
    parts = re.split("(\ue000\\d+\ue001)", pattern)
    for number, part in enumerate(parts):
        if part.startswith("\ue000"):
            continue
        if "general" in part.casefold():
            parts[number] = re.sub("(?i)general", _plain(value), part, count=1)
            return "".join(parts)
        if match := _DIGITS.search(part):
            parts[number] = part[: match.start()] + _digits(match[0], value) + part[match.end() :]
            return "".join(parts)
    return "".join(part for part in parts if part.startswith("\ue000")) or _plain(value)


def _digits(pattern: str, value: Decimal) -> str:
    whole, _, decimals = pattern.partition(".")
    most = min(len(decimals.rstrip(",")), _MOST)
    least = min(decimals.count("0"), _MOST)
    if value and abs(value.adjusted()) >= _FAR:
        return str(value)
    rounded = value.quantize(Decimal(1).scaleb(-most), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    head, point, tail = text.partition(".")
    kept = tail[:least] + tail[least:].rstrip("0")
    return f"{head}{point}{kept}" if kept else head


def _plain(value: Decimal) -> str:
    text = f"{value:f}" if abs(value.adjusted()) < _FAR else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
