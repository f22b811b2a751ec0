"""redact: personal data masked, everything else the same to the byte."""

from __future__ import annotations

import pathlib
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary import cli, dumps, loads, read
from propsummary._privacy import find_personal
from propsummary.edits.redact import Redaction, redact
from propsummary.quantities import find_figures
from propsummary.rules import View, all_rules, check

_EXAMPLES = pathlib.Path(__file__).parents[2] / "examples"

_DRAFT = """\
# 联系人 张先生 13812345678（内部）
部门: 秩序部   # 部门
期间: 2025
编制人: 周明 13900000001
单位: {公司: 示例物业, 地址: "云栖路18号 13900000009"}
背景:
  说明: >-
    业主王女士（手机13900000000）3次来电，王女士两次到访；
    工单13900000000，鲁A12345停在东门17次。
  目的: "答复张先生\\u0031\\u0033900000000\\n共5件"
指标:
  - {编号: m1, 名称: 投诉, 数值: 8件, 构成: {王女士: 3, 其他: 5}, 来源: '客服台账，王女士''s'}
成绩:
  - 标题: 拾金不昧
    说明: |
      张建国先生送来锦旗2面。卡号6222021234567890128。
      第2段 鲁AD12345
    做法: [张先生再次来电 139 0000 0000, 13900000002]
照片:
  - {编号: p1, 文件: photos/鲁A12345.jpg, 说明: 鲁A12345占用通道}
措施:
  - {编号: c1, 内容: 更换相机2台，周明联系李阿姨, 责任人: 周明（秩序主管）13900000003, 配合: 韩松, 完成时限: 2026-03}
不认识: {电话: 13700000000}
附加: {电话: 13900000005, 工单号: 13900000006, 名: 刘奶奶}
"""


def _yaml(text: str) -> Redaction:
    return redact(loads(text))


def test_masked_in_place() -> None:
    """Word by word; the same person stays the same; numbers of things, figures, files and staff stay."""
    done = _yaml(_DRAFT)
    assert (
        done.text
        == """\
# 联系人 A先生 138******78（内部）
部门: 秩序部   # 部门
期间: 2025
编制人: 周明 13900000001
单位: {公司: 示例物业, 地址: "云栖路18号 13900000009"}
背景:
  说明: >-
    业主B女士（手机139******00）3次来电，B女士两次到访；
    工单13900000000，鲁A****5停在东门17次。
  目的: "答复A先生139******00\\n共5件"
指标:
  - {编号: m1, 名称: 投诉, 数值: 8件, 构成: {B女士: 3, 其他: 5}, 来源: '客服台账，B女士''s'}
成绩:
  - 标题: 拾金不昧
    说明: |
      A先生送来锦旗2面。卡号622**************28。
      第2段 鲁A*****5
    做法: [A先生再次来电 139********00, 139******02]
照片:
  - {编号: p1, 文件: photos/鲁A12345.jpg, 说明: 鲁A****5占用通道}
措施:
  - {编号: c1, 内容: 更换相机2台，周明联系C阿姨, 责任人: 周明（秩序主管）139******03, 配合: 韩松, 完成时限: 2026-03}
不认识: {电话: 137******00}
附加: {电话: 139******05, 工单号: 13900000006, 名: D奶奶}
"""
    )
    assert done.people == 4


def test_staff_on_request() -> None:
    """Posts stay, names do not, the same everywhere."""
    done = redact(loads(_DRAFT), staff=True)
    assert "编制人: 员工甲 139******01" in done.text
    assert "云栖路18号 13900000009" in done.text
    assert "员工甲联系C阿姨, 责任人: 员工甲（秩序主管）139******03, 配合: 员工乙," in done.text
    assert "周明" not in done.text
    assert "韩松" not in done.text


@pytest.mark.parametrize("format", ["yaml", "json", "toml"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_format(format: str, language: str) -> None:
    """Nothing but masked words differs, line by line, and the keys keep their language."""
    summary = loads(_DRAFT).summary
    assert summary is not None
    text = dumps(summary, format=format, language=language)  # type: ignore[arg-type]
    done = redact(loads(text, format=format), format=format)  # type: ignore[arg-type]
    before, after = text.splitlines(), done.text.splitlines()
    assert len(before) == len(after)
    for old, new in zip(before, after, strict=True):
        assert old == new or "*" in new or re.search("[A-E](?:先生|女士|阿姨|奶奶)", new)
    assert "王女士" not in done.text
    assert "13900000000，" in done.text  # of a work order
    assert _prv(done.text, format) == {"/photos/0/file"}


def _prv(text: str, format: str = "yaml") -> set[str]:
    rules = [rule for rule in all_rules().values() if rule.info.family == "PRV"]
    return {problem.pointer for problem in check(loads(text, format=format), rules=rules) if problem.code.startswith("PRV")}


def test_nothing_is_left_to_tell() -> None:
    """Of what the rules on privacy reported, only a file's name is left, which cannot change without the file."""
    assert len(_prv(_DRAFT)) >= 8
    assert _prv(_yaml(_DRAFT).text) == {"/photos/0/file"}
    assert _yaml(_yaml(_DRAFT).text).masked == 0


@pytest.mark.parametrize("name", ["order-2025.yaml", "logistics-2025.yaml"])
def test_a_draft_without_personal_data(name: str) -> None:
    """Comes back as it is, to the byte."""
    done = redact(read(_EXAMPLES / name))
    assert done.data == (_EXAMPLES / name).read_bytes()
    assert (done.masked, done.people) == (0, 0)


@pytest.mark.parametrize("name", ["order-2025.yaml", "logistics-2025.yaml"])
def test_staff_of_a_whole_draft(name: str) -> None:
    """With all names of staff replaced every figure is still there."""
    draft = read(_EXAMPLES / name)
    done = redact(draft, staff=True)
    assert done.people > 3
    assert _figures(done.text) == _figures(draft.source)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    """The encoding stays, and so do line ends of Windows."""
    text = "部门: 秩序部\r\n期间: 2025\r\n背景: {说明: 王女士13900000000来电}\r\n"
    done = redact(loads(text.encode(encoding), file="a.yaml"))
    assert done.data.decode(encoding) == text.replace("王女士13900000000", "A女士139******00")


def _figures(text: str, format: str = "yaml") -> list[list[str]]:
    summary = loads(text, format=format).summary
    assert summary is not None
    return [_counted(passage.text) for passage in View(summary).passages]


def _counted(text: str) -> list[str]:
    """The figures of a text, but for digits of personal numbers that happen to read like one (139 0000 0000)."""
    personal = list(find_personal(text))
    return [
        figure.text
        for figure in find_figures(text)
        if not any(figure.start < piece.end and piece.start < figure.end for piece in personal)
    ]


_PEOPLE = ("王女士", "业主张先生", "欧阳女士", "王芳女士", "李阿姨", "租户陈大爷", "周明先生")
_NUMBERS = ("13900000000", "139 0000 0000", "鲁A12345", "110101199003074477", "6222021234567890128", "京AD12345")
_REST = (
    "3次来电",
    "两次到访",
    "反映噪声17起",
    "的2辆车",
    "，占道",
    "缴费316.5元",
    "（第2次）",
    "一家",
    "和",
    "、",
    "满意率98.6%",
    "12345件",
    "。\n",
    "“谢谢”",
    ": ",
    "#1 ",
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(_PEOPLE + _NUMBERS + _REST), min_size=1, max_size=12), st.sampled_from(["yaml", "json", "toml"]))
def test_every_figure_stays(parts: list[str], format: str) -> None:
    """Whatever names and numbers stand around them, the figures of a passage are the same before and after."""
    passage = "据反映" + "".join(parts)
    base = loads("部门: 秩序部\n期间: 2025\n编制人: 周明\n背景: {说明: 占位, 目的: 接待王女士17次}\n").summary
    assert base is not None
    text = dumps(base, format=format).replace("占位", passage.replace("\n", " ").replace("#", "号").replace(": ", "：").strip())
    done = redact(loads(text, format=format), format=format)  # type: ignore[arg-type]
    assert _figures(done.text, format) == _figures(text, format)
    assert not re.search("(?<!周明)(?:王|张|欧阳|芳|李|陈)(?:先生|女士|阿姨|大爷)", done.text)


@pytest.mark.parametrize(
    "text, masked",
    [
        ("感谢王林女士，保安请对方王女士缴物业费", "感谢A女士，保安请对方B女士缴物业费"),
        ("常请王女士帮忙，于女士也来", "常请A女士帮忙，B女士也来"),
        ("欧阳先生和上官女士", "A先生和B女士"),
        ("张先生、张女士、张先生", "A先生、B女士、A先生"),
        ("各位先生女士、一位女士、老先生、高龄女士", "各位先生女士、一位女士、老先生、高龄女士"),
        ("对于女士专用车位", "对于女士专用车位"),
        ("保洁员刘师傅、王主管、李工", "保洁员刘师傅、王主管、李工"),
    ],
)
def test_people(text: str, masked: str) -> None:
    """Residents by family name and title; kinds of people and colleagues are none."""
    assert _yaml(f"部门: 秩序部\n期间: 2025\n背景: {{说明: {text}}}\n").text.endswith(f"说明: {masked}}}\n")


_PROSE = """\
客服部2025年度工作总结
一、工作成绩
1、业主张三（6栋1203）来电13900000000投诉12件，收缴率96%。
2、队员李强在7栋1902室劝离2次，王女士的微信wxid_abc88已登记。![现场](photos/鲁A12345.jpg)
"""


@pytest.mark.parametrize("name", ["总结.txt", "总结.md"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_prose(name: str, encoding: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Masked where it stands, in its own encoding; where pictures are found stays."""
    draft, out = tmp_path / name, tmp_path / f"遮盖{name}"
    star = "*" if name.endswith(".txt") else r"\*"  # else Markdown takes two rows of them for emphasis
    draft.write_text(_PROSE, encoding=encoding)
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    assert out.read_text(encoding=encoding).splitlines()[2:] == [
        f"1、A业主（6栋某室）来电139{star * 6}00投诉12件，收缴率96%。",
        f"2、队员李强在7栋某室劝离2次，B女士的微信w{star * 9}已登记。![现场](photos/鲁A12345.jpg)",
    ]
    assert "2 个人改用代称" in capsys.readouterr().err
    assert cli.main(["redact", str(draft), "--staff"]) == 0
    assert "队员甲在7栋某室" in capsys.readouterr().out


_TABLES = """\
客服部2025年度工作总结

一、工作成绩

1、失主来电139 0000 2222，投诉3次均已办结，其身份证110101 19900307 4477已核对，住6栋1203。

| 姓名 | 房号 | 电话 | 件数 |
|---|:-:|---|---|
| 王建平 | 6-1203 | 139 0000 0000 | 3件 |
| 李梅（租户） | 1204 | 13900000001 | 2件 |
| 合计 | 2户 |  | 5件 |

| 姓名 | 岗位 | 房间 | 得分 |
|---|---|---|---|
| 周明 | 监控岗 | 1203 | 98分 |

王先生又来访1次。
"""


def test_tables_of_residents(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stands in a cell, its heading says; lists of the staff stay, and the gate misses no figure."""
    draft, out = tmp_path / "总结.md", tmp_path / "遮盖.md"
    draft.write_text(_TABLES, encoding="utf-8")
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    masked = out.read_text(encoding="utf-8").splitlines()
    assert masked[8:11] == [
        "| A住户 | 某室 | 139********00 | 3件 |",
        "| B住户（租户） | 某室 | 139******01 | 2件 |",
        "| 合计 | 2户 |  | 5件 |",
    ]
    assert masked[14:] == ["| 周明 | 监控岗 | 1203 | 98分 |", "", "A先生又来访1次。"]
    capsys.readouterr()
    assert cli.main(["gate", str(draft), str(out)]) == 0
    assert "没有变 8" in capsys.readouterr().out


_PLAIN = """\
客服部2025年度工作总结

一、工作成绩

1、管家林可儿担任组长，与1101室的李铁沟通2次；抢修工鲁班上门3次，李铁家已修好。
2、业主委员会主任范建设到场4次，5-2-1001夏有为业主送锦旗1面，其身份证号330106198805123456、QQ号123456789已核对。

| 业主姓名 | 房号 | 件数 |
|---|---|---|
| 云中鹤 | 商铺105 | 3件 |
| 段誉/柳如是 | 6-1203 | 2件 |
"""


def test_names_that_what_stands_beside_tells(tmp_path: pathlib.Path) -> None:
    """Residents stay residents where staff is masked as well; whole cells, shops, and what is called an identity number."""
    draft, out = tmp_path / "总结.txt", tmp_path / "遮盖.txt"
    draft.write_text(_PLAIN, encoding="utf-8")
    assert cli.main(["redact", str(draft), "-o", str(out), "--staff"]) == 0
    masked = out.read_text(encoding="utf-8").splitlines()
    assert masked[4:6] == [
        "1、管家员工甲担任组长，与某室的A住户沟通2次；抢修工乙上门3次，A住户家已修好。",
        "2、业主委员会主任B住户到场4次，某室C业主送锦旗1面，其身份证号330*************56、QQ号1********已核对。",
    ]
    assert masked[9:] == ["| D住户 | 商铺某号 | 3件 |", "| E住户/F住户 | 某室 | 2件 |"]
    assert cli.main(["redact", str(out), "-o", str(draft), "--staff", "--force"]) == 0
    assert draft.read_bytes() == out.read_bytes()


def test_very_many_people() -> None:
    """After Z comes AA."""
    names = [f"{family}{title}" for family in "赵钱孙李周吴郑王冯陈褚卫蒋沈" for title in ("先生", "女士")]
    done = _yaml(f"部门: 秩序部\n期间: 2025\n背景: {{说明: {'、'.join(names)}}}\n")
    assert done.people == 28
    assert "Y先生、Z女士、AA先生、AB女士" in done.text


def test_what_cannot_be_redacted() -> None:
    with pytest.raises(ValueError):
        redact(loads("期间: ["))
    with pytest.raises(ValueError):
        redact(loads("标题: 无"))


# The command


def test_command(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft, out = tmp_path / "a.yaml", tmp_path / "b.yaml"
    draft.write_text(_DRAFT, encoding="gb18030")
    assert cli.main(["redact", str(draft), "-o", str(out)]) == 0
    assert out.read_bytes().decode("gb18030") == _yaml(_DRAFT).text
    said = capsys.readouterr().err
    assert "4 个人改用代称" in said
    assert "2 处没有读懂" in said
    assert cli.main(["redact", str(draft), "--staff"]) == 0
    assert "员工甲" in capsys.readouterr().out


@pytest.mark.parametrize("out", ["b.json", "b.toml", "b.docx", "b.xlsx", "b.md"])
def test_command_keeps_the_format(out: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written under a name that says it were something else."""
    draft = tmp_path / "a.yaml"
    draft.write_text(_DRAFT, encoding="utf-8")
    assert cli.main(["redact", str(draft), "-o", str(tmp_path / out)]) == 2
    assert ".yaml" in capsys.readouterr().err
    assert not (tmp_path / out).exists()
    assert cli.main(["redact", str(draft), "-o", str(tmp_path / "b.yml")]) == 0


def test_command_spares_the_draft(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "a.yaml"
    draft.write_text(_DRAFT, encoding="utf-8")
    assert cli.main(["redact", str(draft), "-o", str(draft)]) == 2
    assert draft.read_text(encoding="utf-8") == _DRAFT
    draft.write_text("标题: 无\n", encoding="utf-8")
    assert cli.main(["redact", str(draft)]) == 1
    assert "没有写文件" in capsys.readouterr().err
