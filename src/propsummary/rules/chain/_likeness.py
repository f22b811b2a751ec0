"""When two passages say the same, figures and times of the calendar aside."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Collection, Mapping
from fractions import Fraction

from propsummary._text import simplified
from propsummary.periods import find_periods
from propsummary.quantities import find_figures
from propsummary.rules._text import sentences

__all__ = ["blanks", "folded", "grams", "length", "likeness", "masked", "mentions", "other_place"]

#: What stands in place of a figure or a time.
_BLANK = "#"

_TIMES = re.compile(
    "[0-9]+(?:[.,:/-][0-9]+)*(?:年度?|月份?|[日号](?![楼栋门机梯]))?|[上下]半年|[一二三四]季度|[今去明本上前当]年度?|全年|年[初中底末]|本月|上月|[上本下]期|同期"
)

# Words that any passage may have and that tell nothing of what it is about.
_COMMON = re.compile(
    "业主|住户|客户|投诉|反映|存在|问题|现象|情况|部分|个别|不足|不够|较[多大高低少差慢]|发生|出现|多次|反复|频繁|仍然?|依然|继续|导致|造成"
    "|工作|完成|开展|进行|实现|做到|达到|提高|提升|降低|下降|控制|确保|力争|以[上下内]|不[超低少][过于]|物业|小区|我部|部门|员工|累计|共计?|每[年月周日天季]"
)

_TOKEN = re.compile(r"[a-z]+|[\u4e00-\u9fff]")
_STOPS = re.compile(r"[^a-z\u4e00-\u9fff ]+")
_IDLE = frozenset("的了在和与及等被把将为是有并") | {
    "the",
    "a",
    "an",
    "of",
    "and",
    "to",
    "in",
    "on",
    "at",
    "by",
    "for",
    "is",
    "was",
    "were",
}

# Which of several like things it is: 3号楼, 东门, B2层. A number of them (2座, 14栋) is none.
_NUMBER = "[0-9a-z一二三四五六七八九十]+"
_NUMBERED = re.compile(rf"({_NUMBER})(号楼|号栋|单元|号门|号机|号梯|号泵|号线|号岗)|(?<![a-z])([a-z][0-9]*)(座|区|栋|层)")
_SIDED = re.compile("([东南西北]+)大?(门|区|侧|院|楼|广场|入口|出口|岗|路)")
# 12、15号楼 are 12号楼 and 15号楼.
_LISTED = re.compile(rf"({_NUMBER})(?=(?:[、,和及与]{_NUMBER})*[、,和及与]{_NUMBER}(号楼|单元|号门|号机|号梯|号泵|号岗))")


def folded(text: str) -> str:
    """*text* with its accidents of script and width made alike."""
    return simplified(unicodedata.normalize("NFKC", text)).lower()


@functools.lru_cache(maxsize=4096)
def masked(text: str) -> str:
    """*text* with one sign for every figure, date and name of a period, and without blanks but those between English words."""
    plain = folded(text)
    spans = [(one.start, one.end) for one in find_figures(plain)]
    spans += [(one.start, one.end) for one in find_periods(plain)]
    spans += [match.span() for match in _TIMES.finditer(plain)]
    pieces, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            pieces += [plain[done:start], _BLANK]
        done = max(done, end)
    joined = re.sub(f"{_BLANK}+", _BLANK, " ".join("".join((*pieces, plain[done:])).split()))
    return re.sub(r"(?<=[^a-z]) | (?=[^a-z])", "", joined)


def blanks(text: str) -> int:
    """How many figures and times *text*, a masked one, had."""
    return text.count(_BLANK)


def length(text: str, *, marks: bool = True) -> int:
    """
    How long *text* is in characters, an English word counting as two.

    Args:
        marks: Whether digits and punctuation count too.
    """
    pieces = re.findall(r"[a-z]+|[^\s]", folded(text))
    return sum(2 if one.isascii() and one.isalpha() else 1 for one in pieces if marks or one.isalpha())


@functools.lru_cache(maxsize=4096)
def grams(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters (of words, in English) that tell what *text* is about, in order."""
    found: dict[str, None] = {}
    for piece in _STOPS.split(_COMMON.sub(" ", masked(text))):
        tokens = [token for token in _TOKEN.findall(piece) if token not in _IDLE]
        found.update(dict.fromkeys("".join(pair) for pair in itertools.pairwise(tokens)))
    return tuple(found)


def likeness(one: str, other: str) -> Fraction:
    """
    How much of both passages is the same, from 0 to 1; 0 where they speak of different places or end on different things.

    What goes wrong stands at the end of a clause: 车库坡道积灰 and 车库坡道开裂 share most of their characters and are two
    problems.
    """
    if other_place(one, other, strict=True):
        return Fraction(0)
    first, second = grams(one), grams(other)
    if min(len(first), len(second)) < 2 or not (_ends(one) & set(second) and _ends(other) & set(first)):
        return Fraction(0)
    return Fraction(2 * len(set(first) & set(second)), len(first) + len(second))


def _ends(text: str) -> frozenset[str]:
    """What the clauses of *text* end on."""
    clauses = (grams(clause) for clause in re.split("[，,；;。：:（）()]", text))
    return frozenset(pair[-1] for pair in clauses if pair)


def mentions(passage: str, thing: str) -> bool:
    """
    Whether *passage* speaks of *thing*, so far as words can tell.

    It has at least half of what makes *thing*, or most of one of its clauses, or one of its sentences has most of its characters,
    in whatever order.
    """
    if other_place(passage, thing):
        return False
    there, whole = frozenset(grams(passage)), grams(thing)
    if len(whole) >= 2 and _share(whole, there) >= Fraction(1, 2):
        return True
    clauses = (grams(clause) for clause in re.split("[，,；;。：:]", thing))
    if any(len(clause) >= 3 and _share(clause, there) >= Fraction(7, 10) for clause in clauses):
        return True
    letters = _letters(thing)
    return len(letters) >= 6 and any(_share(letters, _letters(one)) >= Fraction(3, 5) for one in sentences(passage))


def _share(parts: Collection[str], there: frozenset[str]) -> Fraction:
    return Fraction(len(there.intersection(parts)), len(parts))


@functools.lru_cache(maxsize=4096)
def _letters(text: str) -> frozenset[str]:
    """The Chinese characters of *text* that tell what it is about."""
    return frozenset(one for one in _COMMON.sub("", masked(text)) if "\u4e00" <= one <= "\u9fff") - _IDLE


def other_place(one: str, other: str, *, strict: bool = False) -> bool:
    """
    Whether both say which building, gate or side they mean, and mean different ones.

    Args:
        strict: Whether one of these that differs is enough: 3号楼东侧 and 5号楼东侧. Otherwise none may be the same.
    """
    first, second = _places(one), _places(other)
    differ = [first[kind].isdisjoint(second[kind]) for kind in first.keys() & second.keys()]
    return any(differ) if strict else bool(differ) and all(differ)


@functools.lru_cache(maxsize=4096)
def _places(text: str) -> Mapping[str, frozenset[str]]:
    """Which one of each kind of place *text* names."""
    found: dict[str, set[str]] = {}
    plain = _LISTED.sub(r"\1\2", folded(text))
    for match in (*_NUMBERED.finditer(plain), *_SIDED.finditer(plain)):
        which, kind = (group for group in match.groups() if group)
        found.setdefault(kind, set()).add(which)
    return {kind: frozenset(which) for kind, which in found.items()}
