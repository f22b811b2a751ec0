"""Residents whom a text names, and what stands for them."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter

import attrs

from propsummary._privacy.names import ANY_NAME, FAMILY, FULL_NAME, LONG_NAME, TOLD_NAME
from propsummary._privacy.replacing import Replacement
from propsummary._privacy.rooms import BUILDING, ROOM

__all__ = ["Pseudonyms", "is_person"]

# Family names that end another word here: 感谢, 有关, 对方, 保安, 经常, 物业费, 主管, 工程, 押金.
_ENDS_A_WORD = (
    "(?<=[感致答多谢])谢|(?<=[有相无机])关|(?<=[对双各甲乙警院校我多])方|(?<=[保治平公])安|(?<=[经非日正通])常"
    "|(?<=[业缴收电水退免消])费|(?<=[主保监看])管|(?<=[工流过])程|(?<=[资押租现奖])金|(?<=[儿])童|(?<=[旅])游"
)
# Between family name and title stands a given name, none of whose characters is one of these.
_NOT_GIVEN = "的是在由和与及给向对跟同请让被把将为找问见帮送到从等、，。；：！？（）“”"
_TITLES = "先生|女士|小姐|太太|夫人|阿姨|大妈|大姐|大哥|大爷|大伯|老伯|大叔|叔叔|奶奶|爷爷|婆婆|婶婶"
_DWELLERS = (
    "业主代表|业主|住户|租户|租客|承租人|房东|房主|户主|车主|居民|邻居|访客|(?:独居|孤寡|空巢|高龄)?老人|(?:业委会|业主委员会)(?:委员|主任)"
    "|(?:业主|伤者|死者|住户)?家属|伤者|死者|被困人员|被困者|小朋友|客户|商户|当事人"
)
# What they are called behind the name, too; names of two characters before it are as often those of an estate.
_CALLED_SO = "(?=[（(]?(?:业主|住户|租户|租客|家属|居民|客户|小朋友))"
_BEGINS = "(?:(?<![\u4e00-\u9fa5])|(?<=[由请和与及让向为给])|(?<=感谢|接到|联系|协助|帮助|回访|走访|看望|慰问))"
_IN_ROOM = f"(?=[（(]{ROOM}[）)])"
# The title, or what the person is here, stays with the letter, so that a figure behind it stays a figure: A女士, B业主.
_MENTION = (
    rf"(?P<dweller>{_DWELLERS})(?P<dwelling>(?:{TOLD_NAME}|{FULL_NAME})(?!{_TITLES}|提示|家园)|{ANY_NAME}{_IN_ROOM})"
    rf"|(?:(?:{_DWELLERS})(?:姓名)?[:：（(为] ?|{ROOM}[的:： ]?)(?P<labelled>(?:{TOLD_NAME}|{FULL_NAME})(?!{_TITLES}))"
    rf"|{BUILDING}(?P<neighbour>(?:{TOLD_NAME}|{FULL_NAME})(?=家))"
    rf"|(?!高龄|常年|{_ENDS_A_WORD})(?P<titled>{FAMILY}[^\W\d_A-Za-z{_NOT_GIVEN}]{{0,2}}?)(?P<title>{_TITLES})"
    rf"|(?!{_ENDS_A_WORD})(?P<aged>{FULL_NAME})(?=老人)"
    rf"|{_BEGINS}(?P<called>{LONG_NAME}(?<!苑)|(?<![\u4e00-\u9fa5]){FULL_NAME}(?=[（(])){_CALLED_SO}"
    rf"|(?<![\u4e00-\u9fa5])(?P<housed>{ANY_NAME}){_IN_ROOM}"
    r"|\b(?:Mr|Mrs|Ms|Miss)\.? (?P<english>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
# 业主刘建国（3-2-501）、王芳: who follows is one of them.
_NEXT = rf"(?:[（(]{ROOM}[）)])?(?:、|和|与|及|以及)(?P<name>{TOLD_NAME}|{FULL_NAME})(?!{_TITLES})"
_DWELLER = "住户"
_PERSON = re.compile(ANY_NAME)
_FULL = re.compile(FULL_NAME)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def is_person(name: str) -> bool:
    """Whether *name* is a person's full name, rather than a post or a group."""
    return bool(_PERSON.fullmatch(name))


@attrs.frozen
class _Mention:
    """
    A resident in a text.

    Attributes:
        start, end: What a letter takes the place of, in code points.

        name: The person's name.

        title: What stands behind the name in the text, or told of the person before.

        word: What goes behind the letter.

        lead: What goes before it.
    """

    start: int
    end: int
    name: str
    title: str = ""
    word: str = ""
    lead: str = ""


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

    @property
    def given(self) -> Mapping[str, str]:
        """The stand-ins that were given out, by person."""
        return {**self._letters, **self._stems}

    def learn(self, texts: Iterable[str]) -> None:
        """See whom *texts* name in full, so that they are known again where only the name stands."""
        named = {one.name for text in texts for one in _mentions(text)} - self._staff
        self._told = _any_of({name for name in named if len(name) > 2 or _FULL.fullmatch(name)})

    def residents(self, text: str) -> Iterator[Replacement]:
        """Where *text* names residents, and what takes the place of the name; the title stays."""
        known = self._told.finditer(text) if self._told else ()
        found = [*_mentions(text), *(_Mention(*match.span(), match[0], word=_DWELLER) for match in known)]
        at = 0
        for one in sorted(found, key=attrgetter("start")):
            if one.start >= at and one.name not in self._staff:
                at = one.end
                person = one.name if _FULL.fullmatch(one.name) else one.name + one.title
                yield one.start, one.end, one.lead + _given(self._letters, person, _LETTERS) + one.word

    def colleagues(self, text: str) -> Iterator[Replacement]:
        """Where *text* names staff, and what takes the place of the name; nothing if staff is to stay."""
        for match in self._names.finditer(text) if self._names else ():
            called = text[: match.start()].endswith(("员", "工"))  # 队员, 维修工: what they are is said already
            yield *match.span(), ("" if called else "员工") + _given(self._stems, match[0], _STEMS)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Who is named, and who follows; compiled when they are needed, since most commands name nobody."""
    return re.compile(_MENTION), re.compile(_NEXT)


def _mentions(text: str) -> Iterator[_Mention]:
    """The residents that *text* names in a way that tells what they are."""
    named, next_one = _patterns()
    for match in named.finditer(text):
        kind = match.lastgroup or ""
        if kind == "dwelling":
            yield _Mention(*match.span(), match["dwelling"], word=match["dweller"])
        elif kind == "title":
            yield _Mention(*match.span("titled"), match["titled"], match["title"])
        else:
            # A letter right behind 3栋 would make a number of buildings of it.
            bare = kind in ("labelled", "housed", "neighbour")
            yield _Mention(*match.span(kind), match[kind], word=_DWELLER if bare else "", lead="的" if kind == "neighbour" else "")
        if kind in ("dwelling", "labelled", "housed"):
            at = match.end()
            while following := next_one.match(text, at):
                yield _Mention(*following.span("name"), following["name"], word=_DWELLER)
                at = following.end()


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of *names*, but where it begins the name of a street."""
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(f"(?:{'|'.join(map(re.escape, longest))})(?![路街巷桥])") if longest else None


def _given(known: dict[str, str], person: str, signs: str) -> str:
    """The sign for *person*: a new one if there is none yet; after the last single sign come two (AA, AB …)."""
    if person not in known:
        number, sign = len(known) + 1, ""
        while number:
            number, place = divmod(number - 1, len(signs))
            sign = signs[place] + sign
        known[person] = sign
    return known[person]
