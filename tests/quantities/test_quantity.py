"""Every spelling of a quantity, and what it can stand for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from propsummary.errors import UnreadableValueError, WrongArgumentError
from propsummary.quantities import Hedge, Interval, Quantity, read_quantity

SPELLINGS = [
    ("98.4%", "98.4", "98.4", "%", None),
    ("98.4 %", "98.4", "98.4", "%", None),
    ("１００％", "100", "100", "%", None),
    ("约1.2万人次", "12000", "12000", "人次", "about"),
    ("≤1.5%", "1.5", "1.5", "%", "at_most"),
    ("95分以上", "95", "95", "分", "at_least"),
    ("95分（含）以上", "95", "95", "分", "at_least"),
    ("3–5次", "3", "5", "次", None),
    ("6—8万元", "60000", "80000", "元", None),
    ("45℃—50℃", "45", "50", "℃", None),
    ("三四天", "3", "4", "天", None),
    ("十七八户", "17", "18", "户", None),
    ("12", "12", "12", None, None),
    ("0", "0", "0", None, None),
    ("+3", "3", "3", None, None),
    ("-13.8%", "-13.8", "-13.8", "%", None),
    ("零下5℃", "-5", "-5", "℃", None),
    ("20余起", "20", "20", "起", "over"),
    ("二十三起", "23", "23", "起", None),
    ("百余张", "100", "100", "张", "over"),
    ("十余万元", "100000", "100000", "元", "over"),
    ("近2万条", "20000", "20000", "条", "under"),
    ("约80余家", "80", "80", "家", "approx_over"),
    ("48.21", "48.21", "48.21", None, None),
    ("1,268.5元", "1268.5", "1268.5", "元", None),
    ("¥35", "35", "35", "元", None),
    ("2.6万元", "26000", "26000", "元", None),
    ("三万五千元", "35000", "35000", "元", None),
    ("约2小时15分", "135", "135", "分钟", "about"),
    ("4.5小时以内", "4.5", "4.5", "小时", "at_most"),
    ("8个小时内", "8", "8", "小时", "at_most"),
    ("半小时", "0.5", "0.5", "小时", None),
    ("两个半月", "2.5", "2.5", "个月", None),
    ("百分之三点二", "3.2", "3.2", "%", None),
    ("六成五", "65", "65", "%", None),
    ("过半", "1/2", "1/2", None, "over"),
    ("五分之二", "2/5", "2/5", None, None),
    ("37/40", "37/40", "37/40", None, None),
    ("3:1", "3", "3", None, None),
    ("3.4次/位·日", "3.4", "3.4", "次/位·日", None),
    ("12kgce/m²", "12", "12", "kgce/m²", None),
    ("95分(100)", "95", "95", "分(100)", None),
    ("5264访客", "5264", "5264", "访客", None),
    ("0.3%/月", "0.3", "0.3", "%/月", None),
    ("15dB(A)", "15", "15", "dB(A)", None),
    ("12OA条", "12", "12", "OA条", None),
    ("40l", "40", "40", "l", None),
    ("8 IC卡", "8", "8", "IC卡", None),
    ("6O型圈", "6", "6", "O型圈", None),
    ("3.5元/㎡·月", "3.5", "3.5", "元/㎡·月", None),
]


@pytest.mark.parametrize(("text", "low", "high", "unit", "hedge"), SPELLINGS)
def test_spelling(text: str, low: str, high: str, unit: str | None, hedge: str | None) -> None:
    quantity = Quantity.parse(text)
    assert (quantity.low, quantity.high) == (Fraction(low), Fraction(high))
    assert (str(quantity.unit) if quantity.unit else None, quantity.hedge) == (unit, hedge)
    assert quantity.text == text
    assert quantity.exact is (low == high and hedge is None)
    assert quantity.value == (Fraction(low) if low == high else None)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "尽快", "abc", "%", "百", "万", "1e3", "1—11月5", "三五", "5-3件", "几十个", "1" * 61, "一" * 61, "3:0", "1/0"),
        *("9O件", "9o件", "1l起", "2OO户", "约1O余件", "3 O万元"),
        *("3.", "3?", "3…", "5%件", "98.6%%", "5件!", "5次/", "5）", "5“件”", "1条“措施”"),
    ],
)
def test_no_quantity(text: str) -> None:
    assert read_quantity(text) is None
    with pytest.raises(UnreadableValueError) as raised:
        Quantity.parse(text)
    assert raised.value.kind == "Quantity"


@pytest.mark.parametrize(
    ("text", "interval", "decimals"),
    [
        ("98.6%", "[98.55, 98.65]", 1),
        ("98.60%", "[98.595, 98.605]", 2),
        ("17次", "[17, 17]", 0),
        ("17.5次", "[17.45, 17.55]", 1),
        ("28分钟", "[27.5, 28.5]", 0),
        ("1.2万件", "[11500, 12500]", 1),
        ("1,200万元", "[11995000, 12005000]", 0),
        ("3–5次", "[3, 5]", 0),
        ("≥95%", "[94.5, +∞)", 0),
        ("≤12次", "(-∞, 12]", 0),
        ("约300件", "(-∞, +∞)", 0),
        ("37/40", "[0.925, 0.925]", 0),
        ("1/3", "[≈0.333333, ≈0.333333]", 0),
        ("-13.8%", "[-13.85, -13.75]", 1),
    ],
)
def test_interval(text: str, interval: str, decimals: int) -> None:
    quantity = Quantity.parse(text)
    assert str(quantity.interval) == interval
    assert quantity.decimals == decimals


def test_of_takes_what_a_host_holds() -> None:
    assert Quantity.of(17) == Quantity(low=Decimal(17), high=Decimal(17), text="17")
    assert Quantity.of("98.5%", "‰").unit == Quantity.parse("1%").unit
    assert Quantity.of(Fraction(37, 40)).interval == Interval.exactly(Fraction(37, 40))


@pytest.mark.parametrize(
    ("number", "unit", "text"),
    [(17, "次", "17次"), (Decimal("98.50"), "%", "98.50%"), (Decimal("38.6"), "万元", "38.6万元"), ("约300", "件", "约300件")],
)
def test_of_prints_the_unit(number: Decimal | int | str, unit: str, text: str) -> None:
    """What is printed reads back the same: the unit is no more lost in a document than in a file."""
    assert Quantity.of(number, unit) == Quantity.parse(text)
    assert Quantity.of(number, "") == Quantity.of(number)


def test_of_keeps_a_unit_that_no_text_has() -> None:
    quantity = Quantity.of(5, "percentage points")
    assert (quantity.value, str(quantity.unit), quantity.text) == (5, "percentage points", "5")


@pytest.mark.parametrize("number", ["尽快", *map(Decimal, ("NaN", "sNaN", "Infinity", "-Infinity")), float("nan"), float("-inf")])
def test_of_refuses_what_is_no_number(number: Decimal | str) -> None:
    with pytest.raises(UnreadableValueError, match="is no quantity"):
        Quantity.of(number)


@pytest.mark.parametrize(("value", "found"), [(None, "NoneType"), (True, "bool"), (b"5", "bytes"), (0.1 + 0.2, "float")])
def test_of_refuses_other_types(value: object, found: str) -> None:
    with pytest.raises(WrongArgumentError, match=rf"^Quantity\.of takes str, int, Decimal or Fraction, not {found}") as raised:
        Quantity.of(value)  # type: ignore[arg-type]
    assert ("Decimal(" in raised.value.zh) is (found == "float")


def test_parse_refuses_other_types() -> None:
    with pytest.raises(WrongArgumentError, match=r"^Quantity\.parse takes str, not int; Quantity\.of takes numbers$"):
        Quantity.parse(5)  # type: ignore[arg-type]


def _chinese(number: int) -> str:
    """*number* below 100,000 in Chinese numerals, by the textbook."""
    if number >= 10_000:
        head, rest = divmod(number, 10_000)
        return _chinese(head) + "万" + ("" if not rest else ("零" if rest < 1000 else "") + _chinese(rest))
    digits, places = "零一二三四五六七八九", ["千", "百", "十", ""]
    text, gap = "", False
    for digit, place in zip(f"{number:04}", places, strict=True):
        if digit == "0":
            gap = bool(text)
            continue
        text += ("零" if gap else "") + digits[int(digit)] + place
        gap = False
    return text


HEDGES = [
    ("约{}", Hedge.ABOUT),
    ("{}左右", Hedge.ABOUT),
    ("近{}", Hedge.UNDER),
    ("超过{}", Hedge.OVER),
    ("不低于{}", Hedge.AT_LEAST),
    ("{}以内", Hedge.AT_MOST),
]


@given(
    number=st.integers(1, 99_999),
    unit=st.sampled_from(["件", "起", "人次", "元", "分钟", "m²", "%"]),
    hedge=st.sampled_from(HEDGES),
)
@settings(deadline=None)
def test_every_style_reads_back(number: int, unit: str, hedge: tuple[str, Hedge]) -> None:
    """A figure printed with thousands, in full width, by 万, in Chinese, hedged or as a range is the same figure."""
    wide = str(number).translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789"})
    printed = [str(number), f"{number:,}", wide, f"{Decimal(number).scaleb(-4):f}万", _chinese(number)]
    for text in printed:
        quantity = Quantity.parse(text + unit)
        assert (quantity.low, quantity.high, str(quantity.unit), quantity.hedge) == (number, number, unit, None), text
        hedged = Quantity.parse(hedge[0].format(text + unit))
        assert (hedged.value, hedged.hedge) == (number, hedge[1]), text
    ranged = Quantity.parse(f"{number}—{number + 3}{unit}")
    assert (ranged.low, ranged.high) == (number, number + 3)


@given(top=st.integers(0, 10_000), bottom=st.integers(1, 10_000), decimals=st.integers(0, 4))
@settings(deadline=None)
def test_a_true_ratio_lies_in_its_printed_interval(top: int, bottom: int, decimals: int) -> None:
    true = Fraction(100 * top, bottom)
    printed = round(true * 10**decimals)  # half to even
    text = f"{Decimal(printed).scaleb(-decimals):f}%"
    assert true in Quantity.parse(text).interval
    moved = Decimal(printed).scaleb(-decimals) + Decimal(2).scaleb(-decimals)
    assert true not in Quantity.parse(f"{moved:f}%").interval


@given(text=st.text(alphabet="0123456789.,约近余多万亿千百十一二三零点半成分之%-—/:以上内元件小时 个", max_size=20))
@settings(deadline=None, max_examples=300)
def test_any_text_is_read_or_refused(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is None or quantity.low <= quantity.high


@pytest.mark.parametrize(
    ("text", "number", "unit", "decimals"),
    [
        ("4.8分（满分5分）", "4.8", "分", 1),
        ("12（其中夜间3）", "12", None, 0),
        ("12起(其中夜间3.5起)", "12", "起", 0),
        ("1，200件", "1200", "件", 0),
        ("约1，200，300元", "1200300", "元", 0),
    ],
)
def test_remarks_in_brackets_and_full_width_commas_are_usual(text: str, number: str, unit: str | None, decimals: int) -> None:
    quantity = Quantity.parse(text)
    assert (quantity.low, quantity.unit and quantity.unit.symbol, quantity.decimals) == (Decimal(number), unit, decimals)
    assert quantity.text == text


@pytest.mark.parametrize("text", ["上百起", "数十起", "7×24小时", "（满分5分）", "1，20件", "12，其中夜间3", "12（夜间3"])
def test_what_names_no_single_number_is_not_read(text: str) -> None:
    assert read_quantity(text) is None
