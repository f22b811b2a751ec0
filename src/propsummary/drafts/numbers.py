"""Numbers as people type them before headings and items: ``一、``, ``（二）``, ``3.``, ``2.1``, ``(4)``, ``⑤``, ``第一部分``."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterator

import attrs

from propsummary._numerals import read_numeral

__all__ = ["Number", "Scheme", "read_number", "readings"]


class Scheme(enum.IntEnum):
    """Ways to number, the outer ones first, as Chinese office practice nests them."""

    PART = 0
    SECTION = 1
    CHINESE = 2
    CHINESE_BRACKETS = 3
    ARABIC = 4
    DECIMAL_2 = 5
    DECIMAL_3 = 6
    DECIMAL_4 = 7
    BRACKETS = 8
    CIRCLED = 9
    LETTER = 10
    BULLET = 11


@attrs.frozen(kw_only=True)
class Number:
    """
    What may be a number at the beginning of a text.

    Attributes:
        scheme: The way of numbering.

        value: What it counts, the last figure of a decimal one; 0 for bullets.

        printed: As it stands there, with its point or bracket, without blanks behind it.

        length: How many characters it takes, the blanks behind it too.

        firm: Whether it can be nothing else. ``3、4号楼`` may be two buildings and ``2.1万元`` an amount: such a number counts
            only where its neighbours say so.
    """

    scheme: Scheme
    value: int
    printed: str
    length: int
    firm: bool = True


_BLANK = r"[ \t\u3000\u00a0]"
_HAN_NUMBER = "(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_COUNTED = "(?:季度|月|号|期|区|级|楼|层|栋|幢|座|班|组|标段|类|线|单元|次|个|人|名|台|天|年)"  # what numerals stand before
_PICTURE = (
    "[\u2600-\u2775\u2794-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0e\ufe0f\u200d]*"  # ☆, ✅ and 👉, with what colours them
)

#: Patterns with the value in group 1; where group 2 matches, the number is in doubt. The first that matches counts.
_PATTERNS: tuple[tuple[Scheme, str], ...] = (
    (Scheme.PART, rf"第{_BLANK}*({_HAN_NUMBER}|\d{{1,2}}){_BLANK}*(?:部分|篇|编|章)(?:{_BLANK}*[、：:．.，,]|{_BLANK}+|(?=(.)))"),
    (Scheme.SECTION, rf"第{_BLANK}*({_HAN_NUMBER}|\d{{1,2}}){_BLANK}*节(?:{_BLANK}*[、：:．.，,]|{_BLANK}+|(?=(.)))"),
    (
        Scheme.CHINESE,
        rf"({_HAN_NUMBER})(?:{_BLANK}*[、．.，,。：:](?=([一二三四五六七八九十、]+{_COUNTED})|)|(?=({_BLANK}))(?={_BLANK}+\S))",
    ),
    (Scheme.CHINESE_BRACKETS, rf"[（(〔]{_BLANK}*({_HAN_NUMBER}){_BLANK}*[）)〕](?:{_BLANK}*[、．.：:，,])?"),
    (Scheme.DECIMAL_4, r"\d{1,2}(?:[.．]\d{1,2}){2}[.．](\d{1,2})[.．、]?(?=([^\d.．%％]))"),
    (Scheme.DECIMAL_3, r"\d{1,2}[.．]\d{1,2}[.．](\d{1,2})[.．、]?(?=([^\d.．%％]))"),
    (Scheme.DECIMAL_2, r"\d{1,2}[.．](\d{1,2})[.．、]?(?=([^\d.．%％]))"),
    (
        Scheme.ARABIC,
        rf"(\d{{1,2}})(?:{_BLANK}*(?:[、．.](?!\d+[%％])(?=(\d)|)|[，,。：:](?!\d))|(?=({_BLANK}))(?={_BLANK}+(?:\D|20\d\d年)))",
    ),
    (Scheme.BRACKETS, rf"[（(〔]{_BLANK}*(\d{{1,2}}){_BLANK}*[）)〕](?:{_BLANK}*[、．.：:，,](?!\d))?"),
    (Scheme.BRACKETS, r"(\d{1,2})[）)]"),
    (Scheme.CIRCLED, r"(\d{1,2})\ufe0f?\u20e3\ufe0f?"),
    (Scheme.LETTER, r"([A-Za-z])(?:[、．](?![A-Za-z\d])|\.(?=[ \u3400-\u9fff])|[）)→])"),
    (Scheme.BULLET, rf"[•●○■□◆◇▪▫▶►·√]|(?:{_PICTURE})+|[-*+–—－](?={_BLANK})"),
)
_COMPILED = tuple((scheme, re.compile(pattern)) for scheme, pattern in _PATTERNS)
_TRAILING = re.compile(f"{_BLANK}*")
_WIDE_DIGITS = {0xFF10 + digit: 0x30 + digit for digit in range(10)}
_RINGED = re.compile("[①-⑳❶-❿➀-➉㉑-㉟]")
_LIGATURE = re.compile("[⑴-⒇⒈-⒛㈠-㈩]")


def read_number(text: str) -> Number | None:
    """The likeliest reading of the number at the beginning of *text*; none if there is none, or nothing but it."""
    return next(readings(text), None)


def readings(text: str) -> Iterator[Number]:
    """All ways to read the beginning of *text* as a number, the likeliest first: ``1.6月底前`` is 1.6, or the first item."""
    if not text:
        return
    if _LIGATURE.match(text):
        found = read_number(unicodedata.normalize("NFKC", text[0]) + " x")
        assert found is not None  # every ligature spells a number in brackets or with a point
        yield from _numbers(found.scheme, found.value, text, 1)
    elif _RINGED.match(text):
        yield from _numbers(Scheme.CIRCLED, int(unicodedata.numeric(text[0])), text, 1)
    else:
        plain = text.translate(_WIDE_DIGITS)
        for scheme, pattern in _COMPILED:
            if match := pattern.match(plain):
                doubts = any(match.groups()[1:])
                yield from _numbers(scheme, _value(match[1]) if match.groups() else 0, text, match.end(), firm=not doubts)


def _value(text: str) -> int:
    if text.isascii() and text.isalpha():
        return ord(text.lower()) - ord("a") + 1
    numeral = read_numeral(text)
    return int(numeral) if numeral is not None else 0


def _numbers(scheme: Scheme, value: int, text: str, end: int, firm: bool = True) -> Iterator[Number]:
    trailing = _TRAILING.match(text, end)
    length = trailing.end() if trailing else end
    if length < len(text):
        yield Number(scheme=scheme, value=value, printed=text[:end].rstrip(), length=length, firm=firm)
