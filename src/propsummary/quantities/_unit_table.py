"""
The units that the trade prints: symbols with their synonyms, and the classifiers of counted things.

Each row of `MEASURES` is ``symbol | synonyms | English | factor to the dimension's base``, under the name of its dimension. Bases:
1 for ratios and points, minute, yuan, kWh, m², m³, kg, m.
"""

from __future__ import annotations

__all__ = ["CLASSIFIERS", "MEASURES"]

MEASURES = {
    "ratio": """
        % | ％ ﹪ 百分比 | % | 1/100
        ‰ | | ‰ | 1/1000
        倍 | | times | 1
        成 | | tenths | 1/10
        折 | | tenths of the price | 1/10
    """,
    "points": """
        个百分点 | 百分点 个点 pp | percentage points | 1/100
        个千分点 | 千分点 | per-mille points | 1/1000
    """,
    "time": """
        秒 | 秒钟 s | seconds | 1/60
        分钟 | min | minutes | 1
        小时 | 个小时 个钟头 钟头 h | hours | 60
        天 | 日 个日历日 日历日 自然日 个自然日 昼夜 | days | 1440
        工作日 | 个工作日 | working days | 1440
        周 | 个星期 星期 个周 个礼拜 | weeks | 10080
        个月 | 月 | months | 43800
        个季度 | | quarters | 131400
        年 | 周年 个年度 | years | 525600
    """,
    "money": """
        元 | ¥ ￥ 元人民币 块钱 圆 RMB yuan | yuan | 1
        角 | | jiao | 1/10
    """,
    "energy": """
        kWh | 千瓦时 度 度电 kwh KWH kW·h KWh 千瓦小时 | kWh | 1
        MWh | 兆瓦时 | MWh | 1000
        MJ | 兆焦 | MJ | 5/18
        GJ | 吉焦 | GJ | 2500/9
        kgce | 千克标准煤 公斤标准煤 千克标煤 公斤标煤 | kgce | 24423/3000
        tce | 吨标准煤 吨标煤 | tce | 8141
    """,
    "area": """
        m² | ㎡ m2 平方米 平米 平方 | m² | 1
        平方公里 | km² km2 平方千米 | km² | 1000000
        公顷 | | ha | 10000
        亩 | | mu | 2000/3
    """,
    "volume": """
        m³ | m3 ㎥ 立方米 立方 方 立米 | m³ | 1
        升 | L 公升 | L | 1/1000
        毫升 | ml mL | mL | 1/1000000
    """,
    "mass": """
        kg | 公斤 千克 KG Kg | kg | 1
        克 | g | g | 1/1000
        斤 | | jin | 1/2
        吨 | t | t | 1000
    """,
    "length": """
        米 | m 公尺 | m | 1
        公里 | km 千米 KM | km | 1000
        厘米 | cm 公分 | cm | 1/100
        毫米 | mm | mm | 1/1000
        延米 | 延长米 | running metres | 1
    """,
    "score": """
        分 | | points | 1
        星 | 颗星 | stars | 1
    """,
    "temperature": """
        ℃ | °C 摄氏度 | °C | 1
    """,
    "other": """
        岁 | 周岁 | years of age | 1
        kW | 千瓦 KW kw | kW | 1
        W | 瓦 瓦特 | W | 1
        kVA | 千伏安 | kVA | 1
        V | 伏 伏特 | V | 1
        kV | 千伏 | kV | 1
        mA | 毫安 | mA | 1
        Ω | 欧 欧姆 | Ω | 1
        MΩ | 兆欧 | MΩ | 1
        A | 安培 | A | 1
        dB | 分贝 | dB | 1
        MPa | 兆帕 | MPa | 1
        kPa | 千帕 | kPa | 1
        Pa | 帕 | Pa | 1
        Hz | 赫兹 | Hz | 1
        NTU | | NTU | 1
        Mbps | 兆 | Mbps | 1
        TB | | TB | 1
        GB | | GB | 1
        ppm | | ppm | 1
        mg/L | 毫克/升 | mg/L | 1
        mg/m³ | 毫克/立方米 | mg/m³ | 1
        μg/m³ | 微克/立方米 | μg/m³ | 1
        CFU/mL | CFU/ml | CFU/mL | 1
        勒克斯 | lx | lx | 1
        吨公里 | | tonne-kilometres | 1
        车公里 | | vehicle-kilometres | 1
    """,
}

_CLASSIFIERS = """
    次=times 起=cases 件=cases 件次=cases 宗=cases 例=cases 桩=cases 单=orders 个=items 项=items 项次=items 条=items
    人=people 名=people 位=people 人次=visits 人天=person-days 人日=person-days 人时=person-hours 户=households
    户次=household_visits 家=firms 台=units 台次=unit-times 台套=sets 套=sets 部=units 辆=vehicles 辆次=vehicle_visits
    车次=vehicle_trips 车=truckloads 盏=lamps 只=pieces 支=pieces 根=pieces 块=pieces 张=sheets 份=copies 本=copies
    册=volumes 幅=pieces 面=pieces 把=pieces 瓶=bottles 桶=barrels 箱=boxes 袋=bags 包=packs 盒=boxes 盆=pots
    株=plants 棵=trees 樘=doors 扇=doors 座=units 栋=buildings 幢=buildings 单元=units 层=floors 间=rooms 处=places
    处次=place-times 点=points 点次=points 点位=points 路=channels 组=groups 队=teams 批=batches 批次=batches
    场=events 场次=events 期=issues 轮=rounds 轮次=rounds 遍=rounds 趟=trips 班=shifts 班次=shifts 节=sessions
    课时=class_hours 学时=class_hours 课=lessons 篇=articles 封=letters 则=items 副=pairs 双=pairs 对=pairs 床=beds
    桌=tables 餐=meals 餐次=meals 页=pages 类=kinds 种=kinds 款=kinds 级=levels 倍次=times 段=sections 片=pieces
    卷=rolls 捆=bundles 筐=baskets 罐=cans 枚=pieces 具=pieces 门=doors 道=lines 口=wells 眼=wells 尊=pieces
    艘=ships 架=units 匹=bolts 头=heads 颗=pieces 粒=grains 顶=pieces 床次=bed-times 帧=frames 字=characters
    人份=portions 票=votes 席=seats 员=members 人·次=visits 宗次=cases 车位=parking_spaces 个次=times
    车·次=vehicle_visits 面次=times 平方米·次=m²-times 节次=sessions 档=stalls 令=reams 打=dozens 滴=drops 起次=cases
    单次=orders 万步=steps 步=steps 笔=payments 份次=copies 株次=plant-times 团=groups 届=sessions 样=kinds
    圈=laps 工时=man-hours 间次=room-times 栋次=building-times 盏次=lamp-times 组次=group-times
    句=sentences 通=calls 声=calls
"""

#: Classifier and its English word; a word that is missing here is still a count.
CLASSIFIERS = dict(pair.rsplit("=", 1) for pair in _CLASSIFIERS.split())
