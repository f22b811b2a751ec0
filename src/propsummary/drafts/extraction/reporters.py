"""Who reports: the department, or the whole of an estate, and the company and estate that it belongs to."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from propsummary._text import simplified
from propsummary.catalogue import department, departments
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, trimmed
from propsummary.drafts.outline import Outline, Words
from propsummary.periods import find_periods

__all__ = ["department_named", "is_whole_estate", "known_name", "organization_named"]

_OTHER_UNIT = re.compile("[\u4e00-\u9fff]{2,6}部(?![\u4e00-\u9fff]*部)")  # a department that no profile knows: 财务部


@functools.cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Names of departments, and the shorter forms that titles use."""
    full = {name for profile in departments() for name in profile.names if not name.isascii()}
    short = {name.removesuffix("部") for name in full if len(name.removesuffix("部")) > 1}
    units = {name for name in full if name.endswith(("部", "中心", "队", "处", "科"))}
    made = {name + ending for name in short for ending in ("部", "中心", "条线", "组", "科")}
    return re.compile(any_of(units | made)), re.compile(any_of(short))


def department_named(title: Words | None, front: dict[str, Words], lines: Sequence[Words], outline: Outline) -> Words | None:
    """The department as it is named: by its label, in the title, by who signs, in the first sentences."""
    units, short = _names()
    first = list(outline.words())[:8]
    for words in (front.get("department"), title, *lines, *first):
        if words and (match := units.search(simplified(words.text))):
            return words.part(*match.span())
    if title and (match := short.search(simplified(title.text))):
        return title.part(*match.span())
    if label := front.get("department"):
        return label
    for pattern, places in ((_OTHER_UNIT, (title, *lines)), (_whole_estate(), (title, *lines)), (_OTHER_UNIT, first)):
        for words in places:
            if words and (match := pattern.search(words.text)):
                whole = re.search(rf"(?:{_whole_estate().pattern})$", match[0])  # 松涛里项目部
                return words.part(match.start() + (whole.start() if whole else 0), match.end())
    return None


@functools.cache
def _whole_estate() -> re.Pattern[str]:
    """Who hands in a summary of all departments of an estate: 物业管理处; 项目 where the title goes on with the period."""
    return re.compile(
        rf"{any_of(prose_words().organization.whole)}|项目(?=[（(]?(?:20|二[〇○零])|[本全今]?年|第?[一二三四]季|[上下]半年|工作|$)"
    )


def is_whole_estate(name: str) -> bool:
    """Whether *name* names no department, but who runs an estate with all of them: 物业管理处, 项目部."""
    return _whole_estate().fullmatch(name) is not None


def known_name(text: str) -> str:
    """A name that a profile knows, where *text* is one or is one in short; else *text*."""
    for name in (
        text,
        f"{text}部",
        text.replace("中心", "部"),
        text.replace("条线", "部"),
        text.removesuffix("部"),
        text[:-1] + "部",
    ):
        if department(name):
            return name
    return text


def organization_named(title: Words | None, front: dict[str, Words], lines: Sequence[Words]) -> tuple[Words | None, Words | None]:
    """Company and estate: by their labels, else in the title or on a line that ends in the department."""
    company, estate = front.get("company"), front.get("property")
    units, _ = _names()
    ends = re.compile(rf".*(?:{units.pattern})")
    signed = (line for line in map(trimmed, lines) if ends.fullmatch(simplified(line.text)))
    for words in (title, *signed):
        if words is not None and not (company and estate):
            found = _named_before(words)
            company, estate = company or found[0], estate or found[1]
    return company, estate


def _named_before(line: Words) -> tuple[Words | None, Words | None]:
    """Company and estate that a title, or the line of the department, names before the department or the period."""
    company = estate = None
    units, short = _names()
    ends = [match.start() for pattern in (units, short) if (match := pattern.search(simplified(line.text)))]
    if not ends and (match := _whole_estate().search(line.text)):
        ends = [match.start()]
    ends += [one.start for one in find_periods(line.text)]
    head = trimmed(line.part(0, min(ends, default=0)))
    words = prose_words().organization
    head = head.part(len(re.match("关于|我(?=部)|", head.text)[0]))  # type: ignore[index]  # the pattern matches the empty text
    places = re.search(rf"[\u4e00-\u9fffA-Za-z0-9·]{{1,10}}(?:{any_of(words.property)})$", head.text)
    firms = re.match(r"[\u4e00-\u9fffA-Za-z0-9·（）()]{2,24}?(?:有限责任|有限|股份|集团|分)公司", head.text) or re.match(
        rf"[\u4e00-\u9fffA-Za-z0-9·]{{2,16}}?(?:{any_of(words.company)})", head.text
    )
    if firms:
        company = head.part(*firms.span())
    if places:
        start = firms.end() if firms and firms.end() < places.end() else places.start()
        estate = head.part(start, places.end())
    return company, estate
