"""Numerals that are no figures: dates, clock times, names of things, set terms, idioms, serial numbers."""

from __future__ import annotations

import functools
import re

from propsummary.quantities._unit_words import unit_pattern

__all__ = ["counts_nothing", "dated", "masked"]

_N = "[0-9]{1,4}"
_D = "[0-9]{1,2}"
_HOUR = "(?:2[0-4]|[01]?[0-9])"
_C = "[一二三四五六七八九十]{1,3}"
_AND = "(?: ?(?:[-–—~‐‑]{1,2}|至|到|、|和|及|,) ?)"
_YEAR = "(?:19|20)[0-9]{2}"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    "Nov(?:ember)?|Dec(?:ember)?)"
)
_QUANTITIES = "万|亿|%|‰|元|吨|度|k|m|千瓦|立方|平方|公里|公斤|米"

# 去年7月25起，同比下降 counts cases; 7月25起执行 is from when on.
_COUNTED = (
    "[件单户例宗]|次(?!日)|台(?!风)|人(?![员民])|起(?=[）)；;。]|[，,、]?(?:同比|环比|下降|减少|增|上升|降|其中|[比较去上今]))"
)

#: Dates, from their first numeral on.
_DATES = (
    rf"{_YEAR}[-./](?:0?[1-9]|1[0-2])(?:[-./][0-9]{{1,2}})?(?![0-9]|\.[0-9]| ?(?:{_QUANTITIES}))日?",
    rf"{_YEAR}(?:{_AND}(?:{_YEAR}|[0-9]{{2}})){{0,12}} ?(?:年|财年|学年)(?:度(?!电))?",
    rf"{_YEAR}{_AND}{_YEAR}(?![0-9.]| ?(?:{_QUANTITIES}|[件人户次起台个张份]))",
    rf"{_YEAR} ?(?=Q[1-4]|H[12]|上半年|下半年|全年|第?[一二三四1-4]季度|版)",
    rf"{_YEAR}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])(?![0-9.,])",
    rf"[0-9]{{2}}(?:{_AND}[0-9]{{2}})?年(?={_D}月|上半年|下半年|度(?!电)|全年|第?[一二三四]季度|[底初末春夏秋冬]|同期)",
    rf"{_D}(?:{_AND}{_D}){{0,12}} ?月(?![季饼嫂供])"
    rf"(?:份|{_D}(?:{_AND}{_D}){{0,12}}(?:[日号]|(?![0-9]|\.[0-9]| ?(?:{_QUANTITIES}|{_COUNTED}))))?",  # 9月14.2万度 is no 14th
    rf"{_D}(?:{_AND}{_D}){{0,12}}日(?!内|以内|之内|均|龄)",
    r"(?:0[1-9]|1[0-2])/[0-3][0-9](?![0-9/.])",
    rf"{_D}/{_D}(?=[当日前晚早夜起]|上午|下午|凌晨|开始)",
    rf"{_C}(?:{_AND}{_C}){{0,12}}月(?![季饼嫂供])(?:份|[一二三四五六七八九十廿]{{1,3}}[日号]|[底初末间])?",
    r"[一二三四五六七八九十廿]{1,3}日(?!内|以内|之内|均|游)",
    r"[〇零○一二三四五六七八九]{4}年?",
    rf"[一二三四1-4](?:{_AND}[一二三四1-4]){{0,4}}季度?(?!花|常)",
    rf"{_D}(?: ?[–-] ?{_D})? {_MONTH}\b(?:,? {_YEAR}\b)?",
)
#: What else a numeral begins that stands for no quantity; tried where the numeral starts.
_NAMES = (
    # clock times
    rf"{_D}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9])",
    rf"{_D} ?时(?!段)(?:{_D}分?|半|整)?",
    rf"{_HOUR}点(?![次位检评])(?:{_D}分?|半|整|钟|一刻)?",
    rf"{_C}点(?:[一二三四五]?十[一二三四五六七八九]?分?|半|整|钟|一刻|(?![次位检评零〇一二三四五六七八九]))",
    rf"{_C}时(?!段)",
    # buildings, rooms, posts
    rf"{_N}(?:{_AND}{_N}号?){{0,12}}(?:[号#＃]|楼(?!宇|栋)|室(?!内)|房(?!间|屋)|标段|号线)",
    rf"{_N}(?:{_AND}{_N}){{0,12}}[A-Z](?:座|区|栋|口)",
    r"[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,5}",
    rf"(?<=(?<![现出改查到决个处项])(?:问题|措施|目标)){_D}(?=[、，,；;：:)）\s]|$)",  # 问题1
    # serial numbers, telephones, standards, sizes
    r"[0-9]+(?:\.[0-9]+){2,}",
    r"1[3-9][0-9][ -][0-9]{4}[ -][0-9]{4}(?![0-9])",
    r"[0-9]{1,2}·[0-9]{1,2}",
    r"[0-9](?:\+(?:[0-9]|[NnXx])(?![0-9.]))+(?=[\u4e00-\u9fff”」]|$)",
    r"1[3-9][0-9][0-9*Xx]{8}(?![0-9])|0[0-9]{2,3}-[0-9]{7,8}|[48]00[-0-9]{7,9}|[0-9]{3,4}-[0-9]{3,4}-[0-9]{3,4}",
    r"[0-9]+(?:\*{2,}|[Xx]{2,})[0-9*Xx]*|[0-9]+[Xx](?![A-Za-z0-9])[年月日%]?",
    r"[0-9]+(?:\.[0-9]+)? ?[×xX*] ?[0-9]+(?:\.[0-9]+)?(?: ?[×xX*] ?[0-9]+)?(?: ?(?:小时|mm|cm|m|米|厘米|毫米))?",
    r"[0-9](?:\.[0-9])?匹(?![布马])|360度(?!电)",
    # ranks and grades
    r"[一二三四五1-9](?:星级|级(?!风险点))",
    r"[0-9一二三四五六七八九十]{1,4}(?:届|周年|强企)",
    # names of things with a numeral in them
    r"[一二三四五六七八九十两]{1,2}年(?:行动|规划|计划|方案|攻坚|期规划|期计划|一度|四季|如一日)",
    r"[一二两三四五六七八九十]个(?:[“「]|能力|责任|确保|维护|自信|意识|到位|必须|坚持|一|方面|层面|维度|凡是|"
    r"清单|转变|不放过|统一|严禁)",
    r"一(?![十百千万点半])[\u4e00-\u9fff][一双两多到对岗](?![十百千半次])[\u4e00-\u9fff]",
    r"十分(?![钟之，。；]|以[上下内])|万分(?!之)",
    r"[一二两三四五六七八九十0-9]{1,2}(?:相[电四]|防|轮车|轮电动|座车|班倒|班制|人制|人份制|色分类)",
    r"八项规定|三重一大|四不两直|四不放过|三番五次|四面八方|三头六臂|五花八门|七上八下|三言两语|三五|三令五申|三位一体|两侧|两级|"
    r"千家万户|千方百计|四通八达|三口之家|万无一失|百分百|十全十美|九牛一毛|一五一十|一心一意|一次性|一条龙|一张网|一张图|一站式|"
    r"一键|一体|一流|一线|一旦|一些|一般|一定|一切|一直|一致|一贯|一律|一如|一系列|一方面|一步|一把手|一揽子|一盘棋|一本账|"
    r"两票三制|三班两运转|三查[四七][定对]|三会一课|三供一业|(?<=最后)一公里|"
    r"两会|两节|双随机|三件套|四件套|七件套|五小|百日|千分制|百分制|十分制|百年|千年|万家|二手|二维|二次(?:供水|污染|加压|装修|伤害|元|管|网|侧|泵|循环|换热|结构|搬运|转运|分拣|扬尘|利用)|一次(?:管?网(?!络|格)|侧)|"
    r"三方|四方|八方|三无|三包|三废|三定|三级|二级|一级",
)

#: What stands before a numeral that names or ranks something.
_BEFORE = (
    r"第 ?|[A-Za-z]-?|附[件表图录] ?|(?:[如见详示]|附件[0-9一二三四五六七八九十])[表图] ?|"
    r"(?:GB|GB/T|DB|DB/T|DB[0-9]{2}/T|ISO|HJ|JGJ|CJJ|TSG|GA|No\.?|NO\.?|№)[ -]?|"
    r"[（(〔\[【]第|(?:(?<!统一)(?<!逐一)(?<!重新)编号|工号|文号|尾号)[:： ]?|(?:电话|热线|密码|账号|手机)[:：] ?|双|"
    r"[*×XxＸ]|#|星期|礼拜|(?<![每一两二三四五六七八九十几0-9])周|农历|正月"
)
_LASTING = ("连续", "历时", "为期", "共", "共计", "累计", "用时")  # days that follow are counted
_WINDOW = 10  # characters in front of a numeral that say what it is: September and a blank
_BULLETS = " \t\u3000>*#-"  # what may stand before the number of an entry in its line
_STOPS = "\n\r。；;：:！!.)）"  # and before that

#: Numbers that one calls.
_HOTLINES = frozenset(
    {"110", "112", "114", "119", "120", "122", "12345", "12315", "12319", "12329", "12348", "12350", "12365", "12369"}
)

#: 零 as a part of another word.
_ZERO_WORDS = (
    "件 星 售 散 碎 修 食 钱 距 容忍 基础 时 点 下 配 部 担 工 花 接触 用 头 乱 落 整 报告 门槛 活 余额 和 库存 存 打 嘴 "
    "信任 跑 维修 敲 起步 起点 号 首付 增长 代码 碳 年 二 三 四 五 六 七 八 九 一"
)

_ROUND_THE_CLOCK = (
    "不间断|不断|值班|值守|有人|在岗|服务|监控|巡逻|巡查|巡视|开放|待命|备勤|畅通|热线|轮|双人|专人|无休|营业|全天|制|人工|自助|接听|电话|保安|安保|"
    "门岗|执勤|供应|守|在线|监测|客服|应急|驻|管家|全覆盖|受理|随时|响应|都有|均有|连续值|报修|开机|看护|无死角|到岗|岗位|全程|工作|安全|物业|的?秩序"
)
_ALWAYS = "全天|全天候|实行|实施|坚持|保持|执行|落实|提供|推行|做到|开通|7天|每天|每日|全年|一年|每周|天×|设立|设有|安排"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "date": re.compile("|".join(f"(?:{date})" for date in _DATES)),
        "mask": re.compile("|".join(f"(?:{mask})" for mask in (*_DATES, *_NAMES))),
        "before": re.compile(f"(?:{_BEFORE})$"),
        "zero": re.compile("|".join(_word_list(_ZERO_WORDS))),
        "clock_service": re.compile(rf" ?(?:{_ROUND_THE_CLOCK})"),
        "always": re.compile(rf"(?:{_ALWAYS})$"),
        "ratio_word": re.compile("(?:比例?|配比|按|占比)(?:为|约为|是|达|达到|约|[:：])? ?$"),
        "opening": re.compile(rf"(?:^|[\n\r。；;：:！!]|(?<=[\u4e00-\u9fff])\.|[（(]{_C}[)）])[{_BULLETS}]*$"),
        "entry": re.compile(
            rf"{_D}(?:[.．](?![0-9])|[、](?![0-9一二三四五六七八九十])|[)）]|"
            rf"[.．](?={_D} ?月(?:[底初末中前]|{_D}日))|[.．、](?={_YEAR}年))"
        ),
        "counted": re.compile(rf"{_D},(?=[\u4e00-\u9fff])(?!其中|含|同比|环比|比|较)"),
        "line": re.compile(rf"(?:^|[\n\r])[{_BULLETS}]*$"),
        "section": re.compile(
            r"[0-9]{1,3}(?:\.[0-9]{1,3}){1,5}(?=[ \t\u3000])"
            rf"(?!.(?:小时|分钟|{_QUANTITIES}|[^\w\s“《「【（(]|[a-z]|[0-9][0-9.,]*+(?:[%‰\s]|$)))"
        ),
        "pause": re.compile(r"[ \t]*(?:[，。；、：,;:()（）/\n\r]|$)"),
        "month": re.compile(rf"\b{_MONTH} $"),
        "year": re.compile(_YEAR),
        "first": re.compile("(?<![提以之目当日年会事])前$"),
        "day": re.compile(rf"{_D}(?:st|nd|rd|th)?\b(?![.,][0-9]| ?[%‰])(?:,? {_YEAR}\b)?"),
    }


def masked(text: str, pos: int) -> int | None:
    """Where the thing ends that begins with the numeral at *pos* and is no figure; None if it may be one."""
    patterns = _patterns()
    before = text[max(pos - _WINDOW, 0) : pos]
    if patterns["before"].search(before):
        return _numeral_end(text, pos)
    number = _heading_number(text, pos, before)
    if number is None and before.endswith(" ") and patterns["month"].search(before):
        number = patterns["day"].match(text, pos)
    if number:
        return number.end()
    mask = patterns["mask"].match(text, pos)
    if mask is None:
        return None
    if ":" in mask[0] and patterns["ratio_word"].search(before):
        return None
    if mask[0].endswith("日") and before.endswith(_LASTING):
        return None
    return mask.end()


def dated(text: str, pos: int) -> bool:
    """Whether a date begins at *pos*."""
    return _patterns()["date"].match(text, pos) is not None


def _heading_number(text: str, pos: int, before: str) -> re.Match[str] | None:
    """The number of an entry or a section at *pos*; ``16.8 minutes`` and ``98.6 分`` with nothing behind it are quantities."""
    if (head := before.rstrip(_BULLETS)) and head[-1] not in _STOPS:  # as before most numerals
        return None
    patterns = _patterns()
    entry = patterns["entry"].match(text, pos) if patterns["opening"].search(before) else None
    if entry or not patterns["line"].search(before):
        return entry
    if counted := patterns["counted"].match(text, pos):
        return counted
    section = patterns["section"].match(text, pos)
    unit = unit_pattern().match(text, section.end()) if section else None
    return None if unit and patterns["pause"].match(text, unit.end()) else section


def counts_nothing(text: str, start: int, end: int, number: str, unit: str | None) -> bool:
    """Whether a number with its unit, read at text[start:end], states a schedule, a claim or a name, no quantity."""
    patterns = _patterns()
    before = text[max(start - 10, 0) : start]
    if (number, unit) in _SCHEDULES:
        return bool(patterns["clock_service"].match(text, end) or patterns["always"].search(before))
    if number == "零" or text[start:end] == "零":
        return bool(patterns["zero"].match(text, start + 1)) or (unit is None and not _claims_zero(text, start, end))
    if unit is None:
        return number in _HOTLINES or patterns["year"].fullmatch(number) is not None
    return unit in ("名", "位", "个月", "个", "天", "周", "年") and patterns["first"].search(before) is not None


_SCHEDULES = frozenset({("24", "小时"), ("365", "天"), ("7", "天"), ("二十四", "小时"), ("三百六十五", "天"), ("12", "小时")})


def _claims_zero(text: str, start: int, end: int) -> bool:
    """零投诉 and 投诉为零 state a zero; 清零 does not."""
    after = text[end : end + 1]
    if text[start - 1 : start] in ("归", "清", "从", "凋", "飘", "化"):
        return False
    if "\u4e00" <= after <= "\u9fff":
        return True
    return start > 0 and text[start - 1] in "为是到至持"


def _numeral_end(text: str, pos: int) -> int:
    match = re.compile(r"[0-9零〇一二三四五六七八九十百千]{1,40}(?:[.:-][0-9]{1,8}){0,4}[*A-Za-z]{0,8}").match(text, pos)
    return match.end() if match else pos + 1


def _word_list(words: str) -> list[str]:
    return [re.escape(word) for word in words.split()]
