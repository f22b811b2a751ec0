"""Activities: what was held or done, when, how often, with how many."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

import attrs

from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of, sentences
from propsummary.drafts.outline import Words
from propsummary.model import Activity, ActivityKind
from propsummary.periods import Period, read_date
from propsummary.quantities import Figure, find_figures, read_quantity

__all__ = ["Found", "activities", "kind_of_activity"]

_TIMES = ("次", "场", "场次", "期", "批", "批次")
_PEOPLE = ("人", "人次", "户", "名", "户次", "位")
_GUESTS = ("家庭", "孩子", "小朋友", "业主", "老人", "家长", "居民", "租户", "住户", "客户", "学生", "商户", "邻居")
_HELD = "组织|举办|举行|开展|承办|策划|主办|搞|放映?|办(?![理证结完公])"
# What is held on a day with many there, and yet is no activity for residents.
_BUSINESS = (
    "会$|会议|检查|巡查|排查|考[试核]|测试|会诊|[抢检维]修|验收|招标|整改|整治|施工|清[理洗]|消杀"
    "|盘点|投票|选举|值[守班]|调查|交付|更换|安装|登记|缴费"
)
_CLOSE = 10  # characters between an activity and how often it was held


@attrs.frozen(kw_only=True)
class Found:
    """
    An activity and where its fields stand.

    Attributes:
        words: All of it.

        places: Its fields' words, by name.
    """

    activity: Activity
    words: Words
    places: tuple[tuple[str, Words], ...]


def activities(words: Words, period: Period | None, topic: str = "") -> Iterator[Found]:
    """
    The activities that a passage of results tells: those that say how often, when, or with how many.

    Args:
        topic: What the passage is about, by its label; below 社区文化 what is told with a day alone is an activity too.
    """
    for sentence in sentences(words):
        mentions = _mentions(sentence.text)
        start = 0
        for nth, mention in enumerate(mentions):
            end = mentions[nth + 1].start() if nth + 1 < len(mentions) else len(sentence.text)
            comma = max(sentence.text.rfind(mark, mention.end(), end) for mark in "，,、") if nth + 1 < len(mentions) else -1
            stretch = sentence.part(start, comma if comma > 0 else end)
            if found := _activity(stretch, period):
                yield found
                start = comma if comma > 0 else end
        if not start:
            yield from _gatherings(sentence, period, topic)


def _mentions(text: str) -> list[re.Match[str]]:
    """The words for activities; of several in one name (认养小树活动) the first, of 安全宣传日组织疏散演练 what was held."""
    found: list[re.Match[str]] = []
    for one in _patterns()["kind"].finditer(text):
        if _is_part(text, one.start()) or (found and one.start() < _end(text, found[-1])):
            continue
        occasion = found and _patterns()["occasion"].fullmatch(text, found[-1].end(), one.start())
        if occasion or (found and re.fullmatch("[：:][^，,；;]*", text[found[-1].end() : one.start()])):
            found.pop()  # 培训：6月19日开展实操培训1次 labels what it tells
        found.append(one)
    return found


def _gatherings(sentence: Words, period: Period | None, topic: str) -> Iterator[Found]:
    """What was held for residents on a day, though no word says that it is an activity: ``9月27日做月饼，52位业主参加``."""
    begins = [0, *(match.end() for match in _patterns()["then"].finditer(sentence.text))]
    for begin, end in zip(begins, [*begins[1:], None], strict=True):
        stretch = sentence.part(begin, len(sentence.text) if end is None else end - 1)
        match = _patterns()["gathering"].match(stretch.text)
        day = _patterns()["day"].match(stretch.text)
        when = _when(day, period)
        if match is None or day is None or when is None or _patterns()["business"].search(match["name"]):
            continue
        people = _participants(stretch.text, find_figures(stretch.text), match.end())
        if _patterns()["social"].search(topic):
            told = bool(people or match["held"] or match["feast"] or match["name"].startswith("“"))
        else:
            told = bool(match["held"] and people and _comes(stretch.text, people) and _are_guests(stretch.text, people))
        if told:
            places = [("when", stretch.part(*day.span()))]
            places += [("participants", stretch.part(people.start, people.end))] if people else []
            quantity = people.quantity if people else None
            activity = Activity(kind=ActivityKind.CAMPAIGN, name=match["name"], when=(when,), participants=quantity)
            yield Found(activity=activity, words=stretch, places=tuple(places))


def _is_part(text: str, at: int) -> bool:
    """Whether what stands at *at* is one of those told before: ``演练6次，其中6月21日的疏散演练……``."""
    clause = re.split("[，,；;（(]", text[:at])[-1]
    return "其中" in clause


def kind_of_activity(name: str) -> ActivityKind | None:
    """What kind of activity *name* names; none if it names none."""
    match = _patterns()["kind"].search(name)
    return next(one for one in ActivityKind if one.value == match.lastgroup) if match else None


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = prose_words()
    day = r"(?:20[0-9]{2}年)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]"
    number = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
    kinds = "|".join(f"(?P<{row.kind}>{any_of(row.words)})" for row in words.activities)
    return {
        "kind": re.compile(rf"(?:{kinds})(?![率室员费师版栏计中服部科岗课表])"),
        "name": re.compile(rf"(?:.*(?:{any_of(words.holding.words)})(?:了)?|.*[日号]|.*月份?)?(?P<name>[^，,。；;：:]*)$"),
        "occasion": re.compile(rf"(?:[日周月节]|期间|当天|活动中?)[^，,、；;。：:]{{0,6}}?(?:{_HELD})了?[^，,、；;。：:]{{0,12}}"),
        "several": re.compile(
            "[会节]?[”》]?(?:、?[“《][^“”《》，,；;。]{1,16}[”》])*等[\u4e00-\u9fff]{0,6}?(?:活动|讲座|培训|演练|宣传)"
        ),
        "named": re.compile(
            "(?:(?![和及与并暨等后前组举开办参])[\u4e00-\u9fff]){0,6}?(?:活动(?![室场])|运动会|比赛|体验|讲座|游园|采摘|课堂|市[场集]|集市)"
        ),
        "gathering": re.compile(
            rf"\s*{day}(?:当天|[上下]午|中午|傍晚|晚上?|周[六日末])?(?![前起至到—~-])[，,]?(?:[在与和同联会][^，,；;0-9]{{2,12}}?(?={_HELD}))?"
            rf"(?P<held>(?:{_HELD})了?)?(?P<name>(?P<feast>[\u4e00-\u9fff]{{1,4}}[节日]|[为给])?[^，,、；;：:（(0-9]{{2,16}})"
        ),
        "then": re.compile(rf"[，,、](?=\s*{day})"),
        "business": re.compile(_BUSINESS),
        "social": re.compile("活动|文化|文体|节日|邻里|敬老|公益|便民"),
        "day": re.compile(rf"(?:(?P<year>20[0-9]{{2}})年)?(?P<day>{number}\s*月\s*{number}\s*[日号])"),
        "elsewhen": re.compile(
            "[去上前次明来]年|往年|下[个半]|截[至止]|[自从到至]$|同期|计划|打算|准备|将|拟|预计|预定|原定|定[于在]|安排|再"
        ),
        "holding": re.compile(any_of(words.holding.words)),
        "held": re.compile(rf"(?:{any_of(words.holding.words)})了?(?P<times>{number}(?:{any_of(_TIMES)}))(?=[^，,。；;]*$)"),
        "attending": re.compile(any_of(words.attending.words)),
        "leading": re.compile(
            rf"^(?:的|全年|本月|本季度|上半年|下半年|本年度?|共计?|累计|先后|还|并|已|[内外]部|{number}(?:月|[场次期]))+"
        ),
    }


def _activity(words: Words, period: Period | None) -> Found | None:
    text = words.text
    figures = find_figures(text)
    match = next(iter(_mentions(text)), None)
    if match is None:
        return None
    times = _times(text, figures, match)
    day = _patterns()["day"].search(text, 0, match.end())
    people = _participants(text, figures, match.end())
    everyday = match.lastgroup == ActivityKind.INSPECTION.value  # told of as an activity where it is counted only
    if not (times or (not everyday and day and (people or _patterns()["holding"].search(text, 0, match.start())))):
        return None
    name = _name(text, match)
    if not name:
        return None
    places = []
    if times:
        places.append(("times", words.part(*times)))
    if people:
        places.append(("participants", words.part(people.start, people.end)))
    when = _when(day, period)
    if day and when:
        places.append(("when", words.part(*day.span())))
    activity = Activity(
        kind=next(one for one in ActivityKind if one.value == match.lastgroup),
        name=name,
        when=(when,) if when else (),
        times=read_quantity(text[slice(*times)]) if times else None,
        participants=people.quantity if people else None,
    )
    return Found(activity=activity, words=words, places=tuple(places))


def _times(text: str, figures: tuple[Figure, ...], match: re.Match[str]) -> tuple[int, int] | None:
    """Where it is said how often: right behind the activity (演练2次), or behind the word for holding one (组织一次演练)."""
    if re.search("每(?:个?月|周|季度?|年|天|日)[^，,；;。]{0,8}$", text[: match.start()]):
        return None  # 每月拉动两次 is not how often it was in all
    end = _end(text, match)
    for one in figures:
        if one.unit in _TIMES and 0 <= one.start - end <= _CLOSE:
            return one.start, one.end
    before = _patterns()["held"].search(text, 0, match.start())
    return before.span("times") if before and match.start() - before.end() <= 2 * _CLOSE else None


def _participants(text: str, figures: tuple[Figure, ...], end: int) -> Figure | None:
    """Who came: people beside a word for coming, or the first people that stand right behind the activity, which ends at *end*."""
    people = [one for one in figures if one.unit in _PEOPLE or (one.unit in (None, "个") and text.startswith(_GUESTS, one.end))]
    coming = (one for one in people if _comes(text, one))
    return next(coming, None) or next((one for one in people if 0 <= one.start - end <= 2 * _CLOSE), None)


def _comes(text: str, people: Figure) -> bool:
    """Whether a word for coming stands beside people."""
    around = text[max(0, people.start - 8) : people.start] + "|" + text[people.end : people.end + 6]
    return bool(_patterns()["attending"].search(around))


def _are_guests(text: str, people: Figure) -> bool:
    """Whether people are said to be residents."""
    return text.startswith(_GUESTS, people.end) or any(one in text[max(0, people.start - 5) : people.start] for one in _GUESTS)


def _end(text: str, match: re.Match[str]) -> int:
    """Where an activity's name ends, with the others that are named beside it: ``“邻里节”“中秋游园”等活动``."""
    several = _patterns()["several"].match(text, match.end()) or _patterns()["named"].match(text, match.end())
    return several.end() if several else match.end()


def _name(text: str, match: re.Match[str]) -> str:
    """The activity's name: the noun phrase that ends in its word."""
    end = _end(text, match)
    begin = max(text.rfind(mark, 0, match.start()) for mark in "，,：:；;。 " + ("、" if end == match.end() else "")) + 1
    found = _patterns()["name"].match(text[begin:end])
    name = found["name"] if found else ""
    name = _patterns()["leading"].sub("", name if len(name) >= len(match[0]) else match[0])
    name = name if name.count("“") == name.count("”") else re.sub("[“”]", "", name)
    return name if 2 <= len(name) <= 30 else match[0]


def _when(day: re.Match[str] | None, period: Period | None) -> Period | None:
    if day is None or period is None:
        return None
    said = "".join(day["day"].split()).replace("号", "日")
    years = [int(day["year"])] if day["year"] else [period.last.year, period.first.year, period.first.year - 1]
    dates = [date for year in years if (date := read_date(f"{year}年{said}"))]
    within = [date for date in dates if day["year"] or period.contains(date)]
    if not within and not _patterns()["elsewhen"].search(day.string, 0, day.start()) and not day.string.startswith("起", day.end()):
        within = sorted(dates, key=lambda date: abs(date - period.last))  # in no year a day of the period
    return Period.between(within[0], within[0], text=day[0]) if within else None
