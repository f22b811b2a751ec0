"""PRV: where personal data is looked for, and photos that say where they were taken."""

from __future__ import annotations

import io
import pathlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from located_photos import exif, jpeg, png, webp
from propsummary.rules.privacy._exif import has_location
from rule_drafts import draft, places, problems

_ID, _CARD = "110101199003074477", "6222021234567890128"


@pytest.mark.parametrize(
    "text, where",
    [
        ("标题: 业主13900000000来电汇总", "/title"),
        ("背景: {目的: 答复13900000000}", "/background/purpose"),
        ("指标: [{编号: m1, 名称: 投诉, 来源: 王女士13900000000}]", "/metrics/0/source"),
        ("指标: [{编号: m1, 名称: 投诉, 构成: {王女士13900000000: 3}}]", "/metrics/0/breakdown/0/name"),
        ("成绩: [{编号: a1, 标题: 甲, 做法: [乙, 回访13900000000]}]", "/achievements/0/actions/1"),
        ("成绩: [{编号: a1, 标题: 甲, 反馈: 王女士（13900000000）来电致谢}]", "/achievements/0/feedback"),
        ("案例: [{编号: k1, 标题: 甲, 地点: 3号楼王女士13900000000}]", "/cases/0/place"),
        ("照片: [{编号: p1, 文件: photos/13900000000.jpg, 说明: 甲}]", "/photos/0/file"),
        ("问题: [{编号: i1, 表现: 甲, 部位: 来电13900000000}]", "/issues/0/where"),
        ("问题: [{编号: i1, 表现: 甲, 原因: [{说明: 乙, 追问: [13900000000不接]}]}]", "/issues/0/root_causes/0/whys/0"),
        ("措施: [{编号: c1, 内容: 甲, 责任人: 周明 13900000000}]", "/countermeasures/0/owner"),
        ("措施: [{编号: c1, 内容: 甲, 配合: [工程部, 韩松 13900000000]}]", "/countermeasures/0/support/1"),
        ("豁免: [{规则: ISS009, 位置: i1, 理由: 已电话13900000000核对}]", "/waivers/0/reason"),
        ("附加: {来源: {电话: '13900000000'}}", "/extra/来源/电话"),
        ("附加: {电话: 13900000000}", "/extra/电话"),
        ("附加: {名单: [甲, 13900000000]}", "/extra/名单/1"),
    ],
)
def test_everywhere(text: str, where: str) -> None:
    """In every passage, in names, places, sources, owners, reasons, and in what a host system carries along."""
    assert places(text, "PRV002") == [where]


@pytest.mark.parametrize(
    "text",
    [
        "编制人: 周明 13900000000",
        "审核人: 林岚（13900000000）",
        "单位: {公司: 示例物业, 地址: 云栖路18号 13900000000}",
        "附加: {工单号: 13900000000, 合同编号: '13900000000'}",
        "附加: {电话: true, 数: 1.5, 空: null}",
        "措施: [{编号: c1, 内容: 甲, 责任人: 周明（分机8013）}]",
        "背景: {说明: 值班电话13900000000、报修热线0531-88881234、95588}",
    ],
)
def test_what_people_say_of_themselves(text: str) -> None:
    """The author's own number, the organization's, and numbers of things are let pass."""
    assert draft(text).problems == ()
    assert places(text, "PRV002") == []


def test_the_author_s_identity_is_told_all_the_same() -> None:
    assert places(f"编制人: 周明 {_ID}", "PRV001") == ["/author"]
    assert places(f"单位: {{公司: 示例物业, 地址: 开户卡号{_CARD}}}", "PRV004") == ["/organization/address"]


def test_kind_and_masked_words() -> None:
    """One problem a passage names the kind and all of it, masked, each once."""
    text = f"背景: {{说明: 王女士13900000000、13900000000、13911112222，车鲁A12345，证{_ID}，卡{_CARD}}}"
    (phones,) = problems(text, "PRV002")
    assert phones.message.endswith("里有个人手机号：139******00、139******22")
    assert phones.en.message.endswith("holds a personal phone number: 139******00, 139******22")
    assert problems(text, "PRV003")[0].message.endswith("里有车牌号：鲁A****5")
    assert problems(text, "PRV001")[0].message.endswith("里有身份证号：110*************77")
    assert problems(text, "PRV004")[0].message.endswith("里有银行卡号：622**************28")


def test_severities() -> None:
    text = f"背景: {{说明: 王女士13900000000，车鲁A12345，证{_ID}，卡{_CARD}}}"
    graded = {code: problems(text, code)[0].severity.value for code in ("PRV001", "PRV002", "PRV003", "PRV004")}
    assert graded == {"PRV001": "error", "PRV002": "warning", "PRV003": "warning", "PRV004": "error"}


# Photos


@pytest.mark.parametrize("made", [jpeg, png, webp])
@pytest.mark.parametrize("order", ["<", ">"])
def test_located(made: object, order: str) -> None:
    """Every format that cameras and phones write, in both byte orders."""
    assert callable(made)
    assert has_location(io.BytesIO(made(exif(order=order))))
    assert not has_location(io.BytesIO(made(exif(order=order, gps=False))))
    assert not has_location(io.BytesIO(made()))


@pytest.mark.parametrize("latitude", [(0, 0, 0, 0, 0, 0), (0, 1, 0, 1, 0, 1), (36, 0, 40, 0, 12, 0)])
def test_a_camera_without_reception(latitude: tuple[int, ...]) -> None:
    """Writes a GPS directory that says nothing."""
    assert not has_location(io.BytesIO(jpeg(exif(latitude=latitude))))


def test_xmp() -> None:
    """Editing programs copy the place to XMP."""
    there = b'<rdf:Description exif:GPSLatitude="36,40.2N" exif:GPSLongitude="117,1.1E"/>'
    assert has_location(io.BytesIO(jpeg(xmp=there)))
    assert not has_location(io.BytesIO(jpeg(xmp=b'<rdf:Description xmp:CreatorTool="x"/>')))


@settings(deadline=None)
@given(st.sampled_from([jpeg, png, webp]), st.data())
def test_damaged_pictures(made: object, data: st.DataObject) -> None:
    """Cut off anywhere, any byte another one: an answer, never an exception."""
    assert callable(made)
    picture = bytearray(made(exif()))
    for _ in range(data.draw(st.integers(0, 4))):
        picture[data.draw(st.integers(0, len(picture) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(picture)))
    assert has_location(io.BytesIO(bytes(picture[:cut]))) in (True, False)


def test_a_picture_that_never_ends() -> None:
    """No more is read than any camera writes."""
    assert not has_location(io.BytesIO(b"\xff\xd8" + b"\xff\xe1\x00\x02" * 100_000))
    assert not has_location(io.BytesIO(b"\xff\xd8" + b"\xff" * 100_000))


def test_photo_location(tmp_path: pathlib.Path) -> None:
    """Only photos in the folder are opened; what is wrong with a file's name is not for this rule to say."""
    (tmp_path / "draft").mkdir()
    (tmp_path / "draft" / "a.jpg").write_bytes(jpeg(exif()))
    (tmp_path / "draft" / "b.jpg").write_bytes(jpeg())
    (tmp_path / "outside.jpg").write_bytes(jpeg(exif()))
    (tmp_path / "draft" / "link.jpg").symlink_to(tmp_path / "outside.jpg")
    files = ["a.jpg", "b.jpg", "c.jpg", "../outside.jpg", "link.jpg", str(tmp_path / "outside.jpg"), "."]
    text = "照片:\n" + "".join(f"  - {{文件: {file}, 说明: 甲}}\n" for file in files)
    (found,) = problems(text, "PRV005", folder=tmp_path / "draft")
    assert found.pointer == "/photos/0/file"
    assert "a.jpg" in found.message


def test_without_a_folder() -> None:
    """Nothing is looked for."""
    assert places("照片: [{文件: a.jpg, 说明: 甲}]", "PRV005") == []
