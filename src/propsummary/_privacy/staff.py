"""Staff whom a text names, and the posts that stand for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from propsummary._privacy.names import FAMILY, FULL_NAME, LONG_NAME, TOLD_NAME
from propsummary._privacy.people import residents_in
from propsummary._privacy.replacing import Replacement

__all__ = ["Posts", "staff_in"]

_POSTS = "主管|经理|队长|班长|组长|主任|总监|助理|管家|领班|专员|店长|厨师长|工程师|书记|管理员|师傅|老师"
_TRADES = (
    "保洁员|秩序员|保安员|保安|维修工|维修员|电工|水工|木工|绿化工|绿化员|客服员|客服|员工|讲师"
    "|教官|队员|监控员|收费员|巡逻员|巡检员|消防员|安全员|急救员|救护员|救生员|抢[修险](?:员|工(?![程作单具期段艺人业种]))|巡检工|养护工|养护员|焊工|油漆工|泥瓦工"
    "|电梯工|空调工|强电工|弱电工|万能工|驾驶员|司机|网格员|楼管员|仓管员|库管员|采购员|资料员|文员|出纳|会计|质检员|督导员|讲解员"
    "|委员(?!会)|调解员|引导员|厨师|面点师|帮厨|配餐员|会务员|接待员|礼宾员|门岗员|替班员|微型站员|急修工|急修员|管道工|疏通工|护林员|园艺师"
)
# Behind these a word may well begin, so that a name has to be more than two usual characters.
_PLACES = "(?:秩序|工程|维修|客户服务|客服|环境|后勤|保障|综合|行政|人事|财务|保洁|绿化)(?:服务|管理|维护|维修)?部|门岗|保洁|内勤"
_DOING = "授课|主讲|讲授|讲课|带队|带班|牵头|负责|值班|值守|到场|荣获|获评|被评为"
_AND = ("、", "和", "与", "及")
# Where a name may begin that nothing else tells: not within a word, as in 园林主管.
_BEGINS = "(?:(?<![\u4e00-\u9fa5])|(?<=[由请和与及经让向]))"
# 李工 is an engineer, if nothing else is made of it: 施工, 金工车间.
_ENGINEER = f"{_BEGINS}(?![施管金程高常万]){FAMILY}工(?![作程会人地业厂序龄种资伤期号时艺具装牌伙效休服房区棚])"
_NAME = f"(?:{TOLD_NAME}|{FULL_NAME})"
_SURE_NAME = f"(?:{TOLD_NAME}|{LONG_NAME})"
_TITLES = "先生|女士|小姐|阿姨|大爷|大妈"
# The owners' committee has posts, too.
_OF_OWNERS = "(?<!业委会)(?<!业主委员会)(?<!业委会副)(?<!业主委员会副)"
# With whom somebody talks is not of the same post.
_OPPOSITE = "沟通|协商|交涉|争[执吵论]|冲突|纠纷|交谈|对话|家|夫[妇妻]|业主|住户|租户"
_BEHIND = ("behind", "placed")


def _pattern(known: Iterable[str]) -> re.Pattern[str]:
    """Where a text names staff: those who are *known*, and whoever has a post beside the name."""
    told = "|".join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name))) or "(?!)"
    more = rf"(?:(?:、|和|与|及|以及)(?:{told}|{_NAME})(?!{_TITLES}|{_POSTS}|{_OPPOSITE}))*"
    return re.compile(
        rf"{_OF_OWNERS}(?:{_POSTS}|{_TRADES})(?P<behind>(?:{told}|{_NAME})(?!{_TITLES}){more}|{FAMILY}(?:师傅|老师))"
        rf"|(?:{_PLACES})(?P<placed>(?:{told}|{_SURE_NAME})(?!{_TITLES}|{_POSTS}){more})"
        rf"|(?P<before>{told}|{_BEGINS}(?:{FULL_NAME}|{FAMILY}))(?={_POSTS})"
        rf"|(?P<bracketed>(?:{told})[（(](?P<post>[^（）()]{{0,10}}(?:{_POSTS}|{_TRADES}))[）)])"
        rf"|(?P<told>{told})(?:同志)?"
        rf"|(?P<doing>{_BEGINS}{FULL_NAME}(?:同志)?)(?={_DOING})"
        rf"|(?P<engineer>{_ENGINEER})"
    )


def staff_in(texts: Iterable[str]) -> Mapping[str, str]:
    """
    Whom *texts* name in full behind a post or a department, with that.

    Who is only named along with staff, or as a member of some committee, may live here, if the texts say so anywhere.
    """
    texts = tuple(texts)
    named, one = _pattern(()), re.compile(_NAME)
    found: dict[str, str] = {}
    along: dict[str, str] = {}
    for text in texts:
        for match in named.finditer(text):
            if match.lastgroup in _BEHIND:
                start, end = match.span(match.lastgroup)
                for name in one.finditer(text, start, end):
                    post = text[match.start() : start]
                    sure = name.start() == start and post != "委员"
                    (found if sure else along).setdefault(name[0], post)
    residents = residents_in(texts) if along else frozenset()
    return {**{name: post for name, post in along.items() if name not in residents}, **found}


class Posts:
    """Puts posts in the place of the names of staff."""

    def __init__(self, known: Mapping[str, str], *, somebody: str) -> None:
        """
        Args:
            known: What stands for each name that is known to be of staff.

            somebody: What stands for a person whose post is not known.
        """
        self._known = dict(known)
        self._somebody = somebody
        self._named = _pattern(known)

    def instead(self, text: str) -> Iterator[Replacement]:
        """Where *text* names staff, and what takes the place of the name; nothing where the post stands beside it."""
        last, so_far = "", 0
        for match in self._named.finditer(text):
            start, end = match.span(match.lastgroup if match.lastgroup in _BEHIND else 0)
            post = self._post(text, match)
            if post and post == last and text[so_far:start] in _AND:
                start, post = so_far, ""  # 周明、韩松 of the same post need it once
            else:
                last = post
            so_far = end
            yield start, end, post

    def _post(self, text: str, match: re.Match[str]) -> str:
        if match["bracketed"]:
            return match["post"]
        if match["told"]:
            post = self._known[match["told"]]
            return "" if text[: match.start()].endswith(post) else post
        if match.lastgroup in (*_BEHIND, "before"):
            return ""
        return "工程师" if match["engineer"] else self._somebody
