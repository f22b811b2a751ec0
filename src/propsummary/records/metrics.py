"""What was counted, as a metric of a summary: printed, and said where from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

import attrs

from propsummary.catalogue import Definition, Kpi, kpi
from propsummary.catalogue.codes import Words
from propsummary.catalogue.queries import Query, Side
from propsummary.catalogue.records import table
from propsummary.model import Metric, Point, Share
from propsummary.periods import Period
from propsummary.problems import Language
from propsummary.quantities import Quantity, Unit
from propsummary.records.tallies import Tally

__all__ = ["Measured", "metric_of"]

_UNNAMED = Words("未注明", "not stated")
_MOST_DECIMALS = 4


@attrs.frozen(kw_only=True)
class Measured:
    """
    What is known of one query after all have been run.

    Attributes:
        tallies: What every side comes to over *period*.

        earlier: The same for the periods that comparisons are made with, the one before first.

        months: Numbers and spans of the months, where there is a series.

        column: The column that tells parts apart; empty where there are none.

        spread: Median and 90th percentile, in the unit of the numerator.

        source: Who holds the records.
    """

    query: Query
    period: Period
    tallies: Mapping[Side, Tally]
    earlier: tuple[tuple[Period, Mapping[Side, Tally]], ...] = ()
    months: tuple[tuple[int, Period], ...] = ()
    column: str = ""
    spread: tuple[Fraction, Fraction] | None = None
    source: str = ""

    @property
    def kpi(self) -> Kpi:
        """The KPI that is measured."""
        found = kpi(self.query.kpi)
        assert found is not None, self.query.kpi
        return found

    @property
    def definition(self) -> Definition:
        """By which definition it is."""
        return next(one for one in self.kpi.definitions if one.id == self.query.definition)

    @property
    def unit(self) -> Unit:
        """The unit of its values."""
        return Unit.of(self.definition.unit or self.kpi.unit)

    @property
    def above(self) -> Tally:
        """What the numerator comes to."""
        return self.tallies[self.query.numerator]

    @property
    def below(self) -> Tally | None:
        """What the denominator comes to."""
        return self.tallies[self.query.denominator] if self.query.denominator else None

    def quotient(self, above: Fraction, below: Fraction | None) -> Fraction | None:
        """The exact value, in the KPI's unit; None where the denominator is zero."""
        if below is None:
            return above * self._scale
        return above / below * self._scale if below else None

    @property
    def value(self) -> Fraction | None:
        """The exact value over the period."""
        return self.quotient(self.above.whole, self.below.whole if self.below else None)

    @property
    def _scale(self) -> Fraction:
        """What the quotient of the sums is multiplied by to be in the KPI's unit."""
        unit, told = self.unit, self.query.numerator.unit
        if unit.dimension == "ratio":
            return 1 / Fraction(unit.factor)
        if "/" in unit.symbol:
            return Fraction(10_000) if unit.symbol.partition("/")[2].startswith("万") else Fraction(1)
        return Fraction(Unit.of(told).factor) / Fraction(unit.factor) if told else Fraction(1)

    def printed(self, value: Fraction) -> Quantity:
        """*value* as it is printed: a sum in full, and a share that is neither nothing nor all rounded to neither."""
        symbol = self.unit.symbol
        if self.query.denominator is None:
            return Quantity.parse(f"{_decimal(value):f}{symbol}")
        ends = {Fraction(0), self._scale} if self.unit.dimension == "ratio" else {Fraction(0)}
        places = self.query.decimals
        while places < _MOST_DECIMALS and value not in ends and Fraction(_rounded(value, places)) in ends:
            places += 1
        return Quantity.parse(f"{_rounded(value, places):f}{symbol}")


def metric_of(measured: Measured, language: Language = "zh", *, single: bool = True) -> Metric:
    """
    The metric that *measured* gives.

    Args:
        single: Whether this is the only metric of its KPI; else its id says the definition.
    """
    query, value, below = measured.query, measured.value, measured.below
    compared, series = list(_compared(measured)), tuple(_series(measured))
    before = next((one for one in compared if one[0] == measured.earlier[0][0]), None) if measured.earlier else None
    return Metric(
        id=(query.kpi if single else f"{query.kpi}-{query.definition}").replace("_", "-"),
        kpi=query.kpi,
        definition=query.definition if len(measured.kpi.definitions) > 1 else "",
        name=measured.kpi.name(language),
        value=None if value is None else measured.printed(value),
        numerator=_counted(measured.above.whole, query.numerator) if below else None,
        denominator=_counted(below.whole, query.denominator) if below and query.denominator else None,
        baseline=before[1] if before else None,
        baseline_period=before[0] if before else None,
        series=series,
        breakdown=tuple(_breakdown(measured, language)),
        carried_over=_counted(measured.tallies[query.carried].whole, query.carried) if query.carried else None,
        sample_size=int(below.whole) if below and below.whole and query.denominator and not query.denominator.sum else None,
        source=_source(measured).in_(language),
        note=("；" if language == "zh" else "; ").join(one.in_(language) for one in _notes(measured, compared, series)),
    )


def _counted(value: Fraction, side: Side) -> Quantity:
    """A sum, in full."""
    return Quantity.parse(f"{_decimal(value):f}{side.unit}")


def _decimal(value: Fraction) -> Decimal:
    """A sum of decimals, exactly."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def _rounded(value: Fraction, places: int) -> Decimal:
    """*value* with that many decimals, half up."""
    size = abs(value) * 10**places
    whole = (2 * size.numerator + size.denominator) // (2 * size.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places)


def _compared(measured: Measured) -> Iterator[tuple[Period, Quantity]]:
    """The values of earlier periods that the records reach back to."""
    dated = [side for side in measured.query.sides if side.when or side.rows]
    for period, tallies in () if measured.query.snapshot else measured.earlier:
        if dated and not any(tallies[side].rows for side in dated):
            continue
        value = attrs.evolve(measured, period=period, tallies=tallies).value
        if value is not None:
            yield period, measured.printed(value)


def _series(measured: Measured) -> Iterator[Point]:
    if measured.query.snapshot:
        return
    for number, period in measured.months:
        below = measured.below.months.get(number, Fraction(0)) if measured.below else None
        value = measured.quotient(measured.above.months.get(number, Fraction(0)), below)
        if value is not None:
            yield Point(period=period, value=measured.printed(value))


def _breakdown(measured: Measured, language: Language) -> Iterator[Share]:
    """The value of each part; none at all where a part's figure belongs to no part of the denominator."""
    if not measured.column:
        return
    above, below = measured.above.parts, measured.below.parts if measured.below else None
    found = []
    for part in sorted(above.keys() | (below or {}).keys(), key=lambda name: (name is None, name)):
        value = measured.quotient(above.get(part, Fraction(0)), None if below is None else below.get(part, Fraction(0)))
        if value is None and above.get(part):
            return
        if value is not None:
            found.append(Share(name=_part_name(measured, part, language), value=measured.printed(value)))
    yield from found if len(found) > 1 else ()


def _part_name(measured: Measured, part: str | None, language: Language) -> str:
    home = table(measured.query.numerator.table)
    column = home.column(measured.column) if home else None
    known = next((word for word in (column.words if column else ()) if word.id == part), None)
    if known is not None:
        return known.en if language == "en" else known.zh
    return str(part) if part else _UNNAMED.in_(language)


def _source(measured: Measured) -> Words:
    """Where the figure can be looked up again: who holds the records, which tables, which query, how many rows, how far they go."""
    told_zh, told_en = [], []
    seen = dict.fromkeys(
        (side.table, measured.tallies[side].rows) for side in measured.query.sides if side != measured.query.carried
    )
    for name, rows in seen:
        home = table(name)
        told_zh.append(f"{home.zh if home else name}{rows}行")
        told_en.append(f"{rows} rows of {home.en if home else name}")
    moments = [moment for side in measured.query.sides if (moment := measured.tallies[side].as_of)]
    until = f"{max(moments):%Y-%m-%d}" if moments else ""
    holder = measured.source
    zh = f"{holder}：" if holder else ""
    en = f"{holder}: " if holder else ""
    zh += f"{'、'.join(told_zh)}" + (f"，数据截至{until}" if until else "") + f"，查询 {measured.query.id}"
    en += f"{', '.join(told_en)}" + (f", up to {until}" if until else "") + f", query {measured.query.id}"
    return Words(zh, en)


def _notes(measured: Measured, compared: list[tuple[Period, Quantity]], series: Sequence[Point]) -> Iterator[Words]:
    """What a reader must know beside the figure."""
    if measured.value is None:
        yield _no_value(measured)
    for period, quantity in compared:
        if measured.earlier and period != measured.earlier[0][0]:
            yield Words(f"上年同期（{period.title()}）{quantity}", f"a year earlier ({period.title('en')}) {_in_english(quantity)}")
    if measured.spread is not None:
        scale = measured.quotient(Fraction(1), Fraction(1)) or Fraction(1)
        median, tenth = (measured.printed(value * scale) for value in measured.spread)
        yield Words(f"中位数{median}，90%的不超过{tenth}", f"median {_in_english(median)}, 90 % within {_in_english(tenth)}")
    if _is_apart(measured, series):
        yield Words(
            "走势每月各算一次，只计到当月末为止，所以与全期的数不在一个水平",
            "each month of the course counts up to its own end only, so the whole period stands apart from its months",
        )
    if measured.query.snapshot:
        yield Words("状态是导出记录时的状态", "the state is that of when the records were taken")


def _is_apart(measured: Measured, series: Sequence[Point]) -> bool:
    """Whether a rate lies beyond those of all its months, which no average of them could: what they count ends at other days."""
    if measured.below is None or measured.value is None or len(series) < 2:
        return False
    whole, values = measured.printed(measured.value).low, [point.value.low for point in series]
    return not min(values) <= whole <= max(values)


def _in_english(quantity: Quantity) -> str:
    unit = quantity.unit.en if quantity.unit else ""
    return f"{quantity.low:f}{unit if unit in ('%', '‰') else f' {unit}'}"


def _no_value(measured: Measured) -> Words:
    denominator = measured.query.denominator
    if denominator is not None and denominator.per == "month" and measured.period.months is None:
        return Words("期间不是整月，没有数值", "no value: the period is not made of whole months")
    zh, en = measured.definition.denominator_zh, measured.definition.denominator_en
    return Words(f"{zh}为零，没有数值", f"no value: {en} are zero")
