"""Every example in the documentation runs."""

from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("README*.md"), *(ROOT / "docs").rglob("*.md")])
EXAMPLES = [
    pytest.param(page, block, id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, block in enumerate(
        re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL), 1
    )
]
LINKS = [
    pytest.param(page, target, id=f"{page.relative_to(ROOT)}-{target}")
    for page in PAGES
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 8
    assert len(LINKS) >= 8


@pytest.mark.parametrize("page, code", EXAMPLES)
def test_example_runs(page: pathlib.Path, code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: pathlib.Path) -> None:
    """Examples run in an empty folder; a script is given the unfinished example, and may say what its exit code says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["script.py", str(ROOT / "examples" / "unfinished.yaml")])
    try:
        exec(compile(code, str(page), "exec"), {"__name__": "__main__"})
    except SystemExit as ending:
        assert ending.code is True or ending.code == 1  # noqa: PT017


@pytest.mark.parametrize("page, target", LINKS)
def test_link_leads_somewhere(page: pathlib.Path, target: str) -> None:
    assert (page.parent / target).exists()


def test_scripts_are_as_short_as_promised() -> None:
    """A script that checks a draft is five lines, a host system that builds and renders a summary about ten."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    scripts = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    lengths = [sum(1 for line in s.splitlines() if line and not line.startswith(("import", "from"))) for s in scripts[:2]]
    assert lengths[0] <= 5
    assert lengths[1] <= 10


def test_examples_are_typed(tmp_path: pathlib.Path) -> None:
    """A host system that is type checked strictly can write what the documentation writes."""
    for number, example in enumerate(EXAMPLES):
        (tmp_path / f"example_{number}.py").write_text(str(example.values[1]), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
