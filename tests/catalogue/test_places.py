"""Places in words."""

from __future__ import annotations

import pytest

from propsummary.catalogue.places import in_words
from propsummary.problems import parse_path


@pytest.mark.parametrize(
    "at, zh, en",
    [
        ("", "整份总结", "the whole summary"),
        ("/risks", "风险", "risks"),
        ("/issues/1/root_causes/0/statement", "问题第2项 › 原因第1项 › 说明", "issues #2 › root causes #1 › statement"),
        ("/outlook/directions/0/years", "展望 › 方向第1项 › 年限", "outlook › directions #1 › years"),
        ("/background/purpose", "背景 › 目的", "background › purpose"),
        ("/functions/emergency", "职能 › 应急处置", "functions › Emergency response"),
        ("/functions/nowhere", "职能 › nowhere", "functions › nowhere"),
        ("/previous/issues/1", "上期总结 › 问题第2项", "previous summary › issues #2"),
        ("/extra/erp/id", "附加 › erp › id", "extra › erp › id"),
        ("/issues/0/负责", "问题第1项 › 负责", "issues #1 › 负责"),
        ("/0", "第1项", " #1"),
    ],
)
def test_in_words(at: str, zh: str, en: str) -> None:
    assert in_words(parse_path(at)) == zh
    assert in_words(parse_path(at), "en") == en
