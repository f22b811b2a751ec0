"""What Chinese names are made of, for patterns that look for them."""

from __future__ import annotations

__all__ = [
    "ADVERBS",
    "ANY_NAME",
    "CALLED",
    "ENDS",
    "EVERYDAY",
    "FAMILY",
    "FULL_NAME",
    "GIVEN",
    "LONG_NAME",
    "NO_LINK",
    "NO_LONGER",
    "SET_OFF_NAME",
    "SURNAMES",
    "TOLD_NAME",
    "WORDS",
]

#: The usual family names of one character.
SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳唐罗薛贺倪汤殷毕"
    "郝邬安常傅卞齐康伍余卜顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧戴宋庞熊纪舒祝董梁杜阮蓝季强贾江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡"
    "凌霍万柯管卢丁邓洪包左石崔吉龚程陆曾关古易廖耿文欧聂冷辛简饶沙肖白连涂刘叶谭付侯闫段雷龙黎史覃武莫乔赖兰施尤裴岳庄焦柴蒲牛靳申冉甘游宁翟阎牟翁费"
)
# Those that fewer people bear and that begin hardly any word.
_SELDOM = "詹佟荀甄佘隋缪亓仝阚邝冼晏谌郦鄢蔺鲍娄闵瞿晁邰岑栾桑裘敖邢虞嵇訾郗庹庾濮茹茅郁卓"
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|东方|独孤|南宫|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|轩辕"

# What parents call their children, but for what often begins the word after a family name.
GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅玲燕萍建国文辉志永健世义海山仁波宁贵福龙元胜祥才武新飞彬富顺昌康星光岩茂"
    "林坚彪博诚震振壮邦松善厚庆裕哲浩亮谦亨翰朗伯宏若鸣斌梁栋维启克伦翔旭鹏泽晨辰士炎德泰雄琛钧冠策腾楠榕航弘嘉琼淑惠珠翠雅芝萃春菊凤洁"
    "琳素云莲雪荣妹香月莺媛瑞凡佳珍贞莉娣璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融咏卿聪"
    "澜纯毓悦昭冰琬茗羽欣滢馥筠柔霭凝晓霄枫芸菲寒姬舒荔枝宝妮恒鸿桦骅剑娇媚晴睿烁堂威雯萱彦宇雨洪忠宗曼紫逸蝶菡喜根生银良兴利铁炳耀廷"
    "树江喻俊娥凯峰锋浚淼鑫晖烨焕煜轩涵梓妙廉勤民"
)
# Words that are put together of the same characters.
WORDS = (
    "万元|文学|金融|高兴|武昌|华为|江南|卫生|黄金|武士|方才|金银|明[明亮月媚]|欧元|江[山海]|[高华黄关古龙石罗万]山|冷[静清]|文[华明静]|温柔|祝[福贺愿]|明亮|强[盛壮健国光]"
    "|史学|[凌]晨|金[星元华秋桂光玉融利]|[安宁]静|[安康]宁|[严高]寒|安[康庆民利生]|高[新贵铁峰亮]|吉[利祥]|毕生|简[洁明]|连[发云]|古[山建]|[关]爱"
    "|严明|夏秋|盛[世夏]|[白黄]玉兰|白[金云]|石[英林]|童[真]|甘[露泉]|华[丽林]|雷[雨鸣]|纪[元]|钟[山]|柳[林枝]|黎明|金桂|季[春]|常[山青春]|万[福宁国]|牛[筋]|方[正]"
    "|梅雨|[古柳柏杨]树|冷凝|于明|余生|毛利|吉[时日]|龙湖|童[心鞋]|石家庄|史上"
    "|卫星|田园|龙[虾卷]|江[浙湖]|石榴|雷锋|林荫|柳荫|康[乐健]|华灯|黄昏|汪洋|钟情|马兰|高[清峰]|文娱|桑[树拿]|鲍鱼|甄[别选]|娄山|茅[台草坑屋]|郁[闷金香葱]|卓[越有著见]"
)

#: A family name.
FAMILY = f"(?:{_DOUBLE}|[{SURNAMES}{_SELDOM}]|(?<![对由关至等])于)"

# What the sentence goes on with behind a name of two: 陈伟强烈要求 speaks of 陈伟.
_GOING_ON = (
    "强[烈调制行迫]|明[确显白年天日知]|喜[欢爱悦]|建[立成设筑群议]|利用|新[装购买换增入搬近]|永[远久]|文[明化字件]|安[全装]|平[时日台安常均]|生[活气病前日产]|国[庆家内外]"
    "|春[节季]|元[旦月]|清[晨早楚理洁扫]|晨[练跑间]|光[临顾是]|海外|兴奋|志愿|成功|爱[人心护]|乐意|善[意后]|月[底初末]|良好|根据|义务|宁[可愿]|康复|星期|民[警政事]"
    "|超[过时出市]|刚[刚才好]|才[能会来知]|晓得|信[任息件]|世[纪界]|天[天气]|香[港烟]|雪[后天]|雨[后天季]|夜[间里晚]|江[苏西]|武汉|林[业木]|金额|珍[惜贵]|宝宝|勇[敢于]"
    "|瑞士|启[动用]|维[修护权]|克服|泰国|德国|英国|美国|松[动散]|善于|博物|辉煌|树[木枝]|楼[上下道]|学[习校生]|冰[箱雪]|静[音养]|宏[观大]"
)

#: A full name of the usual characters; words that look like one are none.
FULL_NAME = f"(?!{WORDS}){FAMILY}(?>[{GIVEN}](?!{_GOING_ON})[{GIVEN}]|小?[{GIVEN}])"

#: One of three characters, which hardly any word looks like.
LONG_NAME = f"(?!{WORDS}){FAMILY}[{GIVEN}](?!{_GOING_ON})[{GIVEN}]"

#: Whatever may be a full name where everything around it says that there is one.
ANY_NAME = f"{FAMILY}[\u4e00-\u9fa5]{{1,2}}"

# Family names that are as often the adverb or verb of a sentence (业主常来, 租户方提供): only usual given names tell a person.
ADVERBS = "安白包常方费付关管简金冷连米明莫强任申盛施时万温严易游于曾祝左"
# Everyday words that begin with one of the other family names.
EVERYDAY = (
    "陈[述列旧情设]|程[度序]|董事|杜绝|范围|甘愿|高[位层空度压低温速价效标质额端档等级处危清管声喊呼龄烧考血一二三中]|古旧|顾[客虑问及]|何(?:[种处以况]|时(?!明))|贺[信卡电]|胡[同乱]|华[东南北中诞]"
    "|洪[水涝]|纪[念律检要录委]|季[度节末初]|江[边景南北苏西]|焦[急虑点]|康[养复]|孔洞|雷[电击]|梁柱|林[地带木区]|凌[晨乱空]|龙头|鲁莽|陆续|罗列|苗[木圃]|牛奶|庞大|齐[心全聚]"
    "|钱[款物包财]|乔[迁木]|沙[发盘石]|舒[适心]|苏醒|唐突|田[地径]|涂[抹料]|王牌|卫[生浴视]|夏[季天]|辛[苦勤]|叶片|尹始|余[额款下万]|张[贴榜罗]|章程|郑重|钟[点头]"
    "|周[末边围年期到全转日一二三四五六知密报岁]|庄重|柴油|车[辆位库牌主]|柏油|戴[着上]|毕[竟业]|尤其|殷切|童[车年]|蓝[色图]|孟[春]|欧式|段落|伍[佰]|丁字|倪[端]"
    "|谢[绝意谢]|许[可多诺久]|马[上路达桶]|黄[线色牌金土]|毛[病坯巾]|石[材料膏墩]|文[明件化娱体字艺]|武[术警]"
)
# Who is called by these has only the family name there: 王女士, 刘师傅, 王主管, 李工.
CALLED = (
    "[\u4e00-\u9fa5]{1,2}(?:先生|女士|小姐|太太|夫人|阿姨|[大婆叔奶爷婶][妈姐哥爷伯叔奶婆婶]|老伯|师傅|老师"
    "|主管|经理|[队班组店]长|主任|总监|书记)|[\u4e00-\u9fa5]工"
)
# What somebody does or meets, right behind the name.
_DOES = (
    "投诉|来[电访信函]|反[映应]|致[谢电]|感谢|走[失丢]|欠[费缴]|拖欠|要求|报[修警]|咨询|表示|说|称|送|提[出议]|建议|认为|求助|摔倒|受[伤困]|晕倒|被|获|身?死?亡|遇难"
    "|擅自|私自|违[规章停]|装修|入[住职]|搬[入离走]|领[回取]|缴|交[费来]|拒|同[意志]|签[字订署]|起诉|申请|参[加与会观]|发[现生]|因|在|到|将|把|为|向|与|和|及|并|的|于|等|共|已|曾|家"
    "|加班|值[班守]|更换|维修|巡[查逻检]|抢修|处[理置]|荣获|表彰|带[队班]|牵头|负责|上门|拾|捡|救|授课|主讲|离职|辞职|请假|调[任离]|组织|完成|制止|劝|扶|帮|协助"
    "|担任|兼任|出任|[前赶]来|赶到|到[场岗]|陪同|跟进|带领|主动|耐心|当[场面天日]|凭|遗失|丢失|报失|认领"
)
# No given name holds these; a sentence goes on with them: 刘芳、陈明各送1面, 张伟和李娜都来电.
_NEVER_GIVEN = "各都也还又仍皆很不没未给让请找是的了被把对在到说这那"
# Several of them are told of at once, or counted.
_GOES_ON = f"[{_NEVER_GIVEN}均从]|先后|分别|双双|一[起同]|[一二两三四五六七八九十几][人位户名家次度]"
ENDS = rf"(?=$|[^\u4e00-\u9fa5A-Za-z%]|{_DOES}|{_GOES_ON})"

# 为 and 是 go on with what somebody is or wants, unless nobody is called by what stands before them (蒋大为来电, 柳如是，).
NO_LINK = "[认作成以改变列视定分因称转评选行某一二三四五六七八九十]"
_LINK_LIKE = (
    rf"(?![{ADVERBS}]){FAMILY}(?:(?!{NO_LINK}|[{_NEVER_GIVEN}{GIVEN}])[\u4e00-\u9fa5][为是]"
    r"(?=$|[^\w“‘「『《〈]|来[电访信函](?![人者])|致电|反映|投诉(?!人)|表示|感谢|将(?!来)|的(?!是)|家(?![人庭里园长])"
    r"|[向把已曾说等和与及领在到被因获]|送(?!给)|业主|住户|租户)"
    rf"|[{GIVEN}]为(?=[，。；！？]))"
)

#: A name of whatever characters, where a word before it calls for one: with it the clause ends, or somebody does something.
TOLD_NAME = (
    rf"(?!{WORDS}|{EVERYDAY}|{CALLED})(?:{_LINK_LIKE}|(?:(?![{ADVERBS}]){FAMILY}(?:(?![{_NEVER_GIVEN}])[\u4e00-\u9fa5]){{1,2}}?"
    rf"|(?:{FAMILY}|[温时])[{GIVEN}圆]{{1,2}}?){ENDS})"
)

#: One of the usual characters that stands apart: behind it the clause ends, or somebody does something.
SET_OFF_NAME = f"{FULL_NAME}{ENDS}"

#: Behind a name of two characters: it is not the beginning of one of three (陈明, but not in 陈明亮来电).
NO_LONGER = f"(?!(?!才)[{GIVEN}]{ENDS})"
