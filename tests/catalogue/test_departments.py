"""Department profiles: what they hold, how they are found, and how files of one's own are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from propsummary import _plugins, catalogue
from propsummary._text import normalize_name
from propsummary.catalogue import Profile, department, department_from_toml, departments, kpi, near_departments
from propsummary.errors import ConfigurationError, PluginError
from propsummary.model import GoalKind, Part

FUNCTIONS = {
    "order": {
        "security": "安全防范",
        "order": "秩序维护",
        "emergency": "应急处置",
        "fire": "消防安全",
        "service": "客户服务",
        "team": "团队建设",
    },
    "logistics": {
        "facilities": "设施设备",
        "environment": "环境绿化",
        "security-order": "安全秩序",
        "administration": "行政物资",
        "energy-cost": "能源成本",
        "team": "团队建设",
    },
    "engineering": {"facilities": "设施设备", "emergency": "应急处置", "energy-cost": "能源成本", "team": "团队建设"},
    "environment": {"cleaning": "环境卫生", "greening": "绿化", "pest-control": "消杀", "team": "团队建设"},
    "customer-service": {"service": "客户服务", "fees": "收费", "community": "社区文化", "team": "团队建设"},
}
FINER = {
    "security": ("people", "equipment", "patrol", "inspection"),
    "order": ("vehicles", "common-areas", "renovation", "civility"),
    "emergency": ("plans", "drills", "incidents", "linkage"),
    "service": ("discipline", "requests", "convenience"),
    "team": ("training", "care", "promotion"),
}
OWN = """
id = "fitness"
zh = "会所部"
en = "Clubhouse department"
synonyms = ["会所运营部"]
core_kpis = ["sat_rate"]

[[areas]]
id = "pool"
function = "pool"
zh = "泳池"
en = "Pool"

[[areas]]
id = "lifeguards"
function = "pool"
zh = "救生"
en = "Lifeguards"

[[sections]]
part = "results"
zh = "运营情况"
en = "Operation"
order = 1

[[issue_kinds]]
id = "crowding"
zh = "拥挤"
en = "Crowding"

[[measure_kinds]]
id = "booking"
zh = "预约"
en = "Booking"
answers = ["crowding"]
"""


def profile(id: str) -> Profile:
    found = department(id)
    assert found is not None
    return found


def written(folder: Path, text: str) -> Path:
    path = folder / "own.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("id", FUNCTIONS)
def test_functions_are_those_of_the_trade(id: str) -> None:
    assert {area.id: area.zh for area in profile(id).functions} == FUNCTIONS[id]


def test_order_of_departments_is_stable() -> None:
    assert [one.id for one in departments()] == list(FUNCTIONS)


@pytest.mark.parametrize("function", FINER)
def test_finer_areas_of_the_order_department(function: str) -> None:
    order = profile("order")
    for id in FINER[function]:
        found = order.function_of(id)
        assert found is not None
        assert found.id == function


def test_required_are_the_first_five_of_two_departments() -> None:
    required = {one.id: [area.id for area in one.areas if area.required] for one in departments()}
    assert required == {id: list(FUNCTIONS[id])[:5] if id in ("order", "logistics") else [] for id in FUNCTIONS}


@pytest.mark.parametrize("one", departments(), ids=lambda one: one.id)
class TestEveryProfile:
    def test_sections(self, one: Profile) -> None:
        parts = {part.value for part in Part}
        assert [section.part for section in one.sections][-4:] == ["results", "issues", "countermeasures", "outlook"]
        assert len(one.sections) == (4 if one.id == "logistics" else 5)
        assert all(s.part in parts and s.zh and s.en and bool(s.zh_part) == bool(s.en_part) for s in one.sections)

    def test_no_heading_speaks_of_a_year_in_a_shorter_period(self, one: Profile) -> None:
        for section in one.sections:
            assert "年度" not in section.title("zh", whole_year=False)
            assert "year" not in section.title("en", whole_year=False)

    def test_core_kpis_exist(self, one: Profile) -> None:
        assert 8 <= len(one.core_kpis) <= 12
        assert [id for id in one.core_kpis if kpi(id) is None] == []

    def test_goal_kinds_are_words_of_the_model(self, one: Profile) -> None:
        assert one.goal_kinds
        assert set(one.goal_kinds) <= {kind.value for kind in GoalKind}

    def test_every_usual_problem_has_a_usual_answer(self, one: Profile) -> None:
        answered = {id for measure in one.measure_kinds for id in measure.answers}
        assert answered == {kind.id for kind in one.issue_kinds}
        assert all(kind.keywords_zh and kind.keywords_en for kind in (*one.issue_kinds, *one.measure_kinds))

    def test_every_name_finds_its_area(self, one: Profile) -> None:
        for area in one.areas:
            assert [one.area(name) for name in area.names] == [area] * len(area.names)

    def test_both_languages(self, one: Profile) -> None:
        assert one.purpose_zh
        assert one.purpose_en
        for area in one.areas:
            assert len(area.hints_zh) == len(area.hints_en) > 0
            assert area.en.isascii()
            assert not area.zh.isascii() or area.zh.isdigit()


def test_taxonomies_of_the_two_guides() -> None:
    assert len(profile("order").issue_kinds) == len(profile("order").measure_kinds) == 6
    assert [kind.id for kind in profile("logistics").issue_kinds] == ["process", "people", "technology", "funding", "coordination"]
    assert [kind.id for kind in profile("logistics").measure_kinds] == ["process", "technology", "people", "cost", "coordination"]


def test_names_of_departments_are_unambiguous() -> None:
    owners: dict[str, set[str]] = {}
    for one in departments():
        for name in one.names:
            owners.setdefault(normalize_name(name), set()).add(one.id)
    assert len(owners) > 50
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("秩序部", "order"),
        ("秩序维护部", "order"),
        ("安保部", "order"),
        ("保安部", "order"),
        ("後勤保障部", "logistics"),
        ("工程維修部", "engineering"),
        ("環境部", "environment"),
        ("保洁绿化部", "environment"),
        ("客戶服務部", "customer-service"),
        ("Customer Service", "customer-service"),
        ("ORDER", "order"),
        (" 客 服 部 ", "customer-service"),
    ],
)
def test_departments_are_found_by_any_name(name: str, id: str) -> None:
    assert profile(name).id == id


def test_areas_are_found_by_traditional_names() -> None:
    assert [profile("order").area(name).id for name in ("車輛管理", "消防安全", "應急處置")] == [  # type: ignore[union-attr]
        "vehicles",
        "fire",
        "emergency",
    ]
    assert profile("order").area("食堂") is None
    assert profile("order").function_of("食堂") is None


def test_incidents_of_logistics_count_for_its_security() -> None:
    assert profile("logistics").function_of("emergency") == profile("logistics").area("security-order")


def test_near_departments() -> None:
    assert near_departments("秩续部") == ("秩序部",)
    assert near_departments("zzz") == ()
    assert near_departments("工程维休部")[0] == "工程维修部"


def test_section_titles() -> None:
    outlook = profile("order").section("outlook")
    assert outlook is not None
    assert outlook.title() == "下年度工作目标与展望"
    assert outlook.title("en", whole_year=False) == "Goals and outlook for the next period"
    assert profile("logistics").section("background") is None


def test_file_of_ones_own(tmp_path: Path) -> None:
    own = department_from_toml(written(tmp_path, OWN))
    assert own.names == ("fitness", "会所部", "Clubhouse department", "会所运营部")
    assert [area.id for area in own.functions] == ["pool"]
    assert own.function_of("救生") == own.area("Pool")
    assert own.sections[0].required
    assert hash(own) == hash(department_from_toml(tmp_path / "own.toml"))
    assert department("会所部") is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('en = "Pool"', 'en = "Pool"\ncolour = "blue"', "areas[0].colour"),
        ('zh = "会所部"\n', "", "zh: missing"),
        ("order = 1", 'order = "1"', "sections[0].order"),
        ("order = 1", "order = true", "sections[0].order"),
        ("order = 1", "order = 2", "sections"),
        ('part = "results"', 'part = "result"', "sections[0].part"),
        ('synonyms = ["会所运营部"]', 'synonyms = "会所运营部"', "synonyms"),
        ('synonyms = ["会所运营部"]', "synonyms = [1]", "synonyms[0]"),
        ('id = "lifeguards"', 'id = "pool"', "pool"),
        ('id = "lifeguards"', 'id = "救生员"', "areas[1].id"),
        ('zh = "救生"', 'zh = "泳 池"', "lifeguards"),
        ('id = "lifeguards"\nfunction = "pool"', 'id = "lifeguards"\nfunction = "gym"', "'gym'"),
        ('function = "pool"\nzh = "救生"', 'function = "pool"\nrequired = true\nzh = "救生"', "lifeguards"),
        ('answers = ["crowding"]', 'answers = ["noise"]', "'noise'"),
        ('core_kpis = ["sat_rate"]', 'core_kpis = ["sat_rate", "sat_rate"]', "sat_rate"),
        ('core_kpis = ["sat_rate"]', 'core_kpis = ["sat_rte"]', "core_kpis: 'sat_rte' is the id of no KPI; did you mean sat_rate"),
        ('id = "fitness"', 'id = "fitness"\nid = "again"', "line"),
        ('[[areas]]\nid = "pool"', 'areas = ["pool"]\n[[other]]\nid = "pool"', "own.toml"),
    ],
)
def test_bad_files_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in OWN
    path = written(tmp_path, OWN.replace(old, new, 1))
    with pytest.raises(ConfigurationError) as caught:
        department_from_toml(path)
    assert str(path) in str(caught.value)
    assert caught.value.zh != caught.value.en or "line" in said
    assert said in str(caught.value)


def test_core_kpis_may_be_the_companys_own(tmp_path: Path) -> None:
    known = kpi("sat_rate")
    assert known is not None
    path = written(tmp_path, OWN.replace("sat_rate", "club_visits"))
    with catalogue.knowing_kpis([attrs.evolve(known, id="club_visits", zh="会所到访", en="club visits", synonyms=())]):
        assert department_from_toml(str(path)).core_kpis == ("club_visits",)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"nowhere\.toml"):
        department_from_toml(tmp_path / "nowhere.toml")
    path = tmp_path / "gbk.toml"
    path.write_bytes('zh = "会所部"'.encode("gb18030"))
    with pytest.raises(ConfigurationError, match=r"gbk\.toml"):
        department_from_toml(path)


class TestInstalled:
    """Departments that other packages bring along."""

    @pytest.fixture
    def offers(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, object]]:
        from propsummary.catalogue import _departments

        offers: dict[str, object] = {}
        monkeypatch.setattr(_plugins, "load", lambda group, name: offers[f"{group}:{name}"])
        monkeypatch.setattr(_plugins, "names", lambda group: tuple(name.removeprefix(f"{group}:") for name in offers))
        for cached in (_departments._entry_points, _departments._offered):
            cached.cache_clear()
        yield offers
        for cached in (_departments._entry_points, _departments._offered):
            cached.cache_clear()

    def test_found_by_the_entry_points_name(self, offers: dict[str, object], tmp_path: Path) -> None:
        own = department_from_toml(written(tmp_path, OWN))
        offers["propsummary.departments:会所部"] = own
        offers["propsummary.departments:club"] = lambda: own
        assert department("会所部") == department("club") == own
        assert own not in departments()

    @pytest.mark.parametrize("name", ["fitness", "會所部", "clubhouse  Department", "会所运营部"])
    def test_found_by_every_name_of_the_profile(self, offers: dict[str, object], tmp_path: Path, name: str) -> None:
        own = department_from_toml(written(tmp_path, OWN))
        offers |= {"propsummary.departments:odd": "not a profile", "propsummary.departments:broken": dict[str, str]().popitem}
        offers |= {"propsummary.departments:club": lambda: own}
        assert department(name) is own
        assert department("法务部") is None
        assert catalogue.unknown_department("法务部").near[-1] == "会所部"

    def test_a_name_of_two_is_refused(self, offers: dict[str, object], tmp_path: Path) -> None:
        own = department_from_toml(written(tmp_path, OWN))
        offers |= {"propsummary.departments:a": own, "propsummary.departments:b": attrs.evolve(own, id="other")}
        with pytest.raises(PluginError, match="fitness, other"):
            department("会所部")

    def test_a_core_kpi_that_nobody_knows_is_refused(self, offers: dict[str, object], tmp_path: Path) -> None:
        offers["propsummary.departments:club"] = attrs.evolve(department_from_toml(written(tmp_path, OWN)), core_kpis=("sat_rte",))
        with pytest.raises(ConfigurationError, match="'sat_rte' is the id of no KPI"):
            department("club")

    def test_a_built_in_one_cannot_be_replaced(self, offers: dict[str, object]) -> None:
        offers["propsummary.departments:order"] = None
        assert department("order") is departments()[0]

    def test_anything_else_is_refused(self, offers: dict[str, object]) -> None:
        offers["propsummary.departments:odd"] = "not a profile"
        offers["propsummary.departments:broken"] = dict[str, str]().popitem
        for name in ("odd", "broken"):
            with pytest.raises(PluginError, match=name):
                department(name)


def test_public_names() -> None:
    assert catalogue.__all__ == sorted(catalogue.__all__)
    assert all(hasattr(catalogue, name) for name in catalogue.__all__)
