"""TOML files that people write for us besides drafts (a configuration, a theme): read whole, refused with place and reason."""

from __future__ import annotations

import pathlib
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from propsummary._text import nearest
from propsummary.errors import ConfigurationError

__all__ = ["parsed", "read_text", "read_toml", "refusal", "refuse_unknown"]

_PLACE = re.compile(r"(?s)(.*?)\s*\((?:at line (\d+), column (\d+)|at end of document)\)")


def refusal(where: str, zh: str, en: str) -> ConfigurationError:
    """The error that says what is wrong in the file *where*, for the caller to raise."""
    return ConfigurationError(f"{where}: {en}" if where else en, f"{where}：{zh}" if where else zh)


def read_toml(file: pathlib.Path) -> dict[str, Any]:
    """
    The content of *file*, in any encoding that drafts may have.

    Raises:
        ConfigurationError: It is not TOML, or not a text.

        OSError: It cannot be opened.
    """
    return parsed(read_text(file), file)


def read_text(file: pathlib.Path) -> str:
    """
    The text of *file*, in any encoding that drafts may have.

    Raises:
        ConfigurationError: It is not a text.

        OSError: It cannot be opened.
    """
    from propsummary.serde._source import Refused
    from propsummary.serde.encodings import decode

    try:
        text, _ = decode(file.read_bytes())
    except Refused as error:
        raise refusal(str(file), "看不出文件用的是什么编码，请另存为 UTF-8", "in no known encoding: save it as UTF-8") from error
    return text.removeprefix("\ufeff")


def parsed(text: str, file: pathlib.Path, *, number: Callable[[str], Any] = float) -> dict[str, Any]:
    """
    What *text*, which stands in *file*, says; *number* makes its decimal fractions.

    Raises:
        ConfigurationError: It is not TOML.
    """
    import tomllib

    try:
        return tomllib.loads(text, parse_float=number)
    except ValueError as error:
        raise _not_toml(str(file), text, str(error)) from error


def _not_toml(file: str, text: str, said: str) -> ConfigurationError:
    match = _PLACE.fullmatch(said)
    why, line, column = match.groups() if match else (said, None, None)
    ends = match is not None and not line
    where = f"{file}:{len(text.rstrip().splitlines())}" if ends else f"{file}:{line}:{column}" if line else file
    if "overwrite" in why or "twice" in why:
        return refusal(where, "同一项写了两次", f"written twice ({why})")
    if ends:
        return refusal(where, "到这里还没有写完，看看引号、括号是不是成对", f"not TOML: it ends too early ({why})")
    return refusal(where, '不合 TOML 的写法：文字要加英文引号，列表写成 ["甲", "乙"]', f"not TOML ({why})")


def refuse_unknown(values: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    """
    See that every key of *values* is one of *known*.

    Raises:
        ConfigurationError: One is not.
    """
    keys = sorted(known)
    for key in values.keys() - set(keys):
        near = nearest(key, keys)
        raise refusal(
            where,
            f"没有“{key}”这一项" + (f"，是不是 {near[0]}？" if near else f"，可以写：{'、'.join(keys)}"),
            f"unknown key “{key}”" + (f"; did you mean {near[0]}?" if near else f"; known are {', '.join(keys)}"),
        )
