"""Residents whom a text names by family name and title, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from propsummary._privacy import SURNAMES

__all__ = ["Pseudonyms", "is_person"]

_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|轩辕"
_FAMILY = f"(?:{_DOUBLE}|[{SURNAMES}]|(?<![对由关至等])于)"
# Family names that end another word here: 感谢, 有关, 对方, 保安, 经常, 物业费, 主管, 工程, 押金.
_ENDS_A_WORD = (
    "(?<=[感致答多谢])谢|(?<=[有相无机])关|(?<=[对双各甲乙警院校我多])方|(?<=[保治平公])安|(?<=[经非日正通])常"
    "|(?<=[业缴收电水退免消])费|(?<=[主保监看])管|(?<=[工流过])程|(?<=[资押租现奖])金|(?<=[儿])童|(?<=[旅])游"
)
# Between family name and title stands a given name, none of whose characters is one of these.
_NOT_GIVEN = "的是在由和与及给向对跟同请让被把将为找问见帮送到从等、，。；：！？（）“”"
_TITLES = "先生|女士|小姐|太太|夫人|阿姨|大妈|大爷|大伯|老伯|大叔|叔叔|奶奶|爷爷|婆婆|婶婶"
_NAMED = re.compile(rf"(?!高龄|常年|{_ENDS_A_WORD})(?P<name>{_FAMILY}[^\W\d_A-Za-z{_NOT_GIVEN}]{{0,2}}?)(?P<title>{_TITLES})")
_PERSON = re.compile(rf"{_FAMILY}[\u4e00-\u9fa5]{{1,2}}")
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def is_person(name: str) -> bool:
    """Whether *name* is a person's full name, rather than a post or a group."""
    return bool(_PERSON.fullmatch(name))


class Pseudonyms:
    """
    Stand-ins for people, the same for the same person, given out in the order in which they are asked for.

    Residents become ``A女士``, ``B先生``: the title stays, so that a figure behind it stays a figure. Staff, where they are to be
    masked at all, become ``员工甲``, ``员工乙``.
    """

    def __init__(self, staff: Iterable[str], *, mask_staff: bool) -> None:
        """
        Args:
            staff: Full names of people who work here.

            mask_staff: Whether they get stand-ins, too.
        """
        self._staff = frozenset(staff)
        self._letters: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        names = sorted(self._staff, key=lambda name: (-len(name), name)) if mask_staff else ()
        self._names = re.compile("|".join(map(re.escape, names))) if names else None

    @property
    def given(self) -> Mapping[str, str]:
        """The stand-ins that were given out, by person."""
        return {**self._letters, **self._stems}

    def residents(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where *text* names residents, and what takes the place of the name; the title stays."""
        for match in _NAMED.finditer(text):
            if match["name"] not in self._staff:
                yield *match.span("name"), _given(self._letters, match[0], "ABCDEFGHIJKLMNOPQRSTUVWXYZ")

    def colleagues(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where *text* names staff, and what takes the place of the name; nothing if staff is to stay."""
        for match in self._names.finditer(text) if self._names else ():
            yield *match.span(), "员工" + _given(self._stems, match[0], _STEMS)


def _given(known: dict[str, str], person: str, signs: str) -> str:
    """The sign for *person*: a new one if there is none yet; after the last single sign come two (AA, AB …)."""
    if person not in known:
        number, sign = len(known) + 1, ""
        while number:
            number, place = divmod(number - 1, len(signs))
            sign = signs[place] + sign
        known[person] = sign
    return known[person]
