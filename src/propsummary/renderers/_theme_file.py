"""A company's theme, as a TOML file: its name, its sign, its colours, its typefaces, its sizes of type."""

from __future__ import annotations

import pathlib
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from propsummary.errors import ConfigurationError, WrongArgumentError
from propsummary.renderers._pictures import media_type
from propsummary.renderers.theme import Palette, Sizes, Theme, Typeface
from propsummary.serde.toml_settings import read_toml, refusal, refuse_unknown

__all__ = ["theme_from_toml"]

_LARGEST_LOGO = 4_000_000
_SMALLEST, _LARGEST = 5, 100  # points


def theme_from_toml(file: pathlib.Path) -> Theme:
    """
    The theme that *file* says; what it leaves out is as in the theme that comes with the package.

    Raises:
        ConfigurationError: It is no TOML, has a key that no theme has, a colour that is none, or a logo that is no PNG or JPEG.

        OSError: It cannot be opened.
    """
    where, values = str(file), read_toml(file)
    refuse_unknown(values, ("name", "logo", "fonts", "colours", "sizes"), where)
    fonts = _section(values, "fonts", where)
    refuse_unknown(fonts, ("text", "display"), f"{where} [fonts]")
    plain = Theme()
    return Theme(
        name=_word(values, "name", where),
        logo=_logo(file, _word(values, "logo", where)),
        text=_typeface(fonts, "text", plain.text, where),
        display=_typeface(fonts, "display", plain.display, where),
        palette=_palette(_section(values, "colours", where), where),
        sizes=_sizes(_section(values, "sizes", where), where),
    )


def _section(values: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    section = values.get(key, {})
    if not isinstance(section, dict):
        raise refusal(where, f"{key} 要另起一节：先写一行 [{key}]", f"{key} must be a section: a line [{key}]")
    return section


def _word(values: Mapping[str, Any], key: str, where: str) -> str:
    word = values.get(key, "")
    if not isinstance(word, str):
        raise refusal(where, f'{key} 要写成文字：{key} = "…"', f'{key} must be a text: {key} = "…"')
    return word.strip()


def _typeface(fonts: Mapping[str, Any], key: str, plain: Typeface, where: str) -> Typeface:
    names = fonts.get(key, {})
    if not isinstance(names, dict) or not all(isinstance(name, str) and name.strip() for name in names.values()):
        example = f'{key} = {{latin = "{plain.latin}", asian = "{plain.asian}"}}'
        raise refusal(where, f"字体要这样写：{example}", f"write typefaces like {example}")
    refuse_unknown(names, ("latin", "asian"), f"{where} [fonts] {key}")
    return attrs.evolve(plain, **names)


def _palette(colours: Mapping[str, Any], where: str) -> Palette:
    refuse_unknown(colours, (field.name for field in attrs.fields(Palette)), f"{where} [colours]")
    return _made(Palette, colours, where)


def _sizes(points: Mapping[str, Any], where: str) -> Sizes:
    refuse_unknown(points, (field.name for field in attrs.fields(Sizes)), f"{where} [sizes]")
    return Sizes(**{key: _half_points(key, value, where) for key, value in points.items()})


def _half_points(key: str, value: object, where: str) -> Any:
    """A size, or those of the four levels of headings; they are said in points, as the menus of Word say them."""
    if key == "headings":
        if not isinstance(value, list) or len(value) != 4:
            raise refusal(where, "headings 要写四级：[17, 13.5, 11.5, 11]", "headings has four levels: [17, 13.5, 11.5, 11]")
        return tuple(_half_points("", one, where) for one in value)
    if not isinstance(value, int | float) or not _SMALLEST <= value <= _LARGEST:
        raise refusal(where, "[sizes] 里写磅数，5 到 100，如 body = 11", "[sizes] are points, 5 to 100, such as body = 11")
    return round(2 * value)


def _logo(file: pathlib.Path, name: str) -> bytes:
    """The picture beside the theme file."""
    if not name:
        return b""
    try:
        content = (file.parent / name).read_bytes()
    except OSError as error:
        raise refusal(str(file), f"找不到标志 {name}", f"the logo {name} cannot be opened") from error
    if media_type(content) not in {"image/png", "image/jpeg"} or len(content) > _LARGEST_LOGO:
        raise refusal(
            str(file), f"标志 {name} 要用 4 MB 以内的 PNG 或 JPEG", f"the logo {name} must be a PNG or JPEG of up to 4 MB"
        )
    return content


def _made(cls: Callable[..., Palette], values: Mapping[str, Any], where: str) -> Palette:
    """The palette, or the error that says in which file the colour is that is none."""
    for key, value in values.items():
        if not isinstance(value, str if key != "series" else list):
            raise refusal(where, f"[colours] 里 {key} 要写成 #1F5A96 这样", f"[colours] {key} must be like #1F5A96")
    try:
        return cls(**values)
    except (ConfigurationError, ValueError, WrongArgumentError) as error:
        zh = error.zh if isinstance(error, ConfigurationError) else '[colours] 里 series 要写成 ["#1F5A96", …]'
        en = error.en if isinstance(error, ConfigurationError) else '[colours] series must be a list like ["#1F5A96", …]'
        raise refusal(where, zh, en) from error
