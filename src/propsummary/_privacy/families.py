"""Whether 王先生 is the 王建平 of whom the text spoke: only where it can be nobody else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import attrs

from propsummary._privacy.names import FAMILY

__all__ = ["Mention", "alone", "told_before"]

_FAMILY = re.compile(FAMILY)
_FAMILY_ALONE = re.compile(f"({FAMILY})[老小大]?")
# As what people live here: an owner is no tenant. Other words, such as 住户 and 投诉人, may be said of both.
_KINDS = re.compile("(?P<owner>业主|房东|房主|户主|业委会)|(?P<tenant>租)|(?P<other>访客|邻居|小朋友|商户)")
# Kin and others who stand beside somebody of that family, or come from another flat.
_ANOTHER = (
    "家属|妻子?|丈夫|爱人|老伴|母亲|妈妈|父亲|爸爸|儿子|女儿|孙[子女]|外孙女?|[哥弟姐妹]|岳[父母]|婆婆|公公|儿媳|女婿|亲戚|同姓|对方"
    "|[另某]外?一?[位名个]?|[一两三几]位|[栋幢座楼室号工员、和与及0-9]"
)
_DWELLERS = "业主(?:代表)?|房东|房主|户主|租户|租客|承租人|访客|邻居|小朋友|商户"
_BEFORE = re.compile(f"(?:(?P<another>{_ANOTHER})|(?P<dweller>{_DWELLERS}))的?$")
_SPOUSES = ("太太", "夫人")


@attrs.frozen
class Mention:
    """
    A resident in a text.

    Attributes:
        start, end: What a letter takes the place of, in code points.

        name: The person's name.

        title: What stands behind the name in the text.

        word: What goes behind the letter.

        lead: What goes before it.

        told: As what the person lives here, as far as the text says it right before the name; ``another`` for kin and the like.
    """

    start: int
    end: int
    name: str
    title: str = ""
    word: str = ""
    lead: str = ""
    told: str = ""

    @property
    def family(self) -> str:
        """The family name where a title stands in the place of the given name; else nothing."""
        match = _FAMILY_ALONE.fullmatch(self.name) if self.title else None
        return match[1] if match else ""


def told_before(text: str, start: int) -> str:
    """What *text* says right before *start* of the person whom it names there, for `Mention.told`."""
    match = _BEFORE.search(text[max(start - 6, 0) : start])
    return "" if match is None else match["dweller"] or "another"


def alone(mentions: Iterable[Mention], staff: Iterable[str]) -> Mapping[str, str]:
    """
    The family names that one resident alone bears, with the whole name.

    Two who are named in full, staff of the family, two titles (王先生, 王女士), kin, and an owner beside a tenant make more
    than one.
    """
    people: defaultdict[str, set[str]] = defaultdict(set)
    titles: defaultdict[str, set[str]] = defaultdict(set)
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for one in mentions:
        family = one.family or _family_of(one.name)
        if one.title == "师傅":  # staff more often than not
            continue
        titles[family] |= {one.title} - {""}
        kinds[family] |= {_kind(one.told)} - {""}
        if not one.family:
            people[family].add(one.name)
        elif one.told == "another" or one.title in _SPOUSES:
            people[family].add(f"{one.told}{one.name}{one.title}")
    crowded = {_family_of(name) for name in staff}
    return {
        family: min(names)
        for family, names in people.items()
        if len(names) == 1 and family not in crowded and len(titles[family]) <= 1 and len(kinds[family]) <= 1
    }


def _family_of(name: str) -> str:
    match = _FAMILY.match(name)
    return match[0] if match else name


def _kind(told: str) -> str:
    match = _KINDS.search(told)
    return (match.lastgroup or "") if match else ""
