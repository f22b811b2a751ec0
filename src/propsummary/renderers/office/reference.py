"""A company's own template, as the file that documents start from."""

from __future__ import annotations

import io
import pathlib
import zipfile
import zlib
from collections.abc import Callable
from typing import TypeVar

import attrs

from propsummary.errors import ConfigurationError

__all__ = ["Program", "open_reference"]

_Opened = TypeVar("_Opened")

_LARGEST = 50_000_000
_LARGEST_OPEN = 200_000_000
_DAMAGE = (LookupError, ValueError, SyntaxError, AttributeError, RuntimeError, zlib.error, zipfile.BadZipFile)


@attrs.frozen(kw_only=True)
class Program:
    """
    The program that a template is for.

    Attributes:
        name: ``Word``.

        suffixes: Of its files and of its templates.

        kind: What its files are called inside, ``wordprocessingml.document``; templates say ``template`` in place of the last part.
    """

    name: str
    suffixes: tuple[str, str]
    kind: str


class _Unfit(Exception):
    """The file is no template; says why, in English and in Chinese."""


def open_reference(reference: pathlib.Path, program: Program, read: Callable[[io.BytesIO], _Opened]) -> _Opened:
    """
    What *read* makes of the file at *reference*, a template turned into an ordinary file.

    Raises:
        ConfigurationError: The file is not there, is none of *program*, is too large to be a template, or holds macros.
    """
    try:
        return read(_ordinary(reference, program))
    except FileNotFoundError as error:
        raise ConfigurationError(f"{reference} does not exist", f"找不到 {reference}") from error
    except _Unfit as error:
        raise _refused(reference, program, *error.args) from error
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise ConfigurationError(f"{reference} cannot be read: {why}", f"{reference} 打不开（{why}）") from error
    except _DAMAGE as error:
        raise _refused(reference, program, "the file is damaged", "文件已损坏") from error


def _refused(reference: pathlib.Path, program: Program, why: str, zh: str) -> ConfigurationError:
    suffixes = program.suffixes
    return ConfigurationError(
        f"{reference} cannot be used as a {program.name} template: {why}; give a {' or '.join(suffixes)} without macros",
        f"{reference} 不能当作 {program.name} 模板：{zh}；请给一份不带宏的 {' 或 '.join(suffixes)}",
    )


def _ordinary(reference: pathlib.Path, program: Program) -> io.BytesIO:
    """The file at *reference*, a template turned into a document."""
    if reference.stat().st_size > _LARGEST:
        raise _Unfit("it is larger than 50 MB", "超过 50 MB")
    if not zipfile.is_zipfile(reference):
        raise _Unfit(f"it is no {program.name} file", f"它不是 {program.name} 文件")
    out = io.BytesIO()
    with zipfile.ZipFile(reference) as source, zipfile.ZipFile(out, "w") as target:
        if sum(member.file_size for member in source.infolist()) > _LARGEST_OPEN:
            raise _Unfit("it is larger than 200 MB when unpacked", "解压后超过 200 MB")
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "[Content_Types].xml":
                content = _as_document(content, program)
            target.writestr(member.filename, content)
    out.seek(0)
    return out


def _as_document(types: bytes, program: Program) -> bytes:
    """The types of a file's parts, those of a template turned into those of a document."""
    if b"macroEnabled" in types:
        raise _Unfit("it holds macros", "带有宏")
    document, template = (f"{kind}.main+xml".encode() for kind in (program.kind, program.kind.partition(".")[0] + ".template"))
    types = types.replace(template, document)
    if document not in types:
        raise _Unfit(f"it is no {program.name} file", f"它不是 {program.name} 文件")
    return types
