"""The command as a process of its own."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys
import types
from typing import Any

import pytest

import propsummary
from propsummary.__main__ import main as entry_point

DRAFT = "部门: 秩序部\n期间: 2025\n问题:\n" + "".join(f"  - {{表现: 东门岗夜间车辆排队超过8分钟共{n}次}}\n" for n in range(1, 801))


def _run(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "propsummary", *arguments], capture_output=True, check=False, **settings)


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help", "--lang", "en"]])
def test_a_light_start(arguments: list[str]) -> None:
    heavy = ("yaml", "cattrs", "tabulate", "markdown_it", "dateutil", "importlib.metadata")
    code = (
        f"import sys; from propsummary.__main__ import main; print(main({arguments!r}), [m for m in {heavy!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    assert done.stdout.endswith("0 []\n")


def test_version() -> None:
    done = _run("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"propsummary {propsummary.__version__}")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "latin-1"}]
)
def test_output_is_utf_8_whatever_the_locale(locale: dict[str, str], tmp_path: pathlib.Path) -> None:
    draft = tmp_path / "a.yaml"
    draft.write_text(DRAFT, encoding="gb18030")
    done = _run("check", "a.yaml", "--select", "ISS001", cwd=tmp_path, env={**os.environ, **locale})
    assert done.returncode == 1
    assert done.stdout.decode("utf-8").endswith("800 个错误\n")
    assert (
        _run("check", "没有", cwd=tmp_path, env={**os.environ, **locale}).stderr.decode("utf-8").startswith("propsummary: 找不到 ")
    )


def test_standard_input() -> None:
    done = _run("check", "-", "--format", "json", input=DRAFT.encode())
    assert (done.returncode, done.stderr) == (1, b"")


def test_a_reader_that_leaves_is_no_trouble(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    command = [sys.executable, "-m", "propsummary", "check", "a.yaml"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(os.name != "posix", reason="closing streams is written so in a POSIX shell")
@pytest.mark.parametrize(
    "redirection, code, said", [(">&-", 1, ""), ("2>&-", 1, "800"), (">&- 2>&-", 1, ""), ("<&-", 1, "文件是空的")]
)
def test_closed_streams_are_no_trouble(redirection: str, code: int, said: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.yaml").write_text(DRAFT, encoding="utf-8")
    file = "-" if "<" in redirection else "a.yaml"
    command = f"'{sys.executable}' -m propsummary check {file} {redirection}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (code, b"")
    assert said in done.stdout.decode()


def test_a_full_disk_is_told_in_one_line(tmp_path: pathlib.Path) -> None:
    full = pathlib.Path("/dev/full")
    if full.exists():
        with full.open("wb") as out:
            done = subprocess.run([sys.executable, "-m", "propsummary", "rules"], stdout=out, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr.decode()) == (2, "propsummary: 写不了 屏幕：磁盘满了\n")


def test_an_interruption_while_the_command_is_loaded_shows_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the first moments ends it as quietly as later."""

    class Loading(types.ModuleType):
        def __getattr__(self, name: str) -> object:
            raise KeyboardInterrupt

    monkeypatch.setitem(sys.modules, "propsummary.cli", Loading("propsummary.cli"))
    assert entry_point([]) == 130
