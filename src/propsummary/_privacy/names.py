"""What Chinese names are made of, for patterns that look for them."""

from __future__ import annotations

__all__ = ["ANY_NAME", "FAMILY", "FULL_NAME", "SURNAMES"]

#: The usual family names of one character.
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛贺倪汤殷毕"
    "郝邬安常傅卞齐康伍余卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧戴宋庞熊纪舒祝董梁杜阮蓝季强贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡"
    "凌霍万柯管卢丁邓洪包左石崔吉龚程陆曾关古易廖耿文欧聂冷辛简饶沙肖白连涂刘叶谭付侯闫段雷龙黎史覃武莫乔赖兰施尤裴岳庄焦柴蒲牛靳申冉甘游宁翟阎牟翁费"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|轩辕"

# What parents call their children, but for what often begins the word after a family name.
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅玲燕萍建国文辉志永健世义海山仁波宁贵福龙元胜祥才武新飞彬富顺昌康星光岩茂"
    "林坚彪博诚震振壮邦松善厚庆裕哲浩亮谦亨翰朗伯宏若鸣斌梁栋维启克伦翔旭鹏泽晨辰士炎德泰雄琛钧冠策腾楠榕航弘嘉琼淑惠珠翠雅芝萃春菊凤洁"
    "琳素云莲雪荣妹香月莺媛瑞凡佳珍贞莉娣璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融咏卿聪"
    "澜纯毓悦昭冰琬茗羽欣滢馥筠柔霭凝晓霄枫芸菲寒姬舒荔枝宝妮恒鸿桦骅剑娇媚晴睿烁堂威雯萱彦宇雨洪忠宗曼紫逸蝶菡喜根生银良兴利铁炳耀廷"
    "树江喻俊娥凯峰锋浚淼鑫晖烨焕煜轩涵梓妙廉勤民"
)
# Words that are put together of the same characters.
_WORDS = (
    "万元|文学|金融|高兴|武昌|江南|卫生|黄金|武士|方才|金银|明[明亮月媚]|欧元|江[山海]|[高华黄关古龙石罗万]山|冷[静清]|文[华明]|明亮|强[盛壮健国光]"
    "|史学|[凌]晨|金[星元华秋桂光玉融利]|[安宁]静|[安康]宁|[严高]寒|安[康庆民利生]|高[新贵铁峰亮]|吉[利祥]|毕生|简[洁明]|连[发云]|古[山建]|[关]爱"
    "|严明|夏秋|盛[世夏]|[白黄]玉兰|白[金云]|石[英林]|童[真]|甘[露泉]|华[丽林]|雷[雨鸣]|纪[元]|钟[山]|柳[林枝]|黎明|金桂|季[春]|常[山青春]|万[福宁国]|牛[筋]|方[正]"
)

#: A family name.
FAMILY = f"(?:{_DOUBLE}|[{SURNAMES}]|(?<![对由关至等])于)"

#: A full name of the usual characters; words that look like one are none.
FULL_NAME = f"(?!{_WORDS}){FAMILY}(?>[{_GIVEN}]{{2}}|小?[{_GIVEN}])"

#: Whatever may be a full name where everything around it says that there is one.
ANY_NAME = f"{FAMILY}[\u4e00-\u9fa5]{{1,2}}"
