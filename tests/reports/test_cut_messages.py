"""Messages that quote a part of a key or a value: what is personal in it is masked before the rest is cut off."""

from __future__ import annotations

import pathlib
import re

import pytest

from propsummary import check, cli, loads
from propsummary.reports import REPORTERS

_CARD = "6217001330001234560"
_HEAD = "部门: 秩序部\n期间: 2025\n"


@pytest.mark.parametrize(
    "text, code",
    [
        (f"成绩:\n  - {{编号: a3, 说明: 接听4,业主王建平卡号{_CARD}}}\n", "SHP003"),
        (f"成绩: [{{编号: a3, 标题: 退费, 业主王建平的退款卡号{_CARD}: 3}}]\n", "SHP003"),
        (
            f"指标: [{{编号: m1, 名称: 投诉, 数值: 业主本人来前台登记过，以后退款一律打到登记在册的那张卡，卡号{_CARD}}}]\n",
            "SHP005",
        ),
        (
            f"措施: [{{编号: c1, 内容: 退费, 完成时限: 等业主告知新的工资卡，告知之前退款一律打到旧的那张，旧卡号{_CARD}}}]\n",
            "SHP005",
        ),
        (f"措施: [{{编号: c1, 内容: 退费, 状态: 等业主告知新的工资卡，告知之前退款一律打到旧的那张，旧卡号{_CARD}}}]\n", "SHP005"),
        (f"问题: [{{编号: i1, 表现: 退款打错账户，业主卡号{_CARD}}}]\n", "ISS001"),
    ],
)
@pytest.mark.parametrize("format", REPORTERS)
def test_no_part_of_a_card(text: str, code: str, format: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither in the sentence nor in the path or the lines that a report shows."""
    assert code in {problem.code for problem in check(loads(_HEAD + text)).problems}
    draft = tmp_path / "草稿.yaml"
    draft.write_text(_HEAD + text, encoding="utf-8")
    cli.main(["check", str(draft), "--format", format])
    shown = capsys.readouterr().out
    assert not re.search(_CARD[3:8], shown)
    if format != "chat":  # which tells the gravest alone
        assert re.search(r"621\*+", shown)
