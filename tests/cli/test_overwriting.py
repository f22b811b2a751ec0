"""Nobody's work is overwritten: not the Word file that a draft came from, not the one that somebody went on writing in."""

from __future__ import annotations

import io
import pathlib
import zipfile

import pytest

from propsummary.cli import main

DRAFT = "部门: 秩序部\n期间: 2025\n目标:\n  - {内容: 火灾事故为零, 完成时限: 2026-12-31}\n"


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    pathlib.Path("总结.yaml").write_text(DRAFT, "utf-8")


@pytest.mark.parametrize("form, file", [("docx", "总结.docx"), ("markdown", "总结.md"), ("text", "总结.txt")])
def test_the_text_that_a_draft_came_from(form: str, file: str, capsys: pytest.CaptureFixture[str]) -> None:
    pathlib.Path(file).write_bytes("秩序部2025年工作总结".encode())
    assert main(["--lang", "zh", "render", "总结.yaml", "--to", form]) == 2
    assert f"{file} 已经有了" in capsys.readouterr().err
    assert main(["render", "总结.yaml", "--to", form, "--force"]) == 0


@pytest.mark.parametrize("form", ["docx", "pptx", "xlsx"])
def test_what_we_wrote_is_written_again_until_somebody_saves_it(form: str) -> None:
    command = ["render", "总结.yaml", "--to", form]
    assert (main(command), main(command)) == (0, 0)
    made = pathlib.Path(f"总结.{form}")
    made.write_bytes(_saved_by("周明", made.read_bytes()))
    assert main(command) == 2
    assert main([*command, "--force"]) == 0


def _saved_by(person: str, package: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(out, "w") as target:
        for member in source.infolist():
            target.writestr(
                member, source.read(member).replace(b">propsummary</cp:lastModifiedBy>", f">{person}</cp:lastModifiedBy>".encode())
            )
    return out.getvalue()


def test_a_failed_write_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["render", "总结.yaml", "--to", "html", "-o", "a.html"]) == 0
    old = pathlib.Path("a.html").read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pathlib.Path, "replace", full)
    assert main(["render", "总结.yaml", "--to", "text", "-o", "a.html"]) == 2
    assert pathlib.Path("a.html").read_bytes() == old
    assert [file.name for file in pathlib.Path().iterdir() if file.name.startswith(".")] == []
