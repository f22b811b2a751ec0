"""fix: slips of the pen mended, every figure and every other byte as it was."""

from __future__ import annotations

import pathlib
import re
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import dumps, loads
from propsummary.drafts import read_prose
from propsummary.edits import Fixed, fix
from propsummary.edits.fixes.proof import Known
from propsummary.edits.fixes.slips import SAID, Slip
from propsummary.model import Draft
from propsummary.quantities import find_figures
from propsummary.rules import check
from propsummary.serde import Format, format_of

_ROOT = pathlib.Path(__file__).parents[2]
_UNFINISHED = _ROOT / "examples" / "unfinished.yaml"
_CLEAN = sorted(
    {*(_ROOT / "examples").rglob("*.yaml"), *(_ROOT / "tests" / "cases" / "structured").glob("*.[yt]*ml")} - {_UNFINISHED}
)
_HEAD = "部门: 秩序部\n期间: 2025\n"


def _codes(done: Fixed) -> list[str]:
    return [repair.code for repair in done.repairs]


# In one go

_HASTY = """\
# 秩序部2025年度总结，周明，初稿　1月6日
部门：秩序部
期间:2025
编制日期: 2026年1月6日      # 交稿前再改
单位:　{公司: 示例物业，项目: 云栖花园}

指标:
  # 安全防范
  - {编号：m1, 名称: 巡更到位率, 数值: ９８．６％, 上期值: 97.1%, 变化: 1.5百分点, 来原: 巡更系统}
  - {编号: m2, 名称:工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8%,   来源: "台账，导出"}
  - {名称: 投诉, 数值: 1，200件, 目标只: ≤900件, 方向: 越低越好, 来源: 客服台账, 样本量: "500"}
成绩:
  - 编号: 1
    标题: 到岗率９９．５％
    说明: |
      全年措施：加装道闸3处，
      来源:台账。
    做法:
      - 措施：加装道闸
问题:
  -编号: i1
   表现: 东门排队超过8分钟共17次
   类型：设备
  - 编号: i2
\t  表现: 西门夜间值守脱岗2次
措施
  - 编号: c1
    内容: 更换识别相机2台
    针对: [i1]
    责任人: 周明（秩序主管）
    完成时限: 3月底前
    状态: 进行种
"""

_MENDED = """\
# 秩序部2025年度总结，周明，初稿　1月6日
部门: 秩序部
期间: 2025
编制日期: 2026-01-06      # 交稿前再改
单位: {公司: 示例物业, 项目: 云栖花园}

指标:
  # 安全防范
  - {编号: m1, 名称: 巡更到位率, 数值: 98.6%, 上期值: 97.1%, 变化: 1.5个百分点, 来源: 巡更系统}
  - {编号: m2, 名称: 工单按时完成率, 数值: 91.3%, 上期值: 82.5%, 变化: 提升8.8个百分点,   来源: "台账，导出"}
  - {编号: m3, 名称: 投诉, 数值: 1200件, 目标值: ≤900件, 方向: 越低越好, 来源: 客服台账, 样本量: 500}
成绩:
  - 编号: "1"
    标题: 到岗率99.5%
    说明: |
      全年措施：加装道闸3处，
      来源:台账。
    做法:
      - 措施：加装道闸
问题:
  - 编号: i1
    表现: 东门排队超过8分钟共17次
    类型: 设备
  - 编号: i2
    表现: 西门夜间值守脱岗2次
措施:
  - 编号: c1
    内容: 更换识别相机2台
    针对: [i1]
    责任人: 周明（秩序主管）
    完成时限: 3月底前
    状态: 进行中
"""


def test_a_hasty_draft_in_one_go() -> None:
    """Every kind of slip that YAML allows, all at once; what is literal, quoted, a comment or a deadline stays."""
    done = fix(_HASTY)
    assert done.text == _MENDED
    yaml = set(SAID) - {"mark", "key-quotes"}
    assert set(_codes(done)) == yaml
    assert len(done.repairs) >= 20
    assert done.dropped == ()
    assert loads(done.text).problems == ()
    assert fix(done.text) == Fixed(text=done.text)


def test_repairs_are_told_at_their_places_in_the_draft_as_it_was() -> None:
    lines = _HASTY.splitlines()
    for repair in fix(_HASTY).repairs:
        span = repair.span
        assert span.line == span.end_line
        stands = lines[span.line - 1][span.column - 1 : span.end_column - 1]
        if repair.code in ("width", "percent-or-point", "unit", "date", "word", "key", "indentation", "comma"):
            assert stands == repair.before
    told = {repair.code: repair for repair in fix(_HASTY).repairs}
    assert told["key"].message == "键“目标只”写成“目标值”"
    assert told["key"].wording("en") == "the key “目标只” spelt “目标值”"
    assert not re.search("[\u4e00-\u9fff]", re.sub("“[^”]*”", "", told["percent-or-point"].wording("en")))


@pytest.mark.parametrize("path", _CLEAN, ids=lambda path: path.name)
def test_clean_drafts_stay_byte_for_byte(path: pathlib.Path) -> None:
    text = path.read_bytes().decode()
    assert fix(text, format=format_of(path.name)) == Fixed(text=text)


def test_there_are_clean_drafts() -> None:
    assert len(_CLEAN) >= 8


def test_an_unfinished_draft() -> None:
    """What is wrong with it is nearly all for people; one unit is proven."""
    text = _UNFINISHED.read_text(encoding="utf-8")
    done = fix(text)
    assert [(repair.code, repair.before, repair.after) for repair in done.repairs] == [("percent-or-point", "%", "个百分点")]
    repair = done.repairs[0]
    lines = text.splitlines(keepends=True)
    line = lines[repair.span.line - 1]
    lines[repair.span.line - 1] = line[: repair.span.column - 1] + repair.after + line[repair.span.end_column - 1 :]
    assert done.text == "".join(lines)


# One kind after the other


@pytest.mark.parametrize(
    "before, after, codes",
    [
        ("标题:总结\n部门: 秩序部\n期间: 2025\n", "标题: 总结\n部门: 秩序部\n期间: 2025\n", ["colon"]),
        ("部门：秩序部\n期间：2025\n", _HEAD, ["colon", "colon"]),
        ("部门 ：秩序部\n期间: 2025\n", "部门 : 秩序部\n期间: 2025\n", ["colon"]),
        (
            _HEAD + "背景:\n  说明: 这一年的工作\n    问题：东门排队17次\n  目的：\n",
            _HEAD + "背景:\n  说明: 这一年的工作\n    问题：东门排队17次\n  目的:\n",
            ["colon"],
        ),
        ("部门:\xa0秩序部\n期间:　2025", "部门: 秩序部\n期间: 2025", ["colon", "colon"]),
        ("department：order\nperiod: 2025\n", "department: order\nperiod: 2025\n", ["colon"]),
        (_HEAD + "问题：\n  - 编号: i1\n    表现: x\n", _HEAD + "问题:\n  - 编号: i1\n    表现: x\n", ["colon"]),
        (_HEAD + "背景:\n　目的：对照目标\n", _HEAD + "背景:\n  目的: 对照目标\n", ["indentation", "colon"]),
        (_HEAD + "背景:\n\t目的: 对照目标\n", _HEAD + "背景:\n  目的: 对照目标\n", ["indentation"]),
        (
            _HEAD + "问题:\n  －　编号: i1\n    表现: x\n  － 编号: i2\n    表现: y\n",
            _HEAD + "问题:\n  - 编号: i1\n    表现: x\n  - 编号: i2\n    表现: y\n",
            ["dash", "dash"],
        ),
        (
            _HEAD + "问题:\n-编号: i1\n 表现: x\n 原因:\n   - 说明: y\n-编号: i2\n 表现: z\n",
            _HEAD + "问题:\n- 编号: i1\n  表现: x\n  原因:\n    - 说明: y\n- 编号: i2\n  表现: z\n",
            ["dash", "indentation", "indentation", "indentation", "dash", "indentation"],
        ),
        (
            _HEAD + "问题: [{编号：i1，表现：排队17次，原因: [{说明：相机满7年}]}]\n",
            _HEAD + "问题: [{编号: i1, 表现: 排队17次, 原因: [{说明: 相机满7年}]}]\n",
            ["colon", "comma", "colon", "comma", "colon"],
        ),
        (
            _HEAD + "指标:\n  - {编号: m1，名称: 投诉，数值: 8件，\n     来源: 台账}\n",
            _HEAD + "指标:\n  - {编号: m1, 名称: 投诉, 数值: 8件,\n     来源: 台账}\n",
            ["comma", "comma", "comma"],
        ),
        (
            _HEAD + "指标: [{编号: m1, 名称: 隐患, 数值: 7处, 构成: {消防：4，设施：3}}]\n",
            _HEAD + "指标: [{编号: m1, 名称: 隐患, 数值: 7处, 构成: {消防: 4, 设施: 3}}]\n",
            ["colon", "comma", "colon"],
        ),
        (
            _HEAD + "指标:\n- {编号: m1，名称: 巡更，数值: 3次，分子：5，来源：台账}\n",
            _HEAD + "指标:\n- {编号: m1, 名称: 巡更, 数值: 3次, 分子: 5, 来源: 台账}\n",
            ["comma", "comma", "comma", "colon", "comma", "colon"],
        ),
        (
            _HEAD + "问题  # 两条\n\n- 表现: x\n  编号：i1\n  原因\n  - 纬度：制度流程\n    说明: y\n",
            _HEAD + "问题:  # 两条\n\n- 表现: x\n  编号: i1\n  原因:\n  - 维度: 制度流程\n    说明: y\n",
            ["no-colon", "colon", "no-colon", "key", "colon"],
        ),
        (_HEAD + "背景\n  目的: 对照目标\n", _HEAD + "背景:\n  目的: 对照目标\n", ["no-colon"]),
        (_HEAD + "单位: {项木: 云栖}\n", _HEAD + "单位: {项目: 云栖}\n", ["key"]),
        (_HEAD + "编置人: 周明\n编制日其: 2026-01-06\n", _HEAD + "编制人: 周明\n编制日期: 2026-01-06\n", ["key", "key"]),
        (
            _HEAD + "编织人: 周明\n措施: [{编号: c1, 内容: x, 责任任: 周明}]\n",
            _HEAD + "编制人: 周明\n措施: [{编号: c1, 内容: x, 责任人: 周明}]\n",
            ["key", "key"],
        ),
        (
            _HEAD + "措施: [{编号: c1, 内容: x, 完成时: 3月底前, 验证的方式: 抽查, 类别: 制度流程类}]\n",
            _HEAD + "措施: [{编号: c1, 内容: x, 完成时限: 3月底前, 验证方式: 抽查, 类别: 制度流程}]\n",
            ["key", "key", "word"],
        ),
        (
            _HEAD + "指标: [{编号: m1, 名称: x, 数值: 3件, 方向: 越低月好}]\n活动: [{编号: t1, 名称: x, 类别: 培圳}]\n",
            _HEAD + "指标: [{编号: m1, 名称: x, 数值: 3件, 方向: 越低越好}]\n活动: [{编号: t1, 名称: x, 类别: 培训}]\n",
            ["word", "word"],
        ),
        (
            _HEAD + "措施: [{编号: c1, 内容: x, 状态: 进形中}]\n",
            _HEAD + "措施: [{编号: c1, 内容: x, 状态: 进行中}]\n",
            ["word"],
        ),
        (_HEAD + "Author: 周明\nreveiwer: 林岚\n", _HEAD + "author: 周明\nreviewer: 林岚\n", ["key", "key"]),
        (_HEAD + "標題: 总结\n", _HEAD + "标题: 总结\n", ["key"]),
        (
            _HEAD + "案例: [{编号: k1, 标题: x, 日期: 2025.6.3}]\n",
            _HEAD + "案例: [{编号: k1, 标题: x, 日期: 2025-06-03}]\n",
            ["date"],
        ),
        (_HEAD + "案例: [{编号: k1, 题标: x, 日期: 二季度}]\n", _HEAD + "案例: [{编号: k1, 标题: x, 日期: 二季度}]\n", ["key"]),
        (
            _HEAD + "活动: [{编号: t1, 类别: 演练, 名称: x, 时间: [2025年6月3日, 2025/9/1, 12月], 人次: ３２人次}]\n",
            _HEAD + "活动: [{编号: t1, 类别: 演练, 名称: x, 时间: [2025-06-03, 2025-09-01, 12月], 人次: 32人次}]\n",
            ["date", "date", "width"],
        ),
        (
            _HEAD + "指标: [{编号: m1, 指标库: patrol_checkpoint_rate, 数值: 98％, 构成: {甲: １, 乙: 2}}]\n",
            _HEAD + "指标: [{编号: m1, 指标库: patrol_checkpoint_rate, 数值: 98%, 构成: {甲: 1, 乙: 2}}]\n",
            ["width", "width"],
        ),
        (
            _HEAD + "指标: [{编号: m1, 名称: x, 数值: 4.5%, 上期值: 6.0%, 变化: 下降25.0个百分点}]\n",
            _HEAD + "指标: [{编号: m1, 名称: x, 数值: 4.5%, 上期值: 6.0%, 变化: 下降25.0%}]\n",
            ["percent-or-point"],
        ),
        (_HEAD + "版本: '1'\n标题: 2025\n", _HEAD + "版本: 1\n标题: \"2025\"\n", ["quotes", "quotes"]),
        (
            _HEAD + "issues:\n  - statement: x\n  -\n    statement: y\n  - {id: i2, title: z}\n  - {id: , title: z}\n",
            _HEAD + "issues:\n  - id: i1\n    statement: x\n  -\n    id: i2-2\n    statement: y\n"
            "  - {id: i2, title: z}\n  - {id: i4, title: z}\n",
            ["id", "id", "id"],
        ),
    ],
)  # fmt: skip
def test_one_kind_of_slip(before: str, after: str, codes: list[str]) -> None:
    done = fix(before)
    assert done.text == after
    assert _codes(done) == codes
    assert fix(after).repairs == ()


@pytest.mark.parametrize(
    "draft",
    [
        # what goes on from the line before is text, whatever it looks like
        "背景:\n  说明: 这一年的工作\n    问题：东门排队17次\n    来源:台账\n不认识: 1\n",
        # as are texts over several lines, whatever stands in them
        "背景:\n  说明: >\n    来原：系统，数值：９８％\n    编号：1\n",
        "背景:\n  说明: |-\n    到岗率９８％\n",
        "背景:\n  说明: 到岗率\n    ９８％\n  目的: \"到岗率\n    ９８％\"\n",
        "指标:\n  - 编号: m1\n    名称: x\n    数值: >-\n      ９８％\n",
        # as are the members of a list of texts, and what stands between quotes
        '成绩:\n  - 编号: a1\n    标题: "到岗\n      来源：台账"\n    做法:\n      - 措施：加装道闸\n      - 原因:老化\n',
        "问题: [{编号: i1, 表现: 东门排队，原因：道闸老化}]\n不认识: 1\n",
        "照片:\n  - {编号: p1, 文件: photos/a.jpg, 说明: 见http://example.com:80/a}\n不认识: 1\n",
        # deadlines are fine as they are
        "措施: [{编号: c1, 内容: x, 完成时限: 2026.3.31}, {编号: c2, 内容: x, 完成时限: 3月底前}]\n",
        # one character makes another word
        "活动: [{编号: t1, 名称: x, 类别: 培养}]\n",
        # a key alone that is there already, or has nothing below it
        "问题: []\n问题\n- 表现: x\n",
        "背景:\n  目的: x\n问题\n",
        "指标: [{编号: m1, 名称: x, 数值: 1件, 方向: 越高越差}]\n",
        "措施: [{编号: c1, 内容: x, 状态: 未完成}]\n",
        "指标: [{编号: m1, 名称: x, 数值: 1件, 单价: 5元}]\n",
        "指标: [{编号: m1, 指标名: 巡更到位率, 名称: x, 数值: 98%}, {编号: m2, 指标: 巡更到位率, 名称: x}]\n",
        "指标: [{编号: m1, 名称: x, 数值: 98%, 上期结果: 97%, 上期数: 97%}]\n",
        "上期落空: [{对应: g1}]\n总目标: [{内容: x}]\n",
        # the field is there already, or several can be meant
        "指标: [{编号: m1, 名称: x, 目标只: 5件, 目标值: 6件}]\n",
        "指标: [{编号: m1, 名称: x, 分: 5}]\n",
        # a spelling that does not make it readable
        "指标: [{编号: m1, 名称: x, 目标只: 尽快}]\n",
        # both fit, or nothing does: no unit is proven
        "指标: [{编号: m1, 名称: x, 数值: 98.6%, 上期值: 97.1%, 变化: 1.5%}]\n",
        "指标: [{编号: m1, 名称: x, 数值: 98.6%, 上期值: 97.1%, 变化: 5.5%}]\n",
        # what a host system carries along is its own business
        "附加: {日期: 2026.3.31, 数: ９８％, 键：值: 1}\n",
    ],
)  # fmt: skip
def test_what_is_left_alone(draft: str) -> None:
    text = _HEAD + draft
    assert fix(text) == Fixed(text=text)


def test_tabs_that_can_be_read_in_two_ways_stay() -> None:
    """With tabs of two columns the cause belongs to the issue, with tabs of four to nothing."""
    text = _HEAD + "问题:\n  - 编号: i1\n    表现: x\n\t- 编号: i2\n\t  表现: y\n"
    done = fix(text)
    assert done.text.count("\t") in (0, 2)
    assert loads(done.text).summary is None or done.text == text.replace("\t", "  ")


def test_other_faults_do_not_keep_slips_from_being_mended() -> None:
    """An open brace is for people; what is safe is mended all the same, and the rest stays to be told."""
    done = fix("部门：秩序部\n期间:2025\n指标:\n  - {编号: m1, 名称: 巡更\n问题:\n  - 编号: i1\n")
    assert done.text.startswith("部门: 秩序部\n期间: 2025\n指标:\n  - {编号: m1, 名称: 巡更\n")
    assert [problem.code for problem in loads(done.text).problems] == ["SHP001"]
    assert fix(done.text).repairs == ()


@pytest.mark.parametrize(
    "text", ["", "\n", "#\n", "x", "部门", "- 1\n", "\x1b[31m部门：秩序部", "部门: &a 秩序部\n期间：2025\n", "\ufeff"]
)
def test_texts_that_are_no_drafts(text: str) -> None:
    done = fix(text)
    assert done.text in (text, text.replace("：", ": "), "")


# JSON and TOML


def test_json() -> None:
    before = """\
{
  "部门"：“秩序部”， "period": "2025",
  "编制日期": "2026.1.6",
  "指标": [
    {"名称": "巡更到位率", "数值": "９８．６％", "样本量": "500", "来原": "台账",
     "备注": "他说“好”，共１２起"},
    {
      "name": "投诉", "数值": 1.50,
      "来源": 7
    },
    {"编号": "", "名称": "x"}, {"id": null, "name": "y"}
  ]
}
"""
    after = """\
{
  "部门":"秩序部", "period": "2025",
  "编制日期": "2026-01-06",
  "指标": [
    {"编号": "m1", "名称": "巡更到位率", "数值": "98.6%", "样本量": 500, "来源": "台账",
     "备注": "他说“好”，共12起"},
    {
      "id": "m2",
      "name": "投诉", "数值": 1.50,
      "来源": "7"
    },
    {"编号": "m3", "名称": "x"}, {"id": "m4", "name": "y"}
  ]
}
"""
    assert fix(before).text == after
    assert fix(after) == Fixed(text=after)


def test_toml() -> None:
    before = (
        '部门 ＝ “秩序部”\r\nperiod = 2025  # 全年\r\n"编制日期" = 2026-01-06\r\n\r\n'
        '[[指标]]  # 一\r\n"名称" = "巡更"\r\n"数值" = "９８％"\r\n'
    )
    after = (
        '"部门" = "秩序部"\r\nperiod = 2025  # 全年\r\n"编制日期" = 2026-01-06\r\n\r\n'
        '[["指标"]]  # 一\r\n"编号" = "m1"\r\n"名称" = "巡更"\r\n"数值" = "98%"\r\n'
    )
    assert fix(before, format="toml").text == after
    assert fix(after) == Fixed(text=after)


# Figures


@pytest.mark.parametrize(
    "old, new",
    [("98.6%", "98.5%"), ("17次", "17起"), ("17次", "十七次"), ("约300件", "300件"), ("2025", "2024"), ("3月底前", "4月底前")],
)
def test_a_repair_that_would_change_a_figure_is_dropped_and_told(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    """Whatever a repair believes: the proof has the last word."""
    text = _HEAD + (
        "指标: [{编号: m1, 名称: 巡更, 数值: 98.6%, 来源：台账}]\n问题: [{编号: i1, 表现: 东门排队17次，投诉约300件}]\n"
        "措施: [{编号: c1, 内容: x, 完成时限: 3月底前}]\n"
    )

    def bad(draft: Draft, form: Format) -> tuple[Slip, ...]:
        at = draft.source.find(old)
        return (Slip(start=at, end=at + len(old), new=new, kind="word"),) if at >= 0 and "：" not in draft.source else ()

    module = sys.modules["propsummary.edits.fix"]
    monkeypatch.setattr(module, "_STAGES", (*module._STAGES, bad))  # type: ignore[attr-defined]
    done = fix(text)
    assert done.text == text.replace("来源：", "来源: ")
    assert _codes(done) == ["colon"]
    assert [(repair.before, repair.after) for repair in done.dropped] == [(old, new)]


_DAMAGES: tuple[Callable[[str], str], ...] = (
    lambda line: line.replace(",", "，", 1),
    lambda line: line.replace('"', "“", 1).replace('"', "”", 1),
    lambda line: line.replace(": ", "：", 1),
    lambda line: line.replace(": ", ":", 1),
    lambda line: line.replace(": ", ":　", 1),
    lambda line: line.replace("%", "％"),
    lambda line: line.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    lambda line: line.replace(", ", "，", 1),
    lambda line: line.replace("- ", "-", 1),
    lambda line: line.replace("  ", "\t", 1),
    lambda line: line.replace("  ", "　", 1),
    lambda line: line.replace("来源", "来原").replace("上期值", "上期直").replace("完成时限", "完成时线"),
    lambda line: re.sub("编号: [a-z][0-9], ", "", line),
    lambda line: line.replace("2026-01-06", "2026.1.6"),
    lambda line: line.replace("个百分点", "%"),
    lambda line: line.replace('"', ""),
    lambda line: line[:-2],
    lambda line: line + "}",
)  # fmt: skip
_SLIPS = st.lists(st.tuples(st.integers(1, len(_MENDED.splitlines()) - 1), st.sampled_from(_DAMAGES)), min_size=1, max_size=8)


@settings(deadline=None, max_examples=60)
@given(_SLIPS, st.sampled_from(["\n", "\r\n"]))
def test_damaged_drafts(slips: list[tuple[int, Callable[[str], str]]], line_break: str) -> None:
    """Whatever slips a draft has: fixing it twice is fixing it once, no figure is touched, and it never reads worse."""
    lines = _MENDED.splitlines()
    for number, damage in slips:
        lines[number] = damage(lines[number])
    text = line_break.join((*lines, ""))
    done = fix(text)
    assert fix(done.text).repairs == ()
    before, after = loads(text), loads(done.text)
    _assert_kept(before, after, done)
    assert _comments(done.text) == _comments(text)
    if line_break == "\r\n":
        assert "\n" not in done.text.replace("\r\n", "")


@settings(deadline=None, max_examples=40)
@given(_SLIPS, st.sampled_from(["json", "toml"]))
def test_damaged_drafts_in_other_formats(slips: list[tuple[int, Callable[[str], str]]], form: Format) -> None:
    lines = dumps(loads(_MENDED), format=form).splitlines()
    for number, damage in slips:
        lines[number] = damage(lines[number])
    text = "\n".join((*lines, ""))
    done = fix(text, format=form)
    assert fix(done.text, format=form).repairs == ()
    _assert_kept(loads(text, format=form), loads(done.text, format=form), done)


def _comments(text: str) -> list[str]:
    return [line for line in re.split(r"\r\n|\n", text) if line.lstrip().startswith("#")]


def _assert_kept(before: Draft, after: Draft, done: Fixed) -> None:
    freely = [repair for repair in done.repairs if repair.code in ("date", "id")]
    gone, come = (sorted("".join(getattr(r, side) for r in freely)) for side in ("before", "after"))
    digits = [sorted(re.sub(r"\D", "", _half(text)) + re.sub(r"\D", "", _half("".join(extra))))
              for text, extra in ((before.source, come), (after.source, gone))]  # fmt: skip
    assert digits[0] == digits[1]
    if before.summary is None:
        return
    assert after.summary is not None
    assert len(after.problems) <= len(before.problems)
    figures = Known(before).figures
    assert figures.items() <= Known(after).figures.items()
    for metric, other in zip(before.summary.metrics, after.summary.metrics, strict=False):
        for name in ("value", "baseline", "target"):
            if (value := getattr(metric, name)) is not None and metric.id == other.id:
                assert (value.low, value.high, value.hedge) == (
                    (now := getattr(other, name)).low,
                    now.high,
                    now.hedge,
                )


def _half(text: str) -> str:
    return text.translate(str.maketrans("０１２３４５６７８９", "0123456789"))


_WORDS = st.sampled_from(
    ["部门", "指标", "问题", "编号", "来原", "98.6%", "９８％", "17次", "2026.1.6", "秩序部", ": ", "- ", ", ", "\n  ", "\r\n"]
)
_MARKS = st.sampled_from("：:-{}[],，\"'#|>&*\\=“”　 \t\n")


@settings(deadline=None, max_examples=150)
@given(st.lists(_WORDS | _MARKS, max_size=40), st.sampled_from(["yaml", "json", "toml"]), st.booleans())
def test_any_text(pieces: list[str], form: Format, headed: bool) -> None:
    """Nothing that is typed makes it fail, and a second time finds nothing more to do."""
    text = (_HEAD if headed and form == "yaml" else "") + "".join(pieces)
    done = fix(text, format=form)
    assert fix(done.text, format=form).repairs == ()
    _assert_kept(loads(text, format=form), loads(done.text, format=form), done)


def test_prose_is_left_alone() -> None:
    draft = read_prose("# 客服部2025年总结\n\n来原：系统\n".encode(), format="markdown")
    assert fix(draft) == Fixed(text=draft.source)


def test_a_draft_that_was_read_keeps_its_name_and_its_figures() -> None:
    draft = loads(_HASTY, file="初稿.yaml")
    done = fix(draft)
    assert {repair.span.file for repair in done.repairs} == {"初稿.yaml"}
    assert done.text == _MENDED
    sentences = [text for text in _HASTY.splitlines() if "：" not in text]
    assert sum(len(find_figures(text)) for text in sentences) > 5
    assert "MET012" not in {problem.code for problem in check(loads(done.text))}
