"""KPIs out of records: counted in plain Python and by the engine, and what is made of the counts."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from datetime import datetime, time, timedelta
from fractions import Fraction

import pytest

from plain_records import ORACLES, PROPERTIES, Counts, Records, counted, made_records, write_parquet
from propsummary import Quantity, Summary, check
from propsummary.catalogue import kpi
from propsummary.catalogue.queries import queries
from propsummary.errors import UnknownNameError
from propsummary.model import Metric
from propsummary.periods import Period
from propsummary.quantities import Unit
from propsummary.records import DuckDB, RecordsError, from_files, measure, statements

ORDERS = "id,property,kind,reported_at,due_at,arrived_at,completed_at"


@pytest.fixture(scope="module")
def records() -> Records:
    return made_records(seed=20250101, size=400)


@pytest.fixture(scope="module")
def source(records: Records, tmp_path_factory: pytest.TempPathFactory) -> DuckDB:
    folder = tmp_path_factory.mktemp("records")
    write_parquet(records, folder)
    return from_files(folder)


@pytest.fixture(scope="module")
def quarter(source: DuckDB) -> dict[str, Metric]:
    """All queries over a quarter, with months and parts, so that they share scans."""
    metrics = measure(source, department="order", period=Period.parse("2025-Q1"), kpis=tuple(queries()), by=("month", "property"))
    return dict(zip(queries(), metrics, strict=True))


@pytest.fixture
def orders(tmp_path: pathlib.Path) -> Callable[..., DuckDB]:
    """Work orders from lines of CSV."""

    def made(*lines: str) -> DuckDB:
        (tmp_path / "work_orders.csv").write_text("\n".join((ORDERS, *lines)) + "\n", encoding="utf-8")
        return from_files(tmp_path)

    return made


def _one(source: DuckDB, name: str, period: str = "2025", by: tuple[str, ...] = ()) -> Metric:
    (metric,) = measure(source, department="engineering", period=Period.parse(period), kpis=(name,), by=by)
    return metric


def _bounds(period: Period) -> tuple[datetime, datetime]:
    return datetime.combine(period.first, time.min), datetime.combine(period.last + timedelta(days=1), time.min)


def _counts(metric: Metric) -> Counts:
    """What the metric says was counted; of a plain count the value itself."""
    if metric.denominator is None:
        assert metric.value is not None
        return Fraction(metric.value.low), None
    assert metric.numerator is not None
    return Fraction(metric.numerator.low), Fraction(metric.denominator.low)


def _value(query: str, counts: Counts) -> Fraction | None:
    """The exact value, in the unit that the catalogue names."""
    above, below = counts
    known = kpi(queries()[query].kpi)
    assert known is not None
    definition = next(one for one in known.definitions if one.id == queries()[query].definition)
    scale = {"%": 100, "‰": 1000, "分钟": Fraction(1, 60), "件/万m²": 10_000}.get(definition.unit or known.unit, 1)
    if below is None:
        return above
    return above / below * scale if below else None


def _agrees(printed: Quantity, exact: Fraction) -> bool:
    """Whether *printed* is *exact*, rounded."""
    return abs(Fraction(printed.low) - exact) <= Fraction(1, 2 * 10**printed.decimals)  # of a sum in full there is nothing to round


@pytest.mark.parametrize("label", ["2025", "2024-12-20..2025-02-10"])
def test_every_kpi_is_what_plain_python_counts(source: DuckDB, records: Records, label: str) -> None:
    period = Period.parse(label)
    metrics = measure(source, department="order", period=period, kpis=tuple(queries()))
    found = {id: _counts(metric) for id, metric in zip(queries(), metrics, strict=True)}
    assert found == {id: counted(id, records, *_bounds(period)) for id in queries()}
    for id, metric in zip(queries(), metrics, strict=True):
        exact = _value(id, _counts(metric))
        assert metric.value is None if exact is None else metric.value is not None and _agrees(metric.value, exact)


def test_every_query_has_an_oracle() -> None:
    assert ORACLES.keys() == queries().keys()


def test_cutting_changes_no_count(quarter: dict[str, Metric], records: Records) -> None:
    """Months and parts are sums of their own; the whole is what it is without them."""
    bounds = _bounds(Period.parse("2025-Q1"))
    assert {id: _counts(metric) for id, metric in quarter.items()} == {id: counted(id, records, *bounds) for id in queries()}


def test_each_month_is_measured_as_a_period_of_its_own(quarter: dict[str, Metric], records: Records) -> None:
    """What is not done by the end of the month is not done in it, whatever came later."""
    points = 0
    for id, metric in quarter.items():
        told = {point.period.label: point.value for point in metric.series}
        for month in ("2025-01", "2025-02", "2025-03"):
            exact = _value(id, counted(id, records, *_bounds(Period.parse(month))))
            if queries()[id].snapshot or exact is None:
                assert month not in told
            else:
                assert _agrees(told[month], exact), (id, month)
                points += 1
    assert points > 150


def test_each_part_is_measured_by_itself(quarter: dict[str, Metric], records: Records) -> None:
    parts = 0
    for id, metric in quarter.items():
        for share in metric.breakdown:
            name = None if share.name == "未注明" else share.name
            own = {table: [row for row in rows if row["property"] == name] for table, rows in records.items()}
            exact = _value(id, counted(id, own, *_bounds(Period.parse("2025-Q1"))))
            assert exact is not None
            assert _agrees(share.value, exact), (id, share)
            parts += 1
    assert parts > 150
    assert {share.name for share in quarter["wo_ontime/usual"].breakdown} == {*PROPERTIES, "未注明"}


def test_baselines_are_of_the_period_before_and_of_the_year_before(quarter: dict[str, Metric], records: Records) -> None:
    before = Period.parse("2024-Q4")
    for id, metric in quarter.items():
        exact = _value(id, counted(id, records, *_bounds(before)))
        if queries()[id].snapshot or exact is None:
            assert metric.baseline is None
        else:
            assert metric.baseline is not None, id
            assert metric.baseline_period is not None
            assert metric.baseline_period.label == "2024-Q4"
            assert _agrees(metric.baseline, exact)
    exact = _value("wo_ontime/usual", counted("wo_ontime/usual", records, *_bounds(Period.parse("2024-Q1"))))
    assert exact is not None
    assert f"上年同期（2024年第一季度）{float(exact):.1f}%" in quarter["wo_ontime/usual"].note


def test_what_comes_out_passes_the_check(quarter: dict[str, Metric], source: DuckDB) -> None:
    """The definition that each metric names is the one that its counts follow: no rule about figures finds an error."""
    year = measure(source, department="order", period=Period.parse("2025"), kpis=tuple(queries()), by=("month", "kind"))
    for period, metrics in (("2025-Q1", tuple(quarter.values())), ("2025", year)):
        report = check(Summary(department="order", period=Period.parse(period), metrics=metrics))
        impossible = {"MET003"}  # these records are made to be odd: more people come to a drill than should
        assert [one for one in report.errors if one.code[:3] in ("MET", "NUM", "SHP") and one.code not in impossible] == []


def test_units_are_those_of_the_catalogue(quarter: dict[str, Metric]) -> None:
    for id, metric in quarter.items():
        known = kpi(queries()[id].kpi)
        assert known is not None
        if metric.value is not None:
            definition = known.definition(metric.definition) if metric.definition else known.definitions[0]
            assert definition is not None
            assert metric.value.unit == Unit.of(definition.unit or known.unit)


def test_a_period_is_half_open(orders: Callable[..., DuckDB]) -> None:
    """The first instant is in, the last second is in, the midnight after is not; and what is done then is not done."""
    source = orders(
        "1,甲,repair,2025-01-01 00:00:00,2025-01-02,,2025-01-01 00:00:00",
        "2,甲,repair,2025-12-31 23:59:59.999999,2026-01-02,,2026-01-01 00:00:00",
        "3,甲,repair,2026-01-01 00:00:00,2026-01-02,,2026-01-01 00:00:01",
        "4,甲,repair,2024-12-31 23:59:59.999999,2025-01-02,,2025-12-31 23:59:59.999999",
    )
    received, carried, closed = (
        _one(source, f"wo_completion/{definition}")
        for definition in ("received-in-period", "with-carried-over", "closed-in-period")
    )
    assert (str(received.numerator), str(received.denominator)) == ("1", "2")
    assert (str(carried.numerator), str(carried.denominator), str(carried.carried_over)) == ("2", "3", "1")
    assert (str(closed.numerator), str(closed.denominator)) == ("2", "2")


def test_a_zero_denominator_gives_no_value_and_says_so(orders: Callable[..., DuckDB]) -> None:
    metric = _one(orders("1,甲,repair,2024-05-01,,,"), "wo_ontime", by=("month", "property"))
    assert metric.value is None
    assert str(metric.denominator) == "0"
    assert metric.note == "期内应完成的工单数为零，没有数值"
    assert metric.series == metric.breakdown == ()
    assert check(Summary(department="engineering", period=Period.parse("2025"), metrics=(metric,))).errors == ()


def test_a_rate_is_never_rounded_to_all_or_nothing(orders: Callable[..., DuckDB]) -> None:
    lines = [f"{n},甲,repair,2025-05-01,2025-05-03,,2025-05-02" for n in range(2999)]
    assert str(_one(orders(*lines, "x,甲,repair,2025-05-01,2025-05-03,,"), "wo_ontime").value) == "99.97%"
    assert str(_one(orders(*lines), "wo_ontime").value) == "100.0%"


def test_what_has_not_come_to_an_end_has_no_duration(orders: Callable[..., DuckDB]) -> None:
    """Whoever arrives after the period has not arrived in it; a mean has its median and 90th percentile beside it."""
    arrivals = [f"{n},甲,repair,2025-05-01 08:00:00,,2025-05-01 08:{n:02}:30," for n in range(1, 10)]
    metric = _one(orders(*arrivals, "x,甲,repair,2025-12-31 23:59:00,,2026-01-01 00:00:00,"), "repair_response_min")
    assert str(metric.value) == "5.5分钟"
    assert (str(metric.numerator), str(metric.denominator), metric.sample_size) == ("2970秒", "9", 9)
    assert metric.note == "中位数5.5分钟，90%的不超过8.7分钟"


def test_no_baseline_where_the_records_do_not_reach_back(orders: Callable[..., DuckDB], tmp_path: pathlib.Path) -> None:
    """No fire in a year without records is no zero."""
    orders()
    (tmp_path / "incidents.csv").write_text("id,kind,reported_at\n1,other,2025-03-01\n", encoding="utf-8")
    metric = _one(from_files(tmp_path), "fire_incidents")
    assert str(metric.value) == "0起"
    assert metric.baseline is None


def test_parts_that_do_not_make_up_the_whole_are_not_told(orders: Callable[..., DuckDB]) -> None:
    """In 乙 orders are completed and none came in: no rate of its own, and without it the others tell too little."""
    source = orders(
        "1,甲,repair,2025-05-01,,,2025-05-02",
        "2,乙,repair,2024-05-01,,,2025-05-02",
        "3,丙,repair,2025-05-01,,,",
    )
    assert _one(source, "wo_completion/closed-in-period", by=("property",)).breakdown == ()
    assert [share.name for share in _one(source, "wo_completion", by=("property",)).breakdown] == ["丙", "甲"]


def test_parts_are_told_by_the_words_of_the_trade(orders: Callable[..., DuckDB]) -> None:
    source = orders("1,甲,repair,2025-05-01,,,2025-05-02", "2,甲,service,2025-05-01,,,", "3,甲,,2025-05-01,,,")
    assert [share.name for share in _one(source, "wo_completion", by=("kind",)).breakdown] == ["维修", "服务", "未注明"]


def test_a_source_says_where_to_look(orders: Callable[..., DuckDB]) -> None:
    metric = _one(orders("1,甲,repair,2025-05-01,2025-05-02,,", "2,甲,repair,2025-06-07,2025-06-08,,"), "wo_ontime")
    assert metric.source.endswith("：工单2行，数据截至2025-06-07，查询 wo_ontime/usual")


def test_two_definitions_of_a_kpi_have_two_ids(orders: Callable[..., DuckDB]) -> None:
    wanted = ("wo_completion/received-in-period", "工单完成率/含上期遗留")
    metrics = measure(orders(), department="engineering", period=Period.year(2025), kpis=wanted)
    assert [metric.id for metric in metrics] == ["wo-completion-received-in-period", "wo-completion-with-carried-over"]


def test_english_is_complete(orders: Callable[..., DuckDB]) -> None:
    source = orders("1,甲,repair,2025-05-01 08:00,2025-05-02,2025-05-01 08:05,", "2,甲,,2025-05-01,2025-05-02,,")
    metrics = measure(source, department="engineering", period=Period.parse("2025-Q2"), by=("kind",), language="en")
    for metric in metrics:
        assert all(text.isascii() for text in (metric.name, metric.source.partition(": ")[2], metric.note))
        assert all(share.name.isascii() for share in metric.breakdown)


@pytest.mark.parametrize(
    "asked",
    [
        {"department": "工程步"},
        {"kpis": ("工单完工率",)},
        {"kpis": ("wo_completion/upside-down",)},
        {"by": ("propperty",)},
    ],
)
def test_unknown_names_are_refused(orders: Callable[..., DuckDB], asked: dict[str, object]) -> None:
    with pytest.raises(UnknownNameError):
        measure(orders(), **({"department": "engineering", "period": Period.year(2025)} | asked))  # type: ignore[arg-type]


def test_what_the_records_lack_is_named(orders: Callable[..., DuckDB]) -> None:
    with pytest.raises(RecordsError, match="rework of table work_orders") as caught:
        _one(orders(), "返修率")
    assert caught.value.zh == "返修率算不出来：记录里缺工单表 work_orders 的 rework"
    with pytest.raises(RecordsError, match="cannot be had from records"):
        _one(orders(), "net_margin")
    with pytest.raises(RecordsError, match="by one column"):
        _one(orders(), "wo_ontime", by=("property", "kind"))


def test_a_value_of_the_wrong_type_is_told(orders: Callable[..., DuckDB]) -> None:
    with pytest.raises(RecordsError, match="昨天"):
        _one(orders("1,甲,repair,昨天,,,"), "wo_completion")


def test_statements_are_what_is_sent(source: DuckDB) -> None:
    """One scan where one table and one column of times do, and nothing but SELECT."""
    found = statements(source, "wo_ontime", department="engineering", period=Period.year(2025), by=("month", "property"))
    assert len(found) == 1
    assert found[0].startswith("SELECT\n  span_number,")
    assert len(statements(source, "repair_response_min", department="engineering", period=Period.year(2025))) == 2
