"""Several goals in one passage, with the date that is told once for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from propsummary._numerals import read_numeral
from propsummary.drafts.extraction.clauses import clauses, sentences, trimmed
from propsummary.drafts.extraction.dates import deadline_in, only_deadline
from propsummary.drafts.outline import Words
from propsummary.periods import Period, find_periods
from propsummary.quantities import has_figure

__all__ = [
    "Aims",
    "aims_in",
    "counted_goals",
    "deadline_of_all",
    "is_aside",
    "is_direction",
    "is_lead_with_date",
    "labelled_goal",
    "several_goals",
    "shared_deadline",
]

_SHARED = re.compile(  # 以上均于……前完成, 都算到……, 截止日期都是……
    "(?:(?:以上|上述|前面|所有|各项|前述|以下|下列|下面|这些|[前后这]?[几两二三四五六七八九十0-9]+[个条项])*(?:目标|指标|任务|事项|工作|各项|数)*的?(?:均|都|全部|皆|一律|统一)*(?:要求?|须|应|力争|计划|争取)?"
    "(?:截止日期|截止时间|完成时限|完成时间|完成日期|[考检]核(?:日期|时间|节点|时点)|时限|期限)?[:：]?(?:都|均|统一)?(?:是|为|以|算到|按|在|于|到|截至|截止到?)?)"
)
_FIRST = re.compile("(?P<end>最?后|前)(?P<count>[0-9一二两三四五六七八九十]+)[个条项]")  # 前三项的考核日期为……
_AIM = re.compile(
    "[达至到在为压]|不[超低少高能]|以[上内下]|[≥≤]|增加|减少|下降|提升|提高|[0-9一二三四五六七八九十百千][%户次件起处个场人台名株盏]?$"
)
_DONE = re.compile(
    "完成|建成|启用|上线|开放|投用|投入使用|交付|验收|到位|通过|清零|减半|翻番|全部|不能有|不得有|不[再]?发生|不[再]?出现|杜绝|为零|零"
)
_OPENS = re.compile(
    "(?:我们|我部|本部门|部门|全体员工|大家)?(?:将|要|须|必须|努力|力争|争取|计划)*(?:做到|实现|达到|完成|确保)[：:]"
)
_COUNTS_GOALS = re.compile("(?:目标|指标|任务|事项|工作|打算)[^，,；;。]{0,4}[0-9一二两三四五六七八九十]+[个条项件]$")  # 指标有三个
_COMPARED = re.compile("同比|环比|[比较]|其中|即")
_YEARS = "一?[到至—~-]?[两二三四五六七八九十几0-9]+(?:[至到—~-][三四五0-9]+)?个?年"
_LONG_RANGE = re.compile(
    "(?:再?[往朝向][长更]?远处?[看说]|放眼长远|着眼长远)[，,]"
    f"|(?:再?[往朝向][长更]?[远后前]处?[看说][，,]?|在|从|再)?(?:(?:未来|今后|往后|以后|接下来|放眼|展望)(?:看|的)?{_YEARS}"
    "|20[0-9]{2}年?[至到—–~-]20[0-9]{2}(?:年|这[两三四五]年)|“?十[四五六七]五”?(?:期间|时期)|长远(?:来)?看|中长期)"
    rf"|(?:[自从]?(?:20[0-9]{{2}}|明|来)年起?[，,]?)?(?:计划|打算|争取|力争|准备|拟|想)?再?[用花](?:上|个)?{_YEARS}(?:左右)?的?(?:时间|工夫|光景)"
)
_ADDED = re.compile("(?:另外?(?![有外])|此外|还有|再补充|补充一|顺便|对了)[：:，,]?")
_WISHED = re.compile("^(?:还|也|更|再)*要?(?:让|使)[^，,；;。]|[再更迈]上|台阶|一层楼|力争|争取")
_ASKED = re.compile(
    "妥否|您看|(?<![邀聘])请[^，,；;。]{0,8}(?:批示|审批|审核|审定|批准|批复|示下)"
    "|跟(?:公司|项目|领导|上面)(?:要|说|申请|反映)|(?:想|请|求|盼|望)(?:公司|项目|领导|上面)(?:给|帮|批|配|支持|解决|拨|买|考虑)"
    "|[，,；;。]还?[待等](?![级保])[^，,；;。]{0,10}(?:批|核定|答复|审定)"
)


@attrs.frozen(kw_only=True)
class Aims:
    """
    The goals of a sentence.

    Attributes:
        deadline: Until when all of them shall be reached, where that is told once.

        leading: What only leads over to them: ``我们要做到：``.
    """

    goals: tuple[Words, ...]
    deadline: Words | None = None
    leading: tuple[Words, ...] = ()


def labelled_goal(words: Words) -> tuple[list[Words], Words]:
    """A label before several goals (``指标目标：``), and the goals."""
    label = re.match(r"(?:[^，,；;。：:]{2,12}|[^；;。：:]{0,6}目标[^；;。：:]{0,14})[：:](?=.*[；;，,。])", words.text)
    return ([trimmed(words.part(0, label.end()))], words.part(label.end())) if label else ([], words)


def several_goals(words: Words) -> tuple[list[Words], list[Words]] | None:
    """Label and members of an entry that lists goals between semicolons."""
    label, body = labelled_goal(words)
    pieces = [trimmed(piece) for piece in _cut(body, "[；;]")]
    return (label, pieces) if len(pieces) > 1 and all(has_figure(piece.text) or label for piece in pieces) else None


def aims_in(sentence: Words, period: Period | None) -> Aims:
    """
    The goals of a sentence, one by one: three or more between commas, two where one date is told for both; any other as it is.

    The date stands before all of them (``到6月30日，……``) or behind (``……，均于12月底前完成``).
    """
    opened = [(part, opens.end() if (opens := _OPENS.match(part.text)) else 0) for part in clauses(sentence)]
    parts = [part.part(end) for part, end in opened]
    leading = tuple(part.part(0, end) for part, end in opened if end)
    date = None
    if len(parts) > 1:
        first, last = only_deadline(parts[0], period), shared_deadline(parts[-1], period)
        date = first or last
        parts = parts[1:] if first else parts[:-1] if last else parts
    pieces = [piece for part in parts for piece in _enumerated(part)]
    if len(pieces) > (2 if date is None else 1) and all(map(_is_aim, pieces)):
        return Aims(goals=tuple(pieces), deadline=date, leading=leading)
    return Aims(goals=(sentence,))


def shared_deadline(words: Words, period: Period | None) -> Words | None:
    """The date of a clause that says nothing but until when all goals shall be reached."""
    told = list(sentences(words))
    start = _SHARED.match(told[0].text) if len(told) == 1 else None
    return only_deadline(told[0].part(start.end()), period) if start else None


def counted_goals(words: Words, count: int) -> slice:
    """Which of *count* goals a clause means that dates several: all, or the first or last few (``前三项``)."""
    told = _FIRST.match(words.text)
    few = int(read_numeral(told["count"]) or 0) if told else 0
    if told is None or not 0 < few < count:
        return slice(None)
    return slice(few) if told["end"] == "前" else slice(count - few, None)


def deadline_of_all(words: Words, period: Period | None) -> Words | None:
    """By when all goals below are due, as what leads over to them says: ``四季度工作目标``, ``都按8月31日算``."""
    bracketed = [words.part(*match.span(1)) for match in re.finditer(r"[（(]([^（）()]+)[)）]", words.text)]
    shared = (shared_deadline(piece, period) for piece in (*bracketed, *clauses(words)))
    return next(filter(None, shared), None) or deadline_in(words, period) or _later_period(words, period)


def is_lead_with_date(words: Words, period: Period | None) -> bool:
    """Whether a sentence before the goals names none, and only dates them all: ``就报四个数，都在12月31日见分晓。``."""
    *before, last = list(clauses(words)) or [words]
    every = re.search("[均都]|全部|一律|统一|各项|以下", last.text)
    return (
        every is not None
        and shared_deadline(last, period) is not None
        and not any(_is_aim(one) for one in before if not _COUNTS_GOALS.search(one.text))
    )


def _later_period(words: Words, period: Period | None) -> Words | None:
    named = find_periods(words.text, period=period) if period else ()
    later = (one for one in named if period and one.last and one.last > period.last)
    return next((words.part(one.start, one.end) for one in later), None)


def is_direction(text: str) -> bool:
    """Whether a passage begins by looking several years ahead (``未来三年……``)."""
    return _LONG_RANGE.match(text) is not None


def is_aside(text: str) -> bool:
    """Whether a sentence behind the goals is none: it asks for something, or adds what is not to be reached."""
    added = _ADDED.match(text)
    aims = added and (_DONE.search(text) or _WISHED.search(text[added.end() :]) or (has_figure(text) and _AIM.search(text)))
    return bool(_ASKED.search(text) or (added and not aims))


def _enumerated(part: Words) -> Sequence[Words]:
    """The goals that a clause lists (``办结率97%以上、走访200户``); else the clause itself."""
    pieces = list(_cut(part, "、"))
    return pieces if len(pieces) > 1 and all(has_figure(piece.text) and _is_aim(piece) for piece in pieces) else [part]


def _cut(words: Words, at: str) -> Iterator[Words]:
    start = 0
    for stop in (*re.finditer(at, words.text), None):
        piece = words.part(start, stop.start() if stop else None)
        if piece.text:
            yield piece
        start = stop.end() if stop else 0


def _is_aim(part: Words) -> bool:
    if _COMPARED.match(part.text):
        return False
    bounded = re.search("[0-9][^0-9]{1,3}以[上下内]$", part.text)
    return bool(_DONE.search(part.text) or bounded or (has_figure(part.text) and _AIM.search(part.text)))
