"""Those who are named beside somebody of their family, and couples."""

from __future__ import annotations

from propsummary._privacy.fields import LAST
from propsummary._privacy.names import ADVERBS, CALLED, ENDS, EVERYDAY, FAMILY, FULL_NAME, GIVEN, TOLD_NAME, WORDS

__all__ = ["COUPLE", "KINSMAN", "KIN_NAME"]

_KIN = (
    "妻子|丈夫|爱人|老伴|配偶|母亲|妈妈|父亲|爸爸|儿子|女儿|儿媳|女婿|孙子|孙女|外孙女?|哥哥|弟弟|姐姐|妹妹|岳[父母]|婆婆|公公|侄[子女]"
    "|外甥女?|家属|亲属|(?<=其)[父母夫妻子女兄弟姐妹]"
)
# What a person does, where two characters may as well be a word (儿子高烧).
_COMES = "来[电访信]|前来|赶来|代为|表示|反映|致[谢电]|送|说|称|领|到场"
_BEGINS = f"(?!{WORDS}|{EVERYDAY}|{CALLED}|[{ADVERBS}])"
# Who is called 阿朱 is neither an aunt nor made of 阿里's words.
_NICKNAME = f"阿(?![姨婆公爹妈哥姐叔伯里拉尔斯胶是的])[\u4e00-\u9fa5]{ENDS}"

#: A name behind the word for who it is to another: 妻子陶红, 其父孙建国, 家属阿朱.
KIN_NAME = (
    rf"(?:{_KIN})(?P<kin>{FULL_NAME}{ENDS}|{_BEGINS}{FAMILY}[\u4e00-\u9fa5]{{2}}{LAST}{ENDS}"
    rf"|{_BEGINS}{FAMILY}[\u4e00-\u9fa5](?={_COMES})|{_NICKNAME})"
)

#: The other one: 孙悦 in 孙悦的妻子陶红.
KINSMAN = rf"(?<![\u4e00-\u9fa5])(?P<kinsman>{TOLD_NAME})(?=的(?:{_KIN}))"

#: Two of one home: 周杰夫妇.
COUPLE = (
    rf"(?!{WORDS})(?P<couple>{FAMILY}[{GIVEN}]{{1,2}}|(?<![\u4e00-\u9fa5]){_BEGINS}{FAMILY}[\u4e00-\u9fa5]{{0,2}}?)"
    "(?=夫[妇妻]|老?两口)"
)
