"""Fonts for what typst sets: which of them are there, and which one shows Chinese."""

from __future__ import annotations

import functools
import importlib.util
import re
from collections.abc import Mapping
from typing import Any, Literal

import attrs

from propsummary.errors import MissingExtraError, MissingFontError
from propsummary.renderers.theme import Typeface

__all__ = ["Face", "FontSet", "find_fonts", "has_chinese"]

_PACKAGE = "pylopdf_fonts_zh_cn"  # fonts that pip can install
_BOLD = 600
_CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]")

# Families of fonts know themselves by their English names.
_ENGLISH = {
    "宋体": "SimSun",
    "新宋体": "NSimSun",
    "仿宋": "FangSong",
    "仿宋_GB2312": "FangSong_GB2312",
    "楷体": "KaiTi",
    "黑体": "SimHei",
    "微软雅黑": "Microsoft YaHei",
    "等线": "DengXian",
    "华文宋体": "STSong",
    "华文中宋": "STZhongsong",
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "苹方": "PingFang SC",
    "思源宋体": "Source Han Serif SC",
    "思源黑体": "Source Han Sans SC",
}

# Best first: those with a bold face and all characters of GB 18030 before those without.
_ASIAN = {
    "serif": (
        "Source Han Serif SC",
        "Noto Serif CJK SC",
        "Songti SC",
        "Noto Serif SC",
        "SimSun",
        "STSong",
        "FangSong",
    ),
    "sans": (
        "Source Han Sans SC",
        "Noto Sans CJK SC",
        "PingFang SC",
        "Microsoft YaHei",
        "Heiti SC",
        "Noto Sans SC",
        "DengXian",
        "SimHei",
        "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
    ),
}
_LATIN = {
    "serif": ("Liberation Serif",),
    "sans": ("Liberation Sans", "Helvetica"),
}
_LAST = "Libertinus Serif"  # comes with typst


@attrs.frozen(kw_only=True)
class Face:
    """
    A typeface as there are fonts for it.

    Attributes:
        latin: Family for Latin letters and figures; empty where those of *asian* serve.

        asian: Family for Chinese; empty where no text is Chinese.

        bold: Whether there is a bold face of it; where not, typst would print the regular one without a word.
    """

    latin: str = ""
    asian: str = ""
    bold: bool = False


@attrs.frozen(kw_only=True)
class FontSet:
    """
    The fonts that are there.

    Attributes:
        loaded: Them all, as typst takes them.

        families: Their families, and whether each has a bold face.
    """

    loaded: Any = attrs.field(repr=False)
    families: Mapping[str, bool]

    def face(self, wanted: Typeface, kind: Literal["serif", "sans"], *, chinese: bool = True) -> Face:
        """
        The face that comes nearest to *wanted*.

        Args:
            kind: What replaces a typeface that is not there.

            chinese: Whether Chinese text is to be set in it.

        Raises:
            MissingFontError: No font shows Chinese, and it is to be set.
        """
        other: Literal["serif", "sans"] = "sans" if kind == "serif" else "serif"
        asian = self._first(wanted.asian, *_ASIAN[kind], *_ASIAN[other])
        if chinese and not asian:
            raise MissingFontError
        latin = self._first(wanted.latin, *_LATIN[kind], *(() if asian else (_LAST,)))
        return Face(latin=latin, asian=asian, bold=self.families.get(asian or latin, False))

    def _first(self, *names: str) -> str:
        """The first of *names* that is there; empty if none is."""
        return next((name for name in (_ENGLISH.get(name, name) for name in names) if name in self.families), "")


def find_fonts(folders: tuple[str, ...] = (), *, system: bool = True) -> FontSet:
    """
    The fonts in *folders*, of the package ``pylopdf-fonts-zh-cn`` where it is installed, and of the operating system.

    Args:
        system: Whether those of the operating system are looked for; without them every machine gives the same pages.

    Raises:
        MissingExtraError: The extra ``pdf`` is not installed.
    """
    return _loaded((*folders, *_packaged()), system=system)


@functools.lru_cache(maxsize=4)
def _loaded(folders: tuple[str, ...], *, system: bool) -> FontSet:
    try:
        import typst
    except ImportError as error:
        raise MissingExtraError("PDF output", "pdf") from error
    loaded = typst.Fonts(include_system_fonts=system, font_paths=list(folders))
    families: dict[str, bool] = {}
    for font in loaded.fonts():
        families[font.family] = families.get(font.family, False) or font.weight >= _BOLD
    return FontSet(loaded=loaded, families=families)


def _packaged() -> tuple[str, ...]:
    """The folder of the fonts that pip has installed."""
    package = importlib.util.find_spec(_PACKAGE)
    return tuple(package.submodule_search_locations or ()) if package else ()


def has_chinese(text: str) -> bool:
    """Whether *text* needs a font that shows Chinese."""
    return _CHINESE.search(text) is not None
