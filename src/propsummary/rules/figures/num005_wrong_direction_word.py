"""NUM005 wrong-direction-word."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator, Mapping

from propsummary import catalogue
from propsummary._text import normalize_name
from propsummary.model import Achievement, Part, Section, Summary
from propsummary.problems import Finding
from propsummary.rules.base import rule
from propsummary.rules.context import Context, View
from propsummary.rules.figures._named import measured_names
from propsummary.rules.figures._subjects import subjects
from propsummary.rules.figures._ways import other_ways
from propsummary.rules.metrics.figures import known_kpi
from propsummary.rules.naming import naming
from propsummary.rules.walk import Passage

_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_CLAUSE = re.compile(r"[^，,、：:（）()]+")
_HOW = "(?:同比|环比|[较比](?:上年度?|去年|上期|上月|上季度?|[上下]半年|[一二三四]季度|20[0-9]{2}年)的?|同期)*"
_STRONGLY = (
    "(?:有了?|得到了?|实现了?|取得了?|有效|成功|显著|明显|大幅度?|持续|稳步|不断|逐步|逐年|逐季|逐月|"
    "进一步|全面|再次|再|继续|均|都|也|已经?)*"
)
_END = r"(?:了|幅度?|达|约|近|至|到|为|[0-9０-９]|\s*$)"
_MOVED = re.compile(rf"(?P<how>{_HOW}{_STRONGLY}{_HOW})(?P<verb>提升|提高|上升|增长|攀升|下降|降低|下滑)(?={_END})")
# 投诉34件，较上半年提升17.1%: a clause that only tells how much is about what the clause before it gives the figure of; more of
# what was found or settled (排查隐患142项) is no setback.
_GIVEN = re.compile("(?!.*(?:排查|查[出处]|处[理置]|化解|调解))([^0-9０-９]{2,20})[0-9０-９][0-9０-９.]*[^0-9０-９]{0,6}")
# 投诉28件，比上半年少5件，提升15.2%: how many more or fewer is said in passing.
_DIFFERENCE = re.compile(f"{_HOW}(?:少|多|增|减)(?:了|出)?[0-9０-９][0-9０-９.]*[^0-9０-９]{{0,4}}")
_BY_SO_MUCH = re.compile("(?:了|达|约|近)*[0-9０-９]")
# 及时率由96.2%下降至94.1%: the name stands before where it started from.
_STARTED = re.compile("(?:由|从)[^，,。；;]*[0-9][^，,。；;]*$")

_RISING = ("上升", "增长", "攀升")
#: Nobody says of a setback that it was an improvement.
_PRAISING = ("提升", "提高")
#: Only told as a success is a word of the wrong direction a mistake; an honest setback says so.
_SETBACK = re.compile(
    "但|不过|然而|问题|不足|短板|原因|主要是|(?<![感享接承])受(?![理益训众到])|因|由于|反弹|压力|偏高|偏低|不理想|警示|教训|反映|说明|仍|尚|需|未|没有|差距|虽|尽管|"
    "目标|计划|力争|防止|避免|遏制|杜绝|扭转|(?<!下)降到|低于|不降|幅度|只|仅|风险|担心|可能|导致|造成|影响|是否|如何"
)
_PRAISE = re.compile("有效|成功|显著|成效|成果|成绩|好转|好评|改善|进步|优化|喜人|突破|向好|优异|可喜|亮眼")
# 由上半年的38件提升到下半年的21件: the two figures say the way themselves.
_FROM = re.compile("(?:由|从)[^，,。；;、]{0,12}$")
_TO = re.compile(
    "[^，,。；;、]{0,6}?(?P<verb>(?P<up>提升|提高|[上攀]?升|增[加长]?|上?涨|延长|扩大)|下[降调]|降低|压?降|减少|[压缩]?减|缩[短小减]|压缩|下?跌)"
    "(?:到|至|为)[^，,。；;、]{0,12}"
)
_REACHED = re.compile("[升高加长增涨大降调低少减短小缩跌][到至为]")  # in no other text can `_TO` match
# 由8分钟提升到5分钟 tells that things go faster; of these words nobody says so of a time.
_OF_TIMES = frozenset({"延长", "下降", "降低", "降", "压降", "减少", "减", "缩减", "缩短", "压缩"})
# A better rank is a smaller one, what is done faster takes less time, and 每日3次 is more than 每周9次.
_RANKS = frozenset("名位级等档")
_UNLIKE = re.compile("效率|速度|时效|名次|排名|排位|等级|[每均]")


@rule("NUM005", on=Summary)
def wrong_direction_word(summary: Summary, ctx: Context) -> Iterator[Finding]:
    """
    A success is told with the word for the wrong direction for what it is about.

    Or anything with the one for its own two figures, or for those of the metric that it refers to.

    Bad::

        成绩:
          - {编号: a1, 说明: 业主投诉率明显提升，服务水平上了台阶。}

    Bad::

        成绩:
          - {编号: a1, 说明: 装修噪声投诉由上半年的38件提升到下半年的21件。}
          - {编号: a2, 说明: 到场时间由5分钟缩短到8分钟。}

    Bad::

        指标:
          - {编号: m1, 名称: 环境类投诉, 数值: 34件, 上期值: 41件, 方向: 越低越好}
        成绩:
          - {编号: a1, 说明: 环境类投诉34件，较上半年提升17.1%。, 指标: [m1]}

    Bad::

        指标:
          - {编号: m1, 名称: 业主满意率, 数值: 88.7%, 上期值: 91.3%}
        成绩:
          - {编号: a1, 说明: 业主满意率稳步提升。, 指标: [m1]}

    Good::

        成绩:
          - {编号: a1, 说明: 业主投诉率明显下降，投诉处理率提升2.4个百分点。}
    """
    directions = _directions(ctx.view)
    for passage in ctx.view.passages:
        for name, verb in _wrong(passage.text, directions) if _tells_success(passage) else ():
            yield Finding(passage.path, key=directions[name], thing=naming(passage.node), name=name, verb=verb)
        for key, start, verb, end in _contradicted(passage, ctx.view):
            yield Finding(passage.path, key=key, thing=naming(passage.node), start=start, verb=verb, end=end)
    yield from other_ways(summary, ctx)


def _contradicted(passage: Passage, view: View) -> Iterator[tuple[str, str, str, str]]:
    """Pairs of figures that the word between them turns round: what they did, the first, the word and the second."""
    if not _REACHED.search(passage.text):
        return
    for one, other in itertools.pairwise(view.figures.of(passage)):
        before, after, unit = one.figure, other.figure, one.figure.quantity.unit
        moved = _TO.fullmatch(passage.text[before.end : after.start])
        if not moved or not _FROM.search(one.clause) or unit is None or not unit.same_as(after.quantity.unit):
            continue
        faster = unit.dimension == "time" and moved["verb"] not in _OF_TIMES
        if faster or unit.symbol in _RANKS or _UNLIKE.search(one.clause + moved[0]):
            continue
        fell, rose = other.interval < one.interval, one.interval < other.interval
        if fell if moved["up"] else rose:
            yield "fell" if fell else "rose", before.text, moved["verb"], after.text


def _wrong(text: str, directions: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names that a success is told of with the word for the wrong direction, each with the word."""
    for sentence in _SENTENCE.findall(text):
        if _SETBACK.search(sentence):
            continue
        told = [clause for clause in _CLAUSE.findall(sentence) if not _DIFFERENCE.fullmatch(clause)]
        for earlier, clause in itertools.pairwise(("", *told)):
            moved = _MOVED.search(clause)
            name = next((n for n in subjects(_moving(earlier, clause, moved)) if n in directions), "") if moved else ""
            if not moved or not name:
                continue
            praises = moved["verb"] in _PRAISING
            up = praises or moved["verb"] in _RISING
            if directions[name] == ("lower" if up else "higher") and (praises or _PRAISE.search(sentence)):
                yield name, moved["verb"]


def _moving(earlier: str, clause: str, moved: re.Match[str]) -> str:
    """What is said to have moved: what stands before the word, else what the clause before gives a figure of."""
    given = _GIVEN.fullmatch(earlier)
    if given and not moved.start() and _BY_SO_MUCH.match(clause, moved.end()):
        return given[1]
    return _STARTED.sub("", clause[: moved.start()])


def _tells_success(passage: Passage) -> bool:
    holder = passage.node.object
    if isinstance(holder, Achievement):
        return passage.field in ("title", "text")
    return isinstance(holder, Section) and holder.part is Part.RESULTS and passage.field == "text"


def _directions(view: View) -> Mapping[str, str]:
    """Which way is better, by the names of the summary's metrics and of the KPIs; a metric's own word goes before its KPI's."""
    found = dict(_of_catalogue(catalogue.own_kpis()))
    for metric in view.summary.metrics:
        kpi = known_kpi(metric)
        way = metric.direction.value if metric.direction else kpi.direction if kpi else ""
        found |= dict.fromkeys(measured_names(metric), str(way))
    return found


@functools.lru_cache(maxsize=8)
def _of_catalogue(own: tuple[catalogue.Kpi, ...]) -> Mapping[str, str]:
    opposite = {"higher": "lower", "lower": "higher"}
    known = (*catalogue.kpis().values(), *own)  # where both have a name, the company's own is meant
    found: dict[str, str] = {}
    for kpi in known:
        found |= {normalize_name(name): opposite[kpi.direction] for name in kpi.complements if kpi.direction in opposite}
    for kpi in known:
        found |= {normalize_name(name): kpi.direction for name in (kpi.zh, *kpi.synonyms) if kpi.direction in opposite}
    return found
