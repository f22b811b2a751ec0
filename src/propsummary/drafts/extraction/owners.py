"""Who answers for a measure, where running text says so: ``由……负责``, ``王强牵头``, ``安排王强更换``, ``（电工班长老周）``."""

from __future__ import annotations

import functools
import re

from propsummary._privacy import SURNAMES
from propsummary._privacy.names import FAMILY, TOLD_NAME
from propsummary.catalogue.prose import prose_words
from propsummary.drafts.extraction.clauses import any_of
from propsummary.drafts.outline import Words

__all__ = ["bracketed_owner", "may_name_owner", "names_owner", "owner_clause", "owner_of_routine", "owner_within", "support_clause"]

_PERSON = rf"(?:[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
_CALLED = rf"(?:[老小阿][{SURNAMES}]|[{SURNAMES}](?:工|师傅|姐|哥|总))"  # 老岑, 李工
_RARE = "宣佘郏隗訾逯佴亓郜佟阚麦蔺郦昝郗姬邰仝闾厉岑郁栾薄邸荆桑竺敖郄邝邴酆郇阙鞠蔚晁缪"
_ALL = f"{SURNAMES}{_RARE}刁邢尚巩池桂鄢雍逄铁晏仇项屈匡苟卓容仲丛闵"
_BEHIND = rf"(?:[{_ALL}](?<![管安时应连万明和经相更])[\u4e00-\u9fff]{{1,2}})"  # behind a post; 夜班管理 is none
_FULL = rf"[{_ALL}](?<![常高严安时应方连万强明和经相更管])[\u4e00-\u9fff]{{2}}"  # no 常态化
_SELF = "(?:我(?:自己|本人)?|本人|俺)"
_FREE = r"[^，,；;。（）()]{2,18}?"
_DATE = r"(?:(?:20|２０)\d{2}年)?\d{1,2}(?:月(?:\d{1,2}[日号]|[底中初])?(?:之?前|以前)?|[./]\d{1,2}[日号]?(?:之?前|以前))"
# Behind a date, where a clause begins: 10月25日前由何敏……
_BY_THEN = r"(?:(?<=[前底末初])|(?<=[日号旬])|(?<=月内)|(?<=周[一二三四五六日])|(?<=每[天周月季年]))"
_THEN = (  # what a name is followed by where it does something
    "[与和同跟对向将把按给到在逐]|牵头|负责|组织|完成|更换|制[定作]|编[制写]|修[订复]|检查|排查|清[理洗]|培训|签订?|安装|采购|联系|协调|落实|维修|维护"
    "|增[设加]|加[装设]|调[整试]|招聘|拆除|安排|督促"
)
_BEGINS = r"(?:^|(?<=[，,；;。.（(\s]))"
_ENDS = r"(?=$|[，,；;。.）)、\s])"


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = prose_words().answering
    verbs, every = any_of(words.verbs), any_of((*words.verbs, *words.others))
    more = "(?:落实|组织|实施|推进|跟进|完成|督办|办理|[一点着]点)?"
    adverbs = "(?:同志)?(?:具体|全面|牵头|总体|全程|亲自|都|一起|共同)?"
    post = rf"[\u4e00-\u9fff]{{0,6}}(?:{any_of(words.posts)})"
    group = rf"(?![全内外局底顶前后上下各]部|[全会]员|[\u4e00-\u9fff]{{2,4}}期){post}(?<!中心)"
    named = rf"(?:{post}\s*(?:{_PERSON}|{_CALLED})|{post}|{_PERSON})"
    many = "(?:各|全体|全员|相关|有关|所有|大家)[\u4e00-\u9fff]{0,8}?"
    matter = f"(?:{any_of(words.matters)})?"
    does = any_of(words.does)
    person = rf"{named}|{post}[\u4e00-\u9fff]{{2,3}}?"
    by = rf"{matter}由(?![0-9]+(?![0-9]*[号栋期区]))"  # 由9号楼管家, not 由33起
    sent = rf"我?们?(?:让|派|请|叫|安排|指定|指派|委派)(?P<sent>{person})去?{adverbs}(?:{every}){more}"
    posted = rf"(?P<posted>{post}\s*{_BEHIND}){adverbs}(?:{every}){more}"  # 客服前台朱珠跟踪
    told = (
        rf"(?:{by}(?P<who>{_FREE}|{_SELF}){adverbs}(?:{every}){more}|{sent}|{posted}|(?P<named>{person}){adverbs}(?:{verbs}){more})"
    )
    whole = rf"(?:{told}|(?P<many>{many}){adverbs}(?:{every}){more})"
    return {
        "clause": re.compile(whole),
        "helping": re.compile(rf"由?(?P<named>{post}(?:[、和]{post})*)(?:协同|做好|予以)?(?:配合|协助)"),
        "bracketed": re.compile(
            rf"{post}\s*(?:{_PERSON}|{_CALLED}|[\u4e00-\u9fff]{{2,3}})?|{_PERSON}|{_CALLED}"
            rf"|[\u4e00-\u9fff]{{2,8}}(?:\s+[\u4e00-\u9fff]{{2,4}}|{_CALLED})"
        ),
        "signed": re.compile(  # 副班长黄四喜带, 石大勇管, 找工程部小郝
            rf"(?:{matter}(?:{any_of(words.asked)})(?P<who>(?:{post})?\s*(?:{_BEHIND}|{_CALLED}))|(?P<named>{post}(?:\s*(?:{_BEHIND}|{_CALLED})|\s+{_PERSON}))(?:{does})?"
            rf"|(?P<many>{_FULL}|{_CALLED})(?:{does})|{matter}(?P<self>{_SELF})(?:亲自|自己|来|去|全程)*(?:{does}|{every}){more}(?:协调)?)"
        ),
        "assigned": re.compile(
            rf"(?:(?:责任|任务|工作)(?:具体|分别)*(?:落实|明确|压实|分解|包干|划分)?[到给在]|落实到)(?:人|个人|岗位?|具体人)?[：:，,\s]*"
            rf"(?P<who>(?:{post}\s*)?(?:{TOLD_NAME}|{_CALLED})|{post}\s*{_BEHIND}|{post})"
        ),
        "name": re.compile(
            rf"(?P<named>{_FULL}|{TOLD_NAME}|{post}\s+[\u4e00-\u9fff]{{2,3}}|{post}\s*{FAMILY}[\u4e00-\u9fff]{{1,2}})"
        ),
        "inner": re.compile(rf"{_BEGINS}{told}{_ENDS}"),
        "doing": re.compile(rf"{_BEGINS}(?P<named>{named})(?:负责|牵头|主抓|承办)(?!配合|协助|协调|对接|[人单部岗]|[，,；;。.])"),
        "sent": re.compile(
            rf"(?:安排|指定|指派|委派|由|请)(?P<named>{post}\s*{_BEHIND}|(?:{post}\s*)?{_PERSON})(?={_DATE})"
            rf"|{_BEGINS}(?P<who>{post}\s*{_BEHIND})(?<!于)(?=于?{_DATE})"  # 收费员夏雨8月10日前设置完成
            rf"|{_BEGINS}(?P<posted>{TOLD_NAME}|{group})(?=于?{_DATE})"  # 何敏10月25日前签, 工程部10月25日前更换
        ),
        "often": re.compile(
            rf"由(?P<named>{post}\s*{_BEHIND}|(?:{post}\s*)?{_PERSON})(?=每[周月天日季])"
            rf"|由(?P<who>(?:各|全体|所有)[\u4e00-\u9fff]{{1,6}}?)(?=督促|督导|监督|自行|分别|组织|负责|落实)"
            r"|靠(?P<many>大家|全员|全体[\u4e00-\u9fff]{0,4}?)(?=一起|共同|一同|努力|来|[，,；;。]|$)"
        ),
        "by": re.compile(
            rf"(?:{_BEGINS}|{_BY_THEN})由(?P<named>(?:{post}\s*)?{TOLD_NAME}|{group}(?={_THEN}))"
            rf"|{_BY_THEN}(?P<who>(?:(?!由)[\u4e00-\u9fff]){{2,4}}(?:主管|经理|[班队组]长|主任))(?={_THEN})"  # ……前工程主管更换
        ),
        "unclear": re.compile(
            rf"{_BEGINS}{post}\s*{_BEHIND}|{_BEGINS}{_SELF}[来去亲负牵盯抓办管]"
            rf"|(?:由|安排|指定|指派|委派|交给)(?:{post}\s*{_PERSON}|{post}(?!负责人)(?=[\u4e00-\u9fff]))"
        ),
    }


def owner_clause(clause: Words, *, dated: bool = False) -> Words | None:
    """
    Who answers, where *clause* says nothing else.

    Args:
        dated: Whether a date stands behind it, so that a name alone tells who does.
    """
    for name in ("assigned", "clause", "signed", *(("name",) if dated else ())):
        if match := _patterns()[name].fullmatch(clause.text):
            return _who(clause, match)
    return None


def bracketed_owner(clause: Words) -> Words | None:
    """Who answers, where what stands in a bracket behind a measure names somebody and says nothing else."""
    return clause if _patterns()["bracketed"].fullmatch(clause.text) else None


def support_clause(clause: Words) -> Words | None:
    """Who helps, where *clause* says nothing else: ``工程部配合``."""
    match = _patterns()["helping"].fullmatch(clause.text)
    return _who(clause, match) if match else None


def names_owner(text: str) -> bool:
    """Whether running text anywhere names who answers, in a clause or in a bracket with a date."""
    if _patterns()["clause"].search(text):
        return True
    told = re.finditer(rf"[（(](?P<who>[^，,；;（）()]{{2,12}})[，,；;、\s]\s*{_DATE}[^（）()]{{0,6}}[）)]", text)
    return any(_patterns()["bracketed"].fullmatch(match["who"].strip()) for match in told)


def owner_within(words: Words) -> tuple[Words, int, int] | None:
    """Who answers, where a clause or the beginning of one in *words* says so, and from where to where it does."""
    for name in ("inner", "doing", "sent"):
        if match := _patterns()[name].search(words.text):
            return _who(words, match), match.start(), match.end()
    return None


def owner_of_routine(words: Words) -> Words | None:
    """Who answers, where a clause goes on with what they do: ``由车场班长王强每周查一次``, ``由各班长督促整改``, ``靠大家努力``."""
    match = _patterns()["often"].search(words.text) or _patterns()["by"].search(words.text)
    return _who(words, match) if match else None


def may_name_owner(text: str) -> bool:
    """Whether somebody is named of whom it cannot be told where the name ends, or whether they answer."""
    return bool(_patterns()["unclear"].search(text))


def _who(words: Words, match: re.Match[str]) -> Words:
    group = next(name for name in ("who", "named", "sent", "posted", "many", "self") if match.groupdict().get(name))
    return words.part(*match.span(group))
