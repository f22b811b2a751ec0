"""The folder `examples/`: two summaries fit to hand in, and one draft as people hand them in."""

from __future__ import annotations

import pathlib
import re
import runpy
from collections import Counter
from fractions import Fraction

import pytest
from PIL import Image

import propsummary
from propsummary.model import AchievementKind, Dimension, Draft, Family, GoalKind, Metric, Summary
from propsummary.problems import Problem
from propsummary.rules.context import StageName

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GOOD = ("order-2025.yaml", "logistics-2025.yaml")
POOR = "unfinished.yaml"

# How rich each finished example is promised to be.
LEAST = {
    "order-2025.yaml": {
        "metrics": 25,
        "achievements": 10,
        "activities": 8,
        "incidents": 4,
        "cases": 4,
        "photos": 4,
        "charts": 3,
        "issues": 6,
        "risks": 3,
        "countermeasures": 10,
        "goals": 8,
        "follow_ups": 3,
        "sections": 1,
    },
    "logistics-2025.yaml": {
        "metrics": 25,
        "achievements": 12,
        "activities": 8,
        "incidents": 4,
        "cases": 5,
        "photos": 4,
        "charts": 4,
        "issues": 8,
        "risks": 3,
        "countermeasures": 14,
        "goals": 8,
        "follow_ups": 3,
        "sections": 1,
    },
}

# What the poor draft is there to show: at least these, each at least once.
SHOWN = {
    *("SHP003", "SHP004", "SHP005", "SHP006"),
    *("REF001", "REF002", "REF003"),
    *("STR002", "STR005", "STR009", "STR010"),
    *("ACH001", "ACH002"),
    *("ISS001", "ISS002", "ISS003", "ISS004", "ISS005", "ISS006", "ISS007", "ISS009"),
    *("CTM001", "CTM002", "CTM003", "CTM004", "CTM005", "CTM006", "CTM007", "CTM008", "CTM009"),
    *("GOA001", "GOA002", "GOA006", "GOA008", "GOA009", "GOA010"),
    "RSK001",
    *("EVI001", "EVI002", "EVI003", "EVI004", "EVI005"),
    "WRD001",
}


def _summary(name: str) -> Summary:
    summary = propsummary.read(EXAMPLES / name).summary
    assert summary is not None
    return summary


def _listed(problems: tuple[Problem, ...]) -> list[str]:
    return [f"{problem.code} {problem.path}: {problem.zh}" for problem in problems]


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("stage", ["draft", "final"])
def test_a_finished_example_has_neither_error_nor_warning(name: str, stage: StageName) -> None:
    draft = propsummary.read(EXAMPLES / name)
    assert draft.folder == EXAMPLES
    report = propsummary.check(draft, stage=stage)
    assert report.ok
    assert not _listed(tuple(p for p in report.problems if p.severity.value != "info"))
    assert not report.waived
    assert "REF003" not in {code for code, *_ in report.skipped}


@pytest.mark.parametrize("name", GOOD)
def test_a_finished_example_is_rich(name: str) -> None:
    summary = _summary(name)
    counts = {collection: len(getattr(summary, collection)) for collection in LEAST[name]}
    assert {collection: count for collection, count in counts.items() if count < LEAST[name][collection]} == {}
    assert summary.outlook is not None
    assert summary.outlook.directions
    assert summary.outlook.innovations
    assert summary.background is not None
    assert {cause.dimension for issue in summary.issues for cause in issue.root_causes} == set(Dimension)
    assert all(cause.whys for issue in summary.issues for cause in issue.root_causes)
    assert {measure.family for measure in summary.countermeasures} == set(Family)
    assert {goal.kind for goal in summary.goals} == set(GoalKind)
    assert {achievement.kind for achievement in summary.achievements} == set(AchievementKind)


@pytest.mark.parametrize("name", GOOD)
def test_the_figures_of_a_finished_example_can_be_worked_out_again(name: str) -> None:
    """Every ratio at its printed precision, every breakdown to the unit, every goal from the value that was reached."""
    metrics = _summary(name).metrics
    ratios = [metric for metric in metrics if metric.numerator and metric.denominator]
    wholes = [metric for metric in metrics if metric.breakdown]
    assert len(ratios) >= 15
    assert len(wholes) >= 3
    assert [metric.id for metric in ratios if not _ratio_fits(metric)] == []
    assert [metric.id for metric in wholes if not _parts_fit(metric)] == []


def _ratio_fits(metric: Metric) -> bool:
    assert metric.value
    assert metric.numerator
    assert metric.denominator
    printed = re.match(r"\d+(?:\.(\d+))?", metric.value.text)
    assert printed
    scale = {"%": 100, "‰": 1000}.get(metric.value.unit.symbol if metric.value.unit else "", 1)
    exact = Fraction(metric.numerator.low) / Fraction(metric.denominator.low) * scale
    return abs(exact - Fraction(printed[0])) <= Fraction(1, 2 * 10 ** len(printed[1] or ""))


def _parts_fit(metric: Metric) -> bool:
    assert metric.value
    whole = re.match(r"\d+(?:\.\d+)?", metric.value.text)
    assert whole
    return sum(Fraction(part.value.low) for part in metric.breakdown) == Fraction(whole[0])


@pytest.mark.parametrize("name", GOOD)
def test_the_goals_of_a_finished_example_start_where_the_period_ended(name: str) -> None:
    summary = _summary(name)
    reached = {metric.id: metric.value for metric in summary.metrics}
    measured = [goal for goal in summary.goals if goal.metric]
    assert len(measured) >= 6
    assert [goal.id for goal in measured if goal.baseline != reached[goal.metric]] == []
    dated = [*(goal.deadline for goal in summary.goals), *(measure.deadline for measure in summary.countermeasures)]
    assert {deadline.date.year for deadline in dated if deadline and deadline.date} == {summary.period.last.year + 1}


@pytest.fixture(scope="module")
def poor() -> Draft:
    return propsummary.read(EXAMPLES / POOR)


def test_the_poor_draft_shows_what_is_promised(poor: Draft) -> None:
    report = propsummary.check(poor)
    codes = Counter(problem.code for problem in report.problems)
    assert not report.ok
    assert codes.total() >= 30
    assert SHOWN - set(codes) == set()
    assert len({code[:3] for code in codes}) >= 10
    assert "PSE900" not in codes


def test_every_problem_of_the_poor_draft_has_a_line(poor: Draft) -> None:
    nowhere = [problem for problem in propsummary.check(poor).problems if problem.span is None]
    # A collection or section that is missing has no line; all else is somewhere in the file.
    assert {problem.code[:3] for problem in nowhere} <= {"STR", "GOA"}


def test_the_poor_draft_can_be_rendered_all_the_same(poor: Draft) -> None:
    assert "草稿" in propsummary.render(poor, "text").decode()


def test_photos_are_small_and_drawn_by_the_script(tmp_path: pathlib.Path) -> None:
    pictures = {path.name: path for path in (EXAMPLES / "photos").glob("*.png")}
    used = {pathlib.PurePosixPath(photo.file).name for name in GOOD for photo in _summary(name).photos}
    assert used == set(pictures)
    runpy.run_path(str(ROOT / "scripts" / "make_photos.py"))["main"](tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pictures)
    for name, path in pictures.items():
        assert path.stat().st_size < 25_000
        with Image.open(path) as shipped, Image.open(tmp_path / name) as drawn:
            assert shipped.size == (960, 640)
            # Pixels rather than bytes: another compressor may write the same picture otherwise.
            assert shipped.convert("RGB").tobytes() == drawn.convert("RGB").tobytes()


def test_the_measured_example_holds_against_its_records(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As the demonstration has it: a figure that is typed wrong is caught, and what is handed in has neither error nor warning."""
    document, slip = runpy.run_path(str(ROOT / "scripts" / "demo.py"))["_computed"](EXAMPLES, tmp_path)
    out = capsys.readouterr().out
    assert slip == 1
    assert "写的是99.6%，从记录算出来是98.6%（78880÷80000）" in out
    assert "警告" not in out
    page = document.read_text("utf-8")
    assert "草稿" not in page
    assert {figure for figure in ("99.7%", "99.1%", "96.8%", "94.2%", "97.1%") if figure not in page} == set()
