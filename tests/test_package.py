"""What the package promises as a whole."""

from __future__ import annotations

import importlib
import pathlib
import pkgutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

import propsummary
from propsummary.errors import WrongArgumentError

ROOT = pathlib.Path(__file__).parent.parent


def _python(code: str, *options: str, path: pathlib.Path | None = None) -> str:
    environment = {"PYTHONPATH": str(path)} if path else {}
    done = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, text=True, env={"PYTHONUTF8": "1", **environment}, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_import_is_light() -> None:
    heavy = ("cattrs", "yaml", "importlib.metadata", "attrs", "dateutil", "tabulate", "markdown_it")
    loaded = _python(f"import sys, propsummary; print([m for m in {heavy!r} if m in sys.modules])")
    assert loaded == "[]"


def test_public_names() -> None:
    assert propsummary.__all__ == sorted(propsummary.__all__)
    assert {"Renderer", "Rule", "Summary", "build", "check", "loads", "read", "render"} <= set(propsummary.__all__)
    for name in propsummary.__all__:
        assert getattr(propsummary, name).__doc__, name


def test_every_module_imports_and_says_what_it_is_for() -> None:
    names = [m.name for m in pkgutil.walk_packages(propsummary.__path__, "propsummary.") if not m.name.endswith("__main__")]
    assert len(names) > 100
    undocumented = [name for name in names if not importlib.import_module(name).__doc__]
    assert undocumented == []


def test_works_without_docstrings() -> None:
    code = "import propsummary as p; print(p.check(p.loads('部门: 秩序部\\n期间: 2025\\n')).ok)"
    assert _python(code, "-OO") in ("True", "False")


def test_the_wheel_holds_everything(tmp_path: pathlib.Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True, capture_output=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "unpacked")
    shipped = {p.relative_to(tmp_path / "unpacked") for p in (tmp_path / "unpacked" / "propsummary").rglob("*") if p.is_file()}
    source = {
        p.relative_to(ROOT / "src")
        for p in (ROOT / "src" / "propsummary").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    assert shipped == source
    code = (
        "import propsummary as p; print(p.__file__); print(len(p.render(p.loads('部门: 秩序部\\n期间: 2025\\n'), 'html')) > 1000)"
    )
    where, works = _python(code, path=tmp_path / "unpacked").splitlines()
    assert where.startswith(str(tmp_path))
    assert works == "True"


@pytest.mark.parametrize("given", [None, 3, ["部门: 秩序部"]])
def test_what_is_no_text_is_refused_in_a_sentence(given: Any) -> None:
    with pytest.raises(WrongArgumentError, match=r"^loads takes str or bytes, not \w+; read opens a file$"):
        propsummary.loads(given)


@pytest.mark.parametrize("verb", [propsummary.check, propsummary.dumps, propsummary.build])
@pytest.mark.parametrize("given", [None, "部门: 秩序部"])
def test_what_is_no_summary_is_refused_in_a_sentence(verb: Callable[[Any], object], given: Any) -> None:
    with pytest.raises(WrongArgumentError, match=r"takes Summary or Draft, not (?:str|NoneType); read gives one from a file"):
        verb(given)
