"""Made records: the same for the same seed, and with the shares that were planted."""

from __future__ import annotations

import pathlib
from fractions import Fraction

from propsummary import Summary, check
from propsummary.periods import Period
from propsummary.records import check_records, from_files, measure
from propsummary.testing.records import CYCLE, PLANTED, PROPERTIES, write_records


def test_planted_shares_come_out(tmp_path: pathlib.Path) -> None:
    """In the whole and in every property."""
    write_records(tmp_path, rows=CYCLE, only=("work_orders", "patrol_points", "trainings"), seed=5)
    source = from_files(tmp_path)
    wanted = [id for id in PLANTED if id.split("/")[0] in ("wo_completion", "wo_ontime", "patrol_checkpoint_rate", "training_pass")]
    metrics = measure(source, department="order", period=Period.year(2025), kpis=wanted, by=("property",))
    for id, metric in zip(wanted, metrics, strict=True):
        assert metric.numerator is not None
        assert metric.denominator is not None
        assert Fraction(metric.numerator.low) == Fraction(metric.denominator.low) * PLANTED[id]
        assert {share.name: share.value for share in metric.breakdown} == dict.fromkeys(PROPERTIES, metric.value)


def test_a_seed_moves_moments_and_amounts(tmp_path: pathlib.Path) -> None:
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        write_records(tmp_path / name, rows=500, seed=seed, only=("fees",))
    a, b, c = (_rows(tmp_path / name) for name in "abc")
    assert a == b
    assert a != c


def _rows(folder: pathlib.Path) -> list[tuple[object, ...]]:
    source = from_files(folder)
    return list(source.rows(f"SELECT * FROM {source.relation('fees')} ORDER BY ALL"))


def test_made_records_are_sound_and_look_like_those_of_a_company(tmp_path: pathlib.Path) -> None:
    """Nothing is wrong with them, every KPI of every department comes out, and the figures pass the check."""
    write_records(tmp_path, rows=2_000)
    source = from_files(tmp_path)
    report = check_records(source)
    assert [(one.table.id, defect) for one in report.tables for defect in one.defects] == []
    assert report.out_of_reach == ()
    for department in ("order", "engineering", "environment", "customer-service", "logistics", "finance", "personnel"):
        period = Period.year(2025)
        metrics = measure(source, department=department, period=period, by=("month", "property"))
        assert metrics
        errors = check(Summary(department=department, period=period, metrics=metrics)).errors
        assert [one for one in errors if one.code[:3] in ("MET", "NUM")] == []
