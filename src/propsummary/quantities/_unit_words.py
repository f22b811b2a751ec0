"""Which words after a number are its unit, and which only begin with the same character."""

from __future__ import annotations

import functools
import re

from propsummary.quantities._unit_table import CLASSIFIERS, MEASURES

__all__ = ["printed_unit", "unit_pattern"]

#: Symbols that the table knows, but that in running text are dates, clock times, prepositions or parts of words.
_NOT_IN_TEXT = "月 A W s h t m g L 成 星期 级 届 团 令 打 滴 匹 艘 样 则 员 百分比 度电"

#: A unit is none if one of these follows: 分别, 项目, 处理.
_FOLLOWED_BY = {
    "个": "性 别 案",
    "分": "别 为 布 析 类 批 享 区 成 包 级 期 散 担 局 公司 拣 色 段 时 块 组 工 "
    "割 解 支 队 管 项 册 摊 流 装 片 楼 栋 户 之 配 发 离 清 明 送 两 三",
    "年": "度 底 初 末 级 代 味 轻 货 薪 检 报 审 会 终 间 龄 前 轮 卡 均 月",
    "天": "气 然 花 井 台 线 棚 桥 窗 车 猫 河 平 津 府 下",
    "周": "边 末 年 到 期 密 转 界 围 日 一 二 三 四 五 六 例 报",
    "人": "民 行横道 行道 脸 工智能 工湖 防 造",
    "名": "单 称 义 片 录 额 列 词 牌 师",
    "位": "于 置 居 列 数 移",
    "家": "庭 政 电 具 属 长 园 装 访 校 常 用电器",
    "台": "账 风 阶",
    "处": "理 置 罚 于 长 分 级 室 暑 在",
    "次": "日 年 月 要 品 序 生 干 级 第",
    "起": "来 步 草 点 止 重 诉 火 吊 床 初 义 伏 码 执行 施行 实施 正式 全面 试行",
    "条": "件 例 款 理 文 幅 约",
    "场": "地 所 馆 景 面 内 外 站 合 区",
    "本": "月 年 季 部 人 市 区 项 单 次 小 周 期 地 科 着 身 公 院 质 土 职 报 工作",
    "组": "织 长 成 建 合 员 团 装 件 内 别 图",
    "份": "额 内 外 子 量",
    "支": "持 付 出 援 撑 部 行 架",
    "套": "餐 路 用",
    "面": "积 对 向 试 板 包 谈 临 条 貌 部 粉 食",
    "把": "握 关 控 手 守 好 脉 这 各 每 工 安 服",
    "对": "于 应 照 象 接 讲 外 内 比 标 策 各 业 全 老 小 重 项目 员",
    "道": "路 闸 德 理 歉 具 班 别 口 岔",
    "门": "岗 口 禁 店 诊 卫 窗 面 厅 锁 外 前 内 房 牌 楼",
    "口": "头 岸 罩 号 径 碑 令 述 腔 感 粮",
    "层": "面 级 次 层 出",
    "度": "过 假 数 量",
    "方": "面 案 法 式 便 向 位 针 可 能 圆 格 言 块 略 阵 舱 责任",
    "平方": "根",
    "米": "饭 粉 面 线 黄 色 其林",
    "克": "服 隆 扣 制",
    "升": "级 降 温 学 旗 至 到 为 高 幅 值 压 任 职 华 国",
    "元": "旦 素 件 宵 器",
    "星": "级 期 光 空",
    "车": "位 辆 库 主 场 道 行 牌 闸 棚 载 间 流 型 险 用 站 门 均",
    "路": "口 灯 面 段 况 边 由 径 上 过 障 缘 牙 沿 网 演 线 劲 北 南 东 西",
    "圈": "养 套 子 内 外 存 中 层",
    "折": "返 叠 旧 算 合 扣 损 页 射 断 线 弯 腾 子",
    "帕": "金 萨",
    "瓦": "片 工 块 斯 楞 砾 顶 面 解",
    "点": "钟 半 整 一刻 左右 前 后 到 至 以 开 起 评 击 亮 名 滴 燃 缀 赞 检 位 多 建 意 要 体 心",
    "欧": "洲 美 式 标 阳",
    "步": "行 道 骤 入 梯 伐 走 履",
    "字": "样 画 体 段 典",
    "桌": "椅 面 子",
    "餐": "厅 饮 具 桌 食 盘 馆 补",
    "种": "植 子 类 树 养",
    "类": "似 别 型 比",
    "款": "项 式 待 型",
    "段": "时 落 位",
    "片": "区 面 石 状 刻",
    "头": "部 盔 像 疼 目 等 脑",
    "单": "元 位 独 一 据 双 向 价 层 车 项 个 人 身 次 面 亲 体 纯 月 日 品",
    "例": "会 如 行 外 检 子 休 假",
    "篇": "幅 章",
    "通": "过 知 报 道 行 信 告 畅 风 电 水 气 勤 常 用 病 讯 顺",
    "批": "评 准 复 示 量 发 阅 注 改 判",
    "床": "单 位 头 铺",
    "班": "长 组 级 子 车 前 后 制 倒",
    "节": "约 日 能 水 电 点 假 省 前 后 目 奏",
    "课": "程 题 堂 件",
    "期": "间 限 末 初 望 待 房 货 满",
    "区": "域",
    "项": "目部 目经理 目负",
    "户": "外活动 外运动 外广告 籍 主 型 口",
    "队": "伍 员 长 列",
    "包": "括 装 含 保 干 厢 裹 容",
    "顶": "层 部 楼 板 棚 岗",
    "票": "据 务 价",
    "卷": "帘 材",
    "页": "面",
    "间": "隔 接 断",
    "块": "状",
    "笔": "记 试 录 者 迹",
    "声": "音 控 光",
    "轮": "班 岗 换 值 流 椅 胎 训 休",
    "座": "谈 椅 位 席 机",
    "架": "空 设",
    "盆": "景",
    "瓶": "颈",
    "粒": "度",
    "颗": "粒",
    "箱": "变 体",
    "席": "位",
}
#: 项目标, 支队伍: what looks like the exception is the unit and a new word after all.
_YET = {
    "项": "目标 目的",
    "支": "队伍",
    "户": "外墙 外窗 外立面",
    "次": "数",
    "台": "账号 风机 风冷 风幕 风扇",
    "升": "降[到至为低了]",
}

#: What stands below the slash of a compound unit besides units of the table.
_BELOW = "月 夜 h L 岗 晚 平 万户 学年 季"


@functools.cache
def unit_pattern() -> re.Pattern[str]:
    """Matches a unit of the table, or a compound one, right behind a number."""
    absent = _NOT_IN_TEXT.split()
    words = {word for word in CLASSIFIERS if word not in absent} | {"个课时", "个学时"}
    for lines in MEASURES.values():
        for line in lines.strip().splitlines():
            symbol, more, *_ = (cell.strip() for cell in line.split("|"))
            words.update(w for w in (symbol, *more.split()) if w not in absent)
    words -= {"¥", "￥", "RMB"}
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_first.setdefault(word[0], []).append(_guarded(word))
    single = "|".join("(?:" + "|".join(by_first[first]) + ")" for first in sorted(by_first))
    below = "|".join(_guarded(word) for word in sorted(words | set(_BELOW.split()), key=lambda w: (-len(w), w)))
    return re.compile(rf" ?(?P<unit>(?:{single})(?:/(?:[万百]|千(?![瓦克米卡伏]))?(?:{below})(?:[·•/](?:{below}))?)?)")


def _guarded(word: str) -> str:
    """The pattern of one unit, with what must not follow it."""
    pattern = re.escape(word)
    if word[-1].isascii() and word[-1].isalpha():
        return pattern + "(?![A-Za-z0-9])"
    if len(word) > 1:
        return pattern
    bans = _FOLLOWED_BY.get(word, "").split()
    if not bans:
        return pattern
    yet = "|".join(_YET.get(word, "").split())
    ban = f"(?!{'|'.join(bans)})"
    return pattern + (f"(?:(?={yet})|{ban})" if yet else ban)


def printed_unit(word: str) -> str:
    """A unit as a figure shows it: half width, and 个小时 as 小时."""
    return _SHOWN_AS.get(word, word)


_SHOWN_AS = {
    "％": "%",
    "﹪": "%",
    "￥": "元",
    "¥": "元",
    "个小时": "小时",
    "个钟头": "小时",
    "个工作日": "工作日",
    "个课时": "课时",
    "个学时": "学时",
}
