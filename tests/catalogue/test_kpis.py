"""The KPIs: all of the trade's, sane, found by name, with their definitions."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary import check, loads
from propsummary.catalogue import Kpi, complementary, departments, find_kpi, knowing_kpis, kpi, kpis, kpis_from_toml, near_kpis
from propsummary.errors import ConfigurationError
from propsummary.quantities import Quantity, Unit

IDS = [
    "patrol_checkpoint_rate",
    "post_manning_rate",
    "visitor_reg_rate",
    "security_case_rate",
    "serious_incident_rate",
    "fire_incidents",
    "emergency_response_min",
    "fire_station_arrival_min",
    "incident_closure_rate",
    "hazard_fix_rate",
    "hazard_fix_ontime",
    "fire_equip_ok",
    "fire_drills",
    "drill_attendance",
    "cctv_online",
    "cctv_days",
    "parking_violation_fix",
    "parking_turnover",
    "guard_licensed",
    "equip_ok",
    "house_ok",
    "repair_ontime",
    "repair_quality",
    "repair_rework",
    "repair_response_min",
    "wo_completion",
    "wo_ontime",
    "pm_completion",
    "lift_fault_rate",
    "lift_rescue_min",
    "inspection_pass",
    "light_ok",
    "road_ok",
    "energy_intensity",
    "energy_per_cap",
    "water_per_cap",
    "power_intensity",
    "energy_yoy",
    "clean_coverage",
    "clean_pass",
    "waste_ontime",
    "plant_survival",
    "green_rate",
    "pest_done",
    "sat_rate",
    "sat_score",
    "complaint_rate",
    "complaint_handled",
    "complaint_ontime",
    "followup_rate",
    "contact_coverage",
    "hotline_count",
    "first_fix",
    "fee_rate_amount",
    "fee_rate_household",
    "arrears_recovery",
    "budget_execution",
    "net_margin",
    "area_per_head",
    "turnover_rate",
    "training_hours",
    "training_coverage",
    "training_pass",
    "canteen_sat",
    "procurement_ontime",
    "stock_match",
    "meeting_count",
    "safe_km",
]
SEVERAL = {
    "fee_rate_amount",
    "complaint_rate",
    "complaint_handled",
    "hazard_fix_rate",
    "wo_completion",
    "turnover_rate",
    "sat_rate",
}
OWN = """
complements = [["上座率", "空座率"]]

[[sources]]
id = "survey"
zh = "会所调查"
en = "clubhouse survey"

[[kpis]]
id = "pool_use"
zh = "泳池使用率"
en = "pool use"
unit = "%"
direction = "higher"
target = 60.5
target_source = "survey"
possible = { low = 0, high = 100 }
plausible = { low = 10 }
departments = ["fitness"]
areas = ["pool"]

[[kpis.definitions]]
id = "hours"
zh = "按时长"
en = "by hours"
numerator_zh = "使用时长"
numerator_en = "hours used"
denominator_zh = "开放时长"
denominator_en = "hours open"
"""


def the(id: str) -> Kpi:
    found = kpi(id)
    assert found is not None
    return found


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_every_kpi_of_the_trade() -> None:
    assert len(IDS) == 68
    assert list(kpis()) == IDS


def test_kpis_with_several_definitions() -> None:
    assert {id for id, one in kpis().items() if len(one.definitions) > 1} == SEVERAL


@pytest.mark.parametrize("one", kpis().values(), ids=lambda one: one.id)
class TestEveryKpi:
    def test_ranges_lie_within_each_other(self, one: Kpi) -> None:
        low, high = one.possible
        usual_low, usual_high = one.plausible
        assert usual_low is not None
        assert usual_high is not None
        assert usual_low < usual_high
        assert low is None or low <= usual_low
        assert high is None or high >= usual_high
        if one.target is not None:
            assert usual_low <= one.target <= usual_high

    def test_only_signed_quantities_can_be_negative(self, one: Kpi) -> None:
        assert (one.possible[0] is None) == (one.id in ("energy_yoy", "net_margin"))

    def test_both_languages(self, one: Kpi) -> None:
        assert one.en.isascii()
        assert bool(one.note_zh) == bool(one.note_en)
        for definition in one.definitions:
            assert definition.numerator_zh
            assert definition.numerator_en
            assert bool(definition.denominator_zh) == bool(definition.denominator_en)
            assert (definition.denominator_zh == "") == ("÷" not in definition.formula_zh)

    def test_targets_have_a_source(self, one: Kpi) -> None:
        assert bool(one.target_text) == (one.target_source is not None)
        assert one.target is None or one.target_text

    def test_counts_for_an_area_of_its_departments(self, one: Kpi) -> None:
        profiles = [profile for profile in departments() if profile.id in one.departments]
        assert profiles or set(one.departments) <= {"finance", "personnel"}
        for profile in profiles:
            assert any(profile.area(area) for area in one.areas), profile.id

    def test_areas_exist_somewhere(self, one: Kpi) -> None:
        assert one.areas
        for area in one.areas:
            assert any(profile.area(area) for profile in departments()), area

    def test_every_name_finds_it(self, one: Kpi) -> None:
        assert [find_kpi(name) for name in one.names] == [one] * len(one.names)

    def test_units_are_free_of_multipliers(self, one: Kpi) -> None:
        quantity = Quantity.parse(f"1.5{one.unit}")
        assert quantity.low == Decimal("1.5")
        assert quantity.unit is not None
        assert quantity.unit.same_as(Unit.of(one.unit))

    def test_complements_are_no_names_of_it(self, one: Kpi) -> None:
        assert all(find_kpi(name) != one and complementary(one.zh, name) for name in one.complements)

    def test_definitions_are_found_by_id_name_and_formula(self, one: Kpi) -> None:
        for definition in one.definitions:
            for text in (definition.id, definition.zh, definition.en, definition.formula_zh, *definition.synonyms):
                assert one.definition(text) == definition


def test_what_can_exist() -> None:
    assert the("equip_ok").possible == (0, 100)
    assert the("fee_rate_amount").possible == (0, None)
    assert the("energy_yoy").possible == (None, 100)
    assert the("fire_incidents").possible == (0, None)
    assert the("lift_fault_rate").target == Decimal("0.3")


def test_a_definition_may_have_a_range_of_its_own() -> None:
    completion = the("wo_completion")
    assert completion.possible_under("本期关闭/本期受理") == (0, None)
    assert completion.possible_under("含上期遗留") == completion.possible_under(None) == (0, 100)


def test_a_definition_may_have_a_unit_of_its_own() -> None:
    complaints = the("complaint_rate")
    assert [one.unit or complaints.unit for one in complaints.definitions] == ["‰", "件/万m²"]


@pytest.mark.parametrize(
    ("id", "text", "definition"),
    [
        ("fee_rate_amount", "按金额：当月实收÷当月应收", "current"),
        ("fee_rate_amount", "按金额: 当月实收/当月应收", "current"),
        ("fee_rate_amount", "当期实收 / 当期应收", "current"),
        ("fee_rate_amount", "本年全部实收/本年应收", None),
        ("complaint_handled", "本月处理÷（本月受理＋上月遗留）", "with-carried-over"),
        ("complaint_handled", "本季度处理÷（本季度受理＋上季度遗留）", "with-carried-over"),
        ("complaint_handled", "不含上期遗留", "received-in-period"),
        ("turnover_rate", "離職人數/平均人數", "mean-headcount"),
        ("turnover_rate", "MEAN-HEADCOUNT", "mean-headcount"),
        ("turnover_rate", "按部门领导的说法", None),
        ("turnover_rate", "", None),
    ],
)
def test_definitions_as_people_write_them(id: str, text: str, definition: str | None) -> None:
    found = the(id).definition(text)
    assert (found and found.id) == definition


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("报修及时率", "repair_ontime"),
        ("零修及时率", "repair_ontime"),
        ("物業費收繳率", "fee_rate_amount"),
        ("收缴率（户）", "fee_rate_household"),
        ("收缴率(户)", "fee_rate_household"),
        ("Owner Satisfaction Rate", "sat_rate"),
        ("12345热线工单", "hotline_count"),
        ("巡更 到位率", "patrol_checkpoint_rate"),
    ],
)
def test_kpis_are_found_by_any_name(name: str, id: str) -> None:
    assert find_kpi(name) == the(id)
    assert kpi(name) is None


@pytest.mark.parametrize("name", ["满意度", "完好率", "及时率", "欠费率", "故障率", ""])
def test_words_that_may_mean_several_things_find_nothing(name: str) -> None:
    assert find_kpi(name) is None


def test_near_kpis() -> None:
    assert near_kpis("patrol_checkpoint_rat")[0] == "patrol_checkpoint_rate"
    assert near_kpis("设备完号率")[0] == "设备完好率"
    assert near_kpis("量子纠缠") == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("物业费收缴率", "欠费率", True),
        ("欠費率", "收费率", True),
        ("报修及时率", "报修超时率", True),
        ("3号泵完好率", "3号泵故障率", True),
        ("设备完好率", "电梯故障率", False),
        ("收费率", "收费率", False),
        ("业主满意率", "食堂不满意率", False),
        ("", "", False),
    ],
)
def test_complementary(one: str, other: str, expected: bool) -> None:
    assert complementary(one, other) is expected
    assert complementary(other, one) is expected


@given(st.text(max_size=30))
def test_no_text_breaks_a_search(text: str) -> None:
    found = find_kpi(text)
    assert found is None or found.id in kpis()
    assert len(near_kpis(text)) <= 3
    assert the("sat_rate").definition(text) in (None, *the("sat_rate").definitions)
    assert complementary(text, text) is False


def test_file_of_ones_own(tmp_path: Path) -> None:
    (own,) = kpis_from_toml(written(tmp_path, OWN)).values()
    assert (own.target, own.possible, own.plausible) == (Decimal("60.5"), (0, 100), (10, None))
    assert own.target_source is not None
    assert own.target_source.zh == "会所调查"
    assert own.definitions[0].formula_en == "hours used ÷ hours open"
    assert kpi("pool_use") is None


def test_ones_own_are_known_for_a_while(tmp_path: Path) -> None:
    """Within the block drafts may name them and rules judge by them; before and after it they are unknown."""
    own = kpis_from_toml(written(tmp_path, OWN)).values()
    text = "部门: 客服部\n期间: 2025\n指标: [{编号: m1, 指标库: pool_use, 数值: 120%, 来源: 门禁}]\n"
    for _ in range(2):
        assert [problem.code for problem in loads(text).problems] == ["SHP005"]
        with knowing_kpis(own):
            draft = loads(text)
            assert draft.problems == ()
            assert "MET003" in {problem.code for problem in check(draft)}
            assert near_kpis("泳池使用律")[0] == "泳池使用率"
            assert find_kpi("巡更到位率") is kpi("patrol_checkpoint_rate")
        assert find_kpi("泳池使用率") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('unit = "%"', 'unit = "%"\nunits = "%"', "kpis[0].units"),
        ('unit = "%"\n', "", "kpis[0].unit: missing"),
        ("target = 60.5", 'target = "60.5"', "kpis[0].target"),
        ("target = 60.5", "target = true", "kpis[0].target"),
        ("target = 60.5", "target = nan", "kpis[0].target"),
        ('direction = "higher"', 'direction = "up"', "kpis[0].direction"),
        ("{ low = 0, high = 100 }", "[0, 100]", "kpis[0].possible"),
        ("{ low = 0, high = 100 }", "{ low = 100, high = 0 }", "kpis[0].possible"),
        ("{ low = 0, high = 100 }", "{ min = 0 }", "kpis[0].possible.min"),
        ('target_source = "survey"', 'target_source = "hearsay"', "'hearsay'"),
        ('target_source = "survey"', "target_source = 5", "kpis[0].target_source"),
        ('["上座率", "空座率"]', '["上座率"]', "complements"),
        ('id = "hours"', 'id = "by hours"', "kpis[0].definitions[0].id"),
        ('denominator_zh = "开放时长"', "carried_over = 'maybe'", "kpis[0].definitions[0].carried_over"),
        ("[[kpis.definitions]]", "[[kpis.sums]]", "kpis[0].sums"),
        ('areas = ["pool"]', 'areas = ["pool"]\ndefinitions = []\n[[sources]]', "own.toml"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in OWN
    path = written(tmp_path, OWN.replace(old, new, 1))
    with pytest.raises(ConfigurationError) as caught:
        kpis_from_toml(path)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


def test_names_and_ids_stand_for_one_thing(tmp_path: Path) -> None:
    block = OWN[OWN.index("[[kpis]]") :]
    with pytest.raises(ConfigurationError, match="pool_use"):
        kpis_from_toml(written(tmp_path, OWN + block))
    with pytest.raises(ConfigurationError, match="泳池使用率"):
        kpis_from_toml(written(tmp_path, OWN + block.replace('"pool_use"', '"pool_use_2"')))
    definition = block[block.index("[[kpis.definitions]]") :]
    with pytest.raises(ConfigurationError, match="hours"):
        kpis_from_toml(written(tmp_path, OWN + definition))
    with pytest.raises(ConfigurationError, match="按时长"):
        kpis_from_toml(written(tmp_path, OWN + definition.replace('"hours"', '"time"')))


def test_a_kpi_without_definition_is_refused(tmp_path: Path) -> None:
    text = OWN[: OWN.index("[[kpis.definitions]]")] + "definitions = []\n"
    with pytest.raises(ConfigurationError, match="pool_use"):
        kpis_from_toml(written(tmp_path, text))
