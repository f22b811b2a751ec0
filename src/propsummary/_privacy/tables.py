"""Tables of residents: what stands in a cell, the heading of its column says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

__all__ = ["NAME_CELL", "Part", "leads", "parts"]

#: A piece of a text, and what it is to be read behind; nothing for one that speaks for itself.
Part: TypeAlias = tuple[str, str]

#: Behind this stands a cell which holds a name or several, and nothing else.
NAME_CELL = "业主姓名｜"
_DWELLER, _FLAT = "业主：", "房号："
_RESIDENTS = re.compile(
    "(?:业主|住户|租户|租客|户主|房东|店主|产权人|承租人|报修人|投诉人|来访人|反映人|失主|车主)(?:(?P<named>姓名|名字)|名称|名)?"
)
_ANYBODY = re.compile("姓名|名字|联系人(?:姓名)?|户名|客户(?:姓名|名称)?")
_FLATS = re.compile("(?:业主|住户)?(?:房间?号|房屋编?号|室号|门牌号?|单元房号|楼栋房号|房产编?号)(?:码)?")
_PLACES = re.compile("房间|单元号?|房屋|住址|地址|楼栋单元")
_PHONES = re.compile("(?:联系)?(?:电话|手机)(?:号码?)?|联系方式")
# Staff has lists with names and telephones, too.
_STAFF = re.compile("岗位|职[务位责称工]|部门|班[组次]|工号|员工|值班|考[核试]|得分|成绩|学时|培训|入职")
# What may as well be a firm or a desk.
_FIRMS = re.compile("名称|户名|客户|联系人$")
_BLANKS = re.compile(r"\s+")
_BAR = re.compile(r"((?<!\\)\|)")


def leads(heading: Sequence[str]) -> tuple[str, ...]:
    """
    What the cells below each cell of *heading* are to be read behind, nothing if they speak for themselves.

    Names stand alone in their cell (`NAME_CELL`) where the heading asks for them or a flat or a telephone stands beside; what
    may be a firm, a desk or an opinion is read like a sentence (业主：). Flats: 房号：.
    """
    heads = [_BLANKS.sub("", cell.strip("* \t\r\n\u3000")) for cell in heading]
    told = any(pattern.fullmatch(head) for head in heads for pattern in (_FLATS, _PLACES, _PHONES))
    anybody = told and not any(map(_STAFF.search, heads))
    named = [_name(head, told=told, anybody=anybody) for head in heads]
    housed = [bool(_FLATS.fullmatch(head) or (any(named) and _PLACES.fullmatch(head))) for head in heads]
    return tuple(name or (_FLAT if flat else "") for name, flat in zip(named, housed, strict=True))


def _name(head: str, *, told: bool, anybody: bool) -> str:
    """What names below *head* are read behind; nothing if there are none."""
    if not (resident := _RESIDENTS.fullmatch(head)) and not (anybody and _ANYBODY.fullmatch(head)):
        return ""
    alone = resident["named"] or told if resident else True
    return NAME_CELL if alone and not _FIRMS.search(head) else _DWELLER


def parts(lines: Sequence[str]) -> Iterator[list[Part]]:
    """
    The lines of a text, each in its parts: cells that are to be read behind something stand alone.

    What heads a table stands above a rule, as in Markdown, or in the first line with bars.
    """
    below: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else ""
        rule = "|" in above and "|-" in line.replace(" ", "").replace(":", "") and not line.strip("|:- \t\r\n")
        if rule:
            below = _heading(above)
        elif "|" not in line:
            below = ()
        yield list(_row(line, below)) if any(below) and not rule else [(line, "")]
        if "|" in line and "|" not in above:
            below = _heading(line)


def _heading(line: str) -> tuple[str, ...]:
    return leads(line.strip().strip("|").split("|"))


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
