"""Errors speak both languages and travel between processes."""

from __future__ import annotations

import pickle
import re

import pytest

from propsummary import errors
from propsummary.errors import (
    ConfigurationError,
    MissingExtraError,
    MissingFontError,
    NoSummaryError,
    PluginError,
    PropsummaryError,
    UnfinishedSummaryError,
    UnknownNameError,
    UnreadableFileError,
    UnreadableValueError,
    WrongArgumentError,
    WrongTypeError,
)

EVERY = (
    ConfigurationError("x.toml: unknown key 'ignored'", "x.toml：没有 ignored 这个设置"),
    MissingExtraError("completion", "completion"),
    MissingFontError(),
    NoSummaryError("a.yaml"),
    PluginError("“a” is no rule", "“a”不是规则"),
    UnfinishedSummaryError(("a", "report")),
    UnknownNameError("rule", "ISS01", ("ISS001", "ISS010")),
    UnreadableFileError("SHP001", "The file is locked", "文件加了密码"),
    UnreadableValueError("Period", "last year"),
    WrongArgumentError("Quantity.of", ("str", "int"), "float", ("hand over a text", "请写成文字")),
    WrongTypeError("/issues/0", "Issue", "str"),
)


def test_none_is_missing() -> None:
    """What is tried here is all there is."""
    classes = {name for name in errors.__all__ if isinstance(getattr(errors, name), type)}
    assert {type(error).__name__ for error in EVERY} == classes - {"PropsummaryError"}


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_both_languages(error: PropsummaryError) -> None:
    assert str(error) == error.en == error.wording("en")
    assert not re.search("[\u4e00-\u9fff]", error.en)
    assert re.search("[\u4e00-\u9fff]", error.zh)
    assert error.wording() == error.zh


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_errors_travel(error: PropsummaryError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.en, again.zh, vars(again)) == (type(error), error.en, error.zh, vars(error))


def test_the_words() -> None:
    assert UnknownNameError("rule", "ISS01", ("ISS001", "ISS010")).zh == "没有叫“ISS01”的规则，是不是 ISS001、ISS010？"
    assert UnknownNameError("stage", "end", ("draft", "final")).zh == "没有叫“end”的阶段，是不是 draft、final？"
    assert UnknownNameError("renderer", "wps").en == "no renderer named “wps”"
    assert UnreadableValueError("Period", "去年").zh == "“去年”不是期间，请写成 2025、2025-H1、2025-06 这样"
    assert UnreadableValueError("Period", "last year").en == "“last year” is no period; write it like 2025, 2025-H1 or 2025-06"
    untold = UnreadableValueError("Deadline", "月底", "period")
    assert untold.zh == "“月底”没有写年份，要有期间（period=）才知道是哪个时限，或者写成 2026-03-31、2026年3月底前 这样"
    assert WrongArgumentError("Period.parse", ("str",), "date").en == "Period.parse takes str, not date"
    assert WrongArgumentError("x", ("str", "int", "Decimal"), "date").zh == "x 要的是 str、int 或 Decimal，不是 date"


def test_one_language_is_better_than_none() -> None:
    assert PluginError("no rule").zh == "no rule"
