"""A company's own KPIs, as its configuration names them."""

from __future__ import annotations

import pathlib
import pickle

import attrs
import pytest

import propsummary
from own_kpi_files import DRAFT, POOL_USE, configured_folder
from propsummary import Config
from propsummary.catalogue import find_kpi
from propsummary.errors import ConfigurationError


@pytest.fixture
def config(tmp_path: pathlib.Path) -> Config:
    return Config.find(configured_folder(tmp_path / "company"))


def _codes(text: str, config: Config | None) -> set[str]:
    return {problem.code for problem in propsummary.check(propsummary.loads(text, config=config), config=config)}


def test_the_verbs_know_them(config: Config, tmp_path: pathlib.Path) -> None:
    """Reading, checking and showing, each as long as it lasts."""
    assert "SHP005" in _codes(DRAFT, None)
    assert _codes(DRAFT, config) >= {"MET003"}
    assert "SHP005" not in _codes(DRAFT, config)
    draft = propsummary.read(tmp_path / "company" / "draft.yaml", config=config)
    assert draft.problems == ()
    assert "泳池使用率" in propsummary.render(draft, "text", config=config).decode()
    assert "按时长" in str(propsummary.build(draft, config=config))
    assert "按时长" not in str(propsummary.build(draft))
    assert find_kpi("泳池使用率") is None


def test_rules_that_know_names_by_heart(config: Config) -> None:
    """A goal that names one of them is specific, and a word against its direction is told; what others name is not."""
    swimmers = attrs.evolve(config.kpis[0], id="swimmers", zh="等候人次", en="swimmers waiting", direction="lower")
    draft = (
        "部门: 客服部\n期间: 2025\n"
        "目标: [{编号: g1, 类别: 总体, 内容: 泳池等候人次再压一压, 完成时限: 2026-12-31}]\n"
        "成绩: [{编号: a1, 说明: 等候人次有效提升。}]\n"
    )
    assert _codes(draft, Config(select=("GOA010", "NUM005"))) == {"GOA010"}
    assert _codes(draft, Config(select=("GOA010", "NUM005"), kpis=(swimmers,))) == {"NUM005"}
    assert _codes(draft, Config(select=("GOA010", "NUM005"))) == {"GOA010"}


def test_in_a_shared_file_and_in_any_encoding(tmp_path: pathlib.Path) -> None:
    (tmp_path / "own.toml").write_bytes(POOL_USE.encode("gb18030"))
    (tmp_path / "pyproject.toml").write_text('[tool.propsummary]\nkpis = ["own.toml"]\n', encoding="utf-8")
    config = Config.find(tmp_path / "drafts")
    assert [kpi.zh for kpi in config.kpis] == ["泳池使用率"]
    assert config.files == (tmp_path / "own.toml",)
    assert pickle.loads(pickle.dumps(config)) == config
    assert hash(config) != hash(Config())


@pytest.mark.parametrize(
    "old, new, place, zh, en",
    [
        ('unit = "%"\n', "", ":1:1", "kpis[0].unit：没有写", "kpis[0].unit: missing"),
        ('unit = "%"', "unit = 5", ":5:8", "要写文字，不能是 5", "expected text, not 5"),
        ("low = 0,", 'low = "x",', ":7:20", "possible.low：要写数，不能是 'x'", "expected a number, not 'x'"),
        ('unit = "%"', 'unti = "%"', ":5:8", "kpis[0].unti：没有这一项，可以写：", "unknown key; known are "),
        ('"hours"', '"by hours"', ":13:6", "编号只用 a-z、0-9、- 和 _", "an id is made of a-z, 0-9, - and _"),
        ('direction = "higher"', 'direction = "up"', ":6:13", "只能是 'higher'、", "expected one of 'higher'"),
        ('unit = "%"', "unit = %", ":5:8", "不合 TOML 的写法", "not TOML"),
        ("kpis.definitions", "kpis.sums", ":12:1", "kpis[0].sums：没有这一项", "kpis[0].sums: unknown key"),
        (POOL_USE, POOL_USE * 2, "", "KPI pool_use：写了两次", "KPI pool_use: stands there twice"),
    ],
)
def test_a_file_that_cannot_be_followed(old: str, new: str, place: str, zh: str, en: str, tmp_path: pathlib.Path) -> None:
    """Told with line and column, and with the configuration that named it, in either language."""
    folder = configured_folder(tmp_path / "company")
    own = folder / "kpis" / "own.toml"
    assert old in POOL_USE
    own.write_text(POOL_USE.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        Config.find(folder)
    assert caught.value.zh.startswith(f"{folder / 'propsummary.toml'}：指标文件用不了：{own}{place}：")
    assert caught.value.en.startswith(f"{folder / 'propsummary.toml'}: {own}{place}: ")
    assert zh in caught.value.zh
    assert en in caught.value.en


def test_one_name_for_two(tmp_path: pathlib.Path) -> None:
    """Which of them would be meant?"""
    folder = configured_folder(tmp_path / "company")
    (folder / "more.toml").write_text(POOL_USE.replace('"pool_use"', '"swim"').replace('"pool use"', '"swim"'), encoding="utf-8")
    with pytest.raises(ConfigurationError) as caught:
        Config.from_table({"kpis": ["kpis/own.toml", "more.toml"]}, str(folder / "propsummary.toml"))
    assert "“泳池使用率”在 kpis/own.toml 和 more.toml 里是两个指标" in caught.value.zh
