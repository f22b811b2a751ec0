"""Names as they are compared, columns as they are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from propsummary import _text
from propsummary._text import nearest, normalize_name, simplified, width


@pytest.mark.parametrize(
    ("traditional", "expected"),
    [
        ("秩序維護部", "秩序维护部"),
        ("後勤保障部", "后勤保障部"),
        ("工程維修部", "工程维修部"),
        ("環境綠化", "环境绿化"),
        ("客戶服務", "客户服务"),
        ("設施設備", "设施设备"),
        ("應急處置", "应急处置"),
        ("團隊建設", "团队建设"),
        ("總結 編號 標題 單位 期間 編制日期 審核人", "总结 编号 标题 单位 期间 编制日期 审核人"),
        ("問題 原因 維度 追問 措施 責任人 完成時限 驗證方式", "问题 原因 维度 追问 措施 责任人 完成时限 验证方式"),
        ("指標 數值 分子 變化 目標值 走勢 構成 來源 備註", "指标 数值 分子 变化 目标值 走势 构成 来源 备注"),
        ("成績 領域 類別 說明 做法 反饋 獎勵", "成绩 领域 类别 说明 做法 反馈 奖励"),
        ("進行中 完成 已驗證 取消 達成 結轉", "进行中 完成 已验证 取消 达成 结转"),
        ("制度流程 人員能力 技術設備 資金投入 溝通協調", "制度流程 人员能力 技术设备 资金投入 沟通协调"),
        ("關於 係數 週期 啟示 裡面 這裏", "关于 系数 周期 启示 里面 这里"),
        ("显著 乾坤 里程 重复", "显著 乾坤 里程 重复"),
    ],
)
def test_simplified(traditional: str, expected: str) -> None:
    assert simplified(traditional) == expected


def test_the_table_maps_single_characters_once() -> None:
    assert len(_text._TRADITIONAL) == len(_text._SIMPLIFIED) == len(set(_text._TRADITIONAL)) > 1000
    assert set(_text._TRADITIONAL).isdisjoint(_text._SIMPLIFIED)


@given(st.text())
def test_simplifying_keeps_length_and_is_done_once(text: str) -> None:
    once = simplified(text)
    assert len(once) == len(text)
    assert simplified(once) == once


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (" Customer  Service ", "customerservice"),
        ("ＫＰＩ", "kpi"),
        ("收繳率（戶）", "收缴率(户)"),
        ("客服\u3000部", "客服部"),
        ("", ""),
    ],
)
def test_normalize_name(written: str, expected: str) -> None:
    assert normalize_name(written) == expected


@given(st.text())
def test_a_normalized_name_has_no_spaces(text: str) -> None:
    assert not any(character.isspace() for character in normalize_name(text))


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("abc", 3), ("指标", 4), ("a指", 3), ("é", 1), ("e\u0301", 1), ("％", 2), ("\t", 0)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_nearest() -> None:
    assert nearest("deadlin", ["owner", "deadline", "DeadLines"]) == ("deadline", "DeadLines")
    assert nearest("責任認", ["责任人", "审核人"]) == ("责任人",)
    assert nearest("zzz", ["owner"]) == ()
    assert nearest("来原", ["备注", "来源", "原因"]) == ("来源", "原因")
    assert nearest("工程处", ["工程", "工程部"]) == ("工程部", "工程")
    assert nearest("处", ["部", "处理"]) == ("处理",)
    assert nearest("", ["部"]) == ()
    assert len(nearest("fire", ["fires", "firm", "fired", "fir"], limit=2)) == 2
