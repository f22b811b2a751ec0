"""Personal data in running text: what is found, what only looks like it, what is shown of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary._privacy import find_personal, mask, shortened

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def id_number(first: str) -> str:
    """The 17 places of a resident's number with the check digit behind them (GB 11643)."""
    return first + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(first, _WEIGHTS, strict=True)) % 11]


def card_number(first: str) -> str:
    """A card number with its check digit (ISO/IEC 7812-1)."""
    for check in "0123456789":
        total = 0
        for place, digit in enumerate(reversed(first + check)):
            double = int(digit) * (1 + place % 2)
            total += double // 10 + double % 10
        if total % 10 == 0:
            return first + check
    raise AssertionError


ID, ID_WITH_X, CARD = id_number("11010119900307447"), "11010519491231002X", card_number("622202123456789012")


def kinds(text: str) -> list[tuple[str, str]]:
    """What is found, by kind, as it stands there."""
    return [(piece.kind, piece.text) for piece in find_personal(text)]


@pytest.mark.parametrize(
    "text, kind, piece",
    [
        (f"失主凭身份证{ID}领回", "id-number", ID),
        (f"（{ID_WITH_X}）", "id-number", ID_WITH_X),
        (ID_WITH_X.lower(), "id-number", ID_WITH_X.lower()),
        ("身份证号：110101900307447", "id-number", "110101900307447"),
        (f"合同签订人身份证{ID}", "id-number", ID),
        ("业主王女士（手机13900000000）", "phone-number", "13900000000"),
        ("联系电话：139 0000 0000", "phone-number", "139 0000 0000"),
        ("139-0000-0000", "phone-number", "139-0000-0000"),
        ("+86 13900000000", "phone-number", "13900000000"),
        ("Tel:13900000000", "phone-number", "13900000000"),
        ("电话１３９００００００００", "phone-number", "１３９００００００００"),
        ("张先生报修电话13812345678", "phone-number", "13812345678"),
        ("业主代表13912345678", "phone-number", "13912345678"),
        ("3-1-201-13900000000", "phone-number", "13900000000"),
        ("0531-88881234/13900000000", "phone-number", "13900000000"),
        ("13912345678次日回复", "phone-number", "13912345678"),
        (f"退款卡号{CARD}", "bank-card", CARD),
        (
            f"转入{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}。",
            "bank-card",
            " ".join((CARD[:4], CARD[4:8], CARD[8:12], CARD[12:16], CARD[16:])),
        ),
        (card_number("411111111111111"), "bank-card", "4111111111111111"),
        (f"账号：{card_number('955880123456789012')}", "bank-card", card_number("955880123456789012")),
        ("鲁A12345违停", "licence-plate", "鲁A12345"),
        ("车牌鲁A·1B2C3", "licence-plate", "鲁A·1B2C3"),
        ("鲁A 12345", "licence-plate", "鲁A 12345"),
        ("鲁Ａ１２３４５", "licence-plate", "鲁Ａ１２３４５"),
        ("新能源车京AD12345", "licence-plate", "京AD12345"),
        ("川AF0236", "licence-plate", "川AF0236"),
        ("大巴粤B12345D", "licence-plate", "粤B12345D"),
        ("鲁A1234挂", "licence-plate", "鲁A1234挂"),
        ("鲁A1234学", "licence-plate", "鲁A1234学"),
        ("京A1234警", "licence-plate", "京A1234警"),
        ("粤ZAB12港", "licence-plate", "粤ZAB12港"),
        ("粤Z1234澳", "licence-plate", "粤Z1234澳"),
        ("沪A0023领", "licence-plate", "沪A0023领"),
        ("使014578号车", "licence-plate", "使014578"),
        ("车牌为224578使。", "licence-plate", "224578使"),
        ("WJ京12345", "licence-plate", "WJ京12345"),
        ("港牌AB1234", "licence-plate", "AB1234"),
        ("澳门车牌MA-12-34", "licence-plate", "MA-12-34"),
        (f"失主身份证{ID[:6]} {ID[6:14]} {ID[14:]}已核对", "id-number", f"{ID[:6]} {ID[6:14]} {ID[14:]}"),
        (f"{ID_WITH_X[:6]}-{ID_WITH_X[6:14]}-{ID_WITH_X[14:]}", "id-number", f"{ID_WITH_X[:6]}-{ID_WITH_X[6:14]}-{ID_WITH_X[14:]}"),
        (f"身份证{ID[:6]} {ID[6:]}", "id-number", f"{ID[:6]} {ID[6:]}"),
        (f"证号{ID[:6]} {ID[6:10]} {ID[10:14]} {ID[14:]}", "id-number", f"{ID[:6]} {ID[6:10]} {ID[10:14]} {ID[14:]}"),
        (f"访客ID{ID}", "id-number", ID),
        ("业主电话+8613812345678", "phone-number", "13812345678"),
        ("手机：8613812345678", "phone-number", "13812345678"),
        ("来电008613812345678", "phone-number", "13812345678"),
        ("住户留138-12345678", "phone-number", "138-12345678"),
        ("住户留138 12345678，未接", "phone-number", "138 12345678"),
        ("住户留1381234 5678。", "phone-number", "1381234 5678"),
        ("住户留138.1234.5678", "phone-number", "138.1234.5678"),
        ("粤b12345占道", "licence-plate", "粤b12345"),
        ("车牌浙a8m6z9", "licence-plate", "浙a8m6z9"),
        ("货车粤 B 12345卸货", "licence-plate", "粤 B 12345"),
        ("川A·G 12345充电", "licence-plate", "川A·G 12345"),
        ("京X1234应急到场", "licence-plate", "京X1234应急"),
        ("浙B12345号机动车", "licence-plate", "浙B12345"),
        ("224578使停在门口", "licence-plate", "224578使"),
        ("使馆车224·578使违停", "licence-plate", "224·578使"),
        ("一辆使014·578", "licence-plate", "使014·578"),
        ("车牌使014578违停", "licence-plate", "使014578"),
    ],
)
def test_found(text: str, kind: str, piece: str) -> None:
    """The piece itself, without label and neighbours, and nothing of it in what is shown."""
    assert kinds(text) == [(kind, piece)]
    assert piece not in mask(text)
    assert kinds(mask(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "工单13900000000已办结",
        "工单号：13900000000",
        "工单编号为13900000000",
        "GD13900000000、GD-13900000000、WX_13900000000",
        "电表号13912345678",
        "合同编号：6222021234567890128",
        f"物料编码{CARD}",
        f"流水号 {ID}",
        f"HT-{ID}",
        "全年用电13800138000kWh",
        "合同额13800138000元",
        "累计13800138000次",
        "总和13900000000.5",
        "1.13900000000",
        "139000000001",
        "值班电话13900000000",
        "24小时值班手机：13900000000",
        "服务热线：13900000000",
        "报修电话13900000000已张贴",
        "物业电话0531-88881234、400-888-8888、4008888888、95588、12345",
        "来电139****0000，车牌鲁A·***45、鲁A****5，身份证3701**********1234",
        "6222021234567890123",
        "11010119900307447X",
        id_number("99010119900307447"),
        id_number("11010119901307447"),
        "110101900307447",
        "京A级、苏C类、川A级配电箱",
        "更新B12345号阀门，汇川A12345变频器，收藏A12345",
        "新A3型号设备、型号A12345、AB1234型",
        "京A·XXXX、鲁A*****",
        "鲁ABCDE1",
        "使用123456元，123456使用",
        "行使123456元",
        "全年用电224578使成本上升，123456使用记录，天使123456",
        "型号川A12345的道闸",
        "湘A88888型号的对讲机",
        "鲁A12345栋、闽A12345标段、浙B12345号文件",
        "新a12345批次，云b10086，贵a级，更新b12345号",
        "京A1234应急灯",
        "SN：6228480012345678903",
        f"设备ID{ID}",
        f"P/N: {ID}",
        "8613812345678",
        "工单8613812345678",
        "138-12345678-9",
        "2024 1381234 5678 99",
        "累计1381234 5678件",
        "10.138.1234.5678",
        "20250912000123456789",
        "",
    ],
)
def test_what_only_looks_like_it(text: str) -> None:
    """Work orders, contracts, meters, materials, service numbers, sums, grades, models, and what is masked already."""
    assert kinds(text) == []
    assert mask(text) == text


def test_all_of_them_in_order() -> None:
    text = f"王女士13900000000的车鲁A12345，证件{ID}，卡号{CARD}。"
    assert [piece.kind for piece in find_personal(text)] == ["phone-number", "licence-plate", "id-number", "bank-card"]
    assert mask(text) == "王女士139******00的车鲁A****5，证件110*************77，卡号622**************28。"


@settings(deadline=None)
@given(st.text(alphabet="0123456789０１ABDX京鲁使领港挂警新· -:：工单电话身份证卡号元张", max_size=80))
def test_whatever_the_text(text: str) -> None:
    """Pieces stand where they say, apart and in order; masking keeps the length, finds all and has nothing left to do."""
    at = 0
    for piece in find_personal(text):
        assert at <= piece.start < piece.end
        assert text[piece.start : piece.end] == piece.text
        at = piece.end
    assert len(mask(text)) == len(text)
    assert mask(mask(text)) == mask(text)


@settings(deadline=None)
@given(st.integers(0, 10**17 - 1))
def test_of_long_numbers_few_are_cards(number: int) -> None:
    """Of the last digits that a number can have only one makes it a card."""
    found = [check for check in "0123456789" if kinds(f"62{number:017}"[:18] + check)]
    assert len(found) <= 2  # one as a card, one as a resident's number


@pytest.mark.parametrize("part", ["1", "13", "鲁A", "1234 ", "京A1 ", "使123", "身份证", "139 0000 ", "港牌", "１", "工单"])
def test_long_texts_take_no_longer(part: str) -> None:
    """A pattern that tries again and again would not come back from these."""
    assert list(find_personal(part * 20_000)) == []


@pytest.mark.parametrize("most", [8, 12, 16, 20, 24, 40])
def test_masked_before_it_is_cut(most: int) -> None:
    """Half a number is not known for one, so that nothing of its middle may be left at the cut."""
    for lead in range(24):
        text = "甲" * lead + f"卡号{CARD}，电话13900000000"
        shown = shortened(text, most)
        assert len(shown) <= most
        assert CARD[3:7] not in shown
        assert "9000" not in shown
    assert shortened("东门岗夜间排队", 40) == "东门岗夜间排队"
    assert shortened("东门岗夜间排队", 5) == "东门岗夜…"
