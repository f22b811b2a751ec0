"""Summaries in traditional characters are judged as those in simplified ones."""

from __future__ import annotations

import pytest

from rule_drafts import places, problems


@pytest.mark.parametrize(
    "text, code, place",
    [
        ("措施: [{编号: c1, 内容: 補劃門前車道標線, 责任人: 工程部相關人員}]", "CTM002", "/countermeasures/0/owner"),
        ("问题: [{编号: i1, 表現: 夜間違停較多, 原因: [{說明: 完全是業主不自覺}]}]", "ISS006", "/issues/0/root_causes/0/statement"),
        (
            "問題: [{編號: i1, 表現: 報修回訪不及時, 原因: [{說明: 我們深感愧疚，無地自容}]}]",
            "ISS007",
            "/issues/0/root_causes/0/statement",
        ),
        ("問題: [{編號: i1, 表現: 管理水準有待進一步提升}]", "ISS004", "/issues/0/statement"),
    ],
)
def test_what_is_wrong(text: str, code: str, place: str) -> None:
    """Vague owners, blame, self-blame and vague issues are known by their words."""
    assert places(f"{text}\n", code) == [place]


def test_ids_and_files_are_left_as_they_are() -> None:
    """They are looked up elsewhere just as they are written."""
    text = "标题: 秩序部總結\n問題: [{編號: 門1, 表現: 夜間違停21起}]\n措施: [{編號: c1, 針對: [門1], 內容: 補劃標線}]\n"
    assert not places(text, "REF002")
    (problem,) = problems(text, "ISS001")
    assert problem.object == "門1"
    assert "夜间违停21起" in problem.message
