"""Names that nothing follows but the end of what they fill: a cell, a field behind its label, a place in a list."""

from __future__ import annotations

from propsummary._privacy.names import ADVERBS, CALLED, ENDS, EVERYDAY, FAMILY, FULL_NAME, GIVEN, WORDS

__all__ = ["CELL_NAME", "FIELD_NAME", "HOME_NAME", "LAST", "LISTED_NAMES", "SPACED_NAME", "WORDLIKE_NAME", "WORDY_NAME"]

_HAN = "\u4e00-\u9fa5"
#: What a field ends with.
_FIELD_ENDS = r"(?=$|[\s，。；、,;/（(）)|”’」』\"])"
#: No name ends in these: who works or meets somewhere, what is a firm, and sentences do.
LAST = "(?<![员部处室岗队组班户方司者站所会局院店厅馆门办等人们家车房水了的着过没不未很都也还又让请找被把说吗吧啊呢啦呀])"
# What begins with a family name that is an adverb or the like otherwise.
_NOUNS = (
    "金[额属色鱼融毛牌店银器条婚刚秋库贸杯盏]|万[元多余一能幸般户家人平分象达科福]|温[度水馨控泉暖差室情和]|简[单易陋装短约便化称直]"
    "|施[工行加救展肥划]|祝[福贺愿您]|米[饭线色面粉]|游[客泳玩戏览园乐]|左[右侧边邻手面]"
)
_RARE = f"(?!{_NOUNS})[金万温简施祝米游左][{_HAN}]{{2}}"

#: A name that fills a field behind a label, whatever its characters, as long as the family name is a usual one.
FIELD_NAME = rf"(?!{WORDS}|{EVERYDAY}|{CALLED})(?:(?![{ADVERBS}]){FAMILY}[{_HAN}]{{1,2}}|{_RARE}){LAST}{_FIELD_ENDS}"

#: One of three characters behind the number of a flat, whose family name is also a word: 金三顺.
HOME_NAME = f"(?!{WORDS}|{CALLED}){_RARE}{LAST}{ENDS}"

_LISTED = rf"(?!{WORDS}|{EVERYDAY}|{CALLED})(?:(?![{ADVERBS}]){FAMILY}[{_HAN}]{{1,2}}|{_RARE}){LAST}"
_COUNTED = r"[，,]?(?:等|共|各|[一二两三四五六七八九十几0-9]+[人位户名])"
#: Two names or more that fill a list to its end.
LISTED_NAMES = rf"{_LISTED}(?:(?:、|和|与|及|以及){_LISTED})+(?={_COUNTED}|[，。；,;）)\s]|$)"

#: One whose characters stand apart so that columns are even: 何 其 芳.
SPACED_NAME = (
    rf"(?:{FAMILY}[ \u3000]{{1,2}}[{_HAN}][ \u3000]{{1,2}}[{_HAN}]|{FAMILY}[ \u3000]{{1,2}}[{GIVEN}])"
    rf"(?=$|[^\w]|[ \u3000])(?!\u3000?[ ]?[{_HAN}](?:[ \u3000]|$))"
)

# What stands in a column of names and is none.
_NO_NAME = (
    "合计|小计|总计|共计|累计|平均|其[他它余]|同[上前]|匿名|不[详明便愿知]|[未无已待不暂空多各全某原新前老第商本]|保密|备注|说明|若干|部分"
    "|业主|住户|租户|租客|户主|姓名|名称|物业|公司|超市|银行|中心|学生|老人|儿童|群众|市民|居民|访客|外卖|快递|保洁|保安|客服|前台"
)
_AGAIN = r"[/、，,;；+&]|<br ?/?>|和|与|及|以及"
#: Whatever fills a cell of names, or its part of one; a title leaves the family name to `CALLED`.
CELL_NAME = (
    rf"(?!{_NO_NAME}|{CALLED})"
    rf"(?:{FULL_NAME}|{FAMILY}[{_HAN}]{{3}}|[{_HAN}]{{2,3}}?|[{_HAN}]{{2,6}}[·•][{_HAN}]{{2,6}}"
    rf"|[{_HAN}](?:[ \u3000]+[{_HAN}]){{1,2}})"
    rf"(?<![部处室岗队组班员户司局院店厅馆站所园])(?=\s*(?:$|[（(|]|{_AGAIN}|等|夫妇|夫妻))"
)
#: What may stand between two of them.
BETWEEN_CELL_NAMES = rf"(?:[（(][^（）()]{{0,12}}[）)])? ?(?:{_AGAIN}) ?"

# What hardly anybody but a person does: with 高兴 a sentence goes on as well (失主高兴领回手机).
_A_PERSON = (
    r"来[电访信函](?![人者])|前来|致电|凭|持(?![续有久平家])|本人|遗失|丢失|报失|报案|认领|的?(?:钱包|手机|身份证|钥匙|背包|证件|行李|电动车)"
    r"|[（(](?:[男女]|住|系|电话|手机|房号|1[3-9][0-9]|[0-9]{1,2}[-－栋幢#号]|[0-9]{3,4}[）)室])"
)
#: One that reads like a word, where only a person can be meant.
WORDLIKE_NAME = f"(?:{WORDS})(?<=[{GIVEN}])(?={_A_PERSON})"
#: The same as all that stands behind a label.
WORDY_NAME = rf"(?:{WORDS})(?<=[{GIVEN}])(?=$|[，。；、,;（(\s|])"
