"""
Every exception that propsummary raises on purpose.

Bad *drafts* raise nothing: they give problems. These are for calls that cannot be answered at all.
"""

from __future__ import annotations

import datetime
import os
import pathlib
from collections.abc import Iterable

from propsummary.problems import Language

__all__ = [
    "ConfigurationError",
    "MissingExtraError",
    "MissingFontError",
    "NoSummaryError",
    "PluginError",
    "PropsummaryError",
    "UnfinishedSummaryError",
    "UnknownNameError",
    "UnreadableFileError",
    "UnreadableValueError",
    "WrongArgumentError",
    "WrongTypeError",
    "expect",
    "expect_path",
    "expect_several",
]


# What the value types are called, and spellings of each that are always read.
_VALUES = {
    "Period": ("期间", "period", "2025、2025-H1、2025-06", "2025, 2025-H1 or 2025-06"),
    "Deadline": ("时限", "deadline", "2026-03-31、2026年3月底前", "2026-03-31"),
    "Recurrence": ("周期", "recurrence", "每月、每季度", "每月 or 每季度"),
    "Quantity": ("数值", "quantity", "98.6%、1200件", "98.6% or 1200件"),
    "Change": ("变化", "change", "+3%、-1.2个百分点", "+3% or -1.2个百分点"),
}

# What `UnknownNameError.what` can be.
_THINGS = {
    "rule": "规则",
    "rule package": "规则插件",
    "renderer": "输出格式",
    "report format": "报告格式",
    "format": "格式",
    "department": "部门",
    "KPI": "指标",
    "definition": "口径",
    "column": "列",
    "database": "数据库",
    "adapter": "适配器",
    "stage": "阶段",
    "language": "语言",
    "audience": "读者",
}

_FEW = 3  # names that somebody may have meant


class PropsummaryError(Exception):
    """
    Base of all others: catching it catches whatever propsummary raises on purpose.

    Attributes:
        en, zh: What is wrong, in either language; as a text the error is the English one.
    """

    def __init__(self, en: str, zh: str = "") -> None:
        super().__init__(en, zh)
        self.en = en
        self.zh = zh or en

    def __str__(self) -> str:
        return self.en

    def wording(self, language: Language = "zh") -> str:
        """What is wrong, in *language*."""
        return self.en if language == "en" else self.zh


class UnreadableValueError(PropsummaryError, ValueError):
    """
    A text is none of the spellings that a value type reads.

    Attributes:
        text: The text as given.

        kind: What was expected, as the name of the value type (``Quantity``, ``Period``).

        needs: The argument without which the text cannot be read though it is well written; empty for a text that is not.
    """

    def __init__(self, kind: str, text: str, needs: str = "") -> None:
        zh, en, spelt_zh, spelt_en = _VALUES.get(kind, (kind, kind, "", ""))
        if needs:
            told_en = f"“{text}” names no year, so which {en} it is depends on the period ({needs}=); write it like {spelt_en}"
            told_zh = f"“{text}”没有写年份，要有期间（{needs}=）才知道是哪个{zh}，或者写成 {spelt_zh} 这样"
        else:
            told_en = f"“{text}” is no {en}" + (f"; write it like {spelt_en}" if spelt_en else "")
            told_zh = f"“{text}”不是{zh}" + (f"，请写成 {spelt_zh} 这样" if spelt_zh else "")
        super().__init__(told_en, told_zh)
        self.args = (kind, text, needs)
        self.kind = kind
        self.text = text
        self.needs = needs


class UnreadableFileError(PropsummaryError, ValueError):
    """
    A Word, Excel, PowerPoint or PDF file is broken, locked, or does harm when it is opened.

    Attributes:
        code: What a check says of such a file: ``SHP001`` for broken or forbidden, ``SHP008`` for too large.
    """

    def __init__(self, code: str, en: str, zh: str) -> None:
        super().__init__(f"{en} ({code})", f"{zh}（{code}）")
        self.args = (code, en, zh)
        self.code = code


class UnknownNameError(PropsummaryError, LookupError):
    """
    A rule, renderer, reader, department or KPI of that name does not exist.

    Attributes:
        what: What kind of thing was asked for.

        name: The name as given.

        near: Names that come close, nearest first.
    """

    def __init__(self, what: str, name: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(
            f"no {what} named “{name}”" + _offered(near, "; did you mean {}?", "; there are {}", ", "),
            f"没有叫“{name}”的{_THINGS.get(what, what)}" + _offered(near, "，是不是 {}？", "，有：{}", "、"),
        )
        self.args = (what, name, near)
        self.what = what
        self.name = name
        self.near = near


def _offered(names: tuple[str, ...], few: str, many: str, comma: str) -> str:
    """The names that may have been meant; more than a few are all that there are."""
    return (few if len(names) <= _FEW else many).format(comma.join(names)) if names else ""


class PluginError(PropsummaryError):
    """Two plugins share a name, or one of them cannot be loaded."""


class MissingExtraError(PropsummaryError, ImportError):
    """
    A feature needs packages that are not installed.

    Attributes:
        extra: The extra that brings them: ``pip install 'propsummary[EXTRA]'``.
    """

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs more packages: pip install 'propsummary[{extra}]'",
            f"这个功能要先安装：pip install 'propsummary[{extra}]'",
        )
        self.args = (feature, extra)
        self.extra = extra


class MissingFontError(PropsummaryError):
    """There is no font with Chinese characters: they would come out as empty boxes."""

    def __init__(self) -> None:
        super().__init__(
            "no Chinese font is there, and Chinese text would come out as empty boxes: pip install pylopdf-fonts-zh-cn, "
            "or install the system's fonts (Debian, Ubuntu: apt install fonts-noto-cjk), or name a folder with such fonts",
            "没有找到中文字体，中文会变成空框：请 pip install pylopdf-fonts-zh-cn，"
            "或安装系统字体（Debian、Ubuntu：apt install fonts-noto-cjk），或指定存放中文字体的文件夹",
        )
        self.args = ()


class ConfigurationError(PropsummaryError, ValueError):
    """A configuration file or option says something that cannot be followed; the message names file and key."""


class NoSummaryError(PropsummaryError, ValueError):
    """
    A draft holds no summary, because not even department and period could be read; a check says what is wrong with it.

    Attributes:
        file: The draft's file; empty if it came from none.
    """

    def __init__(self, file: str = "") -> None:
        super().__init__(
            f"{file or 'the draft'} holds no summary: check says what is wrong with it",
            f"{file or '草稿'} 里读不出总结，用 check 看看问题在哪里",
        )
        self.args = (file,)
        self.file = file


class UnfinishedSummaryError(PropsummaryError):
    """A final document was asked for while errors stand; the report is in ``report``."""

    def __init__(self, report: object) -> None:
        super().__init__("the summary still has errors: a final document cannot be rendered", "总结还有错误，不能出定稿")
        self.args = (report,)  # what an error is made again of, in another process
        self.report = report


class WrongTypeError(PropsummaryError, TypeError):
    """
    A summary made in code holds a value of the wrong type.

    Attributes:
        where: JSON pointer of the field.

        expected: What the field holds, as the name of a type.

        found: What it was given, likewise.
    """

    def __init__(self, where: str, expected: str, found: str) -> None:
        super().__init__(f"{where} must be {expected}, not {found}", f"{where} 应是 {expected}，不是 {found}")
        self.args = (where, expected, found)
        self.where = where
        self.expected = expected
        self.found = found


class WrongArgumentError(PropsummaryError, TypeError):
    """
    A call was handed a value of a type that it does not take.

    Attributes:
        call: What was called (``Quantity.of``), with the argument where it has several (``loads(config=)``).

        takes: The names of the types that it takes.

        found: The name of the type that it was given.

        instead: What to do about it, in English and in Chinese; empty where *takes* says it all.
    """

    def __init__(self, call: str, takes: tuple[str, ...], found: str, instead: tuple[str, str] = ("", "")) -> None:
        en, zh = instead
        super().__init__(
            f"{call} takes {_listed(takes, ', ', ' or ')}, not {found}" + (f"; {en}" if en else ""),
            f"{call} 要的是 {_listed(takes, '、', ' 或 ')}，不是 {found}" + (f"；{zh}" if zh else ""),
        )
        self.args = (call, takes, found, instead)
        self.call = call
        self.takes = takes
        self.found = found
        self.instead = instead


# A moment is a day to Python, and a truth value a number; to a summary neither is.
_NO_DAY = ("hand over its .date()", "请交 .date() 得到的日期")


def expect(call: str, value: object, *takes: type, instead: tuple[str, str] = ("", "")) -> None:
    """
    See that *value*, which *call* was handed, is of one of the types that it *takes*.

    Args:
        instead: What to do about it, in English and in Chinese.

    Raises:
        WrongArgumentError: It is not.
    """
    moment = isinstance(value, datetime.datetime)
    if not isinstance(value, takes) or ((moment or isinstance(value, bool)) and type(value) not in takes):
        told = _NO_DAY if moment and datetime.date in takes else instead
        raise WrongArgumentError(call, tuple(one.__name__ for one in takes), type(value).__name__, told)


def expect_path(call: str, value: str | os.PathLike[str]) -> pathlib.Path:
    """
    *value*, which *call* was handed, as a path.

    Raises:
        WrongArgumentError: It is none.
    """
    expect(call, value, str, os.PathLike)
    return pathlib.Path(value)


def expect_several(call: str, value: object) -> None:
    """
    See that *value*, which *call* was handed, holds several things; a text is a single one, not its letters.

    Raises:
        WrongArgumentError: It does not.
    """
    if isinstance(value, str | bytes | os.PathLike) or not isinstance(value, Iterable):
        raise WrongArgumentError(call, ("list",), type(value).__name__)


def _listed(names: tuple[str, ...], comma: str, last: str) -> str:
    return last.join(filter(None, (comma.join(names[:-1]), names[-1])))
