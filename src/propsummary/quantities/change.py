"""A stated change: 下降35%, 提升5个百分点, 持平."""

from __future__ import annotations

import enum
import functools
import re
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.errors import UnreadableValueError, expect
from propsummary.quantities._reading import doubling, folded
from propsummary.quantities._traditional import simplified
from propsummary.quantities.hedge import Hedge
from propsummary.quantities.interval import Interval
from propsummary.quantities.quantity import Quantity, read_quantity
from propsummary.quantities.unit import Unit

__all__ = ["CHANGE_VERBS", "Change", "Direction", "last_direction", "read_change"]


class Direction(enum.StrEnum):
    """Which way something went."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


_UP = (
    "上升 提升 提高 提速 增加 增长 增多 增大 增 升 涨 上涨 高 多 延长 "
    "扩大 回升 上浮 上调 快 长 高出 多出 增幅 升幅 涨幅 攀升 改善 提前 递增 翻"
)
_DOWN = (
    "下降 降低 减少 降 减 缩短 压缩 压减 压降 下滑 回落 低 少 短 缩减 "
    "缩小 下跌 跌 降幅 减幅 跌幅 收窄 下调 下浮 慢 递减 削减 减半 折半 节约 节省"
)
_DIRECTIONS = dict.fromkeys(_UP.split(), Direction.UP) | dict.fromkeys(_DOWN.split(), Direction.DOWN)
_LONGEST = 40

_ARROWS = {"↑": "上升", "↗": "上升", "↓": "下降", "↘": "下降"}
_ARROW = re.compile("(?P<before>[↑↗↓↘])?(?P<figure>[^↑↗↓↘]*[0-9][^↑↗↓↘]*)(?P<behind>[↑↗↓↘])?")

#: The words that say which way a figure went, longest first, as alternatives of a pattern.
CHANGE_VERBS = "|".join(sorted(_DIRECTIONS, key=lambda word: (-len(word), word)))


@attrs.frozen(kw_only=True)
class Change:
    """
    What somebody says that a figure rose or fell by.

    Attributes:
        amount: The size of the change, never below zero; 0 where nothing changed.

        unit: %, points, 倍 or the unit of the figure itself; none if only a number is given.

        direction: Which way.

        text: As written.

    .. versionadded:: 0.1.0
    """

    amount: Decimal | Fraction
    unit: Unit | None = None
    direction: Direction
    text: str

    @classmethod
    def parse(cls, text: str) -> Change:
        """
        Read *text*, which must be one stated change and nothing else.

        Raises:
            UnreadableValueError: It is not.

            WrongArgumentError: It is no text.
        """
        expect("Change.parse", text, str)
        change = read_change(text)
        if change is None:
            raise UnreadableValueError("Change", text)
        return change

    @property
    def hedge(self) -> Hedge | None:
        """What loosens the amount (下降约35%)."""
        size = _size(_plain(self.text))
        return size.hedge if size else None

    @property
    def interval(self) -> Interval:
        """The true changes that it can stand for, signed, in its own unit; 翻番 and 减半 are exact."""
        if self.direction is Direction.FLAT or re.search("翻|减半|折半", self.text):
            size = Interval.exactly(self.amount)
        else:
            size = Quantity(low=self.amount, high=self.amount, unit=self.unit, hedge=self.hedge, text=self.text).interval
        return -size if self.direction is Direction.DOWN else size

    def __str__(self) -> str:
        return self.text


def read_change(text: str) -> Change | None:
    """
    The change that *text* states, or None: ``1.5个百分点``, ``-13.8%``, ``下降35%``, ``持平``, ``翻番``, ``增长0.8倍``.

    A sign, an arrow (``↓3%``) or a verb gives the direction; without any it is up.
    """
    plain = _plain(text)
    if len(plain) > _LONGEST:
        return None
    if _patterns()["flat"].fullmatch(plain):
        return Change(amount=Decimal(0), direction=Direction.FLAT, text=text)
    said = _patterns()["said"].match(plain)
    percent = doubling(plain, said.end("compared") if said else 0)
    if percent is not None and percent.end == len(plain):
        direction = Direction.UP if plain[percent.start] == "翻" else Direction.DOWN
        return Change(amount=percent.low, unit=Unit.of("%"), direction=direction, text=text)
    size = _size(plain)
    if size is None or size.value is None:
        return None
    verb = said and _DIRECTIONS.get(said["verb"] or "")
    direction = verb or (Direction.DOWN if size.value < 0 else Direction.UP)
    amount = -size.value if size.value < 0 else size.value
    return Change(amount=amount, unit=size.unit, direction=direction if size.value else Direction.FLAT, text=text)


def _plain(text: str) -> str:
    """*text* folded, an arrow before or behind the figure as a verb before it."""
    plain = folded(text.strip())
    if (match := _ARROW.fullmatch(plain)) and bool(match["before"]) != bool(match["behind"]):
        return _ARROWS[match["before"] or match["behind"]] + match["figure"].strip()
    return plain


def last_direction(text: str) -> Direction | None:
    """Which way the last verb of change in *text* points, or None if there is none."""
    found = None
    for match in _patterns()["verb"].finditer(simplified(text)):
        found = _DIRECTIONS[match[0]]
    return found


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    span = "去年|上年|上月|上季度|上期|上半年|前期|同期"
    compared = rf"(?:(?:较|比|与|同)(?:{span})(?:同期|度)?(?:相比)?[，,]?)?(?:同比|环比)?(?:基本)?"
    return {
        "flat": re.compile(compared + "(?:持平|不变|无变化|未变)"),
        "said": re.compile(rf"(?P<compared>{compared})(?P<verb>{CHANGE_VERBS})?了?"),
        "verb": re.compile(CHANGE_VERBS),
    }


def _size(plain: str) -> Quantity | None:
    """The quantity in a stated change, without verb and comparison."""
    said = _patterns()["said"].match(plain)
    return (read_quantity(plain[said.end() :]) if said and said.end() else None) or read_quantity(plain)
