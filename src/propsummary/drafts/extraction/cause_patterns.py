"""How people introduce why an issue is, as patterns of the words in the catalogue."""

from __future__ import annotations

import functools
import re

from propsummary.catalogue.prose import CauseWords, prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.extraction.labels import BEFORE

__all__ = ["patterns"]

_BRINGS = "(?:引起|造成|引发|导致)"
_SEEN = "(?:造成|导致|出现|产生|引起|引发|形成|发生)"
_WEIGHT = "主要|根本|直接|深层次?|最大的|客观|主观|重要|关键"
#: 因 at the beginning of a clause, but for words that it begins.
_BECAUSE = "因(?![此而果素缘应为特陋]|故(?!障)|公(?![司共摊用区])|[地时人]制宜|人而异|材施|势利|[私病伤事][^，,。；;]{0,4}[假勤职])"
_RELATED = "(?:有(?:很大|直接|密切|一定)?关系?|(?:密切|直接)相关|密不可分|分不开|不无关系)"


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """By what they find: words that open a cause, or go on with it, and signs of one that no word opens."""
    causes = prose_words().causes
    return {
        "opener": re.compile(rf"{BEFORE}(?:{_openers(causes)})"),
        "due": re.compile(f"(?:{_RELATED}|(?:所致|{_BRINGS})的?|的?影响)(?=[，,；;]|$)"),
        "closed": re.compile(_closers(causes)),
        "sides": re.compile(rf"{BEFORE}(?:{any_of(causes.sides)})(?:是|由于|因为)*[，,：:]?"),
        "weak": re.compile(rf"{BEFORE}(?:{any_of((*causes.weak, *causes.sides))})(?:因为|由于)?"),
        "results": re.compile(rf"[，,]?\s*(?:从而|因此|以至)?(?:{any_of(causes.results)})(?:了)?"),
        "signs": re.compile(any_of(causes.signs)),
        "alone": re.compile(any_of(causes.alone)),
        "states": re.compile(
            rf"{any_of(causes.states)}|(?:用|使用|运行|服役|服务)[^，,]{{0,5}}年(?!度)|[0-9]{{4}}年(?:的[老旧]|装|建|买|购|投用|安装|投运|配|换)"
            r"|按[^，,]{1,14}(?:设计|配置|配备|核定|布置)"
            r"|只(?!有|完成|做到|整改|回复|收到|达)[\u4e00-\u9fff]{1,3}了?[0-9一两二三四五六七八九十]"  # 只派一名, 每天只清运一次
            r"|就(?:只|有|剩|配|排|派|留|放|摆|买|给|安排|了)*[0-9一两二三][个台人名部只辆把]"  # 收桶车就一台
            # 止水带坏了, 锁舌磨秃了
            r"|(?<![没换理决拆清丢打刷轻])[坏断破裂锈朽烂卡堵塌老掉烧磨冻松][死穿透烂秃坏断平没光脱裂漏]?了(?=[，,；;。]|$)"
        ),
        "found": re.compile("的[只仅]?有?[0-9]|[只仅]有[^，,]{0,6}(?:[%％]|个?月|天|号)"),  # 能说出姓名的只有33户, 合格率只有71%
        "market": re.compile(any_of(causes.market)),
        "effects": re.compile(any_of(causes.effects)),
        "complaint": re.compile(
            "(?:业主|住户|客户|租户|居民|用户|商户|员工)?(?:集中|多次|重复|有效|群体)*(?:投诉|不满|意见|报修|差评)了?(?:共|达|多达|约)?[0-9]"
        ),
        "cures": re.compile(
            rf"(?:(?<=[。；;!！.])\s*(?:{any_of(causes.cures)})|(?<=[，,])\s*(?:下一?步|拟(?![定订合稿])|我[们部]将|部门将))[，,：:]?\s*"
        ),
        "onward": re.compile(any_of(causes.onward)),
    }


def _closers(causes: CauseWords) -> str:
    """What says behind a cause that it is one: ``……是主要原因``, ``……所致``."""
    is_one = f"(?:[才也还就都便仍均更]|(?<!不)是|为|系|成为|属于?)+(?:[^，,。；;]{{0,12}}?的|{_WEIGHT}|其|一大?)*"
    return (
        f"{BEFORE}(?P<why>[^，,。；;：:]{{3,40}}?)"
        f"(?:{is_one}(?:{any_of(causes.origins)})(?:之一|所在)?|(?<![原是系由])所致)(?=[，,。；;]|$)"
    )


def _openers(causes: CauseWords) -> str:
    """What introduces a cause: ``原因是``, ``症结在于``, ``毛病出在``, ``经核查，系``, ``之所以超时，是因为``."""
    several = "有[两二三四五几]?(?:[点个条项]|方面)*"
    counted = (  # 有两方面原因：, 就三个原因，一是
        "(?:(?:主要|大致|大体|归纳起来|就|不过|其实|总共|一共)*(?:还?是?有|在于|不外乎|无非是?|出于|来自)?)(?:以下|如下|下面|这|这么|这样)*"
        f"(?:[两二三四五六几多]|[2-6])(?:[个点条项种重层]|方面)+的?(?:{_WEIGHT})*的?(?:{any_of(causes.origins)})(?=[：:，,。]|[一其]一|①|[（(]1)"
    )
    links = f"(?:(?:主要|多半|其实|还|就|也|都)?(?:是|为|系|在于|在|出在|来自)|(?:主要|大致|大体)?{several})"
    found_out = f"(?:经|通过)[^，,。；;]{{0,6}}?(?:{any_of(causes.inquiries)})(?:发现|得知|后|认为|了解)*[，,：:]?"
    seen = f"(?:{_SEEN}[^，,。；;：:0-9]{{0,14}}?的)"
    named = (
        f"{seen}?(?:其中?|个中|背后的|{_WEIGHT})*(?:{any_of(causes.origins)})(?:{links}|(?=[，,：:（(①]|[一其]一?[是则来]?[，,]?))"
    )
    taken_up = f"(?<![，,]){_SEEN}[^，,。；;：:0-9]{{2,14}}[，,](?:主要|多半|还|就)*(?:是|在于|因为|由于)"  # 造成囤积，主要是
    again = "(?:(?:再|继续|第?[一二三四五])?[追层]?问[：:])?"
    asked = rf"{again}(?:为什么|为何|为啥|怎么会|何以)[^，,。；;？?]{{1,20}}[？?]\s*(?:答[：:]|——|→)?"  # 为什么超时？
    blamed = "(?=(?:都|全|只|要|还得)怪(?![不异味]))"  # 都怪我没有早点报: whom it blames is part of it
    lies = f"(?:{any_of(causes.trouble_in)})(?:主要|还是|其实|就)*出在"
    told = f"(?:其|这|主要|多半|大多|还|就|都|也)*(?:{any_of(causes.openers)})(?:主要|其实|就|还)*(?:是|为|在于|{several})?"
    although = "之所以[^，,。；;]{0,16}[，,](?:主要|就|还)*(?:是因为|是由于|因为|由于|在于|是)"
    no_finding = "(?!.{0,8}(?:存在|发现|问题|不足))"
    analysed = f"(?:经|通过)[^，,。；;]{{0,6}}?(?:分析|复盘|剖析|研判)[，,：:]{no_finding}"
    weighed = "分析|复盘|剖析|研判|梳理|琢磨|追究|细究|深究|反思|倒查|追查"  # 检查下来 may go on with what was seen
    looked_into = f"(?:仔细|逐[件条一]|细|深入)?(?:{weighed})(?:下来|起来|过后)(?:看|才知道|才明白)?[，,：:]?{no_finding}"
    related = f"(?:这|此|主要|也|都)*[与和跟同](?=[^。；;]{{4,50}}?{_RELATED}(?:[，,。；;]|$))"
    hit = "(?:主要|[均都多])*受(?=[^，,。；;]{2,40}影响(?:[，,。；;]|$))"
    because = f"因(?=[^。；;]{{4,60}}?(?:{any_of(causes.results)}))|[均多]?系(?![统列数])(?=[^。；;]{{4,60}}?(?:所致|{_BRINGS}))"
    by = f"(?:主要|[均都多大])*[是为属](?=[^，,。；;]{{3,40}}(?:所致|{_BRINGS}的)(?:[，,。；;]|$))"
    return (
        rf"{because}|{_BECAUSE}|{hit}|{by}|{related}|(?:{asked}|{although}|{taken_up}|(?:{found_out})?(?:{lies}|{named}|{counted}|{told})|{found_out}(?:主要)?(?:系|是|因)|{analysed}|{looked_into}|{blamed})"
        r"(?:由于|因为)?(?:[：:，,？?]\s*(?:(?:主要|就)?(?:是(?!否)|在于)(?:因为|由于)?)?)?\s*"
    )
