"""
How often the rules on wording and privacy accuse a text that is all right.

Run: ``python scripts/harmless.py [KILOBYTES]``; 200 by default. The text is made of the sentence patterns below, as careful staff
of all five departments write them, with figures, places and numbers drawn by a fixed seed, of the finished examples, and of the
drafts in ``tests/cases``, in which what was planted on purpose does not count. It fails where there is an error, or more than one
warning per 10 KB of the generated text alone.
"""

from __future__ import annotations

import json
import pathlib
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator

from propsummary import Severity, read
from propsummary.model import Background, Part, Section, Summary
from propsummary.periods import Period
from propsummary.problems import Problem
from propsummary.rules import all_rules, check

ROOT = pathlib.Path(__file__).resolve().parent.parent
RULES = [rule for rule in all_rules().values() if rule.info.family in ("WRD", "PRV")]
PER_WARNING = 10_000

#: What stands for a word in braces in the patterns; other names are numbers (``n``, ``m``, ``k``), codes and dates.
_WORDS = {
    "place": "东门岗 南门岗 B1车库 3号楼大堂 7号楼2单元 配电房 消防泵房 中心花园 西侧连廊 二期架空层 垃圾房 员工食堂",
    "thing": "道闸识别相机 单元门禁 潜污泵 应急照明 防火卷帘 生活水泵 电梯门机 扫地车 绿篱机 监控存储 充电桩 新风机组",
    "who": "夜班队员 工程值班员 保洁领班 客服专员 监控岗 绿化组 仓管员 食堂班组 巡逻三组 管家",
    "deed": "更换 检修 清洗 校准 加固 移位 增设 停用",
    "why": "雨后积水 高峰排队 夜间噪声 外墙渗水 堆物占道 钥匙混放 交接漏项 备件断档",
    "team": "工程部 秩序部 环境部 客服部 后勤部 维保单位 社区居委会 派出所",
    "slogan": "多措并举降噪声 扎实推进垃圾分类 再接再厉迎新春 进一步加强邻里守望 小编为大家讲消防 圆满完成倒计时",
}

#: Sentences without a fault; many hold what only looks like one.
_PATTERNS = """\
{month}{who}在{place}发现{why}{n}处，{m}处当日处理，其余{k}处列入{next}计划。
{place}的{thing}{month}{deed}{n}台，单台用时{m}分钟，停用期间由{who}每{k}小时巡查一次。
因{why}，{place}全月被投诉{n}件，比上月少{k}件，其中{m}件由{team}和我部一起上门答复。
工单{order}当日派出，{who}{m}分钟到场，材料编码{material}领用{k}件。
{team}送来的合同{contract}已会签，{thing}的质保延长{n}个月。
{place}总表{meter}本月走字{n}度，比上月多{k}度，{who}查到{thing}夜里没有停机。
便民电话400-{n4}-{m4}和物业热线0531-8{n}{m4}已张贴在{place}，夜里由{who}接听。
12345转来的{k}件都在{m}小时内答复，市民最关心的是{place}的{why}。
{next}前把{thing}换成{model}型，先换{place}，再换其余{k}处，由{team}验收。
业主李XX反映{place}{why}，{who}{m}分钟到场，来电139****{n4}已登记回访。
**{place}**：{thing}{n}台，完好{m}台，停用{k}台（编号{letter}{k}01到{letter}{k}0{k}）。
“{slogan}”活动办了{n}场，{m}户参加，{who}收回意见{k}条。
一是{who}把{place}的点位重排；二是{thing}由{team}每周看一次；三是{why}当天报、当天清。
{who}培训{n}学时，考核{m}人，{k}人补考后通过；教材第{k}页到第{n}页改写过。
进一步查看录像后，{who}确认{place}的车辆是{month}{k}日{n}时进场的，车牌后三位为{k}{n}。
{place}值守按5x8小时安排，{thing}房7×24小时有人，标识牌20x30cm共{n}块。
{team}与我部对账，应收{n}.{k}万元，实收{m}.{k}万元，差额写进{next}的清单。
R&D楼和A<B两区共用{n}台{thing}，{who}按{model}图纸重新贴了标签。
值班手机1390000{n4}放在{place}，由{who}轮流保管，每月核对话费{k}元。
{month}京A级保温板在{place}试铺{n}平方米，{team}复测{m}次，脱落{k}处。
{place}的{why}没有根治：去年{n}次，今年{m}次，主要卡在{thing}的配件要等{k}周。
发票号{invoice}与入库单一致，{thing}{n}件入账，{k}件退回。
公告写明“如有疑问请告诉我们”，{place}张贴{n}天，收到电话{m}个、来访{k}人。
{who}把{place}的巡查由每天{k}次改为每天{m}次，{why}从{n}件降到{k}件。
""".splitlines()


def prose(size: int, seed: int = 20260109) -> Iterator[str]:
    """Paragraphs of three sentences, *size* bytes of UTF-8 in all."""
    chance = random.Random(seed)
    written = 0
    while written < size:
        paragraph = "".join(_sentence(pattern, chance) for pattern in chance.sample(_PATTERNS, 3))
        written += len(paragraph.encode())
        yield paragraph


def _sentence(pattern: str, chance: random.Random) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: _filled(match[1], chance), pattern)


def _filled(name: str, chance: random.Random) -> str:
    if name in _WORDS:
        return chance.choice(_WORDS[name].split())
    match name:
        case "n" | "m" | "k":
            return str(chance.randint(*{"n": (20, 90), "m": (6, 19), "k": (2, 5)}[name]))
        case "n4" | "m4":
            return f"{chance.randint(0, 9999):04}"
        case "month":
            return f"{chance.randint(1, 12)}月"
        case "next":
            return chance.choice(["下月", "二季度", "明年一季度", "汛期"])
        case "order":
            return f"1{chance.randint(3, 9)}{chance.randint(0, 10**9 - 1):09}"
        case "material":
            return f"62{chance.randint(0, 10**14 - 1):014}"
        case "contract":
            return f"HT-2025{chance.randint(0, 10**14 - 1):014}"
        case "meter":
            return f"{chance.randint(10**14, 10**15 - 1)}"
        case "invoice":
            return f"{chance.randint(10**19, 10**20 - 1)}"
        case "model":
            return f"{chance.choice('ABCDK')}{chance.randint(1000, 99999)}"
        case "letter":
            return chance.choice("ABCD")
    raise KeyError(name)


def _as_summary(paragraphs: list[str]) -> Summary:
    background = Background(text=paragraphs[0])
    sections = tuple(Section(part=Part.OTHER, text=paragraph) for paragraph in paragraphs[1:])
    return Summary(department="order", period=Period.parse("2025"), background=background, sections=sections)


def marked() -> Iterator[tuple[pathlib.Path, set[str]]]:
    """The drafts that a careful reader has looked through, each with the codes of what is wrong with it."""
    for gold in sorted((ROOT / "tests" / "cases").rglob("*.gold.json")):
        findings = json.loads(gold.read_text(encoding="utf-8"))["findings"]
        yield gold.with_name(gold.name.removesuffix(".gold.json")), {finding["code"] for finding in findings}


def accusations(size: int, *, own: bool = True) -> list[Problem]:
    """
    What the rules say of text that is all right.

    Args:
        size: How many bytes of generated prose they look at, some forty paragraphs to a summary.

        own: Whether they look at the finished examples and the marked drafts too.
    """
    paragraphs = list(prose(size))
    found: list[Problem] = []
    for start in range(0, len(paragraphs), 40):
        found += check(_as_summary(paragraphs[start : start + 40]), rules=RULES).problems
    if own:
        for file in (ROOT / "examples").glob("*-2025.yaml"):
            found += check(read(file), rules=RULES).problems
        for file, planted in marked():
            found += (p for p in check(read(file), rules=RULES).problems if p.code not in planted)
    return found


def main(size: int) -> int:
    """Count, print, and say whether the bar is kept."""
    found = accusations(size)
    for problem in found:
        if problem.severity is not Severity.INFO:
            print(f"{problem.severity.value:8}{problem.code}  {problem.message}")
    counts = Counter((problem.severity, problem.code) for problem in found)
    for (severity, code), count in sorted(counts.items(), key=lambda item: item[0][1]):
        print(f"{code}  {severity.value:8}{count:5}   {count * PER_WARNING / size:.2f} per 10 KB")
    errors = sum(count for (severity, _), count in counts.items() if severity is Severity.ERROR)
    warnings = sum(count for (severity, _), count in counts.items() if severity is Severity.WARNING)
    print(f"{size / 1000:.0f} KB: {errors} errors, {warnings} warnings")
    return 1 if errors or warnings * PER_WARNING > size else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) * 1000 if len(sys.argv) > 1 else 200_000))
