"""
Personal data in running text: where it stands, and the same text with it masked.

Lowest of all rooms, because nothing that people are shown (messages, source lines, documents for owners) may repeat it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

__all__ = ["Kind", "Personal", "find_personal", "mask"]

Kind: TypeAlias = Literal["id-number", "phone-number", "licence-plate", "bank-card"]

# Provinces as on number plates; 挂, 学, 警, 港, 澳 end the plates of trailers, learners, police and cross-border cars.
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


@attrs.frozen
class Personal:
    """
    A piece of personal data in a text.

    Attributes:
        kind: What it is.

        start, end: Where it stands, in code points.

        text: The piece itself; never to be shown, `masked` is.
    """

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def masked(self) -> str:
        """The piece as it may be shown: enough of it to be found again, not enough to be used."""
        head = 2 if self.kind == "licence-plate" else 3
        tail = 1 if self.kind == "licence-plate" else 2
        return self.text[:head] + "*" * (len(self.text) - head - tail) + self.text[-tail:]


@functools.cache
def _patterns() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\dA-Za-z.])(?P<digits>\d{15,19}|\d{17}[Xx])(?![\dA-Za-z]|\.\d)"
        r"|(?<![\d.])(?:\+?86[- ]?)?(?P<phone>1[3-9]\d(?:\d{8}|[- ]\d{4}[- ]\d{4}))(?![\d]|\.\d)"
        rf"|(?P<plate>[{_PROVINCES}][A-HJ-NP-Z][·• ]?"
        r"(?:[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]))(?![A-Za-z0-9])"
    )


def find_personal(text: str) -> Iterator[Personal]:
    """Every piece of personal data in *text*, from left to right. What only looks like one (a failed checksum) is none."""
    for match in _patterns().finditer(text):
        found = match[0]
        if match["digits"]:
            kind = _kind_of_digits(found)
            if kind:
                yield Personal(kind, match.start(), match.end(), found)
        elif match["phone"]:
            start = match.start("phone")
            yield Personal("phone-number", start, match.end(), match["phone"])
        elif any(c.isdigit() for c in match["plate"]):
            yield Personal("licence-plate", match.start(), match.end(), found)


def mask(text: str) -> str:
    """*text* with all personal data masked; a text without any is returned as it is."""
    parts, at = [], 0
    for piece in find_personal(text):
        parts += [text[at : piece.start], piece.masked]
        at = piece.end
    return "".join((*parts, text[at:])) if parts else text


def _kind_of_digits(digits: str) -> Kind | None:
    if len(digits) == 18 and _is_id_number(digits):
        return "id-number"
    if digits.isdecimal() and 16 <= len(digits) <= 19 and digits[:2] in _CARD_PREFIXES and _luhn(digits):
        return "bank-card"
    return None


# First digits of cards issued in China: UnionPay, Visa, Mastercard, JCB and the banks' own older ranges.
_CARD_PREFIXES = frozenset(
    ("62", "60", "68", "69", "90", "94", "95", "98", "35", "40", "43", "45", "48", "49", "51", "52", "53", "54", "55")
)


def _is_id_number(digits: str) -> bool:
    """Whether this is a resident-identity number: a date of birth at its place and the check digit of GB 11643-1999."""
    if not digits[:17].isdecimal() or not _is_birthday(digits[6:14]):
        return False
    total = sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17].upper()


def _is_birthday(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return 1850 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31


def _luhn(digits: str) -> bool:
    """Whether the check digit of ISO/IEC 7812-1 is right."""
    doubled = (int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
