"""Every figure in a passage, with its place, value, unit, hedge and role."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.quantities._counted import is_figure
from propsummary.quantities._reading import Reading, doubling, folded, read_at
from propsummary.quantities._unit_words import unit_pattern
from propsummary.quantities.hedge import Hedge
from propsummary.quantities.notfigures import masked
from propsummary.quantities.quantity import Quantity
from propsummary.quantities.roles import Role, role_of
from propsummary.quantities.unit import Unit

__all__ = ["Figure", "find_figures", "has_figure"]

_LONGEST = 40  # a longer run of digits is no number; leaving it whole keeps the time linear
_SHARING = (
    " ?[、和及与] ?|(?:提升|提高|上升|增加|增长|回升|上涨|下降|降低|减少|压缩|缩短|压降|回落|下跌|[升增降减涨跌])[到至为]了? ?"
)
_NUMERAL = r"[0-9][0-9,]*+(?:\.[0-9]++)?|[零〇一二两三四五六七八九十百千万亿]++|半|翻(?=了?[一二两三四1-9]?[番倍])|减半|折半"


@attrs.frozen(kw_only=True)
class Figure:
    """
    A figure where it stands in a text.

    Attributes:
        start, end: Its place in code points, unit and touching hedges included; verbs and subjects stay outside.

        text: What stands there.

        low, high: Its number, or the ends of its range; multipliers are applied. A printed fraction or ratio is a ``Fraction``.

        unit: As printed, without multiplier.

        hedge: What loosens it.

        role: What it does there.

    .. versionadded:: 0.1.0
    """

    start: int
    end: int
    text: str
    low: Decimal | Fraction
    high: Decimal | Fraction
    unit: str | None
    hedge: Hedge | None
    role: Role

    @functools.cached_property
    def quantity(self) -> Quantity:
        """The figure as a value."""
        unit = None if self.unit is None else Unit.of(self.unit)
        return Quantity(low=self.low, high=self.high, unit=unit, hedge=self.hedge, text=self.text)


def find_figures(text: str) -> tuple[Figure, ...]:
    """
    Every figure in *text*, in order.

    Dates, clock times, ordinals, names with a numeral in them and mere articles (一起投诉) are none. The time is linear in the
    length of the text.

    .. versionadded:: 0.1.0
    """
    plain = folded(text)
    found = [_figure(text, plain, reading) for reading in _with_shared_units(plain, list(_readings(plain)))]
    return tuple(_with_shared_roles(text, found))


def has_figure(text: str) -> bool:
    """
    Whether *text* holds a figure; a date, a building's number and a mere article (打造一支队伍) are none.

    .. versionadded:: 0.1.0
    """
    return next(_readings(folded(text)), None) is not None


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {"numeral": re.compile(_NUMERAL), "sharing": re.compile(_SHARING)}


def _readings(text: str) -> Iterator[Reading]:
    """Every quantity in *text* that is a figure, shared units not yet handed on."""
    pos = 0
    while (match := _patterns()["numeral"].search(text, pos)) is not None:
        start, pos = match.span()
        if pos - start > _LONGEST:
            continue
        reading = doubling(text, start)
        if reading is None:
            end = masked(text, start)
            if end is not None:
                pos = max(end, start + 1)
                continue
            reading = read_at(text, start, unit_pattern())
            if reading is None or not is_figure(text, start, reading):
                continue
        yield reading
        pos = reading.end


def _with_shared_units(text: str, readings: list[Reading]) -> list[Reading]:
    """Hands a unit printed once on to the numbers before it: ``8、6、7起``, ``由33降到19起``."""
    for i in range(len(readings) - 2, -1, -1):
        this, following = readings[i], readings[i + 1]
        shares = this.unit is None and following.unit is not None and isinstance(this.low, Decimal) and text[this.start] != "零"
        if shares and _patterns()["sharing"].fullmatch(text, this.end, following.start):
            readings[i] = attrs.evolve(this, unit=following.unit)
    return readings


def _with_shared_roles(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Hands a change on to the counts listed behind it: 分别增加5封和2面."""
    before: Figure | None = None
    for figure in figures:
        listed = before and before.role is Role.CHANGE and text[before.end : figure.start] in ("、", "和", "及", "与")
        before = attrs.evolve(figure, role=Role.CHANGE) if listed and figure.role is Role.COUNT else figure
        yield before


def _figure(text: str, plain: str, reading: Reading) -> Figure:
    return Figure(
        start=reading.start,
        end=reading.end,
        text=text[reading.start : reading.end],
        low=reading.low,
        high=reading.high,
        unit=reading.unit,
        hedge=reading.hedge,
        role=role_of(plain, reading),
    )
