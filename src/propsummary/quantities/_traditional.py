"""Traditional characters as simplified ones, as far as figures, units and the words around them are written with them."""

from __future__ import annotations

import functools
import re

__all__ = ["simplified"]

# Each character below stands for the one at its place in the other list.
_TRADITIONAL = (
    "乾亂來個側備傷僅價億內兩冊別則劃勁動務區協員單噸嚴國圍園圓圖團執堅報場塊墻壓學實審將專對屆層屬崗師幀幣幹幾庫廂廢"
    "廣廳弔張強後徑從復應戶捨捲換撐擔據擴攝攤攬數斷於昇時晝暢曆會東條棟業樁樓標樣樹橋機橫檔檢檯歲歷歸氣汙沒況減測準溫"
    "滿漲漸為無熱燈營爲牀牆狀獨環畝畫當發盞監盤確碼礎禮種稱積筆箇節築簡簽簾糧糾約純級紛終組統綑經綫維網線締緣編練緻縮"
    "總績織繫續罰義聲職聽脈腦臉臨臺與舘艙華萬葉蓆蓋處號衛裏補裝裡製複規視親觸計訊訓記訪設訴診註評詞試話語課調談講識護"
    "變貝負財貨貫責貼質賬趕跡蹟車較載輕輛輪轄轉辦農迴逕這連週遊運過達違遞邊邏鄰釐針釦鋪錄錢録鍵鎖鐘長門開間閘閱閲闆關"
    "陞陣隊階隨險隻雙離雲電響頁頂頃項順須預頭頸顆題額類風飄飯飲餅養餘館駐驟體髮麪麵黃點齡龍歐茲颱損遺丟"
)
_SIMPLIFIED = (
    "干乱来个侧备伤仅价亿内两册别则划劲动务区协员单吨严国围园圆图团执坚报场块墙压学实审将专对届层属岗师帧币干几库厢废"
    "广厅吊张强后径从复应户舍卷换撑担据扩摄摊揽数断于升时昼畅历会东条栋业桩楼标样树桥机横档检台岁历归气污没况减测准温"
    "满涨渐为无热灯营为床墙状独环亩画当发盏监盘确码础礼种称积笔个节筑简签帘粮纠约纯级纷终组统捆经线维网线缔缘编练致缩"
    "总绩织系续罚义声职听脉脑脸临台与馆舱华万叶席盖处号卫里补装里制复规视亲触计讯训记访设诉诊注评词试话语课调谈讲识护"
    "变贝负财货贯责贴质账赶迹迹车较载轻辆轮辖转办农回径这连周游运过达违递边逻邻厘针扣铺录钱录键锁钟长门开间闸阅阅板关"
    "升阵队阶随险只双离云电响页顶顷项顺须预头颈颗题额类风飘饭饮饼养余馆驻骤体发面面黄点龄龙欧兹台损遗丢"
)


def simplified(text: str) -> str:
    """*text* with its traditional characters simplified, character for character, so that every place stays where it was."""
    return text if text.isascii() or not _found().search(text) else text.translate(_pairs())


@functools.cache
def _found() -> re.Pattern[str]:
    return re.compile(f"[{_TRADITIONAL}]")


@functools.cache
def _pairs() -> dict[int, int]:
    return str.maketrans(_TRADITIONAL, _SIMPLIFIED)
