"""
Places in a text that a template left to be filled in.

The same signs have honest uses, and these are let pass: ``XX小区`` and ``李XX`` leave a name out on purpose, ``139****0000`` is
masked, ``**`` makes Markdown bold, ``【】`` sets off a title, ``5x8`` multiplies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from propsummary._privacy import SURNAMES

__all__ = ["left_open", "placeholders"]

_X = "XxＸｘ"
_MASK = f"[{_X}×]"

# What a missing number counts or measures, each with the characters that would make another word of it (项目, 分公司).
_UNITS = (
    "人次|人(?!民|才|寿|和|家|文|保|力|防|员)|次(?!日|要|月|序)|起(?!重|点|火|因|草|来|到|诉|步)|件|户(?!外|型|口)"
    "|个百分点|个(?!人|体|别|性)|[%％‰]|万(?!科|达|象|豪|和|国|家|泰)|亿|元(?!旦|件|宝|素|宵)|小时|分钟|天(?!地|然|津|下|空|安|成|河|府)"
    "|项(?!目)|条(?!例|件|款)|处(?!理|置|长|级|室|罚)|台(?!湾|球|风|账|商|阶)|套(?!房|餐)|场(?!所|地|馆|站|内|外|景)|辆|份(?!额|子)"
    "|名(?!城|苑|都|邸|门|居|园|仕|流|人|湾|著|座|称|单|字)|吨|度(?!假|量)|公里|平方米|㎡|m²|kWh|千瓦时|月(?!亮|湾|光|子|季)|日(?!报|常)"
    "|年(?!华|轮)度?|周(?!边|围|界|转|到|家|庄)|分(?!享|析|布|类|别|局|店|公|部|院|校|行|队)|秒|星(?!城|河|光|座|湾|海|期)级?|岁"
    "|批|盏|株|棵|宗|笔(?!试|录|记)|季度|倍|学时|化(?!学|工|验|妆|粪|肥|解)"
)
_COUNTED = rf"\s?[余多来几]?[百千万亿]{{0,2}}[余多]?(?:{_UNITS})(?!数)"
# One letter after 单价, 面积 or 人数 multiplies.
_NUMBER = rf"(?:[{_X}×]{{2,6}}|(?<![数积价量额])[{_X}])(?:[.,，]{_MASK}{{1,4}})*"

# After a mask these say that it hides the name of a place, a make or a person; before it, that of a person.
_NAMED = (
    "小区|物业|公司|花园|家园|苑|园|城|府|湾|庭|居|里|邸|轩|阁|天地|大厦|广场|中心|国际|商场|酒店|路|街|巷|道|号|栋|幢|楼|单元|室"
    "|市|省|区|县|镇|乡|村|社区|派出所|学校|小学|中学|大学|医院|银行|集团|项目|部|科|处|局|队|班|站|店|厂|院|所|社|牌|型|级|系统|平台"
    "|先生|女士|同志|师傅|老师|业主"
)
_PEOPLE = "(?<!业主)(?<!住户)(?<!租户)(?<!员工)(?<!队员)(?<!保安)(?<!师傅)(?<!客户)(?<!商户)(?<!访客)(?<!老人)"

# TODO补12月数据, TBD件: what else follows without a stop is what the letters are the name of (TODO看板, TBD品牌).
_TO_DO = (
    r"(?<![A-Za-z])(?:TODO|FIXME|TBD|TBC)(?![A-Za-z])(?!\s*(?:[Ll]ist|[Aa]pp))"
    rf"(?!\s*(?!补|填|写|待|查(?!询)|核[实对]|插入|更新|确认|{_UNITS})[一-龥])"
)
_OWED = "(?:数据|数字|数值|金额|人数)待(?:核[实对]?|确认|查)"
# In front of XX, that it stands for a name: 品牌名“XX”, 以下简称“XX”.
_CALLED = re.compile('(?:品牌|商标|简称|字号|冠名)(?:名称?|叫|为|是)?[：:]?[“"「『]?$')

_BLANKS = re.compile(
    rf"(?<![A-Za-z0-9.×]){_NUMBER}{_COUNTED}"
    rf"|×{{1,4}}年×{{1,2}}月(?:×{{1,2}}日)?|×{{1,2}}月×{{1,2}}日"
    rf"|(?<![A-Za-z0-9*＊])(?:19|20)(?:(?:[0-9]{_MASK}|{_MASK}{{2}})(?![A-Za-z0-9])年?|(?:[0-9][*＊]|[*＊]{{2}})年)度?"
    r"|[【\[（(]\s*(?:请(?:填|补充|输入|选择|插入)|待(?:填|补|完善)|在?此处?(?:填|插|补|写))[^【】\[\]（）()]{0,20}[】\]）)]"
    r"|【填[写入][^【】]{0,20}】|[【\[（(][^【】\[\]（）()]{0,8}待(?:填写?|补充?|完善)\s*[】\]）)]"
    r"|【\s*】|[（(]\s{2,}[）)]"
    r"|\{\{[^{}]{0,40}\}\}|\$\{[^{}]{1,40}\}"
    rf"|{_TO_DO}"
    rf"|(?<![吗呢吧么啊呀?？])[?？]{{2,6}}(?!(.)\1){_COUNTED}"
    rf"|[（(【\[]\s*{_OWED}\s*[）)】\]]|(?:(?<=[：:])|^)[ \t]*{_OWED}(?![一-龥，,])"
    r"|(?:(?<=[（(。；;\n])|^)[ \t]*在?此处(?:插入|补充|粘贴|附|放)[^，,。；;\n]{0,12}(?:照片|图片|图表|表格|截图|数据)(?![一-龥])"
    r"|(?<=[一-龥])【(?:项目|公司|小区|部门|单位|楼盘)名称】|^【(?:项目|公司|小区|部门|单位|楼盘)名称】(?=$|[^【\n]{0,40}(?:总结|计划|报告|方案)$)"
    r"|(?<![A-Za-z0-9_])[_＿]{3,}(?![A-Za-z0-9_])"
    r"|(?<=[：:])\s*(?:待填写?|待补充?|请填写)(?![一-龥])|(?:数据|数字|数值|图片|照片|金额|人数|日期)待(?:填写?|补充?)(?![一-龥])"
    r"|^\s*(?:待填写?|待补充?|请填写)[。.…]*\s*$",
    re.MULTILINE,
)
_NAME = re.compile(
    rf"(?<![A-Za-z0-9_/.·\-])(?<![{SURNAMES}]){_PEOPLE}{_MASK}{{2,6}}"
    rf"(?![A-Za-z0-9_/\-])(?![^\W\d_的在由和等是]{{0,3}}(?:{_NAMED}))"
)
_STARS = re.compile(r"(?<![*＊])[*＊]{2,}(?![*＊])")
_MASKING = re.compile(r"(?<=[A-Za-z0-9])[*＊]+(?=[A-Za-z0-9])")
_TOUCHING = re.compile(r"(?<=[A-Za-z0-9])[*＊]|[*＊]+[A-Za-z0-9]")
_AFTER_STARS = re.compile(_COUNTED)
_ALONE = re.compile(r"^[ \t]*[*＊_＿\-][*＊_＿\- \t]*$", re.MULTILINE)
_MAYBE = re.compile(r"[XxＸｘ×*＊_＿{【\[（(待填]|[?？]{2}|此处|TODO|FIXME|TB[DC]|19|20")
# Alone in a field somebody means to come back to it; in a sentence 待核实 may be how things stand.
_LATER = re.compile(
    r"[\s（(【\[]*(?:待(?:定|查[明实]?|核[实对]?|确[认定]|明确|统计|更新|提供)|暂缺|[?？]+|to be (?:decided|determined|confirmed))"
    r"[\s。.…?？）)】\]]*",
    re.IGNORECASE,
)
_NONE_YET = re.compile(r"\s*暂无[。.…]*\s*")


def placeholders(text: str, *, names: bool = True) -> tuple[str, ...]:
    """
    The placeholders in *text*, each told once.

    Args:
        names: Whether a bare ``XX`` counts; the name of a property may be left out on purpose.
    """
    if not _MAYBE.search(text):
        return ()
    text = _ALONE.sub("", text)  # a line across the page
    spans = sorted((*(m.span() for m in _BLANKS.finditer(text)), *_starred(text)))
    if names:
        masks = (m.span() for m in _NAME.finditer(text) if not _CALLED.search(text, max(0, m.start() - 8), m.start()))
        spans = sorted((*spans, *(span for span in masks if not _inside(span, spans))))
    return tuple(dict.fromkeys(text[start:end].strip() for start, end in _joined(spans)))


def left_open(text: str, *, owed: bool) -> bool:
    """
    Whether a whole field only says that it is to be filled in later: 待查, ？.

    Args:
        owed: Whether the field cannot truly hold nothing, so that 暂无 is no answer.
    """
    return bool(_LATER.fullmatch(text) or (owed and _NONE_YET.fullmatch(text)))


def _starred(text: str) -> Iterator[tuple[int, int]]:
    """Stars that stand for something: four or more, or fewer before a unit where they cannot be Markdown."""
    runs = [run for run in _STARS.finditer(text) if not _MASKING.match(text, run.start())]
    for number, run in enumerate(runs):
        if _TOUCHING.match(text, run.start()):
            continue
        counted = _AFTER_STARS.match(text, run.end())
        may_open = number % 2 == 0 and number + 1 < len(runs)
        ends = counted is not None and not text[counted.end() : counted.end() + 1].isalpha()
        unpaired = number % 2 == 0 and not may_open
        if len(run[0]) >= 4 or (counted and ((may_open and ends) or unpaired)):
            yield run.start(), counted.end() if counted else run.end()


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that touch as one: ``X年X月`` is one blank."""
    open_at, until = 0, -1
    for start, end in spans:
        if start > until:
            if until >= 0:
                yield open_at, until
            open_at = start
        until = max(until, end)
    if until >= 0:
        yield open_at, until
