"""What is no template is refused in a sentence that says why."""

from __future__ import annotations

import io
import pathlib
import zipfile

import docx
import pptx
import pytest

from propsummary.document import Document
from propsummary.errors import ConfigurationError
from propsummary.renderers import renderer


def _word() -> bytes:
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def _deck() -> bytes:
    out = io.BytesIO()
    pptx.Presentation().save(out)
    return out.getvalue()


def _with_macros(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b".main+xml", b".macroEnabled.main+xml"))
    return out.getvalue()


@pytest.mark.parametrize(
    "format, content, english, chinese",
    [
        ("docx", None, "does not exist", "找不到 "),
        ("pptx", None, "does not exist", "找不到 "),
        ("docx", b"no package", "a Word template: it is no Word file", "它不是 Word 文件；请给一份不带宏的 .docx 或 .dotx"),
        ("docx", _deck(), "it is no Word file", "不能当作 Word 模板：它不是 Word 文件"),
        ("pptx", _word(), "it is no PowerPoint file", "它不是 PowerPoint 文件；请给一份不带宏的 .pptx 或 .potx"),
        ("docx", b"PK\x05\x06" + b"\0" * 18, "damaged", "文件已损坏"),
        ("pptx", b"PK\x05\x06" + b"\0" * 18, "damaged", "文件已损坏"),
        ("docx", _with_macros(_word()), "macros", "带有宏"),
    ],
)
def test_what_is_no_template_is_refused(
    format: str, content: bytes | None, english: str, chinese: str, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "模板.docx"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ConfigurationError) as caught:
        renderer(format, reference=path).render(Document(title="t"))
    assert english in str(caught.value)
    assert chinese in caught.value.zh
    for said in (str(caught.value), caught.value.zh):
        assert "Errno" not in said
        assert " object at " not in said
