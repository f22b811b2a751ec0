"""
Numbers that belong to a person: of phones, plates, identity cards and bank cards.

What only looks like one is none: work orders, contracts, meters and materials have long numbers too.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

import attrs

from propsummary._privacy.replacing import applied

__all__ = ["Kind", "Personal", "find_personal", "mask", "shortened"]

Kind: TypeAlias = Literal["id-number", "phone-number", "licence-plate", "bank-card"]

_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


@attrs.frozen
class Personal:
    """
    A piece of personal data in a text.

    Attributes:
        kind: What it is.

        start, end: Where it stands, in code points.

        text: The piece itself; never to be shown, `masked` is.
    """

    kind: Kind
    start: int
    end: int
    text: str

    @property
    def masked(self) -> str:
        """The piece as it may be shown: enough of it to be found again, not enough to be used."""
        head = 2 if self.kind == "licence-plate" else 3
        tail = 1 if self.kind == "licence-plate" else 2
        return self.text[:head] + "*" * (len(self.text) - head - tail) + self.text[-tail:]


def find_personal(text: str) -> Iterator[Personal]:
    """Every piece of personal data in *text*, from left to right. What only looks like one (a failed checksum) is none."""
    patterns = _patterns()
    if not patterns["maybe"].search(text):
        return
    plain = text.translate(_HALF_WIDTH) if patterns["wide"].search(text) else text
    for match in patterns["piece"].finditer(plain):
        name = match.lastgroup or ""
        start, end = match.span(name)
        kind = _CHECKS[name](plain, start, end)
        if kind is not None:
            yield Personal(kind, start, end, text[start:end])


_DIGIT = re.compile(r"\d")


def mask(text: str) -> str:
    """*text* with all personal data masked; a text without any is returned as it is."""
    if not _DIGIT.search(text):  # whatever is looked for holds digits, and most of what people are told does not
        return text
    return applied(text, ((piece.start, piece.end, piece.masked) for piece in find_personal(text)))


_REACH = 64  # characters that a piece and what says what it is may go on beyond a cut


def shortened(text: str, most: int) -> str:
    """*text* as a message quotes it, at most so long: masked before it is cut, since nobody knows half a card number for one."""
    shown = mask(text[: most + _REACH])
    return shown if len(text) <= most else shown[: most - 1] + "…"


_HALF_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}


@functools.cache
def _patterns() -> dict[str, re.Pattern[str]]:
    # Five places of a plate, the last of which may say whose it is: trailers, learners, police, consulates, cross-border cars.
    places = (
        "(?:[A-HJ-NP-Za-hj-np-z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳超领]|[A-HJKa-hjk] ?[A-HJ-NP-Za-hj-np-z0-9][0-9]{4}"
        "|[0-9]{5}[A-HJKa-hjk])"
    )
    rescue = "[XS][ ·•・]?[0-9]{4}应急(?![灯预照物电处响])"
    # 更新, 收藏, 汇川 and their like end in a province's short name.
    word_before = "(?<![更最翻全创重崭革收储隐汇])"
    # Behind 使用 and 行使 stand figures, too: with a number of cars the clause ends, or the car does something.
    parked = r"(?=[^\w万亿元%]|号?[的车轿]|违|闯|驶|占[道用]|停[在于放靠]|剐|撞|$)"
    pieces = (
        r"(?:(?<![0-9A-Za-z.])|(?<=[Ii][Dd]))(?P<run>[0-9]{17}[Xx]|(?!00861[3-9])[0-9]{15,19}"
        r"|[0-9]{6}[ -][0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{3}[0-9Xx]"
        r"|[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -](?:[0-9]{1,3}|[0-9][Xx]))?)(?![0-9A-Za-z]|[.-][0-9])"
        r"|(?:(?<![0-9.])|(?<=86))(?P<phone>1[3-9][0-9](?:[ -]?[0-9]{4}[ -]?[0-9]{4}|\.[0-9]{4}\.[0-9]{4}))"
        r"(?![0-9A-Za-z]|\.[0-9])"
        rf"|{word_before}(?P<plate>[{_PROVINCES}](?:(?: ?[A-Z]|(?<![新云])[a-z])[ ·•・.-]?{places}|{rescue}))(?![A-Za-z0-9])"
        rf"|(?<![0-9A-Za-z])(?P<embassy>(?:(?<![行驶指促致天])使[·•・]?[0-9]{{3}}[·•・]?[0-9]{{3}}|[0-9]{{3}}[·•・]?[0-9]{{3}}使){parked})"
        rf"|(?<![A-Za-z])(?P<armed>WJ ?[{_PROVINCES}][·•・]?[0-9]{{4}}[0-9A-Z])(?![A-Za-z0-9])"
        r"|(?:[港澳]牌|(?:香港|澳门)(?:车牌|牌照))号?[:： ]?"
        r"(?P<island>[A-Z]{2} ?[0-9]{2,4}|M[A-Z][ -]?[0-9]{2}[ -][0-9]{2})(?![A-Za-z0-9])"
    )
    return {
        "maybe": re.compile(rf"\d{{3}}[ .·•・-]?\d{{3}}|[{_PROVINCES}] ?[A-Za-zＡ-Ｚａ-ｚ]|车牌|[港澳]牌|牌照|WJ"),
        "wide": re.compile("[０-９Ａ-Ｚａ-ｚ]"),
        "piece": re.compile(pieces),
        "thing": re.compile(
            "(?:(?<!名)单|合同|协议|流水|批次|物料|材料|序列|资产|设备|[水电气热仪]表|(?<!代)表[号底]|发票|票据|税号|条码|编码|代码|编号|凭证|档案|证书|文号)"
            "(?:编?号码?|编码|代码|码|底数?|读数)?(?:为|是|[:：])? ?$|(?:[Nn][Oo]\\.?|[¥￥$]) ?$|[A-Za-z][_-]?$"
            "|(?<![A-Za-z])(?:S/?N|s/?n|P/?N|IMEI|imei)(?:码|号)?[:：#. ]*$"
        ),
        "called": re.compile(r"(?:[Tt]el|TEL|[Mm]ob|[Mm]obile|[Pp]hone|[Ww]e[Cc]hat|\+86|(?<![0-9])86|(?<![0-9])0086)[:：. -]*$"),
        "abroad": re.compile(
            r"(?:\+ ?|(?<![0-9])00|(?:电话|手机|号码|联系方式|微信|[Tt]el|TEL|[Mm]obile|[Pp]hone)[:：为是 ]{0,2})86$"
        ),
        "measured": re.compile(r" ?(?:[万亿]|元|度|千瓦|[kK][wW]|[吨米升]|立方|平方|[㎡m]|公里|次(?!日)|条|件(?!数)|字节|%)"),
        "published": re.compile("(?:(?:值班|服务|应急|抢修|救援|监督)(?:电话|手机|号码)|热线|专线)(?:号码?)?(?:为|是|[:：])? ?$"),
        "reported": re.compile("(?:报修|投诉|咨询|举报|报警)(?:电话|手机|号码)(?:号码?)?(?:为|是|[:：])? ?$"),
        "person": re.compile("先生|女士|小姐|阿姨|大爷|业主|住户|租户|住客|访客|家属|本人|联系人|车主"),
        "identity": re.compile("身份证(?:件)?(?:编?号码?)?(?:为|是|[:：])? ?$"),
        "resident": re.compile(
            "(?<![A-Za-z])(?<!设备)(?<!资产)(?<![工订]单)(?<!物料)(?<!记录)[Ii][Dd](?: ?[Cc]ard)?(?:号码?)?[:：]? ?$"
        ),
        "model": re.compile("(?:型号|规格|机型|款式|[图文批货料]号|标段|物料|材料)(?:编号|编码|代码)?(?:为|是|[:：])? ?$"),
        "named_so": re.compile(
            "系列|型(?!轿|车|面包)|规格|批次|[栋幢]|座(?!驾|椅)|标段|地块|号(?:[楼文线表柜图阀配令函]|机(?!动)|通知)"
        ),
        "account": re.compile("(?:卡号|账号|账户|帐号|银行卡|储蓄卡|信用卡|工资卡)(?:码)?(?:为|是|[:：])? ?$"),
    }


def _says(name: str, text: str, start: int, reach: int = 14) -> bool:
    """Whether the words just before *start* are of that kind."""
    return bool(_patterns()[name].search(text[max(start - reach, 0) : start]))


def _run(text: str, start: int, end: int) -> Kind | None:
    """A long number: a resident's identity, a bank card, or the number of some thing."""
    digits = re.sub("[ -]", "", text[start:end])
    if _says("thing", text, start) and not _says("resident", text, start):
        return None
    if len(digits) == 18 and _is_id_number(digits):
        return "id-number"
    # The old form has no check digit: what it is has to be said.
    if len(digits) == 15 and _says("identity", text, start) and _is_born(digits, "19" + digits[6:12]):
        return "id-number"
    labelled = _says("account", text, start)
    return "bank-card" if _luhn(digits) and (_is_card(digits) or (labelled and 16 <= len(digits) <= 19)) else None


def _phone(text: str, start: int, end: int) -> Kind | None:
    """A mobile number; those that a department publishes are nobody's own."""
    if text[:start].endswith("86", max(start - 2, 0)) and not _says("abroad", text, start):
        return None
    called = _says("called", text, start)
    if not called and (_says("thing", text, start) or _patterns()["measured"].match(text, end) or _is_pair(text, start, end)):
        return None
    if _says("published", text, start):
        return None
    # 报修电话 is where one reports, but in 业主张先生报修电话 it is who did.
    sentence = re.split("[。；;！!？?\n]", text[max(start - 30, 0) : start])[-1]
    return None if _says("reported", text, start) and not _patterns()["person"].search(sentence) else "phone-number"


def _is_pair(text: str, start: int, end: int) -> bool:
    """Whether these are rather two numbers of a row of them than a phone number in other groups than 139 0000 0000."""
    groups = re.split("[ -]", text[start:end])
    return len(groups) == 2 and bool(re.search("[0-9,][ -]?$", text[:start][-2:]) or re.match("[ ,-]?[0-9]", text[end : end + 2]))


def _plate(text: str, start: int, end: int) -> Kind | None:
    """A mainland plate: two digits at the least, three letters at the most; models and buildings may be called alike."""
    if _says("model", text, start) or _patterns()["named_so"].match(text, end):
        return None
    places = text[start:end].replace(" ", "")[2:]
    digits, letters = sum(c in "0123456789" for c in places), sum(c.isascii() and c.isalpha() for c in places)
    return "licence-plate" if digits >= 2 and letters <= 3 else None


def _sure_plate(text: str, start: int, end: int) -> Kind | None:
    return "licence-plate"


_CHECKS = {"run": _run, "phone": _phone, "plate": _plate, "embassy": _sure_plate, "armed": _sure_plate, "island": _sure_plate}

# The first two digits of a resident's number: the provinces of GB/T 2260.
_REGIONS = re.compile("1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]")


def _is_id_number(digits: str) -> bool:
    """Whether this is a resident-identity number: region and date of birth at their places, the check digit of GB 11643-1999."""
    if not digits[:17].isdecimal() or not _is_born(digits, digits[6:14]):
        return False
    total = sum(int(d) * (2 ** (17 - i) % 11) for i, d in enumerate(digits[:17]))
    return "10X98765432"[total % 11] == digits[17].upper()


def _is_born(digits: str, birthday: str) -> bool:
    year, month, day = int(birthday[:4]), int(birthday[4:6]), int(birthday[6:])
    return bool(_REGIONS.match(digits)) and 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31


def _is_card(digits: str) -> bool:
    """Whether a bank card may begin like this: UnionPay, Visa, Mastercard, JCB."""
    if digits.startswith("62"):
        return 16 <= len(digits) <= 19
    return len(digits) == 16 and (digits[0] == "4" or "51" <= digits[:2] <= "55" or "3528" <= digits[:4] <= "3589")


def _luhn(digits: str) -> bool:
    """Whether the check digit of ISO/IEC 7812-1 is right."""
    if not digits.isdecimal():
        return False
    doubled = (int(d) * (2 if i % 2 else 1) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0
