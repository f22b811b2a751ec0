"""Tables of residents: what stands in a cell, the heading of its column says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

__all__ = ["Part", "leads", "parts"]

#: A piece of a text, and what it is to be read behind; nothing for one that speaks for itself.
Part: TypeAlias = tuple[str, str]

_NAME, _FLAT = "业主：", "房号："
_RESIDENTS = re.compile("(?:业主|住户|租户|租客|户主|房东|产权人|承租人|报修人|投诉人|来访人|反映人|失主|车主)(?:姓名|名称|名)?")
_ANYBODY = re.compile("姓名|名字|联系人(?:姓名)?|户名|客户(?:姓名|名称)?")
_FLATS = re.compile("(?:业主|住户)?(?:房间?号|房屋编?号|室号|门牌号?|单元房号|楼栋房号|房产编?号)(?:码)?")
_PLACES = re.compile("房间|单元号?|房屋|住址|地址|楼栋单元")
_PHONES = re.compile("(?:联系)?(?:电话|手机)(?:号码?)?|联系方式")
# Staff has lists with names and telephones, too.
_STAFF = re.compile("岗位|职[务位责称工]|部门|班[组次]|工号|员工|值班|考[核试]|得分|成绩|学时|培训|入职")
_BAR = re.compile(r"((?<!\\)\|)")


def leads(heading: Sequence[str]) -> tuple[str, ...]:
    """What the cells below each cell of *heading* are to be read behind: names behind 业主：, flats behind 房号：, others alone."""
    heads = [cell.strip("* \t\r\n\u3000") for cell in heading]
    told = any(pattern.fullmatch(head) for head in heads for pattern in (_FLATS, _PLACES, _PHONES))
    anybody = told and not any(map(_STAFF.search, heads))
    named = [bool(_RESIDENTS.fullmatch(head) or (anybody and _ANYBODY.fullmatch(head))) for head in heads]
    housed = [bool(_FLATS.fullmatch(head) or (any(named) and _PLACES.fullmatch(head))) for head in heads]
    return tuple(_NAME if name else _FLAT if flat else "" for name, flat in zip(named, housed, strict=True))


def parts(lines: Sequence[str]) -> Iterator[list[Part]]:
    """The lines of a text in Markdown, each in its parts: cells that are to be read behind something stand alone."""
    below: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        rule = number > 0 and "|-" in line.replace(" ", "").replace(":", "") and not line.strip("|:- \t\r\n")
        if rule:
            below = leads(lines[number - 1].strip().strip("|").split("|"))
        elif "|" not in line:
            below = ()
        yield list(_row(line, below)) if any(below) and not rule else [(line, "")]


def _row(line: str, below: Sequence[str]) -> Iterator[Part]:
    column, so_far = -1 if line.lstrip().startswith("|") else 0, ""
    for piece in _BAR.split(line):
        words = piece.strip()
        if piece == "|":
            column += 1
        elif words and 0 <= column < len(below) and below[column]:
            before, _, behind = piece.partition(words)
            yield so_far + before, ""
            yield words, below[column]
            so_far = behind
            continue
        so_far += piece
    yield so_far, ""
