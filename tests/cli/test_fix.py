"""``propsummary fix``."""

from __future__ import annotations

import codecs
import io
import os
import pathlib
import re
import stat
import sys

import pytest

from propsummary.cli import main
from propsummary.cli.fix import _coloured

_DRAFT = "部门：秩序部\n期间: 2025\n编制日期: 2026年1月6日 # 交稿\n措施:\n  - {编号: c1, 内容: 换相机2台, 状态: 未完成}\n"
_MENDED = "部门: 秩序部\n期间: 2025\n编制日期: 2026-01-06 # 交稿\n措施:\n  - {编号: c1, 内容: 换相机2台, 状态: 未完成}\n"


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(data: str | bytes = _DRAFT, name: str = "草稿.yaml") -> str:
    pathlib.Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
    return name


def test_what_would_change_is_shown_and_nothing_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", _write()]) == 1
    told = capsys.readouterr()
    assert told.out == (
        "--- 草稿.yaml\n+++ 草稿.yaml\n@@ -1,6 +1,6 @@\n-部门：秩序部\n+部门: 秩序部\n 期间: 2025\n"
        "-编制日期: 2026年1月6日 # 交稿\n+编制日期: 2026-01-06 # 交稿\n 措施:\n   - {编号: c1, 内容: 换相机2台, 状态: 未完成}\n \n"
    )
    assert told.err == (
        "草稿.yaml:1:3: colon 冒号用半角，后面空一格\n草稿.yaml:3:7: date 日期“2026年1月6日”写成“2026-01-06”\n"
        "可以改 2 处；加 --write 写回文件\n还有 1 处要自己改，见 propsummary check\n"
    )
    assert pathlib.Path("草稿.yaml").read_bytes().decode() == _DRAFT


def test_written_back_once(capsys: pytest.CaptureFixture[str]) -> None:
    name = _write()
    os.chmod(name, 0o640)
    assert main(["fix", name, "--write"]) == 0
    assert capsys.readouterr().err.endswith("改了 2 处，已写回 草稿.yaml\n还有 1 处要自己改，见 propsummary check\n")
    assert pathlib.Path(name).read_bytes().decode() == _MENDED
    assert stat.S_IMODE(os.stat(name).st_mode) == 0o640
    assert os.listdir() == [name]
    assert main(["fix", name, "--write"]) == 0
    assert main(["fix", name]) == 0
    assert capsys.readouterr().out == ""


def test_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", "--lang", "en", _write("department：order\nperiod: 2025\nauthro: x\n", "draft.yaml")]) == 1
    told = capsys.readouterr().err
    assert told == (
        "draft.yaml:1:11: colon a plain colon, and a space behind it\ndraft.yaml:3:1: key the key “authro” spelt “author”\n"
        "2 places to mend; --write writes them back\n"
    )
    assert main(["fix", "--lang", "en", "draft.yaml", "--write"]) == 0
    assert "2 places mended in draft.yaml" in capsys.readouterr().err
    assert main(["fix", "--lang", "en", "draft.yaml"]) == 0
    assert capsys.readouterr().err == "nothing that can safely be mended\n"


@pytest.mark.parametrize(
    "mark, encoding",
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "gb18030"),
    ],
)
def test_encoding_and_line_ends_stay(mark: bytes, encoding: str) -> None:
    text, mended = (words.replace("\n", "\r\n") for words in (_DRAFT, _MENDED))
    name = _write(mark + text.encode(encoding))
    assert main(["fix", name, "--write"]) == 0
    assert pathlib.Path(name).read_bytes() == mark + mended.encode(encoding)


def test_a_link_stays_a_link() -> None:
    _write()
    os.symlink("草稿.yaml", "当前.yaml")
    assert main(["fix", "当前.yaml", "--write"]) == 0
    assert os.path.islink("当前.yaml")
    assert pathlib.Path("草稿.yaml").read_bytes().decode() == _MENDED


def test_nothing_is_lost_if_writing_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "草稿.yaml")

    name = _write()
    monkeypatch.setattr("os.replace", full)
    assert main(["fix", name, "--write"]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert os.listdir() == [name]
    assert pathlib.Path(name).read_bytes().decode() == _DRAFT


def test_a_draft_from_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(_DRAFT.encode())))
    assert main(["fix", "-"]) == 1
    assert "+部门: 秩序部" in capsys.readouterr().out
    assert main(["fix", "-", "--write"]) == 2
    assert capsys.readouterr().err == "propsummary: 标准输入写不回去，请给出文件名\n"


def test_other_formats() -> None:
    assert main(["fix", "--write", _write('部门 = "秩序部"\nperiod = "2025"\n', "草稿.toml")]) == 0
    assert pathlib.Path("草稿.toml").read_bytes().decode() == '"部门" = "秩序部"\nperiod = "2025"\n'
    assert main(["fix", "--write", "--input-format", "json", _write('{"部门"："秩序部", "期间": 2025}', "草稿.txt")]) == 0
    assert pathlib.Path("草稿.txt").read_bytes().decode() == '{"部门":"秩序部", "期间": 2025}'


@pytest.mark.parametrize("data", [b"", b"\n", b"\xff\xfe\x00"])
def test_files_without_a_text(data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", _write(data), "--write"]) == 2
    assert capsys.readouterr().err == "propsummary: 草稿.yaml 里读不出文字，先用 propsummary check 看看\n"
    assert pathlib.Path("草稿.yaml").read_bytes() == data


@pytest.mark.parametrize("name", ["客服部.md", "客服部.txt"])
def test_prose_is_left_to_other_commands(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fix", _write("# 客服部2025年总结\n\n全年接待业主来访1,280人次。\n", name)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"propsummary: fix 只改 YAML、JSON、TOML 草稿，{name} 不是；先用 propsummary import ")
    assert told.err.count("\n") == 1


def test_office_files_are_left_to_other_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", _write("部门: 秩序部\n期间: 2025\n"), "-o", "草稿.xlsx"]) == 0
    capsys.readouterr()
    for name in ("草稿.xlsx", _write(b"PK\x03\x04word/", "总结.docx"), _write(b"PK\x03\x04word/", "总结.yaml")):
        assert main(["fix", name]) == 2
        assert "propsummary import" in capsys.readouterr().err


def test_several_files(capsys: pytest.CaptureFixture[str]) -> None:
    names = [_write(name="甲.yaml"), _write("部门: 秩序部\n期间: 2025\n", "乙.yaml")]
    assert main(["fix", *names]) == 1
    assert capsys.readouterr().err.splitlines()[-3:] == [
        "甲.yaml: 可以改 2 处；加 --write 写回文件",
        "甲.yaml: 还有 1 处要自己改，见 propsummary check",
        "乙.yaml: 没有可以放心改的地方",
    ]
    assert main(["fix", "--write", "没有.yaml", *names]) == 2
    assert "甲.yaml: 改了 2 处，已写回 甲.yaml" in capsys.readouterr().err
    assert pathlib.Path("甲.yaml").read_bytes().decode() == _MENDED
    assert main(["fix", "-", "-"]) == 2
    assert capsys.readouterr().err == "propsummary: 标准输入（-）只能给一次\n"


def test_colours_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    main(["fix", _write()])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr("propsummary.cli.fix._is_for_eyes", lambda: True)
    main(["fix", "草稿.yaml"])
    shown = capsys.readouterr().out
    assert "\x1b[31m-部门：秩序部\x1b[0m\n\x1b[32m+部门: 秩序部\x1b[0m\n" in shown
    assert "\n 期间: 2025\n" in shown
    assert list(_coloured(iter(["--- a", "+++ a", "@@ -1 +1 @@"]))) == ["--- a", "+++ a", "\x1b[36m@@ -1 +1 @@\x1b[0m"]


def test_messages_hold_no_personal_data(capsys: pytest.CaptureFixture[str]) -> None:
    main(["fix", _write("部门: 秩序部\n期间: 2025\n标题: 13812345678\n")])
    told = capsys.readouterr()
    assert not re.search("13812345678", told.err)
    assert '+标题: "13812345678"' in told.out
