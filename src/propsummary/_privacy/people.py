"""Residents whom a text names, and what stands for them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

from propsummary._privacy.families import Mention, alone, told_before
from propsummary._privacy.fields import (
    BETWEEN_CELL_NAMES,
    CELL_NAME,
    FIELD_NAME,
    HOME_NAME,
    LAST,
    LISTED_NAMES,
    SPACED_NAME,
    WORDLIKE_NAME,
    WORDY_NAME,
)
from propsummary._privacy.kin import COUPLE, KIN_NAME, KINSMAN
from propsummary._privacy.names import ADVERBS, ANY_NAME, FAMILY, FULL_NAME, LONG_NAME, NO_LINK, NO_LONGER, SET_OFF_NAME, TOLD_NAME
from propsummary._privacy.replacing import Replacement
from propsummary._privacy.rooms import BUILDING, FLAT, ROOM
from propsummary._privacy.tables import NAME_CELL

__all__ = ["Pseudonyms", "is_person", "residents_in"]

# Family names that end another word here: 感谢, 有关, 对方, 保安, 经常, 物业费, 主管, 工程, 押金.
_ENDS_A_WORD = (
    "(?<=[感致答多谢])谢|(?<=[有相无机])关|(?<=[对双各甲乙警院校我多])方|(?<=[保治平公])安|(?<=[经非日正通])常"
    "|(?<=[业缴收电水退免消])费|(?<=[主保监看])管|(?<=[工流过])程|(?<=[资押租现奖])金|(?<=[儿])童|(?<=[旅])游"
)
# Between family name and title stands a given name, none of whose characters is one of these.
_NOT_GIVEN = "的是在由和与及给向对跟同请让被把将为找问见帮送到从等、，。；：！？（）“”"
_MIDDLE = rf"[^\W\d_A-Za-z{_NOT_GIVEN}]"
_TITLES = "先生|女士|小姐|太太|夫人|阿姨|大妈|大姐|大哥|大爷|大伯|老伯|大叔|叔叔|奶奶|爷爷|婆婆|婶婶"
_DWELLERS = (
    "业主代表|业主|住户|租户|租客|承租人|房东|房主|户主|车主|居民|邻居|访客|(?:独居|孤寡|空巢|高龄)?老人"
    "|(?:业主|伤者|死者|住户)?家属|伤者|死者|被困人员|被困者|小朋友|客户|商户|(?:业委会|业主委员会)(?:委员|成员)|店主|摊主|犬主|当事人|(?<![损过流])失主"
    "|(?:报修|报事|投诉|反映|举报|来电|来访|求助|申请|认领|捐赠|报警|承租|购房)人"
    # The company has such people, too: 项目联系人周明, 联系人：周明（秩序主管）.
    "|(?<!项目)(?<!物业)(?<!公司)(?<!单位)(?<!部门)(?<!我部)(?<!应急)(?<!紧急)(?<!现场)(?<!内部)(?<!客服)联系人"
    "(?![:： ]?[\u4e00-\u9fa5]{2,4}[（(][^（）()]{0,10}[管理长任监员][）)])"
)
# What they are called behind the name, too; names of two characters before it are as often those of an estate.
_CALLED_SO = "(?=[（(]?(?:业主|住户|租户|租客|家属|居民|客户|小朋友))"
_BEGINS = "(?:(?<![\u4e00-\u9fa5])|(?<=[由请和与及让向为给])|(?<=感谢|接到|联系|协助|帮助|回访|走访|看望|慰问))"
_IN_ROOM = f"(?=[（(]{ROOM}[）)])"
# 王师傅 is as often who came to mend it.
_SAYS = "(?:表示|反[映应]|再?次?来[电访信]|投诉|致[谢电]|感谢|满意|对[^，。；]{0,8}满意|要求|求助)"
_LABEL = f'(?:{_DWELLERS})(?:姓名)?(?:[”"]? ?[:：=｜] ?[“"]?|[（(为] ?)'
_ONE = f"(?:{TOLD_NAME}|{HOME_NAME}|(?![{ADVERBS}]){FULL_NAME})"
_HEAD = "(?:业委会|业主委员会)(?:副?主任|秘书)"
# Of these, word and name are told apart by what the person does.
_SINGLE = "(?<![损过流])失主|车主|店主|伤者|死者|家属|(?:报修|投诉|反映|举报|来访|求助|申请|认领)人"
_TOGETHER = "(?:们|姓名|名单)?(?:(?:分别|依次)[为是有]?|[:：])?[:：]?"
_AT_HOME = "(?=家(?![人具电政园长庭])|夫[妇妻]|投诉|报[修事]|反映|来电|欠费|漏水|沟通|协商|交涉)"
# The title, or what the person is here, stays with the letter, so that a figure behind it stays a figure: A女士, B业主.
_MENTION = (
    rf"{NAME_CELL}(?P<cell>{CELL_NAME})"
    rf"|{_HEAD}(?P<committee>{_ONE}(?!{_TITLES}))"
    rf"|(?P<dweller>{_DWELLERS})(?P<dwelling>{_ONE}(?!{_TITLES}|提示|家园)|{ANY_NAME}{_IN_ROOM})"
    rf"|(?:{_DWELLERS}){_TOGETHER}(?P<listed>{LISTED_NAMES})"
    rf"|(?:{_SINGLE})(?P<wordlike>{WORDLIKE_NAME})|(?:{_SINGLE})(?:姓名)?[:：](?P<wordy>{WORDY_NAME})"
    rf"|{_LABEL}(?P<field>{FIELD_NAME})"
    rf"|(?:{_LABEL}|{ROOM}[的:： ]?)(?P<labelled>{_ONE}(?!{_TITLES}))"
    rf"|(?<![0-9A-Za-z.\-]){FLAT}室?的?(?P<athome>{_ONE}{_AT_HOME})"
    rf"|(?:{_DWELLERS})(?:[ \u3000](?P<apart>{SET_OFF_NAME}|{SPACED_NAME})(?!{_TITLES})"
    rf"|[“‘「『\"](?P<quoted>{TOLD_NAME})(?=[”’」』\"]))"
    rf"|{ROOM}[（(](?P<boarder>{TOLD_NAME})(?=[）)，,、 ])"
    rf"|姓名[:：] ?(?P<entered>{TOLD_NAME})(?=[，,；;、 ]{{1,2}}(?:房间?号|住址|地址|(?:联系)?(?:电话|手机|方式)|身份证))"
    rf"|{BUILDING}(?P<neighbour>{_ONE}(?=家))"
    rf"|{KIN_NAME}"
    rf"|{KINSMAN}"
    rf"|{COUPLE}"
    rf"|(?!高龄|常年|{_ENDS_A_WORD})(?P<titled>{FAMILY}{_MIDDLE}{{0,2}}?|{FAMILY}(?!{NO_LINK}){_MIDDLE}[为是])(?P<title>{_TITLES})"
    rf"|(?<![工员修洁安电水])(?P<master>{FAMILY})(?=师傅{_SAYS})"
    rf"|(?P<teacher>{FAMILY})(?=老师)"
    rf"|(?!{_ENDS_A_WORD})(?P<aged>{FULL_NAME})(?=老人)"
    rf"|{_BEGINS}(?P<called>{LONG_NAME}(?<!苑)|(?<![\u4e00-\u9fa5]){FULL_NAME}(?=[（(])){_CALLED_SO}"
    rf"|(?<![\u4e00-\u9fa5])(?P<housed>{ANY_NAME}){_IN_ROOM}"
    r"|\b(?:Mr|Mrs|Ms|Miss)\.? (?P<english>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
# 业主刘建国（3-2-501）、王芳: who follows is one of them.
_NEXT = rf"(?:[（(]{ROOM}[）)])?(?:、|和|与|及|以及)(?P<name>{_ONE})(?!{_TITLES})"
_NEXT_MEMBER = rf"(?:、|和|与|及|以及)(?:副?主任|委员|成员|秘书)?(?P<name>{_ONE})(?!{_TITLES})"
_NEXT_CELL = f"{BETWEEN_CELL_NAMES}(?P<name>{CELL_NAME})"
_DWELLER = "住户"
_TITLED = {"master": "师傅", "teacher": "老师"}
# Who is told by what stands around, which stays.
_BARE = (
    *("cell", "committee", "wordlike", "wordy", "field", "labelled", "athome", "apart", "quoted", "boarder", "entered"),
    *("neighbour", "kin", "kinsman", "housed"),
)
# Who teaches the staff may bear the name of one who lives here.
_TEACHES = re.compile("授课|主讲|讲|培训|辅导|指导|带|上课|点评")
_INVITED = re.compile("(?:培训|讲师|外聘|[邀特]请|幼儿园|学校|老师|由)$")
_DWELLS = re.compile(f"业主|住户|租户|租客|夫[妇妻]|{_TITLES}")
_EACH = re.compile(f"{FAMILY}[\u4e00-\u9fa5]{{1,2}}?(?=$|、|和{FAMILY}|与{FAMILY}|及{FAMILY}|以及)")
_BLANKS = re.compile(r"\s+")
# Family names that begin too many words for a running text, in a field that asks for a person: 尚可欣, but not 车队长, 全体.
_NO_ONE = "全[体员]|车[队管场位库辆]|项目|单[位元]|路[面灯政]|温控|时段"
_ELSE = "丛乐习井仇全农单危厉向宣宿尚席廉於曲楚池浦湛燕荣解谷路车迟闻阙阳项麦麻温花时"
_WHO_ELSE = f"(?!{_NO_ONE})[{_ELSE}][\u4e00-\u9fa5]{{2}}(?<!解放军)(?<!长)"
_PERSON = re.compile(f"{ANY_NAME}|{_WHO_ELSE}{LAST}")
_FULL = re.compile(FULL_NAME)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def is_person(name: str) -> bool:
    """Whether *name* is a person's full name, rather than a post or a group."""
    return bool(_PERSON.fullmatch(name))


def residents_in(texts: Iterable[str]) -> frozenset[str]:
    """Whom *texts* name in full as somebody who lives here."""
    return frozenset(one.name for text in texts for one in _mentions(text) if not one.title)


class Pseudonyms:
    """
    Stand-ins for people, the same for the same person, given out in the order in which they are asked for.

    Residents become ``A女士``, ``B先生``, ``C业主``. Staff, where they are to be masked at all, become ``员工甲``, ``员工乙``.
    """

    def __init__(self, staff: Iterable[str], *, mask_staff: bool = False) -> None:
        """
        Args:
            staff: Full names of people who work here.

            mask_staff: Whether they get stand-ins, too.
        """
        self._staff = frozenset(staff)
        self._letters: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        self._names = _any_of(self._staff) if mask_staff else None
        self._told: re.Pattern[str] | None = None
        self._named: frozenset[str] = frozenset()
        self._alone: Mapping[str, str] = {}

    @property
    def given(self) -> Mapping[str, str]:
        """The stand-ins that were given out, by person."""
        return {**self._letters, **self._stems}

    def learn(self, texts: Iterable[str]) -> None:
        """See whom *texts* name in full, so that they are known again where only the name or only the family name stands."""
        mentions = [one for text in texts for one in _mentions(text)]
        self._named = frozenset(one.name for one in mentions if not one.title) - self._staff
        self._alone = alone(mentions, self._staff)
        whole = {one.name for one in mentions} - self._staff
        self._told = _any_of({name for name in whole if len(name) > 2 or _FULL.fullmatch(name)}, longer=self._staff)

    def residents(self, text: str) -> Iterator[Replacement]:
        """Where *text* names residents, and what takes the place of the name; the title stays."""
        known = self._told.finditer(text) if self._told else ()
        found = [*_mentions(text), *(_dweller(text, *match.span()) for match in known)]
        at = 0
        for one in sorted(found, key=attrgetter("start")):
            if one.start >= at and one.name not in self._staff and (person := self._person(one, text)):
                at = one.end
                yield one.start, one.end, one.lead + _given(self._letters, person, _LETTERS) + one.word

    def _person(self, one: Mention, text: str) -> str:
        """Who that is; nothing where it may as well be somebody who works here."""
        only = self._alone.get(one.family, "")
        if one.title == "师傅":
            return only if only in text[: one.start] else ""
        if one.title == "老师":
            teaches = _TEACHES.match(text, one.end + len(one.title)) or _INVITED.search(text[: one.start])
            return "" if teaches else only
        return only or (one.name if one.name in self._named or _FULL.fullmatch(one.name) else one.name + one.title)

    def colleagues(self, text: str) -> Iterator[Replacement]:
        """Where *text* names staff, and what takes the place of the name; nothing if staff is to stay."""
        for match in self._names.finditer(text) if self._names else ():
            called = text[: match.start()].endswith(("员", "工"))  # 队员, 维修工: what they are is said already
            yield *match.span(), ("" if called else "员工") + _given(self._stems, match[0], _STEMS)


@functools.cache
def _pattern() -> re.Pattern[str]:
    """Who is named; compiled when it is needed, since most commands name nobody."""
    return re.compile(_MENTION)


@functools.cache
def _following() -> Mapping[str, re.Pattern[str]]:
    """Who may follow, by how the one before is named."""
    beside = dict.fromkeys(("dwelling", "field", "labelled", "housed", "apart"), re.compile(_NEXT))
    return {**beside, "committee": re.compile(_NEXT_MEMBER), "cell": re.compile(_NEXT_CELL)}


def _mentions(text: str) -> Iterator[Mention]:
    """The residents that *text* names in a way that tells what they are."""
    for match in _pattern().finditer(text):
        kind = match.lastgroup or ""
        if kind == "listed":
            start = match.start(kind)
            yield from (_dweller(text, start + one.start(), start + one.end()) for one in _EACH.finditer(match[kind]))
        else:
            yield _mention(match, kind)
        next_one = _following().get(kind)
        at = match.end()
        while next_one and (following := next_one.match(text, at)):
            yield _dweller(text, *following.span("name"))
            at = following.end()


def _mention(match: re.Match[str], kind: str) -> Mention:
    """Whom *match* names, which is of that *kind*."""
    text = match.string
    if kind == "dwelling":
        return Mention(*match.span(), match["dwelling"], word=match["dweller"], told=match["dweller"])
    if kind == "title":
        told = told_before(text, match.start())
        return Mention(*match.span("titled"), match["titled"], match["title"], told=told)
    if kind in _TITLED:
        return Mention(*match.span(kind), match[kind], _TITLED[kind])
    if kind in _BARE:
        # A letter right behind 3栋 would make a number of buildings of it.
        return _dweller(text, *match.span(kind), lead="的" if kind == "neighbour" else "")
    return Mention(*match.span(kind), match[kind])


def _dweller(text: str, start: int, end: int, *, lead: str = "") -> Mention:
    """Who stands there by name alone; the letter says what it stands for, unless the text does right behind it."""
    word = "" if _DWELLS.match(text, end) else _DWELLER
    return Mention(start, end, _BLANKS.sub("", text[start:end]), word=word, lead=lead)


def _any_of(names: Iterable[str], *, longer: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Any of *names*, but where it begins the name of a street or a *longer* one."""
    names = frozenset(names)
    longest = sorted({*names, *longer}, key=lambda name: (-len(name), name))
    told = "|".join(re.escape(name) + (NO_LONGER if len(name) == 2 else "") for name in longest)
    return re.compile(f"(?:{told})(?![路街巷桥])") if names else None


def _given(known: dict[str, str], person: str, signs: str) -> str:
    """The sign for *person*: a new one if there is none yet; after the last single sign come two (AA, AB …)."""
    if person not in known:
        number, sign = len(known) + 1, ""
        while number:
            number, place = divmod(number - 1, len(signs))
            sign = signs[place] + sign
        known[person] = sign
    return known[person]
