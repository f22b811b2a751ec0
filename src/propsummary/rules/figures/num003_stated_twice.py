"""NUM003 stated-twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary import catalogue
from propsummary.catalogue.codes import Words
from propsummary.model import Achievement, Section, Summary
from propsummary.problems import Finding
from propsummary.quantities import Role
from propsummary.rules._figures import same_measure
from propsummary.rules.base import rule
from propsummary.rules.context import Context
from propsummary.rules.figures._named import known
from propsummary.rules.figures._subjects import Claim, claims
from propsummary.rules.figures._transposed import mistyped_again
from propsummary.rules.metrics.saying import shown
from propsummary.rules.naming import naming

_MEASURED = re.compile("(?:率|满意度|得分|评分|时长|用时|时间|总数|总量|总额)$")
# A clause of so many characters that names its days is about one thing, wherever it stands.
_FULL = 8
# A heading of so many characters names one matter.
_HEADING = 2
_DAYS = re.compile("[两二三四五六七0-9]天|[0-9]{1,2}[日号](?![楼栋门岗机梯])|当[天晚]|节期间")


@rule("NUM003", on=Summary)
def stated_twice(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    Two passages give different figures for the same thing.

    What the data measures is left to NUM002, which knows the right one of the two.

    Bad::

        背景: {说明: 全年接待访客共52206人次。}
        成绩:
          - {编号: a1, 说明: 全年接待访客共51632人次。}

    Bad::

        成绩:
          - {编号: a1, 标题: 配电箱检修, 说明: 检修配电箱53个，紧固端子一遍。}
        正文:
          - {部分: 成绩, 标题: 配电箱, 内容: 检修配电箱35个，均已贴标。}

    Good::

        背景: {说明: 全年接待访客共5.2万人次。}
        成绩:
          - {编号: a1, 说明: 全年接待访客共51632人次，其中预约访客12400人次。}
    """
    data = known(summary, ctx)
    first: dict[str, Claim] = {}
    seen = set()
    for claim in claims(summary, ctx):
        if any(name in data for name in claim.subjects):
            continue
        for name in claim.subjects:
            earlier = first.get(name)
            if earlier is None:
                first[name] = claim
            elif _contradicts(earlier, claim, name):
                seen.add(id(claim.told))
                yield _finding(earlier, claim, name)
                break
    for one, other in mistyped_again(summary, ctx):
        if id(other) not in seen:
            said = {"told": other.figure.text, "place": naming(one.passage.node), "value": one.figure.text}
            yield Finding(other.passage.path, "transposed", thing=naming(other.passage.node), **said)


def _contradicts(one: Claim, other: Claim, name: str) -> bool:
    if one.told.passage.path == other.told.passage.path:
        return False
    if not (_is_one_event(one, other) or _is_told_again(one, other) or _is_one_thing(one, other, name)):
        return False
    units = one.told.figure.quantity.unit, other.told.figure.quantity.unit
    return same_measure(*units) and not one.told.interval.overlaps(other.told.interval)


def _is_one_event(one: Claim, other: Claim) -> bool:
    """Whether both clauses say the same, word for word, of the same few days: 报到两天清运垃圾62车."""
    said = one.told.clause.strip()
    return len(said) >= _FULL and said == other.told.clause.strip() and bool(_DAYS.search(said))


def _is_told_again(one: Claim, other: Claim) -> bool:
    """Whether a section with the heading of an achievement opens a sentence with the same words: 检修配电箱53个."""
    held = [claim.told.passage.node.object for claim in (one, other)]
    achievement = next((part for part in held if isinstance(part, Achievement)), None)
    section = next((part for part in held if isinstance(part, Section)), None)
    if achievement is None or section is None or len(section.title) < _HEADING or section.title not in achievement.title:
        return False
    said = one.told.clause.strip()
    return len(said) >= _HEADING + 2 and said == other.told.clause.strip() and one.opening and other.opening


def _is_one_thing(one: Claim, other: Claim, name: str) -> bool:
    """Whether the name stands for one quantity of the period: a rate of a full name, or a count told for the whole period twice."""
    if _areas_differ(one, other):
        return False
    if other.told.figure.role is Role.COUNT or not _MEASURED.search(name):
        return one.whole and other.whole and len(name) >= 3
    return len(name) >= 5 or (len(name) >= 4 and catalogue.find_kpi(name) is not None)


def _areas_differ(one: Claim, other: Claim) -> bool:
    """Whether the two passages belong to different areas of the work, where one name may mean two things."""
    areas = {getattr(claim.told.passage.node.object, "area", "") for claim in (one, other)} - {""}
    return len(areas) > 1


def _finding(earlier: Claim, later: Claim, name: str) -> Finding:
    one, other = earlier.told, later.told
    return Finding(
        other.passage.path,
        thing=naming(other.passage.node),
        name=name,
        told=other.figure.text,
        place=naming(one.passage.node),
        value=one.figure.text,
        one=_meant(later),
        other=_meant(earlier),
    )


def _meant(claim: Claim) -> Words:
    return shown(claim.told.interval, claim.told.figure.quantity.unit)
