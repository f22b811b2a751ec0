"""Many summaries as one: counts are summed, rates computed from counts, and what cannot be put together is refused by name."""

from __future__ import annotations

import datetime
import itertools
import pathlib
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import propsummary
from propsummary.catalogue import kpi
from propsummary.document import Document, Highlights, Language, Table
from propsummary.errors import ConfigurationError
from propsummary.model import Countermeasure, Metric, Organization, Owner, Status, Summary
from propsummary.periods import Deadline, Period
from propsummary.portfolio import Combined, Member, Refusal, Regions, check_files, combine, overview, rank, roll_up
from propsummary.portfolio.combining import Measured
from propsummary.quantities import Quantity

YEAR = Period.parse("2025")


def member(project: str, *metrics: Metric, **fields: object) -> Member:
    summary = Summary(
        department=str(fields.pop("department", "秩序部")),
        period=fields.pop("period", YEAR),  # type: ignore[arg-type]
        organization=Organization(company="示例物业", property=project),
        metrics=metrics,
        **fields,  # type: ignore[arg-type]
    )
    return Member.of(summary, file=f"{project}.yaml")


def rate(above: object, below: object, value: str, id: str = "patrol_checkpoint_rate", **fields: object) -> Metric:
    return Metric(
        kpi=id,
        value=Quantity.parse(value),
        numerator=None if above is None else Quantity.parse(str(above)),
        denominator=None if below is None else Quantity.parse(str(below)),
        **fields,  # type: ignore[arg-type]
    )


def measured(*metrics: Metric) -> list[Measured]:
    return [Measured(member=member(f"项目{n}"), metric=metric) for n, metric in enumerate(metrics)]


def put_together(id: str, *metrics: Metric) -> Combined | Refusal:
    found = kpi(id)
    assert found is not None
    return combine(found, measured(*metrics))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def test_a_rate_is_the_quotient_of_the_sums_and_no_mean_of_rates() -> None:
    outcome = put_together("patrol_checkpoint_rate", rate(90, 100, "90.0%"), rate(9990, 10000, "99.9%"))
    assert isinstance(outcome, Combined)
    assert outcome.metric.value == Quantity.parse("99.8%")  # 10080 of 10100; the mean would be 95.0%
    assert (outcome.metric.numerator, outcome.metric.denominator) == (Quantity.parse("10080"), Quantity.parse("10100"))


def test_counts_are_summed_and_keep_their_projects_as_parts() -> None:
    counts = [Metric(kpi="fire_drills", value=Quantity.parse(text)) for text in ("4次", "3次", "11次")]
    outcome = put_together("fire_drills", *counts)
    assert isinstance(outcome, Combined)
    assert outcome.metric.value == Quantity.parse("18次")
    assert [(share.name, share.value.low) for share in outcome.metric.breakdown] == [("项目0", 4), ("项目1", 3), ("项目2", 11)]


def test_a_mean_comes_from_sums() -> None:
    outcome = put_together(
        "emergency_response_min",
        rate("184分钟", "40件", "4.6分钟", "emergency_response_min"),
        rate("60分钟", "10件", "6.0分钟", "emergency_response_min"),
    )
    assert isinstance(outcome, Combined)
    assert outcome.metric.value == Quantity.parse("4.9分钟")  # 244 minutes over 50 cases is 4.88


@pytest.mark.parametrize(
    "id, metrics, guilty, said",
    [
        ("patrol_checkpoint_rate", [rate(90, 100, "90%"), rate(None, None, "99%")], ("项目1",), "分子和分母"),
        ("patrol_checkpoint_rate", [rate(90, 100, "90%"), rate("约50", 60, "83%")], ("项目1",), "确切"),
        (
            "fee_rate_amount",
            [rate(90, 100, "90%", "fee_rate_amount", definition="current"), rate(9, 10, "90%", "fee_rate_amount")],
            ("项目1",),
            "没有写明口径",
        ),
        (
            "fee_rate_amount",
            [
                rate(90, 100, "90%", "fee_rate_amount", definition="current"),
                rate(9, 10, "90%", "fee_rate_amount", definition="cash"),
            ],
            ("项目0", "项目1"),
            "口径不一致",
        ),
        ("cctv_days", [Metric(kpi="cctv_days", value=Quantity.parse("90天"))] * 2, ("项目0", "项目1"), "不能相加"),
        (
            "fire_drills",
            [Metric(kpi="fire_drills", value=Quantity.parse("4次")), Metric(kpi="fire_drills", value=Quantity.parse("十余次"))],
            ("项目1",),
            "确切",
        ),
    ],
)
def test_what_cannot_be_put_together_is_refused_by_name(id: str, metrics: list[Metric], guilty: tuple[str, ...], said: str) -> None:
    outcome = put_together(id, *metrics)
    assert isinstance(outcome, Refusal)
    assert outcome.projects == guilty
    assert said in outcome.why.zh
    assert outcome.why.en


@given(st.lists(st.tuples(st.integers(0, 9999), st.integers(1, 9999)), min_size=1, max_size=8))
def test_the_value_over_all_is_never_contradicted_by_its_own_counts(counts: list[tuple[int, int]]) -> None:
    pairs = [(min(pair), max(pair)) for pair in counts]
    metrics = [rate(above, below, f"{Decimal(100 * above) / below:.1f}%") for above, below in pairs]
    outcome = put_together("patrol_checkpoint_rate", *metrics)
    assert isinstance(outcome, Combined)
    value = outcome.metric.value
    assert value is not None
    exact = Fraction(100 * sum(above for above, _ in pairs), sum(below for _, below in pairs))
    assert abs(Fraction(value.low) - exact) <= Fraction(1, 20)
    report = propsummary.check(Summary(department="秩序部", period=YEAR, metrics=(outcome.metric,)))
    assert not [problem.code for problem in report if problem.code.startswith("MET00") and problem.code not in ("MET001", "MET004")]


def test_regions_first_and_the_company_over_all() -> None:
    regions = Regions(company="示例物业", projects={"华东": ("甲园", "乙园"), "华南": ("丙园", "丁园")})
    members = [
        member("甲园", rate(90, 100, "90.0%")),
        member("乙园", rate(50, 50, "100.0%")),
        member("丙园", rate(30, 40, "75.0%")),
    ]
    rolled = roll_up([*members, member("戊园", rate(1, 2, "50.0%"))], regions=regions)
    assert rolled.name == "示例物业"
    assert [one.metric.value for one in rolled.combined] == [Quantity.parse("89.5%")]
    assert [(r.name, r.combined[0].metric.value) for r in rolled.regions] == [
        ("华东", Quantity.parse("93.3%")),
        ("华南", Quantity.parse("75.0%")),
    ]
    assert rolled.absent == ("丁园",)
    assert [(one.project, one.why.zh) for one in rolled.left_out] == [("戊园", "项目不在任何区域里")]


def test_other_departments_other_periods_and_second_copies_are_left_out_and_said() -> None:
    rolled = roll_up(
        [
            member("甲园"),
            member("乙园"),
            member("丙园", department="后勤部"),
            member("丁园", period=Period.parse("2024")),
            member("甲 园"),
        ]
    )
    assert [one.project for one in rolled.members] == ["甲园", "乙园"]
    assert [one.project for one in rolled.left_out] == ["丙园", "丁园", "甲 园"]
    assert (rolled.department, rolled.period.label) == ("order", YEAR.label)


def test_the_roll_up_is_a_summary_that_reads_back_checks_and_renders() -> None:
    rolled = roll_up([member("甲园", rate(90, 100, "90.0%")), member("乙园", rate(None, None, "97%"))])
    summary = rolled.summary
    text = propsummary.dumps(summary)
    assert propsummary.loads(text).summary == propsummary.loads(propsummary.dumps(summary, language="en")).summary
    assert not [problem for problem in propsummary.check(summary) if problem.code.startswith(("SHP", "MET", "NUM", "REF"))]
    assert "没有合在一起" in propsummary.render(summary, "markdown").decode()
    again = roll_up([Member.of(summary)])
    assert again.name == "示例物业"


def test_measures_that_are_overdue_and_those_that_are_not() -> None:
    def measure(text: str, deadline: str, status: Status | None = None) -> Countermeasure:
        return Countermeasure(
            statement=text, owner=Owner.parse("周明"), deadline=Deadline.parse(deadline, period=YEAR), status=status
        )

    measures = (
        measure("修道闸", "2025-06-30"),
        measure("换相机", "2025-03-31", Status.DONE),
        measure("补岗", "2025-05-31", Status.DOING),
        measure("划线", "2026-06-30"),
        measure("培训", "尽快"),
    )
    rolled = roll_up([member("甲园", countermeasures=measures)])
    assert [(one.statement, one.owner) for one in rolled.overdue] == [("补岗", "周明"), ("修道闸", "周明")]
    early = roll_up([member("甲园", countermeasures=measures)], day=datetime.date(2025, 6, 1))
    assert [one.statement for one in early.overdue] == ["补岗"]


@pytest.mark.parametrize("status", [Status.DOING, Status.PLANNED, None])
def test_the_status_of_a_measure_goes_with_it(status: Status | None) -> None:
    late = Countermeasure(statement="修道闸", deadline=Deadline.parse("2025-06-30", period=YEAR), status=status)
    document = overview(roll_up([member("甲园", countermeasures=(late,))]))
    assert [measure.status for measure in document.tracker.measures] == [status.value if status else ""]
    (row,) = next(table.rows for table in tables(document) if table.columns[-1].header == "状态")
    assert row[-1].text == (status.zh if status else "—")


def test_figures_that_name_no_kpi_are_refused_and_not_lost() -> None:
    visits = [Metric(name="走访户数", value=Quantity.parse(text)) for text in ("7户", "9户")]
    peak, odd = Metric(name="最高日进场车辆", value=Quantity.parse("412辆")), Metric(kpi="patrol_rat", value=Quantity.parse("97%"))
    plain = Metric(name="巡更到位率", value=Quantity.parse("97%"))
    rolled = roll_up([member("甲园", visits[0], peak, odd), member("乙园", visits[1], plain)])
    assert not rolled.combined
    assert [(one.name(), one.projects) for one in rolled.refused] == [
        ("走访户数", ("甲园", "乙园")),
        ("最高日进场车辆", ("甲园",)),
        ("Patrol_rat", ("甲园",)),
        ("巡更到位率", ("乙园",)),
    ]
    assert [one.why.zh.partition("，")[0] for one in rolled.refused] == [
        "没有写指标库",
        "没有写指标库",
        "指标库里没有“patrol_rat”",
        "没有写指标库",
    ]
    document = overview(rolled)
    assert any("甲园 7户、乙园 9户" in row[-1].text for table in tables(document) for row in table.rows)
    assert [(name, figure.number) for name, figure in document.tracker.metrics[0].parts] == [
        ("甲园", Decimal(7)),
        ("乙园", Decimal(9)),
    ]
    assert "走访户数：没有写指标库" in rolled.summary.sections[0].text


def test_a_kpi_that_a_summary_states_twice_is_refused() -> None:
    drills = [Metric(kpi="fire_drills", value=Quantity.parse(text)) for text in ("4次", "2次", "3次")]
    (refused,) = roll_up([member("甲园", *drills[:2]), member("乙园", drills[2])]).refused
    assert (refused.projects, refused.why.zh) == (("甲园",), "同一份总结里写了不止一次")


def test_of_different_definitions_the_rarer_is_named() -> None:
    metrics = [rate(9, 10, "90%", "hazard_fix_rate", definition="found-in-period") for _ in range(5)]
    outcome = put_together("hazard_fix_rate", *metrics, rate(9, 10, "90%", "hazard_fix_rate", definition="with-carried-over"))
    assert isinstance(outcome, Refusal)
    assert outcome.why.zh == "口径不一致，只计本期发现的有项目0、项目1、项目2等，含上期结转的有项目5"


def test_files_that_could_not_be_read_are_listed(tmp_path: pathlib.Path) -> None:
    broken = tmp_path / "坏.yaml"
    broken.write_text("部门: 秩序部\n期间: 2025\n指标: [\n", "utf-8")
    unread = check_files([broken, tmp_path / "没有.yaml"], members=True)
    rolled = roll_up([member("甲园")], unread=unread)
    assert [(pathlib.Path(one.file).name, one.project, one.why.zh) for one in rolled.left_out] == [
        ("坏.yaml", "", "读不出总结（第4行，文件写法有误）"),
        ("没有.yaml", "", "找不到这个文件"),
    ]
    languages: tuple[Language, ...] = ("zh", "en")
    for language in languages:
        document = overview(rolled, language=language)
        listed = [row[1].text for table in tables(document) for row in table.rows if len(row) == 3]
        assert {str(broken), str(tmp_path / "没有.yaml")} <= set(listed)
        assert any("坏.yaml" in text for _, text in document.cover)
    assert "坏.yaml" in rolled.summary.sections[0].text


def test_places_agree_with_the_order_of_the_values() -> None:
    """By its own cases the small project at the end may be anything from 1 to 4; those in front of it have no worse first place."""
    shares = [(9500, 10000), (8800, 10000), (8580, 10000), (17, 20)]
    metrics = [rate(above, of, f"{Decimal(100 * above) / of:.1f}%") for above, of in shares]
    outcome = put_together("patrol_checkpoint_rate", *metrics)
    assert isinstance(outcome, Combined)
    ranked = rank(outcome)
    assert [one.project for one in ranked] == [f"项目{n}" for n in range(4)]
    assert [(one.best, one.worst) for one in ranked] == [(1, 2), (1, 3), (1, 4), (1, 4)]


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=2, max_size=8))
def test_nobody_behind_has_a_better_place(counts: list[tuple[int, int]]) -> None:
    metrics = [rate(min(pair), max(pair), f"{Decimal(100 * min(pair)) / max(pair):.0f}%") for pair in counts]
    outcome = put_together("patrol_checkpoint_rate", *metrics)
    assert isinstance(outcome, Combined)
    ranked = rank(outcome)
    for one, other in itertools.pairwise(ranked):
        assert one.value.low >= other.value.low
        assert (one.best, one.worst) <= (other.best, other.worst)
        assert one.value.low > other.value.low or (one.best, one.worst) == (other.best, other.worst)


def test_counts_and_means_are_listed_and_not_ranked() -> None:
    calls = [Metric(kpi="hotline_count", value=Quantity.parse(text)) for text in ("12件", "3件")]
    means = [rate(f"{minutes}分钟", "10件", f"{minutes / 10}分钟", "emergency_response_min") for minutes in (46, 52)]
    rolled = roll_up([member(name, *pair) for name, *pair in zip(("甲园", "乙园"), calls, means, strict=True)])
    assert not any(rank(one) for one in rolled.combined)
    document = overview(rolled)
    assert not [table for table in tables(document) if table.columns[0].header == "名次"]
    listed = [[cell.text for cell in row] for table in tables(document) for row in table.rows if row[0].text in ("甲园", "乙园")]
    assert listed == [["甲园", "4.6分钟", "12件"], ["乙园", "5.2分钟", "3件"]]


def test_a_few_cases_make_no_ranking() -> None:
    few = put_together("patrol_checkpoint_rate", rate(9, 10, "90%"), rate(8, 10, "80%"))
    many = put_together("patrol_checkpoint_rate", rate(9000, 10000, "90%"), rate(8000, 10000, "80%"))
    assert isinstance(few, Combined)
    assert isinstance(many, Combined)
    assert [(one.project, one.best, one.worst, one.size) for one in rank(few)] == [("项目0", 1, 2, 10), ("项目1", 1, 2, 10)]
    assert [(one.project, one.best, one.worst) for one in rank(many)] == [("项目0", 1, 1), ("项目1", 2, 2)]


@pytest.mark.parametrize("format", ["text", "markdown", "html", "docx", "xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_overview_is_written_in_every_format(format: str, language: str) -> None:
    from propsummary.renderers import renderer

    regions = Regions(company="示例物业", projects={"华东": ("甲园", "乙园"), "华南": ("丙园", "丁园")})
    members = [
        member("甲园", rate(90, 100, "90.0%")),
        member("乙园", rate(50, 50, "100.0%")),
        member("丙园", rate(None, 40, "75%")),
    ]
    document = overview(roll_up(members, regions=regions), language=language)  # type: ignore[arg-type]
    assert renderer(format).render(document)


def test_the_overview_says_what_matters_first() -> None:
    """The KPIs over all stand out, and who works with the rows has the overdue measures among them."""
    late = Countermeasure(
        id="c1", statement="更换门禁控制器", owner=Owner.parse("周明"), deadline=Deadline.parse("2025-06-15", period=YEAR)
    )
    members = [member("甲园", rate(90, 100, "90.0%"), countermeasures=(late,)), member("乙园", rate(99, 100, "99.0%"))]
    document = overview(roll_up(members))
    (highlights, *_) = document.blocks
    assert isinstance(highlights, Highlights)
    assert [(one.label, one.value) for one in highlights.figures] == [("巡更到位率", "94.5%")]
    assert dict(document.cover)["逾期未完成的措施"] == "1"
    assert [(one.statement, one.deadline) for one in document.tracker.measures] == [
        ("甲园：更换门禁控制器", datetime.date(2025, 6, 15))
    ]
    assert [one.value.text for one in document.tracker.metrics] == ["94.5%"]


def test_the_table_of_regions(tmp_path: pathlib.Path) -> None:
    file = tmp_path / "regions.toml"
    file.write_text('company = "示例物业"\n[regions]\n"华东" = ["甲园"]\n"华南" = ["丙园"]\n', "utf-8")
    regions = Regions.from_file(file)
    assert (regions.company, regions.of(" 甲园"), regions.of("乙园")) == ("示例物业", "华东", None)
    for wrong in ('[regions]\n"华东" = "甲园"', "regions = 3", '[regions]\n"华东" = ["甲园"]\n"华南" = ["甲园"]', "x = 1"):
        file.write_text(wrong, "utf-8")
        with pytest.raises(ConfigurationError):
            Regions.from_file(file)


def test_nothing_cannot_be_rolled_up() -> None:
    with pytest.raises(ValueError):
        roll_up([])
